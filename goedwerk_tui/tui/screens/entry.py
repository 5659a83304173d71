"""One entry: read it, change it, look at earlier versions, mark it, throw it away and bring it back."""

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from goedwerk_tui.base.clock import date_and_time
from goedwerk_tui.base.text import in_pieces, shorten
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.entry_parts import parts_of
from goedwerk_tui.guidance.words import origin_line
from goedwerk_tui.journal import Entry, Kind, Mark, State
from goedwerk_tui.tui.exercises.result import DRAWN_AT_ONCE, drawn_entry
from goedwerk_tui.tui.mark_messages import would_mark
from goedwerk_tui.tui.routes import StepRoute, WriteRoute
from goedwerk_tui.tui.screens.base import GoedWerkScreen
from goedwerk_tui.tui.screens.entry_acts import keep_back, let_go, mark_entry, restore, throw_away
from goedwerk_tui.tui.screens.holding import HoldingScreen
from goedwerk_tui.tui.screens.question import QuestionScreen
from goedwerk_tui.tui.screens.wiping import ask_and_wipe
from goedwerk_tui.tui.shell import MOVING
from goedwerk_tui.tui.widgets.held_line import HeldPlace


class EntryScreen(GoedWerkScreen[None]):
    """Shows an entry as it is now."""

    HELP_TEXT = """
Eén stuk uit je dagboek. **Enter** opent het om verder te schrijven, met wat je hier typte erachter; de versie van nu
blijft bewaard. **v** toont de oudere versies en zet er een terug als je dat wilt. **ctrl+g** neemt het mee naar de
bijeenkomst, **ctrl+x** zorgt dat het nooit meegaat, en vraagt dat dan ook van wat een opdracht maakte. **Del** legt het
in de prullenbak, waar je het terug kunt halen tot je het programma op dertig dagen hebt gebruikt; daar wist **Del** het
voorgoed, na een vraag. **ctrl+z** draait terug wat je het laatst deed. **o** opent de stap waar de vraag stond; het
resultaat van een opdracht wijzig je daar. Van een heel lang stuk toont **spatie** telkens het volgende deel.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("enter", "edit", "schrijf verder", id="write-on-entry"),
        Binding("space", "read_on", "lees verder", tooltip="Toon ook het volgende deel van een lang stuk"),
        Binding("v", "versions", "versies"),
        Binding("ctrl+g", "bring", "meenemen", tooltip="Neem dit mee naar de bijeenkomst, of toch niet"),
        Binding("ctrl+x", "never_leave", "nooit delen", tooltip="Laat dit stuk nooit meegaan, of weer wel"),
        Binding("delete", "throw_away", "gooi weg", tooltip="Leg dit stuk in de prullenbak"),
        Binding("h", "restore", "haal terug", tooltip="Haal dit stuk uit de prullenbak"),
        Binding("delete", "wipe", "wis voorgoed", tooltip="Wis dit stuk voorgoed, met al zijn versies"),
        Binding("o", "origin", "stap", tooltip="Open de stap waar de vraag stond"),
        Binding("escape", "dismiss", "sluit"),
    ]

    def __init__(self, entry_id: str) -> None:
        """Take the id of the entry."""
        super().__init__()
        self._entry_id = entry_id
        self._unread: list[str] = []
        """The parts of a long text that were not asked for yet."""
        self._read = ""
        """The revision whose text is being read."""

    def compose_body(self) -> ComposeResult:
        """Lay what it answers above what was written."""
        with VerticalScroll(id="place"):
            for part in ("origin", "words", "choice", "text"):
                yield Static("", id=f"entry-{part}", markup=False)
            yield Vertical(id="entry-rest")
            for part in ("unread", "about"):
                yield Static("", id=f"entry-{part}", markup=False)

    def on_mount(self) -> None:
        """Follow every change."""
        self.follow(self._show)
        self._show()

    @property
    def _entry(self) -> Entry:
        return self.workspace.journal.entries[self._entry_id]

    def _show(self) -> None:
        if self.shell.workspace is None or self._entry_id not in self.workspace.journal.entries:
            return
        entry = self._entry
        parts = {"origin": origin_line(entry), **parts_of(entry, self.workspace.journal)}
        parts["text"] = self._begin_reading(entry)
        for part, text in parts.items():
            widget = self.query_one(f"#entry-{part}", Static)
            widget.update(Content(text))
            widget.display = bool(text)
        self.call_after_refresh(self._draw)
        self.refresh_bindings()

    def _begin_reading(self, entry: Entry) -> str:
        """Return what is shown at once of a text; of one that is the same as it was, what was read further stays."""
        first, *rest = in_pieces(entry.text, DRAWN_AT_ONCE)
        if entry.newest.id != self._read:
            self._read, self._unread = entry.newest.id, rest
            self.query_one("#entry-rest").remove_children()
        self._tell_unread()
        return first

    def _tell_unread(self) -> None:
        left = self.query_one("#entry-unread", Static)
        signs = f"{sum(map(len, self._unread)):,}".replace(",", ".")
        left.update(Content(f"… nog {signs} tekens. Met {self.key_for('read_on')} lees je verder."))
        left.display = bool(self._unread)
        self.refresh_bindings()

    async def action_read_on(self) -> None:
        """Show the next part of a long text below what stands there."""
        await self.query_one("#entry-rest").mount(Static(Content(self._unread.pop(0)), markup=False))
        self._tell_unread()

    def on_resize(self) -> None:
        """Draw a result anew."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        """Show the result of an exercise as it shows there: with its picture."""
        if self.shell.workspace is None or self._entry_id not in self.workspace.journal.entries:
            return
        text = self.query_one("#entry-text", Static)
        width = text.content_size.width
        if width and (drawn := drawn_entry(self._entry, self.workspace.journal, width)):
            text.update(drawn)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what makes sense for this entry."""
        if self.shell.workspace is None or self._entry_id not in self.workspace.journal.entries:
            return action == "dismiss"
        entry = self._entry
        if action in ("restore", "wipe"):
            return entry.state is State.TRASH and not self.workspace.read_only
        if action in ("edit", "bring", "never_leave", "throw_away"):
            # A result is a record: the exercise itself makes another, or a new version.
            frozen = action == "edit" and entry.kind is Kind.EXERCISE
            return entry.state is State.LIVE and not self.workspace.read_only and not frozen
        offered = {
            "read_on": bool(self._unread),
            "versions": len(entry.versions) > 1,
            "origin": entry.origin is not None and self.workspace.pack.knows(entry.origin.step),
        }
        return offered.get(action, True)

    def _say_in_vain(self) -> None:
        if self.check_action("edit", ()):
            self.shell.show_message("Hier staat al wat je schreef. Enter om verder te schrijven.")
        else:
            super()._say_in_vain()

    def words_for(self, action: str) -> str:
        """Say what marking would do."""
        mark = {"bring": Mark.BRING, "never_leave": Mark.NEVER_LEAVE}.get(action)
        return would_mark(mark, self._entry_id in self.workspace.journal.marked(mark)) if mark else ""

    @work(group=MOVING)
    async def action_edit(self) -> None:
        """Open the text to change it, with what is held behind it."""
        held, text = self._held, self._release()
        await self.shell.navigator.go(WriteRoute(entry=self._entry_id))
        if held is None or not text.strip():
            return
        page = self.shell.screen
        if page is not self and isinstance(page, HoldingScreen) and page.takes_in:
            await page.take_over(held, text, wanted=True)
        else:
            await self.hold(text)

    @property
    def _held_place(self) -> HeldPlace:
        leads_to = "zet het achter dit stuk" if self.check_action("edit", ()) else ""
        return super()._held_place._replace(leads_to=leads_to)

    def give_a_place(self) -> None:
        """Put what is held behind the text; of what is not written here, make a note."""
        if self.check_action("edit", ()):
            self.action_edit()
        else:
            super().give_a_place()

    def action_bring(self) -> None:
        """Mark the entry to bring, or take the mark away."""
        mark_entry(self.shell, self._entry_id, Mark.BRING, not self._is_marked(Mark.BRING))

    @work(group=MOVING)
    async def action_never_leave(self) -> None:
        """Keep the entry out of every export, or let it in again."""
        if self._is_marked(Mark.NEVER_LEAVE):
            await let_go(self.shell, self._entry_id)
        else:
            await keep_back(self.shell, self._entry_id)

    def _is_marked(self, mark: Mark) -> bool:
        return self._entry_id in self.workspace.journal.marked(mark)

    def action_throw_away(self) -> None:
        """Lay the entry in the trash."""
        throw_away(self.shell, self._entry_id)

    def action_restore(self) -> None:
        """Take the entry out of the trash."""
        restore(self.shell, self._entry_id)

    @work(group=MOVING)
    async def action_wipe(self) -> None:
        """Wipe the entry for good, once the person agrees."""
        if await ask_and_wipe(self.shell, [self._entry_id]):
            self.dismiss()

    def action_origin(self) -> None:
        """Open the step that asked the question."""
        origin = self._entry.origin
        if origin:
            self.shell.open(StepRoute(origin.step, origin.item))

    @work(group=MOVING)
    async def action_versions(self) -> None:
        """Choose an earlier version, read it, and put it back if wanted."""
        revisions = self._entry.versions[::-1]
        versions = [
            (revision.id, f"{date_and_time(revision.at)}\n  {shorten(revision.text, 60)}") for revision in revisions
        ]
        question = QuestionScreen("Versies van dit stuk, de nieuwste boven.", versions)
        chosen = await self.shell.ask(question)
        revision = next((each for each in revisions if each.id == chosen), None)
        if revision is None:
            return
        answers = [("back", "Terug"), ("put", "Zet deze versie terug")]
        if revision.reads_as(self._entry.newest) or self.workspace.read_only or self._entry.state is State.TRASH:
            answers = answers[:1]
        if await self.shell.ask(QuestionScreen(revision.text, answers)) == "put":
            try:
                await self.workspace.write(lambda journal: journal.put_back(self._entry_id, revision.id))
            except Trouble as trouble:
                self.shell.show_error(trouble)
            self.shell.journal_changed()
