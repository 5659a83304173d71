"""What was answered about the picture of an exercise, each time that it was asked."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from goedwerk_tui.base.clock import local, long_date
from goedwerk_tui.guidance.exercises.framed import Framed
from goedwerk_tui.guidance.exercises.history import answered_before
from goedwerk_tui.guidance.exercises.persistence import work_of
from goedwerk_tui.guidance.insight.picture import Picture, PictureGroup, PictureMark
from goedwerk_tui.journal import Entry


def with_answers(picture: Picture, results: Sequence[Entry]) -> Picture:
    """Return a picture with what was answered about it below it, the oldest first, where there is an earlier answer.

    Args:
        picture: the picture of an exercise.
        results: its results, newest first.
    """
    times = [each for result in results for each in (result, *answered_before(result))]
    answers: dict[str, dict[str, tuple[date, str]]] = {}
    for each in sorted(times, key=lambda each: each.changed):
        work = work_of(each)
        for question, text in work.answers_around().items() if isinstance(work, Framed) else ():
            answers.setdefault(question, {}).setdefault(text, (local(each.changed).date(), each.id))
    now = work_of(results[0]) if results else None
    stands = now.answers_around() if isinstance(now, Framed) else {}
    several = {question: said for question, said in answers.items() if said.keys() != {stands.get(question)}}
    groups = tuple(
        PictureGroup(
            question, "pair", tuple(PictureMark(text, about=(long_date(day),)) for text, (day, _) in said.items())
        )
        for question, said in several.items()
    )
    behind = (id for said in several.values() for _, id in said.values())
    return replace(
        picture, groups=(*picture.groups, *groups), entries=tuple(dict.fromkeys((*picture.entries, *behind)))
    )
