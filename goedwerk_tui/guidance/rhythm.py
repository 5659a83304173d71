"""The question of the week: drawn without repeating, following the session that the person is in. Nothing nags.

Which questions were asked before is read from the journal: the answers themselves, and the questions that were put
aside, which stand in the table of progress under ``STEP``.
"""

import hashlib
from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from goedwerk_tui.base.clock import local
from goedwerk_tui.guidance.progress import next_step
from goedwerk_tui.journal import Entry, Journal, Origin, Status, StepProgress
from goedwerk_tui.programme.model import WHOLE, Programme, Prompt

STEP = "vraag-van-de-week"
"""The step under which answers and what was put aside are kept."""
TITLE = "Vraag van de week"


class Every(StrEnum):
    """How often there is a new question. The values are what the settings say."""

    DAY = "dag"
    WEEK = "week"
    FORTNIGHT = "twee weken"
    NEVER = "uit"


def every_of(setting: str) -> Every:
    """Return how often the settings ask for a question: once a week when they say nothing that is understood."""
    return next((each for each in Every if each.value == setting), Every.WEEK)


def period(day: date, every: Every) -> str:
    """Return the name of the day’s period, such as ‘2026-W48’; weeks and fortnights by ISO 8601."""
    if every is Every.DAY:
        return day.isoformat()
    year, week, _ = day.isocalendar()
    if every is Every.FORTNIGHT:
        week -= (week - 1) % 2
    return f"{year}-W{week:02}"


def question_now(
    prompts: Sequence[Prompt], programme: Programme, journal: Journal, day: date, every: Every
) -> Prompt | None:
    """Return the question of this period; None when it was answered or put off, or when there are none.

    Args:
        prompts: all questions of the programme.
        programme: the outline, to follow the session that the person is in.
        journal: what was answered and put aside.
        day: today, in local time.
        every: how often there is a new question.
    """
    if every is Every.NEVER or not prompts:
        return None
    now = period(day, every)
    put_off = journal.progress.get(STEP)
    if (put_off and put_off.stop == now) or any(_answered_in(entry, now, every) for entry in _answers(journal)):
        return None
    used = {entry.origin.item for entry in _answers(journal) if entry.origin}
    used |= {prompt.id for prompt in prompts if _key(prompt.id) in journal.progress}
    fresh = [prompt for prompt in prompts if prompt.id not in used] or list(prompts)
    return min(fresh, key=lambda prompt: _rank(prompt, _dimension(programme, journal, day), journal.id))


def origin_of(prompt: Prompt, programme: Programme) -> Origin:
    """Return the origin for an answer, with the question as it is shown."""
    return Origin(
        pack=programme.id,
        session="tussendoor",
        step=STEP,
        item=prompt.id,
        session_title="Tussendoor",
        step_title=TITLE,
        words=prompt.text,
    )


def put_aside(journal: Journal, prompt: Prompt) -> None:
    """Ask another question instead. This one does not come back.

    Raises:
        SaveFailed: it could not be written.
    """
    journal.set_progress(_key(prompt.id), StepProgress(Status.DONE, "", journal.now()))


def put_off(journal: Journal, day: date, every: Every) -> None:
    """Ask nothing more in this period.

    Raises:
        SaveFailed: it could not be written.
    """
    journal.set_progress(STEP, StepProgress(Status.DONE, period(day, every), journal.now()))


def _key(prompt_id: str) -> str:
    return f"{STEP}/{prompt_id}"


def _answers(journal: Journal) -> list[Entry]:
    return [entry for entry in journal.newest_first() if entry.origin and entry.origin.step == STEP]


def _answered_in(entry: Entry, now: str, every: Every) -> bool:
    return period(local(entry.created).date(), every) == now


def _dimension(programme: Programme, journal: Journal, day: date) -> str | None:
    """Return the dimension to prefer: that of the session at hand in the one week, none in the other."""
    if day.isocalendar().week % 2:
        return None
    position = journal.position.step if journal.position else None
    step = next_step(programme, journal.progress, position)
    session = next((each for each in programme.sessions if step in each.steps), None)
    return session.dimension if session and session.dimension != WHOLE else None


def _rank(prompt: Prompt, dimension: str | None, journal_id: str) -> tuple[bool, bytes]:
    """Order questions differently for each journal, and always the same for one."""
    beside = dimension is not None and prompt.dimension != dimension
    return beside, hashlib.sha256(f"{journal_id}/{prompt.id}".encode()).digest()
