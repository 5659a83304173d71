"""Things to tick under headings that fold, one by one or all below a heading at a time.

A line is laid out when it is seen, so that ten thousand leaves take no longer than ten.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from goedwerk_tui.tui.keys import Keyed
from goedwerk_tui.tui.workarounds.marked_list import style_of

_INDENT = 2
_GUTTER = 2
_SIGN = 4
_GAP = 2

Words = tuple[str, str]
"""What stands on the line of a leaf: how it is named, and how it begins."""


@dataclass(frozen=True)
class _Branch:
    name: str
    below: Sequence[str] = field(compare=False)
    """The ids of the leaves under it."""


_Row = _Branch | str
"""What a line shows: a branch, or a leaf by its id."""


class TickTree(Keyed, ScrollView, can_focus=True):
    """Space ticks or unticks the line in front, or all below it. The sign tells, not the colour.

    A branch of which nothing is ticked begins folded, unless it is the only one. With the mouse a sign is ticked, and a
    branch folded by its name.
    """

    DEFAULT_CSS = """
    TickTree {
        overflow-x: hidden;
        & > .tick-tree--left { color: $muted; }
        & > .tick-tree--hover { background: $rest; }
        & > .tick-tree--cursor { color: $rest-text; background: $rest; }
        &:focus > .tick-tree--cursor { color: $chosen-text; background: $chosen; text-style: $chosen-style; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"tick-tree--cursor", "tick-tree--hover", "tick-tree--left"}
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "turn", "vouw open", tooltip="Vouw de kop open of dicht"),
        Binding("space", "tick", "wel of niet", tooltip="Vink aan of uit wat voor staat, of alles onder een kop"),
        Binding("left", "fold", "dicht", show=False, tooltip="Vouw de kop dicht"),
        Binding("right", "unfold", "open", show=False, tooltip="Vouw de kop open"),
        Binding("up", "move(-1)", "omhoog", show=False),
        Binding("down", "move(1)", "omlaag", show=False),
        Binding("pageup", "page(-1)", "bladzijde terug", show=False),
        Binding("pagedown", "page(1)", "bladzijde verder", show=False),
        Binding("home", "first", "begin", show=False),
        Binding("end", "last", "eind", show=False),
    ]

    cursor: reactive[int] = reactive(0)
    """The number of the line in front."""
    _hover: reactive[int] = reactive(-1)

    class Ticked(Message):
        """Something was ticked or unticked; the tree knows what is ticked now."""

        def __init__(self, before: frozenset[str], under: str | None) -> None:
            """Say what it was.

            Args:
                before: the ids of the leaves that were ticked.
                under: the name of the branch that was ticked or unticked as a whole; empty for all that is here, None
                    for one leaf.
            """
            super().__init__()
            self.before = before
            self.under = under

    class Moved(Message):
        """Another line may be in front; the tree knows which."""

    def __init__(self, *, id: str | None = None, classes: str = "") -> None:
        """Start empty."""
        super().__init__(id=id, classes=classes)
        self._ticked: frozenset[str] = frozenset()
        self._branches: tuple[_Branch, ...] = ()
        self._folded: set[str] = set()
        """The names of the branches of which the leaves are not shown."""
        self._kept_folded: set[str] = set()
        """Those that stay so, whatever gets ticked below them: the person had it so."""
        self._rows: list[_Row] = []
        self._hung: dict[str, _Branch] = {}
        """What each leaf hangs under."""
        self._words: Callable[[str, bool], Words]
        self._nothing = ""
        self._fresh = True
        """Whether nothing has hung here yet."""

    @property
    def leaves(self) -> Set[str]:
        """The ids of all that can be ticked."""
        return self._hung.keys()

    @property
    def ticked(self) -> frozenset[str]:
        """The ids of the leaves that are ticked."""
        return self._ticked

    @property
    def leaf_in_front(self) -> str:
        """The id of the leaf in front; empty where that is a branch, or nothing."""
        return self._front if isinstance(self._front, str) else ""

    def fill(
        self,
        leaves: Mapping[str, Sequence[str]],
        ticked: Iterable[str],
        words: Callable[[str, bool], Words],
        nothing: str = "",
    ) -> None:
        """Show other leaves. The line in front stays in front, and what was folded stays so, where it still exists.

        The first time the first that is ticked comes to the front: it may be far down.

        Args:
            leaves: ids by the name of the branch that they hang under, in the order in which they are shown; each id
                once.
            ticked: the ids of those that are ticked.
            words: gives what stands behind the sign of a leaf, on one line; called when it is seen, and told
                whether it is the first that is.
            nothing: what stands there when there are no leaves.
        """
        known = {each.name for each in self._branches}
        self._branches = tuple(_Branch(name, ids) for name, ids in leaves.items())
        self._hung = {each: branch for branch in self._branches for each in branch.below}
        self._ticked = frozenset(ticked) & self.leaves
        self._words, self._nothing = words, nothing
        for branch in self._branches:
            if not self._ticked.isdisjoint(branch.below):
                self._folded -= {branch.name} - self._kept_folded
            elif branch.name not in known and len(self._branches) > 1:
                self._folded.add(branch.name)
        self._lay()
        if self._fresh and self._rows:
            self._fresh = False
            self._bring(next((row for row in self._rows if isinstance(row, str) and row in self._ticked), None))

    def tick(self, ids: Iterable[str], under: str | None = "") -> None:
        """Let exactly these leaves be ticked; ``under`` says for what that is, see ``Ticked``."""
        before, self._ticked = self._ticked, frozenset(ids) & self.leaves
        self._kept_folded |= self._folded
        self.refresh()
        self.post_message(self.Ticked(before, under))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Fold by Enter where a branch is in front alone; elsewhere that key is the screen's."""
        return isinstance(self._front, _Branch) if action == "turn" else True

    def words_for(self, action: str) -> str:
        """Say what a key would do with the branch in front."""
        row = self._front
        if not isinstance(row, _Branch):
            return ""
        open_or_shut = "vouw open" if row.name in self._folded else "vouw dicht"
        return {"turn": open_or_shut, "tick": "alles eronder"}.get(action, "")

    def action_tick(self) -> None:
        """Tick or untick what is in front; a branch is ticked as a whole, unless all of it was."""
        row = self._front
        if row is not None:
            below, under = (set(row.below), row.name) if isinstance(row, _Branch) else ({row}, None)
            self.tick(self._ticked - below if below <= self._ticked else self._ticked | below, under)

    def action_turn(self) -> None:
        """Open the branch in front, or close it."""
        if isinstance(self._front, _Branch) and self._front.name in self._folded:
            self.action_unfold()
        else:
            self.action_fold()

    def action_fold(self) -> None:
        """Close the branch in front, or go to the branch that a line hangs under."""
        row = self._front
        if isinstance(row, str):
            self._bring(self._hung[row])
        elif row is not None:
            self._folded.add(row.name)
            self._kept_folded.add(row.name)
            self._lay()

    def action_unfold(self) -> None:
        """Open the branch in front."""
        row = self._front
        if isinstance(row, _Branch):
            self._folded.discard(row.name)
            self._kept_folded.discard(row.name)
            self._lay()

    def action_move(self, lines: int) -> None:
        """Bring another line to the front, so many further."""
        self.cursor += lines

    def action_page(self, pages: int) -> None:
        """Bring another line to the front, so many times the height further."""
        self.cursor += pages * max(self.scrollable_content_region.height - 1, 1)

    def action_first(self) -> None:
        """Bring the first line to the front."""
        self.cursor = 0

    def action_last(self) -> None:
        """Bring the last line to the front."""
        self.cursor = len(self._rows) - 1

    def on_click(self, event: events.Click) -> None:
        """Bring the line to the front that was clicked, and tick it by its sign or fold it by its name."""
        offset = event.get_content_offset(self)
        number = self.scroll_offset.y + offset.y if offset else len(self._rows)
        if offset is None or number >= len(self._rows):
            return
        self.cursor = number
        row = self._rows[number]
        sign = _GUTTER + (_INDENT if isinstance(row, str) else 0)
        if sign <= offset.x < sign + _SIGN:
            self.action_tick()
        elif isinstance(row, _Branch):
            self.action_turn()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Mark the line below the pointer."""
        offset = event.get_content_offset(self)
        self._hover = self.scroll_offset.y + offset.y if offset else -1

    def on_leave(self) -> None:
        """Mark no line any more."""
        self._hover = -1

    def validate_cursor(self, number: int) -> int:
        """Stay within the lines."""
        return max(min(number, len(self._rows) - 1), 0)

    def on_resize(self) -> None:
        """Keep the line in front in sight in a lower window, with what it hangs under where there is room for both."""
        if isinstance(self._front, str):
            self._bring_into_sight(self._rows.index(self._hung[self._front]))
        self._bring_into_sight(self.cursor)

    def watch_cursor(self) -> None:
        """Bring the line in front into sight, and tell of it."""
        self._bring_into_sight(self.cursor)
        self._tell()

    def _bring_into_sight(self, number: int) -> None:
        self.scroll_to_region(Region(0, number, 1, 1), animate=False, force=True, immediate=True, x_axis=False)

    def _tell(self) -> None:
        self.post_message(self.Moved())
        self.refresh_bindings()

    def render_line(self, y: int) -> Strip:
        """Return one line of what is seen."""
        width, number = self.scrollable_content_region.width, self.scroll_offset.y + y
        line = self._line(number, width, first=y == 0)
        line.truncate(width, overflow="ellipsis", pad=True)
        line.stylize_before(self._look(number))
        console = self.app.console  # pyright: ignore[reportUnknownMemberType] - Textual's
        return Strip(line.render(console), width)

    def _line(self, number: int, width: int, *, first: bool) -> Text:
        """Return what stands on one line; ``first`` says whether it is at the top of what is seen."""
        if number >= len(self._rows):
            return Text("" if self._rows or number else f"  {self._nothing}")
        mark = "  " if number != self.cursor else "▌ " if self.has_focus else "│ "
        row, quiet = self._rows[number], Style() if number == self.cursor else self._left
        if isinstance(row, str):
            return Text.assemble(mark, self._leaf(row, quiet, first=first))
        return Text.assemble(mark, self._branch(row, quiet, width - _GUTTER - 1))

    @property
    def _left(self) -> Style:
        return self.get_component_rich_style("tick-tree--left", partial=True)

    def _leaf(self, leaf: str, quiet: Style, *, first: bool) -> Text:
        name, begins = self._words(leaf, first)
        ticked = leaf in self._ticked
        sign, how = ("[x] ", "bold") if ticked else ("[ ] ", quiet)
        return Text.assemble(
            " " * _INDENT, (sign, how), name, ("  " if name else "", ""), (begins, "" if ticked else quiet)
        )

    def _branch(self, branch: _Branch, quiet: Style, width: int) -> Text:
        """Lay out a branch: its sign and name at the left, at the right how much of it is ticked and how it opens."""
        count = len(self._ticked.intersection(branch.below))
        sign = "[x] " if count == len(branch.below) else "[–] " if count else "[ ] "
        told = f"{count} van {len(branch.below)}"
        ways = (f"{told}   →  vouw open", f"{told} →") if branch.name in self._folded else (told,)
        line = Text.assemble(sign, (" ".join(branch.name.split()), "bold"))
        fits = (each for each in ways if line.cell_len + _GAP + cell_len(each) <= width)
        right = next(fits, ways[-1])
        line.truncate(max(width - _GAP - cell_len(right), 1), overflow="ellipsis", pad=True)
        return line.append(" " * _GAP).append(right, quiet)

    def _look(self, number: int) -> Style:
        if number == self.cursor and self._rows:
            return style_of(self, "tick-tree--cursor")
        if number == self._hover:
            return self.get_visual_style("tick-tree--hover").rich_style
        return self.rich_style

    def _lay(self) -> None:
        """Put the lines one below the other anew."""
        front, self._rows = self._front, []
        for branch in self._branches:
            self._rows += (branch, *(() if branch.name in self._folded else branch.below))
        self.virtual_size = Size(1, len(self._rows))
        self._bring(front)
        self._tell()
        self.refresh()

    def _bring(self, row: _Row | None) -> None:
        """Bring this line to the front; when it is not there, the one that has its number."""
        self.cursor = self._rows.index(row) if row in self._rows else self.cursor

    @property
    def _front(self) -> _Row | None:
        return self._rows[self.cursor] if self.cursor < len(self._rows) else None
