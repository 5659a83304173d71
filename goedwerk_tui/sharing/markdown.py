"""A document as Markdown (CommonMark).

What a person wrote is data here: after rendering it reads as it was typed, whatever signs it holds.
"""

import re
from itertools import groupby

from goedwerk_tui.sharing.document import Document, Piece

_INLINE = re.compile(r"[\\`*_\[\]<>&~|]")
_LINE_START = re.compile(r"^(#{1,6}(?=\s|$)|[+=-]|\d{1,9}(?=[.)]))")
_INDENT = re.compile(r"^[ \t]+")
_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def to_markdown(document: Document) -> str:
    """Return the document as CommonMark text."""
    parts = [f"# {escape(document.title)}", escape(document.date)]
    for section in document.sections:
        parts.append(f"## {escape(section.title)}")
        for group in section.groups:
            parts.append(f"### {escape(group.title)}")
            for piece in group.pieces:
                parts.extend(_piece(piece))
    return "\n\n".join(parts) + "\n"


def _piece(piece: Piece) -> list[str]:
    parts: list[str] = []
    if piece.question:
        parts.append(f"**{escape(' '.join(piece.question.split()))}**")
    if piece.choice:
        parts.append(f"Mijn keuze: {escape(piece.choice)}")
    if piece.text.strip():
        parts.append(escape(piece.text))
    parts.append(f"*{escape(piece.written)}*")
    return parts


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
