"""A person's own words over the whole screen, to read."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Footer, Static

from goedwerk_tui.tui.screens.base import GoedWerkScreen
from goedwerk_tui.tui.widgets.long_text import LongText


class TextScreen(GoedWerkScreen[None]):
    """A text of any length under a heading."""

    HELP_TEXT = "Een tekst om te lezen. Met de pijltjes schuif je. **Esc** brengt je terug."
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("escape,enter", "dismiss", "sluit", key_display="esc"),
    ]

    def __init__(self, heading: str, text: str) -> None:
        """Take what to show."""
        super().__init__()
        self._heading = heading
        self._text = text

    def compose(self) -> ComposeResult:
        """Lay the heading above the text."""
        yield Static(Content(self._heading), classes="heading listed")
        with Vertical(id="reading"):
            yield LongText(id="text")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Show the text."""
        text = self.query_one("#text", LongText)
        text.show(self._text)
        text.focus()
