"""Wiping: what a person wants gone is gone, from every file that is ours."""

import re
import shutil
from collections.abc import Collection, Iterable
from pathlib import Path

import msgspec
from msgspec import Struct

from goedwerk_tui.base.files import ReadFailed, WriteFailed, folder_is_there, read_regular, remove_file
from goedwerk_tui.base.places import Places, SetBy, synced_by
from goedwerk_tui.base.written_folders import WrittenFolders
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.book import bury
from goedwerk_tui.journal.copies import find_copies, journals_in
from goedwerk_tui.journal.drafts import Drafts
from goedwerk_tui.journal.entry import Entry, State
from goedwerk_tui.journal.file import read_book, write_book
from goedwerk_tui.journal.inbox import read_inbox
from goedwerk_tui.journal.journal import Journal
from goedwerk_tui.journal.leftovers import Swept, sweep
from goedwerk_tui.journal.lock import machine_files
from goedwerk_tui.journal.records import head_id
from goedwerk_tui.journal.sealing import OPEN_SEAL, Seal
from goedwerk_tui.journal.storage import SIZE_LIMIT
from goedwerk_tui.journal.trash_days import long_enough
from goedwerk_tui.journal.trouble import JournalUnreadable, NoSuchEntry, SaveFailed

_BEGINNING = 24
_ID = re.compile(rb'"id"\s*:\s*"([^"]{1,200})"')
_OWN_FOLDER = "goedwerk"
ELSEWHERE = (
    "Wat je eerder exporteerde of kopieerde, reservekopieën die je computer zelf maakt en resten op de schijf"
    " kan dit programma niet wissen."
)


class Wiped(Struct, frozen=True):
    """What was wiped, and what was out of reach."""

    entries: tuple[str, ...]
    """The ids of the entries whose text is gone."""
    left: tuple[Path, ...]
    """Files of ours in which the text may still stand, as they could not be read or written."""
    elsewhere: str
    """In Dutch, what no program can reach from here."""
    unseen: tuple[Path, ...] = ()
    """Folders that are not there now, in which the text may stand in a file that was left half-written."""
    others: tuple[Path, ...] = ()
    """Journals that something else put in the place of the one that was wiped; they are as they were."""


def out_of_reach(places: Places | None) -> str:
    """Return, in Dutch, what no wiping from here can reach."""
    service = synced_by(places.journal) if places else None
    if service is None:
        return ELSEWHERE
    return f"{ELSEWHERE} {service} kan oudere versies van je dagboek bewaren; wis die daar."


def wipe(journal: Journal, entry_ids: Collection[str]) -> Wiped:
    """Remove entries for good: from the journal, its revisions, drafts, inbox, copies and all backups.

    A tombstone without text stays, so that a copy elsewhere does not bring them back. Doing it again finishes what was
    cut short.

    Raises:
        NoSuchEntry: one of them is not in the journal.
        SaveFailed: the journal could not be saved; nothing was wiped.
    """
    journal.take_inbox()
    for each in entry_ids:
        if each not in journal.entries:
            raise NoSuchEntry(each)
    beginnings = _beginnings(journal.entries[each] for each in entry_ids)
    now = journal.now()
    journal.store.save(lambda book: bury(book, entry_ids, now))
    journal.forget_folded(entry_ids)
    left = (*_scrub(journal, set(entry_ids), beginnings), *forget_last_export(journal.places), *_away(journal.places))
    swept = sweep(journal.places, journal.book.entries.values()) if journal.places else Swept()
    return Wiped(tuple(entry_ids), (*left, *swept.left), out_of_reach(journal.places), swept.unseen)


def forget_last_export(places: Places | None) -> tuple[Path, ...]:
    """Forget which words were replaced in the last export: they may be among what was wiped. Returns what is left."""
    path = machine_files(places).last_export if places else None
    return () if path is None or not path.exists() or _removed(path) else (path,)


def finish_wiping(journal: Journal) -> tuple[Path, ...]:
    """Remove from drafts, inbox, copies and backups what was wiped from the journal, here or on another machine.

    Returns:
        The files that could not be read or written.
    """
    wiped = {each.id for each in journal.book.entries.values() if each.state is State.WIPED}
    return _scrub(journal, wiped) if wiped else ()


def empty_trash(journal: Journal) -> Wiped:
    """Wipe what has been in the trash for long enough; to be called once at a start.

    Raises:
        SaveFailed: the journal could not be saved; nothing was wiped.
        WriteFailed: how long it was there could not be kept; nothing was wiped.
    """
    if journal.places is None:
        return Wiped((), (), "")
    trash = journal.newest_first(state=State.TRASH)
    expired = long_enough(machine_files(journal.places).trash_days, trash, journal.now())
    return wipe(journal, [each.id for each in expired]) if expired else Wiped((), (), "")


def wipe_everything(places: Places, *, journal_id: str | None = None, seal: Seal = OPEN_SEAL) -> Wiped:
    """Remove every file of ours; to be called when the journal is closed.

    Of a journal that is not one's own the settings stay, since they are about another. Files of others in the same
    folders stay; a folder that a person chose stays too.

    Args:
        places: where everything lives.
        journal_id: the journal's id, to find the copies beside it.
        seal: as the journal was opened with.
    """
    swept = sweep(places, _logged(places, seal))
    doomed: list[Path] = []
    if journal_id is not None:
        doomed += find_copies(places, journal_id, seal=seal) if places.journal.exists() else ()
    doomed += _among_backups(places, journal_id, seal)
    for folder in (places.inbox, places.drafts):
        doomed += folder.glob("*.json")
    for each in places.otherwise_named:
        doomed += read_inbox(each.inbox, seal).entries
        doomed += Drafts(each.drafts, seal=seal).files()
    real = places.journal.resolve()
    theirs = head_id(real)
    others = (real,) if journal_id is not None and theirs not in (None, journal_id) else ()
    if others:
        doomed = [each for each in doomed if head_id(each) != theirs]
    else:
        doomed += [real, places.journal]
    doomed += machine_files(places)
    if places.is_own:
        doomed += [places.settings, places.fault_report]
    left = [*swept.left, *(path for path in doomed if not _removed(path))]
    if journal_id is None:
        # Without it nothing there can be told from what belongs to others.
        left += (each.backups for each in places.otherwise_named if each.backups.is_dir())
    if places.is_own:
        left += WrittenFolders(places.state).forget()
        shutil.rmtree(places.content_copies, ignore_errors=True)
    left += _away(places)
    if earlier := _left_behind(places, journal_id):
        left += wipe_everything(earlier, journal_id=journal_id, seal=seal).left
    own = (places.inbox, places.drafts, places.backups_beside, places.state)
    shared = (places.config, places.journal.parent)
    emptied = {each.parent for each in doomed}
    theirs_too = (f for each in places.otherwise_named for f in (each.inbox, each.drafts, each.backups))
    used = (each for each in theirs_too if each in emptied)
    for folder in (*own, *used, *(each for each in shared if each.name == _OWN_FOLDER)):
        _remove_empty(folder)
    return Wiped((), tuple(left), out_of_reach(places), swept.unseen, others)


def _logged(places: Places, seal: Seal) -> Collection[Entry]:
    """Return the entries of the journal, or none when it can't be read: what is remembered elsewhere must do then."""
    try:
        return read_book(places.journal, seal).entries.values()
    except JournalUnreadable:
        return ()


def _away(places: Places | None) -> Iterable[Path]:
    """Return what was chosen on a disk that is not connected now."""
    if places is None:
        return
    if places.backups != places.backups_beside and not folder_is_there(places.backups):
        yield places.backups
    if places.journal_set_by is not SetBy.PROGRAM and not folder_is_there(places.journal.parent):
        yield places.journal


def _beginnings(entries: Iterable[Entry]) -> tuple[bytes, ...]:
    """Return how the texts of entries begin, as they stand in a file: enough to be known by in one that is damaged."""
    texts = (each.text.strip()[:_BEGINNING] for entry in entries for each in entry.revisions)
    return tuple(msgspec.json.encode(each)[1:-1] for each in texts if len(each) == _BEGINNING)


def _scrub(journal: Journal, wiped: set[str], beginnings: tuple[bytes, ...] = ()) -> tuple[Path, ...]:
    places, seal = journal.places, journal.store.seal
    if places is None:
        return ()
    left: list[Path] = []
    for path in _copies_and_backups(places, journal.id, seal):
        try:
            content = read_regular(path, SIZE_LIMIT)
            if seal is not OPEN_SEAL or _may_hold(content, wiped) or any(each in content for each in beginnings):
                book = read_book(path, seal)
                write_book(path, bury(book, wiped, journal.now()), seal, over=content)
        except (ReadFailed, JournalUnreadable, WriteFailed):
            left.append(path)
    for each in (places, *places.otherwise_named):
        left += _scrub_waiting(each, wiped, seal)
    return tuple(left)


def _scrub_waiting(places: Places, wiped: set[str], seal: Seal) -> Iterable[Path]:
    """Remove what waits to come into the journal, and yield what could not be removed."""
    for path, entry in read_inbox(places.inbox, seal).entries.items():
        if entry.id in wiped and not _removed(path):
            yield path
    drafts = Drafts(places.drafts, seal=seal)
    for draft in drafts.all():
        if draft.entry_id in wiped:
            try:
                drafts.clear(draft.key)
            except SaveFailed:
                yield places.drafts


def _copies_and_backups(places: Places, journal_id: str, seal: Seal) -> Iterable[Path]:
    yield from find_copies(places, journal_id, seal=seal)
    yield from _among_backups(places, journal_id, seal)
    if earlier := _left_behind(places, journal_id):
        yield earlier.journal
        yield from _copies_and_backups(earlier, journal_id, seal)


def _among_backups(places: Places, journal_id: str | None, seal: Seal) -> tuple[Path, ...]:
    """Return the backups, also under the names that a sync service or a strange clock gave them."""
    found = [each.path for each in Backups(places, seal=seal).list()]
    if journal_id is not None:
        others = (each.backups for each in places.otherwise_named)
        for folder in (*places.backup_folders, *others):
            found += journals_in(folder, places.journal, journal_id, seal=seal)
    return tuple(dict.fromkeys(found))


def _left_behind(places: Places, journal_id: str | None) -> Places | None:
    """Return the usual places, when the journal moved away from there for good and its file was left."""
    usual = places.usual if places.is_own else None
    return usual if usual and journal_id is not None and head_id(usual.journal) == journal_id else None


def _may_hold(content: bytes, wiped: set[str]) -> bool:
    """Return whether one of these entries stands in a file otherwise than as a tombstone."""
    ids = {each.encode() for each in wiped}
    for found in _ID.finditer(content):
        if found[1] in ids:
            end = content.find(b"\n", found.end())
            line = content[content.rfind(b"\n", 0, found.start()) + 1 : end if end >= 0 else len(content)]
            if b'"wiped"' not in line:
                return True
    return False


def _removed(path: Path) -> bool:
    try:
        remove_file(path)
    except WriteFailed:
        return False
    return True


def _remove_empty(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:
        # Something of somebody else is in it, or it was not there.
        return
