"""One meeting: what prepares for it, what you bring, and what to do with what you heard."""

import asyncio
from collections.abc import Iterator

from textual import on, work
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from goedwerk_tui.base.clock import local, short_date
from goedwerk_tui.base.text import shorten
from goedwerk_tui.guidance.progress import status_of
from goedwerk_tui.guidance.reminders import meetings
from goedwerk_tui.guidance.reminders.meetings import GroupMeeting
from goedwerk_tui.guidance.words import origin_line
from goedwerk_tui.journal import Journal, Status
from goedwerk_tui.programme import ContentError
from goedwerk_tui.sharing.kinds import DocumentKind
from goedwerk_tui.tui.routes import EntryRoute, PreviewRoute, StepRoute
from goedwerk_tui.tui.screens.list_screen import ListingScreen
from goedwerk_tui.tui.widgets.headings import heading

_STATUS = {Status.OPEN: "nog open", Status.STARTED: "begonnen", Status.DONE: "klaar"}
_SHEET = "sheet"
_STEP, _ENTRY = "step:", "entry:"


class MeetingScreen(ListingScreen):
    """What can be opened for a meeting."""

    HELP_TEXT = """
Eén bijeenkomst. **Enter** opent wat voor staat: de stap die erop voorbereidt, een stuk dat je wilde meenemen, of na
afloop de stap waarin je opschrijft wat bleef hangen. Van wat je meeneemt maak je een blad om te printen of te delen; je
ziet eerst precies wat erop komt.

Vanaf de dag erna biedt Thuis die laatste stap drie weken lang aan. **Del** laat het daarbij; openen kan hier altijd
nog.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding(
            "delete", "not_now", "niet meer aanbieden", tooltip="Bied niet meer aan om op te schrijven wat bleef hangen"
        ),
        Binding("escape", "dismiss", "sluit"),
    ]

    def __init__(self, meeting_id: str) -> None:
        """Take the id of the meeting."""
        super().__init__()
        self._meeting_id = meeting_id

    @property
    def _meeting(self) -> GroupMeeting | None:
        found = meetings.all_meetings(self.workspace.journal, self.workspace.pack.programme, self.today)
        return next((each for each in found if each.meeting.id == self._meeting_id), None)

    @work(group="showing", exclusive=True)
    async def show(self) -> None:
        """Show what the meeting asks now."""
        meeting = self._meeting
        self.entitle(meeting.title if meeting else "Bijeenkomst")
        if meeting is None:
            self.fill([], "Deze bijeenkomst is weggehaald.")
            return
        options = await asyncio.to_thread(lambda: list(self._options(meeting)))
        self.fill(options, _about(meeting, nothing=not options))

    def _options(self, meeting: GroupMeeting) -> Iterator[Option]:
        # Nobody needs to be told what was not prepared for a meeting that is over.
        if meeting.preparing and (meeting.days >= 0 or self._status(meeting.preparing) is not Status.OPEN):
            yield heading("Voorbereiden")
            yield self._step(meeting.preparing)
        if meeting.days >= 0 and (brought := meetings.to_bring(self.workspace.journal)):
            yield heading("Meenemen")
            for entry in brought:
                written = short_date(local(entry.created).date())
                line = Content.assemble((f"{written:>11}  ", "$muted"), shorten(origin_line(entry), 60))
                yield Option(line, id=_ENTRY + entry.id)
            yield Option(Content("Maak er een blad van"), id=_SHEET)
        if meeting.days <= 0 and meeting.working_up:
            yield heading("Verwerken")
            yield self._step(meeting.working_up)

    def _step(self, step_id: str) -> Option:
        try:
            title = self.workspace.pack.step(step_id).title
        except ContentError:
            title = f"{step_id}, kan niet gelezen worden"
        status = _STATUS[self._status(step_id)]
        return Option(Content.assemble(title, (f" · {status}", "$muted")), id=_STEP + step_id)

    def _status(self, step_id: str) -> Status:
        return status_of(step_id, self.workspace.journal.progress)

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        chosen = event.option_id or ""
        if chosen == _SHEET:
            brought = meetings.to_bring(self.workspace.journal)
            self.shell.open(PreviewRoute(brought, by_marks=True, kind=DocumentKind.MEETING))
        elif chosen.startswith(_ENTRY):
            self.shell.open(EntryRoute(chosen.removeprefix(_ENTRY)))
        else:
            self._open_step(chosen.removeprefix(_STEP))

    def _open_step(self, step_id: str) -> None:
        meeting = self._meeting
        if meeting and step_id == meeting.working_up and self.check_action("not_now", ()):
            self.shell.write(self._put_aside)
        self.shell.open(StepRoute(step_id))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to leave the working up only while it is offered."""
        if action != "not_now":
            return True
        if self.shell.workspace is None or self.workspace.read_only:
            return False
        offered = meetings.to_work_up(self.workspace.journal, self.workspace.pack.programme, self.today)
        return offered is not None and offered.meeting.id == self._meeting_id

    def action_not_now(self) -> None:
        """Offer no more to work this meeting up."""
        meeting = self._meeting
        if meeting:
            self.shell.act(
                self._put_aside,
                "Thuis biedt niet meer aan om op te schrijven wat bleef hangen. Bij Bijeenkomsten kan het altijd nog.",
                lambda journal: meetings.offer_again(journal, meeting.meeting),
                "Thuis biedt weer aan om op te schrijven wat bleef hangen.",
                offer="Met ctrl+z staat het er weer.",
            )

    def _put_aside(self, journal: Journal) -> None:
        meetings.put_aside(journal, self.workspace.pack.programme, self.today)


def _about(meeting: GroupMeeting, *, nothing: bool) -> str:
    about = f"{meeting.day[0].upper()}{meeting.day[1:]}{f', over {meeting.about}' if meeting.about else ''}."
    return f"{about} Er is niets om voor te bereiden, en je neemt nog niets mee." if nothing else about
