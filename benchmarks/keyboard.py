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
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from pathlib import Path

from journal import fill
from textual.events import AppFocus, Paste
from textual.pilot import Pilot

from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.journal import Journal
from goedwerk_tui.journal.inbox import leave_note
from goedwerk_tui.sharing.formats import FORMATS, Format
from goedwerk_tui.sharing.selection import shareable
from goedwerk_tui.tui.app import GoedWerkApp
from goedwerk_tui.tui.routes import PreviewRoute
from goedwerk_tui.tui.screens.preview import PreviewScreen

REPETITIONS = 10
BEAT = 0.001
FROM_THE_PALETTE = {
    "Voornemens": "IntentionsScreen",
    "Bijeenkomsten": "MeetingsScreen",
    "Voorwaarden": "ConditionsScreen",
    "Visie": "VisionScreen",
    "Strategie": "StrategiesScreen",
    "Woorden": "WordsScreen",
    "Terugkijken": "MonthsScreen",
    "Op deze dag": "OnThisDayScreen",
}
"""What is typed in the palette, and the screen that it leads to."""
FITS_IN_A_PDF = 2_500
"""Entries of the size that is made here."""
WORD_TAKES_LONG = 1
"""How often everything is written as Word, which takes a minute."""
Action = Callable[[], Awaitable[object]]


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


class Round:
    """One run of the app, and what was measured in it."""

    def __init__(self, app: GoedWerkApp, pilot: Pilot[object]) -> None:
        self.app = app
        self.pilot = pilot
        self.rows: dict[str, list[float]] = {}

    async def press(self, *keys: str) -> None:
        """Press keys, unmeasured."""
        await self.pilot.press(*keys)
        await settle(self.pilot)

    async def measure(self, name: str, *keys: str, before: Sequence[str] = (), back: Sequence[str] = ()) -> None:
        """Press keys; before and after each repetition others are pressed, unmeasured."""
        await self.measure_action(name, lambda: self.pilot.press(*keys), before=before, back=back)

    async def measure_action(
        self,
        name: str,
        action: Action,
        *,
        before: Sequence[str] = (),
        back: Sequence[str] = (),
        repetitions: int = REPETITIONS,
    ) -> None:
        """Do something as often as is asked, and keep the longest wait of each time."""
        for _ in range(repetitions):
            await self.press(*before)
            heart = Heart()
            await action()
            await settle(self.pilot)
            self.rows.setdefault(name, []).append(heart.stop())
            await self.press(*back)


async def opened(app: GoedWerkApp, pilot: Pilot[object]) -> None:
    """Wait until everything is open."""
    while app.workspace is None:
        await asyncio.sleep(0.005)
    await settle(pilot)


async def open_app(places: Places) -> list[float]:
    """Return the longest wait after the first paint, each time the app is started."""
    found: list[float] = []
    for _ in range(REPETITIONS):
        app = GoedWerkApp(places)
        async with app.run_test(size=(80, 24)) as pilot:
            heart = Heart()
            await opened(app, pilot)
            found.append(heart.stop())
            assert app.workspace
            app.workspace.close()
        # Each start is a process of its own in earnest: let nothing of this one weigh upon the next.
        del app, pilot
        gc.unfreeze()
        gc.collect()
    return found


async def places_for_the_first_time(places: Places) -> dict[str, list[float]]:
    """Return the longest wait when each place is shown for the first time in a run."""
    found: dict[str, list[float]] = {}
    for _ in range(REPETITIONS // 3):
        app = GoedWerkApp(places)
        async with app.run_test(size=(80, 24)) as pilot:
            await opened(app, pilot)
            for key, place in (("2", "Programma"), ("3", "Dagboek"), ("4", "Inzicht"), ("5", "Delen")):
                heart = Heart()
                await pilot.press(key)
                await settle(pilot)
                found.setdefault(f"to {place}, for the first time", []).append(heart.stop())
            assert app.workspace
            app.workspace.close()
        del app, pilot
        gc.unfreeze()
        gc.collect()
    return found


async def in_the_journal(run: Round, places: Places) -> None:
    """Do what is done in Dagboek."""
    await run.measure("to Dagboek", "3", before="1")
    await run.measure("scroll: page down, down, end", "pagedown", "down", "end", back=["home"])
    await run.measure("open an entry", "enter", back=["escape"])
    await run.measure("type ‘coordinatie’ in the search box", "slash", *"coordinatie", back=["escape"])
    zweeg = ("slash", "1", "space", "2", "space", *"zweeg")
    await run.measure("type ‘1 2 zweeg’ in the search box", *zweeg, back=["escape"])
    await run.measure("next session", "s")
    await run.press("escape")
    await run.measure("write a note and save it", "n", *"een notitie", "escape")
    await run.measure("throw an entry away", "enter", "w", "escape")

    async def come_back() -> None:
        leave_note(places, "van opzij")
        run.app.post_message(AppFocus())

    await run.measure_action("come back, with a note in the inbox", come_back)


async def elsewhere(run: Round) -> None:
    """Go to the other places and screens."""
    await run.measure("to Thuis", "1", before="3")
    await run.press("1")
    await run.measure("open the step to go on with", "enter", back=["escape"])
    await run.measure("to Programma", "2", before="1")
    await run.measure("to Inzicht", "4", before="1")
    await run.measure("Inzicht: down, down", "down", "down", back=["up", "up"])
    await run.press("1")
    await run.measure("open the palette and type ‘visie’", "ctrl+p", *"visie", back=["escape"])
    for words, screen in FROM_THE_PALETTE.items():
        keys = ["space" if letter == " " else letter for letter in words]
        choose = partial(choose_in_the_palette, run, screen)
        await run.measure_action(f"palette: {words}", choose, before=["ctrl+p", *keys], back=["escape"])


async def choose_in_the_palette(run: Round, screen: str) -> None:
    """Choose what is in front, and see that it leads to the right screen."""
    await run.pilot.press("enter")
    await settle(run.pilot)
    assert type(run.app.screen).__name__ == screen, f"{run.app.screen} instead of {screen}"


async def in_sharing(run: Round) -> None:
    """Do what is done in Delen, with one branch that holds everything."""
    await run.measure("to Delen", "5", before="1")
    await run.measure("tick everything", "a", back=["u"])
    await run.measure("tick a branch", "home", "space", back=["space"])
    await run.measure("close a branch", "home", "left", back=["right"])
    await run.measure("open a branch", "right", before=["home", "left"])
    await run.measure("scroll: end, page up, up", "end", "pageup", "up", back=["home"])
    await run.measure("another part", "f")
    await run.press(*"ff", "a")
    await run.measure("see everything that leaves", "enter", back=["escape"])


async def exporting(run: Round, folder: Path) -> None:
    """Write everything in each form; as PDF a thousand pages, since it takes no more."""
    assert run.app.workspace
    everything = shareable(run.app.workspace.journal)
    for number, (format, called) in enumerate(FORMATS.items()):
        chosen = everything[:FITS_IN_A_PDF] if format is Format.PDF else everything
        target = folder / f"uit.{format}"
        for _ in range(WORD_TAKES_LONG if format is Format.WORD else REPETITIONS // 3):
            target.unlink(missing_ok=True)
            run.app.open(PreviewRoute(chosen, by_marks=False))
            await settle(run.pilot)
            await run.pilot.press("v")
            await run.press(*["down"] * number, "enter")
            export = partial(export_to, run, target)
            await run.measure_action(f"write {len(chosen):,} entries as {called}", export, repetitions=1)


async def export_to(run: Round, target: Path) -> None:
    """Write what the preview shows to a file, and wait for it."""
    await run.pilot.press("s", "ctrl+a", "ctrl+k")
    run.app.post_message(Paste(str(target)))
    await run.pilot.press("enter")
    while isinstance(run.app.screen, PreviewScreen) or not target.exists():
        await asyncio.sleep(0.01)


async def measure(places: Places) -> dict[str, list[float]]:
    """Return the longest waits of everything a person does most."""
    rows = {"open the app, with today's backup and the search made ready": await open_app(places)}
    rows |= await places_for_the_first_time(places)
    app = GoedWerkApp(places)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot)
        run = Round(app, pilot)
        await in_the_journal(run, places)
        await elsewhere(run)
        await in_sharing(run)
        await exporting(run, places.config)
        assert app.workspace
        app.workspace.close()
    return rows | run.rows


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
