"""The part of an exercise's screen that shows it, doing it or done, and keeps what is made there."""

from collections.abc import Callable
from typing import Any

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Markdown, Static

from goedwerk_tui.base.clock import local, long_date, utc_now
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.answers import beside
from goedwerk_tui.guidance.days import day_in
from goedwerk_tui.guidance.exercises import persistence
from goedwerk_tui.guidance.exercises.history import as_told, same_subject
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.guidance.exercises.state import Line
from goedwerk_tui.guidance.progress import status_of, step_after
from goedwerk_tui.guidance.spoken import spoken
from goedwerk_tui.guidance.words import STEP_KINDS, minutes
from goedwerk_tui.journal import Entry, Journal, Mark, Origin, Status, StepProgress
from goedwerk_tui.journal.drafts import Draft
from goedwerk_tui.programme.exercises import Exercise
from goedwerk_tui.tui.autosave.exercise import ExerciseAutosave, Stage
from goedwerk_tui.tui.exercises.form import told_day
from goedwerk_tui.tui.exercises.list_fields import AttributeRow
from goedwerk_tui.tui.exercises.registry import widget_for
from goedwerk_tui.tui.exercises.result import PictureOf, ResultView, about_others, what_follows, without_around
from goedwerk_tui.tui.exercises.widget import ExerciseWidget, LineWanted, StateChanged, TakenOut, TypedBeside
from goedwerk_tui.tui.keys import key_name
from goedwerk_tui.tui.routes import Route
from goedwerk_tui.tui.screens.autosaving import AutosavingScreen
from goedwerk_tui.tui.screens.line import LineScreen, ask_for_line
from goedwerk_tui.tui.screens.what_went import tell_asked_no_more, tell_gone_from_exercise
from goedwerk_tui.tui.shell import MOVING
from goedwerk_tui.tui.widgets.editor import DRAFT_AFTER
from goedwerk_tui.tui.widgets.step_title import StepTitle


class ExercisingScreen(AutosavingScreen[Work]):
    """An exercise: what it is for, doing it, or what came out. What can be done there is for ``ExerciseScreen``."""

    NAMES_STATE = True
    WRITES_ON = False

    def __init__(self, step: Exercise) -> None:
        """Take an exercise."""
        super().__init__()
        self._step = step
        self._doing = ExerciseAutosave(self.workspace, step)
        self._widget: ExerciseWidget[Any] | None = None
        self._shown = 0
        """Which result is in front, counted from the newest."""
        self._due: Timer | None = None

    @property
    def _asks_unread(self) -> bool:
        return True

    @property
    def typed_beside(self) -> Origin:
        """This exercise."""
        return beside(self.workspace.pack, self._step)

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
        state = [self.workspace.pack.copy_note(self._step.id), self.shell.state_line]
        self.query_one(StepTitle).tell((*filter(None, state), STEP_KINDS["exercise"], minutes(self._step.minutes)))

    async def on_mount(self) -> None:
        """Begin where the person was."""
        self._tell_about()
        self.follow(self._take_in)
        await self._begin(explain=True)
        if not self.workspace.read_only:
            arrive = self._arrival(Status.STARTED)
            self.shell.write(lambda journal: journal.apply(arrive))

    async def _begin(self, *, explain: bool) -> None:
        """Show what was laid aside, what came out, or the beginning of the exercise.

        Args:
            explain: whether the explanation comes first where nothing was begun.
        """
        work, left_over = self._doing.half_done()
        if left_over:
            self._set_aside(left_over)
        nothing_begun = work is None and self._doing.line_cut_short is None
        if work is None and (result := self._doing.filled_in_when_cut_short):
            self._doing.complete(result)
            await self._lay_out(kept=True)
        elif nothing_begun and self._done_here:
            self._show_result()
        else:
            await self._do(work, explain=explain and nothing_begun)

    @work(group=MOVING)
    async def _read_again(self) -> None:
        """Lay all of it out anew: its boxes were laid out as what can only be read."""
        self._tell_about()
        await self._begin(explain=self.has_class("-about"))

    def _take_in(self) -> None:
        """Show what was told elsewhere of what is being done here, or of the result in front."""
        if self._doing.work is None:
            if self.has_class("-result"):
                if self._doing.results:
                    self._draw_result()
                self.refresh_bindings()
        elif self._leave_out_wiped():
            return
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
        if work is None and (now := self._doing.work):
            tell_asked_no_more(self.shell, self._doing.asked_no_more(now))

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
        widget.typed_just_now = self._typed_just_now
        await self.query_one("#exercise").mount(widget, before="#exercise-state")
        if not self.is_open:
            return
        self._widget = widget
        self.set_class(self._doing.stage is Stage.AFTERWARDS, "-afterwards")
        if self._doing.stage is Stage.AFTERWARDS:
            self.query_one("#so-far", PictureOf).show(whole, self._beside(0)[0])
        self._tell_state(drafted=kept)
        cut_short = self._doing.line_cut_short
        line = persistence.line_in(cut_short, whole) if cut_short else None
        widget.go_to(line.to if line else self._doing.at)
        self._turn_to("-about" if explain and self._step.blocks else "-doing")
        if cut_short:
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

    def arrive(self, route: Route) -> None:
        """Ask again for a line whose window was left for this."""
        if self._widget and self._doing.work and (cut_short := self._doing.line_cut_short):
            self._ask_again(cut_short, self._doing.work)

    def _ask_again(self, cut_short: Draft, work: Work) -> None:
        """Ask again for a line that was cut short; what fits nowhere becomes a note."""
        line = persistence.line_in(cut_short, work)
        if line and self._widget:
            self._widget.ask(line)
        else:
            self._set_aside(cut_short)

    def _show_result(self) -> None:
        self._doing.end()
        self._turn_to("-result")
        self._draw_result()

    def _draw_result(self) -> None:
        results = self._doing.results
        self._shown = min(self._shown, len(results) - 1)
        entry, journal = results[self._shown], self.workspace.journal
        work = as_told(entry)
        before, beside = self._beside(self._shown)
        apart: Entry | None = None
        if work is not None:
            shown_before = same_subject(work, before, grows=self._step.result == "collection")
            if before is not None and shown_before is None:
                apart = next(iter(results[self._shown + 1 :]), None)
            before, beside = shown_before, beside if shown_before else ""
        about = [beside, self._which(len(results)), "gaat mee" if entry.id in journal.marked(Mark.BRING) else ""]
        made = persistence.made_by(journal, self._step, entry)
        words = spoken(work, self._step.kept_at) if work else ()
        others = about_others(apart, self.key_for("older"), self._doing.elsewhere)
        follows = what_follows(made, words, others, more=self._following is not None)
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
        # In one go: each change of a class on a screen works out the styles of all that is on it anew.
        self.remove_class(*{"-about", "-result", "-doing"} - {which}, update=False)
        self.add_class(which)
        if which == "-result":
            self.set_focus(None)  # the box that is gone would still take the keys that are named here as text
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
        title, here = draft.origin.step_title if draft.origin else "", self.workspace.pack.titled(self._step)
        made_at = f" bij ‘{title}’" if title and title != here else ""
        return f"Half werk van {long_date(local(draft.at).date())}{made_at} past niet meer bij ‘{here}’."

    # Keeping

    async def keep(self) -> bool:
        """Keep half-done work as a draft, and say what went from it."""
        kept = await self._keep_half_done()
        if kept:
            tell_gone_from_exercise(self.shell, self._doing.take_gone(self._doing.work))
        return kept

    async def _keep_half_done(self) -> bool:
        try:
            kept = await self._put_in_draft()
        except Trouble as trouble:
            self._tell_failed(trouble)
            return False
        self._tell_state(drafted=kept)
        return True

    async def _put_in_draft(self) -> bool:
        """Keep half-done work as a draft. Returns whether it is on disk."""
        self._catch_up()
        return await super()._put_in_draft()

    def keep_now(self) -> None:
        """Keep half-done work as a draft, at once."""
        self._catch_up()
        super().keep_now()

    def _catch_up(self) -> None:
        if self._widget and self.is_open and self._widget.is_mounted and self._doing.work:
            self._widget.catch_up()
            self._doing.at = self._widget.place
            self._leave_out_wiped()

    def _leave_out_wiped(self) -> bool:
        """Go on with what was done since, where what it goes on from was wiped meanwhile; returns whether it was.

        Under a window that asks for a line it waits: that line belongs to what stands below.
        """
        if not self.is_current or not self._doing.leave_out_wiped():
            return False
        gone, self._widget = self._widget, None  # what stands in its boxes was taken over
        title = self.workspace.pack.titled(self._step)
        self.shell.show_notice(f"Wat in ‘{title}’ stond is gewist. Wat je er sindsdien bij schreef is er nog.")
        self._lay_out_instead_of(gone)
        return True

    @work(group=MOVING)
    async def _lay_out_instead_of(self, gone: ExerciseWidget[Any] | None) -> None:
        if gone:
            await gone.remove()
        await self._lay_out(kept=True)

    @on(LineWanted)
    @work(group=MOVING)
    async def _ask_for_line(self, event: LineWanted) -> None:
        line, widget = event.line, self._widget
        assert widget is not None, "a line was asked for by an exercise that is not being done"

        today, asking = self._doing.today, self._asking(line)

        async def take(written: str) -> bool:
            day = day_in(written, today) if line.day else None
            widget.take(line, long_date(day) if day else written, goes_on=not asking.left)
            return await self._keep_half_done()

        await ask_for_line(asking, self.shell, take)

    def _asking(self, line: Line) -> LineScreen:
        today, draft = self._doing.today, self._doing.line_draft(line)

        def read(written: str) -> tuple[str, bool]:
            day = day_in(written, today)
            stands = written == line.text
            return told_day(day, today, stands=stands), day is not None and (stands or day >= today)

        reading = read if line.day else None
        asking = LineScreen(line.asks, line.text, line.hint, draft=draft, typed=line.typed, read=reading)
        asking.goes_on = line.move == "say" and bool(line.text)
        return asking

    @on(TakenOut)
    def _tell_taken_out(self, event: TakenOut) -> None:
        self.shell.show_message(event.said, offer=event.offer)

    @on(TypedBeside)
    @work(group=MOVING)
    async def _hold_typed(self, event: TypedBeside) -> None:
        """Hold what was typed where something is to be chosen, and say what became of a digit that began it."""
        if event.typed:
            await self.hold(event.typed)
        if event.said and (self.holds or not event.typed):
            self.shell.show_notice(event.said)

    @on(AttributeRow.Said)
    def _chosen(self, event: AttributeRow.Said) -> None:
        self.shell.digit_chose(event.at)

    @on(StateChanged)
    def _moved(self) -> None:
        self.shell.went_on()
        self._tell_state()
        if self._due is None:
            self._due = self.set_timer(DRAFT_AFTER, self._keep_soon)

    def _keep_soon(self) -> None:
        self._due = None
        self.run_worker(self._keep_half_done(), group="drafts")

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
