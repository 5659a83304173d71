"""A text as words, each with where it stands, for comparing it with another."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple, TypeAlias

from goedwerk_tui.base.folding import fold, folded

_AROUND = ".,;:!?…‘’“”'\"()[]{}<>*_-–—/•·@"
_ALONE = re.compile(r"([-–—*•·>.,;:!?…()\[\]'\"@])\1*")
"""A sign by itself, as before a line of a list: it belongs to the word beside it."""
_OPENING = "-–—*•·>(["
_JOIN = re.compile(r"(?<=[^\W\d_])[-/_.,;:@+&=](?=[^\W\d_])|(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
"""What joins two words into one sign after another: whoever copies them may join or part them."""
_INITIALS = re.compile(r"([^\W\d_]\.)+[^\W\d_]?")
"""One word in any case, with its full stops or without."""
_ENDING = re.compile(r"[.!?…][’”'\")\]]*$")
_PAUSING = re.compile(r"[^\w\s]$")


class Word(NamedTuple):
    """A word and where it stands in its text."""

    bare: str
    """Without case, accents and the signs around it."""
    line: int
    begin: int
    end: int
    starts: bool
    """Whether a sentence or a line begins with it."""
    ends: bool
    """Whether one ends with it."""
    pauses: bool
    """Whether a sign stands behind it, or a line ends with it."""


Words: TypeAlias = Sequence[Word]


def words_of(text: str) -> Words:
    """Return the words of a text, in order."""
    found: list[Word] = []
    start = 0
    for number, line in enumerate(text.splitlines(keepends=True)):
        found += _words_of_line(line, number, start)
        start += len(line)
    return found


def _words_of_line(line: str, number: int, start: int) -> Iterator[Word]:
    spans, starts = _spans(line), True
    for begin, end in spans:
        sign, is_last = line[begin:end], end == spans[-1][1]
        ends = is_last or bool(_ENDING.search(sign))
        pauses = is_last or bool(_PAUSING.search(sign))
        for one, other in pairwise([0, *_cuts(sign), len(sign)]):
            bare = _bare(sign[one:other])
            at_end, at = other == len(sign), start + begin
            yield Word(bare, number, at + one, at + other, starts, ends and at_end, pauses and at_end)
            starts = ends and at_end


def _cuts(sign: str) -> list[int]:
    """Return where a sign consists of two words, in whichever form its letters are: ‘ë’ may be one sign or two."""
    if sign.isalpha():
        return []
    seen = folded(sign)
    if _INITIALS.fullmatch(seen.text.strip(_AROUND)):
        return []
    cuts = {seen.places[each.start()] for each in _JOIN.finditer(seen.text)}
    return sorted(cuts - {0})  # a sign as ‘½’ is more than one when folded


def _bare(sign: str) -> str:
    bare = "".join(fold(sign).split()).strip(_AROUND)
    return (bare.replace(".", "") if _INITIALS.fullmatch(bare) else bare) or sign


def _spans(line: str) -> list[tuple[int, int]]:
    """Return where the words of a line stand, each with the signs that stand by themselves beside it."""
    spans: list[tuple[int, int]] = []
    begin: int | None = None
    for match in re.finditer(r"\S+", line):
        if not _ALONE.fullmatch(match[0]):
            spans.append((match.start() if begin is None else begin, match.end()))
            begin = None
        elif begin is None and spans and match[0][0] not in _OPENING:
            spans[-1] = (spans[-1][0], match.end())
        elif begin is None:
            begin = match.start()
    if begin is not None:
        end = len(line.rstrip())
        spans = [*spans[:-1], (spans[-1][0], end)] if spans else [(begin, end)]
    return spans


def bare(words: Words) -> tuple[str, ...]:
    """Return words without where they stand."""
    return tuple(each.bare for each in words)


def sentences_of(words: Words) -> list[Words]:
    """Return words by the sentences that they stand in."""
    ends = [at for at, each in enumerate(words, 1) if each.ends or at == len(words)]
    return [words[begin:end] for begin, end in pairwise([0, *ends])]


def lines_of(words: Words) -> list[Words]:
    """Return words by the lines that they stand in."""
    return [list(group) for _, group in groupby(words, key=lambda each: each.line)]


def joined(lines: Iterable[Words]) -> Words:
    """Return the words of some lines in a row."""
    return [word for line in lines for word in line]
