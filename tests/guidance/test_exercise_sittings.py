"""Each exercise, done in any order of moves, undoing, leaving, resuming, finishing, and doing it again.

Nothing that was typed is lost, undo is the inverse of a move, and what was finished never changes.
"""

import re
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import msgspec
import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from support.exercise_moves import MOVES, answered, moved

from goedwerk_tui.base.clock import local
from goedwerk_tui.guidance.exercises import persistence, prefill
from goedwerk_tui.guidance.exercises.framed import Framed
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.guidance.exercises.list import ItemList
from goedwerk_tui.guidance.exercises.state import Sitting
from goedwerk_tui.guidance.progress import steps_of
from goedwerk_tui.journal import Entry, Journal, Kind, Revision, State
from goedwerk_tui.journal.drafts import Draft
from goedwerk_tui.programme import Pack, standard_folder
from goedwerk_tui.programme.exercises import Exercise

PACK = Pack.open(standard_folder())
STEPS = [PACK.step(each) for session in PACK.programme.sessions for each in steps_of(session)]
EXERCISES = [step for step in STEPS if isinstance(step, Exercise) and step.again is None]
TEXTS = st.sampled_from(["{}", "De  {}", "{} over het dossier", "als {}, dan", "{}\n\nen nog {}"])
PLACES = st.integers(0, 40)


def typed_in(text: str) -> set[str]:
    """Return what was typed of it: each word that a move types is another."""
    return set(re.findall(r"woord\d+", text))


class Sittings(RuleBasedStateMachine):
    """One person and one exercise, through hours and quarters."""

    step: Exercise

    def __init__(self) -> None:
        super().__init__()
        self.now = datetime(2026, 11, 24, 9, tzinfo=UTC)
        self.journal = Journal.in_memory(clock=lambda: self.now)
        self.journal.add(Kind.NOTE, "wat ik eerder schreef")
        self.origin = persistence.origin_of(PACK, self.step)
        self.numbers, self.sittings = count(1), count(1)
        self.sitting: Sitting | None = None
        self.draft: Draft | None = None
        self.result_id = ""
        self.before: list[Any] = []
        self.history: dict[str, tuple[Revision, ...]] = {}

    @property
    def grows(self) -> bool:
        return self.step.result == "collection"

    @property
    def results(self) -> tuple[Entry, ...]:
        return persistence.results(self.journal, self.origin)

    def sit(self, work: Work, result_id: str = "") -> None:
        self.sitting, self.before = Sitting(work), []
        self.result_id = result_id or f"{next(self.sittings):032x}"

    def said(self, text: str) -> str:
        number = next(self.numbers)
        return text.format(f"woord{number}", f"woord{number}")

    @rule(hours=st.sampled_from([1, 14, 30, 24 * 90]))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @rule()
    @precondition(lambda self: self.sitting is None and self.draft is None)
    def begin(self) -> None:
        work: Any = prefill.begin(self.step, PACK, self.journal)
        self.sit(work)
        last: Any = persistence.work_of(self.results[0]) if self.results else None
        if last is None:
            return
        if self.grows:
            last = msgspec.structs.replace(last, afterwards=work.afterwards) if isinstance(last, Framed) else last
            assert typed_in(last.text()) <= typed_in(work.text())
        elif isinstance(last, Framed):
            kept = (*getattr(last, "cards", ()), *getattr(last, "items", ()))
            ready = {each.text for each in (*getattr(work, "cards", ()), *getattr(work, "items", ()))}
            assert {each.text for each in kept if typed_in(each.text)} <= ready

    @rule(move=st.integers(0, MOVES), text=TEXTS, at=PLACES)
    @precondition(lambda self: self.sitting is not None)
    def move(self, move: int, text: str, at: int) -> None:
        assert self.sitting is not None
        before, said = self.sitting.work, self.said(text)
        after = answered(before, said, at) if move == MOVES else moved(before, move, said, at)
        if self.sitting.to(after):
            self.before.append(before)

    @rule(text=TEXTS)
    @precondition(lambda self: self.sitting is not None and isinstance(self.sitting.work, ItemList))
    def write_on_the_open_line(self, text: str) -> None:
        assert self.sitting is not None
        assert isinstance(self.sitting.work, ItemList)
        line = " ".join(self.said(text).split())
        self.sitting.write_on(self.sitting.work.write(line))
        self.before = [each.write(line) for each in self.before]

    @rule()
    @precondition(lambda self: self.sitting is not None)
    def undo(self) -> None:
        assert self.sitting is not None
        line = getattr(self.sitting.work, "line", "")
        assert self.sitting.undo() is bool(self.before)
        if self.before:
            before = self.before.pop()
            assert self.sitting.work == (before.write(line or before.line) if isinstance(before, Framed) else before)

    @rule()
    @precondition(lambda self: self.sitting is not None)
    def leave(self) -> None:
        assert self.sitting is not None
        self.now += timedelta(seconds=1)
        work: Any = self.sitting.work
        standing = self.results[0] if self.results and self.grows else self.journal.entries.get(self.result_id)
        draft = persistence.draft_of(work, self.origin, persistence.draft_key(self.step), standing)
        self.draft, self.sitting = msgspec.structs.replace(draft, at=self.now), None

    @rule()
    @precondition(lambda self: self.draft is not None)
    def resume(self) -> None:
        assert self.draft is not None
        work = persistence.work_in(msgspec.json.decode(msgspec.json.encode(self.draft), type=Draft))
        assert work is not None
        again = prefill.resume(work, self.step, PACK, self.journal, self.draft.at)
        assert persistence.words_of(again) == self.draft.text
        self.sit(again, "" if self.grows else self.draft.entry_id or "")
        self.draft = None

    @rule(goes_on=st.booleans())
    @precondition(lambda self: self.sitting is not None and self.sitting.work.begun)
    def finish(self, goes_on: bool) -> None:
        assert self.sitting is not None
        work: Any = self.sitting.work
        entry = persistence.finish(self.journal, self.step, self.origin, work, self.result_id)
        assert typed_in("\n".join(work.own_words())) <= typed_in(entry.text)
        back = persistence.work_of(entry)
        assert back is not None
        assert back.text() == entry.text
        made = persistence.made_by(self.journal, self.step, entry)
        assert all(each.text.strip() for each in made)
        if not goes_on:
            self.sitting = None
        elif isinstance(back, ItemList):
            self.sit(back, self.result_id)

    @rule()
    @precondition(lambda self: self.sitting is None and self.draft is None and not self.grows and self.results)
    def fill_in_further(self) -> None:
        newest = self.results[0]
        if persistence.can_be_completed(newest, local(self.now).date()):
            work = persistence.work_of(newest)
            assert work is not None
            self.sit(prefill.resume(work, self.step, PACK, self.journal, newest.changed), newest.id)
            assert self.sitting is not None
            assert self.sitting.work.text() == newest.text

    @invariant()
    def what_was_kept_is_there_and_is_as_it_was(self) -> None:
        for entry_id, revisions in self.history.items():
            assert self.journal.entries[entry_id].revisions[: len(revisions)] == revisions
        self.history = {each.id: each.revisions for each in self.journal.entries.values()}
        assert all(each.state is State.LIVE for each in self.results)


def do(step: Exercise, **how: Any) -> None:
    machine = type(f"SittingsOf_{step.id.replace('-', '_')}", (Sittings,), {"step": step})
    run_state_machine_as_test(machine, settings=settings(database=None, **how))


@pytest.mark.parametrize("step", EXERCISES, ids=lambda step: step.id)
def test_any_course_of_doing_it(step: Exercise) -> None:
    do(step, max_examples=6, stateful_step_count=25, phases=[Phase.generate])


@pytest.mark.long
@pytest.mark.parametrize("step", EXERCISES, ids=lambda step: step.id)
def test_many_courses_of_doing_it(step: Exercise) -> None:
    do(step, max_examples=300, stateful_step_count=50, derandomize=False)
