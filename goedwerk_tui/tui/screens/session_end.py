"""The end of a session: what you take along from it in your own words, and what you can do with it now."""

import asyncio
from collections.abc import Iterator

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from goedwerk_tui.base.clock import MONTHS
from goedwerk_tui.base.text import quoted, shorten
from goedwerk_tui.guidance.one_line import one_line
from goedwerk_tui.guidance.reminders.meetings import next_meeting
from goedwerk_tui.guidance.session_end import SessionEnd, end_of, origin_of_intention
from goedwerk_tui.journal import Entry, Kind, Mark
from goedwerk_tui.programme.model import Session
from goedwerk_tui.tui.mark_messages import would_mark
from goedwerk_tui.tui.routes import Asking, AskRoute, EntryRoute, Place, PlaceRoute, StepRoute, WriteRoute
from goedwerk_tui.tui.screens.entry_acts import mark_entry
from goedwerk_tui.tui.screens.list_screen import ListingScreen
from goedwerk_tui.tui.widgets.headings import heading
from goedwerk_tui.tui.widgets.hung import Hung
from goedwerk_tui.tui.widgets.pane import entitle
from goedwerk_tui.tui.workarounds.marked_list import MarkedList

_ENTRY, _BROUGHT, _INTEND = "entry:", "brought:", "intend:"
_NEW, _CALENDAR, _NEXT, _HOME, _QUIT = "new", "calendar", "next", "home", "quit"
_QUOTED, _QUOTED_BESIDE = 46, 30
"""Signs of an answer that an intention can be made of, in a list alone and in one beside another."""
_LONGEST = 600
"""Signs of one piece. One's own words are not cut here, but a text of pages is read on its own page."""


class _Part(MarkedList):
    """One of the lists; the arrows run on from one to the next."""

    class LeftAtTheEnd(Message):
        """An arrow was pressed at the last line, or at the first."""

        def __init__(self, by: int) -> None:
            """Keep where to: 1 for what comes after, -1 for what stands before."""
            super().__init__()
            self.by = by

    def action_cursor_up(self) -> None:
        """Go up, from the first line to the list before."""
        at = self.highlighted
        super().action_cursor_up()
        if at == self.highlighted:
            self.post_message(self.LeftAtTheEnd(-1))

    def action_cursor_down(self) -> None:
        """Go down, from the last line to the list after."""
        at = self.highlighted
        super().action_cursor_down()
        if at == self.highlighted:
            self.post_message(self.LeftAtTheEnd(1))


class SessionEndScreen(ListingScreen):
    """What came of a session: one list, and in a wide window what can be done with it beside it."""

    CSS_PATH = "session_end.tcss"
    HELP_TEXT = """
Wat je uit deze sessie meeneemt, in je eigen woorden. **Enter** opent wat voor staat; daarna maak je een voornemen,
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

    def compose_body(self) -> ComposeResult:
        """Lay one's own words beside what goes along and what comes after."""
        with Container(id="ending"):
            with Vertical(id="listed", classes="pane"):
                yield Static("", id="shown", markup=False)
                yield _Part(id="entries", classes="-quiet")
            with Vertical(id="beside"):
                yield _Part(id="brought", classes="pane -quiet")
                yield _Part(id="next", classes="pane -quiet")

    def on_mount(self) -> None:
        """Follow every change, and name what stands beside the list."""
        super().on_mount()
        entitle(self.query_one("#next"), "Hierna")

    def on_resize(self) -> None:
        """Lay all in one list, or beside it, when the window became narrow or wide."""
        if self._beside is not self.has_class("-wide"):
            self.show()

    @work(group="showing", exclusive=True)
    async def show(self) -> None:
        """Show what there is now."""
        end = await asyncio.to_thread(end_of, self._session, self.workspace.journal, self.workspace.pack)
        behind = self._from_in_front()
        self.set_class(self.has_class("-wide"), "-beside")
        own, brought, after = list(self._own_words(end)), list(self._brought(end)), list(self._to_do(end))
        said = "Dit schreef je zelf, zoals het er staat."
        shown = said if own or brought else "Je schreef in deze sessie nog niets wat hier komt te staan."
        there = {option.id for option in (*own, *brought, *after)}
        in_front = next(
            (row for row in behind if row in there), ""
        )  # else the bar would slip onto what is something else
        if self._beside:
            entitle(self.query_one("#brought"), self._meeting)
            self.fill(own, shown)
            self._refill("#brought", brought)
            self._refill("#next", after)
        else:
            brought = [heading(self._meeting), *brought] if brought else []
            self.fill([*own, *brought, heading("Hierna"), *after], shown, first=in_front)
        self._keep_in_front(in_front)

    def _refill(self, part: str, options: list[Option]) -> None:
        listing = self.query_one(part, _Part)
        at = listing.highlighted or 0
        listing.display = bool(options)
        listing.clear_options()
        listing.add_options(options)
        listing.highlighted = min(at, len(options) - 1) if options else None

    def _keep_in_front(self, row: str) -> None:
        """Let the keyboard stay at a row, in whichever list that is now; else in its list, or the first with rows."""
        filled = [each for each in self._parts if each.option_count]
        there = next((each for each in filled if row in {option.id for option in each.options}), None)
        if there:
            there.highlighted = there.get_option_index(row)
        if there or self.in_use not in filled:
            self.give_keyboard(there or filled[0])

    @property
    def _beside(self) -> bool:
        """Whether what comes next stands beside one's own words, as it was laid out last."""
        return self.has_class("-beside")

    @property
    def _parts(self) -> list[_Part]:
        parts = list(self.query(_Part))
        return parts if self._beside else parts[:1]

    def _from_in_front(self) -> list[str]:
        """Return the ids of the row that has the keyboard, and of those below it."""
        part = self.in_use if isinstance(self.in_use, _Part) else self.listing
        return [option.id for option in list(part.options)[part.highlighted or 0 :] if option.id]

    @property
    def _in_front(self) -> str:
        """The id of the row that has the keyboard, or has it again once what is held is left."""
        part = self.in_use if isinstance(self.in_use, _Part) else self.listing
        return (part.highlighted_option.id if part.highlighted_option else None) or ""

    @on(_Part.LeftAtTheEnd)
    def _run_on(self, event: _Part.LeftAtTheEnd) -> None:
        filled = [each for each in self._parts if each.option_count]
        to = next((at for at, part in enumerate(filled) if part.has_focus), -len(filled)) + event.by
        if 0 <= to < len(filled):
            chosen = [number for number, option in enumerate(filled[to].options) if not option.disabled]
            filled[to].highlighted = chosen[0] if event.by > 0 else chosen[-1]
            filled[to].focus()

    def _own_words(self, end: SessionEnd) -> Iterator[Option]:
        groups = {
            "Je woorden": end.words,
            "Je voornemens": end.intentions,
            "Wat je helpt": end.furthers,
            "Wat je hindert": end.hinders,
        }
        air = False
        for title, entries in groups.items():
            if entries:
                yield heading(title, air=air)
                yield from (Option(self._line(each), id=_ENTRY + each.id) for each in entries)
                air = self._beside

    def _brought(self, end: SessionEnd) -> Iterator[Option]:
        yield from (Option(self._line(each), id=_BROUGHT + each.id) for each in end.brought)

    @property
    def _meeting(self) -> str:
        coming = next_meeting(self.workspace.journal, self.workspace.pack.programme, self.today)
        day = coming.meeting.day if coming else None
        return f"Mee naar de bijeenkomst{f' van {day.day} {MONTHS[day.month - 1]}' if day else ''}"

    @on(OptionList.OptionHighlighted)
    def _offer_what_this_row_can(self) -> None:
        self.refresh_bindings()

    def _line(self, entry: Entry) -> Hung:
        sign = "●" if entry.id in self.workspace.journal.marked(Mark.BRING) else " "
        return Hung(Content(f" {sign} {shorten(one_line(entry), _LONGEST)}"))

    def _to_do(self, end: SessionEnd) -> Iterator[Option]:
        if not self.workspace.read_only:
            most = _QUOTED_BESIDE if self._beside else _QUOTED
            for answer in end.to_intend:
                yield self._act(f"Maak een voornemen van {quoted(shorten(answer.text, most))}", _INTEND + answer.id)
            if not end.to_intend and not end.intentions:
                yield self._act("Maak een afspraak met jezelf", _NEW)
        yield self._act("Zet de volgende keer in je agenda, en de bijeenkomsten", _CALENDAR)
        if following := self._following:
            yield self._act(f"Verder met {following.title}", _NEXT, following.question)
        yield self._act("Naar Thuis", _HOME)
        yield self._act(f"Genoeg voor nu: bewaar en sluit af ({self.key_for('quit')})", _QUIT)

    def _act(self, words: str, id: str, about: str = "") -> Option:
        """Return a row that does something; beside one's own words there is room for what it is about."""
        below = f"\n   {about}" if about and self._beside else ""
        return Option(Hung(Content.assemble(f"   {words}", (below, "$muted"))), id=id)

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
        chosen = self._in_front
        own = chosen.startswith((_ENTRY, _BROUGHT))
        return chosen.partition(":")[2] if own else None

    def action_bring(self) -> None:
        """Mark the piece in front to bring, or take the mark away."""
        if entry_id := self._entry_in_front:
            brought = entry_id in self.workspace.journal.marked(Mark.BRING)
            mark_entry(self.shell, entry_id, Mark.BRING, not brought)
