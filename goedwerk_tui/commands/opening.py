"""How a command opens the journal: alone, to change it, to read, or only to look."""

import argparse
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import replace

from goedwerk_tui.base.places import Places, SetBy
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.commands.looking import only_looks
from goedwerk_tui.commands.printing import complain
from goedwerk_tui.journal import Journal
from goedwerk_tui.journal.traces import find_traces
from goedwerk_tui.journal.trouble import refuse_backup


@contextmanager
def alone(places: Places) -> Generator[Places]:
    """Hold the journal's lock, which counts for no trace of an earlier journal where there was none.

    Raises:
        Trouble: a window has the journal open, or it is a backup.
    """
    from goedwerk_tui.journal.lock import HeldBy, InstanceLock, LockUnavailable

    refuse_backup(places)
    named = places.journal_set_by is SetBy.COMMAND
    places = replace(places, begin_anew=named or find_traces(places) is None)
    lock = InstanceLock(places)
    try:
        held = lock.acquire()
    except LockUnavailable as unavailable:
        unavailable.meaning = "Zonder slot is niet te zien of een venster schrijft. Daarom is er niets veranderd."
        raise
    if isinstance(held, HeldBy):
        raise Trouble(
            "Dit dagboek is open in een venster.", "Er is niets veranderd.", "Sluit dat venster en probeer het opnieuw."
        )
    try:
        yield places
    finally:
        lock.release()


def open_as_asked(options: argparse.Namespace, places: Places) -> Journal:
    """Open the journal for what a command does with it: to read, or only to look.

    Raises:
        JournalUnreadable: the journal is not understood, or is not where it should be.
    """
    return Journal.open(places, read_only=True) if only_looks(options) else open_to_read(places)


def open_to_read(places: Places) -> Journal:
    """Open the journal for reading, once it has taken in what waits for it; that waits on where it can't.

    Raises:
        JournalUnreadable: the journal is not understood, or is not where it should be.
    """
    from goedwerk_tui.guidance.wiping_messages import where_gone_words_stay
    from goedwerk_tui.journal.left_behind import take_drafts_along, take_notes_along, waits

    if places.journal.exists() and waits(places):
        with suppress(Trouble), alone(places) as own:
            journal = Journal.open(own)
            take_drafts_along(journal)
            take_notes_along(journal)
            if stay := where_gone_words_stay(journal):
                complain(stay)
    return finish_what_was_cut_short(Journal.open(places, read_only=True), complain)


def finish_what_was_cut_short(journal: Journal, tell: Callable[[str], None]) -> Journal:
    """Do what an opening of the app would do for what was wiped, and for copies of a sync service beside the journal.

    What is only in such a copy would be passed over: a piece that another machine wrote, wiped or marked as one that
    never leaves. A window that has the journal open does it itself. What only a person can do is told.

    Args:
        journal: the journal, opened to read.
        tell: what says a sentence to the person.

    Returns:
        The journal as it is afterwards.
    """
    from goedwerk_tui.guidance.care_messages import what_care_found, where_fuller
    from goedwerk_tui.guidance.older_messages import what_an_older_file_lacks, what_stays_here
    from goedwerk_tui.guidance.wiping_messages import where_gone_words_stay
    from goedwerk_tui.journal.erasure import is_wiping_finished
    from goedwerk_tui.journal.maintenance import fuller_elsewhere, heal
    from goedwerk_tui.journal.marks_elsewhere import chosen

    places, older = journal.places, journal.store.older
    if places is not None and places.journal.exists() and (_has_copies(journal) or not is_wiping_finished(journal)):
        with suppress(Trouble), alone(places) as own:
            healed = Journal.open(own)
            cared = heal(healed)
            for sentence in filter(None, (*what_care_found(cared), where_gone_words_stay(healed))):
                tell(sentence)
        journal.refresh()
    stays = what_stays_here(chosen(journal, older.shut_in), chosen(journal, older.not_brought))
    fuller = fuller_elsewhere(journal)
    for sentence in (*stays, *what_an_older_file_lacks(journal.store.older, fuller), *where_fuller(fuller)):
        tell(sentence)
    return journal


def _has_copies(journal: Journal) -> bool:
    """Say whether a sync service left copies beside the journal; of one that was opened by name nothing is taken up."""
    from goedwerk_tui.journal.copies import find_copies

    places = journal.places
    if places is None or places.journal_set_by is SetBy.COMMAND:
        return False
    return bool(find_copies(places, journal.id))
