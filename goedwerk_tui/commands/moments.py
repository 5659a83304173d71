"""Moments as they are typed on the command line."""

from datetime import time

from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.days import time_in


def read_time(text: str, meaning: str) -> time:
    """Return a time of day that was typed as ‘15.30’, ‘15:30’ or ‘15’.

    Args:
        text: what was typed.
        meaning: what it means that it can't be read, as a sentence.

    Raises:
        Trouble: it is no time.
    """
    moment = time_in(text)
    if moment is None:
        raise Trouble(f"‘{text}’ lees ik niet als een tijd.", meaning, "Schrijf een tijd als 15.30.")
    return moment
