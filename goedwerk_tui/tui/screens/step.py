"""A step of the programme: reading on one side, one question at a time on the other."""

import asyncio

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.content import Content
from textual.widgets import Footer, Static, TextArea

from goedwerk_tui.base.clock import local, long_date, utc_now
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.progress import status_of, step_after
from goedwerk_tui.guidance.recording import SOMETHING_ELSE, SOMETHING_ELSE_TEXT
from goedwerk_tui.guidance.route import Stop, asked, open_blocks, stops
from goedwerk_tui.guidance.words import LEVELS, MOVES, STEP_KINDS, minutes
from goedwerk_tui.journal import Journal, Status, StepProgress
from goedwerk_tui.journal.drafts import Draft
from goedwerk_tui.programme.model import Case, Choice, Example, Question, Step
from goedwerk_tui.tui import answering
from goedwerk_tui.tui.answering import Answering
from goedwerk_tui.tui.screen import GoedWerkScreen
from goedwerk_tui.tui.screens.glossary import GlossaryScreen
from goedwerk_tui.tui.screens.huge_line import ask_about_huge_line
from goedwerk_tui.tui.widgets.asking import AskingPane
from goedwerk_tui.tui.widgets.editor import Editor
from goedwerk_tui.tui.widgets.reader import Reader


class StepScreen(GoedWerkScreen[None]):
    """One step. Nothing is locked: every stop can be passed, and come back to."""

    HELP_TEXT = """
Links of boven staat de tekst, rechts of onder de vraag. **Enter** brengt je naar het schrijfvak, **Esc** eruit; **F2**
wisselt tussen tekst en vraag. Je antwoord wordt vanzelf bewaard, ook als je halverwege stopt.

Bij een casus gaan de stemmen en de afloop open als je gekozen hebt. Met **s** gaan ze open zonder te kiezen.
Een vraag overslaan mag altijd, en terugkomen ook. **b** toont de begrippen uit de tekst.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("enter", "answer", "antwoord", tooltip="Ga naar het schrijfvak"),
        Binding("n,ctrl+n,right", "go_on", "verder", key_display="n", tooltip="Ga naar de volgende vraag"),
        Binding("r,ctrl+r,left", "go_back", "terug", key_display="r", tooltip="Ga naar de vorige vraag"),
        Binding("t,ctrl+t", "tip", "tip", key_display="t", tooltip="Toon of verberg een ingang voor deze vraag"),
        Binding("s", "reveal", "toon zonder te kiezen", tooltip="Open de rest van de casus zonder te kiezen"),
        Binding("g,ctrl+g", "bring", "meenemen", show=False, tooltip="Markeer dit antwoord om mee te nemen"),
        Binding("o,ctrl+o", "skip", "overslaan", show=False, tooltip="Sla deze vraag over"),
        Binding("b", "terms", "begrippen", tooltip="Toon de begrippen uit deze tekst"),
        Binding("f2", "swap", "tekst of vraag", key_display="F2", show=False, tooltip="Wissel tussen tekst en vraag"),
        Binding("escape", "close", "sluit", tooltip="Bewaar en ga terug"),
    ]

    def __init__(self, step: Step, item: str | None = None) -> None:
        """Take a step, and the item to begin at; None for where the person was."""
        super().__init__()
        self._step = step
        self._route = stops(step)
        self._begin_at = item
        self._index = 0
        self._answering = Answering(self.keeper, step)
        self._moving = asyncio.Lock()

    # What is shown

    def compose(self) -> ComposeResult:
        """Lay text and question beside or above each other; the style sheet decides."""
        session = self.keeper.pack.session_of(self._step.id)
        with Container(id="step-title", classes=f"dimension-{session.dimension}"):
            yield Static(Content(f"{session.title} › {self._step.title}"), id="step-name")
            yield Static(Content(_about(self._step)), id="step-about")
        with Container(id="step"):
            yield Reader(id="reader")
            yield AskingPane(id="asking")
        yield Footer(show_command_palette=False, compact=True)

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

    async def on_mount(self) -> None:
        """Begin where the person was."""
        self.add_class("-reading")
        await self._enter(self._first_index())

    def _first_index(self) -> int:
        if self._begin_at:
            return next((n for n, stop in enumerate(self._route) if stop.item == self._begin_at), 0)
        progress = self.keeper.journal.progress.get(self._step.id)
        if progress is None or progress.status is Status.DONE:
            return 0
        return next((n for n, stop in enumerate(self._route) if stop.key == progress.stop), 0)

    async def _enter(self, index: int) -> None:
        """Show the stop with this number; the one past the last is the end of the step."""
        self._index = index
        stop = self._stop
        if stop is None:
            await self._show_end()
            return
        blocks = open_blocks(self._step, stop)
        at_the_end = len(blocks) == len(self._step.blocks)
        opened = await self._reader.open(blocks, self._step.sources if at_the_end else ())
        self._show_stop(stop)
        self.refresh_bindings()
        if opened or stop.asks is None:
            self.action_read()
        elif not self.has_class("-reading"):
            self.action_answer()
        self._remember(stop.key, Status.STARTED)

    def _show_stop(self, stop: Stop) -> None:
        text, left_over = self._answering.begin(stop)
        if left_over:
            self._set_aside(left_over)
        asks = stop.asks
        if asks is None:
            self._pane.show(above="", question="Lees rustig. Met n ga je verder.", tip="", writable=False)
            return
        tip = (
            asks.hint if isinstance(asks, Question) else "Schrijf erbij waarom, in een paar zinnen of een paar woorden."
        )
        self._pane.show(above=self._above(stop), question=asks.text, tip=tip, writable=True)
        if isinstance(asks, Choice):
            self._show_options(asks)
        self._pane.editor.read_only = self.keeper.read_only
        self._pane.editor.take(text)
        self._tell_state()

    def _above(self, stop: Stop) -> str:
        questions = asked(self._route)
        parts = [
            MOVES[stop.asks.move] if isinstance(stop.asks, Question) else "kiezen",
            f"vraag {questions.index(stop) + 1} van {len(questions)}",
        ]
        if stop.item in self.keeper.journal.skipped(self._step.id):
            parts.append("eerder overgeslagen")
        if self._answering.bring:
            parts.append("gaat mee")
        return " · ".join(parts)

    def _show_options(self, choice: Choice) -> None:
        options = [(option.id, option.text) for option in choice.options]
        self._pane.show_options([*options, (SOMETHING_ELSE, SOMETHING_ELSE_TEXT)], self._answering.option)

    async def _show_end(self) -> None:
        following = step_after(self.keeper.pack.programme, self._step.id)
        if following is None:
            text = "Dit was de laatste stap van het programma. Met Esc ga je terug."
        else:
            step = await asyncio.to_thread(self.keeper.pack.step, following)
            session = self.keeper.pack.session_of(following)
            text = (
                f"Dit was ‘{self._step.title}’.\n\nHierna: {session.title} › {STEP_KINDS[step.kind]} ‘{step.title}’, "
                f"{minutes(step.minutes)}.\n\nEnter gaat verder, Esc stopt hier."
            )
        self._pane.show(above="", question=text, tip="", writable=False)
        self.refresh_bindings()
        self.action_read()
        self._remember("", Status.DONE)

    def _tell_state(self) -> None:
        if self._stop and self._stop.asks:
            self._pane.tell(self._answering.state(self._pane.editor.text))

    # Keeping

    async def keep(self) -> bool:
        """Put what stands in the box in the journal."""
        if self._stop is None or self._stop.asks is None:
            return True
        text = self._pane.editor.text
        try:
            written = await self._answering.keep(text)
        except Trouble as trouble:
            self._pane.tell(answering.FAILED)
            self.goedwerk.tell(trouble)
            return False
        self._tell_state()
        if written:
            self.goedwerk.journal_changed()
        return True

    def keep_now(self) -> None:
        """Keep what is being typed as a draft, at once."""
        if self.is_mounted and self._stop and self._stop.asks:
            self._answering.keep_draft_now(self._pane.editor.text)

    @on(Editor.DraftDue)
    @work(group="drafts")
    async def _keep_draft(self) -> None:
        text = self._pane.editor.text
        try:
            kept = await self._answering.keep_draft(text)
        except Trouble as trouble:
            self._pane.tell(answering.FAILED)
            self.goedwerk.tell(trouble)
            return
        if kept and self._pane.editor.text == text:
            self._pane.tell(answering.KEPT)

    @on(TextArea.Changed)
    def _typed(self) -> None:
        self._tell_state()

    @work(group="writing")
    async def _set_aside(self, draft: Draft) -> None:
        try:
            await self._answering.set_aside(draft)
        except Trouble as trouble:
            self.goedwerk.tell(trouble)
            return
        day = long_date(local(draft.at).date())
        self.goedwerk.say(
            f"Een concept van {day} past niet meer bij dit antwoord. Het staat als notitie in je dagboek."
        )
        self.goedwerk.journal_changed()

    def _remember(self, stop_key: str, status: Status) -> None:
        """Keep where the person is; a step that was done stays done."""
        if self.keeper.read_only:
            return
        step_id = self._step.id
        if status_of(step_id, self.keeper.journal.progress) is Status.DONE:
            status = Status.DONE

        def change(journal: Journal) -> None:
            journal.set_progress(step_id, StepProgress(status, stop_key, utc_now()))
            journal.set_position(step_id, stop_key)

        self.goedwerk.write(change)

    # What can be done

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what makes sense at this stop."""
        asks = self._stop.asks if self._stop else None
        if action == "answer":
            return not self._pane.editor.has_focus
        if action == "reveal":
            return isinstance(asks, Choice)
        if action in ("tip", "bring", "skip", "swap"):
            return asks is not None
        if action == "go_back":
            return self._index > 0
        if action == "go_on":
            return self._stop is not None
        return True

    def action_answer(self) -> None:
        """Go to the box, or to the options of a choice that is still open; at the end, to the next step."""
        stop = self._stop
        if stop is None:
            following = step_after(self.keeper.pack.programme, self._step.id)
            if following:
                self.goedwerk.open_step(following)
            return
        if stop.asks is None:
            self.action_go_on()
            return
        self.remove_class("-reading")
        undecided = isinstance(stop.asks, Choice) and self._answering.option is None
        self.call_after_refresh((self._pane.options if undecided else self._pane.editor).focus)

    def action_read(self) -> None:
        """Go to the text."""
        self.add_class("-reading")
        # In a small window the text only takes its place back at the next refresh, and what is hidden takes no focus.
        self.call_after_refresh(self._reader.focus)

    def action_swap(self) -> None:
        """Go from the text to the question, or back."""
        if self.has_class("-reading") or self._reader.has_focus:
            self.action_answer()
        else:
            self.action_read()

    def action_go_on(self) -> None:
        """Keep the answer and go to the next stop."""
        stop = self._stop
        if stop and isinstance(stop.asks, Choice) and self._answering.option is None:
            self.goedwerk.say("Kies een van de mogelijkheden, of toon de rest zonder te kiezen met s.")
            self.remove_class("-reading")
            self._pane.options.focus()
            return
        self._move(+1)

    def action_reveal(self) -> None:
        """Go on from a choice without choosing."""
        self._move(+1)

    def action_go_back(self) -> None:
        """Keep the answer and go to the stop before."""
        self._move(-1)

    @work(group="moving")
    async def _move(self, by: int) -> None:
        """Go to another stop, once what stands here is kept."""
        async with self._moving:
            index = self._index + by
            if 0 <= index <= len(self._route) and await self.keep():
                await self._enter(index)

    def action_tip(self) -> None:
        """Fold the tip in or out."""
        self.remove_class("-reading")
        if not self._pane.toggle_tip():
            self.goedwerk.say("Bij deze vraag staat geen tip.")

    @work(group="moving")
    async def action_skip(self) -> None:
        """Note that the question was passed over, and go on."""
        async with self._moving:
            try:
                await self._answering.skip()
            except Trouble as trouble:
                self.goedwerk.tell(trouble)
                return
            if self._stop and await self.keep():
                await self._enter(self._index + 1)

    @work(group="moving")
    async def action_bring(self) -> None:
        """Mark the answer to bring to the meeting, or take the mark away."""
        stop = self._stop
        if stop is None or self.keeper.read_only:
            return
        try:
            await self._answering.mark(bring=not self._answering.bring)
        except Trouble as trouble:
            self.goedwerk.tell(trouble)
            return
        self._pane.tell_where(self._above(stop))
        self.goedwerk.journal_changed()

    @on(AskingPane.OptionPicked)
    @work(group="moving")
    async def _pick(self, event: AskingPane.OptionPicked) -> None:
        asks = self._stop.asks if self._stop else None
        if not isinstance(asks, Choice) or self.keeper.read_only:
            return
        self._answering.option = event.option
        self._show_options(asks)
        self._pane.editor.focus()
        await self.keep()

    @on(Editor.Left)
    def _left(self) -> None:
        self.action_close()

    @on(Editor.HugeLine)
    @work(group="pasting")
    async def _huge_line(self, event: Editor.HugeLine) -> None:
        await ask_about_huge_line(self, self._pane.editor, event.text)

    @on(Reader.TermChosen)
    def _term(self, event: Reader.TermChosen) -> None:
        self.goedwerk.push_screen(GlossaryScreen(self.keeper.pack.terms_in(self._step), event.term))

    def action_terms(self) -> None:
        """Show the glossary terms of this text."""
        terms = self.keeper.pack.terms_in(self._step)
        if terms:
            self.goedwerk.push_screen(GlossaryScreen(terms))
        else:
            self.goedwerk.say("In deze tekst staan geen begrippen die uitleg hebben.")

    @work(group="moving")
    async def action_close(self) -> None:
        """Keep the answer; go from the question to the text, and from the text back to where the step was opened."""
        async with self._moving:
            if not await self.keep():
                return
            if self.has_class("-reading"):
                self.dismiss()
            else:
                self.action_read()


def _about(step: Step) -> str:
    kind = STEP_KINDS[step.kind]
    return f"{kind} · {LEVELS[step.level]}, {step.field}" if isinstance(step, (Case, Example)) else kind
