"""What all windows that lie over another screen share."""

from typing import TypeVar

from textual.binding import Binding
from textual.screen import ModalScreen

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer]):
    """A window over the screen; Esc closes it without an answer."""

    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-high")]  # noqa: RUF012 - typed so by Textual
    BINDINGS = [Binding("escape,q", "close", "sluit")]  # noqa: RUF012 - typed so by Textual

    def action_close(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
