"""Bringing back what an older file in the place of the journal's lacks, from backups."""

from contextlib import suppress

from msgspec import Struct

from goedwerk_tui.journal.backup import Why
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.book import Book, merge_entries
from goedwerk_tui.journal.entry import Entry, State
from goedwerk_tui.journal.journal import Journal
from goedwerk_tui.journal.last_seen import holds
from goedwerk_tui.journal.shutting_in import shut_in_as
from goedwerk_tui.journal.trouble import JournalUnreadable, failing_means


class BroughtBack(Struct, frozen=True):
    """What came of bringing back."""

    came: tuple[Entry, ...] = ()
    """What came back and was not there at all, as it is now."""
    versions: int = 0
    """Of how many others a version came back."""
    earlier: int = 0
    """How many of all these are of before the version that was seen last."""
    nowhere: int = 0
    """Of how many nothing stands in a backup that is not in the journal."""


def bring_back(journal: Journal) -> BroughtBack:
    """Merge from the backups all that they have of what is lacking; what is in the journal stays.

    Of what was written after the last backup an earlier version comes back. What is in no backup is lacking from then
    on without a word: nothing more can be done about it here.

    Raises:
        SaveFailed: nothing was brought back.
    """
    places, lacking, before = journal.places, dict(journal.store.lacking), journal.book.entries
    if places is None:
        return BroughtBack()
    found = _in_backups(journal)
    with failing_means("Er is niets teruggehaald: in je dagboek staat wat er stond."):
        if found.entries:
            Backups(places, clock=journal.now).make(Why.BEFORE_MERGE)
            journal.merge(found)
    journal.store.accept_older()
    now = journal.book
    came = [id for id in found.entries if now.entries[id] != before.get(id)]
    earlier = sum(not holds(now, id, lacking[id]) for id in came)
    new = tuple(now.entries[id] for id in came if id not in before)
    return BroughtBack(new, len(came) - len(new), earlier, len(lacking) - len(came))


def _in_backups(journal: Journal) -> Book:
    """Return all versions that the backups have of what is lacking, and what never leaves by them."""
    lacking, found = journal.store.lacking, Book(journal.id)
    if journal.places is None:
        return found
    backups = Backups(journal.places)
    for backup in backups.list() if lacking else ():
        with suppress(JournalUnreadable):
            book = backups.read(backup)
            its = {id: each for id, each in book.entries.items() if id in lacking and each.state is not State.WIPED}
            if book.id == journal.id:
                known = found.entries
                merged = [merge_entries(known[id], each) if id in known else each for id, each in its.items()]
                found = shut_in_as(found.with_entries(merged), book.marks, its.keys())
    return found
