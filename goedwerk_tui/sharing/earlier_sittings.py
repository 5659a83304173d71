"""What was answered about the picture of something that grew since, as it leaves: with that picture, under its day."""

from collections.abc import Callable, Iterator

import msgspec

from goedwerk_tui.guidance.exercises.framed import Framed
from goedwerk_tui.guidance.exercises.history import answered_before, within
from goedwerk_tui.guidance.exercises.persistence import values_of, work_of
from goedwerk_tui.journal import Entry, Kind
from goedwerk_tui.sharing.document import Piece


def with_earlier_sittings(make: Callable[[Entry], Piece]) -> Callable[[Entry], Iterator[Piece]]:
    """Return what makes of an entry what leaves of it: of what grows the earlier days with their answers first.

    The picture of such a day holds what stands there still: what somebody took back or worded otherwise since does not
    leave by way of it. Nor does what was said beforehand, which goes on from day to day.
    """

    def pieces(entry: Entry) -> Iterator[Piece]:
        if entry.kind is Kind.EXERCISE:
            yield from map(make, _earlier(entry))
        yield make(entry)

    return pieces


def _earlier(entry: Entry) -> Iterator[Entry]:
    now = work_of(entry)
    for each in reversed(answered_before(entry)):
        then = within(work_of(each), now)
        if then is None or not isinstance(now, Framed):
            continue
        if not then.answers_around().items() <= now.answers_around().items():
            stood = msgspec.structs.replace(each.newest, text=then.text(), data=values_of(then))
            yield msgspec.structs.replace(each, revisions=(*each.revisions[:-1], stood))
