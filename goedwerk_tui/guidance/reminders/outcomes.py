"""What came of a prediction in a log: asked between the sessions, and kept in the log as if it was filled in there."""

from dataclasses import dataclass

from goedwerk_tui.base.clock import local
from goedwerk_tui.guidance.exercises import persistence
from goedwerk_tui.guidance.exercises.list import ItemList, ListedItem, prediction_key
from goedwerk_tui.guidance.exercises.state import FORECAST
from goedwerk_tui.guidance.reminders import intentions
from goedwerk_tui.journal import Entry, Journal


@dataclass(frozen=True)
class LoggedPrediction:
    """A prediction of a log of which is not said yet how it ended."""

    log: Entry
    """The result that holds it."""
    work: ItemList
    item: ListedItem

    @property
    def outcomes(self) -> tuple[tuple[str, str], ...]:
        """How it can end: pairs of id and words."""
        return self.work.outcomes


def logged(journal: Journal, intention: Entry) -> LoggedPrediction | None:
    """Return the prediction that an intention looks back at; None when it is of no log, or has its outcome there."""
    origin = intention.origin
    if origin is None or not (intention.data or {}).get(FORECAST):
        return None
    for log in persistence.results(journal, origin):
        work = persistence.work_of(log)
        if not isinstance(work, ItemList):
            continue
        for item in work.items:
            if origin.item == f"{persistence.ITEM}.{prediction_key(item)}" and work.without_outcome(item.key):
                return LoggedPrediction(log, work, item)
    return None


def decide(journal: Journal, intention_id: str, outcome: str) -> bool:
    """Keep in its log how a prediction ended, and ask it back no more.

    Returns:
        Whether that was done; it was not when that was kept meanwhile, or the log is gone.

    Raises:
        NoSuchEntry: the intention is not there any more.
        SaveFailed: it could not be written.
    """
    found = logged(journal, journal.entries[intention_id]) if intention_id in journal.entries else None
    if found is None:
        return False
    work = found.work.decide(found.item.key, outcome)
    journal.change(found.log.id, work.text(), data=persistence.values_of(work))
    intentions.end(journal, intention_id, local(journal.now()).date())
    return True
