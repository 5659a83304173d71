"""An answer beside a later answer to the same question."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from goedwerk_tui.base.clock import local, long_date
from goedwerk_tui.guidance.exercises.compose import Composition
from goedwerk_tui.guidance.exercises.form import Form
from goedwerk_tui.guidance.exercises.history import same_subject
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.guidance.exercises.list import ItemList
from goedwerk_tui.guidance.exercises.persistence import work_of
from goedwerk_tui.guidance.exercises.scale import Scale
from goedwerk_tui.guidance.exercises.sort import Sort
from goedwerk_tui.guidance.insight.picture import Picture, PictureGroup, PictureMark, TooLittle, days_in_words, in_a_row
from goedwerk_tui.guidance.insight.versions import ResultVersion, by_the_day, of_kind
from goedwerk_tui.guidance.reminders.last_reworded import worded
from goedwerk_tui.guidance.reminders.on_this_day import months_before
from goedwerk_tui.journal import Entry, Kind, Revision, State
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.model import Closing

ID, TITLE = "toen-en-nu", "Toen en nu"
_SITTINGS = timedelta(days=7)
_KINDS: tuple[type[Work], ...] = (Form, Composition, Scale, Sort, ItemList)
_APART = "Vaker gedaan, maar misschien over iets anders; daarom staat het niet naast elkaar"
_MOST = 20
"""Pairs that are shown; who has more of them has the newest."""


@dataclass(frozen=True)
class _Told:
    """A question with what was answered to it over time, the oldest answer first."""

    question: str
    answers: tuple[tuple[date, str, str], ...]
    """Day, where it was asked, and text."""
    entries: tuple[str, ...]


def then_and_now(
    entries: Sequence[Entry], pack: Pack, closings: Sequence[Closing], *, earlier: bool = True
) -> Picture | TooLittle:
    """Return the questions that run through the programme, then other answers that differ after a month or more.

    Args:
        entries: what was written, newest first.
        pack: the programme.
        closings: its closings, where those questions are asked.
        earlier: whether what an entry said before may be seen in it; otherwise only what entries say now.
    """
    rewritten = _rewritten(entries) if earlier else ()
    told = [
        *_through(entries, pack, closings, earlier),
        *sorted((*rewritten, *_done_again(entries, earlier)), key=lambda each: each.answers[-1][0], reverse=True),
    ]
    if not told:
        return TooLittle(ID, TITLE, "Er is iets te zien als je een vraag na een maand of later anders beantwoordt.")
    shown, apart = told[:_MOST], tuple(_done_about_else(entries))
    days = [day for each in shown for day, _, _ in each.answers]
    left = f" Er zijn er meer: dit zijn de nieuwste {_MOST}." if len(told) > _MOST else ""
    return Picture(
        ID,
        TITLE,
        f"Uit antwoorden van {long_date(min(days))} tot {long_date(max(days))} op dezelfde vraag.{left}",
        tuple(
            PictureGroup(
                each.question,
                "pair",
                tuple(
                    PictureMark(text, about=(f"{long_date(day)}{f' · {where}' if where else ''}",))
                    for day, where, text in each.answers
                ),
            )
            for each in shown
        )
        + _group_of(apart),
        tuple(dict.fromkeys(entry for each in (*shown, *apart) for entry in each.entries)),
    )


@dataclass(frozen=True)
class _Apart:
    """An exercise that was done again about something else."""

    titles: tuple[str, ...]
    days: tuple[date, ...]
    entries: tuple[str, ...]


def _done_about_else(entries: Sequence[Entry]) -> Iterator[_Apart]:
    for results in _results(entries):
        works = [(each, work) for each in results if isinstance(work := work_of(each), Form | Composition)]
        if any(same_subject(works[0][1], work) is None for _, work in works[1:]):
            titles = dict.fromkeys(each.origin.step_title for each, _ in reversed(works) if each.origin)
            days = sorted({local(each.changed).date() for each, _ in works})
            yield _Apart(tuple(titles), tuple(days), tuple(each.id for each, _ in works))


def _group_of(apart: Sequence[_Apart]) -> tuple[PictureGroup, ...]:
    marks = tuple(PictureMark(in_a_row(each.titles), about=(days_in_words(each.days),)) for each in apart)
    return (PictureGroup(_APART, "line", marks),) if marks else ()


def _through(entries: Sequence[Entry], pack: Pack, closings: Sequence[Closing], earlier: bool) -> Iterator[_Told]:
    """Yield each question of the programme that was answered in more than one closing."""
    asked = {
        (closing.id, question.id): question.through
        for closing in closings
        for question in closing.questions
        if question.through
    }
    answers: dict[str, dict[str, Entry]] = {}
    for entry in reversed(entries):
        through = asked.get((entry.origin.step, entry.origin.item)) if entry.origin else None
        if entry.origin and through and entry.text.strip():
            answers.setdefault(through, {})[entry.origin.step] = entry
    for question in pack.programme.questions:
        found = sorted(answers.get(question.id, {}).values(), key=lambda each: each.created)
        if len(found) > 1:
            yield _Told(
                question.text,
                tuple(
                    (local(told.at).date(), _asked(each), told.text.strip())
                    for each in found
                    for told in (_first(each) if earlier else (worded(each),))
                ),
                tuple(each.id for each in reversed(found)),
            )


def _first(entry: Entry) -> tuple[Revision, ...]:
    """Return what was answered the first time, as it stood within some days of that; nothing for an empty entry.

    An answer is often written in a few sittings, and the first of them is not yet what somebody thought then.
    """
    told = [each for each in entry.revisions if each.state is State.LIVE and each.text.strip()]
    return tuple([each for each in told if each.at - told[0].at <= _SITTINGS][-1:])


def _asked(entry: Entry) -> str:
    return f"{entry.origin.session_title}: {entry.origin.words}" if entry.origin else ""


def _rewritten(entries: Sequence[Entry]) -> Iterator[_Told]:
    """Yield each answer whose text was another a month or more before."""
    for entry in entries:
        if entry.origin is None or entry.kind in (Kind.EXERCISE, Kind.LOG) or len(entry.revisions) < 2:
            continue
        for first in _first(entry):
            then, now = local(first.at).date(), local(worded(entry).at).date()
            if first.text.strip() != entry.text.strip() and entry.text.strip() and _long_enough(then, now):
                answers = ((then, "", first.text.strip()), (now, "", entry.text.strip()))
                yield _Told(entry.origin.words or entry.origin.step_title, answers, (entry.id,))


def _results(entries: Sequence[Entry]) -> tuple[list[Entry], ...]:
    """Return the results of each exercise, the newest first."""
    results: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.kind is Kind.EXERCISE and entry.origin:
            results.setdefault(entry.origin.step, []).append(entry)
    return tuple(results.values())


def _done_again(entries: Sequence[Entry], earlier: bool) -> Iterator[_Told]:
    """Yield what was said otherwise about the same when an exercise was done again: the first time beside the last."""
    for results in _results(entries):
        titles = {each.id: each.origin.step_title for each in results if each.origin}
        versions = by_the_day(results)
        if not earlier:
            versions = tuple({each.entry: each for each in versions}.values())
        for kind in _KINDS:
            yield from _said(of_kind(versions, kind), titles)


def _said(versions: Sequence[ResultVersion[Work]], titles: Mapping[str, str]) -> Iterator[_Told]:
    """Yield each question that was answered otherwise about the subject of the last time, a month or more before."""
    if not versions:
        return
    latest = versions[-1]
    alike = [each for each in versions if each is latest or same_subject(latest.work, each.work)]
    answered: dict[str, list[ResultVersion[Work]]] = {}
    for each in alike:
        for question in each.work.answers():
            answered.setdefault(question, []).append(each)
    for question, (then, *_, now) in ((question, each) for question, each in answered.items() if len(each) > 1):
        before, after = then.work.answers()[question], now.work.answers()[question]
        if before != after and _long_enough(then.day, now.day):
            told = ((each.day, titles.get(each.entry, ""), text) for each, text in ((then, before), (now, after)))
            yield _Told(question, tuple(told), tuple(dict.fromkeys((now.entry, then.entry))))


def _long_enough(then: date, now: date) -> bool:
    return then <= months_before(now, 1)
