"""What another machine decided about a text's leaving."""

from collections.abc import Collection
from datetime import timedelta

from msgspec import Struct

from goedwerk_tui.journal.book import Book
from goedwerk_tui.journal.entry import Entry, Mark, State
from goedwerk_tui.journal.index import marked_in
from goedwerk_tui.journal.journal import Journal

_AHEAD = timedelta(hours=1)
"""How far a clock may be ahead of the one here and still be believed."""


class Lifted(Struct, frozen=True):
    """What was never to leave here, and may by the latest mark."""

    may_leave: tuple[Entry, ...] = ()
    """What may leave now."""
    shut_in: tuple[Entry, ...] = ()
    """What never leaves all the same: the mark is of a moment that is yet to come, so nothing says which was later."""


def lifted(before: Book, after: Book) -> frozenset[str]:
    """Return the ids of what was never to leave, is there still, and may leave now."""
    freed = marked_in(before)[Mark.NEVER_LEAVE] - marked_in(after)[Mark.NEVER_LEAVE]
    return frozenset(each for each in freed if each in after.entries and after.entries[each].state is not State.WIPED)


def weigh_lifted(journal: Journal, freed: Collection[str]) -> Lifted:
    """Shut in again what only a clock that is ahead lets go, and return all that was lifted elsewhere.

    Raises:
        SaveFailed: it could not be shut in.
    """
    may_leave: list[Entry] = []
    shut_in: list[Entry] = []
    for id in sorted(freed):
        record = journal.book.marks[id, Mark.NEVER_LEAVE.value]
        if record.at > journal.now() + _AHEAD:
            journal.mark(id, Mark.NEVER_LEAVE, True)
            shut_in.append(journal.entries[id])
        else:
            may_leave.append(journal.entries[id])
    return Lifted(tuple(may_leave), tuple(shut_in))
