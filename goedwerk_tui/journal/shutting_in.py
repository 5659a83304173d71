"""What must not leave because a journal was put back: nobody said that it may."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

import msgspec

from goedwerk_tui.journal.book import Book, Key, MarkRecord, merge_into, new_id, not_before
from goedwerk_tui.journal.entry import Entry, Kind, Mark, Revision, State
from goedwerk_tui.journal.journal import Journal

_NEVER = Mark.NEVER_LEAVE
_DATA = {"rescue": {"shut_in": True}}
"""What the log entry of a rescue has as its data; the marks that were set then are of the moment of that entry."""


def shut_in_as(book: Book, marks: Mapping[Key, MarkRecord], entry_ids: Collection[str]) -> Book:
    """Return a book in which what never leaves by other marks does not leave, unless it was let go after that.

    Args:
        book: the book.
        marks: those of the file that it is put in the place of, or of the backup that it got something from.
        entry_ids: the entries that it is about.
    """
    its = {key: each for key, each in marks.items() if each.mark is _NEVER and each.on and each.entry in entry_ids}
    return merge_into(book, Book(book.id, marks=its, versions=book.versions)) if its else book


def shut_in_unsure(book: Book, entry_ids: Iterable[str], now: datetime, text: str) -> tuple[Book, tuple[str, ...]]:
    """Shut in what may have been shut in before, for all that can still be read.

    Whether a piece is to be brought stays as it was: what is let go again is brought as before.

    Args:
        book: the book.
        entry_ids: what may have been shut in.
        now: the moment.
        text: what the log entry says by which they are found again.

    Returns:
        The book, and the ids of what was shut in: without what never left already.
    """
    known = book.marks
    ids = tuple(each for each in entry_ids if (mark := known.get((each, _NEVER.value))) is None or not mark.on)
    if not ids:
        return book, ()
    at = not_before(now, max((each.at for id in ids if (each := known.get((id, _NEVER.value)))), default=None))
    marks = {**known, **{(each, _NEVER.value): MarkRecord(each, _NEVER, True, at) for each in ids}}
    logged = Entry(new_id(), Kind.LOG, None, (Revision(new_id(), at, text, _DATA),))
    return msgspec.structs.replace(book.with_entries([logged]), marks=marks), ids


def shut_in_by_rescue(journal: Journal) -> tuple[Entry, ...]:
    """Return what a rescue shut in and nobody let go or shut in since, newest first."""
    moments = {each.created for each in journal.newest_first(kinds=[Kind.LOG]) if each.data == _DATA}
    ids = {each.entry for each in journal.book.marks.values() if each.mark is _NEVER and each.on and each.at in moments}
    return tuple(each for each in journal.newest_first(state=None) if each.id in ids and each.state is not State.WIPED)


def let_go(journal: Journal, entries: Collection[Entry]) -> None:
    """Let these entries leave again, in one write.

    Raises:
        SaveFailed: they were not let go.
    """

    def lifted(book: Book) -> Book:
        now = journal.now()
        keys = [(each.id, _NEVER.value) for each in entries]
        found = {key: each for key in keys if (each := book.marks.get(key))}
        free = {key: MarkRecord(each.entry, _NEVER, False, not_before(now, each.at)) for key, each in found.items()}
        return msgspec.structs.replace(book, marks={**book.marks, **free})

    journal.store.save(lifted)
