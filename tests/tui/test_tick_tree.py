"""The tree of what can leave, by the keys and the mouse, with few leaves and with ten thousand."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager

from textual.app import App, ComposeResult
from textual.pilot import Pilot

from goedwerk_tui.tui.theme import DARK
from goedwerk_tui.tui.widgets.tick_tree import TickTree, Words

FEW = {"Opening": ("a", "b"), "Vakmanschap": ("c",), "Los geschreven": ("d", "e", "f")}
MANY = {"Vakmanschap": [f"antwoord {number}" for number in range(10_000)]}


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

    def fill(self, leaves: Mapping[str, Sequence[str]], ticked: Sequence[str] = ()) -> None:
        self.shown.fill(leaves, ticked, self._words, "niets hier")

    def _words(self, leaf: str, first: bool) -> Words:
        self.asked.append(leaf)
        return ("bovenaan" if first else "", f"woorden van {leaf}")

    @property
    def lines(self) -> list[str]:
        """What stands on the screen; the line in front begins with ``>``."""
        tree = self.shown
        rows = (tree.render_line(y).text.rstrip() for y in range(tree.size.height))
        return [f"{'>' if row.startswith('▌ ') else ' '}{row[2:]}" for row in rows if row]


@asynccontextmanager
async def showing(
    leaves: Mapping[str, Sequence[str]], ticked: Sequence[str] = ()
) -> AsyncIterator[tuple[TreeApp, Pilot[None]]]:
    app = TreeApp()
    async with app.run_test(size=(40, 12)) as pilot:
        app.fill(leaves, ticked)
        app.shown.focus()
        await pilot.pause()
        yield app, pilot


async def test_a_branch_of_which_nothing_is_ticked_begins_folded_and_says_how_it_opens() -> None:
    async with showing(FEW, ["b"]) as (app, pilot):
        assert app.lines == [
            " [–] Opening                   1 van 2",
            "   [ ] woorden van a",
            ">  [x] woorden van b",
            " [ ] Vakmanschap             0 van 1 →",
            " [ ] Los geschreven          0 van 3 →",
        ]
        await pilot.press("down", "enter")
        assert app.lines[3:5] == [">[ ] Vakmanschap               0 van 1", "   [ ] woorden van c"]
        await pilot.press("enter", "right", "right")
        assert app.lines[4] == "   [ ] woorden van c"
        await pilot.press("left")
        assert app.lines[3] == ">[ ] Vakmanschap             0 van 1 →"


async def test_the_only_branch_begins_open() -> None:
    async with showing({"Opening": ("a", "b")}) as (app, _):
        assert app.lines == [">[ ] Opening                   0 van 2", "   [ ] woorden van a", "   [ ] woorden van b"]


async def test_a_branch_is_ticked_whole_while_folded_and_stays_so_and_is_unticked_when_all_of_it_was() -> None:
    async with showing(FEW, ["c"]) as (app, pilot):
        await pilot.press("home", "space")
        assert app.shown.ticked == {"a", "b", "c"}
        assert app.lines[0] == ">[x] Opening    2 van 2   →  vouw open"
        app.fill({**FEW, "Nieuw": ("g",)}, ["a", "b", "c"])
        await pilot.pause()
        assert app.lines[0] == ">[x] Opening    2 van 2   →  vouw open"
        assert app.lines[-1] == " [ ] Nieuw      0 van 1   →  vouw open"
        await pilot.press("space")
        assert app.shown.ticked == {"c"}


async def test_a_branch_opens_when_something_in_it_got_ticked_elsewhere_unless_somebody_folded_it() -> None:
    async with showing(FEW, ["c"]) as (app, pilot):
        app.fill(FEW, ["a", "c"])
        await pilot.pause()
        assert app.lines[:2] == [" [–] Opening                   1 van 2", "   [x] woorden van a"]
        await pilot.press("home", "left")
        app.fill(FEW, ["a", "b"])
        await pilot.pause()
        assert app.lines[:2] == [">[x] Opening    2 van 2   →  vouw open", " [ ] Vakmanschap               0 van 1"]


async def test_the_line_in_front_stays_in_front_and_left_goes_to_its_branch() -> None:
    async with showing(FEW, ["c"]) as (app, pilot):
        assert app.lines[2] == ">  [x] woorden van c"
        app.fill({"Nieuw": ("g",), **FEW}, ["c"])
        await pilot.pause()
        assert app.lines[3] == ">  [x] woorden van c"
        await pilot.press("left")
        assert app.lines[2] == ">[x] Vakmanschap               1 van 1"


async def test_the_mouse_ticks_a_sign_and_folds_by_a_name() -> None:
    async with showing(FEW, ["a"]) as (app, pilot):
        await pilot.click("#tree", offset=(5, 2))
        assert app.shown.ticked == {"a", "b"}
        await pilot.click("#tree", offset=(12, 1))
        assert app.shown.ticked == {"a", "b"}
        assert app.lines[1].startswith(">")
        await pilot.click("#tree", offset=(8, 0))
        assert app.lines[0] == ">[x] Opening    2 van 2   →  vouw open"
        await pilot.click("#tree", offset=(8, 0))
        assert app.lines[0] == ">[x] Opening                   2 van 2"
        await pilot.click("#tree", offset=(11, 11))
        assert app.shown.ticked == {"a", "b"}


async def test_words_are_shown_as_they_are_and_cut_to_the_width() -> None:
    async with showing({"[bold]Kop\nmet regel": ("[red]x[/red] " + "諾" * 40,), "諾" * 30: ("b",)}) as (app, pilot):
        await pilot.press("enter")
        assert app.lines[0] == ">[ ] [bold]Kop met regel       0 van 1"
        assert app.lines[1].startswith("   [ ] woorden van [red]x[/red] 諾")
        assert app.lines[1].endswith("…")
        assert app.lines[2].startswith(" [ ] 諾") and app.lines[2].endswith("…  0 van 1 →")


async def test_the_first_line_that_is_seen_is_told_so() -> None:
    async with showing({"Vakmanschap": [f"{number}" for number in range(20)]}) as (app, pilot):
        assert app.lines[1] == "   [ ] woorden van 0"
        await pilot.press("end")
        assert app.lines[0] == "   [ ] bovenaan  woorden van 8"


async def test_every_line_has_the_ground_of_the_list_over_its_whole_width() -> None:
    async with showing(FEW, ["a"]) as (app, _):
        for y in range(app.shown.size.height):
            strip = app.shown.render_line(y)
            assert strip.cell_length == app.shown.size.width
            assert all(each.style and each.style.bgcolor for each in strip), y


async def test_nothing_can_be_done_in_an_empty_tree() -> None:
    async with showing({}) as (app, pilot):
        await pilot.press("space", "left", "right", "down", "end", "pagedown", "home")
        await pilot.click("#tree", offset=(5, 3))
        assert app.shown.ticked == set()
        assert app.lines == [" niets hier"]


async def test_of_ten_thousand_leaves_only_those_are_laid_out_that_are_seen() -> None:
    async with showing(MANY) as (app, pilot):
        assert len(set(app.asked)) <= 12
        await pilot.press("space")
        assert app.lines[0].split() == [">[x]", "Vakmanschap", "10000", "van", "10000"]
        await pilot.press("left", "right", "end", "pageup", "up", "space", "home")
        assert app.lines[0].split() == [">[–]", "Vakmanschap", "9999", "van", "10000"]
        assert len(set(app.asked)) <= 5 * 12
