"""The neutral document that every format is made from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from goedwerk_tui.base.clock import local, long_date
from goedwerk_tui.base.text import clean
from goedwerk_tui.guidance.words import ENTRY_KINDS, written_by_choice
from goedwerk_tui.journal import Entry

LOOSE = "Los geschreven"
"""The heading above entries that come from no session."""


@dataclass(frozen=True)
class Piece:
    """One entry as it leaves. All of it is plain text; ``text`` may hold several lines."""

    question: str
    choice: str
    text: str
    written: str


@dataclass(frozen=True)
class Group:
    """The pieces of one step."""

    title: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Section:
    """The groups of one session."""

    title: str
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class Document:
    """Everything that leaves, in order."""

    title: str
    date: str
    sections: tuple[Section, ...]

    @property
    def pieces(self) -> int:
        """How many entries are in it."""
        return sum(len(group.pieces) for section in self.sections for group in section.groups)


def make_document(entries: Iterable[Entry], now: datetime, title: str = "Uit mijn dagboek Goed Werk") -> Document:
    """Lay entries in a document, by session and step in the order in which they were first written."""
    sections: dict[str, dict[str, list[Piece]]] = {}
    for entry in sorted(entries, key=lambda each: (each.created, each.id)):
        session = clean(entry.origin.session_title) if entry.origin else LOOSE
        step = clean(entry.origin.step_title) if entry.origin else ENTRY_KINDS[entry.kind].capitalize()
        sections.setdefault(session, {}).setdefault(step, []).append(_piece(entry))
    return Document(
        title=title,
        date=long_date(local(now).date()),
        sections=tuple(
            Section(name, tuple(Group(step, tuple(pieces)) for step, pieces in groups.items()))
            for name, groups in sections.items()
        ),
    )


def _piece(entry: Entry) -> Piece:
    return Piece(
        question=clean(entry.origin.words) if entry.origin else "",
        choice=clean(written_by_choice(entry)),
        text=clean(entry.text).strip("\n"),
        written=long_date(local(entry.changed).date()),
    )
