"""A page that is closed before what is looked up for it is there: nothing ends by it, and nothing is lost."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from support.driver import WIDE, running
from support.insight_year import Clock, live_a_year
from textual import events

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal, Mark
from goedwerk_tui.programme import Pack
from goedwerk_tui.tui.exercises.list import ListWidget
from goedwerk_tui.tui.routes import PageName, PageRoute, StepRoute
from goedwerk_tui.tui.screens.help import HelpScreen
from goedwerk_tui.tui.widgets.key_line import KeyLine

LOOKS_UP = (
    PageName.STRATEGIES, PageName.WORDS, PageName.CONDITIONS, PageName.VISION, PageName.MONTHS, PageName.BACKUPS,
    PageName.MEETINGS,
)  # fmt: skip
"""Pages that look up in a worker what they show."""


@pytest.fixture
def lived(places: Places, pack: Pack) -> Places:
    clock = Clock()
    journal = Journal.open(places, clock=clock)
    live_a_year(pack, journal, clock)
    journal.close()
    return places


@pytest.fixture
def busy(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine: what is looked up takes a while, and a page takes longer to go than its parts do."""
    in_thread = asyncio.to_thread

    async def later(look_up: Callable[..., Any], *what: Any, **how: Any) -> Any:
        found = await in_thread(look_up, *what, **how)
        await asyncio.sleep(0.15)
        return found

    async def linger(_: KeyLine) -> None:
        await asyncio.sleep(0.3)

    monkeypatch.setattr(asyncio, "to_thread", later)
    monkeypatch.setattr(KeyLine, "on_unmount", linger, raising=False)


@pytest.mark.usefixtures("busy")
async def test_a_page_closed_before_all_is_looked_up(lived: Places) -> None:
    async with running(lived, size=WIDE) as app:
        for page in LOOKS_UP:
            for keys in (("escape",), ("down", "escape"), ("end", "escape")):
                app.app.open(PageRoute(page))
                if len(keys) > 1:
                    await app.settle()
                for key in keys:
                    app.app.post_message(events.Key(key, None))
                await app.settle()
                assert not app.app.trouble, (page, keys)
                assert len(app.app.screen_stack) == 1, (page, keys)


async def test_a_mark_is_taken_back_where_the_result_is_closed(lived: Places) -> None:
    async with running(lived) as app:
        app.app.open(StepRoute("startfoto"))
        await app.settle()
        assert "Gemaakt op" in app.text
        await app.press("ctrl+g")
        assert "gaat mee" in app.words
        await app.press("escape", "ctrl+z")
        assert not app.app.trouble
    assert not Journal.open(lived, read_only=True).marked(Mark.BRING)


@pytest.mark.parametrize("gone_first", [True, False], ids=["before it is called back", "while it is called back"])
async def test_a_part_that_went_before_it_was_drawn_anew_ends_nothing(places: Places, gone_first: bool) -> None:
    async with running(places, size=WIDE) as app:
        await app.press("b")
        app.app.open(StepRoute("krachtenveld"))
        await app.settle()
        await app.press("enter", "ctrl+s")
        exercise = app.app.screen.query_one(ListWidget)
        exercise.call_after_refresh(exercise.draw)
        going = exercise.remove()
        if gone_first:
            await going
            app.app.screen.call_after_refresh(exercise.draw)
        await app.settle()
        await app.press("f1")
        assert not app.app.trouble and isinstance(app.app.screen, HelpScreen)
