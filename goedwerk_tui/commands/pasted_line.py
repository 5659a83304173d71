"""A command line that was pasted from a word processor, with its dashes and its quotes: what was meant by it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goedwerk_tui.base.typed_path import as_typed

_DASHED = re.compile(r"[-‐‑‒–—―−]*[‐‑‒–—―−][-‐‑‒–—―−]*(?=[a-z])")
_OPENED = re.compile(r"(?P<option>--[\w-]+=)?[“”„‘‚](?P<rest>.*)", re.DOTALL)
_CLOSES = ("“", "”", "’")
_DASH = "Er staat een lang streepje, zoals Word dat van twee korte maakt."
_QUOTES = "Er staan gekrulde aanhalingstekens, zoals Word die maakt; een opdracht kent alleen rechte."


@dataclass(frozen=True)
class _Part:
    """Words as they came, and what they are together."""

    words: tuple[str, ...]
    meant: str
    why: str = ""
    """What stands in the way, where they are not what was meant."""


def as_meant(words: Sequence[str], complaint: str) -> str:
    """Return, in Dutch, how a command is typed that has a word processor's signs; empty where those did no harm.

    Args:
        words: the words as they came.
        complaint: what was said of them; signs that it does not name may be meant.
    """
    parts = list(_parts(words))
    slips = [part for part in parts if part.why]
    if not any(word in complaint for slip in slips for word in slip.words):
        return ""
    why = " ".join(dict.fromkeys(slip.why for slip in slips))
    return f"{why} Zo typ je het: goedwerk {' '.join(as_typed(part.meant) for part in parts)}"


def _parts(words: Sequence[str]) -> Iterator[_Part]:
    """Yield the words of a line, those that belong together as one."""
    at = 0
    while at < len(words):
        part = _quoted(words[at:]) or _dashed(words[at]) or _Part((words[at],), words[at])
        yield part
        at += len(part.words)


def _dashed(word: str) -> _Part | None:
    dashes = _DASHED.match(word)
    if dashes is None:
        return None
    name = word[dashes.end() :]
    return _Part((word,), f"{'--' if len(name) > 1 else '-'}{name}", _DASH)


def _quoted(words: Sequence[str]) -> _Part | None:
    """Return the words from one curly quote to the next as one word."""
    opened = _OPENED.fullmatch(words[0])
    if opened is None:
        return None
    parts = [opened["rest"], *words[1:]]
    end = next((n for n, part in enumerate(parts) if part.endswith(_CLOSES)), None)
    if end is None:
        return None
    text = " ".join(parts[: end + 1])[:-1]
    return _Part(tuple(words[: end + 1]), f"{opened['option'] or ''}{text}", _QUOTES)
