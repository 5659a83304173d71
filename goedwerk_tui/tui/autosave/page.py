"""A page to write on: a loose note, an answer, or an entry to change."""

from collections.abc import Callable

from goedwerk_tui.guidance.reminders.own_prompts import without_wiped_words
from goedwerk_tui.journal import Entry, Journal, Kind, Origin, State
from goedwerk_tui.journal.book import new_id
from goedwerk_tui.journal.drafts import Draft
from goedwerk_tui.tui.autosave.core import KEPT, UNWRITTEN, draft_of_text, newest, said, says_otherwise
from goedwerk_tui.tui.autosave.written_text import TextAutosave
from goedwerk_tui.tui.workspace import Workspace

NEW_NOTE = "notitie"
"""The key of the draft of a note that is not an entry yet."""


class PageAutosave(TextAutosave[str]):
    """Knows what the journal holds of one text."""

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
        super().__init__(workspace)
        key = _key(entry_id, origin, kind)
        found = _newer(draft, workspace.draft(draft.key if draft else key))
        self._key = found.key if found else key
        self._entry_id = found.entry_id if draft and found else entry_id
        self._asked = found.origin if found else origin
        self._kind = found.kind if found else kind or (Kind.ANSWER if origin else Kind.NOTE)
        entry = self.entry
        self._kept_text: str = entry.text if entry else ""
        fits = found is None or found.base_revision == newest(entry) or (entry is None and self._is_gone(found))
        self.text = found.text if found and fits else self._kept_text
        """What to begin with."""
        self.left_over = None if fits else found
        """A draft of an earlier version; it may not be laid over what stands now."""
        if found and fits:
            self._take_up(found, self.text)
        self._go_on_with(entry)

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

    def catch_up(self, text: str) -> str | None:
        """Return what the entry says now, if it was changed elsewhere and this text is one that was kept."""
        entry = self.entry
        if entry is None or entry.text == self._kept_text or self.differs(text):
            return None
        self._kept_text = entry.text
        return entry.text

    def _text_of(self, written: str) -> str:
        return written

    def _left_of_wiped(self, text: str) -> str | None:
        """Return what was added, when the entry that is changed was wiped meanwhile."""
        entry = self._workspace.journal.entries.get(self._entry_id) if self._entry_id else None
        if entry is None or entry.state is not State.WIPED:
            return None
        added = self._added(self._kept_text, text)
        self._entry_id, self._kept_text = None, ""
        return added

    @property
    def draft_key(self) -> str:
        """The name of the draft."""
        return self._key

    def differs(self, written: str) -> bool:
        """Whether a text is another than the journal has."""
        return says_otherwise(written, self._kept_text)

    @property
    def _answered(self) -> Origin | None:
        """What a new entry answers; what was typed beside all that is asked answers nothing."""
        return self._asked if self._asked and self._asked.item else None

    def _recording(self, written: str) -> Callable[[Journal], Entry | None]:
        new = new_id()  # chosen once: where another process wrote meanwhile, it is recorded anew

        def record(journal: Journal) -> Entry | None:
            entry = self.entry
            if not written.strip():
                return journal.trash(entry.id) if entry else None
            if entry is None:
                asked = without_wiped_words(self._answered, journal) if self._answered else None
                return journal.add(self._kind, written, origin=asked, id=new)
            return journal.change(entry.id, written, data=entry.data)

        return record

    def _recorded(self, written: str, key: str, entry: Entry | None) -> None:
        self._entry_id = entry.id if entry else None
        self._kept_text = said(written)

    def _drafted(self, written: str) -> Draft:
        return draft_of_text(self._key, written, self.entry, self.origin, self.kind)

    def at_rest(self, written: str) -> str:
        return KEPT if written.strip() else UNWRITTEN


def answer_on_page(workspace: Workspace, origin: Origin) -> PageAutosave:
    """Return the one answer to a question that has a page of its own, written or not."""
    entry = next(iter(workspace.journal.answers(origin.step, origin.item)), None)
    return PageAutosave(workspace, origin=origin, entry_id=entry.id if entry else None)


def _newer(draft: Draft | None, kept: Draft | None) -> Draft | None:
    """Return the draft that was typed last: the one to go on with may have been read before more was kept of it."""
    return kept if draft is None or (kept is not None and kept.at > draft.at) else draft


def _key(entry_id: str | None, origin: Origin | None, kind: Kind | None) -> str:
    """Return the name of the draft: by the question if there is one, so that it is found before and after an entry."""
    if origin:
        return f"{origin.step}/{origin.item}"
    return entry_id or (NEW_NOTE if kind in (None, Kind.NOTE) else str(kind))
