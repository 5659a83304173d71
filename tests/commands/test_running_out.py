"""Short of memory, of room on the disk or of somewhere to write, a command says what became of what was asked."""

import errno
import io
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from support.command_line import run
from support.today import on_this_clock

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.programme.template import new_content

resource = pytest.importorskip("resource", reason="needs limits on a process")
MB = 1024 * 1024


def _limited(*words: str, before: Callable[[], object], typed: str = "") -> tuple[int, str, str]:
    """Run a command in a process of its own.

    Args:
        words: the command.
        before: what is done in that process before it starts.
        typed: what stands on its standard input.

    Returns:
        Its exit code, standard output and standard error.
    """
    ended = subprocess.run(
        [sys.executable, "-m", "goedwerk_tui", *words],
        input=typed,
        capture_output=True,
        text=True,
        errors="surrogateescape",
        preexec_fn=before,
        env=on_this_clock(),
        timeout=60,
        check=False,
    )
    assert "Traceback" not in ended.stderr + ended.stdout
    return ended.returncode, ended.stdout, ended.stderr


def _memory(most: int) -> Callable[[], None]:
    """Return what leaves a process so much memory."""
    return lambda: resource.setrlimit(resource.RLIMIT_AS, (most, most))


@pytest.mark.parametrize("words", ["zoek aap", "exporteer --alles --uitvoer -"])
def test_a_little_journal_needs_little_memory(places: Places, words: str) -> None:
    Journal.open(places).add(Kind.NOTE, "aap noot mies")
    assert _limited(*words.split(), before=_memory(200 * MB))[0] == 0


def test_too_little_memory_is_said(places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "aap " * 8_000_000)
    code, _, err = _limited("zoek", "aap", before=_memory(100 * MB))
    assert code == 1
    assert "te weinig geheugen" in err and "staat er nog" in err


def _no_file() -> None:
    """Let no file be written (‘ulimit -f 0’)."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _full_output() -> None:
    """Let standard output go to a disk that is full."""
    os.dup2(os.open("/dev/full", os.O_WRONLY), 1)


needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")


def _texts(places: Places) -> list[str]:
    return [each.text for each in Journal.open(places, read_only=True).newest_first() if each.kind is not Kind.LOG]


@needs_full
@pytest.mark.parametrize(
    ("words", "typed", "said"),
    [
        ("noteer hoi", "", "Bewaard. De notitie"),
        ("noteer -", "hoi", "Bewaard. De notitie"),
        ("noteer -", "hoi\udce9", "gelezen als Windows-1252"),
        ("vraag", "hoi", "Bewaard. Je antwoord"),
        ("exporteer --alles --uitvoer {}/uit.md", "", "geschreven naar"),
        ("inhoud nieuw {}/eigen", "", "Kijk ernaar met"),
        ("herinner --weg", "", "Er was niets gepland."),
        ("samenvoegen {}/kopie.json", "", "Samengevoegd"),
    ],
)
def test_what_was_done_is_said_where_standard_output_is_full(
    places: Places, tmp_path: Path, words: str, typed: str, said: str
) -> None:
    Journal.open(places).add(Kind.NOTE, "eerst")
    shutil.copy(places.journal, tmp_path / "kopie.json")
    code, _, err = _limited(*words.format(tmp_path).split(), before=_full_output, typed=typed)
    assert (code, said in err) == (0, True), err
    if typed or "hoi" in words:
        assert sorted(_texts(places)) == ["eerst", "hoié" if len(typed) > 3 else "hoi"]


@needs_full
@pytest.mark.parametrize("words", ["zoek eerst", "waar", "exporteer --alles --uitvoer -", "agenda --uitvoer -"])
def test_what_was_asked_for_and_can_not_be_written_is_said(places: Places, words: str) -> None:
    Journal.open(places).add(Kind.NOTE, "eerst")
    code, _, err = _limited(*words.split(), before=_full_output)
    assert code == 1
    assert "Naar de standaarduitvoer kon niet worden geschreven: de schijf is vol." in err
    assert "geschreven naar" not in err and "device" not in err
    assert not list(places.inbox.glob("*.json"))


@needs_full
def test_a_text_that_can_not_be_kept_is_given_back_where_standard_output_is_full(home: Path) -> None:
    home.mkdir()
    (home / "inbox").write_text("hier kan geen map komen")
    code, _, err = _limited("noteer", "-", before=_full_output, typed="niet kwijt")
    assert code == 1 and "niet kwijt" in err and "kon niet worden bewaard" in err


@needs_full
def test_nothing_is_wiped_of_which_nobody_could_read_what_it_would_do(places: Places) -> None:
    entry = Journal.open(places).add(Kind.NOTE, "eerst")
    assert _limited("wissen", "--id", entry.id, before=_full_output, typed="wissen\n")[0] == 1
    assert _limited("wissen", before=_full_output, typed="alles wissen\n")[0] == 1
    assert _texts(places) == ["eerst"]


@pytest.mark.parametrize("words", ["exporteer --alles --uitvoer -", "agenda --uitvoer -", "verken --boekje -"])
def test_a_closed_standard_output_takes_no_document(places: Places, words: str) -> None:
    Journal.open(places).add(Kind.NOTE, "eerst")
    code, _, err = _limited(*words.split(), before=lambda: os.close(1))
    assert code == 1
    assert "Naar de standaarduitvoer kon niet worden geschreven: die is gesloten." in err
    assert "eschreven naar" not in err and "Geschreven:" not in err
    assert not list(places.inbox.glob("*.json"))


def test_a_note_is_kept_and_said_to_be_where_standard_output_is_closed(places: Places) -> None:
    code, _, err = _limited("noteer", "hoi", before=lambda: os.close(1))
    assert (code, _texts(places)) == (0, ["hoi"])
    assert "Bewaard" in err


@pytest.mark.parametrize("words", ["zoek eerst", "herstel", "waar", "inzicht"])
def test_reading_goes_on_where_no_file_can_be_written(places: Places, words: str) -> None:
    Journal.open(places).add(Kind.NOTE, "eerst")
    code, out, err = _limited(*words.split(), before=_no_file)
    assert (code, err) == (0, "")
    assert out


@pytest.mark.parametrize("words", ["exporteer --alles", "exporteer --soort dagboek --formaat json"])
def test_a_document_that_was_written_and_not_noted_down_is_said_to_be_written(places: Places, words: str) -> None:
    Journal.open(places).add(Kind.NOTE, "eerst")
    code, out, err = _limited(*words.split(), "--uitvoer", "-", before=_no_file)
    assert code == 1 and "eerst" in out
    assert "Het bestand is geschreven" in err and "schreef nog niet" not in err


def test_content_in_a_zip_that_can_not_be_unpacked_says_why(home: Path, tmp_path: Path) -> None:
    new_content(tmp_path / "eigen")
    shutil.make_archive(str(tmp_path / "eigen"), "zip", tmp_path / "eigen")
    code, _, err = _limited("inhoud", "controleer", str(tmp_path / "eigen.zip"), before=_no_file)
    assert code == 1
    assert "kan nu niet worden uitgepakt: het bestand zou groter worden dan hier mag." in err


@pytest.mark.parametrize("point", ["fsync", "write"])
def test_a_piece_that_could_not_be_wiped_is_still_there_and_that_is_said(
    places: Places, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, point: str
) -> None:
    entry = Journal.open(places).add(Kind.NOTE, "eerst")
    before = places.journal.read_bytes()
    places.state.mkdir(exist_ok=True)
    _fill_up(monkeypatch, point)
    _type(monkeypatch, "wissen\n")
    code, _, err = run(capsys, "wissen", "--id", entry.id)
    assert code == 1
    assert "de schijf is vol. Er is niets gewist: alles staat er nog. Maak ruimte vrij" in err
    assert "schreef" not in err and "wis stukken" not in err
    assert places.journal.read_bytes() == before


def test_a_limit_on_files_is_told_as_what_it_is(places: Places) -> None:
    entry = Journal.open(places).add(Kind.NOTE, "eerst")
    code, _, err = _limited("wissen", "--id", entry.id, before=_no_file, typed="wissen\n")
    assert code == 1
    assert "groter worden dan hier mag" in err and "Er is niets gewist" in err
    assert "wis stukken" not in err and "temporary" not in err
    assert _texts(places) == ["eerst"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("herstel 1", "Er is niets teruggezet"),
        ("samenvoegen {}/kopie.json", "Er is niets overgenomen"),
        ("importeer {}/ander.json", "Er is niets overgenomen"),
    ],
)
def test_what_could_not_be_put_back_or_merged_is_not_called_writing(
    places: Places,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    words: str,
    said: str,
) -> None:
    journal = Journal.open(places)
    entry = journal.add(Kind.NOTE, "toen")
    Backups(places).rotate()
    shutil.copy(places.journal, tmp_path / "kopie.json")
    assert run(capsys, *f"exporteer --soort dagboek --formaat json --uitvoer {tmp_path}/ander.json".split())[0] == 0
    journal.change(entry.id, "nu")
    before = places.journal.read_bytes()
    _fill_up(monkeypatch, "write")
    code, _, err = run(capsys, *words.format(tmp_path).split())
    assert code == 1
    assert said in err and "schreef" not in err
    assert places.journal.read_bytes() == before


@pytest.mark.parametrize(
    ("number", "why"),
    [
        (errno.EROFS, "het bestand of de schijf is alleen-lezen"),
        (errno.ENOSPC, "de schijf is vol"),
        (errno.EACCES, "je hebt er op deze plek geen rechten voor"),
        (errno.ENOLCK, "die schijf kent geen sloten"),
    ],
)
def test_why_there_can_be_no_lock(
    places: Places, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, number: int, why: str
) -> None:
    entry = Journal.open(places).add(Kind.NOTE, "eerst")

    def refused(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    if number == errno.ENOLCK:
        monkeypatch.setattr("fcntl.flock", refused)
    else:
        monkeypatch.setattr(Path, "mkdir", refused)
    code, _, err = run(capsys, "wissen", "--id", entry.id)
    assert code == 1
    assert f"kan het dagboek niet op slot: {why}." in err
    assert "Daarom is er niets veranderd." in err


@pytest.mark.parametrize("kind", ["casus", "formulier"])
def test_an_example_that_does_not_fit_leaves_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    folder = tmp_path / "eigen"
    with monkeypatch.context() as patch:
        _fill_up(patch, "fsync")
        code, _, err = run(capsys, "inhoud", "nieuw", str(folder), "--soort", kind)
    assert code == 1
    assert "kan niet geschreven worden: de schijf is vol. Er is niets bijgekomen." in err
    assert not list(folder.glob("*"))
    assert run(capsys, "inhoud", "nieuw", str(folder), "--soort", kind)[0] == 0
    before = {path: path.read_bytes() for path in folder.iterdir()}
    with monkeypatch.context() as patch:
        # There is room for the step, and none for the overlay that names it.
        _fill_up(patch, "fsync", after=2)
        assert run(capsys, "inhoud", "nieuw", str(folder), "--soort", kind)[0] == 1
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def _fill_up(monkeypatch: pytest.MonkeyPatch, point: str, after: int = 0) -> None:
    """Let a call of the system say that the disk is full.

    Args:
        monkeypatch: takes it back.
        point: the call.
        after: how often it still does what it should.
    """
    real = getattr(os, point)
    calls = count()

    def full(*arguments: Any) -> object:
        if next(calls) < after:
            return real(*arguments)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, point, full)


def _type(monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
