"""The log of exports, kept in the journal itself: when, what, in which form, where to."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from goedwerk_tui.guidance.words import how_many
from goedwerk_tui.journal import Entry, Journal, Kind, Mark
from goedwerk_tui.sharing.formats import Format
from goedwerk_tui.sharing.kinds import KINDS, DocumentKind, held_by, usual_choice
from goedwerk_tui.sharing.selection import shareable

_FIELD = "export"
WRITTEN_UNSAID = "Het bestand is geschreven. Alleen staat in je dagboek niet dat je het schreef."
"""What it means when the journal could not be told of an export."""
STANDARD_OUTPUT = "-"
"""The target of what was written to no file."""


class Logged(Struct, frozen=True):
    """One export, as it is kept with its entry in the journal."""

    kind: DocumentKind
    choice: str
    """How was chosen: ``meenemen``, ``alles``, ``soort`` (what the kind takes) or ``id`` (by hand)."""
    format: Format
    target: str
    entries: tuple[str, ...]
    """The ids of what was in it."""
    picture: str = ""
    """The id of the picture that was drawn from them; empty for every picture, or for a kind without."""
    case: str = ""
    """The id of the case that was asked for; empty for the last, or for a kind without."""
    plain: bool = False
    """Whether nothing in it was replaced or left out and no name stood above: then the log is enough to repeat it."""
    at: datetime | None = None
    """When, in UTC; known when it is read back."""
    id: str = ""
    """The id of the entry; known when it is read back."""


def words_of(logged: Logged) -> str:
    """Return an export as a sentence, for the journal."""
    pieces = how_many(len(logged.entries), "stuk", "stukken")
    target = "standaarduitvoer" if logged.target == STANDARD_OUTPUT else logged.target
    return f"Gedeeld: {KINDS[logged.kind]} ({pieces}), als {logged.format.label}, naar {target}"


def data_of(logged: Logged) -> dict[str, Any]:
    """Return what is kept in the journal with the sentence."""
    found: dict[str, Any] = msgspec.to_builtins(logged)
    del found["at"], found["id"]
    return {_FIELD: found}


def exports(journal: Journal) -> tuple[Logged, ...]:
    """Return the exports that were logged, newest first."""
    logged = (found for each in journal.newest_first(kinds=[Kind.LOG]) if (found := _read(each)))
    return tuple(msgspec.structs.replace(each, case=journal.step_now(each.case)) for each in logged)


def _read(entry: Entry) -> Logged | None:
    data: Mapping[str, Any] = entry.data or {}
    try:
        logged = msgspec.convert(data.get(_FIELD), Logged)
    except msgspec.ValidationError:
        # Another version's log, or one that was edited: it is no base for repeating.
        return None
    return msgspec.structs.replace(logged, at=entry.created, id=entry.id)


def new_since(journal: Journal) -> tuple[Entry, ...]:
    """Return what can leave and was written, changed or brought back since the last export.

    Everything when there was none.
    """
    last = next(iter(exports(journal)), None)
    return tuple(each for each in shareable(journal) if last is None or last.at is None or each.newest.at > last.at)


def again(journal: Journal, logged: Logged) -> tuple[Entry, ...]:
    """Return what an export holds when it is made again: what was in it and may still leave, and what is new to it."""
    may = shareable(journal)
    ids = set(logged.entries)
    match logged.choice:
        case "alles":
            ids.update(each.id for each in held_by(logged.kind, journal, case=logged.case or None))
        case "meenemen" | "soort":
            # Whoever took a mark away since took it back.
            ids &= journal.marked(Mark.BRING)
            ids.update(each.id for each in usual_choice(logged.kind, journal, case=logged.case or None))
        case _:
            pass
    return tuple(each for each in may if each.id in ids)


def log_of(  # noqa: PLR0913, PLR0917 - an export has as many sides
    kind: DocumentKind,
    choice: str,
    format: Format,
    target: Path,
    chosen: Iterable[Entry],
    picture: str = "",
    case: str = "",
) -> Logged:
    """Return what to keep of an export."""
    return Logged(kind, choice, format, str(target), tuple(each.id for each in chosen), picture, case)
