"""Pictures of exercises: what is in them, several people's laid over each other, and where each line is drawn."""

from collections.abc import Iterator, Sequence

import msgspec

from goedwerk_tui.base.text import shorten
from goedwerk_tui.guidance.exercises.list import WEIGHTS, ItemList
from goedwerk_tui.guidance.exercises.persistence import work_of
from goedwerk_tui.guidance.exercises.scale import Scale
from goedwerk_tui.guidance.exercises.sort import Sort
from goedwerk_tui.journal import Entry
from goedwerk_tui.sharing.document import Lane, Mark, Picture

FEWEST = 3
"""From how many people on pictures are laid over each other: below that everybody can tell whose is whose."""


def picture_of(entry: Entry) -> Picture | None:
    """Return the picture of an exercise's result; None for what has none."""
    match work_of(entry):
        case Sort() as sort:
            lanes = (Lane(each.name, tuple(Mark(card.text) for card in each.cards)) for each in sort.picture())
            return Picture("columns", tuple(lanes), 1)
        case ItemList() as items if items.force_field():
            sides = items.force_field()
            lanes = (Lane(name, tuple(Mark(force.text, force.weight) for force in forces)) for name, forces in sides)
            return Picture("forces", tuple(lanes), WEIGHTS[-1])
        case Scale() as scale:
            dots = (
                (group, [Mark(dot.text, dot.at, dot.low, dot.high) for dot in dots]) for group, dots in scale.picture()
            )
            return Picture("scale", tuple(Lane(group, tuple(marks)) for group, marks in dots), scale.points)
        case _:
            return None


def laid_over(pictures: Sequence[Picture]) -> Picture | None:
    """Return several people's pictures of one exercise as one; None when they are too few or not of one kind.

    What lies in a column is counted, and the weights of a force that several people name are added up. Places on a
    scale stay what they are, one for each person.
    """
    if len(pictures) < FEWEST or len({picture.kind for picture in pictures}) != 1:
        return None
    kind = pictures[0].kind
    lanes: dict[str, list[Mark]] = {}
    for picture in pictures:
        for lane in picture.lanes:
            lanes.setdefault(lane.name, []).extend(lane.marks)
    if kind == "scale":
        ordered = {
            name: sorted(marks, key=lambda mark: (mark.text.casefold(), mark.at)) for name, marks in lanes.items()
        }
        return Picture(kind, _lanes(ordered), max(picture.steps for picture in pictures))
    added = {name: _added(marks, count=kind == "columns") for name, marks in lanes.items()}
    largest = max((mark.at for marks in added.values() for mark in marks), default=1)
    return Picture("counts" if kind == "columns" else kind, _lanes(added), max(largest, 1))


def _lanes(marks: dict[str, list[Mark]]) -> tuple[Lane, ...]:
    return tuple(Lane(name, tuple(each)) for name, each in marks.items())


def _added(marks: Sequence[Mark], *, count: bool) -> list[Mark]:
    found: dict[str, Mark] = {}
    for mark in marks:
        name = " ".join(mark.text.split()).casefold()
        before = found.get(name, msgspec.structs.replace(mark, at=0))
        found[name] = msgspec.structs.replace(before, at=before.at + (1 if count else mark.at))
    return sorted(found.values(), key=lambda mark: (-mark.at, mark.text.casefold()))


_WIDTH, _TEXT_WIDTH, _ROW, _HEAD = 640, 380, 26, 34
_LETTERS = 50


class Row(msgspec.Struct, frozen=True):
    """One line of a drawing, in the drawing's own units."""

    y: int
    text: str
    head: bool = False
    x: float = _TEXT_WIDTH
    length: float = 0
    """Of the bar; 0 for none."""
    dot: bool = False
    was: float = 0
    """Where the dot was before; 0 for nowhere else."""
    number: int = 0
    """To be written behind the bar; 0 for none."""


class Drawing(msgspec.Struct, frozen=True):
    """A picture as lines from top to bottom."""

    width: int
    height: int
    rows: tuple[Row, ...]
    track: tuple[int, int]
    """From where to where the lines lie on which dots are placed."""


def drawn(picture: Picture) -> Drawing:
    """Return where everything stands."""
    rows = tuple(_rows(picture))
    height = rows[-1].y + _ROW if rows else _ROW
    return Drawing(_WIDTH, height, rows, (_TEXT_WIDTH, _WIDTH - 40))


def _rows(picture: Picture) -> Iterator[Row]:
    y, room = 0, _WIDTH - 40 - _TEXT_WIDTH
    for lane in picture.lanes:
        if lane.name:
            y += _HEAD
            yield Row(y, shorten(lane.name, 80), head=True)
        for mark in lane.marks:
            y += _ROW
            part = mark.at / max(picture.steps, 1)
            if picture.kind == "scale":
                place, was = ((at - 1) / max(picture.steps - 1, 1) for at in (mark.at, mark.was))
                poles = f" ({mark.low} – {mark.high})" if mark.low and mark.high else ""
                yield Row(
                    y,
                    shorten(mark.text + poles, _LETTERS),
                    x=_TEXT_WIDTH + room * place,
                    dot=True,
                    was=_TEXT_WIDTH + room * was if mark.was else 0,
                )
            elif picture.kind == "columns":
                yield Row(y, shorten(mark.text, 80))
            else:
                yield Row(y, shorten(mark.text, _LETTERS), length=room * part, number=mark.at)
