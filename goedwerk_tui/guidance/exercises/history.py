"""A result as it stood before: what grows by the day, and what was answered about its picture on each."""

from collections.abc import Mapping
from datetime import date
from typing import TypeVar

import msgspec

from goedwerk_tui.base.clock import local
from goedwerk_tui.guidance.exercises.form import Form
from goedwerk_tui.guidance.exercises.framed import Framed
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.guidance.exercises.list import ItemList, ShownAttribute
from goedwerk_tui.guidance.exercises.persistence import values_of, work_from, work_of
from goedwerk_tui.guidance.exercises.scale import Scale
from goedwerk_tui.guidance.exercises.sort import Sort
from goedwerk_tui.journal import Entry, Kind, Revision, State

Grows = TypeVar("Grows", ItemList, Scale, Sort)

_WRITTEN_DOWN = ShownAttribute(id="opgeschreven", label="Opgeschreven op", short="opgeschreven", type="date")


def as_it_stood(result: Entry) -> tuple[Entry, ...]:
    """Return a result as it stood at the end of each day on which it changed, the newest first.

    The first is the result as it is now; for a measurement, which is filled in on one day, it is the only one. A
    revision of later than the one that is shown was thrown away elsewhere, and is no past.
    """
    by_day: dict[date, Entry] = {}
    versions, since = {each.id for each in result.versions}, result.created
    for number, revision in enumerate(result.revisions, 1):
        now = revision.id == result.newest.id
        if revision.state is State.LIVE:
            stood = result if now else msgspec.structs.replace(result, revisions=result.revisions[:number])
            # What was brought back stands since it was written.
            since = revision.at if revision.id in versions else since
            by_day[local(since).date()] = stood
        if now:
            break
    return tuple(by_day[day] for day in sorted(by_day, reverse=True))


def answered_before(result: Entry) -> tuple[Entry, ...]:
    """Return a result as it stood on each day on which something was answered that is answered otherwise now.

    The newest first. Of several days with the same answers it is the first: they were given then.
    """
    now = _answers(result)
    found: list[Entry] = []
    before: dict[str, str] = {}
    for each in reversed(as_it_stood(result)):
        answers = _answers(each)
        if answers != before and not answers.items() <= now.items():
            found.append(each)
        before = answers
    return tuple(reversed(found))


def _answers(result: Entry) -> dict[str, str]:
    work = work_of(result)
    return work.answers_around() if isinstance(work, Framed) else {}


def within(then: Work | None, now: Work | None) -> ItemList | Scale | Sort | None:
    """Return how something that grows stood on an earlier day, with what of that still stands; None for anything else.

    What was said beforehand goes on from day to day: of that only the last words stand.
    """
    match then, now:
        case ItemList(), ItemList():
            return _saying_beforehand(then.within(now), now)
        case Scale(), Scale():
            return _saying_beforehand(then.within(now), now)
        case Sort(), Sort():
            return _saying_beforehand(then.within(now), now)
        case _:
            return None


def _saying_beforehand(then: Grows, now: Framed) -> Grows:
    if then.beforehand is None:
        return then
    stands = now.beforehand.boxes if now.beforehand else ()
    boxes = tuple(box for box in then.beforehand.boxes if box in stands)
    return msgspec.structs.replace(then, beforehand=msgspec.structs.replace(then.beforehand, boxes=boxes))


def still_standing(result: Entry) -> Entry:
    """Return a result with a past that holds nothing but what still stands: of what was taken back or worded otherwise
    since, nothing is there.
    """
    now = work_of(result)
    past = (_left_of(each, now) for each in result.revisions if each.id != result.newest.id)
    return msgspec.structs.replace(result, revisions=(*filter(None, past), result.newest))


def _left_of(revision: Revision, now: Work | None) -> Revision | None:
    then = within(work_from(revision.data), now) if revision.state is State.LIVE else None
    return msgspec.structs.replace(revision, text=then.text(), data=values_of(then)) if then else None


def as_told(result: Entry, since: Mapping[str, date] | None = None) -> Work | None:
    """Return a result as it is shown: of a log each prediction with the day on which it was written down.

    Args:
        result: the result.
        since: those days by the names of the items, where they are known already.

    Returns:
        What it holds; None when that is no longer understood, which its text still tells.
    """
    work = work_of(result)
    if not isinstance(work, ItemList) or work.forecast is None:
        return work
    since = written_down(result) if since is None else since
    items = (
        msgspec.structs.replace(item, values={_WRITTEN_DOWN.id: since[name].isoformat(), **item.values})
        for item in work.items
        for name in [next(iter(item.names))]
    )
    return msgspec.structs.replace(work, attributes=(_WRITTEN_DOWN, *work.attributes), items=tuple(items))


def written_down(result: Entry) -> dict[str, date]:
    """Return for each name of each item that a list ever held the day on which it came there."""
    came: dict[str, date] = {}
    for revision in result.revisions:
        work = work_from(revision.data)
        for item in work.items if isinstance(work, ItemList) else ():
            day = next((came[name] for name in item.names if name in came), local(revision.at).date())
            came.update(dict.fromkeys(item.names, day))
    return came


def text_of(entry: Entry) -> str:
    """Return an entry in words: those that were kept, for a result that is told otherwise now by what it holds."""
    work = as_told(entry) if entry.kind is Kind.EXERCISE else None
    told = isinstance(work, Sort | Scale) or (isinstance(work, ItemList) and work.forecast is not None)
    return work.text() if work and told else entry.text


def same_subject(work: Work, before: Work | None, *, grows: bool = False) -> Work | None:
    """Return what may lie beside a result: what is about the same, as far as that can be known.

    What is laid, placed or listed is about one's own work. What is filled in or composed once is about something of
    its day, unless the same piece of one's own was chosen for both.
    """
    if grows or isinstance(work, Framed):
        return before
    if isinstance(work, Form) and isinstance(before, Form) and _chosen(work) & _chosen(before):
        return before
    return None


def _chosen(work: Form) -> frozenset[str]:
    return frozenset(box.entry for box in work.boxes if box.type == "entry" and box.entry)
