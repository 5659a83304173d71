"""Rows of cells drawn in aligned columns, each cell wrapped in its own."""

from collections.abc import Sequence
from itertools import zip_longest

from textual.content import Content

from goedwerk_tui.tui.widgets.drawn_lines import padded, wrapped

GAP = 2
"""Columns between two cells."""


def alike(number: int, width: int) -> list[int]:
    """Return the widths of so many columns that share a width."""
    return [max((width - GAP * (number - 1)) // number, 8)] * number


def drawn_row(cells: Sequence[str], widths: Sequence[int], styles: Sequence[str] = ()) -> Content:
    """Return a row of cells, as many lines high as the highest of them.

    Args:
        cells: the words of each; those beyond the widths are left out.
        widths: how wide each column is.
        styles: a style for each cell; none for plain words.
    """
    placed = list(zip(cells, widths, [*styles, *[""] * len(widths)], strict=False))
    lines = [wrapped(cell, width, style) for cell, width, style in placed]
    return Content("\n").join(
        Content.assemble(
            *((padded(words, width + GAP), style) for (words, style), (_, width, _) in zip(row, placed, strict=True))
        ).rstrip()
        for row in zip_longest(*lines, fillvalue=("", ""))
    )


def drawn_table(head: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> Content:
    """Return rows under the names of their columns, all columns as wide as each other."""
    widths = alike(len(head), width)
    named = drawn_row(head, widths, ["bold"] * len(head))
    return Content("\n").join([named, *(drawn_row(cells, widths) for cells in rows)])
