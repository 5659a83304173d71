"""What a text has that its earlier versions had not: of a text that was wiped, what somebody wrote in it later.

Whoever wiped it never saw that. It stays as it was typed, in its order, whichever of its words stand in the wiped text
as well: without these a sentence may say the opposite. Only a run that was copied from there goes.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby, pairwise
from typing import NamedTuple, TypeAlias

from goedwerk_tui.base.folding import fold

_MANY = 4_000
"""Words above which lines alone are compared: comparing takes time by the square of their number."""
_COPIED = 4
"""Words in a row that stand in a wiped text as well and are no chance: three in a row are in many a sentence."""
_AROUND = ".,;:!?…‘’“”'\"()[]{}<>*_-–—/"
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
    ends: bool
    """Whether a sentence or a line ends with it."""


_Words: TypeAlias = Sequence[_Word]


def added_to(earlier: Sequence[str], text: str, *, worked: bool = False) -> str:
    """Return what a text has and its last earlier version had not, as it was typed; empty when that is nothing.

    The same sentences in another order, in capitals, or with words left out add nothing. The same words in a sentence
    of another order do: that may say the opposite.

    Args:
        earlier: the versions that were wiped, the last one last.
        text: what it became.
        worked: whether it is an exercise put into words. The programme's words stand in it too, and those were not
            wiped: only whole lines of it count as copied.
    """
    new, versions = _words(text), [_words(each) for each in earlier]
    if not new or any(all(_stands_in(each, version) for each in _sentences(new)) for version in versions):
        return ""
    inserted = _inserted(versions[-1] if versions else (), new)
    kept = _without_lines(inserted, versions) if worked else _without_runs(inserted, versions)
    said = ""
    before: _Word | None = None
    for run in kept:
        between = "" if before is None else " … " if before.line == run[0].line else "\n"
        said += between + text[run[0].begin : run[-1].end]
        before = run[-1]
    return said


def _words(text: str) -> _Words:
    found: list[_Word] = []
    start = 0
    for number, line in enumerate(text.splitlines(keepends=True)):
        matches = list(re.finditer(r"\S+", line))
        for match in matches:
            ends = match is matches[-1] or bool(_ENDING.search(match[0]))
            at = start + match.start()
            cuts = [0, *(each.start() for each in _JOIN.finditer(match[0])), len(match[0])]
            for begin, end in pairwise(cuts):
                word = match[0][begin:end]
                bare = fold(word).strip(_AROUND) or word
                found.append(_Word(bare, number, at + begin, at + end, ends and end == len(match[0])))
        start += len(line)
    return found


def _bare(words: _Words) -> list[str]:
    return [each.bare for each in words]


def _inserted(old: _Words, new: _Words) -> Iterator[_Words]:
    """Yield what is new in the order of the text: by lines, and of lines that differ by words."""
    if (run := _inserted_in_one_place(old, new)) is not None:
        yield run
        return
    before, after = _lines(old), _lines(new)
    runs = SequenceMatcher(None, [tuple(_bare(each)) for each in before], [tuple(_bare(each)) for each in after], False)
    for tag, i, j, begin, end in runs.get_opcodes():
        if tag in ("insert", "replace"):
            yield from _inserted_in_lines(_joined(before[i:j]), _joined(after[begin:end]))


def _inserted_in_lines(old: _Words, new: _Words) -> Iterator[_Words]:
    if not old or len(old) > _MANY or len(new) > _MANY:
        yield new
    elif (run := _inserted_in_one_place(old, new)) is not None:
        yield run
    else:
        codes = SequenceMatcher(None, _bare(old), _bare(new), autojunk=False).get_opcodes()
        if any(tag in ("delete", "replace") for tag, *_ in codes):
            # Put otherwise: without a few of the old words a sentence says something else.
            for is_old, group in groupby(_sentences(new), key=lambda each: _stands_in(each, old)):
                if not is_old:
                    yield _joined(group)
        else:
            yield from (new[begin:end] for tag, _, _, begin, end in codes if tag == "insert")


def _sentences(words: _Words) -> list[_Words]:
    ends = [0, *(at for at, each in enumerate(words, 1) if each.ends)]
    return [words[begin:end] for begin, end in pairwise(ends)]


def _stands_in(words: _Words, old: _Words) -> bool:
    """Return whether words stand in a sentence of an older text in the same order, with more between them or not."""

    def within(sentence: _Words) -> bool:
        left = iter(_bare(sentence))
        return all(each in left for each in _bare(words))

    return any(within(each) for each in _sentences(old))


def _inserted_in_one_place(old: _Words, new: _Words) -> _Words | None:
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
        if (at == 0 or new[at - 1].ends) and new[at + more - 1].ends:
            return new[at : at + more]
    return new[last : last + more] if first - last >= _COPIED else new[last : first + more]


def _same(old: _Words, new: _Words) -> int:
    """Return with how many of the same words both begin."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((at for at, (one, other) in pairs if one.bare != other.bare), min(len(old), len(new)))


def _without_lines(runs: Iterable[_Words], versions: Sequence[_Words]) -> Iterator[_Words]:
    """Yield what was inserted, without lines that stand in an earlier version in the same words."""
    there = {tuple(_bare(line)) for version in versions for line in _lines(version)}
    for run in runs:
        yield from _parts(run, [tuple(_bare(line)) in there for line in _lines(run) for _ in line])


def _without_runs(runs: Iterable[_Words], versions: Sequence[_Words]) -> Iterator[_Words]:
    """Yield what was inserted, without the words in a row that were copied from an earlier version."""
    there = {row for version in versions for row in _rows(version)}
    for run in runs:
        copied = [False] * len(run)
        for at, row in enumerate(_rows(run)):
            if row in there:
                copied[at : at + _COPIED] = [True] * _COPIED
        yield from _parts(run, copied)


def _rows(words: _Words) -> Iterator[tuple[str, ...]]:
    bare = _bare(words)
    return (tuple(bare[at : at + _COPIED]) for at in range(len(bare) - _COPIED + 1))


def _parts(run: _Words, out: Sequence[bool]) -> Iterator[_Words]:
    """Yield what is left of a run, part by part."""
    for is_out, group in groupby(zip(out, run, strict=True), key=lambda each: each[0]):
        if not is_out:
            yield [word for _, word in group]


def _lines(words: _Words) -> list[_Words]:
    return [list(group) for _, group in groupby(words, key=lambda each: each.line)]


def _joined(lines: Iterable[_Words]) -> _Words:
    return [word for line in lines for word in line]
