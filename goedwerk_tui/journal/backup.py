"""One backup of a journal, and what putting it back would change."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from goedwerk_tui.journal.book import Book, merge_entries
from goedwerk_tui.journal.entry import Entry, Kind, State


class Why(StrEnum):
    """Why a backup was made."""

    DAY = "dag"
    BEFORE_RESTORE = "voor-herstel"
    BEFORE_MERGE = "voor-samenvoegen"
    OLDER_VERSION = "oudere-versie"
    """The journal as an older version of the program left it, from just before the format was brought up to date."""
    MEMORY = "uit-geheugen"
    """What the program still knew when it ended, of a file that something else had emptied or taken away."""
    ASIDE = "opzij"
    """A file that was set aside as it was: a conflict copy that was merged, or a journal that could not be read."""


class Backup(Struct, frozen=True):
    """One earlier state, or one file that was set aside."""

    path: Path
    at: datetime
    why: Why


class BackupDifference(Struct, frozen=True):
    """What would be otherwise if a backup were restored."""

    absent: tuple[Entry, ...]
    """Entries of the backup that are not in the journal, or are in its trash."""
    different: tuple[Entry, ...]
    """Entries, as in the backup, that have another text in the journal."""
    only_there: int
    """How many of the others have a version in the backup that is not in the journal."""
    newer: int
    """How many entries the journal has outside its trash that the backup has not; they stay."""


def difference(earlier: Book, now: Book) -> BackupDifference:
    """Return what making a journal what it was before would change, but for the log: that is no writing."""
    absent: list[Entry] = []
    different: list[Entry] = []
    only_there = 0
    for each in earlier.entries.values():
        present = now.entries.get(each.id)
        wiped = present is not None and present.state is State.WIPED
        if each.kind is Kind.LOG or each.state is not State.LIVE or wiped:
            continue
        if present is None or present.state is State.TRASH:
            absent.append(each)
        elif (present.text, present.data) != (each.text, each.data):
            different.append(each)
        elif merge_entries(present, each) != present:
            only_there += 1
    newer = sum(each.kind is not Kind.LOG and each.id not in earlier.entries for each in now.live)
    return BackupDifference(tuple(absent), tuple(different), only_there, newer)
