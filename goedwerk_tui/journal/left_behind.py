"""What waits where the journal was before it moved or got another name, or under another home: it comes along."""

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from goedwerk_tui.base.files import real_path
from goedwerk_tui.base.places import Places
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.journal.entry import Entry
from goedwerk_tui.journal.inbox import read_inbox
from goedwerk_tui.journal.journal import Journal
from goedwerk_tui.journal.records import head_id, ids_in


class LeftBehind(NamedTuple):
    """What waits for a journal in other places than where it is."""

    places: Places
    drafts: Mapping[Path, Draft]
    notes: Mapping[Path, Entry]
    unread: tuple[Path, ...] = ()
    """Files beside them that can't be understood, where no journal stands any more that they may be of."""


def take_drafts_along(journal: Journal) -> None:
    """Bring the drafts of where this journal was to where it is; those of another journal stay.

    So does a draft that a sync service gave another name, as two machines wrote in it. Only the holder of the lock may
    call it.
    """
    places = journal.places
    if places is None or journal.read_only:
        return
    here = Drafts.of(places)
    here.take_in(here.strays())
    for each in left_behind(places, journal.id):
        _bring(each.places, each.drafts, here)


def take_notes_along(journal: Journal) -> tuple[Entry, ...]:
    """Move what waits in the inbox into the journal, with what waits where it was before, and return what was new.

    Raises:
        SaveFailed: all of it still waits.
    """
    if journal.places is None or journal.read_only:
        return journal.take_inbox()
    before = [each for each in left_behind(journal.places, journal.id) if each.notes]
    taken = journal.take_inbox({path: note for each in before for path, note in each.notes.items()})
    for each in before:
        with suppress(OSError):
            each.places.inbox.rmdir()
    return taken


def waits(places: Places) -> bool:
    """Return whether a note waits for the journal in its inbox, or a note or a draft where it was before; cheap."""
    if any(places.inbox.glob("*.json")):
        return True
    id = head_id(places.journal, places.disk)
    return id is not None and any(each.notes or each.drafts for each in left_behind(places, id))


def take_drafts_of(there: Places, journal: Journal) -> None:
    """Bring the drafts that were made in another file of this journal.

    Args:
        there: the places of that file; nothing in them is of another journal.
        journal: the journal, of which the caller holds the lock.
    """
    if journal.places is None or there.drafts == journal.places.drafts:
        return
    _bring(there, Drafts.of(there).files_of(journal.id), Drafts.of(journal.places))


def left_behind(places: Places, journal_id: str) -> Iterator[LeftBehind]:
    """Yield what waits for a journal where it was before; what is of another journal is not among it.

    A draft and a note say themselves of which journal they are. What does not say so, of an earlier version, is its own
    where it was known by this name and nothing is of another journal alone, or where backups of it lie beside.
    """
    for there, unsigned in _places_of_before(places, journal_id):
        if there.drafts != places.drafts and there.inbox != places.inbox:
            known, inbox = Drafts.of(there), read_inbox(there.inbox, there.disk)
            drafts = known.files_of(journal_id, unsigned=unsigned)
            notes = inbox.of(journal_id, unsigned=unsigned)
            unread = () if os.path.lexists(there.journal) else (*known.unread(), *inbox.problems)
            if unsigned or drafts or notes:
                yield LeftBehind(there, drafts, notes, unread)


def belongs_to(places: Places, journal_id: str) -> bool:
    """Return whether nothing in some places is of another journal alone."""
    kept = set(ids_in(places.backups_beside, places.disk))
    return head_id(places.journal, places.disk) in (None, journal_id) and (not kept or journal_id in kept)


def _bring(there: Places, drafts: Mapping[Path, Draft], here: Drafts) -> None:
    here.take_in(drafts)
    with suppress(OSError):
        there.drafts.rmdir()


def _places_of_before(places: Places, journal_id: str) -> Iterator[tuple[Places, bool]]:
    """Yield where this journal was or is known by other names, and whether what is unsigned there is its own."""
    folders = {real_path(places.journal).parent, real_path(places.journal.parent)}
    if places.is_own:
        folders.update(Backups(places).earlier_folders(journal_id))
        named = [places.usual] if places.usual else []
        # The usual folder is never remembered.
        folders.update(real_path(each.journal.parent) for each in named)
        for folder in folders:
            there = places.with_journal(folder / places.journal.name)
            named += (there, *there.otherwise_named)
        yield from ((each, True) for each in (*named, *places.otherwise_named) if belongs_to(each, journal_id))
    for folder in folders:
        for there in places.waiting_in(folder):
            if not os.path.lexists(there.journal):
                yield there, journal_id in ids_in(there.backups_beside, there.disk)
            elif head_id(there.journal, there.disk) not in (None, journal_id):
                # Another journal has the name by now; what is known to be of this one may still be there.
                yield there, False
