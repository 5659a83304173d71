"""Which entries Dagboek shows: of which session, kind and time, what goes along, or what was thrown away."""

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta

from goedwerk_tui.base.clock import MONTHS, local
from goedwerk_tui.guidance.told_once import told_once
from goedwerk_tui.guidance.words import ENTRY_KINDS, how_many
from goedwerk_tui.journal import Entry, Kind, State

LOOSE = "los"
"""The session of what belongs to none."""
_LOOSE_TITLE = "losse notities"
_WEEK = "week"
_MONTHS_BACK = 12
"""Months with something in them that are offered one by one; what is older goes by the year."""

Choice = tuple[str, str]
"""What can be filtered by: its id, and its words with how many entries there are."""


@dataclass(frozen=True)
class Filter:
    """What to show; empty parts let everything through."""

    session: str = ""
    kind: Kind | None = None
    period: str = ""
    """‘week’ for the last seven days; otherwise how a day begins in ISO 8601: ‘2026’, ‘2026-11’."""
    brought: bool = False
    """Only what is marked to bring."""
    state: State = State.LIVE

    def fitting(self, entries: Iterable[Entry], brought: Set[str], today: date) -> tuple[Entry, ...]:
        """Return the entries that fit, in the order in which they came.

        What was exported is a log, which only shows when it is asked for. A plan stands in the exercise that made it;
        it has a line of its own where that exercise has none, as among the plans alone.

        Args:
            entries: of the state that is shown.
            brought: the ids of what is marked to bring.
            today: in local time.
        """
        found = (
            entry
            for entry in entries
            if (entry.kind is self.kind if self.kind else entry.kind is not Kind.LOG)
            and (not self.session or _session_of(entry) == self.session)
            and (not self.brought or entry.id in brought)
            and (not self.period or _is_in(self.period, written_on(entry), today))
        )
        return told_once(found) if self.state is State.LIVE else tuple(found)

    def told(self, titles: dict[str, str]) -> list[str]:
        """Return what is shown in a few words each; sessions by their titles."""
        session = _LOOSE_TITLE if self.session == LOOSE else titles.get(self.session, self.session)
        parts = [session, ENTRY_KINDS[self.kind] if self.kind else "", _called(self.period)]
        return [part for part in (*parts, "gaat mee" if self.brought else "") if part]


def written_on(entry: Entry) -> date:
    """Return the day on which an entry was first written, in local time."""
    return local(entry.created).date()


def sessions_of(entries: Sequence[Entry], titles: dict[str, str]) -> list[Choice]:
    """Return the sessions that have entries, in the order of their titles, and then what is loose."""
    found = Counter(_session_of(entry) for entry in entries if entry.kind is not Kind.LOG)
    order = [*titles, *(each for each in found if each not in titles and each != LOOSE), LOOSE]
    named = {**titles, LOOSE: _LOOSE_TITLE}
    return [_counted(each, named.get(each, each), found[each]) for each in order if found[each]]


def kinds_of(entries: Sequence[Entry]) -> list[Choice]:
    """Return the kinds that there are."""
    found = Counter(entry.kind for entry in entries)
    return [_counted(kind, ENTRY_KINDS[kind], found[kind]) for kind in Kind if found[kind]]


def periods_of(entries: Sequence[Entry], today: date) -> list[Choice]:
    """Return the last week, the last months and the years before them in which something was written."""
    days = Counter(written_on(entry) for entry in entries if entry.kind is not Kind.LOG)
    months: Counter[str] = Counter()
    for day, number in days.items():
        months[day.isoformat()[:7]] += number
    newest = sorted(months, reverse=True)[:_MONTHS_BACK]
    years: Counter[str] = Counter()
    for month in months.keys() - set(newest):
        years[month[:4]] += months[month]
    # Of a year of which some months stand above already, the choice is of the whole year.
    whole = {year: sum(number for month, number in months.items() if month[:4] == year) for year in years}
    week = sum(number for day, number in days.items() if _is_in(_WEEK, day, today))
    counted = [(_WEEK, week), *((each, months[each]) for each in newest), *sorted(whole.items(), reverse=True)]
    return [_counted(each, _called(each), number) for each, number in counted if number]


def _session_of(entry: Entry) -> str:
    return entry.origin.session if entry.origin else LOOSE


def _is_in(period: str, day: date, today: date) -> bool:
    if period == _WEEK:
        return today - timedelta(days=7) < day <= today
    return day.isoformat().startswith(period)


def _called(period: str) -> str:
    if period == _WEEK:
        return "de laatste zeven dagen"
    year, _, month = period.partition("-")
    return f"{MONTHS[int(month) - 1]} {year}" if month else year


def _counted(id: str, words: str, number: int) -> Choice:
    return (id, f"{words} · {how_many(number, 'stuk', 'stukken')}")
