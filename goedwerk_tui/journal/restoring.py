"""Putting back what is in a backup or was rescued."""

from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from datetime import datetime

from msgspec import Struct

from goedwerk_tui.base.clock import utc_now
from goedwerk_tui.base.files import ReadFailed, WriteFailed, read_regular, real_path
from goedwerk_tui.base.journal_head import SIZE_LIMIT
from goedwerk_tui.base.places import Places
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.journal.backup import Backup, Why
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.book import Book, bury, merge_entries, merge_into, named_by, new_id, revised, stem
from goedwerk_tui.journal.copies import journals_in
from goedwerk_tui.journal.entry import Entry, Kind, Mark, Revision, State
from goedwerk_tui.journal.file import read_book, write_book
from goedwerk_tui.journal.graves import read_graves
from goedwerk_tui.journal.index import shut_in
from goedwerk_tui.journal.journal import Journal
from goedwerk_tui.journal.last_seen import LastSeen
from goedwerk_tui.journal.rescue import NOTHING, Salvaged, fragment_id, salvage_file
from goedwerk_tui.journal.shutting_in import Unsure, shut_in_as, shut_in_unsure
from goedwerk_tui.journal.trouble import (
    Cause,
    JournalMissing,
    JournalUnreadable,
    NoSuchEntry,
    SaveFailed,
    failing_means,
)
from goedwerk_tui.journal.wiped_elsewhere import merge_with_unseen

_NOTHING_RESTORED = "Er is niets teruggezet: alles staat er zoals het stond."
_DAMAGED = {Cause.EMPTY, Cause.NOT_JSON, Cause.MISSHAPEN, Cause.SEALED, Cause.ENCODED}


class Rescue(Struct, frozen=True):
    """All that can be found of a journal that can't be read."""

    salvaged: Salvaged
    """What is still whole in the file itself."""
    loose: tuple[Entry, ...]
    """Notes of the texts in it of which it can't be told where they belong, and that stand nowhere else."""
    backup: Backup | None
    """The newest backup that can be read."""
    backed_up: Book | None
    """What is in it, as it may be put back."""
    backed_up_unsure: Unsure
    """What does not leave in that because it can't be told how it was marked last."""
    book: Book
    """All together: the backup, with what the file and copies beside it have."""
    unsure: Unsure
    """What does not leave in it because it can't be told how it was marked last."""


class Restored(Struct, frozen=True):
    """What a backup put back."""

    entries: tuple[Entry, ...] = ()
    """Those that say again what they said in it, or are no longer in the trash, as they are now."""
    versions: int = 0
    """How many others got a version by it that was lacking."""


def is_damaged(trouble: JournalUnreadable) -> bool:
    """Return whether something else may be put in the file's place.

    Not when a newer version of the program made it, nor where there is no folder to put it in.
    """
    return trouble.folder_is_there if isinstance(trouble, JournalMissing) else trouble.cause in _DAMAGED


def find_rescue(places: Places, *, clock: Callable[[], datetime] = utc_now) -> Rescue:
    """Look for all that is left of a journal that can't be read; nothing is touched.

    What was wiped stays wiped. What may have been shut in or taken off, for all that can be read of the file itself,
    does not leave: a backup or a copy may be of before that.
    """
    now = clock()
    salvaged = _salvaged(places)
    book = salvaged.book()
    backup, earlier = _newest_readable(Backups(places))
    if earlier is not None:
        earlier = _after_file(earlier, salvaged)
        book = merge_into(earlier, book)
    # A journal that was renamed, or a copy of it, may be newer than any backup.
    for path in journals_in(real_path(places.journal).parent, places.journal, book.id, places.disk):
        with suppress(JournalUnreadable):
            book = merge_into(book, read_book(path, places.disk))
    book = merge_into(book, read_graves(places, book.id), merge_with_unseen)
    loose = _loose_notes(book, salvaged, now)
    book = merge_into(book, Book(book.id, {each.id: each for each in loose}, versions=book.versions))
    found, unsure = _with_sure_marks(book, salvaged, now, loose)
    if earlier is None:
        return Rescue(salvaged, loose, backup, None, Unsure(), found, unsure)
    alone = (found, unsure) if book == earlier else _with_sure_marks(earlier, salvaged, now)
    return Rescue(salvaged, loose, backup, *alone, found, unsure)


def _with_sure_marks(
    book: Book, salvaged: Salvaged, now: datetime, loose: Collection[Entry] = ()
) -> tuple[Book, Unsure]:
    """Return what may be put in the place of a damaged file, with only those marks by which it leaves that are sure.

    Those are the ones that the file itself has: what stands in any other file may be of before the person's last word.
    """
    # A loose text may be of any piece that never leaves; of a whole one it is the marks that tell.
    unsure = [each.id for each in loose] if shut_in(book) else []
    brought: list[str] = []
    if not salvaged.all_marks:
        ids, known = [each.id for each in book.entries.values() if _may_leave(each)], salvaged.beside.marks
        unsure = [each for each in ids if (each, Mark.NEVER_LEAVE.value) not in known]
        brought = [each for each in ids if (each, Mark.BRING.value) not in known]
    return shut_in_unsure(book, unsure, brought, now, "Teruggezet toen het dagboek niet te lezen was")


def restorable(places: Places, book: Book, *, clock: Callable[[], datetime] = utc_now) -> tuple[Book, Unsure]:
    """Return a backup as it may be put in the journal's place, and what does not leave in it for being unsure.

    That is without what was wiped, as the journal or any backup says, also where it could not be removed from its file;
    and what never leaves by the journal, or may not by all that can be read of it, stays shut in.
    """
    salvaged = _salvaged(places)
    book = _after_file(book, salvaged)
    backups = Backups(places)
    for each in backups.list():
        with suppress(JournalUnreadable):
            book = _without(book, backups.read(each).entries.values())
    return _with_sure_marks(book, salvaged, clock())


def begun_from(backup: Book, now: datetime) -> tuple[Book, Unsure]:
    """Return a backup as a journal may begin with it, and what does not leave in it: its own file is out of reach."""
    return _with_sure_marks(backup, NOTHING, now)


def _salvaged(places: Places) -> Salvaged:
    try:
        return salvage_file(places.journal, places.disk)
    except ReadFailed:
        return NOTHING


def _after_file(backed_up: Book, salvaged: Salvaged) -> Book:
    """Return what is in a backup without what the later file says was wiped, and marked as that says."""
    left = _without(backed_up, salvaged.entries)
    marks = {key: each for key, each in salvaged.beside.marks.items() if each.entry in left.entries}
    return merge_into(left, Book(left.id, marks=marks, versions=left.versions))


def _without(book: Book, entries: Iterable[Entry]) -> Book:
    for each in entries:
        if each.state is State.WIPED:
            book = bury(book, {each.id: each})
    return book


def _loose_notes(book: Book, salvaged: Salvaged, now: datetime) -> tuple[Entry, ...]:
    """Return a note of each text that stands nowhere else and was not wiped; in the trash when it lay there."""
    revisions = [each for entry in book.entries.values() for each in entry.revisions]
    known = {each.text for each in revisions}
    wiped = {id for entry in book.entries.values() for id in named_by(entry)}
    states: dict[str, State] = {}
    for each in salvaged.fragments:
        if each.text not in known and (each.revision is None or stem(each.revision) not in wiped):
            lay_there = each.in_trash and states.get(each.text) is not State.LIVE
            states[each.text] = State.TRASH if lay_there else State.LIVE
    return tuple(
        Entry(fragment_id(text), Kind.NOTE, None, (Revision(new_id(), now, text, None, state),))
        for text, state in states.items()
    )


def _may_leave(entry: Entry) -> bool:
    return entry.kind is not Kind.LOG and entry.state is not State.WIPED


def restore(journal: Journal, backup: Backup, entry_ids: Collection[str] | None = None) -> Restored:
    """Make entries what they are in a backup; what was written later stays among their revisions.

    Entries that the backup does not have stay as they are, and those that were wiped stay wiped. The present file is
    kept as a backup first.

    Args:
        journal: the journal.
        backup: the backup.
        entry_ids: which entries; None for all that were not in the trash then.

    Returns:
        What was put back; the log of exports is no writing.

    Raises:
        NoSuchEntry: one of them is not in the backup, or was wiped since.
        JournalUnreadable: the backup can't be understood.
        SaveFailed: nothing was put back.
    """
    if journal.places is None:
        return Restored()
    backups = Backups(journal.places)
    backed_up = backups.read(backup)
    earlier = backed_up.entries
    for each in entry_ids or ():
        now = journal.entries.get(each)
        if each not in earlier or (now is not None and now.state is State.WIPED):
            raise NoSuchEntry(each)
    if entry_ids is None:
        chosen = [each for each in earlier.values() if each.state is State.LIVE]
    else:
        chosen = [earlier[each] for each in dict.fromkeys(entry_ids)]
    before = journal.book.entries
    ids = {each.id for each in chosen}

    def put_back(book: Book) -> Book:
        return shut_in_as(book.with_entries(_put_back(journal, book, chosen)), backed_up.marks, ids)

    with failing_means(_NOTHING_RESTORED):
        backups.make(Why.BEFORE_RESTORE)
        journal.store.save(put_back)
    changed = [
        each for each in journal.book.entries.values() if before.get(each.id) is not each and each.kind is not Kind.LOG
    ]
    entries = tuple(each for each in changed if not _reads_as(each, before.get(each.id)))
    return Restored(entries, len(changed) - len(entries))


def _reads_as(entry: Entry, before: Entry | None) -> bool:
    return before is not None and (entry.text, entry.data, entry.state) == (before.text, before.data, before.state)


def replace_unreadable(places: Places, found: Book) -> Backup | None:
    """Put a book in the place of a journal that can't be read, which is kept among the backups as it is.

    Returns:
        Where the unreadable file now is; None when there was no file.

    Raises:
        SaveFailed: the unreadable file could not be kept, or the new one not written; then it still stands there.
        Trouble: what stands there can be read by now, or is not to be replaced.
    """
    aside, content = None, None
    with failing_means(_NOTHING_RESTORED):
        try:
            if places.journal.exists():
                _refuse_understood(places)
                content = read_regular(places.journal, SIZE_LIMIT)
                aside = Backups(places).set_aside(places.journal, content)
            write_book(places.journal, found, places.disk, over=content)
            LastSeen(places, found).accept(found)
        except ReadFailed as failed:
            raise SaveFailed(places.journal, failed.reason, failed.detail) from failed
        except WriteFailed as failed:
            raise SaveFailed.of(places.journal, failed) from failed
    return aside


def _refuse_understood(places: Places) -> None:
    """See to it that only what is damaged is replaced: a sync service may have put back what was there before."""
    try:
        read_book(places.journal, places.disk)
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
