"""A question with a few answers, over the screen."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from goedwerk_tui.tui.screens.dialog import Dialog
from goedwerk_tui.tui.workarounds.marked_list import MarkedList

_HOW_TO_READ = "pgup en pgdn schuiven de tekst"


class QuestionScreen(Dialog[str]):
    """Asks something; answers with the id of what was chosen, or None."""

    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        # The answers have the focus; a long question is read above them.
        Binding("pageup", "read(-1)", show=False, priority=True),
        Binding("pagedown", "read(1)", show=False, priority=True),
    ]

    def __init__(self, text: str, answers: list[tuple[str, str]]) -> None:
        """Take the question, and pairs of id and words for the answers; the first is the careful one."""
        super().__init__()
        self._text = text
        self._answers = answers

    def compose_body(self) -> ComposeResult:
        """Show the question above its answers."""
        with Vertical(classes="dialog"):
            yield Static(Content(self._text))
            yield MarkedList(*(Option(Content(words), id=each) for each, words in self._answers), does="kies")

    def on_mount(self) -> None:
        """Say how to read a question that is longer than the window, as long as it is."""
        self.watch(self._dialog, "virtual_size", self._resized)

    @property
    def _dialog(self) -> Vertical:
        return self.query_one(".dialog", Vertical)

    def _resized(self) -> None:
        self.call_after_refresh(self._measured)

    def _measured(self) -> None:
        self._dialog.border_subtitle = _HOW_TO_READ if self._dialog.max_scroll_y else ""

    def _leads_back(self, result: str | None) -> bool:
        return result is None or result == self._answers[0][0]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the keys to the answers when all of the question is in sight."""
        return action != "read" or (self.is_mounted and self._dialog.max_scroll_y > 0)

    def action_read(self, pages: int) -> None:
        """Move a page through the question, back or forth."""
        self._dialog.scroll_relative(y=pages * (self._dialog.scrollable_content_region.height - 1), animate=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer."""
        self.dismiss(event.option_id)
