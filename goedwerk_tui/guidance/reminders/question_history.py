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


def take_up_again(journal: Journal, prompt_id: str, before: datetime | None) -> None:
    """Take back that a question was put aside.

    Args:
        journal: where that is kept.
        prompt_id: which question.
        before: when it had been put aside before that; None for never.

    Raises:
        SaveFailed: it could not be written.
    """
    now = journal.now()
    stands = StepProgress(Status.DONE, before.isoformat(), now) if before else StepProgress(Status.STARTED, "", now)
    journal.set_progress(_key(prompt_id), stands)


def when_put_aside(journal: Journal, prompt_id: str) -> datetime | None:
    """Return when a question was put aside last; None when it never was, or that was taken back."""
    return _put_aside_at(journal.progress.get(_key(prompt_id)))


def last_asked(journal: Journal, answered: tuple[Entry, ...]) -> dict[str, datetime]:
    """Return when each question was answered or put aside last, by its id. A question that never was is not there."""
    begins = _key("")
    kept = {key.removeprefix(begins): each for key, each in journal.progress.items() if key.startswith(begins)}
    asked = {item: at for item, each in kept.items() if (at := _put_aside_at(each))}
    for each in answered:
        if each.origin:
            item = each.origin.item
            asked[item] = max(each.created, asked.get(item, each.created))
    return asked


def _put_aside_at(kept: StepProgress | None) -> datetime | None:
    """Return when that was, of what is kept of it."""
    if kept is None or kept.status is not Status.DONE:
        return None
    try:
        return datetime.fromisoformat(kept.stop)
    except ValueError:
        return kept.at


def _key(prompt_id: str) -> str:
    return f"{STEP}/{prompt_id}"
