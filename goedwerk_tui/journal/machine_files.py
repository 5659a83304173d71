"""What this machine keeps of a journal apart from it: named after its place, and signed with the journal it is of.

The lock must be found before anything of the journal is read, so that place gives the name. The signature lets the rest
follow a journal whose file or home has moved, and be wiped with it.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, TypeVar

import msgspec
from msgspec import Struct

from goedwerk_tui.base.disk import Disk
from goedwerk_tui.base.files import ReadFailed, WriteFailed, atomic_write, make_private_folder, read_regular, real_path
from goedwerk_tui.base.places import Places
from goedwerk_tui.journal.book import Book
from goedwerk_tui.journal.records import head_id

_LIMIT = 16 * 1024 * 1024
_Kind = TypeVar("_Kind")
_ENDS = ("lock", "holder", "trash", "export", "wiped", "dagboek")


class MachineFiles(NamedTuple):
    """What this machine keeps of one journal, apart from the journal itself; none of it needs to be there."""

    lock: Path
    holder: Path
    """Who has the lock."""
    trash_days: Path
    """How long what is in the trash has been seen there."""
    last_export: Path
    """What was replaced and left out in the last export, for making it again."""
    wiped: Path
    """In which state of all files here nothing was left of what was wiped."""
    signature: Path
    """Of which journal all of this is, and where that was."""


class _Signature(Struct, frozen=True):
    journal: str
    place: str


class _Telling(Struct, frozen=True):
    """What tells, in files of earlier versions, of which pieces they are."""

    log: str = ""
    trash: Mapping[str, int] = {}


def machine_files(places: Places) -> MachineFiles:
    """Return the files that go with a journal on this machine, named after where it really is."""
    return _named(places.state, place_name(places.journal))


def place_name(journal: Path) -> str:
    """Return what a journal is known by on this machine, whatever link leads to it."""
    real = os.path.normcase(real_path(journal))
    return hashlib.blake2b(real.encode("utf-8", "surrogateescape"), digest_size=12).hexdigest()


def sign(places: Places) -> None:
    """Keep of which journal the files of a place are, as far as one stands there; cheap when that is known.

    That it can't be kept keeps nobody from going on.
    """
    id = head_id(places.journal, places.disk)
    path, signature = machine_files(places).signature, _Signature(id or "", str(real_path(places.journal)))
    if id is None or _read_signature(path) == signature:
        return
    with suppress(WriteFailed):
        make_private_folder(path.parent)
        atomic_write(path, json.dumps(msgspec.to_builtins(signature)).encode())


def was_signed(places: Places) -> bool:
    """Return whether a journal is known to have stood in a place."""
    return _read_signature(machine_files(places).signature) is not None


def files_elsewhere(places: Places, book: Book) -> tuple[MachineFiles, ...]:
    """Return the files that are of a journal and stand under another place than where it is.

    To a journal that is named for once only those are its own where it is no more. What earlier versions left unsigned
    is known by the pieces of which it tells.

    Args:
        places: where the journal is.
        book: what it holds.
    """
    here = machine_files(places)
    signed, unsigned = _all_in(places.state)
    mine = [
        files
        for files, of in signed
        if files != here and of.journal == book.id and (places.is_own or _is_gone(places, of))
    ]
    if unsigned:
        known = {*book.entries, *(revision.id for entry in book.entries.values() for revision in entry.revisions)}
        mine += (files for files in unsigned if files != here and not known.isdisjoint(_told_of(files, places.disk)))
    return tuple(mine)


def places_before(places: Places, journal_id: str) -> tuple[str, ...]:
    """Return where a journal was, by its signatures, and is no more."""
    return tuple(of.place for _, of in _before(places, journal_id))


def exports_before(places: Places) -> tuple[Path, ...]:
    """Return what was kept of exports where a journal was, and is no more."""
    journal_id = head_id(places.journal, places.disk)
    return () if journal_id is None else tuple(files.last_export for files, _ in _before(places, journal_id))


def stands_elsewhere(places: Places, journal_id: str) -> bool:
    """Return whether this machine knows of another file of a journal that is opened as one."""
    signed, _ = _all_in(places.state)
    seats = {real_path(each) for each in places.opening_by_themselves}
    seats.update(Path(of.place) for _, of in signed if of.journal == journal_id)
    return any(each != real_path(places.journal) and head_id(each, places.disk) == journal_id for each in seats)


def unsigned_files(places: Places) -> Iterable[Path]:
    """Return what earlier versions kept of whichever journal, but for locks: those tell that another was opened."""
    kept = _all_in(places.state)[1]
    return tuple(path for each in kept for path in (each.last_export, each.trash_days, each.wiped))


def bring_trash_days(places: Places, book: Book) -> None:
    """Let the count of days in the trash go on where the journal is now, when it has none here yet."""
    here = machine_files(places).trash_days
    for each in files_elsewhere(places, book):
        if not here.exists() and each.trash_days.exists():
            with suppress(OSError):
                each.trash_days.rename(here)


def _before(places: Places, journal_id: str) -> list[tuple[MachineFiles, _Signature]]:
    signed, _ = _all_in(places.state)
    return [each for each in signed if each[1].journal == journal_id and _is_gone(places, each[1])]


def _named(state: Path, name: str) -> MachineFiles:
    return MachineFiles(*(state / f"{name}.{end}" for end in _ENDS))


def _all_in(state: Path) -> tuple[list[tuple[MachineFiles, _Signature]], list[MachineFiles]]:
    """Return all such files in a state folder: the signed ones, each with its signature, and the others."""
    ends = {f".{end}" for end in _ENDS}
    names = {each.stem for each in state.glob("*.*") if each.suffix in ends}
    signed: list[tuple[MachineFiles, _Signature]] = []
    unsigned: list[MachineFiles] = []
    for files in (_named(state, name) for name in sorted(names)):
        found = _read_signature(files.signature)
        if found is None:
            unsigned.append(files)
        else:
            signed.append((files, found))
    return signed, unsigned


def _is_gone(places: Places, signed: _Signature) -> bool:
    """Return whether a journal is no longer in the place that was signed; a file that says nothing may be it still."""
    return not os.path.lexists(signed.place) or head_id(Path(signed.place), places.disk) not in (None, signed.journal)


def _told_of(files: MachineFiles, disk: Disk) -> Iterator[str]:
    """Yield the ids of the pieces and revisions that unsigned files tell of."""
    for told in (_read(files.last_export, _Telling, disk.read), _read(files.trash_days, _Telling)):
        if told:
            yield from (told.log, *told.trash)


def _read_signature(path: Path) -> _Signature | None:
    found = _read(path, _Signature)
    return found if found and "\0" not in found.place else None


def _read(path: Path, kind: type[_Kind], read: Callable[[Path, int], bytes] = read_regular) -> _Kind | None:
    try:
        # A path may hold what is no text, which only this reader takes.
        return msgspec.convert(json.loads(read(path, _LIMIT)), kind)
    except (ReadFailed, msgspec.ValidationError, ValueError, RecursionError):
        return None
