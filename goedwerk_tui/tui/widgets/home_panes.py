"""The panes of Thuis beside what one was at: the sessions of the programme, and the group."""

from collections.abc import Mapping, Sequence
from datetime import date

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from goedwerk_tui.guidance.progress import core_progress, rail
from goedwerk_tui.guidance.reminders import meetings
from goedwerk_tui.guidance.reminders.offers import OfferKind
from goedwerk_tui.guidance.words import how_many
from goedwerk_tui.journal import Journal, StepProgress
from goedwerk_tui.programme.model import Programme, Session
from goedwerk_tui.tui.widgets.pane import entitle
from goedwerk_tui.tui.widgets.row import Row

JOINING = "wat-meedoen-betekent"
"""The page that tells what one lets oneself in for."""


class SessionsPane(Vertical):
    """The sessions, and how far each is."""

    def __init__(self) -> None:
        """Begin without rows."""
        super().__init__(id="sessions", classes="pane")

    def on_mount(self) -> None:
        """Give it its title."""
        entitle(self, "Programma")

    def show(self, sessions: Sequence[Session], progress: Mapping[str, StepProgress]) -> None:
        """Show a row for each session."""
        rows = list(self.query(Row))
        if len(rows) != len(sessions):
            self.remove_children()
            rows = [Row(name=session.id) for session in sessions]
            self.mount_all(rows)
        longest = max(len(session.core) for session in sessions)
        for row, session in zip(rows, sessions, strict=True):
            row.set_classes(f"dimension-{session.dimension}")
            row.tell(session.title, _progress(session, progress, longest))


def _progress(session: Session, progress: Mapping[str, StepProgress], longest: int) -> str:
    """Return the core route of a session in signs, as wide as the longest, and in words: ‘●●◐○○○ 2 van 6’."""
    core = core_progress(session, progress)
    words = "klaar" if core.complete else f"{core.done} van {core.total}" if core.started else ""
    return f"{rail(session, progress):<{longest}} {words:<7}"


class GroupPane(Vertical):
    """The next meeting, and what goes along to it."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(id="group", classes="pane")

    def compose(self) -> ComposeResult:
        """Yield its lines; what they say comes with the journal."""
        yield Static("", id="meeting-about", markup=False)
        yield Row(id="bring")
        yield Row(id="meeting", name=OfferKind.MEETING)

    def on_mount(self) -> None:
        """Give it its title."""
        entitle(self, "Je groep")

    def show(self, journal: Journal, programme: Programme, today: date, *, begun: bool) -> None:
        """Show what there is; nothing where there is nothing.

        Args:
            journal: the meetings, and what is marked to bring.
            programme: what the meetings are about.
            today: the day, in local time.
            begun: whether the person has begun; somebody who has not has enough to look at.
        """
        coming = meetings.about_next(journal, programme, today)
        about = self.query_one("#meeting-about", Static)
        about.display = bool(coming)
        about.update(Content.assemble((coming[0], "bold"), *(f"\n{line}" for line in coming[1:])) if coming else "")
        to_bring = len(meetings.to_bring(journal))
        bring, meeting = self.query_one("#bring", Row), self.query_one("#meeting", Row)
        bring.display = to_bring > 0 and not coming
        bring.tell(how_many(to_bring, "stuk om mee te nemen", "stukken om mee te nemen"))
        meeting.display = begun and not meetings.to_work_up(journal, programme, today)
        meeting.tell("Bijeenkomsten", "g  bekijk")
        self.display = any(each.display for each in self.children)


class RoundPane(Vertical):
    """What whoever looks round is told of: what joining means, an example, and beginning with what was typed."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(id="round", classes="pane")

    def compose(self) -> ComposeResult:
        """Yield its rows; which of them show depends on where one looks."""
        yield Row("Wat meedoen betekent", "Enter  lees", id="joining")
        yield Row(id="example")
        yield Row("Begin hiermee", "b  bewaar voortaan wat je schrijft", id="keep-it")

    def on_mount(self) -> None:
        """Give it its title."""
        entitle(self, "Rondkijken")

    def show(self, *, joining: bool, is_example: bool, may_begin: bool) -> None:
        """Show what there is.

        Args:
            joining: whether there is a page on what joining means.
            is_example: whether the journal of an invented colleague is shown.
            may_begin: whether a journal may be begun with what was typed.
        """
        self.query_one("#joining", Row).display = joining
        example = self.query_one("#example", Row)
        if is_example:
            example.tell("Terug naar wat je zelf schreef", "z  jouw dagboek")
        else:
            example.tell("Bekijk het dagboek van een verzonnen collega", "z  voorbeeld")
        self.query_one("#keep-it", Row).display = may_begin
