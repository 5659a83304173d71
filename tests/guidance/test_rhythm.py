"""The question of the week: no repeats in two years, whatever one does with it."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.clocks import ZONES, World, in_zone

from goedwerk_tui.guidance.reminders import rhythm
from goedwerk_tui.guidance.reminders.rhythm import Every
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.model import Prompt

pytestmark = pytest.mark.dated


class Calendar:
    """A clock to be set by hand."""

    def __init__(self, day: date) -> None:
        self.day = day

    def __call__(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 12, tzinfo=UTC)


def ask(pack: Pack, journal: Journal, day: date, every: Every = Every.WEEK) -> Prompt | None:
    return rhythm.question_now(pack.prompts(), pack.programme, journal, day, every)


def answer(pack: Pack, journal: Journal, prompt: Prompt) -> None:
    journal.add(Kind.ANSWER, "antwoord", origin=rhythm.origin_of(prompt, pack))


def test_two_years_of_weeks_without_repeating(pack: Pack) -> None:
    calendar = Calendar(date(2026, 1, 5))
    journal = Journal.in_memory(clock=calendar)
    asked: list[str] = []
    for week in range(104):
        calendar.day = date(2026, 1, 5) + timedelta(weeks=week)
        prompt = ask(pack, journal, calendar.day)
        assert prompt
        asked.append(prompt.id)
        answer(pack, journal, prompt)
        assert ask(pack, journal, calendar.day) is None
    assert len(set(asked)) == 104
    again: list[str] = []
    for _ in range(104):
        calendar.day += timedelta(weeks=1)
        prompt = ask(pack, journal, calendar.day)
        assert prompt
        again.append(prompt.id)
        answer(pack, journal, prompt)
    assert again == asked


def test_when_all_were_asked_one_can_still_be_put_aside(pack: Pack) -> None:
    calendar = Calendar(date(2026, 1, 5))
    journal = Journal.in_memory(clock=calendar)
    for prompt in pack.prompts():
        rhythm.put_aside(journal, prompt)
        calendar.day += timedelta(days=1)
    first = ask(pack, journal, calendar.day)
    assert first
    rhythm.put_aside(journal, first)
    second = ask(pack, journal, calendar.day)
    assert second not in (None, first)


@given(st.lists(st.sampled_from(["answer", "aside", "off", "nothing"]), min_size=1, max_size=30))
@settings(max_examples=25, deadline=None)
def test_whatever_is_done_with_it(pack: Pack, deeds: list[str]) -> None:
    calendar = Calendar(date(2026, 9, 7))
    journal = Journal.in_memory(clock=calendar)
    gone: set[str] = set()
    for deed in deeds:
        prompt = ask(pack, journal, calendar.day)
        assert prompt
        assert prompt.id not in gone
        assert ask(pack, journal, calendar.day) == prompt
        if deed == "answer":
            answer(pack, journal, prompt)
            gone.add(prompt.id)
        elif deed == "aside":
            rhythm.put_aside(journal, prompt)
            gone.add(prompt.id)
            assert ask(pack, journal, calendar.day)
        elif deed == "off":
            rhythm.put_off(journal, calendar.day, Every.WEEK)
            assert ask(pack, journal, calendar.day) is None
        calendar.day += timedelta(weeks=1)


def test_periods() -> None:
    new_year = date(2027, 1, 1)
    assert rhythm.period(new_year, Every.DAY) == "2027-01-01"
    assert rhythm.period(new_year, Every.WEEK) == "2026-W53"
    assert rhythm.period(date(2024, 12, 30), Every.WEEK) == "2025-W01"


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)))
def test_every_period_is_one_stretch_of_its_own_length(day: date) -> None:
    """Also at the end of a year with 53 weeks."""
    for every, length in ((Every.DAY, 1), (Every.WEEK, 7), (Every.FORTNIGHT, 14)):
        name = rhythm.period(day, every)
        around = [day + timedelta(days=offset) for offset in range(-40, 41)]
        same = [each for each in around if rhythm.period(each, every) == name]
        assert len(same) == length
        assert (same[-1] - same[0]).days == length - 1


@given(
    st.sampled_from(ZONES),
    st.sampled_from([Every.DAY, Every.WEEK, Every.FORTNIGHT]),
    st.lists(st.integers(-40 * 24, 40 * 24), min_size=1, max_size=20),
)
@settings(max_examples=40, deadline=None)
def test_a_clock_that_jumps_asks_nothing_twice(pack: Pack, zone: str, every: Every, hours: list[int]) -> None:
    """Forward and back, through summer time: once answered, a period is quiet and a question gone."""
    with in_zone(zone):
        world = World(datetime(2026, 3, 29, 0, tzinfo=UTC))
        answered: dict[str, str] = {}
        for jump in hours:
            world.wait(hours=jump)
            now = rhythm.period(world.today, every)
            prompt = ask(pack, world.journal, world.today, every)
            assert (prompt is None) == (now in answered.values())
            if prompt:
                assert prompt.id not in answered
                answered[prompt.id] = now
                answer(pack, world.journal, prompt)
        assert len(world.journal.entries) == len(answered)


def test_two_journals_get_different_questions(pack: Pack) -> None:
    day = date(2026, 3, 2)
    firsts = {prompt.id for _ in range(12) if (prompt := ask(pack, Journal.in_memory(), day))}
    assert len(firsts) > 1
    assert ask(pack, Journal.in_memory(), day, Every.NEVER) is None
