"""The one safe way to write a file, and to read one that somebody else may have put there."""

import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from goedwerk_tui.base.clock import utc_now
from goedwerk_tui.base.file_trouble import EXPLANATIONS, FileTrouble, ReadFailed, Reason, WriteFailed, reason_of

__all__ = [
    "EXPLANATIONS",
    "TEMPORARY_SUFFIX",
    "FileTrouble",
    "ReadFailed",
    "Reason",
    "WriteFailed",
    "atomic_write",
    "folder_is_there",
    "make_private_folder",
    "read_beginning",
    "read_regular",
    "real_path",
    "reason_of",
    "remove_file",
    "sweep_temporary",
    "sync_folder",
]

TEMPORARY_SUFFIX = ".goedwerk-tmp"
_NAME_PART = 40
_WRITING_SECONDS = 60.0
"""After how long, on a disk without locks, no process can still be busy with a file."""
_PAUSES = (0.02, 0.05, 0.1, 0.2, 0.4)
"""Seconds to wait, each time, for who holds a file on Windows."""
_ACCESS_DENIED, _SHARING, _LOCKED = 5, 32, 33
_FOLDER_SYNC_UNSUPPORTED = {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.ENOSYS}


def atomic_write(
    path: Path,
    data: bytes,
    *,
    mode: int = 0o600,
    before_replace: Callable[[], None] | None = None,
) -> os.stat_result:
    """Write a whole file so that, whatever happens, either the old or the new one is there.

    On return the new content and its name are on the disk. A symbolic link stays a link: its target is replaced.

    Args:
        path: the file; its folder must exist.
        data: the whole content.
        mode: permission bits of the new file, less the umask.
        before_replace: called when the new file is written and has yet to take its place; what it raises calls it off.

    Returns:
        The new file's status.

    Raises:
        WriteFailed: nothing was acknowledged; no temporary file is left, unless the machine itself stopped.
    """
    try:
        target = real_path(path)
        _refuse_unwritable(path, target)
        temporary = target.with_name(f".{target.name[:_NAME_PART]}.{os.urandom(6).hex()}{TEMPORARY_SUFFIX}")
        try:
            with ExitStack() as holding:
                written = _fill(holding.enter_context(_held_new(temporary, mode)), data)
                if before_replace:
                    before_replace()
                if os.name == "nt":
                    # What is open can't be moved there.
                    holding.close()
                _patiently(lambda: temporary.replace(target))
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        sync_folder(target.parent)
    except OSError as error:
        raise WriteFailed.because(path, error) from error
    return written


def remove_file(path: Path) -> None:
    """Remove a file, so that a power cut does not bring it back; one that is not there stays so.

    Raises:
        WriteFailed: it may still be there.
    """
    try:
        _patiently(path.unlink)
        sync_folder(path.parent)
    except FileNotFoundError:
        return
    except OSError as error:
        raise WriteFailed.because(path, error) from error


def make_private_folder(path: Path) -> None:
    """Make a folder, and those above it that are missing, for this user alone (0700).

    A folder that exists keeps its permissions.

    Raises:
        WriteFailed: it could not be made.
    """
    missing: list[Path] = []
    folder = path
    try:
        while not folder.exists():
            missing.append(folder)
            folder = folder.parent
        for each in reversed(missing):
            each.mkdir(mode=0o700, exist_ok=True)
            sync_folder(each.parent)
        if not path.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(path))
    except OSError as error:
        raise WriteFailed.because(path, error) from error


def real_path(path: Path) -> Path:
    """Return where a path leads, whatever links are on the way; one that is not there, or leads to itself, as far as
    it can be followed.

    ``Path.resolve`` does the same, but raises ``RuntimeError`` for a link to itself before Python 3.13.

    Raises:
        ValueError: it has a sign that no path has.
    """
    return Path(os.path.realpath(path))


def folder_is_there(path: Path) -> bool:
    """Return whether a folder is there; one that the system doesn't let us see is not."""
    try:
        return path.is_dir()
    except OSError:
        return False


def read_regular(path: Path, limit: int) -> bytes:
    """Read a whole regular file; anything else (a folder, FIFO, device) is refused without waiting for it.

    Args:
        path: the file; a link is followed.
        limit: the largest size in bytes that is read.

    Raises:
        ReadFailed: with reason NO_FILE when nothing is there at all.
    """
    data = read_beginning(path, limit + 1)
    if len(data) > limit:
        raise ReadFailed(path, Reason.TOO_LARGE)
    return data


def read_beginning(path: Path, size: int) -> bytes:
    """Read the first bytes of a regular file, or all of it when it has fewer; anything else is refused, as above.

    Raises:
        ReadFailed: with reason NO_FILE when nothing is there at all.
    """
    try:
        _refuse_irregular(path, path.stat())
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            found = os.fstat(descriptor)
            _refuse_irregular(path, found)
            # Room is taken for all that is asked for, so no more is asked than there is; it may have grown since.
            data = file.read(min(found.st_size + 1, size))
            while found.st_size < len(data) < size and (more := file.read(min(len(data), size - len(data)))):
                data += more
            return data
    except FileNotFoundError as error:
        reason = Reason.BAD_LINK if path.is_symlink() else Reason.NO_FILE
        raise ReadFailed(path, reason) from error
    except OSError as error:
        raise ReadFailed(path, reason_of(error), error.strerror or str(error)) from error


def sweep_temporary(folder: Path) -> tuple[Path, ...]:
    """Remove temporary files that a killed process left; one that a process is still writing stays.

    Args:
        folder: where to look; a folder that is not there has none.

    Returns:
        Those that could not be removed.
    """
    left: list[Path] = []
    for path in sorted(folder.glob(f".*{TEMPORARY_SUFFIX}")):
        try:
            if not _is_held(path):
                path.unlink(missing_ok=True)
        except OSError as error:
            # Windows: a process is writing it.
            if getattr(error, "winerror", None) != _SHARING:
                left.append(path)
    return tuple(left)


def sync_folder(folder: Path) -> None:
    """Put a folder's names on the disk, where the system can (not on Windows).

    Raises:
        OSError: the disk refused.
    """
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        _sync_file(descriptor)
    except OSError as error:
        if error.errno not in _FOLDER_SYNC_UNSUPPORTED:
            raise
    finally:
        os.close(descriptor)


def _refuse_unwritable(path: Path, target: Path) -> None:
    if target.is_symlink():
        raise WriteFailed(path, Reason.BAD_LINK)
    try:
        found = target.stat()
    except FileNotFoundError:
        return
    if not stat.S_ISREG(found.st_mode):
        raise WriteFailed(path, Reason.NOT_REGULAR)
    if not found.st_mode & 0o222:
        raise WriteFailed(path, Reason.READ_ONLY)
    if not os.access(target, os.W_OK):
        raise WriteFailed(path, Reason.NO_PERMISSION)


def _refuse_irregular(path: Path, found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise ReadFailed(path, Reason.NOT_REGULAR)


@contextmanager
def _held_new(path: Path, mode: int) -> Generator[int]:
    """Make a file and hold it: as long as it is held, no sweep takes it away."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, mode)
    try:
        if sys.platform != "win32":
            import fcntl

            with suppress(OSError):
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield descriptor
    finally:
        os.close(descriptor)


def _is_held(path: Path) -> bool:
    """Return whether a process is writing a temporary file."""
    if sys.platform == "win32":
        # Nobody can remove it there as long as it is open; that is seen when it is tried.
        return False
    import fcntl

    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in {errno.EACCES, errno.EAGAIN}:
            return True
        # A disk without locks: its age is all there is to go by.
        return utc_now().timestamp() - os.fstat(descriptor).st_mtime < _WRITING_SECONDS
    finally:
        os.close(descriptor)
    return False


def _fill(descriptor: int, data: bytes) -> os.stat_result:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
    _sync_file(descriptor)
    return os.fstat(descriptor)


def _sync_file(descriptor: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        try:
            # fsync on macOS stops at the drive's own cache.
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        except OSError:
            os.fsync(descriptor)
    else:
        os.fsync(descriptor)


def _patiently(do: Callable[[], object]) -> None:
    """Replace or remove a file; once more after a moment where Windows refuses: scanners and sync clients hold it."""
    for pause in _PAUSES:
        try:
            do()
        except OSError as error:
            if getattr(error, "winerror", None) not in {_ACCESS_DENIED, _SHARING, _LOCKED}:
                raise
            time.sleep(pause)
        else:
            return
    do()
