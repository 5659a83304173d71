"""The few things that a person sets once, in one file of which every part keeps its hands off the others.

A file that can't be read counts as none where only the looks of things depend on it, and is never overwritten.
"""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, TypeVar, cast

from goedwerk_tui.base.files import ReadFailed, Reason, atomic_write, make_private_folder, read_regular
from goedwerk_tui.base.trouble import Trouble

_LIMIT = 1024 * 1024


@dataclass(frozen=True)
class Settings:
    """How a person wants the program to be."""

    theme: str = "donker"
    """The name of the look: donker, licht or contrast."""
    rhythm: str = "week"
    """How often there is a question between the sessions: dag, week, twee weken or uit."""
    content: tuple[str, ...] = ()
    """Folders and zips with content of one’s own, in order, used when the command line names none."""


@dataclass(frozen=True)
class Whereabouts:
    """Where a person keeps the journal."""

    journal: str = ""
    """The journal's file; empty for the usual place. What is not absolute starts at the folder of the settings."""
    backups: str = ""
    """The folder of the backups; empty for beside the journal."""


Part = TypeVar("Part", Settings, Whereabouts)


class SettingsUnreadable(Trouble):
    """There is a settings file, and it is not understood."""

    def __init__(self, path: Path) -> None:
        """Say which file."""
        super().__init__(
            f"De instellingen in ‘{path}’ kunnen niet worden gelezen.",
            "Er is niets aan veranderd.",
            "Herstel dat bestand, of haal het weg; dan gelden de gewone instellingen.",
        )
        self.path = path


def read_settings(path: Path) -> Settings:
    """Return the settings; what is missing or not understood has its usual value."""
    try:
        return _part(Settings, _read(path))
    except SettingsUnreadable:
        return Settings()


def read_whereabouts(path: Path) -> Whereabouts:
    """Return where the journal is kept.

    Raises:
        SettingsUnreadable: that can't be told from the file that is there.
    """
    found = _read(path)
    for field in fields(Whereabouts):
        named = found.get(field.name, "")
        if not isinstance(named, str) or "\0" in named:
            raise SettingsUnreadable(path)
    return _part(Whereabouts, found)


def write_settings(path: Path, part: Settings | Whereabouts) -> None:
    """Keep one part of the settings; everything else in the file stays.

    Raises:
        SettingsUnreadable: what is there is not understood, and stays as it is.
        WriteFailed: the file can't be written.
    """
    found = {**_read(path), **asdict(part)}
    make_private_folder(path.parent)
    atomic_write(path, json.dumps(found, ensure_ascii=False, indent=2).encode("utf-8", "replace") + b"\n")


def _read(path: Path) -> dict[str, Any]:
    try:
        found: Any = json.loads(read_regular(path, _LIMIT).decode("utf-8-sig"))
    except ReadFailed as failed:
        if failed.reason is Reason.NO_FILE:
            return {}
        raise SettingsUnreadable(path) from failed
    except (ValueError, RecursionError) as error:
        raise SettingsUnreadable(path) from error
    if not isinstance(found, dict):
        raise SettingsUnreadable(path)
    return cast("dict[str, Any]", found)


def _part(kind: type[Part], found: dict[str, Any]) -> Part:
    values: dict[str, Any] = {}
    for field in fields(kind):
        value = found.get(field.name, field.default)
        if isinstance(field.default, tuple):
            several = cast("list[Any]", value if isinstance(value, list) else [value])
            values[field.name] = tuple(each for each in several if isinstance(each, str) and each and "\0" not in each)
        elif isinstance(value, str):
            values[field.name] = value
    return kind(**values)
