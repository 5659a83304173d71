"""One writer at a time, across real processes."""

import errno
import fcntl
import os
from datetime import datetime
from pathlib import Path

import pytest
from support.journals import start

from goedwerk_tui.base.files import sweep_temporary
from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.journal import Journal, Kind
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
