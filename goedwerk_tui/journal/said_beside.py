"""What a person reads beside the text of a piece, apart from the ids, days and marks that are kept there too."""

from collections.abc import Iterator, Mapping
from typing import Any

from goedwerk_tui.journal.entry import Kind

OPTION_TEXT = "option_text"
"""In the data of a choice: the option that was chosen, in the words as they were shown."""
MEANING = "betekent"
"""In the data of a word: what is meant by it. The exercise that collects words names it so too."""
WHEN = "wanneer"
"""In the data of a word: when it was said."""
STEP = "step"
"""In the data of a condition: what a person may do about it."""

_NAMED = {Kind.CHOICE: (OPTION_TEXT,), Kind.TERM: (MEANING, WHEN), Kind.CONDITION: (STEP,)}
_BY_NAME_ALONE = frozenset({Kind.CHOICE, Kind.EXERCISE, Kind.LOG})
"""An exercise says all of it in its text: its values hold the words of the programme too, done or not."""


def said_beside(kind: Kind, data: Mapping[str, Any] | None) -> Iterator[str]:
    """Yield what is said beside a text of some kind.

    A list of somebody's own content keeps it under names that are not known here: there an id, a day or a mark is a
    single word.
    """
    named = _NAMED.get(kind, ())
    for name, said in (data or {}).items():
        words = isinstance(said, str) and " " in said.strip() and kind not in _BY_NAME_ALONE
        if words or (name in named and said):
            yield str(said)
