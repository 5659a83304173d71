"""Earlier states of the journal, each a file of its own that was read back after it was written."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from goedwerk_tui.base.clock import local, utc_now
from goedwerk_tui.base.files import (
    ReadFailed,
    Reason,
    WriteFailed,
    atomic_write,
    folder_is_there,
    make_private_folder,
    read_regular,
    real_path,
    remove_file,
)
from goedwerk_tui.base.folder_names import backups_of_before
from goedwerk_tui.base.journal_head import SIZE_LIMIT
from goedwerk_tui.base.places import Places
from goedwerk_tui.base.written_folders import WrittenFolders
from goedwerk_tui.journal.backup import Backup, BackupDifference, Why, difference
from goedwerk_tui.journal.book import Book
from goedwerk_tui.journal.file import book_as_bytes, read_book
from goedwerk_tui.journal.records import head_id, ids_in
from goedwerk_tui.journal.retention import THINNED, expired
from goedwerk_tui.journal.trouble import JournalUnreadable, SaveFailed

_MOMENT = "%Y%m%dT%H%M%S%fZ"


def _moment(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, _MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return None


def _newest_first(backups: Iterable[Backup]) -> tuple[Backup, ...]:
    return tuple(sorted(backups, key=lambda each: (each.at, each.path.name), reverse=True))


class Backups:
    """The backups of one journal: in the folder that a person chose, beside the journal, and where they were before.

    A chosen folder that is not there, or refuses, is never made; what it should have got then goes beside the journal,
    and moves when the folder is back. What is in a folder that was chosen before stays there, is listed and can be put
    back, and counts for nothing else.
    """

    def __init__(self, places: Places, *, clock: Callable[[], datetime] = utc_now) -> None:
        """Touch nothing yet."""
        self._journal = places.journal
        self._folders = places.backup_folders
        self._places = places
        self._disk = places.disk
        self._clock = clock
        stem, suffix = re.escape(places.journal.stem), re.escape(places.journal.suffix)
        whys = "|".join(Why)
        ending = rf"-(\d{{8}}T\d{{12}}Z)-({whys})(?:-.*)?{suffix}"
        self._name = re.compile(f"{stem}{ending}", re.DOTALL)
        self._any_name = re.compile(f".*{ending}", re.DOTALL)

    def list(self) -> tuple[Backup, ...]:
        """Return every backup, newest first."""
        own = head_id(self._journal, self._disk)
        folders = (*self._folders, *self.earlier_folders(own))
        found = self._listed((*folders, *self.folders_of_backups(folders)), own)
        return _newest_first((*found, *self._of_before(folders, own)))

    def _of_before(self, known: Collection[Path], own: str | None) -> Iterable[Backup]:
        """Yield those in the folder that earlier versions gave to several files; each is of the one with its ending."""
        before = (each for each in backups_of_before(self._journal) if each not in known)
        return (each for each in self._found(before, own) if each.path.suffix == self._journal.suffix)

    def folders_of_backups(self, folders: Iterable[Path]) -> tuple[Path, ...]:
        """Return the folders that went with backups, in which 1.0.0 wrote when one was opened as a journal."""
        found: list[Path] = []
        for folder in folders:
            for each in sorted(folder.glob("*.reservekopieen")):
                if self._any_name.fullmatch(f"{each.stem}{self._journal.suffix}") and each.is_dir():
                    found += (each, *self.folders_of_backups((each,)))
        return tuple(found)

    def earlier_folders(self, journal_id: str | None) -> tuple[Path, ...]:
        """Return the other folders in which this journal or its backups are known to have been; some may be away."""
        if not self._places.is_own:
            return ()
        now = {real_path(each) for each in self._folders}
        known = (*WrittenFolders(self._places.state).keeping(journal_id), *self._left_in_the_home(journal_id))
        return tuple(each for each in known if each not in now)

    def _left_in_the_home(self, journal_id: str | None) -> Iterable[Path]:
        """Yield the usual folder, which is never remembered, when this journal stood there before its file moved."""
        if self._places.usual is None or journal_id is None:
            return
        usual = self._places.usual.backups_beside
        if journal_id in ids_in(usual, self._disk):
            yield real_path(usual)

    def is_named_like_one(self, path: Path) -> bool:
        """Return whether a file is called as a backup is, whatever the journal was called then."""
        return self._any_name.fullmatch(path.name) is not None

    def remember_folders(self) -> None:
        """Remember where this journal and its backups are now, whatever the settings say later."""
        WrittenFolders(self._places.state).take_back()
        for folder in (real_path(self._journal).parent, *self._folders):
            if folder_is_there(folder):
                self._remember(folder)

    def read(self, backup: Backup) -> Book:
        """Return what is in a backup.

        Raises:
            JournalUnreadable: it can't be understood.
        """
        return read_book(backup.path, self._disk)

    def rotate(self) -> Backup | None:
        """Make the backup of today, when there is none yet and something changed, and remove those of too long ago.

        One with nothing in it, from before something was written, counts for none, and neither does one that can't be
        read; that one is left where it is.

        Of the last seven days and of the last eight weeks on which there was something new, one is kept.

        Returns:
            The backup; None when none was needed.

        Raises:
            JournalUnreadable: the journal can't be understood; no backup is removed then.
            SaveFailed: the backup could not be written or did not read back; no backup is removed then.
        """
        self.gather()
        days = [each for each in self._own() if each.why is Why.DAY]
        today = local(self._clock()).date()
        made = None
        if not self._journal.exists() or any(local(each.at).date() == today and self._holds(each) for each in days):
            return None
        content = self._understood()
        if not days or self._plain(days[0].path) != self._disk.unsealed(content):
            made = self._write(content, Why.DAY)
        self._remove_old(made)
        return made

    def newest(self) -> Book | None:
        """Return what is in the newest backup of a day of this journal; None when there is none that can be read."""
        for each in self._own():
            if each.why is Why.DAY:
                with suppress(JournalUnreadable):
                    return self.read(each)
        return None

    def make(self, why: Why) -> Backup | None:
        """Make a backup before something drastic; None when there is no journal yet.

        Raises:
            JournalUnreadable: the journal can't be understood.
            SaveFailed: the backup could not be written or did not read back.
        """
        return self._write(self._understood(), why) if self._journal.exists() else None

    def keep_original(self) -> Backup:
        """Keep the journal as an older version of the program left it, byte for byte; once is enough.

        Raises:
            SaveFailed: it could not be kept.
        """
        try:
            content = read_regular(self._journal, SIZE_LIMIT)
        except ReadFailed as failed:
            raise SaveFailed(self._journal, failed.reason, failed.detail) from failed
        for each in self.list():
            if each.why is Why.OLDER_VERSION and self._plain(each.path) == self._disk.unsealed(content):
                return each
        return self._write(content, Why.OLDER_VERSION)

    def keep(self, book: Book) -> Backup:
        """Keep what is in memory.

        Raises:
            SaveFailed: it could not be written or did not read back.
        """
        return self._write(book_as_bytes(book, self._disk), Why.MEMORY)

    def set_aside(self, path: Path, content: bytes) -> Backup:
        """Keep a file, as it is, under its own name among the backups.

        Raises:
            SaveFailed: it could not be written or did not read back.
        """
        return self._write(content, Why.ASIDE, f"-{path.stem[:60]}")

    def compare(self, backup: Backup, book: Book) -> BackupDifference:
        """Return what restoring a backup would change.

        Raises:
            JournalUnreadable: the backup can't be understood.
        """
        return difference(self.read(backup), book)

    def without_moment(self) -> tuple[Path, ...]:
        """Return files that are called like a backup, but of no moment that ever was; they are left as they are."""
        named = ((path, self._any_name.fullmatch(path.name)) for folder in self._folders for path in folder.glob("*"))
        return tuple(sorted(path for path, found in named if found and _moment(found[1]) is None))

    def displaced(self) -> tuple[Backup, ...]:
        """Return the backups of a day that wait beside the journal until the chosen folder is back, newest first."""
        beside = [each for each in self._here() if each.path.parent != self._folders[0]]
        return tuple(each for each in beside if each.why is Why.DAY)

    def gather(self) -> tuple[Path, ...]:
        """Move what is in other folders than the chosen one to it, when it is there.

        Returns:
            What could not be moved; it is still found where it is.
        """
        chosen = self._folders[0]
        if not folder_is_there(chosen):
            return ()
        left: list[Path] = []
        for each in self._here():
            if each.path.parent != chosen:
                try:
                    self.take(each)
                    remove_file(each.path)
                except (ReadFailed, SaveFailed, WriteFailed):
                    left.append(each.path)
        return tuple(left)

    def take(self, backup: Backup) -> Path:
        """Copy a backup that is elsewhere into the chosen folder, as it is, and return where it stands there.

        Raises:
            ReadFailed: it can't be read.
            SaveFailed: it could not be written or did not read back.
        """
        self._remember(self._folders[0])
        return self._write_in(self._folders[0] / backup.path.name, read_regular(backup.path, SIZE_LIMIT))

    def _holds(self, backup: Backup) -> bool:
        """Return whether there is anything in a backup that can be read."""
        try:
            return bool(self.read(backup).entries)
        except JournalUnreadable:
            return False

    def _is_whole(self, backup: Backup) -> bool:
        """Return whether a backup is JSON from its beginning to its end; reading all of each would delay the start."""
        try:
            msgspec.json.decode(self._plain(backup.path) or b"", type=msgspec.Raw)
        except msgspec.DecodeError:
            return False
        return True

    def _own(self) -> Sequence[Backup]:
        """Return those of the journal that is here now, newest first: another may have stood in its place before."""
        own = head_id(self._journal, self._disk)
        return [each for each in self._here() if head_id(each.path, self._disk) in (None, own)]

    def _here(self) -> Sequence[Backup]:
        """Return the backups where they belong now, newest first."""
        return self._listed(self._folders, head_id(self._journal, self._disk))

    def _listed(self, folders: Sequence[Path], own: str | None) -> tuple[Backup, ...]:
        return _newest_first(self._found(folders, own if len(folders) > 1 else None))

    def _found(self, folders: Iterable[Path], own: str | None) -> Iterable[Backup]:
        for folder in folders:
            for path in folder.glob("*"):
                named = self._named(path, own)
                if named and (at := _moment(named[1])):
                    yield Backup(path, at, Why(named[2]))

    def _named(self, path: Path, own: str | None) -> re.Match[str] | None:
        """Return the parts of a backup's name, or None for what is none of ours.

        A folder that was chosen may serve other journals as well, and this one from when it had another name: with
        ``own``, the journal's id, they are told apart by what stands at their beginning. For that only what is
        called as a backup is, is opened.
        """
        if (named := self._any_name.fullmatch(path.name)) is None:
            return None
        id = head_id(path, self._disk) if own is not None else None
        if id == own:
            return self._name.fullmatch(path.name) or (named if own else None)
        return self._name.fullmatch(path.name) if id is None else None

    def _remember(self, folder: Path) -> None:
        """Remember that backups are kept in a folder, unless it is one that needs no remembering to be found."""
        usual = self._places.usual or self._places
        if not self._places.is_own or folder in (usual.backups_beside, usual.journal.parent):
            return
        if (own := head_id(self._journal, self._disk)) is not None:
            WrittenFolders(self._places.state).keeps(folder, own)

    def _understood(self) -> bytes:
        read_book(self._journal, self._disk)
        try:
            return read_regular(self._journal, SIZE_LIMIT)
        except ReadFailed as failed:
            raise SaveFailed(self._journal, failed.reason, failed.detail) from failed

    def _plain(self, path: Path) -> bytes | None:
        try:
            return self._disk.read(path, SIZE_LIMIT)
        except (ReadFailed, ValueError):
            return None

    def _write(self, content: bytes, why: Why, name: str = "") -> Backup:
        at = self._clock().astimezone(UTC)
        file_name = f"{self._journal.stem}-{at.strftime(_MOMENT)}-{why}{name}{self._journal.suffix}"
        *chosen, beside = self._folders
        for folder in chosen:
            try:
                if folder_is_there(folder):
                    self._remember(folder)
                    return Backup(self._write_in(folder / file_name, content), at, why)
            except SaveFailed:
                continue
        try:
            make_private_folder(beside)
        except WriteFailed as failed:
            raise SaveFailed.of(beside, failed) from failed
        self._remember(beside)
        return Backup(self._write_in(beside / file_name, content), at, why)

    def _write_in(self, path: Path, content: bytes) -> Path:
        def refuse_other() -> None:
            if path.exists() and read_regular(path, SIZE_LIMIT) != content:
                raise WriteFailed(path, Reason.TAKEN)

        try:
            atomic_write(path, content, before_replace=refuse_other)
            if read_regular(path, SIZE_LIMIT) != content:
                path.unlink()
                raise SaveFailed(path, Reason.OTHER, "teruggelezen is er iets anders")
        except WriteFailed as failed:
            raise SaveFailed.of(path, failed) from failed
        except ReadFailed as failed:
            raise SaveFailed(path, failed.reason, failed.detail) from failed
        return path

    def _remove_old(self, made: Backup | None) -> None:
        found, now = [each for each in self._own() if each.why in THINNED], self._clock()
        # They are looked at only when there is something to remove.
        if expired(found, now):
            whole = [each for each in found if self._is_whole(each)]
            for each in expired(whole, now):
                if each != made:
                    # What can't be removed takes room, and does no harm.
                    with suppress(WriteFailed):
                        remove_file(each.path)
