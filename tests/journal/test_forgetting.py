"""Wiped is wiped: no file of ours has the text any more."""

import gzip
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from support.journals import Clock, files_under

from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.journal import Journal, Kind, Mark, NoSuchEntry, Origin, SaveFailed, State
from goedwerk_tui.journal.backup import Why
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.journal.erasure import wipe, wipe_everything
from goedwerk_tui.journal.graves import Kept, file_of
from goedwerk_tui.journal.inbox import leave_note
from goedwerk_tui.journal.lock import InstanceLock
from goedwerk_tui.journal.machine_files import machine_files
from goedwerk_tui.journal.maintenance import take_care

SECRET = "het-allergeheimste"


def everywhere(places: Places, clock: Clock) -> tuple[Journal, str]:
    """Write something secret that stands in the journal, its revisions, a draft, the inbox, backups and a copy."""
    journal = Journal.open(places, clock=clock)
    journal.add(Kind.NOTE, "gewoon")
    note = leave_note(places, f"{SECRET} in de inbox", clock=clock)
    content = (places.inbox / f"{note.id}.json").read_bytes()
    journal.take_inbox()
    for day in range(3):
        journal.change(note.id, f"{SECRET} op dag {day}", data={"waarde": f"{SECRET} erbij"})
        clock.now += timedelta(days=1)
        Backups(places, clock=clock).rotate()
    shutil.copy(places.journal, places.journal.parent / "dagboek-LAPTOP.json")
    Backups(places, clock=clock).set_aside(Path("oude kopie.json"), places.journal.read_bytes())
    Backups(places, clock=clock).make(Why.BEFORE_MERGE)
    journal.change(note.id, "nu onschuldig")
    journal.mark(note.id, Mark.BRING, True)
    draft = Draft(key="d", text=f"{SECRET} half", entry_id=note.id, kind=Kind.NOTE, at=clock())
    Drafts(places.drafts).put(draft)
    (places.inbox / f"{note.id}.json").write_bytes(content)
    return journal, note.id


def standing(folder: Path) -> list[str]:
    return [name for name, content in files_under(folder).items() if SECRET.encode() in content]


def test_no_file_has_the_text_after_wiping(places: Places, clock: Clock) -> None:
    journal, secret = everywhere(places, clock)
    assert len(standing(places.journal.parent)) >= 8
    assert [each.id for each in journal.find(SECRET)] == [secret]
    wiped = wipe(journal, [secret])
    assert journal.find(SECRET) == ()
    assert standing(places.journal.parent) == []
    assert (wiped.entries, wiped.left) == ((secret,), ())
    assert "kan dit programma niet wissen" in wiped.elsewhere
    again = Journal.open(places)
    assert again.entries[secret].state is State.WIPED
    assert again.entries[secret].text == ""
    assert [each.text for each in again.newest_first()] == ["gewoon"]
    assert again.marked(Mark.BRING) == frozenset()
    for backup in Backups(places).list():
        assert Backups(places).read(backup).entries[secret].state is State.WIPED
    assert wipe(again, [secret]).left == ()


@pytest.mark.parametrize("opened", ["from its home", "by its name"])
@pytest.mark.parametrize("all_of_it", [False, True])
def test_what_went_with_the_journal_under_other_names_goes_too(
    places: Places, clock: Clock, monkeypatch: pytest.MonkeyPatch, opened: str, all_of_it: bool
) -> None:
    _, secret = everywhere(places, clock)
    monkeypatch.setenv("GOEDWERK_HOME", str(places.journal.parent.with_name("tweede")))
    by_name = find_places(places.journal)
    for here, there in (
        (places.inbox, by_name.inbox),
        (places.drafts, by_name.drafts),
        (places.backups, by_name.backups),
    ):
        shutil.copytree(here, there)
    (of_others := places.journal.parent / "dagboek.inbox" / "recept.json").write_text("{}")
    now = places if opened == "from its home" else by_name
    if all_of_it:
        assert wipe_everything(now, journal_id=Journal.open(now).id).left == ()
        assert [each for each in places.journal.parent.rglob("*.json") if each != of_others] == []
    else:
        assert wipe(Journal.open(now), [secret]).left == ()
    assert standing(places.journal.parent) == []
    if all_of_it and opened == "by its name":
        assert not places.drafts.exists()


def test_the_question_that_was_answered_goes_too(places: Places) -> None:
    journal = Journal.open(places)
    origin = Origin("nl", "s", "st", "i", words=SECRET)
    entry = journal.add(Kind.ANSWER, "antwoord", origin=origin)
    wipe(journal, [entry.id])
    assert standing(places.journal.parent) == []


def test_a_wipe_that_was_cut_short_is_finished_at_the_next_start(
    places: Places, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal, secret = everywhere(places, clock)
    calls: list[Path] = []
    real = Path.replace

    def only_the_journal(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) > 2:
            raise OSError(28, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", only_the_journal)
    wiped = wipe(journal, [secret])
    assert len(wiped.left) >= 5
    monkeypatch.undo()
    assert standing(places.journal.parent) != []
    cared = take_care(Journal.open(places, clock=clock))
    assert cared.left == () and cared.troubles == ()
    assert standing(places.journal.parent) == []


def test_what_could_not_be_reached_is_named(places: Places, clock: Clock) -> None:
    journal, secret = everywhere(places, clock)
    damaged = Backups(places).list()[0].path
    damaged.write_bytes(damaged.read_bytes()[:-30])
    assert wipe(journal, [secret]).left == (damaged,)
    synced = find_places(places.journal.parent / "OneDrive - Ministerie" / "dagboek.json", {})
    other = Journal.open(synced, clock=clock)
    assert "OneDrive" in wipe(other, [other.add(Kind.NOTE, "x").id]).elsewhere


def test_a_note_that_can_not_be_removed_from_the_inbox_is_named(
    places: Places, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal.open(places, clock=clock)
    note = leave_note(places, SECRET, clock=clock)
    path = places.inbox / f"{note.id}.json"

    def refused(_: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refused)
    assert wipe(journal, [note.id]).left == (path,)
    assert journal.inbox_problems == (path,)
    monkeypatch.undo()
    take_care(journal)
    assert not path.exists()
    assert journal.entries[note.id].state is State.WIPED


def test_when_the_journal_can_not_be_saved_nothing_is_wiped(
    places: Places, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal, secret = everywhere(places, clock)
    journal.take_inbox()
    before = files_under(places.journal.parent)

    def full(*_: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(SaveFailed):
        wipe(journal, [secret])
    assert files_under(places.journal.parent) == before
    with pytest.raises(NoSuchEntry):
        wipe(journal, ["onbekend"])


def test_the_trash_is_emptied_after_thirty_days_of_use(places: Places, clock: Clock) -> None:
    journal = Journal.open(places, clock=clock)
    old, new, kept = (journal.add(Kind.NOTE, text) for text in ("oud", "nieuw", "blijft"))

    def start_on_days(number: int) -> set[str]:
        """Start once a day, twice on some, never on others; returns what was wiped."""
        wiped: set[str] = set()
        for day in range(number):
            clock.now += timedelta(days=1 + day % 3)
            for _ in range(1 + day % 2):
                emptied = take_care(Journal.open(places, clock=clock)).emptied
                wiped |= set(emptied.entries if emptied else ())
        return wiped

    start_on_days(3)
    journal.trash(old.id)
    start_on_days(20)
    Journal.open(places, clock=clock).trash(new.id)
    assert start_on_days(10) == set()
    assert start_on_days(1) == {old.id}
    assert b'"oud"' not in places.journal.read_bytes()
    assert {each.id: each.state for each in Journal.open(places).entries.values()} == {
        old.id: State.WIPED,
        new.id: State.TRASH,
        kept.id: State.LIVE,
    }
    again = Journal.open(places, clock=clock)
    again.restore(new.id)
    take_care(again)
    Journal.open(places, clock=clock).trash(new.id)
    assert start_on_days(30) == set()
    assert start_on_days(1) == {new.id}


YEAR = timedelta(days=365)


@pytest.mark.parametrize(
    "jumps",
    [
        (YEAR,),
        (50 * YEAR,),
        (-YEAR,),
        (YEAR, -YEAR),
        (-YEAR, YEAR),
        (50 * YEAR, -50 * YEAR, 50 * YEAR, -50 * YEAR),
        (timedelta(days=40),) * 100,
    ],
    ids=str,
)
def test_a_clock_that_jumps_empties_no_trash(places: Places, clock: Clock, jumps: tuple[timedelta, ...]) -> None:
    journal = Journal.open(places, clock=clock)
    doomed = journal.add(Kind.NOTE, SECRET)
    for _ in range(3):
        clock.now += timedelta(days=1)
        take_care(Journal.open(places, clock=clock))
    Journal.open(places, clock=clock).trash(doomed.id)
    for jump in jumps:
        clock.now += jump
        take_care(Journal.open(places, clock=clock))
        assert Journal.open(places).entries[doomed.id].state is State.TRASH
    assert Journal.open(places).entries[doomed.id].text == SECRET


def test_what_was_thrown_away_under_a_clock_that_stood_back_is_not_wiped_at_once(places: Places, clock: Clock) -> None:
    journal = Journal.open(places, clock=clock)
    take_care(journal)
    clock.now -= YEAR
    doomed = journal.add(Kind.NOTE, SECRET)
    journal.trash(doomed.id)
    clock.now += YEAR
    for _ in range(5):
        clock.now += timedelta(days=1)
        take_care(Journal.open(places, clock=clock))
    assert Journal.open(places).entries[doomed.id].text == SECRET


def test_where_it_can_not_be_counted_nothing_is_wiped_from_the_trash(places: Places, clock: Clock) -> None:
    journal = Journal.open(places, clock=clock)
    doomed = journal.add(Kind.NOTE, SECRET)
    journal.trash(doomed.id)
    count = machine_files(places).trash_days
    for day in range(60):
        clock.now += timedelta(days=1)
        take_care(Journal.open(places, clock=clock))
        if day % 20 == 0:
            count.write_bytes(b"{")
    assert Journal.open(places).entries[doomed.id].text == SECRET


def test_wiping_everything_leaves_no_file_of_ours_and_all_of_others(places: Places, clock: Clock) -> None:
    journal, _ = everywhere(places, clock)
    lock = InstanceLock(places)
    lock.acquire()
    (places.journal.parent / ".dagboek.json.abc.goedwerk-tmp").write_text(SECRET)
    places.settings.write_text("{}")
    of_others = places.journal.parent / "recepten.json"
    of_others.write_text("{}")
    journal.close()
    lock.release()
    assert wipe_everything(places, journal_id=journal.id).left == ()
    assert list(places.journal.parent.rglob("*")) == [of_others]


def test_wiping_everything_of_a_linked_journal(places: Places, tmp_path: Path) -> None:
    real = tmp_path / "elders.json"
    Journal.open(places).add(Kind.NOTE, "tekst")
    places.journal.rename(real)
    places.journal.symlink_to(real)
    wipe_everything(places)
    assert not real.exists() and not places.journal.is_symlink()


@pytest.mark.parametrize("wiped_by", ["its own path", "the link"])
def test_a_journal_behind_a_link_leaves_no_backup_by_whichever_path_it_is_named(
    places: Places, tmp_path: Path, clock: Clock, wiped_by: str
) -> None:
    real = tmp_path / "elders" / "echt.json"
    note = Journal.open(places, clock=clock).add(Kind.NOTE, SECRET)
    real.parent.mkdir()
    places.journal.rename(real)
    places.journal.symlink_to(real)
    Backups(places, clock=clock).rotate()
    assert standing(tmp_path)
    by_path = find_places(real, {"GOEDWERK_HOME": str(places.journal.parent)})
    wipe(Journal.open(by_path if wiped_by == "its own path" else places, clock=clock), [note.id])
    assert standing(tmp_path) == []


def test_a_file_that_is_put_back_as_it_was_before_a_wipe_brings_back_the_rest_alone(
    places: Places, clock: Clock
) -> None:
    journal = Journal.open(places, clock=clock)
    secret, other = journal.add(Kind.NOTE, SECRET), journal.add(Kind.NOTE, "gewoon")
    before = places.journal.read_bytes()
    wipe(journal, [secret.id])
    journal.change(other.id, "anders")
    journal.close()
    assert SECRET.encode() not in file_of(places, journal.id, Kept.GRAVES).read_bytes()

    places.journal.write_bytes(before)
    again = Journal.open(places, clock=clock)
    assert [each.text for each in again.newest_first()] == ["gewoon"]
    assert again.find(SECRET) == ()
    take_care(again)
    again.close()
    assert standing(places.journal.parent) == []


def test_a_damaged_draft_that_may_hold_the_text_is_named(places: Places) -> None:
    journal = Journal.open(places)
    note = journal.add(Kind.NOTE, SECRET)
    Drafts(places.drafts).put(Draft(key="d", text=f"{SECRET} half", entry_id=note.id, kind=Kind.NOTE, at=note.created))
    (path,) = places.drafts.glob("*.json")
    path.write_bytes(path.read_bytes()[:-20])
    assert path in wipe(journal, [note.id]).left


def test_a_link_that_becomes_a_file_of_before_brings_back_the_rest_alone(places: Places, tmp_path: Path) -> None:
    secret = Journal.open(places).add(Kind.NOTE, SECRET)
    real = tmp_path / "elders.json"
    places.journal.rename(real)
    places.journal.symlink_to(real)
    before = real.read_bytes()
    wipe(Journal.open(places), [secret.id])
    places.journal.unlink()
    places.journal.write_bytes(before)
    assert Journal.open(places).newest_first() == ()


def test_another_journal_in_the_place_of_one_that_was_wiped_from_is_as_it_is(places: Places, clock: Clock) -> None:
    wiped_from = Journal.open(places, clock=clock)
    wipe(wiped_from, [wiped_from.add(Kind.NOTE, SECRET).id])
    wiped_from.close()
    for each in (places.journal, *places.backups.glob("*")):
        each.unlink()
    other = Journal.open(replace(places, begin_anew=True), clock=clock)
    other.add(Kind.NOTE, "van een ander")
    other.close()
    assert [each.text for each in Journal.open(places, clock=clock).newest_first()] == ["van een ander"]


def test_the_start_sweeps_and_takes_up_what_waits(places: Places, clock: Clock) -> None:
    journal = Journal.open(places, clock=clock)
    journal.add(Kind.NOTE, "begin")
    note = leave_note(places, "uit de inbox", clock=clock)
    copy = places.journal.parent / "dagboek-LAPTOP.json"
    shutil.copy(places.journal, copy)
    laptop = Journal.open(find_places(copy, {}), clock=clock)
    laptop.add(Kind.NOTE, "van de laptop")
    left = places.journal.parent / ".dagboek.json.0123.goedwerk-tmp"
    left.write_text("half")
    cared = take_care(journal)
    assert [each.id for each in cared.notes] == [note.id]
    assert len(cared.merged.new) == 1
    assert cared.backup is not None
    assert cared.troubles == ()
    assert not left.exists()
    assert {each.text for each in Journal.open(places).newest_first()} == {"begin", "uit de inbox", "van de laptop"}
    assert take_care(Journal.open(places, read_only=True)).notes == ()


def test_a_damaged_file_among_the_backups_is_named_when_the_text_is_in_it(places: Places) -> None:
    journal = Journal.open(places)
    doomed = journal.add(Kind.NOTE, "Over het gesprek van dinsdag met de “directeur”, en wat ik niet zei.")
    other = journal.add(Kind.NOTE, "Over iets heel anders, dat gerust mag blijven staan.")
    content = places.journal.read_bytes()
    damaged = content[content.index(b"Over het gesprek") - 9 : content.index(b"en wat ik")]
    aside = Backups(places).set_aside(places.journal, damaged)
    assert wipe(journal, [other.id]).left == ()
    assert wipe(journal, [doomed.id]).left == (aside.path,)
    assert aside.path.read_bytes() == damaged


@pytest.mark.parametrize(
    "name",
    [
        "dagboek-20261328T250000000000Z-dag.json",
        "dagboek-00010101T000000000000Z-dag.json",
        "dagboek-20261124T090000000000Z-dag.json.conflict1",
        "dagboek-20261124T090000000000Z-dag (conflict).json",
    ],
)
def test_wiping_reaches_a_backup_of_any_name(places: Places, name: str) -> None:
    journal = Journal.open(places)
    doomed = journal.add(Kind.NOTE, SECRET)
    places.backups.mkdir()
    strange = places.backups / name
    strange.write_bytes(places.journal.read_bytes())
    assert wipe(journal, [doomed.id]).left == ()
    assert SECRET.encode() not in strange.read_bytes()
    wipe_everything(places, journal_id=journal.id)
    assert not strange.exists()


def test_what_was_packed_before_it_was_set_aside_is_named(places: Places, clock: Clock) -> None:
    journal, secret = everywhere(places, clock)
    packed = Backups(places, clock=clock).set_aside(places.journal, gzip.compress(places.journal.read_bytes())).path
    text = Backups(places, clock=clock).set_aside(places.journal, "zomaar tekst, één regel".encode()).path
    left = wipe(journal, [secret]).left
    assert packed in left and text not in left
