"""In which weeks somebody wrote."""

from datetime import date, datetime

import pytest

from goedwerk_tui.guidance.reminders.weeks import three_months, weeks
from goedwerk_tui.journal import Journal, Kind

pytestmark = pytest.mark.dated

TODAY = date(2026, 11, 24)


def journal_of(*moments: datetime) -> Journal:
    """A journal with a note at each moment."""
    now = [moments[0]]
    journal = Journal.in_memory(lambda: now[0])
    for moment in moments:
        now[0] = moment
        journal.add(Kind.NOTE, "iets")
    return journal


def noon(month: int, day: int) -> datetime:
    return datetime(2026, month, day, 12).astimezone()


def test_each_day_of_writing_counts_once_for_its_week() -> None:
    journal = journal_of(noon(11, 8), noon(11, 9), noon(11, 9), noon(11, 15), noon(11, 24))
    found = weeks(journal.newest_first(), TODAY, 3)
    assert [(week.monday, sorted(day.day for day in week.days)) for week in found] == [
        (date(2026, 11, 9), [9, 15]),
        (date(2026, 11, 16), []),
        (date(2026, 11, 23), [24]),
    ]


def test_a_sitting_at_an_older_entry_counts_for_its_own_day() -> None:
    now = [noon(3, 2)]
    journal = Journal.in_memory(lambda: now[0])
    entry = journal.add(Kind.NOTE, "van maart")
    now[0] = noon(11, 18)
    journal.change(entry.id, "van november")
    (week, _) = weeks(journal.newest_first(), TODAY, 2)
    assert week.days == {date(2026, 11, 18)}


def test_what_was_exported_is_no_writing() -> None:
    journal = Journal.in_memory(lambda: noon(11, 24))
    journal.add(Kind.LOG, "Geëxporteerd")
    assert three_months(journal.newest_first(), TODAY) == ""


def test_three_months_stand_on_one_line() -> None:
    journal = journal_of(noon(8, 31), noon(9, 8), noon(10, 26), noon(11, 2), noon(11, 3), noon(11, 4))
    assert three_months(journal.newest_first(), TODAY) == "sep ▁··· okt ···▁ nov ▃···"


def test_a_week_belongs_to_the_month_of_its_monday() -> None:
    journal = journal_of(noon(11, 1))
    assert three_months(journal.newest_first(), date(2026, 11, 1)) == "aug ····· sep ···· okt ···▁"
