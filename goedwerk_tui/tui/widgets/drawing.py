"""Pictures drawn in plain characters. What a sign means stands above the picture; colour has no meaning."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, zip_longest

from rich.cells import cell_len
from textual.content import Content

from goedwerk_tui.guidance.exercises.list import WEIGHTS
from goedwerk_tui.guidance.insight import GroupForm, Picture, PictureGroup, PictureMark
from goedwerk_tui.tui.widgets.drawn_lines import Line, before, beside, hung, padded, wrapped

_FACING, _COLUMN, _TEXT = 56, 20, 36
"""The least columns for two facing sides, for one of several columns, and for a text beside another."""
# The words behind a picture leave nothing out; a drawing does, where there would be too much to look at.
_MOST_MARKS, _MOST_SAID, _MOST_LETTERS, _MOST_OF_A_PAIR = 40, 20, 240, 800
"""Of a group, of what is said of a mark, of a text, and of a text beside another."""
_HEIGHTS = "·▁▂▃▄▅▆▇"
_LEGENDS: dict[GroupForm, str] = {
    "track": "○ eerst  ◦ ertussen  ● nu    → en ← waarheen het schoof  ⇄ heen en terug",
    "force": "hoe meer blokken, hoe zwaarder het weegt",
    "bar": "hoe meer blokken, hoe zwaarder het weegt",
    "column": "▲ steeg  ▼ daalde",
    "ring": "▲ kwam dichterbij  ▼ ging verder weg",
    "week": "elk teken is een week: hoe hoger, hoe meer dagen; · is een week zonder",
}


def drawn(picture: Picture, width: int) -> Content:
    """Return a picture in so many columns: what the signs mean, and each group under its name."""
    return Content("\n\n").join([Content.styled(picture.source, "$muted"), drawn_groups(picture.groups, width)])


def drawn_groups(groups: Sequence[PictureGroup], width: int) -> Content:
    """Return the groups of a picture in so many columns, below what the signs mean: they may fill many screens."""
    parts = [
        Content.styled("\n".join(line for line, _ in wrapped(_LEGENDS[form], width)), "$muted")
        for form in _legends(groups)
    ]
    for form, alike in groupby(map(_fitting, groups), key=_form):
        parts += _DRAWERS[form](tuple(alike), width)
    return Content("\n\n").join(parts)


def _form(group: PictureGroup) -> GroupForm:
    return group.form


def _fitting(group: PictureGroup) -> PictureGroup:
    """Return a group that can be looked at: not more marks and no longer texts than that."""
    letters = _MOST_OF_A_PAIR if group.form == "pair" else _MOST_LETTERS
    marks = [
        replace(
            mark,
            text=_cut(mark.text, letters),
            about=tuple(_cut(each, letters) for each in mark.about[:_MOST_SAID]),
        )
        for mark in group.marks[:_MOST_MARKS]
    ]
    more = len(group.marks) - len(marks)
    return replace(
        group, marks=(*marks, PictureMark(f"en nog {more}, te lezen bij de woorden")) if more else tuple(marks)
    )


def _cut(text: str, letters: int) -> str:
    return f"{text[:letters]}…" if len(text) > letters else text


def _legends(groups: Sequence[PictureGroup]) -> Iterator[GroupForm]:
    for form in dict.fromkeys(group.form for group in groups):
        marks = [mark for group in groups if group.form == form for mark in group.marks]
        shown = {
            "track": any(mark.moved for mark in marks),
            "force": any(mark.weight for mark in marks),
            "bar": any(mark.weight for mark in marks),
            "column": any(mark.rose for mark in marks),
            "ring": any(mark.rose for mark in marks),
        }
        if form in _LEGENDS and shown.get(form, True):
            yield form


def _named(group: PictureGroup, lines: Sequence[Content], width: int, about: str = "") -> Content:
    """Return lines under the group's name, and under what is told of it beside the name where there is room."""
    heading = [Content.styled(line, "bold") for line, _ in wrapped(group.name, width)]
    if about and cell_len(group.name) + 3 + cell_len(about) <= width:
        heading = [Content.assemble((group.name, "bold"), (f"   {about}", "$muted"))]
    elif about:
        heading += [Content.styled(line, "$muted") for line, _ in wrapped(about, width)]
    nothing = [Content.styled("    niets", "$muted")]
    return Content("\n").join([*heading, *(lines or nothing)])


def _listed(sign: Callable[[PictureMark], str]) -> Callable[[Sequence[PictureGroup], int], list[Content]]:
    """Return how to draw groups as lists, each mark with its sign."""

    def draw(groups: Sequence[PictureGroup], width: int) -> list[Content]:
        return [
            _named(
                group,
                [line for mark in group.marks for line in hung(sign(mark), mark.text, mark.said, width)],
                width,
            )
            for group in groups
        ]

    return draw


def _tracks(groups: Sequence[PictureGroup], width: int) -> list[Content]:
    parts: list[Content] = []
    for group in groups:
        low, high = group.poles
        about = "" if group.name == f"{low} – {high}" else f"links {low}, rechts {high}"
        lines = [
            line
            for mark in group.marks
            for line in hung(f"{_track(mark, group.steps)}  {_arrow(mark)}", mark.text, mark.said, width)
        ]
        parts.append(_named(group, lines, width, about))
    return parts


def _track(mark: PictureMark, steps: int) -> str:
    """Return the places as ‘· ○━◦━● ·’: where it was first, in between and now."""
    stood = [place for place in mark.places if place]
    cells = list(" ".join("·" * steps))
    if stood:
        for at in range(2 * min(stood) - 1, 2 * max(stood) - 2):
            cells[at] = "━"
        for place in stood:
            cells[2 * (place - 1)] = "◦"
        cells[2 * (stood[0] - 1)] = "○"
    if mark.places[-1:] > (0,):
        cells[2 * (mark.places[-1] - 1)] = "●"
    return "".join(cells)


def _arrow(mark: PictureMark) -> str:
    stood = [place for place in mark.places if place]
    if not mark.moved:
        return " "
    return "→" if stood[-1] > stood[0] else "←" if stood[-1] < stood[0] else "⇄"


def _bar(mark: PictureMark) -> str:
    return padded("█" * mark.weight or "·", WEIGHTS[-1])


def _moved(mark: PictureMark) -> str:
    return "▲" if mark.rose > 0 else "▼" if mark.rose < 0 else "+" if mark.change == "new" else "·"


def _forces(groups: Sequence[PictureGroup], width: int) -> list[Content]:
    """Return two sides facing each other, as in a force field; below each other where there is no room."""
    if width < _FACING or len(groups) != 2:
        return _listed(_bar)(groups, width)
    left, right = groups
    half = (width - 1) // 2
    room = half - left.steps - 1
    rows = [
        *_facing(wrapped(left.name, room, "bold"), wrapped(right.name, room, "bold"), None, None, left.steps, room),
        Content.styled(before("┃", half + 1), "$muted"),
    ]
    for one, other in zip_longest(left.marks, right.marks):
        rows += _facing(_block(one, room), _block(other, room), one, other, left.steps, room)
        rows.append(Content.styled(before("┃", half + 1), "$muted"))
    return [Content("\n").join(rows)]


def _block(mark: PictureMark | None, room: int) -> list[Line]:
    if mark is None:
        return []
    said = wrapped(" · ".join(mark.said), room, "$muted") if mark.said else []
    return wrapped(mark.text, room) + said


def _facing(
    left: list[Line], right: list[Line], one: PictureMark | None, other: PictureMark | None, steps: int, room: int
) -> Iterator[Content]:
    for number, (mine, yours) in enumerate(zip_longest(left, right, fillvalue=("", ""))):
        bars = [("█" * mark.weight or "·") if mark and number == 0 else "" for mark in (one, other)]
        yield Content.assemble(
            (before(mine[0], room), mine[1]),
            f" {before(bars[0], steps)}",
            ("┃", "$muted"),
            f"{padded(bars[1], steps)} ",
            yours,
        )


def _columns(groups: Sequence[PictureGroup], width: int) -> list[Content]:
    """Return columns beside each other; below each other where there is no room."""
    each = width // len(groups) - 2
    if each < _COLUMN:
        return _listed(_moved)(groups, width)
    columns = [
        [
            *wrapped(group.name, each, "bold"),
            *(line for mark in group.marks for line in _card(mark, each)),
        ]
        for group in groups
    ]
    return [Content("\n").join(beside(columns, each, "  "))]


def _card(mark: PictureMark, width: int) -> list[Line]:
    text = wrapped(mark.text, width - 2)
    said = wrapped(", ".join(mark.said), width - 2, "$muted") if mark.said else []
    return [
        (f"{_moved(mark) if number == 0 else ' '} {words}", style) for number, (words, style) in enumerate(text + said)
    ]


def _rings(groups: Sequence[PictureGroup], width: int) -> list[Content]:
    """Return rings as seen from the middle outward: so many lines as there are rings around it."""
    rows: list[Content] = []
    for number, group in enumerate(groups):
        rail = "│" * (len(groups) - number) + " " * number + " "
        rows += [Content.assemble((rail, "$muted"), name) for name in wrapped(group.name, width - len(rail), "bold")]
        for mark in group.marks:
            rows += [
                Content.assemble((rail, "$muted"), line)
                for line in hung(_moved(mark), mark.text, mark.said, width - len(rail), 1)
            ]
        if not group.marks:
            rows.append(Content.assemble((rail, "$muted"), ("  niets", "$muted")))
    return [Content("\n").join(rows)]


def _weeks(groups: Sequence[PictureGroup], width: int) -> list[Content]:
    """Return a month a line, and a sign a week."""
    wide = 3 if width >= 60 else 2
    name = max(len(group.name) for group in groups) + 2
    return [
        Content("\n").join(
            Content.assemble(
                padded(f"  {group.name}", name + 2),
                "".join(padded(_HEIGHTS[min(mark.weight, 7)] * (wide - 1), wide) for mark in group.marks),
            )
            for group in groups
        )
    ]


def _pairs(groups: Sequence[PictureGroup], width: int) -> list[Content]:
    """Return texts beside each other, the oldest at the left; below each other where there is no room."""
    parts: list[Content] = []
    for group in groups:
        at_once = max(min(len(group.marks), (width + 3) // (_TEXT + 3)), 1)
        each = min((width + 3) // at_once - 3, 60)
        rows = [Content.styled(line, "bold") for line, _ in wrapped(group.name, width)]
        for first in range(0, len(group.marks), at_once):
            columns = [_told(mark, each) for mark in group.marks[first : first + at_once]]
            rows += [Content(""), *beside(columns, each, " │ ")]
        parts.append(Content("\n").join(rows))
    return parts


def _told(mark: PictureMark, width: int) -> list[Line]:
    about = [line for each in mark.about for line in wrapped(each, width, "$muted")]
    return about + wrapped(mark.text, width)


_DRAWERS: dict[GroupForm, Callable[[Sequence[PictureGroup], int], list[Content]]] = {
    "track": _tracks,
    "force": _forces,
    "bar": _listed(_bar),
    "column": _columns,
    "ring": _rings,
    "week": _weeks,
    "pair": _pairs,
    "line": _listed(_moved),
}
