"""A whole journal leaves as JSON and comes back as it was."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.journals import STRANGE_TEXTS, Clock

from goedwerk_tui.base.places import find_places
from goedwerk_tui.journal import Journal, Kind, Mark, Meeting, Origin, Status, StepProgress
from goedwerk_tui.journal.erasure import wipe
from goedwerk_tui.journal.exchange import read_export, take_in, to_json

TEXTS = st.sampled_from(list(STRANGE_TEXTS.values())[:7]) | st.text(max_size=40)
VALUES = st.dictionaries(
    st.text(max_size=8), st.none() | st.booleans() | st.integers(-(2**40), 2**40) | st.text(max_size=8), max_size=3
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_nothing_is_lost(tmp_path: Path, data: st.DataObject) -> None:
    journal = Journal.in_memory(Clock())
    for number in range(data.draw(st.integers(0, 6))):
        origin = Origin("p", "s", f"stap-{number}", "i", data.draw(TEXTS), "t", data.draw(TEXTS))
        entry = journal.add(
            data.draw(st.sampled_from(Kind)),
            data.draw(TEXTS),
            origin=origin if data.draw(st.booleans()) else None,
            data=data.draw(st.none() | VALUES),
        )
        for _ in range(data.draw(st.integers(0, 2))):
            journal.change(entry.id, data.draw(TEXTS))
        for mark in Mark:
            if data.draw(st.booleans()):
                journal.mark(entry.id, mark, data.draw(st.booleans()))
        if data.draw(st.booleans()):
            journal.trash(entry.id)
        elif data.draw(st.booleans()):
            wipe(journal, [entry.id])
        journal.skip(f"stap-{number}", "i", data.draw(st.booleans()))
        journal.set_progress(f"stap-{number}", StepProgress(data.draw(st.sampled_from(Status)), "i", journal.now()))
        journal.set_position(f"stap-{number}", "i")
        meeting = journal.set_meeting(Meeting("", data.draw(st.dates()), data.draw(TEXTS)))
        if data.draw(st.booleans()):
            journal.cancel_meeting(meeting.id)
    path = tmp_path / "export.json"
    path.write_bytes(to_json(journal))
    assert msgspec.to_builtins(read_export(path)) == msgspec.to_builtins(journal.book)


def test_a_journal_that_has_nothing_becomes_the_other_and_one_that_has_keeps_its_own(tmp_path: Path) -> None:
    journal = Journal.in_memory()
    there = journal.add(Kind.NOTE, "uit het ene")
    path = tmp_path / "export.json"
    path.write_bytes(to_json(journal))
    empty = Journal.open(find_places(tmp_path / "leeg.json"))
    assert take_in(empty, path).new == (there.id,)
    assert empty.id == journal.id
    other = Journal.open(find_places(tmp_path / "ander.json"))
    mine = other.add(Kind.NOTE, "stond er al")
    before = other.id
    assert take_in(other, path).new == (there.id,)
    assert set(other.entries) == {mine.id, there.id}
    assert other.id == before
    assert take_in(other, path).new == ()
    assert list((tmp_path / "ander.reservekopieen").iterdir())


@pytest.mark.parametrize("missing", ["entries", "marks", "meetings", "journal", "version"])
def test_a_part_that_is_missing(tmp_path: Path, missing: str) -> None:
    found = msgspec.json.decode(to_json(Journal.in_memory()))
    del found[missing]
    path = tmp_path / "export.json"
    path.write_bytes(msgspec.json.encode(found))
    with pytest.raises(Exception, match="klopt niet"):
        read_export(path)
