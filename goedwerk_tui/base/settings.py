"""The few things that a person sets once, in one file of which every part keeps its hands off the others.

A file that can't be read counts as none where only the looks of things depend on it, and is never overwritten.
"""

import json
import re
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, TypeGuard, TypeVar, cast

from goedwerk_tui.base.decoding import decode
from goedwerk_tui.base.files import ReadFailed, Reason, WriteFailed, atomic_write, make_private_folder, read_regular
from goedwerk_tui.base.trouble import Trouble

_LIMIT = 1024 * 1024
_PLACE = re.compile(r'"(journal|backups)"\s*:\s*"((?:[^"\\\n]|\\.)*)"')
_BACKSLASH = re.compile(r'\\(?!")')
_NO_TEXT = re.compile(r"[\0\ud800-\udfff]")
_ESCAPED = str.maketrans({"\n": "\\n", "\t": "\\t", "\r": "\\r", "\b": "\\b", "\f": "\\f"})
_COMMA_TOO_MANY = "er staat een komma te veel"
_CUT_SHORT = "hier houdt het op, zonder } aan het eind"
_CAUSES = {
    "Expecting ',' delimiter": "er ontbreekt een komma, of een aanhalingsteken",
    "Expecting property name": "er staat een naam zonder aanhalingstekens",
    "Expecting ':' delimiter": "er ontbreekt een dubbele punt",
    "Expecting value": "er ontbreekt een waarde, of die staat niet tussen aanhalingstekens",
    "Unterminated string": "er is een aanhalingsteken niet gesloten",
    "Invalid control character": "er is een aanhalingsteken niet gesloten",
    "Extra data": "er staat nog iets achter de laatste }",
    "Invalid": "een backslash hoort hier dubbel, of schrijf /",
}
"""What JSON’s complaints mean, by how they begin."""


@dataclass(frozen=True)
class Settings:
    """How a person wants the program to be."""

    theme: str = "donker"
    """The name of the look: donker, licht, contrast or terminal."""
    rhythm: str = "week"
    """How often there is a question between the sessions: dag, week, twee weken or uit."""
    content: tuple[str, ...] = ()
    """Folders and zips with content of one’s own, in order, used when the command line names none."""
    cursor: str = "stil"
    """Whether the cursor in a box stands still or blinks: stil or knippert."""
    width: str = "gewoon"
    """How wide a text to read may be: smal, gewoon or breed."""
    keys: dict[str, str] = field(default_factory=dict[str, str])
    """Other keys than usual, by the name of what they do: ‘mark’ may be done by ‘b’ or ‘b,f6’."""


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

    def __init__(self, path: Path, cause: str = "") -> None:
        """Say which file, and why if that is known: a line and what is wrong there, in Dutch."""
        super().__init__(
            f"De instellingen in ‘{path}’ kunnen niet worden gelezen{f': {cause}' if cause else ''}.",
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
    for each in fields(Whereabouts):
        named = found.get(each.name, "")
        if not _is_text(named):
            raise SettingsUnreadable(path, f"‘{each.name}’ noemt iets dat geen naam kan zijn")
    return Whereabouts(**{field.name: _path(found.get(field.name, "")) for field in fields(Whereabouts)})


def settings_trouble(path: Path) -> SettingsUnreadable | None:
    """Return why the settings are not understood; None when they are, or there are none."""
    try:
        read_whereabouts(path)
    except SettingsUnreadable as trouble:
        return trouble
    return None


def rescued_whereabouts(path: Path) -> Whereabouts | None:
    """Return where the journal is by settings that are not understood as a whole; None when that can't be told.

    A file that is whole to its last brace and names no journal is not about the journal; one that was cut off may be.
    """
    try:
        text = decode(read_regular(path, _LIMIT)).text
    except ReadFailed:
        return None
    found = {match[1]: match[2] for match in _PLACE.finditer(text)}
    named = [name for name in ("journal", "backups") if f'"{name}"' in text]
    if not text.rstrip().endswith("}") or any(name not in found for name in named):
        return None
    try:
        places = {name: _path(_loaded(f'"{value}"')) for name, value in found.items()}
    except ValueError:
        return None
    return Whereabouts(**places) if all(map(_is_text, places.values())) else None


def write_settings(path: Path, part: Settings | Whereabouts, before: Settings | Whereabouts | None = None) -> None:
    """Keep one part of the settings; everything else in the file stays.

    Args:
        path: the file.
        part: how it is now.
        before: how it was; with it only what differs is kept, as the file may have been edited since it was read.

    Raises:
        SettingsUnreadable: what is there is not understood, and stays as it is.
        WriteFailed: the file can't be written, or a path could not be read back from it; nothing was kept.
    """
    was = asdict(before) if before else {}
    changed = {name: value for name, value in asdict(part).items() if name not in was or was[name] != value}
    for named in _paths_in(part):
        if not _is_text(named):
            raise WriteFailed(Path(named), Reason.BAD_NAME)
    found = {**asdict(type(part)()), **_read(path), **changed}
    make_private_folder(path.parent)
    # What is no text stays as it is spelled in JSON.
    atomic_write(path, json.dumps(found, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace") + b"\n")


def _read(path: Path) -> dict[str, Any]:
    try:
        found = _loaded(decode(read_regular(path, _LIMIT)).text)
    except ReadFailed as failed:
        if failed.reason is Reason.NO_FILE:
            return {}
        raise SettingsUnreadable(path) from failed
    except json.JSONDecodeError as error:
        raise SettingsUnreadable(path, _fault(error)) from error
    except (ValueError, RecursionError) as error:
        raise SettingsUnreadable(path) from error
    if not isinstance(found, dict):
        raise SettingsUnreadable(path, "er staan geen { } omheen")
    return cast("dict[str, Any]", found)


def _loaded(text: str) -> Any:
    """Return what JSON says; a backslash of Windows that JSON would not have is one."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        if "escape" not in error.msg:
            raise
        return json.loads(_BACKSLASH.sub(r"\\\\", text))


def _fault(error: json.JSONDecodeError) -> str:
    """Return what is wrong, and on which line. Only Python 3.13 and later point at a comma too many themselves."""
    until, rest = error.doc[: error.pos].rstrip(), error.doc[error.pos :]
    if until and not rest.strip():
        return f"regel {error.lineno}: {_CUT_SHORT}"
    if until.endswith(",") and rest.startswith(("}", "]", ",")):
        line = until.count("\n") + 1
        return f"regel {line}: {_COMMA_TOO_MANY}"
    if error.msg.startswith("Illegal trailing comma"):
        return f"regel {error.lineno}: {_COMMA_TOO_MANY}"
    cause = next((dutch for start, dutch in _CAUSES.items() if error.msg.startswith(start)), "dat is geen JSON")
    return f"regel {error.lineno}: {cause}"


def _is_text(value: object) -> TypeGuard[str]:
    """Return whether a value of JSON is a text: a NUL or half a surrogate pair can be no name, and can't be shown."""
    return isinstance(value, str) and not _NO_TEXT.search(value)


def _paths_in(part: Settings | Whereabouts) -> tuple[str, ...]:
    return part.content if isinstance(part, Settings) else (part.journal, part.backups)


def _path(named: str) -> str:
    """Return a path as it was meant: no path has a tab or a line end, which JSON makes of a backslash of Windows."""
    return named.translate(_ESCAPED)


def _part(kind: type[Part], found: dict[str, Any]) -> Part:
    values: dict[str, Any] = {}
    for name, usual in vars(kind()).items():
        value = found.get(name, usual)
        if isinstance(usual, str | int | float):
            # Also another type than text: ‘true’ is no number, and 1 is no yes.
            if type(value) is type(usual) and (not isinstance(value, str) or _is_text(value)):
                values[name] = value
        elif isinstance(usual, tuple):
            several = cast("list[Any]", value if isinstance(value, list) else [value])
            values[name] = tuple(_path(one) for one in several if one and _is_text(one))
        elif isinstance(usual, dict) and isinstance(value, dict):
            pairs = cast("dict[str, Any]", value).items()
            values[name] = {key: one for key, one in pairs if _is_text(key) and _is_text(one)}
    return kind(**values)
