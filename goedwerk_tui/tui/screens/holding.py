"""What is typed on a screen where nothing can be written: it is held on a line, until it gets a place."""

from functools import partial
from typing import ClassVar, TypeVar

from textual import on, work
from textual.widget import Widget

from goedwerk_tui.base.clock import utc_now
from goedwerk_tui.base.text import clean, is_sentence, named
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.journal import Kind, Origin
from goedwerk_tui.journal.book import new_id
from goedwerk_tui.journal.drafts import Draft
from goedwerk_tui.tui.autosave.core import draft_of_text
from goedwerk_tui.tui.autosave.page import PageAutosave
from goedwerk_tui.tui.routes import WriteRoute
from goedwerk_tui.tui.screens.sentence import SentenceScreen
from goedwerk_tui.tui.shell import MOVING, Shell
from goedwerk_tui.tui.widgets.held_line import HeldLine, HeldPlace

Answer = TypeVar("Answer")


class HoldingScreen(SentenceScreen[Answer]):
    """A screen that holds what is typed where there is no box, as a note in the making, until it gets a place."""

    WRITES_ON: ClassVar[bool] = True
    """Whether Enter opens the note that it makes of what is held, to write on; else one stays here."""
    HELD_TITLE: ClassVar[str] = "Hier is geen schrijfvak; wat je typt staat zolang hier"
    """What stands above what is held."""

    _held_line: HeldLine | None = None
    """Where what is held stands."""
    _held: PageAutosave | None = None
    """How what is held is kept; None where nothing is."""
    _held_from: Widget | None = None
    """What had the keyboard before."""

    @property
    def is_seen(self) -> bool:
        """Whether nothing lies over it but windows."""
        stack = self.shell.screen_stack
        return self in stack and all(each.is_modal for each in stack[stack.index(self) + 1 :])

    @property
    def takes_in(self) -> bool:
        """Whether what is typed in a window over it is for a box of it."""
        return False

    async def take_over(self, held: PageAutosave, text: str, *, wanted: bool) -> None:
        """Take in what was held in a window over it.

        Args:
            held: how that is kept.
            text: what it is.
            wanted: whether the person chose to have it in the box, also where an answer of before stands.
        """

    @property
    def holds(self) -> bool:
        """Whether something is held."""
        return self._held is not None

    @property
    def typed_beside(self) -> Origin | None:
        """Where in the programme what is typed here is typed; None where that is nowhere in it."""
        return None

    @property
    def _held_place(self) -> HeldPlace:
        """What stands above what is held, and what is done with it."""
        return HeldPlace(self.HELD_TITLE)

    async def hold(self, typed: str) -> None:
        """Let what was typed stand on a line above the keys, where one types on; else say that it stands nowhere."""
        await self.hold_on_line(typed)

    async def hold_on_line(self, typed: str, *, stays: bool = False) -> None:
        """Let what was typed stand on a line above the keys, also where there is a box; else say that it can't."""
        if not self._may_hold:
            self._say_in_vain()
            return
        self._slip = ""
        line = self._held_line
        if line is None:
            line = self._held_line = HeldLine()
            await self.mount(line)
        if not self.holds:
            draft = Draft(key=new_id(), text="", origin=self.typed_beside, kind=Kind.NOTE, at=utc_now())
            self._held = PageAutosave(self.workspace, draft=draft)
            line.display = True
        self._held_from = self.in_use
        self._tell_held_place()
        line.add(typed, self._typed_at, self._paused)
        if not stays:
            line.box.focus()
        self.shell.drop_messages()

    async def take_on_line(self, held: PageAutosave, text: str, *, stays: bool = False) -> None:
        """Hold what was held on what lay over it; ``stays`` is as in ``hold_on_line``."""
        await self.hold_on_line(text, stays=stays)
        try:
            self.keep_held_now()
            await held.keep("")  # its draft has another name now
        except Trouble as trouble:
            self.shell.sync.not_saved(trouble)

    def _tell_held_place(self) -> None:
        """Say what is done with what is held, where one is now."""
        if self._held_line is not None and self.holds:
            self._held_line.tell(self._held_place)

    def _named_held(self, text: str) -> str:
        """Return what a text that was held is called in a sentence."""
        return named(text)

    def _release(self) -> str:
        """Put the line away, and return what stood on it. Its draft is there until that has another place."""
        line = self._held_line
        if line is None or self._held is None:
            return ""
        self._held = None
        if self._types_on_line:
            self._leave_line()
        line.display = False
        return line.take_out()

    @property
    def _types_on_line(self) -> bool:
        """Whether the keyboard is at what is held."""
        return self._held_line is not None and self._held_line.has_keyboard

    @property
    def in_use(self) -> Widget | None:
        """What has the keyboard, or has it again once what is held is left."""
        return self._held_from if self._types_on_line else self.focused

    def give_keyboard(self, widget: Widget) -> None:
        """Give something the keyboard as the screen shows other things; whoever types at what is held goes on there."""
        if self._types_on_line:
            self._held_from = widget
        else:
            widget.focus()

    def on_descendant_focus(self) -> None:
        """Say what is done with what is held from where one is now, and lead back there."""
        if self.holds and not self._types_on_line:
            self._held_from = self.focused
            self._tell_held_place()

    @property
    def is_beside_held(self) -> bool:
        """Whether something is held and the keyboard is elsewhere."""
        return self.holds and not self._types_on_line

    def go_to_held(self) -> None:
        """Go to what is held."""
        if self._held_line is not None:
            self._held_line.box.focus()

    def _leave_line(self) -> None:
        """Give the keyboard back to what had it."""
        back = self._held_from
        self.set_focus(back if back is not None and back.is_attached and back.focusable else None)

    @on(HeldLine.HandedOn)
    def _hand_on(self, event: HeldLine.HandedOn) -> None:
        event.stop()
        self.give_a_place()

    def give_a_place(self) -> None:
        """Give what is held its place: a note."""
        if self.WRITES_ON:
            self._open_as_note()
        else:
            self._make_note()

    @work(group=MOVING)
    async def _open_as_note(self) -> None:
        held = self._held
        text = self._release()
        if held is None or not text.strip():
            return
        try:
            await held.keep_draft(text)
        except Trouble as trouble:
            self.shell.sync.not_saved(trouble)
        draft = draft_of_text(held.draft_key, text, None, held.origin, Kind.NOTE)
        await self.shell.navigator.go(WriteRoute(draft=draft))

    @on(HeldLine.Left)
    def _line_left(self, event: HeldLine.Left) -> None:
        """Esc goes out of a box and leaves in it what stands there, here too."""
        event.stop()
        self._leave_line()

    @work(group=MOVING)
    async def _make_note(self) -> None:
        """Make a note of what is held, and stay here."""
        held = self._held
        text = self._release()
        if held is not None and not await self._note(held, text):
            await self.hold(text)

    @on(HeldLine.Dropped)
    @work(group=MOVING)
    async def _drop(self, event: HeldLine.Dropped) -> None:
        """Put away what is held; ctrl+z has it back."""
        event.stop()
        held = self._held
        text = self._release()
        if held is None:
            return
        try:
            await held.keep("")
        except Trouble as trouble:
            self.shell.sync.not_saved(trouble)
        if text.strip():
            self.let_go(text)

    def let_go_line(self, typed: str) -> None:
        """Say of a sentence on a line that is left that it is gone: it was meant for something else than that line."""
        if is_sentence(typed):
            self.let_go(clean(typed))

    def let_go(self, text: str) -> None:
        """Say of what was typed that it is gone, and let ctrl+z hold it here, where something may be held."""
        if not self._may_hold:
            workspace = self.workspace
            why = workspace.why_read_only if workspace.read_only else "je hebt nog geen dagboek"
            self.shell.show_notice(f"{self._named_held(text)} is weg en komt niet terug: {why}.")
            return
        have_back = partial(self._have_back, text)
        self.shell.acted(f"{self._named_held(text)} is weg.", have_back, offer="Met ctrl+z staat het er weer.")

    def _have_back(self, text: str) -> None:
        """Hold again what was put away; from elsewhere it comes back as a note."""
        if self.is_current:
            self.run_worker(self.hold(text), group=MOVING)
        else:
            note = Draft(key=new_id(), text="", kind=Kind.NOTE, at=utc_now())
            self.shell.run_worker(self._note(PageAutosave(self.workspace, draft=note), text), group="drafts")

    @on(HeldLine.DraftDue)
    @work(group="drafts")
    async def _keep_held_draft(self, event: HeldLine.DraftDue) -> None:
        event.stop()
        if self._held_line is None or self._held is None:
            return
        try:
            await self._held.keep_draft(self._held_line.text)
        except Trouble as trouble:
            self.shell.sync.not_saved(trouble)

    async def keep_held(self, *, ending: bool = False) -> bool:
        """Make a note of what is held; at the end it stays held, as the person did not go on to anything else.

        Then it is a draft. Whoever looks round has none, and is asked before it is gone.

        Returns:
            False when that failed, after having said so.
        """
        line, held = self._held_line, self._held
        if line is None or held is None:
            return True
        if ending and (self._is_asked_about(line.text) or await self._stays_draft(held, line.text)):
            return True
        kept = await self._note(held, line.text)
        if kept and held is self._held:
            self._release()
        return kept

    def _is_asked_about(self, text: str) -> bool:
        """Whether it is asked at the end what is to become of it."""
        return self.workspace.looking_round and bool(text.strip())

    async def _stays_draft(self, held: PageAutosave, text: str) -> bool:
        """Keep what is held as a draft. Returns whether it is one: not where nothing is kept."""
        try:
            return await held.keep_draft(text)
        except Trouble:
            return False  # it may still become a note; if not, that is said

    def keep_held_now(self) -> None:
        """Keep what is held as a draft, at once.

        Raises:
            Trouble: it could not be written.
        """
        if self._held_line is not None and self._held is not None:
            self._held.keep_draft_now(self._held_line.text)

    async def _note(self, held: PageAutosave, text: str) -> bool:
        """Make a note of a text, unless it is empty; ctrl+z throws that away. Returns False when it was not kept."""
        try:
            kept = await held.keep(text)
        except Trouble as trouble:
            self.shell.sync.not_saved(trouble)
            return False
        if kept and (entry := held.entry):
            said, throw_away = (
                f"{self._named_held(text)} staat als notitie in je dagboek.",
                partial(_throw_away, self.shell, entry.id),
            )
            self.shell.acted(said, throw_away, offer="Met ctrl+z gaat die weg.")
            self.shell.journal_changed()
        return True

    def on_screen_suspend(self) -> None:
        """Leave nothing unkept behind another screen."""
        if not self.is_seen:
            self._put_by()

    def on_unmount(self) -> None:
        """Leave nothing unkept. At the end of the app it is a draft by now, and the journal is closed."""
        workspace = self.shell.workspace
        if workspace is not None and not workspace.closed:
            self._put_by()

    def _put_by(self) -> None:
        """Make a note of what is held, as one goes elsewhere."""
        held = self._held
        text = self._release()
        if held is not None and text.strip():
            self.shell.run_worker(self._note(held, text), group="drafts")


def _throw_away(shell: Shell, note: str) -> None:
    shell.act(
        lambda journal: journal.trash(note),
        "De notitie ligt in de prullenbak.",
        lambda journal: journal.restore(note),
        "De notitie is uit de prullenbak.",
        offer="Met ctrl+z komt die terug.",
    )
