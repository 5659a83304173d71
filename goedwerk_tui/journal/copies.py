"""Copies of the journal that a sync service left beside it, and those that a person brings."""

import os
from collections.abc import Mapping, Sequence
from contextlib import nullcontext, suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from goedwerk_tui.base.disk import Disk
from goedwerk_tui.base.files import ReadFailed, Reason, WriteFailed, folder_is_there, read_regular, real_path
from goedwerk_tui.base.journal_head import SIZE_LIMIT
from goedwerk_tui.base.places import Places, disk_of
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.base.written_folders import WrittenFolders
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.book import Book
from goedwerk_tui.journal.drafts_wiped_elsewhere import keep_unseen_drafts
from goedwerk_tui.journal.entry import Entry, Kind, Mark, State
from goedwerk_tui.journal.file import read_book, write_book
from goedwerk_tui.journal.inbox import read_inbox, with_waiting
from goedwerk_tui.journal.index import marked_in, shut_in
from goedwerk_tui.journal.journal import Journal
from goedwerk_tui.journal.left_behind import belongs_to, take_drafts_of
from goedwerk_tui.journal.marks_elsewhere import Lifted, weigh_brought, weigh_lifted
from goedwerk_tui.journal.neighbours import copies_of, of_their_own
from goedwerk_tui.journal.records import head_id, is_called_like
from goedwerk_tui.journal.shutting_in import Unsure
from goedwerk_tui.journal.trouble import JournalUnreadable, SaveFailed
from goedwerk_tui.journal.wiped_elsewhere import marked_as, note_ids


class Merged(Struct, frozen=True):
    """What came of merging."""

    new: tuple[str, ...] = ()
    """The ids of entries that the journal did not have; the log of exports is no writing."""
    in_trash: tuple[str, ...] = ()
    """The ids of those among what it did not have that lie in the trash."""
    changed: tuple[str, ...] = ()
    """The ids of entries that got other revisions."""
    files: tuple[Path, ...] = ()
    """The files that were merged, where they stood."""
    problems: tuple[Path, ...] = ()
    """Files that seem to be copies and could not be understood, or not be set aside; they are left where they are."""
    wiped: tuple[str, ...] = ()
    """The ids of entries that were wiped in the other copy, and are gone here now."""
    back: tuple[str, ...] = ()
    """The ids of entries that were gone here with the trash, and were put back or written in on another machine."""
    kept: tuple[str, ...] = ()
    """The ids of notes with what was written here, after that copy was made, in what was wiped there."""
    going: tuple[str, ...] = ()
    """The ids of those that are new or changed and stand marked to be brought: as they are now, they leave."""
    taken: tuple[Entry, ...] = ()
    """Those that are neither, and were marked to be brought on the other machine."""
    held_back: tuple[Entry, ...] = ()
    """What was marked so there by a clock that is ahead, and was taken back here: it stays."""
    lifted: Lifted = Lifted()
    """What was never to leave, and may by what was marked on the other machine."""
    unsure: Unsure = Unsure()
    """What does not leave because the journal began with a backup, which may be of before it was shut in."""
    left: tuple[Path, ...] = ()
    """Files in which what was wiped may still stand."""


def find_copies(places: Places, journal_id: str) -> tuple[Path, ...]:
    """Return the files beside the journal that are copies of it, whatever they are called.

    They are known by what stands at their beginning: that they are a journal, and its id. A file that is a journal of
    its own is no copy.
    """
    return copies_of(places, _beside(places, journal_id), journal_id)


def journals_beside(places: Places, journal_id: str) -> tuple[Path, ...]:
    """Return the files beside the journal that have its id and are journals of their own, opened by name."""
    return tuple(of_their_own(places, _beside(places, journal_id), journal_id))


def _beside(places: Places, journal_id: str) -> Sequence[Path]:
    real = real_path(places.journal)
    backups = {each.path for each in Backups(places).list()}
    return [each for each in journals_in(real.parent, real, journal_id, places.disk) if each not in backups]


def journals_in(folder: Path, like: Path, journal_id: str, disk: Disk) -> tuple[Path, ...]:
    """Return the files in a folder that are called more or less like a journal and are that one, but for itself.

    What a sync service makes of a name is not foreseen: ``dagboek-PC.json``, ``dagboek.json.conflict1``,
    ``dagboek.json~``, ``DAGBOEK.JSON``.
    """
    alike = (each for each in sorted(_files_in(folder)) if is_called_like(each, like))
    return tuple(each for each in alike if not _is_same(each, like) and head_id(each, disk) == journal_id)


def _files_in(folder: Path) -> list[Path]:
    try:
        return [
            each
            for each in folder.iterdir()
            if not each.name.startswith(".") and not each.is_symlink() and each.is_file()
        ]
    except OSError:
        return []


def _is_same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False


def take_up_copies(journal: Journal, before: Book | None = None) -> Merged:
    """Merge every copy beside the journal, and set it aside among the backups.

    What waits in the inbox of a copy comes along, as do the drafts that were made in it: the program itself puts them
    there when somebody opens a copy. The drafts come first, also those of a copy that can't be read, so that what only
    they have of a piece that is wiped, here or there, is kept.

    Args:
        journal: the journal.
        before: what it held before anything was wiped in it that is being wiped now.

    Raises:
        SaveFailed: the merged journal could not be saved; the copies are still there.
    """
    places = journal.places
    if places is None or journal.read_only:
        return Merged()
    books: dict[Path, Book] = {}
    inboxes: dict[Path, Mapping[Path, Entry]] = {}
    problems: list[Path] = []
    found = find_copies(places, journal.id)
    for path in found:
        copy = places.with_journal(path)
        is_its = belongs_to(copy, journal.id)
        if is_its:
            take_drafts_of(copy, journal)
        try:
            book = read_book(path, places.disk)
        except JournalUnreadable:
            problems.append(path)
            continue
        if book.id == journal.id:
            comes_along = is_its and copy.inbox != places.inbox
            inboxes[path] = read_inbox(copy.inbox, copy.disk).of(journal.id) if comes_along else {}
            books[path] = with_waiting(book, inboxes[path].values())
    if not found:
        return Merged()
    merged = _merge(journal, list(books.values()), before or journal.store.settled)
    backups = Backups(places)
    for path in books:
        try:
            backups.set_aside(path, read_regular(path, SIZE_LIMIT))
            _clear_up(journal, path, inboxes[path])
            path.unlink()
        except (ReadFailed, SaveFailed, OSError):
            # It was merged; that it still stands there only means that it is merged again, without effect.
            problems.append(path)
    return msgspec.structs.replace(merged, files=tuple(books), problems=tuple(problems))


def _clear_up(journal: Journal, path: Path, inbox: Mapping[Path, Entry]) -> None:
    """Clear up what stands in the folders of a copy, now that it is merged.

    Its own backups stay where they are, and are known from now on as those of this journal.
    """
    places = journal.places
    assert places is not None
    copy = places.with_journal(path)
    for each in inbox:
        each.unlink(missing_ok=True)
    with suppress(OSError):
        copy.inbox.rmdir()
    if places.is_own and copy.backups_beside.is_dir():
        WrittenFolders(places.state).keeps(copy.backups_beside, journal.id)


def refuse_copy(journal: Journal, path: Path) -> None:
    """See to it that a copy of the journal can stand in a file.

    Raises:
        Trouble: it is the folder of the journal, where each would be taken for a conflict copy of the other.
        SaveFailed: something is there already, or there is no such folder.
    """
    if journal.places is not None and real_path(path.parent) == real_path(journal.places.journal).parent:
        raise Trouble("In die map staat je dagboek al.", "Er is niets veranderd.", "Kies een andere map.")
    if os.path.lexists(path):
        raise SaveFailed(path, Reason.TAKEN)
    if not folder_is_there(path.parent):
        raise SaveFailed(path, Reason.NO_FOLDER)


def write_copy(journal: Journal, path: Path) -> None:
    """Write all that the journal has to another file in another folder, as a copy of the same journal.

    Raises:
        Trouble, SaveFailed: as ``refuse_copy`` has it.
        SaveFailed: it was not written.
    """
    refuse_copy(journal, path)
    state = journal.places.state if journal.places else None
    try:
        with WrittenFolders(state).writing_in(path.parent, journal.id) if state else nullcontext():
            _remember_both(journal, path)
            write_book(path, journal.book, disk_of(journal.places))
    except WriteFailed as failed:
        raise SaveFailed.of(path, failed) from failed


def _remember_both(journal: Journal, path: Path) -> None:
    """Remember where the journal is and where it goes on, whichever of them opens by itself later."""
    if journal.places is not None and journal.places.is_own:
        Backups(journal.places).remember_folders()
        WrittenFolders(journal.places.state).keeps(path.parent, journal.id)


def _merge(journal: Journal, books: list[Book], unwiped: Book) -> Merged:
    before = journal.book
    for book in books:
        journal.merge(marked_as(book, unwiped))
    came = with_marks(journal, what_came(before.entries, journal.book.entries, ()), before)
    kept = (*came.kept, *keep_unseen_drafts(journal, unwiped))
    return msgspec.structs.replace(came, kept=kept)


def with_marks(journal: Journal, came: Merged, before: Book) -> Merged:
    """Return what came of merging with what it means for what leaves.

    Args:
        journal: the journal, in which all of it was taken in.
        came: what came.
        before: what the journal held before that.

    Raises:
        SaveFailed: what is in doubt could not be shut in.
    """
    weighed = weigh_lifted(journal, shut_in(before) - shut_in(journal.book))
    brought = weigh_brought(journal, journal.marked(Mark.BRING) - marked_in(before)[Mark.BRING], before)
    marked = journal.marked(Mark.BRING)
    going = tuple(each for each in (*came.new, *came.changed, *came.back) if each in marked)
    taken = tuple(each for each in brought.taken if each.id not in going)
    return msgspec.structs.replace(came, going=going, taken=taken, held_back=brought.held_back, lifted=weighed)


def what_came(before: Mapping[str, Entry], after: Mapping[str, Entry], files: tuple[Path, ...]) -> Merged:
    """Return what came of merging, by the entries before and after it.

    Args:
        before: the entries of the journal as it was.
        after: the entries as they are now.
        files: what was merged.
    """
    gone = {each for each, entry in after.items() if entry.state is State.WIPED}
    wiped = tuple(each for each in gone if each in before and before[each].state is not State.WIPED)
    kept = {note for each in wiped for note in note_ids(before[each])} & (after.keys() - before.keys())
    told = {each for each, entry in after.items() if entry.kind is not Kind.LOG}
    all_new = [each for each in after if each in told and each not in before and each not in gone and each not in kept]
    new = tuple(each for each in all_new if after[each].state is State.LIVE)
    both = [each for each in after if each in before and each not in gone]
    back = tuple(each for each in both if before[each].state is State.WIPED)
    changed = tuple(each for each in both if each not in back and _got_revisions(before[each], after[each]))
    in_trash = tuple(each for each in all_new if each not in new)
    return Merged(new, in_trash, changed, files, wiped=wiped, back=back, kept=tuple(kept))


def _got_revisions(before: Entry, after: Entry) -> bool:
    known = {each.id for each in before.revisions}
    return any(each.id not in known for each in after.standing.revisions)
