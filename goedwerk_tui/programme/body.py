"""The prose under a file's front matter, cut into blocks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from goedwerk_tui.base.text import clean
from goedwerk_tui.programme import dialect
from goedwerk_tui.programme.field_names import field_names
from goedwerk_tui.programme.model import Block, Voice
from goedwerk_tui.programme.problems import Findings, nearest, one_of, perhaps, quoted

CASE_BLOCKS = ("Situatie", "Moment", "Stemmen", "Hoe het verder ging", "Brug")
REQUIRED_BLOCKS = ("Situatie", "Moment")
VOICES = "Stemmen"
_HEADING_SIGNS = re.compile(r"^[\s#*_]+|[\s#*_:]+$")
LONGEST = 20_000
"""The most characters of one block or voice."""


@dataclass(frozen=True)
class FrontMatter:
    """A Markdown file in its two parts. ``body_line`` is the line at which the body begins."""

    head: str
    body: str
    body_line: int


@dataclass
class _Part:
    """Lines under one heading, while a body is being cut."""

    title: str
    line: int
    lines: list[str] = field(default_factory=list[str])

    @property
    def text(self) -> str:
        return clean("\n".join(self.lines)).strip()

    @property
    def text_line(self) -> int:
        """The line at which ``text`` begins."""
        blank = next((n for n, line in enumerate(self.lines) if line.strip()), 0)
        return self.line + (1 if self.title else 0) + blank


def split(text: str, findings: Findings) -> FrontMatter | None:
    """Part the front matter from the body, or note why it can't be done."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        findings.add(1, quoted(lines[0]) if lines[0].strip() else "een lege regel", "‘---’, en daaronder de kop")
        return None
    for number, line in enumerate(lines[1:], 2):
        if line.strip(" ") == "---":
            if not any(each.strip() for each in lines[1 : number - 1]) and _is_head(lines[number:]):
                findings.add(number, "een tweede ‘---’ boven de kop", "één; haal deze regel weg")
                return None
            return FrontMatter("\n".join(lines[1 : number - 1]), "\n".join(lines[number:]), number + 1)
    where = next((n for n, line in enumerate(lines[1:], 2) if _is_of_body(line)), len(lines))
    closes = next((n for n, line in enumerate(lines[1:where], 2) if _LIKE_A_LINE.fullmatch(line)), 0)
    if closes:
        findings.add(closes, f"{quoted(lines[closes - 1])} waar de kop ophoudt", "‘---’: drie korte streepjes")
        return None
    below = f", boven {quoted(lines[where - 1])}" if _is_of_body(lines[where - 1]) else ""
    findings.add(where, "geen tweede ‘---’", f"‘---’ onder de kop{below}")
    return None


_LIKE_A_LINE = re.compile(r"\s*(?:-{2}|-{4,}|[‐‑‒–—―−_=*]+|-(?: -)+)\s*")
"""What somebody or a word processor makes of three dashes."""


def _is_head(lines: list[str]) -> bool:
    """Say whether lines begin as a head does, and one ends further down."""
    first = next((line for line in lines if line.strip() and line[0] != "#"), "")
    return bool(re.match(r"[a-z_]+:", first)) and any(line.strip(" ") == "---" for line in lines)


def _is_of_body(line: str) -> bool:
    """Say whether a line can't belong to a head: a heading, or words without ‘veld:’ at the margin."""
    return bool(re.match(r"##+ |[^\s#\-\]}\w]|\w[\w-]*[^\w:-]", line))


def read_body(
    front: FrontMatter, shape: Literal["text", "introduction", "blocks"], findings: Findings
) -> tuple[Block, ...]:
    """Cut a body into blocks and note all that is wrong with it.

    The texts are kept in ``findings`` as ``blocks[n]`` and ``blocks[n].voices[m].text``.
    """
    line_of = dialect.line_finder(front.body, front.body_line)
    for offence in dialect.offences(front.body, body=True):
        findings.add(line_of(offence.offset), offence.found, offence.expected)
    for offset, term_id in dialect.glossary_links(front.body):
        findings.links.append((line_of(offset), term_id))
    before, parts = _cut(front.body.split("\n"), front.body_line, 2)
    _check_heading_levels(front, findings)
    if shape == "blocks":
        return _case_blocks(before, parts, findings)
    for part in parts:
        findings.add(part.line, f"een blok ({quoted('## ' + part.title)})", "één tekst; tussenkopjes met ‘### ’")
    if not before.text and shape == "text" and not parts:
        findings.add(front.body_line, "geen tekst onder de kop", "de tekst van deze stap")
    if not before.text:
        return ()
    _check_length(before, findings)
    findings.keep_prose("blocks[1]", before.text_line, before.text)
    return (Block(slug="", title="", text=before.text),)


def _cut(lines: list[str], first_line: int, level: int) -> tuple[_Part, list[_Part]]:
    """Return what stands before the first heading of a level, and the part under each of them."""
    current = before = _Part("", first_line)
    parts: list[_Part] = []
    for number, line in enumerate(lines, first_line):
        heading = dialect.heading(line)
        if heading and heading.level == level:
            current = _Part(heading.title, number)
            parts.append(current)
        else:
            current.lines.append(line)
    return before, parts


def _check_heading_levels(front: FrontMatter, findings: Findings) -> None:
    for number, line in enumerate(front.body.split("\n"), front.body_line):
        heading = dialect.heading(line)
        if heading and (heading.level not in (2, 3) or not heading.title):
            findings.add(number, f"een kop ({quoted(line)})", "een kop met ‘## ’ of ‘### ’ en een titel")


def _check_length(part: _Part, findings: Findings) -> None:
    if len(part.text) > LONGEST:
        findings.add(part.text_line, f"een tekst van {len(part.text)} tekens", f"hoogstens {LONGEST} tekens")


def _case_blocks(before: _Part, parts: list[_Part], findings: Findings) -> tuple[Block, ...]:
    missing = [title for title in CASE_BLOCKS if all(title != each.title for each in parts)]
    # What lacks its heading alone is told of below.
    meant = any(_meant_as(title, before) for title in REQUIRED_BLOCKS if title in missing)
    if before.text.strip("- \n") and not meant:
        first = before.text.strip("- \n").split(":")[0]
        if first in field_names():
            told = (f"het veld {first} onder de kop van het bestand", "dat veld in de kop, boven de tweede ‘---’")
        else:
            told = ("tekst boven het eerste blok", "‘## Situatie’ of een ander blok erboven")
        findings.add(before.text_line, *told)
    seen: dict[str, int] = {}
    misnamed: set[str] = set()
    blocks: list[Block] = []
    for part in parts:
        if not part.title:
            continue
        if part.title not in CASE_BLOCKS:
            unseen = any(part.title.startswith(title) and not part.title.isprintable() for title in CASE_BLOCKS)
            what = "een blok met een onzichtbaar teken in de kop" if unseen else "een onbekend blok"
            found = f"{what} ({quoted('## ' + part.title)})"
            meant = perhaps(part.title, missing) or (_AS_VOICE if blocks and blocks[-1].title == VOICES else "")
            misnamed.add(nearest(part.title, missing))
            findings.add(part.line, found, f"een van {one_of(CASE_BLOCKS)}{meant}")
        elif part.title in seen:
            found = f"het blok {quoted('## ' + part.title)} voor de tweede keer (eerst op regel {seen[part.title]})"
            findings.add(part.line, found, "elk blok één keer")
        seen.setdefault(part.title, part.line)
        blocks.append(_block(part, len(blocks) + 1, findings))
    for title in REQUIRED_BLOCKS:
        if title in seen or title in misnamed:
            continue
        line, text = next((found for part in (before, *parts) if (found := _meant_as(title, part))), (0, ""))
        if not line:
            findings.add(0, f"geen blok ‘## {title}’", f"een casus met {' en '.join(REQUIRED_BLOCKS)}")
        elif all(problem.line != line for problem in findings.problems):
            findings.add(line, quoted(text), f"‘## {title}’, want zo begint een blok")
    return tuple(blocks)


_AS_VOICE = "; een stem begint met ‘### ’"


def _meant_as(title: str, part: _Part) -> tuple[int, str] | None:
    """Return the line that is the title of a block without being its heading, with its number; None where none is."""
    lines = enumerate(part.lines, part.line + (1 if part.title else 0))
    return next((each for each in lines if _HEADING_SIGNS.sub("", each[1]).lower() == title.lower()), None)


def _block(part: _Part, number: int, findings: Findings) -> Block:
    slug = dialect.slug(part.title)
    path = f"blocks[{number}]"
    if part.title == VOICES:
        return Block(slug=slug, title=part.title, text="", voices=tuple(_voices(part, path, findings)))
    findings.keep_prose(path, part.text_line, part.text)
    _check_length(part, findings)
    if not part.text:
        findings.add(part.line, f"niets onder {quoted('## ' + part.title)}", "tekst")
    return Block(slug=slug, title=part.title, text=part.text)


def _voices(part: _Part, path: str, findings: Findings) -> Iterator[Voice]:
    before, voices = _cut(part.lines, part.line + 1, 3)
    if before.text:
        findings.add(before.text_line, "tekst boven de eerste stem", "‘### ’ met wie er spreekt")
    if not voices:
        findings.add(part.line, "‘## Stemmen’ zonder stemmen", "een of meer stemmen met ‘### ’ en wie er spreekt")
    for number, voice in enumerate(voices, 1):
        findings.keep_prose(f"{path}.voices[{number}].who", voice.line, clean(voice.title))
        findings.keep_prose(f"{path}.voices[{number}].text", voice.text_line, voice.text)
        for offence in dialect.offences(voice.title, body=False):
            findings.add(voice.line, offence.found, offence.expected)
        if voice.title and not voice.text:
            findings.add(voice.line, f"niets onder {quoted('### ' + voice.title)}", "wat deze stem zegt")
        _check_length(voice, findings)
        yield Voice(who=clean(voice.title), text=voice.text)
