"""Where content of one's own comes from: a folder or a zip, and the last good copy of it on this machine.

A zip is unpacked with bounds: only plain files with the endings of content, at most one folder deep, of a bounded size.
"""

import atexit
import hashlib
import shutil
import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path, PurePosixPath

from goedwerk_tui.base.file_trouble import EXPLANATIONS, WriteFailed, reason_of
from goedwerk_tui.base.files import make_private_folder
from goedwerk_tui.base.temporary import new_temporary_folder
from goedwerk_tui.base.text import shown
from goedwerk_tui.programme.file_schemas import ProgrammeFile
from goedwerk_tui.programme.files import LARGEST, is_there
from goedwerk_tui.programme.missing import stand_in
from goedwerk_tui.programme.outline import PROGRAMME_FILE
from goedwerk_tui.programme.overlay_files import OVERLAY_FILE, id_of
from goedwerk_tui.programme.problems import Findings
from goedwerk_tui.programme.reading import read_yaml

ENDINGS = frozenset({".md", ".yaml", ".txt"})
MOST_FILES = 2_000
LARGEST_WHOLE = 32 * 1024 * 1024
_DEEPEST = 2


class NotThere(Exception):
    """There is no content at a place; the message says why, in Dutch, after its path."""


@dataclass(frozen=True)
class Copy:
    """The last good copy of content that lives elsewhere."""

    folder: Path

    @property
    def made(self) -> date | None:
        """The day on which it was made; None when there is none."""
        return day_of(self.folder)

    def day_of(self, name: str) -> date | None:
        """Return the day on which one file was last copied; None when there is none."""
        return day_of(self.folder / name)

    def holds(self, folder: Path) -> bool:
        """Return whether it is what a folder is now."""
        return self.made is not None and _fingerprint(_by_name(folder)) == _fingerprint(_by_name(self.folder)) != ""


def day_of(path: Path) -> date | None:
    """Return the day on which a copy was made; None when there is none."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).date()
    except (OSError, ValueError, OverflowError):
        return None


def opened(path: Path) -> Path:
    """Return the folder of content that a person named: a folder, one that holds nothing but such a folder, or a zip.

    A zip is unpacked for as long as this process lives.

    Raises:
        NotThere: there is none.
    """
    try:
        # A FIFO would be waited for.
        if path.is_file() and zipfile.is_zipfile(path):
            return _content_in(_unpacked(path))
        if path.is_dir():
            return _content_in(path)
    except (OSError, ValueError) as error:
        raise NotThere(f"is er nu niet: {getattr(error, 'strerror', None) or error}") from error
    raise NotThere("is geen map en geen zip" if is_there(path) else "is er nu niet: er is niets op die plek")


def _content_in(folder: Path) -> Path:
    if _holds_content(folder):
        return folder
    inner = [each for each in folder.iterdir() if each.is_dir() and not each.is_symlink() and each.name[0] not in "._"]
    if len(inner) == 1 and _holds_content(inner[0]):
        return inner[0]
    other = stand_in(folder / OVERLAY_FILE)
    instead = f"; er staat wel ‘{other.path.relative_to(folder).as_posix()}’" if other and other.same else ""
    choose = ": kies die map" if instead and other and other.path.parent != folder else ""
    packed = next((each.name for each in sorted(folder.glob("*.zip"))), "") if not instead else ""
    if packed:
        instead, choose = f"; er staat wel een zip, ‘{shown(packed)}’", ": kies die"
    raise NotThere(f"kan niet meedoen: er staat geen {OVERLAY_FILE} in{instead}{choose}")


def _holds_content(folder: Path) -> bool:
    return is_there(folder / OVERLAY_FILE) or is_there(folder / PROGRAMME_FILE)


def _unpacked(path: Path) -> Path:
    try:
        into = new_temporary_folder("goedwerk-inhoud-")
        atexit.register(shutil.rmtree, into, ignore_errors=True)
        with zipfile.ZipFile(path) as archive:
            _unpack(archive, into)
            deep, inner = _too_deep(archive), _zip_in(archive)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        raise NotThere("kan niet meedoen: de zip is beschadigd of versleuteld") from error
    except (OSError, WriteFailed) as error:
        reason = error.reason if isinstance(error, WriteFailed) else reason_of(error)
        raise NotThere(f"kan nu niet worden uitgepakt: {EXPLANATIONS[reason][0]}") from error
    if deep and stand_in(into / OVERLAY_FILE) is None:
        raise NotThere(f"kan niet meedoen: {OVERLAY_FILE} staat te diep, in ‘{deep}’: zip alleen die map")
    if inner and not any(into.rglob("*.yaml")):
        raise NotThere(f"kan niet meedoen: er zit een zip in, ‘{inner}’: pak deze uit, en kies die")
    return into


def _too_deep(archive: zipfile.ZipFile) -> str:
    """Return the folder within folders that holds an overlay, as one makes who zips what was unpacked."""
    names = (PurePosixPath(shown(each.filename.replace("\\", "/"))) for each in archive.infolist())
    return next((name.parent.as_posix() for name in names if name.name == OVERLAY_FILE and len(name.parts) > 2), "")


def _zip_in(archive: zipfile.ZipFile) -> str:
    """Return the name of a zip within a zip; empty when there is none."""
    names = (shown(each.filename) for each in archive.infolist())
    return next((name for name in names if name.lower().endswith(".zip")), "")


def _unpack(archive: zipfile.ZipFile, into: Path) -> None:
    members = list(_plain_files(archive))
    if len(members) > MOST_FILES:
        raise NotThere(f"kan niet meedoen: de zip heeft meer dan {MOST_FILES} bestanden")
    total = 0
    for member, name in members:
        # What a zip says of its sizes may be untrue: what comes out is counted.
        with archive.open(member) as file:
            content = file.read(LARGEST + 1)
        total += len(content)
        if total > LARGEST_WHOLE:
            raise NotThere("kan niet meedoen: de zip is uitgepakt te groot")
        target = into.joinpath(*name.parts)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _plain_files(archive: zipfile.ZipFile) -> Iterator[tuple[zipfile.ZipInfo, PurePosixPath]]:
    for member in archive.infolist():
        name = PurePosixPath(member.filename.replace("\\", "/"))
        kind = stat.S_IFMT(member.external_attr >> 16)
        plain = not member.is_dir() and kind in (0, stat.S_IFREG) and name.suffix.lower() in ENDINGS
        inside = not name.is_absolute() and len(name.parts) <= _DEEPEST + 1
        parts_fit = all(part not in ("", ".", "..") and ":" not in part and part[0] != "." for part in name.parts)
        if plain and inside and parts_fit and "__MACOSX" not in name.parts:
            yield member, name


def copy_of(path: Path, copies: Path) -> Copy:
    """Return where the copy of what a person named is kept, whether there is one or not."""
    return Copy(copies / hashlib.sha256(str(path.absolute()).encode("utf-8", "surrogatepass")).hexdigest()[:16])


def _fingerprint(files: Mapping[Path, Path]) -> str:
    """Return what differs when any file does; empty when one can't be read."""
    digest = hashlib.sha256()
    try:
        for name, path in sorted(files.items()):
            digest.update(str(name).encode("utf-8", "surrogatepass"))
            with path.open("rb") as file:
                digest.update(hashlib.sha256(file.read(LARGEST + 1)).digest())
    except OSError:
        return ""
    return digest.hexdigest()


def content_files(folder: Path) -> list[Path]:
    """Return the plain files of content in a folder, in order, at most ``MOST_FILES``; links are no such files."""
    found = (path for pattern in ("*", "*/*") for path in folder.glob(pattern))
    plain = (path for path in found if path.suffix.lower() in ENDINGS and not path.is_symlink() and path.is_file())
    return sorted(plain)[:MOST_FILES]


def good_copy(folder: Path, copy: Copy) -> Copy:
    """Return the last good copy of the same content.

    That is the one of its place, or else the newest of another place, such as a zip with an earlier version.
    """
    name = _name_of(folder) if copy.made is None else ""
    if not name:
        return copy
    try:
        kept = [each for each in copy.folder.parent.iterdir() if not each.suffix and _name_of(each) == name]
        return Copy(max(kept, key=lambda each: each.stat().st_mtime)) if kept else copy
    except OSError:
        return copy


def _name_of(folder: Path) -> str:
    """Return what content calls itself; empty when its own file can't be read."""
    if is_there(folder / PROGRAMME_FILE):
        about = read_yaml(folder / PROGRAMME_FILE, ProgrammeFile, Findings(PROGRAMME_FILE))
        return f"{PROGRAMME_FILE} {about.id}" if about else ""
    return id_of(folder)


def _by_name(folder: Path) -> dict[Path, Path]:
    return {path.relative_to(folder): path for path in content_files(folder)}


def renew_copy(folder: Path, copy: Copy, kept: Sequence[Path] = ()) -> bool:
    """Make the copy what the folder is now. Returns whether it differs from what it was, or there was none.

    What can't be copied leaves the copy as it was: it is a help, and nothing depends on it.

    Args:
        folder: what is sound now.
        copy: what it is kept in.
        kept: files of the last good copy that stand in for what is not sound now.
    """
    files = _by_name(folder) | {Path(path.name): path for path in kept}
    if copy.made is not None and _fingerprint(files) == _fingerprint(_by_name(copy.folder)):
        return False
    fresh = copy.folder.with_name(f"{copy.folder.name}.nieuw")
    try:
        make_private_folder(copy.folder.parent)
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(mode=0o700)
        for name, path in files.items():
            target = fresh / name
            target.parent.mkdir(exist_ok=True)
            with path.open("rb") as file:
                target.write_bytes(file.read(LARGEST + 1))
            if path in kept:
                # What is kept says of which day it is.
                shutil.copystat(path, target)
        shutil.rmtree(copy.folder, ignore_errors=True)
        fresh.rename(copy.folder)
    except (OSError, WriteFailed):
        shutil.rmtree(fresh, ignore_errors=True)
        return False
    return True
