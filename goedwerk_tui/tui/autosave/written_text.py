"""A text that is being written: what was said to be kept becomes a version when it goes at one stroke."""

from abc import abstractmethod
from typing import TypeVar

from goedwerk_tui.journal import State
from goedwerk_tui.journal.drafts import Draft
from goedwerk_tui.tui.autosave.core import Change
from goedwerk_tui.tui.autosave.what_goes import AutosaveOfWhatGoes, Gone, goes
from goedwerk_tui.tui.workspace import Workspace

Written = TypeVar("Written")


class TextAutosave(AutosaveOfWhatGoes[Written]):
    """Knows what the journal holds of one text, and makes a version of what goes from it for the greater part."""

    def __init__(self, workspace: Workspace) -> None:
        """Take the journal and its drafts."""
        super().__init__(workspace)
        self._entry_id: str | None = None
        """The entry that it is; None before it is one."""
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
            self._forget_what_stood()
        return left

    def _lost(self, before: Written, after: Written) -> str:
        text = self._text_of(before)
        return text if goes(text, self._text_of(after)) else ""

    async def _keep_lost(self, stood: Written, lost: str) -> Gone | None:
        if self.differs(stood):
            await self._record(stood, None)
        entry = self._workspace.journal.entries.get(self._entry_id or "")
        return Gone(entry.id, entry.newest.id, entry.text) if entry else None

    def _aside(self, stood: Written, lost: str) -> Draft | None:
        return self._drafted(stood) if self.differs(stood) else None

    async def keep(self, written: Written, also: Change | None = None) -> bool:
        key = self.draft_key
        await self._keep_what_goes(written)
        before = self._workspace.journal.entries.get(self._entry_id or "")
        changed = await super().keep(written, also)
        self._stands_kept_as(key, written)
        replaced, self._replaced = self._replaced, []
        if before and before.text.strip() and before.state is State.LIVE and self._is_in_trash(before.id):
            self._gone = Gone(before.id, None, before.text)
        elif replaced and self._lost(replaced[-1].stood, written):
            self._gone = replaced[-1].gone
        return changed

    def _is_in_trash(self, entry_id: str) -> bool:
        entry = self._workspace.journal.entries.get(entry_id)
        return entry is not None and entry.state is State.TRASH

    def take_gone(self) -> Gone | None:
        """Return what went at the last keeping, once; None where nothing did."""
        gone, self._gone = self._gone, None
        return gone
