"""Lines of a drawing: wrapped to a width, with a sign before them or beside each other."""

import re
import textwrap
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from rich.cells import cell_len
from textual.content import Content

_LEAST = 20
"""Columns that a text needs beside its sign."""

_BEGINNING = re.compile(r" +(?:[^\w\s]+ +)?")
"""How an indented line begins: with spaces, and then often a sign."""

Line = tuple[str, str]
"""Words on one line, and their style."""


def wrapped(text: str, width: int, style: str = "") -> list[Line]:
    """Return a text as lines of at most so many columns; its own line ends stay."""
    lines = (textwrap.wrap(each, max(width, 8)) or [""] for each in text.split("\n"))
    return [(line, style) for lines_of_one in lines for line in lines_of_one]


def hung(sign: str, text: str, said: Iterable[str], width: int, indent: int = 2) -> list[Content]:
    """Return a text with a sign before it, and what is said of it muted below it; all hang under the text."""
    before = " " * indent + (f"{sign}  " if sign else "")
    room = width - cell_len(before)
    if sign and room < _LEAST:
        return [Content(before.rstrip()), *hung("", text, said, width, indent + 2)]
    lines = wrapped(text, room)
    below = wrapped(" · ".join(said), room, "$muted") if said else []
    after = " " * cell_len(before)
    return [
        Content.assemble(before if number == 0 else after, line)
        for number, line in enumerate(lines + [each for each in below if each[0]])
    ]


def hanging(content: Content, width: int, under: int = 0) -> Content:
    """Return content of which each line hangs under its own words where it is wrapped.

    Args:
        content: the content.
        width: columns.
        under: the signs before the words of each line; 0 for the spaces and the sign that one begins with, if it does.
    """
    lines = content.split("\n", allow_blank=True)
    return Content("\n").join(part for line in lines for part in _hanging(line, width, under))


def _hanging(line: Content, width: int, under: int) -> list[Content]:
    found = _BEGINNING.match(line.plain)
    begins = under or (found.end() if found else 0)
    indent = cell_len(line.plain[:begins])
    if not begins or line.cell_length <= width or width - indent < _LEAST:
        return [line]
    first, *more = line[begins:].wrap(width - indent)
    return [line[:begins] + first, *(Content(" " * indent) + each for each in more)]


def beside(columns: Sequence[Sequence[Line]], width: int, between: str) -> list[Content]:
    """Return columns of lines beside each other, each as wide as ``width``."""
    return [
        Content.assemble(
            *(
                part
                for number, line in enumerate(row)
                for part in ((between if number else "", "$muted"), (padded(line[0], width), line[1]))
            )
        )
        for row in zip_longest(*columns, fillvalue=("", ""))
    ]


def padded(text: str, width: int) -> str:
    """Return a text with spaces behind it, up to a width in columns."""
    return text + " " * (width - cell_len(text))


def before(text: str, width: int) -> str:
    """Return a text with spaces before it, up to a width in columns."""
    return " " * (width - cell_len(text)) + text
