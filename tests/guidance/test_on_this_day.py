"""What was written around this day before."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goedwerk_tui.guidance.reminders.on_this_day import months_before, on_this_day
from goedwerk_tui.journal import Journal, Kind

pytestmark = pytest.mark.dated


@pytest.mark.parametrize(
    ("day", "months", "earlier"),
    [
        (date(2026, 11, 24), 1, date(2026, 10, 24)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2024, 5, 31), 3, date(2024, 2, 29)),
        (date(2026, 1, 15), 3, date(2025, 10, 15)),
        (date(2028, 2, 29), 12, date(2027, 2, 28)),
        (date(2026, 12, 1), 12, date(2025, 12, 1)),
    ],
)
def test_months_before(day: date, months: int, earlier: date) -> None:
    assert months_before(day, months) == earlier


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.sampled_from([1, 3, 12]))
def test_months_before_is_never_far_off(day: date, months: int) -> None:
    earlier = months_before(day, months)
    assert (day.year - earlier.year) * 12 + day.month - earlier.month == months
    assert 0 <= day.day - earlier.day <= 3


def test_a_diary_of_two_years() -> None:
    """One note a week: each of the three days finds the note of its own week, and nothing else."""
    now = [datetime(2025, 1, 6, 9, tzinfo=UTC)]
    journal = Journal.in_memory(clock=lambda: now[0])
    for week in range(104):
        journal.add(Kind.NOTE, f"week {week}")
        journal.add(Kind.LOG, "uitvoer")
        now[0] += timedelta(weeks=1)
    found = on_this_day(journal, date(2026, 12, 28))
    assert [(each.name, [entry.text for entry in each.entries]) for each in found] == [
        ("Een maand geleden", ["week 99"]),
        ("Drie maanden geleden", ["week 90"]),
        ("Een jaar geleden", ["week 51"]),
    ]
    assert on_this_day(journal, date(2025, 1, 20)) == ()
