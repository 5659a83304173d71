"""Asking for one line, over an exercise."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from goedwerk_tui.base.text import clean
from goedwerk_tui.tui.screens.dialog import Dialog


class LineScreen(Dialog[str | None]):
    """Asks for one line; answers with it, or with None after Esc."""

    def __init__(self, asks: str, text: str = "", hint: str = "") -> None:
        """Take what is asked, and what stands there already."""
        super().__init__()
        self._asks, self._line, self._hint = asks, text, hint

    def compose(self) -> ComposeResult:
        """Show the question above a line to write on."""
        with Vertical(classes="dialog"):
            yield Static(Content(self._asks), classes="heading")
            yield Static(Content(self._hint), classes="line-hint")
            yield Input(self._line, id="line", compact=True)
            yield Static(Content("Enter bewaart, Esc laat het zoals het was"), classes="line-keys")

    def on_mount(self) -> None:
        """Begin to write at once."""
        self.query_one(".line-hint").display = bool(self._hint)
        self.query_one("#line").focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer."""
        self.dismiss(clean(event.value).strip())
