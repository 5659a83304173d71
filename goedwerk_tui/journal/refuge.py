"""Where a journal goes that can't be kept at its own place: among its backups, or else in a temporary folder."""

import glob
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from goedwerk_tui.base.disk import Disk
from goedwerk_tui.base.files import WriteFailed, folder_is_there, real_path
from goedwerk_tui.base.places import Places
from goedwerk_tui.base.temporary import new_temporary_folder, temporary_folders
from goedwerk_tui.base.written_folders import WrittenFolders
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.book import Book, merge_into
from goedwerk_tui.journal.file import read_book
from goedwerk_tui.journal.records import head_id
from goedwerk_tui.journal.trouble import JournalUnreadable, SaveFailed

_REFUGE = "goedwerk-"


def keep_in_refuge(places: Places, book: Book) -> Path:
    """Keep a journal where it can be kept, when nothing can be written at its own place.

    Returns:
        Where it is: among the backups, or else in a new temporary folder that is private.

    Raises:
        SaveFailed: there is no such place.
    """
    with suppress(SaveFailed):
        if folder_is_there(places.journal.parent):
            return Backups(places).keep(book).path
    try:
        folder = new_temporary_folder(_REFUGE)
    except WriteFailed as failed:
        raise SaveFailed.of(places.journal, failed) from failed
    kept = Backups(replace(places, backups=folder, journal=folder / places.journal.name)).keep(book).path
    # Another session may have another folder for what is temporary.
    WrittenFolders(places.state).keeps(folder, book.id, begun=True)
    return kept


def in_refuge(places: Places, book: Book) -> tuple[Path, ...]:
    """Return the files in temporary folders that have of this journal what it lacks itself."""
    return tuple(each for each in refuge_files(places, book.id) if has_more(each, book, places.disk))


def has_more(path: Path, book: Book, disk: Disk) -> bool:
    """Return whether a journal file has anything that a book lacks; what can't be read has not."""
    try:
        return merge_into(book, read_book(path, disk)).entries != book.entries
    except JournalUnreadable:
        return False


def refuge_files(places: Places, journal_id: str) -> tuple[Path, ...]:
    """Return the files in temporary folders with what could not be kept with a journal at another time."""
    # Others make and remove folders there meanwhile, which ``Path.glob`` stumbles over.
    found = [
        shared / name
        for shared in temporary_folders()
        for name in sorted(glob.glob(f"{_REFUGE}*/*", root_dir=shared))  # noqa: PTH207
    ]
    for folder in _remembered(places, journal_id):
        found += sorted(folder.glob("*"))
    mine = (each for each in found if each.is_file() and head_id(each, places.disk) == journal_id)
    return tuple({real_path(each): each for each in mine}.values())


def forget_cleared(places: Places, journal_id: str) -> None:
    """Forget the temporary folders that were taken away since, by a person or by the machine.

    Of one whose own place is not there nothing is known: it may be on a disk that is away.
    """
    for folder in _remembered(places, journal_id):
        if folder_is_there(folder.parent) and not folder.exists():
            WrittenFolders(places.state).keeps_no_more(folder, journal_id)


def _remembered(places: Places, journal_id: str) -> Iterable[Path]:
    folders = WrittenFolders(places.state).keeping(journal_id) if places.is_own else ()
    return (each for each in folders if each.name.startswith(_REFUGE))
