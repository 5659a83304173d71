"""A tree in which things are ticked, one by one or a branch at a time.

A line is laid out when it is seen, so that ten thousand leaves take no longer than ten.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import ClassVar

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

Path = tuple[str, ...]
"""The names of the branches that something hangs under, from the trunk."""
_INDENT = 3
_GUTTER = 2
_SIGN = 4


@dataclass
class _Branch:
    path: Path
    within: "_Branch | None" = field(default=None, compare=False)
    """The branch that it hangs under; None at the trunk."""
    below: set[str] = field(default_factory=set[str], compare=False)
    """The ids of all leaves under it, however deep."""
    inner: "list[_Branch]" = field(default_factory=list["_Branch"], compare=False)
    leaves: list[str] = field(default_factory=list[str], compare=False)


_Row = _Branch | str
"""What a line shows: a branch, or a leaf by its id."""


class TickTree(Keyed, ScrollView, can_focus=True):
    """Space ticks or unticks the line in front, or all below it. The sign tells, not the colour.

    With the mouse a sign is ticked, and a branch folded by its name.
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
        Binding("space", "tick", "vink"),
        Binding("left", "fold", "dicht", show=False),
        Binding("right", "unfold", "open", show=False),
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

        def __init__(self, before: frozenset[str], under: str) -> None:
            """Say what it was.

            Args:
                before: the ids of the leaves that were ticked.
                under: the name of the branch that was ticked or unticked as a whole; empty for a leaf, or for all.
            """
            super().__init__()
            self.before = before
            self.under = under

    def __init__(self, *, id: str | None = None, classes: str = "") -> None:
        """Start empty."""
        super().__init__(id=id, classes=classes)
        self._ticked: frozenset[str] = frozenset()
        self._trunk = _Branch(())
        self._folded: set[Path] = set()
        self._rows: list[_Row] = []
        self._branches: dict[str, _Branch] = {}
        """What each leaf hangs under."""
        self._words: Callable[[str], str] = str
        self._fresh = True
        """Whether nothing has hung here yet."""

    @property
    def leaves(self) -> Set[str]:
        """The ids of all that can be ticked."""
        return self._branches.keys()

    @property
    def ticked(self) -> frozenset[str]:
        """The ids of the leaves that are ticked."""
        return self._ticked

    def fill(self, leaves: Mapping[Path, Sequence[str]], ticked: Iterable[str], words: Callable[[str], str]) -> None:
        """Show other leaves. The line in front stays in front, and what was folded stays so, where it still exists.

        The first time the first that is ticked comes to the front: it may be far down.

        Args:
            leaves: ids by the branches that they hang under, in the order in which they are shown; each id once.
            ticked: the ids of those that are ticked.
            words: gives what stands behind the sign of a leaf, on one line; called when it is seen.
        """
        branches = _grown(leaves)
        self._trunk = branches[()]
        self._branches = {each: branches[path] for path, ids in leaves.items() for each in ids}
        self._ticked = frozenset(ticked) & self.leaves
        self._words = words
        self._lay()
        if self._fresh and self._rows:
            self._fresh = False
            self._bring(next((row for row in self._rows if isinstance(row, str) and row in self._ticked), None))

    def tick(self, ids: Iterable[str], under: str = "") -> None:
        """Let exactly these leaves be ticked; ``under`` names the branch for which that is."""
        before, self._ticked = self._ticked, frozenset(ids) & self.leaves
        self.refresh()
        self.post_message(self.Ticked(before, under))

    def action_tick(self) -> None:
        """Tick or untick what is in front; a branch is ticked as a whole, unless all of it was."""
        row = self._front
        if row is not None:
            below, under = (row.below, row.path[-1]) if isinstance(row, _Branch) else ({row}, "")
            self.tick(self._ticked - below if below <= self._ticked else self._ticked | below, under)

    def action_fold(self) -> None:
        """Close the branch in front, or go to the branch that a line hangs under."""
        row = self._front
        if isinstance(row, str):
            self._bring(self._branches[row])
        elif row is not None and row.path not in self._folded:
            self._folded.add(row.path)
            self._lay()
        elif row is not None and row.within:
            self._bring(row.within)

    def action_unfold(self) -> None:
        """Open the branch in front."""
        row = self._front
        if isinstance(row, _Branch) and row.path in self._folded:
            self._folded.remove(row.path)
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
        indent = _GUTTER + len(self._indent(row))
        if indent <= offset.x < indent + _SIGN:
            self.action_tick()
        elif isinstance(row, _Branch) and row.path in self._folded:
            self.action_unfold()
        elif isinstance(row, _Branch):
            self.action_fold()

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
        """Keep the line in front in sight in a lower window."""
        self.watch_cursor()

    def watch_cursor(self) -> None:
        """Bring the line in front into sight."""
        self.scroll_to_region(Region(0, self.cursor, 1, 1), animate=False, force=True, immediate=True, x_axis=False)

    def render_line(self, y: int) -> Strip:
        """Return one line of what is seen."""
        width, number = self.scrollable_content_region.width, self.scroll_offset.y + y
        if number >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        mark = "  " if number != self.cursor else "▌ " if self.has_focus else "│ "
        line = Text.assemble(mark, self._line(self._rows[number]))
        line.truncate(width, overflow="ellipsis", pad=True)
        line.stylize_before(self._look(number))
        console = self.app.console  # pyright: ignore[reportUnknownMemberType] - Textual's
        return Strip(line.render(console), width)

    def _line(self, row: _Row) -> Text:
        if isinstance(row, str):
            if row in self._ticked:
                return Text.assemble(self._indent(row), ("[x] ", "bold"), self._words(row))
            quiet = Style() if row == self._front else self.get_component_rich_style("tick-tree--left", partial=True)
            return Text.assemble(self._indent(row), ("[ ] ", quiet), (self._words(row), quiet))
        count = len(self._ticked & row.below)
        sign = "[x] " if count == len(row.below) else "[-] " if count else "[ ] "
        name = " ".join(row.path[-1].split())
        fold = " …" if row.path in self._folded else ""
        return Text.assemble(self._indent(row), sign, (name, "bold"), f"  {count} van {len(row.below)}{fold}")

    def _indent(self, row: _Row) -> str:
        depth = len(self._branches[row].path) if isinstance(row, str) else len(row.path) - 1
        return " " * _INDENT * depth

    def _look(self, number: int) -> Style:
        if number == self.cursor:
            return self.get_visual_style("tick-tree--cursor").rich_style
        if number == self._hover:
            return self.get_visual_style("tick-tree--hover").rich_style
        return self.rich_style

    def _lay(self) -> None:
        """Put the lines one below the other anew."""
        front = self._front
        self._rows = [row for branch in self._trunk.inner for row in self._rows_of(branch)]
        self.virtual_size = Size(1, len(self._rows))
        self._bring(front)
        self.refresh()

    def _rows_of(self, branch: _Branch) -> Iterator[_Row]:
        yield branch
        if branch.path not in self._folded:
            for inner in branch.inner:
                yield from self._rows_of(inner)
            yield from branch.leaves

    def _bring(self, row: _Row | None) -> None:
        """Bring this line to the front; when it is not there, the one that has its number."""
        self.cursor = self._rows.index(row) if row in self._rows else self.cursor

    @property
    def _front(self) -> _Row | None:
        return self._rows[self.cursor] if self.cursor < len(self._rows) else None


def _grown(leaves: Mapping[Path, Sequence[str]]) -> dict[Path, _Branch]:
    """Return all branches by their paths, from the trunk; each comes where the first of its leaves does."""
    branches: dict[Path, _Branch] = {(): _Branch(())}
    for path, ids in leaves.items():
        for depth in range(1, len(path) + 1):
            here, before = path[:depth], branches[path[: depth - 1]]
            if here not in branches:
                branches[here] = _Branch(here, before if depth > 1 else None)
                before.inner.append(branches[here])
            branches[here].below.update(ids)
        branches[path].leaves.extend(ids)
    return branches
