"""A question with a few answers, over the screen."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from goedwerk_tui.tui.screens.dialog import Dialog


class QuestionScreen(Dialog[str]):
    """Asks something; answers with the id of what was chosen, or None."""

    def __init__(self, text: str, answers: list[tuple[str, str]]) -> None:
        """Take the question, and pairs of id and words for the answers; the first is the careful one."""
        super().__init__()
        self._text = text
        self._answers = answers

    def compose(self) -> ComposeResult:
        """Show the question above its answers."""
        with Vertical(classes="dialog"):
            yield Static(Content(self._text))
            yield OptionList(*(Option(Content(words), id=each) for each, words in self._answers), compact=True)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer."""
        self.dismiss(event.option_id)
