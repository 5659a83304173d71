"""Notes that other processes leave for the journal: one file each, no lock needed."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct

from goedwerk_tui.base.clock import utc_now
from goedwerk_tui.base.disk import Disk
from goedwerk_tui.base.files import (
    ReadFailed,
    WriteFailed,
    make_private_folder,
    real_path,
)
from goedwerk_tui.base.places import Places
from goedwerk_tui.base.text import clean
from goedwerk_tui.base.written_folders import WrittenFolders
from goedwerk_tui.journal.book import Book, merge_entries, new_id
from goedwerk_tui.journal.entry import Entry, Id, Kind, Origin, Revision, State
from goedwerk_tui.journal.migration import SCHEMA
from goedwerk_tui.journal.records import head_id, in_order, is_of_neighbour
from goedwerk_tui.journal.trouble import SaveFailed, refuse_backup, refuse_missing
from goedwerk_tui.journal.values import clean_origin, clean_values

SUFFIX = ".json"
LIMIT = 64 * 1024 * 1024
"""The largest note that is taken up, in bytes."""

_CALLED = {Kind.ANSWER: "Je antwoord", Kind.LOG: "Wat je deelde"}
"""What waits in the inbox, as a person calls it."""


class Note(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What is in one file of the inbox."""

    schema: int
    entry: Entry
    journal: Id | None = None
    """The journal for which it was left, by its id; None of before notes said so, and where there was none yet."""


class InboxContent(NamedTuple):
    """What is in the inbox: entries by the file they are in, and the files that are not understood."""

    entries: Mapping[Path, Entry]
    problems: tuple[Path, ...]
    journals: Mapping[Path, str | None]
    """By file, for which journal an entry was left, as far as it says so."""

    def of(self, journal_id: str, *, unsigned: bool = True) -> Mapping[Path, Entry]:
        """Return what was left for one journal; what does not say for which, only when asked for."""
        mine = (journal_id, None) if unsigned else (journal_id,)
        return {path: entry for path, entry in self.entries.items() if self.journals[path] in mine}


def leave_note(  # noqa: PLR0913 - a note has as many sides as an entry
    places: Places,
    text: str,
    *,
    kind: Kind = Kind.NOTE,
    origin: Origin | None = None,
    data: Mapping[str, Any] | None = None,
    id: str = "",
    clock: Callable[[], datetime] = utc_now,
) -> Entry:
    """Leave a new entry in the inbox, or more of the one with that id; on return it is on the disk.

    Raises:
        BackupReadOnly: a backup is named as the journal.
        JournalMissing: the journal that the settings name is not there.
        SaveFailed: it is not.
    """
    refuse_backup(places)
    refuse_missing(places)
    revision = Revision(new_id(), clock(), clean(text), clean_values(data))
    entry = Entry(id or new_id(), kind, clean_origin(origin), (revision,))
    path, journal_id = places.inbox / f"{entry.id}{SUFFIX}", head_id(places.journal, places.disk)
    try:
        make_private_folder(places.inbox)
        places.disk.write(path, msgspec.json.encode(Note(SCHEMA, entry, journal_id)) + b"\n", LIMIT)
    except WriteFailed as failed:
        raise SaveFailed.of(path, failed, what=_CALLED.get(kind, "Je notitie")) from failed
    if journal_id is not None and places.is_own and places.usual is not None:
        # The journal may be moved on before anything opens it here: the note is found by this.
        WrittenFolders(places.state).keeps(real_path(places.journal).parent, journal_id)
    return entry


def read_inbox(folder: Path, disk: Disk) -> InboxContent:
    """Return what waits in the inbox. A file that is not understood is named and left as it is."""
    entries: dict[Path, Entry] = {}
    problems: list[Path] = []
    journals: dict[Path, str | None] = {}
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        try:
            note = msgspec.json.decode(disk.read(path, LIMIT), type=Note)
        except ReadFailed as failed:
            if failed.path.exists():
                problems.append(path)
            continue
        except (msgspec.MsgspecError, ValueError, RecursionError):
            problems.append(path)
            continue
        entry = in_order(note.entry)
        if entry is None or not 1 <= note.schema <= SCHEMA or entry.state is State.WIPED:
            problems.append(path)
        else:
            entries[path], journals[path] = entry, note.journal
    return InboxContent(entries, tuple(problems), journals)


def read_own_inbox(places: Places) -> InboxContent:
    """Return what waits in the inbox of a journal, but for what was left for another that stands beside it."""
    found = read_inbox(places.inbox, places.disk)
    theirs = {each for each in {*found.journals.values()} if is_of_neighbour(each, places.journal, places.disk)}
    mine = {path: entry for path, entry in found.entries.items() if found.journals[path] not in theirs}
    return found._replace(entries=mine)


def with_waiting(book: Book, waiting: Iterable[Entry]) -> Book:
    """Return a book with what waits in an inbox; the very same when it has all of it."""
    taken: dict[str, Entry] = {}
    for each in waiting:
        mine = taken.get(each.id) or book.entries.get(each.id)
        merged = merge_entries(mine, each) if mine else each
        if merged is not mine:
            taken[each.id] = merged
    return book.with_entries(taken.values()) if taken else book
