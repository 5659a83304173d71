"""An exercise being done: where it stands, and how it gets kept."""

from collections.abc import Callable

from goedwerk_tui.guidance.exercises import persistence, prefill
from goedwerk_tui.guidance.exercises.compose import Composition
from goedwerk_tui.guidance.exercises.work import Line, Sitting, Work
from goedwerk_tui.journal import Entry, Journal, Kind
from goedwerk_tui.journal.book import new_id
from goedwerk_tui.journal.drafts import Draft
from goedwerk_tui.programme.exercises import Exercise
from goedwerk_tui.tui import answering
from goedwerk_tui.tui.workspace import Workspace

UNDONE = "○ nog niets gedaan"


class Doing:
    """Knows what the journal holds of one exercise, and brings it up to what was done."""

    def __init__(self, workspace: Workspace, step: Exercise) -> None:
        """Take the exercise; ``begin`` starts a sitting."""
        self._workspace = workspace
        self._step = step
        self._origin = persistence.origin_of(workspace.pack, step)
        self._key = persistence.draft_key(step)
        self._sitting: Sitting | None = None
        self._first: Work | None = None
        self._result_id = ""
        self._finishing = False

    @property
    def results(self) -> tuple[Entry, ...]:
        """What came out before, newest first."""
        return persistence.results(self._workspace.journal, self._origin)

    @property
    def work(self) -> Work | None:
        """The exercise as it stands; None when it is not being done."""
        return self._sitting.work if self._sitting else None

    @property
    def changed(self) -> bool:
        """Whether there is something to keep."""
        return self._sitting is not None and self._sitting.work.begun and self._sitting.work != self._first

    def half_done(self) -> tuple[Work | None, Draft | None]:
        """Return the work that was laid aside, and a draft that no longer fits, if there is one or the other."""
        draft = self._workspace.draft(self._key)
        if draft is None:
            return None, None
        work, standing = persistence.work_in(draft), self._standing
        of_another_pack = draft.origin is not None and draft.origin.pack != self._origin.pack
        if work is None or of_another_pack or draft.base_revision != (standing.newest.id if standing else None):
            return None, draft
        if standing and isinstance(work, Composition):
            made = self._workspace.journal.newest_first(step=self._step.kept_at)
            if persistence.changed_elsewhere(work, self._step.kept_at, draft.at, made) != work:
                return None, draft
        return prefill.resume(work, self._step, self._workspace.pack, self._workspace.journal, draft.at), None

    @property
    def line_cut_short(self) -> Draft | None:
        """A line that was being written in a window over the exercise when the program ended."""
        return self._workspace.draft(persistence.line_key(self._step))

    def line_draft(self, line: Line) -> Draft:
        """Say how a line that is being asked for is kept."""
        return persistence.draft_of_line(line, self._step, self._origin)

    def begin(self, work: Work | None = None) -> Sitting:
        """Start a sitting: from the beginning, or from half-done work.

        Raises:
            ContentError: a list that the exercise takes its items from can't be read.
        """
        self._first = prefill.begin(self._step, self._workspace.pack, self._workspace.journal)
        self._sitting = Sitting(work or self._first)
        self._result_id = new_id()
        return self._sitting

    def end(self) -> None:
        """End the sitting."""
        self._sitting = None

    def undo(self) -> bool:
        """Go back a move; returns whether there was one."""
        return self._sitting is not None and self._sitting.undo()

    def state(self, *, kept: bool) -> str:
        """Say whether what was done is kept, and what is still open."""
        if self._sitting is None:
            return ""
        if self._workspace.looking_round:
            state = answering.KEPT_NOWHERE
        elif self._workspace.read_only:
            state = answering.read_only_state(self._workspace)
        elif not self.changed:
            state = UNDONE
        else:
            state = answering.KEPT if kept else answering.TYPING
        return " · ".join(part for part in (state, self._sitting.work.open) if part)

    async def keep(self) -> bool:
        """Keep half-done work as a draft. Returns whether it is on disk.

        Raises:
            Trouble: it could not be written.
        """
        if self._sitting is None or self._finishing or self._workspace.read_only:
            return False
        if self.changed:
            return await self._workspace.keep_draft(self._draft(self._sitting.work))
        await self._workspace.clear_draft(self._key)
        return False

    def keep_now(self) -> None:
        """Keep half-done work as a draft, at once.

        Raises:
            Trouble: it could not be written.
        """
        if self._sitting is not None and self.changed and self._workspace.drafts is not None:
            self._workspace.keep_draft_now(self._draft(self._sitting.work))

    async def finish(self, also: Callable[[Journal], object]) -> None:
        """Put the result and what it makes beside itself in the journal, and end the sitting.

        Args:
            also: what else changes with it, in the same write.

        Raises:
            Trouble: it could not be written; the sitting goes on.
        """
        if self._sitting is None:
            return
        step, origin, made, result_id = self._step, self._origin, self._sitting.work, self._result_id

        def change(journal: Journal) -> None:
            persistence.finish(journal, step, origin, made, result_id)
            also(journal)

        self._finishing = True  # a draft that is due now would come back as half-done work
        try:
            await self._workspace.apply(change)
            await self._workspace.clear_draft(self._key)
        finally:
            self._finishing = False
        self.end()

    async def set_aside(self, draft: Draft) -> None:
        """Give a draft that no longer fits a place of its own: a loose note.

        Raises:
            Trouble: it could not be written.
        """
        await self._workspace.write(lambda journal: journal.add(Kind.NOTE, draft.text))
        await self._workspace.clear_draft(draft.key)

    @property
    def _standing(self) -> Entry | None:
        """The result that grows, for a collection that has one."""
        return self.results[0] if self._step.result == "collection" and self.results else None

    def _draft(self, work: Work) -> Draft:
        return persistence.draft_of(work, self._origin, self._key, self._standing)
