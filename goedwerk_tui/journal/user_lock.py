"""The part of a journal's lock that all homes of one user share, as each home keeps a lock of its own."""

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from goedwerk_tui.base.temporary import shared_temporary_folder

if TYPE_CHECKING:
    from filelock import FileLock

_TEMPORARY = Path("/tmp")
_ATTEMPTS = 3


class UserLock:
    """A lock that depends on where a journal really is and on nothing else, and that leaves nothing when given back.

    It lies in the temporary folder of the machine: that is local, so it knows locks and is never synced, and it is the
    same whatever ``HOME``, ``TMPDIR`` and ``XDG_RUNTIME_DIR`` say, which differ between a desktop, ssh and cron. Where
    no lock can be made there, the lock of the home must do.
    """

    def __init__(self, name: str) -> None:
        """Touch nothing yet.

        Args:
            name: what the journal's real path is known by.
        """
        self._name = f"{name}.lock"
        self._lock: FileLock | None = None

    def acquire(self) -> bool:
        """Take the lock if nobody has it, and return whether nobody else has it; never waits."""
        from filelock import FileLock, Timeout

        if self._lock is not None:
            return True
        for _ in range(_ATTEMPTS):
            try:
                folder = _own_folder()
            except OSError:
                # The lock of the home must do.
                return True
            try:
                lock = FileLock(folder / self._name, thread_local=False, fallback_to_soft=False)
                lock.acquire(blocking=False)
            except (Timeout, FileNotFoundError):
                # Who gave it back just now took file and folder along; then it is tried anew.
                if (folder / self._name).exists():
                    return False
            except (OSError, NotImplementedError):
                return True
            else:
                self._lock = lock
                return True
        return False

    def release(self) -> None:
        """Give the lock back and leave no file, but an empty one on Windows; without holding it, do nothing."""
        if self._lock is None:
            return
        lock, self._lock = self._lock, None
        path = Path(lock.lock_file)
        try:
            if os.name != "nt":
                # Whoever opened it meanwhile sees that it has no name any more; on Windows it can't be removed then.
                path.unlink(missing_ok=True)
        finally:
            lock.release()
        with suppress(OSError):
            path.parent.rmdir()


def _own_folder() -> Path:
    """Return the folder of these locks, which is made when it is not there.

    Raises:
        OSError: it can't be made, or is not this user's alone.
    """
    if os.name == "nt":
        folder = shared_temporary_folder() / "goedwerk-slot"
        folder.mkdir(exist_ok=True)
        return folder
    shared = _TEMPORARY if _TEMPORARY.is_dir() else shared_temporary_folder()
    folder = shared / f"goedwerk-slot-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if found.st_uid != os.getuid() or found.st_mode & 0o77 or not folder.is_dir() or folder.is_symlink():
        raise NotADirectoryError(str(folder))
    return folder
