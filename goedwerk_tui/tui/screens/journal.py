"""Dagboek: everything you wrote, newest first."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from goedwerk_tui.base.clock import MONTHS, local
from goedwerk_tui.base.text import shorten
from goedwerk_tui.guidance.entry_parts import parts_of
from goedwerk_tui.guidance.journal_filter import Choice, Filter, kinds_of, periods_of, sessions_of, written_on
from goedwerk_tui.guidance.one_line import one_line
from goedwerk_tui.guidance.told_once import told_once
from goedwerk_tui.guidance.words import ENTRY_KINDS, how_many, origin_line
from goedwerk_tui.journal import Entry, Kind, Mark, State
from goedwerk_tui.tui.changes import Changed
from goedwerk_tui.tui.exercises.result import drawn_entry
from goedwerk_tui.tui.mark_messages import would_mark
from goedwerk_tui.tui.routes import EntryRoute, HandbookRoute
from goedwerk_tui.tui.screens.base import PlaceScreen
from goedwerk_tui.tui.screens.entry_acts import mark_entry, restore, throw_away
from goedwerk_tui.tui.screens.question import QuestionScreen
from goedwerk_tui.tui.screens.wiping import ask_and_wipe
from goedwerk_tui.tui.shell import MOVING
from goedwerk_tui.tui.widgets.editor import SearchLine
from goedwerk_tui.tui.widgets.empty_pane import EmptyPane
from goedwerk_tui.tui.widgets.headings import heading
from goedwerk_tui.tui.widgets.pane import entitle
from goedwerk_tui.tui.workarounds.marked_list import MarkedList

_AT_ONCE = 60
"""Entries shown before somebody asks for more; a list of thousands takes long to lay out."""
_MORE = "more"
_EVERYTHING = ("", "alles")
_MOST = 4000
"""Signs of a text beside the list; the rest is read in the entry itself, as a long text takes long to lay out."""
_TITLE = 26
_TEXT = 120
_WEEKDAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")


_OF_THEIR_OWN = frozenset({Kind.INTENTION, Kind.CONDITION, Kind.STRATEGY, Kind.TERM})
"""Kinds that are no answer to the step that they are from; their lines say so."""


class _Beside(VerticalScroll):
    """What is in front, beside the list. What it holds can only be drawn once it has got its room."""

    class GotRoom(Message):
        """It has another size than before."""

    def on_resize(self) -> None:
        """Tell so."""
        self.post_message(self.GotRoom())


class JournalScreen(PlaceScreen):
    """The list of entries, searched as you type."""

    PLACE = "journal"
    FOLLOWS = frozenset({Changed.ENTRIES, Changed.MARKS, Changed.AROUND})
    HANDBOOK = HandbookRoute(part="Dagboek")
    HELP_TEXT = """
Alles wat je schreef, het nieuwste boven, per dag. **/** zoekt terwijl je typt, in je tekst en in de vragen;
hoofdletters en accenten maken niet uit. **s** kiest een sessie, **k** een soort, **d** een tijd, **g** toont alleen
wat meegaat, en **p** de prullenbak; **Esc** toont weer alles. In een breed venster lees je ernaast het stuk dat voor
staat. **Enter** opent een stuk. **ctrl+g** neemt het mee, of toch niet, **Del** gooit weg, **h** haalt uit de
prullenbak terug; **ctrl+z** draait terug wat je het laatst deed.

**●** gaat mee naar de bijeenkomst.

Wat in de prullenbak ligt verdwijnt voorgoed als je het programma daarna op dertig dagen hebt gebruikt. Met **Del** wis
je er meteen één stuk uit, met **l** alles.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("slash", "search", "zoek"),
        Binding("ctrl+g", "bring", "neem mee", tooltip="Neem het stuk mee naar de bijeenkomst, of toch niet"),
        Binding("delete", "throw_away", "gooi weg", tooltip="Leg het stuk in de prullenbak"),
        Binding("h", "restore", "haal terug", tooltip="Haal het stuk uit de prullenbak"),
        Binding("n", "app.new_note", "notitie", tooltip="Schrijf iets los van het programma"),
        Binding("s", "session", "sessie", tooltip="Toon één sessie, of losse notities, of alles"),
        Binding("k", "kind", "soort", tooltip="Toon één soort, zoals keuzes of opdrachten, of wat je deelde"),
        Binding("d", "period", "dagen", tooltip="Toon de laatste week, een maand of een jaar"),
        Binding("g", "only_brought", "wat meegaat", tooltip="Toon alleen wat meegaat naar de bijeenkomst"),
        Binding("p", "show_trash", "prullenbak", tooltip="Toon wat je weggooide, of weer het dagboek"),
        Binding("delete", "wipe", "wis voorgoed", tooltip="Wis het stuk dat voor staat, voorgoed"),
        Binding("l", "empty", "leeg prullenbak", tooltip="Wis alles wat in de prullenbak ligt, voorgoed"),
        Binding("escape", "clear", "alles", tooltip="Wis de zoekwoorden en toon weer alles"),
    ]

    def __init__(self) -> None:
        """Begin with everything."""
        super().__init__()
        self._filter = Filter()
        self._most = _AT_ONCE
        self._lines: tuple[list[tuple[Entry, bool]], int] | None = None
        """What stands in the list: entries with whether they are to be brought, and how many more there are."""
        self._gone: str | None = None
        """The entry that was in front when it went out of the list."""

    def compose_place(self) -> ComposeResult:
        """Lay the search box above the list, and what is in front beside it where there is room."""
        yield EmptyPane("Dagboek · nog leeg", "Wat je bij een vraag schrijft komt hier.")
        yield SearchLine(placeholder="zoek in wat je schreef", id="search")
        with Horizontal(id="journal"):
            yield MarkedList(id="entries", classes="pane")
            with _Beside(id="in-front", classes="pane"):
                yield Static("", markup=False)

    def on_mount(self) -> None:
        """Begin in the list."""
        super().on_mount()
        self.query_one("#entries").focus()

    def show(self) -> None:
        """Show the entries that fit the words and the filter."""
        self._look(self.query_one("#search", Input).value)

    @work(group="searching", exclusive=True)
    async def _look(self, words: str) -> None:
        entries = await asyncio.to_thread(self._fitting, words, self._filter)
        self._fill(entries)
        self._show_whether_empty(entries)
        entitle(self.query_one("#entries"), self._what_is_shown(len(entries)))
        self._read()

    def _show_whether_empty(self, entries: tuple[Entry, ...]) -> None:
        searched = bool(self.query_one("#search", Input).value) or self._filter != Filter()
        was_empty, is_empty = self.has_class("-empty"), not entries and not searched
        self.set_class(is_empty, "-empty")
        if is_empty:
            self.give_keyboard(self.query_one(EmptyPane).row)
        elif was_empty:
            self.give_keyboard(self.query_one("#entries"))

    def _fitting(self, words: str, chosen: Filter) -> tuple[Entry, ...]:
        journal = self.workspace.journal
        look = partial(journal.find, words) if words.strip() else journal.newest_first
        return chosen.fitting(look(state=chosen.state), journal.marked(Mark.BRING), self._today)

    @property
    def _today(self) -> date:
        return local(self.workspace.journal.now()).date()

    def _fill(self, entries: tuple[Entry, ...]) -> None:
        bring = self.workspace.journal.marked(Mark.BRING)
        lines = [(entry, entry.id in bring) for entry in entries[: self._most]]
        older = len(entries) - len(lines)
        if (lines, older) == self._lines:
            return
        self._lines = (lines, older)
        listing = self.query_one("#entries", OptionList)
        stood = listing.highlighted_option.id if listing.highlighted_option else None
        at = listing.highlighted or 0
        options = _options(lines)
        if older:
            options.append(Option(Content(f"… nog {older} oudere"), id=_MORE))
        listing.clear_options()
        listing.add_options(options)
        ids = [option.id for option in options]
        entered = [number for number, each in enumerate(ids) if each and each != _MORE]
        # Whoever threw something away goes on where it stood.
        nearest = min(entered, key=lambda number: (abs(number - at), number), default=None)
        back, self._gone = self._gone, stood if stood not in ids else self._gone
        if back is not None and back in ids:
            # What was thrown away is back: a key that is pressed now is meant for it.
            listing.highlighted, self._gone = ids.index(back), None
        else:
            listing.highlighted = ids.index(stood) if stood in ids and stood is not None else nearest

    def _what_is_shown(self, count: int) -> str:
        parts = ["Prullenbak" if self._filter.state is State.TRASH else "Dagboek", *self._filter.told(self._titles)]
        if count:
            parts.append(how_many(count, "stuk", "stukken"))
        elif self.query_one("#search", Input).value.strip() or len(parts) > 1:
            parts.append("niets gevonden")
        elif self._filter.state is State.TRASH:
            parts.append("leeg")
        return " · ".join(parts)

    @property
    def _titles(self) -> dict[str, str]:
        """The titles of the sessions, also of those that only an answer knows."""
        titles = {session.id: session.title for session in self.workspace.pack.programme.sessions}
        for entry in self.workspace.journal.newest_first():
            if entry.origin:
                titles.setdefault(entry.origin.session, entry.origin.session_title or entry.origin.session)
        return titles

    @on(OptionList.OptionHighlighted)
    def _read(self) -> None:
        """Show what is in front beside the list."""
        entry, pane = self._in_front, self.query_one("#in-front")
        pane.query_one(Static).update(self._as_read(entry) if entry else "")
        self.call_after_refresh(self._draw)
        pane.scroll_home(animate=False)
        self.set_class(entry is None, "-nothing")
        entitle(pane, shorten(origin_line(entry), 60) if entry else "")
        self.refresh_bindings()

    @on(_Beside.GotRoom)
    def _draw(self) -> None:
        """Show the result of an exercise beside the list with its picture, once there is room for it."""
        pane, entry = self.query_one("#in-front"), self._in_front if self.shell.workspace else None
        width = pane.scrollable_content_region.width if pane.display else 0
        if entry and width and (drawn := drawn_entry(entry, self.workspace.journal, width)):
            pane.query_one(Static).update(self._as_read(entry, drawn))

    def _as_read(self, entry: Entry, drawn: Content | None = None) -> Content:
        parts = parts_of(entry, self.workspace.journal)
        if len(parts["text"]) > _MOST:
            parts["text"] = f"{parts['text'][:_MOST].rstrip()}…\n\nMet Enter lees je het hele stuk."
        muted = ("words", "about")
        shown = [
            drawn if drawn and part == "text" else Content.styled(text, "$muted" if part in muted else "")
            for part, text in parts.items()
            if text
        ]
        return Content("\n\n").join(shown)

    @on(Input.Changed)
    def _search(self) -> None:
        self._most = _AT_ONCE
        if self.shell.workspace is not None:
            self.show()

    @on(Input.Submitted)
    def _to_the_list(self) -> None:
        self.query_one("#entries").focus()

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        if event.option_id == _MORE:
            self._most += _AT_ONCE
            self.show()
        elif event.option_id:
            self.shell.open(EntryRoute(event.option_id))

    def action_search(self) -> None:
        """Go to the search box."""
        self.query_one("#search").focus()

    @work(group=MOVING)
    async def action_session(self) -> None:
        """Show one session, what is loose, or everything."""
        titles = self._titles
        await self._choose("Van welke sessie?", lambda entries: sessions_of(entries, titles), "session")

    @work(group=MOVING)
    async def action_kind(self) -> None:
        """Show one kind, or everything."""
        await self._choose("Welke soort?", kinds_of, "kind")

    @work(group=MOVING)
    async def action_period(self) -> None:
        """Show the last week, one month or one year, or everything."""
        await self._choose("Van wanneer?", lambda entries: periods_of(entries, self._today), "period")

    async def _choose(self, asks: str, choices: Callable[[Sequence[Entry]], list[Choice]], part: str) -> None:
        """Ask what a part of the filter is to be; there is only to choose from what there is."""
        entries = self.workspace.journal.newest_first(state=self._filter.state)
        if part != "kind" and self._filter.state is State.LIVE:
            entries = told_once(entries)
        chosen = await self.shell.ask(QuestionScreen(asks, [_EVERYTHING, *choices(entries)]))
        if chosen is not None:
            kind = Kind(chosen) if part == "kind" and chosen else None
            self._show_only(replace(self._filter, **{part: kind if part == "kind" else chosen}))

    def action_only_brought(self) -> None:
        """Show only what is marked to bring, or everything again."""
        self._show_only(replace(self._filter, brought=not self._filter.brought))

    def action_show_trash(self) -> None:
        """Show what was thrown away, or the journal again."""
        state = State.LIVE if self._filter.state is State.TRASH else State.TRASH
        self._show_only(replace(self._filter, state=state))

    def _show_only(self, chosen: Filter) -> None:
        self._filter, self._most = chosen, _AT_ONCE
        self.show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done with the entry in front; wiping in the trash alone."""
        if action in ("wipe", "empty", "restore", "bring", "throw_away"):
            trash = action in ("wipe", "empty", "restore")
            return (
                self._in_front is not None
                and trash is (self._filter.state is State.TRASH)
                and not self.workspace.read_only
            )
        if action in ("search", "session", "kind", "period", "only_brought"):
            return not self.has_class("-empty")
        if action == "clear":
            words = self.query_one("#search", Input).value if self.is_mounted else ""
            return bool(words or self._filter != Filter() or self.query_one("#search").has_focus)
        return True

    @property
    def _in_front(self) -> Entry | None:
        option = self.query_one("#entries", OptionList).highlighted_option if self.is_mounted else None
        return self.workspace.journal.entries.get(option.id or "") if option else None

    def words_for(self, action: str) -> str:
        """Say what marking would do with the entry in front, and what the trash's key shows."""
        if action == "bring" and (entry := self._in_front):
            return would_mark(Mark.BRING, entry.id in self.workspace.journal.marked(Mark.BRING))
        return "dagboek" if action == "show_trash" and self._filter.state is State.TRASH else ""

    def action_bring(self) -> None:
        """Mark the entry in front to bring, or take the mark away."""
        if entry := self._in_front:
            mark_entry(self.shell, entry.id, Mark.BRING, entry.id not in self.workspace.journal.marked(Mark.BRING))

    def action_throw_away(self) -> None:
        """Lay the entry in front in the trash."""
        if entry := self._in_front:
            throw_away(self.shell, entry.id)

    def action_restore(self) -> None:
        """Take the entry in front out of the trash."""
        if entry := self._in_front:
            restore(self.shell, entry.id)

    @work(group=MOVING)
    async def action_wipe(self) -> None:
        """Wipe the entry in front for good, once the person agrees."""
        entry = self._in_front
        if entry is not None and entry.state is State.TRASH:
            await ask_and_wipe(self.shell, [entry.id])

    @work(group=MOVING)
    async def action_empty(self) -> None:
        """Wipe all that lies in the trash, once the person agrees."""
        await ask_and_wipe(self.shell, [each.id for each in self.workspace.journal.newest_first(state=State.TRASH)])

    def action_clear(self) -> None:
        """Show everything again."""
        search = self.query_one("#search", Input)
        words, search.value = search.value, ""
        self.query_one("#entries").focus()
        self._show_only(Filter())
        self.let_go_line(words)


def _options(lines: Sequence[tuple[Entry, bool]]) -> list[Option]:
    """Return a line for each entry, under its month; each day is named once, and so is a step."""
    options: list[Option] = []
    before: date | None = None
    above = ""
    for entry, bring in lines:
        day, title = written_on(entry), _title(entry)
        if before is None or (before.year, before.month) != (day.year, day.month):
            options.append(heading(f"{MONTHS[day.month - 1]} {day.year}", air=bool(options)))
        named = f"{_WEEKDAYS[day.weekday()]} {day.day:>2}" if day != before else ""
        again = not named and title == above
        options.append(Option(_line(entry, named, bring=bring, again=again), id=entry.id))
        before, above = day, title
    return options


def _title(entry: Entry) -> str:
    return entry.origin.step_title if entry.origin else ENTRY_KINDS[entry.kind].capitalize()


def _line(entry: Entry, day: str, *, bring: bool, again: bool) -> Content:
    """Return a line for an entry: its day, where it is from, and how it begins; what does not fit is cut.

    Under another of the same step there is no need to say again where it is from, and all the room is for its words.
    """
    of_its_own = entry.origin is not None and entry.kind in _OF_THEIR_OWN
    kind = f"{ENTRY_KINDS[entry.kind].capitalize()}: " if of_its_own else ""
    return Content.assemble(
        f"{day:>5} {'●' if bring else ' '} ",
        "" if again else (shorten(_title(entry), _TITLE), "bold"),
        (f"  {shorten(f'{kind}{one_line(entry)}', _TEXT)}", "$muted"),
    )
