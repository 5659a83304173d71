"""How long a step takes, where its author does not say so."""

from collections.abc import Iterable

from goedwerk_tui.base.text import count_words
from goedwerk_tui.programme.dialect import plain
from goedwerk_tui.programme.model import Block

WORDS_A_MINUTE = 200
MINUTES_AN_ANSWER = 3


def words_of(blocks: Iterable[Block]) -> int:
    """Return the number of words to read, voices included."""
    return sum(
        count_words(plain(text)) for block in blocks for text in (block.text, *(voice.text for voice in block.voices))
    )


def reckon(words: int, answers: int) -> int:
    """Return whole minutes, at least one.

    Args:
        words: what there is to read.
        answers: how many questions and choices there are.
    """
    return max(1, int(words / WORDS_A_MINUTE + MINUTES_AN_ANSWER * answers + 0.5))
