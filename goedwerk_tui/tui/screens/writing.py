"""A page to write on: a loose note, or an entry to change."""

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Footer, Static, TextArea

from goedwerk_tui.base.clock import utc_now
from goedwerk_tui.base.text import clean
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.words import origin_line
from goedwerk_tui.journal import Entry, Journal, Kind, Origin, State
from goedwerk_tui.journal.drafts import Draft
from goedwerk_tui.tui import answering
from goedwerk_tui.tui.screen import GoedWerkScreen
from goedwerk_tui.tui.screens.huge_line import ask_about_huge_line
from goedwerk_tui.tui.widgets.editor import Editor

NEW_NOTE = "notitie"
"""The key of the draft of a note that is not an entry yet."""


class WritingScreen(GoedWerkScreen[None]):
    """An editor over the whole screen. Esc keeps what stands there and goes back."""

    HELP_TEXT = "Schrijf. **Esc** bewaart en gaat terug. Een lege notitie wordt niet bewaard."
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("escape", "close", "klaar", tooltip="Bewaar en ga terug"),
    ]

    def __init__(
        self,
        *,
        entry_id: str | None = None,
        draft: Draft | None = None,
        origin: Origin | None = None,
        about: str = "",
    ) -> None:
        """Take what to write on; all are left out for a loose note.

        Args:
            entry_id: the entry to change.
            draft: a draft to go on with.
            origin: a question to answer.
            about: the person's own words that the question is about.
        """
        super().__init__()
        self._about = about
        self._entry_id = draft.entry_id if draft else entry_id
        key = entry_id or (f"{origin.step}/{origin.item}" if origin else NEW_NOTE)
        found = draft or self.keeper.draft(key)
        self._key = found.key if found else key
        self._asked = found.origin if found else origin
        entry = self._entry
        self._kept_text: str = entry.text if entry else ""
        fits = found is None or found.base_revision == (entry.newest.id if entry else None)
        self._draft = found if fits else None
        self._left_over = None if fits else found

    @property
    def _entry(self) -> Entry | None:
        """The entry that is changed; None for a new note, also when it was wiped meanwhile."""
        entry = self.keeper.journal.entries.get(self._entry_id) if self._entry_id else None
        return None if entry is None or entry.state is State.WIPED else entry

    @property
    def _editor(self) -> Editor:
        return self.query_one("#page", Editor)

    @property
    def _origin(self) -> Origin | None:
        entry = self._entry
        return entry.origin if entry else self._asked

    def _heading(self) -> str:
        entry = self._entry
        if entry:
            return origin_line(entry)
        return self._asked.step_title if self._asked else "Losse notitie"

    def compose(self) -> ComposeResult:
        """Lay what is answered, if anything, above the page."""
        with Vertical(id="writing"):
            yield Static(Content(self._heading()), classes="heading")
            if self._about:
                yield Static(Content(self._about), id="own-words")
            if origin := self._origin:
                yield Static(Content(origin.words), id="question")
            yield Editor(id="page")
            yield Static("", id="kept", markup=False)
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Begin with what stands there."""
        self._editor.read_only = self.keeper.read_only
        self._editor.take(self._draft.text if self._draft else self._kept_text)
        self._editor.focus()
        self._tell_state()
        if self._left_over:
            self._set_aside(self._left_over)

    def _tell(self, state: str) -> None:
        """Say whether the text is kept, unless the page was closed meanwhile."""
        if self.is_current:
            self.query_one("#kept", Static).update(Content(state))

    @work(group="writing")
    async def _set_aside(self, draft: Draft) -> None:
        """Give a draft of an earlier version a place of its own: a loose note."""
        try:
            await self.keeper.write(lambda journal: journal.add(Kind.NOTE, draft.text))
            await self.keeper.clear_draft(draft.key)
        except Trouble as trouble:
            self.goedwerk.tell(trouble)
            return
        self.goedwerk.say("Een concept past niet meer bij dit stuk. Het staat als notitie in je dagboek.")
        self.goedwerk.journal_changed()

    def _tell_state(self) -> None:
        if self.keeper.looking_round:
            state = answering.KEPT_NOWHERE
        elif self.keeper.read_only:
            state = answering.READ_ONLY
        elif self._editor.text != self._kept_text:
            state = answering.TYPING
        else:
            state = answering.KEPT if self._kept_text else answering.UNWRITTEN
        self._tell(state)

    async def keep(self) -> bool:
        """Put what stands on the page in the journal."""
        text = self._editor.text
        if self.keeper.read_only or text == self._kept_text:
            return True
        try:
            entry = await self.keeper.write(lambda journal: self._write(journal, text))
            self._entry_id = entry.id if entry else None
            self._kept_text = text
            await self.keeper.clear_draft(self._key)
        except Trouble as trouble:
            self._tell(answering.FAILED)
            self.goedwerk.tending.not_saved(trouble)
            self._keep_draft()
            return False
        self._tell_state()
        self.goedwerk.journal_changed()
        return True

    @property
    def _kind(self) -> Kind:
        """What a new entry becomes."""
        return Kind.ANSWER if self._asked else Kind.NOTE

    def _write(self, journal: Journal, text: str) -> Entry | None:
        entry = self._entry
        if not text.strip():
            return journal.trash(entry.id) if entry else None
        if entry is None:
            return journal.add(self._kind, text, origin=self._origin)
        return journal.change(entry.id, text, data=entry.data)

    def keep_now(self) -> None:
        """Keep what is being typed as a draft, at once."""
        if self.is_mounted and self._editor.text != self._kept_text:
            self.keeper.keep_draft_now(self._make_draft())

    def _make_draft(self) -> Draft:
        entry = self._entry
        return Draft(
            key=self._key,
            text=clean(self._editor.text),
            entry_id=entry.id if entry else None,
            base_revision=entry.newest.id if entry else None,
            origin=self._origin,
            kind=entry.kind if entry else self._kind,
            at=utc_now(),
        )

    @on(Editor.DraftDue)
    @work(group="drafts")
    async def _keep_draft(self) -> None:
        if self._editor.text == self._kept_text:
            return
        draft = self._make_draft()
        try:
            kept = await self.keeper.keep_draft(draft)
        except Trouble as trouble:
            self._tell(answering.FAILED)
            self.goedwerk.tending.not_saved(trouble)
            return
        if kept and self.is_current and clean(self._editor.text) == draft.text:
            state = answering.DRAFT_ONLY if self.goedwerk.tending.failing else answering.KEPT
            self._tell(state)

    @on(TextArea.Changed)
    def _typed(self) -> None:
        self._tell_state()

    @on(Editor.HugeLine)
    @work(group="pasting")
    async def _huge_line(self, event: Editor.HugeLine) -> None:
        await ask_about_huge_line(self, self._editor, event.text)

    @on(Editor.Left)
    def _left(self) -> None:
        self.action_close()

    @work(group="closing")
    async def action_close(self) -> None:
        """Keep what stands here and go back."""
        if await self.keep():
            self.dismiss()
