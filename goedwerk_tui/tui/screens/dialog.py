"""What all windows that lie over another screen share."""

from typing import TypeVar

from textual.binding import Binding
from textual.screen import ModalScreen

from goedwerk_tui.tui.screens.base import Layer
from goedwerk_tui.tui.screens.holding import HoldingScreen

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer], Layer[Answer]):
    """A window over the screen; Esc closes it without an answer."""

    HELP_TEXT = "Een venster over het scherm heen. **Esc** sluit het, en laat alles zoals het is."
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("escape", "close", "laat maar"),
        Binding("ctrl+z", "take_back", show=False),
    ]
    WRITES_ON = False
    TYPED_IN_VAIN = "In dit venster is niets te schrijven. Esc sluit het."

    @property
    def _may_hold(self) -> bool:
        """A window holds what is typed where what it lies over does: not before there is a journal."""
        stack = self.shell.screen_stack
        over = [each for each in stack[: stack.index(self)] if isinstance(each, HoldingScreen)]
        return super()._may_hold and all(each.HOLDS for each in over[-1:])

    def action_take_back(self) -> None:
        """Take back what was done here to what was held; the keys of the app do not reach a window."""
        if self._held_last:
            self._held_last = False
            self.shell.action_take_back()

    def action_close(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
