"""Files of ours that look alike, and what each of them is for."""

import re
from enum import StrEnum
from pathlib import Path

from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.base.typed_path import as_typed

HEAD = 4096
"""The bytes at the beginning of a file that tell of which kind it is."""
_SCHEMA = re.compile(rb'"schema"\s*:\s*"(journal|export)"')


class FileKind(StrEnum):
    """What a file of ours is."""

    JOURNAL = "journal"
    WHOLE = "whole"
    """An export of a whole journal, for its owner."""
    SHARED = "shared"
    """An export of what was chosen to leave."""


_ABOUT = {
    FileKind.JOURNAL: ("is een dagboek zelf", "Voeg het bij het jouwe met ‘goedwerk samenvoegen {}’."),
    FileKind.WHOLE: ("is een heel dagboek als JSON", "Neem het over met ‘goedwerk importeer {}’."),
    FileKind.SHARED: (
        "is een bestand om te delen",
        "Leg die naast die van anderen met ‘goedwerk bundel {} ANDER.json --uitvoer BESTAND’.",
    ),
}


class NotUtf8(Trouble):
    """A file that should be UTF-8 is something else."""

    def __init__(self, path: Path, form: str) -> None:
        """Say which file, and what it is."""
        super().__init__(
            f"‘{path}’ is bewaard als {form}, en zo’n bestand is UTF-8.",
            "Er is niets veranderd.",
            "Open het in een editor, en bewaar het daar als UTF-8.",
        )


def kind_of(content: bytes) -> FileKind | None:
    """Return what a file of ours is, by how it begins; None for anything else."""
    head = content[:HEAD]
    if b'"program"' not in head or b'"goedwerk"' not in head:
        return None
    if b'"_meta"' in head:
        return FileKind.JOURNAL
    found = _SCHEMA.search(head)
    return None if found is None else FileKind.WHOLE if found[1] == b"journal" else FileKind.SHARED


def refuse_neighbour(path: Path, content: bytes, wanted: FileKind) -> None:
    """Name the right command for a file that is ours and of another kind.

    Raises:
        Trouble: it is of another kind.
    """
    kind = kind_of(content)
    if kind is None or kind is wanted:
        return
    what, advice = _ABOUT[kind]
    # A whole journal is for its owner: nobody lays it beside those of others.
    if wanted is FileKind.SHARED:
        advice = "Maak er een om te delen met ‘goedwerk exporteer --formaat json --uitvoer BESTAND’."
    raise Trouble(f"‘{path}’ {what}.", "Er is niets veranderd.", advice.format(as_typed(path)))
