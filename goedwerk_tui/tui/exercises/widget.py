"""What the widgets of all exercises share."""

from typing import Any, ClassVar, Generic, TypeVar, cast

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message

from goedwerk_tui.guidance.exercises.work import Line, Sitting, Work
from goedwerk_tui.tui.keys import Keyed
from goedwerk_tui.tui.widgets.editor import Editor

W = TypeVar("W", bound=Work)


class Moved(Message):
    """The exercise went to another state."""


class LineWanted(Message):
    """A line is to be asked for over the exercise."""

    def __init__(self, line: Line) -> None:
        """Keep which line."""
        super().__init__()
        self.line = line


class ExerciseWidget(Keyed, Vertical, Generic[W]):
    """A view on an exercise."""

    HELP_TEXT: ClassVar[str] = ""
    """What F1 says of the keys, in Markdown."""

    def __init__(self, sitting: Sitting, *, read_only: bool = False) -> None:
        """Take the sitting to show. The widget makes its moves there itself, so that keys in quick succession
        (a digit, and at once the key that finishes) find the state that the one before led to."""
        super().__init__(id="exercise-widget")
        self.sitting = sitting
        self.read_only = read_only

    @property
    def work(self) -> W:
        """The exercise as it stands."""
        return cast("W", self.sitting.work)

    def draw(self) -> None:
        """Show the state as it is now."""
        raise NotImplementedError

    def begin(self) -> None:
        """Take the focus."""
        self.focus()

    def catch_up(self) -> None:
        """Take in what stands in a box, before anything is done with the state: the message of the last key may still
        be on its way."""

    def move(self, work: W) -> bool:
        """Make a move; returns whether it changed anything."""
        if self.read_only or not self.sitting.to(work):
            return False
        self.draw()
        self.post_message(Moved())
        return True

    def typed(self, work: W) -> None:
        """Follow what is being typed."""
        if not self.read_only and work != self.work:
            self.sitting.replace(work)
            self.post_message(Moved())

    def turn_to(self, work: W) -> None:
        """Put another part in front."""
        self.sitting.replace(work)
        self.draw()
        self.post_message(Moved())

    def ask(self, line: Line) -> None:
        """Let one line be asked for over the exercise; ``take`` makes the move that it is for."""
        if not self.read_only:
            self.post_message(LineWanted(line))

    def take(self, line: Line, written: str) -> None:
        """Make the move that a line is for."""
        if self.move(line.moved(self.work, written)):
            self.show_line(line)
        elif line.move == "add" and written:
            self.notify("Dat staat er al.", timeout=3, markup=False)

    def show_line(self, line: Line) -> None:
        """Bring what was just written to the front, where that is another than before."""

    @staticmethod
    def result(work: Any, before: Any) -> Content:
        """Return the picture of a result, beside an earlier one if there is one of the same kind."""
        raise NotImplementedError


class FieldEditor(Editor):
    """A box in an exercise; its keys are those of the exercise around it."""

    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("escape", "leave", "klaar", tooltip="Bewaar wat er staat en ga terug"),
    ]
