"""What was answered about the picture of an exercise, each time that it was asked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from goedwerk_tui.base.clock import local, long_date
from goedwerk_tui.guidance.exercises.framed import Framed
from goedwerk_tui.guidance.exercises.history import as_it_stood
from goedwerk_tui.guidance.exercises.persistence import work_of
from goedwerk_tui.guidance.insight.picture import Picture, PictureGroup, PictureMark
from goedwerk_tui.journal import Entry


@dataclass(frozen=True)
class _Answer:
    """An answer, with the day on which it was given first since there was another, and the entry that holds it."""

    text: str
    day: date
    entry: str


def with_answers(picture: Picture, results: Sequence[Entry], *, earlier: bool = True) -> Picture:
    """Return a picture with what was answered about it below it, the oldest first, where there is an earlier answer.

    Args:
        picture: the picture of an exercise.
        results: its results, newest first.
        earlier: whether what a result said on an earlier day may be seen; otherwise only what each says now.
    """
    times = [each for result in results for each in (as_it_stood(result) if earlier else (result,))]
    answers: dict[str, list[_Answer]] = {}
    for each in sorted(times, key=lambda each: each.changed):
        work = work_of(each)
        for question, text in work.answers_around().items() if isinstance(work, Framed) else ():
            said = answers.setdefault(question, [])
            if not said or said[-1].text != text:
                said.append(_Answer(text, local(each.changed).date(), each.id))
    now = work_of(results[0]) if results else None
    stands = now.answers_around() if isinstance(now, Framed) else {}
    several = {
        question: said for question, said in answers.items() if {each.text for each in said} != {stands.get(question)}
    }
    groups = tuple(
        PictureGroup(question, "pair", tuple(PictureMark(each.text, about=(long_date(each.day),)) for each in said))
        for question, said in several.items()
    )
    behind = (each.entry for said in several.values() for each in said)
    return replace(
        picture, groups=(*picture.groups, *groups), entries=tuple(dict.fromkeys((*picture.entries, *behind)))
    )
