"""Everything can be read: text at 4.5:1 and marks at 3:1, in every look, with the keyboard in it or elsewhere."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.color import ColorType
from rich.segment import Segment
from rich.style import Style
from support.driver import WIDE, Driver, running
from support.insight_year import Clock, live_a_year

from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.guidance.route import CHOICE_ITEM
from goedwerk_tui.journal import Journal, Kind, Mark, Meeting
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.model import Case
from goedwerk_tui.tui.routes import (
    EntryRoute,
    PageName,
    PageRoute,
    Place,
    PlaceRoute,
    Route,
    SessionEndRoute,
    StepRoute,
    WriteRoute,
)
from goedwerk_tui.tui.screens.dialog import Dialog
from goedwerk_tui.tui.theme import THEMES
from goedwerk_tui.tui.widgets.tick_tree import TickTree

TEXT, MARK = 4.5, 3.0
FRAMES = set("─│╭╮╰╯┌┐└┘├┤╌ ")
"""Lines that only divide; what has the keyboard has heavy ones."""
MARKS = set("●○◐■▌┃━┏┓┗┛▸×▲▼←→↑↓…·›◂")


def _luminance(color: tuple[int, int, int]) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (each / 255 for each in color)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(style: Style) -> float:
    """Return how far text stands out; without end where both colours are the terminal's own."""
    assert style.color
    assert style.bgcolor
    if ColorType.DEFAULT in (style.color.type, style.bgcolor.type):
        return float("inf") if style.color.type is style.bgcolor.type else 0.0
    low, high = sorted(_luminance(each.get_truecolor()) for each in (style.color, style.bgcolor))
    return (high + 0.05) / (low + 0.05)


def _seen(app: Driver) -> Iterator[tuple[int, int, Segment]]:
    """Yield what is drawn, with its row and column; behind a window nothing needs to be read."""
    screen = app.app.screen
    windows = [each.region for each in screen.query(".dialog")] if isinstance(screen, Dialog) else []
    for y, strip in enumerate(screen._compositor.render_strips()):  # pyright: ignore[reportPrivateUsage]
        x = 0
        for segment in strip:
            inside = not windows or any(each.contains(x, y) for each in windows)
            if inside and not (segment.style and segment.style.meta.get("@mouse.down")):
                yield y, x, segment
            x += segment.cell_length


def unreadable(app: Driver) -> set[str]:
    """Return what stands out too little, with its colours."""
    found: set[str] = set()
    for _, _, segment in _seen(app):
        words = segment.text.strip()
        if not words or set(words) <= FRAMES or not segment.style:
            continue
        least = MARK if set(words) <= MARKS | FRAMES else TEXT
        if (contrast := _contrast(segment.style)) < least:
            found.add(f"‘{words}’ {contrast:.2f} {segment.style}")
    return found


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory, pack: Pack) -> Path:
    """A home folder with a year of everything in it."""
    home = tmp_path_factory.mktemp("lived") / "thuis"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GOEDWERK_HOME", str(home))
        clock = Clock()
        journal = Journal.open(find_places(), clock=clock)
        live_a_year(pack, journal, clock)
        note = journal.add(Kind.NOTE, "Gebeld met de uitvoering.")
        journal.mark(note.id, Mark.BRING, True)
        journal.add(Kind.INTENTION, "Als het vrijdag is, dan bel ik.")
        journal.add(Kind.PROMPT, "Wat vergat ik?")
        journal.set_meeting(Meeting("eerste", clock().date(), "opening"))
        journal.close()
    return home


def _routes(pack: Pack) -> list[Route]:
    steps = next(session.core for session in pack.programme.sessions)
    case = next(step.id for step in map(pack.step, steps) if isinstance(step, Case))
    pages = (PageName.CONDITIONS, PageName.WORDS, PageName.INTENTIONS, PageName.MEETINGS)
    exercises = ("startfoto", "waardensortering", "krachtenveld", "vakmeetlat")
    return [
        *map(PlaceRoute, Place),
        *map(PageRoute, pages),
        StepRoute(case, CHOICE_ITEM),
        *map(StepRoute, exercises),
        WriteRoute(),
        SessionEndRoute("opening"),
    ]


async def test_everything_can_be_read(lived: Path, places: Places, pack: Pack) -> None:
    """One start, in the window in which most stands beside each other: a look is put on anew in a fifth of a second."""
    shutil.copytree(lived, places.journal.parent, dirs_exist_ok=True)
    seen: dict[str, set[str]] = {}

    async def unreadable_now(app: Driver) -> set[str]:
        """What stays unreadable when all has had the time to put on another look."""
        for moment in (0, 0.3, 0.6, 1.2, 2.4, 4.8):
            await app.pause(moment)
            if not (found := unreadable(app)):
                break
        return found

    async def look(app: Driver, where: str) -> None:
        screen, focused = app.app.screen, app.app.focused
        for theme in THEMES:
            app.app.theme = theme.name
            seen[f"{where} {theme.name}"] = await unreadable_now(app)
            screen.set_focus(None)
            seen[f"{where} {theme.name}, the keyboard elsewhere"] = await unreadable_now(app)
            screen.set_focus(focused)

    async with running(places, size=WIDE) as app:
        assert app.app.workspace
        entry = next(iter(app.app.workspace.journal.entries))
        for route in (*_routes(pack), EntryRoute(entry)):
            app.app.open(PlaceRoute(Place.HOME))
            app.app.open(route)
            await app.settle()
            await look(app, f"{route}")
        await app.press("f1")
        await look(app, "F1")
        await app.press("escape", "ctrl+p")
        await app.pause(0.3)
        await look(app, "ctrl+p")
    wrong = {where: sorted(words) for where, words in seen.items() if words}
    assert not wrong, "\n".join(f"{where}: {words}" for where, words in wrong.items())


async def test_in_the_colours_of_the_terminal_the_line_in_front_is_reversed(places: Places) -> None:
    async with running(places, size=WIDE, looking_round=True) as app:
        await app.press("b")
        app.app.theme = "terminal"
        for key in ("2", "4", "ctrl+p"):
            await app.press(key, "down")
            in_front = {y for y, _, each in _seen(app) if each.text.startswith("▌")}
            listed = [each.style for y, _, each in _seen(app) if y in in_front and each.style and each.style.meta]
            assert listed, key
            assert all(style.reverse for style in listed if "option" in style.meta), key


async def test_in_the_colours_of_the_terminal_the_line_in_front_of_delen_is_reversed(places: Places) -> None:
    async with running(places, size=WIDE, looking_round=True) as app:
        await app.press("3", "z", "5", "down", "down")
        app.app.theme = "terminal"
        await app.settle()
        tree = app.app.screen.query_one(TickTree)
        rows = [tree.render_line(y) for y in range(tree.size.height)]
        (in_front,) = (each for each in rows if each.text.startswith("▌"))
        assert all(each.style and each.style.reverse for each in in_front)
