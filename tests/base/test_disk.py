"""The one place where what a person wrote meets the disk."""

import ast
from pathlib import Path

import pytest
from support.journals import Reversing

import goedwerk_tui
from goedwerk_tui.base.disk import OPEN_DISK, Disk
from goedwerk_tui.base.files import ReadFailed, Reason, WriteFailed

_PACKAGE = Path(goedwerk_tui.__file__).parent


@pytest.mark.parametrize("disk", [OPEN_DISK, Disk(Reversing())], ids=["open", "sealed"])
def test_what_is_written_is_read(tmp_path: Path, disk: Disk) -> None:
    path = tmp_path / "x"
    disk.write(path, b"abcdef", 20)
    assert (disk.read(path, 20), disk.read_beginning(path, 3, 20)) == (b"abcdef", b"abc")
    assert path.read_bytes() == disk.sealed(b"abcdef") and disk.unsealed(path.read_bytes()) == b"abcdef"
    with pytest.raises(WriteFailed) as refused:
        disk.write(path, b"abcdefghi" * 3, 20)
    assert refused.value.reason is Reason.TOO_LARGE and disk.read(path, 20) == b"abcdef"
    with pytest.raises(ReadFailed):
        disk.read(tmp_path / "niets", 20)


def test_an_empty_file_is_empty_and_what_was_not_sealed_is_refused(tmp_path: Path) -> None:
    path, disk = tmp_path / "x", Disk(Reversing())
    path.write_bytes(b"\n")
    assert disk.read(path, 20) == disk.unsealed(b"\n") == b"\n"
    path.write_bytes(b"open")
    with pytest.raises(ValueError, match="not sealed"):
        disk.read(path, 20)


def test_nothing_of_the_program_reads_or_writes_drafts_without_their_disk() -> None:
    calls = [
        (path.name, call.lineno, len(call.args))
        for path in sorted(_PACKAGE.rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Drafts"
    ]
    assert calls and [each for each in calls if each[2] < 2] == []


def test_only_the_disk_knows_of_a_seal() -> None:
    knowing = [path for path in _PACKAGE.rglob("*.py") if "Seal" in path.read_text("utf-8")]
    assert knowing == [_PACKAGE / "base" / "disk.py"]
