"""The tree of what can leave, by the keys and the mouse, with few leaves and with ten thousand."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager

from textual.app import App, ComposeResult
from textual.pilot import Pilot

from goedwerk_tui.tui.theme import DARK
from goedwerk_tui.tui.widgets.tick_tree import TickTree

FEW = {("Opening", "Antwoord"): ("a", "b"), ("Vakmanschap", "Keuze"): ("c",), ("Opening", "Notitie"): ("d",)}
MANY = {("Vakmanschap", "Antwoord"): [f"antwoord {number}" for number in range(10_000)]}


class TreeApp(App[None]):
    """Shows a tree, and counts the lines that it asked for the words of."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return DARK.variables

    def compose(self) -> ComposeResult:
        yield TickTree(id="tree")

    @property
    def shown(self) -> TickTree:
        return self.query_one("#tree", TickTree)

    def fill(self, leaves: Mapping[tuple[str, ...], Sequence[str]], ticked: Sequence[str] = ()) -> None:
        self.shown.fill(leaves, ticked, self._words)

    def _words(self, leaf: str) -> str:
        self.asked.append(leaf)
        return f"woorden van {leaf}"

    @property
    def lines(self) -> list[str]:
        """What stands on the screen; the line in front begins with ``>``."""
        tree = self.shown
        rows = (tree.render_line(y).text.rstrip() for y in range(tree.size.height))
        return [f"{'>' if row.startswith('▌ ') else ' '}{row[2:]}" for row in rows if row]


@asynccontextmanager
async def showing(
    leaves: Mapping[tuple[str, ...], Sequence[str]], ticked: Sequence[str] = ()
) -> AsyncIterator[tuple[TreeApp, Pilot[None]]]:
    app = TreeApp()
    async with app.run_test(size=(40, 12)) as pilot:
        app.fill(leaves, ticked)
        app.shown.focus()
        await pilot.pause()
        yield app, pilot


async def test_a_branch_stands_where_its_first_leaf_comes_and_says_how_much_of_it_is_ticked() -> None:
    async with showing(FEW, ["a", "c"]) as (app, _):
        assert app.lines == [
            " [-] Opening  1 van 3",
            "    [-] Antwoord  1 van 2",
            ">      [x] woorden van a",
            "       [ ] woorden van b",
            "    [ ] Notitie  0 van 1",
            "       [ ] woorden van d",
            " [x] Vakmanschap  1 van 1",
            "    [x] Keuze  1 van 1",
            "       [x] woorden van c",
        ]


async def test_a_branch_is_ticked_whole_and_unticked_when_all_of_it_was() -> None:
    async with showing(FEW, ["c"]) as (app, pilot):
        await pilot.press("home", "down", "space")
        assert app.shown.ticked == {"a", "b", "c"}
        await pilot.press("down", "space", "home", "space")
        assert app.shown.ticked == {"a", "b", "c", "d"}
        await pilot.press("space")
        assert app.shown.ticked == {"c"}


async def test_what_is_folded_stays_folded_and_the_line_in_front_stays_in_front() -> None:
    async with showing(FEW) as (app, pilot):
        await pilot.press("down", "left", "end", "up")
        assert app.lines[1] == "    [ ] Antwoord  0 van 2 …"
        assert app.lines[-2] == ">   [ ] Keuze  0 van 1"
        app.fill({("Nieuw", "Notitie"): ("e",), **FEW})
        await pilot.pause()
        assert app.lines[4] == "    [ ] Antwoord  0 van 2 …"
        assert app.lines[-2] == ">   [ ] Keuze  0 van 1"
        await pilot.press("left")
        assert app.lines[-1] == ">   [ ] Keuze  0 van 1 …"
        await pilot.press("right", "down", "left")
        assert app.lines[-2] == ">   [ ] Keuze  0 van 1"
        await pilot.press("left", "left")
        assert app.lines[-2].startswith(">[ ] Vakmanschap")


async def test_the_mouse_ticks_a_sign_and_folds_by_a_name() -> None:
    async with showing(FEW) as (app, pilot):
        await pilot.click("#tree", offset=(9, 3))
        assert app.shown.ticked == {"b"}
        await pilot.click("#tree", offset=(16, 2))
        assert app.shown.ticked == {"b"}
        assert app.lines[2].startswith(">")
        await pilot.click("#tree", offset=(11, 1))
        assert app.lines[1] == ">   [-] Antwoord  1 van 2 …"
        await pilot.click("#tree", offset=(11, 1))
        assert app.lines[1] == ">   [-] Antwoord  1 van 2"
        await pilot.click("#tree", offset=(11, 11))
        assert app.shown.ticked == {"b"}


async def test_words_are_shown_as_they_are_and_cut_to_the_width() -> None:
    async with showing({("[bold]Kop\nmet regel",): ("[red]x[/red] " + "諾" * 40,)}) as (app, _):
        assert app.lines[0] == ">[ ] [bold]Kop met regel  0 van 1"
        assert app.lines[1].startswith("    [ ] woorden van [red]x[/red] 諾")
        assert app.lines[1].endswith("…")


async def test_nothing_can_be_done_in_an_empty_tree() -> None:
    async with showing({}) as (app, pilot):
        await pilot.press("space", "left", "right", "down", "end", "pagedown", "home")
        await pilot.click("#tree", offset=(5, 3))
        assert app.shown.ticked == set()
        assert app.lines == []


async def test_of_ten_thousand_leaves_only_those_are_laid_out_that_are_seen() -> None:
    async with showing(MANY) as (app, pilot):
        assert len(set(app.asked)) <= 12
        await pilot.press("space")
        assert app.lines[0] == ">[x] Vakmanschap  10000 van 10000"
        await pilot.press("left", "right", "end", "pageup", "up", "space", "home")
        assert app.lines[0] == ">[-] Vakmanschap  9999 van 10000"
        assert len(set(app.asked)) <= 5 * 12
