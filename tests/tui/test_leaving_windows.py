"""Going elsewhere from a window in which something is being written: that is no answer, and the words stand."""

import asyncio
import inspect
import pkgutil
import re
from collections.abc import Awaitable, Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from support.crossing import crossed
from support.driver import WIDE, Driver, running

from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.journal.drafts import Drafts
from goedwerk_tui.tui import screens, shutdown
from goedwerk_tui.tui.routes import Asking, AskRoute, StepRoute
from goedwerk_tui.tui.screens.dialog import Dialog
from goedwerk_tui.tui.screens.entries import EntriesScreen
from goedwerk_tui.tui.screens.huge_line import HugeLineScreen
from goedwerk_tui.tui.screens.line import LineScreen
from goedwerk_tui.tui.screens.question import QuestionScreen
from goedwerk_tui.tui.widgets.editor import Editor

HUGE = "woord " * 5_000
LINE = "wat hier net bedacht werd"
WORD, CONDITION = "Rond: er belt niemand meer.", "de lijn op donderdag"
READY = "Er staat iets klaar, nog niet af"


@pytest.fixture(autouse=True)
def journal(places: Places) -> None:
    journal = Journal.open(places)
    journal.set_position("wat-is-goed-werk", "x")
    journal.add(Kind.TERM, WORD)
    journal.add(Kind.CONDITION, CONDITION, data={"side": "hinders"})


def everything(places: Places) -> set[str]:
    """All that is on disk: pieces and drafts, with what they hold beside their text."""
    entries = Journal.open(places, read_only=True).newest_first()
    held = {str(value) for each in entries for value in (each.data or {}).values()}
    return {each.text for each in entries} | {each.text for each in Drafts(places.drafts).all()} | held


async def ask(app: Driver, asking: Asking, text: str) -> None:
    assert app.app.workspace is not None
    entries = app.app.workspace.journal.entries.values()
    app.app.open(AskRoute(asking, next(each.id for each in entries if each.text == text)))
    await app.settle()
    await app.paste(LINE)


async def begin(app: Driver, step: str) -> None:
    app.app.open(StepRoute(step))
    await app.settle()
    await app.press("enter")


async def ask_for_card(app: Driver) -> None:
    await begin(app, "waardensortering")
    await app.write(LINE)


async def paste_in_note(app: Driver) -> None:
    await app.press("n")
    await app.paste(HUGE)


async def paste_in_exercise(app: Driver) -> None:
    await begin(app, "als-danplan")
    await app.paste(HUGE)


WINDOWS: dict[str, tuple[type[Dialog[Any]], str, Callable[[Driver], Awaitable[None]]]] = {
    "meaning": (LineScreen, LINE, lambda app: ask(app, Asking.MEANING, WORD)),
    "plan": (LineScreen, LINE, lambda app: ask(app, Asking.PLAN, CONDITION)),
    "card": (LineScreen, LINE, ask_for_card),
    "paste": (HugeLineScreen, HUGE, paste_in_note),
    "paste in an exercise": (HugeLineScreen, HUGE, paste_in_exercise),
}
"""What is written in, and how it is opened with something in it."""


def _windows(above: type[Any] = Dialog) -> set[type[Any]]:
    return {each for below in above.__subclasses__() for each in (below, *_windows(below))}


def _boxes(above: type[Any] = Editor) -> set[str]:
    return {above.__name__, *(each for below in above.__subclasses__() for each in _boxes(below))}


def test_every_window_with_a_box_or_a_draft_is_left_here() -> None:
    for module in pkgutil.iter_modules(screens.__path__):
        import_module(f"{screens.__name__}.{module.name}")
    box = re.compile(rf"\b({'|'.join(_boxes())})\(")
    written_in = {each for each in _windows() if "keep_now" in vars(each) or box.search(inspect.getsource(each))}
    assert written_in == {window for window, _, _ in WINDOWS.values()}


async def leave_for_a_place(app: Driver) -> None:
    await app.choose("programma")
    assert len(app.app.screen_stack) == 1


async def quit(app: Driver) -> None:
    await app.press("ctrl+q")


async def be_ended(app: Driver) -> None:
    shutdown._asked_to_stop(app.app)  # pyright: ignore[reportPrivateUsage] - what the signal does
    await asyncio.gather(*shutdown._ending)  # pyright: ignore[reportPrivateUsage]


async def fall(app: Driver) -> None:
    app.app.fell()


@pytest.mark.parametrize(("name", "leave"), crossed([*WINDOWS], [leave_for_a_place, quit, be_ended, fall]))
async def test_what_is_written_in_a_window_stands_when_it_is_left(
    places: Places, monkeypatch: pytest.MonkeyPatch, name: str, leave: Callable[[Driver], Awaitable[None]]
) -> None:
    monkeypatch.setattr(shutdown, "_ending", set())
    monkeypatch.setattr("threading.Timer.start", lambda _: None)
    window, words, open_it = WINDOWS[name]
    async with running(places, size=WIDE) as app:
        await open_it(app)
        assert isinstance(app.app.screen, window)
        await leave(app)
    assert words in everything(places)
    async with running(places, size=WIDE) as app:
        assert READY in app.words


@pytest.mark.parametrize("name", [name for name, (window, _, _) in WINDOWS.items() if window is LineScreen])
async def test_thuis_offers_at_once_what_was_left_and_the_window_has_it_again(places: Places, name: str) -> None:
    async with running(places, size=WIDE) as app:
        await WINDOWS[name][2](app)
        await app.choose("Thuis")
        assert READY in app.words
        await app.press("c")
        assert isinstance(app.app.screen, LineScreen)
        assert app.app.screen.query_one(Editor).text == LINE


async def test_a_line_that_is_left_for_the_exercise_below_it_is_asked_again(places: Places) -> None:
    async with running(places, size=WIDE) as app:
        await WINDOWS["card"][2](app)
        app.app.open(StepRoute("waardensortering"))
        await app.settle()
        assert isinstance(app.app.screen, LineScreen)
        assert app.app.screen.query_one(Editor).text == LINE
        await app.press("enter")
        assert LINE in app.text
    assert LINE not in {each.text for each in Drafts(places.drafts).all()}


async def test_an_answer_is_kept_and_is_no_draft(places: Places) -> None:
    async with running(places, size=WIDE) as app:
        await WINDOWS["meaning"][2](app)
        await app.press("enter")
        assert not Drafts(places.drafts).all()
    assert any(LINE in each for each in everything(places))


async def test_whoever_leaves_what_a_question_showed_is_not_asked_again_elsewhere(places: Places) -> None:
    words = "Twee keer dezelfde woorden over het voorstel van gisteren."
    journal = Journal.open(places)
    journal.add(Kind.NOTE, words)
    journal.trash(journal.add(Kind.NOTE, words).id)
    journal.close()
    async with running(places, size=WIDE) as app:
        await app.press("3", "p", "l")
        assert isinstance(app.app.screen, QuestionScreen)
        await app.go_to("Bekijk eerst")
        await app.press("enter")
        assert isinstance(app.app.screen, EntriesScreen)
        await leave_for_a_place(app)


async def test_whoever_goes_elsewhere_without_beginning_looks_round(tmp_path: Path) -> None:
    places = find_places(tmp_path / "nog niets" / "dagboek.json")
    async with running(places, size=WIDE) as app:
        await leave_for_a_place(app)
        await app.settle()
        assert app.app.workspace is not None and app.app.workspace.looking_round
