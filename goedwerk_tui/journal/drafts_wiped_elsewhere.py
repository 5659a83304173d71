"""What was being typed in a text that another machine wiped meanwhile."""

from collections.abc import Collection, Iterator
from contextlib import suppress

import msgspec

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import changes
from goedwerk_tui.journal.book import Book
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.journal.entry import Entry, Mark, State
from goedwerk_tui.journal.journal import Journal
from goedwerk_tui.journal.sealing import Seal
from goedwerk_tui.journal.trouble import SaveFailed
from goedwerk_tui.journal.wiped_elsewhere import note_of_draft, with_note


def keep_unseen_drafts(journal: Journal, before: Book, *, wiped_here: Collection[str] = ()) -> tuple[str, ...]:
    """Keep as notes the words of drafts that nobody saw who wiped the entry; to be called before drafts are cleared.

    Where the wiping came while the program was closed, nothing says whether the entry was ever to leave: then the
    note never does.

    Args:
        journal: the journal, in which the wiping was taken in.
        before: what it held before that.
        wiped_here: the ids of entries that the person who types here wiped, drafts and all.

    Returns:
        The ids of the notes.

    Raises:
        SaveFailed: they were not kept; the drafts are still there.
    """
    if journal.places is None or journal.read_only:
        return ()
    kept: list[str] = []
    for _, draft in _drafts_beside(journal.places, journal.store.seal):
        id = draft.entry_id or ""
        now, earlier = (book.entries.get(id) for book in (journal.book, before))
        if not _is_wiped(now) or id in wiped_here:
            continue
        known = None if _is_wiped(earlier) else earlier
        if (note := note_of_draft(draft, known)) and not _is_wiped(journal.book.entries.get(note.id)):
            journal.store.save(lambda book, note=note, known=known: _with(book, note, before, known))
            kept.append(note.id)
    return tuple(kept)


def give_up_drafts(places: Places, entry_ids: Collection[str], seal: Seal) -> tuple[tuple[Drafts, Draft], ...]:
    """Let the drafts of entries that are about to be wiped here have nothing that deserves keeping.

    A wiping that is cut short after this is then not taken for one of another machine.

    Returns:
        The drafts as they were, each with where it lies.
    """
    known = tuple(each for each in _drafts_beside(places, seal) if each[1].entry_id in entry_ids)
    for folder, draft in known:
        with suppress(SaveFailed):
            folder.put(msgspec.structs.replace(draft, base_text=draft.text))
    return known


def _is_wiped(entry: Entry | None) -> bool:
    return entry is not None and entry.state is State.WIPED


def _drafts_beside(places: Places, seal: Seal) -> Iterator[tuple[Drafts, Draft]]:
    for each in (places, *places.otherwise_named):
        drafts = Drafts(each.drafts, seal=seal)
        yield from ((drafts, draft) for draft in drafts.all())


def _with(book: Book, note: Entry, before: Book, known: Entry | None) -> Book:
    if known is not None:
        return with_note(book, note, before, known.id)
    if note.id in book.entries:
        return book
    return changes.mark(book.with_entries([note]), note.id, Mark.NEVER_LEAVE, True, note.newest.at)
