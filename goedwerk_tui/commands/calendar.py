"""``goedwerk agenda``: a standing appointment, sessions and meetings, for one's own calendar."""

import argparse
from collections.abc import Sequence
from datetime import date, timedelta

from goedwerk_tui.base.clock import DAYS, local, utc_now
from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.base.settings import read_settings
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.commands.moments import read_time
from goedwerk_tui.commands.opening import open_to_read
from goedwerk_tui.commands.output import Output
from goedwerk_tui.commands.pack import open_pack
from goedwerk_tui.guidance.days import day_in
from goedwerk_tui.guidance.reminders import rhythm
from goedwerk_tui.guidance.reminders.rhythm import Every
from goedwerk_tui.sharing.calendar import Appointment, Gathering, gatherings_of, make_calendar

_NOTHING = "Er is niets geschreven."


def write_calendar(options: argparse.Namespace) -> int:
    """Write a calendar file; the journal is read only for the days of its meetings, when none are named."""
    places = find_places(options.journal)
    settings = read_settings(places.settings)
    every = Every(options.elke) if options.elke else rhythm.every_of(settings.rhythm)
    today = local(utc_now()).date()
    appointment = Appointment(
        first=today + timedelta(days=(DAYS.index(options.dag) - today.weekday()) % 7),
        at=read_time(options.tijd, _NOTHING),
        lasts=timedelta(minutes=_minutes(options.minuten)),
        every=Every.WEEK if every is Every.NEVER else every,
    )
    programme = open_pack(options, settings).programme
    sessions = programme.sessions
    if len(options.sessies) > len(sessions):
        raise Trouble(f"Er zijn {len(sessions)} sessies, en je noemt {len(options.sessies)} dagen.", _NOTHING)
    titles = (session.title for session in sessions)
    chosen = list(zip(titles, map(_day, options.sessies), strict=False))
    gatherings = _named(options.bijeenkomsten, places)
    if not gatherings and places.journal.exists():
        gatherings = gatherings_of(open_to_read(places), programme, today)
    remind = timedelta(minutes=_minutes(options.herinnering)) if options.herinnering else None
    output = Output(options.uitvoer, places, overwrite=options.overschrijf, personal=False)
    output.write(make_calendar(appointment, chosen, gatherings, utc_now(), str(places.journal), remind))
    output.tell(f"Geschreven: {output.name}\nOpen het met je agenda. Van wat je schreef staat er niets in.")
    return 0


def _named(days: Sequence[str], places: Places) -> list[Gathering]:
    """Return the meetings that were named, known by their numbers."""
    return [
        Gathering(f"{places.journal}#bijeenkomst {number}", _day(day), f"bijeenkomst {number}")
        for number, day in enumerate(days, 1)
    ]


def _day(text: str) -> date:
    day = day_in(text)
    if day is None:
        raise Trouble(f"‘{text}’ lees ik niet als een dag.", _NOTHING, "Schrijf een dag als 3-12-2026.")
    return day


def _minutes(number: int) -> int:
    if not 1 <= number <= 24 * 60:
        raise Trouble(f"{number} minuten kan niet.", _NOTHING, "Kies een aantal van 1 tot 1440.")
    return number
