"""In which weeks somebody wrote: a rhythm to look at, never to be judged by."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from goedwerk_tui.base.clock import SHORT_MONTHS, local
from goedwerk_tui.guidance.reminders.on_this_day import months_before
from goedwerk_tui.journal import Entry, Kind

_WEEK = timedelta(days=7)
_BLOCKS = "▁▂▃▄▅▆▇█"


@dataclass(frozen=True)
class Week:
    """A week by ISO 8601, and the days in it on which something was written."""

    monday: date
    days: frozenset[date]


def weeks(entries: Iterable[Entry], today: date, count: int) -> tuple[Week, ...]:
    """Return the last weeks, the oldest first; the last one holds today.

    Args:
        entries: what was written. A version is one sitting, so each of them counts for its day; throwing away is
            no writing, and neither is the log of exports.
        today: the day, in local time.
        count: how many weeks.
    """
    last = monday_of(today)
    first = last - (count - 1) * _WEEK
    # Telling a local day is slow work for thousands of entries: what is clearly older is passed over.
    surely_before = datetime.combine(first, time(), UTC) - timedelta(days=2)
    written: dict[date, set[date]] = {}
    for entry in entries:
        if entry.kind is Kind.LOG or entry.revisions[-1].at < surely_before:
            continue
        for version in entry.versions:
            day = local(version.at).date()
            if first <= day:
                written.setdefault(monday_of(day), set()).add(day)
    mondays = (first + number * _WEEK for number in range(count))
    return tuple(Week(monday, frozenset(written.get(monday, ()))) for monday in mondays)


def monday_of(day: date) -> date:
    """Return the Monday of the day's week."""
    return day - timedelta(days=day.weekday())


def block(week: Week) -> str:
    """Return a week as one sign, higher for more days; a dot for a week without."""
    return _BLOCKS[len(week.days) - 1] if week.days else "·"


def three_months(entries: Iterable[Entry], today: date) -> str:
    """Return this month and the two before it as one line: ‘sep ·▂▁▂ okt ▂▃▂▁ nov ▃▂▂’; empty when none has a day.

    A week belongs to the month of its Monday. See ``weeks`` for the arguments.
    """
    last = monday_of(today)
    first = months_before(last, 2).replace(day=1)
    count = (last - first).days // 7 + 1
    months: dict[tuple[int, int], str] = {}
    for week in weeks(entries, today, count):
        month = (week.monday.year, week.monday.month)
        months[month] = months.get(month, "") + block(week)
    if not any(sign in _BLOCKS for signs in months.values() for sign in signs):
        return ""
    return " ".join(f"{SHORT_MONTHS[month - 1]} {signs}" for (_, month), signs in months.items())
