"""A calendar file: a standing appointment to look back, and chosen days for sessions and meetings.

Nothing in it comes from the journal. Times are those of the place where one is (floating, RFC 5545 § 3.3.5), so that
three o'clock stays three o'clock when summer time begins, and no time zone has to be known.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from goedwerk_tui.guidance.rhythm import Every

_NAME = "Goed Werk"
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


def make_calendar(
    appointment: Appointment,
    sessions: Sequence[tuple[str, date]],
    meetings: Sequence[date],
    made: datetime,
    owner: str,
) -> bytes:
    """Return an iCalendar file (RFC 5545).

    Args:
        appointment: the standing one.
        sessions: titles of sessions, each with the day chosen for it.
        meetings: days on which the group meets.
        made: the moment it is made, aware.
        owner: what tells this person's calendar from another's. It can't be read back from the file. The same owner
            gets the same ids, so that taking the file in again replaces appointments instead of doubling them.
    """
    from icalendar import Calendar, Event

    events = {"terugkijken": _standing(appointment)}
    events |= {f"sessie {title}": _whole_day(title, day) for title, day in sessions}
    for number, day in enumerate(meetings, 1):
        events[f"bijeenkomst {number}"] = _whole_day(f"bijeenkomst {number}", day)
    calendar = _filled(Calendar(), {"prodid": "-//Goed Werk//goedwerk-tui//NL", "version": "2.0"})
    for name, fields in events.items():
        every = {
            "uid": f"{uuid.uuid5(uuid.NAMESPACE_URL, f'{owner}#{name}')}@goedwerk-tui",
            "dtstamp": made.astimezone(UTC),
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
        "dtend": day + timedelta(days=1),
        "transp": "TRANSPARENT",
    }


def _filled(component: Any, fields: dict[str, Any]) -> Any:
    for name, value in fields.items():
        component.add(name, value)
    return component
