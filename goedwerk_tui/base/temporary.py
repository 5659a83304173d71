"""The folder for temporary files that all programs share."""

import os
import tempfile
from pathlib import Path

from goedwerk_tui.base.files import WriteFailed

_OF_MACHINE = Path("/tmp")


def shared_temporary_folder() -> Path:
    """Return that folder, also when nothing can be written in it now; it may not be there."""
    try:
        return Path(tempfile.gettempdir())
    except FileNotFoundError:
        # What was left there at another time can be read all the same.
        named = (os.environ.get(name) for name in ("TMPDIR", "TEMP", "TMP"))
        return Path(next((each for each in named if each), "/tmp"))


def temporary_folders() -> tuple[Path, ...]:
    """Return where sessions of this machine have such folders: what is the same in all of them first.

    ``TMPDIR`` differs between a desktop, ssh and cron.
    """
    of_machine = (_OF_MACHINE,) if os.name != "nt" and _OF_MACHINE.is_dir() else ()
    return tuple(dict.fromkeys((*of_machine, shared_temporary_folder())))


def new_temporary_folder(prefix: str, shared: Path | None = None) -> Path:
    """Make a folder of this user alone, which is never taken away by itself.

    Args:
        prefix: what its name begins with.
        shared: in which temporary folder; None for that of this session.

    Raises:
        WriteFailed: it could not be made.
    """
    shared = shared or shared_temporary_folder()
    try:
        return Path(tempfile.mkdtemp(prefix=prefix, dir=shared))
    except OSError as error:
        raise WriteFailed.because(shared, error) from error
