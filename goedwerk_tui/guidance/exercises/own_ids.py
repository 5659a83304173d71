"""What cards and items of one's own are known by, from one time to the next, without a word of what they say."""

import re
from collections.abc import Collection
from itertools import count

from goedwerk_tui.guidance.exercises.framed import digest, fold

_OWN = "eigen-"
_MADE = re.compile(r"[0-9a-f]{12}")
_NUMBER = re.compile(r"\d+")


def is_own(id: str) -> bool:
    """Return whether an id is of something of one's own, and not of the programme."""
    return id.startswith(_OWN)


def own_id(words: str, taken: Collection[str] = ()) -> str:
    """Return an id for something of one's own: the same for the same words, unless it is taken already."""
    texts = (fold(words) if again == 1 else f"{fold(words)} {again}" for again in count(1))
    return next(id for id in map(_of, texts) if id not in taken)


def lasting_id(id: str, text: str) -> str:
    """Return the id that something has now, by the id under which it was kept once.

    Args:
        id: that id; earlier versions put the first words in it, and the first edition numbered anew each time.
        text: what it says.
    """
    words = id.removeprefix(_OWN)
    if not is_own(id) or _MADE.fullmatch(words):
        return id
    return own_id(text) if _NUMBER.fullmatch(words) else _of(words)


def _of(words: str) -> str:
    return f"{_OWN}{digest(words)}"
