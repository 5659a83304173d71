"""Nothing to be seen: for when somebody comes by."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from goedwerk_tui.tui.screens.dialog import Dialog
from goedwerk_tui.tui.screens.holding import HoldingScreen
from goedwerk_tui.tui.shell import MOVING
from goedwerk_tui.tui.widgets.held_line import HeldLine, HeldPlace


class HiddenScreen(Dialog[None]):
    """Lies over everything, and says nothing of what is below. It closes by a key that nobody types by accident.

    What is typed on it is held out of sight, and stands on the line of what lies below once that shows again.
    """

    HELP_TEXT = """
Het scherm is leeg, zodat niemand meeleest. Wat je schreef staat er nog. Wat je nu typt zie je niet; dat staat op een
regel onderaan zodra het scherm terug is. **Enter**, **Esc** of **ctrl+l** toont het weer.
"""
    TYPED_IN_VAIN = "Het scherm is verborgen, en dit staat nergens. Enter toont het weer."
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("enter", "dismiss", "toon weer", tooltip="Toon het scherm weer"),
        Binding("escape", "dismiss", "", show=False),
    ]

    def compose_body(self) -> ComposeResult:
        """Say how to go back."""
        with Container(id="hidden"):
            yield Static(Content("Goed Werk"))

    @property
    def _held_place(self) -> HeldPlace:
        return HeldPlace("", "toon weer", "toon weer")

    def _named_held(self, text: str) -> str:
        return "Wat je typte"

    def give_a_place(self) -> None:
        """Show the screen again, which has a place for it."""
        self.dismiss()

    @on(HeldLine.Left)
    def _left_held(self, event: HeldLine.Left) -> None:
        event.stop()
        event.prevent_default()
        self.dismiss()

    def _put_by(self) -> None:
        """Have what is held stand on the line of what lies below, and typing go on where it was."""
        held, below = self._held, self._below
        if not isinstance(below, HoldingScreen) or held is None:
            super()._put_by()
        elif (text := self._release()).strip():
            below.run_worker(below.take_on_line(held, text, stays=True), group=MOVING)
