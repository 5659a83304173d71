"""Keeping Python's collection of garbage from holding up the keyboard.

What is loaded at the start stays till the end; to walk through all of it at every collection takes a tenth of a second
in a large journal. Besides, Textual holds on to what is gone: a node keeps a list of who watches each of its values,
and takes from it who is gone only when that value changes. Some never change, so every key that ever stood in a footer
and every text box that ever was would stay in memory, with all its styles.
"""

import gc
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from textual.app import App
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Footer

LOOK_EVERY = 1.0
"""Seconds between two looks whether there is anything to weed: somebody who leafs leaves a screen behind every time."""
_SELDOM = 1000
"""After how many lesser collections a whole one is made by itself: hardly ever, as ``Weeding`` does it."""
_MUCH = 5
"""After how many lesser collections there is enough to weed; a screen that was opened and left makes about one."""


@contextmanager
def without_walking() -> Generator[None, None, None]:
    """Collect nothing while much is loaded, and never walk through it later."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        young, middle, _ = gc.get_threshold()
        gc.set_threshold(young, middle, _SELDOM)
        gc.enable()


class Weeding:
    """Takes out of memory what the screens left behind, little and often: some 3 ms for each of them."""

    def __init__(self, app: App[Any]) -> None:
        """Take the app; ``look`` is to be called every ``LOOK_EVERY`` seconds."""
        self._app = app
        self._before: Screen[Any] | None = None

    def look(self) -> None:
        """Weed when there is enough to weed."""
        screens = self._app.screen_stack
        at_rest = len(screens) == 1 and screens[0] is self._before
        self._before = screens[-1] if screens else None
        if gc.get_count()[2] < _MUCH:
            return
        for node in (self._app, *(footer for screen in screens for footer in screen.query(Footer))):
            # Textual's own list, for which it has no name to the outside. Without it more stays in memory, no worse.
            watching: dict[str, list[tuple[object, object]]] = getattr(node, "__watchers", {})
            for each in watching.values():
                each[:] = [(watcher, told) for watcher, told in each if not _is_gone(watcher)]
        gc.collect()
        if at_rest:
            # The places stay till the end, with all that Textual keeps of them: that need not be walked through again.
            gc.freeze()


def _is_gone(watcher: object) -> bool:
    return isinstance(watcher, Widget) and watcher.is_mounted and not watcher.is_running
