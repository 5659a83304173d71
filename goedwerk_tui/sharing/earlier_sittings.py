"""What was answered about the picture of something that grew since, as it leaves: with that picture."""

from collections.abc import Callable

import msgspec

from goedwerk_tui.base.clock import local, long_date
from goedwerk_tui.guidance.exercises.history import answered_before, as_told
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.guidance.exercises.list import ItemList
from goedwerk_tui.guidance.exercises.scale import Scale
from goedwerk_tui.guidance.exercises.sort import Sort
from goedwerk_tui.guidance.exercises.state import joined
from goedwerk_tui.journal import Entry, Kind
from goedwerk_tui.sharing.document import Piece


def with_earlier_sittings(make: Callable[[Entry], Piece]) -> Callable[[Entry], Piece]:
    """Return what makes of an entry what leaves of it, of what grows with the answers of earlier days too.

    The picture of such a day holds what stands there still: what somebody took back or worded otherwise since does not
    leave by way of it.
    """

    def whole(entry: Entry) -> Piece:
        piece = make(entry)
        told = _told(entry) if entry.kind is Kind.EXERCISE else ""
        if not told:
            return piece
        picture = piece.picture
        if picture is not None and picture.beside is not None:
            picture = msgspec.structs.replace(picture, beside=joined(picture.beside, told))
        return msgspec.structs.replace(piece, text=joined(piece.text, told), picture=picture)

    return whole


def _told(entry: Entry) -> str:
    now = as_told(entry)
    parts: list[str] = []
    for each in answered_before(entry):
        then = _within(as_told(each), now)
        if then is not None:
            parts += [f"Zoals het stond op {long_date(local(each.changed).date())}", then.text()]
    return joined(*parts)


def _within(then: Work | None, now: Work | None) -> Work | None:
    match then, now:
        case ItemList(), ItemList():
            return then.within(now)
        case Scale(), Scale():
            return then.within(now)
        case Sort(), Sort():
            return then.within(now)
        case _:
            return None
