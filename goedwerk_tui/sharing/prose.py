"""The programme's own texts, which are Markdown in the small dialect of ``docs/content.md``, as blocks."""

import re
from collections.abc import Iterator

from goedwerk_tui.programme.dialect import unlinked
from goedwerk_tui.sharing.document import Block, Bullets, Line, Prose, Run, Section, Table

_LOOKS = re.compile(
    r"`(?P<code>[^`]+)`|\*\*(?P<strong>[^*]+)\*\*|__(?P<strong2>[^_]+)__|~~(?P<struck>[^~]+)~~"
    r"|\*(?P<emphasis>[^*]+)\*|(?<!\w)_(?P<emphasis2>[^_]+)_(?!\w)"
)
_ESCAPE = re.compile(r"\\([^\w\s])")
_ITEM = re.compile(r"^ *(?:[-+*]|(\d+)[.)]) +")
_HEADING = re.compile(r"^ {0,3}#{1,6} +")
_RULE = re.compile(r"^[ |:-]+$")


_KEY = re.compile(r"\bctrl\+\w|\bF\d{1,2}\b|\*\*(?:[a-z]|Enter|Esc|Tab)\*\*")


def without_keys(text: str) -> str:
    """Return a text of the programme without the sentences that say which key to press: on paper there are none."""
    if not _KEY.search(text):
        return text
    lines = (re.split(r"(?<=[.?!])[ \t]+", line) for line in text.split("\n"))
    return "\n".join(" ".join(each for each in sentences if not _KEY.search(each)) for sentences in lines)


def blocks_of(text: str) -> tuple[Block, ...]:
    """Return a text of the programme as blocks; glossary links become plain words."""
    chunks = re.split(r"\n(?: *\n)+", unlinked(text).strip("\n"))
    return tuple(block for chunk in chunks if chunk.strip() for block in _blocks(chunk.split("\n")))


def section_of(title: str, text: str) -> Section:
    """Return a text with headings as a section with sections; one level of headings is enough for a page."""
    before, *parts = re.split(r"^ {0,3}##+ +(.+)$", unlinked(text), flags=re.MULTILINE)
    inner = zip(parts[::2], parts[1::2], strict=True)
    return Section(title, blocks_of(before), tuple(Section(head.strip(), blocks_of(body)) for head, body in inner))


def line_of(text: str) -> Line:
    """Return a text on one line with its looks."""
    runs: list[Run] = []
    at = 0
    for found in _LOOKS.finditer(text):
        if found.start() > at:
            runs.append(_run(text[at : found.start()], "plain"))
        name = (found.lastgroup or "").rstrip("2")
        runs.append(_run(found[found.lastgroup or 0], name))
        at = found.end()
    if at < len(text):
        runs.append(_run(text[at:], "plain"))
    return tuple(runs)


def _run(text: str, look: str) -> Run:
    body = _ESCAPE.sub(r"\1", text)
    match look:
        case "strong" | "emphasis" | "struck" | "code":
            return Run(body, look)
        case _:
            return Run(body)


def _blocks(lines: list[str]) -> Iterator[Block]:
    if all(line.lstrip().startswith("|") for line in lines) and len(lines) > 1:
        yield _table(lines)
    elif all(line.lstrip().startswith(">") for line in lines):
        yield Prose(line_of(_joined([line.lstrip().removeprefix(">").strip(" ") for line in lines])), "quote")
    elif _ITEM.match(lines[0]):
        yield _bullets(lines)
    elif _HEADING.match(lines[0]):
        yield Prose((Run(_HEADING.sub("", lines[0]).strip(), "strong"),), "head")
        if lines[1:]:
            yield from _blocks(lines[1:])
    else:
        yield Prose(line_of(_joined(lines)))


def _joined(lines: list[str]) -> str:
    return " ".join(line.strip() for line in lines)


def _bullets(lines: list[str]) -> Bullets:
    items: list[str] = []
    for line in lines:
        if _ITEM.match(line):
            items.append(_ITEM.sub("", line).strip())
        else:
            items[-1] += f" {line.strip()}"
    numbered = bool((_ITEM.match(lines[0]) or [None, None])[1])
    return Bullets(tuple(line_of(item) for item in items), numbered)


def _table(lines: list[str]) -> Table:
    rows = [line.strip().strip("|").split("|") for line in lines if not _RULE.match(line.strip())]
    width = len(rows[0])
    return Table(tuple(tuple(line_of(cell.strip()) for cell in (row + [""] * width)[:width]) for row in rows))
