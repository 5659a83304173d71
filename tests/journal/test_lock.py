"""One writer at a time, across real processes."""

import errno
import fcntl
import json
import os
from datetime import datetime
from pathlib import Path

import pytest
from support.journals import start

from goedwerk_tui.base.files import sweep_temporary
from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.journal import Journal, Kind, user_lock
from goedwerk_tui.journal.lock import Held, HeldBy, InstanceLock, LockUnavailable


def test_the_lock_lies_in_the_state_folder_and_not_beside_the_journal(places: Places) -> None:
    lock = InstanceLock(places)
    assert not places.state.exists()
    assert isinstance(lock.acquire(), Held)
    assert isinstance(lock.acquire(), Held)
    assert [each.name for each in places.journal.parent.iterdir()] == [places.state.name]
    lock.release()
    lock.release()
    assert isinstance(InstanceLock(places).acquire(), Held)


def test_a_second_process_hears_who_has_it_and_gets_it_when_that_one_is_killed(places: Places) -> None:
    holder = start("hold_lock.py", places.journal.parent)
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    mine = InstanceLock(places)
    found = mine.acquire()
    assert isinstance(found, HeldBy)
    assert found.pid == holder.pid
    assert found.since is not None and found.since.tzinfo is not None
    second = start("hold_lock.py", places.journal.parent)
    assert second.communicate(b"\n")[0] == b"taken\n"
    holder.kill()
    holder.communicate()
    assert isinstance(mine.acquire(), Held)
    third = start("hold_lock.py", places.journal.parent)
    assert third.communicate(b"\n")[0] == b"taken\n"
    mine.release()
    fourth = start("hold_lock.py", places.journal.parent)
    assert fourth.communicate(b"\n")[0] == b"held\n"


def test_the_same_file_by_another_name_is_the_same_lock(places: Places, tmp_path: Path) -> None:
    lock = InstanceLock(places)
    assert isinstance(lock.acquire(), Held)
    (tmp_path / "koppeling").symlink_to(places.journal.parent)
    by_link = find_places(tmp_path / "koppeling" / places.journal.name, {"GOEDWERK_HOME": str(places.journal.parent)})
    assert InstanceLock(by_link).acquire() == HeldBy(os.getpid(), _since(places))
    other = find_places(tmp_path / "ander.json", {"GOEDWERK_HOME": str(places.journal.parent)})
    assert isinstance(InstanceLock(other).acquire(), Held)
    lock.release()


def _since(places: Places) -> datetime | None:
    found = InstanceLock(places).acquire()
    assert isinstance(found, HeldBy)
    return found.since


@pytest.mark.parametrize("way", ["settings", "link", "command"])
def test_another_home_that_names_the_journal_finds_it_taken(
    places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    Journal.open(places).add(Kind.NOTE, "een gedachte")
    holder = start("hold_lock.py", places.journal.parent)
    assert holder.stdout is not None and holder.stdout.readline() == b"held\n"
    # As in another session: on a desktop, over ssh, from cron.
    for name in ("HOME", "XDG_RUNTIME_DIR", "XDG_STATE_HOME", "TMPDIR"):
        folder = tmp_path / name
        folder.mkdir()
        monkeypatch.setenv(name, str(folder))
    other = tmp_path / "ander thuis"
    other.mkdir()
    named = places.journal
    if way == "link":
        (tmp_path / "koppeling").symlink_to(places.journal.parent)
        named = tmp_path / "koppeling" / places.journal.name
    if way == "command":
        theirs = find_places(named, {"GOEDWERK_HOME": str(other)})
    else:
        (other / "instellingen.json").write_text(json.dumps({"journal": str(named)}))
        theirs = find_places(environment={"GOEDWERK_HOME": str(other)})
    lock = InstanceLock(theirs)
    assert isinstance(lock.acquire(), HeldBy)
    assert not list(other.rglob("*.lock"))
    holder.kill()
    holder.communicate()
    assert isinstance(lock.acquire(), Held)
    second = start("hold_lock.py", places.journal.parent)
    assert second.communicate(b"\n")[0] == b"taken\n"
    lock.release()


def test_two_journals_in_one_folder_are_open_at_once(places: Places) -> None:
    first, second = InstanceLock(places), InstanceLock(places.with_journal(places.journal.with_name("brief.json")))
    assert isinstance(first.acquire(), Held) and isinstance(second.acquire(), Held)
    first.release()
    second.release()


def test_the_lock_that_homes_share_leaves_nothing_behind(
    places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = tmp_path / "tijdelijk"
    shared.mkdir()
    monkeypatch.setattr(user_lock, "_TEMPORARY", shared)
    lock = InstanceLock(places)
    assert isinstance(lock.acquire(), Held)
    (kept,) = (each for each in shared.rglob("*") if each.is_file())
    assert kept.read_bytes() == b"" and kept.parent.stat().st_mode & 0o777 == 0o700
    lock.release()
    assert not list(shared.iterdir())


@pytest.mark.parametrize("fault", ["somebody else's", "a link", "a file", "no locks"])
def test_without_a_lock_that_homes_share_that_of_the_home_does(
    places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    shared, real_flock = tmp_path / "tijdelijk", fcntl.flock
    shared.mkdir()
    monkeypatch.setattr(user_lock, "_TEMPORARY", shared)
    folder = shared / f"goedwerk-slot-{os.getuid()}"
    match fault:
        case "somebody else's":
            folder.mkdir(mode=0o777)
            folder.chmod(0o777)
        case "a link":
            folder.symlink_to(tmp_path)
        case "a file":
            folder.write_bytes(b"")
        case _:

            def refused(file: int, operation: int) -> None:
                if folder in Path(f"/proc/self/fd/{file}").readlink().parents:
                    raise OSError(errno.ENOLCK, "no locks")
                real_flock(file, operation)

            monkeypatch.setattr(fcntl, "flock", refused)
    lock = InstanceLock(places)
    assert isinstance(lock.acquire(), Held)
    assert isinstance(InstanceLock(places).acquire(), HeldBy)
    lock.release()


def test_a_place_without_locks_is_said_in_dutch(places: Places) -> None:
    places.state.parent.mkdir()
    places.state.write_text("een bestand waar een map moet staan")
    with pytest.raises(LockUnavailable, match="niet op slot"):
        InstanceLock(places).acquire()


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP])
def test_a_disk_without_locks_is_not_taken_for_another_window(
    places: Places, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refused(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(fcntl, "flock", refused)
    with pytest.raises(LockUnavailable, match="kent geen sloten"):
        InstanceLock(places).acquire()
    # The files themselves can still be written there.
    Journal.open(places).add(Kind.NOTE, "tekst")
    assert sweep_temporary(places.journal.parent) == ()
