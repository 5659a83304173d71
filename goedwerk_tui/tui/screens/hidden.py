"""Nothing to be seen: for when somebody comes by."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from goedwerk_tui.tui.screens.base import Layer


class HiddenScreen(Layer[None]):
    """Lies over everything, and says nothing of what is below. It closes by a key that nobody types by accident."""

    HELP_TEXT = """
Het scherm is leeg, zodat niemand meeleest. Wat je schreef staat er nog.
**Enter**, **Esc** of **ctrl+l** toont het weer.
"""
    HOLDS = False  # it would be seen
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("enter", "dismiss", "toon weer", tooltip="Toon het scherm weer"),
        Binding("escape", "dismiss", "", show=False),
    ]

    def compose_body(self) -> ComposeResult:
        """Say how to go back."""
        with Container(id="hidden"):
            yield Static(Content("Goed Werk"))
