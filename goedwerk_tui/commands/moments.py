"""Moments as they are typed on the command line."""

import re
from datetime import time

from goedwerk_tui.base.trouble import Trouble


def read_time(text: str, meaning: str) -> time:
    """Return a time of day that was typed as ‘15.30’, ‘15:30’ or ‘15’.

    Args:
        text: what was typed.
        meaning: what it means that it can't be read, as a sentence.

    Raises:
        Trouble: it is no time.
    """
    found = re.fullmatch(r"(\d{1,2})(?:[.:](\d{2}))?", text.strip())
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
    if hour > 23 or minute > 59:
        raise Trouble(f"‘{text}’ lees ik niet als een tijd.", meaning, "Schrijf een tijd als 15.30.")
    return time(hour, minute)
