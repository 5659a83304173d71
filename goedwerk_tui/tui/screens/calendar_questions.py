"""Putting the next sitting and the meetings of the group in one's own calendar: a few questions, and a file."""

import asyncio
from datetime import date, time, timedelta
from functools import partial
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from goedwerk_tui.base.clock import DAYS, local, long_date, utc_now
from goedwerk_tui.base.places import documents_folder
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.days import time_in
from goedwerk_tui.guidance.reminders.rhythm import Every
from goedwerk_tui.guidance.words import how_many
from goedwerk_tui.sharing.calendar import Appointment, gatherings_of, make_calendar
from goedwerk_tui.sharing.file_writer import TargetExists, check_target, put
from goedwerk_tui.tui.screens.another_place import AnotherPlaceScreen
from goedwerk_tui.tui.screens.day import DayScreen
from goedwerk_tui.tui.screens.dialog import Dialog
from goedwerk_tui.tui.screens.question import QuestionScreen
from goedwerk_tui.tui.shell import Shell
from goedwerk_tui.tui.widgets.editor import LineEditor

_WHERE = "Naar welk bestand? Je opent het daarna met je agenda. Van wat je schreef staat er niets in."
_REMIND = [
    ("", "Zonder herinnering"),
    ("15", "Een kwartier van tevoren"),
    ("60", "Een uur van tevoren"),
    ("1440", "Een dag van tevoren"),
]
_SITTING, _MEETINGS = "sitting", "meetings"
_LASTS = timedelta(minutes=30)


class TimeScreen(Dialog[time]):
    """Asks for a time of day; answers None when it is left."""

    def compose_body(self) -> ComposeResult:
        """Show a usual time, ready to change."""
        with Vertical(classes="dialog"):
            yield Static(Content("Hoe laat?"))
            yield LineEditor("15.00")
            yield Static(Content("Zoals 9.30. Enter gaat verder, Esc laat het zo."), id="about-time")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer, or say what is missing."""
        moment = time_in(event.value)
        if moment is not None:
            self.dismiss(moment)
        else:
            self.query_one("#about-time", Static).update(Content("Welke tijd is dat? Schrijf hem als 15.30."))


async def ask_for_calendar(shell: Shell) -> None:
    """Ask what is to be in the calendar and in which file, and write it; to be awaited in a worker."""
    if shell.workspace is None:
        return
    journal, programme = shell.workspace.journal, shell.workspace.pack.programme
    today = local(journal.now()).date()
    gatherings = gatherings_of(journal, programme, today)
    coming = sum(not each.off for each in gatherings)
    sitting = True
    if coming:
        named = how_many(coming, "bijeenkomst", "bijeenkomsten")
        answers = [(_SITTING, f"De volgende keer dat je gaat zitten, en {named}"), (_MEETINGS, f"Alleen {named}")]
        chosen = await shell.ask(QuestionScreen("Wat zet je in je agenda?", answers))
        if chosen is None:
            return
        sitting = chosen == _SITTING
    appointment = await _ask_for_sitting(shell, today) if sitting else None
    if sitting and appointment is None:
        return
    minutes = await shell.ask(QuestionScreen("Wil je dat je agenda je eraan herinnert?", _REMIND))
    if minutes is None:
        _say_not_written(shell, appointment)
        return
    remind = timedelta(minutes=int(minutes)) if minutes else None
    content = make_calendar(appointment, [], gatherings, utc_now(), str(shell.places.journal), remind)
    if not await _write(shell, content):
        _say_not_written(shell, appointment)


def _say_not_written(shell: Shell, appointment: Appointment | None) -> None:
    """Say what was given and came in no calendar, so that nobody believes it did."""
    given = f" Je gaf op: {_told(appointment.first, appointment.at)}." if appointment else ""
    shell.show_message(f"Er is niets in je agenda gezet.{given}")


def _told(day: date, at: time | None = None) -> str:
    return f"{DAYS[day.weekday()]} {long_date(day)}" + (f", {at:%H.%M} uur" if at else "")


async def _ask_for_sitting(shell: Shell, today: date) -> Appointment | None:
    day = await shell.ask(DayScreen("Op welke dag ga je er weer voor zitten?", today, any_day=False))
    at = await shell.ask(TimeScreen()) if day else None
    if day and at is None:
        shell.show_message(f"Er is niets in je agenda gezet. Je gaf op: {_told(day)}.")
    return Appointment(day, at, _LASTS, Every.NEVER) if day and at else None


async def _write(shell: Shell, content: bytes) -> bool:
    """Ask for a file until it was written there, or the person leaves it. Returns whether it was written."""
    target: str | None = str(await asyncio.to_thread(documents_folder) / "goedwerk.ics")
    places = None if shell.workspace is None or shell.workspace.looking_round else shell.places
    replace = False
    while target and (replace or (target := await shell.ask(AnotherPlaceScreen(_WHERE, target)))):
        try:
            check = partial(check_target, Path(target), overwrite=replace, places=places)
            path = await asyncio.to_thread(check)
            await asyncio.to_thread(put, path, content, None, check)
        except TargetExists as exists:
            answers = [("no", "Laat het staan"), ("yes", "Vervang het")]
            replace = await shell.ask(QuestionScreen(exists.happened, answers)) == "yes"
        except Trouble as trouble:
            replace = False
            shell.show_error(trouble)
        else:
            shell.show_message(f"Geschreven: {path}. Open dat bestand met je agenda.")
            return True
    return False
