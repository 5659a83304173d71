"""``goedwerk wissen`` takes a person's own journal, in whatever state, and never a document of something else."""

import io
import os
import socket
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from support.command_line import run

from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.journal.inbox import leave_note

NEWER = b'"schema":99'
FOREIGN = {
    "a report": b"RAPPORT\n",
    "other JSON": b'{"a":1}',
    "another TinyDB": b'{"_default": {"1": {"type": "apple"}}}',
    "nothing": b"",
    "an end": b'"text":"iets","state":"live"}]}\n}}',
}


@pytest.fixture(autouse=True)
def agreed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("alles wissen\n"))


def refused(capsys: pytest.CaptureFixture[str], path: Path, *words: str) -> str:
    """See that wiping is refused, with what a person can do, and that nothing is touched; returns what was said."""
    before = {each: each.lstat().st_mtime_ns for each in path.parent.rglob("*")}
    code, out, err = run(capsys, *words, "wissen")
    assert (code, out) == (1, "")
    assert "Er is niets gewist" in err and str(path) in err and "erwijder" in err
    assert {each: each.lstat().st_mtime_ns for each in path.parent.rglob("*")} == before
    return err


@pytest.mark.parametrize("content", FOREIGN.values(), ids=FOREIGN)
@pytest.mark.parametrize("named", ["command", "settings"])
def test_a_document_that_is_named_stays(
    capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path, content: bytes, named: str
) -> None:
    path = tmp_path / "rapport.json"
    path.write_bytes(content)
    if named == "settings":
        places.settings.parent.mkdir()
        places.settings.write_text(f'{{"journal": "{path}"}}')
    leave_note(find_places(path), "wacht")
    refused(capsys, path, *(["--journal", str(path)] if named == "command" else []))
    assert path.read_bytes() == content
    path.unlink()
    assert run(capsys, *(["--journal", str(path)] if named == "command" else []), "wissen")[0] == 0
    assert not [each for each in tmp_path.rglob("*.json") if each.is_file()]


def test_a_document_behind_a_link_stays(capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path) -> None:
    document = tmp_path / "belangrijk.txt"
    document.write_text("RAPPORT")
    places.journal.parent.mkdir()
    places.journal.symlink_to("../belangrijk.txt")
    told = refused(capsys, places.journal)
    assert f"de koppeling ‘{places.journal}’" in told and str(document) in told
    assert document.read_text() == "RAPPORT"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs on this system")
@pytest.mark.parametrize("what", ["folder", "fifo", "socket", "device", "dangling", "loop"])
@pytest.mark.timeout(30)
def test_what_is_no_regular_file_stays_in_its_own_place_too(
    capsys: pytest.CaptureFixture[str], places: Places, what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = places.journal
    path.parent.mkdir()
    monkeypatch.chdir(path.parent)
    match what:
        case "folder":
            path.mkdir()
        case "fifo":
            os.mkfifo(path)
        case "socket":
            with socket.socket(socket.AF_UNIX) as bound:
                bound.bind(path.name)
        case "device":
            # One of its own: a fault here must not take one of the machine's.
            try:
                os.mknod(path, stat.S_IFCHR | 0o600, os.makedev(1, 3))
            except OSError:
                pytest.skip("only root makes devices")
        case "dangling":
            path.symlink_to(tmp_path / "weg")
        case _:
            path.symlink_to(path)
    leave_note(places, "wacht")
    refused(capsys, path)


@pytest.mark.parametrize("named", ["command", "usual place"])
def test_a_journal_of_a_newer_version_stays(
    capsys: pytest.CaptureFixture[str], places: Places, named: str, tmp_path: Path
) -> None:
    at = places if named == "usual place" else find_places(tmp_path / "brief.json")
    Journal.open(at).add(Kind.NOTE, "van later")
    at.journal.write_bytes(at.journal.read_bytes().replace(b'"schema":3', NEWER))
    assert NEWER in at.journal.read_bytes()
    told = refused(capsys, at.journal, *([] if at is places else ["--journal", str(at.journal)]))
    assert "Werk het programma bij" in told


@pytest.mark.parametrize("content", FOREIGN.values(), ids=FOREIGN)
def test_what_stands_in_the_place_that_is_ours_goes_and_is_told_to(
    capsys: pytest.CaptureFixture[str], places: Places, content: bytes
) -> None:
    Journal.open(places).add(Kind.NOTE, "van mij")
    places.journal.write_bytes(content)
    code, out, _ = run(capsys, "wissen")
    assert code == 0
    assert "kan niet worden gelezen" in out and "Het gaat toch weg als je doorgaat." in out
    assert not places.journal.exists()


@pytest.mark.parametrize("damage", [lambda good: good[: len(good) // 2], lambda good: good + b"x"])
@pytest.mark.parametrize("named", ["command", "settings", "link"])
def test_a_damaged_journal_that_begins_like_one_goes_wherever_it_stands(
    capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path, damage: Callable[[bytes], bytes], named: str
) -> None:
    path = tmp_path / "brief.json"
    Journal.open(find_places(path)).add(Kind.NOTE, "van mij")
    path.write_bytes(damage(path.read_bytes()))
    places.settings.parent.mkdir(exist_ok=True)
    if named == "settings":
        places.settings.write_text(f'{{"journal": "{path}"}}')
    elif named == "link":
        places.journal.symlink_to(path)
    code, _, _ = run(capsys, *(["--journal", str(path)] if named == "command" else []), "wissen")
    assert code == 0
    assert not path.exists() and not places.journal.is_symlink()


@pytest.mark.parametrize("what", ["inbox", "drafts", "content_copies"])
def test_what_others_have_in_a_folder_behind_a_link_stays(
    capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path, what: str
) -> None:
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "van mij")
    folder: Path = getattr(places, what)
    documents = tmp_path / "documenten"
    documents.mkdir()
    (documents / "rapport.json").write_text('{"a":1}')
    folder.parent.mkdir(exist_ok=True)
    folder.symlink_to(documents)
    leave_note(places, "een notitie")
    Drafts(places.drafts).put(Draft(key="x", text="een concept", kind=Kind.NOTE, at=journal.now()))
    assert run(capsys, "wissen")[0] == 0
    assert [each.name for each in documents.iterdir()] == ["rapport.json"]
    assert not [each for each in places.config.rglob("*") if each.is_file()]
