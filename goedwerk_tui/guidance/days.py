"""Days as people write them in Dutch: ‘18 december’, ‘18-12’, ‘vrijdag’, ‘over twee weken’."""

import re
from collections.abc import Callable, Iterator
from datetime import date, time, timedelta

from goedwerk_tui.base.clock import DAYS, MONTHS, SHORT_MONTHS
from goedwerk_tui.base.text import whole_number

_LEADING = re.compile(r"^(?:(?:op|uiterlijk|per|voor|vóór|aanstaande|a\.?s\.?|komende|eerstkomende|de|die)\s+)+")
_NUMERIC = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2})(?:[-/. ]+(\d{4}|\d{2}))?\.?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NAMED = re.compile(r"(\d{1,2})(?:(?:ste|de|e)(?= ))?[-/. ]*([a-z]{3,9})\.?(?:[-/. ]+(\d{4}|\d{2}))?")
_PART = re.compile(r"(begin|half|medio|eind|einde) ([a-z]{3,9})(?: (\d{4}))?")
_AHEAD = re.compile(r"over (?:ongeveer |zo'n )?(een|\w+|\d{1,3}) (dag|dagen|week|weken|maand|maanden)")
_WEEK = re.compile(r"(?:in )?week (\d{1,2})")
_SATURDAY = 5
_SOON = {"vandaag": 0, "vanmiddag": 0, "vanavond": 0, "morgen": 1, "morgenochtend": 1, "overmorgen": 2}
_COUNTS = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
_SHORT_DAYS = {short: number for number, name in enumerate(DAYS) for short in (name[:2], name[:3])}
_IN_THE_MONTH = {"begin": 1, "half": 15, "medio": 15}


def time_in(text: str) -> time | None:
    """Return the time of day that a text names, as ‘15.30’, ‘15:30’ or ‘15’; None when it names none."""
    found = re.fullmatch(r"(\d{1,2})(?:[.:](\d{2}))?", text.strip())
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def day_in(text: str, today: date | None = None) -> date | None:
    """Return the day that somebody wrote, or None when it can't be told which one is meant.

    Args:
        text: what was written.
        today: the day it is, in local time. What names no year means the first such day from then on; what names a week
            or a part of a month means a working day in it. Without it only a whole date is read.
    """
    words = " ".join(text.casefold().replace(",", " ").replace("é", "e").split()).rstrip(".")
    words = _LEADING.sub("", words)
    whole = _whole(words)
    if whole or today is None:
        return whole
    if not words:
        return None
    try:
        if day := next((day for read in _READERS if (day := read(words, today))), None):
            return day
        return _working_day(next((day for read in _ROUGHLY if (day := read(words, today))), None), today)
    except OverflowError:
        return None


def _whole(words: str) -> date | None:
    """Read a date with its year, and the name of its day if that stands before it."""
    day = None
    if found := _ISO.fullmatch(words):
        day = _date(int(found[1]), int(found[2]), int(found[3]))
    for pattern in (_NUMERIC, _NAMED):
        if (found := pattern.fullmatch(words)) and found[3]:
            day = _date(_year(found[3]), _month(found[2]), int(found[1]))
    if day is None and (named := _after_day_name(words)):
        weekday, rest = named
        inner = _whole(rest)
        return inner if inner and inner.weekday() == weekday else None
    return day


def _without_year(words: str, today: date) -> date | None:
    for pattern in (_NUMERIC, _NAMED):
        if (found := pattern.fullmatch(words)) and not found[3]:
            return _first(today, lambda year: _date(year, _month(found[2]), int(found[1])))
    return None


def _soon(words: str, today: date) -> date | None:
    return today + timedelta(days=_SOON[words]) if words in _SOON else None


def _weekday(words: str, today: date) -> date | None:
    """Read ‘vrijdag’, ‘volgende week vrijdag’ and ‘vrijdag 18 december’; a name that does not fit its date is none."""
    next_week = today + timedelta(days=7 - today.weekday())
    for lead in ("volgende week ", "volgende "):
        if words.startswith(lead):
            number = _day_number(words.removeprefix(lead))
            return None if number is None else next_week + timedelta(days=number)
    if named := _after_day_name(words):
        weekday, rest = named
        if not rest:
            return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
        day = day_in(rest, today)
        return day if day and day.weekday() == weekday else None
    return None


def _in_days(words: str, today: date) -> date | None:
    found = _AHEAD.fullmatch(words)
    return _ahead(words, today) if found and found[2].startswith("dag") else None


def _ahead(words: str, today: date) -> date | None:
    found = _AHEAD.fullmatch(words)
    if found is None:
        return None
    number = _COUNTS.index(found[1]) if found[1] in _COUNTS else whole_number(found[1])
    if not number:
        return None
    if found[2].startswith("maand"):
        months = today.month - 1 + number
        return _last_that_is(today.year + months // 12, months % 12 + 1, today.day)
    return today + timedelta(days=number * (1 if found[2].startswith("dag") else 7))


def _week(words: str, today: date) -> date | None:
    """Read ‘volgende week’ as the same day of that week, in a weekend its Monday; and ‘week 3’ as its Monday."""
    if words == "volgende week":
        return today + timedelta(days=7 if today.weekday() < _SATURDAY else 7 - today.weekday())
    found = _WEEK.fullmatch(words)
    return _first(today, lambda year: _monday(year, int(found[1]))) if found else None


def _part_of_a_month(words: str, today: date) -> date | None:
    found = _PART.fullmatch(words)
    month = _month(found[2]) if found else 0
    if not found or not month:
        return None
    number = _IN_THE_MONTH.get(found[1], 31)
    if found[3]:
        return _last_that_is(int(found[3]), month, number)
    return _first(today, lambda year: _last_that_is(year, month, number))


def _working_day(day: date | None, today: date) -> date | None:
    """Return the Monday after a day in a weekend, or the Friday before it where that is in another month."""
    if day is None or day.weekday() < _SATURDAY:
        return day
    monday, friday = day + timedelta(days=7 - day.weekday()), day - timedelta(days=day.weekday() - _SATURDAY + 1)
    return friday if monday.month != day.month and friday >= today else monday


_READERS: tuple[Callable[[str, date], date | None], ...] = (_without_year, _soon, _weekday, _in_days)
_ROUGHLY: tuple[Callable[[str, date], date | None], ...] = (_ahead, _week, _part_of_a_month)


def _first(today: date, in_year: Callable[[int], date | None]) -> date | None:
    """Return the first such day from today on; one that not every year has may be a few years away."""
    days = (in_year(year) for year in range(today.year, min(today.year + 9, date.max.year + 1)))
    return next((day for day in days if day and day >= today), None)


def _after_day_name(words: str) -> tuple[int, str] | None:
    name, _, rest = words.partition(" ")
    number = _day_number(name)
    return None if number is None else (number, rest)


def _day_number(name: str) -> int | None:
    return DAYS.index(name) if name in DAYS else _SHORT_DAYS.get(name.rstrip("."))


def _month(name: str) -> int:
    """Return the number of a month; 0 for what is none."""
    if name.isdigit():
        return int(name)
    for number, (whole, short) in enumerate(_months(), 1):
        if name == short or (len(name) >= 3 and whole.startswith(name)):
            return number
    return 0


def _months() -> Iterator[tuple[str, str]]:
    return zip(MONTHS, SHORT_MONTHS, strict=True)


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _monday(year: int, week: int) -> date | None:
    try:
        return date.fromisocalendar(year, week, 1)
    except ValueError:
        return None


def _last_that_is(year: int, month: int, day: int) -> date | None:
    """Return this day of the month, or its last one where it has not so many."""
    return next((found for number in range(day, day - 4, -1) if (found := _date(year, month, number))), None)


def _date(year: int, month: int, day: int) -> date | None:
    """Return this day, if the calendar has it; the very last has no day after it, on which what begins late ends."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if found < date.max else None
