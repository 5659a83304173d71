"""Driving the app as a person would, and reading what its screen shows."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.events import Key, Paste
from textual.keys import _character_to_key  # pyright: ignore[reportPrivateUsage]
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import OptionList, TextArea

from goedwerk_tui.base.places import Places
from goedwerk_tui.tui.app import GoedWerkApp
from goedwerk_tui.tui.shell import MOVING

SMALL, WIDE, TINY = (80, 24), (140, 45), (40, 10)
_PATIENCE = 30.0
"""Seconds that a test waits for what goes on, on however busy a machine."""
_BEAT = 0.005
"""Seconds between two looks whether it is done."""
_CHARACTERS = {"space": " ", "enter": "\r", "tab": "\t", "escape": "\x1b", "backspace": "\x08"}
"""What a terminal sends with a key that has a name."""


class Driver:
    """One run of the app."""

    def __init__(self, app: GoedWerkApp, pilot: Pilot[object]) -> None:
        self.app = app
        self._pilot = pilot
        self._said: list[str] = [each.message for each in app._notifications]  # pyright: ignore[reportPrivateUsage]
        notify = app.notify

        def note(message: str, **how: Any) -> None:
            self._said.append(f"{message} {how.get('offer', '')}".rstrip())
            notify(message, **how)

        app.notify = note

    async def press(self, *keys: str) -> None:
        """Press keys one by one, each after a look at the screen, and wait until all that follows has happened."""
        for key in keys:
            self.app.command_typed = None
            self._send(key)
            await self.settle()
        self.app.command_typed = None

    async def write(self, text: str) -> None:
        """Type a text."""
        for letter in text:
            self._send({" ": "space", "\n": "enter"}.get(letter, letter))
        await self.settle()

    async def write_slowly(self, text: str, pace: float = 0.25) -> None:
        """Type a text as somebody does who looks at the keys: each sign comes when all that the last led to is there.

        Args:
            text: the text.
            pace: seconds between two signs, by the clock of the keys; the test itself waits for none.
        """
        begun = time.monotonic()
        for number, sign in enumerate(text):
            name = "space" if sign == " " else _character_to_key(sign)
            key = Key(name, sign)
            key.time = begun + number * pace
            self.app.post_message(key)
            await self.settle()

    async def write_late(self, *signs: str) -> None:
        """Type signs more than a second apart, to which a busy machine gets at one time."""
        typed: list[Key] = []
        for sign in signs:
            typed.append(Key(sign, sign))
            await self.pause(1.1)
        for key in typed:
            self.app.post_message(key)
        await self.settle()

    def _send(self, key: str) -> None:
        """Give the app a key as it comes from a terminal; a pilot waits tens of milliseconds at each."""
        if len(key) == 1:
            self.app.post_message(Key(_character_to_key(key), key))
        else:
            self.app.post_message(Key(key, _CHARACTERS.get(key)))

    async def paste(self, text: str) -> None:
        """Paste a text where the cursor is."""
        self.app.post_message(Paste(text))
        await self.settle()

    async def settle(self) -> None:
        """Wait until nothing is being opened, moved, written or drawn any more."""
        until = time.monotonic() + _PATIENCE
        at_rest = 0
        while at_rest < 2:  # what was taken from a queue and is being done is seen by what it leaves
            await self.app.work_off_keys(_PATIENCE)
            await self._pilot.pause(0)
            await self._pilot.wait_for_animation()
            busy = self._busy()
            at_rest = 0 if busy or self._is_laying_out() else at_rest + 1
            assert time.monotonic() < until, f"still busy: {busy or 'laying out'}\n{self.text}"
            await asyncio.sleep(_BEAT if busy else 0)

    def _is_laying_out(self) -> bool:
        """Whether something is on its way to the screen; what has ended draws nothing any more."""
        screen = self.app.screen
        return not self.app._exit and (  # pyright: ignore[reportPrivateUsage]
            screen._layout_required  # pyright: ignore[reportPrivateUsage]
            or bool(screen._dirty_widgets)  # pyright: ignore[reportPrivateUsage]
            or bool(screen._callbacks)  # pyright: ignore[reportPrivateUsage]
            or any(
                each.message_queue_size or each._next_callbacks  # pyright: ignore[reportPrivateUsage]
                for each in (self.app, *screen.walk_children(with_self=True))
            )
            or any(
                each._layout_required or each._repaint_required or each._scroll_required  # pyright: ignore[reportPrivateUsage]
                for each in screen.walk_children(Widget)
            )
        )

    def _busy(self) -> list[str]:
        """What is still going on. A worker that waits for an answer in a dialog is not waited for."""
        moving = self.app.moving
        return [
            worker.group
            for worker in self.app.workers
            if not worker.is_finished and (worker.group != MOVING or worker in moving)
        ]

    async def pause(self, seconds: float) -> None:
        """Let time pass."""
        await self._pilot.pause(seconds)

    async def choose(self, words: str) -> None:
        """Choose something from the palette by its words."""
        await self.press("ctrl+p")
        await self.paste(words)
        await self.pause(0.4)
        await self.press("enter")

    async def go_to(self, words: str) -> None:
        """Go down the list that has the keyboard, to the line with these words."""
        listing = self.app.screen.query_one("OptionList:focus", OptionList)
        await self.press("home")
        for _ in range(listing.option_count):
            if listing.highlighted_option and words in str(listing.highlighted_option.prompt):
                return
            await self.press("down")
        raise AssertionError(f"no line with ‘{words}’\n{self.text}")

    async def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        await self._pilot.resize_terminal(columns, rows)
        await self.settle()

    async def click(self, selector: str) -> None:
        """Click a widget."""
        await self._pilot.click(selector)
        await self.settle()

    async def drag(self, source: str, target: str) -> None:
        """Drag from the first line of one widget to that of another."""
        await self._pilot.mouse_down(source, offset=(3, 0))
        await self._pilot.mouse_up(target, offset=(3, 0))
        await self.settle()

    @property
    def text(self) -> str:
        """What stands on the screen, line by line."""
        width, height = self.app.size
        lines = self.app.screen._compositor.render_strips()  # pyright: ignore[reportPrivateUsage]
        return "\n".join(strip.text[:width] for strip in lines[:height])

    @property
    def standing(self) -> str:
        """What stands in the text box that has the keyboard; empty where none has."""
        focused = self.app.focused
        return focused.text if isinstance(focused, TextArea) else ""

    @property
    def said(self) -> str:
        """All that was said to the person so far, in the corner of the screen."""
        return " ".join(self._said)

    def forget_what_was_said(self) -> None:
        """Begin anew with what is said to the person."""
        self.app.clear_notifications()
        self._said.clear()

    @property
    def words(self) -> str:
        """What stands on the screen as one line, so that it reads the same wherever it was wrapped."""
        return " ".join(self.text.translate(dict.fromkeys(map(ord, "│┃▌"), " ")).split())


@asynccontextmanager
async def running(
    places: Places,
    *,
    size: tuple[int, int] = SMALL,
    content: Path | None = None,
    looking_round: bool = False,
    follow: bool = False,
) -> AsyncIterator[Driver]:
    """Run the app on a screen of so many columns and rows."""
    app = GoedWerkApp(places, content=[content] if content else (), looking_round=looking_round, follow=follow)
    async with app.run_test(size=size, notifications=True) as pilot:
        driver = Driver(app, pilot)
        while app.workspace is None and not app.trouble and len(app.screen_stack) == 1:
            await asyncio.sleep(_BEAT)
        await driver.settle()
        yield driver
        if app.workspace:
            app.workspace.close()
