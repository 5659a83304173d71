"""The folders in which something was written: a killed process may leave half a file there, and settings may change."""

import hashlib
import json
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from goedwerk_tui.base.files import (
    ReadFailed,
    WriteFailed,
    atomic_write,
    make_private_folder,
    read_regular,
    remove_file,
)

_LIMIT = 64 * 1024


class WrittenFolder(NamedTuple):
    """A folder in which something was written."""

    folder: Path
    finished: bool
    """Whether the last writing there is known to have come to its end."""
    journals: frozenset[str] = frozenset()
    """The ids of the journals that were kept there, or had backups there."""


class WrittenFolders:
    """What this machine remembers of such folders: one small file each, made before anything is written there."""

    def __init__(self, state: Path) -> None:
        """Touch nothing yet.

        Args:
            state: the folder for what belongs to this machine alone.
        """
        self.folder = state / "mappen"
        """Where it is remembered."""

    @contextmanager
    def writing_in(self, folder: Path) -> Generator[None]:
        """Remember a folder while something is written there, and that it came to its end.

        That it can't be remembered keeps nobody from writing.
        """
        self._note(folder, finished=False)
        yield
        self._note(folder, finished=True)

    def choose(self, target: Path) -> None:
        """Remember, without its name, that a person of this machine chose a file to write to."""
        with suppress(WriteFailed):
            make_private_folder(self.folder)
            atomic_write(self._choice(target), b"")

    def chose(self, target: Path) -> bool:
        """Return whether a person of this machine once chose this file to write to."""
        try:
            return self._choice(target).exists()
        except (OSError, ValueError, RuntimeError):
            # What can't be a name was not chosen.
            return False

    def all(self) -> tuple[WrittenFolder, ...]:
        """Return every folder that is remembered."""
        return tuple(found for path in sorted(self.folder.glob("*.json")) if (found := _read(path)))

    def finish(self, folder: Path) -> None:
        """Note that nothing half-written stands in a folder any more."""
        self._note(folder, finished=True)

    def keeps(self, folder: Path, journal_id: str) -> None:
        """Remember that a journal, or a backup of it, is kept in a folder; cheap when that is known."""
        known = self._known(folder)
        if known is None or journal_id not in known.journals:
            finished = known is None or known.finished
            self._write(WrittenFolder(folder.resolve(), finished, _journals(known) | {journal_id}))

    def keeps_no_more(self, folder: Path, journal_id: str) -> None:
        """Forget that a journal was kept in a folder."""
        known = self._known(folder)
        if known is not None and journal_id in known.journals:
            self._write(known._replace(journals=known.journals - {journal_id}))

    def keeping(self, journal_id: str | None) -> tuple[Path, ...]:
        """Return the folders in which a journal or its backups were kept; any journal when the id is not known."""
        return tuple(
            each.folder for each in self.all() if journal_id in each.journals or (journal_id is None and each.journals)
        )

    def forget(self) -> tuple[Path, ...]:
        """Remember no folder any more; returns what could not be removed."""
        left: list[Path] = []
        for path in self.folder.glob("*"):
            try:
                remove_file(path)
            except WriteFailed:
                left.append(path)
        with suppress(OSError):
            self.folder.rmdir()
        return tuple(left)

    def _note(self, folder: Path, *, finished: bool) -> None:
        self._write(WrittenFolder(folder.resolve(), finished, _journals(self._known(folder))))

    def _known(self, folder: Path) -> WrittenFolder | None:
        return _read(self._record(folder.resolve()))

    def _write(self, noted: WrittenFolder) -> None:
        found = {"folder": str(noted.folder), "finished": noted.finished, "journals": sorted(noted.journals)}
        with suppress(WriteFailed):
            make_private_folder(self.folder)
            atomic_write(self._record(noted.folder), json.dumps(found).encode())

    def _record(self, real: Path) -> Path:
        return self.folder / f"{_hashed(real)}.json"

    def _choice(self, target: Path) -> Path:
        return self.folder / f"{_hashed(target.resolve())}.gekozen"


def _hashed(path: Path) -> str:
    return hashlib.blake2b(str(path).encode("utf-8", "surrogateescape"), digest_size=12).hexdigest()


def _journals(known: WrittenFolder | None) -> frozenset[str]:
    return known.journals if known else frozenset()


def _read(path: Path) -> WrittenFolder | None:
    try:
        found = json.loads(read_regular(path, _LIMIT))
        journals = frozenset(str(each) for each in found.get("journals", ()))
        return WrittenFolder(Path(found["folder"]), found["finished"] is True, journals)
    except (ReadFailed, ValueError, RecursionError, KeyError, TypeError, AttributeError):
        return None
