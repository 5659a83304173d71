"""A link that leads to itself is told as what it is, wherever it lies; nothing is lost by it."""

import io
import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from support.command_line import run

import goedwerk_tui
from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.journal.inbox import leave_note

READING = ["zoek huur", "waar", "waar --verslag", "herstel", "herinner", "inzicht"]
CHANGING = ["exporteer --alles --uitvoer uit.md", "samenvoegen ander.json", "wissen"]
SILENT = ["herinner", "waar --verslag"]


@pytest.fixture(autouse=True)
def at_hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in an empty folder with another journal in it, and nothing to be read from the keyboard."""
    monkeypatch.chdir(tmp_path)
    Journal.open(find_places(tmp_path / "ander.json")).add(Kind.NOTE, "van elders")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))


def loop(path: Path) -> Path:
    """Put a link to itself there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(path)
    return path


def in_the_settings(places: Places) -> None:
    places.settings.write_text(f'{{"backups": "{loop(places.config / "kring")}"}}')


def in_the_home(places: Places) -> None:
    loop(places.backups)


@pytest.mark.parametrize("words", READING + CHANGING)
@pytest.mark.parametrize("lay", [in_the_settings, in_the_home])
def test_with_a_loop_for_backups_each_command_goes_on(
    capsys: pytest.CaptureFixture[str], places: Places, words: str, lay: Callable[[Places], None]
) -> None:
    Journal.open(places).add(Kind.NOTE, "over de huur")
    lay(places)
    _, out, err = run(capsys, *shlex.split(words))
    assert "het systeem weigerde iets" not in err
    if words.startswith("zoek"):
        assert "over de huur" in out
    assert "over de huur" in {each.text for each in Journal.open(find_places()).newest_first()}


@pytest.mark.parametrize("words", READING + CHANGING)
@pytest.mark.parametrize("named", ["home", "settings", "command"])
def test_with_a_loop_for_a_journal_each_command_says_so_and_what_waits_stays(
    capsys: pytest.CaptureFixture[str], places: Places, words: str, named: str
) -> None:
    journal = loop(places.journal if named == "home" else places.config / "kring.json")
    if named == "settings":
        places.settings.write_text(f'{{"journal": "{journal}"}}')
    before = ["--journal", str(journal)] if named == "command" else []
    waits = leave_note(find_places(journal if named == "command" else None), "wacht op je dagboek")
    code, out, err = run(capsys, *before, *shlex.split(words))
    assert "een koppeling die nergens uitkomt" in out + err or words in SILENT
    assert code == 1 or words in (*SILENT, "waar", "herstel")
    there = [each.read_text() for each in journal.parent.rglob(f"{waits.id}.json")]
    assert len(there) == 1 and "wacht op je dagboek" in there[0]
    assert journal.is_symlink()


def test_nothing_is_exported_to_a_loop(capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path) -> None:
    Journal.open(places).add(Kind.NOTE, "over de huur")
    target = loop(tmp_path / "kring.json")
    for more in ([], ["--overschrijf"]):
        code, _, err = run(capsys, "exporteer", "--alles", "--uitvoer", str(target), *more)
        assert code == 1
        assert str(target) in err
    assert target.is_symlink()


def test_a_journal_whose_inbox_is_a_loop_is_merged(
    capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path
) -> None:
    Journal.open(places).add(Kind.NOTE, "van hier")
    loop(tmp_path / "inbox")
    loop(tmp_path / "ander.inbox")
    assert run(capsys, "samenvoegen", "--ook-ander", str(tmp_path / "ander.json"))[0] == 0
    assert {each.text for each in Journal.open(places).newest_first()} == {"van hier", "van elders"}


def test_no_module_but_one_follows_links_by_itself() -> None:
    root = Path(goedwerk_tui.__file__).parent
    follows = re.compile(r"\.resolve\(|realpath\(")
    found = [each.relative_to(root) for each in root.rglob("*.py") if follows.search(each.read_text("utf-8"))]
    assert found == [Path("base/files.py")]
