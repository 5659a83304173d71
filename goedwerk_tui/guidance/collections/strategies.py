"""Strategies: ways of doing that one found, and those that the cases and portraits of the programme show."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from goedwerk_tui.base.text import shorten
from goedwerk_tui.guidance.collections.collection import TITLE, Collection, CollectionItem, Use
from goedwerk_tui.guidance.exercises.compose import Composition
from goedwerk_tui.guidance.exercises.persistence import work_of
from goedwerk_tui.guidance.reminders import intentions
from goedwerk_tui.journal import Entry, Journal, Kind, State
from goedwerk_tui.programme import Pack


class Strategies(Collection):
    """The collection of strategies."""

    KIND: ClassVar[Kind] = Kind.STRATEGY
    LIST: ClassVar[str] = "strategies.yaml"
    ASKS_USE: ClassVar[str] = "Wanneer deed je het zo, en wat gebeurde er daarna?"
    HINT_USE: ClassVar[str] = (
        "Begin bij de dag en de plek. Ging het anders dan bedacht, schrijf dan op waar het afweek."
    )
    ASKS_NEW: ClassVar[str] = "Hoe pak jij iets aan, zodat een collega het morgen ook zo kan doen?"
    HINT_NEW: ClassVar[str] = "De eerste regel wordt de titel. Zet daaronder wat je doet, en wat het kost."

    def _item_of(self, entry: Entry) -> CollectionItem:
        first, _, rest = entry.text.strip().partition("\n")
        title = shorten(first, TITLE)
        whole = entry.text.strip() if title != " ".join(first.split()) else ""
        return CollectionItem(entry.id, title, whole or rest.strip(), entry=entry)

    def _in_programme(self, pack: Pack) -> tuple[CollectionItem, ...]:
        return tuple(CollectionItem(each.id, each.name, each.text, step=each.step) for each in pack.strategies())

    def _words_of(self, item: CollectionItem) -> tuple[str, Mapping[str, str]]:
        return f"{item.title}\n\n{item.text}", {}

    def _found_uses(self, item: CollectionItem, journal: Journal) -> Iterator[Use | None]:
        """Yield the intention that it comes from, and the texts it was picked for."""
        if item.entry is None:
            return
        intention = journal.entries.get(intentions.made_from(item.entry))
        if intention is not None and intention.state is State.LIVE:
            yield Use(intention, "was eerst dit voornemen")
        for each in journal.newest_first(kinds={Kind.EXERCISE}):
            work = work_of(each)
            picked = isinstance(work, Composition) and any(
                source.id == item.id for piece in work.pieces for source in piece.picked
            )
            yield Use(each, "gekozen voor deze tekst") if picked else None
