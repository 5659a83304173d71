"""A journal on the disk against a plain dictionary, whatever is done in whatever order."""

import shutil
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from support.journals import Clock

from goedwerk_tui.base.places import find_places
from goedwerk_tui.base.text import clean
from goedwerk_tui.journal import Journal, Kind, Mark, Meeting, State
from goedwerk_tui.journal.copies import take_up_copies
from goedwerk_tui.journal.erasure import wipe
from goedwerk_tui.journal.inbox import leave_note

TEXTS = st.text(st.characters(), max_size=30)


class Remembered:
    """What the dictionary knows of an entry: every text it had, and where it is."""

    def __init__(self, text: str) -> None:
        self.texts = [clean(text)]
        self.state = State.LIVE

    def write(self, text: str) -> None:
        if clean(text) != self.texts[-1]:
            self.texts.append(clean(text))
            self.state = State.LIVE

    def move(self, state: State) -> None:
        if self.state is not state:
            self.texts.append(self.texts[-1])
            self.state = state


class JournalStates(RuleBasedStateMachine):
    ids: Bundle[str] = Bundle("ids")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.places = find_places(environment={"GOEDWERK_HOME": str(self.folder)})
        self.clock = Clock()
        self.remembered: dict[str, Remembered] = {}
        self.bring: set[str] = set()
        self.meetings: dict[str, Meeting] = {}

    @initialize()
    def begin(self) -> None:
        self.journal = Journal.open(self.places, clock=self.clock)

    @rule(target=ids, text=TEXTS)
    def add(self, text: str) -> str:
        entry = self.journal.add(Kind.NOTE, text)
        self.remembered[entry.id] = Remembered(text)
        return entry.id

    @rule(target=ids, text=TEXTS)
    def leave(self, text: str) -> str:
        note = leave_note(self.places, text, clock=self.clock)
        self.remembered[note.id] = Remembered(text)
        self.journal.refresh()
        return note.id

    @rule(each=ids, text=TEXTS)
    def change(self, each: str, text: str) -> None:
        if self.remembered[each].state is not State.WIPED:
            self.journal.change(each, text)
            self.remembered[each].write(text)

    @rule(each=ids, to_trash=st.booleans())
    def move(self, each: str, to_trash: bool) -> None:
        if self.remembered[each].state is not State.WIPED:
            (self.journal.trash if to_trash else self.journal.restore)(each)
            self.remembered[each].move(State.TRASH if to_trash else State.LIVE)

    @rule(each=ids, which=st.integers(0, 100))
    def put_back(self, each: str, which: int) -> None:
        known = self.remembered[each]
        if known.state is State.WIPED:
            return
        entry = self.journal.entries[each]
        revision = entry.revisions[which % len(entry.revisions)]
        self.journal.put_back(each, revision.id)
        if (known.texts[-1], known.state) != (revision.text, State.LIVE):
            known.texts.append(revision.text)
            known.state = State.LIVE

    @rule(each=ids, on=st.booleans())
    def mark(self, each: str, on: bool) -> None:
        if self.remembered[each].state is not State.WIPED:
            self.journal.mark(each, Mark.BRING, on)
            (self.bring.add if on else self.bring.discard)(each)

    @rule(each=ids)
    def wipe(self, each: str) -> None:
        wipe(self.journal, [each])
        self.remembered[each].texts = [""]
        self.remembered[each].state = State.WIPED
        self.bring.discard(each)

    @rule(which=st.sampled_from("abc"), day=st.dates(), there=st.booleans())
    def meet(self, which: str, day: date, there: bool) -> None:
        """Set a meeting here, or in a copy that is merged at once."""
        meeting = Meeting(which, day, "opening")
        if there and self.places.journal.exists():
            copy = self.folder / "dagboek-LAPTOP.json"
            shutil.copy(self.places.journal, copy)
            Journal.open(find_places(copy, {}), clock=self.clock).set_meeting(meeting)
            take_up_copies(self.journal)
        else:
            self.journal.set_meeting(meeting)
        self.meetings[which] = meeting

    @rule(which=st.sampled_from("abc"))
    def cancel(self, which: str) -> None:
        self.journal.cancel_meeting(which)
        self.meetings.pop(which, None)

    @rule()
    def take_inbox(self) -> None:
        self.journal.take_inbox()
        assert list(self.places.inbox.glob("*")) == []

    @rule()
    def reopen(self) -> None:
        self.journal.close()
        self.journal = Journal.open(self.places, clock=self.clock)

    @rule(target=ids, each=ids, there=TEXTS, here=TEXTS, trash=st.booleans(), take_up=st.booleans())
    def write_on_two_machines(self, each: str, there: str, here: str, trash: bool, take_up: bool) -> str:
        """Let another machine write in a copy, or in the file itself, while this one writes too; merge them."""
        self.journal.take_inbox()
        copy = self.folder / "dagboek-LAPTOP.json"
        shutil.copy(self.places.journal, copy)
        other = Journal.open(find_places(copy, {}), clock=self.clock)
        added = other.add(Kind.NOTE, there)
        known = self.remembered[each]
        if known.state is not State.WIPED:
            before = known.texts[-1]
            if trash:
                other.trash(each)
            else:
                other.change(each, there)
            trashed_there = trash and known.state is State.LIVE
            changed_there = not trash and clean(there) != before
            changed_here = clean(here) != before
            self.journal.change(each, here)
            if trashed_there or changed_there:
                known.texts.append(before if trash else clean(there))
                known.state = State.TRASH if trash else State.LIVE
            if changed_here:
                known.texts.append(clean(here))
                known.state = State.LIVE
        if take_up:
            take_up_copies(self.journal)
        else:
            own = self.places.journal.read_bytes()
            copy.replace(self.places.journal)
            self.journal.refresh()
            assert own
        self.remembered[added.id] = Remembered(there)
        return added.id

    @invariant()
    def the_same_as_remembered(self) -> None:
        for journal in (self.journal, Journal.open(self.places, read_only=True)):
            assert journal.entries.keys() == self.remembered.keys()
            for each, known in self.remembered.items():
                entry = journal.entries[each]
                assert entry.state is known.state
                assert entry.text == known.texts[-1]
                assert sorted(revision.text for revision in entry.revisions) == sorted(known.texts)
            live = {each for each, known in self.remembered.items() if known.state is State.LIVE}
            assert {each.id for each in journal.newest_first()} == live
            assert journal.marked(Mark.BRING) == self.bring
            assert {each.id: each for each in journal.meetings} == self.meetings

    def teardown(self) -> None:
        shutil.rmtree(self.folder)


TestJournalStates = JournalStates.TestCase
TestJournalStates.settings = settings(
    max_examples=30,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@pytest.mark.long
def test_many_journal_states() -> None:
    run_state_machine_as_test(
        JournalStates, settings=settings(TestJournalStates.settings, max_examples=300, derandomize=False)
    )
