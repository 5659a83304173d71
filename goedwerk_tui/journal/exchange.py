"""A whole journal as one JSON file that is not TinyDB's: for another program, another machine, or for keeping.

``docs/schema/journal.json`` describes it. Nothing is left out, whatever its mark: the file is for its owner.
"""

from pathlib import Path
from typing import Annotated, Any, Literal, cast

import msgspec
from msgspec import Meta, Struct

from goedwerk_tui.base.decoding import decode
from goedwerk_tui.base.files import ReadFailed, read_beginning, read_regular
from goedwerk_tui.base.journal_head import SIZE_LIMIT
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.base.versions import Version
from goedwerk_tui.journal.book import Book, MarkRecord, MeetingRecord, SkipRecord, StepRecord, merge
from goedwerk_tui.journal.codec import NotTables, OtherEncoding, Tables, parse_object
from goedwerk_tui.journal.copies import Merged, what_came
from goedwerk_tui.journal.entry import Entry, Id, Position
from goedwerk_tui.journal.file_roles import HEAD, FileKind, NotUtf8, kind_of, refuse_neighbour
from goedwerk_tui.journal.journal import Journal
from goedwerk_tui.journal.merging import merge_brought
from goedwerk_tui.journal.migration import SCHEMA
from goedwerk_tui.journal.records import META, read_tables
from goedwerk_tui.journal.trouble import Cause, JournalUnreadable


class JournalExport(Struct, frozen=True, forbid_unknown_fields=True):
    """What is in the file; see ``docs/journal-format.md`` for what the records mean."""

    program: Literal["goedwerk"]
    schema: Literal["journal"]
    version: int
    journal: Id
    versions: tuple[Version, ...]
    entries: tuple[Entry, ...]
    progress: tuple[StepRecord, ...]
    skips: tuple[SkipRecord, ...]
    marks: tuple[MarkRecord, ...]
    position: Annotated[tuple[Position, ...], Meta(max_length=1)]
    meetings: tuple[MeetingRecord, ...]


def to_json(journal: Journal) -> bytes:
    """Return all that a journal and its inbox hold, as indented JSON."""
    book = all_in(journal)
    export = JournalExport(
        "goedwerk",
        "journal",
        SCHEMA,
        book.id,
        book.versions,
        tuple(book.entries.values()),
        tuple(book.progress.values()),
        tuple(book.skips.values()),
        tuple(book.marks.values()),
        tuple(book.position.values()),
        tuple(book.meetings.values()),
    )
    return msgspec.json.format(msgspec.json.encode(export), indent=2) + b"\n"


def read_export(path: Path) -> Book:
    """Read what ``to_json`` made, as strictly as a journal is read.

    Raises:
        Trouble: the file can't be read, is no such export, was made by a newer version, or is not as the schema has it.
    """
    content = read_regular(path, SIZE_LIMIT)
    refuse_neighbour(path, content, FileKind.WHOLE)
    try:
        found = parse_object(content)
    except OtherEncoding as error:
        raise NotUtf8(path, str(error)) from error
    except NotTables as error:
        raise _no_export(path) from error
    if found.get("program") != "goedwerk" or found.get("schema") != "journal":
        raise _no_export(path)
    try:
        return read_tables(path, _as_tables(found)).book
    except JournalUnreadable as error:
        raise _newer(path) if error.cause is Cause.NEWER else _not_right(path) from error


def all_in(journal: Journal) -> Book:
    """Return all that ``to_json`` writes of a journal: what is in its file, and the pieces in its inbox."""
    return journal.book.with_entries(journal.entries.values())


def is_export(path: Path) -> bool:
    """Return whether a file begins as what ``to_json`` makes, be it in another encoding by now."""
    try:
        head = decode(read_beginning(path, HEAD)).text
    except ReadFailed:
        return False
    return kind_of(head.encode("utf-8", "replace")) is FileKind.WHOLE


def lost_with(path: Path, holds: Book | None) -> int:
    """Return how many pieces of an export have something that what comes in its place does not hold.

    What somebody wiped since is not missed.

    Args:
        path: the export.
        holds: what the file in its place holds, where that is such an export too; else None.

    Raises:
        Trouble: the export can't be read.
    """
    found = read_export(path)
    held = holds or Book(found.id)
    came = what_came(held.entries, merge(held, found).entries, (path,))
    return len((*came.new, *came.in_trash, *came.changed, *came.back))


def take_in(journal: Journal, path: Path) -> Merged:
    """Take in what another journal exported, as ``merge_brought`` does.

    Raises:
        Trouble: the file is no export that can be read, or nothing could be saved.
    """
    return merge_brought(journal, read_export(path), path)


def _as_tables(found: dict[str, Any]) -> Tables:
    """Return the records as the tables of a journal file of that version."""
    head = {"program": found["program"], "schema": found.get("version"), "journal": found.get("journal")}
    if "versions" in found:
        head["versions"] = found["versions"]
    tables: Tables = {META: {"1": head}}
    for name in found.keys() - {"program", "schema", "version", "journal", "versions"}:
        # What is no list holds no records; reading the table then says that it is not right.
        records = cast("list[Any]", found[name]) if isinstance(found[name], list) else [None]
        tables[name] = {str(number): record for number, record in enumerate(records, 1)}
    return tables


def _newer(path: Path) -> Trouble:
    return Trouble(
        f"‘{path}’ is gemaakt met een nieuwere versie van Goed Werk.",
        "Er is niets veranderd aan je dagboek.",
        "Werk het programma bij en probeer het opnieuw.",
    )


def _not_right(path: Path) -> Trouble:
    return Trouble(
        f"De inhoud van ‘{path}’ klopt niet: het bestand is veranderd of beschadigd.",
        "Er is niets veranderd aan je dagboek.",
        "Maak een nieuw bestand van het dagboek waar dit uit komt.",
    )


def _no_export(path: Path) -> Trouble:
    return Trouble(
        f"‘{path}’ is geen heel dagboek als JSON.",
        "Er is niets veranderd aan je dagboek.",
        "Maak er een met ‘goedwerk exporteer --soort dagboek --formaat json --uitvoer BESTAND’.",
    )
