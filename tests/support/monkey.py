"""A monkey at the keyboard: by chance, but by the same chance for the same seed.

It presses keys one by one and in bursts, pastes, uses the mouse, changes the window and looks away. What it does can be
done again from a list, so that what ended the program can be made short.
"""

import asyncio
import os
import random
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import TextArea

from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.base.text import clean
from goedwerk_tui.journal import Journal
from goedwerk_tui.journal.drafts import Drafts
from goedwerk_tui.tui.app import GoedWerkApp

Act = tuple[str, object]

WAYS = (
    *("enter",) * 8, *("escape",) * 6, "tab", "tab", "shift+tab", "up", "up", "down", "down", "down", "left", "right",
    "pageup", "pagedown", "home", "end", "space", "space", "backspace", "delete", "1", "2", "3", "3", "4", "5", "slash",
    "f1", "f2", "f3", "ctrl+a", "ctrl+c", "ctrl+f", "ctrl+g", "ctrl+home", "ctrl+end", "ctrl+k", "ctrl+l", "ctrl+n",
    "ctrl+n", "ctrl+o", "ctrl+p", "ctrl+r", "ctrl+s", "ctrl+t", "ctrl+u", "ctrl+w", "ctrl+x", "ctrl+y", "ctrl+z",
    "f6", "f7", "shift+down", "shift+end", "left_square_bracket", "right_square_bracket", "alt+1", "alt+n",
)  # fmt: skip
"""Keys that do something; what is pressed more is here more than once."""
LETTERS = "abcdefghijklmnopqrstuvwxyz"
WORDS = (
    "op deze dag", "voornemens", "bijeenkomst", "strategie", "woorden", "voorwaarden", "visie", "begrippen", "maand",
    "eigen vragen", "weekverslag", "reservekopie", "kleuren", "vraag tussendoor", "startfoto", "waarden",
    "krachtenveld", "kaart", "brief", "stoel", "andere plek", "verder", "notitie",
)  # fmt: skip
"""What it looks for in the palette. Nothing that ends it or wipes."""
PASTES = (
    "één regel", "twee\nregels", "\n" * 40, "woord " * 300, "[b]geen opmaak[/] [@click=app.quit]x[/]", "👩‍👩‍👧 שלום",
    "\x1b]52;c;x\x07\x1b[2J", "\t\u202e\u00a0\ud83d", "lang" * 6000, "",
)  # fmt: skip
HABITS = (
    ("f7", "delete", "ctrl+z", "ctrl+y"), ("ctrl+a", "ctrl+x", "ctrl+v", "ctrl+z"), ("ctrl+z", "ctrl+z", "ctrl+y"),
    ("ctrl+z",) * 8, ("n", "a", "b"), ("1", "n", "a"), ("escape", "ctrl+p"), ("escape", "f1"),
    ("escape", "escape", "1"),
    ("1", "enter", "enter", "enter"), ("3", "home", "enter", "enter"), ("2", "enter", "enter"),
    ("5", "ctrl+a", "enter"), ("enter", "escape", "enter", "escape"), ("4", "f2"), ("n", "escape", "n"), ("1", "f1"),
)  # fmt: skip
"""Keys that people press after each other without looking."""
SIZES = ((80, 24), (80, 24), (140, 45), (40, 10), (20, 5), (110, 16), (1, 1), (250, 70))


class Monkey:
    """What it does next, without end."""

    def __init__(self, seed: int) -> None:
        chance = self._chance = random.Random(seed)
        some_place: Callable[[], object] = lambda: (chance.random(), chance.random())  # noqa: E731
        self._kinds: dict[str, tuple[int, Callable[[], object]]] = {
            "press": (30, lambda: chance.choice(WAYS)),
            "letter": (12, lambda: chance.choice(LETTERS)),
            "burst": (12, lambda: tuple(chance.choices((*WAYS, *LETTERS), k=chance.randint(2, 8)))),
            "habit": (16, lambda: chance.choice(HABITS)),
            "type": (6, lambda: "".join(chance.choices(LETTERS + " ", k=chance.randint(3, 20)))),
            "palette": (6, lambda: chance.choice(WORDS)),
            "paste": (8, lambda: chance.choice(PASTES)),
            "resize": (4, lambda: chance.choice(SIZES)),
            "click": (8, some_place),
            "scroll": (4, some_place),
            "wait": (3, lambda: chance.choice((0.05, 0.3, 0.8))),
            "look away": (1, lambda: None),
        }

    def acts(self) -> Iterator[Act]:
        kinds = list(self._kinds)
        weights = [weight for weight, _ in self._kinds.values()]
        while True:
            kind = self._chance.choices(kinds, weights)[0]
            yield kind, self._kinds[kind][1]()


class Fault(Exception):
    """What should not have happened."""


class Run:
    """One run of the program in which a monkey does things."""

    def __init__(self, app: GoedWerkApp, pilot: Pilot[object]) -> None:
        self.app, self._pilot = app, pilot

    async def do(self, act: Act) -> None:
        """Do something, and wait until the keyboard is free again.

        Raises:
            Fault: the program ended, or it hung.
        """
        before = asyncio.get_running_loop().time()
        try:
            await asyncio.wait_for(self._do(*act), 30)
        except TimeoutError:
            raise Fault(f"hung for {asyncio.get_running_loop().time() - before:.0f} seconds") from None
        if not self.is_stopped:
            self.look()

    @property
    def is_stopped(self) -> bool:
        """Whether the monkey stopped the program, as the palette lets anybody do."""
        return not self.app.trouble and self.app.return_code == 0

    def look(self) -> None:
        """See that it still runs.

        Raises:
            Fault: the program ended.
        """
        if self.app.trouble or not self.app.is_running or not self.app.screen_stack:
            raise Fault(f"ended: {self.app.trouble or self.app.return_code}")

    async def _do(self, kind: str, what: object) -> None:
        pilot = self._pilot
        match kind, what:
            case ("press" | "letter", str()):
                await pilot.press(what)
            case ("burst" | "habit", tuple()):
                for key in what:
                    self.app.simulate_key(str(key))
            case ("type", str()):
                for letter in what:
                    self.app.simulate_key("space" if letter == " " else letter)
            case ("palette", str()):
                await pilot.press("ctrl+p")
                await self._paste(what)
                await pilot.pause(0.3)
                await pilot.press("enter")
            case ("paste", str()):
                await self._paste(what)
            case ("resize", (int(columns), int(rows))):
                await pilot.resize_terminal(columns, rows)
            case ("click" | "scroll", (float(x), float(y))):
                await self._point(kind, x, y)
            case (_, float()):
                await pilot.pause(what)
            case _:
                await self._look_away()
        await pilot.pause()

    async def _paste(self, text: str) -> None:
        self.app.post_message(events.Paste(text))
        await self._pilot.pause()

    async def _point(self, kind: str, x: float, y: float) -> None:
        at = int(x * self.app.size.width), int(y * self.app.size.height)
        if kind == "click":
            await self._pilot.click(offset=at)
            return
        scroll = events.MouseScrollDown if x > 0.5 else events.MouseScrollUp
        self.app.post_message(scroll(None, *at, 0, 0, 0, False, False, False, *at))

    async def _look_away(self) -> None:
        self.app.post_message(events.AppBlur())
        await self._pilot.pause()
        self.app.post_message(events.AppFocus())


def _standing(app: GoedWerkApp) -> list[str]:
    """The texts that stand in boxes whose place is to keep them."""
    boxes = (box for screen in app.screen_stack for box in screen.query(TextArea) if not box.read_only)
    return [clean(box.text).strip() for box in boxes if box.text.strip()]


async def play(places: Places, acts: Iterator[Act], *, seconds: float, done: list[Act]) -> None:
    """Let a monkey do things, stop as a person would, and see that what was written is there.

    Args:
        places: where the journal is.
        acts: what it does; it may be endless.
        seconds: how long it goes on at most.
        done: grows by everything that was done.

    Raises:
        Fault: something happened that should not.
        Exception: whatever ended the program.
    """
    until = time.monotonic() + seconds
    while await _played_on(places, acts, until, done):
        pass


async def _played_on(places: Places, acts: Iterator[Act], until: float, done: list[Act]) -> bool:
    """Do things in one run of the program. Returns whether the monkey stopped it, and has more to do."""
    app = GoedWerkApp(places)
    stopped = False
    standing: Sequence[str] = ()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        run = Run(app, pilot)
        while app.workspace is None and not app.trouble and len(app.screen_stack) == 1:
            await pilot.pause(0.01)
        for act in acts:
            if time.monotonic() > until:
                break
            done.append(act)
            await run.do(act)
            if stopped := run.is_stopped:
                break
        workspace = app.workspace
        if not stopped:
            # On a slow disk the last keys may be waiting: what stands in a box is not yet what was typed.
            await app.work_off_keys(10)
            await pilot.pause()
            run.look()
            standing = _standing(app)
            await _stop(app, pilot)
    if app.trouble:
        raise Fault(f"ended: {app.trouble}")
    if workspace is not None and not workspace.looking_round and workspace.journal.places is not None:
        _nothing_is_lost(workspace.journal.places, workspace.journal, standing)
    return stopped


async def _stop(app: GoedWerkApp, pilot: Pilot[object]) -> None:
    """Stop as a person does: once more when it asks."""
    await pilot.press("ctrl+q")
    for _ in range(300):
        if not app.is_running or app.return_code is not None:
            return
        await pilot.pause(0.05)
    await pilot.press("ctrl+q")
    await pilot.pause(1)


def _nothing_is_lost(places: Places, before: Journal, standing: Sequence[str]) -> None:
    """See that the journal on disk has what the one in memory had, and that what stood in a box is somewhere.

    Raises:
        Fault: something is not there.
    """
    kept = Journal.open(places, read_only=True)
    if dict(kept.entries) != dict(before.entries):
        raise Fault("the journal on disk differs from the one in memory")
    revisions = (each.text for entry in kept.entries.values() for each in entry.revisions)
    texts = {clean(text).strip() for text in (*revisions, *(draft.text for draft in Drafts(places.drafts).all()))}
    data = repr([entry.newest.data for entry in kept.entries.values()]) + repr(Drafts(places.drafts).all())
    for text in standing:
        if text not in texts and text not in data and repr(text)[1:-1] not in data:
            raise Fault(f"lost: {text[:200]!r}")


@contextmanager
def slow_disk(seconds: float) -> Iterator[None]:
    """Let every sync with the disk take its time, as on a network drive."""
    real = os.fsync

    def slow(descriptor: int) -> None:
        time.sleep(seconds)
        real(descriptor)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "fsync", slow)
        yield


@contextmanager
def machine(folder: Path) -> Iterator[Places]:
    """An empty machine in a folder, in which all that is written without more stays."""
    folder.mkdir(parents=True)
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("GOEDWERK_HOME", str(folder / "thuis"))
        patched.setenv("HOME", str(folder))
        patched.chdir(folder)
        yield find_places()


async def shortest(
    acts: Sequence[Act], folder: Path, lay_out: Callable[[Places], None], *, seconds: float
) -> Sequence[Act]:
    """Return the fewest acts that were found to go wrong, from the end of those that did.

    Args:
        acts: what was done until it went wrong.
        folder: a place for trying.
        lay_out: puts the journal there with which it begins.
        seconds: how long to look.
    """
    until = time.monotonic() + seconds
    tries = 0

    async def goes_wrong(some: Sequence[Act]) -> bool:
        nonlocal tries
        tries += 1
        with machine(folder / str(tries)) as places:
            lay_out(places)
            try:
                await play(places, iter(some), seconds=120, done=[])
            except Exception:  # noqa: BLE001 - whatever it is
                return True
        return False

    length = 1
    found: Sequence[Act] | None = None
    while found is None and time.monotonic() < until:
        length = min(length * 2, len(acts))
        if await goes_wrong(acts[-length:]):
            found = acts[-length:]
        elif length == len(acts):
            return acts
    if found is None:
        return acts
    piece = max(len(found) // 2, 1)
    while time.monotonic() < until:
        for start in range(0, len(found), piece):
            fewer = [*found[:start], *found[start + piece :]]
            if time.monotonic() > until or (fewer and await goes_wrong(fewer)):
                found = fewer if time.monotonic() <= until else found
                break
        else:
            if piece == 1:
                break
            piece = max(piece // 2, 1)
    return found
