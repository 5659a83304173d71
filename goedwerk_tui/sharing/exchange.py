"""A document as JSON, for another program and for ``goedwerk bundel``. The schema is in ``docs/schema/export.json``."""

from pathlib import Path
from typing import Literal

import msgspec

from goedwerk_tui.base.decoding import wide_form, without_mark
from goedwerk_tui.base.files import read_regular
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.journal.file_roles import FileKind, NotUtf8, refuse_neighbour
from goedwerk_tui.sharing.document import Block, Document, Fold, Section

VERSION = 1
_LIMIT = 64 * 1024 * 1024
_DEPTH = 12
"""How deep sections may lie in one another; ours lie three deep."""


class Export(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is in the file."""

    program: Literal["goedwerk"]
    schema: Literal["export"]
    version: int
    document: Document


class _Head(msgspec.Struct):
    program: Literal["goedwerk"]
    schema: Literal["export"]
    version: int


def to_json(document: Document) -> str:
    """Return the document as indented JSON."""
    encoded = msgspec.json.encode(Export("goedwerk", "export", VERSION, document))
    return msgspec.json.format(encoded, indent=2).decode("utf-8") + "\n"


def read_json(path: Path) -> Document:
    """Read a document that was written by ``to_json``.

    Raises:
        Trouble: the file can't be read, is no export, was made by a newer version, or is not as the schema has it.
    """
    content = read_regular(path, _LIMIT)
    if form := wide_form(content):
        raise NotUtf8(path, form)
    refuse_neighbour(path, content, FileKind.SHARED)
    found = without_mark(content)
    try:
        head = msgspec.json.decode(found, type=_Head)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise Trouble(
            f"‘{path}’ is geen bestand van Goed Werk in JSON.",
            "Er is niets gedaan.",
            "Maak er een met ‘goedwerk exporteer --formaat json --uitvoer BESTAND’.",
        ) from error
    if head.version > VERSION:
        raise Trouble(
            f"‘{path}’ is gemaakt met een nieuwere versie van Goed Werk.",
            "Er is niets gedaan.",
            "Werk het programma bij en probeer het opnieuw.",
        )
    try:
        document = msgspec.json.decode(found, type=Export).document
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise _damaged(path) from error
    if not all(_is_shallow(section) for section in document.sections):
        raise _damaged(path)
    return document


def _is_shallow(section: Section, depth: int = _DEPTH) -> bool:
    return (
        depth > 0 and all(_is_shallow(inner, depth - 1) for inner in section.sections) and _has_shallow(section.blocks)
    )


def _has_shallow(blocks: tuple[Block, ...], depth: int = _DEPTH) -> bool:
    return depth > 0 and all(_has_shallow(block.blocks, depth - 1) for block in blocks if isinstance(block, Fold))


def _damaged(path: Path) -> Trouble:
    return Trouble(
        f"De inhoud van ‘{path}’ klopt niet: het bestand is veranderd of beschadigd.",
        "Er is niets gedaan.",
        "Vraag om een nieuw bestand.",
    )
