"""Strategieën: ways of doing that you found, and those of the programme."""

from typing import ClassVar

from goedwerk_tui.guidance.collections.collection import Collection
from goedwerk_tui.guidance.collections.strategies import Strategies
from goedwerk_tui.tui.screens.collection import CollectionScreen


class StrategiesScreen(CollectionScreen):
    """The collection of strategies."""

    HELP_TEXT = """
Manieren om iets aan te pakken: bovenaan die van jou, daaronder die uit de casussen en portretten. Die van jou komen uit
vragen in het programma en uit voornemens.

**Enter** laat er een lezen, met waar hij vandaan komt en waar je hem gebruikte; **Enter** daar opent een stuk. **n**
schrijft er zelf een op. **g** vertelt wanneer je hem gebruikte en wat er gebeurde. **t** zet er een van het programma
ook bij die van jou. **e** opent het stuk in je dagboek: daar wijzig je het of gooi je het weg. **o** opent de stap
waar hij vandaan komt.
"""
    COLLECTION: ClassVar[Collection] = Strategies()
    heading = "Strategieën"
    ONE_AND_MORE = ("strategie", "strategieën")
    UNUSED = "Nog niet gebruikt. Met g vertel je wanneer je het zo deed, en wat er gebeurde."
    EMPTY = (
        "Nog geen van jou. Ze komen uit vragen in het programma en uit voornemens; met n schrijf je er zelf een op,"
        " met t neem je er een over."
    )
