"""What came out of an exercise over time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar

from goedwerk_tui.base.clock import local
from goedwerk_tui.guidance.exercises.history import as_it_stood, as_told, written_down
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.guidance.exercises.state import ExerciseState
from goedwerk_tui.journal import Entry

W = TypeVar("W", bound=ExerciseState)


@dataclass(frozen=True)
class ResultVersion(Generic[W]):
    """An exercise as it stood on a day, in local time."""

    day: date
    work: W
    entry: str
    """The id of the entry that holds it."""


def measured(results: Sequence[Entry], kind: type[W]) -> tuple[ResultVersion[W], ...]:
    """Return each result of an exercise that can be done again, the oldest first.

    What is not understood is left out, or was made by another kind of exercise.

    Args:
        results: the entries, newest first.
        kind: what the exercise makes.
    """
    found = ((entry, as_told(entry)) for entry in reversed(results))
    return tuple(
        ResultVersion(local(entry.changed).date(), work, entry.id) for entry, work in found if isinstance(work, kind)
    )


def grown(results: Sequence[Entry], kind: type[W]) -> tuple[ResultVersion[W], ...]:
    """Return how a collection stood at the end of each day on which it was changed, oldest first.

    Args:
        results: the entries, newest first; the first is the one that grows.
        kind: what the exercise makes.
    """
    return of_kind(by_the_day(results[:1]), kind)


def by_the_day(results: Sequence[Entry]) -> tuple[ResultVersion[Work], ...]:
    """Return how each result stood at the end of each day on which it was changed, oldest first."""
    found: list[tuple[datetime, ResultVersion[Work]]] = []
    for result in results:
        since = written_down(result)
        for entry in as_it_stood(result):
            if work := as_told(entry, since):
                found.append((entry.changed, ResultVersion(local(entry.changed).date(), work, entry.id)))
    return tuple(version for _, version in sorted(found, key=lambda each: each[0]))


def of_kind(versions: Sequence[ResultVersion[Work]], kind: type[W]) -> tuple[ResultVersion[W], ...]:
    """Return the versions that an exercise of one kind made."""
    return tuple(ResultVersion(each.day, each.work, each.entry) for each in versions if isinstance(each.work, kind))
