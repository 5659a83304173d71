"""What is typed in a step with the focus elsewhere than in the box."""

from abc import abstractmethod
from functools import partial

from textual import events, on, work

from goedwerk_tui.base.text import clean, space_after
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.programme.model import Choice, Step
from goedwerk_tui.tui.autosave.page import PageAutosave
from goedwerk_tui.tui.screens.answering import AnsweringScreen
from goedwerk_tui.tui.screens.holding import A_BREATH, HeldPlace
from goedwerk_tui.tui.widgets.held_line import HeldLine
from goedwerk_tui.tui.widgets.question_pane import AnswerEditor


class BesideTheBoxScreen(AnsweringScreen):
    """A step between whose text and box one goes, and where what is typed beside the box goes to it."""

    def __init__(self, step: Step) -> None:
        """Take a step."""
        super().__init__(step)
        self._told_of_answer = False
        """Whether it was just said that something stands here already; Enter goes to it then."""
        self._held_for_next = False
        """Whether what is held was typed where nothing is asked, so that it is for the next question."""

    @property
    @abstractmethod
    def _where_enter_leads(self) -> str:
        """What to say of Enter where nothing is asked."""

    def action_read(self) -> None:
        """Go to the text."""
        self._set_reading(True)
        self._reader.focus()

    def action_answer(self) -> None:
        """Go to the box, or to the options of a choice that is still open."""
        if self._stop is None or self._stop.asks is None:
            return
        if self._undecided:
            self._go_to_options()
        else:
            self._go_to_box()

    def _go_to_options(self) -> None:
        """Go to the options, also where something is chosen."""
        self._leave_what_was_told()
        self._pane.options.focus()

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
        self._slip = ""
        self._set_reading(False)
        if self._told_of_answer:
            self._told_of_answer = False
            self.shell.drop_messages()

    async def on_key(self, event: events.Key) -> None:
        """Let what is typed beside the box stand in it: where there is something to write, a sign is text.

        At an answer of before a second sign tells that a text is being typed, which is held then.
        """
        before, box = self._slip, self._pane.editor
        spaces, box.spaces_before = box.spaces_before, ""
        if event.character is None or not event.is_printable:
            self._let_slip(event.key)
            return
        if event.character == " " and not before:
            await self._read_or_write_on(event, f"{spaces} ")
            return
        event.stop()
        event.prevent_default()
        typed = f"{before}{event.character}"
        if event.character == " ":
            self._slip = typed
            return
        if self._digit_picks and self._pane.pick(event.character):
            self._slip = ""
        elif self._may_hold and self._has_no_place and (before or self.holds):
            await self.hold(typed)
        elif self._may_write_beside:
            if self._pane.options.has_focus:
                # The arrows that led to the options moved the cursor; whoever types there goes on behind what stands.
                box.move_cursor(box.document.end)
            self._go_to_box().insert(f"{spaces}{event.character}")
            self._tell_of_digit(event.character)
        else:
            self._slip = typed

    def _tell_of_digit(self, sign: str) -> None:
        """Say of a digit that came in the box at a choice that it chose nothing, and how one chooses."""
        asks = self._stop.asks if self._stop else None
        if isinstance(asks, Choice) and sign.isdecimal():
            self.shell.drop_messages()
            self.shell.show_message(f"Dit cijfer staat in je tekst. Kiezen: shift+tab, dan 1–{len(asks.options) + 1}.")

    async def _read_or_write_on(self, event: events.Key, spaces: str) -> None:
        """Let a space read on, unless it goes on with a sentence that was left: a word comes right behind it then."""
        box = self._pane.editor
        goes_on = self._index in self._begun and bool(space_after(box.text)) and not self._has_no_place
        if goes_on and (await self.shell.typed_next(A_BREATH)).strip():
            event.stop()
            event.prevent_default()
            self._go_to_box().insert(spaces)
        else:
            # It may lead to the box; a sentence that goes on there then keeps apart from what stands.
            box.spaces_before = spaces if goes_on else space_after(box.text)

    def _let_slip(self, key: str) -> None:
        """Forget one sign alone at another key. A space reads on again then, and so does Enter; the Enter right behind
        it still goes to the box."""
        self._slip = ""
        if self._told_of_answer and key != "enter":
            self._told_of_answer = False
            self.refresh_bindings()

    async def on_paste(self, event: events.Paste) -> None:
        """Let what is pasted beside the box stand in it, as what is typed there does."""
        event.stop()
        event.prevent_default()
        if not event.text.strip():
            return
        if self._may_hold and self._has_no_place:
            await self.hold(clean(event.text))
        elif self._may_write_beside:
            self._go_to_box().on_paste(event)

    @property
    def _has_no_place(self) -> bool:
        """Whether what is typed goes to no box: nothing is asked, or an answer of before stands there."""
        return self._asks_nothing or self._stands_from_before

    @property
    def _may_write_beside(self) -> bool:
        """Whether what comes beside the box may go to it; otherwise it is said why not."""
        if self._asks_nothing:
            self._say_in_vain()
        elif self.workspace.read_only:
            self.shell.sync.typed_in_vain()
        elif self._stands_from_before:
            self._say_what_stands()
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

    async def hold(self, typed: str) -> None:
        """Hold what was typed, and remember whether that was before there is a question."""
        self._held_for_next = self._asks_nothing and (self._held_for_next or not self.holds)
        self._told_of_answer = False
        await super().hold(typed)

    @property
    def takes_in(self) -> bool:
        """Whether something is asked here that may be answered."""
        return not self._asks_nothing and not self.workspace.read_only

    async def take_over(self, held: PageAutosave, text: str, *, wanted: bool) -> None:
        """Put what was typed in a window in the box; at an answer of before it is held, unless it is wanted there."""
        if self._stands_from_before and not wanted:
            await self.hold(text)
            await self._forget(held)
            return
        self._go_to_box()
        self._put_in_box(held, text)
        self.shell.show_message("Wat je in het venster typte, staat nu in het vak bij deze vraag.")

    async def _forget(self, held: PageAutosave) -> None:
        """Clear the draft of what is held under another name now."""
        try:
            self.keep_held_now()
            await held.keep("")
        except Trouble as trouble:
            self.shell.sync.not_saved(trouble)

    @property
    def _waits_for_question(self) -> bool:
        """Whether what is held is for a question further on."""
        return self._asks_nothing and self._held_for_next and self._asks_further_on

    @property
    def _held_place(self) -> HeldPlace:
        if self._waits_for_question:
            title = "Het vak staat verderop; wat je typt staat hier klaar en komt daarin"
            return HeldPlace(title, "zet klaar", "bewaar als notitie")
        if self._asks_nothing:
            return super()._held_place
        chosen = self._answering.option is not None and not self._pane.editor.text.strip()
        stands = "Hier koos je al; wat je typt" if chosen else "Hier staat al een antwoord; wat je typt"
        typed = stands if self._stands_from_before else "Wat je typte"
        return HeldPlace(f"{typed} staat zolang hier", "zet het in je antwoord")

    def give_a_place(self) -> None:
        """Put what is held in the answer, or have it ready for the question further on; without any, make a note."""
        if self._waits_for_question:
            self._leave_line()
        elif self._asks_nothing:
            super().give_a_place()
        else:
            held, text = self._held, self._release()
            if held is not None and text.strip():
                self._go_to_box()
                self._put_in_box(held, text)

    @on(HeldLine.Left)
    def _left_held(self, event: HeldLine.Left) -> None:
        """Make a note of what waits for a question further on, by Esc."""
        if self._waits_for_question:
            event.stop()
            event.prevent_default()
            self._make_note()

    def _bring_held_in(self) -> None:
        """Put what was typed before there was a box in the box that has come, and say so; an answer stays as it is."""
        if self._held_for_next and not self._stands_from_before and not self.workspace.read_only:
            held, text = self._held, self._release()
            if held is not None and text.strip():
                self._put_in_box(held, text)
                self.shell.show_message("Wat je bij de tekst typte, staat nu in het vak bij deze vraag.")
        self._tell_held_place()

    def _put_in_box(self, held: PageAutosave, text: str) -> None:
        """Put what was held under what stands in the box."""
        box = self._pane.editor
        self._begun.add(self._index)
        box.move_cursor(box.document.end)
        box.insert(f"\n{text.strip()}" if space_after(box.text) else text.strip())
        self._clear_once_kept(held)

    @work(group="drafts")
    async def _clear_once_kept(self, held: PageAutosave) -> None:
        """Forget the draft of what was held, once there is one of the answer that it is in."""
        await self._forget_once_drafted(partial(held.keep, ""))

    def _say_what_stands(self) -> None:
        """Say that something stands here from an earlier time, and let Enter go to it."""
        self._told_of_answer = True
        self.refresh_bindings()
        chosen = self._answering.option is not None
        stands = "Hier koos je al." if chosen else "Hier staat al wat je schreef."
        more = " of anders te kiezen" if chosen else ""
        self.shell.show_message(f"{stands} Enter om verder te schrijven{more}.")
