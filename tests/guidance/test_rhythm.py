"""The question of the week: no repeats in two years, whatever one does with it."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from goedwerk_tui.guidance import rhythm
from goedwerk_tui.guidance.rhythm import Every
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.model import Prompt


class Calendar:
    """A clock to be set by hand."""

    def __init__(self, day: date) -> None:
        self.day = day

    def __call__(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 12, tzinfo=UTC)


def ask(pack: Pack, journal: Journal, day: date, every: Every = Every.WEEK) -> Prompt | None:
    return rhythm.question_now(pack.prompts(), pack.programme, journal, day, every)


def answer(pack: Pack, journal: Journal, prompt: Prompt) -> None:
    journal.add(Kind.ANSWER, "antwoord", origin=rhythm.origin_of(prompt, pack.programme))


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
    calendar.day += timedelta(weeks=1)
    assert ask(pack, journal, calendar.day)


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
    monday = date(2026, 1, 5)
    fortnights = {rhythm.period(monday + timedelta(days=day), Every.FORTNIGHT) for day in range(14)}
    assert len(fortnights) == 2


def test_two_journals_get_different_questions(pack: Pack) -> None:
    day = date(2026, 3, 2)
    firsts = {prompt.id for _ in range(12) if (prompt := ask(pack, Journal.in_memory(), day))}
    assert len(firsts) > 1
    assert ask(pack, Journal.in_memory(), day, Every.NEVER) is None
