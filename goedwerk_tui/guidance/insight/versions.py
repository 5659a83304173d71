"""What came out of an exercise over time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

import msgspec

from goedwerk_tui.base.clock import local
from goedwerk_tui.guidance.exercises.persistence import work_of
from goedwerk_tui.guidance.exercises.state import ExerciseState
from goedwerk_tui.journal import Entry, State

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
    found = ((entry, work_of(entry)) for entry in reversed(results))
    return tuple(
        ResultVersion(local(entry.changed).date(), work, entry.id) for entry, work in found if isinstance(work, kind)
    )


def grown(results: Sequence[Entry], kind: type[W]) -> tuple[ResultVersion[W], ...]:
    """Return the one result of an exercise that grows as it stood at the end of each day on which it changed.

    Args:
        results: the entries, newest first; the first is the one that grows.
        kind: what the exercise makes.
    """
    by_day: dict[date, ResultVersion[W]] = {}
    for entry in results[:1]:
        for revision in entry.revisions:
            work = work_of(msgspec.structs.replace(entry, revisions=(revision,)))
            if revision.state is State.LIVE and isinstance(work, kind):
                day = local(revision.at).date()
                by_day[day] = ResultVersion(day, work, entry.id)
    return tuple(by_day.values())
