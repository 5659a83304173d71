"""Removing everything so that a kill leaves no half of it: what goes is written down before the first file does."""

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec import Struct

from goedwerk_tui.base.files import (
    ReadFailed,
    WriteFailed,
    atomic_write,
    make_private_folder,
    read_regular,
    real_path,
    remove_file,
)
from goedwerk_tui.base.places import WIPE_SUFFIX, Places

_LIMIT = 64 * 1024 * 1024
_Stamp = tuple[int, int, int]
_UNSEEN = (0, 0, 0)


class _Spot(NamedTuple):
    """Where something is, so that it is found again when the folders of the program were moved."""

    base: str
    """Which folder of the program it is in, as ``_bases`` calls them; empty when in none."""
    name: str
    """Its path from there; a whole one when it is in none."""


class _Doomed(Struct, frozen=True, forbid_unknown_fields=True):
    """What is to go."""

    state: str
    """The folder that this was written down in: another one when that was moved, or copied."""
    files: tuple[tuple[_Spot, _Stamp], ...]
    """Each with what changes when something else is put in its place: that is of later, and stays."""
    folders: tuple[_Spot, ...]
    """Those that go when they are empty by then, in this order."""


class _DoomedBefore(Struct, frozen=True, forbid_unknown_fields=True):
    """What is to go, as earlier versions wrote it down: with whole paths, the folder of the list among them."""

    files: dict[str, _Stamp]
    folders: tuple[str, ...]


class Finished(NamedTuple):
    """What came of going on with what was cut short."""

    removed: bool = False
    """Whether any file went now."""
    left: tuple[Path, ...] = ()
    """The files that could not be removed, or in whose place something else stands by now."""
    missing: tuple[Path, ...] = ()
    """Folders that are not there any more, and in which something was to go."""
    elsewhere: bool = False
    """Whether a list is of other folders, as these are a copy of them: by that one nothing went."""


def remove_all(places: Places, files: Iterable[Path], folders: Iterable[Path]) -> tuple[Path, ...]:
    """Remove files, and the folders that are empty then; when this is cut short, ``finish_removing`` goes on with it.

    Args:
        places: where it is written down.
        files: what is to go; what is not there counts as gone.
        folders: in the order in which they are to go.

    Returns:
        The files that could not be removed, or in whose place something else stands by now.
    """
    bases = _bases(places)
    # Following them asks the disk, and there may be thousands of files.
    roots = [(base, each) for base, folder in bases.items() for each in (folder, real_path(folder))]
    stamps = {path: stamp for path in files if (stamp := _stamp(path)) is not None}
    doomed = _Doomed(
        str(real_path(places.state)),
        tuple((_spot(path, roots), stamp) for path, stamp in stamps.items()),
        tuple(_spot(each, roots) for each in folders),
    )
    note = places.state / f"{os.urandom(6).hex()}{WIPE_SUFFIX}"
    # On a full disk it can't be written down; there is all the more reason to remove.
    with suppress(WriteFailed):
        make_private_folder(places.state)
        atomic_write(note, json.dumps(msgspec.to_builtins(doomed)).encode())
    return _carry_out(doomed, note, bases).left


def finish_removing(places: Places) -> Finished | None:
    """Go on with what was cut short, and with that alone: what was written since stays.

    Returns:
        What came of it; None when nothing was cut short.
    """
    unfinished = [(note, doomed) for note in places.unfinished_wipes if (doomed := _read(note))]
    if not unfinished:
        return None
    bases, done = _bases(places), list[Finished]()
    for note, doomed in unfinished:
        if _is_of_others(doomed, note):
            done.append(Finished(left=() if removed(note) else (note,), elsewhere=True))
        else:
            done.append(_carry_out(doomed, note, bases))
    return Finished(
        any(each.removed for each in done),
        tuple(path for each in done for path in each.left),
        tuple(dict.fromkeys(path for each in done for path in each.missing)),
        any(each.elsewhere for each in done),
    )


def _carry_out(doomed: _Doomed, note: Path, bases: Mapping[str, Path]) -> Finished:
    left: list[Path] = []
    missing: dict[Path, None] = {}
    any_removed = False
    for path, stamp in ((_path(spot, bases), stamp) for spot, stamp in doomed.files):
        found = _stamp(path)
        if found is None:
            # Folders go last: where one is not there, it was moved with all that is in it.
            if not os.path.lexists(path.parent):
                missing[path.parent] = None
        elif found != stamp or not removed(path):
            left.append(path)
        else:
            any_removed = True
    if not removed(note):
        left.append(note)
    for each in doomed.folders:
        # Something of somebody else is in it, or it was not there.
        with suppress(OSError):
            _path(each, bases).rmdir()
    return Finished(any_removed, tuple(left), tuple(missing))


def _is_of_others(doomed: _Doomed, note: Path) -> bool:
    """Return whether a list came along in a copy: what it names stands where it was copied from."""
    here = str(real_path(note.parent))
    return doomed.state != here and (not doomed.state or os.path.lexists(Path(doomed.state) / note.name))


def _bases(places: Places) -> Mapping[str, Path]:
    """Return the folders of the program that are found without the settings, which go too."""
    usual = places.usual or places
    return {"state": usual.state, "config": usual.config, "data": usual.journal.parent}


def _spot(path: Path, roots: Iterable[tuple[str, Path]]) -> _Spot:
    for base, folder in roots:
        if path.is_relative_to(folder):
            return _Spot(base, str(path.relative_to(folder)))
    return _Spot("", str(path))


def _path(spot: _Spot, bases: Mapping[str, Path]) -> Path:
    return bases[spot.base] / spot.name if spot.base in bases else Path(spot.name)


def removed(path: Path) -> bool:
    """Remove a file; return whether it is gone."""
    try:
        remove_file(path)
    except WriteFailed:
        return False
    return True


def _read(note: Path) -> _Doomed | None:
    try:
        found = json.loads(read_regular(note, _LIMIT))
        if "state" in found:
            return msgspec.convert(found, _Doomed)
        before = msgspec.convert(found, _DoomedBefore)
    except (ReadFailed, ValueError, TypeError, RecursionError):
        return None
    is_here = not before.folders or str(note.parent) in before.folders
    return _Doomed(
        str(real_path(note.parent)) if is_here else "",
        tuple((_Spot("", name), stamp) for name, stamp in before.files.items()),
        tuple(_Spot("", each) for each in before.folders),
    )


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
