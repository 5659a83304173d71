"""Taking in another copy of the journal that a person brings."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from goedwerk_tui.base.disk import Disk
from goedwerk_tui.base.files import read_regular, real_path
from goedwerk_tui.base.journal_head import SIZE_LIMIT
from goedwerk_tui.base.places import disk_of, inboxes_beside
from goedwerk_tui.journal.backup import Why
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.book import Book
from goedwerk_tui.journal.copies import Merged, take_up_copies, what_came, with_marks
from goedwerk_tui.journal.draft_marks import mark_drafts
from goedwerk_tui.journal.drafts import Drafts
from goedwerk_tui.journal.drafts_wiped_elsewhere import keep_unseen_drafts
from goedwerk_tui.journal.entry import Entry, State
from goedwerk_tui.journal.erasure import finish_wiping, forget_last_export
from goedwerk_tui.journal.file import read_book
from goedwerk_tui.journal.file_roles import FileKind, refuse_neighbour
from goedwerk_tui.journal.inbox import read_inbox, with_waiting
from goedwerk_tui.journal.journal import Journal
from goedwerk_tui.journal.rescue import fragment_id
from goedwerk_tui.journal.restoring import begun_from
from goedwerk_tui.journal.shutting_in import Unsure
from goedwerk_tui.journal.trouble import Cause, JournalUnreadable, failing_means


def merge_file(journal: Journal, path: Path) -> Merged:
    """Merge a journal file that a person brings, as ``merge_brought`` does; that file stays as it is.

    What waits in the inbox beside it belongs to that journal, and is taken along.

    Raises:
        Trouble: the file can't be understood.
        SaveFailed: nothing was merged.
    """
    disk = disk_of(journal.places)
    book = read_brought(path, disk)
    own = real_path(journal.places.inbox) if journal.places else None
    for inbox in inboxes_beside(path, disk):
        if real_path(inbox) != own:
            book = with_waiting(book, read_inbox(inbox, disk).of(book.id).values())
    return merge_brought(journal, book, path)


def read_brought(path: Path, disk: Disk) -> Book:
    """Read a journal file that a person brings.

    Raises:
        JournalUnreadable: the file can't be understood.
        Trouble: it is another file of ours, for which there is another command.
    """
    try:
        return read_book(path, disk)
    except JournalUnreadable as trouble:
        if trouble.cause is not Cause.FILE:
            refuse_neighbour(path, read_regular(path, SIZE_LIMIT), FileKind.JOURNAL)
        raise


def is_another(journal: Journal, brought: Book) -> bool:
    """Return whether what is brought is not of this journal, and nothing of it was ever taken in.

    A journal that has nothing yet is no other.
    """
    if brought.id == journal.id or has_nothing(journal):
        return False
    known = {each.id for entry in journal.book.entries.values() for each in entry.revisions}
    return not any(each.id in known for entry in brought.entries.values() for each in entry.revisions)


def has_nothing(journal: Journal) -> bool:
    """Return whether there is no journal yet, or none any more: also nothing that knows what was ever wiped."""
    places = journal.places
    return journal.book == Book(journal.id) and places is not None and not places.journal.exists()


def _lay_fragments_aside(journal: Journal, before: Mapping[str, Entry]) -> None:
    """Put a note that was rescued as a loose text in the trash, now that the entry that it came from is back."""
    for each in [entry for id, entry in journal.book.entries.items() if id not in before]:
        note = before.get(fragment_id(each.text))
        if note is not None and note.state is State.LIVE and note.text == each.text and note.id != each.id:
            journal.trash(note.id)


def merge_brought(journal: Journal, book: Book, path: Path) -> Merged:
    """Merge what a person brought; a journal that has nothing yet becomes that one.

    What is in the journal stays; what prevails is what ``book.merge`` says. Of a backup that a journal begins with only
    what surely may leave does. The present file is kept as a backup. What was wiped in the other copy is at once gone
    from all backups here, also from that one; of what was being typed in it the words that were new become a note.

    Args:
        journal: the journal.
        book: what was brought.
        path: the file that it was read from.

    Raises:
        SaveFailed: nothing was merged.
    """
    places, book_before, unsure = journal.places, journal.book, Unsure()
    before = book_before.entries
    with failing_means("Er is niets overgenomen: in je dagboek staat wat er stond."):
        if has_nothing(journal):
            if places is not None and Backups(places).is_named_like_one(path):
                book, unsure = begun_from(book, journal.now())
            journal.store.save(lambda _: book)
        else:
            if places is not None and not journal.read_only:
                Backups(places).make(Why.BEFORE_MERGE)
            journal.merge(book)
    _lay_fragments_aside(journal, before)
    take_up_copies(journal, book_before)
    came = with_marks(journal, what_came(before, journal.book.entries, (path,)), book_before)
    of_drafts = keep_unseen_drafts(journal, book_before)
    if places is not None and not journal.read_only:
        mark_drafts(Drafts.of(places), journal.book)
    left = (*finish_wiping(journal), *(forget_last_export(journal) if came.wiped else ()))
    return msgspec.structs.replace(came, left=left, kept=(*came.kept, *of_drafts), unsure=unsure)
