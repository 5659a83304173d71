"""What somebody who helps wants to know of this machine, without a word of anyone’s text or the name of a folder."""

import os
import platform
import re
import shutil
import stat
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from goedwerk_tui import __version__
from goedwerk_tui.base.files import ReadFailed, read_regular
from goedwerk_tui.base.places import Places, SetBy, synced_by
from goedwerk_tui.base.settings import read_settings
from goedwerk_tui.journal import Journal, JournalUnreadable
from goedwerk_tui.journal.lock import who_took_it
from goedwerk_tui.journal.machine_files import machine_files
from goedwerk_tui.journal.migration import SCHEMA

_LIBRARIES = ("textual", "tinydb", "msgspec", "filelock", "platformdirs", "python-docx", "typst")
_VARIABLES = ("TERM", "COLORTERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "LANG", "LC_ALL", "LC_CTYPE", "NO_COLOR")
_INSIDE = ("TMUX", "STY", "SSH_CONNECTION", "WSL_DISTRO_NAME", "WT_SESSION")
"""Variables of which it is said only that they are there: their values tell of the person."""
_VALUE = re.compile(r"[\w.,:@+-]{0,40}")
_SET_BY = {SetBy.PROGRAM: "gewone plek", SetBy.SETTINGS: "door instellingen", SetBy.COMMAND: "door de opdracht"}
_FRAME = re.compile(r'^  File "(?P<path>[^"\n]+)", line (?P<line>\d+), in (?P<name>[\w<>.]+)$', re.MULTILINE)
_KNOWN_FOLDERS = ("goedwerk_tui", "site-packages")
"""The path of a file in a fault is told from one of these on, as what stands before it may name the person."""


def report(places: Places) -> Iterator[str]:
    """Yield the report, a line at a time. Nothing on disk changes, and no lock is taken."""
    yield from _versions()
    yield from _terminal()
    yield from _places(places)
    yield from _journal(places)
    yield from _lock(places)
    yield from _fault(places.fault_report)


def _line(name: str, value: object) -> str:
    return f"{name:<22} {value}"


def _versions() -> Iterator[str]:
    yield _line("goedwerk", f"{__version__}, dagboek versie {SCHEMA}")
    yield _line("Python", f"{platform.python_version()} ({platform.python_implementation()})")
    yield _line("systeem", f"{platform.system()} {platform.release()} {platform.machine()}")
    for name in _LIBRARIES:
        try:
            yield _line(name, version(name))
        except PackageNotFoundError:
            yield _line(name, "niet geïnstalleerd")


def _terminal() -> Iterator[str]:
    size = shutil.get_terminal_size()
    yield _line(
        "terminal", f"{size.columns}×{size.lines}, {'ja' if sys.stdout.isatty() else 'uitvoer gaat elders heen'}"
    )
    yield _line("tekens", f"{sys.stdout.encoding}, bestanden {sys.getfilesystemencoding()}")
    for name in _VARIABLES:
        if value := os.environ.get(name):
            yield _line(name, value if _VALUE.fullmatch(value) else "iets ongewoons")
    if within := [name for name in _INSIDE if os.environ.get(name)]:
        yield _line("binnen", ", ".join(within))


def _places(places: Places) -> Iterator[str]:
    yield _line("plek van het dagboek", _SET_BY[places.journal_set_by])
    if service := synced_by(places.journal):
        yield _line("wordt bewaard door", service)
    for name, path in (
        ("dagboek", places.journal),
        ("inbox", places.inbox),
        ("concepten", places.drafts),
        ("reservekopieën", places.backups),
        ("instellingen", places.settings),
        ("staat", places.state),
    ):
        yield _line(name, _about(path))
    yield _line("instellingen gelezen", "ja" if places.settings_understood else "nee")
    yield _line("eigen inhoud", len(read_settings(places.settings).content))
    folder = next((each for each in places.journal.parents if each.exists()), None)
    if folder:
        yield _line("ruimte op de schijf", f"{shutil.disk_usage(folder).free // 1_000_000} MB vrij")


def _about(path: Path) -> str:
    """Return the size and the rights of a file or a folder."""
    try:
        found = path.stat()
        inside = sorted(path.iterdir()) if stat.S_ISDIR(found.st_mode) else None
        size = found.st_size if inside is None else sum(each.stat().st_size for each in inside)
    except FileNotFoundError:
        return "nog niet gemaakt"
    except OSError as error:
        return f"niet te bekijken: {error.strerror}"
    files = "" if inside is None else f"{len(inside)} in de map, "
    rights = stat.filemode(found.st_mode)
    may = "schrijven mag" if os.access(path, os.W_OK) else "schrijven mag niet"
    owner = "" if not hasattr(os, "getuid") or found.st_uid == os.getuid() else ", van een andere gebruiker"
    link = ", een koppeling" if path.is_symlink() else ""
    return f"{files}{size} bytes, {rights}, {may}{owner}{link}"


def _journal(places: Places) -> Iterator[str]:
    try:
        journal = Journal.open(places, read_only=True)
    except JournalUnreadable as trouble:
        reason = f", {trouble.reason}" if trouble.reason else ""
        yield _line("dagboek gelezen", f"nee: {trouble.cause}{reason}")
    else:
        yield _line("dagboek gelezen", f"ja, {len(journal.entries)} stukken")


def _lock(places: Places) -> Iterator[str]:
    yield _line("slot", _about(machine_files(places).lock))
    holder = who_took_it(places)
    if holder is None:
        yield _line("houder van het slot", "niemand")
    else:
        yield _line("houder van het slot", f"proces {holder.pid}, sinds {holder.since}")


def _fault(path: Path) -> Iterator[str]:
    """Yield where a fault of ours was; of the file no line is taken that could be anything else."""
    try:
        text = read_regular(path, 1_000_000).decode("utf-8", "replace")
        at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (ReadFailed, OSError):
        yield _line("laatste fout", "geen")
        return
    kind = text.partition("\n")[0]
    yield _line(
        "laatste fout", f"{kind if re.fullmatch(r'[A-Z][A-Za-z]{2,40}', kind) else 'onbekend'}, {at:%Y-%m-%d %H:%M} UTC"
    )
    for frame in _FRAME.finditer(text):
        yield f"  {_without_home(frame['path'])}:{frame['line']} {frame['name']}"


def _without_home(path: str) -> str:
    parts = re.split(r"[\\/]", path)
    known = [at for at, part in enumerate(parts) if part in _KNOWN_FOLDERS]
    return "/".join(parts[known[-1] :] if known else parts[-1:])
