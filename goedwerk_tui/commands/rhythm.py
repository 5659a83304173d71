"""``goedwerk vraag``, ``herinner`` and ``agenda``: between the sessions, without a screen."""

import argparse
import re
import sys
import textwrap
from datetime import date, time, timedelta
from pathlib import Path

from goedwerk_tui.base.clock import DAYS, local, utc_now
from goedwerk_tui.base.files import atomic_write
from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.base.settings import Settings, read_settings
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.commands.editor import own_editor, write_in
from goedwerk_tui.commands.journal import typed
from goedwerk_tui.guidance import intentions, rhythm
from goedwerk_tui.guidance.exercises.form import day_in
from goedwerk_tui.guidance.rhythm import Every
from goedwerk_tui.guidance.words import about_waiting
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.journal.inbox import leave_note
from goedwerk_tui.programme import Pack, open_content
from goedwerk_tui.programme.model import Prompt
from goedwerk_tui.sharing.calendar import Appointment, make_calendar
from goedwerk_tui.sharing.writing import check_target

_WIDTH = 76
_NOTHING = "Er is niets geschreven."
_PERIODS = {Every.DAY: "vandaag", Every.WEEK: "deze week", Every.FORTNIGHT: "deze twee weken"}


def ask(options: argparse.Namespace) -> int:
    """Show the question of this period and leave the answer in the inbox; an empty one leaves nothing."""
    places = find_places(options.journal)
    settings = read_settings(places.settings)
    every = rhythm.every_of(settings.rhythm)
    if every is Every.NEVER:
        print("De vraag tussendoor staat uit. In het programma zet je haar weer aan, met ctrl+p.")
        return 0
    journal = Journal.open(places, read_only=True)
    pack = _content(options, settings)
    prompt = rhythm.question_now(pack.prompts(), pack.programme, journal, _today(journal), every)
    if prompt is None:
        print(f"Er wacht {_PERIODS[every]} geen vraag meer. De volgende komt vanzelf.")
        return 0
    print(_shown(prompt), flush=True)
    _take_answer(places, prompt, pack)
    return 0


def remind(options: argparse.Namespace) -> int:
    """Print one line when something waits; nothing when nothing does, when the rhythm is off or before the start."""
    places = find_places(options.journal)
    settings = read_settings(places.settings)
    every = rhythm.every_of(settings.rhythm)
    if every is Every.NEVER or not places.journal.exists():
        return 0
    journal = Journal.open(places, read_only=True)
    today = _today(journal)
    pack = _content(options, settings)
    waits: list[str] = []
    if rhythm.question_now(pack.prompts(), pack.programme, journal, today, every):
        waits.append(f"er wacht {_PERIODS[every]} een vraag op je (goedwerk vraag)")
    if due := len(intentions.due(journal, today)):
        waits.append(f"{about_waiting(due)} (goedwerk, en dan h)")
    if waits:
        print(f"Goed Werk: {'; '.join(each[0].lower() + each[1:] for each in waits)}.")
    return 0


def write_calendar(options: argparse.Namespace) -> int:
    """Write a calendar file with a standing appointment and the days that were named; the journal is not opened."""
    places = find_places(options.journal)
    settings = read_settings(places.settings)
    every = Every(options.elke) if options.elke else rhythm.every_of(settings.rhythm)
    today = local(utc_now()).date()
    appointment = Appointment(
        first=today + timedelta(days=(DAYS.index(options.dag) - today.weekday()) % 7),
        at=_time(options.tijd),
        lasts=timedelta(minutes=_minutes(options.minuten)),
        every=Every.WEEK if every is Every.NEVER else every,
    )
    sessions = _content(options, settings).programme.sessions
    if len(options.sessies) > len(sessions):
        raise Trouble(f"Er zijn {len(sessions)} sessies, en je noemt {len(options.sessies)} dagen.", _NOTHING)
    titles = (session.title for session in sessions)
    chosen = list(zip(titles, map(_day, options.sessies), strict=False))
    meetings = [_day(each) for each in options.bijeenkomsten]
    target = check_target(options.uitvoer, overwrite=options.overschrijf)
    atomic_write(target, make_calendar(appointment, chosen, meetings, utc_now(), str(places.journal)))
    print(f"Geschreven: {target}\nOpen het met je agenda. Er staat niets in uit je dagboek.")
    return 0


def _day(text: str) -> date:
    day = day_in(text)
    if day is None:
        raise Trouble(f"‘{text}’ lees ik niet als een dag.", _NOTHING, "Schrijf een dag als 3-12-2026.")
    return day


def _time(text: str) -> time:
    found = re.fullmatch(r"(\d{1,2})(?:[.:](\d{2}))?", text.strip())
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
    if hour > 23 or minute > 59:
        raise Trouble(f"‘{text}’ lees ik niet als een tijd.", _NOTHING, "Schrijf een tijd als 15.30.")
    return time(hour, minute)


def _minutes(number: int) -> int:
    if not 1 <= number <= 24 * 60:
        raise Trouble(f"{number} minuten kan niet.", _NOTHING, "Kies een aantal van 1 tot 1440.")
    return number


def _content(options: argparse.Namespace, settings: Settings) -> Pack:
    own = Path(settings.content).expanduser() if settings.content else None
    return open_content(options.content or own)


def _today(journal: Journal) -> date:
    return local(journal.now()).date()


def _shown(prompt: Prompt) -> str:
    parts = (textwrap.fill(each, _WIDTH) for each in (prompt.text, prompt.hint) if each)
    return "\n\n".join(parts) + "\n"


def _take_answer(places: Places, prompt: Prompt, pack: Pack) -> None:
    def keep(text: str) -> None:
        if text.strip():
            leave_note(places, text, kind=Kind.ANSWER, origin=rhythm.origin_of(prompt, pack.programme))
            print("Bewaard. Je antwoord staat de volgende keer in je dagboek.")
        else:
            print("Er stond niets in. Er is niets bewaard; de vraag blijft staan.")

    editor = own_editor()
    if editor and sys.stdin.isatty():
        write_in(editor, _shown(prompt), keep)
    else:
        keep(typed("Schrijf je antwoord. Een lege regel sluit af."))
