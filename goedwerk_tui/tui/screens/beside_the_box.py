"""What is typed in a step with the focus elsewhere than in the box."""

from abc import abstractmethod

from textual import events, work

from goedwerk_tui.base.text import clean
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.programme.model import Choice, Step
from goedwerk_tui.tui.autosave.core import Change
from goedwerk_tui.tui.autosave.page import PageAutosave
from goedwerk_tui.tui.screens.answering import AnsweringScreen
from goedwerk_tui.tui.widgets.question_pane import AnswerEditor


class BesideTheBoxScreen(AnsweringScreen):
    """A step between whose text and box one goes, and where what is typed beside the box goes to it."""

    def __init__(self, step: Step) -> None:
        """Take a step."""
        super().__init__(step)
        self._beside = ""
        """What was typed or pasted just now and stands nowhere; a space behind it is no command."""
        self._told_of_answer = False
        """Whether it was just said that something stands here already; Enter goes to it then, with what is beside."""

    @property
    @abstractmethod
    def _where_enter_leads(self) -> str:
        """What to say of Enter where nothing is asked."""

    def _take_beside_in(self) -> bool:
        """Put what waits beside the box under what stands in it. Returns whether there was such a text."""
        told, beside = self._told_of_answer, self._beside
        self._beside = ""
        if not told or len(beside.strip()) < 2:  # one sign alone was meant as a command
            return False
        box = self._pane.editor
        box.move_cursor(box.document.end)
        box.insert(f"\n{beside}" if box.text else beside)
        return True

    async def _keep_with(self, also: Change | None, *, seen: bool = True) -> bool:
        """Keep what stands in the box, with what was typed beside it by somebody who goes on without opening it."""
        if self._take_beside_in():
            self.shell.show_message("Wat je net typte staat nu onder je antwoord op de vraag hiervoor.")
        return await super()._keep_with(also, seen=seen)

    def keep_now(self) -> None:
        """Keep what is being written as a draft, at once, with what was typed beside the box."""
        if self.is_mounted:
            self._take_beside_in()
        super().keep_now()

    def _forget_beside(self) -> None:
        self._beside, self._told_of_answer = "", False

    def action_read(self) -> None:
        """Go to the text."""
        self._set_reading(True)
        self._reader.focus()

    def action_answer(self) -> None:
        """Go to the box, or to the options of a choice that is still open."""
        if self._stop is None or self._stop.asks is None:
            return
        if self._take_beside_in():
            self._go_to_box()
        elif self._undecided:
            self._leave_what_was_told()
            self._pane.options.focus()
        else:
            self._go_to_box()

    @property
    def _undecided(self) -> bool:
        """Whether there is something to choose here, and nothing is chosen."""
        return isinstance(self._stop and self._stop.asks, Choice) and self._answering.option is None

    def _go_to_box(self) -> AnswerEditor:
        """Go to the box, also where something is still to be chosen, and return it."""
        self._leave_what_was_told()
        self._pane.editor.focus()
        return self._pane.editor

    def _leave_what_was_told(self) -> None:
        self._beside = ""
        self._set_reading(False)
        if self._told_of_answer:
            self._told_of_answer = False
            self.shell.drop_messages()

    async def on_key(self, event: events.Key) -> None:
        """Let what is typed beside the box stand in it: where there is something to write, a sign is text."""
        beside = self._beside
        box = self._pane.editor
        spaces, box.spaces_before = box.spaces_before, ""
        if event.character is None or not event.is_printable:
            self._let_slip(event.key)
            return
        if event.character == " " and not beside:
            # It reads on; but whoever left the box in the middle of a sentence, and types on, means it as text.
            meant = self._index in self._begun and bool(box.text) and not box.text[-1].isspace()
            box.spaces_before = f"{spaces} " if meant else ""
            return
        event.stop()
        event.prevent_default()
        if event.character == " ":
            self._beside = f"{beside} "
            return
        choosing = isinstance(self._stop and self._stop.asks, Choice) and (self._pane.options.has_focus or not box.text)
        if choosing and not self._stands_from_before and self._pane.pick(event.character):
            self._beside = ""
            return
        typed = f"{beside}{event.character}"
        if self._asks_nothing and (beside or self._holds):
            self._beside = ""
            await self.hold(typed)
        elif self._may_write_beside(typed):
            self._go_to_box().insert(f"{spaces}{event.character}")
        else:
            self._beside = typed

    def _let_slip(self, key: str) -> None:
        """Forget at another key what waits for nothing: one sign alone, or what was typed where nothing is asked.

        A space reads on again then, and so does Enter; the Enter right behind one sign still goes to the box.
        """
        waits = self._told_of_answer and len(self._beside.strip()) > 1
        if not waits and not (self._told_of_answer and key == "enter"):
            self._forget_beside()
            self.refresh_bindings()

    async def on_paste(self, event: events.Paste) -> None:
        """Let what is pasted beside the box stand in it, as what is typed there does."""
        event.stop()
        event.prevent_default()
        if not event.text.strip():
            return
        if self._asks_nothing:
            await self.hold(clean(event.text))
        elif self._may_write_beside(event.text):
            self._go_to_box().on_paste(event)
        else:
            self._beside = clean(event.text)

    def _may_write_beside(self, typed: str) -> bool:
        """Return whether what comes beside the box may go to it; otherwise say why not, unless that was said just now.

        Args:
            typed: all that came there by now.
        """
        if self._asks_nothing:
            self._say_in_vain()
        elif self.workspace.read_only:
            self.shell.sync.typed_in_vain()
        elif self._stands_from_before:
            self._say_what_stands(typed)
        else:
            return True
        return False

    @property
    def _asks_nothing(self) -> bool:
        """Whether there is only something to read here."""
        return self._stop is None or self._stop.asks is None

    def _say_in_vain(self) -> None:
        if self.workspace.read_only:
            self.shell.sync.typed_in_vain()
        else:
            self.shell.show_message(f"Hier hoeft niets geschreven te worden. {self._where_enter_leads}")

    @property
    def _asks_further_on(self) -> bool:
        """Whether there comes another question in this step."""
        return any(stop.asks for stop in self._route[self._index + 1 :])

    @property
    def _held_place(self) -> tuple[str, str]:
        if self._asks_further_on:
            return "Het vak staat verderop; wat je typt staat hier klaar en komt daarin", "zet klaar"
        return super()._held_place

    def give_a_place(self) -> None:
        """Have what is held ready for the question further on; where none comes, make a note of it."""
        if self._asks_further_on:
            self._leave_line()
        else:
            super().give_a_place()

    def _bring_held_in(self) -> None:
        """Put what was typed before there was a box in the box that has come, and say so; an answer stays as it is."""
        if self._stands_from_before or self.workspace.read_only:
            return
        held, text = self._held, self._release().strip()
        if held is None or not text:
            return
        self._begun.add(self._index)
        self._pane.editor.insert(text)
        self.shell.show_message("Wat je bij de tekst typte, staat nu in het vak bij deze vraag.")
        self._clear_once_kept(held)

    @work(group="drafts")
    async def _clear_once_kept(self, held: PageAutosave) -> None:
        """Forget the draft of what was held, once there is one of the answer that it is in."""
        try:
            if await self._answering.keep_draft(self._written):
                await held.keep("")
        except Trouble as trouble:
            self.shell.sync.not_saved(trouble)

    def _say_what_stands(self, typed: str) -> None:
        """Say that something stands here from an earlier time, and let Enter go to it, with what is typed now."""
        self._told_of_answer = True
        self.refresh_bindings()
        chosen = self._answering.option is not None
        stands = "Hier koos je al." if chosen else "Hier staat al wat je schreef."
        more = " of anders te kiezen" if chosen else ""
        if len(typed) == 1:
            self.shell.show_message(f"{stands} Enter om verder te schrijven{more}.")
        elif len(self._beside.strip()) < 2:
            where = "eronder" if self._pane.editor.text else "in het vak"
            self.shell.show_message(f"{stands} Enter zet wat je nu typt {where}.")
