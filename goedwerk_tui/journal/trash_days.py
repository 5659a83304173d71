"""How long something lies in the trash, counted in days on which the program was started.

A clock can stand wrong for a day, and what is wiped never comes back. So a moment in the journal proves nothing here:
what is counted are days of which this machine itself saw that the clock went on from where it was.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path

import msgspec
from msgspec import Struct

from goedwerk_tui.base.clock import local
from goedwerk_tui.base.files import ReadFailed, atomic_write, make_private_folder, read_regular
from goedwerk_tui.journal.entry import Entry, Id, Moment

TRASH_DAYS = 30
_LIMIT = 64 * 1024 * 1024
_LONGEST_STEP = timedelta(days=31)
"""A clock that goes on further than this between two starts may have jumped; so may a holiday, and that is no harm."""
_ADJUSTED = timedelta(hours=1)
"""How far a clock may be set back and still agree."""


class _Seen(Struct, frozen=True, forbid_unknown_fields=True):
    """What earlier starts saw."""

    at: Moment
    """When the last start was, by the clock as it stood then."""
    day: date | None = None
    """The last day that was counted."""
    days: int = 0
    """How many were."""
    trash: Mapping[Id, int] = {}
    """Of each deletion, by the id of its revision, how many days had been counted when it was first seen."""


def long_enough(path: Path, trash: Iterable[Entry], now: datetime) -> tuple[Entry, ...]:
    """Count today, if the clock agrees with what was seen before, and return what has been in the trash long enough.

    Args:
        path: the file that keeps the count, of this journal on this machine.
        trash: what is in the trash.
        now: the moment by the clock.

    Raises:
        WriteFailed: the count could not be kept.
    """
    before = _read(path) or _Seen(now - _LONGEST_STEP * 2)
    agrees = -_ADJUSTED <= now - before.at <= _LONGEST_STEP
    today = local(now).date()
    new_day = agrees and today != before.day
    days = before.days + new_day
    lying = {each.newest.id: each for each in trash}
    first_seen = {id: before.trash.get(id, days) for id in lying}
    seen = _Seen(now, today if new_day else before.day, days, first_seen)
    make_private_folder(path.parent)
    atomic_write(path, msgspec.json.encode(seen))
    if not agrees:
        return ()
    return tuple(each for id, each in lying.items() if days - first_seen[id] >= TRASH_DAYS)


def _read(path: Path) -> _Seen | None:
    try:
        return msgspec.json.decode(read_regular(path, _LIMIT), type=_Seen)
    except (ReadFailed, msgspec.MsgspecError, ValueError):
        return None
