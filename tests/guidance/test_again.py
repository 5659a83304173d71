"""Doing an exercise again: due by the months in the programme, quiet after ‘not now’ until the next mark."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.clocks import ZONES, World, in_zone

from goedwerk_tui.guidance.exercises import persistence
from goedwerk_tui.guidance.exercises.prefill import begin
from goedwerk_tui.guidance.reminders.again import DueAgain, due_again, not_now, step_to_open
from goedwerk_tui.journal import Entry, Kind, Origin, Status, StepProgress
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.exercises import Exercise

pytestmark = pytest.mark.dated


class Doing(World):
    """A journal in which exercises of the real programme are done."""

    def __init__(self, pack: Pack) -> None:
        super().__init__()
        self.pack = pack

    def do(self, step_id: str, day: date) -> Entry:
        self.go_to(day)
        step = self.pack.step(step_id)
        assert isinstance(step, Exercise)
        work = begin(step, self.pack, self.journal)
        return persistence.finish(self.journal, step, persistence.origin_of(self.pack, step), work, f"{step_id}-{day}")

    def due(self, day: date) -> list[tuple[str, date]]:
        return [(each.step.id, each.since) for each in due_again(self.journal, self.pack, day)]

    def first(self, day: date) -> DueAgain:
        return due_again(self.journal, self.pack, day)[0]


def test_the_marks_of_the_startfoto(pack: Pack) -> None:
    world = Doing(pack)
    world.do("startfoto", date(2026, 1, 12))
    assert world.due(date(2026, 4, 11)) == []
    assert world.due(date(2026, 4, 12)) == [("startfoto", date(2026, 4, 12))]
    first = world.first(date(2026, 5, 1))
    assert (first.months, first.next_mark) == (3, date(2026, 7, 12))
    assert first.about == "‘Startfoto’ kan nog een keer, na die van 12 jan 2026"
    not_now(world.journal, first)
    assert world.due(date(2026, 7, 11)) == []
    assert world.due(date(2026, 7, 12)) == [("startfoto", date(2026, 7, 12))]
    last = world.first(date(2027, 1, 1))
    assert (last.months, last.next_mark) == (6, None)
    not_now(world.journal, last)
    assert world.due(date(2036, 1, 1)) == []


def test_a_new_result_begins_anew_wherever_it_was_made(pack: Pack) -> None:
    world = Doing(pack)
    world.do("startfoto", date(2026, 1, 12))
    not_now(world.journal, world.first(date(2026, 4, 12)))
    result = world.do("startfoto-opnieuw", date(2026, 6, 30))
    assert world.due(date(2026, 7, 12)) == []
    assert world.due(date(2026, 9, 30)) == [("startfoto", date(2026, 9, 30))]
    assert world.first(date(2026, 9, 30)).result == result


def test_the_one_that_is_due_longest_comes_first(pack: Pack) -> None:
    world = Doing(pack)
    world.do("waardensortering", date(2026, 1, 20))
    world.do("startfoto", date(2026, 11, 1))
    world.do("contextkaart", date(2025, 1, 1))
    assert world.due(date(2027, 2, 1)) == [
        ("waardensortering", date(2027, 1, 20)),
        ("startfoto", date(2027, 2, 1)),
    ]


def test_nobody_is_sent_ahead(pack: Pack) -> None:
    """The programme's own place for it opens once its session was begun; before that the exercise itself."""
    world = Doing(pack)
    world.do("startfoto", date(2026, 1, 12))
    due = world.first(date(2026, 4, 12))
    assert step_to_open(world.journal, pack, due) == "startfoto"
    core = pack.session("betrokkenheid").core[0]
    world.journal.set_progress(core, StepProgress(Status.STARTED, "", world.now))
    assert step_to_open(world.journal, pack, due) == "startfoto-opnieuw"


@pytest.mark.parametrize(
    ("done", "due"),
    [
        (date(2026, 11, 30), date(2027, 2, 28)),
        (date(2027, 11, 30), date(2028, 2, 29)),
        (date(2026, 10, 31), date(2027, 1, 31)),
        (date(2026, 12, 31), date(2027, 3, 31)),
        (date(2026, 12, 25), date(2027, 3, 25)),
    ],
)
def test_the_ends_of_months_and_years(pack: Pack, done: date, due: date) -> None:
    world = Doing(pack)
    world.do("startfoto", done)
    assert world.due(due)[0] == ("startfoto", due)
    assert world.due(date.fromordinal(due.toordinal() - 1)) == []


def test_a_result_of_a_step_that_is_no_more_does_no_harm(pack: Pack) -> None:
    world = Doing(pack)
    for step in ("verdwenen", "wat-is-goed-werk"):
        world.journal.add(Kind.EXERCISE, "ooit", origin=Origin("ander-pakket", "x", step, "opdracht"))
    world.journal.add(Kind.EXERCISE, "los")
    assert world.due(date(2030, 1, 1)) == []


@given(st.sampled_from(ZONES), st.sampled_from(ZONES), st.lists(st.integers(-500, 500), min_size=1, max_size=12))
@settings(max_examples=40, deadline=None)
def test_no_mark_is_offered_twice(pack: Pack, here: str, there: str, days: list[int]) -> None:
    """Whoever says ‘not now’ to all that is offered hears of each mark once, wherever the clock is set."""
    world = Doing(pack)
    with in_zone(here):
        world.do("startfoto", date(2026, 1, 12))
    heard: list[int] = []
    with in_zone(there):
        for day in days:
            world.now = world.journal.entries["startfoto-2026-01-12"].created
            world.wait(days=day)
            for due in due_again(world.journal, pack, world.today):
                heard.append(due.months)
                not_now(world.journal, due)
    assert heard in ([], [3], [6], [3, 6])  # after the second mark the first is past
    assert len(world.journal.newest_first(kinds={Kind.EXERCISE})) == 1
