"""What can still be read of a damaged journal."""

import hashlib
import json
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, cast

import msgspec
from msgspec import Struct

from goedwerk_tui.base.decoding import decode
from goedwerk_tui.base.files import read_regular
from goedwerk_tui.base.text import clean
from goedwerk_tui.journal.book import Book, Key, merge_entries, new_id
from goedwerk_tui.journal.entry import Entry, Kind, Revision
from goedwerk_tui.journal.records import TABLES, TableSchema, read_row
from goedwerk_tui.journal.sealing import OPEN_SEAL, Seal
from goedwerk_tui.journal.storage import SIZE_LIMIT
from goedwerk_tui.journal.values import clean_values

_FIRST_TWO = re.compile(r'\{\s*"(id|entry|step)"\s*:\s*"[^"]*"\s*,\s*"(kind|mark|item|status|stop|day)"')
_TABLES = {second: table for table in TABLES for second in [table.type.__struct_fields__[1]]}
"""The tables by the second field of their documents; the first two tell which table a document is of."""
_TEXT = re.compile(r'"text"\s*:\s*"((?:[^"\\]|\\.)*)')
_HEAD = re.compile(r'"program"\s*:\s*"goedwerk".{0,80}?"journal"\s*:\s*"([^"]{1,200})"', re.DOTALL)
_BROKEN_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{0,3})?$|\\(?![\"\\/bfnrtu])|\\u(?![0-9a-fA-F]{4})")


class Salvaged(Struct, frozen=True):
    """What was rescued."""

    journal_id: str | None
    """The journal's id, when its head could be read."""
    entries: tuple[Entry, ...]
    """The entries that could be read whole."""
    beside: Book
    """Marks, progress and what else could be read whole; without entries, and with an id that means nothing."""
    fragments: tuple[str, ...]
    """Texts of which it can't be told where they belong."""

    def book(self, now: datetime) -> Book:
        """Return what was rescued as a journal of its own, with the fragments as notes of this moment."""
        notes = [Entry(fragment_id(text), Kind.NOTE, None, (Revision(new_id(), now, text),)) for text in self.fragments]
        book = msgspec.structs.replace(self.beside, id=self.journal_id or new_id())
        return book.with_entries([*self.entries, *notes])


def fragment_id(text: str) -> str:
    """Return the id of the note that a fragment becomes: the same each time, so that it is rescued once."""
    return hashlib.blake2b(text.encode(), digest_size=16, person=b"fragment").hexdigest()


NOTHING = Salvaged(None, (), Book(""), ())
"""Nothing was rescued."""


def salvage_file(path: Path, *, seal: Seal = OPEN_SEAL) -> Salvaged:
    """Read what can still be read of a damaged journal file; the file is not touched.

    Raises:
        ReadFailed: there is nothing to be read at all.
    """
    content = read_regular(path, SIZE_LIMIT)
    try:
        return salvage(seal.unseal(content))
    except ValueError:
        # Of what was sealed and is damaged nothing is legible.
        return NOTHING


def salvage(content: bytes) -> Salvaged:
    """Read every entry, mark and whatever else can still be read, line by line and wherever one begins.

    Each is taken only when it is whole; what can't be written of its text is left out. Of what lies between them the
    texts are kept as fragments.
    """
    text = decode(content).text
    head = _HEAD.search(text)
    found: dict[str, dict[str | Key, Any]] = {table.name: {} for table in TABLES}
    between: list[str] = []
    end = 0
    for table, row, begin, after in _rows(text):
        known = found[table.name].get(key := table.key(row))
        found[table.name][key] = row if known is None else _both(known, row)
        between.append(text[end:begin])
        end = after
    between.append(text[end:])
    entries: dict[Any, Entry] = found.pop("entries")
    known_texts = {each.text for entry in entries.values() for each in entry.revisions}
    fragments = dict.fromkeys(each for part in between for each in _texts(part))
    return Salvaged(
        head[1] if head else None,
        tuple(entries.values()),
        Book("", **found),  # pyright: ignore[reportArgumentType]
        tuple(each for each in fragments if each.strip() and each not in known_texts),
    )


def _both(one: Any, other: Any) -> Any:
    if isinstance(one, Entry):
        return merge_entries(one, other)
    return max(one, other, key=lambda each: each.at)


def _rows(text: str) -> Iterator[tuple[TableSchema, Any, int, int]]:
    decoder = json.JSONDecoder(strict=False)
    at = 0
    while found := _FIRST_TWO.search(text, at):
        at = found.end()
        try:
            value, after = decoder.raw_decode(text, found.start())
            value = clean_values(value)
        except (ValueError, RecursionError):
            continue
        table = _TABLES[found[2]]
        row = read_row(table, value)
        if row is not None:
            yield table, row, found.start(), after
            at = after


def _texts(part: str) -> Iterator[str]:
    for found in _TEXT.finditer(part):
        try:
            text = cast("str", json.loads(f'"{_BROKEN_ESCAPE.sub("", found[1])}"', strict=False))
        except ValueError:
            text = found[1]
        yield clean(text)
