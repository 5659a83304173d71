"""The journal and its backups where the settings say, from the command line; also when that disk is not there."""

import io
import shlex
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.command_line import run

from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.base.settings import Settings, Whereabouts, write_settings
from goedwerk_tui.journal import Journal, Kind, Mark
from goedwerk_tui.journal.backup import Why
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.copies import write_copy

YESTERDAY = datetime(2026, 11, 23, 9, 5, tzinfo=UTC)


@pytest.fixture
def stick(places: Places, tmp_path: Path) -> Path:
    """A journal on a stick with a backup on another disk, as the settings say."""
    stick, kopie = tmp_path / "stick", tmp_path / "kopie"
    stick.mkdir()
    kopie.mkdir()
    write_settings(places.settings, Whereabouts(str(stick / "dagboek.json"), str(kopie)))
    Journal.open(find_places(stick / "dagboek.json")).add(Kind.NOTE, "op de stick")
    assert Backups(find_places(), clock=lambda: YESTERDAY).make(Why.DAY)
    return stick


def files(folder: Path) -> set[str]:
    return {str(each.relative_to(folder)) for each in folder.rglob("*") if each.is_file()}


def test_every_command_uses_the_journal_that_the_settings_name(
    capsys: pytest.CaptureFixture[str], places: Places, stick: Path, tmp_path: Path
) -> None:
    assert run(capsys, "noteer", "uit de terminal")[0] == 0
    assert "uit de terminal" in run(capsys, "zoek", "terminal")[1]
    assert "23 november 2026" in run(capsys, "herstel")[1]
    out = run(capsys, "waar")[1]
    assert f"{stick / 'dagboek.json'}  (zo staat het in je instellingen)" in out
    assert f"{tmp_path / 'kopie'}  (zo staat het in je instellingen)" in out
    of_this_machine = (".lock", ".dagboek", ".seen", str(Path("staat", "mappen")))
    assert {each for each in files(places.config) if not any(it in each for it in of_this_machine)} == {
        "instellingen.json"
    }
    out = run(capsys, "waar", "--journal", str(tmp_path / "ander.json"))[1]
    assert f"{tmp_path / 'ander.json'}  (zo staat het in je opdracht, nog niet gemaakt)" in out


@pytest.mark.parametrize(
    "words",
    [
        ("noteer", "dit mag niet weg"),
        ("noteer", "-"),
        ("zoek", "iets"),
        ("vraag",),
        ("herstel", "1"),
        ("herstel", "--redden"),
        ("samenvoegen", "x.json"),
        ("exporteer", "--uitvoer", "x.md"),
        ("wissen", "--id", "x"),
    ],
)
def test_a_stick_that_is_not_there_is_named_and_nothing_is_begun(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    places: Places,
    stick: Path,
    words: tuple[str, ...],
) -> None:
    stick.rename(stick.with_name("weg"))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"dit mag niet weg"), "utf-8"))
    code, out, err = run(capsys, *words)
    assert code == 1
    assert f"De map ‘{stick}’ is er niet" in err and "Sluit de schijf aan" in err and "--journal" in err
    assert "Je notitie is niet bewaard." in err if words[0] == "noteer" else "Wat je eerder schreef staat nog" in err
    assert "Bewaard" not in out
    assert not stick.exists()
    assert files(places.config) - {each for each in files(places.config) if each.startswith("staat")} == {
        "instellingen.json"
    }


def test_from_a_stick_that_is_lost_the_newest_backup_becomes_a_new_journal(
    capsys: pytest.CaptureFixture[str], stick: Path, tmp_path: Path
) -> None:
    lost = Journal.open(find_places(), read_only=True).id
    stick.rename(stick.with_name("weg"))
    code, out, _ = run(capsys, "herstel")
    assert code == 0
    assert "23 november 2026" in out and "1 stuk" in out
    command = next(line for line in out.splitlines() if line.startswith("goedwerk samenvoegen"))
    new = tmp_path / "NIEUW.json"
    words = shlex.split(command.replace("NIEUW.json", str(new)))[1:]
    assert run(capsys, *words, "--ook-ander")[0] == 0
    again = Journal.open(find_places(new), read_only=True)
    (back,) = again.newest_first(kinds=[Kind.NOTE])
    assert (back.text, again.id) == ("op de stick", lost)
    assert again.marked(Mark.NEVER_LEAVE) == {back.id}


def test_an_empty_mount_point_is_no_reason_to_begin_anew(
    capsys: pytest.CaptureFixture[str], places: Places, stick: Path
) -> None:
    before = Journal.open(find_places(), read_only=True)
    (stick / "dagboek.json").unlink()
    for words in (("noteer", "dit mag niet weg"), ("zoek", "iets")):
        code, _, err = run(capsys, *words)
        assert (code, f"‘{stick / 'dagboek.json'}’ is er niet" in err) == (1, True)
    assert files(stick) == set()
    assert run(capsys, "herstel", "1")[0] == 0
    back = Journal.open(find_places(), read_only=True)
    (note,) = back.newest_first(kinds=[Kind.NOTE])
    assert (back.id, note.revisions) == (before.id, before.entries[note.id].revisions)
    assert back.marked(Mark.NEVER_LEAVE) == {note.id}


def test_settings_that_can_not_be_read_begin_no_other_journal(
    capsys: pytest.CaptureFixture[str], places: Places, stick: Path
) -> None:
    cut_off = '{"theme": "licht", "journ'
    places.settings.write_text(cut_off)
    code, _, err = run(capsys, "noteer", "dit mag niet weg")
    assert (code, "waar je dagboek is" in err, "niet bewaard" in err) == (1, True, True)
    assert "niet zeker" in run(capsys, "waar")[1]
    assert run(capsys, "noteer", "--journal", str(stick / "dagboek.json"), "wel")[0] == 0
    assert places.settings.read_text() == cut_off


def test_wiping_everything_names_what_is_on_a_disk_that_is_not_there(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, places: Places, stick: Path, tmp_path: Path
) -> None:
    stick.rename(stick.with_name("weg"))
    monkeypatch.setattr(sys, "stdin", io.StringIO("alles wissen\n"))
    code, out, _ = run(capsys, "wissen")
    assert code == 1
    assert "kan nu niet worden gewist" in out
    assert f"Niet gelukt bij ‘{stick / 'dagboek.json'}’" in out
    assert files(tmp_path / "kopie") == set()
    assert (tmp_path / "kopie").is_dir()
    assert not places.settings.exists()


def test_wiping_with_the_backups_elsewhere_leaves_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, places: Places, stick: Path, tmp_path: Path
) -> None:
    (tmp_path / "kopie" / "van-een-ander.txt").write_text("blijft")
    monkeypatch.setattr(sys, "stdin", io.StringIO("alles wissen\n"))
    assert run(capsys, "wissen")[0] == 0
    assert files(tmp_path) == {"kopie/van-een-ander.txt"}


def test_wiping_reaches_the_file_that_was_left_at_the_usual_place(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, places: Places, tmp_path: Path
) -> None:
    journal = Journal.open(places)
    entry = journal.add(Kind.NOTE, "geheim, van voor de verhuizing")
    journal.add(Kind.NOTE, "blijft nog even")
    Backups(places).make(Why.DAY)
    write_copy(journal, tmp_path / "nieuw.json")
    write_settings(places.settings, Whereabouts(str(tmp_path / "nieuw.json")))
    assert f"{places.journal}  (op de gewone plek" in run(capsys, "waar")[1]
    monkeypatch.setattr(sys, "stdin", io.StringIO("wissen\n"))
    assert run(capsys, "wissen", "--id", entry.id)[0] == 0
    everything = [each.read_bytes() for each in tmp_path.rglob("*.json")]
    assert not any(b"geheim" in each for each in everything)
    assert sum(b"blijft nog even" in each for each in everything) == 3
    monkeypatch.setattr(sys, "stdin", io.StringIO("alles wissen\n"))
    assert run(capsys, "wissen")[0] == 0
    assert files(tmp_path) == set()


def test_another_journal_at_the_usual_place_is_left_alone(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, places: Places, stick: Path
) -> None:
    Journal.open(find_places(places.journal)).add(Kind.NOTE, "een heel ander dagboek")
    content = places.journal.read_bytes()
    monkeypatch.setattr(sys, "stdin", io.StringIO("alles wissen\n"))
    assert run(capsys, "wissen")[0] == 0
    assert places.journal.read_bytes() == content


def test_wiping_a_copy_elsewhere_leaves_the_journal_itself(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, places: Places, tmp_path: Path
) -> None:
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "blijft")
    write_copy(journal, tmp_path / "kopie.json")
    write_settings(places.settings, Settings(theme="licht"))
    before = {each: each.read_bytes() for each in (places.journal, places.settings)}
    monkeypatch.setattr(sys, "stdin", io.StringIO("alles wissen\n"))
    code, out, _ = run(capsys, "wissen", "--journal", str(tmp_path / "kopie.json"))
    assert (code, "instellingen" in out) == (0, False)
    assert not (tmp_path / "kopie.json").exists()
    assert {each: each.read_bytes() for each in before} == before
