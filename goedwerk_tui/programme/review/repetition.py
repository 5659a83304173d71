"""Whether texts repeat each other."""

import re
from collections.abc import Iterator

from goedwerk_tui.base.folding import fold
from goedwerk_tui.programme.corpus import LocatedText, Remark, Whole
from goedwerk_tui.programme.dialect import plain

RUN = 8
OPENING = 3

_WORD = re.compile(r"\w[\w’'-]*")


def review(whole: Whole) -> Iterator[Remark]:
    """Remark on eight words in a row that stand in two texts, and on texts that open alike."""
    yield from _runs(whole)
    yield from _openings(whole)


def _runs(whole: Whole) -> Iterator[Remark]:
    first: dict[tuple[str, ...], tuple[str, LocatedText]] = {}
    told: set[tuple[str, str]] = set()
    for passage in whole.passages():
        if passage.path.startswith("sources["):
            continue
        here = _unit(passage)
        text = plain(passage.text)
        words = [(match.start(), match[0]) for match in _WORD.finditer(text)]
        folded = [fold(word) for _, word in words]
        for start in range(len(words) - RUN + 1):
            run = tuple(folded[start : start + RUN])
            there, earlier = first.setdefault(run, (here, passage))
            if there != here and (there, here) not in told:
                told.add((there, here))
                line = passage.line + text.count("\n", 0, words[start][0])
                shown = " ".join(word for _, word in words[start : start + RUN])
                yield Remark(passage.file, line, f"‘{shown}’ staat ook in {earlier.file}, bij regel {earlier.line}")


def _unit(passage: LocatedText) -> str:
    """Say which text a passage is part of: a step or page is one text, each item of a list is one."""
    item = passage.path.split("]")[0] if passage.path.startswith("[") else ""
    return passage.file + item


def _openings(whole: Whole) -> Iterator[Remark]:
    first: dict[tuple[str, ...], LocatedText] = {}
    for passage in whole.passages():
        if passage.path != "blocks[1]":
            continue
        words = tuple(fold(word) for word in _WORD.findall(plain(passage.text))[:OPENING])
        earlier = first.setdefault(words, passage)
        if earlier is not passage and len(words) == OPENING:
            yield Remark(passage.file, passage.line, f"begint met dezelfde drie woorden als {earlier.file}")
