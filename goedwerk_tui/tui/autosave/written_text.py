"""A text that is being written: what was said to be kept does not go by one stroke."""

from abc import abstractmethod
from bisect import bisect_left
from typing import NamedTuple, TypeVar

import msgspec

from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.journal import State
from goedwerk_tui.journal.book import new_id
from goedwerk_tui.tui.autosave.core import Autosave, Change
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


class TextAutosave(Autosave[Written]):
    """Knows what the journal holds of one text, and makes a version of what goes from it for the greater part."""

    def __init__(self, workspace: Workspace) -> None:
        """Take the journal and its drafts."""
        super().__init__(workspace)
        self._entry_id: str | None = None
        """The entry that it is; None before it is one."""
        self._stood: tuple[str, Written] | None = None
        """What was said last to be kept, and the key of its draft."""
        self._replaced: tuple[Gone, Written] | None = None
        """What became a version since the last keeping, and what that said."""
        self._gone: Gone | None = None
        """What went at the last keeping, and is not told yet."""

    @abstractmethod
    def _text_of(self, written: Written) -> str:
        """Return the text in what is written."""

    @abstractmethod
    def _left_of_wiped(self, text: str) -> str | None:
        """Return what ``without_wiped`` does."""

    def without_wiped(self, text: str) -> str | None:
        left = self._left_of_wiped(text)
        if left is not None:
            self._stood = self._replaced = None
        return left

    def stands_kept(self, written: Written) -> None:
        """Note that this is said to be kept, so that it becomes a version when it goes at one stroke."""
        self._stood = (self.draft_key, written) if self._text_of(written).strip() else None

    def _going(self, written: Written) -> Written | None:
        """Return what was said to be kept and goes now; None when it stays for the greater part."""
        if self._stood is None or self._workspace.read_only:
            return None
        key, stood = self._stood
        goes = key == self.draft_key and _goes(self._text_of(stood), self._text_of(written))
        return stood if goes else None

    async def _keep_what_goes(self, written: Written) -> None:
        if self._going(written) is None:
            return
        async with self._one_at_a_time:
            if (stood := self._going(written)) is None:
                return
            if self.differs(stood):
                await self._record(stood, None)
            entry = self._workspace.journal.entries.get(self._entry_id or "")
            self._stood, self._replaced = None, (Gone(entry.id, entry.newest.id, entry.text), stood) if entry else None

    async def keep(self, written: Written, also: Change | None = None) -> bool:
        await self._keep_what_goes(written)
        before = self._workspace.journal.entries.get(self._entry_id or "")
        changed = await super().keep(written, also)
        replaced, self._replaced = self._replaced, None
        if before and before.text.strip() and before.state is State.LIVE and self._is_in_trash(before.id):
            self._gone = Gone(before.id, None, before.text)
        elif replaced and _goes(self._text_of(replaced[1]), self._text_of(written)):
            self._gone = replaced[0]
        return changed

    def _is_in_trash(self, entry_id: str) -> bool:
        entry = self._workspace.journal.entries.get(entry_id)
        return entry is not None and entry.state is State.TRASH

    def take_gone(self) -> Gone | None:
        """Return what went at the last keeping, once; None where nothing did."""
        gone, self._gone = self._gone, None
        return gone

    async def keep_draft(self, written: Written) -> bool:
        try:
            await self._keep_what_goes(written)
        except Trouble:
            self._keep_aside(written)
        return await super().keep_draft(written)

    def keep_draft_now(self, written: Written) -> None:
        self._keep_aside(written)
        super().keep_draft_now(written)

    def _keep_aside(self, written: Written) -> None:
        """Keep what goes as a draft of its own, where it can be no version."""
        stood = self._going(written)
        if stood is not None and self._workspace.drafts is not None and self.differs(stood):
            draft = msgspec.structs.replace(self._drafted(stood), never_leaves=self.never_leaves(stood))
            self._workspace.keep_draft_now(msgspec.structs.replace(draft, key=new_id()))
            self._stood = None


def _goes(before: str, after: str) -> bool:
    """Return whether the greater part of a text is not there any more, and more than a slip of the keys."""
    before, after = before.strip(), after.strip()
    if len(before) < _FEW or before in after:
        return False
    most = min(len(before), len(after))
    begins = bisect_left(range(1, most + 1), True, key=lambda n: not after.startswith(before[:n]))
    ends = bisect_left(range(1, most - begins + 1), True, key=lambda n: not after.endswith(before[-n:]))
    gone = len(before) - begins - ends
    return gone >= _FEW and 2 * gone > len(before)
