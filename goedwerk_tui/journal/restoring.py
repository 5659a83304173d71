"""Putting back what is in a backup or was rescued."""

from collections.abc import Callable, Collection
from contextlib import suppress
from datetime import datetime

import msgspec
from msgspec import Struct

from goedwerk_tui.base.clock import utc_now
from goedwerk_tui.base.files import ReadFailed, WriteFailed, read_regular, real_path
from goedwerk_tui.base.places import Places
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.journal.backups import Backup, Backups, Why
from goedwerk_tui.journal.book import Book, bury, merge_entries, merge_into, revised
from goedwerk_tui.journal.copies import journals_in
from goedwerk_tui.journal.entry import Entry, State
from goedwerk_tui.journal.file import read_book, write_book
from goedwerk_tui.journal.journal import Journal
from goedwerk_tui.journal.rescue import NOTHING, Salvaged, salvage_file
from goedwerk_tui.journal.sealing import OPEN_SEAL, Seal
from goedwerk_tui.journal.storage import SIZE_LIMIT
from goedwerk_tui.journal.trouble import Cause, JournalMissing, JournalUnreadable, NoSuchEntry, SaveFailed

_DAMAGED = {Cause.EMPTY, Cause.NOT_JSON, Cause.MISSHAPEN, Cause.SEALED, Cause.ENCODED}


class Rescue(Struct, frozen=True):
    """All that can be found of a journal that can't be read."""

    salvaged: Salvaged
    """What is still whole in the file itself."""
    backup: Backup | None
    """The newest backup that can be read."""
    backed_up: Book | None
    """What is in it."""
    book: Book
    """All together: the backup, with what the file and copies beside it have."""


def is_damaged(trouble: JournalUnreadable) -> bool:
    """Return whether something else may be put in the file's place.

    Not when a newer version of the program made it, nor where there is no folder to put it in.
    """
    return trouble.folder_is_there if isinstance(trouble, JournalMissing) else trouble.cause in _DAMAGED


def find_rescue(places: Places, *, seal: Seal = OPEN_SEAL, clock: Callable[[], datetime] = utc_now) -> Rescue:
    """Look for all that is left of a journal that can't be read; nothing is touched."""
    try:
        salvaged = salvage_file(places.journal, seal=seal)
    except ReadFailed:
        salvaged = NOTHING
    backup, backed_up = _newest_readable(Backups(places, seal=seal))
    if backed_up is None:
        return Rescue(salvaged, None, None, salvaged.book(clock()))
    known = {each.text for entry in backed_up.entries.values() for each in entry.revisions}
    fragments = tuple(each for each in salvaged.fragments if each not in known)
    salvaged = msgspec.structs.replace(salvaged, fragments=fragments)
    book = merge_into(backed_up, salvaged.book(clock()))
    # A journal that was renamed, or a copy of it, may be newer than any backup.
    for path in journals_in(real_path(places.journal).parent, places.journal, backed_up.id, seal=seal):
        with suppress(JournalUnreadable):
            book = merge_into(book, read_book(path, seal))
    return Rescue(salvaged, backup, backed_up, book)


def without_wiped(places: Places, book: Book, *, seal: Seal = OPEN_SEAL) -> Book:
    """Return a backup without what was wiped, as the journal or any backup says.

    That is also where it could not be removed from its file.
    """
    entries: list[Entry] = []
    with suppress(ReadFailed):
        entries += salvage_file(places.journal, seal=seal).entries
    backups = Backups(places, seal=seal)
    for each in backups.list():
        with suppress(JournalUnreadable):
            entries += backups.read(each).entries.values()
    for each in entries:
        if each.state is State.WIPED:
            book = bury(book, {each.id: each})
    return book


def restore(journal: Journal, backup: Backup, entry_ids: Collection[str] | None = None) -> tuple[Entry, ...]:
    """Make entries what they are in a backup; what was written later stays among their revisions.

    Entries that the backup does not have stay as they are, and those that were wiped stay wiped. The present file is
    kept as a backup first.

    Args:
        journal: the journal.
        backup: the backup.
        entry_ids: which entries; None for all that were not in the trash then.

    Returns:
        The entries that were put back, as they are now.

    Raises:
        NoSuchEntry: one of them is not in the backup, or was wiped since.
        JournalUnreadable: the backup can't be understood.
        SaveFailed: nothing was put back.
    """
    if journal.places is None:
        return ()
    backups = Backups(journal.places, seal=journal.store.seal)
    earlier = backups.read(backup).entries
    for each in entry_ids or ():
        now = journal.entries.get(each)
        if each not in earlier or (now is not None and now.state is State.WIPED):
            raise NoSuchEntry(each)
    if entry_ids is None:
        chosen = [each for each in earlier.values() if each.state is State.LIVE]
    else:
        chosen = [earlier[each] for each in dict.fromkeys(entry_ids)]
    backups.make(Why.BEFORE_RESTORE)
    before = journal.book.entries
    journal.store.save(lambda book: book.with_entries(_put_back(journal, book, chosen)))
    return tuple(each for each in journal.book.entries.values() if before.get(each.id) is not each)


def replace_unreadable(places: Places, found: Book, *, seal: Seal = OPEN_SEAL) -> Backup | None:
    """Put a book in the place of a journal that can't be read, which is kept among the backups as it is.

    Returns:
        Where the unreadable file now is; None when there was no file.

    Raises:
        SaveFailed: the unreadable file could not be kept, or the new one not written; then it still stands there.
        Trouble: what stands there can be read by now, or is not to be replaced.
    """
    aside, content = None, None
    try:
        if places.journal.exists():
            _refuse_understood(places, seal)
            content = read_regular(places.journal, SIZE_LIMIT)
            aside = Backups(places, seal=seal).set_aside(places.journal, content)
        write_book(places.journal, found, seal, over=content)
    except ReadFailed as failed:
        raise SaveFailed(places.journal, failed.reason, failed.detail) from failed
    except WriteFailed as failed:
        raise SaveFailed.of(places.journal, failed) from failed
    return aside


def _refuse_understood(places: Places, seal: Seal) -> None:
    """See to it that only what is damaged is replaced: a sync service may have put back what was there before."""
    try:
        read_book(places.journal, seal)
    except JournalUnreadable as trouble:
        if not is_damaged(trouble):
            raise
        return
    raise Trouble(
        f"Het dagboek ‘{places.journal}’ kan intussen weer worden gelezen.", "Er is niets veranderd.", "Begin opnieuw."
    )


def _newest_readable(backups: Backups) -> tuple[Backup | None, Book | None]:
    for backup in backups.list():
        if backup.why is not Why.ASIDE:
            try:
                return backup, backups.read(backup)
            except JournalUnreadable:
                continue
    return None, None


def _put_back(journal: Journal, book: Book, chosen: Collection[Entry]) -> list[Entry]:
    changed: list[Entry] = []
    for each in chosen:
        now = book.entries.get(each.id)
        merged = merge_entries(now, each) if now else each
        if merged.state is State.WIPED:
            continue
        if (merged.text, merged.data, merged.state) != (each.text, each.data, State.LIVE):
            merged = revised(merged, journal.now(), each.text, each.data)
        if merged is not now:
            changed.append(merged)
    return changed
