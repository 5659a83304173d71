"""Another file for the journal that is open: all of it is written there, and opened."""

from pathlib import Path

from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.journal import Journal
from goedwerk_tui.journal.lock import HeldBy, InstanceLock


def open_copy(journal: Journal, path: Path) -> tuple[Places, Journal, InstanceLock]:
    """Write all that a journal has to a new file, and open that. Slow; call it from a thread.

    Returns:
        The places of the new file, the journal in it, and its lock.

    Raises:
        Trouble: it could not be written there, or is open in another window.
    """
    from goedwerk_tui.journal.copies import refuse_copy, write_copy

    places = find_places(path)
    refuse_copy(journal, places.journal)
    lock = InstanceLock(places)
    if isinstance(lock.acquire(), HeldBy):
        raise Trouble(
            f"‘{places.journal}’ is open in een ander venster.", "Er is niets veranderd.", "Kies een andere plek."
        )
    try:
        write_copy(journal, places.journal)
        return places, Journal.open(places), lock
    except BaseException:
        lock.release()
        raise
