"""What all that is being written has in common: a draft while it goes on, a revision when one moves on."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Generic, TypeVar

import msgspec

from goedwerk_tui.base.clock import utc_now
from goedwerk_tui.base.text import clean
from goedwerk_tui.journal import Entry, Journal, Kind, Mark, Origin
from goedwerk_tui.journal.additions import added_to
from goedwerk_tui.journal.draft_marks import as_marked, note_of, shut_in_new
from goedwerk_tui.journal.drafts import Draft
from goedwerk_tui.tui.workspace import Workspace

UNWRITTEN = "○ nog niets geschreven"
TYPING = "◐ nog niet bewaard"
DRAFTED = "◐ als concept bewaard"
KEPT = "● bewaard"
KEPT_NOWHERE = "○ verkennen: wordt niet bewaard"
FAILED = "▲ niet bewaard · probeert het steeds opnieuw · F3 andere plek"
DRAFT_ONLY = "◐ als concept bewaard, in het dagboek nog niet · F3 andere plek"

Change = Callable[[Journal], object]


def said(text: str) -> str:
    """Return a text as it counts: one of white space alone says nothing."""
    return text if text.strip() else ""


def says_otherwise(text: str, kept: str) -> bool:
    """Whether a text says something else than one that was kept: white space at its end says nothing."""
    return text.rstrip() != kept.rstrip()


Written = TypeVar("Written")
"""What stands on the screen: a text, a text with an option, or an exercise."""


class Autosave(ABC, Generic[Written]):
    """Knows what the journal holds of one thing that is written, and brings it up to what stands on the screen."""

    def __init__(self, workspace: Workspace) -> None:
        """Take the journal and its drafts."""
        self._workspace = workspace
        self._one_at_a_time = asyncio.Lock()
        self._drafts: set[str] = set()
        """The keys under which there are drafts of what is written here, and not of what was left over."""
        self._drafted_since: Written | None = None
        """What was drafted last since the keeping began that is going on, or went on last; None for nothing."""
        self._taken_up: Written | None = None
        """What a draft that was there says, as long as it does; None for nothing."""
        self._shut_in: set[str] = set()
        """Those under which what is written here, or was before its piece was gone, never leaves."""

    @property
    @abstractmethod
    def draft_key(self) -> str:
        """The name of the draft."""

    @abstractmethod
    def differs(self, written: Written) -> bool:
        """Whether this is another than what the journal has, so that there is something to keep."""

    @abstractmethod
    def _recording(self, written: Written) -> Callable[[Journal], Entry | None]:
        """Return how this is recorded. What it stands on may change before it is called."""

    @abstractmethod
    def _recorded(self, written: Written, key: str, entry: Entry | None) -> None:
        """Note that this is in the journal now, and as which entry; ``key`` tells of which draft it was."""

    @abstractmethod
    def _drafted(self, written: Written) -> Draft:
        """Return this as a draft."""

    def without_wiped(self, text: str) -> str | None:
        """Return what is left of a text on which one goes on, when what it was kept as was wiped meanwhile.

        That is what was added to it, unless it became a note already: as it was a draft when the wiping came.

        Returns:
            The text to go on with, as something new; None when nothing was wiped.
        """
        return None

    def _added(self, kept: str, text: str) -> str:
        added = added_to([kept], text)
        return "" if any(each.text == added for each in self._workspace.journal.entries.values()) else added

    @abstractmethod
    def at_rest(self, written: Written) -> str:
        """Say how it stands with what does not differ from the journal, or from its draft."""

    @property
    def kept_as_draft(self) -> str:
        """What is said of what is kept, and not in the journal yet."""
        return KEPT

    def state(self, written: Written, *, drafted: bool = False) -> str:
        """Say whether this is kept; ``drafted`` tells that it is, as a draft."""
        if self._workspace.looking_round:
            return KEPT_NOWHERE
        if self._workspace.read_only:
            return f"○ alleen lezen: {self._workspace.why_read_only}"
        if self.differs(written):
            if drafted:
                return self.kept_as_draft
            return DRAFTED if written == self._taken_up else TYPING
        return self.at_rest(written)

    async def keep(self, written: Written, also: Change | None = None) -> bool:
        """Put this in the journal if it differs from what is there. What was taken back is no draft any more.

        Args:
            written: what stands on the screen.
            also: what else changes with it, in the same write.

        Returns:
            Whether it or its draft changed.

        Raises:
            Trouble: it could not be written; nothing was lost of what was there.
        """
        async with self._one_at_a_time:
            if self._workspace.read_only:
                return False
            if self.differs(written):
                await self._record(written, also)
                return True
            key, self._drafted_since = self.draft_key, None
            if also:
                await self._workspace.apply(also)
            return await self._forget_draft_of_before(key)

    async def _record(self, written: Written, also: Change | None) -> None:
        key, recording, self._drafted_since = self.draft_key, self._recording(written), None
        shut_in = key in self._shut_in

        def change(journal: Journal) -> Entry | None:
            before = journal.book
            entry = recording(journal)
            if entry and shut_in:
                shut_in_new(journal, entry, before)
            if also:
                also(journal)
            return entry

        self._recorded(written, key, await self._workspace.apply(change))
        await self._forget_draft_of_before(key)

    async def keep_draft(self, written: Written) -> bool:
        """Keep what is being written. Returns whether it is on disk.

        Raises:
            Trouble: it could not be written.
        """
        draft = self._draft(written)
        return draft is not None and await self._workspace.keep_draft(draft)

    def keep_draft_now(self, written: Written) -> None:
        """Keep what is being written, at once.

        Raises:
            Trouble: it could not be written.
        """
        if draft := self._draft(written):
            self._workspace.keep_draft_now(draft)

    def _draft(self, written: Written) -> Draft | None:
        if self._workspace.drafts is None or not self.differs(written):
            return None
        self._drafts.add(self.draft_key)
        self._drafted_since, self._taken_up = written, None
        draft = self._drafted(written)
        self._remember_shut_in(draft)
        return msgspec.structs.replace(draft, never_leaves=draft.key in self._shut_in)

    def never_leaves(self, written: Written) -> bool:
        """Whether what is written here never leaves, so that what comes from it may not either."""
        self._remember_shut_in(self._drafted(written))
        return self.draft_key in self._shut_in

    def _is_gone(self, draft: Draft) -> bool:
        """Whether what a draft was made upon is not in the journal at all: then it is laid over nothing."""
        return draft.entry_id is not None and draft.entry_id not in self._workspace.journal.entries

    def _go_on_with(self, entry: Entry | None) -> None:
        """Note whether what is changed here never leaves; it may be gone when that must be known."""
        if entry and entry.id in self._workspace.journal.marked(Mark.NEVER_LEAVE):
            self._shut_in.add(self.draft_key)

    def _remember_shut_in(self, draft: Draft) -> None:
        if as_marked(draft, self._workspace.journal.book).never_leaves:
            self._shut_in.add(draft.key)

    def _take_up(self, draft: Draft, says: Written) -> None:
        """Go on with a draft that was there."""
        self._drafts.add(draft.key)
        self._taken_up = says
        self._remember_shut_in(draft)

    async def _forget_draft_of_before(self, key: str) -> bool:
        """Remove the draft, unless what was typed while it was being kept is in it. Returns whether it was removed."""
        if self._drafted_since is not None and self.differs(self._drafted_since):
            return False
        return await self._forget_draft(key)

    async def _forget_draft(self, key: str) -> bool:
        """Remove the draft. Returns whether there was one."""
        if key not in self._drafts:
            return False
        self._drafts.remove(key)
        self._taken_up = None
        await self._workspace.clear_draft(key)
        return True

    async def set_aside(self, draft: Draft) -> None:
        """Give a draft that no longer fits a place of its own: a loose note.

        Raises:
            Trouble: it could not be written.
        """
        await self._workspace.apply(lambda journal: note_of(draft, journal))
        # What was typed meanwhile may have taken its place.
        if draft.key not in self._drafts:
            await self._workspace.clear_draft(draft.key)


def draft_of_text(key: str, text: str, entry: Entry | None, origin: Origin | None, kind: Kind) -> Draft:
    """Return a text as a draft.

    Args:
        key: the name of the draft.
        text: what stands there.
        entry: the entry that it changes; None for a new one.
        origin: what it answers, if anything.
        kind: what it is, or becomes.
    """
    return Draft(
        key=key,
        text=clean(text),
        entry_id=entry.id if entry else None,
        base_revision=newest(entry),
        base_text=entry.newest.text if entry else None,
        origin=origin,
        kind=kind,
        at=utc_now(),
    )


def newest(entry: Entry | None) -> str | None:
    """Return the id of an entry's newest revision, which is what a draft must be based on to be laid over it."""
    return entry.newest.id if entry else None
