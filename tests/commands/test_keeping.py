"""``goedwerk herstel``, ``samenvoegen`` and ``wissen``: what they print, and what is on the disk afterwards."""

import io
import os
import shlex
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.command_line import run

from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.journal import Journal, Kind, Mark, Origin, State
from goedwerk_tui.journal.backup import Why
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.editor_files import EditorFile
from goedwerk_tui.journal.lock import InstanceLock
from goedwerk_tui.journal.maintenance import take_care

YESTERDAY = datetime(2026, 11, 23, 9, 5, tzinfo=UTC)


@pytest.fixture
def backed_up(places: Places) -> Journal:
    """A journal of two notes, with a backup of yesterday; since then one was thrown away, one changed, one added."""
    journal = Journal.open(places)
    gone, changed = journal.add(Kind.NOTE, "weggegooide notitie"), journal.add(Kind.NOTE, "eerste tekst")
    Backups(places, clock=lambda: YESTERDAY).make(Why.DAY)
    journal.trash(gone.id)
    journal.change(changed.id, "tweede tekst")
    journal.add(Kind.NOTE, "van daarna")
    return journal


def texts(places: Places) -> set[str]:
    found = Journal.open(places, read_only=True).newest_first()
    return {each.text for each in found if each.kind is not Kind.LOG}


def type_in(monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{line}\n"))


def test_backups_are_listed_with_what_would_differ(
    capsys: pytest.CaptureFixture[str], backed_up: Journal, places: Places
) -> None:
    before = places.journal.read_bytes()
    code, out, _ = run(capsys, "herstel")
    assert code == 0
    assert "maandag 23 november 2026" in out
    assert "2 stukken" in out
    assert "1 stuk erin dat nu weg is, 1 met een andere tekst, 1 van later (die blijven)" in out
    assert places.journal.read_bytes() == before
    code, out, _ = run(capsys, "herstel", "1", "--toon")
    assert code == 0
    assert "weggegooide notitie" in out and "eerste tekst" in out and "van daarna" not in out


def test_a_line_of_the_log_is_no_piece_that_is_gone(capsys: pytest.CaptureFixture[str], places: Places) -> None:
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "blijft")
    before = places.journal.read_bytes()
    journal.add(Kind.LOG, "Gedeeld: iets")
    Backups(places, clock=lambda: YESTERDAY).make(Why.DAY)
    journal.close()
    places.journal.write_bytes(before)
    assert "hetzelfde als nu" in run(capsys, "herstel")[1]


def test_a_rescue_says_that_the_file_holds_what_was_not_understood(
    capsys: pytest.CaptureFixture[str], places: Places
) -> None:
    Journal.open(places).add(Kind.NOTE, "het verhaal")
    before = places.journal.read_bytes()
    places.journal.write_bytes(before.replace(b'"kind":"note"', b'"kind":"note","opmerking":"erbij"'))
    assert before != places.journal.read_bytes()
    code, out, err = run(capsys, "herstel", "--redden")
    assert code == 0 and "staat op 1 plek iets wat dit programma niet begrijpt" in out + err


def test_without_backups_it_says_so_and_makes_nothing(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    code, out, _ = run(capsys, "herstel")
    assert code == 0
    assert "nog geen reservekopieën" in out
    assert not home.exists()


def test_all_or_one_entry_goes_back(capsys: pytest.CaptureFixture[str], backed_up: Journal, places: Places) -> None:
    gone = next(each for each in backed_up.entries.values() if each.state is State.TRASH)
    code, out, _ = run(capsys, "herstel", "1", "--id", gone.id)
    assert (code, "Teruggezet: 1 stuk." in out) == (0, True)
    assert texts(places) == {"weggegooide notitie", "tweede tekst", "van daarna"}
    named = Backups(places).list()[-1].path.name
    assert run(capsys, "herstel", named)[0] == 0
    assert texts(places) == {"weggegooide notitie", "eerste tekst", "van daarna"}
    kept = [each.why for each in Backups(places).list()]
    assert kept.count(Why.BEFORE_RESTORE) == 2
    for wrong in (("herstel", "9"), ("herstel", "geen.json"), ("herstel", "1", "--id", "onbekend")):
        code, _, err = run(capsys, *wrong)
        assert (code, "niets veranderd" in err) == (1, True)


@pytest.mark.parametrize("damage", [b"", b"{", b"null", b"\xff\xfe\x00"])
def test_what_the_message_of_an_unreadable_journal_promises(
    capsys: pytest.CaptureFixture[str], backed_up: Journal, places: Places, damage: bytes
) -> None:
    places.journal.write_bytes(damage)
    _, _, err = run(capsys, "zoek", "iets")
    assert "‘goedwerk herstel’" in err
    code, out, _ = run(capsys, "herstel")
    assert code == 0
    assert str(places.journal) in out
    assert "maandag 23 november 2026" in out
    assert "is niets meer te lezen" in out
    assert "--redden" in out
    assert places.journal.read_bytes() == damage
    assert run(capsys, "herstel", "1")[0] == 0
    assert texts(places) == {"weggegooide notitie", "eerste tekst"}
    aside = [each for each in Backups(places).list() if each.why is Why.ASIDE]
    assert [each.path.read_bytes() for each in aside] == [damage]


def test_a_damaged_journal_is_rescued_from_the_file_and_the_backup_together(
    capsys: pytest.CaptureFixture[str], backed_up: Journal, places: Places
) -> None:
    content = places.journal.read_bytes()
    lines = content.splitlines(keepends=True)
    broken = next(number for number, line in enumerate(lines) if b"weggegooide" in line)
    lines[broken] = lines[broken][:40] + b"\n"
    places.journal.write_bytes(b"".join(lines))
    code, out, _ = run(capsys, "herstel")
    assert "2 stukken heel te lezen" in out
    assert "samen is dat 3 stukken" in out
    code, out, _ = run(capsys, "herstel", "--redden")
    assert (code, "Teruggezet: 3 stukken." in out) == (0, True)
    assert texts(places) == {"weggegooide notitie", "tweede tekst", "van daarna"}
    code, _, err = run(capsys, "herstel", "--redden")
    assert (code, "niets te redden" in err) == (1, True)


def test_a_journal_of_a_newer_version_is_not_replaced(
    capsys: pytest.CaptureFixture[str], backed_up: Journal, places: Places
) -> None:
    newer = places.journal.read_bytes().replace(b'"schema":3', b'"schema":4')
    places.journal.write_bytes(newer)
    for words in (("herstel", "1"), ("herstel", "--redden")):
        code, _, err = run(capsys, *words)
        assert (code, "nieuwere versie" in err) == (1, True)
    assert places.journal.read_bytes() == newer


def test_a_journal_that_disappeared_comes_back_whole(
    capsys: pytest.CaptureFixture[str], backed_up: Journal, places: Places
) -> None:
    places.journal.unlink()
    assert run(capsys, "herstel", "1")[0] == 0
    assert Journal.open(places, read_only=True).id == backed_up.id
    assert texts(places) == {"weggegooide notitie", "eerste tekst"}


def test_merging_a_copy_by_hand(
    capsys: pytest.CaptureFixture[str], backed_up: Journal, places: Places, tmp_path: Path
) -> None:
    stick = tmp_path / "stick.json"
    shutil.copy(places.journal, stick)
    Journal.open(find_places(stick, {})).add(Kind.NOTE, "van de stick")
    content = stick.read_bytes()
    code, out, _ = run(capsys, "samenvoegen", str(stick))
    assert (code, "1 stuk erbij" in out) == (0, True)
    assert "van de stick" in texts(places)
    assert stick.read_bytes() == content
    assert "er stond niets nieuws in" in run(capsys, "samenvoegen", str(stick))[1]
    code, _, err = run(capsys, "samenvoegen", str(tmp_path / "weg.json"))
    assert (code, "het bestand is er niet" in err) == (1, True)


@pytest.mark.parametrize("held_from", ["thuis", "ander thuis"])
@pytest.mark.parametrize("words", [("herstel", "1"), ("samenvoegen", "{}"), ("wissen",)])
def test_not_while_a_window_has_the_journal_open(
    capsys: pytest.CaptureFixture[str],
    backed_up: Journal,
    places: Places,
    tmp_path: Path,
    words: tuple[str, ...],
    held_from: str,
) -> None:
    lock = InstanceLock(find_places(places.journal, {"GOEDWERK_HOME": str(tmp_path / held_from)}))
    lock.acquire()
    code, _, err = run(capsys, *(each.replace("{}", str(places.journal)) for each in words))
    lock.release()
    assert (code, "open in een venster" in err) == (1, True)


def test_wiping_one_entry(
    capsys: pytest.CaptureFixture[str], backed_up: Journal, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = next(each for each in backed_up.entries.values() if each.state is State.TRASH)
    type_in(monkeypatch, "ja")
    code, out, err = run(capsys, "wissen", "--id", entry.id)
    assert (code, "niets gewist" in err, "weggegooide notitie" in out) == (1, True, True)
    type_in(monkeypatch, "wissen")
    code, out, _ = run(capsys, "wissen", "--id", entry.id)
    assert code == 0
    assert "Gewist: 1 stuk." in out
    assert "kan dit programma niet wissen" in out
    assert "andere computer of map waarin je het opent" in out and "open het daar nog eens" in out
    assert not any(b"weggegooide" in path.read_bytes() for path in places.journal.parent.rglob("*.json"))
    type_in(monkeypatch, "wissen")
    assert run(capsys, "wissen", "--id", "onbekend")[0] == 1


@pytest.mark.parametrize("linked", ["the journal", "a backup"])
@pytest.mark.parametrize("what", ["a piece", "everything"])
def test_a_hard_link_is_named_before_wiping_with_what_finds_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, linked: str, what: str
) -> None:
    places = find_places(tmp_path / "Joke’s map, $HOME" / "dagboek.json")
    places.journal.parent.mkdir()
    journal = Journal.open(places)
    doomed = journal.add(Kind.NOTE, "geheimwoord").id
    Backups(places).make(Why.BEFORE_MERGE)
    journal.close()
    path = places.journal if linked == "the journal" else Backups(places).list()[0].path
    words = ["wissen", "--journal", str(places.journal), *(["--id", doomed] if what == "a piece" else [])]
    (path.parent / "zelfde-map").hardlink_to(path)
    type_in(monkeypatch, "nee")
    assert "naam in een andere map" not in run(capsys, *words)[1]
    (tmp_path / "elders.json").hardlink_to(path)
    type_in(monkeypatch, "wissen" if what == "a piece" else "alles wissen")
    _, out, _ = run(capsys, *words)
    before, _, after = out.partition(" om door te gaan")
    assert f"Van ‘{path}’ is er" in before and "naam in een andere map" not in after and "samefile" not in after
    find, disk, *typed = shlex.split(before.split("niet meer: ‘")[1].split("’.\n")[0])
    assert (find, os.path.ismount(disk), Path(disk).stat().st_dev) == ("find", True, tmp_path.stat().st_dev)
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    path.hardlink_to(tmp_path / "elders.json")
    found = subprocess.run([find, tmp_path, *typed], capture_output=True, text=True, check=True).stdout
    assert str(tmp_path / "elders.json") in found.splitlines()


def test_wiping_names_the_other_pieces_with_the_same_words(
    capsys: pytest.CaptureFixture[str], backed_up: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = backed_up.add(Kind.CONDITION, "Joke belt altijd terug")
    other = backed_up.add(Kind.NOTE, "Vandaag: Joke belt altijd terug.")
    type_in(monkeypatch, "nee")
    _, out, _ = run(capsys, "wissen", "--id", gone.id)
    assert "Dezelfde woorden staan ook in ‘Notitie’" in out
    assert f"[{other.id}]" in out
    type_in(monkeypatch, "nee")
    assert "Dezelfde woorden" not in run(capsys, "wissen", "--id", gone.id, other.id)[1]


@pytest.mark.parametrize("damage", [None, b"{"])
def test_wiping_everything(
    capsys: pytest.CaptureFixture[str],
    backed_up: Journal,
    places: Places,
    monkeypatch: pytest.MonkeyPatch,
    damage: bytes | None,
) -> None:
    if damage is not None:
        places.journal.write_bytes(damage)
    places.fault_report.parent.mkdir(exist_ok=True)
    places.fault_report.write_text("x")
    type_in(monkeypatch, "nee")
    assert run(capsys, "wissen")[0] == 1
    assert places.journal.exists()
    type_in(monkeypatch, "alles wissen")
    code, out, _ = run(capsys, "wissen")
    assert code == 0
    assert "kan dit programma niet wissen" in out
    assert "andere computer of map waarin je het opent" in out and "geef daar ook ‘goedwerk wissen’" in out
    assert [each for each in places.journal.parent.rglob("*") if each.is_file()] == []
    code, _, err = run(capsys, "wissen")
    assert (code, "niets om te wissen" in err) == (1, True)


def test_wiping_everything_takes_what_lies_around_the_journal(
    capsys: pytest.CaptureFixture[str], backed_up: Journal, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    places.names.write_text("Ank de Vries\n")
    page = EditorFile.begin(places, Origin("nl", "s", "stap", "vraag", "", "", "Wat?"), "Wat?", "half antwoord")
    (page.path.parent / "vraag.json").write_text("{")
    del page
    type_in(monkeypatch, "alles wissen")
    code, out, _ = run(capsys, "wissen")
    assert code == 0
    assert "instellingen en je lijst met namen (namen.txt)" in out
    assert [each for each in places.journal.parent.rglob("*") if each.is_file()] == []


def test_wiping_everything_takes_what_was_kept_of_an_export_where_the_journal_was(
    capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal.open(places)
    journal.mark(journal.add(Kind.NOTE, "Ank belde").id, Mark.BRING, True)
    take_care(journal)
    assert run(capsys, "exporteer", "--vervang", "Ank=A", "--uitvoer", str(tmp_path / "uit.md"))[0] == 0
    moved = tmp_path / "stick" / "dagboek.json"
    moved.parent.mkdir()
    places.journal.rename(moved)
    places.settings.write_text(f'{{"journal": "{moved}"}}')
    take_care(Journal.open(find_places()))
    assert list(places.state.glob("*.export"))
    type_in(monkeypatch, "alles wissen")
    assert run(capsys, "wissen")[0] == 0
    assert [each for each in places.journal.parent.rglob("*") if each.is_file()] == []


@pytest.mark.parametrize("words", [["herstel"], ["samenvoegen", "x.json"], ["wissen"]])
def test_these_commands_do_not_import_textual(home: Path, tmp_path: Path, words: list[str]) -> None:
    program = (
        "import sys; from goedwerk_tui.commands import main\n"
        f"main({words!r})\n"
        "print('MODULES', *(m for m in ('textual', 'rich') if m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=tmp_path, check=True)
    assert done.stdout.strip().endswith("MODULES")
