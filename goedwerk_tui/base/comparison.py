"""Comparing two rows with Python's difflib, in a bounded time.

It looks at each pair of the same item, once for each part that is the same in both: of rows that hold little else than
the same few items that takes time by their length to the third power.
"""

from collections import Counter
from collections.abc import Hashable, Sequence
from difflib import Match, SequenceMatcher
from itertools import accumulate
from typing import NamedTuple

_MOST = 5_000_000
"""Pairs that are looked at, in some half a second: what was changed in a text of four thousand words takes a fifth."""


class Opcode(NamedTuple):
    """Items in a row of which the same became."""

    tag: str
    """‘equal’, ‘insert’, ‘delete’ or ‘replace’."""
    old: slice
    new: slice


class _TooManyError(Exception):
    """More pairs are to be looked at than may be."""


class _Matcher(SequenceMatcher[Hashable]):
    def __init__(self, old: Sequence[Hashable], new: Sequence[Hashable]) -> None:
        super().__init__(None, old, new, autojunk=False)
        there = Counter(new)
        self._pairs = [0, *accumulate(there[each] for each in old)]
        """How many pairs there are with each of the items before this one."""
        self._left = _MOST

    def find_longest_match(self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None) -> Match:
        self._left -= self._pairs[-1 if ahi is None else ahi] - self._pairs[alo]
        if self._left < 0:
            raise _TooManyError
        return super().find_longest_match(alo, ahi, blo, bhi)


def opcodes(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Opcode] | None:
    """Return how one row became the other, in order; None where looking for that would take too long."""
    try:
        found = _Matcher(old, new).get_opcodes()
    except _TooManyError:
        return None
    return [Opcode(tag, slice(i, j), slice(k, m)) for tag, i, j, k, m in found]
