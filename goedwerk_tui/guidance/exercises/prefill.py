"""How an exercise begins: its own words from the programme, and what the person has already that belongs in it."""

from datetime import date, datetime

import msgspec

from goedwerk_tui.base.clock import local
from goedwerk_tui.guidance.exercise_kinds.descriptor import Setting
from goedwerk_tui.guidance.exercise_kinds.forms import filled_in
from goedwerk_tui.guidance.exercise_kinds.table import descriptor_of
from goedwerk_tui.guidance.exercises import persistence
from goedwerk_tui.guidance.exercises.framed import Framed
from goedwerk_tui.guidance.exercises.history import as_it_stood
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.journal import Entry, Journal
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.exercises import Exercise


def begin(step: Exercise, pack: Pack, journal: Journal) -> Work:
    """Return the exercise as it begins: with what stands already for a collection, and else with nothing placed.

    The person's own cards and items of the last time lie ready in what is measured again.

    Raises:
        ContentError: a list that it takes its items from can't be read.
    """
    result = next(iter(persistence.results(journal, persistence.origin_of(pack, step))), None)
    last = persistence.work_of(result) if result else None
    work: Work = descriptor_of(step.exercise).begin(step.parts, Setting(step, pack, journal), last, result)
    if not isinstance(work, Framed):
        return work
    # What was said beforehand stands; afterwards begins anew on another day.
    old = last if step.result == "collection" and isinstance(last, Framed) else None
    said_today = result is not None and _about_picture_on(local(journal.now()).date(), result)
    return msgspec.structs.replace(
        work,
        beforehand=filled_in(step.beforehand, old and old.beforehand) if step.beforehand else None,
        afterwards=filled_in(step.afterwards, old and old.afterwards if said_today else None)
        if step.afterwards
        else None,
    )


def _about_picture_on(day: date, result: Entry) -> bool:
    """Return whether the questions about the picture of a result were answered on a day, and not only before it."""
    now, *before = as_it_stood(result)[:2]
    if local(now.changed).date() != day:
        return False
    then, last = (persistence.work_of(before[0]) if before else None), persistence.work_of(now)
    answered = last.afterwards if isinstance(last, Framed) else None
    return not (isinstance(then, Framed) and then.afterwards == answered)


def resume(work: Work, step: Exercise, pack: Pack, journal: Journal, since: datetime) -> Work:
    """Return work that was laid aside, with what was written elsewhere since: standing entries, things to pick.

    Args:
        work: the half-done exercise.
        step: the exercise of the programme.
        pack: the programme.
        journal: the journal.
        since: when it was laid aside. A standing entry that was changed later is shown as it is now.
    """
    if step.exercise != work.EXERCISE:
        return work
    return descriptor_of(work.EXERCISE).resume(step.parts, Setting(step, pack, journal), work, since)
