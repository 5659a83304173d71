"""How an exercise is kept: half-done as a draft, finished as an entry, with what it makes beside it."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

import msgspec

from goedwerk_tui.base.clock import local, utc_now
from goedwerk_tui.guidance.answers import asks_the_same
from goedwerk_tui.guidance.exercises.compose import Composition
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.guidance.exercises.list import ItemList
from goedwerk_tui.guidance.exercises.scale import Scale
from goedwerk_tui.guidance.exercises.state import Line, Made
from goedwerk_tui.journal import Entry, Journal, Kind, Origin, Revision, State
from goedwerk_tui.journal.drafts import Draft
from goedwerk_tui.journal.reader import JournalReader
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.exercises import Exercise

ITEM = "opdracht"
"""The name under which the result of an exercise is kept in the journal."""


def origin_of(pack: Pack, step: Exercise) -> Origin:
    """Return the origin for a result, with the words as they are shown now."""
    session = pack.session_of(step.id)
    return Origin(
        pack=kept_in(pack, step),
        session=session.id,
        step=step.kept_at,
        item=ITEM,
        session_title=session.title,
        step_title=pack.titled(step),
        words=step.instruction,
    )


def kept_in(pack: Pack, step: Exercise) -> str:
    """Return the id of the pack under which the results are kept: that of the exercise that is done again."""
    return pack.pack_id_of(step.kept_at if pack.knows(step.kept_at) else step.id)


def draft_key(step: Exercise) -> str:
    """Return the name of the draft of an exercise."""
    return f"{step.id if step.by_place else step.kept_at}/{ITEM}"


def line_key(step: Exercise) -> str:
    """Return the name of the draft of a line that is asked for beside an exercise."""
    return f"{draft_key(step)}/regel"


def results(journal: JournalReader, origin: Origin, *, by_place: bool = False) -> tuple[Entry, ...]:
    """Return the results of an exercise that are not thrown away, newest first.

    Args:
        journal: where to look.
        origin: that of a result that would be made now. What another pack has under the same id is another exercise.
        by_place: whether those of another session are left out.
    """
    found = (each for each in journal.answers(origin.step, ITEM) if each.kind is Kind.EXERCISE)
    return tuple(
        each
        for each in found
        if each.origin and each.origin.pack == origin.pack and (not by_place or each.origin.session == origin.session)
    )


def results_among(entries: Sequence[Entry], step_id: str) -> list[Entry]:
    """Return the results of an exercise among entries, in their order."""
    results = (each for each in entries if each.kind is Kind.EXERCISE and each.origin is not None)
    return [each for each in results if each.origin and (each.origin.step, each.origin.item) == (step_id, ITEM)]


def work_of(entry: Entry) -> Work | None:
    """Return a result as it was made; None when its values are no longer understood, which its text still tells."""
    return work_from(entry.data)


def earlier(found: tuple[Entry, ...], shown: int) -> tuple[Work | None, datetime | None]:
    """Return what a result is held against, and its date.

    That is the measurement before it, or else itself as it stood at the end of an earlier day.
    """
    if shown + 1 < len(found):
        return work_of(found[shown + 1]), found[shown + 1].changed
    day = local(found[shown].changed).date()
    before = [each for each in found[shown].revisions if each.state is State.LIVE and local(each.at).date() < day]
    return (work_from(before[-1].data), before[-1].at) if before else (None, None)


def can_be_completed(result: Entry, today: date) -> bool:
    """Return whether a measurement still belongs to the sitting of this day, so that it can be filled in further."""
    return local(result.created).date() == today and work_of(result) is not None


def made_by(journal: Journal, step: Exercise, result: Entry) -> tuple[Entry, ...]:
    """Return what a result made beside itself and what is still there, newest first; of what grows until then."""
    made = journal.newest_first(step=step.kept_at)
    return tuple(
        each
        for each in made
        if each.origin is not None
        and each.origin.item.startswith(f"{ITEM}.")
        and (each.created <= result.changed if step.result == "collection" else each.id.startswith(f"{result.id}-"))
    )


def work_in(draft: Draft) -> Work | None:
    """Return half-done work; None when it is not understood."""
    return work_from(draft.data)


def work_from(data: Any) -> Work | None:
    """Return the work that was kept as these values; None when they are not understood."""
    try:
        return msgspec.convert(data, Work)
    except msgspec.ValidationError:
        return None


def changed_elsewhere(work: Composition, step_id: str, since: datetime, made: Iterable[Entry]) -> Composition:
    """Return a composition with what a person changed later in the entries that its pieces made.

    Args:
        work: the composition.
        step_id: the step under which it is kept.
        since: when the composition was kept.
        made: the entries that it made, and any others.
    """
    for entry in made:
        if entry.origin is None or entry.origin.step != step_id or entry.changed <= since:
            continue
        key = entry.origin.item.removeprefix(f"{ITEM}.")
        if entry.state is State.LIVE and any(piece.id == key and piece.yields == entry.kind for piece in work.pieces):
            work = work.write(key, entry.text)
    return work


def with_outcomes(work: Work, since: Revision | None, standing: Entry) -> Work | None:
    """Return a half-done log of predictions with the outcomes that were told elsewhere.

    Args:
        work: the log as it was left.
        since: the revision of its result that it was made upon.
        standing: that result as it is now.

    Returns:
        The log; None when anything else changed since, so that it can't be laid over what stands now.
    """
    before, now = work_from(since.data) if since else None, work_of(standing)
    if not (isinstance(work, ItemList) and isinstance(before, ItemList) and isinstance(now, ItemList)):
        return None
    return work.decided_as(now) if before != now and before.decided_as(now) == now else None


def values_of(work: Work) -> dict[str, Any]:
    """Return work as values of JSON's types, without what only could have been picked, or lay beside an item to read.

    Both are the words of other pieces, and are taken from these again when somebody goes on.
    """
    if isinstance(work, Composition):
        pieces = tuple(msgspec.structs.replace(piece, sources=()) for piece in work.pieces)
        work = msgspec.structs.replace(work, pieces=pieces)
    elif isinstance(work, Scale):
        items = tuple(msgspec.structs.replace(item, about="") for item in work.items)
        work = msgspec.structs.replace(work, items=items)
    return msgspec.to_builtins(work)


def words_of(work: Work) -> str:
    """Return half-done work in words, with what stands on an open line: a note where its values do not fit."""
    return (work.add_each(work.line) if isinstance(work, ItemList) else work).text()


def draft_of(work: Work, origin: Origin, key: str, standing: Entry | None) -> Draft:
    """Return half-done work as a draft.

    Args:
        work: the exercise as it stands.
        origin: where it is done.
        key: the name of the draft.
        standing: the result that it will be a new version of: of a collection, or of a measurement of the same day.
    """
    return Draft(
        key=key,
        text=words_of(work),
        data=values_of(work),
        entry_id=standing.id if standing else None,
        base_revision=standing.newest.id if standing else None,
        base_text=standing.newest.text if standing else None,
        origin=origin,
        kind=Kind.EXERCISE,
        at=utc_now(),
    )


def draft_of_line(line: Line, step: Exercise, origin: Origin) -> Draft:
    """Return a line that is being asked for as a draft, still without what is written on it."""
    data = msgspec.to_builtins(line)
    return Draft(key=line_key(step), text="", data=data, origin=origin, kind=Kind.NOTE, at=utc_now())


def line_in(draft: Draft, work: Work) -> Line | None:
    """Return the line that was being written beside an exercise; None when it fits there no longer."""
    try:
        line = msgspec.convert(draft.data, Line)
        line.moved(work, "")
    except (msgspec.ValidationError, LookupError, TypeError):
        return None
    return line


def finish(journal: Journal, step: Exercise, origin: Origin, work: Work, result_id: str) -> Entry:
    """Keep a result: a new one for a measurement, a new version of the one that is there for a collection.

    A measurement that is there under its id already is filled in further. What the exercise makes beside itself is kept
    too; whoever tries again after a failure doubles nothing.

    Args:
        journal: where to keep it.
        step: the exercise.
        origin: where it was done, with the words as they were shown.
        work: the exercise as it stands.
        result_id: the id of the result of this sitting; also what its other pieces are named after. Another sitting of
            a collection has another, as its new items are numbered anew.

    Returns:
        The result. A list in it has its open line as an item, and knows of each item which entry it is now; a
        composition names what it still has of what was picked.

    Raises:
        SaveFailed: something could not be written.
    """
    grows = step.result == "collection"
    if isinstance(work, ItemList):
        work = work.add_each(work.line)
    elif isinstance(work, Composition):
        work = work.naming_what_is_left()
    entries: dict[str, str] = {}
    for made in work.made():
        whole = isinstance(work, ItemList) and made.makes == work.yields and not made.once
        entry = _keep_made(journal, origin, made, f"{result_id}-{made.key}", grows=grows, whole=whole)
        if whole:
            entries[made.key] = entry
    if isinstance(work, ItemList):
        work = work.standing_as(entries)
        for gone in work.gone:
            if _is_live(journal, gone):
                journal.trash(gone)
    standing = results(journal, origin)
    if grows and standing:
        return journal.change(standing[0].id, work.text(), data=values_of(work))
    return journal.add(Kind.EXERCISE, work.text(), origin=origin, data=values_of(work), id=result_id)


def _keep_made(journal: Journal, origin: Origin, made: Made, new_id: str, *, grows: bool, whole: bool) -> str:
    """Keep what was made, and return the id of its entry; an empty one where there is none.

    ``whole`` says that its data are all there is, so that what was taken back is gone.
    """
    item = f"{ITEM}.{made.key}"
    # The lines of a list are numbered anew at each sitting: one without an entry is always new.
    before = _made_before(journal, origin, item, made.words) if grows and not whole and not made.entry else ()
    if made.once:
        today = local(journal.now()).date()
        before = tuple(each for each in before if local(each.created).date() == today)
    entry = made.entry or (before[0].id if before else "")
    if not entry and made.changes_only:
        return ""
    if not entry and (new_id not in journal.entries or _is_live(journal, new_id)):
        at = msgspec.structs.replace(origin, item=item, words=made.words)
        return journal.add(Kind(made.makes), made.text, origin=at, data=made.data or None, id=new_id).id
    if entry and _is_live(journal, entry):
        old = journal.entries[entry].data or {}
        data = made.data if whole else {**old, **made.data}
        journal.change(entry, made.text, data=data if data != old else None)
    return entry


def _made_before(journal: Journal, origin: Origin, item: str, words: str) -> tuple[Entry, ...]:
    """Return what an earlier sitting made of the same question of the same pack."""
    return tuple(
        each
        for each in journal.answers(origin.step, item)
        if each.origin and each.origin.pack == origin.pack and asks_the_same(each.origin.words, words)
    )


def _is_live(journal: Journal, entry_id: str) -> bool:
    entry = journal.entries.get(entry_id)
    return entry is not None and entry.state is State.LIVE
