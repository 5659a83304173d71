"""What a text has that its earlier versions had not: of a text that was wiped, what somebody wrote in it later.

Whoever wiped it never saw that. What was added stays as it was typed; a sentence that was put otherwise stays whole,
whichever of its words stand in the wiped text as well: without these it may say the opposite. What falls out is what
says nothing that the wiped text did not say (`journal/wiped_words.py`), and a run that was copied from there.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby, pairwise
from typing import NamedTuple, TypeAlias

from goedwerk_tui.base.folding import fold
from goedwerk_tui.journal.wiped_words import COPIED, WipedWords, turn

_AROUND = ".,;:!?…‘’“”'\"()[]{}<>*_-–—/•·"
_MANY = 4_000
"""Words above which lines alone are compared: comparing takes time by the square of their number."""
_REPEATED = 40
"""Pairs of the same word for each word, above which no place is looked for: ‘nee nee nee’ fits everywhere.

A text of four thousand words that says things has some fifteen.
"""
_ALONE = re.compile(r"([-–—*•·>.,;:!?…()\[\]'\"])\1*")
"""A sign by itself, as before a line of a list: it belongs to the word beside it."""
_OPENING = "-–—*•·>(["
_JOIN = re.compile(r"(?<=[^\W\d_])[-‐‑‒–−/](?=[^\W\d_])")
"""What joins two words into one sign after another: whoever copies them may join or part them."""
_ENDING = re.compile(r"[.!?…][’”'\")\]]*$")


class _Word(NamedTuple):
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


_Words: TypeAlias = Sequence[_Word]


class _Change(NamedTuple):
    """Words in a row that an earlier version had not there."""

    words: _Words
    before: _Words = ()
    """The few words of its sentence before these, without which they say something else."""
    after: _Words = ()
    moved: bool = True
    """Whether more was changed, so that a sentence in it may have stood elsewhere."""


def added_to(earlier: Sequence[str], text: str, *, worked: bool = False) -> str:
    """Return what a text has and its earlier versions had not, as it was typed; empty when that is nothing.

    Words that were inserted come out alone where the sentences around them stayed whole. A sentence that was put
    otherwise comes out whole, but for four or more words in a row that were copied. The same sentences in another
    order, in capitals, with other signs or shorter at an edge add nothing.

    Args:
        earlier: the versions that were wiped, the last one last.
        text: what it became.
        worked: whether it is an exercise put into words. The programme's words stand in it too, and those were not
            wiped: only whole lines of it count as copied.
    """
    new, versions = _words(text), [_words(each) for each in earlier]
    if any(_bare(new) == _bare(each) for each in (*versions, ())):
        return ""
    wiped = WipedWords([[_bare(each) for each in _sentences(version)] for version in versions])
    lines = {_bare(line) for version in versions for line in _lines(version)}
    said = ""
    last: _Word | None = None
    for change in _changes(versions[-1] if versions else (), new):
        for run in _kept_lines(change, lines) if worked else _kept(change, wiped):
            between = "" if last is None else " … " if last.line == run[0].line else "\n"
            said += between + text[run[0].begin : run[-1].end]
            last = run[-1]
    return said


def _words(text: str) -> _Words:
    found: list[_Word] = []
    start = 0
    for number, line in enumerate(text.splitlines(keepends=True)):
        spans = _spans(line)
        starts = True
        for begin_of, end_of in spans:
            sign = line[begin_of:end_of]
            ends = end_of == spans[-1][1] or bool(_ENDING.search(sign))
            cuts = [0, *(each.start() for each in _JOIN.finditer(sign)), len(sign)]
            for begin, end in pairwise(cuts):
                bare = "".join(fold(sign[begin:end]).split()).strip(_AROUND) or sign[begin:end]
                at = start + begin_of
                found.append(_Word(bare, number, at + begin, at + end, starts, ends and end == len(sign)))
                starts = found[-1].ends
        start += len(line)
    return found


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


def _bare(words: _Words) -> tuple[str, ...]:
    return tuple(each.bare for each in words)


def _sentences(words: _Words) -> list[_Words]:
    ends = [at for at, each in enumerate(words, 1) if each.ends or at == len(words)]
    return [words[begin:end] for begin, end in pairwise([0, *ends])]


def _changes(old: _Words, new: _Words) -> Iterator[_Change]:
    """Yield what is new in the order of the text."""
    if (change := _in_one_place(old, new)) is not None:
        yield change._replace(moved=False)
        return
    before, after = _lines(old), _lines(new)
    codes = SequenceMatcher(None, [_bare(each) for each in before], [_bare(each) for each in after], False)
    for tag, i, j, begin, end in codes.get_opcodes():
        if tag in ("insert", "replace"):
            was, here = _joined(before[i:j]), _joined(after[begin:end])
            change = _in_one_place(was, here)
            changes = [change] if change else _between_sentences(was, here) or [_Change(here)]
            yield from changes


def _between_sentences(old: _Words, new: _Words) -> list[_Change]:
    """Return what was inserted in more than one place, where each sentence stayed whole; nothing otherwise."""
    if max(len(old), len(new)) > _MANY or _alike(old, new) > _REPEATED * (len(old) + len(new)):
        return []
    codes = SequenceMatcher(None, _bare(old), _bare(new), autojunk=False).get_opcodes()
    if any(tag != "equal" and (tag != "insert" or _is_inside(old, at)) for tag, at, *_ in codes):
        return []
    spans = [(begin, end) for tag, _, _, begin, end in codes if tag == "insert"]
    changes = [_inserted(new[:begin], new[begin:end], new[end:], inside=False) for begin, end in spans]
    return [] if any(each.before or each.after for each in changes) else changes


def _alike(old: _Words, new: _Words) -> int:
    """Return how many pairs of the same word there are, one of each text."""
    here = Counter(_bare(new))
    return sum(number * here[word] for word, number in Counter(_bare(old)).items())


def _in_one_place(old: _Words, new: _Words) -> _Change | None:
    """Return what was inserted in one place; None when more was changed.

    Where that place could be another one too, as its first words are those that follow it, a whole sentence is taken,
    or else all that it may be: every word of that is new in any case.
    """
    more = len(new) - len(old)
    if more <= 0:
        return None
    first = _same(old, new)
    last = len(old) - _same(old[::-1], new[::-1])
    if last > first:
        return None
    for at in range(last, first + 1):
        if new[at].starts and new[at + more - 1].ends:
            return _Change(new[at : at + more])
    begin, end = (last, last + more) if first - last >= COPIED else (last, first + more)
    return _inserted(new[:begin], new[begin:end], new[end:], inside=_is_inside(old, begin))


def _is_inside(old: _Words, at: int) -> bool:
    return 0 < at < len(old) and not old[at - 1].ends


def _inserted(before: _Words, words: _Words, after: _Words, *, inside: bool) -> _Change:
    """Return words that were inserted, with the few around them that they need: inside one, or where they turn it."""
    left, right = _last_sentence(before), _sentences(after)[0] if after and not words[-1].ends else ()
    first, last = _sentences(words)[0], _last_sentence(words)
    return _Change(
        words,
        left if len(left) < COPIED and (inside or turn(_bare(first))) else (),
        right if len(right) < COPIED and (inside or turn(_bare(last))) else (),
    )


def _last_sentence(words: _Words) -> _Words:
    """Return the sentence that words break off in; empty when they don't."""
    return _sentences(words)[-1] if words and not words[-1].ends else ()


def _same(old: _Words, new: _Words) -> int:
    """Return with how many of the same words both begin."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((at for at, (one, other) in pairs if one.bare != other.bare), min(len(old), len(new)))


def _kept_lines(change: _Change, there: set[tuple[str, ...]]) -> Iterator[_Words]:
    """Yield what was changed, without lines that stand in an earlier version in the same words."""
    yield from _left_of(change, [_bare(line) in there for line in _lines(change.words) for _ in line])


def _kept(change: _Change, wiped: WipedWords) -> Iterator[_Words]:
    """Yield what was changed, without what was copied from an earlier version, or says no more than that did."""
    out = wiped.copied_in(_bare(change.words))
    at = 0
    for sentence in _sentences(change.words):
        its = slice(at, at := at + len(sentence))
        left = [word.bare for word, is_out in zip(sentence, out[its], strict=True) if not is_out]
        none_left = any(out[its]) and wiped.know(left)
        if none_left or (change.moved and _is_whole(sentence)):
            says_nothing = wiped.say(_bare(sentence))
            if none_left or says_nothing:
                out[its] = [says_nothing] * len(sentence)
    yield from _left_of(change, out)


def _left_of(change: _Change, out: Sequence[bool]) -> Iterator[_Words]:
    """Yield what is left of a change, part by part, with what it needs around it; nothing where all is out."""
    if not all(out):
        around = [False] * len(change.before), [False] * len(change.after)
        yield from _parts([*change.before, *change.words, *change.after], [*around[0], *out, *around[1]])


def _is_whole(sentence: _Words) -> bool:
    return sentence[0].starts and sentence[-1].ends


def _parts(run: _Words, out: Sequence[bool]) -> Iterator[_Words]:
    """Yield what is left of a run, part by part."""
    for is_out, group in groupby(zip(out, run, strict=True), key=lambda each: each[0]):
        if not is_out:
            yield [word for _, word in group]


def _lines(words: _Words) -> list[_Words]:
    return [list(group) for _, group in groupby(words, key=lambda each: each.line)]


def _joined(lines: Iterable[_Words]) -> _Words:
    return [word for line in lines for word in line]
