"""How long the keyboard waits in the app itself, with a journal of thousands of entries.

Run it from the repository: ``python benchmarks/keyboard.py [ENTRIES]``. It drives the app as a person would, without a
terminal, and measures the longest time in which no key could be taken in: that is how late a heartbeat of a millisecond
in the app's own loop comes, less the time in which another program had the processor. Times are milliseconds: the
median of the repetitions, and the worst.
"""

import asyncio
import gc
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from journal import fill
from textual.events import AppFocus
from textual.pilot import Pilot

from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.journal import Journal
from goedwerk_tui.journal.inbox import leave_note
from goedwerk_tui.tui.app import GoedWerkApp

REPETITIONS = 10
BEAT = 0.001


class Heart:
    """Beats in the app's loop, and knows its longest pause."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._task = asyncio.create_task(self._beat())

    async def _beat(self) -> None:
        while True:
            begin, worked = time.perf_counter(), time.process_time()
            await asyncio.sleep(BEAT)
            waited = time.perf_counter() - begin - BEAT
            self.longest = max(self.longest, min(waited, time.process_time() - worked))

    def stop(self) -> float:
        """Return the longest pause in milliseconds."""
        self._task.cancel()
        return self.longest * 1000


async def settle(pilot: Pilot[object]) -> None:
    """Wait until nothing is being done any more."""
    await pilot.pause(0.05)
    while any(not worker.is_finished for worker in pilot.app.workers):
        await asyncio.sleep(0.005)
    await pilot.pause(0.05)


async def longest_waits(
    pilot: Pilot[object], action: Callable[[], Awaitable[object]], back: Callable[[], Awaitable[object]] | None = None
) -> list[float]:
    """Return the longest wait in each repetition of an action; ``back`` undoes it, unmeasured."""
    found: list[float] = []
    for _ in range(REPETITIONS):
        heart = Heart()
        await action()
        await settle(pilot)
        found.append(heart.stop())
        if back:
            await back()
            await settle(pilot)
    return found


async def open_app(places: Places) -> list[float]:
    """Return the longest wait after the first paint, each time the app is started."""
    found: list[float] = []
    for _ in range(REPETITIONS):
        app = GoedWerkApp(places)
        async with app.run_test(size=(80, 24)) as pilot:
            heart = Heart()
            while app.keeper is None:
                await asyncio.sleep(0.005)
            await settle(pilot)
            found.append(heart.stop())
            app.keeper.close()
        # Each start is a process of its own in earnest: let nothing of this one weigh upon the next.
        del app, pilot
        gc.unfreeze()
        gc.collect()
    return found


async def measure(places: Places) -> dict[str, list[float]]:
    """Return the longest waits of everything a person does most."""
    rows = {"open the app, with today's backup and the search made ready": await open_app(places)}
    app = GoedWerkApp(places)
    async with app.run_test(size=(80, 24)) as pilot:
        while app.keeper is None:
            await asyncio.sleep(0.005)
        await settle(pilot)

        def press(*keys: str) -> Callable[[], Awaitable[None]]:
            return lambda: pilot.press(*keys)

        rows["to Dagboek"] = await longest_waits(pilot, press("3"), press("1"))
        await pilot.press("3")
        await settle(pilot)
        rows["scroll: page down, down, end"] = await longest_waits(
            pilot, press("pagedown", "down", "end"), press("home")
        )
        rows["open an entry"] = await longest_waits(pilot, press("enter"), press("escape"))
        rows["type ‘coordinatie’ in the search box"] = await longest_waits(
            pilot, press("slash", *"coordinatie"), press("escape")
        )
        rows["type ‘1 2 zweeg’ in the search box"] = await longest_waits(
            pilot, press("slash", "1", "space", "2", "space", *"zweeg"), press("escape")
        )
        rows["next session"] = await longest_waits(pilot, press("s"))
        await pilot.press("escape")
        rows["write a note and save it"] = await longest_waits(pilot, press("n", *"een notitie", "escape"))
        rows["throw an entry away"] = await longest_waits(pilot, press("enter", "w", "escape"))

        async def come_back() -> None:
            leave_note(places, "van opzij")
            app.post_message(AppFocus())

        rows["come back, with a note in the inbox"] = await longest_waits(pilot, come_back)
        rows["to Thuis"] = await longest_waits(pilot, press("1"), press("3"))
        rows["to Delen"] = await longest_waits(pilot, press("4"), press("1"))
        assert app.keeper
        app.keeper.close()
    return rows


def main() -> None:
    """Print a Markdown table."""
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        places = find_places(environment={"GOEDWERK_HOME": folder})
        fill(places, entries)
        rows = asyncio.run(measure(places))
        size = places.journal.stat().st_size / 1e6
        count = len(Journal.open(places, read_only=True).entries)
    print(f"| ms, with {count:,} entries ({size:.0f} MB) | median | worst |\n|---|---|---|")
    for name, found in rows.items():
        print(f"| {name} | {statistics.median(found):.0f} | {max(found):.0f} |")


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    main()
