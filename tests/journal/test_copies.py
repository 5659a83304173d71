"""Conflict copies of sync services, and files that a person brings."""

import shutil
from pathlib import Path

import pytest
from support.journals import Clock, files_under, under_seal

from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.journal import Journal, JournalUnreadable, Kind
from goedwerk_tui.journal.backup import Why
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.copies import find_copies, take_up_copies
from goedwerk_tui.journal.erasure import wipe, wipe_everything
from goedwerk_tui.journal.inbox import leave_note
from goedwerk_tui.journal.maintenance import take_care
from goedwerk_tui.journal.merging import merge_file

NAMES = [
    "dagboek-LAPTOP-7.json",
    "dagboek (conflicted copy 2026-11-24 090000).json",
    "dagboek (Conflicterende kopie van Anna 2026-11-24).json",
    "dagboek.sync-conflict-20261124-090000-ABCDEFG.json",
    "Kopie van dagboek.json",
    "iets heel anders.json",
]


def elsewhere(places: Places, name: str, clock: Clock, text: str) -> Path:
    """Let another machine write in a copy of the journal, under the name that a sync service gives it."""
    copy = places.journal.parent / name
    shutil.copy(places.journal, copy)
    Journal.open(find_places(copy, {}), clock=clock).add(Kind.NOTE, text)
    return copy


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_is_merged_and_set_aside_whatever_it_is_called(places: Places, clock: Clock, name: str) -> None:
    journal = Journal.open(places, clock=clock)
    first = journal.add(Kind.NOTE, "begin")
    copy = elsewhere(places, name, clock, "van de laptop")
    journal.change(first.id, "van hier")
    content = copy.read_bytes()
    assert find_copies(places, journal.id) == (copy,)
    merged = take_up_copies(journal)
    assert (len(merged.new), merged.changed, merged.files, merged.problems) == (1, (), (copy,), ())
    assert {each.text for each in Journal.open(places).newest_first()} == {"van hier", "van de laptop"}
    assert not copy.exists()
    aside = Backups(places).list()
    assert [(each.why, each.path.read_bytes()) for each in aside] == [(Why.ASIDE, content)]
    assert take_up_copies(journal).files == ()


def test_several_copies_at_once(places: Places, clock: Clock) -> None:
    journal = Journal.open(places, clock=clock)
    journal.add(Kind.NOTE, "begin")
    for name in NAMES:
        elsewhere(places, name, clock, f"uit {name}")
    assert len(take_up_copies(journal).new) == len(NAMES)
    assert len(Journal.open(places).entries) == len(NAMES) + 1


def test_what_is_no_copy_is_left_alone(places: Places, tmp_path: Path, clock: Clock) -> None:
    journal = Journal.open(places, clock=clock)
    journal.add(Kind.NOTE, "begin")
    folder = places.journal.parent
    other = find_places(folder / "ander-dagboek.json", {})
    Journal.open(other).add(Kind.NOTE, "een ander dagboek")
    (folder / "gegevens.json").write_text('{"_default": {}}')
    (folder / "uitvoer.json").write_text(f'{{"dagboek": "{journal.id}", "stukken": []}}')
    (folder / "leeg.json").touch()
    (folder / "map.json").mkdir()
    (folder / "koppeling.json").symlink_to(places.journal)
    before = files_under(folder)
    merged = take_up_copies(journal)
    assert (merged.files, merged.problems) == ((), ())
    assert files_under(folder) == before


def test_sealed_copies_are_merged_and_another_sealed_journal_is_not(places: Places, clock: Clock) -> None:
    places = under_seal(places)
    journal = Journal.open(places, clock=clock)
    journal.add(Kind.NOTE, "begin")
    copy = places.journal.parent / NAMES[0]
    shutil.copy(places.journal, copy)
    Journal.open(under_seal(find_places(copy, {})), clock=clock).add(Kind.NOTE, "van de laptop")
    other = places.journal.parent / "ander-dagboek.json"
    Journal.open(under_seal(find_places(other, {}))).add(Kind.NOTE, "van een ander")
    leave_note(places, "uit de inbox")
    cared = take_care(journal)
    assert cared.merged.files == (copy,) and cared.troubles == ()
    texts = {each.text for each in Journal.open(places).newest_first()}
    assert texts == {"begin", "van de laptop", "uit de inbox"}
    assert other.exists()
    content = other.read_bytes()
    wipe(journal, [each.id for each in journal.newest_first()])
    assert other.read_bytes() == content
    for backup in Backups(places).list():
        assert all(each.text == "" for each in Backups(places).read(backup).entries.values())
    shutil.copy(places.journal, copy)
    journal.close()
    assert wipe_everything(places, journal_id=journal.id).left == ()
    assert files_under(places.journal.parent) == {other.name: content}


def test_a_damaged_copy_is_named_and_left(places: Places, clock: Clock) -> None:
    journal = Journal.open(places, clock=clock)
    journal.add(Kind.NOTE, "begin")
    copy = elsewhere(places, NAMES[0], clock, "half")
    copy.write_bytes(copy.read_bytes()[:-20])
    assert take_up_copies(journal).problems == (copy,)
    assert copy.exists()


def test_a_file_brought_by_hand_is_merged_and_stays_and_the_present_one_is_a_backup(
    places: Places, tmp_path: Path, clock: Clock
) -> None:
    journal = Journal.open(places, clock=clock)
    journal.add(Kind.NOTE, "begin")
    before = places.journal.read_bytes()
    brought = tmp_path / "stick" / "oud.json"
    Journal.open(find_places(brought, {}), clock=clock).add(Kind.NOTE, "van de stick")
    content = brought.read_bytes()
    merged = merge_file(journal, brought)
    assert [journal.entries[each].text for each in merged.new] == ["van de stick"]
    assert brought.read_bytes() == content
    assert [(each.why, each.path.read_bytes()) for each in Backups(places).list()] == [(Why.BEFORE_MERGE, before)]
    with pytest.raises(JournalUnreadable, match="het bestand is er niet"):
        merge_file(journal, tmp_path / "weg.json")


@pytest.mark.parametrize(
    "name",
    [
        "dagboek-LAPTOP.json",
        "dagboek.json.conflict1",
        "dagboek.json~",
        "DAGBOEK (kopie).JSON",
        "dagboek.json.sync-conflict-20261124-090000",
        "dagboek (conflicted copy 2026-11-24).json",
        "dagboek_BACKUP_1234.json.orig",
        "#dagboek.json#",
        "dagboek",
    ],
)
def test_a_copy_is_taken_up_whatever_it_is_called(places: Places, name: str) -> None:
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "hier")
    copy = places.journal.with_name(name)
    before = places.journal.read_bytes()
    journal.add(Kind.NOTE, "daar")
    copy.write_bytes(places.journal.read_bytes())
    places.journal.write_bytes(before)
    again = Journal.open(places)
    assert take_up_copies(again).files == (copy,)
    assert {each.text for each in again.newest_first()} == {"hier", "daar"}
    assert not copy.exists()


def test_what_is_of_others_is_left_alone(places: Places) -> None:
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "hier")
    others = [places.journal.with_name(name) for name in ("dagboek.txt", "recepten.json", ".dagboek.json.swp")]
    for each in others:
        each.write_text("{}")
    (places.journal.parent / "dagboek.json.d").mkdir()
    places.journal.with_name("dagboek-link.json").symlink_to(places.journal)
    assert take_up_copies(journal).files == ()
    assert all(each.read_text() == "{}" for each in others)
