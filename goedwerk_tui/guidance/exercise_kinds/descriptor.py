"""What every kind of exercise must say of itself."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.guidance.insight.picture import Picture, PictureGroup, TooLittle
from goedwerk_tui.journal import Entry, Journal
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.exercises import Exercise, Parts

P = TypeVar("P", bound=Parts)
W = TypeVar("W", bound=Work)


@dataclass(frozen=True)
class Setting:
    """Where an exercise is done: what its words and what one has already are taken from."""

    step: Exercise
    pack: Pack
    journal: Journal

    @property
    def grows(self) -> bool:
        """Whether there is one result that grows."""
        return self.step.result == "collection"


class KindDescriptor(ABC, Generic[P, W]):
    """One kind of exercise: how it begins, is resumed, and is drawn."""

    @abstractmethod
    def begin(self, parts: P, setting: Setting, last: Work | None, result: Entry | None) -> W:
        """Return the exercise as it begins.

        Args:
            parts: what its author says of it.
            setting: where it is done.
            last: the newest result, if it is understood. What grows begins with it.
            result: the entry of that.
        """

    @abstractmethod
    def resume(self, parts: P, setting: Setting, work: W, since: datetime) -> W:
        """Return work that was laid aside, with what was written elsewhere since.

        Args:
            parts: what its author says of it now.
            setting: where it is done.
            work: the exercise as it was left.
            since: when that was.
        """

    @abstractmethod
    def picture(self, work: W, before: W | None) -> tuple[PictureGroup, ...]:
        """Return a result to look at, beside an earlier one; empty for what is read rather than looked at."""

    @abstractmethod
    def over_time(
        self, parts: P, step: Exercise, results: Sequence[Entry], entries: Sequence[Entry]
    ) -> Picture | TooLittle | None:
        """Return all results to look at; None for what is never drawn.

        Args:
            parts: what its author says of it.
            step: the exercise.
            results: its results, newest first.
            entries: all that may be drawn from, newest first.
        """
