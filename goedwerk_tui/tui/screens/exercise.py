"""An exercise of the programme: doing it, and looking at what came out."""

from collections.abc import Callable
from typing import Any

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Markdown, Static

from goedwerk_tui.base.clock import local, long_date, utc_now
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.days import day_in
from goedwerk_tui.guidance.exercises import persistence
from goedwerk_tui.guidance.exercises.compose import Composition
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.guidance.exercises.state import Line
from goedwerk_tui.guidance.progress import status_of, step_after
from goedwerk_tui.guidance.spoken import spoken
from goedwerk_tui.guidance.words import STEP_KINDS, minutes
from goedwerk_tui.journal import Journal, Mark, Status, StepProgress
from goedwerk_tui.journal.drafts import Draft
from goedwerk_tui.programme.exercises import Exercise
from goedwerk_tui.tui.autosave.exercise import ExerciseAutosave, Stage
from goedwerk_tui.tui.exercises.form import told_day
from goedwerk_tui.tui.exercises.registry import widget_for
from goedwerk_tui.tui.exercises.result import PictureOf, ResultView, same_subject, what_follows, without_around
from goedwerk_tui.tui.exercises.widget import ExerciseWidget, LineWanted, Past, StateChanged
from goedwerk_tui.tui.keys import key_name
from goedwerk_tui.tui.mark_messages import about_mark, would_mark
from goedwerk_tui.tui.routes import HandbookRoute, StepRoute
from goedwerk_tui.tui.screens.autosaving import AutosavingScreen
from goedwerk_tui.tui.screens.copying import copy_text
from goedwerk_tui.tui.screens.huge_line import ask_about_huge_line
from goedwerk_tui.tui.screens.line import LineScreen, ask_for_line
from goedwerk_tui.tui.screens.question import QuestionScreen
from goedwerk_tui.tui.shell import MOVING, Changed
from goedwerk_tui.tui.widgets.editor import DRAFT_AFTER, Editor, LineEditor
from goedwerk_tui.tui.widgets.step_title import StepTitle


class ExerciseScreen(AutosavingScreen[Work]):
    """One exercise. What was finished before shows first; what was left half-done is taken up where it was."""

    HANDBOOK = HandbookRoute("opdrachten")
    FOLLOWS = frozenset({Changed.ENTRIES})
    HELP_TEXT = """
Een opdracht vul je in, op je eigen tempo. **F2** toont de uitleg, **ctrl+s** rondt af, **ctrl+z** zet de laatste zet
terug. Typ je bij de uitleg, dan komt het in het vak. **Esc** legt de opdracht neer: wat je deed blijft staan, ook als
het half af is.

Afronden mag ook als er iets open is; het programma vraagt het dan een keer. Het resultaat staat met de datum in je
dagboek. **e** vult verder in wat er staat; waar **n** opnieuw begint kan dat alleen dezelfde dag. **[** en **]**
bladeren door eerdere keren, **c** kopieert een tekst die je bouwde, **ctrl+g** neemt het resultaat mee naar de
bijeenkomst.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("enter", "start", "begin", tooltip="Ga van de uitleg naar de opdracht"),
        Binding("enter", "next_step", "volgende stap", tooltip="Open de stap die hierna komt"),
        Binding("c", "copy", "kopieer", tooltip="Kopieer de tekst, om hem ergens te plakken"),
        Binding("n", "again", "opnieuw", tooltip="Doe de opdracht nog eens; het vorige resultaat blijft staan"),
        Binding("e", "change", "verder invullen", tooltip="Ga verder met wat er staat"),
        Binding("left_square_bracket", "older", "eerdere keer"),
        Binding("right_square_bracket", "newer", "latere keer"),
        Binding("ctrl+g", "bring", "meenemen", tooltip="Neem het resultaat mee naar de bijeenkomst"),
        Binding("ctrl+s", "finish", "rond af", tooltip="Zet het resultaat in je dagboek"),
        Binding("ctrl+z", "undo", "zet terug", show=False, tooltip="Maak de laatste zet ongedaan"),
        Binding("f2", "about", "tekst", tooltip="Waar deze opdracht voor is, en terug"),
        Binding("escape", "close", "sluit", tooltip="Leg de opdracht neer en ga terug"),
    ]

    def __init__(self, step: Exercise) -> None:
        """Take an exercise."""
        super().__init__()
        self._step = step
        self._doing = ExerciseAutosave(self.workspace, step)
        self._widget: ExerciseWidget[Any] | None = None
        self._shown = 0
        """Which result is in front, counted from the newest."""
        self._due: Timer | None = None

    # What is shown

    def compose_body(self) -> ComposeResult:
        """Lay the exercise, what it is for and what came out in one place; one of them shows."""
        session = self.workspace.pack.session_of(self._step.id)
        title = self.workspace.pack.titled(self._step)
        yield StepTitle(session.title, title, classes=f"dimension-{session.dimension}")
        with VerticalScroll(id="about"):
            yield Static(Content(self._step.instruction), classes="block-title")
            for block in self._step.blocks:
                yield Markdown(block.text, open_links=False)
        yield ResultView(id="result")
        with Container(id="exercise"):
            yield Static(Content(self._step.instruction), id="instruction")
            yield PictureOf(id="so-far")
            yield Static("", id="exercise-state", markup=False)

    def _tell_about(self) -> None:
        state = [*(["alleen lezen"] if self.workspace.read_only else []), self.workspace.pack.copy_note(self._step.id)]
        self.query_one(StepTitle).tell((*filter(None, state), STEP_KINDS["exercise"], minutes(self._step.minutes)))

    def may_write_again(self) -> None:
        """No longer say that this can only be read."""
        self._tell_about()
        if self._widget:
            self._widget.read_only = False
        self._tell_state()
        self.refresh_bindings()

    async def on_mount(self) -> None:
        """Begin where the person was."""
        self._tell_about()
        self.follow(self._take_in)
        work, left_over = self._doing.half_done()
        if left_over:
            self._set_aside(left_over)
        cut_short = self._doing.line_cut_short
        nothing_begun = work is None and cut_short is None
        if nothing_begun and self._done_here:
            self._show_result()
        else:
            await self._do(work, explain=nothing_begun)
        if not self.workspace.read_only:
            arrive = self._arrival(Status.STARTED)
            self.shell.write(lambda journal: journal.apply(arrive))

    def _take_in(self) -> None:
        """Show what was told elsewhere of what is being done here, or of the result in front."""
        if self._doing.work is None:
            if self.has_class("-result") and self._doing.results:
                self._show_result()
        elif self._doing.catch_up() and self._widget and self._doing.stage is Stage.MAIN:
            self._widget.draw()
            self._tell_state()

    @property
    def help_text(self) -> str:
        """What F1 says, with the keys of this kind of exercise."""
        return self.HELP_TEXT + (self._widget.HELP_TEXT if self._widget else "")

    @property
    def _done_here(self) -> bool:
        """Whether there is a result to show first. An exercise that is done again here begins with its own words."""
        done = status_of(self._step.id, self.workspace.journal.progress) is Status.DONE
        return bool(self._doing.results) and (self._step.again is None or done)

    async def _do(self, work: Work | None = None, *, explain: bool = False) -> None:
        """Do the exercise: from the beginning, or from half-done work."""
        try:
            self._doing.begin(work)
        except Trouble as trouble:
            self.shell.show_error(trouble)
            self.dismiss()
            return
        await self._lay_out(kept=work is not None, explain=explain)

    async def _lay_out(self, *, kept: bool, explain: bool = False) -> None:
        """Show the part of the exercise that is in front."""
        sitting, whole = self._doing.sitting, self._doing.work
        assert sitting is not None, "an exercise was laid out that is not being done"
        assert whole is not None, "an exercise was laid out that is not being done"
        before, self._widget = self._widget, None  # a draft that is due meanwhile is not read from what goes or comes
        if before:
            await before.remove()
        if not self.is_open:
            return
        journal, read_only = self.workspace.journal, self.workspace.read_only
        widget = widget_for(self._doing, sitting, journal, read_only=read_only)
        await self.query_one("#exercise").mount(widget, before="#exercise-state")
        if not self.is_open:
            return
        self._widget = widget
        self.set_class(self._doing.stage is Stage.AFTERWARDS, "-afterwards")
        if self._doing.stage is Stage.AFTERWARDS:
            self.query_one("#so-far", PictureOf).show(whole, self._beside(0)[0])
        self._tell_state(drafted=kept)
        self._turn_to("-about" if explain and self._step.blocks else "-doing")
        if cut_short := self._doing.line_cut_short:
            self._ask_again(cut_short, whole)

    def _beside(self, shown: int) -> tuple[Work | None, str]:
        """Return what lies beside a result, and how that is told."""
        results, other = self._doing.results, self._doing.beside
        if other:
            day = long_date(local(other[0].changed).date())
            title = other[0].origin.step_title if other[0].origin else ""
            return without_around(persistence.work_of(other[0])), f"naast ‘{title}’ van {day}"
        before, then = persistence.earlier(results, shown)
        if then is None:
            return None, ""
        same_day = local(then).date() == local(results[shown].changed).date()
        return before, f"naast {'die daarvoor' if same_day else long_date(local(then).date())}"

    def _ask_again(self, cut_short: Draft, work: Work) -> None:
        """Ask again for a line that was cut short; what fits nowhere becomes a note."""
        line = persistence.line_in(cut_short, work)
        if line and self._widget:
            self._widget.ask(line)
        else:
            self._set_aside(cut_short)

    def _show_result(self) -> None:
        self._doing.end()
        results = self._doing.results
        self._shown = min(self._shown, len(results) - 1)
        self._turn_to("-result")
        entry, journal = results[self._shown], self.workspace.journal
        work = persistence.work_of(entry)
        before, beside = self._beside(self._shown)
        if work is not None:
            shown_before = same_subject(work, before, grows=self._step.result == "collection")
            before, beside = shown_before, beside if shown_before else ""
        about = [
            beside,
            self._which(len(results)),
            "gaat mee" if entry.id in journal.marked(Mark.BRING) else "",
        ]
        made = persistence.made_by(journal, self._step, entry)
        words = spoken(work, self._step.kept_at) if work else ()
        follows = what_follows(made, words, more=self._following is not None)
        view = self.query_one(ResultView)
        view.show(entry, work, before, about=[each for each in about if each], follows=follows)

    def _which(self, number: int) -> str:
        """Say how manieth of so many times is in front, and which keys show the others: below there may be no room."""
        if number < 2:
            return ""
        keys = {each.binding.action: key_name(each.binding.key) for each in self.active_bindings.values()}
        others = [f"{keys[verb]} {words}" for verb, words in (("older", "eerder"), ("newer", "later")) if verb in keys]
        return f"keer {number - self._shown} van {number} ({', '.join(others)})"

    @property
    def _following(self) -> str | None:
        return step_after(self.workspace.pack.programme, self._step.id)

    def _turn_to(self, which: str) -> None:
        self.shell.drop_messages()
        self.remove_class("-about", "-result", "-doing")
        self.add_class(which)
        self.refresh_bindings()
        if which == "-doing" and self._widget:
            self.call_after_refresh(self._widget.begin)
        else:
            self.call_after_refresh(self.query_one("#about" if which == "-about" else "#result").focus)

    @property
    def _autosave(self) -> ExerciseAutosave:
        return self._doing

    @property
    def _written(self) -> Work | None:
        return self._doing.work

    def _tell(self, state: str) -> None:
        self.query_one("#exercise-state", Static).update(Content(state))

    def _about_left_over(self, draft: Draft) -> str:
        return f"Half werk van {long_date(local(draft.at).date())} past niet meer bij deze opdracht."

    # Keeping

    async def keep(self) -> bool:
        """Keep half-done work as a draft."""
        self._catch_up()
        written = self._written
        try:
            kept = written is not None and await self._doing.keep_draft(written)
        except Trouble as trouble:
            self._tell_failed(trouble)
            return False
        self._tell_state(drafted=kept)
        return True

    def keep_now(self) -> None:
        """Keep half-done work as a draft, at once."""
        self._catch_up()
        super().keep_now()

    def _catch_up(self) -> None:
        if self._widget and self.is_open and self._widget.is_mounted and self._doing.work:
            self._widget.catch_up()

    @on(LineWanted)
    @work(group=MOVING)
    async def _ask_for_line(self, event: LineWanted) -> None:
        line, widget = event.line, self._widget
        assert widget is not None, "a line was asked for by an exercise that is not being done"

        today = self._doing.today

        async def take(written: str) -> bool:
            day = day_in(written, today) if line.day else None
            widget.take(line, long_date(day) if day else written)
            return await self.keep()

        await ask_for_line(self._asking(line), self.shell, take)

    def _asking(self, line: Line) -> LineScreen:
        today, draft = self._doing.today, self._doing.line_draft(line)

        def read(written: str) -> tuple[str, bool]:
            day = day_in(written, today)
            return told_day(day, today), day is not None and day >= today

        reading = read if line.day else None
        asking = LineScreen(line.asks, line.text, line.hint, draft=draft, typed=line.typed, read=reading)
        asking.goes_on = line.move == "say" and bool(line.text)
        return asking

    @on(StateChanged)
    def _moved(self) -> None:
        self._tell_state()
        if self._due is None:
            self._due = self.set_timer(DRAFT_AFTER, self._keep_soon)

    def _keep_soon(self) -> None:
        self._due = None
        self.run_worker(self.keep(), group="drafts")

    def _arrival(self, status: Status) -> Callable[[Journal], None]:
        """Return what changes by being here; an exercise that was done stays done."""
        step_id = self._step.id
        if status_of(step_id, self.workspace.journal.progress) is Status.DONE:
            status = Status.DONE
        progress = StepProgress(status, persistence.ITEM, utc_now())

        def change(journal: Journal) -> None:
            journal.set_progress(step_id, progress)
            journal.set_position(step_id, persistence.ITEM)

        return change

    # What can be done

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what makes sense now."""
        result, writable = self.has_class("-result"), not self.workspace.read_only
        grows, doing = self._step.result == "collection", self._doing.work is not None
        offered = {
            "start": self.has_class("-about") and doing,
            "next_step": result and self._following is not None,
            "copy": result and bool(self._to_copy),
            "again": result and writable and not grows,
            "change": result and writable and self._shown == 0 and self._doing.to_complete is not None,
            "older": result and self._shown + 1 < len(self._doing.results),
            "newer": result and self._shown > 0,
            "bring": result and writable,
            "finish": doing and writable,
            "undo": doing and writable,
        }
        return offered.get(action, True)

    def words_for(self, action: str) -> str:
        """Say what marking would do, and where F2 goes."""
        if action == "bring" and self._doing.results:
            shown = self._doing.results[self._shown].id
            return would_mark(Mark.BRING, shown in self.workspace.journal.marked(Mark.BRING))
        if action == "about" and self.has_class("-about"):
            return "opdracht" if self._doing.work else "resultaat"
        return ""

    def action_about(self) -> None:
        """Show what the exercise is for, or go back to it."""
        if self.has_class("-about"):
            self._turn_to("-doing" if self._doing.work else "-result")
        else:
            self._turn_to("-about")

    def action_start(self) -> None:
        """Begin, from the explanation."""
        self._turn_to("-doing")

    def on_key(self, event: events.Key) -> None:
        """Let what is typed at the explanation stand in the box that comes after it: there a sign is text."""
        if not self._explains or event.character is None or not event.is_printable:
            return
        event.stop()
        event.prevent_default()
        if event.character == " ":
            return
        box = self._write_on()
        if isinstance(box, LineEditor):
            box.insert_text_at_cursor(event.character)
        elif box:
            box.insert(event.character)

    async def on_paste(self, event: events.Paste) -> None:
        """Let what is pasted at the explanation stand in the box that comes after it."""
        if self._explains:
            event.stop()
            if box := self._write_on():
                box.on_paste(event)

    @property
    def _explains(self) -> bool:
        """Whether the explanation is in front of something that is to be done."""
        return self.has_class("-about") and self._doing.work is not None and not self.workspace.read_only

    def _write_on(self) -> Editor | LineEditor | None:
        """Go to the box that comes after the explanation, and return it; where there is none, say how to begin."""
        box = self._widget.box if self._widget else None
        if box is None:
            self.shell.show_message(f"Hier hoeft niets geschreven te worden. {self.shell.key_for('start')} begint.")
            return None
        self._turn_to("-doing")
        # At once, and not at the next refresh: what is hidden takes no focus, and the next key may be here already.
        self.shell.stylesheet.update(self)
        box.focus()
        return box

    def action_undo(self) -> None:
        """Take the last move back."""
        if self._widget is None or not self._widget.is_mounted:
            return
        before = self._widget.work
        if self._doing.undo():
            self._widget.undone(before)
            self._tell_state()
            self._keep_soon()

    @work(group=MOVING)
    async def action_finish(self) -> None:
        """Put the result in the journal, after asking about what is open, and go on to what is asked about it."""
        self._catch_up()
        if self._doing.work is None or self.workspace.read_only:
            return
        if self._doing.stage is Stage.BEFOREHAND:
            self._doing.go(+1)
            await self._lay_out(kept=True)
            return
        if not self._doing.work.begun:
            self.shell.show_message("Er is nog niets ingevuld. Met Esc ga je terug zonder iets te bewaren.")
            return
        settled = self._widget.settle() if self._widget else ""
        if not await self._may_finish(settled):
            return
        try:
            goes_on = await self._doing.finish(self._arrival(Status.DONE))
        except Trouble as trouble:
            self._tell_failed(trouble)
            return
        self.shell.journal_changed()
        self._shown = 0
        if not self.is_open:
            return
        if goes_on:
            await self._lay_out(kept=True)
        else:
            self._show_result()
        if settled:
            self.shell.show_message(settled)

    async def _may_finish(self, settled: str) -> bool:
        """Ask whether to finish, where something is open, half or unclear.

        Args:
            settled: what is to be said of what was still on an open line; empty for nothing.
        """
        lacks = "\n".join(each for each in (settled, self._doing.open) if each) if self._doing.open else ""
        if not lacks:
            return True
        answers = [("on", "Vul verder in"), ("finish", "Rond af zoals het is")]
        question = f"{lacks[0].upper()}{lacks[1:]}\n\nWat je nu afrondt kun je vandaag nog verder invullen."
        return await self.shell.ask(QuestionScreen(question, answers)) == "finish"

    @on(Past)
    @work(group=MOVING)
    async def _past(self, event: Past) -> None:
        """Go from one part of the exercise to another, or say how to finish."""
        if (event.by < 0 or self._doing.stage is Stage.BEFOREHAND) and self._doing.go(event.by):
            await self._lay_out(kept=True)
        elif event.by > 0:
            self.shell.show_message("Dit was het laatste. Met ctrl+s rond je af.")

    @property
    def _to_copy(self) -> str:
        """The text of the result in front, where one was built; empty where it never leaves."""
        entry = self._doing.results[self._shown] if self._shown < len(self._doing.results) else None
        if entry is None or entry.id in self.workspace.journal.marked(Mark.NEVER_LEAVE):
            return ""
        made = persistence.work_of(entry)
        return made.to_send() if isinstance(made, Composition) else ""

    @work(group=MOVING)
    async def action_copy(self) -> None:
        """Put the text that was built where it can be pasted."""
        await copy_text(self.shell, self._to_copy, otherwise="schrijf hem dan bij Delen naar een bestand")

    @work(group=MOVING)
    async def action_again(self) -> None:
        """Do the exercise from the beginning; what came out before stays."""
        await self._do()

    @work(group=MOVING)
    async def action_change(self) -> None:
        """Go on with what stands: the collection, or the measurement of this day."""
        result = self._doing.to_complete
        if result is None or self._step.result == "collection":
            await self._do()
            return
        self._doing.complete(result)
        await self._lay_out(kept=True)

    def action_older(self) -> None:
        """Show the result before this one."""
        self._shown += 1
        self._show_result()

    def action_newer(self) -> None:
        """Show the result after this one."""
        self._shown -= 1
        self._show_result()

    @work(group=MOVING)
    async def action_bring(self) -> None:
        """Mark the result to bring to the meeting, or take the mark away."""
        entry_id = self._doing.results[self._shown].id
        bring = entry_id not in self.workspace.journal.marked(Mark.BRING)
        try:
            await self.workspace.write(lambda journal: journal.mark(entry_id, Mark.BRING, bring))
        except Trouble as trouble:
            self.shell.show_error(trouble)
            return
        self.shell.journal_changed()
        self.shell.acted(about_mark(Mark.BRING, bring, self.shell.key_for("bring")), self.action_bring)
        self._show_result()

    def action_next_step(self) -> None:
        """Open the step that comes after this one."""
        if self._following:
            self.shell.open(StepRoute(self._following))

    @on(Editor.Left)
    def _left(self) -> None:
        self.action_close()

    @on(Editor.HugeLine)
    @work(group=MOVING)
    async def _huge_line(self, event: Editor.HugeLine) -> None:
        await ask_about_huge_line(self, self.query_one(Editor), event.text)

    @work(group=MOVING)
    async def action_close(self) -> None:
        """Lay the exercise down."""
        if await self.keep():
            self.dismiss()
