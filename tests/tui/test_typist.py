"""Whoever types looks at the text, not at the keys: what is typed stands in a box, or nothing happened."""

import random
import string
import time
from collections.abc import Iterable
from datetime import date

import pytest
from support.driver import SMALL, TINY, WIDE, Driver, running
from textual.widgets import Input, TextArea

from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.progress import steps_of
from goedwerk_tui.guidance.route import stops
from goedwerk_tui.journal import Journal, Kind, Mark, Meeting, State
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.model import Case
from goedwerk_tui.tui.routes import (
    EntryRoute,
    PageName,
    PageRoute,
    Place,
    PlaceRoute,
    Route,
    StepRoute,
    WeekLogRoute,
    WriteRoute,
)
from goedwerk_tui.tui.screens.step import StepScreen

pytestmark = [pytest.mark.drawn, pytest.mark.each]

SIGNS = string.ascii_letters + string.digits + string.punctuation + "   éë"


def sentence(chance: random.Random) -> str:
    return "".join(chance.choice(SIGNS) for _ in range(chance.randint(3, 14)))


def boxes(app: Driver) -> str:
    """All that stands in boxes on the screen in front."""
    screen = app.app.screen
    return "\n".join([*(each.text for each in screen.query(TextArea)), *(each.value for each in screen.query(Input))])


def done_to(journal: Journal) -> tuple[object, ...]:
    """What typing must leave alone: marks, what was skipped, and what was written to others."""
    entries = journal.entries.values()
    return (
        journal.marked(Mark.BRING),
        journal.marked(Mark.NEVER_LEAVE),
        {step: skipped for step in journal.progress if (skipped := journal.skipped(step))},
        [each for each in entries if each.kind is Kind.LOG],
    )


def gone(journal: Journal) -> set[str]:
    """What was thrown away; a letter may have it back."""
    return {each.id for each in journal.entries.values() if each.state is not State.LIVE}


def all_words(journal: Journal) -> set[str]:
    """All that was ever written, in whatever version."""
    return {revision.text for entry in journal.entries.values() for revision in entry.revisions}


async def type_anywhere(app: Driver, chance: random.Random, tabs: int = 4) -> None:
    """Type a sentence with the focus wherever Tab happens to put it."""
    await app.press(*["tab"] * chance.randint(0, tabs))
    workspace = app.app.workspace
    assert workspace
    screen, focused = app.app.screen, app.app.focused
    where, before, stood = type(screen), done_to(workspace.journal), boxes(app)
    words, thrown_away, wiped = all_words(workspace.journal), gone(workspace.journal), State.WIPED
    writes = isinstance(screen, StepScreen) or isinstance(focused, TextArea | Input)
    text = sentence(chance)
    write = chance.choice([app.write, app.write_slowly]) if writes else app.write
    await write(text)
    said = f"{text!r} with {focused} in front"
    assert words <= all_words(workspace.journal), f"{said} lost something"
    assert not any(each.state is wiped for each in workspace.journal.entries.values()), f"{said} wiped something"
    assert done_to(workspace.journal) == before, f"{said} did more than open something or stand in a box"
    assert gone(workspace.journal) <= thrown_away, f"{said} threw something away"
    if not writes:
        return
    assert type(app.app.screen) is where, f"{said} led elsewhere:\n{app.text}"
    added = boxes(app)
    if added != stood:
        assert text.lstrip(" ").lstrip(string.digits) in added, f"{said} did not stand whole in {added!r}"


@pytest.mark.parametrize(
    "size",
    [
        pytest.param(SMALL, id="small"),
        pytest.param(WIDE, id="wide", marks=pytest.mark.long),
        pytest.param(TINY, id="tiny", marks=pytest.mark.long),
    ],
)
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


LONG = 600.0
"""Seconds of the long run, in windows of three sizes."""
OVER_IT = ("", "", "", "f1", "ctrl+p", "n", "enter", "a", "g", "slash", "ctrl+f", "e", "b")
"""A key that may lead to a window or a box over the screen that was opened; empty for none."""


def everywhere(pack: Pack, entries: Iterable[str]) -> list[Route]:
    steps = [step for session in pack.programme.sessions for step in steps_of(session)]
    return [
        *map(PlaceRoute, Place),
        *map(PageRoute, PageName),
        *map(EntryRoute, entries),
        *map(StepRoute, steps),
        *(StepRoute(each) for each in steps if pack.step(each).kind == "exercise"),
        WriteRoute(),
        WeekLogRoute(),
    ]


def something_of_everything(places: Places) -> list[str]:
    journal = Journal.open(places)
    for kind in (Kind.NOTE, Kind.INTENTION, Kind.STRATEGY, Kind.CONDITION, Kind.TERM, Kind.PROMPT, Kind.NOTE):
        entry = journal.add(kind, f"een {kind} van eerder")
    journal.trash(entry.id)
    journal.set_meeting(Meeting("eerste", date(2026, 12, 3), "opening"))
    journal.close()
    return list(journal.entries)


async def type_slowly_anywhere(app: Driver, chance: random.Random) -> None:
    """Type words as somebody does who looks at the keys: a letter that acts is in the text, or said not to be."""
    screen = app.app.screen
    if isinstance(screen, StepScreen) or isinstance(app.app.focused, TextArea | Input):
        return
    app.forget_what_was_said()
    first, second = string.ascii_lowercase + "12345", [" ", *string.ascii_lowercase]
    text = f"{chance.choice(first)}{chance.choice(second)}ng dus dit"
    await app.write_slowly(text, chance.choice([0.2, 0.3, 0.6]))
    stands = boxes(app).split("\n")
    whole = any(text in each for each in stands)
    said = any(
        text[gone:] in each and f"{text[:gone].strip()} opende" in app.said.replace("’", "")
        for gone in range(1, len(text) - len(" dus dit"))
        for each in stands
    )
    assert whole or said, f"{text!r} at {screen} is not whole in {stands!r}:\n{app.text}\n{app.said}"


async def type_everywhere(
    places: Places, pack: Pack, size: tuple[int, int], seed: int, seconds: float, *, slowly: bool = False
) -> None:
    """Open something by chance, perhaps a window over it, and type; over and over."""
    chance = random.Random(seed)
    routes = everywhere(pack, something_of_everything(places))
    until = time.monotonic() + seconds
    async with running(places, size=size) as app:
        while time.monotonic() < until:
            app.app.open(PlaceRoute(Place.HOME))
            await app.settle()
            route, over = chance.choice(routes), chance.choice(OVER_IT)
            app.app.open(route)
            await app.settle()
            await app.press(*filter(None, [over]))
            try:
                if slowly:
                    await type_slowly_anywhere(app, chance)
                else:
                    await type_anywhere(app, chance, tabs=2)
            except AssertionError as fault:
                raise AssertionError(f"seed {seed}, at {route} after {over}: {fault}") from fault
            while len(app.app.screen_stack) > 1 and app.app.screen.is_modal:
                await app.press("escape")


@pytest.mark.parametrize("size", [SMALL, WIDE, TINY], ids=["small", "wide", "tiny"])
async def test_what_is_typed_anywhere_does_no_harm(places: Places, pack: Pack, size: tuple[int, int]) -> None:
    """Ten seconds, in windows of three sizes."""
    await type_everywhere(places, pack, size, seed=size[0], seconds=10 / 3)


@pytest.mark.long
@pytest.mark.parametrize("size", [SMALL, WIDE, TINY], ids=["small", "wide", "tiny"])
async def test_what_is_typed_anywhere_for_ten_minutes(places: Places, pack: Pack, size: tuple[int, int]) -> None:
    seed = random.SystemRandom().randrange(2**32)
    await type_everywhere(places, pack, size, seed=seed, seconds=LONG / 3)


async def test_what_is_typed_slowly_is_lost_nowhere_unsaid(places: Places, pack: Pack) -> None:
    await type_everywhere(places, pack, SMALL, seed=5, seconds=5, slowly=True)


@pytest.mark.long
@pytest.mark.parametrize("size", [SMALL, WIDE, TINY], ids=["small", "wide", "tiny"])
async def test_what_is_typed_slowly_for_ten_minutes(places: Places, pack: Pack, size: tuple[int, int]) -> None:
    seed = random.SystemRandom().randrange(2**32)
    await type_everywhere(places, pack, size, seed=seed, seconds=LONG / 3, slowly=True)
