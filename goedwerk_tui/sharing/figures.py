"""Pictures of exercises: what is in them, several people's laid over each other, and what is to be seen in words."""

from collections.abc import Sequence
from typing import assert_never

import msgspec

from goedwerk_tui.guidance.exercises.compose import Composition
from goedwerk_tui.guidance.exercises.form import Form
from goedwerk_tui.guidance.exercises.history import as_told, text_of
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.guidance.exercises.list import WEIGHTS, ItemList
from goedwerk_tui.guidance.exercises.scale import Scale
from goedwerk_tui.guidance.exercises.sort import Sort
from goedwerk_tui.journal import Entry
from goedwerk_tui.sharing.document import Figure, FigureMark, Lane, Piece, paragraphs

FEWEST = 3
"""From how many people on pictures are laid over each other: below that everybody can tell whose is whose."""


def picture_of(entry: Entry) -> Figure | None:
    """Return the picture of an exercise's result; None for what has none."""
    work = as_told(entry)
    picture = picture_of_work(work)
    # Beside the table of a form its other fields stand already, as what parts them is its sections and not its columns.
    return picture if picture is None or isinstance(work, Form) else _with_the_rest(picture, text_of(entry))


def _with_the_rest(picture: Figure, text: str) -> Figure:
    """Return a picture with each paragraph beside it that is no lane of it, so that nothing written is left out."""
    names = {name for lane in picture.lanes for name in (lane.name, f"{lane.name}: niets")}
    beside = picture.beside or ""
    for each in paragraphs(text):
        first = each.split("\n")[0].strip()
        if not first.startswith("- ") and first not in names and each not in beside:
            beside = f"{beside}\n\n{each}".strip("\n")
    return msgspec.structs.replace(picture, beside=beside)


def words_beside(piece: Piece) -> str:
    """Return what a form that draws has to say beside the picture of a piece; all of its text where there is none."""
    beside = piece.picture and piece.picture.beside
    return piece.text if beside is None else beside


def picture_of_work(work: Work | None) -> Figure | None:
    """Return the picture of an exercise as it stands; None for what has none."""
    match work:
        case Sort() as sort:
            lanes = (Lane(each.name, tuple(FigureMark(card.text) for card in each.cards)) for each in sort.picture())
            return Figure("columns", tuple(lanes), 1, sort.beside_picture())
        case ItemList() as items:
            return _of_list(items)
        case Scale() as scale:
            because = {item.text: f"{scale.because} {item.because}" for item in scale.items if item.because}
            dots = (
                (
                    group,
                    [FigureMark(dot.text, dot.at, dot.low, dot.high, about=because.get(dot.text, "")) for dot in dots],
                )
                for group, dots in scale.picture()
            )
            lanes = tuple(Lane(group, tuple(marks)) for group, marks in dots)
            return Figure("scale", lanes, scale.points, scale.beside_picture())
        case Form() as form:
            return _table_in(form)
        case Composition() | None:
            return None
        case _:
            assert_never(work)


def _of_list(items: ItemList) -> Figure | None:
    if items.sides:
        return _force_field(items)
    if items.calibration():
        return _calibration(items)
    return _table(items) if items.attributes else None


def _force_field(items: ItemList) -> Figure:
    """Return the two sides, each force with what else was said of it."""
    side = next(each for each in items.attributes if each.id == items.sides)
    weight = next((each.id for each in items.attributes if each.type == "weight"), "")
    others = [each for each in items.attributes if each is not side and each.id != weight]
    marks: dict[str, list[FigureMark]] = {option: [] for option, _ in side.options}
    left: list[str] = []
    for item in items.items:
        said = [(each, item.values[each.id]) for each in others if item.values.get(each.id)]
        about = "; ".join(each.shown(value) if each.type == "choice" else each.said(value) for each, value in said)
        mark = FigureMark(item.text, int(item.values.get(weight) or 0), about=about)
        here = marks.get(item.values.get(side.id, ""))
        if here is None:
            left.append(f"- {item.text}" + (f" – {about}" if about else ""))
        else:
            here.append(mark)
    lanes = (Lane(name, tuple(sorted(marks[option], key=lambda mark: -mark.at))) for option, name in side.options)
    return Figure("forces", tuple(lanes), WEIGHTS[-1], "\n".join(left))


def _calibration(items: ItemList) -> Figure:
    """Return for each chance what was said and what came true, with the predictions beside it."""
    marks: list[FigureMark] = []
    for each in items.calibration():
        came = f"{each.chance}, uitgekomen: {each.came_true} van {each.decided}"
        marks.append(FigureMark(f"{each.chance}, gezegd", 1 + round(each.percent / 10), "nooit", "altijd"))
        marks.append(FigureMark(came, 1 + round(10 * each.came_true / each.decided), "nooit", "altijd"))
    return Figure("scale", (Lane("Wat je zei, en wat uitkwam", tuple(marks)),), 11, items.text())


def _table(items: ItemList) -> Figure:
    """Return a column for what the items are and one for each thing that is said of them."""
    columns = [(items.asks, [item.text for item in items.items])]
    columns += [
        (each.short or each.label, [each.shown(item.values.get(each.id, "")) for item in items.items])
        for each in items.attributes
    ]
    return Figure("table", tuple(Lane(name, tuple(map(FigureMark, texts))) for name, texts in columns), 1, "")


def _table_in(form: Form) -> Figure | None:
    """Return the table of a form with its other fields beside it; None for a form without one, or with several."""
    tables = [box for box in form.boxes if box.type == "table" and box.rows]
    if len(tables) != 1:
        return None
    (box,) = tables
    lanes = (
        Lane(name, tuple(FigureMark(row[number] if number < len(row) else "") for row in box.rows))
        for number, name in enumerate(box.columns)
    )
    return Figure("table", tuple(lanes), 1, form.fill(box.id, "").text())


def laid_over(pictures: Sequence[Figure]) -> Figure | None:
    """Return several people's pictures of one exercise as one; None when they are too few or not of one kind.

    What lies in a column is counted, the weights of a force that several people name are added up, and on a scale it
    is counted how many stand at each place.
    """
    kind = pictures[0].kind if len({picture.kind for picture in pictures}) == 1 else "table"
    if len(pictures) < FEWEST or kind == "table":
        return None
    lanes: dict[str, list[FigureMark]] = {}
    for picture in pictures:
        for lane in picture.lanes:
            # What somebody says of a mark is that person's own, and no part of what all have in common.
            lanes.setdefault(lane.name, []).extend(msgspec.structs.replace(mark, about="") for mark in lane.marks)
    if kind == "scale":
        steps = max(picture.steps for picture in pictures)
        return Figure(kind, _lanes({name: _standing(marks, steps) for name, marks in lanes.items()}), steps, "")
    added = {name: _added(marks, count=kind == "columns") for name, marks in lanes.items()}
    largest = max((mark.at for marks in added.values() for mark in marks), default=1)
    return Figure("counts" if kind == "columns" else kind, _lanes(added), max(largest, 1), "")


def _lanes(marks: dict[str, list[FigureMark]]) -> tuple[Lane, ...]:
    return tuple(Lane(name, tuple(each)) for name, each in marks.items())


def _standing(marks: Sequence[FigureMark], steps: int) -> list[FigureMark]:
    """Return one mark for all that say the same, with how many stand at each place; in the order of the first."""
    found: dict[tuple[str, str, str], list[int]] = {}
    for mark in marks:
        found.setdefault((mark.text, mark.low, mark.high), []).append(mark.at)
    return [
        FigureMark(text, low=low, high=high, people=tuple(places.count(place) for place in range(1, steps + 1)))
        for (text, low, high), places in found.items()
    ]


def standing_in_words(mark: FigureMark) -> str:
    """Return where people stand on a scale: ‘2 op 1, 1 op 4’, ‘allen 5’; where a mark of one person does: ‘4’."""
    placed = [(place, number) for place, number in enumerate(mark.people, 1) if number]
    if len(placed) == 1:
        return f"allen {placed[0][0]}"
    return ", ".join(f"{number} op {place}" for place, number in placed) or str(mark.at or "")


def _added(marks: Sequence[FigureMark], *, count: bool) -> list[FigureMark]:
    found: dict[str, FigureMark] = {}
    for mark in marks:
        name = " ".join(mark.text.split()).casefold()
        before = found.get(name, msgspec.structs.replace(mark, at=0))
        found[name] = msgspec.structs.replace(before, at=before.at + (1 if count else mark.at))
    return sorted(found.values(), key=lambda mark: (-mark.at, mark.text.casefold()))


def facing(picture: Figure) -> bool:
    """Return whether the picture is drawn as two sides that face each other."""
    return picture.kind == "forces" and len(picture.lanes) == 2


def poles_of(lane: Lane) -> tuple[str, str] | None:
    """Return the poles that all marks of a lane stand between; None where they differ or have none."""
    poles = {(mark.low, mark.high) for mark in lane.marks}
    return poles.pop() if len(poles) == 1 and any(next(iter(poles))) else None


def described(picture: Figure) -> str:
    """Return what is to be seen, for who hears a picture instead of seeing it."""
    opening = {
        "columns": f"Kaarten in {len(picture.lanes)} kolommen.",
        "counts": "Balken: hoe vaak elk genoemd is.",
        "forces": "Twee kanten tegenover elkaar, met balken." if facing(picture) else "Balken.",
        "scale": f"Stippen op lijnen van {picture.steps} plaatsen.",
        "table": f"Een tabel van {len(picture.lanes)} kolommen.",
    }[picture.kind]
    return " ".join((opening, *(_described_lane(picture, lane) for lane in picture.lanes)))


def _described_lane(picture: Figure, lane: Lane) -> str:
    marks = "; ".join(" ".join(_described_mark(picture, mark).split()) for mark in lane.marks) or "niets"
    return f"{lane.name}: {marks}." if lane.name else f"{marks}."


def _described_mark(picture: Figure, mark: FigureMark) -> str:
    text = mark.text.strip().rstrip(".") + (f" ({mark.about})" if mark.about else "")
    if picture.kind == "scale":
        poles = f" (1 is {mark.low}, {picture.steps} is {mark.high})" if mark.low and mark.high else ""
        was = f", eerst {mark.was}" if mark.was else ""
        return f"{text}: {standing_in_words(mark)}{was}{poles}"
    return f"{text}: {mark.at}" if mark.at else text
