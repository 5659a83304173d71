"""What was being typed in a text that another machine wiped meanwhile."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import changes
from goedwerk_tui.journal.book import Book
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.journal.entry import Entry, Mark, State
from goedwerk_tui.journal.journal import Journal
from goedwerk_tui.journal.wiped_elsewhere import grave_of_draft, note_of_draft, with_note


def keep_unseen_drafts(journal: Journal, before: Book, waiting: Iterable[Places] = ()) -> tuple[str, ...]:
    """Keep as notes the words of drafts that nobody saw who wiped the entry; to be called before drafts are cleared.

    Where the wiping came while the program was closed, nothing says whether the entry was ever to leave: then the
    note never does.

    Args:
        journal: the journal, in which the wiping was taken in.
        before: what it held before that.
        waiting: other places whose drafts belong to it.

    Returns:
        The ids of the notes.

    Raises:
        SaveFailed: they were not kept; the drafts are still there.
    """
    if journal.places is None or journal.read_only:
        return ()
    kept: list[str] = []
    for draft in _drafts_beside(journal.places, waiting):
        id = draft.entry_id or ""
        now, earlier = (book.entries.get(id) for book in (journal.book, before))
        if not _is_wiped(now):
            continue
        known = None if _is_wiped(earlier) else earlier
        if (note := note_of_draft(draft, known)) and not _is_wiped(journal.book.entries.get(note.id)):
            journal.store.save(partial(_with, draft=draft, note=note, before=before, known=known))
            kept.append(note.id)
    return tuple(kept)


def graves_of_drafts(journal: Journal, entry_ids: Collection[str]) -> Mapping[str, Entry]:
    """Return the tombstones by which the drafts of entries that are about to be wiped here leave nothing.

    They go into the journal with those of the entries, so that a wiping that is cut short is not taken for one of
    another machine. A note that was made of such a draft before is not what is wiped here.
    """
    if journal.places is None:
        return {}
    seen = (each for each in _drafts_beside(journal.places) if each.entry_id in entry_ids)
    graves = (grave_of_draft(each, journal.now()) for each in seen)
    return {each.id: each for each in graves if each.id not in journal.book.entries}


def _is_wiped(entry: Entry | None) -> bool:
    return entry is not None and entry.state is State.WIPED


def _drafts_beside(places: Places, waiting: Iterable[Places] = ()) -> Iterator[Draft]:
    for folder in dict.fromkeys(each.drafts for each in (places, *places.otherwise_named, *waiting)):
        yield from Drafts(folder, places.disk).files().values()


def _with(book: Book, *, draft: Draft, note: Entry, before: Book, known: Entry | None) -> Book:
    """Return the book with a note of a draft, which never leaves where the draft does not, or nobody knows."""
    if known is not None:
        book = with_note(book, note, before, known.id)
        if not draft.never_leaves:
            return book
    elif note.id in book.entries:
        return book
    else:
        book = book.with_entries([note])
    return changes.mark(book, note.id, Mark.NEVER_LEAVE, True, note.newest.at)
