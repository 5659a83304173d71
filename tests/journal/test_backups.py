"""Earlier states: made by themselves, verified, and put back."""

import os
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from support.clocks import in_zone
from support.command_line import run
from support.journals import START, Clock, files_under

from goedwerk_tui.base.disk import OPEN_DISK
from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.journal import Journal, JournalUnreadable, Kind, NoSuchEntry, SaveFailed, State
from goedwerk_tui.journal.backup import Why
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.erasure import wipe
from goedwerk_tui.journal.maintenance import take_care
from goedwerk_tui.journal.rescue import salvage_file
from goedwerk_tui.journal.restoring import find_rescue, replace_unreadable, restore


def test_one_a_day_and_only_when_something_changed(places: Places, clock: Clock) -> None:
    backups = Backups(places, clock=clock)
    assert backups.rotate() is None
    journal = Journal.open(places, clock=clock)
    journal.add(Kind.NOTE, "een")
    made = backups.rotate()
    assert made is not None
    assert made.path.read_bytes() == places.journal.read_bytes()
    assert made.path.stat().st_mode & 0o777 == 0o600
    journal.add(Kind.NOTE, "twee")
    assert backups.rotate() is None
    clock.now += timedelta(days=1)
    assert backups.rotate() is not None
    clock.now += timedelta(days=1)
    assert backups.rotate() is None
    assert [each.why for each in backups.list()] == [Why.DAY, Why.DAY]


def test_seven_days_and_eight_weeks_are_kept(places: Places, clock: Clock) -> None:
    backups, journal = Backups(places, clock=clock), Journal.open(places, clock=clock)
    for day in range(120):
        clock.now = START + timedelta(days=day)
        journal.add(Kind.NOTE, f"dag {day}")
        backups.rotate()
    ages = [119 - (each.at.date() - START.date()).days for each in backups.list()]
    assert ages[:7] == [0, 1, 2, 3, 4, 5, 6]
    weeks = {each.at.isocalendar()[:2] for each in backups.list()}
    assert len(weeks) == 8 and len(ages) <= 7 + 8
    assert max(ages) >= 6 * 7
    assert [len(backups.read(each).entries) for each in backups.list()] == [120 - age for age in ages]


def test_who_writes_once_a_month_keeps_eight_states(places: Places, clock: Clock) -> None:
    backups, journal = Backups(places, clock=clock), Journal.open(places, clock=clock)
    for month in range(20):
        clock.now = START + timedelta(days=30 * month)
        journal.add(Kind.NOTE, f"maand {month}")
        backups.rotate()
    assert len(backups.list()) == 8


def test_a_clock_that_was_once_ahead_does_not_stop_the_backups(places: Places, clock: Clock) -> None:
    backups, journal = Backups(places, clock=clock), Journal.open(places, clock=clock)
    clock.now = START + timedelta(days=9000)
    journal.add(Kind.NOTE, "in de toekomst")
    backups.rotate()
    clock.now = START
    journal.add(Kind.NOTE, "nu")
    assert backups.rotate() is not None


def test_a_backup_of_today_that_can_not_be_read_counts_for_none(places: Places, clock: Clock) -> None:
    backups, journal = Backups(places, clock=clock), Journal.open(places, clock=clock)
    journal.add(Kind.NOTE, "een")
    broken = backups.rotate()
    assert broken is not None
    broken.path.write_bytes(b"kapot")
    clock.now += timedelta(hours=1)
    made = backups.rotate()
    assert made is not None and made.path.read_bytes() == places.journal.read_bytes()
    assert broken.path.read_bytes() == b"kapot"
    clock.now += timedelta(hours=1)
    assert backups.rotate() is None


def test_what_can_not_be_read_takes_no_day_and_is_left(places: Places, clock: Clock) -> None:
    backups, journal = Backups(places, clock=clock), Journal.open(places, clock=clock)
    broken: set[Path] = set()
    for day in range(40):
        clock.now = START + timedelta(days=day)
        journal.add(Kind.NOTE, f"dag {day}")
        made = backups.rotate()
        assert made is not None
        if day % 2:
            made.path.write_bytes(b"kapot")
            broken.add(made.path)
    found = backups.list()
    assert broken <= {each.path for each in found}
    days = [(each.at.date() - START.date()).days for each in found if each.path not in broken]
    assert days[:7] == [38, 36, 34, 32, 30, 28, 26]
    assert len({each.at.isocalendar()[:2] for each in found if each.path not in broken}) >= 6


def test_an_unreadable_journal_removes_no_backup(places: Places, clock: Clock) -> None:
    backups = Backups(places, clock=clock)
    Journal.open(places, clock=clock).add(Kind.NOTE, "een")
    backups.rotate()
    places.journal.write_bytes(b"kapot")
    clock.now += timedelta(days=400)
    with pytest.raises(JournalUnreadable):
        backups.rotate()
    assert len(backups.list()) == 1


def test_a_backup_that_does_not_read_back_is_not_kept(
    places: Places, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    Journal.open(places, clock=clock).add(Kind.NOTE, "een")
    real = Path.replace

    def spoiling(self: Path, target: Path) -> Path:
        self.write_bytes(self.read_bytes()[:-1] + b"?")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", spoiling)
    with pytest.raises(SaveFailed, match="teruggelezen"):
        Backups(places, clock=clock).rotate()
    assert Backups(places).list() == ()


def test_what_a_backup_would_change_is_told(places: Places, clock: Clock) -> None:
    journal = Journal.open(places, clock=clock)
    same, changed, trashed = (journal.add(Kind.NOTE, text) for text in ("zelfde", "eerst", "weg"))
    wiped = journal.add(Kind.NOTE, "gewist")
    backups = Backups(places, clock=clock)
    backups.rotate()
    backup = backups.list()[0]
    journal.change(changed.id, "later")
    journal.trash(trashed.id)
    journal.add(Kind.NOTE, "nieuw")
    difference = backups.compare(backup, journal.book)
    assert [each.text for each in difference.absent] == ["weg"]
    assert [each.text for each in difference.different] == ["eerst"]
    assert difference.newer == 1
    wipe(journal, [wiped.id])
    assert [each.text for each in backups.compare(backup, journal.book).absent] == ["weg"]
    assert same.text == "zelfde"


def test_one_entry_or_all_are_put_back_and_nothing_is_lost(places: Places, clock: Clock) -> None:
    journal = Journal.open(places, clock=clock)
    changed, trashed = (journal.add(Kind.NOTE, text, data={"n": 1}) for text in ("eerst", "weg"))
    gone = journal.add(Kind.NOTE, "gewist")
    backup = Backups(places, clock=clock).make(Why.DAY)
    assert backup is not None
    journal.change(changed.id, "later", data={"n": 2})
    journal.trash(trashed.id)
    journal.add(Kind.NOTE, "nieuw")
    content = places.journal.read_bytes()
    assert [each.id for each in restore(journal, backup, [changed.id]).entries] == [changed.id]
    assert (journal.entries[changed.id].text, journal.entries[changed.id].data) == ("eerst", {"n": 1})
    assert [each.text for each in journal.entries[changed.id].revisions] == ["eerst", "later", "eerst"]
    assert journal.entries[trashed.id].state is State.TRASH
    before = [each for each in Backups(places).list() if each.why is Why.BEFORE_RESTORE]
    assert [each.path.read_bytes() for each in before] == [content]
    wipe(journal, [gone.id])
    assert {each.id for each in restore(journal, backup).entries} == {trashed.id}
    assert {each.text for each in Journal.open(places).newest_first()} == {"eerst", "weg", "nieuw"}
    for unknown in ("onbekend", gone.id):
        with pytest.raises(NoSuchEntry):
            restore(journal, backup, [unknown])


def test_what_was_wiped_does_not_come_back_from_a_backup_out_of_reach(places: Places, clock: Clock) -> None:
    journal = Journal.open(places, clock=clock)
    gone, kept = journal.add(Kind.NOTE, "gewist"), journal.add(Kind.NOTE, "blijft")
    backup = Backups(places, clock=clock).make(Why.DAY)
    assert backup is not None
    content = backup.path.read_bytes()
    wipe(journal, [gone.id])
    journal.trash(kept.id)
    backup.path.write_bytes(content)
    assert [each.id for each in restore(journal, backup).entries] == [kept.id]
    assert journal.entries[gone.id].state is State.WIPED
    assert [each.text for each in journal.newest_first()] == ["blijft"]


def test_a_journal_that_can_not_be_read_is_replaced_by_a_backup_and_kept(places: Places, clock: Clock) -> None:
    journal = Journal.open(places, clock=clock)
    entry = journal.add(Kind.NOTE, "bewaard")
    backups = Backups(places, clock=clock)
    backup = backups.rotate()
    assert backup is not None
    places.journal.write_bytes(b"kapot")
    aside = replace_unreadable(places, backups.read(backup))
    assert aside is not None and aside.path.read_bytes() == b"kapot"
    again = Journal.open(places)
    assert again.id == journal.id
    assert again.entries == {entry.id: entry}
    assert files_under(places.backups).keys() == {backup.path.name, aside.path.name}


def test_a_journal_that_disappeared_comes_back_from_a_backup(places: Places, clock: Clock) -> None:
    Journal.open(places, clock=clock).add(Kind.NOTE, "bewaard")
    backups = Backups(places, clock=clock)
    backup = backups.rotate()
    assert backup is not None
    places.journal.unlink()
    assert replace_unreadable(places, backups.read(backup)) is None
    assert [each.text for each in Journal.open(places).newest_first()] == ["bewaard"]


def test_a_truncated_journal_is_rescued_into_a_new_one(places: Places, clock: Clock) -> None:
    journal = Journal.open(places, clock=clock)
    entries = [journal.add(Kind.NOTE, f"tekst {number} van twintig") for number in range(20)]
    whole = places.journal.read_bytes()
    places.journal.write_bytes(whole[: whole.index(b'"tekst 15 van') + 13])
    salvaged = salvage_file(places.journal, OPEN_DISK)
    assert [each.id for each in salvaged.entries] == [each.id for each in entries[:15]]
    assert [each.text for each in salvaged.fragments] == ["tekst 15 van"]
    replace_unreadable(places, find_rescue(places, clock=clock).book)
    again = Journal.open(places, clock=clock)
    assert again.id == journal.id
    assert len(again.entries) == 16
    again.add(Kind.NOTE, "en verder")


@pytest.mark.parametrize("years", [-30, -1, 1, 30])
def test_a_wrong_clock_removes_neither_the_backup_it_makes_nor_those_of_before(
    places: Places, clock: Clock, years: int
) -> None:
    backups, journal = Backups(places, clock=clock), Journal.open(places, clock=clock)

    def write_on_days(number: int) -> None:
        for day in range(number):
            clock.now += timedelta(days=1)
            journal.add(Kind.NOTE, f"dag {day}")
            made = backups.rotate()
            assert made is not None and made.path.exists()

    write_on_days(20)
    before = {each.path for each in backups.list()}
    clock.now += timedelta(days=365 * years)
    write_on_days(1)
    strange = clock.now
    assert len(before - {each.path for each in backups.list()}) <= 1
    clock.now -= timedelta(days=365 * years)
    write_on_days(9)
    assert [each for each in backups.list() if each.at.date() == strange.date()]
    usual = [each for each in backups.list() if each.at.date() != strange.date()]
    assert len({each.at.date() for each in usual}) >= 7


@pytest.mark.parametrize(
    ("moment", "ever_was"),
    [
        ("20261328T250000000000Z", False),
        ("99999999T999999999999Z", False),
        ("00000101T000000000000Z", False),
        ("00010101T000000000000Z", True),
    ],
)
@pytest.mark.parametrize("zone", ["America/New_York", "Pacific/Kiritimati"])
def test_a_strange_name_among_the_backups_stops_nothing(
    capsys: pytest.CaptureFixture[str], home: Path, moment: str, ever_was: bool, zone: str
) -> None:
    places = find_places()
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "tekst")
    places.backups.mkdir()
    strange = places.backups / f"dagboek-{moment}-dag.json"
    strange.write_bytes(places.journal.read_bytes())
    with in_zone(zone):
        assert take_care(Journal.open(places)).troubles == ()
        code, out, _ = run(capsys, "herstel")
    assert code == 0
    assert (f"geen moment dat bestaat: ‘{strange}’" in out) is not ever_was
    assert ("1 januari 1, 0.00 uur · van die dag · 1 stuk" in out) is ever_was
    assert strange.exists()


def test_a_folder_that_another_program_removes_meanwhile_stops_no_start(
    places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = tmp_path / "tmp"
    (shared / "goedwerk-van-een-ander").mkdir(parents=True)
    monkeypatch.setattr(tempfile, "tempdir", str(shared))
    scan = os.scandir

    def scandir(path: Any) -> Any:
        if Path(path).name == "goedwerk-van-een-ander":
            raise FileNotFoundError(path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", scandir)
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "een")
    assert take_care(journal).in_refuge == ()
