"""Doing an exercise again: which ones are due, by the months that the programme says, and where they are done."""

from dataclasses import dataclass
from datetime import date

from goedwerk_tui.base.clock import local, short_date
from goedwerk_tui.base.text import whole_number
from goedwerk_tui.guidance.exercises.persistence import ITEM
from goedwerk_tui.guidance.progress import core_progress
from goedwerk_tui.guidance.reminders.on_this_day import months_before
from goedwerk_tui.journal import Entry, Journal, Kind, Status, StepProgress
from goedwerk_tui.programme import ContentError, Pack
from goedwerk_tui.programme.exercises import Exercise


@dataclass(frozen=True)
class DueAgain:
    """An exercise that can be done again."""

    step: Exercise
    result: Entry
    """The newest result."""
    months: int
    """The mark that was passed, in months after the newest result."""
    since: date
    """The day of that mark, in local time."""

    @property
    def done(self) -> date:
        """The day of the newest result, in local time."""
        return local(self.result.created).date()

    @property
    def next_mark(self) -> date | None:
        """The day on which it is offered again when it is not done before; None when it is not."""
        months = next((each for each in self.step.repeat_after if each > self.months), None)
        return _months_after(self.done, months) if months else None

    @property
    def about(self) -> str:
        """What Thuis says of it."""
        return f"‘{self.step.title}’ kan nog een keer, na die van {short_date(self.done)}"


def due_again(journal: Journal, pack: Pack, today: date) -> tuple[DueAgain, ...]:
    """Return the exercises that can be done again, the longest due first.

    Only exercises with a result of a month ago or more are read from the pack.

    Args:
        journal: the results, and for which marks the person said ‘not now’.
        pack: the programme.
        today: the day, in local time.
    """
    newest: dict[str, Entry] = {}
    for each in journal.newest_first(kinds={Kind.EXERCISE}):
        if each.origin and each.origin.item == ITEM:
            newest.setdefault(each.origin.step, each)
    found = (_due(journal, pack, step_id, result, today) for step_id, result in newest.items())
    return tuple(sorted((each for each in found if each), key=lambda each: (each.since, each.step.id)))


def not_now(journal: Journal, due: DueAgain) -> None:
    """Offer an exercise no more until the next mark.

    Raises:
        SaveFailed: it could not be written.
    """
    months = max(due.months, _declined(journal, due.step.id, due.result))
    stop = f"{due.result.id}/{months}"
    journal.set_progress(_key(due.step.id), StepProgress(Status.DONE, stop, journal.now()))


def step_to_open(journal: Journal, pack: Pack, due: DueAgain) -> str:
    """Return the step where an exercise is done again: the programme's own place for that, once its session was begun.

    Before that the exercise itself, so that nobody is sent ahead. It may read many steps: call it from a thread.
    """
    for session in pack.programme.sessions:
        if core_progress(session, journal.progress).started:
            for step_id in session.steps:
                step = _exercise(pack, step_id)
                if step and step.again == due.step.id:
                    return step_id
    return due.step.id


def _due(journal: Journal, pack: Pack, step_id: str, result: Entry, today: date) -> DueAgain | None:
    done = local(result.created).date()
    if today < _months_after(done, 1):
        return None
    step = _exercise(pack, step_id)
    passed = [months for months in step.repeat_after if _months_after(done, months) <= today] if step else []
    if step is None or not passed or passed[-1] <= _declined(journal, step_id, result):
        return None
    return DueAgain(step, result, passed[-1], _months_after(done, passed[-1]))


def _declined(journal: Journal, step_id: str, result: Entry) -> int:
    """Return the last mark, in months, at which the person said ‘not now’ about this result; 0 for none."""
    kept = journal.progress.get(_key(step_id))
    result_id, _, months = kept.stop.rpartition("/") if kept else ("", "", "")
    return (whole_number(months) or 0) if result_id == result.id else 0


def _exercise(pack: Pack, step_id: str) -> Exercise | None:
    """Return a step that is an exercise. One that can't be read is none here; opening it says what is wrong with it."""
    try:
        step = pack.step(step_id) if pack.knows(step_id) else None
    except ContentError:
        return None
    return step if isinstance(step, Exercise) else None


def _months_after(day: date, months: int) -> date:
    return months_before(day, -months)


def _key(step_id: str) -> str:
    return f"nog-een-keer/{step_id}"
