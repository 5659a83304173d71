"""What a person collects over time, each on a screen of its own."""

from dataclasses import dataclass
from importlib import import_module

from textual.screen import Screen


@dataclass(frozen=True)
class Collection:
    """A screen that the list of pictures leads to."""

    id: str
    title: str
    about: str
    shown_by: str
    """The screen as ``module:class``; it is imported when it is opened."""

    def screen(self) -> Screen[None]:
        """Return the screen."""
        module, name = self.shown_by.split(":")
        return getattr(import_module(f"goedwerk_tui.tui.screens.{module}"), name)()


COLLECTIONS = (
    Collection(
        "voorwaarden",
        "Voorwaarden",
        "Wat goed werk bij jou bevordert en belemmert, en wat je er zelf aan kunt doen.",
        "conditions:ConditionsScreen",
    ),
    Collection(
        "visie",
        "Visie",
        "Wat goed ambtelijk werk is, in jouw woorden, met de versies van eerder ernaast.",
        "vision:VisionScreen",
    ),
    Collection(
        "strategieen",
        "Strategieën",
        "Wat je doet als het lastig wordt: van jezelf en uit het programma.",
        "strategies:StrategiesScreen",
    ),
    Collection(
        "begrippen",
        "Woorden",
        "Je eigen woorden voor je werk, met waar je ze gebruikte, en die van het programma.",
        "own_words:WordsScreen",
    ),
    Collection(
        "voornemens",
        "Voornemens",
        "Wat je je voornam, wanneer het programma ernaar vraagt, en hoe het ging.",
        "intentions:IntentionsScreen",
    ),
    Collection(
        "maanden",
        "Terugkijken op een maand",
        "De woorden van een maand op een rij, met één vraag erbij.",
        "month:MonthsScreen",
    ),
    Collection(
        "op-deze-dag",
        "Op deze dag",
        "Wat je een maand, drie maanden en een jaar geleden rond deze dag schreef.",
        "on_this_day:OnThisDayScreen",
    ),
)
