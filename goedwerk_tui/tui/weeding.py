"""Keeping Python's collection of garbage from holding up the keyboard.

What is loaded at the start stays till the end; to walk through all of it at every collection takes a tenth of a second
in a large journal. Besides, Textual holds on to what is gone: a node keeps a list of who watches each of its values,
and takes from it who is gone only when that value changes. Some never change, so every key that ever stood in a footer
and every text box that ever was would stay in memory, with all its styles.
"""

import gc
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import Any

from textual.app import App
from textual.widgets import Footer

_SELDOM = 1000
"""After how many lesser collections a whole one is made by itself: hardly ever, as ``weed`` does it."""


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


def weed(app: App[Any]) -> None:
    """Take all that is gone from the lists of the app and of the footers, and out of memory. Takes some 20 ms."""
    for node in (app, *_footers(app)):
        watching: dict[str, list[tuple[Any, Any]]] = getattr(node, "__watchers", {})
        for each in watching.values():
            each[:] = [(watcher, told) for watcher, told in each if not getattr(watcher, "_closing", False)]
    gc.collect()


def _footers(app: App[Any]) -> Iterator[Footer]:
    for screens in app._screen_stacks.values():  # pyright: ignore[reportPrivateUsage] - those of the other places too
        for screen in screens:
            yield from screen.query(Footer)
