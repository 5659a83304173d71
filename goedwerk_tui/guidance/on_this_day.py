"""‘Op deze dag’: what was written about a month, three months and a year ago."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from goedwerk_tui.base.clock import local
from goedwerk_tui.journal import Entry, Journal, Kind

_AGO = ((1, "Een maand geleden"), (3, "Drie maanden geleden"), (12, "Een jaar geleden"))
_AROUND = timedelta(days=3)
"""Who writes once a week would find nothing if only the very day counted."""


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
    written = [
        (local(each.created).date(), each) for each in reversed(journal.newest_first()) if each.kind is not Kind.LOG
    ]
    found: list[Then] = []
    for months, name in _AGO:
        day = months_before(today, months)
        entries = tuple(each for on, each in written if abs(on - day) <= _AROUND)
        if entries:
            found.append(Then(name, day, entries))
    return tuple(found)


def months_before(day: date, months: int) -> date:
    """Return the same day so many months earlier, or the last day of that month when it has no such day."""
    count = day.year * 12 + day.month - 1 - months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
