"""From the beginning of a step one goes back to the step that one came from, text or exercise."""

from itertools import pairwise

import pytest
from support.driver import Driver, running
from support.journals import begin

from goedwerk_tui.base.places import Places
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.exercises import Exercise
from goedwerk_tui.tui.routes import StepRoute


@pytest.fixture
def begun(places: Places) -> Places:
    """A journal in which something stands."""
    begin(places)
    return places


async def go_through(app: Driver, step: str) -> None:
    """Open a text and go on to the step behind it."""
    app.app.open(StepRoute(step))
    await app.settle()
    while "Dit was ‘" not in app.words:
        await app.press("ctrl+n")
    await app.press("enter")


def before_an_exercise(pack: Pack) -> tuple[str, str]:
    """Return a text of the core route and the exercise behind it."""
    core = pack.programme.sessions[0].core
    return next(
        (first, second)
        for first, second in pairwise(core)
        if isinstance(pack.step(second), Exercise) and not isinstance(pack.step(first), Exercise)
    )


async def test_from_the_explanation_of_an_exercise_one_goes_back_to_the_end_of_the_step_before(
    begun: Places, pack: Pack
) -> None:
    first, exercise = before_an_exercise(pack)
    async with running(begun) as app:
        await go_through(app, first)
        assert pack.step(exercise).title in app.words and app.app.screen.has_class("-about")
        assert "ctrl+r vorige stap" in app.text.splitlines()[-1]
        await app.press("f1")
        assert "ctrl+r Ga terug naar de stap waar je vandaan kwam" in app.words
        await app.press("escape", "ctrl+r")
        assert f"Dit was ‘{pack.step(first).title}’." in app.words
        assert " ".join(pack.step(first).blocks[-1].text.split()[:4]) in app.words
        await app.press("enter", "ctrl+n", "ctrl+r")
        assert app.app.screen.has_class("-doing")  # in the exercise itself it leads to where one goes on
        await app.press("f2", "ctrl+r", "ctrl+r")
        assert "Dit was ‘" not in app.words and pack.step(first).title in app.words


async def test_from_the_beginning_of_a_text_one_goes_back_through_all_that_one_came_through(
    begun: Places, pack: Pack
) -> None:
    first, second = pack.programme.sessions[0].core[:2]
    async with running(begun) as app:
        await go_through(app, first)
        assert pack.step(second).title in app.words
        await app.press("ctrl+r")
        assert f"Dit was ‘{pack.step(first).title}’." in app.words
        await app.press("ctrl+r", "ctrl+r", "ctrl+r")
        assert "deze stap." in app.said


async def test_where_one_came_from_elsewhere_it_is_said_that_it_begins_there(begun: Places, pack: Pack) -> None:
    _, exercise = before_an_exercise(pack)
    async with running(begun) as app:
        app.app.open(StepRoute(exercise))
        await app.settle()
        await app.press("ctrl+r")
        assert "Hier begint deze opdracht. Esc sluit die." in app.words and app.app.screen.has_class("-about")


async def test_ctrl_n_goes_on_from_the_explanation_of_an_exercise_and_from_its_result(
    begun: Places, pack: Pack
) -> None:
    async with running(begun) as app:
        app.app.open(StepRoute("mijn-woorden"))
        await app.settle()
        await app.press("ctrl+n")
        assert app.app.screen.has_class("-doing")
        await app.write("behoedzaam")
        await app.press("enter")
        while not app.app.screen.has_class("-result"):
            await app.press("ctrl+s")
            if "Rond af zoals het is" in app.text:
                await app.press("down", "enter")
        assert app.app.screen.has_class("-result")
        await app.press("ctrl+n")
        assert not app.app.screen.has_class("-result") and "Mijn woorden" not in app.text.splitlines()[1]
