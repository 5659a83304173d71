"""What is kept beside a text, made safe to keep: the values of exercises and choices, and where it was written."""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

import msgspec

from goedwerk_tui.base.text import clean
from goedwerk_tui.journal.entry import Origin

DEPTH = 50
"""How deep values may lie in one another."""


def clean_values(values: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """Return a copy that nobody else holds, with every text in it cleaned.

    Raises:
        TypeError: a value that JSON doesn't have.
        ValueError: a number that is not finite, or values that lie too deep.
    """
    return None if values is None else cast("dict[str, Any]", _clean(values, DEPTH))


def clean_origin(origin: Origin | None) -> Origin | None:
    """Return where something was written, with clean titles and words."""
    if origin is None:
        return None
    texts = (origin.session_title, origin.step_title, origin.words)
    session, step, words = map(clean, texts)
    if (session, step, words) == texts:
        return origin
    return msgspec.structs.replace(origin, session_title=session, step_title=step, words=words)


def is_shallow(value: object, depth: int = DEPTH) -> bool:
    """Return whether no value of JSON's types lies deeper than allowed."""
    if isinstance(value, Mapping):
        inside = list(cast("Mapping[str, object]", value).values())
    elif isinstance(value, list):
        inside = cast("list[object]", value)
    else:
        return True
    return depth > 0 and all(is_shallow(each, depth - 1) for each in inside)


def texts_in(value: object) -> Iterator[str]:
    """Yield each text in values of JSON's types."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in cast("Mapping[str, object]", value).values():
            yield from texts_in(each)
    elif isinstance(value, Sequence) and not isinstance(value, bytes):
        for each in cast("Sequence[object]", value):
            yield from texts_in(each)


def _clean(value: object, depth: int) -> object:
    if depth < 0:
        raise ValueError("values lie too deep")
    if isinstance(value, str):
        return clean(value)
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        if not math.isfinite(value):
            raise ValueError(f"{value} can't be kept")
        return value
    if isinstance(value, Mapping):
        pairs = cast("Mapping[object, object]", value)
        return {clean(str(key)): _clean(each, depth - 1) for key, each in pairs.items()}
    if isinstance(value, Sequence) and not isinstance(value, bytes):
        return [_clean(each, depth - 1) for each in cast("Sequence[object]", value)]
    raise TypeError(f"{type(value).__name__} can't be kept")
