"""Doing an exercise again, when it is time."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from support.driver import TINY, Driver, running

from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.exercises import persistence
from goedwerk_tui.guidance.exercises.prefill import begin
from goedwerk_tui.guidance.reminders.again import due_again
from goedwerk_tui.journal import Journal
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.exercises import Exercise
from goedwerk_tui.tui.routes import Asking, AskRoute

pytestmark = pytest.mark.dated

LATER = datetime(2026, 4, 20, 9, tzinfo=UTC)


def do_startfoto(places: Places, pack: Pack) -> None:
    with time_machine.travel(datetime(2026, 1, 12, 9, tzinfo=UTC)):
        journal, step = Journal.open(places), pack.step("startfoto")
        assert isinstance(step, Exercise)
        persistence.finish(journal, step, persistence.origin_of(pack, step), begin(step, pack, journal), "foto")


async def ask(app: Driver) -> None:
    app.app.open(AskRoute(Asking.AGAIN))
    await app.settle()


async def test_it_opens_the_exercise_with_what_was_there(places: Places, pack: Pack) -> None:
    do_startfoto(places, pack)
    with time_machine.travel(LATER):
        async with running(places) as app:
            await ask(app)
            assert "‘Startfoto’ deed je voor het laatst op 12 januari 2026." in app.words
            await app.press("enter")
            await app.pause(0.1)
            assert "Opening › Startfoto" in app.text
            assert "opnieuw" in app.text


async def test_not_now_is_heard_until_the_next_mark(places: Places, pack: Pack) -> None:
    do_startfoto(places, pack)
    with time_machine.travel(LATER):
        async with running(places, size=TINY) as app:
            await ask(app)
            await app.press("down", "enter")
            await app.pause(0.1)
            assert "Op 12 juli 2026 staat het er weer." in app.words.replace("▌ ", "")
            await ask(app)
            assert "voor het laatst" not in app.text
    journal = Journal.open(places, read_only=True)
    assert due_again(journal, pack, LATER.date()) == ()
    assert len(due_again(journal, pack, date(2026, 7, 12))) == 1
