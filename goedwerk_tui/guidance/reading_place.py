"""Where somebody was in the text of a step. It stands in the journal's progress, under a key of its own."""

from collections.abc import Mapping
from typing import NamedTuple

from goedwerk_tui.base.text import whole_number
from goedwerk_tui.journal import Journal, Status, StepProgress

_KEY = "leesplek"


class ReadingPlace(NamedTuple):
    """What stands at the top of the screen, whatever its width."""

    block: str
    """The slug of the block."""
    permille: int = 0
    """How much of the block was scrolled past, in thousandths of its height."""


def key_of(step_id: str) -> str:
    """Return the key of a step's reading place in the progress."""
    return f"{_KEY}/{step_id}"


def read(step_id: str, progress: Mapping[str, StepProgress]) -> ReadingPlace | None:
    """Return where somebody was in a step, or None where that is not known."""
    found = progress.get(key_of(step_id))
    block, _, permille = found.stop.rpartition("/") if found else ("", "", "")
    number = whole_number(permille)
    return None if number is None else ReadingPlace(block, number)


def keep(journal: Journal, step_id: str, place: ReadingPlace) -> None:
    """Note where somebody is in a step."""
    stop = f"{place.block}/{place.permille}"
    journal.set_progress(key_of(step_id), StepProgress(Status.STARTED, stop, journal.now()))
