"""What another machine decided about a text's leaving."""

from collections.abc import Collection, Iterable
from datetime import timedelta

from msgspec import Struct

from goedwerk_tui.journal.book import Book, MarkRecord
from goedwerk_tui.journal.entry import Entry, Mark, State
from goedwerk_tui.journal.journal import Journal

_AHEAD = timedelta(hours=1)
"""How far a clock may be ahead of the one here and still be believed."""


class Lifted(Struct, frozen=True):
    """What was never to leave here, and may by the latest mark."""

    may_leave: tuple[Entry, ...] = ()
    """What may leave now."""
    shut_in: tuple[Entry, ...] = ()
    """What never leaves all the same: the mark is of a moment that is yet to come, so nothing says which was later."""


class Brought(Struct, frozen=True):
    """What another machine marked to be brought."""

    taken: tuple[Entry, ...] = ()
    """What goes along from now on."""
    held_back: tuple[Entry, ...] = ()
    """What stays here all the same: it was taken back, and the mark is of a moment that is yet to come."""


def weigh_brought(journal: Journal, brought: Collection[str], before: Book) -> Brought:
    """Take back again what only a clock that is ahead brings, and return all that was marked to be brought elsewhere.

    Args:
        journal: the journal.
        brought: the ids of what was not to be brought, and is by what came.
        before: what the journal held before that.

    Raises:
        SaveFailed: it could not be taken back.
    """
    held_back: set[str] = set()
    for id in sorted(brought):
        key = (id, Mark.BRING.value)
        was, record = before.marks.get(key), journal.book.marks.get(key)
        if was and not was.on and record and record.on and record.at > journal.now() + _AHEAD:
            journal.mark(id, Mark.BRING, False)
            held_back.add(id)
    return Brought(chosen(journal, set(brought) - held_back), chosen(journal, held_back))


def weigh_lifted(journal: Journal, freed: Collection[str]) -> Lifted:
    """Shut in again what only a clock that is ahead lets go, and return all that was lifted elsewhere.

    Args:
        journal: the journal.
        freed: the ids of what was never to leave, and may by what came. What is wiped here from an emptied trash may
            come back: it is shut in like the rest, and not told.

    Raises:
        SaveFailed: it could not be shut in.
    """
    may_leave: list[Entry] = []
    shut_in: list[Entry] = []
    for id in sorted(freed):
        record, entry = journal.book.marks.get((id, Mark.NEVER_LEAVE.value)), journal.entries.get(id)
        if record is None or record.on or entry is None:
            continue
        if record.at > journal.now() + _AHEAD:
            journal.mark(id, Mark.NEVER_LEAVE, True)
            shut_in.append(entry)
        else:
            may_leave.append(entry)
    return Lifted(_there(may_leave), _there(shut_in))


def shut_in_again(journal: Journal, earlier: Book | None) -> tuple[Entry, ...]:
    """Shut in what was never to leave in an earlier book, and may in a journal that knows of no later mark; return it.

    Nobody lifted that: the file was replaced by one of before.

    Raises:
        SaveFailed: it could not be shut in.
    """
    if earlier is None:
        return ()
    shut = {key: each for key, each in earlier.marks.items() if each.mark is Mark.NEVER_LEAVE and each.on}
    unsaid = {key: each for key, each in shut.items() if _lacks(journal.book.marks.get(key), each)}
    if unsaid:
        journal.merge(Book(journal.id, marks=unsaid))
    return chosen(journal, (each.entry for each in unsaid.values()))


def _lacks(now: MarkRecord | None, earlier: MarkRecord) -> bool:
    return now is None or (not now.on and now.at < earlier.at)


def chosen(journal: Journal, ids: Iterable[str]) -> tuple[Entry, ...]:
    """Return the entries of these ids that are there, in the order of their ids."""
    return _there(journal.entries[id] for id in sorted(ids) if id in journal.entries)


def _there(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(each for each in entries if each.state is not State.WIPED)
