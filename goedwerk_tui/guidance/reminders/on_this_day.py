"""‘Op deze dag’: what was written about a month, three months and a year ago."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from goedwerk_tui.base.clock import local
from goedwerk_tui.journal import Entry, Journal, Kind

_AGO = ((1, "Een maand geleden"), (3, "Drie maanden geleden"), (12, "Een jaar geleden"))
_AROUND = timedelta(days=3)
"""Who writes once a week would find nothing if only the very day counted."""
_A_DAY_AND_A_HALF = timedelta(hours=36)
"""A local day ends at most this long after its noon in UTC."""


@dataclass(frozen=True)
class Then:
    """What was written around one day."""

    name: str
    """Such as ‘Een maand geleden’."""
    day: date
    entries: tuple[Entry, ...]
    """Oldest first; never none."""


def on_this_day(journal: Journal, today: date) -> tuple[Then, ...]:
    """Return what was begun around the days that lie a month, three months and a year back, where there is anything.

    Args:
        journal: where to look.
        today: the day, in local time.
    """
    written = [each for each in reversed(journal.newest_first()) if each.kind is not Kind.LOG]
    days = ((name, months_before(today, months)) for months, name in _AGO)
    found = (Then(name, day, tuple(_around(day, written))) for name, day in days)
    return tuple(then for then in found if then.entries)


def _around(day: date, written: list[Entry]) -> Iterator[Entry]:
    # Telling a local day is slow work for thousands of entries: what is clearly elsewhere is passed over.
    noon = datetime.combine(day, time(12), UTC)
    for each in written:
        if abs(each.created - noon) <= _AROUND + _A_DAY_AND_A_HALF and abs(local(each.created).date() - day) <= _AROUND:
            yield each


def months_before(day: date, months: int) -> date:
    """Return the same day so many months earlier, or the last day of that month when it has no such day."""
    count = day.year * 12 + day.month - 1 - months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
