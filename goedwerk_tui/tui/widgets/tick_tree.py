"""A tree in which things are ticked, one by one or a branch at a time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Tree
from textual.widgets.tree import TreeNode


@dataclass(frozen=True)
class Leaf:
    """One line that can be ticked."""

    id: str
    path: tuple[str, ...]
    """The branches that it hangs under, from the trunk."""
    words: str


class TickTree(Tree[str]):
    """Space ticks or unticks the line in front, or all below it. The sign tells, not the colour.

    A branch holds the empty text, a leaf the id of what it stands for.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", "vink", key_display="spatie"),
        Binding("left", "fold", "dicht", show=False),
        Binding("right", "unfold", "open", show=False),
    ]

    class Ticked(Message):
        """Something was ticked or unticked; the tree knows what is ticked now."""

    def __init__(self, *, id: str | None = None) -> None:
        """Start empty."""
        self._ticked: frozenset[str] = frozenset()
        self._leaves: tuple[Leaf, ...] = ()
        super().__init__("", id=id)
        self.show_root = False
        self.show_guides = False
        self.auto_expand = False
        self.guide_depth = 3

    @property
    def ticked(self) -> frozenset[str]:
        """The ids of the leaves that are ticked."""
        return self._ticked

    def fill(self, leaves: Iterable[Leaf], ticked: Iterable[str]) -> None:
        """Show other leaves. The line in front stays in front, and what was folded stays so, where it still exists."""
        folded = {_path(node) for node in _nodes(self.root) if node.allow_expand and not node.is_expanded}
        line = self.cursor_line
        self._leaves = tuple(leaves)
        self._ticked = frozenset(ticked) & {leaf.id for leaf in self._leaves}
        self.clear()
        self.root.expand()
        branches: dict[tuple[str, ...], TreeNode[str]] = {(): self.root}
        for leaf in self._leaves:
            for depth in range(1, len(leaf.path) + 1):
                path = leaf.path[:depth]
                if path not in branches:
                    branches[path] = branches[path[:-1]].add(Text(path[-1]), "", expand=path not in folded)
            branches[leaf.path].add_leaf(Text(leaf.words), leaf.id)
        self.cursor_line = max(line, 0)

    def render_label(self, node: TreeNode[str], base_style: Style, style: Style) -> Text:
        """Return a line: the sign, then the words; a branch says how much of it is ticked."""
        words = str(node.label)
        if node.data:
            sign = "[x] " if node.data in self._ticked else "[ ] "
            return Text.assemble(sign, words, style=style)
        below = _ids(node)
        count = len(self._ticked.intersection(below))
        sign = "[x] " if count == len(below) else "[-] " if count else "[ ] "
        fold = "" if node.is_expanded else " …"
        return Text.assemble(sign, (words, "bold"), f"  {count} van {len(below)}{fold}", style=style)

    def action_tick(self) -> None:
        """Tick or untick what is in front; a branch is ticked as a whole, unless all of it was."""
        if self.cursor_node is None:
            return
        below = frozenset([self.cursor_node.data] if self.cursor_node.data else _ids(self.cursor_node))
        self.tick(self._ticked - below if below <= self._ticked else self._ticked | below)

    def tick(self, ids: Iterable[str]) -> None:
        """Let exactly these leaves be ticked."""
        self._ticked = frozenset(ids) & {leaf.id for leaf in self._leaves}
        self._clear_line_cache()
        self.refresh()
        self.post_message(self.Ticked())

    def action_fold(self) -> None:
        """Close the branch in front, or go to the branch that a line hangs under."""
        node = self.cursor_node
        if node is None:
            return
        if node.allow_expand and node.is_expanded:
            node.collapse()
        elif node.parent is not None and node.parent is not self.root:
            self.move_cursor(node.parent)

    def action_unfold(self) -> None:
        """Open the branch in front."""
        if self.cursor_node is not None and self.cursor_node.allow_expand:
            self.cursor_node.expand()


def _nodes(node: TreeNode[str]) -> Iterator[TreeNode[str]]:
    for child in node.children:
        yield child
        yield from _nodes(child)


def _ids(node: TreeNode[str]) -> list[str]:
    return [each.data for each in _nodes(node) if each.data]


def _path(node: TreeNode[str]) -> tuple[str, ...]:
    path: list[str] = []
    while node.parent is not None:
        path.insert(0, str(node.label))
        node = node.parent
    return tuple(path)
