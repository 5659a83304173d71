"""What came out of an exercise over time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from goedwerk_tui.base.clock import local
from goedwerk_tui.guidance.exercises.history import as_it_stood, as_told, written_down
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
    """Return the one result of an exercise that grows as it stood at the end of each day on which it changed.

    Args:
        results: the entries, newest first; the first is the one that grows.
        kind: what the exercise makes.
    """
    found: list[ResultVersion[W]] = []
    for result in results[:1]:
        since = written_down(result)
        for entry in reversed(as_it_stood(result)):
            work = as_told(entry, since)
            if isinstance(work, kind):
                found.append(ResultVersion(local(entry.changed).date(), work, entry.id))
    return tuple(found)
