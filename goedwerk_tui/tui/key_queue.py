"""Keys that were read in one go are let through one by one, each to the page that the one before it led to.

A stalled line or somebody who types ahead gives several keys at once. Textual hands each to what has the focus at that
moment, so that ‘n’ and then ‘ab’ would put ‘ab’ nowhere, and a key that closes would meet a page that is still being
kept.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress

from textual import events
from textual.app import App, ScreenStackError
from textual.dom import DOMNode
from textual.message_pump import MessagePump
from textual.widgets import Input, TextArea

Typed = events.Key | events.Paste | events.MouseDown | events.MouseUp
_PATIENCE = 10.0
"""Seconds that a key waits for what the one before it set going; a disk may answer never."""
_BEAT = 0.005
"""Seconds between two looks whether it is done."""
_ROUNDS = 2
"""How often all that heard a key are asked whether they are done: once for the key, once for what they made of it."""


class KeyQueue:
    """Holds keys, pastes and clicks until the page that they are for stands."""

    def __init__(
        self, app: App[object], dispatch: Callable[[Typed], Awaitable[None]], is_moving: Callable[[], bool]
    ) -> None:
        """Take the app.

        Args:
            app: whose keys these are.
            dispatch: gives one to what has the focus.
            is_moving: whether what is in front is still changing.
        """
        self._app = app
        self._dispatch = dispatch
        self._is_moving = is_moving
        self._waiting: deque[Typed] = deque()
        self._working = False
        self._came = asyncio.Event()
        """Set when something waits that was not there before, or nothing more is to come."""

    def put(self, event: Typed) -> None:
        """Let this through after those that came before it."""
        self._waiting.append(event)
        self._came.set()
        if not self._working:
            self._working = True
            self._app.run_worker(self._work_off(), group="keys")

    async def next_sign(self, seconds: float) -> str:
        """Return the sign that waits behind the key that is dealt with, or comes within so many seconds; or nothing."""
        self._came.clear()
        if not self._waiting:
            with suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await self._came.wait()
        following = self._waiting[0] if self._waiting else None
        return (following.character or "") if isinstance(following, events.Key) and following.is_printable else ""

    async def work_off(self, seconds: float) -> None:
        """Wait until all that was typed is where it is for, for so many seconds at most.

        All that was typed is there, so that no key waits for a sign behind it any longer.
        """
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while True:
                    await _turn(self._app, self._app.call_later)
                    if not self._working:
                        return
                    self._came.set()
                    await asyncio.sleep(_BEAT)

    async def _work_off(self) -> None:
        try:
            await self._in_time(self._stands())
            while self._waiting:
                await self._let_through(self._waiting.popleft())
        except ScreenStackError:  # the app has ended
            self._waiting.clear()
        finally:
            self._working = False

    async def _let_through(self, event: Typed) -> None:
        screen, focused = self._app.screen, self._app.focused
        await self._dispatch(event)
        await self._in_time(self._heard(focused or screen))
        types = isinstance(focused, Input | TextArea) and isinstance(event, events.Key) and event.is_printable
        if not types or self._is_moving() or (screen, focused) != (self._app.screen, self._app.focused):
            await self._in_time(self._stands())

    async def _in_time(self, waiting: Awaitable[None]) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                await waiting

    async def _heard(self, node: DOMNode) -> None:
        """Wait until a key that was given to this node, and all that followed at once, has been dealt with."""
        for _ in range(_ROUNDS):
            for each in (*node.ancestors_with_self, self._app):
                await _turn(each, each.call_later)

    async def _stands(self) -> None:
        """Wait until what is in front has been laid out, and has put the focus where it belongs."""
        while True:
            while self._is_moving():
                await asyncio.sleep(_BEAT)
            front = self._app.screen
            await _turn(front, front.call_later)
            await _turn(front, front.call_after_refresh)
            await _turn(self._app, self._app.call_later)
            if front is self._app.screen and not self._is_moving():
                return


async def _turn(pump: MessagePump, call: Callable[[Callable[[], None]], bool]) -> None:
    """Wait until it is the turn of a call that is made now, or until whoever would make it is no more."""
    called = asyncio.Event()
    if pump.is_running and call(called.set):
        while pump.is_running and not called.is_set():
            await asyncio.sleep(0 if pump.message_queue_size else _BEAT / 5)
