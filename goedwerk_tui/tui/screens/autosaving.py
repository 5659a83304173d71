"""What the screens share on which something is written: it is kept by itself, and they say whether it is."""

from abc import abstractmethod
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Generic, TypeVar

from textual import on, work
from textual.binding import Binding
from textual.widgets import TextArea

from goedwerk_tui.base.text import named
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.journal.draft_marks import note_of
from goedwerk_tui.journal.drafts import Draft
from goedwerk_tui.tui.autosave.core import DRAFT_ONLY, FAILED, Autosave, Change
from goedwerk_tui.tui.autosave.page import PageAutosave
from goedwerk_tui.tui.autosave.written_text import TextAutosave
from goedwerk_tui.tui.screens.base import GoedWerkScreen
from goedwerk_tui.tui.screens.huge_line import HugeLineScreen
from goedwerk_tui.tui.screens.what_went import tell_gone
from goedwerk_tui.tui.shell import MOVING
from goedwerk_tui.tui.widgets.editor import Editor
from goedwerk_tui.tui.workarounds.abstract_widgets import AbstractWidgetMeta

Written = TypeVar("Written")


class AutosavingScreen(GoedWerkScreen[None], Generic[Written], metaclass=AbstractWidgetMeta):
    """A screen on which something is written."""

    @property
    @abstractmethod
    def _autosave(self) -> Autosave[Written]:
        """How it is kept."""

    @property
    @abstractmethod
    def _written(self) -> Written | None:
        """What stands on the screen; None when nothing is being written."""

    @abstractmethod
    def _tell(self, state: str) -> None:
        """Say whether it is kept."""

    @abstractmethod
    def _read_again(self) -> object:
        """Begin with what the journal and its drafts hold now, as at the opening."""

    def may_write_again(self) -> None:
        """Begin anew with what the other window left: what stood here was read while that one had the journal."""
        super().may_write_again()
        self._read_again()
        self._tell_state()
        self.refresh_bindings()

    @abstractmethod
    def _about_left_over(self, draft: Draft) -> str:
        """Return what is said of a draft that no longer fits, and is a note from now on."""

    def _tell_state(self, *, drafted: bool = False) -> None:
        if not self.is_open:
            return
        written = self._written
        self._tell("" if written is None else self._autosave.state(written, drafted=drafted))

    def _tell_failed(self, trouble: Trouble) -> None:
        if self.is_open:
            self._tell(FAILED)
        self.shell.sync.not_saved(trouble)

    def keep_now(self) -> None:
        """Keep what is being written as a draft, at once."""
        written = self._written if self.is_mounted else None
        if written is not None:
            self._autosave.keep_draft_now(written)

    async def _put_in_draft(self) -> bool:
        """Keep what is being written as a draft. Returns whether it is on disk.

        Raises:
            Trouble: it could not be written.
        """
        written = self._written
        return written is not None and await self._autosave.keep_draft(written)

    @work(group="drafts")
    async def _clear_once_kept(self, held: PageAutosave) -> None:
        """Forget the draft of what was held, once there is one of what it was put in."""
        await self._forget_once_drafted(partial(held.keep, ""))

    async def _forget_once_drafted(self, forget: Callable[[], Awaitable[object]]) -> None:
        """Forget a draft of what was put in a box here, once there is one of all that is being written here."""
        try:
            drafted = await self._put_in_draft()
        except Trouble as trouble:
            self._tell_failed(trouble)
            return
        if drafted:
            await self._clear(forget)

    async def _clear(self, forget: Callable[[], Awaitable[object]]) -> None:
        try:
            await forget()
        except Trouble as trouble:
            self.shell.show_error(trouble)

    @on(Editor.HugeLine)
    @work(group=MOVING)
    async def _huge_line(self, event: Editor.HugeLine) -> None:
        """Ask what is to become of a paste that would make typing slow. It is a draft until it stands elsewhere."""
        written = self._written
        never_leaves = written is not None and self._autosave.never_leaves(written)
        asking = HugeLineScreen(event.text, event.editor, never_leaves=never_leaves)
        answer = await self.shell.ask(asking)
        forget = partial(self.workspace.clear_draft, asking.draft.key)
        if answer == "insert" or not await self._has_place(asking.draft, answer):
            event.editor.put(event.text)
            await self._forget_once_drafted(forget)
        elif answer is not None:
            await self._clear(forget)
        self.shell.journal_changed()

    async def _has_place(self, draft: Draft, answer: str | None) -> bool:
        """Return whether what was pasted is a note or a draft now, as was answered, or may go."""
        try:
            if answer is None:
                kept = await self.workspace.keep_draft(draft)
                if kept:
                    self.shell.show_notice(f"{named(draft.text)} staat als concept klaar op Thuis.")
                return kept
            if answer == "note":
                await self.workspace.apply(lambda journal: note_of(draft, journal))
                self.shell.show_notice(f"{named(draft.text)} staat als notitie in je dagboek.")
        except Trouble as trouble:
            self.shell.show_error(trouble)
            return False
        return True

    @work(group="writing")
    async def _set_aside(self, draft: Draft) -> None:
        """Give a draft that no longer fits a place of its own."""
        try:
            await self._autosave.set_aside(draft)
        except Trouble as trouble:
            self.shell.show_error(trouble)
            return
        self.shell.show_notice(f"{self._about_left_over(draft)} Het staat als notitie in je dagboek.")
        self.shell.journal_changed()


class TextAutosavingScreen(AutosavingScreen[Written]):
    """A screen with one text that is being written. It is kept in the journal when one moves on."""

    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("ctrl+s", "say_kept", "bewaar", show=False, tooltip="Zeg dat wat je typt vanzelf wordt bewaard"),
    ]

    def action_say_kept(self) -> None:
        """Tell whoever keeps a text as elsewhere that it is kept by itself."""
        if self.workspace.read_only:
            self.say_only_read()
        elif self.workspace.looking_round:
            self.shell.show_message("Je kijkt rond: wat je typt wordt niet bewaard.")
        else:
            self.shell.show_message("Wat je typt wordt vanzelf bewaard.")

    @property
    @abstractmethod
    def _editor(self) -> Editor:
        """The box in which it stands."""

    @property
    @abstractmethod
    def _autosave(self) -> TextAutosave[Written]:
        """How it is kept."""

    @property
    @abstractmethod
    def _written(self) -> Written:
        """What stands on the screen."""

    @abstractmethod
    def _catch_up(self) -> None:
        """Show what the journal holds now, unless something stands here that is not kept."""

    def may_write_again(self) -> None:
        """Begin anew with what the other window left, in a box in which one can write."""
        self._editor.read_only = False
        super().may_write_again()

    def keep_now(self) -> None:
        """Keep what is being written as a draft, at once."""
        if self.is_mounted:
            self._leave_out_what_was_wiped()
        super().keep_now()

    def _leave_out_what_was_wiped(self) -> None:
        """Go on with what was added, before anything is kept: what was wiped meanwhile may not come back by that."""
        left = self._autosave.without_wiped(self._editor.text)
        if left is not None:
            self._editor.take(left)
            self.shell.show_notice("Het stuk waaraan je schreef is gewist. Wat je er sindsdien bij typte is er nog.")

    async def keep(self) -> bool:
        """Put what stands on the screen in the journal."""
        return await self._keep_with(None)

    async def _keep_with(self, also: Change | None, *, seen: bool = True) -> bool:
        """Put what stands on the screen in the journal, and what else changes, in one write.

        Args:
            also: what else changes.
            seen: whether any screen shows that.
        """
        self._leave_out_what_was_wiped()
        autosave, written = self._autosave, self._written
        try:
            changed = await autosave.keep(written, also)
        except Trouble as trouble:
            if not self._autosave.differs(written):
                # Nothing that was written is at stake: whoever only reads goes on. At each new attempt to save what
                # another layer holds it would be said again.
                if not self.shell.sync.failing:
                    self.shell.show_error(trouble)
                return True
            self._tell_failed(trouble)
            self._keep_draft()
            return False
        self._tell_state()
        if gone := autosave.take_gone():
            tell_gone(self.shell, gone, self._had_back)
        if changed or (also and seen):
            self.shell.journal_changed()
        return True

    def _had_back(self) -> None:
        if self.is_current:
            self._catch_up()

    @on(Editor.DraftDue)
    @work(group="drafts")
    async def _keep_draft(self) -> None:
        self._leave_out_what_was_wiped()
        written = self._written
        try:
            kept = await self._autosave.keep_draft(written)
        except Trouble as trouble:
            self._tell_failed(trouble)
            return
        # The screen may have been closed while the draft was written.
        if kept and self.is_current and self._written == written:
            self._tell(DRAFT_ONLY if self.shell.sync.failing else self._autosave.at_rest(written))

    @on(TextArea.Changed)
    def _typed(self) -> None:
        self._tell_state()
