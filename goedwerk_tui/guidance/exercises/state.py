"""What all exercises share: a state that knows its words, and a sitting that can go back a move."""

from datetime import date
from typing import Any, ClassVar, Literal, Protocol, Self

from msgspec import Struct

from goedwerk_tui.programme.exercises import ExerciseKind, Makes

LOOK_BACK = "look_back"
"""The name in an intention’s data of the day on which to ask back, in ISO 8601."""
SIGNAL = "signal"
"""The name in an intention’s data that is there when it is to say something to somebody, who may answer."""

ENDED = "ended"
"""The name in an intention’s data of the day on which it was ended, in ISO 8601; empty for one taken up again."""
FORECAST = "forecast"
"""The name in an intention’s data that is there when it is to see whether a prediction came true."""


class Made(Struct, frozen=True, kw_only=True):
    """Something that a result makes beside itself: an intention, a condition, a term, a strategy, a vision."""

    key: str
    """Names it within the exercise."""
    makes: Makes
    text: str
    words: str
    """What it answers, as it was shown."""
    data: dict[str, str] = {}
    entry: str = ""
    """The id of the standing entry that it is, if there is one already."""
    once: bool = False
    """Whether a sitting on a later day makes another, also of an exercise that grows."""
    changes_only: bool = False
    """Whether it changes what an earlier sitting made, and makes nothing new."""


class ExerciseState(Protocol):
    """An exercise as it stands."""

    EXERCISE: ClassVar[ExerciseKind]

    @property
    def begun(self) -> bool:
        """Whether anything was done."""
        ...

    @property
    def open(self) -> str:
        """What is still open, in Dutch; empty when nothing is. Nothing has to be closed to finish."""
        ...

    def asks_back(self, today: date) -> str:
        """Return what should be asked before this counts as done, in Dutch; empty for nothing."""
        ...

    def text(self) -> str:
        """Return the exercise as plain text."""
        ...

    def in_brief(self) -> str:
        """Return what came of it on one line, as one would tell it; it may be too long for where it is shown."""
        ...

    def made(self) -> tuple[Made, ...]:
        """Return what it makes beside itself."""
        ...

    def own_words(self) -> tuple[str, ...]:
        """Return what a person wrote in it, without the words of the programme."""
        ...

    def answers(self) -> dict[str, str]:
        """Return what was written in it, by what was asked; empty for what is laid rather than written."""
        ...

    def keeping_line(self, now: Self) -> Self:
        """Return this state, gone back to, with what stands on an open line now."""
        ...


class Line(Struct, frozen=True, kw_only=True):
    """A line that is asked for beside an exercise, and the move that it is for."""

    move: Literal["add", "rename", "say", "explain"]
    """The move of the exercise that takes it, as its last argument."""
    asks: str
    to: tuple[str, ...] = ()
    """What the move is about: an item, and what is said of it."""
    text: str = ""
    """What stands there already."""
    hint: str = ""
    typed: str = ""
    """What was typed already of what comes behind that."""
    day: bool = False
    """Whether it names a day."""

    def moved(self, work: ExerciseState, written: str) -> Any:
        """Return the exercise with this written on the line.

        Raises:
            LookupError: what the line is about is no longer there.
        """
        try:
            return getattr(work, self.move)(*self.to, written)
        except (AttributeError, StopIteration) as error:
            raise LookupError(self.move) from error


class Sitting:
    """An exercise being done: the state in front, and those before it."""

    def __init__(self, work: ExerciseState) -> None:
        """Begin with a state."""
        self.work = work
        self._before: list[ExerciseState] = []

    def to(self, work: ExerciseState) -> bool:
        """Go to the state that a move led to; returns whether it differs."""
        if work == self.work:
            return False
        self._before.append(self.work)
        self.work = work
        return True

    def write_on(self, work: ExerciseState) -> None:
        """Go to a state that has other words on its open line; going back leaves them."""
        self.work = work

    def replace(self, work: ExerciseState) -> None:
        """Go to a state that is no move of its own, such as a longer text in the same box.

        Moves before it can no longer be undone: that would take what was typed since with it.
        """
        self.work = work
        self._before.clear()

    def undo(self) -> bool:
        """Go back a move; returns whether there was one."""
        if not self._before:
            return False
        self.work = self._before.pop().keeping_line(self.work)
        return True


def joined(*paragraphs: str) -> str:
    """Return paragraphs with an empty line between them, without the empty ones."""
    return "\n\n".join(each.strip("\n") for each in paragraphs if each.strip())
