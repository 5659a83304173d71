"""The answer at the stop in front: what is kept of it, and how it gets kept."""

import asyncio
from collections.abc import Callable

from goedwerk_tui.base.clock import utc_now
from goedwerk_tui.base.text import clean
from goedwerk_tui.guidance import answers
from goedwerk_tui.guidance.route import Stop
from goedwerk_tui.journal import Entry, Journal, Kind, Mark, Origin
from goedwerk_tui.journal.drafts import Draft
from goedwerk_tui.programme.model import Choice, Question, Step
from goedwerk_tui.tui.workspace import Workspace

UNWRITTEN = "○ nog niets geschreven"
TYPING = "◐ nog niet bewaard"
KEPT = "● bewaard"
KEPT_NOWHERE = "○ verkennen: wordt niet bewaard"
FAILED = "▲ niet bewaard · probeert het steeds opnieuw · F3 andere plek"
DRAFT_ONLY = "◐ als concept bewaard, in het dagboek nog niet · F3 andere plek"


def read_only_state(workspace: Workspace) -> str:
    """Say that nothing is kept here, and why."""
    return f"○ alleen lezen: {workspace.why_read_only}"


class Answering:
    """Knows what the journal holds at one stop of a step, and brings it up to what stands in the box."""

    def __init__(self, workspace: Workspace, step: Step) -> None:
        """Take the step; ``begin`` takes the stop."""
        self._workspace = workspace
        self._step = step
        self._asks: Question | Choice | None = None
        self._item = ""
        self._kept_text = ""
        self._kept_option: str | None = None
        self._drafted = False
        """Whether there is a draft of what stands in the box."""
        self._one_at_a_time = asyncio.Lock()
        self.option: str | None = None
        """The id of the option that is picked, for a choice."""
        self.bring = False
        """Whether the answer is marked to bring, or will be once it is written."""
        self.earlier: tuple[Entry, ...] = ()
        """What was answered under the same id to a question that was another, newest first."""

    def begin(self, stop: Stop) -> tuple[str, Draft | None]:
        """Turn to a stop.

        Returns:
            The text to begin with, and a draft that belongs to an earlier version of the answer, if there is one.
        """
        self._asks, self._item = stop.asks, stop.item or ""
        answer = self._answer()
        self.earlier = self._earlier()
        self._kept_text, self._kept_option, self.option = answer.text, answer.option, answer.option
        self.bring = answer.entry is not None and answer.entry.id in self._workspace.journal.marked(Mark.BRING)
        draft = self._workspace.draft(self._draft_key) if stop.asks else None
        fits = draft and self._asked_the_same(draft) and draft.base_revision == _newest(answer.entry)
        self._drafted = bool(draft and (fits or draft.text == answer.text))
        if draft is None or self._drafted:
            return draft.text if draft else answer.text, None
        return answer.text, draft

    def state(self, text: str) -> str:
        """Say whether this text is kept."""
        if self._workspace.looking_round:
            return KEPT_NOWHERE
        if self._workspace.read_only:
            return read_only_state(self._workspace)
        if self.differs(text):
            return TYPING
        return KEPT if text.strip() or self.option else UNWRITTEN

    @property
    def answered(self) -> bool:
        """Whether the journal has an answer here."""
        return bool(self._kept_text.strip() or self._kept_option)

    def differs(self, text: str) -> bool:
        """Whether a text, or the option that is picked, is another than the journal has."""
        return (text, self.option) != (self._kept_text, self._kept_option)

    async def keep(self, text: str, also: Callable[[Journal], object] | None = None) -> bool:
        """Put the answer in the journal if it differs from what is there. What was taken back is no draft any more.

        Args:
            text: what stands in the box.
            also: what else changes with it, in the same write.

        Returns:
            Whether the answer or its draft changed.

        Raises:
            Trouble: it could not be written; nothing was lost of what was there.
        """
        async with self._one_at_a_time:
            if self._workspace.read_only:
                return False
            if self._asks is None or not self.differs(text):
                if also:
                    await self._workspace.apply(also)
                return self._asks is not None and await self._forget_draft(self._draft_key)
            asks, option, origin, bring, key = self._asks, self.option, self._origin(), self.bring, self._draft_key

            def change(journal: Journal) -> None:
                _record(journal, origin, asks, text, option, bring=bring)
                if also:
                    also(journal)

            await self._workspace.apply(change)
            if (self._asks, self._draft_key) == (asks, key):
                self._kept_text, self._kept_option = text, option
            await self._workspace.clear_draft(key)
            return True

    async def _forget_draft(self, key: str) -> bool:
        """Remove the draft. Returns whether there was one."""
        if not self._drafted:
            return False
        self._drafted = False
        await self._workspace.clear_draft(key)
        return True

    async def mark(self, *, bring: bool) -> None:
        """Mark the answer to bring, or no longer; one that is not written yet is marked once it is.

        Raises:
            Trouble: the mark could not be written.
        """
        entry = self._answer().entry
        if entry:
            await self._workspace.write(lambda journal: journal.mark(entry.id, Mark.BRING, bring))
        self.bring = bring

    def skip(self, journal: Journal) -> None:
        """Note that the question was passed over on purpose."""
        journal.skip(self._step.id, self._item)

    async def keep_draft(self, text: str) -> bool:
        """Keep what is being typed. Returns whether it is on disk.

        Raises:
            Trouble: it could not be written.
        """
        draft = self._draft(text)
        return draft is not None and await self._workspace.keep_draft(draft)

    def keep_draft_now(self, text: str) -> None:
        """Keep what is being typed, at once.

        Raises:
            Trouble: it could not be written.
        """
        draft = self._draft(text)
        if draft:
            self._workspace.keep_draft_now(draft)

    async def set_aside(self, draft: Draft) -> None:
        """Give a draft that no longer fits its answer a place of its own: a loose note.

        Raises:
            Trouble: it could not be written.
        """
        await self._workspace.write(lambda journal: journal.add(Kind.NOTE, draft.text))
        await self._workspace.clear_draft(draft.key)

    def _draft(self, text: str) -> Draft | None:
        if self._asks is None or self._workspace.drafts is None or not self.differs(text):
            return None
        entry = self._answer().entry
        self._drafted = True
        return Draft(
            key=self._draft_key,
            text=clean(text),
            entry_id=entry.id if entry else None,
            base_revision=_newest(entry),
            origin=self._origin(),
            kind=answers.kind_of(self._asks),
            at=utc_now(),
        )

    def _answer(self) -> answers.Answer:
        if self._asks is None:
            return answers.Answer(None, "", None)
        return answers.answer_at(self._workspace.journal, self._origin(), self._asks)

    def _earlier(self) -> tuple[Entry, ...]:
        if self._asks is None:
            return ()
        return answers.earlier_answers(self._workspace.journal, self._origin(), self._asks)

    def _asked_the_same(self, draft: Draft) -> bool:
        """Whether a draft was typed under the words that stand here now, in the same pack."""
        if self._asks is None or draft.origin is None:
            return True
        same_pack = draft.origin.pack == self._origin().pack
        return same_pack and answers.answers_words(draft.origin.words, self._asks)

    @property
    def _draft_key(self) -> str:
        return f"{self._step.id}/{self._item}"

    def _origin(self) -> Origin:
        assert self._asks is not None
        return answers.origin_of(self._workspace.pack, self._step, self._asks)


def _newest(entry: Entry | None) -> str | None:
    return entry.newest.id if entry else None


def _record(
    journal: Journal, origin: Origin, asks: Question | Choice, text: str, option: str | None, *, bring: bool
) -> Entry | None:
    entry = answers.record(journal, origin, asks, text, option)
    if entry and bring:
        journal.mark(entry.id, Mark.BRING, True)
    return entry
