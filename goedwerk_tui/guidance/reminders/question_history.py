"""Which questions were asked between the sessions before: those that were answered, and those that were put aside.

The answers are entries under ``STEP``; what was put aside stands in the table of progress, under a key that begins so.
"""

from datetime import datetime

from goedwerk_tui.journal import Entry, Journal, Status, StepProgress

STEP = "vraag-van-de-week"
"""The step under which answers and what was put aside are kept."""


def answers(journal: Journal) -> tuple[Entry, ...]:
    """Return the answers to all questions of the week, newest first."""
    return journal.newest_first(step=STEP)


def put_aside(journal: Journal, prompt_id: str) -> None:
    """Keep that a question was put aside.

    Raises:
        SaveFailed: it could not be written.
    """
    now = journal.now()
    # The stop says when: a record that says the same as before is not written again.
    journal.set_progress(_key(prompt_id), StepProgress(Status.DONE, now.isoformat(), now))


def when_put_aside(journal: Journal, prompt_id: str) -> datetime | None:
    """Return when a question was put aside last; None when it never was."""
    found = journal.progress.get(_key(prompt_id))
    return found.at if found else None


def last_asked(journal: Journal, answered: tuple[Entry, ...]) -> dict[str, datetime]:
    """Return when each question was answered or put aside last, by its id. A question that never was is not there."""
    begins = _key("")
    asked = {key.removeprefix(begins): each.at for key, each in journal.progress.items() if key.startswith(begins)}
    for each in answered:
        if each.origin:
            item = each.origin.item
            asked[item] = max(each.created, asked.get(item, each.created))
    return asked


def _key(prompt_id: str) -> str:
    return f"{STEP}/{prompt_id}"
