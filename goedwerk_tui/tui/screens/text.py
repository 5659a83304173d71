"""A person's own words over the whole screen, to read."""

from textual.app import ComposeResult
from textual.binding import Binding

from goedwerk_tui.tui.screens.base import GoedWerkScreen
from goedwerk_tui.tui.widgets.long_text import LongText
from goedwerk_tui.tui.widgets.pane import entitle


class TextScreen(GoedWerkScreen[None]):
    """A text of any length under a heading."""

    HELP_TEXT = "Een tekst om te lezen. Met de pijltjes schuif je. **Esc** brengt je terug."
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("escape,enter", "dismiss", "sluit"),
    ]

    def __init__(self, heading: str, text: str) -> None:
        """Take what to show."""
        super().__init__()
        self._heading = heading
        self._text = text

    def compose_body(self) -> ComposeResult:
        """Show the text."""
        yield LongText(id="text", classes="pane")

    def on_mount(self) -> None:
        """Show the text."""
        text = self.query_one("#text", LongText)
        entitle(text, self._heading)
        text.show(self._text)
        text.focus()
