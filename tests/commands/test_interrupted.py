"""A command that is ended while it writes leaves nothing of what was written, or the next start takes it away."""

import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.command_line import run

from goedwerk_tui.base.places import WIPE_SUFFIX, Places, find_places
from goedwerk_tui.base.settings import Whereabouts, write_settings
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.journal.backup import Why
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.journal.inbox import leave_note
from goedwerk_tui.journal.maintenance import take_care

SECRET = "het-allergeheimste"
SLOW_DISK = Path(__file__).parents[1] / "support" / "slow_disk.py"


def interrupted(folder: Path, sent: int, *words: str, typed: str = "", slow: str = SECRET, of: str = "") -> int:
    """Run a command on a disk that is slow over a word, and end it when it has a file of that name half-written."""
    process = subprocess.Popen(
        [sys.executable, SLOW_DISK, "1" if of else "5", slow, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdin is not None
    process.stdin.write(typed.encode())
    process.stdin.flush()
    until = time.monotonic() + 30
    while not half_written(folder, slow, of):
        assert process.poll() is None and time.monotonic() < until, process.communicate()
        time.sleep(0.005)
    process.send_signal(sent)
    _, err = process.communicate(timeout=30)
    assert b"Traceback" not in err
    return process.returncode


def half_written(folder: Path, words: str = SECRET, of: str = "") -> list[Path]:
    return [each for each in folder.rglob(f".{of}*.goedwerk-tmp") if words.encode() in each.read_bytes()]


@pytest.fixture
def away(tmp_path: Path) -> Path:
    folder = tmp_path / "ergens anders"
    folder.mkdir()
    return folder


@pytest.fixture
def secret(places: Places) -> str:
    return Journal.open(places).add(Kind.NOTE, SECRET).id


FORMS = (
    ("x.md", "--alles"),
    ("x.txt", "--alles"),
    ("x.html", "--alles"),
    ("x.json", "--soort", "dagboek", "--formaat", "json"),
)


@pytest.mark.parametrize("sent", [signal.SIGHUP, signal.SIGTERM, signal.SIGINT])
def test_an_export_that_is_asked_to_stop_leaves_nothing(secret: str, away: Path, sent: int) -> None:
    assert interrupted(away, sent, "exporteer", "--uitvoer", str(away / "x.md"), "--alles") != 0
    assert list(away.iterdir()) == []


@pytest.mark.parametrize("words", FORMS, ids=" ".join)
def test_what_a_killed_export_left_is_gone_after_the_next_start(
    secret: str, places: Places, away: Path, words: tuple[str, ...]
) -> None:
    name, *more = words
    interrupted(away, signal.SIGKILL, "exporteer", "--uitvoer", str(away / name), *more)
    assert half_written(away)
    cared = take_care(Journal.open(places))
    assert list(away.iterdir()) == []
    assert cared.swept.left == () and cared.swept.unseen == ()


def test_what_a_killed_export_left_is_gone_after_wiping(
    capsys: pytest.CaptureFixture[str], secret: str, places: Places, away: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for words, typed in ((("wissen", "--id", secret), "wissen\n"), (("wissen",), "alles wissen\n")):
        if not places.journal.exists() or secret not in Journal.open(places).find(SECRET):
            Journal.open(places).add(Kind.NOTE, SECRET)
        interrupted(away, signal.SIGKILL, "exporteer", "--uitvoer", str(away / "x.md"), "--alles")
        assert half_written(away)
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        assert run(capsys, *words)[0] == 0
        assert list(away.iterdir()) == []


def test_a_folder_that_is_away_is_named_until_it_was_swept(
    capsys: pytest.CaptureFixture[str], secret: str, places: Places, away: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupted(away, signal.SIGKILL, "exporteer", "--uitvoer", str(away / "x.md"), "--alles")
    elsewhere = away.rename(away.with_name("losgekoppeld"))
    assert take_care(Journal.open(places)).swept.unseen == (away,)
    monkeypatch.setattr(sys, "stdin", io.StringIO("wissen\n"))
    code, out, _ = run(capsys, "wissen", "--id", secret)
    assert code == 0 and str(away) in out and "half bestand" in out
    elsewhere.rename(away)
    assert take_care(Journal.open(places)).swept.unseen == ()
    assert list(away.iterdir()) == []
    away.rmdir()
    assert take_care(Journal.open(places)).swept.unseen == ()


@pytest.mark.parametrize(("form", "written"), [("utf-8", "dagboek-*-opzij"), ("utf-16", "dagboek-LAPTOP")])
def test_a_wipe_that_was_killed_at_a_conflict_copy_leaves_no_part_of_it(
    secret: str, places: Places, form: str, written: str
) -> None:
    Journal.open(places).add(Kind.NOTE, "dit blijft")
    copy = places.journal.with_name("dagboek-LAPTOP.json")
    copy.write_bytes(places.journal.read_text("utf-8").encode(form))
    words = ("wissen", "--id", secret)
    sent = signal.SIGKILL
    interrupted(places.journal.parent, sent, *words, typed="wissen\n", slow="dit blijft", of=written)
    assert half_written(places.journal.parent, "dit blijft")
    assert take_care(Journal.open(places)).left == ()
    everything = [each for each in places.journal.parent.rglob("*") if each.is_file()]
    assert not [each for each in everything if SECRET.encode() in each.read_bytes() or each.suffix == ".goedwerk-tmp"]


def test_what_is_being_written_now_is_not_swept(secret: str, places: Places, away: Path) -> None:
    target = away / "x.md"
    words = ["exporteer", "--alles", "--uitvoer", str(target)]
    process = subprocess.Popen([sys.executable, SLOW_DISK, "2", SECRET, *words])
    until = time.monotonic() + 30
    while not half_written(away):
        assert time.monotonic() < until
        time.sleep(0.005)
    take_care(Journal.open(places))
    assert process.wait(30) == 0
    assert SECRET in target.read_text("utf-8")


def test_a_journal_that_was_begun_elsewhere_is_swept_with_it(secret: str, away: Path, home: Path) -> None:
    places = find_places(away / "brief.json")
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "x")
    left = away / ".ander.json.0123456789ab.goedwerk-tmp"
    left.write_text(SECRET)
    take_care(journal)
    assert not left.exists()


KILLED = """
import os, signal, sys
from pathlib import Path
from goedwerk_tui.commands import main

unlink, after, word = Path.unlink, int(sys.argv[1]), sys.argv[2]

def unlink_or_die(path, **how):
    global after
    if word in str(path) and path.suffix == ".json":
        after -= 1
        if after < 0:
            os.kill(os.getpid(), signal.SIGKILL)
    unlink(path, **how)

Path.unlink = unlink_or_die
main(["wissen"])
"""
"""Wipes everything, and is killed at the removal of a file of some name after some of those."""


def killed_while_wiping(after: int, word: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(after), word], input=b"alles wissen\n", capture_output=True, check=False
    )
    assert done.returncode == -signal.SIGKILL, done.stderr


@pytest.fixture
def much(secret: str, places: Places) -> Places:
    """A journal with backups, a draft, a note that waits, a list of names, and a name that is no UTF-8."""
    for hour in range(3):
        Backups(places, clock=lambda hour=hour: datetime(2026, 11, 20, hour, tzinfo=UTC)).make(Why.BEFORE_MERGE)
    Drafts(places.drafts).put(Draft(key="x", text=SECRET, kind=Kind.NOTE, at=datetime(2026, 11, 20, tzinfo=UTC)))
    leave_note(places, SECRET)
    places.names.write_text(SECRET)
    if os.name != "nt":
        (places.inbox / os.fsdecode(b"caf\xe9.json")).write_text(SECRET)
    take_care(Journal.open(places))
    return places


@pytest.mark.parametrize(("after", "word"), [(0, "reservekopieen"), (2, "reservekopieen"), (0, "dagboek.json")])
def test_a_wiping_of_everything_that_was_killed_is_finished_by_the_next_command(
    capsys: pytest.CaptureFixture[str], much: Places, after: int, word: str
) -> None:
    killed_while_wiping(after, word)
    assert much.journal.exists()
    _, out, err = run(capsys, "zoek", SECRET)
    assert "dat was afgebroken. Het is nu afgemaakt." in err and SECRET not in out
    assert [each for each in much.journal.parent.rglob("*") if each.is_file()] == []
    assert run(capsys, "zoek", SECRET)[2] == ""


def files_in(folder: Path) -> list[Path]:
    return sorted(each for each in folder.rglob("*") if each.is_file() and each.suffix != WIPE_SUFFIX)


@pytest.fixture
def chosen(much: Places, tmp_path: Path) -> Path:
    """A folder of backups outside the home, as the settings name it, with one of them in it."""
    folder = tmp_path / "zolder"
    folder.mkdir()
    write_settings(much.settings, Whereabouts(backups=str(folder)))
    Backups(find_places()).make(Why.BEFORE_MERGE)
    return folder


def test_a_wiping_that_was_killed_is_finished_where_the_folder_was_moved(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, much: Places, chosen: Path, tmp_path: Path
) -> None:
    killed_while_wiping(1, "reservekopieen")
    moved = much.config.rename(tmp_path / "verhuisd")
    monkeypatch.setenv("GOEDWERK_HOME", str(moved))
    assert files_in(moved)
    assert "Het is nu afgemaakt." in run(capsys, "zoek", SECRET)[2]
    assert files_in(moved) == files_in(chosen) == [] and not much.config.exists()


def test_a_wiping_that_was_killed_says_which_folder_it_does_not_find(
    capsys: pytest.CaptureFixture[str], much: Places, chosen: Path, tmp_path: Path
) -> None:
    killed_while_wiping(0, "zolder")
    moved = chosen.rename(tmp_path / "kelder")
    _, _, err = run(capsys, "zoek", SECRET)
    assert "afgemaakt" not in err and "meer gewist, maar niet alles" in err and f"Niet gevonden is ‘{chosen}’" in err
    assert files_in(moved) and SECRET.encode() in files_in(moved)[0].read_bytes()
    assert files_in(much.config) == []


@pytest.mark.parametrize("version", ["this one", "an earlier one"])
def test_a_command_in_a_copy_of_the_folder_wipes_nothing_where_it_was_copied_from(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    much: Places,
    chosen: Path,
    tmp_path: Path,
    version: str,
) -> None:
    killed_while_wiping(1, "reservekopieen")
    if version == "an earlier one":
        (note,) = much.unfinished_wipes
        found = {each: each.lstat() for each in files_in(much.config)}
        stamps = {str(path): (each.st_ino, each.st_size, each.st_mtime_ns) for path, each in found.items()}
        note.write_text(json.dumps({"files": stamps, "folders": [str(much.state)]}))
    copy = shutil.copytree(much.config, tmp_path / "kopie")
    before = {each: each.read_bytes() for folder in (much.config, copy, chosen) for each in files_in(folder)}
    monkeypatch.setenv("GOEDWERK_HOME", str(copy))
    _, _, err = run(capsys, "waar", "--verslag")
    _, _, err = run(capsys, "zoek", "niets")
    assert "Er is nu niets gewist." in err and "afgemaakt" not in err and "kopie" in err
    assert {each: each.read_bytes() for each in before if each.exists()} == before
    assert run(capsys, "zoek", "niets")[2] == ""
    monkeypatch.setenv("GOEDWERK_HOME", str(much.config))
    assert "Het is nu afgemaakt." in run(capsys, "zoek", SECRET)[2]
    assert files_in(much.config) == []


def test_finishing_it_takes_nothing_of_who_began_anew_meanwhile(
    capsys: pytest.CaptureFixture[str], much: Places
) -> None:
    """As an older version of the program, which knows of no list, lets somebody do."""
    killed_while_wiping(2, "reservekopieen")
    much.journal.unlink()
    journal = Journal.open(replace(much, begin_anew=True))
    journal.add(Kind.NOTE, "opnieuw begonnen")
    backup = Backups(much).make(Why.DAY)
    note = leave_note(much, "een nieuwe notitie")
    much.names.write_text("Bo\n")
    code, out, err = run(capsys, "zoek", "opnieuw")
    assert (code, "opnieuw begonnen" in out) == (0, True)
    assert f"Gebleven is ‘{much.journal}’" in err
    assert backup is not None and backup.path.exists() and much.names.read_text() == "Bo\n"
    assert note.text in {each.text for each in Journal.open(much).newest_first()}
    assert not [each for each in much.journal.parent.rglob("*") if each.is_file() and SECRET in each.read_text()]


def test_a_list_that_is_not_understood_removes_nothing(
    capsys: pytest.CaptureFixture[str], secret: str, places: Places
) -> None:
    places.state.mkdir(exist_ok=True)
    note = places.state / "x.wissen"
    for content in ("", "{", "[]", '{"files": {"/x": 1}, "folders": []}'):
        note.write_text(content)
        assert SECRET in run(capsys, "zoek", SECRET)[1]
        assert note.read_text() == content
