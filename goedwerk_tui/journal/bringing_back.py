"""Bringing back what an older file in the place of the journal's lacks, from backups."""

from contextlib import suppress

from goedwerk_tui.journal.backup import Why
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.book import Book, merge_entries
from goedwerk_tui.journal.entry import Entry
from goedwerk_tui.journal.journal import Journal
from goedwerk_tui.journal.last_seen import holds
from goedwerk_tui.journal.shutting_in import shut_in_as
from goedwerk_tui.journal.trouble import JournalUnreadable, failing_means


def bring_back(journal: Journal) -> tuple[Entry, ...]:
    """Merge from the backups what is lacking, with all versions of it; what is in the journal stays.

    What is in no backup is lacking from then on without a word: nothing more can be done about it here.

    Returns:
        What came back, as it is now.

    Raises:
        SaveFailed: nothing was brought back.
    """
    places, found = journal.places, _in_backups(journal)
    if places is None:
        return ()
    with failing_means("Er is niets teruggehaald: in je dagboek staat wat er stond."):
        if found.entries:
            Backups(places, clock=journal.now).make(Why.BEFORE_MERGE)
            journal.merge(found)
    journal.store.accept_older()
    return tuple(journal.entries[id] for id in found.entries)


def _in_backups(journal: Journal) -> Book:
    """Return what the backups have of what is lacking, and never leaves by them."""
    lacking, found = dict(journal.store.lacking), Book(journal.id)
    if journal.places is None:
        return found
    backups = Backups(journal.places)
    for backup in backups.list() if lacking else ():
        with suppress(JournalUnreadable):
            book = backups.read(backup)
            here = [id for id, last in lacking.items() if book.id == journal.id and holds(book, id, last)]
            its = {id: book.entries[id] for id in here}
            known = found.entries
            merged = [merge_entries(known[id], each) if id in known else each for id, each in its.items()]
            found = shut_in_as(found.with_entries(merged), book.marks, its.keys())
            for id in here:
                del lacking[id]
    return found
