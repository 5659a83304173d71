"""A full disk, a folder that is gone, a file that may not be written: nothing is lost and it is said."""

import errno
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from support.journals import Clock, files_under
from tinydb import TinyDB

from goedwerk_tui.base.files import Reason
from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.journal import Journal, Kind, Mark, Meeting, SaveFailed, Status, StepProgress, storage
from goedwerk_tui.journal.inbox import leave_note
from goedwerk_tui.journal.storage import DurableStorage

POINTS = {"open": "os.open", "write": "os.write", "fsync": "os.fsync", "replace": "os.replace"}


@pytest.fixture
def fail(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, int], None]:
    """Let one of the system's calls fail, as it does on a full disk."""

    def inject(point: str, code: int) -> None:
        real = os.write

        def full(*arguments: object, **_: object) -> object:
            raise OSError(code, os.strerror(code))

        def half(descriptor: int, data: bytes) -> int:
            if len(data) < 100:
                raise OSError(code, os.strerror(code))
            return real(descriptor, data[: len(data) // 2])

        def refused(_self: Path, _target: Path) -> None:
            raise OSError(code, os.strerror(code))

        if point == "replace":
            monkeypatch.setattr(Path, "replace", refused)
        else:
            monkeypatch.setattr(POINTS[point], half if point == "write" else full)

    return inject


@pytest.mark.parametrize("point", ["write", "fsync", "replace"])
def test_a_full_disk_loses_nothing_that_was_acknowledged(
    places: Places, monkeypatch: pytest.MonkeyPatch, fail: Callable[[str, int], None], point: str
) -> None:
    journal = Journal.open(places)
    entry = journal.add(Kind.NOTE, "bewaard " * 100)
    before, view = files_under(places.journal.parent), dict(journal.entries)
    fail(point, errno.ENOSPC)
    for attempt in (
        lambda: journal.add(Kind.NOTE, "past niet " * 1000),
        lambda: journal.change(entry.id, "past niet " * 1000),
        lambda: journal.trash(entry.id),
        lambda: journal.mark(entry.id, Mark.BRING, True),
        lambda: journal.set_position("stap", "vraag"),
        lambda: journal.skip("stap", "vraag"),
    ):
        with pytest.raises(SaveFailed, match="de schijf is vol") as caught:
            attempt()
        assert caught.value.reason is Reason.FULL
    assert journal.entries == view
    assert journal.marked(Mark.BRING) == frozenset()
    assert journal.position is None
    assert files_under(places.journal.parent) == before
    monkeypatch.undo()
    assert Journal.open(places).entries == view
    journal.change(entry.id, "nu wel")
    journal.add(Kind.NOTE, "en dit ook")
    assert {each.text for each in Journal.open(places).newest_first()} == {"nu wel", "en dit ook"}


@pytest.mark.parametrize("point", ["write", "fsync", "replace"])
def test_the_first_entry_on_a_full_disk_leaves_no_journal(
    places: Places, monkeypatch: pytest.MonkeyPatch, fail: Callable[[str, int], None], point: str
) -> None:
    places.journal.parent.mkdir()
    journal = Journal.open(places)
    fail(point, errno.ENOSPC)
    with pytest.raises(SaveFailed):
        journal.add(Kind.NOTE, "past niet " * 1000)
    assert journal.entries == {}
    assert files_under(places.journal.parent) == {}
    monkeypatch.undo()
    journal.add(Kind.NOTE, "nu wel")
    assert [each.text for each in Journal.open(places).newest_first()] == ["nu wel"]


def test_tinydb_reads_what_was_acknowledged_after_a_failed_save(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fail: Callable[[str, int], None]
) -> None:
    db = TinyDB(tmp_path / "db.json", storage=DurableStorage)
    db.insert({"x": 1, "pad": "p" * 200})
    fail("fsync", errno.EIO)
    for attempt in (
        lambda: db.insert({"x": 2}),
        lambda: db.update({"x": 9}),
        db.truncate,
        db.drop_tables,
    ):
        with pytest.raises(SaveFailed):
            attempt()
        assert [each["x"] for each in db.all()] == [1]
    monkeypatch.undo()
    db.insert({"x": 3})
    assert [each["x"] for each in TinyDB(tmp_path / "db.json", storage=DurableStorage)] == [1, 3]


def test_when_only_the_folder_can_not_be_synced_nothing_is_acknowledged_and_trying_again_does_not_double(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "eerst")
    calls: list[int] = []
    real = os.fsync

    def second_fails(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == 2:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        real(descriptor)

    monkeypatch.setattr("os.fsync", second_fails)
    with pytest.raises(SaveFailed):
        journal.add(Kind.NOTE, "tweede", id="vast")
    assert len(journal.entries) == 1
    journal.add(Kind.NOTE, "tweede", id="vast")
    assert sorted(each.text for each in Journal.open(places).newest_first()) == ["eerst", "tweede"]


def test_a_read_only_file_is_not_replaced(places: Places) -> None:
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "bewaard")
    places.journal.chmod(0o444)
    before = files_under(places.journal.parent)
    with pytest.raises(SaveFailed, match="alleen-lezen") as caught:
        journal.add(Kind.NOTE, "nee")
    assert caught.value.reason is Reason.READ_ONLY
    assert files_under(places.journal.parent) == before


def test_a_folder_that_is_gone_is_said_and_not_made_anew(places: Places, tmp_path: Path) -> None:
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "bewaard")
    places.journal.parent.rename(tmp_path / "elders")
    with pytest.raises(SaveFailed, match="de map is er niet") as caught:
        journal.add(Kind.NOTE, "nee")
    assert caught.value.reason is Reason.NO_FOLDER
    assert not places.journal.parent.exists()
    (tmp_path / "elders").rename(places.journal.parent)
    journal.add(Kind.NOTE, "weer wel")
    assert len(Journal.open(places).entries) == 2


def test_a_file_that_disappeared_is_written_whole_again(places: Places) -> None:
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "een")
    places.journal.unlink()
    journal.add(Kind.NOTE, "twee")
    assert len(Journal.open(places).entries) == 2


def test_a_symlinked_journal_stays_a_link(places: Places, tmp_path: Path) -> None:
    real = tmp_path / "stick" / "echt.json"
    real.parent.mkdir()
    Journal.open(places).add(Kind.NOTE, "een")
    places.journal.rename(real)
    places.journal.symlink_to(real)
    Journal.open(places).add(Kind.NOTE, "twee")
    assert places.journal.is_symlink()
    assert places.journal.resolve() == real
    assert len(Journal.open(places).entries) == 2
    assert files_under(real.parent).keys() == {"echt.json"}


def test_what_another_machine_wrote_meanwhile_is_merged_and_not_overwritten(places: Places) -> None:
    journal, other = Journal.open(places), None
    first = journal.add(Kind.NOTE, "eerst")
    other = Journal.open(places)
    other.add(Kind.NOTE, "van elders")
    other.change(first.id, "elders veranderd")
    journal.add(Kind.NOTE, "van hier")
    expected = {"elders veranderd", "van elders", "van hier"}
    assert {each.text for each in journal.newest_first()} == expected
    assert {each.text for each in Journal.open(places).newest_first()} == expected
    other.trash(first.id)
    assert {each.text for each in Journal.open(places).newest_first()} == {"van elders", "van hier"}


def test_what_is_written_elsewhere_in_the_midst_of_a_save_is_merged(places: Places, clock: Clock) -> None:
    pending = ["van elders, eerst", "van elders, later"]

    def busy_clock() -> datetime:
        if pending:
            Journal.open(places, clock=clock).add(Kind.NOTE, pending.pop())
        return clock()

    journal = Journal.open(places, clock=busy_clock)
    journal.add(Kind.NOTE, "van hier")
    texts = {each.text for each in Journal.open(places).newest_first()}
    assert texts == {"van hier", "van elders, eerst", "van elders, later"}


def test_two_that_both_begin_a_journal_share_it(places: Places) -> None:
    one, other = Journal.open(places), Journal.open(places)
    one.add(Kind.NOTE, "een")
    other.add(Kind.NOTE, "ander")
    one.refresh()
    assert one.id == other.id == Journal.open(places).id
    assert {each.text for each in one.newest_first()} == {"een", "ander"}


@pytest.mark.parametrize("content", [b"", b"geen json", b'{"_default": {"1": {"van": "een ander"}}}'])
def test_a_file_that_became_unreadable_meanwhile_is_never_overwritten(places: Places, content: bytes) -> None:
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "bewaard")
    good = places.journal.read_bytes()
    places.journal.write_bytes(content)
    for _ in range(3):
        with pytest.raises(SaveFailed, match="intussen"):
            journal.add(Kind.NOTE, "nee")
    assert places.journal.read_bytes() == content
    assert [each.text for each in journal.newest_first()] == ["bewaard"]
    places.journal.write_bytes(good)
    journal.add(Kind.NOTE, "weer wel")
    assert {each.text for each in Journal.open(places).newest_first()} == {"bewaard", "weer wel"}


def test_another_journal_in_this_ones_place_is_not_mixed_with_it(places: Places, tmp_path: Path) -> None:
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "van mij")
    own = places.journal.read_bytes()
    places.journal.unlink()
    Journal.open(places).add(Kind.NOTE, "van iemand anders")
    theirs = places.journal.read_bytes()
    assert own != theirs
    with pytest.raises(SaveFailed, match="een ander dagboek"):
        journal.add(Kind.NOTE, "nog een")
    assert places.journal.read_bytes() == theirs


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a real disk of 256 KB, where this machine allows it."""
    if shutil.which("mount") is None:
        pytest.skip("no mount here")
    folder = tmp_path / "schijf"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode != 0:
        pytest.skip("no disk may be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_disk_that_is_really_full(small_disk: Path) -> None:
    places = find_places(environment={"GOEDWERK_HOME": str(small_disk)})
    journal = Journal.open(places)
    kept: list[str] = []
    with pytest.raises(SaveFailed, match="de schijf is vol"):
        for number in range(200):
            kept.append(journal.add(Kind.NOTE, f"{number} " + "woord " * 500).id)
    assert len(kept) > 10
    assert set(journal.entries) == set(Journal.open(places).entries) == set(kept)
    files = [each for each in small_disk.rglob("*") if each.is_file()]
    assert sorted(each.suffix for each in files) == [".json", ".seen"] and places.journal in files


def test_what_could_not_be_read_again_is_not_written(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = Journal.open(places)
    entry = journal.add(Kind.NOTE, "een")
    before = places.journal.read_bytes()
    endless = "x" * 201
    for write in (
        lambda: journal.skip(endless, "vraag"),
        lambda: journal.set_meeting(Meeting(endless, date(2026, 12, 3), "")),
        lambda: journal.set_progress("stap", StepProgress(Status.DONE, "", datetime(9001, 1, 1, tzinfo=UTC))),
        lambda: journal.add(Kind.NOTE, "twee", id=endless),
    ):
        with pytest.raises(ValueError, match="read again"):
            write()
    monkeypatch.setattr(storage, "SIZE_LIMIT", len(before) + 300)
    with pytest.raises(SaveFailed) as refused:
        journal.change(entry.id, "lang " * 100)
    assert refused.value.reason is Reason.TOO_LARGE
    assert places.journal.read_bytes() == before
    journal.add(Kind.NOTE, "drie")
    assert {each.text for each in Journal.open(places).newest_first()} == {"een", "drie"}


@pytest.mark.parametrize(("kind", "called"), [(Kind.NOTE, "Je notitie"), (Kind.ANSWER, "Je antwoord")])
def test_a_note_that_can_not_be_left_is_called_one(
    places: Places, monkeypatch: pytest.MonkeyPatch, kind: Kind, called: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SaveFailed) as failed:
        leave_note(places, "gewoon", kind=kind)
    assert str(failed.value).startswith(f"{called} kon niet worden bewaard: de schijf is vol.")
