"""The rhythm of a year: in which weeks somebody wrote, month by month. To look at, never to be judged by."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from goedwerk_tui.base.clock import DAYS, MONTHS, local, long_date
from goedwerk_tui.guidance.insight.picture import Picture, PictureGroup, PictureMark, TooLittle, in_a_row
from goedwerk_tui.guidance.reminders.weeks import Week, weeks
from goedwerk_tui.journal import Entry, Kind

ID, TITLE = "ritme", "Ritme"
_YEAR = 53
"""Weeks that hold a whole year, on whichever day it begins."""


def written_weeks(entries: Sequence[Entry], today: date) -> Picture | TooLittle:
    """Return the year up to today as months of weeks, from the first month in which something was written.

    A week belongs to the month in which its Monday lies.

    Args:
        entries: what was written, newest first.
        today: the day, in local time.
    """
    year = weeks(entries, today, _YEAR)
    first = next((number for number, week in enumerate(year) if week.days), len(year))
    if sum(bool(week.days) for week in year) < 2:
        return TooLittle(ID, TITLE, "Er is iets te zien als je in minstens twee verschillende weken iets schreef.")
    begin = next(number for number, week in enumerate(year) if _month(week) == _month(year[first]))
    months = [list(of_month) for _, of_month in groupby(year[begin:], key=_month)]
    return Picture(
        ID,
        TITLE,
        f"Uit de dagen waarop je iets schreef of veranderde, van {long_date(min(year[first].days))} tot "
        f"{long_date(max(day for week in year for day in week.days))}.",
        tuple(
            PictureGroup(
                f"{MONTHS[month[0].monday.month - 1]} {month[0].monday.year}", "week", tuple(map(_mark, month))
            )
            for month in months
        ),
        tuple(_written_since(entries, year[0].monday)),
    )


def _month(week: Week) -> tuple[int, int]:
    return week.monday.year, week.monday.month


def _mark(week: Week) -> PictureMark:
    days = [DAYS[day.weekday()] for day in sorted(week.days)]
    monday = f"week van {week.monday.day} {MONTHS[week.monday.month - 1]}"
    return PictureMark(monday, weight=len(days), about=(in_a_row(days),) if days else ())


def _written_since(entries: Sequence[Entry], day: date) -> Iterator[str]:
    """Yield the ids of what was written or changed since; a day early is looked at to spare most of the rest."""
    for entry in entries:
        newest = entry.revisions[-1].at
        if entry.kind is not Kind.LOG and newest.date() >= day - timedelta(days=1) and local(newest).date() >= day:
            yield entry.id
