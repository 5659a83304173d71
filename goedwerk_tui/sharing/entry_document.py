"""Entries of the journal as a document."""

from collections.abc import Callable, Iterable
from datetime import datetime

from goedwerk_tui.base.clock import local, long_date
from goedwerk_tui.guidance.exercises.history import text_of
from goedwerk_tui.guidance.exercises.persistence import ITEM
from goedwerk_tui.guidance.words import ENTRY_KINDS, written_by_choice
from goedwerk_tui.journal import Entry, Kind
from goedwerk_tui.sharing.document import Document, Piece, Section
from goedwerk_tui.sharing.figures import picture_of

LOOSE = "Los geschreven"
"""The heading above entries that come from no session."""
USUAL_TITLE = "Uit mijn dagboek Goed Werk"


def piece_of(entry: Entry) -> Piece:
    """Return an entry as it leaves."""
    origin = entry.origin
    # What an exercise made a plan of goes by its last field, which says little without the others.
    planned = entry.kind is Kind.INTENTION and origin is not None and origin.item.startswith(f"{ITEM}.")
    return Piece(
        question=ENTRY_KINDS[entry.kind].capitalize() if planned else origin.words if origin else "",
        choice=written_by_choice(entry),
        text=text_of(entry).strip("\n"),
        written=long_date(local(entry.changed).date()),
        kind=entry.kind.value,
        picture=picture_of(entry) if entry.kind is Kind.EXERCISE else None,
        place=f"{origin.session}/{origin.step}/{origin.item}" if origin else "",
    )


def _as_it_is(entry: Entry) -> tuple[Piece, ...]:
    return (piece_of(entry),)


def as_written(entries: Iterable[Entry]) -> list[Entry]:
    """Return entries in the order in which they were first written."""
    return sorted(entries, key=lambda each: (each.created, each.id))


def sections_of(entries: Iterable[Entry], make: Callable[[Entry], Iterable[Piece]] = _as_it_is) -> tuple[Section, ...]:
    """Return entries by session and step, each in the order in which it comes first.

    Args:
        entries: what leaves, in order.
        make: makes of an entry what leaves of it.
    """
    found: dict[str, dict[str, list[Piece]]] = {}
    for entry in entries:
        session = entry.origin.session_title if entry.origin else LOOSE
        step = entry.origin.step_title if entry.origin else ENTRY_KINDS[entry.kind].capitalize()
        found.setdefault(session, {}).setdefault(step, []).extend(make(entry))
    return tuple(
        Section(session, sections=tuple(Section(step, tuple(pieces)) for step, pieces in steps.items()))
        for session, steps in found.items()
    )


def make_document(
    entries: Iterable[Entry],
    now: datetime,
    title: str = USUAL_TITLE,
    name: str = "",
    make: Callable[[Entry], Iterable[Piece]] = _as_it_is,
    order: Callable[[Iterable[Entry]], Iterable[Entry]] = as_written,
) -> Document:
    """Lay entries in a document, by session and step, each in the order in which it comes first."""
    sections = sections_of(order(entries), make)
    return Document(title=title, date=long_date(local(now).date()), sections=sections, name=name)
