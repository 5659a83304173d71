"""How many pieces there are, in Dutch: as many as one counts in Dagboek.

The log of exports is no writing, what was wiped is gone, and what an exercise among them tells is no piece beside it.
"""

from collections.abc import Iterable

from goedwerk_tui.guidance.told_once import told_once
from goedwerk_tui.guidance.words import pieces
from goedwerk_tui.journal import Entry, Kind, State


def counted(entries: Iterable[Entry]) -> str:
    """Return how many pieces these are, and how many of them lie in the trash."""
    entries = tuple(entries)
    here, trash = number_of(entries), sum(each.state is State.TRASH and each.kind is not Kind.LOG for each in entries)
    if not trash:
        return pieces(here)
    return f"{pieces(here)}, en {trash} in de prullenbak" if here else f"{pieces(trash)}, in de prullenbak"


def number_of(entries: Iterable[Entry]) -> int:
    """Return how many pieces there are outside the trash."""
    return len(told_once(each for each in entries if each.state is State.LIVE and each.kind is not Kind.LOG))
