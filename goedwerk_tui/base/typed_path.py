"""Paths as they are typed behind a command."""

import os
import re
import shlex
from collections.abc import Sequence
from pathlib import Path

from goedwerk_tui.base.places import expanded

_PLAIN = re.compile(r"[\w@+=:,./\\~-]+" if os.name == "nt" else r"[\w@%+=:,./~-]+")
_READ_IN_QUOTES = re.compile(r"""["$`\\!]""")
"""Signs of which a shell makes something else between double quotes."""


def as_typed(word: str | Path) -> str:
    """Return a path, or another word, as it can be pasted behind a command: in quotes where it needs them."""
    text = str(word)
    if _PLAIN.fullmatch(text):
        return text
    return shlex.quote(text) if os.name != "nt" and _READ_IN_QUOTES.search(text) else f'"{text}"'


def with_quotes(words: Sequence[str]) -> str:
    """Return a command line as it is typed, where a path with a space in it was taken for several words.

    That is where together they name what is there, or a new name in a folder with a space that is there. Empty when no
    words do.
    """
    typed: list[str] = []
    at = 0
    while at < len(words):
        ends = range(at + 2, min(len(words), at + _MOST_WORDS) + 1)
        there = (end for end in reversed(ends) if _is_there(words[at:end]))
        new = (end for end in ends if _may_be_new(words[at:end]))
        end = next(there, 0) or next(new, 0) or at + 1
        typed.append(" ".join(words[at:end]))
        at = end
    return " ".join(map(as_typed, typed)) if len(typed) < len(words) else ""


_MOST_WORDS = 12


def _is_there(words: Sequence[str]) -> bool:
    return _exists(" ".join(words)) and not all(map(_exists, words))


def _may_be_new(words: Sequence[str]) -> bool:
    folder = Path(" ".join(words)).parent
    # What has a space within one word was in quotes already.
    apart = not any(" " in word or word[:1] == "-" for word in words)
    return apart and " " in str(folder) and _exists(str(folder))


def _exists(name: str) -> bool:
    try:
        return expanded(Path(name)).exists()
    except (OSError, ValueError):
        # Too long for a name, or with a sign that no name has.
        return False
