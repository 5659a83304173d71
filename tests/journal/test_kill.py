"""Real processes that are killed while they write: what was acknowledged is there."""

import random
import time
from pathlib import Path

import pytest
from support.journals import start

from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.journal.drafts import Drafts
from goedwerk_tui.journal.inbox import leave_note
from goedwerk_tui.journal.leftovers import sweep


def kill_while_writing(places: Places, kills: int) -> int:
    """Kill a writing process so many times and check everything after each; return how much was acknowledged."""
    moments = random.Random(kills)
    home = places.journal.parent
    acknowledged: dict[str, set[str]] = {}
    for _ in range(kills):
        process = start("write_entries.py", home)
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(moments.uniform(0, 0.04))
        process.kill()
        rest = process.stdout.read()
        process.communicate()
        for line in (first + rest).decode().splitlines(keepends=True):
            if line.endswith("\n"):
                entry_id, text = line[:-1].split(" ", 1)
                acknowledged.setdefault(entry_id, set()).add(text)
        found = Journal.open(places, read_only=True).entries
        for entry_id, texts in acknowledged.items():
            assert texts <= {each.text for each in found[entry_id].revisions}
    return sum(map(len, acknowledged.values()))


def test_ten_kills_lose_nothing_that_was_acknowledged(places: Places) -> None:
    assert kill_while_writing(places, 10) > 10


@pytest.mark.long
def test_a_thousand_kills_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    total = 0
    for series in range(10):
        places = find_places(environment={"GOEDWERK_HOME": str(tmp_path / str(series))})
        total += kill_while_writing(places, 100)
    print(f"1000 kills, {total} acknowledged, 0 lost, 0 unreadable")


def test_a_killed_draft_is_there_up_to_its_last_acknowledged_letter(tmp_path: Path) -> None:
    for moment in (0.0, 0.005, 0.01, 0.02):
        process = start("write_drafts.py", tmp_path)
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(moment)
        process.kill()
        rest = process.stdout.read()
        process.communicate()
        acknowledged = int([line for line in (first + rest).splitlines(keepends=True) if line.endswith(b"\n")][-1])
        draft = Drafts(tmp_path).get("stap/vraag")
        assert draft is not None
        assert len(draft.text) >= acknowledged


def test_notes_arrive_exactly_once_also_when_the_taking_up_is_killed(places: Places) -> None:
    moments = random.Random(7)
    Journal.open(places).add(Kind.NOTE, "er is al een dagboek")
    left: set[str] = set()
    for round_ in range(8):
        left |= {leave_note(places, f"notitie {round_}.{number}").id for number in range(20)}
        process = start("take_inbox.py", places.journal.parent)
        assert process.stdin is not None and process.stdout is not None
        process.stdout.readline()
        process.stdin.write(b"\n")
        process.stdin.flush()
        time.sleep(moments.uniform(0.02, 0.12))
        process.kill()
        process.communicate()
        texts = [each.text for each in Journal.open(places).newest_first()]
        assert len(texts) == len(set(texts)) == len(left) + 1
    journal = Journal.open(places)
    journal.take_inbox()
    assert list(places.inbox.glob("*.json")) == []
    assert left <= set(Journal.open(places).entries)


def test_notes_left_while_another_process_writes_all_arrive(places: Places) -> None:
    writer = start("write_entries.py", places.journal.parent)
    assert writer.stdout is not None
    writer.stdout.readline()
    left = {leave_note(places, f"notitie {number}").id for number in range(30)}
    readers = [Journal.open(places, read_only=True) for _ in range(5)]
    assert all(left <= set(reader.entries) for reader in readers)
    writer.kill()
    writer.communicate()
    journal = Journal.open(places)
    assert {each.id for each in journal.take_inbox()} == left
    sweep(places, journal.entries.values())
    names = {each.name for each in places.journal.parent.iterdir()}
    assert names == {places.journal.name, places.inbox.name, places.state.name}
