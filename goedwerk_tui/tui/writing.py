"""A page being written: what is kept of it, and how it gets kept."""

import asyncio

from goedwerk_tui.base.clock import utc_now
from goedwerk_tui.base.text import clean
from goedwerk_tui.journal import Entry, Journal, Kind, Origin, State
from goedwerk_tui.journal.drafts import Draft
from goedwerk_tui.tui import answering
from goedwerk_tui.tui.workspace import Workspace

NEW_NOTE = "notitie"
"""The key of the draft of a note that is not an entry yet."""


class Writing:
    """Knows what the journal holds of one text, and brings it up to what stands on the page."""

    def __init__(
        self,
        workspace: Workspace,
        *,
        entry_id: str | None = None,
        draft: Draft | None = None,
        origin: Origin | None = None,
        kind: Kind | None = None,
    ) -> None:
        """Take what to write on; all are left out for a loose note.

        Args:
            workspace: the journal and its drafts.
            entry_id: the entry to change.
            draft: a draft to go on with.
            origin: a question to answer.
            kind: what a new entry becomes; without it an answer, or a note when nothing is asked.
        """
        self._workspace = workspace
        self._one_at_a_time = asyncio.Lock()
        key = _key(entry_id, origin, kind)
        found = draft or workspace.draft(key)
        self._key = found.key if found else key
        self._entry_id = draft.entry_id if draft else entry_id
        self._asked = found.origin if found else origin
        self._kind = found.kind if found else kind or (Kind.ANSWER if origin else Kind.NOTE)
        entry = self.entry
        self._kept_text: str = entry.text if entry else ""
        fits = found is None or found.base_revision == (entry.newest.id if entry else None)
        self.text = found.text if found and fits else self._kept_text
        """What to begin with."""
        self.left_over = None if fits else found
        """A draft of an earlier version; it may not be laid over what stands now."""
        self._drafted = found is not None and fits

    @property
    def entry(self) -> Entry | None:
        """The entry that is changed; None for a new text, also when the entry was wiped meanwhile."""
        entry = self._workspace.journal.entries.get(self._entry_id) if self._entry_id else None
        return None if entry is None or entry.state is State.WIPED else entry

    @property
    def origin(self) -> Origin | None:
        """What is answered, if anything."""
        return self.entry.origin if self.entry else self._asked

    @property
    def kind(self) -> Kind:
        """What the text is, or becomes."""
        return self.entry.kind if self.entry else self._kind

    def differs(self, text: str) -> bool:
        """Whether a text is another than the journal has."""
        return text != self._kept_text

    def catch_up(self, text: str) -> str | None:
        """Return what the entry says now, if it was changed elsewhere and this text is one that was kept."""
        entry = self.entry
        if entry is None or entry.text == self._kept_text or self.differs(text):
            return None
        self._kept_text = entry.text
        return entry.text

    def state(self, text: str) -> str:
        """Say whether a text is kept."""
        if self._workspace.looking_round:
            return answering.KEPT_NOWHERE
        if self._workspace.read_only:
            return answering.read_only_state(self._workspace)
        if self.differs(text):
            return answering.TYPING
        return answering.KEPT if self._kept_text else answering.UNWRITTEN

    async def keep(self, text: str) -> bool:
        """Put a text in the journal; an emptied one goes to the trash. What was taken back is no draft any more.

        Returns:
            Whether the journal or its drafts changed.

        Raises:
            Trouble: it could not be written.
        """
        async with self._one_at_a_time:
            if self._workspace.read_only:
                return False
            if not self.differs(text):
                return await self._forget_draft()
            entry = await self._workspace.write(lambda journal: self._write(journal, text))
            self._entry_id = entry.id if entry else None
            self._kept_text = text
            await self._forget_draft()
            return True

    async def _forget_draft(self) -> bool:
        """Remove the draft. Returns whether there was one."""
        if not self._drafted:
            return False
        self._drafted = False
        await self._workspace.clear_draft(self._key)
        return True

    def _write(self, journal: Journal, text: str) -> Entry | None:
        entry = self.entry
        if not text.strip():
            return journal.trash(entry.id) if entry else None
        if entry is None:
            return journal.add(self._kind, text, origin=self._asked)
        return journal.change(entry.id, text, data=entry.data)

    def draft_of(self, text: str) -> Draft:
        """Return a text as a draft of what is written here."""
        entry = self.entry
        self._drafted = True
        return Draft(
            key=self._key,
            text=clean(text),
            entry_id=entry.id if entry else None,
            base_revision=entry.newest.id if entry else None,
            origin=self.origin,
            kind=self.kind,
            at=utc_now(),
        )

    async def set_aside(self, draft: Draft) -> None:
        """Give a draft of an earlier version a place of its own: a loose note.

        Raises:
            Trouble: it could not be written.
        """
        await self._workspace.write(lambda journal: journal.add(Kind.NOTE, draft.text))
        await self._workspace.clear_draft(draft.key)


def _key(entry_id: str | None, origin: Origin | None, kind: Kind | None) -> str:
    """Return the name of the draft: by the question if there is one, so that it is found before and after an entry."""
    if origin:
        return f"{origin.step}/{origin.item}"
    return entry_id or (NEW_NOTE if kind in (None, Kind.NOTE) else str(kind))
