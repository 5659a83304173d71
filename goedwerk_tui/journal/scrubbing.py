"""Taking what was wiped out of one file, whatever wrote it last."""

import re
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

import msgspec

from goedwerk_tui.base.decoding import decode, wide_form
from goedwerk_tui.base.disk import Disk
from goedwerk_tui.base.files import ReadFailed, WriteFailed, read_regular
from goedwerk_tui.base.journal_head import SIZE_LIMIT
from goedwerk_tui.base.text import unsafe_sign
from goedwerk_tui.journal.book import Book, bury
from goedwerk_tui.journal.codec import parse
from goedwerk_tui.journal.entry import Entry, State
from goedwerk_tui.journal.file import read_book, write_book
from goedwerk_tui.journal.records import read_tables
from goedwerk_tui.journal.trouble import Cause, JournalUnreadable

_BEGINNING = 24
_ID = re.compile(rb'"id"\s*:\s*"([^"]{1,200})"')
_OURS = (b'"goedwerk"', b'"entries"', b'"revisions"', b'"text"')
_LINE = re.compile(rb'"\d+": (\{.*\}),?')


def beginnings(entries: Iterable[Entry]) -> tuple[bytes, ...]:
    """Return how the texts of entries begin, as they stand in a file: enough to be known by in one that is damaged."""
    texts = (each.text.strip() for entry in entries for each in entry.revisions)
    return tuple(_as_it_begins(each) for each in texts if each)


def scrub_file(path: Path, graves: Mapping[str, Entry], disk: Disk, known_by: Collection[bytes] = ()) -> bool:
    """Take what was wiped out of a copy or a backup.

    A file that is not understood is left as it is.

    Args:
        path: the file.
        graves: the tombstones, by the ids of their entries.
        disk: that of the places of the journal.
        known_by: how the texts begin that may not stand in it, for a file that is not understood.

    Returns:
        Whether nothing of it stands there now; not so for one that can't be looked into, as it is packed.
    """
    try:
        content = read_regular(path, SIZE_LIMIT)
        plain = disk.unsealed(content)
    except (ReadFailed, ValueError):
        return False
    legible = decode(plain).text.encode("utf-8", "replace") if wide_form(plain) else plain
    if not _may_hold(legible, graves) and not any(each in legible for each in known_by):
        return not (known_by and _is_closed(legible))
    try:
        book = _understood(path, legible, disk)
        buried = bury(book, graves)
        if buried is not book:
            write_book(path, buried, disk, over=content)
    except (JournalUnreadable, WriteFailed):
        return False
    return True


def _is_closed(content: bytes) -> bool:
    """Return whether a file is neither text nor anything of a journal: it may hold one that something else packed."""
    if not content or any(each in content for each in _OURS):
        return False
    text = content.decode("utf-8", "replace")
    return "\ufffd" in text or unsafe_sign(text) is not None


def _as_it_begins(text: str) -> bytes:
    quoted = msgspec.json.encode(text[:_BEGINNING])
    # A short text is known by its end as well, as its letters stand in many others.
    return quoted[1:-1] if len(text) >= _BEGINNING else b'"text":' + quoted


def _understood(path: Path, legible: bytes, disk: Disk) -> Book:
    try:
        return read_book(path, disk)
    except JournalUnreadable as trouble:
        if trouble.cause is not Cause.ENCODED:
            raise
        try:
            return read_tables(path, parse(legible)[0]).book
        except ValueError as error:
            raise trouble from error


def _may_hold(content: bytes, wiped: Collection[str]) -> bool:
    """Return whether one of these entries may stand in a file otherwise than as a tombstone on a line of its own."""
    ids = {each.encode() for each in wiped}
    return any(not _is_tombstone(content, found) for found in _ID.finditer(content) if found[1] in ids)


def _is_tombstone(content: bytes, found: re.Match[bytes]) -> bool:
    end = content.find(b"\n", found.end())
    line = content[content.rfind(b"\n", 0, found.start()) + 1 : end if end >= 0 else len(content)]
    document = _LINE.fullmatch(line)
    try:
        entry = msgspec.json.decode(document[1], type=Entry) if document else None
    except msgspec.MsgspecError:
        return False
    return entry is not None and all(each.state is State.WIPED for each in entry.revisions)
