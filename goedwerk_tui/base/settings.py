"""The few things that a person sets once. A settings file that can't be read counts as none, and is left as it is."""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, cast

from goedwerk_tui.base.files import atomic_write, make_private_folder


@dataclass(frozen=True)
class Settings:
    """What a person has set."""

    theme: str = "donker"
    """The name of the look: donker, licht or contrast."""
    rhythm: str = "week"
    """How often there is a question between the sessions: dag, week, twee weken or uit."""
    content: str = ""
    """A folder with content of one’s own, used when the command line names none; empty for the standard programme."""


def read_settings(path: Path) -> Settings:
    """Return the settings; what is missing or not understood has its usual value."""
    try:
        found: Any = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    known = {field.name for field in fields(Settings)}
    items = cast("dict[str, Any]", found).items()
    return Settings(**{key: value for key, value in items if key in known and isinstance(value, str)})


def write_settings(path: Path, settings: Settings) -> None:
    """Keep the settings.

    Raises:
        WriteFailed: the file can't be written.
    """
    make_private_folder(path.parent)
    atomic_write(path, json.dumps(asdict(settings), ensure_ascii=False, indent=2).encode() + b"\n")
