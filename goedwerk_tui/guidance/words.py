"""What things are called in Dutch, wherever a person reads it: on screens, in exports and in the terminal."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from goedwerk_tui.base.clock import local, long_date
from goedwerk_tui.base.text import quoted
from goedwerk_tui.journal import Entry, Kind, Origin
from goedwerk_tui.journal.said_beside import OPTION_TEXT
from goedwerk_tui.programme.model import Move

STEP_KINDS = {
    "reading": "tekst",
    "case": "casus",
    "example": "portret",
    "questions": "vragen",
    "own_example": "eigen voorbeeld",
    "closing": "afsluiting",
    "exercise": "opdracht",
}

LEVELS = {
    "rijk": "Rijk",
    "provincie": "provincie",
    "gemeente": "gemeente",
    "waterschap": "waterschap",
    "uitvoering": "uitvoering",
    "toezicht": "toezicht",
    "europa": "Europa",
}

MOVES: dict[Move, str] = {"see": "zien", "recognise": "herkennen", "judge": "wegen", "act": "doen"}

ENTRY_KINDS = {
    Kind.ANSWER: "antwoord",
    Kind.CHOICE: "keuze",
    Kind.NOTE: "notitie",
    Kind.EXERCISE: "opdracht",
    Kind.INTENTION: "voornemen",
    Kind.STRATEGY: "strategie",
    Kind.CONDITION: "voorwaarde",
    Kind.TERM: "woord",
    Kind.VISION: "visie",
    Kind.LOG: "logboek",
    Kind.PROMPT: "vraag",
}

NAMED = 3
"""Pieces that are named in a sentence; of more it is said how many there are."""


def how_many(number: int, one: str, more: str) -> str:
    """Return a count with its noun: ‘1 stuk’, ‘3 stukken’, ‘nog geen stukken’ is for the caller to say."""
    return f"{number} {one if number == 1 else more}"


def pieces(number: int) -> str:
    """Return how many pieces of writing: ‘1 stuk’, ‘3 stukken’."""
    return how_many(number, "stuk", "stukken")


def minutes(number: int) -> str:
    """Return a length of time as ‘ongeveer 12 min’."""
    return f"ongeveer {number} min"


def origin_line(entry: Entry) -> str:
    """Return where an entry comes from: ‘Vakmanschap › Leest lekkerder’, or what kind it is for a loose one."""
    return place_of(entry.origin, entry.kind)


def place_of(origin: Origin | None, kind: Kind) -> str:
    """Return where something was written: ‘Vakmanschap › Leest lekkerder’, or what kind it is for what is loose."""
    if origin is None:
        return ENTRY_KINDS[kind].capitalize()
    return f"{origin.session_title} › {origin.step_title}"


def written_by_choice(entry: Entry) -> str:
    """Return the option that was chosen, in the words as they were shown; empty for anything but a choice."""
    if entry.kind is not Kind.CHOICE or not entry.data:
        return ""
    return str(entry.data.get(OPTION_TEXT, ""))


def about_waiting(number: int) -> str:
    """Return how many intentions are to be asked back: ‘Een voornemen wacht op ‘hoe ging het?’’."""
    if number == 1:
        return "Een voornemen wacht op ‘hoe ging het?’"
    return f"{number} voornemens wachten op ‘hoe ging het?’"


def names_of(entries: Sequence[Entry]) -> str:
    """Return the first few entries by name, and how many more there are."""
    names = [name_of(each) for each in entries[:NAMED]]
    if more := len(entries) - len(names):
        names.append(f"nog {pieces(more)}")
    return " en ".join(names)


def name_of(entry: Entry) -> str:
    """Return an entry by where it comes from and when it was begun: ‘‘Notitie’ van 3 november 2026’."""
    return f"{quoted(origin_line(entry))} van {long_date(local(entry.created).date())}"


def paths_of(paths: Iterable[Path]) -> str:
    """Return files or folders as they are named in a sentence."""
    return ", ".join(f"‘{path}’" for path in paths)
