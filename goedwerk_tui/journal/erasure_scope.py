"""What there is of a journal on this machine, when everything of it is to be wiped."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from goedwerk_tui.base.files import (
    folder_is_there,
    real_path,
)
from goedwerk_tui.base.folder_names import backups_of_before
from goedwerk_tui.base.places import Places, SetBy
from goedwerk_tui.base.written_folders import WrittenFolders
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.book import Book
from goedwerk_tui.journal.drafts import Drafts
from goedwerk_tui.journal.file import read_book
from goedwerk_tui.journal.graves import Kept, all_files_of
from goedwerk_tui.journal.inbox import read_inbox, read_own_inbox, with_waiting
from goedwerk_tui.journal.kept_files import (
    KeptFiles,
    find_kept_files,
    other_seats,
)
from goedwerk_tui.journal.left_behind import left_behind
from goedwerk_tui.journal.leftovers import exported_to, sweep
from goedwerk_tui.journal.machine_files import files_elsewhere, machine_files, stands_elsewhere, unsigned_files
from goedwerk_tui.journal.records import head_id
from goedwerk_tui.journal.trouble import JournalUnreadable
from goedwerk_tui.journal.wipeable import NotWiped, refuse_foreign

_OWN_FOLDER = "goedwerk"


class WhatGoes(NamedTuple):
    """What there is of a journal, and what is out of reach of it."""

    files: Sequence[Path]
    folders: Sequence[Path]
    """Those that are ours, or were used; each goes when nothing of others is in it."""
    left: Sequence[Path]
    unseen: tuple[Path, ...]
    others: tuple[Path, ...]
    away: tuple[Path, ...]


def what_goes(places: Places, journal_id: str | None) -> WhatGoes:
    """Look for every file of ours; nothing goes but what a killed process left half-written."""
    known = _known(places, journal_id)
    swept = sweep(places, known.entries.values())
    kept = KeptFiles() if journal_id is None else find_kept_files(places, journal_id)
    backups = [each.path for each in Backups(places).list() if each.path not in kept.uncertain]
    files = [each for each in backups if journal_id is not None or each.parent in places.backup_folders]
    files += kept.files
    # What is not understood may be a person's words too, but behind a link it may be anything.
    for folder in (places.inbox, places.drafts):
        files += () if folder.is_symlink() else folder.glob("*.json")
    before = () if journal_id is None else tuple(left_behind(places, journal_id))
    beside = places.otherwise_named if journal_id is None else kept.waiting[1:]
    for each in (places, *beside):
        files += read_inbox(each.inbox, each.disk).entries
        files += Drafts(each.drafts, each.disk).files()
    files += (path for each in before for path in (*each.notes, *each.drafts))
    # Two journals in one folder may have swapped names.
    notes = read_inbox(places.inbox, places.disk).entries.keys() - read_own_inbox(places).entries.keys()
    of_neighbours = {*notes, *Drafts.of(places).of_neighbours()}
    files = [each for each in files if each not in of_neighbours]
    real = real_path(places.journal)
    theirs = head_id(real, places.disk)
    others = (real,) if journal_id is not None and theirs not in (None, journal_id) else ()
    unknown = _unknown(places)
    if others:
        files = [each for each in files if head_id(each, places.disk) != theirs]
    elif not unknown:
        files += [real, places.journal]
    gone = (each.places for each in before if head_id(each.places.journal, places.disk) in (None, journal_id))
    files += _of_this_machine(places, gone, known)
    files += _remembered(places, journal_id)
    unread = (path for each in before for path in each.unread)
    left = [*swept.left, *kept.uncertain, *unknown, *away(places), *unread]
    if journal_id is None:
        # Without it nothing there can be told from what belongs to others.
        left += (each for each in backups if each not in files)
        left += (each.backups for each in places.otherwise_named if each.backups.is_dir())
    own = (places.inbox, places.drafts, places.backups_beside)
    used = {each.parent for each in files}
    theirs_too = (
        f for each in (*beside, *(each.places for each in before)) for f in (each.inbox, each.drafts, each.backups)
    )
    shared = (places.config, places.journal.parent)
    # Those that stand in another go before it.
    of_backups = Backups(places).folders_of_backups(places.backup_folders)
    may_be_of_others = (*theirs_too, *backups_of_before(places.journal))
    folders = [*(each for each in may_be_of_others if each in used), *reversed(of_backups), *own]
    folders += (each.parent for each in kept.refuges)
    for seat in other_seats(places, journal_id):
        there = what_goes(seat, journal_id)
        files += there.files
        folders += there.folders
        left += (*there.left, *there.others)
    around = _of_the_home(places) if places.is_own else _written_down(places, journal_id, known)
    files += around[0]
    folders += around[1]
    folders += (places.state, *(each for each in shared if each.name == _OWN_FOLDER))
    return WhatGoes(files, folders, left, swept.unseen, others, kept.away)


def _of_this_machine(places: Places, before: Iterable[Places], known: Book) -> Iterable[Path]:
    """Yield what this machine keeps of a journal; the words that were replaced in the last export are among it."""
    kept = (*map(machine_files, (places, *before)), *files_elsewhere(places, known))
    return (path for each in kept for path in each)


def _remembered(places: Places, journal_id: str | None) -> Iterable[Path]:
    """Return what is remembered of a journal by its id."""
    if journal_id is None:
        return [path for kept in Kept for path in places.state.glob(f"*.{kept}")]
    return all_files_of(places, journal_id)


def _of_the_home(places: Places) -> tuple[Sequence[Path], Sequence[Path]]:
    """Return the files and folders of the program itself that tell of its person."""
    files, folders = [places.settings, places.names, places.fault_report], list[Path]()
    files += unsigned_files(places)
    for folder in WrittenFolders(places.state).folders():
        files += folder.glob("*")
        folders += (folder, folder.parent)
    copies = sorted(_below(places.content_copies), reverse=True)
    files += (each for each in copies if not _is_folder(each))
    folders += filter(_is_folder, copies)
    return files, folders


def _written_down(places: Places, journal_id: str | None, known: Book) -> tuple[Sequence[Path], Sequence[Path]]:
    """Return what tells where a journal was that was named for once, or where something of it was written."""
    if journal_id is not None and stands_elsewhere(places, journal_id):
        return (), ()
    written = WrittenFolders(places.state)
    return written.only_of(journal_id, exported_to(known.entries.values())), (written.folder,)


def _below(folder: Path) -> Iterable[Path]:
    """Return a folder and all that is in it, whatever a link leads to left out."""
    return (folder, *folder.rglob("*")) if _is_folder(folder) else ()


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _unknown(places: Places) -> tuple[Path, ...]:
    """Return what stands in the journal's place and is not to be wiped; none when it is a journal."""
    try:
        refuse_foreign(places)
    except NotWiped:
        return (places.journal,)
    return ()


def _known(places: Places, journal_id: str | None) -> Book:
    """Return the journal with what waits for it; where it can't be read, what is remembered elsewhere must do."""
    try:
        book = read_book(places.journal, places.disk)
    except JournalUnreadable:
        book = Book(journal_id or "")
    return with_waiting(book, read_own_inbox(places).entries.values())


def away(places: Places | None) -> Iterable[Path]:
    """Return what was chosen on a disk that is not connected now."""
    if places is None:
        return
    if places.backups != places.backups_beside and not folder_is_there(places.backups):
        yield places.backups
    if places.journal_set_by is not SetBy.PROGRAM and not folder_is_there(places.journal.parent):
        yield places.journal
