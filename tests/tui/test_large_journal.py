"""A journal of ten thousand entries: no place may lay out all of it, and what is left behind goes out of memory."""

import asyncio
import gc
import time
import weakref
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from support.driver import SMALL, WIDE, running

from goedwerk_tui.base.disk import OPEN_DISK
from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Entry, Kind, Origin
from goedwerk_tui.journal.book import Book
from goedwerk_tui.journal.entry import Revision
from goedwerk_tui.journal.file import write_book
from goedwerk_tui.tui.widgets.editor import Editor
from goedwerk_tui.tui.workarounds.memory import weed

ENTRIES = 10_000
GENEROUS = 0.25
"""Seconds of work in one go. Laying out everything takes several times as long, what is done now a tenth of it."""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal with ten thousand answers to one question, over seven years."""
    origin = Origin("goed-werk", "vakmanschap", "leest-lekkerder", "a", "Vakmanschap", "Leest lekkerder", "Wat zag je?")
    first = datetime(2019, 1, 1, 9, tzinfo=UTC)
    entries: list[Entry] = []
    for number in range(ENTRIES):
        text = f"Antwoord {number}. " + "Het overleg liep anders dan ik had gedacht. " * 12
        revision = Revision(f"versie-{number}", first + timedelta(hours=6 * number), text)
        entries.append(Entry(f"stuk-{number}", Kind.ANSWER, origin, (revision,)))
    path = tmp_path_factory.mktemp("dagboek") / "dagboek.json"
    write_book(path, Book("dagboek").with_entries(entries), OPEN_DISK)
    return path


@pytest.fixture
def large(written: Path, places: Places) -> Places:
    places.journal.parent.mkdir(parents=True)
    places.journal.write_bytes(written.read_bytes())
    # The app takes what is there at its start out of the collector's sight, once in a process: as in one of its own.
    gc.unfreeze()
    return places


@asynccontextmanager
async def never_long_at_work() -> AsyncIterator[None]:
    """See that the app's loop never works for long without looking up, whatever other threads and programs do."""
    longest = 0.0

    async def beat() -> None:
        nonlocal longest
        while True:
            begin = time.thread_time()
            await asyncio.sleep(0.001)
            longest = max(longest, time.thread_time() - begin)

    heart = asyncio.create_task(beat())
    try:
        yield
    finally:
        heart.cancel()
    assert longest < GENEROUS


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["small", "wide"])
async def test_everything_is_chosen_and_seen_without_laying_all_of_it_out(large: Places, size: tuple[int, int]) -> None:
    async with running(large, size=size) as app, never_long_at_work():
        await app.press("5")
        assert "[ ] Vakmanschap 0 van 10000" in app.words  # the only session, so it lies open
        assert "Antwoord 9999." in app.words
        await app.press("ctrl+a")
        assert "Wat mag mee? 10000 van 10000" in app.words
        await app.press("home", "left")
        assert "Antwoord 9999." not in app.words
        await app.press("enter", "end")
        assert "Antwoord 0." in app.words
        await app.press("enter")
        assert "10000 stukken, als Word" in app.words
        assert "Antwoord 0." in app.words


async def test_the_journal_is_searched_and_kept_without_laying_all_of_it_out(large: Places) -> None:
    async with running(large) as app, never_long_at_work():
        await app.press("3")
        assert "10000 stukken" in app.words
        await app.press("slash")
        await app.paste("antwoord 77 overleg")
        assert "Antwoord 9977." in app.words
        await app.press("escape", "n")
        await app.paste("een notitie")
        await app.press("escape")
        assert "10001 stukken" in app.words


async def test_what_screens_held_does_not_stay_in_memory_when_they_are_left(places: Places) -> None:
    async with running(places) as app:
        await app.press("b", "escape")
        left: weakref.WeakSet[Editor] = weakref.WeakSet()
        for _ in range(12):
            await app.press("n")
            left.add(app.app.screen.query_one(Editor))
            await app.press("escape")
            gc.collect(1)  # a lesser collection, which comes by itself some time: here it comes after each screen
            weed(app.app)
        gc.collect()
        assert len(left) < 8
