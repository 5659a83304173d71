"""What is typed in a step with the focus elsewhere than in the box."""

from abc import abstractmethod

from textual import events, on

from goedwerk_tui.base.text import behind, clean, named, space_after
from goedwerk_tui.guidance.route import Stop, asked
from goedwerk_tui.programme.model import Choice, Step
from goedwerk_tui.tui.autosave.page import PageAutosave
from goedwerk_tui.tui.screens.answering import AnsweringScreen
from goedwerk_tui.tui.screens.sentence import A_BREATH
from goedwerk_tui.tui.widgets.held_line import HeldLine, HeldPlace
from goedwerk_tui.tui.widgets.question_pane import AnswerEditor


class BesideTheBoxScreen(AnsweringScreen):
    """A step between whose text and box one goes, and where what is typed beside the box goes to it."""

    def __init__(self, step: Step) -> None:
        """Take a step."""
        super().__init__(step)
        self._seen: set[str] = set()
        """The stops where the person was since the step was opened, by their keys."""
        self._seen_when_held: frozenset[str] = frozenset()
        """Those of before what is held was typed: it is offered at no question that nobody had read by then."""
        self._held_for: Stop | None = None
        """The question that what is held is for: where it was typed, or the one after the text where it was."""

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
        self._been_there = True  # not by its focus alone: they may have had that at the stop before
        self._set_reading(False)
        self._pane.options.focus()

    @property
    def _undecided(self) -> bool:
        """Whether there is something to choose here, and nothing is chosen."""
        return isinstance(self._stop and self._stop.asks, Choice) and self._answering.option is None

    def _go_to_box(self) -> AnswerEditor:
        """Go to the box, also where something is still to be chosen, and return it."""
        self._been_there = True  # not by its focus alone: it may have had that at the stop before
        self._set_reading(False)
        self._pane.editor.focus()
        return self._pane.editor

    async def on_key(self, event: events.Key) -> None:
        """Let what is typed beside the box stand in it: where there is something to write, a sign is text.

        At an answer of before, and where nothing is asked, it is held, and seen, from the first sign.
        """
        box = self._pane.editor
        spaces, box.spaces_before = box.spaces_before, ""
        if event.character is None or not event.is_printable:
            return
        if self._may_hold and (led := self._typed_just_now(event.time)):
            event.stop()
            event.prevent_default()
            await self._begin_behind(led, event)
            return
        if event.character == " ":
            await self._read_or_write_on(event, f"{spaces} ")
            return
        event.stop()
        event.prevent_default()
        self._typed_at = event.time
        if self._digit_picks and self._pane.pick(event.character, event.time):
            return
        if self._may_hold and self._has_no_place:
            await self.hold(event.character)
        elif self._may_write_beside:
            self._go_on_behind()
            at_the_end = box.cursor_location == box.document.end
            apart = behind(box.text, event.character) if at_the_end else event.character
            self._go_to_box().insert(f"{spaces}{event.character}" if spaces else apart)
            self._tell_of_digit(event.character)

    def _go_on_behind(self) -> None:
        """Go on behind what stands, from the options: the arrows that led there moved the cursor."""
        if self._pane.options.has_focus:
            self._pane.editor.action_text_end()

    @on(AnswerEditor.DigitIsText)
    def _digit_is_text(self, event: AnswerEditor.DigitIsText) -> None:
        self._tell_of_digit(event.digit)

    async def _begin_behind(self, led: str, event: events.Key) -> None:
        """Hold what led here with what follows at once: nobody has read by then what is asked here."""
        if event.character == " ":
            self._slip, self._typed_at = f"{led} ", event.time
        else:
            await self.hold(f"{led}{event.character}")

    @property
    def _asks_unread(self) -> bool:
        return True

    def _tell_of_digit(self, sign: str) -> None:
        """Say of a digit that came in the box at a choice that it chose nothing, and how one chooses."""
        asks = self._stop.asks if self._stop else None
        if isinstance(asks, Choice) and sign.isdecimal():
            self.shell.drop_messages()
            self.shell.show_message(f"Dit cijfer staat in je tekst. Kiezen: shift+tab, dan 1–{len(asks.options) + 1}.")

    async def _read_or_write_on(self, event: events.Key, spaces: str) -> None:
        """Let a space read on, unless a word comes right behind it: then it begins a sentence, or goes on with one."""
        box = self._pane.editor
        goes_on = self._been_there and bool(space_after(box.text)) and not self._has_no_place
        held = self._may_hold and self._has_no_place
        if (goes_on or held) and (await self.shell.typed_next(A_BREATH)).strip():
            event.stop()
            event.prevent_default()
            if goes_on:
                self._go_to_box().insert(spaces)
        else:
            # It may lead to the box; a sentence that goes on there then keeps apart from what stands.
            box.spaces_before = spaces if goes_on else space_after(box.text)

    async def on_paste(self, event: events.Paste) -> None:
        """Let what is pasted beside the box stand in it, as what is typed there does."""
        event.stop()
        event.prevent_default()
        if not event.text.strip():
            return
        if self._may_hold and self._has_no_place:
            await self.hold(clean(event.text))
        elif self._may_write_beside:
            self._go_on_behind()
            self._go_to_box().take_in(clean(event.text), apart=True)

    def _show_stop(self, stop: Stop) -> None:
        super()._show_stop(stop)
        self._seen.add(stop.key)

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

    async def hold_on_line(self, typed: str, *, stays: bool = False) -> None:
        """Hold what was typed, and remember for which question, if any."""
        if not self.holds:
            self._seen_when_held = frozenset(self._seen)
            following = next((stop for stop in self._route[self._index :] if stop.asks), None)
            self._held_for = following if following and following.key in self._seen else None
        await super().hold_on_line(typed, stays=stays)

    @property
    def takes_in(self) -> bool:
        """Whether something is asked here that may be answered."""
        return not self._asks_nothing and not self.workspace.read_only

    async def take_over(self, held: PageAutosave, text: str, *, wanted: bool) -> None:
        """Put what was typed in a window in the box; at an answer of before it is held, unless it is wanted there."""
        if self._stands_from_before and not wanted:
            await self.take_on_line(held, text)
            return
        self._go_to_box()
        self._put_in_box(held, text)
        self._tell_put_in(text)

    @property
    def _waits_for_question(self) -> bool:
        """Whether what is held is for a question further on."""
        return self._asks_nothing and self._held_for in self._route[self._index :]

    @property
    def _held_before_question(self) -> bool:
        """Whether what is held was typed for no question, by somebody who had not read the one in front."""
        return self._held_for is None and self._stop is not None and self._stop.key not in self._seen_when_held

    def _named(self, stop: Stop) -> str:
        return f"vraag {asked(self._route).index(stop) + 1}"

    @property
    def _held_place(self) -> HeldPlace:
        stop, meant = self._stop, self._held_for
        if meant and self._waits_for_question:
            title = f"Het vak staat verderop; wat je typt komt bij {self._named(meant)}"
            return HeldPlace(title, "zet klaar", "bewaar als notitie")
        if stop is None or stop.asks is None:
            return super()._held_place
        if self._held_before_question:
            return HeldPlace("Wat je bij de tekst typte staat zolang hier")
        if stop is not meant:
            typed = f"Wat je bij {self._named(meant)} typte" if meant else "Wat je typte"
            return HeldPlace(f"{typed} staat zolang hier", f"zet het bij {self._named(stop)}")
        chosen = self._answering.option is not None and not self._pane.editor.text.strip()
        stands = "Hier koos je al; wat je typt" if chosen else "Hier staat al een antwoord; wat je typt"
        typed = stands if self._stands_from_before else "Wat je typte"
        return HeldPlace(f"{typed} staat zolang hier", "zet het in je antwoord")

    def give_a_place(self) -> None:
        """Put what is held in the answer, or have it ready for the question further on; without any, make a note."""
        if self._waits_for_question:
            self._leave_line()
        elif self._asks_nothing or self._held_before_question:
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
        mine = self._held_for is self._stop and not self._stands_from_before
        if mine and not self.workspace.read_only:
            held, text = self._held, self._release()
            if held is not None and text.strip():
                self._put_in_box(held, text)
                self._tell_put_in(text)
        self._tell_held_place()

    def _tell_put_in(self, text: str) -> None:
        """Say in the box of which question something stands now."""
        if self._stop and self._stop.asks:
            self.shell.show_notice(f"{named(text)} staat nu in het vak bij {named(self._stop.asks.text)}.")

    def _put_in_box(self, held: PageAutosave, text: str) -> None:
        """Put what was held behind what stands in the box."""
        box = self._pane.editor
        self._been_there = True
        box.move_cursor(box.document.end)
        box.insert(behind(box.text, text))
        self._clear_once_kept(held)
