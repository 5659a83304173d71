"""Whatever is done, in whatever order and however fast: nothing ends, hangs or is lost."""

import random
import traceback
from collections.abc import Callable
from contextlib import nullcontext
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from support.insight_year import Clock, live_a_year
from support.monkey import Fault, Monkey, machine, play, shortest, slow_disk

from goedwerk_tui.base.disk import OPEN_DISK
from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Entry, Journal, Kind, Origin
from goedwerk_tui.journal.book import Book
from goedwerk_tui.journal.entry import Revision
from goedwerk_tui.journal.file import write_book
from goedwerk_tui.programme import Pack, standard_folder

pytestmark = [pytest.mark.drawn, pytest.mark.each]

LONG = 600.0
"""Seconds of the long run, on each of the journals."""


def empty(places: Places) -> None:
    """Begin with nothing."""


def a_year(places: Places) -> None:
    clock = Clock()
    journal = Journal.open(places, clock=clock)
    live_a_year(Pack.open(standard_folder()), journal, clock)
    journal.add(Kind.PROMPT, "Wat vergat ik deze week?")
    journal.close()


def five_thousand(places: Places) -> None:
    origin = Origin("goed-werk", "vakmanschap", "leest-lekkerder", "a", "Vakmanschap", "Leest lekkerder", "Wat zag je?")
    first = datetime(2019, 1, 1, 9, tzinfo=UTC)
    entries = [
        Entry(
            f"stuk-{number}",
            Kind.ANSWER if number % 3 else Kind.NOTE,
            origin if number % 3 else None,
            (Revision(f"versie-{number}", first + timedelta(hours=12 * number), f"Stuk {number}. " + "woord " * 40),),
        )
        for number in range(5000)
    ]
    places.journal.parent.mkdir(parents=True)
    write_book(places.journal, Book("dagboek").with_entries(entries), OPEN_DISK)


JOURNALS = [
    pytest.param(empty, 0.0, id="empty"),
    pytest.param(a_year, 0.0, id="year"),
    pytest.param(five_thousand, 0.0, id="5000"),
    pytest.param(a_year, 0.2, id="slow"),
]


async def let_it_play(folder: Path, lay_out: Callable[[Places], None], sync: float, seed: int, seconds: float) -> None:
    """Let a monkey play, and when something goes wrong say by which few acts."""
    done: list[tuple[str, object]] = []
    with slow_disk(sync) if sync else nullcontext():
        with machine(folder / "machine") as places:
            lay_out(places)
            try:
                await play(places, Monkey(seed).acts(), seconds=seconds, done=done)
                return
            except Exception as fault:  # noqa: BLE001 - whatever it is
                said = "".join(traceback.format_exception_only(fault) + traceback.format_tb(fault.__traceback__)[-6:])
                found = f"{fault}" if isinstance(fault, Fault) else said
        few = await shortest(done, folder, lay_out, seconds=min(max(seconds, 60.0), 180.0))
    pytest.fail(f"seed {seed}, after {len(done)} acts: {found}\nthe shortest that was found ({len(few)}):\n{few}")


@pytest.mark.parametrize(("lay_out", "sync"), JOURNALS)
async def test_a_monkey_for_twenty_seconds(tmp_path: Path, lay_out: Callable[[Places], None], sync: float) -> None:
    """Five seconds on each journal."""
    await let_it_play(tmp_path, lay_out, sync, seed=20, seconds=5)


async def test_a_monkey_that_stops_begins_again(tmp_path: Path) -> None:
    done: list[tuple[str, object]] = []
    acts = [("press", "n"), ("type", "bewaard"), ("press", "ctrl+q"), ("press", "3")]
    with machine(tmp_path / "machine") as places:
        a_year(places)
        await play(places, iter(acts), seconds=60, done=done)
        kept = Journal.open(places, read_only=True)
    assert done == acts
    assert "bewaard" in [entry.text for entry in kept.newest_first()]


@pytest.mark.long
@pytest.mark.parametrize(("lay_out", "sync"), JOURNALS)
async def test_a_monkey_for_ten_minutes(tmp_path: Path, lay_out: Callable[[Places], None], sync: float) -> None:
    await let_it_play(tmp_path, lay_out, sync, seed=random.SystemRandom().randrange(2**32), seconds=LONG)
