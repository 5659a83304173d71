"""Wiping: what a person wants gone is gone, from every file that is ours."""

import hashlib
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from goedwerk_tui.base.files import (
    ReadFailed,
    WriteFailed,
    atomic_write,
    make_private_folder,
    read_regular,
)
from goedwerk_tui.base.places import Places
from goedwerk_tui.journal.book import Book, merge_into, tombstone
from goedwerk_tui.journal.copies import Merged, take_up_copies
from goedwerk_tui.journal.doomed import remove_all, removed
from goedwerk_tui.journal.drafts import Drafts
from goedwerk_tui.journal.drafts_wiped_elsewhere import graves_of_drafts, keep_unseen_drafts
from goedwerk_tui.journal.editor_pages import remove_pages, remove_taken_pages
from goedwerk_tui.journal.entry import Entry, Mark, State
from goedwerk_tui.journal.erasure_scope import away, what_goes
from goedwerk_tui.journal.file import read_book
from goedwerk_tui.journal.graves import remember_graves
from goedwerk_tui.journal.inbox import read_inbox
from goedwerk_tui.journal.journal import Journal
from goedwerk_tui.journal.kept_files import (
    KeptFiles,
    find_kept_files,
    forget_empty_folders,
)
from goedwerk_tui.journal.left_behind import left_behind, take_drafts_along, take_notes_along
from goedwerk_tui.journal.leftovers import Swept, sweep
from goedwerk_tui.journal.machine_files import bring_trash_days, files_elsewhere, machine_files, sign
from goedwerk_tui.journal.out_of_reach import out_of_reach
from goedwerk_tui.journal.scrubbing import beginnings, scrub_file
from goedwerk_tui.journal.trash_days import long_enough
from goedwerk_tui.journal.trouble import JournalUnreadable, NoSuchEntry, SaveFailed, failing_means
from goedwerk_tui.journal.wiped_elsewhere import marked_as, merge_with_unseen

_STATE_LIMIT = 1024
_NOTHING_WIPED = "Er is niets gewist: alles staat er nog."
_NOT_YET_EVERYWHERE = (
    "In je dagboek is het gewist. In concepten, kopieën en reservekopieën kan het nog staan; dat gaat weg zodra"
    " Goed Werk weer iets kan bewaren."
)


class Wiped(Struct, frozen=True):
    """What was wiped, and what was out of reach."""

    entries: tuple[str, ...]
    """The ids of the entries whose text is gone."""
    left: tuple[Path, ...]
    """Files of ours in which the text may still stand, as they could not be read or written."""
    elsewhere: str
    """In Dutch, what no program can reach from here."""
    unseen: tuple[Path, ...] = ()
    """Folders that are not there now, in which the text may stand in a file that was left half-written."""
    others: tuple[Path, ...] = ()
    """Journals that something else put in the place of the one that was wiped; they are as they were."""
    away: tuple[Path, ...] = ()
    """Folders in which the journal or its backups were before, and that are not there now."""
    merged: Merged = Merged()
    """What came of the copies that stood beside the journal: what another machine wrote in them is kept."""
    kept: tuple[str, ...] = ()
    """The ids of notes with what was written in it where the journal was before, or went on for once."""
    beside_pages: tuple[Path, ...] = ()
    """What a person's own editor left where an answer lay open that was wiped; it may hold words of that."""


def wipe(journal: Journal, entry_ids: Collection[str], *, emptied: bool = False) -> Wiped:
    """Remove entries for good: from the journal, its revisions, drafts, inbox, copies and all backups.

    A tombstone without text stays, so that a copy elsewhere does not bring them back. What another machine wrote in
    them, and nobody saw here yet, becomes a note: copies beside the journal are merged first. Doing it again finishes
    what was cut short.

    Args:
        journal: the journal.
        entry_ids: which entries.
        emptied: whether nobody says so, but they have been in the trash for long enough. What another machine put back
            or wrote in them then stands there as it is.

    Raises:
        NoSuchEntry: one of them is not in the journal.
        SaveFailed: the journal could not be saved; nothing was wiped, or the next start finishes it.
    """
    before = journal.book
    with failing_means(_NOTHING_WIPED):
        take_drafts_along(journal)
        take_notes_along(journal)
    for each in entry_ids:
        if each not in journal.entries:
            raise NoSuchEntry(each)
    seen = [before.entries.get(each) or journal.book.entries[each] for each in entry_ids]
    elsewhere = out_of_reach(journal.places)
    graves = {each.id: tombstone(each, journal.now(), emptied=emptied) for each in seen}
    buried = Book(journal.id, {**graves, **graves_of_drafts(journal, graves.keys())})
    # They hold for what a person saw; what came since by another machine was not wiped.
    with failing_means(_NOTHING_WIPED):
        journal.store.save(lambda book: merge_into(book, buried, merge_with_unseen))
    journal.forget_folded(entry_ids)
    with failing_means(_NOT_YET_EVERYWHERE):
        # Another machine may have wiped something else meanwhile, of which nobody here saw what stands in a draft.
        keep_unseen_drafts(journal, journal.store.settled)
        merged = take_up_copies(journal, before)
        scrubbed = _scrub(journal, before, seen)
    left = (*scrubbed.left, *forget_last_export(journal), *away(journal.places))
    swept = sweep(journal.places, journal.book.entries.values()) if journal.places else Swept()
    return Wiped(
        tuple(entry_ids),
        (*left, *swept.left),
        elsewhere,
        swept.unseen,
        away=scrubbed.away,
        merged=merged,
        kept=scrubbed.kept,
        beside_pages=scrubbed.beside_pages,
    )


def forget_last_export(journal: Journal) -> tuple[Path, ...]:
    """Forget which words were replaced in the last export: they may be among what was wiped. Returns what is left."""
    places = journal.places
    if places is None:
        return ()
    kept = (machine_files(places), *files_elsewhere(places, journal.book))
    return tuple(each.last_export for each in kept if each.last_export.exists() and not removed(each.last_export))


def finish_wiping(journal: Journal) -> tuple[Path, ...]:
    """Remove from drafts, inbox, copies, backups and half-written files what was wiped, here or on another machine.

    What stands in drafts and in copies beside the journal alone, and was never seen by who wiped the piece, becomes a
    note first.

    Returns:
        The files that could not be read or written.

    Raises:
        SaveFailed: the note could not be kept; nothing was removed.
    """
    journal.store.save(lambda book: book)
    before = journal.store.settled
    keep_unseen_drafts(journal, before)
    take_up_copies(journal)
    unreached = sweep(journal.places, journal.book.entries.values()).left if journal.places else ()
    return (*unreached, *_scrub(journal, before).left)


def is_wiping_finished(journal: Journal) -> bool:
    """Return whether no file has changed since nothing was left in any of what was wiped; cheap."""
    wiped = _wiped(journal)
    if journal.places is None:
        return True
    if not journal.store.is_saved:
        # A file of before was put back.
        return False
    if not wiped:
        return True
    kept = find_kept_files(journal.places, journal.id)
    return _finished_before(journal.places, _state_of(kept, wiped))


def empty_trash(journal: Journal) -> Wiped:
    """Wipe what has been in the trash for long enough; to be called once at a start.

    What is still being written in stays until that is kept or thrown away.

    Raises:
        SaveFailed: the journal could not be saved; nothing was wiped.
        WriteFailed: how long it was there could not be kept; nothing was wiped.
    """
    if journal.places is None:
        return Wiped((), (), "")
    trash = journal.newest_first(state=State.TRASH)
    drafted = {each.entry_id for each in Drafts.of(journal.places).all()}
    bring_trash_days(journal.places, journal.book)
    sign(journal.places)
    expired = long_enough(machine_files(journal.places).trash_days, trash, journal.now())
    doomed = [each.id for each in expired if each.id not in drafted]
    if not doomed:
        return Wiped((), (), "")
    never = journal.marked(Mark.NEVER_LEAVE)
    kept_back = tuple(journal.book.entries[each] for each in doomed if each in never)
    wiped = wipe(journal, doomed, emptied=True)
    journal.store.tell_of(kept_back)
    return wiped


def wipe_everything(places: Places, *, journal_id: str | None = None) -> Wiped:
    """Remove every file of ours; to be called when the journal is closed.

    Of a journal that is not one's own the settings stay, since they are about another. Files of others in the same
    folders stay; a folder that a person chose stays too. So does what stands in the journal's place and can't be told
    to be one: whoever asks to wipe is told so first (``refuse_foreign``).

    Args:
        places: where everything lives.
        journal_id: the journal's id, to find the copies beside it.
    """
    elsewhere = out_of_reach(places, everything=True)
    pages = remove_pages(places, journal_id)
    found = what_goes(places, journal_id)
    left = (*found.left, *pages, *remove_all(places, found.files, found.folders))
    return Wiped((), left, elsewhere, found.unseen, found.others, found.away)


def _scrub(journal: Journal, before: Book, seen: Collection[Entry] = ()) -> Wiped:
    """Take what was ever wiped from this journal out of every other file that can hold it.

    What was written where the journal was before, or went on for once, and nobody saw here, becomes a note first.

    Args:
        journal: the journal.
        before: what it held before the wiping.
        seen: what a person wipes now, as it was.
    """
    places, known_by = journal.places, beginnings(seen)
    journal.store.settle()
    if places is None or not _wiped(journal):
        return Wiped((), (), "")
    kept = find_kept_files(places, journal.id)
    finished = not known_by and _finished_before(places, _state_of(kept, _wiped(journal)))
    known = journal.book.entries.keys()
    behind = tuple(each.places for each in left_behind(places, journal.id))
    keep_unseen_drafts(journal, before, (*kept.waiting, *behind))
    for each in () if finished else kept.seats:
        _keep_unseen(journal, each, before)
    notes = tuple(journal.book.entries.keys() - known)
    wiped = _wiped(journal)
    remember_graves(places, journal.book)
    left: list[Path] = []
    if not finished:
        files = (*kept.files, *kept.uncertain)
        left += (each for each in files if not scrub_file(each, wiped, places.disk, known_by))
        if not left:
            _remember_finished(places, _state_of(kept, wiped))
    for each in kept.waiting:
        left += _scrub_waiting(each, wiped)
        if known_by:
            # What can't be read may be half a file with the text; that is said when it matters.
            drafts = Drafts(each.drafts, each.disk)
            drafts.all()
            left += drafts.problems
    for each in behind:
        left += _scrub_waiting(each, wiped)
    beside, pages = remove_taken_pages(places, journal.book, seen)
    forget_empty_folders(places, journal.id)
    return Wiped((), (*left, *pages), "", away=kept.away, kept=notes, beside_pages=beside)


def _keep_unseen(journal: Journal, seat: Places, before: Book) -> None:
    """Keep what another file of the journal has of pieces that are wiped, and was never seen by who wiped them."""
    try:
        there = read_book(seat.journal, seat.disk)
    except JournalUnreadable:
        return
    wiped = _wiped(journal)
    entries = {id: each for id, each in there.entries.items() if id in wiped and each.state is not State.WIPED}
    marks = {key: each for key, each in marked_as(there, before).marks.items() if each.entry in entries}
    if entries:
        journal.merge(Book(journal.id, entries, marks=marks))


def _wiped(journal: Journal) -> Mapping[str, Entry]:
    """Return the tombstones of the journal."""
    return {id: each for id, each in journal.book.entries.items() if each.state is State.WIPED}


def _state_of(kept: KeptFiles, wiped: Collection[str]) -> bytes:
    """Return what changes when one of the files does, or when something more is wiped."""
    digest = hashlib.blake2b("\n".join(sorted(wiped)).encode(), digest_size=16)
    for path in (*kept.files, *kept.uncertain):
        with suppress(OSError):
            found = path.stat()
            digest.update(f"\n{path}\n{found.st_size} {found.st_mtime_ns}".encode("utf-8", "surrogateescape"))
    return digest.hexdigest().encode()


def _finished_before(places: Places, state: bytes) -> bool:
    try:
        return read_regular(machine_files(places).wiped, _STATE_LIMIT) == state
    except ReadFailed:
        return False


def _remember_finished(places: Places, state: bytes) -> None:
    # What can't be remembered is looked for again.
    with suppress(WriteFailed):
        make_private_folder(places.state)
        atomic_write(machine_files(places).wiped, state)
        sign(places)


def _scrub_waiting(places: Places, wiped: Collection[str]) -> Iterable[Path]:
    """Remove what waits to come into the journal, and yield what could not be removed."""
    for path, entry in read_inbox(places.inbox, places.disk).entries.items():
        if entry.id in wiped and not removed(path):
            yield path
    drafts = Drafts(places.drafts, places.disk)
    for path, draft in drafts.strays().items():
        if draft.entry_id in wiped and not removed(path):
            yield path
    for draft in drafts.all():
        if draft.entry_id in wiped:
            try:
                drafts.remove(draft)
            except SaveFailed:
                yield places.drafts
