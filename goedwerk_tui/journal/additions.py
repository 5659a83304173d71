"""What a text has that its earlier versions had not: of a text that was wiped, what somebody wrote in it later.

Whoever wiped it never saw that. In three steps it is found (`_changes`), sifted (`_kept`) and quoted (`added_to`):

- What was inserted where all around it stayed comes out alone: ‘Ik bel Els.’ became ‘Ik bel Els. En Piet.’: ‘En Piet.’
  A few words that it needs come with it: ‘Ik ga.’ became ‘Ik ga niet.’: ‘Ik ga niet.’ (`_inserted`).
- A sentence that was put otherwise stays whole, whichever of its words were wiped: without these it may say the
  opposite. ‘Ik zeg dit niet.’ became ‘Ik zeg dit.’: ‘Ik zeg dit.’
- So it is where the words are the same and a ‘niet’ goes with others: ‘Ik ga niet. Nu.’ became ‘Ik ga. Niet nu.’
  (`_says_the_same`).
- A run of four or more words that was copied falls out: ‘Nu eerst … schrijven.’
- What says nothing that the wiped text did not say falls out too: moved, in capitals, with other signs, shorter
  (`journal/wiped_words.py`).

When in doubt something is kept, and told.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from goedwerk_tui.base.comparison import Opcode, opcodes
from goedwerk_tui.journal.text_words import Words, bare, joined, lines_of, sentences_of, words_of
from goedwerk_tui.journal.wiped_words import COPIED, WipedWords, turn

_MANY = 4_000
"""Words above which lines alone are compared: comparing takes time by the square of their number."""


class _Change(NamedTuple):
    """Words in a row that an earlier version had not there."""

    words: Words
    before: Words = ()
    """The few words of its sentence before these, without which they say something else."""
    after: Words = ()
    moved: bool = True
    """Whether more was changed, so that a sentence in it may have stood elsewhere."""


def added_to(earlier: Sequence[str], text: str, *, worked: bool = False) -> str:
    """Return what a text has and its earlier versions had not, as it was typed; empty when that is nothing.

    Args:
        earlier: the versions that were wiped, the last one last.
        text: what it became.
        worked: whether it is an exercise put into words. The programme's words stand in it too, and those were not
            wiped: only whole lines of it count as copied.
    """
    new, versions = words_of(text), [words_of(each) for each in earlier]
    if not new or any(_says_the_same(each, new) for each in versions):
        return ""
    wiped = WipedWords([[bare(each) for each in sentences_of(version)] for version in versions])
    lines = {bare(line) for version in versions for line in lines_of(version)}
    changes = _changes(versions[-1] if versions else (), new)
    return _quoted(
        text, (run for each in changes for run in (_kept_lines(each, lines) if worked else _kept(each, wiped)))
    )


def _quoted(text: str, kept: Iterable[Words]) -> str:
    """Return what was kept as it was typed, with a sign for what falls out of a line."""
    said, line = "", None
    for run in kept:
        between = "" if line is None else " … " if line == run[0].line else "\n"
        said += between + text[run[0].begin : run[-1].end]
        line = run[-1].line
    return said


# What was changed


def _changes(old: Words, new: Words) -> Iterator[_Change]:
    """Yield what is new in the order of the text."""
    if (change := _in_one_place(old, new)) is not None:
        yield change._replace(moved=False)
        return
    before, after = lines_of(old), lines_of(new)
    found = opcodes([_compared(each) for each in before], [_compared(each) for each in after])
    if found is None:
        yield _Change(new)
        return
    for each in found:
        if each.tag in ("insert", "replace"):
            yield from _changes_of_lines(joined(before[each.old]), joined(after[each.new]))


def _changes_of_lines(old: Words, new: Words) -> list[_Change]:
    """Return what is new in lines: what was inserted, if nothing else was done to them; else all of it."""
    change = _in_one_place(old, new)
    return [change] if change else _between_sentences(old, new) or [_Change(new)]


def _between_sentences(old: Words, new: Words) -> list[_Change]:
    """Return what was inserted in more than one place, where each sentence stayed whole; nothing otherwise."""
    found = None if max(len(old), len(new)) > _MANY else opcodes(bare(old), bare(new))
    if found is None or not all(_is_left_whole(old, new, each) for each in found):
        return []
    spans = [each.new for each in found if each.tag == "insert"]
    changes = [_inserted(new[: each.start], new[each], new[each.stop :], inside=False) for each in spans]
    return [] if any(each.before or each.after for each in changes) else changes


def _is_left_whole(old: Words, new: Words, run: Opcode) -> bool:
    if run.tag == "equal":
        return _says_the_same(old[run.old], new[run.new])
    return run.tag == "insert" and not _is_inside(old, run.old.start)


def _in_one_place(old: Words, new: Words) -> _Change | None:
    """Return what was inserted in one place; None when more was changed.

    Where that place could be another one too, as its first words are those that follow it, a whole sentence is taken,
    or else all that it may be: every word of that is new in any case.
    """
    more = len(new) - len(old)
    if more <= 0:
        return None
    first = _same(old, new)
    last = len(old) - _same(old[::-1], new[::-1])
    if last > first or not (
        _says_the_same(old[:last], new[:last]) and _says_the_same(old[first:], new[first + more :])
    ):
        return None
    for at in range(last, first + 1):
        if new[at].starts and new[at + more - 1].ends:
            return _Change(new[at : at + more])
    begin, end = (last, last + more) if first - last >= COPIED else (last, first + more)
    return _inserted(new[:begin], new[begin:end], new[end:], inside=_is_inside(old, begin))


def _is_inside(old: Words, at: int) -> bool:
    return 0 < at < len(old) and not old[at - 1].ends


def _inserted(before: Words, words: Words, after: Words, *, inside: bool) -> _Change:
    """Return words that were inserted, with the few around them that they need: inside one, or where they turn it."""
    left, right = _last_sentence(before), sentences_of(after)[0] if after and not words[-1].ends else ()
    first, last = sentences_of(words)[0], _last_sentence(words)
    return _Change(
        words,
        left if len(left) < COPIED and (inside or turn(bare(first))) else (),
        right if len(right) < COPIED and (inside or turn(bare(last))) else (),
    )


def _last_sentence(words: Words) -> Words:
    """Return the sentence that words break off in; empty when they don't."""
    return sentences_of(words)[-1] if words and not words[-1].ends else ()


def _same(old: Words, new: Words) -> int:
    """Return with how many of the same words both begin."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((at for at, (one, other) in pairs if one.bare != other.bare), min(len(old), len(new)))


def _says_the_same(old: Words, new: Words) -> bool:
    """Return whether these are the same words, and what turns others goes with the same ones."""
    return _compared(old) == _compared(new)


def _compared(words: Words) -> tuple[tuple[str, ...], tuple[tuple[int, bool, bool], ...]]:
    """Return words for comparing, with where something that turns others has a pause before and behind it.

    The pauses at the edges are not theirs.
    """
    edge = len(words) - 1
    inner = [at for at, each in enumerate(words) if turn((each.bare,))]
    pauses = ((at, at == 0 or words[at - 1].pauses, at == edge or words[at].pauses) for at in inner)
    return bare(words), tuple(pauses)


# What is kept of it


def _kept_lines(change: _Change, there: set[tuple[str, ...]]) -> Iterator[Words]:
    """Yield what was changed, without lines that stand in an earlier version in the same words."""
    yield from _left_of(change, [bare(line) in there for line in lines_of(change.words) for _ in line])


def _kept(change: _Change, wiped: WipedWords) -> Iterator[Words]:
    """Yield what was changed, without what was copied from an earlier version, or says no more than that did."""
    out, at = wiped.copied_in(bare(change.words)), 0
    for sentence in sentences_of(change.words):
        its = slice(at, at := at + len(sentence))
        out[its] = _out_of(sentence, out[its], wiped, moved=change.moved)
    yield from _left_of(change, out)


def _out_of(sentence: Words, copied: list[bool], wiped: WipedWords, *, moved: bool) -> list[bool]:
    """Return of each word of a sentence whether it falls out.

    Where nothing new is left beside what was copied, and where the sentence may have stood elsewhere, it is all or
    nothing: it says nothing new, or it is a sentence that was put otherwise.
    """
    left = [word.bare for word, is_out in zip(sentence, copied, strict=True) if not is_out]
    none_left = any(copied) and wiped.know(left)
    is_whole = sentence[0].starts and sentence[-1].ends
    if none_left or (moved and is_whole):
        says_nothing = wiped.say(bare(sentence))
        if none_left or says_nothing:
            return [says_nothing] * len(sentence)
    return copied


def _left_of(change: _Change, out: Sequence[bool]) -> Iterator[Words]:
    """Yield what is left of a change, part by part, with what it needs around it; nothing where all is out."""
    if all(out):
        return
    words = [*change.before, *change.words, *change.after]
    is_out = [*([False] * len(change.before)), *out, *([False] * len(change.after))]
    for falls_out, group in groupby(zip(is_out, words, strict=True), key=lambda each: each[0]):
        if not falls_out:
            yield [word for _, word in group]
