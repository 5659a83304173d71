"""Which pictures there are: one for each exercise that can be drawn, and those of the journal as a whole."""

from collections.abc import Iterator, Sequence
from datetime import date

from goedwerk_tui.guidance.exercise_kinds.table import descriptor_of
from goedwerk_tui.guidance.exercises.history import still_standing
from goedwerk_tui.guidance.exercises.persistence import results_among
from goedwerk_tui.guidance.insight.answers_beside import with_answers
from goedwerk_tui.guidance.insight.picture import Picture, TooLittle
from goedwerk_tui.guidance.insight.terms import words_by_session
from goedwerk_tui.guidance.insight.then_and_now import then_and_now
from goedwerk_tui.guidance.insight.writing_rhythm import written_weeks
from goedwerk_tui.guidance.progress import steps_of
from goedwerk_tui.journal import Entry
from goedwerk_tui.programme import ContentError, Pack
from goedwerk_tui.programme.exercises import Exercise
from goedwerk_tui.programme.model import Closing, Step


def pictures(
    entries: Sequence[Entry], pack: Pack, today: date, *, earlier: bool = True
) -> tuple[Picture | TooLittle, ...]:
    """Return every picture of what was written, in the order of the programme. Slow in a large journal.

    Args:
        entries: what to draw from, newest first: all that is live, or what may leave.
        pack: the programme; what it has no exercise for has no picture.
        today: the day, in local time.
        earlier: whether words that an entry had before may be seen in them, beside those that it has now.
    """
    steps = tuple(_steps(pack))
    exercises = (step for step in steps if isinstance(step, Exercise) and step.again is None)
    drawn = (picture for step in exercises if (picture := _of_exercise(step, entries, earlier)))
    closings = [step for step in steps if isinstance(step, Closing)]
    return (
        *drawn,
        written_weeks(entries, today),
        words_by_session(entries),
        then_and_now(entries, pack, closings, earlier=earlier),
    )


def _steps(pack: Pack) -> Iterator[Step]:
    for session in pack.programme.sessions:
        for step_id in steps_of(session):
            try:
                yield pack.step(step_id)
            except ContentError:  # a step that can't be read has no picture; opening it says what is wrong
                continue


def _of_exercise(step: Exercise, entries: Sequence[Entry], earlier: bool) -> Picture | TooLittle | None:
    results = results_among(entries, step.id)
    if not earlier:
        results = [still_standing(each) for each in results]
    drawn = descriptor_of(step.exercise).over_time(step.parts, step, results, entries)
    return with_answers(drawn, results, earlier=earlier) if isinstance(drawn, Picture) else drawn
