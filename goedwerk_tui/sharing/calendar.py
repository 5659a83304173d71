"""A calendar file: an appointment to look back, once or standing, and chosen days for sessions and meetings.

Nothing that a person wrote is in it. Times are those of the place where one is (floating, RFC 5545 § 3.3.5), so that
three o'clock stays three o'clock when summer time begins, and no time zone has to be known.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from goedwerk_tui.guidance.reminders.meetings import cancelled
from goedwerk_tui.guidance.reminders.rhythm import Every
from goedwerk_tui.journal import Journal
from goedwerk_tui.programme.model import Programme

_NAME = "Goed Werk"
_LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
_LAST_SEQUENCE = 2**31 - 1
"""What versions are counted from, in seconds: a number that has 31 bits, as calendars expect, until 2094."""
_RULES: dict[Every, dict[str, Any]] = {
    Every.DAY: {"freq": "daily"},
    Every.WEEK: {"freq": "weekly"},
    Every.FORTNIGHT: {"freq": "weekly", "interval": 2},
}


_DAY_BEFORE = timedelta(hours=-15)
"""When a calendar reminds of a whole day: at nine in the morning of the day before."""


@dataclass(frozen=True)
class Appointment:
    """An appointment with oneself."""

    first: date
    at: time
    """Without a time zone: wherever one is."""
    lasts: timedelta
    every: Every
    """How often it comes back; ``NEVER`` for once."""


@dataclass(frozen=True)
class Gathering:
    """A meeting of a group."""

    key: str
    """Names it for good, whatever becomes of its day. It can't be read back from the file."""
    day: date
    title: str
    off: bool = False
    """Whether it was cancelled: a calendar that has it already then takes it away or crosses it out."""
    at: time | None = None
    """Without a time zone; None for a whole day."""
    lasts: timedelta = timedelta(hours=1)
    """From that time on."""


def gatherings_of(journal: Journal, programme: Programme, today: date) -> list[Gathering]:
    """Return the meetings that a journal has, of today and later; with those that were cancelled, as such."""
    titles = {session.id: f" – {session.title}" for session in programme.sessions}
    return [
        Gathering(each.id, each.day, f"bijeenkomst{titles.get(each.session, '')}", off=off)
        for off, group in ((False, journal.meetings), (True, cancelled(journal)))
        for each in group
        if each.day >= today
    ]


def make_calendar(
    appointment: Appointment | None,
    sessions: Sequence[tuple[str, date]],
    gatherings: Sequence[Gathering],
    made: datetime,
    owner: str,
    remind: timedelta | None = None,
) -> bytes:
    """Return an iCalendar file (RFC 5545).

    Each event has an id of its own that stays the same, and a file that is made later counts as a later version of it
    (§ 3.8.7.4): taking the file in again replaces events instead of doubling them.

    Args:
        appointment: the one with oneself; None for none.
        sessions: titles of sessions, each with the day chosen for it.
        gatherings: when the group meets.
        made: the moment it is made, aware.
        owner: what tells this person's calendar from another's. It can't be read back from the file.
        remind: how long before an event the calendar is to remind of it; of a day it then does so the morning
            before. None for no reminder.
    """
    from icalendar import Alarm, Calendar, Event

    events = {f"{owner}#{_name(appointment)}": _with_oneself(appointment)} if appointment else {}
    events |= {f"{owner}#sessie {title}": _whole_day(title, day) for title, day in sessions}
    for each in gatherings:
        status = {"status": "CANCELLED"} if each.off else {}
        events[each.key] = {**_together(each), **status}
    calendar = _filled(Calendar(), {"prodid": "-//Goed Werk//goedwerk-tui//NL", "version": "2.0"})
    for key, fields in events.items():
        every = {
            "uid": f"{uuid.uuid5(uuid.NAMESPACE_URL, key)}@goedwerk-tui",
            "dtstamp": made.astimezone(UTC),
            "sequence": min(max(0, int((made - _LONG_AGO).total_seconds())), _LAST_SEQUENCE),
            "class": "PRIVATE",
        }
        event = _filled(Event(), {**every, **fields})
        if remind is not None and "status" not in fields:
            before = -remind if isinstance(fields["dtstart"], datetime) else _DAY_BEFORE
            alarm = {"action": "DISPLAY", "description": fields["summary"], "trigger": before}
            event.add_component(_filled(Alarm(), alarm))
        calendar.add_component(event)
    return calendar.to_ical()


def _name(appointment: Appointment) -> str:
    once = appointment.every is Every.NEVER
    return f"zitten {appointment.first.isoformat()}" if once else "terugkijken"


def _with_oneself(appointment: Appointment) -> dict[str, Any]:
    start = datetime.combine(appointment.first, appointment.at)
    rule = _RULES.get(appointment.every)
    return ({"rrule": rule} if rule else {}) | {
        "summary": f"{_NAME}: terugkijken",
        "description": "Tijd om terug te kijken op je werk. In de terminal: goedwerk",
        "dtstart": start,
        "dtend": start + appointment.lasts,
    }


def _together(each: Gathering) -> dict[str, Any]:
    if each.at is None:
        return _whole_day(each.title, each.day)
    start = datetime.combine(each.day, each.at)
    return {"summary": f"{_NAME}: {each.title}", "dtstart": start, "dtend": start + each.lasts}


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
