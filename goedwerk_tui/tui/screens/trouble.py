"""The journal can't be opened: what that means, and what can be done."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Footer, Static

from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.tui.screen import GoedWerkScreen


class TroubleScreen(GoedWerkScreen[bool]):
    """Says what is wrong. Answers True to go on reading without a journal, False to stop."""

    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("v", "look", "lees het programma zonder dagboek"),
        Binding("escape,q", "stop", "stop"),
    ]

    def __init__(self, trouble: Trouble) -> None:
        """Take what is wrong."""
        super().__init__()
        self._trouble = trouble

    def compose(self) -> ComposeResult:
        """Show the three parts of the message."""
        with Vertical(id="place"):
            yield Static(Content("Je dagboek gaat niet open"), classes="heading")
            for part in (self._trouble.happened, self._trouble.meaning, self._trouble.advice):
                if part:
                    yield Static(Content(part), classes="paragraph")
        yield Footer(show_command_palette=False, compact=True)

    def action_look(self) -> None:
        """Go on without a journal."""
        self.dismiss(True)

    def action_stop(self) -> None:
        """Stop."""
        self.dismiss(False)
