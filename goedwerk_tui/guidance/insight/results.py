"""What one result of an exercise looks like, beside an earlier one."""

from itertools import groupby
from typing import assert_never

from goedwerk_tui.guidance.exercises.compose import Composition
from goedwerk_tui.guidance.exercises.form import Form
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.guidance.exercises.list import ItemList
from goedwerk_tui.guidance.exercises.scale import Scale, name_of
from goedwerk_tui.guidance.exercises.sort import Sort
from goedwerk_tui.guidance.insight import item_lists, sorts
from goedwerk_tui.guidance.insight.picture import PictureGroup, PictureMark


def picture_of(work: Work, before: Work | None) -> tuple[PictureGroup, ...]:
    """Return the groups of the picture; none for what is read rather than looked at.

    Args:
        work: the result.
        before: the one to lay beside it; one of another kind is left out.
    """
    match work:
        case Sort():
            return _sort(work, before if isinstance(before, Sort) else None)
        case Scale():
            return _scale(work, before if isinstance(before, Scale) else None)
        case ItemList():
            return item_lists.beside(work, before if isinstance(before, ItemList) else None)
        case Form() | Composition():
            return ()
        case _:
            assert_never(work)


def _sort(work: Sort, before: Sort | None) -> tuple[PictureGroup, ...]:
    ring = work.shape == "rings"
    ranked = ring or any(column.quota for column in work.columns)
    pairs = [
        PictureMark(f"{work.card(one).text} {work.colliding} {work.card(other).text}") for one, other in work.collisions
    ]
    return (
        *sorts.columns(work, before, "ring" if ring else "column", ranked=ranked),
        *((PictureGroup("Botst", "line", tuple(pairs)),) if pairs else ()),
        *(
            (PictureGroup("Niet gelegd", "line", tuple(PictureMark(card.text) for card in work.pile)),)
            if work.pile
            else ()
        ),
        *(sorts.gone(work, before) if before else ()),
    )


def _scale(work: Scale, before: Scale | None) -> tuple[PictureGroup, ...]:
    placed = [item for item in work.items if item.at]
    old = {name_of(item): item for item in before.items} if before and before.points == work.points else {}
    groups = groupby(placed, key=lambda item: (item.group, item.low, item.high))
    found: list[PictureGroup] = []
    for (group, low, high), items in groups:
        marks: list[PictureMark] = []
        for item in items:
            was = old[name_of(item)].at if name_of(item) in old else 0
            because = f"{work.because} {item.because}" if item.because else ""
            about = tuple(each for each in (item.about, because) if each)
            marks.append(PictureMark(item.text, (was, item.at) if old else (item.at,), about=about))
        found.append(PictureGroup(group or f"{low} – {high}", "track", tuple(marks), (low, high), work.points))
    now = {name_of(item) for item in placed}
    gone = tuple(PictureMark(item.text) for name, item in old.items() if item.at and name not in now)
    return (*found, *((PictureGroup("Er niet meer bij", "line", gone),) if gone else ()))
