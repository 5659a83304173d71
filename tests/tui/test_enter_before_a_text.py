"""Enter that is pressed once too often begins no line in a box in which nothing is written yet."""

from collections.abc import Awaitable, Callable

import pytest
from support.cases import case_with_a_choice
from support.crossing import in_part
from support.driver import Driver, running
from textual.widgets import TextArea

from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.progress import steps_of
from goedwerk_tui.guidance.route import CHOICE_ITEM
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.exercises import Exercise
from goedwerk_tui.tui.routes import PageName, PageRoute, StepRoute, WeekLogRoute, WriteRoute


async def to_an_answer(app: Driver, pack: Pack) -> None:
    case = case_with_a_choice(pack)
    app.app.open(StepRoute(case.id, case.questions[0].id))
    await app.settle()
    await app.press("f2")


async def to_the_end_of_a_text(app: Driver, pack: Pack) -> None:
    case = case_with_a_choice(pack)
    app.app.open(StepRoute(case.id, case.questions[0].id))
    await app.settle()
    while not isinstance(app.app.focused, TextArea):
        await app.press("enter")


async def to_a_reason(app: Driver, pack: Pack) -> None:
    app.app.open(StepRoute(case_with_a_choice(pack).id, CHOICE_ITEM))
    await app.settle()
    await app.press("f2", "down", "enter")


async def to_a_field(app: Driver, _pack: Pack) -> None:
    app.app.open(StepRoute("portret-goede-ambtenaar"))
    await app.settle()
    await app.press("enter")


async def to_a_composition(app: Driver, pack: Pack) -> None:
    step = next(
        step.id
        for session in pack.programme.sessions
        for step in map(pack.step, steps_of(session))
        if isinstance(step, Exercise) and step.compose
    )
    app.app.open(StepRoute(step))
    await app.settle()
    await app.press("enter")
    while not isinstance(app.app.focused, TextArea):
        await app.press("ctrl+n")
    await app.press("ctrl+a", "backspace")


async def to_a_note(app: Driver, _pack: Pack) -> None:
    app.app.open(WriteRoute())
    await app.settle()


async def to_the_week_log(app: Driver, _pack: Pack) -> None:
    app.app.open(WeekLogRoute())
    await app.settle()


async def to_an_intention(app: Driver, _pack: Pack) -> None:
    app.app.open(WriteRoute(kind=Kind.INTENTION))
    await app.settle()


@pytest.mark.parametrize(
    "to_the_box",
    in_part(
        [
            to_an_answer,
            to_the_end_of_a_text,
            to_a_reason,
            to_a_field,
            to_a_composition,
            to_a_note,
            to_the_week_log,
            to_an_intention,
        ],
        4,
    ),
)
async def test_a_box_begins_no_line_before_there_is_a_text(
    places: Places, pack: Pack, to_the_box: Callable[[Driver, Pack], Awaitable[None]]
) -> None:
    Journal.open(places).add(Kind.NOTE, "begonnen")
    async with running(places) as app:
        await to_the_box(app, pack)
        box = app.app.focused
        assert isinstance(box, TextArea) and not box.text
        where = app.app.screen
        await app.press("enter", "enter")
        assert box.text == "" and app.app.screen is where and app.app.focused is box
        await app.write("Dit is het.")
        await app.press("enter", "enter")
        assert box.text == "Dit is het.\n\n"
        await app.press("ctrl+a", "backspace", "enter")
        assert box.text == ""


async def test_blanks_alone_are_no_text(places: Places, pack: Pack) -> None:
    Journal.open(places).add(Kind.NOTE, "begonnen")
    async with running(places) as app:
        await to_a_note(app, pack)
        box = app.app.focused
        assert isinstance(box, TextArea)
        await app.write("  ")
        await app.press("enter")
        assert box.text == "  "
        await app.paste("\n")
        assert box.text == "  \n"  # what is pasted was meant


async def test_enter_keeps_what_it_means_in_a_box(places: Places) -> None:
    Journal.open(places).add(Kind.TERM, "rond")
    async with running(places) as app:
        app.app.open(PageRoute(PageName.WORDS))
        await app.settle()
        where = app.app.screen
        await app.press("b")
        assert "Wat bedoel je met ‘rond’?" in app.text
        await app.press("enter")
        assert app.app.screen is where
