"""How a text begins, as much of it as there is room for."""

from textwrap import wrap

from textual.content import Content
from textual.widget import Widget

from goedwerk_tui.base.text import beginning
from goedwerk_tui.tui.widgets.pane import entitle

_FEW_ROWS = 8
"""In no more than these no row is spared to set the two apart."""


class BeginningPane(Widget):
    """A pane with a line about a text, and below it how that begins, cut where its room ends."""

    def __init__(self, *, id: str | None = None) -> None:
        """Begin empty."""
        super().__init__(id=id, classes="pane")
        self._about = self._text = ""

    def tell(self, title: str, about: str, text: str) -> None:
        """Show another text.

        Args:
            title: what stands in the frame.
            about: the line above the text; empty for none.
            text: the text, plain.
        """
        entitle(self, title)
        self._about, self._text = about, text
        self.refresh()

    def render(self) -> Content:
        """Lay out what fits."""
        width, height = max(self.content_size.width, 1), self.content_size.height
        apart = "\n\n" if height > _FEW_ROWS else "\n"
        above = "\n".join(wrap(self._about, width))
        above += apart if above else ""
        rows = max(height - above.count("\n"), 1)
        return Content.assemble((above, "$muted"), beginning(self._text, width, rows))
