"""How hard a text reads."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from goedwerk_tui.programme.corpus import LocatedText, Remark, Whole
from goedwerk_tui.programme.dialect import plain

EASY_ENOUGH = 45
"""Flesch-Douma below which a text is remarked upon."""
LONG_SENTENCES = 20
"""Words in the mean sentence above which a text is remarked upon."""
TOO_SHORT_TO_TELL = 50

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_VOWELS = re.compile(
    "aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|au|ou|[aeiouyàáâäèéêëìíîïòóôöùúûü]",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…]{1,4}[’”\"')]{0,3}\s+(?=[‘“\"'(–]*[A-ZÀ-Þ0-9])|\n\s*\n|\n(?=[-+*>#|] )")


@dataclass(frozen=True)
class Readability:
    """The figures of one text."""

    words: int
    mean_sentence: float
    """Words a sentence."""
    flesch_douma: float
    """From 0 (very hard) to 100 (very easy)."""


def sentences(text: str) -> list[str]:
    """Return the sentences of a Markdown text; a list item or a heading is one of its own."""
    found = (plain(part).strip() for part in _SENTENCE_END.split(text))
    return [sentence for sentence in found if _WORD.search(sentence)]


def syllables(word: str) -> int:
    """Return about how many syllables a Dutch word has, at least one."""
    return max(1, len(_VOWELS.findall(word)))


def readability(text: str) -> Readability | None:
    """Reckon the reading ease by Douma (1960), who fitted Flesch's formula to Dutch.

    206.84 − 0.77 × syllables in 100 words − 0.93 × words in a sentence.

    Returns:
        The figures, or None for a text without words.
    """
    parts = sentences(text)
    words = [word for part in parts for word in _WORD.findall(part)]
    if not words:
        return None
    mean = len(words) / len(parts)
    in_hundred = 100 * sum(syllables(word) for word in words) / len(words)
    return Readability(len(words), mean, 206.84 - 0.77 * in_hundred - 0.93 * mean)


def review(whole: Whole) -> Iterator[Remark]:
    """Remark on texts with long sentences or a low reading ease."""
    for file, passages in _bodies(whole).items():
        figures = readability("\n\n".join(passage.text for passage in passages))
        if figures is None or figures.words < TOO_SHORT_TO_TELL:
            continue
        line = passages[0].line
        if figures.mean_sentence > LONG_SENTENCES:
            mean = f"{figures.mean_sentence:.1f}".replace(".", ",")
            yield Remark(file, line, f"lange zinnen: gemiddeld {mean} woorden; streef naar hoogstens {LONG_SENTENCES}")
        if figures.flesch_douma < EASY_ENOUGH:
            text = f"leest zwaar: Flesch-Douma {figures.flesch_douma:.0f}; streef naar {EASY_ENOUGH} of meer"
            yield Remark(file, line, text)


def _bodies(whole: Whole) -> dict[str, list[LocatedText]]:
    bodies: dict[str, list[LocatedText]] = {}
    for passage in whole.passages():
        if passage.path.startswith("blocks[") and not passage.path.endswith(".who"):
            bodies.setdefault(passage.file, []).append(passage)
    return bodies
