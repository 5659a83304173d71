"""``goedwerk agenda``: a standing appointment, sessions and meetings, for one's own calendar."""

import argparse
from datetime import date, timedelta

from goedwerk_tui.base.clock import DAYS, local, utc_now
from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.base.settings import Settings, read_settings
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
    today = local(utc_now()).date()
    programme = open_pack(options, settings).programme
    sessions = programme.sessions
    if len(options.sessies) > len(sessions):
        raise Trouble(f"Er zijn {len(sessions)} sessies, en je noemt {len(options.sessies)} dagen.", _NOTHING)
    titles = (session.title for session in sessions)
    chosen = list(zip(titles, (_day(each, today) for each in options.sessies), strict=False))
    if options.bijeenkomsten:
        # It is for everybody of a group, and when one looks back is each one's own affair.
        appointment, gatherings = None, _named(options, places, today)
    else:
        appointment = _looking_back(options, settings, today)
        gatherings = gatherings_of(open_to_read(places), programme, today) if places.journal.exists() else []
    remind = None if options.herinnering is None else timedelta(minutes=_minutes(options.herinnering))
    output = Output(options.uitvoer, places, overwrite=options.overschrijf, personal=False)
    output.write(make_calendar(appointment, chosen, gatherings, utc_now(), str(places.journal), remind))
    output.tell(f"Geschreven: {output.name}\nOpen het met je agenda. Van wat je schreef staat er niets in.")
    return 0


def _looking_back(options: argparse.Namespace, settings: Settings, today: date) -> Appointment:
    every = Every(options.elke) if options.elke else rhythm.every_of(settings.rhythm)
    return Appointment(
        first=today + timedelta(days=(DAYS.index(options.dag or "vrijdag") - today.weekday()) % 7),
        at=read_time("15.00" if options.tijd is None else options.tijd, _NOTHING),
        lasts=timedelta(minutes=_minutes(15 if options.minuten is None else options.minuten)),
        every=Every.WEEK if every is Every.NEVER else every,
    )


def _named(options: argparse.Namespace, places: Places, today: date) -> list[Gathering]:
    """Return the meetings that were named, known by their numbers: their titles have one where there are several.

    Raises:
        Trouble: a day or time can't be read or is past, or something was asked for that meetings do not have.
    """
    for name in ("dag", "elke"):
        if getattr(options, name):
            raise Trouble(
                f"Met --bijeenkomsten komt er geen vast moment om terug te kijken in; --{name} hoort daarbij.",
                _NOTHING,
                "Laat een van de twee weg, of maak er twee bestanden van.",
            )
    if options.minuten is not None and options.tijd is None:
        raise Trouble("Met --minuten moet je ook zeggen hoe laat het begint.", _NOTHING, "Zet er --tijd 9.00 bij.")
    at = None if options.tijd is None else read_time(options.tijd, _NOTHING)
    lasts = timedelta(minutes=_minutes(60 if options.minuten is None else options.minuten))
    several = len(options.bijeenkomsten) > 1
    return [
        Gathering(
            f"{places.journal}#bijeenkomst {number}",
            _day(day, today),
            f"bijeenkomst {number}" if several else "bijeenkomst",
            at=at,
            lasts=lasts,
        )
        for number, day in enumerate(options.bijeenkomsten, 1)
    ]


def _day(text: str, today: date) -> date:
    day = day_in(text)
    if day is None:
        raise Trouble(f"‘{text}’ lees ik niet als een dag.", _NOTHING, "Schrijf een dag als 3-12-2026.")
    if day < today:
        raise Trouble(f"‘{text}’ is al geweest.", _NOTHING, "Welke dag die nog komt bedoel je?")
    return day


def _minutes(number: int) -> int:
    if not 1 <= number <= 24 * 60:
        raise Trouble(f"{number} minuten kan niet.", _NOTHING, "Kies een aantal van 1 tot 1440.")
    return number
