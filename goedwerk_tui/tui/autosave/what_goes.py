"""What is being written and was said to be kept: none of it goes by one stroke."""

from abc import abstractmethod
from bisect import bisect_left
from typing import Generic, NamedTuple, TypeVar

import msgspec

from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.journal.book import new_id
from goedwerk_tui.journal.drafts import Draft
from goedwerk_tui.tui.autosave.core import Autosave
from goedwerk_tui.tui.workspace import Workspace

_FEW = 8
"""The characters that may go at once and are a slip of the keys, and no version."""

Written = TypeVar("Written")


class Gone(NamedTuple):
    """What stood on a page, was said to be kept, and made way."""

    entry_id: str
    revision_id: str | None
    """The version that it is; None where nothing took its place, so that the piece is in the trash."""
    text: str
    """What stood there."""
    from_exercise: bool = False
    """Whether it stood in an exercise, and is a note by itself."""


class Replaced(NamedTuple, Generic[Written]):
    """What was kept as it went, and where it stood till then: it may be there again before that is told."""

    gone: Gone
    stood: Written


class AutosaveOfWhatGoes(Autosave[Written]):
    """Keeps what goes for the greater part at once where it can be found, before anything takes its place."""

    def __init__(self, workspace: Workspace) -> None:
        """Take the journal and its drafts."""
        super().__init__(workspace)
        self._stood: tuple[str, Written] | None = None
        """What was said last to be kept, and the key of its draft."""
        self._replaced: list[Replaced[Written]] = []
        """What went since the last telling."""

    @abstractmethod
    def _lost(self, before: Written, after: Written) -> str:
        """Return the text that goes where one makes way for the other; empty where it stays for the greater part."""

    @abstractmethod
    async def _keep_lost(self, stood: Written, lost: str) -> Gone | None:
        """Keep what goes in the journal, and return where; None where it needs no place.

        Raises:
            Trouble: it could not be written.
        """

    @abstractmethod
    def _aside(self, stood: Written, lost: str) -> Draft | None:
        """Return what goes as a draft of its own; None where it needs no place."""

    def stands_kept(self, written: Written) -> None:
        """Note that this is said to be kept, so that it has a place when it goes at one stroke."""
        self._stands_kept_as(self.draft_key, written)

    def _stands_kept_as(self, key: str, written: Written) -> None:
        if key == self.draft_key:  # else something else is in front by now
            self._stood = (key, written)

    def _forget_what_stood(self) -> None:
        """Keep nothing any more of what stood here, as it was wiped."""
        self._stood = None
        self._replaced = []

    def _going(self, written: Written) -> tuple[Written, str] | None:
        """Return what was said to be kept and goes now, and its text; None when it stays for the greater part."""
        if self._stood is None or self._workspace.read_only or self._stood[0] != self.draft_key:
            return None
        stood = self._stood[1]
        lost = self._lost(stood, written)
        return (stood, lost) if lost else None

    async def _keep_what_goes(self, written: Written) -> None:
        if self._going(written) is None:
            return
        async with self._one_at_a_time:
            if (going := self._going(written)) is None:
                return
            gone = await self._keep_lost(*going)
            self._stood = None
            if gone:
                self._replaced.append(Replaced(gone, going[0]))

    async def keep_draft(self, written: Written) -> bool:
        key = self.draft_key
        try:
            await self._keep_what_goes(written)
        except Trouble:
            self._keep_aside(written)
        kept = await super().keep_draft(written)
        if kept:
            self._stands_kept_as(key, written)
        return kept

    def keep_draft_now(self, written: Written) -> None:
        self._keep_aside(written)
        super().keep_draft_now(written)

    def _keep_aside(self, written: Written) -> None:
        """Keep what goes as a draft of its own, where it can't be in the journal."""
        if self._workspace.drafts is None or (going := self._going(written)) is None:
            return
        if draft := self._aside(*going):
            never = self.never_leaves(going[0])
            self._workspace.keep_draft_now(msgspec.structs.replace(draft, key=new_id(), never_leaves=never))
            self._stood = None


def goes(before: str, after: str) -> bool:
    """Return whether the greater part of a text is not there any more, and more than a slip of the keys."""
    before, after = before.strip(), after.strip()
    if len(before) < _FEW or before in after:
        return False
    most = min(len(before), len(after))
    begins = bisect_left(range(1, most + 1), True, key=lambda n: not after.startswith(before[:n]))
    ends = bisect_left(range(1, most - begins + 1), True, key=lambda n: not after.endswith(before[-n:]))
    gone = len(before) - begins - ends
    return gone >= _FEW and 2 * gone > len(before)
