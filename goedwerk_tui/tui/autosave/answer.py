"""The answer at the stop in front of a step."""

from collections.abc import Callable
from typing import NamedTuple

from goedwerk_tui.guidance import answers
from goedwerk_tui.guidance.route import Stop
from goedwerk_tui.journal import Entry, Journal, Mark, Origin, State
from goedwerk_tui.journal.drafts import Draft
from goedwerk_tui.programme.model import Choice, Question, Step
from goedwerk_tui.tui.autosave.core import KEPT, UNWRITTEN, draft_of_text, newest, said, says_otherwise
from goedwerk_tui.tui.autosave.written_text import TextAutosave
from goedwerk_tui.tui.workspace import Workspace


class WrittenAnswer(NamedTuple):
    """An answer as it stands on the screen."""

    text: str
    option: str | None
    """The id of the option that is picked, for a choice."""


class AnswerAutosave(TextAutosave[WrittenAnswer]):
    """Knows what the journal holds at one stop of a step."""

    def __init__(self, workspace: Workspace, step: Step) -> None:
        """Take the step; ``begin`` takes the stop."""
        super().__init__(workspace)
        self._step = step
        self._asks: Question | Choice | None = None
        self._item = ""
        self._kept = WrittenAnswer("", None)
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
        self._asks, self._item, self._taken_up = stop.asks, stop.item or "", None
        answer = self._answer()
        self.earlier = self._earlier()
        self._kept, self.option = WrittenAnswer(answer.text, answer.option), answer.option
        self._entry_id = answer.entry.id if answer.entry else None
        self.bring = answer.entry is not None and answer.entry.id in self._workspace.journal.marked(Mark.BRING)
        self._go_on_with(answer.entry)
        draft = self._workspace.draft(self.draft_key) if stop.asks else None
        if draft is None:
            return answer.text, None
        laid_over_nothing = answer.entry is None and self._is_gone(draft)
        stands = draft.base_revision == newest(answer.entry) or laid_over_nothing
        fits = self._asked_the_same(draft) and stands
        if not fits and draft.text != answer.text:
            return answer.text, draft
        self._take_up(draft, self.written(draft.text))
        return draft.text, None

    def written(self, text: str) -> WrittenAnswer:
        """Return what stands on the screen, with this in the box."""
        return WrittenAnswer(said(text), self.option)

    def _text_of(self, written: WrittenAnswer) -> str:
        return written.text

    def _left_of_wiped(self, text: str) -> str | None:
        """Return what was added, when the answer was wiped meanwhile; an option that it held goes with it."""
        entry = self._workspace.journal.entries.get(self._entry_id or "")
        if entry is None or entry.state is not State.WIPED:
            return None
        added = self._added(self._kept.text, text)
        if self.option == self._kept.option:
            self.option = None
        self._kept, self._entry_id = WrittenAnswer("", None), None
        return added

    @property
    def answered(self) -> bool:
        """Whether the journal has an answer here."""
        return bool(self._kept.text.strip() or self._kept.option)

    @property
    def draft_key(self) -> str:
        """The name of the draft: by step and question."""
        return f"{self._step.id}/{self._item}"

    def differs(self, written: WrittenAnswer) -> bool:
        """Whether a text, or the option that is picked, is another than the journal has."""
        kept = self._kept
        return self._asks is not None and (written.option != kept.option or says_otherwise(written.text, kept.text))

    def _recording(self, written: WrittenAnswer) -> Callable[[Journal], Entry | None]:
        asks, origin, bring = self._asks, self._origin(), self.bring
        assert asks is not None

        def record(journal: Journal) -> Entry | None:
            entry = answers.record(journal, origin, asks, written.text, written.option)
            if entry and bring and entry.id not in journal.marked(Mark.NEVER_LEAVE):
                journal.mark(entry.id, Mark.BRING, True)
            return entry

        return record

    def _recorded(self, written: WrittenAnswer, key: str, entry: Entry | None) -> None:
        # Another stop may be in front by now.
        if key == self.draft_key:
            self._kept = written
            self._entry_id = entry.id if entry else None

    def _drafted(self, written: WrittenAnswer) -> Draft:
        assert self._asks is not None
        kind = answers.kind_of(self._asks)
        return draft_of_text(self.draft_key, written.text, self._answer().entry, self._origin(), kind)

    def at_rest(self, written: WrittenAnswer) -> str:
        return KEPT if written.text.strip() or written.option else UNWRITTEN

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

    def _origin(self) -> Origin:
        assert self._asks is not None
        return answers.origin_of(self._workspace.pack, self._step, self._asks)
