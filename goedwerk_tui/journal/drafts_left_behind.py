"""What was being typed where the journal was before it moved, or under another home: it comes along."""

from collections.abc import Iterator
from contextlib import suppress

import msgspec

from goedwerk_tui.base.files import WriteFailed, remove_file
from goedwerk_tui.base.places import Places
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.book import new_id
from goedwerk_tui.journal.drafts import Drafts
from goedwerk_tui.journal.journal import Journal
from goedwerk_tui.journal.records import head_id
from goedwerk_tui.journal.trouble import SaveFailed


def take_drafts_along(journal: Journal) -> None:
    """Bring the drafts of where this journal was to where it is; those of another journal stay.

    So does a draft that a sync service gave another name, as two machines wrote in it. What can't be moved, or has the
    key of one that is here, stays where it is until the next start. Only the holder of the lock may call it.
    """
    places, seal = journal.places, journal.store.seal
    if places is None or journal.read_only:
        return
    here = Drafts(places.drafts, seal=seal)
    for path, draft in here.strays().items():
        known = here.get(draft.key)
        with suppress(SaveFailed, WriteFailed):
            if known is None or known.text != draft.text:
                here.put(msgspec.structs.replace(draft, key=new_id() if known else draft.key))
            remove_file(path)
    if not places.is_own:
        return
    for before in _before(places, journal.id):
        there = Drafts(before.drafts, seal=seal)
        for draft in there.all() if before.drafts != places.drafts else ():
            if here.get(draft.key) is None:
                with suppress(SaveFailed):
                    here.put(draft)
                    there.clear(draft.key)


def _before(places: Places, journal_id: str) -> Iterator[Places]:
    """Yield the places in which this journal, and no other, was or is known by other names."""
    named = [places.usual] if places.usual else []
    for folder in {places.journal.resolve().parent, *Backups(places).earlier_folders(journal_id)}:
        there = places.with_journal(folder / places.journal.name)
        named += (there, *there.otherwise_named)
    return (each for each in (*named, *places.otherwise_named) if _was_its(each, journal_id))


def _was_its(places: Places, journal_id: str) -> bool:
    """Return whether nothing in some places is of another journal alone."""
    kept = {head_id(each) for each in places.backups_beside.glob("*.json")} - {None}
    return head_id(places.journal) in (None, journal_id) and (not kept or journal_id in kept)
