"""A document as plain text, for a mail or a chat."""

import textwrap
from collections.abc import Iterable, Iterator
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

WIDTH = 76
"""Columns of a line in a mail."""
_UNDERLINES = "=-"


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
                    rows = ("  |  ".join(" ".join(words(cell).split()) for cell in row) for row in block.rows)
                    yield "\n".join(self._filled(row, "", "    ") for row in rows)
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

    def _filled(self, text: str, first: str = "", others: str | None = None) -> str:
        return textwrap.fill(
            " ".join(text.split()),
            self.width,
            initial_indent=first,
            subsequent_indent=first if others is None else others,
            break_long_words=False,
            break_on_hyphens=False,
        )
