"""What never leaves, of what is being typed: a draft says so itself, as its piece may be gone when it is kept."""

from contextlib import suppress

import msgspec

from goedwerk_tui.journal.book import Book
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.journal.entry import Entry, Kind, Mark
from goedwerk_tui.journal.journal import Journal
from goedwerk_tui.journal.trouble import SaveFailed

_NEVER = Mark.NEVER_LEAVE


def as_marked(draft: Draft, book: Book) -> Draft:
    """Return a draft that never leaves where its piece does not, and may where that was let go.

    Where nobody marked the piece, or it is not there, the draft stays as it is.
    """
    mark = book.marks.get((draft.entry_id or "", _NEVER.value))
    return (
        draft if mark is None or mark.on == draft.never_leaves else msgspec.structs.replace(draft, never_leaves=mark.on)
    )


def mark_drafts(drafts: Drafts, book: Book) -> None:
    """Let the drafts on the disk follow what was marked of their pieces; what can't be written stays as it is."""
    for draft in drafts.all():
        marked = as_marked(draft, book)
        if marked is not draft:
            with suppress(SaveFailed):
                drafts.replace(draft, marked)


def note_of(draft: Draft, journal: Journal) -> Entry:
    """Keep a draft as a loose note, which never leaves where the draft does not.

    Raises:
        SaveFailed: it was not kept.
    """
    note = journal.add(Kind.NOTE, draft.text)
    if as_marked(draft, journal.book).never_leaves:
        journal.mark(note.id, _NEVER, True)
    return note


def shut_in_new(journal: Journal, entry: Entry, before: Book) -> None:
    """Shut in what was made of a draft that never leaves, unless somebody marked or let go that piece itself.

    Args:
        journal: the journal, in which it was made.
        entry: the piece.
        before: what the journal held before that.

    Raises:
        SaveFailed: it was not shut in.
    """
    if (entry.id, _NEVER.value) not in journal.book.marks:
        for each in {entry.id, *(journal.book.entries.keys() - before.entries.keys())}:
            journal.mark(each, _NEVER, True)
