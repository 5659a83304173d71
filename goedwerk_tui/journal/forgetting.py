"""Wiping: what a person wants gone is gone, from every file that is ours."""

from collections.abc import Collection, Iterable
from datetime import timedelta
from pathlib import Path

from msgspec import Struct

from goedwerk_tui.base.files import ReadFailed, WriteFailed, read_regular, sweep_temporary
from goedwerk_tui.base.places import Places, synced_by
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.book import bury
from goedwerk_tui.journal.copies import find_copies
from goedwerk_tui.journal.drafts import Drafts
from goedwerk_tui.journal.entry import State
from goedwerk_tui.journal.file import read_book, write_book
from goedwerk_tui.journal.inbox import read_inbox
from goedwerk_tui.journal.journal import Journal
from goedwerk_tui.journal.lock import lock_files
from goedwerk_tui.journal.sealing import OPEN_SEAL, Seal
from goedwerk_tui.journal.storage import SIZE_LIMIT
from goedwerk_tui.journal.trouble import JournalUnreadable, NoSuchEntry, SaveFailed

TRASH_DAYS = 30
_OWN_FOLDER = "goedwerk"
ELSEWHERE = (
    "Wat je eerder exporteerde of kopieerde, reservekopieën die je computer zelf maakt en resten op de schijf"
    " kan dit programma niet wissen."
)


class Wiped(Struct, frozen=True):
    """What was wiped, and what was out of reach."""

    entries: tuple[str, ...]
    """The ids of the entries whose text is gone."""
    left: tuple[Path, ...]
    """Files of ours in which the text may still stand, as they could not be read or written."""
    elsewhere: str
    """In Dutch, what no program can reach from here."""


def out_of_reach(places: Places | None) -> str:
    """Return, in Dutch, what no wiping from here can reach."""
    service = synced_by(places.journal) if places else None
    if service is None:
        return ELSEWHERE
    return f"{ELSEWHERE} {service} kan oudere versies van je dagboek bewaren; wis die daar."


def wipe(journal: Journal, entry_ids: Collection[str]) -> Wiped:
    """Remove entries for good: from the journal, its revisions, drafts, inbox, copies and all backups.

    A tombstone without text stays, so that a copy elsewhere does not bring them back. Doing it again finishes what was
    cut short.

    Raises:
        NoSuchEntry: one of them is not in the journal.
        SaveFailed: the journal could not be saved; nothing was wiped.
    """
    journal.take_inbox()
    for each in entry_ids:
        if each not in journal.entries:
            raise NoSuchEntry(each)
    now = journal.now()
    journal.store.save(lambda book: bury(book, entry_ids, now))
    journal.forget_folded(entry_ids)
    return Wiped(tuple(entry_ids), _scrub(journal, set(entry_ids)), out_of_reach(journal.places))


def finish_wiping(journal: Journal) -> tuple[Path, ...]:
    """Remove from drafts, inbox, copies and backups what was wiped from the journal, here or on another machine.

    Returns:
        The files that could not be read or written.
    """
    wiped = {each.id for each in journal.book.entries.values() if each.state is State.WIPED}
    return _scrub(journal, wiped) if wiped else ()


def empty_trash(journal: Journal, *, days: int = TRASH_DAYS) -> Wiped:
    """Wipe what has been in the trash for longer than so many days.

    Raises:
        SaveFailed: the journal could not be saved; nothing was wiped.
    """
    limit = journal.now() - timedelta(days=days)
    expired = [each.id for each in journal.newest_first(state=State.TRASH) if each.changed < limit]
    return wipe(journal, expired) if expired else Wiped((), (), "")


def wipe_everything(places: Places, *, journal_id: str | None = None, seal: Seal = OPEN_SEAL) -> Wiped:
    """Remove every file of ours; to be called when the journal is closed.

    Files of others in the same folders stay; a folder that a person chose stays too.

    Args:
        places: where everything lives.
        journal_id: the journal's id, to find the copies beside it.
        seal: as the journal was opened with.
    """
    doomed: list[Path] = []
    if journal_id is not None:
        doomed += find_copies(places, journal_id, seal=seal) if places.journal.exists() else ()
    doomed += [each.path for each in Backups(places, seal=seal).list()]
    for folder in (places.inbox, places.drafts):
        doomed += folder.glob("*.json")
    real = places.journal.resolve()
    doomed.append(real)
    doomed += [places.journal, places.settings, places.fault_report, *lock_files(places)]
    left = [path for path in doomed if not _removed(path)]
    own = (places.inbox, places.drafts, places.backups, places.state)
    shared = (places.config, places.journal.parent)
    for folder in (*own, *shared, real.parent):
        sweep_temporary(folder)
    for folder in (*own, *(each for each in shared if each.name == _OWN_FOLDER)):
        _remove_empty(folder)
    return Wiped((), tuple(left), out_of_reach(places))


def _scrub(journal: Journal, wiped: set[str]) -> tuple[Path, ...]:
    places, seal = journal.places, journal.store.seal
    if places is None:
        return ()
    left: list[Path] = []
    for path in _copies_and_backups(places, journal.id, seal):
        try:
            if seal is not OPEN_SEAL or _may_hold(read_regular(path, SIZE_LIMIT), wiped):
                book = read_book(path, seal)
                write_book(path, bury(book, wiped, journal.now()), seal)
        except (ReadFailed, JournalUnreadable, WriteFailed):
            left.append(path)
    for path, entry in read_inbox(places.inbox, seal).entries.items():
        if entry.id in wiped and not _removed(path):
            left.append(path)
    drafts = Drafts(places.drafts, seal=seal)
    for draft in drafts.all():
        if draft.entry_id in wiped:
            try:
                drafts.clear(draft.key)
            except SaveFailed:
                left.append(places.drafts)
    journal.sweep()
    return tuple(left)


def _copies_and_backups(places: Places, journal_id: str, seal: Seal) -> Iterable[Path]:
    yield from find_copies(places, journal_id, seal=seal)
    yield from (each.path for each in Backups(places, seal=seal).list())


def _may_hold(content: bytes, wiped: set[str]) -> bool:
    """Return whether one of these entries stands in a file otherwise than as a tombstone."""
    for each in wiped:
        at = content.find(each.encode())
        while at >= 0:
            end = content.find(b"\n", at)
            line = content[content.rfind(b"\n", 0, at) + 1 : end if end >= 0 else len(content)]
            if b'"wiped"' not in line:
                return True
            at = content.find(each.encode(), at + 1)
    return False


def _removed(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _remove_empty(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:
        # Something of somebody else is in it, or it was not there.
        return
