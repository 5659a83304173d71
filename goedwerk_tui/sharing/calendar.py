"""A calendar file: a standing appointment to look back, and chosen days for sessions and meetings.

Nothing that a person wrote is in it. Times are those of the place where one is (floating, RFC 5545 § 3.3.5), so that
three o'clock stays three o'clock when summer time begins, and no time zone has to be known.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from goedwerk_tui.guidance.reminders.rhythm import Every

_NAME = "Goed Werk"
_LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
_LAST_SEQUENCE = 2**31 - 1
"""What versions are counted from, in seconds: a number that has 31 bits, as calendars expect, until 2094."""
_RULES: dict[Every, dict[str, Any]] = {
    Every.DAY: {"freq": "daily"},
    Every.WEEK: {"freq": "weekly"},
    Every.FORTNIGHT: {"freq": "weekly", "interval": 2},
}


@dataclass(frozen=True)
class Appointment:
    """A standing appointment with oneself."""

    first: date
    at: time
    """Without a time zone: wherever one is."""
    lasts: timedelta
    every: Every
    """How often it comes back; not ``NEVER``."""


@dataclass(frozen=True)
class Gathering:
    """A meeting of a group."""

    key: str
    """Names it for good, whatever becomes of its day. It can't be read back from the file."""
    day: date
    title: str
    off: bool = False
    """Whether it was cancelled: a calendar that has it already then takes it away or crosses it out."""


def make_calendar(
    appointment: Appointment,
    sessions: Sequence[tuple[str, date]],
    gatherings: Sequence[Gathering],
    made: datetime,
    owner: str,
) -> bytes:
    """Return an iCalendar file (RFC 5545).

    Each event has an id of its own that stays the same, and a file that is made later counts as a later version of it
    (§ 3.8.7.4): taking the file in again replaces events instead of doubling them.

    Args:
        appointment: the standing one.
        sessions: titles of sessions, each with the day chosen for it.
        gatherings: when the group meets.
        made: the moment it is made, aware.
        owner: what tells this person's calendar from another's. It can't be read back from the file.
    """
    from icalendar import Calendar, Event

    events = {f"{owner}#terugkijken": _standing(appointment)}
    events |= {f"{owner}#sessie {title}": _whole_day(title, day) for title, day in sessions}
    for each in gatherings:
        status = {"status": "CANCELLED"} if each.off else {}
        events[each.key] = {**_whole_day(each.title, each.day), **status}
    calendar = _filled(Calendar(), {"prodid": "-//Goed Werk//goedwerk-tui//NL", "version": "2.0"})
    for key, fields in events.items():
        every = {
            "uid": f"{uuid.uuid5(uuid.NAMESPACE_URL, key)}@goedwerk-tui",
            "dtstamp": made.astimezone(UTC),
            "sequence": min(max(0, int((made - _LONG_AGO).total_seconds())), _LAST_SEQUENCE),
            "class": "PRIVATE",
        }
        calendar.add_component(_filled(Event(), {**every, **fields}))
    return calendar.to_ical()


def _standing(appointment: Appointment) -> dict[str, Any]:
    start = datetime.combine(appointment.first, appointment.at)
    return {
        "summary": f"{_NAME}: terugkijken",
        "description": "Tijd om terug te kijken op je werk. In de terminal: goedwerk",
        "dtstart": start,
        "dtend": start + appointment.lasts,
        "rrule": _RULES[appointment.every],
    }


def _whole_day(title: str, day: date) -> dict[str, Any]:
    return {
        "summary": f"{_NAME}: {title}",
        "dtstart": day,
        "duration": timedelta(days=1),
        "transp": "TRANSPARENT",
    }


def _filled(component: Any, fields: dict[str, Any]) -> Any:
    for name, value in fields.items():
        component.add(name, value)
    return component
