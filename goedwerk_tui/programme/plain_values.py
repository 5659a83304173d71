"""Days and numbers as a Dutch author writes them, where a file wants them in figures."""

import re
from datetime import date

from goedwerk_tui.base.clock import MONTHS, SHORT_MONTHS

_UNITS = {"uur": 60, "kwartier": 15, "jaar": 12}
_NUMBERS = {"kwartier": 15, "half uur": 30, "halfuur": 30, "drie kwartier": 45, "driekwartier": 45, "uur": 60,
    "half jaar": 6, "halfjaar": 6, "jaar": 12, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7,
    "acht": 8, "negen": 9, "tien": 10, "twaalf": 12, "vijftien": 15, "twintig": 20,
    "dertig": 30, "zestig": 60}  # fmt: skip
"""What is written in words: a time in minutes, a while in months, and numbers."""


def day_meant(text: str) -> str:
    """Return the day that is written in the Dutch way, as a file has it; empty where it is none."""
    found = re.fullmatch(r"(\d{1,2})[ ./-]+(\d{1,2}|[a-z]+)[ ./-]+(\d{4})", text.lower())
    if found is None:
        return ""
    named = next((n for n, names in enumerate(zip(MONTHS, SHORT_MONTHS, strict=True), 1) if found[2] in names), 0)
    month = int(found[2]) if found[2].isdecimal() else named
    try:
        return date(int(found[3]), month, int(found[1])).isoformat()
    except ValueError:
        return ""


def is_day(text: str) -> bool:
    """Return whether a day as a file has it is in the calendar; the thirty-first of November is not."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def number_meant(text: str) -> int:
    """Return the number that is in words, or has words beside it; 0 where there is none."""
    words = text.strip().lower()
    if found := re.fullmatch(r"(?:ongeveer |ca\.? |circa )?(\d{1,4})\s*([a-z]*)\D*", words):
        return int(found[1]) * _UNITS.get(found[2], 1)
    return next((number for said, number in _NUMBERS.items() if words in (said, f"een {said}")), 0)
