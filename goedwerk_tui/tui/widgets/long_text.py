"""A text of any length, to read."""

import asyncio
from collections.abc import Callable

from rich.text import Text
from textual import work
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip


class LongText(ScrollView, can_focus=True):
    """Shows a text as it is, line by line. It is wrapped in a thread, and a line is laid out when it is seen."""

    DEFAULT_CSS = """
    LongText {
        height: auto;
        max-height: 100%;
        overflow-x: hidden;
        scrollbar-gutter: stable;
        scrollbar-size-horizontal: 0;
    }
    """

    def __init__(self, *, id: str | None = None, classes: str = "") -> None:
        """Start without text."""
        super().__init__(id=id, classes=classes)
        self._text: str | Callable[[int], str] = ""
        self._lines: list[str] = []

    def show(self, text: str | Callable[[int], str]) -> None:
        """Show another text, from where the former was scrolled to.

        Args:
            text: the text, or what makes it for so many columns, in a thread.
        """
        self._text = text
        self._wrap()

    def on_resize(self) -> None:
        """Wrap the text to the new width."""
        self._wrap()

    @work(group="wrapping", exclusive=True)
    async def _wrap(self) -> None:
        width = self.scrollable_content_region.width
        if width:
            self._lines = await asyncio.to_thread(_wrapped, self._text, width)
            self.virtual_size = Size(width, len(self._lines))
            self.refresh(layout=True)

    def render_line(self, y: int) -> Strip:
        """Return one line of what is seen."""
        width, number = self.scrollable_content_region.width, self.scroll_offset.y + y
        if number >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        line = Text(self._lines[number], style=self.rich_style, end="", no_wrap=True)
        if (selection := self.text_selection) and (span := selection.get_span(number)):
            start, end = span
            screen: Screen[object] = self.screen
            line.stylize(screen.get_component_rich_style("screen--selection"), start, len(line) if end == -1 else end)
        console = self.app.console  # pyright: ignore[reportUnknownMemberType] - Textual's
        # In our own colours: a terminal that is light under a dark theme would show its own behind the words.
        strip = Strip(line.render(console)).apply_style(self.rich_style)
        return strip.adjust_cell_length(width, self.rich_style).apply_offsets(0, number)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return what the mouse has selected, as it stands on the lines."""
        return selection.extract("\n".join(self._lines)), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Show what is selected."""
        self.refresh()


def _wrapped(text: str | Callable[[int], str], width: int) -> list[str]:
    whole = text if isinstance(text, str) else text(width)
    return [row.plain for line in whole.split("\n") for row in Content(line).wrap(width)]
