"""How a journal stands in TinyDB's tables. See ``docs/journal-format.md``."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from operator import attrgetter
from pathlib import Path
from typing import Any, Literal, NamedTuple

import msgspec
from msgspec import Struct

from goedwerk_tui.base.disk import Disk
from goedwerk_tui.base.files import real_path
from goedwerk_tui.base.journal_head import META, head_id
from goedwerk_tui.base.text import clean
from goedwerk_tui.base.versions import RUNNING, Version
from goedwerk_tui.journal.book import Book, Key, MarkRecord, MeetingRecord, SkipRecord, StepRecord
from goedwerk_tui.journal.book import in_order as versions_in_order
from goedwerk_tui.journal.codec import Tables
from goedwerk_tui.journal.entry import Entry, Id, Position, Revision
from goedwerk_tui.journal.migration import SCHEMA, migrate
from goedwerk_tui.journal.trouble import Cause, JournalUnreadable
from goedwerk_tui.journal.values import clean_origin, clean_values, is_shallow

_LAST_YEAR = 9000


class Meta(Struct, frozen=True, forbid_unknown_fields=True):
    """What the file says of itself."""

    program: Literal["goedwerk"]
    schema: int
    journal: Id
    versions: tuple[Version, ...]


def ids_in(folder: Path, disk: Disk) -> Iterator[str]:
    """Yield the id of each journal that lies in a folder of ours, whatever it is called; none when there is no folder.

    Args:
        folder: one with backups. In a folder of a person's own all that is in it would be opened.
        disk: that of the places in which it is.
    """
    return (id for each in folder.glob("*") if (id := head_id(each, disk)) is not None)


def is_of_neighbour(journal_id: str | None, journal: Path, disk: Disk) -> bool:
    """Return whether something is of another journal that stands in the same folder, as two may have swapped names.

    Args:
        journal_id: the id of the journal that it says to be of; None when it does not say so.
        journal: the file of the journal that would take it. Cheap when it is of that one.
        disk: that of its places.
    """
    if journal_id is None or head_id(journal, disk) in (None, journal_id):
        return False
    folders = {journal.parent, real_path(journal).parent}
    alike = (each for folder in folders for each in folder.glob("*") if is_called_like(each, journal))
    return any(head_id(each, disk) == journal_id for each in alike)


def is_called_like(path: Path, journal: Path) -> bool:
    """Return whether a file is called more or less like a journal: its name holds that of the journal, or its ending.

    In a folder of a person's own no other files are opened to see what they are; beside one without an ending, all are.
    """
    name = path.name.casefold()
    return journal.stem.casefold() in name or journal.suffix.casefold() in name


class TableSchema(NamedTuple):
    """One of the tables: the type of its documents and the key by which each of them is unique."""

    name: str
    type: type[Any]
    key: Callable[[Any], str | Key]


def _key(*fields: str) -> Callable[[Any], str | Key]:
    return attrgetter(*fields)


def _no_key(_: object) -> str:
    return ""


MARKS = TableSchema("marks", MarkRecord, _key("entry", "mark"))
TABLES = (
    MARKS,
    TableSchema("progress", StepRecord, _key("step")),
    TableSchema("skips", SkipRecord, _key("step", "item")),
    TableSchema("position", Position, _no_key),
    TableSchema("meetings", MeetingRecord, _key("id")),
    TableSchema("entries", Entry, _key("id")),
)
"""The tables in the order in which they are written: the long one last, so that a file cut off has its marks."""
FILE_ORDER = (META, *(each.name for each in TABLES))

DocumentIds = dict[str, dict[str | Key, int]]
"""By table and by key, under which number a document stands."""


def rows(book: Book, table: TableSchema) -> Mapping[str | Key, Any]:
    """Return what the book has for a table."""
    return getattr(book, table.name)


def document(row: object) -> dict[str, Any]:
    """Return a row as TinyDB keeps it."""
    return msgspec.to_builtins(row)


def meta(book: Book) -> dict[str, Any]:
    """Return the one document of the table that says what file this is."""
    return document(Meta("goedwerk", SCHEMA, book.id, book.versions))


def tables_of(book: Book) -> Tables:
    """Return a book as the tables of a new file."""
    tables: Tables = {META: {"1": meta(book)}}
    for table in TABLES:
        numbered = enumerate(rows(book, table).values(), 1)
        tables[table.name] = {str(number): document(row) for number, row in numbered}
    return tables


class Understood(NamedTuple):
    """What stands in a journal file."""

    book: Book
    ids: DocumentIds
    version: int
    """The version of the format that the file is in."""
    written_by: tuple[Version, ...]
    """Which versions of the program wrote the file, as it says itself."""


def read_tables(path: Path, tables: Tables) -> Understood:
    """Understand what stands in a journal file of this version or an older one, strictly.

    Raises:
        JournalUnreadable: something is not as the format has it, or the file says it is newer.
    """
    version = _read_version(path, tables)
    tables = migrate(tables, version)
    about = _read_meta(path, tables)
    known = {table.name for table in TABLES}
    for name in tables:
        if name not in known and name != META:
            raise JournalUnreadable(path, Cause.MISSHAPEN, f"onbekende tabel ‘{name[:40]}’")
    found: dict[str, dict[str | Key, Any]] = {}
    ids: DocumentIds = {}
    for table in TABLES:
        if table.name not in tables:
            raise JournalUnreadable(path, Cause.MISSHAPEN, f"tabel ‘{table.name}’ ontbreekt")
        found[table.name], ids[table.name] = _read_table(path, table, tables[table.name])
    versions = versions_in_order((*about.versions, RUNNING))
    book = Book(about.journal, **found, versions=versions)  # pyright: ignore[reportArgumentType]
    return Understood(book, ids, version, about.versions)


def _read_version(path: Path, tables: Tables) -> int:
    documents = list(tables.get(META, {}).values())
    if len(documents) != 1 or documents[0].get("program") != "goedwerk":
        raise JournalUnreadable(path, Cause.FOREIGN)
    schema = documents[0].get("schema")
    if type(schema) is int and schema > SCHEMA:
        raise JournalUnreadable(path, Cause.NEWER)
    if type(schema) is not int:
        raise JournalUnreadable(path, Cause.MISSHAPEN, "in de kop")
    if schema < 1:
        raise JournalUnreadable(path, Cause.MISSHAPEN, "onbekende versie")
    return schema


def _read_meta(path: Path, tables: Tables) -> Meta:
    (document,) = tables[META].values()
    try:
        return msgspec.convert(document, Meta)
    except msgspec.ValidationError as error:
        raise JournalUnreadable(path, Cause.MISSHAPEN, "in de kop") from error


def _read_table(
    path: Path, table: TableSchema, documents: Mapping[str, Any]
) -> tuple[dict[str | Key, Any], dict[Any, int]]:
    found: dict[str | Key, Any] = {}
    ids: dict[str | Key, int] = {}
    for number, each in documents.items():
        where = f"tabel ‘{table.name}’, nummer {number[:20]}"
        if not (number.isascii() and number.isdecimal()) or len(number) > 15 or str(int(number)) != number:
            raise JournalUnreadable(path, Cause.MISSHAPEN, where)
        row = read_row(table, each)
        if row is None:
            raise JournalUnreadable(path, Cause.MISSHAPEN, where)
        key = table.key(row)
        if key in found:
            raise JournalUnreadable(path, Cause.MISSHAPEN, f"{where}: staat er twee keer")
        found[key], ids[key] = row, int(number)
    return found, ids


def read_row(table: TableSchema, found: object) -> Any | None:
    """Return a document as the table's type, or None when it is not of that type."""
    try:
        row = msgspec.convert(found, table.type)
    except msgspec.ValidationError:
        return None
    if isinstance(row, Entry):
        return in_order(row)
    return row if _sound(row.at) else None


def in_order(entry: Entry) -> Entry | None:
    """Return the entry with its revisions sorted and its texts clean, whoever wrote the file.

    None when two revisions have one id, or something in them can't be ours.
    """
    revisions = entry.revisions
    if not all(_sound(each.at) and is_shallow(each.data) for each in revisions):
        return None
    ordered = tuple(map(_cleaned, revisions))
    if len(revisions) > 1:
        if len({each.id for each in revisions}) != len(revisions):
            return None
        ordered = tuple(sorted(ordered, key=lambda each: (each.at, each.id)))
    origin = clean_origin(entry.origin)
    if origin is entry.origin and ordered == revisions:
        return entry
    return msgspec.structs.replace(entry, origin=origin, revisions=ordered)


def _cleaned(revision: Revision) -> Revision:
    text, data = clean(revision.text), clean_values(revision.data)
    if text == revision.text and data == revision.data:
        return revision
    return msgspec.structs.replace(revision, text=text, data=data)


def _sound(moment: datetime) -> bool:
    # Room is left above, since a revision is made to come after the one it is made upon.
    return moment.tzinfo is UTC and moment.year < _LAST_YEAR
