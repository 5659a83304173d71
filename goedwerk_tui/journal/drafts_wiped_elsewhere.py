"""What was being typed in a text that another machine wiped meanwhile."""

from goedwerk_tui.journal.book import Book
from goedwerk_tui.journal.drafts import Drafts
from goedwerk_tui.journal.entry import State
from goedwerk_tui.journal.journal import Journal
from goedwerk_tui.journal.wiped_elsewhere import note_of_draft, with_note


def keep_unseen_drafts(journal: Journal, before: Book) -> tuple[str, ...]:
    """Keep as notes the words of drafts that nobody saw who wiped the entry; to be called before drafts are cleared.

    Args:
        journal: the journal, in which the wiping was taken in.
        before: what it held before that.

    Returns:
        The ids of the notes.

    Raises:
        SaveFailed: they were not kept; the drafts are still there.
    """
    if journal.places is None or journal.read_only:
        return ()
    kept: list[str] = []
    folders = (each.drafts for each in (journal.places, *journal.places.otherwise_named))
    for draft in (each for folder in folders for each in Drafts(folder, seal=journal.store.seal).all()):
        now, earlier = (book.entries.get(draft.entry_id or "") for book in (journal.book, before))
        if now is None or now.state is not State.WIPED or earlier is None or earlier.state is State.WIPED:
            continue
        if note := note_of_draft(draft, earlier):
            journal.store.save(lambda book, note=note, id=earlier.id: with_note(book, note, before, id))
            kept.append(note.id)
    return tuple(kept)
