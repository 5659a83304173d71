"""The line along the bottom: the keys that work now on what lies on top."""

from collections.abc import Sequence
from typing import Any, cast

from rich.cells import cell_len
from textual.app import App
from textual.binding import ActiveBinding
from textual.content import Content
from textual.events import Click
from textual.signal import Signal
from textual.widget import Widget

from goedwerk_tui.tui.keys import Keyed, key_name
from goedwerk_tui.tui.workarounds.app_internals import in_usual_order
from goedwerk_tui.tui.workarounds.marked_list import MarkedList

_GAP = 3
_HELP, _EVERYTHING = ("f1", "uitleg"), ("ctrl+p", "alles")
_FIRST, _LAST = "enter", "escape"
Item = tuple[str, str]
"""A key, and what it does in a word or two."""


class KeyLine(Widget):
    """Names the keys of the screen that it stands on, most useful first. What does not fit is left out, never cut.

    Enter and Esc are there whenever they do something, and F1 always is.
    """

    ALLOW_SELECT = False

    def __init__(self) -> None:
        """Begin with no keys."""
        super().__init__()
        self._spans: list[tuple[int, int, str]] = []

    def on_mount(self) -> None:
        """Follow which keys work."""
        signal = cast("Signal[Any]", self.screen.bindings_updated_signal)  # pyright: ignore[reportUnknownMemberType]
        signal.subscribe(self, self._changed)

    def _changed(self, _: object) -> None:
        self.refresh()

    def render(self) -> Content:
        """Lay out what fits."""
        width = self.content_size.width
        left, right = fitted(self._items(), width, alone=self.screen.is_modal)
        gap = width - _width((*left, *right))
        self._spans = []
        parts: list[tuple[str, str]] = []
        at = 0
        for number, item in enumerate((*left, *right)):
            if number == len(left):
                parts.append((" " * gap, ""))
                at += gap
            name, length = key_name(item[0]), cell_len(_words(item))
            self._spans.append((at, at + length, item[0]))
            parts += [(name, "bold"), (_words(item).removeprefix(name), "$muted"), (" " * _GAP, "")]
            at += length + _GAP
        return Content.assemble(*parts[:-1])

    def on_click(self, event: Click) -> None:
        """Press the key that was clicked."""
        offset = event.get_content_offset(self)
        for begin, end, key in self._spans:
            if offset and begin <= offset.x < end:
                cast("App[object]", self.app).simulate_key(key)  # pyright: ignore[reportUnknownMemberType] - Textual's

    def _items(self) -> list[Item]:
        """Return the keys of what lies on top, one for each thing that can be done."""
        found: dict[str, Item] = {}
        usual = in_usual_order(self.screen.active_bindings.values())
        # Textual gives those with priority first; what has the keyboard comes before them.
        for active in sorted(usual, key=lambda each: each.node is not self.screen.focused):
            binding = active.binding
            now = self._words_now(active)
            what = now or binding.description
            # Textual hides the Enter of its lists.
            if (binding.show or (now and isinstance(active.node, MarkedList))) and active.enabled and what:
                found.setdefault(binding.action, (binding.key, what))
        return sorted(found.values(), key=lambda item: (item[0] != _FIRST, item[0] == _LAST))

    def _words_now(self, active: ActiveBinding) -> str:
        """Return what a key would do now, where that is not always the same."""
        owner, _, verb = active.binding.action.rpartition(".")
        node = self.screen if owner == "screen" else active.node
        return node.words_for(verb) if isinstance(node, Keyed) else ""


def fitted(items: Sequence[Item], width: int, *, alone: bool = False) -> tuple[list[Item], list[Item]]:
    """Return what fits at the left and at the right.

    Args:
        items: the keys, most useful first; Enter is the first and Esc the last.
        width: in columns.
        alone: whether it is a window, from which one does not go everywhere.
    """
    left = [item for item in items if item[0] not in (_HELP[0], _EVERYTHING[0])]
    right = [_HELP]
    while _width((*left, *right)) > width:
        spare = next((item for item in reversed(left) if item[0] not in (_FIRST, _LAST)), None)
        if spare is None:
            # In a window for a few words the names of the keys alone.
            left = [(key, "") for key, _ in left]
            break
        left.remove(spare)
    if not alone and _width((*left, _EVERYTHING, *right)) <= width:
        right.insert(0, _EVERYTHING)
    return left, right


def _words(item: Item) -> str:
    return f"{key_name(item[0])} {item[1]}".rstrip()


def _width(items: Sequence[Item]) -> int:
    return sum(cell_len(_words(item)) + _GAP for item in items) - _GAP
