"""Which files can hold the words of a journal, wherever the settings point now. Nobody else decides that."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from goedwerk_tui.base.files import folder_is_there, real_path
from goedwerk_tui.base.places import Places
from goedwerk_tui.base.written_folders import WrittenFolders
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.copies import find_copies, journals_beside, journals_in
from goedwerk_tui.journal.left_behind import belongs_to, left_behind
from goedwerk_tui.journal.records import head_id
from goedwerk_tui.journal.refuge import refuge_files


class KeptFiles(Struct, frozen=True):
    """What there is of a journal besides its own file."""

    files: tuple[Path, ...] = ()
    """Copies, backups, what was set aside, and the journal where it was before it moved."""
    waiting: tuple[Places, ...] = ()
    """Places whose inbox and drafts belong to it, those of a copy beside it among them."""
    away: tuple[Path, ...] = ()
    """Folders in which it or its backups were, and that are not there now."""
    refuges: tuple[Path, ...] = ()
    """Those of the files that stand in a temporary folder of their own."""
    seats: tuple[Places, ...] = ()
    """Where the journal was before, or went on for once, and still is."""
    uncertain: tuple[Path, ...] = ()
    """Files in a folder of before that are named like its backups, and don't say of which journal they are."""


def find_kept_files(places: Places, journal_id: str) -> KeptFiles:
    """Return all that may hold words of a journal, besides its own file."""
    backups = Backups(places)
    earlier = backups.earlier_folders(journal_id)
    copies = find_copies(places, journal_id) if places.journal.exists() else ()
    files = [*copies, *(each.path for each in backups.list())]
    of_copies = (each for each in map(places.with_journal, copies) if belongs_to(each, journal_id))
    waiting = [places, *places.otherwise_named, *of_copies]
    for each in copies:
        files += journals_in(places.with_journal(each).backups_beside, places.journal, journal_id, places.disk)
    folders = (*places.backup_folders, *(each.backups for each in places.otherwise_named), *earlier)
    nested = backups.folders_of_backups(folders)
    for folder in (*folders, *nested):
        files += journals_in(folder, places.journal, journal_id, places.disk)
    # What was typed in a backup that was opened as a journal waits beside it.
    for folder in (*places.backup_folders, *earlier, *nested):
        waiting += (each for each in places.waiting_in(folder) if backups.is_named_like_one(each.journal))
    for each in left_behind(places, journal_id):
        files += journals_in(each.places.backups_beside, places.journal, journal_id, places.disk)
    refuges = refuge_files(places, journal_id) if places.is_own else ()
    files += refuges
    seats = other_seats(places, journal_id)
    for seat in seats:
        there = find_kept_files(seat, journal_id)
        files += [seat.journal, *there.files]
        waiting += there.waiting
    uncertain = [each for each in files if each.parent in earlier and head_id(each, places.disk) is None]
    return KeptFiles(
        tuple(dict.fromkeys(each for each in files if each not in uncertain)),
        tuple(waiting),
        tuple(each for each in earlier if not folder_is_there(each)),
        refuges,
        seats,
        tuple(uncertain),
    )


def other_seats(places: Places, journal_id: str | None) -> tuple[Places, ...]:
    """Return the places where the journal that opens by itself was before, or went on for once, and still is."""
    if not places.is_own or journal_id is None:
        return ()
    return tuple({real_path(each.journal): each for each in _seats(places, journal_id)}.values())


def linked_elsewhere(places: Places, journal_id: str | None) -> tuple[Path, ...]:
    """Return the journal and those of its files that have a name in another folder too: what stands there stays."""
    kept = () if journal_id is None else find_kept_files(places, journal_id).files
    return tuple(each for each in (real_path(places.journal), *kept) if _has_other_names(each))


def forget_empty_folders(places: Places, journal_id: str) -> None:
    """Forget the folders of before in which nothing of the journal is left, or waits for it."""
    backups = Backups(places)
    still = {real_path(places.journal).parent, *(each.path.parent for each in backups.list())}
    still.update(each.places.journal.parent for each in left_behind(places, journal_id) if each.drafts or each.notes)
    for folder in backups.earlier_folders(journal_id):
        if not folder_is_there(folder) or folder in still:
            continue
        if not journals_in(folder, places.journal, journal_id, places.disk):
            WrittenFolders(places.state).keeps_no_more(folder, journal_id)


def _seats(places: Places, journal_id: str) -> Iterator[Places]:
    if places.usual is not None and head_id(places.usual.journal, places.disk) == journal_id:
        yield dataclasses.replace(places.usual, is_own=False)
    for path in journals_beside(places, journal_id):
        if path not in map(real_path, places.opening_by_themselves):
            yield places.with_journal(path)
    backups, real = Backups(places), real_path(places.journal)
    for folder in backups.earlier_folders(journal_id):
        for path in journals_in(folder, real, journal_id, places.disk) if folder != real.parent else ():
            if not backups.is_named_like_one(path):
                yield places.with_journal(path)


def _has_other_names(path: Path) -> bool:
    try:
        found = path.stat()
        here = (each for each in path.parent.iterdir() if not each.is_symlink()) if found.st_nlink > 1 else ()
        return found.st_nlink > 1 and found.st_nlink > sum(each.samefile(path) for each in here)
    except OSError:
        return False
