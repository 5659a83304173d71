"""Keeping the collection of garbage from holding up the keyboard."""

# pyright: reportPrivateUsage=false

import gc
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from textual._styles_cache import StylesCache
from textual.app import App
from textual.widget import Widget

WEED_EVERY = 1.0
"""Seconds between two looks whether there is anything to weed: somebody who leafs leaves a screen behind every time."""
_SELDOM = 1000
"""After how many lesser collections a whole one is made by itself: hardly ever, as ``weed`` does it."""
_MUCH = 5
"""After how many lesser collections there is enough to weed; a screen that was opened and left makes about one."""


@contextmanager
def without_walking() -> Generator[None, None, None]:
    """Collect no garbage while much is loaded, and never walk through what was loaded later.

    What is loaded at the start stays till the end; to walk through all of it at every collection takes a tenth of a
    second in a large journal. Only this is frozen: whatever is frozen later may die later, and would stay. A habit of
    Python and not of Textual; it can go when a whole collection takes no more than a few milliseconds.
    """
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():
            gc.freeze()
        young, middle, _ = gc.get_threshold()
        gc.set_threshold(young, middle, _SELDOM)
        gc.enable()


def weed(app: App[Any]) -> None:
    """Take out of memory what screens left behind, when there is enough of it; to be called every ``WEED_EVERY``.

    Textual holds on to what is gone: a node keeps a list of who watches each of its values, and takes from it who is
    gone only when that value changes. Some never change, so every text box that ever was would stay, with all its
    styles. No issue is known; it can go when removing a widget takes it out of
    the lists of what it watches.
    """
    if gc.get_count()[2] < _MUCH:
        return
    watching: dict[str, list[tuple[object, object]]] = getattr(app, "__watchers", {})
    for each in watching.values():
        each[:] = [(watcher, told) for watcher, told in each if not _is_gone(watcher)]
    # It remembers by whose cache it was asked, and so keeps a thousand of them with every line that they hold.
    StylesCache.get_inner_outer.cache_clear()
    gc.collect()


def _is_gone(watcher: object) -> bool:
    return isinstance(watcher, Widget) and watcher.is_mounted and not watcher.is_running
