"""Tables in Word, and pictures as tables: a group can go on working in them, and no label is ever cut."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any, Literal

from docx.enum.table import WD_ALIGN_VERTICAL
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Emu, Pt

from goedwerk_tui.sharing.document import Figure, FigureMark, Lane, Line, Run
from goedwerk_tui.sharing.figures import described, facing, poles_of
from goedwerk_tui.sharing.word_styles import CELL, QUIET, TABLE_STYLE, TYPED, Element, WordDocument

_TYPED_SIZE = Pt(8.5)
_WHOLE = 14
"""Up to how many rows a table stays on one page."""
_ROOM_AROUND = 1.4
"""How much wider than its letters a word is in a cell, with the edges, so that it is never cut."""
_NARROWEST, _WIDEST = 9, 40
"""How many letters a column is at least thought to hold, and at most, where tables share the width by their words."""
_MOST_BLOCKS = 10
"""How long the longest bar is."""
_LABEL = 5
"""How many times as wide as a place on a scale its label is."""
Side = Literal["start", "center", "end"]
_SIDES = {"start": WD_ALIGN_PARAGRAPH.LEFT, "center": WD_ALIGN_PARAGRAPH.CENTER, "end": WD_ALIGN_PARAGRAPH.RIGHT}


def add_table(  # noqa: PLR0913 - a table has as many sides
    word: WordDocument,
    rows: Sequence[Sequence[Line]],
    *,
    widths: Sequence[float] = (),
    sides: Sequence[Side] = (),
    about: str = "",
    headed: bool = True,
    height: int = 0,
) -> None:
    """Add a table in which no row is cut by a page's end.

    Args:
        word: the document.
        rows: equally many cells each.
        widths: how the columns share the width; empty for as their words need.
        sides: to which side each column leans; empty for the start.
        about: what is to be seen in it, for who does not see it.
        headed: whether the first row names the columns, and comes back on every page.
        height: the least height of the rows below a head, in EMU; 0 for that of their text.
    """
    table: Any = word.add_table(0, len(rows[0]), style=TABLE_STYLE)
    table.autofit = False
    parts = widths or [_need(column) for column in zip(*rows, strict=True)]
    for column, part in zip(table.columns, parts, strict=True):
        column.width = Emu(int(_text_width(word) * part / sum(parts)))
    for number, row in enumerate(rows):
        added = table.add_row()
        head = headed and number == 0
        _tell_row(added, head=head)
        if height and not head:
            added.height = Emu(height)
        for cell, line, part, side in zip(added.cells, row, parts, sides or ["start"] * len(row), strict=True):
            cell.width = Emu(int(_text_width(word) * part / sum(parts)))
            paragraph = cell.paragraphs[0]
            paragraph.style, paragraph.alignment = CELL, _SIDES[side]
            add_line(paragraph, line)
            if height and not head:
                cell.vertical_alignment = WD_ALIGN_VERTICAL.BOTTOM
            paragraph.paragraph_format.keep_with_next = not height and len(rows) <= _WHOLE and number + 1 < len(rows)
            for run in paragraph.runs if head else ():
                run.bold = True
    if about:
        description = Element("w:tblDescription")
        description.set(qn("w:val"), about)
        table._tbl.tblPr.append(description)
    word.add_paragraph(style=QUIET)


def _need(column: Sequence[Line]) -> float:
    """Return how wide a column is, in letters: a cell on one line as far as there is room, its longest word anyway."""
    texts = ["".join(run.text for run in cell) for cell in column]
    longest_word = max((len(word) for text in texts for word in text.split()), default=0)
    return max(_NARROWEST, _ROOM_AROUND * longest_word, min(_WIDEST, max(map(len, texts))))


def add_line(paragraph: Any, line: Line) -> None:
    """Add the words of a line in their looks."""
    for run in line:
        added = paragraph.add_run(" ".join(run.text.split("\n")))
        added.bold = True if run.look == "strong" else None
        added.italic = True if run.look == "emphasis" else None
        added.font.strike = True if run.look == "struck" else None
        if run.look == "code":
            added.font.name, added.font.size = TYPED, _TYPED_SIZE


def add_picture(word: WordDocument, picture: Figure) -> None:
    """Add a picture as tables that say with signs and places what another form draws."""
    about = described(picture)
    if picture.kind in ("columns", "table"):
        lanes = [[lane.name, *map(_label, lane.marks)] for lane in picture.lanes]
        _add(word, list(zip_longest(*lanes, fillvalue="")), widths=[1.0] * len(lanes), about=about)
    elif facing(picture):
        left, right = picture.lanes
        rows = [(left.name, "", "", right.name)]
        rows += [
            (_label(one), _bar(one, picture), _bar(other, picture), _label(other))
            for one, other in zip_longest(left.marks, right.marks)
        ]
        _add(word, rows, widths=(3, 1.6, 1.6, 3), sides=("end", "end", "start", "start"), about=about)
    elif picture.kind == "scale":
        for lane in picture.lanes:
            _add_scale(word, picture, lane, about)
    else:
        for lane in picture.lanes:
            rows = [(lane.name, ""), *((_label(mark), _bar(mark, picture)) for mark in lane.marks)]
            _add(word, rows, widths=(3, 2), about=about)


def _add_scale(word: WordDocument, picture: Figure, lane: Lane, about: str) -> None:
    low, high = poles_of(lane) or ("", "")
    places = range(1, picture.steps + 1)
    head = f"{lane.name} (1 is {low}, {picture.steps} is {high})".strip() if low or high else lane.name
    rows = [[head, *map(str, places)]]
    for mark in lane.marks:
        poles = f" ({mark.low} – {mark.high})" if mark.low and mark.high and not (low or high) else ""
        rows.append([_label(mark) + poles, *(_dot(mark, place) for place in places)])
    sides: list[Side] = ["start", *("center" for _ in places)]
    _add(word, rows, widths=(_LABEL, *([1.0] * picture.steps)), sides=sides, about=about)
    if any(mark.was for mark in lane.marks):
        word.add_paragraph("Een open rondje is de eerste keer, een dicht rondje nu.", QUIET)


def _add(
    word: WordDocument,
    rows: Sequence[Sequence[str]],
    *,
    widths: Sequence[float] = (),
    sides: Sequence[Side] = (),
    about: str,
) -> None:
    lines = [[(Run(" ".join(text.split())),) for text in row] for row in rows]
    add_table(word, lines, widths=widths, sides=sides, about=about)


def _label(mark: FigureMark | None) -> str:
    if mark is None:
        return ""
    return f"{mark.text} – {mark.about}" if mark.about else mark.text


def _dot(mark: FigureMark, place: int) -> str:
    if mark.people:
        return "●" * mark.people[place - 1]
    return "●" if mark.at == place else "○" if mark.was == place else ""


def _bar(mark: FigureMark | None, picture: Figure) -> str:
    if mark is None or not mark.at:
        return ""
    most = max(picture.steps, 1)
    length = mark.at if most <= _MOST_BLOCKS else max(1, round(mark.at * _MOST_BLOCKS / most))
    return f"{'■' * length} {mark.at}"


def _tell_row(row: Any, *, head: bool) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.append(Element("w:cantSplit"))
    if head:
        properties.append(Element("w:tblHeader"))


def _text_width(word: WordDocument) -> int:
    section = word.sections[-1]
    page, left, right = section.page_width, section.left_margin, section.right_margin
    # A template may leave its page unsaid.
    return page - left - right if None not in (page, left, right) else Emu(5_600_000)
