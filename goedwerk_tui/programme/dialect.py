"""The Markdown that content may use: glossary links, slugs, plain reading of a text, and what is not allowed.

Every pattern takes time in proportion to the text, whatever the text is.
"""

import bisect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from goedwerk_tui.base.folding import fold
from goedwerk_tui.programme.problems import quoted

_GLOSSARY_LINK = re.compile(r"\[([^\[\]]+)\]\(begrip:([^()\s]*)\)")
_ESCAPED = r"\\([!-/:-@\[-`{-~])"
_MARKS = re.compile(
    _ESCAPED + r"|\*\*|~~|\*|(?<!\w)__?|__?(?!\w)|^ {0,3}(?:#{1,6} |> ?|[-+*] |\d+\. )|(\|)", re.MULTILINE
)
_SIGNS = re.compile(r"[\\`*_{}\[\]<>#~|!+-]")
_PARAGRAPH = re.compile(r"(?:[^\n]+\n?)+")
_TABLE_RULE = re.compile(r"^(?=.*---)[ |:-]+$", re.MULTILINE)

_FORBIDDEN_ANYWHERE = (
    (re.compile(r"!\[[^\[\]\n]*\]\([^()\n]*\)?"), "een plaatje", "tekst zonder plaatjes"),
    (re.compile(r"(?<!!)\[[^\[\]]*\]\((?!begrip:[^()\s]*\))[^()\n]*\)?"), "een link", "alleen links naar een begrip"),
    (re.compile(r"\bhttps?://\S+|\bwww\.\S+|\bmailto:\S+"), "een webadres", "tekst zonder webadressen"),
    (re.compile(r"<[A-Za-z/!?][^>\n]*>?|&(?:#\w+|[A-Za-z]\w+);"), "HTML", "tekst zonder HTML"),
)
_FORBIDDEN_IN_BODY = (
    (re.compile(r"^ *(```|~~~).*$", re.MULTILINE), "een codeblok", "gewone tekst"),
    (re.compile(r"^.*\t.*$", re.MULTILINE), "een tab", "spaties"),
    (re.compile(r"^ {0,3}(-{2,}|=+|\*( ?\*){2,}|_{3,})[ ]*$", re.MULTILINE), "een streep", "een lege regel"),
    (re.compile(r"^ {0,3}#{2,6}[^#\s].*$", re.MULTILINE), "een kop zonder spatie", "een spatie na de hekjes"),
    (
        re.compile(r"^ {0,3}#{1,6}[\u00a0\u202f\u2007].*$", re.MULTILINE),
        "een vaste spatie achter de hekjes",
        "een gewone spatie",
    ),
    (re.compile(r"^ {0,3}\[[^\]\n]+\]:.*$", re.MULTILINE), "een link", "alleen links naar een begrip"),
    (re.compile(r"(?:\A|\n *\n)(?! *[-+*\d])( {4,}\S.*)$", re.MULTILINE), "een ingesprongen regel", "geen inspringing"),
)


_DOUBLED = re.compile(
    "(?:[ÂÃ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â[€‚][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ¦])+"
)


@dataclass(frozen=True)
class Offence:
    """Something in a text that the dialect does not have."""

    offset: int
    found: str
    expected: str


@dataclass(frozen=True)
class Heading:
    """A heading line: ``level`` is the number of hashes."""

    level: int
    title: str


def offences(text: str, *, body: bool) -> Iterator[Offence]:
    """Find what a text may not contain.

    Args:
        text: Markdown (``body``) or plain text.
        body: whether it is the body of a file; elsewhere a text is plain, and a glossary link is wrong as well.
    """
    for pattern, found, expected in _FORBIDDEN_ANYWHERE + (_FORBIDDEN_IN_BODY if body else ()):
        for match in pattern.finditer(text):
            start = match.start() + len(match[0]) - len(match[0].lstrip("\n "))
            yield Offence(start, f"{found} ({quoted(match[0])})", expected)
    for match in _DOUBLED.finditer(text):
        if (meant := undoubled(match[0])) != match[0]:
            found = f"tekens die twee keer zijn omgezet ({quoted(match[0])})"
            yield Offence(match.start(), found, f"{quoted(meant)}, wat er eerst stond")
    yield from _stray_stars(text, body=body)
    if not body:
        for match in _GLOSSARY_LINK.finditer(text):
            yield Offence(match.start(), f"een link ({quoted(match[0])})", "tekst; links horen onder de kop")


def undoubled(text: str) -> str:
    """Return text as it was before its UTF-8 was taken for Windows-1252: ‘Ã©’ was ‘é’."""

    def meant(match: re.Match[str]) -> str:
        try:
            return b"".join(_windows_byte(sign) for sign in match[0]).decode("utf-8")
        except UnicodeError:
            return match[0]

    return _DOUBLED.sub(meant, text)


def _windows_byte(sign: str) -> bytes:
    # Five bytes stand for nothing in Windows-1252; programs leave them as they are.
    return sign.encode("latin-1") if "\x80" <= sign <= "\xff" else sign.encode("windows-1252")


def _stray_stars(text: str, *, body: bool) -> Iterator[Offence]:
    """Find ** that opens or closes nothing; in plain text that is each of them."""
    for paragraph in _PARAGRAPH.finditer(text):
        stars = paragraph[0].count("**")
        if stars % 2 or (stars and not body):
            at = paragraph.start() + paragraph[0].index("**")
            yield Offence(at, "een los ‘**’", "‘**’ voor en achter de woorden" if body else "tekst zonder sterretjes")


def heading(line: str) -> Heading | None:
    """Return the heading that a line is, if it is one."""
    text = line.strip()
    level = len(text) - len(text.lstrip("#"))
    indented = len(line) - len(line.lstrip(" ")) > 3
    if not 1 <= level <= 6 or indented or (len(text) > level and text[level] not in " \t"):
        return None
    return Heading(level, text.strip("#").strip())


def slug(title: str) -> str:
    """Return a heading as an id: lower case, without diacritics, hyphens between the words."""
    return "-".join(re.findall(r"[a-z0-9]+", fold(title)))


def line_finder(text: str, first_line: int) -> Callable[[int], int]:
    """Return a function that tells at which line an offset in the text stands."""
    ends = [match.start() for match in re.finditer("\n", text)]
    return lambda offset: first_line + bisect.bisect_left(ends, offset)


def glossary_links(text: str) -> Iterator[tuple[int, str]]:
    """Yield the offset and the term's id of each glossary link, in order."""
    for match in _GLOSSARY_LINK.finditer(text):
        yield match.start(), match[2]


def unlinked(text: str) -> str:
    """Return Markdown with the words of glossary links in the place of the links."""
    return _GLOSSARY_LINK.sub(lambda match: match[1], text)


def escaped(text: str) -> str:
    """Return plain text as Markdown that reads the same."""
    return _SIGNS.sub(r"\\\g<0>", text)


def plain(text: str) -> str:
    """Return Markdown as it is read: without marks and link targets. Line breaks stay where they were."""
    return _MARKS.sub(lambda mark: mark[1] or (" " if mark[2] else ""), _TABLE_RULE.sub("", unlinked(text)))
