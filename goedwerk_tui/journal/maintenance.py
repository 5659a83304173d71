"""What is done for the journal at every start, by whoever has its lock."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from goedwerk_tui.base.settings import SettingsUnreadable
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.journal.backup import Backup
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.book import Book
from goedwerk_tui.journal.copies import Merged, take_up_copies
from goedwerk_tui.journal.draft_marks import mark_drafts
from goedwerk_tui.journal.drafts import Drafts
from goedwerk_tui.journal.drafts_wiped_elsewhere import keep_unseen_drafts
from goedwerk_tui.journal.editor_pages import left_by_editors, take_up_pages, unplaced_pages, unread_pages
from goedwerk_tui.journal.entry import Entry, Mark, State
from goedwerk_tui.journal.erasure import Wiped, empty_trash, finish_wiping, forget_last_export
from goedwerk_tui.journal.journal import Journal
from goedwerk_tui.journal.kept_files import other_seats
from goedwerk_tui.journal.left_behind import take_drafts_along, take_notes_along
from goedwerk_tui.journal.leftovers import Swept, sweep
from goedwerk_tui.journal.marks_elsewhere import Lifted, chosen, shut_in_again, weigh_brought, weigh_lifted
from goedwerk_tui.journal.refuge import forget_cleared, has_more, in_refuge
from goedwerk_tui.journal.trouble import BackupsElsewhere

Done = TypeVar("Done")


class Cared(Struct, frozen=True):
    """What was done, and what could not be."""

    notes: tuple[Entry, ...] = ()
    """What came out of the inbox."""
    merged: Merged = Merged()
    """What came of the copies beside the journal."""
    backup: Backup | None = None
    """The backup of today, when one was made now."""
    emptied: Wiped | None = None
    """What was wiped from the trash."""
    left: tuple[Path, ...] = ()
    """Files from which something that was wiped could not be removed."""
    swept: Swept = Swept()
    """What was left half-written at other times and could not be removed."""
    of_editors: tuple[Path, ...] = ()
    """What editors that did not end well left beside an answer, and nobody was told of yet."""
    unread_pages: tuple[Path, ...] = ()
    """Answers that an editor left, that are not understood and stay where they are."""
    unplaced_pages: tuple[Path, ...] = ()
    """What an editor saved after its page was gone."""
    in_refuge: tuple[Path, ...] = ()
    """Files in temporary folders with what could not be kept with the journal at another time."""
    kept: tuple[str, ...] = ()
    """The ids of notes with what stood in drafts alone, of what was wiped elsewhere while the program was closed."""
    going: tuple[str, ...] = ()
    """The ids of entries marked to be brought in which another machine wrote in the file itself."""
    taken: tuple[Entry, ...] = ()
    """Those in which it wrote nothing, and that it marked to be brought."""
    held_back: tuple[Entry, ...] = ()
    """What it marked so by a clock that is ahead, and was taken back here: it stays."""
    lifted: Lifted = Lifted()
    """What was never to leave, and may by what another machine wrote in the file itself."""
    shut_in: tuple[Entry, ...] = ()
    """What never leaves, by what was said last, though the file that took the place of the journal's is of before."""
    not_brought: tuple[Entry, ...] = ()
    """What was taken back from what is brought, in the same case."""
    fuller: tuple[Path, ...] = ()
    """Files in which this journal stands as well, with something that it lacks here."""
    troubles: tuple[Trouble, ...] = ()
    """What was not as it should be; the journal itself is as it was."""


def take_care(journal: Journal) -> Cared:
    """Clear up what was left, make today's backup, take up copies and inbox, and empty the trash of what is old.

    The backup comes first, so that it holds the journal as it was before anything was merged into it. What fails is
    named and does not keep the rest from being done. Only the holder of the lock may call it.
    """
    if journal.places is None or journal.read_only:
        return Cared()
    take_up_pages(journal.places)
    swept = sweep(journal.places, journal.book.entries.values())
    troubles: list[Trouble] = []
    if not journal.places.settings_understood:
        troubles.append(SettingsUnreadable(journal.places.settings))

    def attempt(what: Callable[[], Done], otherwise: Done) -> Done:
        try:
            return what()
        except Trouble as trouble:
            troubles.append(trouble)
            return otherwise

    older = journal.store.older
    backups = Backups(journal.places, clock=journal.now)
    backups.remember_folders()
    of_before = backups.newest()
    backup = attempt(backups.rotate, None)
    journal.store.backed_up = bool(journal.book.entries)
    if backup is not None and backups.displaced() == (backup,):
        troubles.append(BackupsElsewhere(journal.places))
    take_drafts_along(journal)
    kept = attempt(lambda: keep_unseen_drafts(journal, journal.store.settled), ())
    merged = attempt(lambda: take_up_copies(journal), Merged())
    notes = attempt(lambda: take_notes_along(journal), ())
    mark_drafts(Drafts.of(journal.places), journal.book)
    emptied = attempt(lambda: empty_trash(journal), None)
    left = attempt(lambda: finish_wiping(journal), ())
    shut_in = attempt(lambda: shut_in_again(journal, of_before), ())
    journal.store.remember_seen()
    forget_cleared(journal.places, journal.id)
    refuges, fuller = in_refuge(journal.places, journal.book), fuller_elsewhere(journal)
    return Cared(
        notes,
        merged,
        backup,
        emptied,
        left,
        swept,
        left_by_editors(journal.places),
        unread_pages(journal.places),
        unplaced_pages(journal.places),
        refuges,
        kept,
        shut_in=(*chosen(journal, older.shut_in), *shut_in),
        not_brought=chosen(journal, older.not_brought),
        fuller=fuller,
        troubles=tuple(troubles),
    )


def fuller_elsewhere(journal: Journal) -> tuple[Path, ...]:
    """Return the files in which the journal stood before, or went on for once, and that have something it lacks."""
    if journal.places is None:
        return ()
    seats = other_seats(journal.places, journal.id)
    return tuple(each.journal for each in seats if has_more(each.journal, journal.book, each.disk))


def look_again(journal: Journal) -> Cared:
    """Take up what came since: changes of the file, copies and notes. Cheap when there is nothing.

    Whoever may only read sees the changes; copies and notes stay where they are.

    Raises:
        SaveFailed: what came could not be taken up; the journal is as it was.
    """
    if journal.places is None:
        return Cared()
    if journal.read_only:
        journal.refresh()
        return Cared()
    before = journal.store.settled
    merged = take_up_copies(journal)
    notes = journal.take_inbox()
    journal.refresh()
    backup = _first_backup(journal)
    others = journal.store.take_from_others()
    weighed = weigh_lifted(journal, others.lifted)
    brought = weigh_brought(journal, others.bring & journal.marked(Mark.BRING), before)
    going = tuple(others.wrote & journal.marked(Mark.BRING))
    taken = tuple(each for each in brought.taken if each.id not in others.wrote)
    left = remove_wiped_elsewhere(journal, before)
    return Cared(
        notes, merged, backup, going=going, taken=taken, held_back=brought.held_back, lifted=weighed, left=left
    )


def remove_wiped_elsewhere(journal: Journal, before: Book) -> tuple[Path, ...]:
    """See to it that what another machine wiped leaves the backups here as well; cheap when nothing was.

    Args:
        journal: the journal, in which the wiping was taken in.
        before: what it held before that.

    Returns:
        The files that could not be read or written.

    Raises:
        SaveFailed: what only a draft had could not be kept.
    """
    if journal.read_only or _wiped(journal.book) == _wiped(before):
        journal.store.settle()
        return ()
    keep_unseen_drafts(journal, before)
    return (*finish_wiping(journal), *forget_last_export(journal))


def heal(journal: Journal) -> Cared:
    """Finish what an opening of the app would finish of a wiping that was cut short, or came from elsewhere.

    Only the holder of the lock may call it.

    Returns:
        What was kept of drafts and copies, and the files that could not be read or written.

    Raises:
        SaveFailed: what only a draft had could not be kept.
    """
    if journal.places is None:
        return Cared()
    Backups(journal.places).remember_folders()
    take_drafts_along(journal)
    kept = keep_unseen_drafts(journal, journal.store.settled)
    merged = take_up_copies(journal)
    mark_drafts(Drafts.of(journal.places), journal.book)
    left = (*finish_wiping(journal), *forget_last_export(journal))
    return Cared(merged=merged, kept=kept, left=left)


def _first_backup(journal: Journal) -> Backup | None:
    """Make the backup of today as soon as there is something to lose, when at the start there was nothing."""
    if journal.places is None or not journal.book.entries or journal.store.backed_up:
        return None
    journal.store.backed_up = True
    return Backups(journal.places, clock=journal.now).rotate()


def _wiped(book: Book) -> frozenset[str]:
    return frozenset(each.id for each in book.entries.values() if each.state is State.WIPED)
