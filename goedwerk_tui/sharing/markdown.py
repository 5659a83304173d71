"""A document as Markdown (CommonMark, with tables).

What a person wrote is data here: after rendering it reads as it was typed, whatever signs it holds.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from goedwerk_tui.sharing.document import (
    Block,
    Bullets,
    Document,
    Fold,
    Line,
    NewSheet,
    Piece,
    Prose,
    QuestionBlock,
    Section,
    Table,
    Together,
    words,
)

_INLINE = re.compile(r"[\\`*_\[\]<>&~|]")
_LINE_START = re.compile(r"^(#{1,6}(?=\s|$)|[+=-]|\d{1,9}(?=[.)]))")
_INDENT = re.compile(r"^[ \t]+")
_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
_LOOKS = {"plain": "", "strong": "**", "emphasis": "*", "struck": "~~", "code": "`"}


def to_markdown(document: Document) -> str:
    """Return the document as CommonMark text."""
    parts = [f"# {_one_line(document.title)}"]
    parts.extend(_one_line(line) for line in (document.name, document.date) if line)
    for section in document.sections:
        parts.extend(_section(section, 2))
    return "\n\n".join(parts) + "\n"


def _section(section: Section, level: int) -> Iterator[str]:
    yield f"{'#' * min(level, 6)} {_one_line(section.title)}"
    yield from _blocks(section.blocks, level + 1)
    for inner in section.sections:
        yield from _section(inner, level + 1)


def _blocks(blocks: Iterable[Block], level: int) -> Iterator[str]:
    for block in blocks:
        match block:
            case Piece():
                yield from _piece(block)
            case Prose(role="quote"):
                yield "\n".join(f"> {line}" for line in _line(block.runs).split("\n"))
            case Prose(role="head"):
                yield f"**{_one_line(words(block.runs))}**"
            case Prose():
                yield _line(block.runs)
            case Bullets():
                yield "\n".join(
                    f"{f'{number}.' if block.numbered else '-'} {_line(item)}"
                    for number, item in enumerate(block.items, 1)
                )
            case Table():
                yield _table(block)
            case QuestionBlock():
                yield f"**{_one_line(block.text)}**"
                if block.hint:
                    yield f"*{_one_line(block.hint)}*"
            case Fold():
                yield f"{'#' * min(level, 6)} {_one_line(block.title)}"
                yield from _blocks(block.blocks, level + 1)
            case Together():
                yield from _blocks(block.blocks, level)
            case NewSheet():
                pass


def _piece(piece: Piece) -> Iterator[str]:
    if piece.question:
        yield f"**{_one_line(piece.question)}**"
    if piece.choice:
        yield f"Keuze: {_one_line(piece.choice)}"
    if piece.text.strip():
        yield escape(piece.text)
    if piece.written:
        yield f"*{_one_line(piece.written)}*"


def _line(line: Line) -> str:
    return "".join(_run(run.text, _LOOKS[run.look]) for run in line)


def _run(text: str, sign: str) -> str:
    """Return words in their look; the spaces around them stay outside the signs, or these would not count."""
    body = text.strip()
    if sign == "`":
        return _code(text)
    if not sign or not body:
        return escape(text) if not body or text == body else _spaced(text, escape(body))
    return _spaced(text, f"{sign}{escape(body)}{sign}")


def _code(text: str) -> str:
    """Return what is typed between backticks: more of them than stand together in it, for in it nothing is escaped."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{space}{' '.join(text.split())}{space}{fence}"


def _spaced(text: str, body: str) -> str:
    before = text[: len(text) - len(text.lstrip())]
    after = text[len(text.rstrip()) :]
    return ("\n" if "\n" in before else " " if before else "") + body + (" " if after else "")


def _table(table: Table) -> str:
    rows = [f"| {' | '.join(_line(cell).replace(chr(10), ' ') for cell in row)} |" for row in table.rows]
    rule = f"|{'---|' * len(table.rows[0])}"
    if not table.headed:
        # A table in Markdown must have a head.
        rows.insert(0, f"|{'  |' * len(table.rows[0])}")
    return "\n".join([rows[0], rule, *rows[1:]])


def _one_line(text: str) -> str:
    return escape(" ".join(text.split()))


def escape(text: str) -> str:
    """Return plain text so that a Markdown reader shows it as it is, line breaks and indents included."""
    filled = groupby(text.split("\n"), key=lambda line: bool(line.strip()))
    paragraphs = [list(lines) for has_text, lines in filled if has_text]
    return "\n\n".join("  \n".join(map(_escape_line, lines)) for lines in paragraphs)


def _escape_line(line: str) -> str:
    indent = _INDENT.match(line)
    before = _NO_BREAK_SPACE * len(indent[0].expandtabs(4)) if indent else ""
    rest = _INLINE.sub(lambda sign: "\\" + sign[0], line[indent.end() :] if indent else line).rstrip()
    if not before:
        rest = _LINE_START.sub(_escape_line_start, rest)
    return before + rest


def _escape_line_start(found: re.Match[str]) -> str:
    sign = found[0]
    return f"{sign}\\" if sign.isdigit() else f"\\{sign}"
