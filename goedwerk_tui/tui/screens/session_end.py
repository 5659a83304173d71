"""The end of a session: what you take along from it in your own words, and what you can do with it now."""

import asyncio
from collections.abc import Iterator

from textual import on, work
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from goedwerk_tui.base.clock import MONTHS
from goedwerk_tui.base.text import shorten
from goedwerk_tui.guidance.one_line import one_line
from goedwerk_tui.guidance.reminders.meetings import next_meeting
from goedwerk_tui.guidance.session_end import SessionEnd, end_of, origin_of_intention
from goedwerk_tui.journal import Entry, Kind, Mark
from goedwerk_tui.programme.model import Session
from goedwerk_tui.tui.mark_messages import would_mark
from goedwerk_tui.tui.routes import Asking, AskRoute, EntryRoute, Place, PlaceRoute, StepRoute, WriteRoute
from goedwerk_tui.tui.screens.entry_acts import mark_entry
from goedwerk_tui.tui.screens.list_screen import ListingScreen

_ENTRY, _BROUGHT, _INTEND = "entry:", "brought:", "intend:"
_NEW, _CALENDAR, _NEXT, _HOME, _QUIT = "new", "calendar", "next", "home", "quit"
_LONGEST = 600
"""Signs of one piece. One's own words are not cut here, but a text of pages is read on its own page."""


class SessionEndScreen(ListingScreen):
    """What came of a session."""

    HELP_TEXT = """
Wat je uit deze sessie meeneemt, in je eigen woorden. **Enter** opent wat voor staat; onderaan maak je een voornemen,
zet je de volgende keer in je agenda of ga je verder. **ctrl+g** neemt een stuk mee naar de bijeenkomst, of toch niet.
**Esc** gaat terug; er hoeft niets.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("ctrl+g", "bring", "neem mee", tooltip="Neem het stuk mee naar de bijeenkomst, of toch niet"),
        Binding("escape", "dismiss", "terug"),
    ]

    def __init__(self, session: Session) -> None:
        """Take the session."""
        super().__init__()
        self._session = session
        self.heading = f"Wat je meeneemt uit {session.title}"

    @work(group="showing", exclusive=True)
    async def show(self) -> None:
        """Show what there is now."""
        end = await asyncio.to_thread(end_of, self._session, self.workspace.journal, self.workspace.pack)
        options = [*self._own_words(end), *self._to_do(end)]
        said = "Dit schreef je zelf, zoals het er staat."
        nothing = "Je schreef in deze sessie nog niets wat hier komt te staan."
        self.fill(options, said if any((each.id or "").startswith((_ENTRY, _BROUGHT)) for each in options) else nothing)

    def _own_words(self, end: SessionEnd) -> Iterator[Option]:
        groups = {
            "Je woorden": end.words,
            "Je voornemens": end.intentions,
            "Wat je helpt": end.furthers,
            "Wat je hindert": end.hinders,
        }
        for heading, entries in groups.items():
            if entries:
                yield _heading(heading)
                yield from (Option(self._line(each), id=_ENTRY + each.id) for each in entries)
        if end.brought:
            yield _heading(self._meeting)
            yield from (Option(self._line(each), id=_BROUGHT + each.id) for each in end.brought)

    @property
    def _meeting(self) -> str:
        coming = next_meeting(self.workspace.journal, self.workspace.pack.programme, self.today)
        day = coming.meeting.day if coming else None
        return f"Mee naar de bijeenkomst{f' van {day.day} {MONTHS[day.month - 1]}' if day else ''}"

    def _line(self, entry: Entry) -> Content:
        sign = "● " if entry.id in self.workspace.journal.marked(Mark.BRING) else "  "
        return Content.assemble(sign, shorten(one_line(entry), _LONGEST))

    def _to_do(self, end: SessionEnd) -> Iterator[Option]:
        yield _heading("Hierna")
        if not self.workspace.read_only:
            for answer in end.to_intend:
                words = f"  Maak een voornemen van ‘{shorten(answer.text, 46)}’"
                yield Option(Content(words), id=_INTEND + answer.id)
            if not end.to_intend and not end.intentions:
                yield Option(Content("  Maak een afspraak met jezelf"), id=_NEW)
        yield Option(Content("  Zet de volgende keer in je agenda, en de bijeenkomsten"), id=_CALENDAR)
        if following := self._following:
            yield Option(Content(f"  Verder met {following.title}"), id=_NEXT)
        yield Option(Content("  Naar Thuis"), id=_HOME)
        yield Option(Content(f"  Genoeg voor nu: bewaar en sluit af ({self.shell.key_for('quit')})"), id=_QUIT)

    @property
    def _following(self) -> Session | None:
        sessions = self.workspace.pack.programme.sessions
        after = [each.id for each in sessions].index(self._session.id) + 1
        return sessions[after] if after < len(sessions) else None

    @on(OptionList.OptionSelected)
    async def _open(self, event: OptionList.OptionSelected) -> None:
        chosen = event.option_id or ""
        if entry_id := self._entry_in_front:
            self.shell.open(EntryRoute(entry_id))
        elif chosen.startswith(_INTEND):
            self._intend(self.workspace.journal.entries[chosen.removeprefix(_INTEND)])
        elif chosen == _NEW:
            self.shell.open(WriteRoute(kind=Kind.INTENTION))
        elif chosen == _CALENDAR:
            self.shell.open(AskRoute(Asking.CALENDAR))
        elif chosen == _NEXT and (following := self._following):
            self.shell.open(StepRoute(following.core[0]))
        elif chosen == _HOME:
            self.shell.open(PlaceRoute(Place.HOME))
        elif chosen == _QUIT:
            await self.shell.run_action("quit")

    def _intend(self, answer: Entry) -> None:
        self.shell.open(WriteRoute(origin=origin_of_intention(answer), about=answer.text, kind=Kind.INTENTION))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to mark what is a piece of one's own."""
        return action != "bring" or (self._entry_in_front is not None and not self.workspace.read_only)

    def words_for(self, action: str) -> str:
        """Say what marking would do with the piece in front."""
        entry_id = self._entry_in_front
        if action != "bring" or entry_id is None:
            return ""
        return would_mark(Mark.BRING, entry_id in self.workspace.journal.marked(Mark.BRING))

    @property
    def _entry_in_front(self) -> str | None:
        chosen = self.option_in_front or ""
        own = chosen.startswith((_ENTRY, _BROUGHT))
        return chosen.partition(":")[2] if own else None

    def action_bring(self) -> None:
        """Mark the piece in front to bring, or take the mark away."""
        if entry_id := self._entry_in_front:
            brought = entry_id in self.workspace.journal.marked(Mark.BRING)
            mark_entry(self.shell, entry_id, Mark.BRING, not brought)


def _heading(text: str) -> Option:
    return Option(Content.styled(text, "bold"), disabled=True)
