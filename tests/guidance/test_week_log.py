"""The log of a week: which week, when it is offered, where one goes on."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.clocks import ZONES, World, in_zone

from goedwerk_tui.guidance.reminders import week_log
from goedwerk_tui.guidance.reminders.rhythm import Every
from goedwerk_tui.guidance.reminders.weeks import monday_of
from goedwerk_tui.journal import Kind

pytestmark = pytest.mark.dated


def write(world: World, monday: date, number: int) -> None:
    origin = week_log.origin_of("goed-werk", monday, week_log.QUESTIONS[number])
    world.journal.add(Kind.ANSWER, f"antwoord {number}", origin=origin)


@pytest.mark.parametrize(
    ("day", "item", "title", "days"),
    [
        (date(2026, 11, 24), "2026-W48", "Weekverslag, week 48", "23 tot en met 29 nov 2026"),
        (date(2026, 12, 1), "2026-W49", "Weekverslag, week 49", "30 nov tot en met 6 dec 2026"),
        (date(2026, 12, 31), "2026-W53", "Weekverslag, week 53", "28 dec 2026 tot en met 3 jan 2027"),
        (date(2027, 1, 3), "2026-W53", "Weekverslag, week 53", "28 dec 2026 tot en met 3 jan 2027"),
        (date(2027, 1, 4), "2027-W01", "Weekverslag, week 1", "4 tot en met 10 jan 2027"),
        (date(2024, 12, 30), "2025-W01", "Weekverslag, week 1", "30 dec 2024 tot en met 5 jan 2025"),
    ],
)
def test_a_week_has_one_name(day: date, item: str, title: str, days: str) -> None:
    monday = monday_of(day)
    origin = week_log.origin_of("goed-werk", monday, week_log.QUESTIONS[0])
    assert origin.item == f"{item}/gebeurd"
    assert (origin.step_title, week_log.days(monday)) == (title, days)


def test_it_is_offered_at_the_end_of_the_week_until_something_is_written() -> None:
    world = World()
    monday = date(2026, 12, 28)
    offered = [week_log.is_due(world.journal, monday + timedelta(days=day), Every.WEEK) for day in range(8)]
    assert offered == [False, False, False, True, True, True, True, False]
    assert not week_log.is_due(world.journal, date(2027, 1, 1), Every.NEVER)
    write(world, monday, 1)
    assert not week_log.is_due(world.journal, date(2027, 1, 1), Every.WEEK)
    assert week_log.is_due(world.journal, date(2027, 1, 8), Every.WEEK)


def test_one_goes_on_where_one_was() -> None:
    world = World()
    this, other = date(2026, 11, 23), date(2026, 11, 16)
    write(world, other, 0)
    assert week_log.first_open(world.journal, this) == 0
    write(world, this, 0)
    assert week_log.first_open(world.journal, this) == 1
    write(world, this, 1)
    write(world, this, 2)
    assert week_log.first_open(world.journal, this) == 0
    assert week_log.written(world.journal, other) == {"gebeurd"}


@pytest.mark.parametrize(("day", "weeks"), [(23, 2), (24, 2), (25, 2), (26, 1), (27, 1), (28, 1), (29, 1)])
def test_the_week_before_can_be_written_until_wednesday(day: int, weeks: int) -> None:
    mondays = week_log.weeks_to_write(date(2026, 11, day))
    assert mondays == (date(2026, 11, 23), date(2026, 11, 16))[:weeks]


@given(st.sampled_from(ZONES), st.sampled_from(ZONES), st.integers(-400, 400))
@settings(max_examples=50, deadline=None)
def test_what_is_written_counts_wherever_and_whenever_one_looks(here: str, there: str, days: int) -> None:
    """Somebody writes on some day, travels, and sets the clock: the log of that week stays written."""
    world = World()
    with in_zone(here):
        world.wait(days=days)
        monday = monday_of(world.today)
        write(world, monday, 0)
    with in_zone(there):
        for day in range(7):
            assert not week_log.is_due(world.journal, monday + timedelta(days=day), Every.WEEK)
        assert week_log.first_open(world.journal, monday) == 1


@given(day=st.dates(date(1900, 1, 1), date(2200, 12, 31)), number=st.sampled_from(range(len(week_log.QUESTIONS))))
def test_an_answer_says_on_which_page_it_was_written(day: date, number: int) -> None:
    origin = week_log.origin_of("goed-werk", monday_of(day), week_log.QUESTIONS[number])
    assert week_log.page_of(origin.item) == (monday_of(day), number)


@pytest.mark.parametrize("item", ["", "2026-W49", "2026-W49/anders", "2026-W60/gebeurd", "2026-11/gebeurd"])
def test_an_item_of_another_kind_names_no_page(item: str) -> None:
    assert week_log.page_of(item) is None
