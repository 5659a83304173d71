"""What was being typed where the journal was before it moved, or under another home: it comes along."""

from collections.abc import Iterator
from contextlib import suppress

from goedwerk_tui.base.files import real_path
from goedwerk_tui.base.places import Places
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.drafts import Drafts
from goedwerk_tui.journal.journal import Journal
from goedwerk_tui.journal.records import head_id


def take_drafts_along(journal: Journal) -> None:
    """Bring the drafts of where this journal was to where it is; those of another journal stay.

    So does a draft that a sync service gave another name, as two machines wrote in it. Only the holder of the lock may
    call it.
    """
    places = journal.places
    if places is None or journal.read_only:
        return
    here = Drafts(places.drafts, seal=journal.store.seal)
    here.take_in(here.strays())
    if places.is_own:
        for before in places_of_before(places, journal.id):
            take_drafts_of(before, journal)


def take_drafts_of(there: Places, journal: Journal) -> None:
    """Bring the drafts that were made in another file of this journal.

    Args:
        there: the places of that file; nothing in them is of another journal.
        journal: the journal, of which the caller holds the lock.
    """
    if journal.places is None or there.drafts == journal.places.drafts:
        return
    seal = journal.store.seal
    Drafts(journal.places.drafts, seal=seal).take_in(Drafts(there.drafts, seal=seal).files())
    with suppress(OSError):
        there.drafts.rmdir()


def belongs_to(places: Places, journal_id: str) -> bool:
    """Return whether nothing in some places is of another journal alone."""
    kept = {head_id(each) for each in places.backups_beside.glob("*.json")} - {None}
    return head_id(places.journal) in (None, journal_id) and (not kept or journal_id in kept)


def places_of_before(places: Places, journal_id: str) -> Iterator[Places]:
    """Yield the places in which this journal, and no other, was or is known by other names."""
    named = [places.usual] if places.usual else []
    for folder in {real_path(places.journal).parent, *Backups(places).earlier_folders(journal_id)}:
        there = places.with_journal(folder / places.journal.name)
        named += (there, *there.otherwise_named)
    return (each for each in (*named, *places.otherwise_named) if belongs_to(each, journal_id))
