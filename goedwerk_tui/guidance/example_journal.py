"""The journal of an invented colleague, for whoever looks round: made anew each time, in memory alone."""

import tomllib
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import assert_never

import msgspec
from msgspec import Struct

from goedwerk_tui.base.clock import local, utc_now
from goedwerk_tui.guidance.answers import origin_of, record
from goedwerk_tui.guidance.exercises import persistence
from goedwerk_tui.guidance.exercises.compose import Composition
from goedwerk_tui.guidance.exercises.form import Form
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.guidance.exercises.list import ItemList
from goedwerk_tui.guidance.exercises.prefill import begin
from goedwerk_tui.guidance.exercises.scale import Scale
from goedwerk_tui.guidance.exercises.sort import Sort
from goedwerk_tui.journal import Journal, Kind, Mark, Meeting, Status, StepProgress
from goedwerk_tui.programme import ContentError, Pack
from goedwerk_tui.programme.exercises import Exercise
from goedwerk_tui.programme.model import Case, Step

_REST = "gewoon"
"""The column for the cards that the example does not name."""


class ExampleMeeting(Struct, frozen=True, forbid_unknown_fields=True):
    """A meeting that is ahead."""

    days: int
    session: str


class Written(Struct, frozen=True, forbid_unknown_fields=True):
    """Something that was written so many days before the last Tuesday: an answer, a choice, an exercise, or a note."""

    days: int
    step: str = ""
    item: str = ""
    option: str = ""
    text: str = ""
    bring: bool = False
    digits: str = ""
    """Of a scale: the place of each item, in order."""
    columns: dict[str, list[str]] = {}
    """Of a sort: the cards of each column."""
    items: list[dict[str, str]] = []
    """Of a list: the text of each item and what is said of it."""
    fields: dict[str, str] = {}
    """Of a form: its answers."""


class ExampleJournal(Struct, frozen=True, forbid_unknown_fields=True):
    """All of the example, the oldest first."""

    about: str
    meeting: ExampleMeeting
    written: tuple[Written, ...]


@cache
def example() -> ExampleJournal:
    """Return the example as it is written down."""
    text = files("goedwerk_tui.guidance").joinpath("example_journal.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), ExampleJournal)


def example_journal(pack: Pack, now: Callable[[], datetime] = utc_now) -> Journal:
    """Return the journal of the invented colleague, as it stands today. It reads steps, so it is for a thread."""
    at: list[datetime] = []
    """The moment at which is being written; empty once all is."""
    journal = Journal.in_memory(lambda: at[0] if at else now())
    # Noon, so that it is the same day everywhere; each piece a minute after the one before.
    noon = _last_tuesday(local(now()).replace(hour=12, minute=0, second=0, microsecond=0))
    for number, written in enumerate(example().written):
        at[:] = [noon - timedelta(days=written.days) + timedelta(minutes=number)]
        _write(journal, pack, written)
    at.clear()
    meeting = example().meeting
    journal.set_meeting(Meeting("", local(now()).date() + timedelta(days=meeting.days), meeting.session))
    return journal


def _last_tuesday(day: datetime) -> datetime:
    return day - timedelta(days=(day.weekday() - 1) % 7)


def _write(journal: Journal, pack: Pack, written: Written) -> None:
    if not written.step:
        journal.add(Kind.NOTE, written.text)
        return
    if not pack.knows(written.step):
        return
    try:
        step = pack.step(written.step)
        before = set(journal.entries)
        _do(journal, pack, step, written)
    except (ContentError, StopIteration):
        return
    if written.bring:
        for entry_id in set(journal.entries) - before:
            journal.mark(entry_id, Mark.BRING, True)
    journal.set_progress(step.id, StepProgress(Status.DONE, "", journal.now()))
    journal.set_position(step.id, "")


def _do(journal: Journal, pack: Pack, step: Step, written: Written) -> None:
    """Answer, choose, or do an exercise. Raises StopIteration when the step does not ask it."""
    if isinstance(step, Exercise):
        work = _worked(begin(step, pack, journal), written)
        persistence.finish(
            journal, step, persistence.origin_of(pack, step), work, f"voorbeeld-{step.id}-{written.days}"
        )
    elif isinstance(step, Case) and written.option and step.choice:
        record(journal, origin_of(pack, step, step.choice), step.choice, written.text, written.option)
    else:
        question = next(each for each in step.questions if each.id == written.item)
        record(journal, origin_of(pack, step, question), question, written.text, None)


def _worked(work: Work, written: Written) -> Work:
    match work:
        case Scale():
            for item, digit in zip(work.items, written.digits, strict=False):
                work = work.place(item.id, int(digit))
        case Sort():
            places = {card: column for column, cards in written.columns.items() for card in cards}
            for card in work.cards:
                work = work.place(card.id, places.get(card.id, _REST))
        case ItemList():
            for said in written.items:
                work = work.add(said["text"])
                key = next(item.key for item in work.items if item.text == said["text"])
                for attribute, value in said.items():
                    work = work if attribute == "text" else work.say(key, attribute, value)
        case Form():
            for field, value in written.fields.items():
                work = work.fill(field, value)
        case Composition():
            pass
        case _:
            assert_never(work)
    return work
