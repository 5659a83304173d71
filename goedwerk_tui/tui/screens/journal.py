"""Dagboek: everything you wrote, newest first."""

import asyncio

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from goedwerk_tui.base.clock import local, short_date
from goedwerk_tui.base.text import shorten
from goedwerk_tui.guidance.words import how_many, origin_line, written_by_choice
from goedwerk_tui.journal import Entry, Kind, Mark, State
from goedwerk_tui.tui.mark_messages import would_mark
from goedwerk_tui.tui.routes import EntryRoute
from goedwerk_tui.tui.screens.base import PlaceScreen
from goedwerk_tui.tui.screens.entry_acts import mark_entry, restore, throw_away
from goedwerk_tui.tui.screens.wiping import ask_and_wipe
from goedwerk_tui.tui.shell import MOVING, Changed
from goedwerk_tui.tui.widgets.editor import SearchLine
from goedwerk_tui.tui.workarounds.marked_list import MarkedList

_AT_ONCE = 60
"""Entries shown before somebody asks for more; a list of thousands takes long to lay out."""
_MORE = "more"
_LOOSE = "los"
_LOG = "logboek"
_APART = {_LOOSE: "losse notities", _LOG: "logboek: wat je exporteerde"}


class JournalScreen(PlaceScreen):
    """The list of entries, searched as you type."""

    PLACE = "journal"
    FOLLOWS = frozenset({Changed.ENTRIES, Changed.MARKS, Changed.AROUND})
    HELP_TEXT = """
Alles wat je schreef, het nieuwste boven. **/** zoekt terwijl je typt, in je tekst en in de vragen; hoofdletters en
accenten maken niet uit. **s** kiest een sessie, **p** toont de prullenbak.
**Enter** opent een stuk. **m** markeert om mee te nemen, **w** gooit weg, **h** haalt uit de prullenbak terug;
**ctrl+z** draait terug wat je het laatst deed.

**●** gaat mee naar de bijeenkomst.

Wat in de prullenbak ligt verdwijnt voorgoed als je het programma daarna op dertig dagen hebt gebruikt. Met **Del** wis
je er meteen één stuk uit, met **l** alles.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("slash", "search", "zoek"),
        Binding("m", "mark", "neem mee", tooltip="Markeer het stuk om mee te nemen, of haal de markering weg"),
        Binding("ctrl+g", "mark", show=False),
        Binding("w", "throw_away", "gooi weg", tooltip="Leg het stuk in de prullenbak"),
        Binding("h", "restore", "haal terug", tooltip="Haal het stuk uit de prullenbak"),
        Binding("n", "app.new_note", "notitie", tooltip="Schrijf iets los van het programma"),
        Binding("s", "session", "sessie", tooltip="Toon één sessie, of losse notities, of alles"),
        Binding("p", "show_trash", "prullenbak", tooltip="Toon wat je weggooide, of weer het dagboek"),
        Binding("delete", "wipe", "wis voorgoed", tooltip="Wis het stuk dat voor staat, voorgoed"),
        Binding("l", "empty", "leeg prullenbak", tooltip="Wis alles wat in de prullenbak ligt, voorgoed"),
        Binding("escape", "clear", "alles", tooltip="Wis de zoekwoorden en toon weer alles"),
    ]

    def __init__(self) -> None:
        """Begin with everything."""
        super().__init__()
        self._session: str | None = None
        self._state = State.LIVE
        self._most = _AT_ONCE
        self._lines: tuple[list[tuple[Entry, bool]], int] | None = None
        """What stands in the list: entries with whether they are to be brought, and how many more there are."""

    def compose_place(self) -> ComposeResult:
        """Lay the search box above the list."""
        yield SearchLine(placeholder="zoek in wat je schreef", id="search")
        yield Static("", id="shown", markup=False)
        yield MarkedList(id="entries", classes="pane")

    def on_mount(self) -> None:
        """Begin in the list."""
        super().on_mount()
        self.query_one("#entries").focus()

    def show(self) -> None:
        """Show the entries that fit the words, the session and the state."""
        self._look(self.query_one("#search", Input).value)

    @work(group="searching", exclusive=True)
    async def _look(self, words: str) -> None:
        entries = await asyncio.to_thread(self._fitting, words)
        self._fill(entries)
        self.query_one("#shown", Static).update(Content(self._what_is_shown(len(entries))))
        self.refresh_bindings()

    def _fitting(self, words: str) -> tuple[Entry, ...]:
        journal = self.workspace.journal
        session = None if self._session in (_LOOSE, _LOG) else self._session
        if words.strip():
            found = journal.find(words, session=session, state=self._state)
        else:
            found = journal.newest_first(session=session, state=self._state)
        logged = self._session == _LOG
        found = tuple(entry for entry in found if (entry.kind is Kind.LOG) is logged)
        return tuple(entry for entry in found if entry.origin is None) if self._session == _LOOSE else found

    def _fill(self, entries: tuple[Entry, ...]) -> None:
        bring = self.workspace.journal.marked(Mark.BRING)
        lines = [(entry, entry.id in bring) for entry in entries[: self._most]]
        older = len(entries) - len(lines)
        if (lines, older) == self._lines:
            return
        self._lines = (lines, older)
        listing = self.query_one("#entries", OptionList)
        in_front = listing.highlighted_option.id if listing.highlighted_option else None
        at = listing.highlighted or 0
        listing.clear_options()
        width = max(listing.size.width - 20, 30)
        listing.add_options([Option(_line(entry, bring=bring, width=width), id=entry.id) for entry, bring in lines])
        if older:
            listing.add_option(Option(Content(f"… nog {older} oudere"), id=_MORE))
        ids = [entry.id for entry, _ in lines]
        # Whoever threw something away goes on where it stood.
        listing.highlighted = ids.index(in_front) if in_front in ids else (min(at, len(ids) - 1) if ids else None)

    def _what_is_shown(self, count: int) -> str:
        parts = ["Prullenbak" if self._state is State.TRASH else "Dagboek"]
        if self._session:
            parts.append(_APART.get(self._session) or self._title(self._session))
        if count:
            parts.append(how_many(count, "stuk", "stukken"))
        elif self.query_one("#search", Input).value.strip():
            parts.append("niets gevonden")
        elif self._state is State.TRASH:
            parts.append("leeg")
        else:
            parts.append("nog leeg. Wat je bij een vraag schrijft komt hier, en met n schrijf je een losse notitie")
        return " · ".join(parts)

    def _title(self, session: str) -> str:
        sessions = self.workspace.pack.programme.sessions
        return next((each.title for each in sessions if each.id == session), session)

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

    def action_session(self) -> None:
        """Show the next session, then loose notes, then what was exported, then everything again."""
        order = [None, *(session.id for session in self.workspace.pack.programme.sessions), _LOOSE, _LOG]
        self._session = order[(order.index(self._session) + 1) % len(order)]
        self.show()

    def action_show_trash(self) -> None:
        """Show what was thrown away, or the journal again."""
        self._state = State.LIVE if self._state is State.TRASH else State.TRASH
        self.show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done with the entry in front; wiping in the trash alone."""
        if action in ("wipe", "empty", "restore", "mark", "throw_away"):
            trash = action in ("wipe", "empty", "restore")
            return self._in_front is not None and trash is (self._state is State.TRASH) and not self.workspace.read_only
        if action == "clear":
            words = self.query_one("#search", Input).value if self.is_mounted else ""
            return bool(words or self._session or self._state is State.TRASH or self.query_one("#search").has_focus)
        return True

    @property
    def _in_front(self) -> Entry | None:
        option = self.query_one("#entries", OptionList).highlighted_option if self.is_mounted else None
        return self.workspace.journal.entries.get(option.id or "") if option else None

    def words_for(self, action: str) -> str:
        """Say what marking would do with the entry in front, and what the trash's key shows."""
        if action == "mark" and (entry := self._in_front):
            return would_mark(Mark.BRING, entry.id in self.workspace.journal.marked(Mark.BRING))
        return "dagboek" if action == "show_trash" and self._state is State.TRASH else ""

    def action_mark(self) -> None:
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
        self._session, self._state, self._most = None, State.LIVE, _AT_ONCE
        self.query_one("#search", Input).value = ""
        self.query_one("#entries").focus()
        self.show()


def _line(entry: Entry, *, bring: bool, width: int) -> Content:
    """Return two lines for an entry: where it is from, and how it begins."""
    text = entry.text if entry.text.strip() else written_by_choice(entry)
    sign = "● " if bring else "  "
    return Content.assemble(
        sign,
        f"{short_date(local(entry.changed).date()):>11}  ",
        (shorten(origin_line(entry), width), "bold"),
        "\n",
        " " * 15,
        (shorten(text, width), "$muted"),
    )
