"""How a command opens the journal: alone, to change it, or to read."""

from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import replace

from goedwerk_tui.base.places import Places, SetBy
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.journal import Journal
from goedwerk_tui.journal.traces import find_traces


@contextmanager
def alone(places: Places) -> Generator[Places]:
    """Hold the journal's lock, which counts for no trace of an earlier journal where there was none.

    Raises:
        Trouble: a window has the journal open.
    """
    from goedwerk_tui.journal.lock import HeldBy, InstanceLock

    named = places.journal_set_by is SetBy.COMMAND
    places = replace(places, begin_anew=named or find_traces(places) is None)
    lock = InstanceLock(places)
    if isinstance(lock.acquire(), HeldBy):
        raise Trouble(
            "Dit dagboek is open in een venster.", "Er is niets veranderd.", "Sluit dat venster en probeer het opnieuw."
        )
    try:
        yield places
    finally:
        lock.release()


def open_to_read(places: Places) -> Journal:
    """Open the journal for reading, once it has taken in what waits in its inbox; that waits on where it can't.

    Raises:
        JournalUnreadable: the journal is not understood, or is not where it should be.
    """
    if places.journal.exists() and any(places.inbox.glob("*.json")):
        with suppress(Trouble), alone(places) as own:
            Journal.open(own).take_inbox()
    return Journal.open(places, read_only=True)
