"""How a workspace comes about: with the person's journal, with one that is kept nowhere, or with an example."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from goedwerk_tui.base.places import Places
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.exercises.own_places import drafts_of
from goedwerk_tui.journal import Journal
from goedwerk_tui.journal.drafts import Drafts
from goedwerk_tui.journal.lock import HeldBy, InstanceLock, LockUnavailable
from goedwerk_tui.journal.maintenance import Cared, take_care
from goedwerk_tui.journal.traces import JournalVanished, find_traces
from goedwerk_tui.journal.trouble import BackupReadOnly, refuse_missing
from goedwerk_tui.programme import Pack, open_content
from goedwerk_tui.tui.workspace import Workspace

if TYPE_CHECKING:
    from goedwerk_tui.journal.book import Book


def open_workspace(places: Places, content: Sequence[Path] = ()) -> Workspace:
    """Open the programme and the person's journal. Slow; call it from a thread.

    A journal that another window has open is opened for reading only, and so is a backup.

    Args:
        places: where everything lives.
        content: content of one's own, in the order in which it lies on the programme.

    Raises:
        Trouble: the journal can't be read.
    """
    # Whoever has not begun yet finds nothing of ours on the disk.
    pack = open_content(content, places.content_copies, renew=places.journal.exists())
    if places.is_backup:
        only_read = BackupReadOnly(places.journal)
        journal, cared = Journal.open(places, read_only=True), Cared(troubles=(only_read,))
        return Workspace(pack, journal, drafts=None, lock=None, cared=cared, without_lock=only_read)
    traces = find_traces(places)
    if not (places.journal.exists() or traces):
        # Nothing of ours is here yet but notes that wait: nothing is made until the person begins.
        return Workspace(pack, Journal.open(places), drafts=Drafts.of(places), lock=None)
    lock = InstanceLock(places)
    try:
        held = lock.acquire()
    except LockUnavailable as trouble:
        journal = Journal.open(places, read_only=True)
        return Workspace(pack, journal, drafts=None, lock=None, cared=Cared(troubles=(trouble,)), without_lock=trouble)
    if isinstance(held, HeldBy):
        # That window may have begun, and not kept anything yet.
        journal = Journal.open(replace(places, begin_anew=True), read_only=True)
        return Workspace(pack, journal, drafts=None, lock=None)
    try:
        refuse_missing(places)
        if traces and not places.begin_anew:
            # As they were before our own lock was among them.
            raise JournalVanished(places, traces)
        journal = Journal.open(places)
        cared = take_care(journal)
        return Workspace(pack, journal, drafts=drafts_of(places, pack), lock=lock, cared=cared)
    except BaseException:
        # Whatever is done about it next needs the lock itself.
        lock.release()
        raise


def look_round(content: Sequence[Path] = (), copies: Path | None = None) -> Workspace:
    """Open the programme with a journal that is kept nowhere.

    Args:
        content: as for ``open_workspace``.
        copies: the folder of the last good copies of content; None for whoever wants to see it as it is now.
    """
    return Workspace(open_content(content, copies), Journal.in_memory(), drafts=None, lock=None)


def open_example(pack: Pack) -> Workspace:
    """Make the journal of an invented colleague, kept nowhere. Slow; call it from a thread."""
    from goedwerk_tui.guidance.example_journal import example_journal

    shown = Workspace(pack, example_journal(pack), drafts=None, lock=None)
    shown.is_example = True
    return shown


def put_in_place(places: Places, found: "Book") -> None:
    """Put what was found in the place of a journal that can't be read. Slow; call it from a thread.

    Raises:
        Trouble: it was not put there; the unreadable file is where it was.
    """
    from goedwerk_tui.journal.restoring import replace_unreadable

    lock = InstanceLock(places)
    if isinstance(lock.acquire(), HeldBy):
        raise Trouble("Dit dagboek is open in een ander venster.", "Er is niets veranderd.", "Sluit dat venster.")
    try:
        replace_unreadable(places, found)
    finally:
        lock.release()
