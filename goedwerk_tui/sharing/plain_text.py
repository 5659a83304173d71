"""A document as plain text, for a mail or a chat."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from goedwerk_tui.sharing.document import (
    Block,
    Bullets,
    Document,
    Fold,
    NewSheet,
    Piece,
    Prose,
    QuestionBlock,
    Section,
    Table,
    Together,
    words,
)
from goedwerk_tui.sharing.exercise_paper import BOX

WIDTH = 76
"""Columns of a line in a mail."""
_UNDERLINES = "=-"
_CELLS, _BELOW = " | ", "    "
"""What stands between two cells, and before those that stand below the first."""
_A_WORD_AND_WHAT_IT_IS = 2
"""How many cells a row has of which the second explains the first."""
_LEAST_OF_A_SCALE = 4
"""Columns: what is placed, and three points."""
_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def to_plain_text(document: Document, width: int = WIDTH) -> str:
    """Return the document as text; what a person wrote keeps its own lines.

    Args:
        document: the document.
        width: columns of a line; what a person wrote may be wider.
    """
    lines = _Lines(width)
    parts = [lines.heading(document.title, 0), *(line for line in (document.name, document.date) if line)]
    for section in document.sections:
        parts.extend(lines.section(section, 1))
    return "\n\n".join(parts) + "\n"


@dataclass(frozen=True)
class _Lines:
    """The parts of a document as lines of so many columns."""

    width: int

    def heading(self, title: str, level: int) -> str:
        line = " ".join(title.split())
        return f"{line}\n{_UNDERLINES[level] * min(len(line), self.width)}" if level < len(_UNDERLINES) else line

    def section(self, section: Section, level: int) -> Iterator[str]:
        yield self.heading(section.title, level)
        yield from self._blocks(section.blocks, level + 1)
        for inner in section.sections:
            yield from self.section(inner, level + 1)

    def _blocks(self, blocks: Iterable[Block], level: int) -> Iterator[str]:
        for block in blocks:
            match block:
                case Piece():
                    yield "\n".join(self._piece(block))
                case Prose():
                    yield self._filled(words(block.runs), "    " if block.role == "quote" else "")
                case Bullets():
                    yield "\n".join(self._items(block))
                case Table():
                    yield "\n".join(self._table(block))
                case QuestionBlock():
                    yield self._filled(block.text)
                    if block.hint:
                        yield self._filled(f"({block.hint})")
                case Fold():
                    yield self.heading(block.title, level)
                    yield from self._blocks(block.blocks, level + 1)
                case Together():
                    yield from self._blocks(block.blocks, level)
                case NewSheet():
                    pass

    def _piece(self, piece: Piece) -> Iterator[str]:
        if piece.question:
            yield self._filled(piece.question)
        if piece.choice:
            yield self._filled(f"Keuze: {piece.choice}")
        if piece.text.strip():
            yield piece.text
        if piece.written:
            yield f"({piece.written})"

    def _items(self, bullets: Bullets) -> Iterator[str]:
        for number, item in enumerate(bullets.items, 1):
            yield self._filled(words(item), f"{number}. " if bullets.numbered else "- ", "  ")

    def _table(self, table: Table) -> Iterator[str]:
        """Yield rows of one line each; where these do not fit, all of them with the rest below the first cell.

        Of two cells the second is the only one that can break, as any text does.
        """
        rows = [[" ".join(words(cell).split()) for cell in row] for row in table.rows]
        poles = _poles(rows) if table.headed else None
        if poles is None and all(
            len(row) <= _A_WORD_AND_WHAT_IT_IS or len(_CELLS.join(row)) <= self.width for row in rows
        ):
            yield from (self._filled(_CELLS.join(row), "", _BELOW) for row in rows)
            return
        for number, (first, *rest) in enumerate(rows):
            if first:
                yield self._filled(first, "", "  ")
            if poles is None:
                yield from self._cells(rest)
            elif number:
                yield from self._cells([" ".join((poles[0], *rest, poles[1]))])

    def _cells(self, cells: Iterable[str]) -> Iterator[str]:
        """Yield cells in lines that end between two of them; one that is wider than a line takes its own."""
        line: list[str] = []
        for cell in cells:
            if line and len(_BELOW + _CELLS.join((*line, cell))) > self.width:
                yield self._filled(_CELLS.join(line), _BELOW)
                line = []
            line.append(cell)
        if any(line):
            yield self._filled(_CELLS.join(line), _BELOW)

    def _filled(self, text: str, first: str = "", others: str | None = None) -> str:
        # A box stays on the line of what it is for.
        together = " ".join(text.split()).replace(f"{BOX} ", f"{BOX}{_NO_BREAK_SPACE}")
        return textwrap.fill(
            together,
            self.width,
            initial_indent=first,
            subsequent_indent=first if others is None else others,
            break_long_words=False,
            break_on_hyphens=False,
        ).replace(f"{BOX}{_NO_BREAK_SPACE}", f"{BOX} ")


def _poles(rows: Sequence[Sequence[str]]) -> tuple[str, str] | None:
    """Return the names of the two ends of a scale; None for a table that is none."""
    head, *placed = rows
    if len(head) < _LEAST_OF_A_SCALE or not placed or any(head[2:-1]):
        return None
    return (head[1], head[-1]) if all(cell == BOX for _, *cells in placed for cell in cells) else None
