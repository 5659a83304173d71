"""Bijeenkomsten: when your group meets, and what each meeting asks of you."""

from collections.abc import Callable, Iterator
from datetime import date

import msgspec
from textual import on, work
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from goedwerk_tui.base.clock import long_date
from goedwerk_tui.guidance.reminders import meetings
from goedwerk_tui.guidance.reminders.meetings import GroupMeeting
from goedwerk_tui.guidance.words import how_many
from goedwerk_tui.journal import Journal, Meeting
from goedwerk_tui.tui.routes import Asking, AskRoute, HandbookRoute, MeetingRoute
from goedwerk_tui.tui.screens.day import DayScreen
from goedwerk_tui.tui.screens.list_screen import Beginning, ListingScreen
from goedwerk_tui.tui.screens.question import QuestionScreen
from goedwerk_tui.tui.shell import MOVING
from goedwerk_tui.tui.widgets.headings import has_air, heading

_EMPTY = "Nog geen bijeenkomsten. Hier staan de dagen waarop je groep bij elkaar komt."
_NONE = "none"
"""The answer that a meeting is about no session."""


class MeetingsScreen(ListingScreen):
    """The meetings that come, the first one on top, and those that were, the last one on top."""

    heading = "Bijeenkomsten"
    BEGINNING = Beginning("Zet er een dag bij", "n", "screen.new")

    HANDBOOK = HandbookRoute("delen")
    HELP_TEXT = """
De dagen waarop je groep bij elkaar komt. **n** zet er een bij, ook een die al geweest is; je kiest ook over welke
sessie het gaat. **Enter** opent een bijeenkomst: wat je kunt voorbereiden, wat je meeneemt, en na afloop een plek om op
te schrijven wat bleef hangen.

**a** kiest een andere dag, **s** een andere sessie. **Del** haalt een bijeenkomst weg; wat je schreef blijft staan.
**i** zet de dagen in je gewone agenda, zonder iets van wat je schreef.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("n", "new", "nieuw", tooltip="Zet er een bijeenkomst bij"),
        Binding("a", "day", "andere dag", tooltip="Kies een andere dag"),
        Binding("s", "session", "sessie", tooltip="Kies over welke sessie het gaat"),
        Binding("delete", "cancel", "haal weg", tooltip="Haal deze bijeenkomst weg"),
        Binding("i", "calendar", "in je agenda", tooltip="Schrijf een bestand met de dagen, voor je gewone agenda"),
        Binding("escape", "dismiss", "sluit"),
    ]

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__()
        self._found: dict[str, GroupMeeting] = {}
        self._offered: GroupMeeting | None = None
        """The meeting whose working up is offered."""

    @property
    def _in_front(self) -> GroupMeeting | None:
        return self._found.get(self.option_in_front or "")

    def show(self) -> None:
        """Show the meetings; one that is to be worked up is in front, else the first to come."""
        found = meetings.all_meetings(self.workspace.journal, self.workspace.pack.programme, self.today)
        self._found = {each.meeting.id: each for each in found}
        self._offered = meetings.to_work_up(self.workspace.journal, self.workspace.pack.programme, self.today)
        first = self._offered or next((each for each in found if each.days >= 0), found[-1] if found else None)
        shown = self._what_is_shown(len(found))
        self.fill(list(self._options(found)), shown, first=first.meeting.id if first else None)

    def _options(self, found: tuple[GroupMeeting, ...]) -> Iterator[Option]:
        coming = [each for each in found if each.days >= 0]
        past = [each for each in reversed(found) if each.days < 0]
        for title, group in (("Komend", coming), ("Geweest", past)):
            if group:
                yield heading(title, air=has_air(self.shell.size) and group is past and bool(coming))
                yield from (Option(self._line(each), id=each.meeting.id) for each in group)

    def _line(self, meeting: GroupMeeting) -> Content:
        about = [meeting.day, meeting.about]
        if meeting.days >= 0 and meetings.to_prepare(meeting, self.workspace.journal):
            about.append("voorbereiding nog open")
        if meeting == self._offered:
            about.append("wat bleef hangen?")
        sign = "▸" if meeting == self._offered else " "
        return Content.assemble(
            (f"{sign} {meeting.title}", "bold"), "\n  ", (" · ".join(filter(None, about)), "$muted")
        )

    def _what_is_shown(self, number: int) -> str:
        if not number:
            return _EMPTY
        brought = len(meetings.to_bring(self.workspace.journal))
        more = f", {how_many(brought, 'stuk', 'stukken')} om mee te nemen" if brought else ""
        return f"{how_many(number, 'bijeenkomst', 'bijeenkomsten')}{more}."

    @on(OptionList.OptionSelected)
    def _open(self) -> None:
        if meeting := self._in_front:
            self.shell.open(MeetingRoute(meeting.meeting.id))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done with the meeting in front."""
        if action not in ("new", "day", "session", "cancel"):
            return True
        if self.shell.workspace is None or self.workspace.read_only:
            return False
        return action == "new" or self._in_front is not None

    @work(group=MOVING)
    async def action_new(self) -> None:
        """Ask for a day and a session, and keep the meeting."""
        day = await self._ask_day("Op welke dag kom je met je groep bij elkaar?")
        session = await self._ask_session() if day else None
        if day and session is not None:
            self._set(Meeting("", day, session), f"Genoteerd: {long_date(day)}.")

    @work(group=MOVING)
    async def action_day(self) -> None:
        """Ask for another day for the meeting in front."""
        meeting = self._in_front
        day = await self._ask_day("Wat is de nieuwe dag?") if meeting else None
        if meeting and day:
            self._set(msgspec.structs.replace(meeting.meeting, day=day), f"Verzet naar {long_date(day)}.")

    @work(group=MOVING)
    async def action_session(self) -> None:
        """Ask for the session that the meeting in front is about."""
        meeting = self._in_front
        session = await self._ask_session() if meeting else None
        if meeting and session is not None:
            self._set(msgspec.structs.replace(meeting.meeting, session=session), "Aangepast.")

    @work(group=MOVING)
    async def action_cancel(self) -> None:
        """Take the meeting in front away, once the person agrees."""
        meeting = self._in_front
        if meeting is None:
            return
        asks = f"{meeting.name}, op {long_date(meeting.meeting.day)}, weghalen? Wat je schreef blijft staan."
        answers = [("no", "Laat staan"), ("yes", "Haal weg")]
        if await self.shell.ask(QuestionScreen(asks, answers)) == "yes":
            self.shell.act(
                lambda journal: journal.cancel_meeting(meeting.meeting.id),
                f"{meeting.name} is weggehaald.",
                lambda journal: journal.set_meeting(meeting.meeting),
                f"{meeting.name} staat er weer.",
                offer="Met ctrl+z staat de dag er weer.",
            )

    def action_calendar(self) -> None:
        """Put the days in one's own calendar."""
        self.shell.open(AskRoute(Asking.CALENDAR))

    async def _ask_day(self, asks: str) -> date | None:
        return await self.shell.ask(DayScreen(asks, self.today, any_day=True))

    async def _ask_session(self) -> str | None:
        """Return the id of a session, an empty one for none of them, or None when the question was left."""
        sessions = [(each.id, each.title) for each in self.workspace.pack.programme.sessions]
        question = QuestionScreen("Over welke sessie gaat het?", [*sessions, (_NONE, "Niet over één sessie")])
        chosen = await self.shell.ask(question)
        return "" if chosen == _NONE else chosen

    def _set(self, meeting: Meeting, said: str) -> None:
        self._write_down(lambda journal: journal.set_meeting(meeting), said)

    def _write_down(self, change: Callable[[Journal], object], said: str) -> None:
        self.shell.write(change, then=lambda _: self.shell.show_message(said))
