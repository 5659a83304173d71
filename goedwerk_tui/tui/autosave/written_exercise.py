"""What is being written in an exercise: what was said to be kept becomes a note in the trash as it goes at one stroke.

Half-done work is a draft, and that has no versions.
"""

from abc import abstractmethod
from collections.abc import Iterator

import msgspec

from goedwerk_tui.guidance.exercises import persistence
from goedwerk_tui.guidance.exercises.framed import Framed
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.journal import Entry, Journal, Kind
from goedwerk_tui.journal.draft_marks import note_of
from goedwerk_tui.journal.drafts import Draft
from goedwerk_tui.tui.autosave.core import draft_of_text
from goedwerk_tui.tui.autosave.what_goes import AutosaveOfWhatGoes, Gone, goes


class WrittenExercise(AutosaveOfWhatGoes[Work]):
    """Makes a note in the trash of the lines that go from an exercise, where no piece has them."""

    def _lost(self, before: Work, after: Work) -> str:
        now = ("", *_lines(after))
        return "\n".join(line for line in dict.fromkeys(_lines(before)) if all(goes(line, each) for each in now))

    async def _keep_lost(self, stood: Work, lost: str) -> Gone | None:
        if (draft := self._aside(stood, lost)) is None:
            return None
        draft = msgspec.structs.replace(draft, never_leaves=self.never_leaves(stood))

        def change(journal: Journal) -> Entry:
            return journal.trash(note_of(draft, journal).id)

        note = await self._workspace.apply(change)
        return Gone(note.id, None, draft.text, from_exercise=True)

    def _aside(self, stood: Work, lost: str) -> Draft | None:
        versions = [each.text for entry in self._workspace.journal.entries.values() for each in entry.versions]
        nowhere = [line for line in lost.splitlines() if not any(line in text for text in versions)]
        return draft_of_text(self.draft_key, "\n".join(nowhere), None, None, Kind.NOTE) if nowhere else None

    @property
    @abstractmethod
    def _standing(self) -> Entry | None:
        """The result of which this sitting makes a new version, if there is one."""

    def asked_no_more(self, work: Work) -> tuple[str, ...]:
        """Return the lines of that result for which the exercise, as it was begun anew, has no place."""
        before = persistence.work_of(self._standing) if self._standing else None
        now = {*_lines(work)}
        return tuple(dict.fromkeys(line for line in _lines(before) if line and line not in now)) if before else ()

    def take_gone(self, written: Work | None) -> tuple[Gone, ...]:
        """Return what went since this was asked last and is not in what stands now, if anything does."""
        replaced, self._replaced = self._replaced, []
        return tuple(each.gone for each in replaced if written is None or self._lost(each.stood, written))


def _lines(work: Work) -> Iterator[str]:
    """Yield the lines that a person wrote in an exercise, with those on its open line."""
    own = (*work.own_words(), work.line) if isinstance(work, Framed) else work.own_words()
    return (line.strip() for words in own for line in words.splitlines())
