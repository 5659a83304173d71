"""What a person wrote before, to read while writing: one text under the other, laid out as far as it is read."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from goedwerk_tui.guidance.words import how_many
from goedwerk_tui.tui.keys import Keyed

_AT_ONCE = 4000
"""Characters laid out at a time; thousands of texts at once would hold up the keyboard."""


class Passages(Keyed, VerticalScroll, can_focus=True):
    """Texts with a heading each. More of them are laid out as the end comes near."""

    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("space", "page_down", "lees", tooltip="Schuif een bladzijde door"),
    ]

    def __init__(self, *, id: str | None = None, classes: str = "") -> None:
        """Begin without texts."""
        super().__init__(id=id, classes=classes)
        self._left: list[Content] = []
        self._adding = False
        """Whether more of them is on its way."""

    def compose(self) -> ComposeResult:
        """Keep a line at the end for what is still to come."""
        yield Static("", id="still-to-come", markup=False)

    async def show(self, texts: Sequence[Content]) -> None:
        """Show texts, from the first."""
        await self.query(".passage").remove()
        self.scroll_home(animate=False)
        self._left = list(texts)
        self._adding = True
        await self._add()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Lay out more when the end comes near."""
        super().watch_scroll_y(old_value, new_value)
        self._look_ahead()

    def on_resize(self) -> None:
        """Lay out more when there is room for it."""
        self._look_ahead()

    def _look_ahead(self) -> None:
        if self._left and not self._adding and self.scroll_y + 2 * self.size.height >= self.max_scroll_y:
            self._adding = True
            self.call_next(self._add)

    async def _add(self) -> None:
        room = _AT_ONCE
        fresh: list[Content] = []
        while self._left and room > 0:
            fresh.append(self._left.pop(0))
            room -= len(fresh[-1].plain)
        last = self.query_one("#still-to-come", Static)
        # One widget for all of them: each widget more is another 5 ms in which no key is heard.
        await self.mount(Static(Content("\n\n").join(fresh), classes="passage"), before=last)
        last.update(Content(f"… nog {how_many(len(self._left), 'stuk', 'stukken')}, lees door" if self._left else ""))
        self._adding = False
        self.call_after_refresh(self._look_ahead)
