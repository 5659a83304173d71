"""How an exercise is kept: half-done as a draft, finished as an entry, with what it makes beside it."""

from datetime import datetime
from typing import Any

import msgspec

from goedwerk_tui.base.clock import utc_now
from goedwerk_tui.guidance.exercises.compose import Composition
from goedwerk_tui.guidance.exercises.form import Form
from goedwerk_tui.guidance.exercises.list import ItemList
from goedwerk_tui.guidance.exercises.scale import Scale
from goedwerk_tui.guidance.exercises.sort import Sort
from goedwerk_tui.guidance.exercises.work import Made, Work
from goedwerk_tui.journal import Entry, Journal, Kind, Origin, State
from goedwerk_tui.journal.drafts import Draft
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.exercises import Exercise

ITEM = "opdracht"
"""The name under which the result of an exercise is kept in the journal."""


def origin_of(pack: Pack, step: Exercise) -> Origin:
    """Return the origin for a result, with the words as they are shown now."""
    session = pack.session_of(step.id)
    return Origin(
        pack=pack.pack_id_of(step.id),
        session=session.id,
        step=step.kept_at,
        item=ITEM,
        session_title=session.title,
        step_title=step.title,
        words=step.instruction,
    )


def draft_key(step: Exercise) -> str:
    """Return the name of the draft of an exercise."""
    return f"{step.kept_at}/{ITEM}"


def results(journal: Journal, step_id: str) -> tuple[Entry, ...]:
    """Return the results of an exercise that are not thrown away, newest first."""
    return tuple(entry for entry in journal.answers(step_id, ITEM) if entry.kind is Kind.EXERCISE)


def work_of(entry: Entry) -> Work | None:
    """Return a result as it was made; None when its values are no longer understood, which its text still tells."""
    return _work(entry.data)


def earlier(found: tuple[Entry, ...], shown: int) -> tuple[Work | None, datetime | None]:
    """Return what a result is held against, and its date: the measurement before it, or else its own last version."""
    if shown + 1 < len(found):
        return work_of(found[shown + 1]), found[shown + 1].changed
    versions = [each for each in found[shown].revisions if each.state is State.LIVE]
    if len(versions) > 1:
        return _work(versions[-2].data), versions[-2].at
    return None, None


def made_by(journal: Journal, step: Exercise, result: Entry) -> tuple[Entry, ...]:
    """Return what a result made beside itself and what is still there, newest first."""
    made = journal.newest_first(step=step.kept_at)
    return tuple(
        each
        for each in made
        if each.origin is not None
        and each.origin.item.startswith(f"{ITEM}.")
        and (step.result == "collection" or each.id.startswith(f"{result.id}-"))
    )


def work_in(draft: Draft) -> Work | None:
    """Return half-done work; None when it is not understood."""
    return _work(draft.data)


def _work(data: Any) -> Work | None:
    try:
        return msgspec.convert(data, Form | Sort | Scale | ItemList | Composition)
    except msgspec.ValidationError:
        return None


def values_of(work: Work) -> dict[str, Any]:
    """Return work as values of JSON's types, without what only could have been picked."""
    if isinstance(work, Composition):
        pieces = tuple(msgspec.structs.replace(piece, sources=()) for piece in work.pieces)
        work = msgspec.structs.replace(work, pieces=pieces)
    return msgspec.to_builtins(work)


def draft_of(work: Work, origin: Origin, key: str, standing: Entry | None) -> Draft:
    """Return half-done work as a draft.

    Args:
        work: the exercise as it stands.
        origin: where it is done.
        key: the name of the draft.
        standing: the result that it will be a new version of, for a collection.
    """
    return Draft(
        key=key,
        text=work.text(),
        data=values_of(work),
        entry_id=standing.id if standing else None,
        base_revision=standing.newest.id if standing else None,
        origin=origin,
        kind=Kind.EXERCISE,
        at=utc_now(),
    )


def finish(journal: Journal, step: Exercise, origin: Origin, work: Work, result_id: str) -> Entry:
    """Keep a result: a new one for a measurement, a new version of the one that is there for a collection.

    What the exercise makes beside itself is kept too; whoever tries again after a failure doubles nothing.

    Args:
        journal: where to keep it.
        step: the exercise.
        origin: where it was done, with the words as they were shown.
        work: the exercise as it stands.
        result_id: the id that a new result gets.

    Raises:
        SaveFailed: something could not be written.
    """
    grows = step.result == "collection"
    for made in work.made():
        _keep_made(journal, origin, made, f"{result_id}-{made.key}", grows=grows)
    if isinstance(work, ItemList):
        for gone in work.gone:
            if _is_live(journal, gone):
                journal.trash(gone)
    standing = results(journal, step.kept_at)
    if grows and standing:
        return journal.change(standing[0].id, work.text(), data=values_of(work))
    return journal.add(Kind.EXERCISE, work.text(), origin=origin, data=values_of(work), id=result_id)


def _keep_made(journal: Journal, origin: Origin, made: Made, new_id: str, *, grows: bool) -> None:
    item = f"{ITEM}.{made.key}"
    before = journal.answers(origin.step, item) if grows and not made.entry else ()
    entry = made.entry or (before[0].id if before else "")
    if not entry:
        at = msgspec.structs.replace(origin, item=item, words=made.words)
        journal.add(Kind(made.makes), made.text, origin=at, data=made.data or None, id=new_id)
    elif _is_live(journal, entry):
        old = journal.entries[entry].data or {}
        journal.change(entry, made.text, data={**old, **made.data} if made.data else None)


def _is_live(journal: Journal, entry_id: str) -> bool:
    entry = journal.entries.get(entry_id)
    return entry is not None and entry.state is State.LIVE
