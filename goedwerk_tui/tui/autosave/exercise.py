"""An exercise being done: where it stands, and how it gets kept."""

from collections.abc import Callable
from datetime import date
from enum import Enum, auto

import msgspec

from goedwerk_tui.base.clock import local
from goedwerk_tui.guidance.exercises import persistence, prefill
from goedwerk_tui.guidance.exercises.compose import Composition
from goedwerk_tui.guidance.exercises.form import Form
from goedwerk_tui.guidance.exercises.framed import Framed
from goedwerk_tui.guidance.exercises.history import as_it_stood
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.guidance.exercises.list import ItemList
from goedwerk_tui.guidance.exercises.state import Line, Sitting
from goedwerk_tui.guidance.exercises.without import without
from goedwerk_tui.journal import Entry, Journal, Revision, State
from goedwerk_tui.journal.book import new_id
from goedwerk_tui.journal.drafts import Draft
from goedwerk_tui.programme.exercises import Exercise
from goedwerk_tui.tui.autosave.core import KEPT, Change, newest
from goedwerk_tui.tui.autosave.written_exercise import WrittenExercise
from goedwerk_tui.tui.workspace import Workspace

UNDONE = "○ nog niets gedaan"
_AT_RESULT = "at_result"
"""In the draft of a line: the id of the result that it was written at."""
HALF_DONE = "◐ bewaard, niet afgerond"
FINISHED = "● afgerond"
FINISHED_BEFORE = "◐ afgerond; wat je daarna schreef nog niet"


class Stage(Enum):
    """Which part of an exercise is in front."""

    BEFOREHAND = auto()
    MAIN = auto()
    AFTERWARDS = auto()


class ExerciseAutosave(WrittenExercise):
    """Knows what the journal holds of one exercise. What is done is a draft until it is finished."""

    def __init__(self, workspace: Workspace, step: Exercise) -> None:
        """Take the exercise; ``begin`` starts a sitting."""
        super().__init__(workspace)
        self._step = step
        self._origin = persistence.origin_of(workspace.pack, step)
        self._key = persistence.draft_key(step)
        self._sittings: dict[Stage, Sitting] = {}
        self.stage = Stage.MAIN
        self.at: tuple[str, ...] = ()
        """Where in the exercise itself the person is, as its view names it; empty where one begins there."""
        self._laid_aside_at: tuple[str, ...] = ()
        """Where the person was when what is gone on with was laid aside: the part, and where in that."""
        self._first: Work | None = None
        self._result_id = ""
        self._stands_on: Revision | None = None
        """The result that the sitting began with, or made last."""
        self._went_on_from: Entry | None = None
        """The entry of that result, as it was then."""
        self._finishing = False

    @property
    def today(self) -> date:
        """The day, in local time."""
        return local(self._workspace.journal.now()).date()

    @property
    def _grows(self) -> bool:
        """Whether each sitting makes a new version of one result."""
        return self._step.result == "collection"

    @property
    def results(self) -> tuple[Entry, ...]:
        """What came out before, newest first; what grows by the day."""
        found = persistence.results(self._workspace.journal, self._origin, by_place=self._step.by_place)
        return (*as_it_stood(found[0]), *found[1:]) if self._grows and found else found

    @property
    def elsewhere(self) -> tuple[Entry, ...]:
        """What came out of the same exercise at other places, newest first, where each place has its own."""
        if not self._step.by_place:
            return ()
        here = {each.id for each in self.results}
        every = persistence.results(self._workspace.journal, self._origin)
        return tuple(each for each in every if each.id not in here)

    @property
    def beside(self) -> tuple[Entry, ...]:
        """What came out of the exercise that this one is laid beside, newest first."""
        if not self._step.beside:
            return ()
        other = msgspec.structs.replace(self._origin, step=self._step.beside)
        return persistence.results(self._workspace.journal, other)

    @property
    def sitting(self) -> Sitting | None:
        """The part in front as it stands; None when the exercise is not being done."""
        return self._sittings.get(self.stage)

    @property
    def work(self) -> Work | None:
        """The whole exercise as it stands; None when it is not being done."""
        if not self._sittings:
            return None
        work = self._sittings[Stage.MAIN].work
        for stage in (Stage.BEFOREHAND, Stage.AFTERWARDS):
            around = self._sittings[stage].work if stage in self._sittings else None
            if isinstance(around, Form) and isinstance(work, Framed):
                work = work.replaced(around, afterwards=stage is Stage.AFTERWARDS)
        return work  # type: ignore[return-value]

    @property
    def to_complete(self) -> Entry | None:
        """The measurement of this day that can be filled in further, or the collection that grows."""
        newest = next(iter(self.results), None)
        if newest is None or self._grows:
            return newest
        return newest if persistence.can_be_completed(newest, self.today) else None

    def half_done(self) -> tuple[Work | None, Draft | None]:
        """Return the work that was laid aside, and a draft that no longer fits, if there is one or the other."""
        draft = self._workspace.draft(self._key)
        if draft is None:
            return None, None
        work = persistence.work_in(draft)
        standing = self._workspace.journal.entries.get(draft.entry_id) if draft.entry_id else self._standing
        made_elsewhere = draft.origin is not None and (
            draft.origin.pack != self._origin.pack
            or (self._step.by_place and draft.origin.session != self._origin.session)
        )
        if work and standing and draft.base_revision and draft.base_revision != standing.newest.id:
            work = persistence.with_outcomes(work, standing.revision(draft.base_revision), standing)
        elif draft.base_revision != newest(standing) and not (standing is None and self._is_gone(draft)):
            work = None
        if work is None or made_elsewhere:
            return None, draft
        if standing and isinstance(work, Composition):
            made = self._workspace.journal.newest_first(step=self._step.kept_at)
            if persistence.changed_elsewhere(work, self._step.kept_at, draft.at, made) != work:
                return None, draft
        self._result_id = "" if self._grows else draft.entry_id or ""
        resumed = prefill.resume(work, self._step, self._workspace.pack, self._workspace.journal, draft.at)
        self._take_up(draft, resumed)
        self._laid_aside_at = draft.place
        return resumed, None

    @property
    def line_cut_short(self) -> Draft | None:
        """A line that was being written in a window over the exercise when the program ended."""
        return self._workspace.draft(persistence.line_key(self._step))

    @property
    def filled_in_when_cut_short(self) -> Entry | None:
        """The measurement of this day that such a line was written at; None where it was new work."""
        line, result = self.line_cut_short, self.to_complete
        return result if line and result and (line.data or {}).get(_AT_RESULT) == result.id else None

    def line_draft(self, line: Line) -> Draft:
        """Say how a line that is being asked for is kept."""
        draft = persistence.draft_of_line(line, self._step, self._origin)
        if self._result_id in self._workspace.journal.entries:
            draft = msgspec.structs.replace(draft, data={**(draft.data or {}), _AT_RESULT: self._result_id})
        return msgspec.structs.replace(draft, never_leaves=self._key in self._shut_in)

    def begin(self, work: Work | None = None) -> None:
        """Start a sitting: from the beginning, or from half-done work.

        Raises:
            ContentError: a list that the exercise takes its items from can't be read.
        """
        self._stay_shut_in()
        self._first = prefill.begin(self._step, self._workspace.pack, self._workspace.journal)
        if work is None or not self._result_id:
            self._result_id = new_id()
        self._sit(work or self._first)
        if work:
            self.stands_kept(work)
        place, self._laid_aside_at = self._laid_aside_at, ()
        if self.line_cut_short is None:  # it was asked for at the exercise itself, and comes back there
            self._go_to(place or self._usual_place(work))

    def _stay_shut_in(self) -> None:
        if (line := self.line_cut_short) and line.never_leaves:
            self._shut_in.add(self._key)

    def _usual_place(self, work: Work | None) -> tuple[str, ...]:
        """Return where one begins, or goes on with work whose draft is of before it said where one was."""
        if work is not None:
            goes_on = isinstance(work, Framed) and work.afterwards and self._goes_on_afterwards(work, work.afterwards)
            return (_named(Stage.AFTERWARDS),) if goes_on else ()
        before = self._first.beforehand if isinstance(self._first, Framed) else None
        return (_named(Stage.BEFOREHAND),) if before and not before.begun and not self._saved else ()

    def _go_to(self, place: tuple[str, ...]) -> None:
        for stage in self._sittings:
            if place[:1] == (_named(stage),):
                self.stage, self.at = stage, place[1:]

    def complete(self, result: Entry) -> None:
        """Start a sitting that fills in a measurement of this day further.

        Raises:
            LookupError: what it holds is not understood.
        """
        work = persistence.work_of(result)
        if work is None:
            raise LookupError(result.id)
        self._stay_shut_in()
        self._result_id = result.id
        work = prefill.resume(work, self._step, self._workspace.pack, self._workspace.journal, result.changed)
        self._first = work
        self._sit(work)

    def catch_up(self) -> bool:
        """Take in outcomes of predictions that were told elsewhere meanwhile; returns whether there were any."""
        main, standing = self._sittings.get(Stage.MAIN), self._standing
        if main is None or standing is None or standing.newest == self._stands_on:
            return False
        work = persistence.with_outcomes(main.work, self._stands_on, standing)  # pyright: ignore[reportArgumentType]
        self._stand_on(standing)
        if work is None or work == main.work:
            return False
        main.replace(work)
        return True

    def leave_out_wiped(self) -> bool:
        """Go on with what was done since, when the result that the sitting goes on from was wiped meanwhile.

        Returns:
            Whether it was.
        """
        before, work = self._went_on_from, self.work
        now = self._workspace.journal.entries.get(before.id) if before else None
        if before is None or work is None or now is None or now.state is not State.WIPED:
            return False
        fresh = prefill.begin(self._step, self._workspace.pack, self._workspace.journal)
        left = without(work, filter(None, (persistence.work_from(each.data) for each in before.revisions)))
        stage, self._first, self._result_id = self.stage, fresh, new_id()
        self._forget_what_stood()
        self._sit(left or fresh)
        if stage in self._sittings:
            self.stage = stage
        return True

    def _sit(self, work: Work) -> None:
        self._stand_on(self._standing)
        self._go_on_with(self._standing)
        self._sittings = {Stage.MAIN: Sitting(work)}
        self.stage, self.at = Stage.MAIN, ()
        if isinstance(work, Framed):
            for stage, form in ((Stage.BEFOREHAND, work.beforehand), (Stage.AFTERWARDS, work.afterwards)):
                if form is not None:
                    self._sittings[stage] = Sitting(form)

    def _goes_on_afterwards(self, work: Work, form: Form) -> bool:
        """Whether what was laid aside goes on with what is asked afterwards: one was there, or nothing else is open."""
        was_there = isinstance(self._first, Framed) and form != self._first.afterwards
        return was_there or ((self._saved or form.begun) and not work.open)

    def _stand_on(self, result: Entry | None) -> None:
        self._went_on_from, self._stands_on = result, result.newest if result else None

    @property
    def _saved(self) -> bool:
        return self._result_id in self._workspace.journal.entries

    def go(self, by: int) -> bool:
        """Put the part before or after this one in front; returns whether there is one."""
        order = [stage for stage in Stage if stage in self._sittings]
        number = order.index(self.stage) + by
        if not 0 <= number < len(order):
            return False
        self.stage, self.at = order[number], ()
        return True

    def end(self) -> None:
        """End the sitting."""
        self._sittings = {}
        self._result_id = ""

    def undo(self) -> bool:
        """Go back a move; returns whether there was one."""
        return self.sitting is not None and self.sitting.undo()

    @property
    def open(self) -> str:
        """What should be asked before the part in front counts as done, in Dutch; empty for nothing."""
        if self.sitting is None:
            return ""
        work = self.sitting.work
        if self.stage is not Stage.MAIN and isinstance(work, Form):
            return work.doubts(self.today)
        return work.asks_back(self.today)

    @property
    def draft_key(self) -> str:
        """The name of the draft."""
        return self._key

    def differs(self, written: Work) -> bool:
        """Whether anything was done, and anything else than when the sitting began."""
        return _begun(written) and written != self._first

    def state(self, written: Work, *, drafted: bool = False) -> str:
        """Say whether what was done is kept, and what is still open."""
        still_open = self.sitting.work.open if self.sitting else ""
        return " · ".join(part for part in (super().state(written, drafted=drafted), still_open) if part)

    @property
    def kept_as_draft(self) -> str:
        """Say that it is not finished, or of what was finished that what came after is not."""
        return FINISHED_BEFORE if self._standing else HALF_DONE

    def at_rest(self, written: Work) -> str:
        if self._standing:
            return FINISHED
        return KEPT if _begun(written) else UNDONE

    async def keep_draft(self, written: Work) -> bool:
        """Keep half-done work; what was taken back is no draft any more. Returns whether it is on disk.

        Raises:
            Trouble: it could not be written.
        """
        if self._finishing or self._workspace.read_only:
            return False
        kept = await super().keep_draft(written)
        if not self.differs(written):
            await self._forget_draft(self._key)
        return kept

    async def finish(self, also: Change) -> bool:
        """Put the result and what it makes beside itself in the journal.

        Returns whether the sitting goes on, with a part that is still to be done.

        Args:
            also: what else changes with it, in the same write.

        Raises:
            Trouble: it could not be written; the sitting goes on where it was.
        """
        work = self.work
        if work is None:
            return False
        await self._keep_what_goes(work)
        self._finishing = True  # a draft that is due now would come back as half-done work
        try:
            await self._record(work, also)
        finally:
            self._finishing = False
        if self.go(+1):
            return True
        self.end()
        return False

    def _recording(self, written: Work) -> Callable[[Journal], Entry]:
        step, origin, result_id = self._step, self._origin, self._result_id
        return lambda journal: persistence.finish(journal, step, origin, written, result_id)

    def _recorded(self, written: Work, key: str, entry: Entry | None) -> None:
        self._stand_on(entry)
        kept = persistence.work_of(entry) if entry else None
        if isinstance(kept, ItemList):
            # Its items are entries now, and its open line is an item: going back to before that would double them.
            self._sittings[Stage.MAIN] = Sitting(kept)
            written = kept
        self._first = written

    @property
    def _standing(self) -> Entry | None:
        """The result of which this sitting makes a new version, if there is one."""
        if self._grows:
            return next(iter(self.results), None)
        return self._workspace.journal.entries.get(self._result_id)

    def _drafted(self, written: Work) -> Draft:
        # Of a result that is gone it says so: what it took over goes with it at the next start.
        draft = persistence.draft_of(written, self._origin, self._key, self._standing or self._went_on_from)
        return msgspec.structs.replace(draft, place=(_named(self.stage), *self.at))


def _named(stage: Stage) -> str:
    """Return a part as the place in a draft names it."""
    return stage.name.lower()


def _begun(work: Work) -> bool:
    """Return whether anything was done in the exercise, or written around it."""
    around = (work.beforehand, work.afterwards) if isinstance(work, Framed) else ()
    return work.begun or any(form.begun for form in around if form)
