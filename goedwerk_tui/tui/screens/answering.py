"""The part of a step's screen that shows one stop, and keeps what is answered there."""

from abc import abstractmethod

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container

from goedwerk_tui.base.clock import local, long_date
from goedwerk_tui.base.text import named
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.answers import SOMETHING_ELSE, SOMETHING_ELSE_TEXT, beside, earlier_version
from goedwerk_tui.guidance.route import Stop, asked, stops
from goedwerk_tui.guidance.words import LEVELS, MOVES, STEP_KINDS
from goedwerk_tui.journal import Mark, Origin
from goedwerk_tui.journal.drafts import Draft
from goedwerk_tui.programme.model import Case, Choice, Example, Question, Step
from goedwerk_tui.tui.autosave.answer import AnswerAutosave, WrittenAnswer
from goedwerk_tui.tui.autosave.core import Change
from goedwerk_tui.tui.mark_messages import about_mark, would_mark
from goedwerk_tui.tui.routes import TermsRoute
from goedwerk_tui.tui.screens.autosaving import TextAutosavingScreen
from goedwerk_tui.tui.shell import MOVING
from goedwerk_tui.tui.widgets.editor import Editor
from goedwerk_tui.tui.widgets.question_pane import AnswerEditor, AskingPane, ChoiceList
from goedwerk_tui.tui.widgets.reader import Reader
from goedwerk_tui.tui.widgets.step_title import StepTitle


class AnsweringScreen(TextAutosavingScreen[WrittenAnswer]):
    """Text and question of a step, at one of its stops. Where one goes from here is for ``StepScreen``."""

    NAMES_STATE = True

    def __init__(self, step: Step) -> None:
        """Take a step, at its first stop."""
        super().__init__()
        self._step = step
        self._route = stops(step)
        self._index = 0
        self._answering = AnswerAutosave(self.workspace, step)
        self._been_there = False
        """Whether the person went to the box, or to the options, since they came to this stop."""
        self._before_pick: tuple[Stop, str | None] | None = None
        """Where an option was picked last, and the id of the one that was picked there before it."""
        self._before_digit: str | None = None
        """The id of the option that stood when one was picked last; by several digits, before the first."""

    def compose_body(self) -> ComposeResult:
        """Lay text and question beside or above each other; the style sheet decides."""
        session = self.workspace.pack.session_of(self._step.id)
        title = self.workspace.pack.titled(self._step)
        yield StepTitle(session.title, title, classes=f"dimension-{session.dimension}")
        with Container(id="step"):
            yield Reader(id="reader", classes="pane")
            yield AskingPane(id="asking")

    def _tell_about(self) -> None:
        state = [self.workspace.pack.copy_note(self._step.id), self.shell.state_line]
        self.query_one(StepTitle).tell((*filter(None, state), *_about(self._step)))

    def _read_again(self) -> None:
        """Show what stands at this stop now. What differs is an answer of before, to whoever goes on."""
        self._tell_about()
        stop, before = self._stop, self._written
        if stop is None:
            return
        self._show_stop(stop)
        if self._written != before:
            self._been_there = False
            if self._stands_from_before:
                self.action_read()

    def _catch_up(self) -> None:
        self._read_again()

    @abstractmethod
    def action_read(self) -> None:
        """Go to the text."""

    @property
    def typed_beside(self) -> Origin:
        """This step."""
        return beside(self.workspace.pack, self._step)

    @property
    def _pane(self) -> AskingPane:
        return self.query_one("#asking", AskingPane)

    @property
    def _reader(self) -> Reader:
        return self.query_one("#reader", Reader)

    @property
    def _stop(self) -> Stop | None:
        """The stop in front; None at the end of the step."""
        return self._route[self._index] if self._index < len(self._route) else None

    def _set_reading(self, reading: bool) -> None:
        """Show the text, or the box, where a small window has no room for both."""
        self.set_class(reading, "-reading")
        self._tell_where()

    def on_resize(self) -> None:
        """Say how to choose where the options have come into sight, once the window's classes tell so."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        self._pane.lay_options()
        self._tell_where()

    def _tell_where(self) -> None:
        if self._stop and self._stop.asks:
            self._pane.tell_where(self._above(self._stop), self._above_box(self._stop))

    def _show_stop(self, stop: Stop) -> None:
        self._before_pick = None
        text, left_over = self._answering.begin(stop)
        if left_over:
            self._set_aside(left_over)
        asks = stop.asks
        if asks is None:
            self._pane.show(above="", question="Lees rustig. Enter gaat verder.", tip="", writable=False)
            return
        tip = asks.hint if isinstance(asks, Question) else ""
        earlier = earlier_version(self._answering.earlier)
        self._pane.show(above=self._above(stop), question=asks.text, tip=tip, writable=True, earlier=earlier)
        if isinstance(asks, Choice):
            self._show_options(asks)
        self._pane.editor.placeholder = "" if isinstance(asks, Question) else "Waarom?"
        self._pane.editor.read_only = self.workspace.read_only
        self._pane.editor.take(text)
        self._answering.stands_kept(self._written)
        self._pane.editor.spaces_before = ""
        self._tell_state()

    @property
    def _stands_from_before(self) -> bool:
        """Whether what stands here stood when one came here: until one goes to it, it changes by no key by chance."""
        return bool(self._pane.editor.text.strip() or self._answering.option) and not self._been_there

    def on_descendant_focus(self) -> None:
        """Remember where the person went to write or choose; how one chooses depends on where one is."""
        if self._stop and self._stop.asks and self.focused in (self._pane.editor, self._pane.options):
            self._been_there = True
        self._tell_where()

    @property
    def _digit_picks(self) -> bool:
        """Whether a digit chooses here and now: the options are to be seen, and no reason is being written."""
        if not (self._stop and isinstance(self._stop.asks, Choice)) or self._stands_from_before:
            return False
        out_of_sight = self.has_class("-reading") and self.has_class("-narrow")
        return not out_of_sight and (self._pane.options.has_focus or not self._pane.editor.text)

    def _how_to_pick(self, choice: Choice) -> str:
        """Return the keys by which one chooses from where one is."""
        numbers = f"1–{len(choice.options) + 1}"
        if self._digit_picks:
            return numbers
        first = "shift+tab" if self.focused is self._pane.editor else self.key_for("swap")
        return f"{first}, dan {numbers}"

    def _above(self, stop: Stop) -> str:
        questions = asked(self._route)
        parts = [
            (MOVES[stop.asks.move] if isinstance(stop.asks, Question) else "kiezen").capitalize(),
            f"vraag {questions.index(stop) + 1} van {len(questions)}",
        ]
        asks = stop.asks
        keys = self._how_to_pick(asks) if isinstance(asks, Choice) else ""
        undecided = bool(keys) and self._answering.option is None
        if undecided and self._pane.editor.text:
            parts.append(f"nog te kiezen: {keys}")
        elif self._may_unpick and not self._pane.editor.text:
            parts.append(f"gekozen, {self.key_for('unpick', 'undo')} neemt het terug")
        elif self._answering.answered and not undecided and (keys or self._pane.editor.text.strip()):
            parts.append(self._how_to_change(keys) if keys else "beantwoord")
        elif stop.item in self.workspace.journal.skipped(self._step.id) and not self._pane.editor.text.strip():
            parts.append("eerder overgeslagen")
        elif keys:
            by_arrows = self._digit_picks and not self._reader.has_focus
            parts.append(f"kies met {keys}{' of ↓ Enter' if by_arrows else ''}")
        if self._answering.bring:
            parts.append("gaat mee")
        return " · ".join(parts)

    @property
    def _chooses_anew(self) -> bool:
        """Whether a digit chooses something else, at the box in which a reason is still to be begun."""
        return self._answering.option is not None and not self._pane.editor.text and self._digit_picks

    def _how_to_change(self, keys: str) -> str:
        """Return by which keys one chooses something else, unless the box says so."""
        return "gekozen" if self._chooses_anew else f"anders kiezen: {keys}"

    def _above_box(self, stop: Stop) -> str:
        asks = stop.asks
        if isinstance(asks, Choice) and self._chooses_anew:
            return f"Je antwoord · anders kiezen: {self._how_to_pick(asks)}"
        return "Je antwoord"

    def _show_options(self, choice: Choice) -> None:
        options = [(option.id, option.text) for option in choice.options]
        self._pane.editor.joined = self.shell.joined
        self._pane.show_options([*options, (SOMETHING_ELSE, SOMETHING_ELSE_TEXT)], self._answering.option)

    @property
    def _autosave(self) -> AnswerAutosave:
        return self._answering

    @property
    def _editor(self) -> Editor:
        return self._pane.editor

    @property
    def _written(self) -> WrittenAnswer:
        return self._answering.written(self._pane.editor.text)

    def _tell(self, state: str) -> None:
        if self._stop and self._stop.asks:
            self._pane.tell(state)
            self._tell_where()

    def _about_left_over(self, draft: Draft) -> str:
        question = f" op {named(draft.origin.words)}" if draft.origin else ""
        return f"Een concept van {long_date(local(draft.at).date())} past niet meer bij je antwoord{question}."

    async def _keep_with(self, also: Change | None, *, seen: bool = True) -> bool:
        kept = await super()._keep_with(also, seen=seen)
        self._tell_where()
        return kept

    def action_tip(self) -> None:
        """Fold the tip in or out."""
        self._set_reading(False)
        if not self._pane.toggle_tip():
            self.shell.show_message("Bij deze vraag staat geen tip.")

    def words_for(self, action: str) -> str:
        """Say what marking would do, and where F2 goes."""
        if action == "bring":
            return would_mark(Mark.BRING, self._answering.bring)
        if action == "swap":
            return "vraag" if self.has_class("-reading") else "tekst"
        return ""

    @work(group=MOVING)
    async def action_bring(self) -> None:
        """Mark the answer to bring to the meeting, or take the mark away."""
        stop = self._stop
        if self.workspace.read_only:
            self.say_only_read()
            return
        if stop is None:
            return
        try:
            await self._answering.mark(bring=not self._answering.bring)
        except Trouble as trouble:
            self.shell.show_error(trouble)
            return
        self._before_pick = None
        self._tell_where()
        self.refresh_bindings()
        self.shell.journal_changed()
        said = about_mark(Mark.BRING, self._answering.bring, self.key_for("bring"))
        self.shell.acted(said, lambda: self._bring_back(stop))

    def _bring_back(self, stop: Stop) -> None:
        """Take a mark back, or give it back, at the stop where that was done."""
        if self.is_current and self._stop is stop:
            self.action_bring()
        else:
            self.shell.show_message("Ga daarvoor terug naar die vraag; daar kan het.")

    @on(AskingPane.OptionPicked)
    @work(group=MOVING)
    async def _pick(self, event: AskingPane.OptionPicked) -> None:
        asks = self._stop.asks if self._stop else None
        if not isinstance(asks, Choice):
            return
        if self.workspace.read_only:
            self.say_only_read()
            return
        assert self._stop is not None
        self.shell.drop_messages()
        self.shell.went_on()
        digit = self._pane.editor.digit_before
        if len(digit) < 2:
            self._before_digit = self._answering.option
        if digit:
            self.shell.digit_chose(self._pane.editor.digit_at)
        before = self._answering.option
        if event.option != before:
            self._before_pick = (self._stop, before)
            self._pane.editor.text_when_picked = self._pane.editor.text
        self._answering.option, self._been_there = event.option, True
        self._show_options(asks)
        if before is not None and event.option != before:
            back = self.key_for("unpick", "undo")
            said = f"Je keuze bij {named(asks.text)} is veranderd."
            self.shell.show_message(said, offer=f"Met {back} is het weer zoals het was.")
        elif digit and event.option == before:
            self.shell.show_message(f"Je koos {digit[-1]} al; wat je erachter typt is je reden.")
        self._set_reading(False)
        # The arrows that led to the options moved the cursor; the reason goes on behind what stands.
        self._pane.editor.action_text_end()
        self._pane.editor.apart = bool(digit) or event.option != before
        self._pane.editor.focus()
        await self.keep()

    @on(AnswerEditor.DigitWasText)
    @work(group=MOVING)
    async def _give_back(self) -> None:
        """Let the choice be what it was, before a digit that began a sentence."""
        asks = self._stop.asks if self._stop else None
        if not isinstance(asks, Choice):
            return
        self._answering.option, self._before_pick = self._before_digit, None
        self._show_options(asks)
        stands = "Je keuze is zoals die was" if self._before_digit else "Er is nog niets gekozen"
        self.shell.drop_messages()
        self.shell.drop_taken_back()
        self.shell.show_message(f"{stands}: dit cijfer hoort bij je tekst.")
        await self.keep()
        self.refresh_bindings()

    @property
    def _may_unpick(self) -> bool:
        """Whether the choice in front was made just now, so that it can be taken back."""
        return self._before_pick is not None and self._before_pick[0] is self._stop

    @on(AnswerEditor.NothingToUndo)
    @work(group=MOVING)
    async def action_unpick(self) -> None:
        """Take a choice back that was made just now; what was written beside it stays."""
        asks = self._stop.asks if self._stop else None
        if self._before_pick is None or not self._may_unpick or not isinstance(asks, Choice):
            return
        self.shell.drop_taken_back()
        self._answering.option, self._before_pick = self._before_pick[1], None
        self._show_options(asks)
        self._set_reading(False)
        self._pane.options.focus()
        await self.keep()
        self.refresh_bindings()

    @on(ChoiceList.NothingLit)
    def _say_how_to_choose(self) -> None:
        last = self._pane.options.option_count
        self.shell.show_message(f"Kies met 1–{last}, of ga met ↓ en ↑ naar een mogelijkheid.")

    @on(Reader.TermChosen)
    def _term(self, event: Reader.TermChosen) -> None:
        self.shell.open(TermsRoute(self.workspace.pack.terms_in(self._step), event.term))

    def action_terms(self) -> None:
        """Show the glossary terms of this text."""
        terms = self.workspace.pack.terms_in(self._step)
        if terms:
            self.shell.open(TermsRoute(terms))
        else:
            self.shell.show_message("In deze tekst staan geen begrippen die uitleg hebben.")


def _about(step: Step) -> tuple[str, ...]:
    where = (f"{LEVELS[step.level]}, {step.field}",) if isinstance(step, (Case, Example)) else ()
    return (STEP_KINDS[step.kind], *where)
