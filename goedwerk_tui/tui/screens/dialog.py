"""What all windows that lie over another screen share."""

from typing import Any, TypeVar

from textual.await_complete import AwaitComplete
from textual.binding import Binding
from textual.screen import ModalScreen

from goedwerk_tui.journal import Origin
from goedwerk_tui.tui.screens.base import Layer
from goedwerk_tui.tui.screens.holding import HoldingScreen
from goedwerk_tui.tui.shell import MOVING
from goedwerk_tui.tui.widgets.held_line import HeldPlace

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer], Layer[Answer]):
    """A window over the screen; Esc closes it without an answer."""

    HELP_TEXT = "Een venster over het scherm heen. **Esc** sluit het, en laat alles zoals het is."
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("escape", "close", "laat maar"),
    ]
    LETS_GO = True
    WRITES_ON = False
    TYPED_IN_VAIN = "In dit venster is niets te schrijven. Esc sluit het."

    @property
    def _may_hold(self) -> bool:
        """A window holds what is typed where what it lies over does: not before there is a journal."""
        stack = self.shell.screen_stack
        over = [each for each in stack[: stack.index(self)] if isinstance(each, HoldingScreen)]
        return super()._may_hold and all(each.HOLDS for each in over[-1:])

    @property
    def _beneath(self) -> HoldingScreen[Any] | None:
        """What has the box that what is typed here is for."""
        below = self._below
        return below if isinstance(below, HoldingScreen) and below.takes_in else None

    @property
    def typed_beside(self) -> Origin | None:
        """Where in the programme what lies under the window is."""
        below = self._below
        return below.typed_beside if isinstance(below, HoldingScreen) else None

    @property
    def _held_place(self) -> HeldPlace:
        if self._beneath is None:
            return super()._held_place
        title = "Het vak ligt onder dit venster; dit staat zolang hier"
        return HeldPlace(title, "zet het in het vak")

    def give_a_place(self) -> None:
        """Put what is held in the box under the window, which closes; where there is none, make a note of it."""
        if self._beneath is None:
            super().give_a_place()
        else:
            self._hand_over(self._beneath, wanted=True)
            self.action_close()

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Close with an answer; where that leads on, what is held is for no box below."""
        if self.is_active and self.holds:
            if self._leads_back(result):
                self._put_by()
            else:
                super()._put_by()
        return super().dismiss(result)

    def _leads_back(self, result: Answer | None) -> bool:
        """Whether one goes on with an answer where one was."""
        return result is None

    def _put_by(self) -> None:
        """Have what is held ready for the box under the window, as that closes."""
        if self._beneath is None:
            super()._put_by()
        else:
            self._hand_over(self._beneath, wanted=False)

    def _hand_over(self, beneath: HoldingScreen[Any], *, wanted: bool) -> None:
        held = self._held
        text = self._release()
        if held is not None and text.strip():
            beneath.run_worker(beneath.take_over(held, text, wanted=wanted), group=MOVING)

    def action_close(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
