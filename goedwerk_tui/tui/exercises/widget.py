"""What the widgets of all exercises share."""

from abc import abstractmethod
from collections.abc import Callable
from datetime import date
from typing import ClassVar, Generic, TypeVar, cast

from textual.binding import Binding
from textual.containers import Vertical
from textual.events import Key
from textual.message import Message

from goedwerk_tui.base.text import quoted, shorten
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.guidance.exercises.state import Line, Sitting
from goedwerk_tui.tui.keys import Keyed, nothing_before
from goedwerk_tui.tui.widgets.editor import Editor, LineEditor
from goedwerk_tui.tui.workarounds.abstract_widgets import AbstractWidgetMeta
from goedwerk_tui.tui.workarounds.marked_list import MarkedList

W = TypeVar("W", bound=Work)


class StateChanged(Message):
    """The exercise went to another state."""


class Past(Message):
    """The person went on from the last part, or back from the first."""

    def __init__(self, by: int) -> None:
        """Keep the direction."""
        super().__init__()
        self.by = by


class LineWanted(Message):
    """A line is to be asked for over the exercise."""

    def __init__(self, line: Line) -> None:
        """Keep which line."""
        super().__init__()
        self.line = line


class TakenOut(Message):
    """Something of one's own was taken out; ctrl+z, the exercise's own, has it back."""

    def __init__(self, words: str, comes_back: str) -> None:
        """Keep what it was, and how it comes back: ‘staat het er weer’."""
        super().__init__()
        self.said, self.offer = f"{quoted(shorten(words, 60))} is weg.", f"Met ctrl+z {comes_back}."


class ChosenByDigit(Message):
    """A digit was typed to choose or lay something; with a letter right behind it, it began a word after all."""

    def __init__(self, digit: str, at: float, *, moved: bool = True) -> None:
        """Keep the digit, when it was typed, in seconds, and whether it changed something."""
        super().__init__()
        self.digit, self.at, self.moved = digit, at, moved


class TypedBeside(Message):
    """A text was typed or pasted where something is to be chosen: it is to be held until it gets a place."""

    def __init__(self, typed: str, said: str = "") -> None:
        """Keep the text, empty for what has a place already, and what is to be said of it."""
        super().__init__()
        self.typed, self.said = typed, said


class Rows(MarkedList):
    """Lines of an exercise. A click puts one in front, and no more than that; Enter is for the exercise around it."""

    tells_cut = True

    class Resized(Message):
        """There is another room for the lines now."""

    def on_resize(self) -> None:
        """Tell the exercise, which lays its lines out for the room that there is."""
        self.post_message(self.Resized())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave Enter to the exercise."""
        return action != "select"

    def action_select(self) -> None:
        """Do nothing: that is what a click would do besides putting the line in front."""


class ExerciseWidget(Keyed, Vertical, Generic[W], metaclass=AbstractWidgetMeta):
    """A view on an exercise."""

    HELP_TEXT: ClassVar[str] = ""
    """What F1 says of the keys, in Markdown."""
    typed_just_now: Callable[[float], str] = staticmethod(nothing_before)
    """Returns what was typed right before this time, in seconds, and begins the text; what it did is taken back."""

    def __init__(self, sitting: Sitting, today: date, *, read_only: bool = False) -> None:
        """Take the sitting to show, and the day in local time. The widget makes its moves there itself, so that keys in
        quick succession (a digit, and at once the key that finishes) find the state that the one before led to."""
        super().__init__(id="exercise-widget")
        self._typed_at = 0.0
        """When the last sign was typed here, in seconds."""
        self.sitting = sitting
        self.today = today
        self.read_only = read_only

    @property
    def work(self) -> W:
        """The exercise as it stands."""
        return cast("W", self.sitting.work)

    @abstractmethod
    def draw(self) -> None:
        """Show the state as it is now."""

    def undone(self, before: Work) -> None:
        """Show the state that was gone back to, with what differs from the one before in front."""
        self.draw()

    @property
    def box(self) -> Editor | LineEditor | None:
        """The box in which one writes next; None where something is to be laid or chosen."""
        return None

    @property
    def shows_box(self) -> bool:
        """Whether that box is in sight from where the person is."""
        return self.box is not None and self.box.is_on_screen

    def begin(self) -> None:
        """Take the focus."""
        self.focus()

    @property
    def place(self) -> tuple[str, ...]:
        """Where in the exercise the person is, by ids: an item, and a field of it; empty where one begins."""
        return ()

    def go_to(self, place: tuple[str, ...]) -> None:
        """Put in front where the person was, before ``begin`` takes the focus; what is gone is passed over."""

    def catch_up(self) -> None:
        """Take in what stands in a box, before anything is done with the state: the message of the last key may still
        be on its way."""

    def go_to_open(self) -> None:
        """Go to what is still open, where that is elsewhere than one is."""

    def settle(self) -> None:
        """Take in what stands on an open line, before this is finished."""

    def move(self, work: W) -> bool:
        """Make a move; returns whether it changed anything."""
        if self.read_only:
            self.post_message(Editor.TypedInVain())
            return False
        if not self.sitting.to(work):
            return False
        self.draw()
        self.post_message(StateChanged())
        return True

    def typed(self, work: W) -> None:
        """Follow what is being typed."""
        if not self.read_only and work != self.work:
            self.sitting.replace(work)
            self.post_message(StateChanged())

    def turn_to(self, work: W) -> None:
        """Put another part in front."""
        self.sitting.replace(work)
        self.draw()
        self.post_message(StateChanged())

    def ask(self, line: Line) -> None:
        """Let one line be asked for over the exercise; ``take`` makes the move that it is for."""
        if not self.read_only:
            self.post_message(LineWanted(line))

    def take(self, line: Line, written: str, *, goes_on: bool = True) -> None:
        """Make the move that a line is for.

        Args:
            line: the line.
            written: what was written on it.
            goes_on: whether the person goes on from there; otherwise they go back to where it was asked.
        """
        moved = self.move(line.moved(self.work, written))
        if moved or (line.move == "say" and written):
            self.show_line(line, goes_on=goes_on)
        elif line.move == "add" and written:
            self.notify("Dat staat er al.", timeout=3, markup=False)

    @property
    def fills(self) -> bool:
        """Whether the person is at something that is filled with words, and is no box."""
        return False

    def put_in_front(self, text: str) -> None:
        """Put a text in that."""

    @property
    def chooses(self) -> str:
        """The digits by which one chooses where the person is: ‘1–4’; empty where one does not."""
        return ""

    def show_line(self, line: Line, *, goes_on: bool) -> None:
        """Bring what was just written to the front, where that is another than before.

        Args:
            line: where it was written.
            goes_on: whether the person goes on from there.
        """

    def on_key(self, event: Key) -> None:
        """Let what is typed beside a box begin a text where one is asked for; elsewhere it is for the screen around."""
        if event.character is None or not event.is_printable:
            return
        self._typed_at = event.time
        if event.character in " 0123456789" or self.read_only:
            return
        before = self.typed_just_now(event.time)
        # A letter before it led here: nobody has read by then what is asked.
        begins = (not before or before.strip().isdecimal()) and self.begin_text(f"{before}{event.character}")
        if before and not begins:
            self.post_message(TypedBeside(f"{before}{event.character}"))
        if before or begins:
            event.stop()
            event.prevent_default()

    def moved_by_digit(self, digit: int, work: W) -> bool:
        """Make the move that a digit is for: it is taken back when that began a word. Returns whether it moved."""
        moved = self.move(work)
        self.tell_digit(digit, moved=moved)
        return moved

    def tell_digit(self, digit: int, *, moved: bool = False) -> None:
        """Tell which digit was typed, and whether it moved something."""
        self.post_message(ChosenByDigit(str(digit), self._typed_at, moved=moved))

    @property
    def in_vain(self) -> str:
        """What is said of what is typed where nothing is to be written, in Dutch."""
        return "Hier is eerst iets te kiezen of te leggen."

    def begin_text(self, typed: str) -> bool:
        """Begin to write with what was typed, where this exercise has something to write now; return whether it has."""
        return False


class FieldEditor(Editor):
    """A box in an exercise; its keys are those of the exercise around it."""

    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("escape", "leave", "klaar", tooltip="Bewaar wat er staat en ga naar de uitleg"),
    ]
