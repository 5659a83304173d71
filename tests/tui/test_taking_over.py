"""A second window, which could only read, goes on where the first one was: what that left is never written over."""

import asyncio
import threading
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from support.crossing import crossed
from support.driver import WIDE, Driver, running
from textual.events import AppFocus, Key

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.journal.erasure import wipe
from goedwerk_tui.journal.maintenance import Cared
from goedwerk_tui.tui import workspace as workspaces
from goedwerk_tui.tui.routes import Route, StepRoute, WeekLogRoute, WriteRoute

pytestmark = pytest.mark.dated


class Window:
    """A window that can be ended while another goes on; it lives in a task of its own, as each app has its context."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._doing: asyncio.Queue[tuple[Callable[[Driver], Awaitable[object]], asyncio.Event] | None] = asyncio.Queue()
        self._task = asyncio.create_task(self._run())

    async def _run(self) -> None:
        async with running(self._places, size=WIDE) as app:
            while asked := await self._doing.get():
                do, done = asked
                await do(app)
                done.set()

    async def do(self, do: Callable[[Driver], Awaitable[object]]) -> None:
        """Do something there."""
        done = asyncio.Event()
        await self._doing.put((do, done))
        waiting = asyncio.create_task(done.wait())
        await asyncio.wait((waiting, self._task), return_when=asyncio.FIRST_COMPLETED)
        if self._task.done():
            self._task.result()

    async def end(self, by: str) -> None:
        await self.do(_quit if by == "ctrl+q" else _fall)
        await self._doing.put(None)
        await self._task


async def _quit(app: Driver) -> None:
    await app.press("ctrl+q")


async def _fall(app: Driver) -> None:
    """End as by a kill: what was typed is a draft within that time, and nothing more is kept."""
    await app.pause(0.5)
    await app.settle()
    app.app.exit()


@asynccontextmanager
async def two_windows(places: Places) -> AsyncIterator[tuple[Window, Driver]]:
    Journal.open(places).add(Kind.NOTE, "al begonnen")
    first = Window(places)
    await first.do(Driver.settle)
    async with running(places, size=WIDE) as second:
        assert "alleen lezen" in second.words
        yield first, second


async def take_over(app: Driver) -> None:
    app.app.post_message(AppFocus())
    for _ in range(300):
        if "weer schrijven" in app.said:
            break
        await app.pause(0.02)
    await app.settle()
    assert "weer schrijven" in app.said and "alleen lezen" not in app.words


async def go(app: Driver, route: Route, *keys: str) -> None:
    app.app.open(route)
    await app.settle()
    await app.press(*keys)


def everything(places: Places) -> str:
    """All that stands in journal and drafts."""
    texts = [each.text for each in Journal.open(places, read_only=True).newest_first()]
    return "\n\n".join((*texts, *(each.text for each in Drafts.of(places).all())))


Place = tuple[Route, tuple[str, ...]]
TEXTS: dict[str, Place] = {
    "an answer": (StepRoute("opening-afsluiting", "context"), ("f2",)),
    "a note": (WriteRoute(), ()),
    "the week log": (WeekLogRoute(), ()),
    "a list": (StepRoute("rode-lijnen"), ("enter",)),
    "a form": (StepRoute("portret-goede-ambtenaar"), ("enter",)),
    "the left column": (StepRoute("linkerkolom"), ("enter",)),
    "a text that is built": (StepRoute("spiegeltoets"), ("enter",)),
}


@pytest.mark.parametrize(("what", "by"), crossed([*TEXTS], ["ctrl+q", "kill"]))
async def test_what_the_first_window_left_is_there_and_what_is_typed_comes_behind_it(
    places: Places, what: str, by: str
) -> None:
    route, keys = TEXTS[what]
    async with two_windows(places) as (first, second):
        await first.do(lambda app: go(app, route, *keys))
        await go(second, route, *keys)
        await first.do(lambda app: app.write("walnoot uit A"))
        await first.end(by)
        await take_over(second)
        if what != "a note" or by == "kill":
            assert "walnoot uit A" in second.text
        await second.write("mandarijn en peer")
        await second.press("ctrl+q")
    left = everything(places)
    assert "walnoot uit A" in left and "mandarijn en peer" in left


CHOSEN: dict[str, tuple[str, Callable[[Any], int]]] = {
    "cards": ("waardensortering", lambda data: sum(bool(each.get("column")) for each in data["cards"])),
    "a scale": ("startfoto", lambda data: sum(bool(each.get("at")) for each in data["items"])),
}


@pytest.mark.parametrize("by", ["ctrl+q", "kill"])
@pytest.mark.parametrize("what", CHOSEN)
async def test_what_was_laid_in_the_first_window_stays_laid(places: Places, what: str, by: str) -> None:
    step, laid = CHOSEN[what]
    async with two_windows(places) as (first, second):
        await first.do(lambda app: go(app, StepRoute(step), "enter"))
        await go(second, StepRoute(step), "enter")
        await first.do(lambda app: app.press("2", "3"))
        await first.end(by)
        (draft,) = Drafts.of(places).all()
        assert laid(draft.data) == 2
        await take_over(second)
        await second.press("1")
        await second.press("ctrl+q")
    (draft,) = Drafts.of(places).all()
    assert laid(draft.data) == 3


@pytest.mark.parametrize("what", ["an answer", "a form"])
async def test_what_the_first_window_finished_is_not_made_anew_unseen(places: Places, what: str) -> None:
    route, keys = TEXTS[what]
    async with two_windows(places) as (first, second):
        await first.do(lambda app: go(app, route, *keys))
        await go(second, route, *keys)
        await first.do(lambda app: app.write("walnoot uit A"))
        if what == "a form":
            await first.do(lambda app: app.press("ctrl+s", "down", "enter"))
        await first.end("ctrl+q")
        await take_over(second)
        assert "walnoot uit A" in second.text


async def test_an_answer_that_the_first_window_wiped_is_no_longer_shown(places: Places) -> None:
    route, keys = TEXTS["an answer"]
    async with running(places) as app:
        await app.press("b")
        await go(app, route, *keys)
        await app.write("walnoot uit A")
        await app.press("ctrl+q")
    first = Window(places)
    await first.do(Driver.settle)
    async with running(places, size=WIDE) as second:
        await go(second, route)
        assert "walnoot uit A" in second.text
        journal = Journal.open(places)
        wipe(journal, [each.id for each in journal.newest_first() if each.text == "walnoot uit A"])
        journal.close()
        await first.end("kill")
        await take_over(second)
        assert "walnoot uit A" not in second.text and "● bewaard" not in second.text


async def test_in_a_list_that_could_only_be_read_one_types_as_anywhere(places: Places) -> None:
    async with two_windows(places) as (first, second):
        await go(second, StepRoute("rode-lijnen"), "enter")
        await first.end("ctrl+q")
        await take_over(second)
        await second.write("hallo jan")
        assert "hallo jan" in second.text
        await second.press("enter", "ctrl+q")
    assert "hallo jan" in everything(places)


async def test_what_comes_from_elsewhere_while_a_page_is_open_stands_apart_and_is_told(places: Places) -> None:
    """As a second command leaves it, after this window listed it on Thuis."""
    async with running(places) as app:
        await app.press("b")
        await go(app, WriteRoute())
        await app.write("van hier")
        await app.pause(0.5)
        await app.settle()
        (mine,) = Drafts.of(places).all()
        elsewhere = Drafts.of(places)
        assert elsewhere.get(mine.key)
        elsewhere.put(Draft(key=mine.key, text="van elders", kind=Kind.NOTE, at=mine.at))
        app.app.post_message(AppFocus())
        await app.settle()
        await app.write(", en verder")
        await app.pause(0.5)
        await app.settle()
        assert "Aan wat je schreef was elders ook getypt" in app.said
        assert {each.text for each in Drafts.of(places).all()} == {"van hier, en verder", "van elders"}


@pytest.mark.parametrize("by", ["ctrl+q", "kill"])
async def test_what_is_typed_at_the_moment_of_taking_over_breaks_nothing_that_was_left(
    places: Places, monkeypatch: pytest.MonkeyPatch, by: str
) -> None:
    """Until the screens know what was left, nothing can be written: not a letter of it comes in the box."""
    care, caring = workspaces.take_care, threading.Event()

    def slowly(journal: Journal) -> Cared:
        caring.set()
        time.sleep(0.5)
        return care(journal)

    route, keys = TEXTS["an answer"]
    async with two_windows(places) as (first, second):
        await first.do(lambda app: go(app, route, *keys))
        await go(second, route)
        await first.do(lambda app: app.write("walnoot uit A"))
        # Before the first one ends: the second tries by itself as well, and may take over at once.
        monkeypatch.setattr(workspaces, "take_care", slowly)
        await first.end(by)
        second.app.post_message(AppFocus())
        while not caring.is_set():
            await second.pause(0.02)
        for sign in "ervoor":
            second.app.post_message(Key(sign, sign))
        await take_over(second)
        assert "walnoot uit A" in second.text and "o o r" not in second.text
        await second.press("f2")
        await second.write(" en mandarijn")
        await second.press("ctrl+q")
    assert "walnoot uit A en mandarijn" in everything(places)


async def test_what_two_windows_typed_of_a_journal_that_both_began_stays_of_both(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("goedwerk_tui.tui.background_sync.TRY_EVERY", 0.1)
    first = Window(places)
    await first.do(Driver.settle)
    async with running(places, size=WIDE) as second:
        await first.do(lambda app: app.press("b"))
        await second.press("b")
        await first.do(lambda app: go(app, WriteRoute()))
        await go(second, WriteRoute())
        await first.do(lambda app: app.write("walnoot uit A"))
        await first.do(lambda app: app.pause(0.5))
        await second.write("mandarijn uit B")
        await second.pause(0.5)
        assert "mandarijn uit B" not in everything(places)
        assert second.said.count("Een ander venster is ondertussen met dit dagboek begonnen") <= 2
        await first.end("kill")
        for _ in range(300):
            if "Het lukt weer" in second.said:
                break
            await second.pause(0.02)
        await second.write(" en verder")
        await second.pause(0.5)
        await second.settle()
        assert "mandarijn uit B en verder" in second.text
        await second.press("ctrl+q")
    left = everything(places)
    assert "walnoot uit A" in left and "mandarijn uit B en verder" in left
