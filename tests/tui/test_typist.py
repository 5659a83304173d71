"""Whoever types looks at the text, not at the keys: what is typed stands in a box, or nothing happened."""

import random
import string

import pytest
from support.driver import SMALL, TINY, WIDE, Driver, running
from textual.widgets import Input, TextArea

from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.route import stops
from goedwerk_tui.journal import Journal, Kind, Mark, State
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.model import Case
from goedwerk_tui.tui.routes import StepRoute, WriteRoute

SIGNS = string.ascii_letters + string.digits + string.punctuation + "   éë"


def sentence(chance: random.Random) -> str:
    return "".join(chance.choice(SIGNS) for _ in range(chance.randint(3, 14)))


def boxes(app: Driver) -> str:
    """All that stands in boxes on the screen in front."""
    screen = app.app.screen
    return "\n".join([*(each.text for each in screen.query(TextArea)), *(each.value for each in screen.query(Input))])


def done_to(journal: Journal) -> tuple[object, ...]:
    """What typing must leave alone: marks, what was skipped, what was thrown away, what was written to others."""
    entries = journal.entries.values()
    return (
        journal.marked(Mark.BRING),
        journal.marked(Mark.NEVER_LEAVE),
        {step: journal.skipped(step) for step in journal.progress},
        sorted(each.id for each in entries if each.state is not State.LIVE),
        [each for each in entries if each.kind is Kind.LOG],
    )


async def type_anywhere(app: Driver, chance: random.Random) -> None:
    """Type a sentence with the focus wherever Tab happens to put it."""
    await app.press(*["tab"] * chance.randint(0, 4))
    workspace = app.app.workspace
    assert workspace
    where, before, stood = type(app.app.screen), done_to(workspace.journal), boxes(app)
    text = sentence(chance)
    await app.write(text)
    assert type(app.app.screen) is where, f"{text!r} led elsewhere:\n{app.text}"
    assert done_to(workspace.journal) == before, f"{text!r} did more than stand in a box"
    added = boxes(app)
    if added != stood:
        assert text.lstrip(" ").lstrip(string.digits) in added, f"{text!r} did not stand whole in {added!r}"


@pytest.mark.parametrize("size", [SMALL, WIDE, TINY], ids=["small", "wide", "tiny"])
async def test_what_is_typed_in_a_step_stands_in_its_box(places: Places, pack: Pack, size: tuple[int, int]) -> None:
    chance = random.Random(size[0])
    case = next(step for step in map(pack.step, pack.programme.sessions[0].core) if isinstance(step, Case))
    async with running(places, size=size) as app:
        await app.press("b")
        app.app.open(StepRoute(case.id))
        await app.settle()
        for stop in stops(case):
            await type_anywhere(app, chance)
            if stop.asks is case.choice:
                await app.press("f2") if app.app.screen.has_class("-reading") else None
                await app.press("1")
                await type_anywhere(app, chance)
            await app.press("ctrl+n")
            if not app.app.screen.has_class("-reading"):
                await app.press("f2")
        await type_anywhere(app, chance)


@pytest.mark.parametrize("size", [SMALL, TINY], ids=["small", "tiny"])
async def test_what_is_typed_on_a_page_stands_on_it(places: Places, size: tuple[int, int]) -> None:
    chance = random.Random(size[0])
    async with running(places, size=size) as app:
        await app.press("b", "escape")
        app.app.open(WriteRoute())
        await app.settle()
        for _ in range(3):
            await type_anywhere(app, chance)


async def test_a_digit_chooses_until_a_reason_was_begun(places: Places, pack: Pack) -> None:
    case = next(step for step in map(pack.step, pack.programme.sessions[0].core) if isinstance(step, Case))
    assert case.choice
    async with running(places, size=WIDE) as app:
        await app.press("b")
        app.app.open(StepRoute(case.id))
        await app.settle()
        for _ in case.questions:
            if "kiezen" in app.text:
                break
            await app.press("ctrl+n")
        await app.press("f2", "1", "2")
        assert "● 2" in app.text
        await app.write("Om 3 redenen")
        assert "● 2" in app.text
        assert "Om 3 redenen" in app.text
        await app.press("ctrl+home", "up")
        assert app.app.focused is app.app.screen.query_one("#options")
        await app.press("3")
        assert "● 3" in app.text
        assert "Om 3 redenen" in app.text
