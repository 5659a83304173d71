"""What can still be read of a damaged journal."""

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any, cast

import msgspec
from msgspec import Struct

from goedwerk_tui.base.decoding import decode
from goedwerk_tui.base.disk import Disk
from goedwerk_tui.base.journal_head import SIZE_LIMIT
from goedwerk_tui.base.text import clean
from goedwerk_tui.journal.book import Book, Key, merge_entries, new_id, tips
from goedwerk_tui.journal.entry import Entry, Revision, State, earlier_than
from goedwerk_tui.journal.records import MARKS, TABLES, TableSchema, read_row
from goedwerk_tui.journal.values import clean_values

_FIRST_TWO = re.compile(r'\{\s*"(id|entry|step)"\s*:\s*"[^"]*"\s*,\s*"(kind|mark|item|status|stop|day)"')
_TABLES = {second: table for table in TABLES for second in [table.type.__struct_fields__[1]]}
"""The tables by the second field of their documents; the first two tell which table a document is of."""
_MARKS = re.compile(r'^"marks": (?=\{)', re.MULTILINE)
"""Where the table of marks begins, as it is written here: nothing else begins a line with these signs."""
_STRING = r'(?:[^"\\]|\\.)*'
_BEFORE_DATA = rf'(?={_STRING}"\s*,\s*"data"\s*:)'
_TEXT = re.compile(rf'(?:"text"\s*:\s*"|"text"\s*:?\s*{_BEFORE_DATA}|"{_BEFORE_DATA})({_STRING})')
"""A text by its key, or where that or the quote before the text is damaged, by what stands behind it."""
_REVISION = re.compile(r'(?:\{\s*)?"id"\s*:\s*"([^"]{1,200})"[^{}]{1,80}?' + _TEXT.pattern)
"""A revision from its id up to the end of its text; what stands between may be damaged."""
_HEAD = re.compile(r'"program"\s*:\s*"goedwerk".{0,80}?"journal"\s*:\s*"([^"]{1,200})"', re.DOTALL)
_BROKEN_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{0,3})?$|\\(?![\"\\/bfnrtu])|\\u(?![0-9a-fA-F]{4})")
_DECODER = json.JSONDecoder(strict=False)
_LOST = "\0"
"""What a disk gives for a block that it lost: what stands on both sides of it may be of two documents."""


class Fragment(Struct, frozen=True):
    """A text of an entry that is damaged, so that it can't be told to which it belongs."""

    text: str
    revision: str | None
    """The id of the revision that it stands in, where that can still be read."""
    in_trash: bool
    """Whether that revision lay in the trash, as far as can be read."""


class Salvaged(Struct, frozen=True):
    """What was rescued."""

    journal_id: str | None
    """The journal's id, when its head could be read."""
    entries: tuple[Entry, ...]
    """The entries that could be read whole."""
    beside: Book
    """Marks, progress and what else could be read whole; without entries, and with an id that means nothing."""
    all_marks: bool
    """Whether these are surely all marks that there were."""
    fragments: tuple[Fragment, ...]
    """What could be read of other entries; one text may stand in more than one."""
    unread: int = 0
    """How many entries, marks and the like are in it that are not whole, or hold what is not understood."""

    def book(self) -> Book:
        """Return what could be read whole as a journal of its own."""
        return msgspec.structs.replace(self.beside, id=self.journal_id or new_id()).with_entries(self.entries)


def fragment_id(text: str) -> str:
    """Return the id of the note that a fragment becomes: the same each time, so that it is rescued once."""
    return hashlib.blake2b(text.encode(), digest_size=16, person=b"fragment").hexdigest()


NOTHING = Salvaged(None, (), Book(""), False, ())
"""Nothing was rescued."""


def salvage_file(path: Path, disk: Disk) -> Salvaged:
    """Read what can still be read of a damaged journal file; the file is not touched.

    Raises:
        ReadFailed: there is nothing to be read at all.
    """
    try:
        return salvage(disk.read(path, SIZE_LIMIT))
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
    end = unread = 0
    for table, row, begin, after in _rows(text):
        if row is None:
            unread += 1
            continue
        known = found[table.name].get(key := table.key(row))
        found[table.name][key] = row if known is None else _both(known, row)
        between.append(text[end:begin])
        end = after
    between.append(text[end:])
    entries: dict[Any, Entry] = found.pop("entries")
    known_texts = {each.text for entry in entries.values() for each in entry.revisions}
    fragments = _fragments([each for part in between for each in _torn_texts(part)])
    return Salvaged(
        head[1] if head else None,
        tuple(entries.values()),
        Book("", **found),  # pyright: ignore[reportArgumentType]
        _has_all_marks(text),
        tuple(each for each in fragments if each.text.strip() and each.text not in known_texts),
        unread,
    )


def _both(one: Any, other: Any) -> Any:
    if isinstance(one, Entry):
        return merge_entries(one, other)
    return max(one, other, key=lambda each: each.at)


def _rows(text: str) -> Iterator[tuple[TableSchema, Any | None, int, int]]:
    """Yield each document with where it begins and ends; None for one that can't be read whole."""
    at = 0
    while found := _FIRST_TWO.search(text, at):
        at, table = found.end(), _TABLES[found[2]]
        try:
            value, after = _object_at(text, found.start())
            row = read_row(table, clean_values(value))
        except ValueError:
            row, after = None, at
        yield table, row, found.start(), after
        if row is not None:
            at = after


def _has_all_marks(text: str) -> bool:
    """Return whether the table of marks is there from its beginning to its end, with nothing in it that is damaged."""
    try:
        tables = [_object_at(text, found.end())[0] for found in _MARKS.finditer(text)]
        if not tables:
            # Laid out by another program.
            tables = [_object_at(text.lstrip(), 0)[0]["marks"]]
        return all(read_row(MARKS, row) is not None for table in tables for row in table.values())
    except (ValueError, KeyError, AttributeError):
        return False


def _object_at(text: str, begin: int) -> tuple[dict[str, Any], int]:
    """Return the JSON object that begins at a place in a text, and where it ends.

    Raises:
        ValueError: there is none, or it is damaged.
    """
    try:
        value, after = _DECODER.raw_decode(text, begin)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(value, dict) or _LOST in text[begin:after]:
        raise ValueError("no whole object")
    return cast("dict[str, Any]", value), after


class _TornText(Struct, frozen=True):
    text: str
    revision_id: str | None
    revision: Revision | None
    """The whole of that revision, where it can be read."""


def _torn_texts(part: str) -> Iterator[_TornText]:
    end = 0
    while found := _REVISION.search(part, end):
        yield from (_TornText(each, None, None) for each in _texts(part, end, found.start()))
        revision, after = _revision_at(part, found.start())
        end = max(after, found.end())
        yield from (_TornText(each, found[1], revision) for each in _texts(part, found.start(), end))
    yield from (_TornText(each, None, None) for each in _texts(part, end, len(part)))


def _revision_at(part: str, begin: int) -> tuple[Revision | None, int]:
    try:
        value, after = _object_at(part, begin)
        return msgspec.convert(value, Revision), after
    except (ValueError, msgspec.ValidationError):
        return None, begin


def _texts(part: str, begin: int, end: int) -> Iterator[str]:
    """Yield the texts that begin between two places."""
    for found in takewhile(lambda each: each.start() < end, _TEXT.finditer(part, begin)):
        try:
            text = cast("str", json.loads(f'"{_BROKEN_ESCAPE.sub("", found[1])}"', strict=False))
        except ValueError:
            text = found[1]
        yield clean(text)


def _fragments(torn: Sequence[_TornText]) -> Iterator[Fragment]:
    thrown_away = _thrown_away(tuple({each.id: each for text in torn if (each := text.revision)}.values()))
    return (Fragment(each.text, each.revision_id, each.revision_id in thrown_away) for each in torn)


def _thrown_away(revisions: Sequence[Revision]) -> set[str]:
    """Return which revisions end in one that lay in the trash, and in none that did not."""
    last_ids = set(tips(revisions))
    last = [each for each in revisions if each.id in last_ids]
    trash = [each for each in last if each.state is State.TRASH]
    others = [each for each in last if each.state is not State.TRASH]
    return _up_to(trash, revisions) - _up_to(others, revisions)


def _up_to(last: Sequence[Revision], revisions: Sequence[Revision]) -> set[str]:
    return {each.id for each in last} | earlier_than(last, revisions)
