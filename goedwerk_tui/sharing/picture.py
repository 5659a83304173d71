"""Pictures of exercises: what is in them, several people's laid over each other, and what is to be seen in words."""

from collections.abc import Sequence

import msgspec

from goedwerk_tui.guidance.exercises.list import WEIGHTS, ItemList
from goedwerk_tui.guidance.exercises.persistence import work_of
from goedwerk_tui.guidance.exercises.scale import Scale
from goedwerk_tui.guidance.exercises.sort import Sort
from goedwerk_tui.guidance.exercises.work import Work
from goedwerk_tui.journal import Entry
from goedwerk_tui.sharing.document import Lane, Mark, Picture

FEWEST = 3
"""From how many people on pictures are laid over each other: below that everybody can tell whose is whose."""


def picture_of(entry: Entry) -> Picture | None:
    """Return the picture of an exercise's result; None for what has none."""
    return picture_of_work(work_of(entry))


def picture_of_work(work: Work | None) -> Picture | None:
    """Return the picture of an exercise as it stands; None for what has none."""
    match work:
        case Sort() as sort:
            lanes = (Lane(each.name, tuple(Mark(card.text) for card in each.cards)) for each in sort.picture())
            return Picture("columns", tuple(lanes), 1, whole=not sort.pile and not sort.collisions)
        case ItemList() as items if items.force_field():
            sides = items.force_field()
            lanes = (Lane(name, tuple(Mark(force.text, force.weight) for force in forces)) for name, forces in sides)
            shown = {each.id for each in items.attributes if each.id == items.sides or each.type == "weight"}
            placed = sum(len(forces) for _, forces in sides) == len(items.items)
            said = {name for each in items.items for name, value in each.values.items() if value}
            return Picture("forces", tuple(lanes), WEIGHTS[-1], whole=placed and said <= shown)
        case Scale() as scale:
            dots = (
                (group, [Mark(dot.text, dot.at, dot.low, dot.high) for dot in dots]) for group, dots in scale.picture()
            )
            explained = any(item.because for item in scale.items)
            lanes = tuple(Lane(group, tuple(marks)) for group, marks in dots)
            return Picture("scale", lanes, scale.points, whole=not explained)
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


def facing(picture: Picture) -> bool:
    """Return whether the picture is drawn as two sides that face each other."""
    return picture.kind == "forces" and len(picture.lanes) == 2


def poles_of(lane: Lane) -> tuple[str, str] | None:
    """Return the poles that all marks of a lane stand between; None where they differ or have none."""
    poles = {(mark.low, mark.high) for mark in lane.marks}
    return poles.pop() if len(poles) == 1 and any(next(iter(poles))) else None


def described(picture: Picture) -> str:
    """Return what is to be seen, for who hears a picture instead of seeing it."""
    opening = {
        "columns": f"Kaarten in {len(picture.lanes)} kolommen.",
        "counts": "Balken: hoe vaak elk genoemd is.",
        "forces": "Twee kanten tegenover elkaar, met balken." if facing(picture) else "Balken.",
        "scale": f"Stippen op lijnen van {picture.steps} plaatsen.",
    }[picture.kind]
    return " ".join((opening, *(_described_lane(picture, lane) for lane in picture.lanes)))


def _described_lane(picture: Picture, lane: Lane) -> str:
    marks = "; ".join(" ".join(_described_mark(picture, mark).split()) for mark in lane.marks) or "niets"
    return f"{lane.name}: {marks}." if lane.name else f"{marks}."


def _described_mark(picture: Picture, mark: Mark) -> str:
    text = mark.text.strip().rstrip(".")
    if picture.kind == "scale":
        poles = f" (1 is {mark.low}, {picture.steps} is {mark.high})" if mark.low and mark.high else ""
        was = f", eerst {mark.was}" if mark.was else ""
        return f"{text}: {mark.at}{was}{poles}"
    return f"{text}: {mark.at}" if mark.at else text
