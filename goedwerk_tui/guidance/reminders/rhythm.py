"""The question of the week: drawn without repeating, following the session that the person is in. Nothing nags.

Own questions come first. When all were asked, the one comes back that was asked longest ago.
"""

import hashlib
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum

from goedwerk_tui.base.clock import local
from goedwerk_tui.guidance.progress import next_step
from goedwerk_tui.guidance.reminders import question_history
from goedwerk_tui.guidance.reminders.origin import origin_between
from goedwerk_tui.guidance.reminders.own_prompts import prompts_in
from goedwerk_tui.guidance.reminders.question_history import STEP
from goedwerk_tui.guidance.reminders.weeks import monday_of
from goedwerk_tui.journal import Entry, Journal, Origin, Status, StepProgress
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.model import WHOLE, Programme, Prompt

TITLE = "Vraag van de week"


class Every(StrEnum):
    """How often there is a new question. The values are what the settings say."""

    DAY = "dag"
    WEEK = "week"
    FORTNIGHT = "twee weken"
    NEVER = "uit"


OFTEN = {Every.DAY: "elke dag", Every.WEEK: "elke week", Every.FORTNIGHT: "elke twee weken", Every.NEVER: "nooit"}
"""How often, in Dutch."""


def every_of(setting: str) -> Every:
    """Return how often the settings ask for a question: once a week when they say nothing that is understood."""
    return next((each for each in Every if each.value == setting), Every.WEEK)


def period(day: date, every: Every) -> str:
    """Return the name of the day’s period, such as ‘2026-W48’: weeks by ISO 8601, and two of them for a fortnight."""
    if every is Every.DAY:
        return day.isoformat()
    monday = monday_of(day)
    if every is Every.FORTNIGHT and (monday.toordinal() // 7) % 2:
        monday -= timedelta(days=7)
    year, week, _ = monday.isocalendar()
    return f"{year}-W{week:02}"


def question_now(
    prompts: Sequence[Prompt], programme: Programme, journal: Journal, day: date, every: Every
) -> Prompt | None:
    """Return the question of this period; None when it was answered or put off, or when there is none.

    Args:
        prompts: all questions of the programme.
        programme: the outline, to follow the session that the person is in.
        journal: the own questions, what was answered and what was put aside.
        day: today, in local time.
        every: how often there is a new question.
    """
    if every is Every.NEVER:
        return None
    now = period(day, every)
    put_off = journal.progress.get(STEP)
    answered = question_history.answers(journal)
    if (put_off and put_off.stop == now) or any(_answered_in(each, now, every) for each in answered):
        return None
    last = question_history.last_asked(journal, answered)
    own = next((each for each in prompts_in(journal) if each.id not in last), None)
    if own or not prompts:
        return own
    dimension = _dimension(programme, journal, day, every)
    fresh = [each for each in prompts if each.id not in last]
    if fresh:
        return min(fresh, key=lambda each: _rank(each, dimension, journal.id))
    return min(prompts, key=lambda each: last[each.id])


def origin_of(prompt: Prompt, pack: Pack) -> Origin:
    """Return the origin for an answer, with the question as it is shown, and whose question it is."""
    title = pack.labelled(TITLE, "prompts.yaml", prompt.id)
    return origin_between(pack.programme.id, STEP, title, prompt.id, prompt.text)


def put_aside(journal: Journal, prompt: Prompt) -> None:
    """Ask another question instead. This one does not come back before all others were asked.

    Raises:
        SaveFailed: it could not be written.
    """
    question_history.put_aside(journal, prompt.id)


def take_up_again(journal: Journal, prompt: Prompt, before: datetime | None) -> None:
    """Take back that another question was asked instead of this one.

    Args:
        journal: the journal.
        prompt: the question.
        before: when it had been put aside before that; None for never.

    Raises:
        SaveFailed: it could not be written.
    """
    question_history.take_up_again(journal, prompt.id, before)


def put_off(journal: Journal, day: date, every: Every) -> None:
    """Ask nothing more in this period.

    Raises:
        SaveFailed: it could not be written.
    """
    journal.set_progress(STEP, StepProgress(Status.DONE, period(day, every), journal.now()))


def ask_again(journal: Journal) -> None:
    """Take back that nothing more is asked in this period.

    Raises:
        SaveFailed: it could not be written.
    """
    journal.set_progress(STEP, StepProgress(Status.DONE, "", journal.now()))


def _answered_in(entry: Entry, now: str, every: Every) -> bool:
    return period(local(entry.created).date(), every) == now


def _dimension(programme: Programme, journal: Journal, day: date, every: Every) -> str | None:
    """Return the dimension to prefer: that of the session at hand in the one week, none in the other.

    It goes by the steps as they stood when the period began, so that who reads on is asked the same question.
    """
    if day.isocalendar().week % 2:
        return None
    now = period(day, every)
    before = {step: each for step, each in journal.progress.items() if period(local(each.at).date(), every) < now}
    steps = [step for session in programme.sessions for step in session.steps if step in before]
    position = max(steps, key=lambda step: before[step].at, default=None)
    step = next_step(programme, before, position)
    session = next((each for each in programme.sessions if step in each.steps), None)
    return session.dimension if session and session.dimension != WHOLE else None


def _rank(prompt: Prompt, dimension: str | None, journal_id: str) -> tuple[bool, bytes]:
    """Order questions differently for each journal, and always the same for one."""
    beside = dimension is not None and prompt.dimension != dimension
    return beside, hashlib.sha256(f"{journal_id}/{prompt.id}".encode()).digest()
