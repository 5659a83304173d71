"""A window that asks for a day."""

from datetime import date, timedelta

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from goedwerk_tui.base.clock import long_date
from goedwerk_tui.guidance.days import day_in
from goedwerk_tui.tui.screens.dialog import Dialog
from goedwerk_tui.tui.widgets.editor import LineEditor

_FAR = 20
"""Years; a day that is further away is a slip of the finger."""


class DayScreen(Dialog[date]):
    """Asks for a day, as people write it; answers None when it is left."""

    def __init__(self, asks: str, today: date, *, any_day: bool = False) -> None:
        """Take what is asked.

        Args:
            asks: the question.
            today: the day it is, in local time.
            any_day: whether today and earlier days will do as well.
        """
        super().__init__()
        self._asks = asks
        self._today = today
        self._any_day = any_day
        next_week = today + timedelta(days=7)
        self._example = long_date(next_week)
        self._in_numbers = f"{next_week.day}-{next_week.month}-{next_week.year}"

    def compose_body(self) -> ComposeResult:
        """Show the line to fill in."""
        with Vertical(classes="dialog"):
            yield Static(Content(self._asks))
            yield LineEditor(id="day")
            how = f"Zoals {self._example} of {self._in_numbers}. Enter bewaart, Esc laat het zo."
            yield Static(Content(how), id="about-day")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer, or say what is missing."""
        day = _meant(event.value.strip(), self._today)
        far = day is not None and abs(day.year - self._today.year) > _FAR
        if day is not None and not far and (self._any_day or day > self._today):
            self.dismiss(day)
            return
        if far:
            wrong = f"Klopt dat jaar? Schrijf de dag als {self._example}."
        elif day is None:
            wrong = f"Dat lees ik niet als een dag. Schrijf hem als {self._example}."
        else:
            wrong = f"Die dag is al geweest of is vandaag. Kies een latere dag, zoals {self._example}."
        self.query_one("#about-day", Static).update(Content(wrong))


def _meant(text: str, today: date) -> date | None:
    """Return the day that is meant: without a year it is the first one from today on."""
    years = (today.year, today.year + 1)
    without_year = (day_in(f"{text}{between}{year}") for year in years for between in (" ", "-"))
    return day_in(text) or next((each for each in without_year if each and each >= today), None)
