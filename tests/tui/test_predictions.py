"""Predictions of the log, asked back on Thuis: one record, wherever it is told how they ended."""

from datetime import UTC, datetime

import pytest
import time_machine
from support.driver import Driver, running

from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.exercises import persistence, prefill
from goedwerk_tui.guidance.exercises.list import ItemList
from goedwerk_tui.guidance.reminders.intentions import STEP
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.exercises import Exercise
from goedwerk_tui.tui.routes import StepRoute
from goedwerk_tui.tui.screens.line import LineScreen
from goedwerk_tui.tui.screens.question import QuestionScreen

LOG = "voorspellingenlog"
PREDICTION = "De raad stelt het [besluit] uit"


@pytest.fixture(autouse=True)
def predicted(places: Places, pack: Pack) -> None:
    """A prediction of November, of which the day has come."""
    step = pack.step(LOG)
    assert isinstance(step, Exercise)
    then = datetime(2026, 11, 2, 9, tzinfo=UTC)
    with time_machine.travel(then):
        journal = Journal.open(places)
        journal.set_position("wat-is-goed-werk", "x")
        work = prefill.begin(step, pack, journal)
        assert isinstance(work, ItemList)
        work = work.add(PREDICTION).say("1", "kans", "k30").say("1", "dag", "2026-11-20")
        work = work.add("Het regent").say("2", "kans", "k70").say("2", "dag", "2027-11-20")
        persistence.finish(journal, step, persistence.origin_of(pack, step), work, "eerste")


def log(places: Places) -> dict[str, str]:
    (entry,) = Journal.open(places, read_only=True).newest_first(kinds=[Kind.EXERCISE])
    work = persistence.work_of(entry)
    assert isinstance(work, ItemList)
    assert work.text() == entry.text
    return {item.text: item.values.get("uitkomst", "") for item in work.items}


async def tell(app: Driver) -> None:
    """Say on Thuis that it came true."""
    assert "Een voornemen wacht op" in app.text
    await app.press("h")
    assert isinstance(app.app.screen, QuestionScreen)
    assert PREDICTION in app.words
    await app.go_to("kwam uit")
    await app.press("enter")


async def test_what_is_told_on_thuis_stands_in_the_log(places: Places) -> None:
    async with running(places) as app:
        await tell(app)
        assert "Bij ‘Voorspellingenlog’ staat nu: kwam uit." in app.words
        await app.write("Het stond in de krant.")
        await app.press("escape")
        assert "voornemen wacht" not in app.text
        app.app.open(StepRoute(LOG))
        await app.settle()
        assert "afloop: kwam uit" in app.words
    assert log(places) == {PREDICTION: "kwam-uit", "Het regent": ""}
    assert Journal.open(places, read_only=True).newest_first(step=STEP)[0].text == "Het stond in de krant."


async def test_what_can_not_be_told_yet_stays_asked(places: Places) -> None:
    async with running(places) as app:
        await app.press("h", "home", "enter")
        assert "De vraag blijft staan." in app.said
        assert "Een voornemen wacht op" in app.text
    assert log(places)[PREDICTION] == ""


async def test_what_stands_in_the_log_is_not_asked_on_thuis(places: Places) -> None:
    async with running(places) as app:
        app.app.open(StepRoute(LOG))
        await app.settle()
        await app.press("f3", "down", "enter")
        await app.press("2")
        await app.press("escape", "ctrl+s")
        await app.press("escape", "escape")
        assert "voornemen wacht" not in app.text
    assert log(places)[PREDICTION] == "niet"


async def test_half_done_work_in_the_log_takes_in_what_was_told_meanwhile(places: Places) -> None:
    async with running(places) as app:
        app.app.open(StepRoute(LOG))
        await app.settle()
        await app.press("f3")
        await app.paste("Er komt een motie")
        await app.press("enter", "escape")
        await tell(app)
        await app.press("escape")
        app.app.open(StepRoute(LOG))
        await app.settle()
        assert "Er komt een motie" in app.text
        await app.choose("Voornemens")
        await app.press("escape", "ctrl+s", "down", "enter")
    assert log(places) == {PREDICTION: "kwam-uit", "Het regent": "", "Er komt een motie": ""}


async def test_an_open_log_takes_in_what_is_told_over_it(places: Places) -> None:
    async with running(places) as app:
        app.app.open(StepRoute(LOG))
        await app.settle()
        await app.press("f3")
        await app.choose("Voornemens")
        await app.press("h")
        await app.go_to("kwam uit")
        await app.press("enter", "escape", "escape")
        assert "kwam uit" in app.text
        await app.paste("Er komt een motie")
        await app.press("enter", "ctrl+s", "down", "enter")
    assert log(places) == {PREDICTION: "kwam-uit", "Het regent": "", "Er komt een motie": ""}


async def test_enter_goes_on_from_a_day_that_has_passed(places: Places) -> None:
    async with running(places) as app:
        app.app.open(StepRoute(LOG))
        await app.settle()
        await app.press("f3", "down", "enter", "up", "enter")
        assert "vrijdag 20 november 2026 is al geweest." in app.words.lower()
        assert "Enter of Esc bewaart" in app.words
        await app.press("enter")
        assert not isinstance(app.app.screen, LineScreen)
        await app.press("1")
        await app.press("ctrl+s", "down", "enter")
    assert log(places)[PREDICTION] == "kwam-uit"


async def test_what_was_told_in_the_log_meanwhile_is_not_said_to_be_told_now(places: Places) -> None:
    async with running(places) as app:
        await app.press("h")
        assert isinstance(app.app.screen, QuestionScreen)

        def told_elsewhere(journal: Journal) -> None:
            (entry,) = journal.newest_first(kinds=[Kind.EXERCISE])
            work = persistence.work_of(entry)
            assert isinstance(work, ItemList)
            work = work.decide("1", "niet")
            journal.change(entry.id, work.text(), data=persistence.values_of(work))

        app.app.write(told_elsewhere)
        await app.settle()
        await app.go_to("kwam uit")
        await app.press("enter")
        assert "Hoe dit afliep staat er al" in app.words
    assert log(places)[PREDICTION] == "niet"


async def test_of_a_log_that_is_thrown_away_meanwhile_is_not_said_that_it_tells_the_outcome(places: Places) -> None:
    async with running(places) as app:
        await app.press("h")
        app.app.write(lambda journal: journal.trash("eerste"))
        await app.settle()
        await app.go_to("kwam uit")
        await app.press("enter")
        assert "of de opdracht is er niet meer. Er is niets veranderd." in app.words
