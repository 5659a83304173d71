"""A line that can be chosen, with something on the left and something on the right."""

from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from goedwerk_tui.base.text import shorten
from goedwerk_tui.tui.keys import Keyed


class Row(Keyed, Widget, can_focus=True):
    """One line: what it is about on the left, a remark on the right. Enter or a click chooses it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "open")]

    class Chosen(Message):
        """The row was chosen."""

        def __init__(self, row: "Row") -> None:
            """Keep the row."""
            super().__init__()
            self.row = row

        @property
        def control(self) -> "Row":
            """The row, for ``@on`` with a selector."""
            return self.row

    def __init__(
        self, left: str = "", right: str = "", *, yields: str = "", name: str | None = None, id: str | None = None
    ) -> None:
        """Take two plain texts.

        Args:
            left: what it is about.
            right: the remark.
            yields: the part of ``left`` that is shortened first where they don't fit; without it the end is.
            name: for the screen to know what the row stands for.
            id: that of the widget.
        """
        super().__init__(name=name, id=id)
        self._left = left
        self._right = right
        self._yields = yields

    def tell(self, left: str, right: str = "", *, yields: str = "") -> None:
        """Show other texts."""
        self._left, self._right, self._yields = left, right, yields
        self.refresh(layout=True)

    def render(self) -> Content:
        """Lay both texts on one line; where they don't fit, the left one is shortened."""
        width = max(self.content_size.width, 1)
        room = max(width - cell_len(self._right) - 2, 8) if self._right else width
        left = shorten(self._fitted(room), room)
        gap = " " * max(width - cell_len(left) - cell_len(self._right), 2)
        # Nothing is muted in front: it would be lost on that background.
        return Content.assemble(left, (gap + self._right, "" if self.has_focus else "$muted"))

    def _fitted(self, room: int) -> str:
        """Return the left text with the part that yields as short as it must be."""
        too_long = cell_len(self._left) - room
        if too_long <= 0 or not self._yields:
            return self._left
        return self._left.replace(self._yields, shorten(self._yields, max(len(self._yields) - too_long, 1)), 1)

    def action_choose(self) -> None:
        """Tell that the row was chosen."""
        self.post_message(self.Chosen(self))

    def on_click(self, event: Click) -> None:
        """Let the mouse choose it too."""
        event.stop()
        self.focus()
        self.action_choose()
