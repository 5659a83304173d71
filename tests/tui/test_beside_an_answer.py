"""What is typed beside an answer that stands is held until one has gone to that answer, however one came there."""

from itertools import pairwise

import pytest
from support.driver import SMALL, WIDE, Driver, running

from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.progress import steps_of
from goedwerk_tui.guidance.route import stops
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.model import Question, Step
from goedwerk_tui.tui.routes import StepRoute
from goedwerk_tui.tui.widgets.editor import Editor

SIZES = pytest.mark.parametrize("size", [SMALL, WIDE], ids=["small", "wide"])


def asks_on(pack: Pack) -> tuple[Step, str]:
    """Return a step that asks one question right behind another, and the id of the first."""
    for session in pack.programme.sessions:
        for step in map(pack.step, steps_of(session)):
            route = stops(step)
            for one, other in pairwise(route):
                if isinstance(one.asks, Question) and isinstance(other.asks, Question) and one.blocks == other.blocks:
                    return step, one.asks.id
    raise AssertionError("no step asks one question right behind another")


async def open_at(app: Driver, step: Step, item: str) -> Editor:
    app.app.open(StepRoute(step.id, item))
    await app.settle()
    return app.app.screen.query_one("#answer", Editor)


def is_held(app: Driver) -> bool:
    return "Hier staat al een antwoord; wat je typt staat zolang hier" in app.words


@SIZES
async def test_in_an_answer_that_was_begun_from_the_box_before_one_goes_on(
    places: Places, pack: Pack, size: tuple[int, int]
) -> None:
    step, item = asks_on(pack)
    Journal.open(places).add(Kind.NOTE, "begonnen")
    async with running(places, size=size) as app:
        box = await open_at(app, step, item)
        await app.press("f2")
        await app.write("een")
        await app.press("ctrl+n")
        await app.write("twee")
        assert box.text == "twee"
        await app.press("escape")
        await app.write("en drie")
        assert box.text == "twee en drie" and not is_held(app)


@SIZES
@pytest.mark.parametrize("by", [("ctrl+n", "ctrl+r"), ("ctrl+r", "ctrl+n")], ids=["back", "on"])
async def test_whoever_comes_by_again_changes_nothing_by_chance(
    places: Places, pack: Pack, size: tuple[int, int], by: tuple[str, ...]
) -> None:
    step, item = asks_on(pack)
    Journal.open(places).add(Kind.NOTE, "begonnen")
    async with running(places, size=size) as app:
        box = await open_at(app, step, item)
        await app.press("f2")
        await app.write("een")
        await app.press("ctrl+n")
        await app.write("twee")
        await app.press("escape", *by)
        assert "Enter" in app.text.splitlines()[-1] and not isinstance(app.app.focused, Editor)
        await app.write("zomaar")
        assert box.text == "twee" and is_held(app)
        await app.press("enter")
        assert box.text == "twee zomaar"
        await app.press("escape")
        await app.write("en drie")
        assert box.text == "twee zomaar en drie"
