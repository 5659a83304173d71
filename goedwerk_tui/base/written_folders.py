"""The folders in which something was written: a killed process may leave half a file there, and settings may change."""

import glob
import hashlib
import json
import os
import stat
from collections.abc import Generator, Iterable
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from goedwerk_tui.base.files import (
    ReadFailed,
    WriteFailed,
    atomic_write,
    make_private_folder,
    read_regular,
    real_path,
    remove_file,
)
from goedwerk_tui.base.temporary import new_temporary_folder, temporary_folders

_LIMIT = 64 * 1024
_SPARE = "goedwerk-onthoudt-"


class WrittenFolder(NamedTuple):
    """A folder in which something was written."""

    folder: Path
    finished: bool
    """Whether the last writing there is known to have come to its end."""
    journals: frozenset[str] = frozenset()
    """The ids of the journals that were kept there, or had backups there."""
    writers: frozenset[str] = frozenset()
    """The ids of the journals of which something was written there."""

    @property
    def owners(self) -> frozenset[str]:
        """All journals for which it is remembered; none where earlier versions did not say."""
        return self.journals | self.writers


class WrittenFolders:
    """What this machine remembers of such folders: one small file each, made before anything is written there.

    Where a journal is kept is remembered in a temporary folder when the state folder takes nothing, as on a full disk.
    """

    def __init__(self, state: Path) -> None:
        """Touch nothing yet.

        Args:
            state: the folder for what belongs to this machine alone.
        """
        self.folder = state / "mappen"
        """Where it is remembered."""

    @contextmanager
    def writing_in(self, folder: Path, journal_id: str | None = None) -> Generator[None]:
        """Remember a folder while something is written there, and that it came to its end.

        That it can't be remembered keeps nobody from writing.

        Args:
            folder: the folder.
            journal_id: of which journal it is that something is written; None where there is none.
        """
        self._note(folder, finished=False, journal_id=journal_id)
        yield
        self._note(folder, finished=True)

    def choose(self, target: Path, journal_id: str | None = None) -> None:
        """Remember, without its name, that a person of this machine chose a file to write to; and for which journal."""
        choice = self._choice(target)
        with suppress(WriteFailed):
            make_private_folder(self.folder)
            writers = _writers(choice) if journal_id is None else _writers(choice) | {journal_id}
            atomic_write(choice, "\n".join(sorted(writers)).encode())

    def only_of(self, journal_id: str | None, targets: Iterable[Path]) -> tuple[Path, ...]:
        """Return the files here that tell of one journal alone.

        Args:
            journal_id: the journal; None of one that has no file yet.
            targets: where exports of it went: by these is known what earlier versions did not sign.
        """
        known, alone = tuple(targets), frozenset({journal_id})
        folders = {real_path(each.parent) for each in known}
        choices = {self._choice(each) for each in known}
        found = [
            each._record(it.folder)
            for each in (self, *self._spare())
            for it in each._all_here()
            if (it.owners == alone if it.owners else it.folder in folders)
        ]
        for choice in self.folder.glob("*.gekozen"):
            writers = _writers(choice)
            if writers == alone if writers else choice in choices:
                found.append(choice)
        return tuple(found)

    def chose(self, target: Path) -> bool:
        """Return whether a person of this machine once chose this file to write to."""
        try:
            return self._choice(target).exists()
        except (OSError, ValueError):
            # What can't be a name was not chosen.
            return False

    def all(self) -> tuple[WrittenFolder, ...]:
        """Return every folder that is remembered."""
        return tuple(found for each in (self, *self._spare()) for found in each._all_here())

    def _all_here(self) -> list[WrittenFolder]:
        return [found for path in sorted(self.folder.glob("*.json")) if (found := _read(path))]

    def finish(self, folder: Path) -> None:
        """Note that nothing half-written stands in a folder any more."""
        self._note(folder, finished=True)

    def keeps(self, folder: Path, journal_id: str, *, begun: bool = False) -> None:
        """Remember that a journal, or a backup of it, is kept in a folder; cheap when that is known.

        Args:
            folder: the folder.
            journal_id: the journal.
            begun: whether the state folder was there, so that none is made in its place when it is not any more.
        """
        real = real_path(folder)
        if journal_id in self._journals(real) or any(journal_id in each._journals(real) for each in self._spare()):
            return
        noted = WrittenFolder(real, True, frozenset({journal_id}))
        takes = not begun or self.folder.parent.is_dir()
        if not (takes and self._add(noted)) and not any(each._add(noted) for each in self._spare()):
            self._add_to_new_spare(noted)

    def take_back(self) -> None:
        """Remember here what had to be remembered in a temporary folder, as far as there is room again."""
        for spare in self._spare():
            if all(self._add(each) for each in spare.all()):
                spare._remove()

    def keeps_no_more(self, folder: Path, journal_id: str) -> None:
        """Forget that a journal was kept in a folder."""
        for each in (self, *self._spare()):
            known = each._known(real_path(folder))
            if known is not None and journal_id in known.journals:
                each._write(known._replace(journals=known.journals - {journal_id}))

    def keeping(self, journal_id: str | None) -> tuple[Path, ...]:
        """Return the folders in which a journal or its backups were kept; any journal when the id is not known."""
        return tuple(
            each.folder for each in self.all() if journal_id in each.journals or (journal_id is None and each.journals)
        )

    def folders(self) -> tuple[Path, ...]:
        """Return the folders in which it is remembered, those in temporary folders among them."""
        return (self.folder, *(each.folder for each in self._spare()))

    def _remove(self) -> None:
        """Take away a temporary folder in which something was remembered; what can't be removed stays."""
        for path in self.folder.glob("*"):
            with suppress(WriteFailed):
                remove_file(path)
        with suppress(OSError):
            self.folder.rmdir()
            self.folder.parent.rmdir()

    def _add_to_new_spare(self, noted: WrittenFolder) -> None:
        for shared in temporary_folders():
            with suppress(WriteFailed):
                spare = WrittenFolders(new_temporary_folder(self._spare_name(), shared))
                if spare._add(noted):
                    return
                # There is no room either: nothing of it may pile up.
                spare._remove()

    def _spare_name(self) -> str:
        return f"{_SPARE}{_hashed(self.folder)}-"

    def _spare(self) -> "tuple[WrittenFolders, ...]":
        """Return what this home remembers in temporary folders of this user."""
        # Others make and remove folders there meanwhile, which ``Path.glob`` stumbles over.
        found = (
            shared / name
            for shared in temporary_folders()
            for name in sorted(glob.glob(f"{self._spare_name()}*", root_dir=shared))  # noqa: PTH207
        )
        return tuple(WrittenFolders(each) for each in found if _is_own(each))

    def _note(self, folder: Path, *, finished: bool, journal_id: str | None = None) -> None:
        real = real_path(folder)
        known = self._known(real) or WrittenFolder(real, finished)
        writers = known.writers if journal_id is None else known.writers | {journal_id}
        self._write(known._replace(finished=finished, writers=writers))

    def _add(self, noted: WrittenFolder) -> bool:
        """Remember a folder with what is known of it already."""
        known = self._known(noted.folder)
        finished = noted.finished and (known is None or known.finished)
        journals = noted.journals | self._journals(noted.folder)
        writers = known.writers if known else frozenset[str]()
        return self._write(WrittenFolder(noted.folder, finished, journals, noted.writers | writers))

    def _known(self, real: Path) -> WrittenFolder | None:
        return _read(self._record(real))

    def _journals(self, real: Path) -> frozenset[str]:
        known = self._known(real)
        return known.journals if known else frozenset()

    def _write(self, noted: WrittenFolder) -> bool:
        found = {
            "folder": str(noted.folder),
            "finished": noted.finished,
            "journals": sorted(noted.journals),
            "writers": sorted(noted.writers),
        }
        try:
            make_private_folder(self.folder)
            atomic_write(self._record(noted.folder), json.dumps(found).encode())
        except WriteFailed:
            return False
        return True

    def _record(self, real: Path) -> Path:
        return self.folder / f"{_hashed(real)}.json"

    def _choice(self, target: Path) -> Path:
        return self.folder / f"{_hashed(real_path(target))}.gekozen"


def _hashed(path: Path) -> str:
    return hashlib.blake2b(str(path).encode("utf-8", "surrogateescape"), digest_size=12).hexdigest()


def _read(path: Path) -> WrittenFolder | None:
    try:
        found = json.loads(read_regular(path, _LIMIT))
        journals = frozenset(str(each) for each in found.get("journals", ()))
        writers = frozenset(str(each) for each in found.get("writers", ()))
        return WrittenFolder(Path(found["folder"]), found["finished"] is True, journals, writers)
    except (ReadFailed, ValueError, RecursionError, KeyError, TypeError, AttributeError):
        return None


def _writers(choice: Path) -> frozenset[str]:
    """Return for which journals a file was chosen; none where earlier versions did not say."""
    try:
        return frozenset(read_regular(choice, _LIMIT).decode(errors="replace").split())
    except ReadFailed:
        return frozenset()


def _is_own(folder: Path) -> bool:
    try:
        found = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and (os.name == "nt" or found.st_uid == os.geteuid())
