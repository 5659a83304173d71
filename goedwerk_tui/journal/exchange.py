"""A whole journal as one JSON file that is not TinyDB's: for another program, another machine, or for keeping.

``docs/schema/journal.json`` describes it. Nothing is left out, whatever its mark: the file is for its owner.
"""

from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from goedwerk_tui.base.files import read_regular
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.journal.backups import Backups, Why
from goedwerk_tui.journal.book import Book, MarkRecord, SkipRecord, StepRecord
from goedwerk_tui.journal.copies import Merged
from goedwerk_tui.journal.entry import Entry, Id, Position
from goedwerk_tui.journal.journal import Journal
from goedwerk_tui.journal.lines import NotTables, parse_object
from goedwerk_tui.journal.records import TABLES, read_row
from goedwerk_tui.journal.storage import SIZE_LIMIT

VERSION = 1


class JournalExport(Struct, frozen=True, forbid_unknown_fields=True):
    """What is in the file; see ``docs/journal-format.md`` for what the records mean."""

    program: Literal["goedwerk"]
    schema: Literal["journal"]
    version: int
    journal: Id
    entries: tuple[Entry, ...]
    progress: tuple[StepRecord, ...]
    skips: tuple[SkipRecord, ...]
    marks: tuple[MarkRecord, ...]
    position: Annotated[tuple[Position, ...], Meta(max_length=1)]


def to_json(journal: Journal) -> bytes:
    """Return all that a journal and its inbox hold, as indented JSON."""
    book = journal.book
    export = JournalExport(
        "goedwerk",
        "journal",
        VERSION,
        book.id,
        tuple(journal.entries.values()),
        tuple(book.progress.values()),
        tuple(book.skips.values()),
        tuple(book.marks.values()),
        tuple(book.position.values()),
    )
    return msgspec.json.format(msgspec.json.encode(export), indent=2) + b"\n"


def read_export(path: Path) -> Book:
    """Read what ``to_json`` made, as strictly as a journal is read.

    Raises:
        Trouble: the file can't be read, is no such export, was made by a newer version, or is not as the schema has it.
    """
    try:
        found = parse_object(read_regular(path, SIZE_LIMIT))
    except NotTables as error:
        raise _no_export(path) from error
    if found.get("program") != "goedwerk" or found.get("schema") != "journal":
        raise _no_export(path)
    version = found.get("version")
    if type(version) is int and version > VERSION:
        raise Trouble(
            f"‘{path}’ is gemaakt met een nieuwere versie van Goed Werk.",
            "Er is niets veranderd aan je dagboek.",
            "Werk het programma bij en probeer het opnieuw.",
        )
    book = _book(found)
    if book is None:
        raise Trouble(
            f"De inhoud van ‘{path}’ klopt niet: het bestand is veranderd of beschadigd.",
            "Er is niets veranderd aan je dagboek.",
            "Maak een nieuwe export van het dagboek waar dit uit komt.",
        )
    return book


def take_in(journal: Journal, path: Path) -> Merged:
    """Take in what another journal exported; a journal that has nothing yet becomes that journal.

    What is in the journal stays; what prevails is what ``book.merge`` says. The present file is kept as a backup.

    Raises:
        Trouble: the file is no export that can be read, or nothing could be saved.
    """
    book = read_export(path)
    before = journal.book.entries
    if journal.book == Book(journal.id) and journal.places is not None and not journal.places.journal.exists():
        journal.store.save(lambda _: book)
    else:
        if journal.places is not None and not journal.read_only:
            Backups(journal.places, seal=journal.store.seal).make(Why.BEFORE_MERGE)
        journal.merge(book)
    after = journal.book.entries
    return Merged(
        new=tuple(each for each in after if each not in before),
        changed=tuple(each for each, entry in after.items() if each in before and before[each] != entry),
        files=(path,),
    )


def _book(found: dict[str, Any]) -> Book | None:
    tables: dict[str, dict[Any, Any]] = {}
    known = set(JournalExport.__struct_fields__)
    if set(found) != known or type(found["version"]) is not int or found["version"] != VERSION:
        return None
    for table in TABLES:
        if not isinstance(found[table.name], list):
            return None
        rows: list[object] = found[table.name]
        read = [read_row(table, row) for row in rows]
        tables[table.name] = {table.key(row): row for row in read if row is not None}
        if len(tables[table.name]) != len(read):
            return None
    journal_id = found["journal"]
    if not isinstance(journal_id, str) or not 1 <= len(journal_id) <= 200:
        return None
    return Book(journal_id, **tables)  # pyright: ignore[reportArgumentType]


def _no_export(path: Path) -> Trouble:
    return Trouble(
        f"‘{path}’ is geen export van een dagboek.",
        "Er is niets veranderd aan je dagboek.",
        "Maak er een met ‘goedwerk exporteer --soort dagboek --formaat json’.",
    )
