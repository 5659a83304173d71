"""Removing everything so that a kill leaves no half of it: what goes is written down before the first file does."""

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from goedwerk_tui.base.files import (
    ReadFailed,
    WriteFailed,
    atomic_write,
    make_private_folder,
    read_regular,
    remove_file,
)
from goedwerk_tui.base.places import WIPE_SUFFIX, Places

_LIMIT = 64 * 1024 * 1024
_Stamp = tuple[int, int, int]
_UNSEEN = (0, 0, 0)


class _Doomed(Struct, frozen=True, forbid_unknown_fields=True):
    """What is to go."""

    files: dict[str, _Stamp]
    """Each with what changes when something else is put in its place: that is of later, and stays."""
    folders: tuple[str, ...]
    """Those that go when they are empty by then, in this order."""


def remove_all(places: Places, files: Iterable[Path], folders: Iterable[Path]) -> tuple[Path, ...]:
    """Remove files, and the folders that are empty then; when this is cut short, ``finish_removing`` goes on with it.

    Args:
        places: where it is written down.
        files: what is to go; what is not there counts as gone.
        folders: in the order in which they are to go.

    Returns:
        The files that could not be removed, or in whose place something else stands by now.
    """
    stamps = {str(path): stamp for path in files if (stamp := _stamp(path)) is not None}
    doomed = _Doomed(stamps, tuple(map(str, folders)))
    note = places.state / f"{os.urandom(6).hex()}{WIPE_SUFFIX}"
    # On a full disk it can't be written down; there is all the more reason to remove.
    with suppress(WriteFailed):
        make_private_folder(places.state)
        atomic_write(note, json.dumps(msgspec.to_builtins(doomed)).encode())
    return _carry_out(doomed, note)


def finish_removing(places: Places) -> tuple[Path, ...] | None:
    """Go on with what was cut short, and with that alone: what was written since stays.

    Returns:
        The files that were left, as by ``remove_all``; None when nothing was cut short.
    """
    unfinished = [(note, doomed) for note in places.unfinished_wipes if (doomed := _read(note))]
    left = [each for note, doomed in unfinished for each in _carry_out(doomed, note)]
    return tuple(left) if unfinished else None


def _carry_out(doomed: _Doomed, note: Path) -> tuple[Path, ...]:
    left: list[Path] = []
    for path, stamp in ((Path(name), stamp) for name, stamp in doomed.files.items()):
        found = _stamp(path)
        if found is not None and (found != stamp or not removed(path)):
            left.append(path)
    if not removed(note):
        left.append(note)
    for folder in doomed.folders:
        # Something of somebody else is in it, or it was not there.
        with suppress(OSError):
            Path(folder).rmdir()
    return tuple(left)


def removed(path: Path) -> bool:
    """Remove a file; return whether it is gone."""
    try:
        remove_file(path)
    except WriteFailed:
        return False
    return True


def _read(note: Path) -> _Doomed | None:
    try:
        return msgspec.convert(json.loads(read_regular(note, _LIMIT)), _Doomed)
    except (ReadFailed, ValueError, RecursionError):
        return None


def _stamp(path: Path) -> _Stamp | None:
    """Return what changes when something else is put in a place; None when nothing is there."""
    try:
        found = path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:
        # Whether it is there can't be told; that it can't be removed is said when it is tried.
        return _UNSEEN
    return found.st_ino, found.st_size, found.st_mtime_ns
