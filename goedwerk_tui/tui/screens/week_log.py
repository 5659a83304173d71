"""Weekverslag: three questions about a week, one page each."""

from datetime import date
from functools import partial

from textual import work
from textual.binding import Binding

from goedwerk_tui.base.clock import local
from goedwerk_tui.guidance.reminders import week_log
from goedwerk_tui.guidance.reminders.weeks import monday_of
from goedwerk_tui.tui.autosave.page import answer_on_page
from goedwerk_tui.tui.screens.writing import EditorScreen
from goedwerk_tui.tui.shell import MOVING


class WeekLogScreen(EditorScreen):
    """The three pages of a week, in a row. It goes on where the person was."""

    HELP_TEXT = """
Drie vragen over één week, elk op een eigen bladzijde. **Ctrl+n** gaat verder en **ctrl+r** terug; wat je schreef wordt
daarbij bewaard. **Ctrl+t** toont een tip voor wie niet weet waar te beginnen. **Esc** stopt. Je mag een vraag
overslaan, en later in de week verder schrijven.

Van donderdag tot en met zondag staat het weekverslag op Thuis, zolang er nog niets in staat. Tot en met woensdag kun je
dat van de week ervoor nog schrijven, met ctrl+p.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("ctrl+n", "next", "verder", tooltip="Bewaar en ga naar de volgende vraag"),
        Binding("ctrl+n", "close", "klaar", show=False),
        Binding("ctrl+r", "back", "terug", tooltip="Bewaar en ga naar de vraag ervoor"),
    ]

    def __init__(self, monday: date | None = None, number: int | None = None) -> None:
        """Take a page.

        Args:
            monday: the Monday of the week; without one it is this week.
            number: the question, from 0; without one it is where the person was.
        """
        super().__init__()
        journal = self.workspace.journal
        self._monday = monday or monday_of(local(journal.now()).date())
        self._number = week_log.first_open(journal, self._monday) if number is None else number
        self._take_question()

    def _take_question(self) -> None:
        question = week_log.QUESTIONS[self._number]
        origin = week_log.origin_of(self.workspace.pack.programme.id, self._monday, question)
        self._take(partial(answer_on_page, self.workspace, origin), hint=question.hint)

    def _heading(self) -> str:
        where = f"Vraag {self._number + 1} van {len(week_log.QUESTIONS)}"
        return f"{where} · {week_log.title(self._monday)} · {week_log.days(self._monday)}"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to go on and back where there is a question."""
        if action == "next":
            return self._number + 1 < len(week_log.QUESTIONS)
        return self._number > 0 if action == "back" else super().check_action(action, parameters)

    def action_next(self) -> None:
        """Go to the next question."""
        self._turn_to(self._number + 1)

    def action_back(self) -> None:
        """Go to the question before."""
        self._turn_to(self._number - 1)

    @work(group=MOVING)
    async def _turn_to(self, number: int) -> None:
        if await self.keep():
            self._number = number
            self._take_question()
            self._begin()
