"""One writer at a time: a lock that the system takes back when its process ends, however it ends."""

import errno
import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from goedwerk_tui.base.clock import utc_now
from goedwerk_tui.base.files import (
    EXPLANATIONS,
    ReadFailed,
    Reason,
    WriteFailed,
    atomic_write,
    make_private_folder,
    read_regular,
    reason_of,
)
from goedwerk_tui.base.places import Places
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.journal.machine_files import machine_files, place_name, sign
from goedwerk_tui.journal.user_lock import UserLock

if TYPE_CHECKING:
    from filelock import FileLock


class Held(Struct, frozen=True):
    """This process has the journal."""


class HeldBy(Struct, frozen=True):
    """Another process has the journal."""

    pid: int | None
    """Its number; None when it did not say."""
    since: datetime | None
    """When it took the journal, in UTC; None when it did not say."""


_KNOWS_NO_LOCKS = (
    "die schijf kent geen sloten",
    "Laat GOEDWERK_HOME of XDG_STATE_HOME naar een map op een schijf van deze computer zelf wijzen.",
)
_NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}


class LockUnavailable(Trouble):
    """This place knows no locks, so that it can't be told whether somebody else is writing."""

    def __init__(self, path: Path, reason: Reason | None) -> None:
        """Say where no lock could be made.

        Args:
            path: the folder of the lock.
            reason: why the folder or the lock in it could not be made; None when its disk has no locks at all.
        """
        why, advice = EXPLANATIONS[reason] if reason else _KNOWS_NO_LOCKS
        super().__init__(
            f"In ‘{path}’ kan het dagboek niet op slot: {why}.",
            "Zonder slot is niet te zien of een ander venster schrijft. Daarom kun je nu alleen lezen.",
            advice,
        )
        self.path = path


class _Holder(Struct, frozen=True):
    pid: int
    since: datetime


def who_took_it(places: Places) -> HeldBy | None:
    """Return who said last to have the journal, without touching the lock; None when nobody did, or gave it back."""
    holder = machine_files(places).holder
    return _read_holder(holder) if holder.exists() else None


def _read_holder(path: Path) -> HeldBy:
    try:
        holder = msgspec.json.decode(read_regular(path, 4096), type=_Holder)
    except (ReadFailed, msgspec.MsgspecError, ValueError):
        return HeldBy(None, None)
    return HeldBy(holder.pid, holder.since)


class InstanceLock:
    """The lock of one journal, in the folder of what belongs to this machine alone, so it is never synced.

    Another home that names the same journal has such a folder of its own; what ``UserLock`` holds keeps that one out.
    """

    def __init__(self, places: Places) -> None:
        """Touch nothing yet."""
        self._path, self._holder, *_ = machine_files(places)
        self._places = places
        self._lock: FileLock | None = None
        self._shared = UserLock(place_name(places.journal))
        self._made = False

    def acquire(self) -> Held | HeldBy:
        """Take the journal if nobody has it; never waits.

        Raises:
            LockUnavailable: no lock can be made here.
        """
        from filelock import FileLock, Timeout

        if self._lock is not None:
            return Held()
        was_there = self._path.exists()
        # A lock that is a file and nothing else would stay behind after a kill.
        lock = FileLock(self._path, thread_local=False, fallback_to_soft=False)
        try:
            make_private_folder(self._path.parent)
            lock.acquire(blocking=False)
        except Timeout:
            return _read_holder(self._holder)
        except (OSError, NotImplementedError, WriteFailed) as error:
            if not was_there:
                # A lock that never was one tells of no journal.
                with suppress(OSError):
                    self._path.unlink(missing_ok=True)
            raise LockUnavailable(self._path.parent, _why_no_lock(error)) from error
        if not self._shared.acquire():
            self._give_back(lock, keep=was_there)
            return HeldBy(None, None)
        self._lock, self._made = lock, not was_there
        self._write_holder()
        sign(self._places)
        return Held()

    def release(self) -> None:
        """Give the journal free; without holding it, do nothing."""
        if self._lock is not None:
            lock, self._lock = self._lock, None
            try:
                sign(self._places)
                self._holder.unlink(missing_ok=True)
                self._shared.release()
            finally:
                # There was no journal before and there is none now: nothing may tell of one.
                self._give_back(lock, keep=not self._made or os.path.lexists(self._places.journal))

    def _give_back(self, lock: "FileLock", *, keep: bool) -> None:
        try:
            if not keep and os.name != "nt":
                self._path.unlink(missing_ok=True)
        finally:
            lock.release()

    def _write_holder(self) -> None:
        try:
            atomic_write(self._holder, msgspec.json.encode(_Holder(os.getpid(), utc_now())))
        except WriteFailed:
            # The lock is what counts; another window will then say less about who has the journal.
            self._holder.unlink(missing_ok=True)


def _why_no_lock(error: OSError | NotImplementedError | WriteFailed) -> Reason | None:
    """Return why a lock could not be made; None when the disk has none."""
    if isinstance(error, WriteFailed):
        return error.reason
    return reason_of(error) if isinstance(error, OSError) and error.errno not in _NO_LOCKS else None
