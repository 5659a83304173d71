"""The one safe way to write a file, and to read one."""

import errno
import os
import stat
import threading
from pathlib import Path

import pytest

from goedwerk_tui.base.files import (
    TEMPORARY_SUFFIX,
    ReadFailed,
    Reason,
    WriteFailed,
    atomic_write,
    make_private_folder,
    read_regular,
    sweep_temporary,
)


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_file_is_written_whole_and_private(tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    for content in (b"eerst", b"", b"\0" * 5_000_000):
        atomic_write(path, content)
        assert path.read_bytes() == content
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert names(tmp_path) == ["brief.md"]


def test_the_mode_can_be_chosen(tmp_path: Path) -> None:
    atomic_write(tmp_path / "a", b"x", mode=0o640)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640


def test_a_reader_sees_the_old_or_the_new_file_and_never_half(tmp_path: Path) -> None:
    path = tmp_path / "a"
    whole = {letter * 300_000 for letter in (b"a", b"b")}
    atomic_write(path, b"a" * 300_000)
    done = threading.Event()
    seen: set[bytes] = set()

    def read() -> None:
        while not done.is_set():
            seen.add(path.read_bytes())

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(60):
        atomic_write(path, (b"a", b"b")[number % 2] * 300_000)
    done.set()
    reader.join()
    assert seen <= whole


def test_the_file_and_its_folder_are_synced_before_it_returns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    real_sync, real_replace = os.fsync, Path.replace

    def sync(descriptor: int) -> None:
        order.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        real_sync(descriptor)

    def replace(self: Path, target: Path) -> Path:
        order.append("replace")
        return real_replace(self, target)

    monkeypatch.setattr("os.fsync", sync)
    monkeypatch.setattr(Path, "replace", replace)
    atomic_write(tmp_path / "a", b"x")
    assert order == ["file", "replace", "folder"]


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (errno.ENOSPC, Reason.FULL),
        (errno.EDQUOT, Reason.FULL),
        (errno.EROFS, Reason.READ_ONLY),
        (errno.EACCES, Reason.NO_PERMISSION),
        (errno.EIO, Reason.OTHER),
    ],
)
def test_what_fails_is_said_and_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, reason: Reason
) -> None:
    path = tmp_path / "a"
    atomic_write(path, b"oud")

    def fail(_: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(WriteFailed, match="kon niet worden geschreven") as caught:
        atomic_write(path, b"nieuw")
    assert caught.value.reason is reason
    assert str(path) in str(caught.value)
    assert path.read_bytes() == b"oud"
    assert names(tmp_path) == ["a"]


def test_a_replace_that_is_called_off_leaves_the_old_file(tmp_path: Path) -> None:
    atomic_write(tmp_path / "a", b"oud")

    def call_off() -> None:
        raise LookupError

    with pytest.raises(LookupError):
        atomic_write(tmp_path / "a", b"nieuw", before_replace=call_off)
    assert (tmp_path / "a").read_bytes() == b"oud"
    assert names(tmp_path) == ["a"]


def test_a_file_that_is_held_for_a_moment_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, refusals = Path.replace, [5, 32, 33]

    def replace(self: Path, target: Path) -> Path:
        if refusals:
            error = OSError(errno.EACCES, "in use")
            error.winerror = refusals.pop()  # pyright: ignore[reportAttributeAccessIssue]
            raise error
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    atomic_write(tmp_path / "a", b"x")
    assert (tmp_path / "a").read_bytes() == b"x"


posix_only = pytest.mark.skipif(os.name == "nt", reason="no FIFOs on Windows")


@posix_only
def test_what_is_no_regular_file_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "vast").write_bytes(b"oud")
    (tmp_path / "vast").chmod(0o444)
    (tmp_path / "lus").symlink_to(tmp_path / "lus")
    for name, reason in (
        ("map", Reason.NOT_REGULAR),
        ("fifo", Reason.NOT_REGULAR),
        ("vast", Reason.READ_ONLY),
        ("lus", Reason.BAD_LINK),
        ("weg/a", Reason.NO_FOLDER),
        ("vast/a", Reason.NOT_A_FOLDER),
    ):
        with pytest.raises(WriteFailed) as caught:
            atomic_write(tmp_path / name, b"nieuw")
        assert caught.value.reason is reason, name
    assert names(tmp_path) == ["fifo", "lus", "map", "vast"]
    assert (tmp_path / "vast").read_bytes() == b"oud"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "elders").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "elders" / "echt")
    atomic_write(tmp_path / "link", b"een")
    atomic_write(tmp_path / "link", b"twee")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "elders" / "echt").read_bytes() == b"twee"
    assert names(tmp_path) == ["elders", "link"]


@posix_only
def test_reading_refuses_what_is_no_regular_file_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "dangling").symlink_to(tmp_path / "weg")
    (tmp_path / "lus").symlink_to(tmp_path / "lus")
    (tmp_path / "groot").write_bytes(b"x" * 101)
    for path, reason in (
        (tmp_path, Reason.NOT_REGULAR),
        (tmp_path / "fifo", Reason.NOT_REGULAR),
        (Path("/dev/zero"), Reason.NOT_REGULAR),
        (tmp_path / "weg", Reason.NO_FILE),
        (tmp_path / "dangling", Reason.BAD_LINK),
        (tmp_path / "lus", Reason.BAD_LINK),
        (tmp_path / "groot", Reason.TOO_LARGE),
    ):
        with pytest.raises(ReadFailed) as caught:
            read_regular(path, 100)
        assert caught.value.reason is reason, path
    (tmp_path / "groot").write_bytes(b"x" * 100)
    assert read_regular(tmp_path / "groot", 100) == b"x" * 100


@posix_only
def test_reading_takes_in_what_is_written_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "groeit"
    path.write_bytes(b"een")
    look = os.fstat

    def grows_after(descriptor: int) -> os.stat_result:
        found = look(descriptor)
        if found.st_size == 3:
            path.write_bytes(b"een en twee en drie")
        return found

    monkeypatch.setattr("os.fstat", grows_after)
    assert read_regular(path, 100) == b"een en twee en drie"
    path.write_bytes(b"een")
    with pytest.raises(ReadFailed) as caught:
        read_regular(path, 10)
    assert caught.value.reason is Reason.TOO_LARGE


def test_private_folders(tmp_path: Path) -> None:
    (tmp_path / "open").mkdir(mode=0o755)
    make_private_folder(tmp_path / "open")
    assert stat.S_IMODE((tmp_path / "open").stat().st_mode) == 0o755
    make_private_folder(tmp_path / "open" / "a" / "b")
    assert stat.S_IMODE((tmp_path / "open" / "a").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "open" / "a" / "b").stat().st_mode) == 0o700
    (tmp_path / "bestand").write_text("x")
    for path in (tmp_path / "bestand", tmp_path / "bestand" / "a"):
        with pytest.raises(WriteFailed) as caught:
            make_private_folder(path)
        assert f"‘{tmp_path / 'bestand'}’ is een bestand, en daar hoort een map" in str(caught.value)
        assert "er niet (meer)" not in str(caught.value)


def test_only_our_temporary_files_are_swept(tmp_path: Path) -> None:
    ours = tmp_path / f".dagboek.json.abc{TEMPORARY_SUFFIX}"
    for path in (ours, tmp_path / ".anders.tmp", tmp_path / "dagboek.json"):
        path.write_text("x")
    assert sweep_temporary(tmp_path) == ()
    assert names(tmp_path) == sorted([".anders.tmp", "dagboek.json"])
    assert sweep_temporary(tmp_path / "weg") == ()


def test_what_is_being_written_is_not_swept(tmp_path: Path) -> None:
    def another_process() -> None:
        assert sweep_temporary(tmp_path) == ()

    atomic_write(tmp_path / "a", b"x", before_replace=another_process)
    assert (tmp_path / "a").read_bytes() == b"x"


def test_a_temporary_file_that_can_not_be_removed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = tmp_path / f".dagboek.json.abc{TEMPORARY_SUFFIX}"
    ours.write_text("x")

    def refused(_: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refused)
    assert sweep_temporary(tmp_path) == (ours,)
