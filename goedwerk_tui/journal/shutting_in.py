"""What must not leave because a journal was put back: nobody said that it may."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

import msgspec
from msgspec import Struct

from goedwerk_tui.journal.book import Book, Key, MarkRecord, merge_into, new_id, not_before
from goedwerk_tui.journal.entry import Entry, Kind, Mark, Revision, State
from goedwerk_tui.journal.journal import Journal

_NEVER, _BRING = Mark.NEVER_LEAVE, Mark.BRING
_DATA = {"rescue": {"shut_in": True}}
"""What the log entry of a rescue has as its data; the marks that were set then are of the moment of that entry."""


class Unsure(Struct, frozen=True):
    """What does not leave because it can't be told how it was marked last."""

    shut_in: tuple[str, ...] = ()
    """The ids of what never leaves for that reason alone."""
    not_brought: tuple[str, ...] = ()
    """The ids of what some earlier file has as to be brought, and is not any more."""


def shut_in_as(book: Book, marks: Mapping[Key, MarkRecord], entry_ids: Collection[str]) -> Book:
    """Return a book in which what never leaves by other marks does not leave, unless it was let go after that.

    Args:
        book: the book.
        marks: those of the file that it is put in the place of, or of the backup that it got something from.
        entry_ids: the entries that it is about.
    """
    its = {key: each for key, each in marks.items() if each.mark is _NEVER and each.on and each.entry in entry_ids}
    return merge_into(book, Book(book.id, marks=its, versions=book.versions)) if its else book


def shut_in_unsure(
    book: Book, entry_ids: Iterable[str], bring_ids: Iterable[str], now: datetime, text: str
) -> tuple[Book, Unsure]:
    """Shut in what may have been shut in, and do not bring what may have been taken off, for all that can be read.

    What was surely to be brought stays so: when it is let go again it is brought as before.

    Args:
        book: the book.
        entry_ids: what may have been shut in.
        bring_ids: what may not be to be brought any more.
        now: the moment.
        text: what the log entry says by which what was shut in is found again.

    Returns:
        The book, and what does not leave now: without what did not already.
    """
    known = book.marks
    ids = tuple(each for each in entry_ids if not _is_on(known, each, _NEVER))
    off = tuple(each for each in bring_ids if _is_on(known, each, _BRING))
    changed = [*((each, _NEVER) for each in ids), *((each, _BRING) for each in off)]
    if not changed:
        return book, Unsure()
    before = [mark.at for id, which in changed if (mark := known.get((id, which.value)))]
    at = not_before(now, max(before, default=None))
    marks = {(id, which.value): MarkRecord(id, which, which is _NEVER, at) for id, which in changed}
    went = tuple(each for each in off if not _is_on(known, each, _NEVER))
    logged = [Entry(new_id(), Kind.LOG, None, (Revision(new_id(), at, text, _DATA),))] if ids else []
    return msgspec.structs.replace(book.with_entries(logged), marks={**known, **marks}), Unsure(ids, went)


def _is_on(marks: Mapping[Key, MarkRecord], entry_id: str, which: Mark) -> bool:
    mark = marks.get((entry_id, which.value))
    return mark is not None and mark.on


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
