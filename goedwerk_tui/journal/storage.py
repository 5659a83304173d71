"""A TinyDB storage that has on the disk what it said it has."""

import os
from pathlib import Path
from typing import Any

from tinydb import Storage

from goedwerk_tui.base.disk import OPEN_DISK, Disk
from goedwerk_tui.base.files import (
    ReadFailed,
    Reason,
    WriteFailed,
    make_private_folder,
    real_path,
)
from goedwerk_tui.base.journal_head import SIZE_LIMIT
from goedwerk_tui.journal.codec import (
    Lines,
    NotTables,
    OtherEncoding,
    Tables,
    decode,
    encode,
    parse,
    render,
)
from goedwerk_tui.journal.trouble import Cause, JournalReadOnly, JournalUnreadable, SaveFailed

Stamp = tuple[int, int, int]


class DurableStorage(Storage):
    """One file, replaced as a whole: ``TinyDB(path, storage=DurableStorage)``.

    When ``write`` returns, the file is on the disk. When it raises, the file is as it was, and ``read`` returns
    what was acknowledged last. A file that changed on the disk since it was read is never overwritten. No file is
    made until the first write, and one that is there and not understood is refused: also an empty one.
    """

    def __init__(self, path: str | Path, *, read_only: bool = False, disk: Disk = OPEN_DISK) -> None:
        """Touch nothing yet.

        Args:
            path: the file; a link is followed and stays a link.
            read_only: refuse every write.
            disk: the disk, as it holds what a person wrote.
        """
        self._path = Path(path)
        self._read_only = read_only
        self._disk = disk
        self._closed = False
        self._tables: Tables | None = None
        self._lines: Lines | None = None
        self._stamp: Stamp | None = None
        self._device: int | None = None

    @property
    def version(self) -> object:
        """Something that is the same object as long as what ``read`` returns was not read or written anew."""
        return self._lines

    def read(self) -> Tables | None:
        """Return what is in the file, or None when there is none yet.

        Raises:
            JournalUnreadable: something is there that is not understood.
        """
        self._refuse_closed()
        if self._lines is None or self.changed_on_disk():
            self._load()
        if self._tables is None and self._lines is not None:
            self._tables = decode(self._lines)
        return self._tables

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Put everything on the disk; return only when it is there.

        Raises:
            SaveFailed: it is not; reason CHANGED when something else wrote to the file since it was read.
            TypeError, ValueError: the data are no JSON.
        """
        self._refuse_closed()
        self._tables = None
        if self._read_only:
            raise JournalReadOnly(self._path)
        if self._lines is None:
            self._load()
            self._tables = None
        lines = encode(data, self._lines or {})
        self._refuse_changed()
        if lines != self._lines:
            self._put(render(lines))
            self._lines = lines
        self._tables = data

    def close(self) -> None:
        """Let go of the file; closing again does nothing."""
        self._closed = True
        self._tables = self._lines = None

    def changed_on_disk(self) -> bool:
        """Return whether the file holds something else than what was read or written here last.

        A file that disappeared counts as unchanged: what is in memory is then all there is.
        """
        found = self._stamp_on_disk()
        if found is None or found == self._stamp:
            return False
        if self._lines is None:
            return True
        try:
            if self._disk.read(self._path, SIZE_LIMIT) != render(self._lines):
                return True
        except (ReadFailed, ValueError):
            return True
        self._stamp = found
        return False

    def away(self) -> bool:
        """Return whether the disk that the file was on is gone, so that another would be made in its place.

        What is left of a disk that was taken away is often an empty folder of the same name.
        """
        return self._lines is not None and self._stamp_on_disk() is None and self._device != self._device_now()

    def removed(self) -> bool:
        """Return whether the folder that the file was in is gone, and not the disk that it was on."""
        if not self.away():
            return False
        above = next(each for each in real_path(self._path).parents if each.exists())
        return above.stat().st_dev == self._device

    def _device_now(self) -> int | None:
        try:
            return real_path(self._path).parent.stat().st_dev
        except OSError:
            # No folder: no disk.
            return None

    def _load(self) -> None:
        stamp, self._device = self._stamp_on_disk(), self._device_now()
        try:
            plain = self._disk.read(self._path, SIZE_LIMIT)
        except ReadFailed as failed:
            if failed.reason is Reason.NO_FILE:
                self._stamp = self._lines = self._tables = None
                return
            raise JournalUnreadable(self._path, Cause.FILE, failed.detail, failed.reason) from failed
        except ValueError as error:
            raise JournalUnreadable(self._path, Cause.SEALED) from error
        if not plain.strip():
            raise JournalUnreadable(self._path, Cause.EMPTY)
        try:
            self._tables, self._lines = parse(plain)
        except OtherEncoding as error:
            raise JournalUnreadable(self._path, Cause.ENCODED, str(error)) from error
        except NotTables as error:
            raise JournalUnreadable(self._path, Cause.NOT_JSON) from error
        # Only now: what was not understood stays different from what is known here, and so is never overwritten.
        self._stamp = stamp

    def _put(self, plain: bytes) -> None:
        if self.away():
            raise SaveFailed(self._path, Reason.NO_FOLDER)
        try:
            if self._lines is None:
                make_private_folder(real_path(self._path).parent)
            written = self._disk.write(self._path, plain, SIZE_LIMIT, before_replace=self._refuse_changed)
        except WriteFailed as failed:
            raise SaveFailed.of(self._path, failed) from failed
        self._stamp, self._device = _stamp(written), self._device_now()

    def _refuse_changed(self) -> None:
        if self.changed_on_disk():
            raise SaveFailed(self._path, Reason.CHANGED)

    def _refuse_closed(self) -> None:
        if self._closed:
            raise ValueError("I/O operation on a closed storage")

    def _stamp_on_disk(self) -> Stamp | None:
        try:
            return _stamp(self._path.stat())
        except OSError:
            # Reading or writing says what is the matter; here it is enough that there is nothing to compare with.
            return None


def _stamp(found: os.stat_result) -> Stamp:
    return found.st_ino, found.st_size, found.st_mtime_ns
