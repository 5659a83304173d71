"""Backups on another disk: used when it is there, replaced when it is not, and looked for in both places."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from support.journals import Clock, files_under

from goedwerk_tui.base.files import WriteFailed
from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.base.settings import SettingsUnreadable, Whereabouts, read_whereabouts, write_settings
from goedwerk_tui.journal import Journal, Kind, SaveFailed, backups
from goedwerk_tui.journal.backup import Why
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.erasure import finish_wiping, wipe, wipe_everything
from goedwerk_tui.journal.maintenance import take_care
from goedwerk_tui.journal.relocation import keep_backups_in
from goedwerk_tui.journal.restoring import find_rescue, restore


@pytest.fixture
def disk(places: Places, tmp_path: Path) -> Path:
    """Another disk, named in the settings."""
    disk = tmp_path / "schijf"
    disk.mkdir()
    write_settings(places.settings, Whereabouts(backups=str(disk)))
    return disk


def own(places: Places) -> Places:
    return find_places(environment={"GOEDWERK_HOME": str(places.config)})


def test_a_disk_that_is_away_is_said_once_and_gets_its_backups_later(places: Places, disk: Path) -> None:
    clock = Clock()
    away, said, found = disk.with_name("weg"), list[str](), list[int]()
    for day in range(6):
        clock.now += timedelta(days=1)
        if day in (1, 4):
            disk.rename(away)
        if day == 3:
            away.rename(disk)
        journal = Journal.open(own(places), clock=clock)
        journal.add(Kind.NOTE, f"dag {day}")
        said += [f"{day}: {trouble}" for trouble in take_care(journal).troubles]
        found.append(len(Backups(own(places)).list()))
        assert not disk.exists() or list(places.backups.glob("*")) == []
    assert found == [1, 1, 2, 4, 1, 2]
    assert [each[0] for each in said] == ["1", "4"]
    assert all(str(disk) in each and str(places.backups) in each for each in said)
    assert not disk.exists()


def test_a_disk_that_refuses_is_replaced_too(places: Places, disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = Journal.open(own(places))
    journal.add(Kind.NOTE, "een")
    disk.rmdir()
    disk.write_text("een bestand waar een map moet staan")
    assert len(take_care(journal).troubles) == 1
    assert [each.path.parent for each in Backups(own(places)).list()] == [places.backups]


def test_restoring_and_rescue_look_in_both_places(places: Places, disk: Path) -> None:
    journal = Journal.open(own(places))
    entry = journal.add(Kind.NOTE, "op de schijf")
    there = Backups(own(places)).make(Why.DAY)
    journal.change(entry.id, "ernaast")
    beside = Backups(places).make(Why.DAY)
    assert there is not None and beside is not None
    assert {each.path.parent for each in Backups(own(places)).list()} == {disk, places.backups}
    assert [each.text for each in restore(journal, there).entries] == ["op de schijf"]
    places.journal.write_bytes(b"{")
    rescue = find_rescue(own(places))
    assert rescue.backed_up is not None


def test_wiping_reaches_both_and_what_is_away_as_soon_as_it_is_back(places: Places, disk: Path) -> None:
    journal = Journal.open(own(places))
    entry = journal.add(Kind.NOTE, "geheim")
    Backups(own(places)).make(Why.DAY)
    Backups(places).make(Why.DAY)
    away = disk.rename(disk.with_name("weg"))
    assert wipe(journal, [entry.id]).left == (disk,)
    assert finish_wiping(journal) == ()
    assert b"geheim" in b"".join(files_under(away).values())
    away.rename(disk)
    assert take_care(journal).left == ()
    assert b"geheim" not in b"".join(files_under(places.config.parent).values())
    journal.close()
    assert wipe_everything(own(places), journal_id=journal.id).left == ()
    assert files_under(places.config.parent) == {}
    assert disk.is_dir()


def test_two_journals_with_one_folder_keep_their_own(places: Places, disk: Path, tmp_path: Path) -> None:
    clock, other_home = Clock(), tmp_path / "ander"
    other = replace(find_places(environment={"GOEDWERK_HOME": str(other_home)}), backups=disk)
    theirs, journal = Journal.open(other, clock=clock), Journal.open(own(places), clock=clock)
    theirs.add(Kind.NOTE, "van de ander")
    Backups(other, clock=clock).rotate()
    for day in range(90):
        clock.now += timedelta(days=1)
        journal.add(Kind.NOTE, f"dag {day}")
        Backups(own(places), clock=clock).rotate()
    assert len(Backups(other).list()) == 1
    assert 8 <= len(Backups(own(places)).list()) < 20
    wipe_everything(own(places), journal_id=journal.id)
    assert [each.text for each in Backups(other).read(Backups(other).list()[0]).live] == ["van de ander"]


def test_moving_backups_moves_all_or_none(places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "een")
    made = [Backups(places, clock=Clock()).make(why) for why in (Why.DAY, Why.BEFORE_MERGE, Why.OLDER_VERSION)]
    before = {each.path.name: each.path.read_bytes() for each in made if each}
    with pytest.raises(WriteFailed):
        keep_backups_in(journal, tmp_path / "is" / "er" / "niet")
    places.settings.write_text("[")
    with pytest.raises(SettingsUnreadable):
        keep_backups_in(journal, tmp_path / "nieuw")
    places.settings.unlink()

    def refuse(path: Path, *_: object, **__: object) -> None:
        raise WriteFailed.because(path, OSError(28, "No space left on device"))

    with monkeypatch.context() as patched:
        patched.setattr("goedwerk_tui.journal.backups.atomic_write", refuse)
        with pytest.raises(SaveFailed):
            keep_backups_in(journal, tmp_path / "nieuw")
    assert files_under(places.backups) == before
    assert not places.settings.exists()
    moved = keep_backups_in(journal, tmp_path / "nieuw")
    assert (moved.number, moved.left) == (3, ())
    assert files_under(tmp_path / "nieuw") == before and files_under(places.backups) == {}
    assert own(places).backups == tmp_path / "nieuw"
    assert keep_backups_in(journal, places.backups).number == 3
    assert read_whereabouts(places.settings).backups == ""
    assert files_under(places.backups) == before


def test_a_journal_that_got_another_name_finds_its_backups_in_the_chosen_folder(places: Places, disk: Path) -> None:
    journal = Journal.open(own(places))
    entry = journal.add(Kind.NOTE, "toen het nog dagboek heette")
    Backups(own(places)).make(Why.DAY)
    aside = Backups(own(places)).set_aside(disk / "dagboek-20261124T090300000000Z-dag.json", b"{")
    places.journal.rename(places.journal.with_name("brief.json"))
    write_settings(places.settings, Whereabouts(journal="brief.json", backups=str(disk)))
    renamed = own(places)
    (found,) = Backups(renamed).list()
    assert entry.id in Backups(renamed).read(found).entries
    wipe(Journal.open(renamed), [entry.id])
    assert b"toen het nog" not in b"".join(files_under(places.config.parent).values())
    assert aside.path.exists()


def test_backups_in_the_folder_of_the_journal_are_no_conflict_copies(places: Places) -> None:
    write_settings(places.settings, Whereabouts(backups=str(places.journal.parent)))
    clock = Clock()
    journal = Journal.open(own(places), clock=clock)
    for _ in range(4):
        clock.now += timedelta(days=1)
        journal.add(Kind.NOTE, "nog een dag")
        cared = take_care(journal)
        assert (cared.merged.files, cared.troubles) == ((), ())
    assert [each.why for each in Backups(own(places)).list()] == [Why.DAY] * 4


def make_read_only(disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a disk refuse every change, as one with a lock on it does."""
    write, unlink = backups.atomic_write, Path.unlink
    refusal = OSError(30, "Read-only file system")

    def refuse_to_write(path: Path, data: bytes, *, before_replace: Callable[[], None]) -> None:
        if disk in path.parents:
            raise WriteFailed.because(path, refusal)
        write(path, data, before_replace=before_replace)

    def refuse_to_remove(path: Path, missing_ok: bool = False) -> None:
        if disk in path.parents:
            raise refusal
        unlink(path, missing_ok)

    monkeypatch.setattr(backups, "atomic_write", refuse_to_write)
    monkeypatch.setattr(Path, "unlink", refuse_to_remove)


def test_a_disk_that_may_only_be_read_keeps_nothing_from_being_done(
    places: Places, disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    journal = Journal.open(own(places), clock=clock)
    for day in range(12):
        clock.now += timedelta(days=1)
        journal.add(Kind.NOTE, f"dag {day}")
        Backups(own(places), clock=clock).rotate()
    (disk / ".dagboek-x.json.0.goedwerk-tmp").write_text("half")
    before = files_under(disk)
    make_read_only(disk, monkeypatch)
    clock.now += timedelta(days=1)
    journal.add(Kind.NOTE, "op een schijf die niet beschreven kan worden")
    assert len(take_care(journal).troubles) == 1
    assert len(files_under(places.backups)) == 1
    with pytest.raises((WriteFailed, SaveFailed)):
        keep_backups_in(Journal.open(places, clock=clock), disk)
    assert files_under(disk) == before
