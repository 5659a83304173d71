"""What was wiped from a journal, kept on this machine apart from it, without a word of what it was.

Whoever puts the journal's file back as it was before a wipe, by hand or from a backup of the machine, gets the rest of
it back and not what was wiped.
"""

import hashlib
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from goedwerk_tui.base.files import WriteFailed, atomic_write, make_private_folder, real_path
from goedwerk_tui.base.places import Places
from goedwerk_tui.journal.book import Book
from goedwerk_tui.journal.entry import State
from goedwerk_tui.journal.file import book_as_bytes, read_book
from goedwerk_tui.journal.machine_files import places_before
from goedwerk_tui.journal.trouble import JournalUnreadable


class Kept(StrEnum):
    """What this machine keeps of a journal by its id; how the name of its file ends."""

    GRAVES = "graves"
    SEEN = "seen"
    """What stood in it last."""


def file_of(places: Places, journal_id: str, kept: Kept) -> Path:
    """Return where something of a journal is kept, whether there is any or not.

    The journal that opens by itself goes by its id, also when its file is at another place now. One that a command
    names goes by its place too: what is tried out in a copy leaves the journal itself alone.
    """
    return _named(places.state, journal_id, "" if places.is_own else str(real_path(places.journal)), kept)


def all_files_of(places: Places, journal_id: str) -> tuple[Path, ...]:
    """Return all that is kept of a journal, with what is kept of it where it was before and is no more."""
    before = (
        _named(places.state, journal_id, each, kept) for each in places_before(places, journal_id) for kept in Kept
    )
    return (*(file_of(places, journal_id, kept) for kept in Kept), *before)


def _named(state: Path, journal_id: str, place: str, kept: Kept) -> Path:
    name = hashlib.blake2b(f"{journal_id}\n{place}".encode("utf-8", "surrogateescape"), digest_size=12).hexdigest()
    return state / f"{name}.{kept}"


def find_graves(places: Places, book: Book) -> Book | None:
    """Return the tombstones that this machine has of a journal, when the book has any of those pieces unwiped."""
    graves = read_graves(places, book.id)
    here = (book.entries.get(each) for each in graves.entries)
    return graves if any(each and each.state is not State.WIPED for each in here) else None


def read_graves(places: Places, journal_id: str) -> Book:
    """Return all tombstones that this machine has of a journal; none where they can't be read."""
    path = file_of(places, journal_id, Kept.GRAVES)
    try:
        graves = read_book(path, places.disk) if path.exists() else None
    except JournalUnreadable:
        graves = None
    return graves if graves and graves.id == journal_id else Book(journal_id)


def remember_graves(places: Places, book: Book) -> None:
    """Keep the tombstones of a journal, when they are others than those that are kept.

    What can't be kept is tried again when something else is wiped, and at each start.
    """
    path = file_of(places, book.id, Kept.GRAVES)
    graves = Book(book.id, {id: each for id, each in book.entries.items() if each.state is State.WIPED})
    if path.exists() and read_graves(places, book.id).entries == graves.entries:
        return
    with suppress(WriteFailed):
        make_private_folder(path.parent)
        atomic_write(path, book_as_bytes(graves, places.disk))
