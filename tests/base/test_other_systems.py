"""What differs on Windows and macOS, as far as it can be shown on another system."""

import errno
import io
import os
import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest
from platformdirs.macos import MacOS
from support.command_line import run

from goedwerk_tui.base.file_trouble import Reason, reason_of
from goedwerk_tui.base.files import TEMPORARY_SUFFIX, remove_file, sweep_temporary
from goedwerk_tui.base.places import find_places
from goedwerk_tui.base.windows_names import means_otherwise_on_windows
from goedwerk_tui.commands import editor, main
from goedwerk_tui.journal import Journal, Kind


def windows_error(number: int, code: int = errno.EACCES) -> OSError:
    error = OSError(code, "Windows says so")
    error.winerror = number  # pyright: ignore[reportAttributeAccessIssue]
    return error


@pytest.mark.parametrize(
    ("number", "code", "reason"),
    [
        (32, errno.EACCES, Reason.IN_USE),
        (19, errno.EACCES, Reason.READ_ONLY),
        (5, errno.EACCES, Reason.NO_PERMISSION),
        (112, errno.ENOSPC, Reason.FULL),
        (206, errno.ENOENT, Reason.BAD_NAME),
        (123, errno.EINVAL, Reason.BAD_NAME),
        (21, errno.EACCES, Reason.NO_FOLDER),
        (64, errno.EINVAL, Reason.NO_FOLDER),
    ],
)
def test_what_windows_refuses_is_named_for_what_it_is(number: int, code: int, reason: Reason) -> None:
    assert reason_of(windows_error(number, code)) is reason


def test_a_file_that_is_held_for_a_moment_is_removed_yet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, real, refusals = tmp_path / "a", Path.unlink, [5, 32]
    path.touch()

    def unlink(self: Path, missing_ok: bool = False) -> None:
        if refusals:
            raise windows_error(refusals.pop())
        real(self, missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    remove_file(path)
    assert not path.exists()


def test_what_another_process_is_writing_is_not_left_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / f".a.1{TEMPORARY_SUFFIX}").touch()
    refusal = 32

    def unlink(*_: object, **__: object) -> None:
        raise windows_error(refusal)

    monkeypatch.setattr(Path, "unlink", unlink)
    assert sweep_temporary(tmp_path) == ()
    refusal = 5
    assert len(sweep_temporary(tmp_path)) == 1


@pytest.mark.parametrize(
    "name", ["con", "NUL.docx", "aux.tar.gz", "COM1", "lpt³.md", "verslag.", "verslag.md ", "verslag:1.md", "con .md"]
)
def test_names_that_windows_takes_otherwise(name: str) -> None:
    assert means_otherwise_on_windows(name)


@pytest.mark.parametrize("name", ["verslag.md", "console.md", ".con", "com.md", "com10.md", "nulmeting.docx", "a b.md"])
def test_names_that_are_names(name: str) -> None:
    assert not means_otherwise_on_windows(name)


def test_nothing_is_exported_to_a_device(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Journal.open(find_places()).add(Kind.NOTE, "begin")
    monkeypatch.setattr("goedwerk_tui.sharing.file_writer.sys", Platform("win32"))
    code, _, err = run(capsys, "exporteer", "--alles", "--uitvoer", str(tmp_path / "aux.md"))
    assert code == 1 and "op Windows geen naam" in err
    assert not (tmp_path / "aux.md").exists()


class Platform:
    """The module ``sys``, of another system."""

    def __init__(self, name: str) -> None:
        self.platform = name

    def __getattr__(self, name: str) -> object:
        return getattr(sys, name)


def test_an_editor_in_a_folder_with_backslashes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[object] = []

    def started(words: object, **_: object) -> "subprocess.CompletedProcess[bytes]":
        asked.append(words)
        return subprocess.CompletedProcess([], 0)

    monkeypatch.setattr("goedwerk_tui.commands.editor.sys", Platform("win32"))
    monkeypatch.setattr(subprocess, "run", started)
    assert editor._edit(r'"C:\Program Files\ed\ed.exe" -w', tmp_path / "mijn pagina.md") is None  # pyright: ignore[reportPrivateUsage]
    assert asked == [rf'"C:\Program Files\ed\ed.exe" -w "{tmp_path / "mijn pagina.md"}"']


def test_typing_ends_with_the_key_that_ends_it_there(
    capsys: pytest.CaptureFixture[str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Console(io.TextIOWrapper):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("goedwerk_tui.commands.typed_input.sys.stdin", Console(io.BytesIO(b"een notitie\n"), "utf-8"))
    monkeypatch.setattr("goedwerk_tui.commands.line_input.termios", None)
    monkeypatch.setattr("goedwerk_tui.commands.typed_input.sys", Platform("win32"))
    code, out, _ = run(capsys, "noteer")
    assert code == 0 and "Ctrl+z en dan Enter sluit af" in out and "Bewaard" in out


def test_a_reader_that_went_away_is_no_fault_of_the_system(
    capfd: pytest.CaptureFixture[str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(os, "dup2", lambda *_: None)
    for platform, said in (("linux", "Naar de standaarduitvoer kon niet worden geschreven"), ("win32", "")):
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", sys.stdout)
            patch.setattr(sys.stdout, "write", refuse)
            patch.setattr("sys.platform", platform)
            code = main(["zoek", "x"])
        err = capfd.readouterr().err
        assert code == 1 and said in err and bool(said) == bool(err)


def test_where_data_state_and_settings_are_one_folder_nothing_is_in_the_way_of_another(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GOEDWERK_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(platformdirs, "PlatformDirs", MacOS)
    places = find_places()
    folder = tmp_path / "Library" / "Application Support" / "goedwerk"
    assert {places.journal.parent, places.state, places.config} == {folder}
    assert run(capsys, "noteer", "Merel op het dak")[0] == 0
    journal = Journal.open(places)
    assert [each.text for each in journal.take_inbox()] == ["Merel op het dak"]
    journal.close()
    assert run(capsys, "exporteer", "--alles", "--uitvoer", str(tmp_path / "uit.md"))[0] == 0
    assert run(capsys, "herstel")[0] == 0
    assert "Merel" in run(capsys, "zoek", "merel")[1]
    assert run(capsys, "exporteer", "--alles", "--uitvoer", str(folder / "uit.md"))[0] == 1
    monkeypatch.setattr("sys.stdin", io.StringIO("alles wissen\n"))
    assert run(capsys, "wissen")[0] == 0
    assert not folder.exists(), sorted(folder.rglob("*"))
    assert not any(folder.parent.iterdir())
