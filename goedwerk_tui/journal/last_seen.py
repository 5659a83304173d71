"""What this machine saw in a journal last, kept apart from it, without a word of what it was.

Whoever puts an older file back, by hand or by a sync service, while the program is closed, gets what never leaves back
as such, and hears what is missing. Of a journal that was wiped whole nothing is known.
"""

from collections.abc import Mapping
from contextlib import suppress

import msgspec
from msgspec import Struct

from goedwerk_tui.base.files import ReadFailed, WriteFailed, atomic_write, make_private_folder, read_regular
from goedwerk_tui.base.places import Places
from goedwerk_tui.journal.book import Book, Key, MarkRecord, stem
from goedwerk_tui.journal.entry import Entry, Id, Kind, Mark, State
from goedwerk_tui.journal.graves import Kept, file_of

_LIMIT = 64 * 1024 * 1024
_HOLDING_BACK = ((Mark.NEVER_LEAVE, True), (Mark.BRING, False))
"""What a mark says that keeps a piece here; no piece leaves because of a mark that only this memory has."""


class _Seen(Struct, frozen=True, forbid_unknown_fields=True):
    pieces: Mapping[Id, Id] = {}
    """The last revision of each entry that stood there, the log of exports left out."""
    marks: tuple[MarkRecord, ...] = ()
    """What was said last of the leaving of each."""


class Older(Struct, frozen=True):
    """What an older file in the place of the journal's lacked of what this machine saw last."""

    shut_in: tuple[Id, ...] = ()
    """The ids of what never leaves by what was said last, and by the file might."""
    not_brought: tuple[Id, ...] = ()
    """The ids of what was to be brought by the file, and was taken back after that."""
    pieces: int = 0
    """How many pieces it lacks."""
    versions: int = 0
    """Of how many pieces it has an earlier version alone."""

    @property
    def is_answered(self) -> bool:
        """Whether nobody need say how to go on."""
        return not (self.pieces or self.versions)


class LastSeen:
    """The memory that this machine has of one journal."""

    def __init__(self, places: Places | None, book: Book) -> None:
        """Read it, and compare it with what the journal's file holds.

        There is none of a backup, nor of a copy that is opened by its name: that is tried out, and goes.
        """
        self._places = None if places is None or places.is_backup or not places.is_own else places
        self._begin(book)

    def _begin(self, book: Book) -> None:
        self._seen = self._kept = _read(self._places, book.id) if self._places else _Seen()
        self._lacking = {id: last for id, last in self._seen.pieces.items() if not holds(book, id, last)}
        held = {(each.entry, each.mark.value): each for each in self._seen.marks if _holds_back(each)}
        self._held = {key: each for key, each in held.items() if _is_later(book, each)}
        """What keeps a piece here and the file says nothing of; some of it may be of what is not in the book yet."""
        self._found = book

    @property
    def lacking(self) -> Mapping[Id, Id]:
        """The pieces that were missing, each with its last version; not those of which somebody said how to go on."""
        return self._lacking

    def as_last_said(self, book: Book) -> Book:
        """Return a book in which nothing leaves that may not by what was said last; the very same when all is so."""
        if book.id != self._found.id:
            # A journal that was new became one that a person brought, and was asked whether that is what was meant.
            self._begin(book)
        its = {key: each for key, each in self._held.items() if each.entry in book.entries and _is_later(book, each)}
        return msgspec.structs.replace(book, marks={**book.marks, **its}) if its else book

    def older(self, book: Book) -> Older:
        """Return what the file lacked when it was read, and the book lacks still."""
        entries = self._found.entries
        changed = [each for each in self._held.values() if each.entry in entries]
        shut_in = (each.entry for each in changed if each.mark is Mark.NEVER_LEAVE)
        brought = (each for each in changed if each.mark is Mark.BRING)
        lacking = [id for id, last in self._lacking.items() if not holds(book, id, last)]
        return Older(
            tuple(shut_in),
            tuple(each.entry for each in brought if _is_on(self._found, each)),
            sum(id not in book.entries for id in lacking),
            sum(id in book.entries for id in lacking),
        )

    def note(self, book: Book) -> None:
        """Remember what is in the journal now, beside what it lacks; what can't be kept is tried again."""
        if self._places is None:
            return
        self._lacking = {id: last for id, last in self._lacking.items() if not holds(book, id, last)}
        self._seen = _Seen({**_pieces(book), **self._lacking}, _latest(self._seen.marks, book))
        if self._seen != self._kept and _write(self._places, book.id, self._seen):
            self._kept = self._seen

    def accept(self, book: Book) -> None:
        """Take the journal for what it is: nothing is missing in it any more."""
        self._lacking = {}
        self.note(book)


def _read(places: Places, journal_id: str) -> _Seen:
    try:
        return msgspec.json.decode(read_regular(file_of(places, journal_id, Kept.SEEN), _LIMIT), type=_Seen)
    except (ReadFailed, msgspec.MsgspecError, ValueError):
        return _Seen()


def _write(places: Places, journal_id: str, seen: _Seen) -> bool:
    path = file_of(places, journal_id, Kept.SEEN)
    with suppress(WriteFailed):
        make_private_folder(path.parent)
        atomic_write(path, msgspec.json.encode(seen))
        return True
    return False


def _pieces(book: Book) -> Mapping[Id, Id]:
    return {each.id: each.revisions[-1].id for each in book.entries.values() if _is_piece(each)}


def _is_piece(entry: Entry) -> bool:
    return entry.kind is not Kind.LOG and entry.state is not State.WIPED


def holds(book: Book, entry_id: Id, revision_id: Id) -> bool:
    """Return whether a book has a version of an entry, or a tombstone that it went with."""
    entry = book.entries.get(entry_id)
    if entry is None:
        return False
    if entry.revisions[-1].id == revision_id or entry.state is State.WIPED:
        return True
    return stem(revision_id) in {stem(id) for each in entry.revisions for id in (each.id, *each.after)}


def _holds_back(mark: MarkRecord) -> bool:
    return (mark.mark, mark.on) in _HOLDING_BACK


def _is_later(book: Book, mark: MarkRecord) -> bool:
    """Return whether a mark is of after what a book says: another machine may have lifted it since."""
    now, entry = book.marks.get((mark.entry, mark.mark.value)), book.entries.get(mark.entry)
    return (now is None or now.at < mark.at) and (entry is None or entry.state is not State.WIPED)


def _is_on(book: Book, mark: MarkRecord) -> bool:
    now = book.marks.get((mark.entry, mark.mark.value))
    return now is not None and now.on


def _latest(known: tuple[MarkRecord, ...], book: Book) -> tuple[MarkRecord, ...]:
    marks: dict[Key, MarkRecord] = {(each.entry, each.mark.value): each for each in known}
    for key, each in book.marks.items():
        before = marks.get(key)
        marks[key] = each if before is None or before.at <= each.at else before
    return tuple(marks.values())
