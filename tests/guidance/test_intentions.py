"""Intentions: asked back once, on the day that was chosen or after two weeks; nothing written is ever lost."""

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goedwerk_tui.guidance.exercises import persistence
from goedwerk_tui.guidance.exercises.form import Form
from goedwerk_tui.guidance.exercises.prefill import begin
from goedwerk_tui.guidance.reminders import intentions
from goedwerk_tui.guidance.reminders.intentions import Intention, Stand
from goedwerk_tui.journal import Entry, Journal, Kind
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.exercises import Exercise

pytestmark = pytest.mark.dated

START = datetime(2026, 1, 5, 9, tzinfo=UTC)


class World:
    """A journal with a clock to be set by hand."""

    def __init__(self) -> None:
        self.now = START
        self.journal = Journal.in_memory(clock=lambda: self.now)

    @property
    def today(self) -> date:
        return self.now.astimezone().date()

    def wait(self, days: int = 0, minutes: int = 1) -> None:
        self.now += timedelta(days=days, minutes=minutes)

    def intend(self, text: str = "Als het stil valt, dan tel ik tot vier.") -> Entry:
        return self.journal.add(Kind.INTENTION, text)

    def one(self) -> Intention:
        (found,) = intentions.intentions(self.journal, self.today)
        return found

    def tell(self, text: str = "het viel stil") -> Entry:
        origin = intentions.origin_of(self.one(), "goed-werk")
        return self.journal.add(Kind.ANSWER, text, origin=origin)


def test_it_is_asked_back_once_after_two_weeks() -> None:
    world = World()
    world.intend()
    world.wait(days=13)
    assert world.one().stand is Stand.COMING
    world.wait(days=1)
    assert intentions.due(world.journal, world.today) == (world.one(),)
    told = world.tell()
    assert (world.one().stand, world.one().came_of_it) == (Stand.TOLD, (told,))
    world.wait(days=400)
    assert intentions.due(world.journal, world.today) == ()


def test_other_words_are_another_plan() -> None:
    world = World()
    entry = world.intend()
    world.wait(days=14)
    world.tell()
    world.wait()
    world.journal.change(entry.id, "Als het stil valt, dan vraag ik door.")
    assert (world.one().stand, world.one().day) == (Stand.COMING, world.today + timedelta(days=14))
    world.wait(days=14)
    assert world.one().stand is Stand.DUE


def test_a_day_of_ones_own() -> None:
    world = World()
    entry = world.intend()
    chosen = world.today + timedelta(days=3)
    intentions.choose_day(world.journal, entry.id, chosen)
    world.wait(days=1)
    world.tell("nog niet")
    assert (world.one().stand, world.one().day) == (Stand.COMING, chosen)
    world.wait(days=2)
    assert world.one().stand is Stand.DUE
    world.tell("nu wel")
    assert world.one().stand is Stand.TOLD
    assert [each.text for each in world.one().came_of_it] == ["nu wel", "nog niet"]


def test_ending_and_taking_up_again() -> None:
    world = World()
    entry = world.intend()
    world.wait(days=20)
    intentions.end(world.journal, entry.id, world.today)
    assert (world.one().stand, world.one().day) == (Stand.ENDED, world.today)
    intentions.take_up(world.journal, entry.id, world.today)
    assert world.one().stand is Stand.COMING
    world.wait(days=14)
    assert world.one().stand is Stand.DUE


def test_becoming_a_strategy_doubles_nothing() -> None:
    world = World()
    entry = world.intend()
    for _ in range(2):
        intentions.make_strategy(world.journal, entry.id, "goed-werk", world.today)
    (strategy,) = world.journal.newest_first(kinds={Kind.STRATEGY})
    assert strategy.text == entry.text
    assert world.one().stand is Stand.ENDED
    assert world.one().entry.text == entry.text


def test_the_day_that_the_exercise_asks_for(pack: Pack) -> None:
    world = World()
    step = pack.step("als-danplan")
    assert isinstance(step, Exercise)
    form = begin(step, pack, world.journal)
    assert isinstance(form, Form)
    form = form.fill("als", "het stil valt").fill("dan", "tel ik tot vier").fill("terugkijken", "2 februari 2026")
    persistence.finish(world.journal, step, persistence.origin_of(pack, step), form, "resultaat")
    assert world.one().day == date(2026, 2, 2)
    assert world.one().entry.text == "Als het stil valt, dan tel ik tot vier."


@pytest.mark.parametrize(
    ("step_id", "field", "asks"),
    [
        ("tegenspraakplan", "plan", "antwoord"), ("dilemmaroute", "stap", "antwoord"),
        ("als-danplan", "dan", "situatie"), ("premortem", "kans", "Kwam het uit?"),
    ],
)  # fmt: skip
def test_a_signal_asks_for_its_answer(pack: Pack, step_id: str, field: str, asks: str) -> None:
    """Also after the person decided about it, and when the programme no longer has the exercise."""
    world = World()
    step = pack.step(step_id)
    assert isinstance(step, Exercise)
    form = begin(step, pack, world.journal)
    assert isinstance(form, Form)
    origin = msgspec.structs.replace(persistence.origin_of(pack, step), step="verdwenen")
    persistence.finish(world.journal, step, origin, form.fill(field, "Als het komt, dan zeg ik het."), "resultaat")
    assert asks in world.one().question
    intentions.choose_day(world.journal, world.one().entry.id, world.today + timedelta(days=3))
    assert asks in world.one().question


def test_what_is_no_plan_for_a_situation_is_not_asked_about_one() -> None:
    world = World()
    world.journal.add(Kind.INTENTION, "Ik bel de planner.")
    assert world.one().question == "Kwam het ervan? Wat gebeurde er?"


@pytest.fixture
def far_east(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_days_are_those_of_the_place(far_east: None) -> None:
    world = World()
    world.now = datetime(2026, 3, 1, 20, tzinfo=UTC)
    world.intend()
    assert world.one().day == date(2026, 3, 16)
    world.now = datetime(2026, 3, 15, 12, tzinfo=UTC)
    assert world.one().stand is Stand.DUE


DEEDS = st.sampled_from(["tell", "reword", "day", "end", "take up", "strategy", "day past"])


@given(st.lists(st.tuples(DEEDS, st.integers(-3, 30)), max_size=12))
@settings(max_examples=40, deadline=None)
def test_whatever_is_done_nothing_is_lost(deeds: list[tuple[str, int]]) -> None:
    """All that was ever written is there, whatever is decided and wherever the clock is set."""
    world = World()
    entry = world.intend()
    written = {entry.text}
    for number, (deed, days) in enumerate(deeds):
        world.wait(days=days)
        if deed == "tell":
            written.add(world.tell(f"verteld {number}").text)
        elif deed == "reword":
            written.add(world.journal.change(entry.id, f"anders {number}").text)
        elif deed == "day":
            intentions.choose_day(world.journal, entry.id, world.today + timedelta(days=5))
            assert world.one().stand is not Stand.ENDED
        elif deed == "day past":
            intentions.choose_day(world.journal, entry.id, date(2020, 1, 1))
        elif deed == "end":
            intentions.end(world.journal, entry.id, world.today)
            assert world.one().stand is Stand.ENDED
        elif deed == "take up":
            intentions.take_up(world.journal, entry.id, world.today)
            assert world.one().stand in (Stand.COMING, Stand.TOLD)
        else:
            intentions.make_strategy(world.journal, entry.id, "goed-werk", world.today)
    kept = {each.text for every in world.journal.entries.values() for each in every.revisions}
    assert written <= kept
    assert world.one().entry.id == entry.id
