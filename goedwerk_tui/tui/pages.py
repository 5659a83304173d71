"""The pages that are reached by name, in one table: for the palette, the keys of Thuis and the list of Inzicht."""

from dataclasses import dataclass

from goedwerk_tui.guidance.news import TITLE
from goedwerk_tui.guidance.reminders.offers import OfferKind
from goedwerk_tui.tui.routes import Asking, AskRoute, PageName, PageRoute, WeekLogRoute


@dataclass(frozen=True)
class NamedPage:
    """A page that is reached by name."""

    route: PageRoute | WeekLogRoute | AskRoute
    title: str
    does: str = ""
    """What one does there, for the palette; empty where the palette does not name the page, or names it otherwise."""
    also: str = ""
    """Other words for it, for the palette."""
    collects: str = ""
    """What it collects over time, for Inzicht; empty when it is no collection."""
    waiting: OfferKind | None = None
    """What may wait there; Thuis has a key for it."""
    takes_up: str = ""
    """What that key does."""


PAGES = (
    NamedPage(
        PageRoute(PageName.CONDITIONS),
        "Voorwaarden",
        does="wat je werk helpt en hindert, en wat je doet",
        collects="Wat goed werk bij jou bevordert en belemmert, en wat je er zelf aan kunt doen.",
    ),
    NamedPage(
        PageRoute(PageName.VISION),
        "Visie",
        does="hoe je nu tegen je werk aankijkt, en eerder",
        collects="Wat goed ambtelijk werk is, in jouw woorden, met de versies van eerder ernaast.",
    ),
    NamedPage(
        PageRoute(PageName.STRATEGIES),
        "Strategieën",
        does="manieren van jou en uit het programma",
        collects="Wat je doet als het lastig wordt: van jezelf en uit het programma.",
    ),
    NamedPage(
        PageRoute(PageName.WORDS),
        "Woorden",
        does="woorden voor je werk, en waar ze staan",
        collects="Je eigen woorden voor je werk, met waar je ze gebruikte, en die van het programma.",
    ),
    NamedPage(
        PageRoute(PageName.INTENTIONS),
        "Voornemens",
        does="wat je je voornam, en hoe het ging",
        collects="Wat je je voornam, wanneer het programma ernaar vraagt, en hoe het ging.",
        waiting=OfferKind.INTENTIONS,
        takes_up="Vertel hoe een voornemen ging",
    ),
    NamedPage(
        PageRoute(PageName.MONTHS),
        "Terugkijken op een maand",
        does="lees terug wat je schreef",
        collects="De woorden van een maand op een rij, met één vraag erbij.",
        waiting=OfferKind.MONTH,
        takes_up="Lees terug wat je in een maand schreef",
    ),
    NamedPage(
        PageRoute(PageName.ON_THIS_DAY),
        "Op deze dag",
        does="wat je eerder rond deze dag schreef",
        collects="Wat je een maand, drie maanden en een jaar geleden rond deze dag schreef.",
        waiting=OfferKind.THEN,
        takes_up="Bekijk wat je rond deze dag eerder schreef",
    ),
    NamedPage(
        PageRoute(PageName.MEETINGS),
        "Bijeenkomsten",
        does="wanneer je groep bij elkaar komt",
        also="agenda datum kalender groep",
        waiting=OfferKind.MEETING,
        takes_up="Bekijk wanneer je groep bij elkaar komt",
    ),
    NamedPage(
        AskRoute(Asking.CALENDAR),
        "Zet in je agenda",
        does="de volgende keer en de bijeenkomsten",
        also="kalender datum ics afspraak herinnering",
    ),
    NamedPage(PageRoute(PageName.OWN_PROMPTS), "Eigen vragen", does="vragen die je een keer wilt krijgen"),
    NamedPage(PageRoute(PageName.GLOSSARY), "Begrippen", does="de woordenlijst van het programma"),
    NamedPage(
        PageRoute(PageName.SETTINGS),
        "Instellingen",
        does="kleuren, toetsen, ritme, en waar alles staat",
        also="instelling thema opties voorkeuren configuratie toets sneltoets herinnering",
    ),
    NamedPage(
        PageRoute(PageName.NEWS),
        TITLE,
        does="sinds de versie die eerder in je dagboek schreef",
        also="versie update bijgewerkt veranderd wijzigingen",
    ),
    NamedPage(
        WeekLogRoute(),
        "Weekverslag",
        waiting=OfferKind.WEEK_LOG,
        takes_up="Schrijf over deze week, aan de hand van drie vragen",
    ),
    NamedPage(
        AskRoute(Asking.AGAIN),
        "Nog een keer",
        waiting=OfferKind.AGAIN,
        takes_up="Doe een opdracht van maanden geleden nog eens",
    ),
)
COLLECTIONS = tuple(page for page in PAGES if page.collects)
WAITING = {page.waiting: page for page in PAGES if page.waiting}
"""The page where each of what can wait is taken up."""
