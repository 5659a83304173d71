"""What all windows that lie over another screen share."""

from typing import TypeVar

from textual.binding import Binding
from textual.screen import ModalScreen

from goedwerk_tui.tui.screens.base import Layer

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer], Layer[Answer]):
    """A window over the screen; Esc closes it without an answer."""

    HELP_TEXT = "Een venster over het scherm heen. **Esc** sluit het, en laat alles zoals het is."
    BINDINGS = [Binding("escape", "close", "laat maar")]  # noqa: RUF012 - typed so by Textual
    HOLDS = False
    TYPED_IN_VAIN = "In dit venster is niets te schrijven. Esc sluit het."

    def action_close(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
