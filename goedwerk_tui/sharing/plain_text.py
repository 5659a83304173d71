"""A document as plain text, for a mail or a chat."""

import textwrap
from collections.abc import Iterable, Iterator

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
    words,
)

_WIDTH = 76
_UNDERLINES = "=-"


def to_plain_text(document: Document) -> str:
    """Return the document as text; what a person wrote keeps its own lines."""
    parts = [_heading(document.title, 0), *(line for line in (document.name, document.date) if line)]
    for section in document.sections:
        parts.extend(_section(section, 1))
    return "\n\n".join(parts) + "\n"


def _section(section: Section, level: int) -> Iterator[str]:
    yield _heading(section.title, level)
    yield from _blocks(section.blocks, level + 1)
    for inner in section.sections:
        yield from _section(inner, level + 1)


def _heading(title: str, level: int) -> str:
    line = " ".join(title.split())
    return f"{line}\n{_UNDERLINES[level] * min(len(line), _WIDTH)}" if level < len(_UNDERLINES) else line


def _blocks(blocks: Iterable[Block], level: int) -> Iterator[str]:
    for block in blocks:
        match block:
            case Piece():
                yield "\n".join(_piece(block))
            case Prose():
                yield _filled(words(block.runs), "    " if block.role == "quote" else "")
            case Bullets():
                yield "\n".join(_items(block))
            case Table():
                yield "\n".join(_row("  |  ".join(" ".join(words(cell).split()) for cell in row)) for row in block.rows)
            case QuestionBlock():
                yield _filled(block.text)
                if block.hint:
                    yield _filled(f"({block.hint})")
            case Fold():
                yield _heading(block.title, level)
                yield from _blocks(block.blocks, level + 1)
            case NewSheet():
                pass


def _piece(piece: Piece) -> Iterator[str]:
    if piece.question:
        yield _filled(piece.question)
    if piece.choice:
        yield _filled(f"Keuze: {piece.choice}")
    if piece.text.strip():
        yield piece.text
    if piece.written:
        yield f"({piece.written})"


def _items(bullets: Bullets) -> Iterator[str]:
    for number, item in enumerate(bullets.items, 1):
        sign = f"{number}. " if bullets.numbered else "- "
        yield textwrap.fill(" ".join(words(item).split()), _WIDTH, initial_indent=sign, subsequent_indent="  ")


def _row(cells: str) -> str:
    return textwrap.fill(cells, _WIDTH, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False)


def _filled(text: str, indent: str = "") -> str:
    return textwrap.fill(
        " ".join(text.split()),
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
