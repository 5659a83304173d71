"""Days are those of the place where somebody is, through summer time and the ends of years."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.clocks import ZONES, World, in_zone

from goedwerk_tui.base.clock import local
from goedwerk_tui.guidance.reminders.on_this_day import months_before, on_this_day
from goedwerk_tui.guidance.reminders.weeks import monday_of, weeks
from goedwerk_tui.journal import Kind

pytestmark = pytest.mark.dated

START = datetime(2025, 11, 1, tzinfo=UTC)
HOURS = st.lists(st.integers(0, 420 * 24), min_size=1, max_size=25, unique=True)


def written(hours: list[int]) -> World:
    """A journal with a note at each of these hours after the start, and the clock at the end."""
    world = World(START)
    for hour in sorted(hours):
        world.now = START + timedelta(hours=hour)
        world.journal.add(Kind.NOTE, str(hour))
    world.now = START + timedelta(days=421)
    return world


@given(HOURS, st.sampled_from(ZONES))
@settings(max_examples=40, deadline=None)
def test_each_day_of_writing_is_in_its_own_week(hours: list[int], zone: str) -> None:
    with in_zone(zone):
        world = written(hours)
        expected = {local(START + timedelta(hours=hour)).date() for hour in hours}
        found = weeks(world.journal.newest_first(), world.today, 62)
        assert {day for week in found for day in week.days} == expected
        assert all(monday_of(day) == week.monday for week in found for day in week.days)
        assert found[-1].monday == monday_of(world.today)
        assert {later.monday - week.monday for week, later in pairwise(found)} == {timedelta(days=7)}


@given(HOURS, st.sampled_from(ZONES), st.integers(0, 400))
@settings(max_examples=40, deadline=None)
def test_on_this_day_finds_what_lies_three_days_around(hours: list[int], zone: str, back: int) -> None:
    """Also when the clock is set back to before some of what was written."""
    with in_zone(zone):
        world = written(hours)
        today = world.today - timedelta(days=back)
        found = {then.day: [each.text for each in then.entries] for then in on_this_day(world.journal, today)}
        for months in (1, 3, 12):
            day = months_before(today, months)
            around = [
                str(hour)
                for hour in sorted(hours)
                if abs(local(START + timedelta(hours=hour)).date() - day) <= timedelta(days=3)
            ]
            assert found.get(day, []) == around


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("UTC", date(2026, 12, 31)),
        ("Europe/Amsterdam", date(2027, 1, 1)),
        ("America/St_Johns", date(2026, 12, 31)),
    ],
)
def test_new_year_comes_where_one_is(zone: str, day: date) -> None:
    world = World(datetime(2026, 12, 31, 23, 30, tzinfo=UTC))
    with in_zone(zone):
        entry = world.journal.add(Kind.NOTE, "een seconde voor de taart")
        assert world.today == day
        (week,) = weeks([entry], day, 1)
        assert (week.monday, week.days) == (date(2026, 12, 28), {day})


def test_a_week_with_summer_time_has_seven_days() -> None:
    """Each night at half past two, also in the night in which that hour does not exist, and in the one that has two."""
    with in_zone("Europe/Amsterdam"):
        for sunday in (date(2026, 3, 29), date(2026, 10, 25)):
            world = World()
            for back in range(7):
                world.now = datetime.combine(sunday - timedelta(days=back), datetime.min.time()).astimezone(UTC)
                world.wait(hours=2.5)
                world.journal.add(Kind.NOTE, "wakker")
            (week,) = weeks(world.journal.newest_first(), sunday, 1)
            assert len(week.days) == 7
