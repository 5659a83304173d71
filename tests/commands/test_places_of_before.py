"""What is wiped leaves every folder in which the journal or its backups ever were, whatever the settings say now."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support.command_line import run

from goedwerk_tui.base.disk import OPEN_DISK
from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.base.settings import Whereabouts, write_settings
from goedwerk_tui.journal import Journal, Kind, Mark
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.copies import write_copy
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.journal.erasure import wipe
from goedwerk_tui.journal.file import read_book, write_book
from goedwerk_tui.journal.maintenance import take_care
from goedwerk_tui.journal.relocation import keep_backups_in

SECRET = "geheimwoord van lang geleden"


@pytest.fixture
def old(places: Places, tmp_path: Path) -> Path:
    """A folder for backups that the settings name, with the backup of today in it."""
    old = tmp_path / "stick"
    old.mkdir()
    write_settings(places.settings, Whereabouts(backups=str(old)))
    journal = Journal.open(find_places())
    journal.add(Kind.NOTE, SECRET)
    take_care(journal)
    assert _files_with(old) != []
    return old


def _files_with(*folders: Path, word: str = "geheimwoord") -> list[Path]:
    found = (each for folder in folders for each in folder.rglob("*") if each.is_file())
    return [each for each in found if word.encode() in each.read_bytes()]


def _id(word: str = SECRET) -> str:
    entries = Journal.open(find_places(), read_only=True).entries.values()
    return next(each.id for each in entries if each.text == word)


def _other_folder(places: Places, tmp_path: Path) -> None:
    (tmp_path / "ander").mkdir()
    write_settings(places.settings, Whereabouts(backups=str(tmp_path / "ander")))


def _no_setting(places: Places, _: Path) -> None:
    places.settings.write_text("{}", "utf-8")


def _a_stray_comma(places: Places, _: Path) -> None:
    places.settings.write_text('{"theme": "donker",,}', "utf-8")


def _a_folder_that_is_not_there(places: Places, tmp_path: Path) -> None:
    write_settings(places.settings, Whereabouts(backups=str(tmp_path / "weg")))


def _moved_in_the_program_then_by_hand(places: Places, tmp_path: Path) -> None:
    (tmp_path / "eerst").mkdir()
    keep_backups_in(Journal.open(find_places()), tmp_path / "eerst")
    assert _files_with(tmp_path / "eerst") != []
    _other_folder(places, tmp_path)


def _home_moved(places: Places, tmp_path: Path) -> None:
    """The home has another name from now on; the fixture puts the variable back."""
    places.settings.write_text("{}", "utf-8")
    shutil.move(places.config, tmp_path / "verhuisd")
    os.environ["GOEDWERK_HOME"] = str(tmp_path / "verhuisd")


def _journal_moved_by_hand(places: Places, tmp_path: Path) -> None:
    moved = tmp_path / "elders"
    moved.mkdir()
    shutil.move(places.journal, moved / "mijn.json")
    write_settings(places.settings, Whereabouts(journal=str(moved / "mijn.json")))


CHANGES = [
    _other_folder,
    _no_setting,
    _a_stray_comma,
    _a_folder_that_is_not_there,
    _moved_in_the_program_then_by_hand,
    _home_moved,
    _journal_moved_by_hand,
]


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("everything", [False, True])
def test_a_changed_setting_hides_no_backup_from_wiping(
    capsys: pytest.CaptureFixture[str],
    answer: Callable[[str], None],
    old: Path,
    tmp_path: Path,
    change: Callable[[Places, Path], None],
    everything: bool,
) -> None:
    stranger = old / "dagboek-20260101T000000000000Z-dag.json"
    other = Journal.open(find_places(tmp_path / "vreemd.json"))
    other.add(Kind.NOTE, "van een ander dagboek")
    shutil.copy(tmp_path / "vreemd.json", stranger)
    change(find_places(), tmp_path)
    assert (
        str(old if change is not _moved_in_the_program_then_by_hand else tmp_path / "eerst") in run(capsys, "waar")[1]
    )
    assert "1 stuk" in run(capsys, "herstel")[1]
    answer("alles wissen" if everything else "wissen")
    _, out, _ = run(capsys, "wissen", *([] if everything else ["--id", _id()]))
    assert "Gewist" in out
    assert _files_with(tmp_path) == []
    assert stranger.exists() and "een ander dagboek" in stranger.read_text("utf-8")


def test_a_folder_of_before_that_is_not_there_is_named_and_healed_when_it_is_back(
    capsys: pytest.CaptureFixture[str], answer: Callable[[str], None], places: Places, old: Path, tmp_path: Path
) -> None:
    Journal.open(find_places()).add(Kind.NOTE, "blijft")
    renamed = old.rename(tmp_path / "hernoemd")
    _no_setting(places, tmp_path)
    assert f"‘{old}’, en dat is er nu niet" in run(capsys, "herstel")[1]
    answer("wissen")
    code, out, _ = run(capsys, "wissen", "--id", _id())
    assert code == 0 and f"‘{old}’, en dat is er nu niet" in out
    renamed.rename(old)
    run(capsys, "zoek", "blijft")
    assert _files_with(tmp_path) == []


def test_wiping_in_a_copy_that_is_opened_by_name_leaves_the_journal_and_its_backups(
    capsys: pytest.CaptureFixture[str], answer: Callable[[str], None], places: Places, old: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "proef" / "kopie.json"
    copy.parent.mkdir()
    shutil.copy(places.journal, copy)
    answer("alles wissen")
    assert run(capsys, "wissen", "--journal", str(copy))[0] == 0
    assert not copy.exists() and len(_files_with(places.config, old)) == 2


@pytest.mark.parametrize("command", ["zoek", "herstel", "waar"])
def test_where_the_journal_went_on_for_once_is_said_until_it_is_merged(
    capsys: pytest.CaptureFixture[str], places: Places, old: Path, tmp_path: Path, command: str
) -> None:
    there = tmp_path / "elders" / "nieuw.json"
    there.parent.mkdir()
    write_copy(Journal.open(find_places()), there)
    words = [command, "iets"] if command == "zoek" else [command]
    assert "hier niet staat" not in "".join(run(capsys, *words)[1:])
    Journal.open(find_places(there)).add(Kind.NOTE, "later geschreven")
    said = "".join(run(capsys, *words)[1:])
    assert str(there) in said and "hier niet staat" in said
    run(capsys, "samenvoegen", str(there))
    assert "hier niet staat" not in "".join(run(capsys, *words)[1:])


def test_where_it_went_on_is_remembered_when_the_disk_of_the_home_takes_nothing(
    capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared, elsewhere = tmp_path / "tijdelijk", tmp_path / "elders"
    shared.mkdir()
    elsewhere.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(shared))
    journal = Journal.open(places)
    entry = journal.add(Kind.NOTE, SECRET)
    # Nothing can be kept in the folder of state: a file stands in the place of what would be made there.
    (places.state / "mappen").parent.mkdir(exist_ok=True)
    (places.state / "mappen").write_bytes(b"")
    write_copy(journal, elsewhere / "nood.json")
    there = find_places(elsewhere / "nood.json")
    Journal.open(there).add(Kind.NOTE, "panterwoord")
    for home_has_room in (False, True):
        if home_has_room:
            (places.state / "mappen").unlink()
            take_care(Journal.open(places))
            assert list(shared.iterdir()) == []
        assert f"In ‘{there.journal}’ staat dit dagboek ook" in run(capsys, "zoek", "geheimwoord")[2]
    wipe(Journal.open(places), [entry.id])
    assert _files_with(elsewhere) == [] and _files_with(elsewhere, word="panterwoord") != []


def test_wiping_reaches_where_the_journal_went_on_with_all_that_lies_beside_it(
    capsys: pytest.CaptureFixture[str], answer: Callable[[str], None], old: Path, tmp_path: Path
) -> None:
    there = tmp_path / "elders" / "nieuw.json"
    there.parent.mkdir()
    write_copy(Journal.open(find_places()), there)
    take_care(Journal.open(find_places(there)))
    assert len(_files_with(there.parent)) == 2
    answer("wissen")
    run(capsys, "wissen", "--id", _id())
    assert _files_with(tmp_path) == [] and there.exists()
    answer("alles wissen")
    code, out, _ = run(capsys, "wissen")
    assert code == 0 and f"‘{there}’" in out and not there.exists()


def test_what_was_written_only_where_the_journal_went_on_outlives_the_wiping_of_its_piece(
    capsys: pytest.CaptureFixture[str], answer: Callable[[str], None], places: Places, tmp_path: Path
) -> None:
    journal = Journal.open(places)
    entry = journal.add(Kind.NOTE, SECRET)
    there = find_places(tmp_path / "elders" / "nood.json")
    there.journal.parent.mkdir()
    write_copy(journal, there.journal)
    journal.close()
    Journal.open(there).change(entry.id, f"{SECRET} omegawoord laptop")
    draft = Draft(
        key="x", text=f"{SECRET} zebra", entry_id=entry.id, base_text=SECRET, kind=Kind.NOTE, at=entry.created
    )
    Drafts(there.drafts).put(draft)
    answer("wissen")
    assert "nog bij schreef is er nog, als 2 notities" in run(capsys, "wissen", "--id", entry.id)[1]
    assert {each.text for each in Journal.open(places).newest_first()} == {"omegawoord laptop", "zebra"}
    assert _files_with(tmp_path) == []


@pytest.mark.parametrize("beside", [False, True])
def test_what_was_written_in_another_file_of_what_never_leaves_does_not_leave_when_that_is_wiped(
    places: Places, tmp_path: Path, beside: bool
) -> None:
    journal = Journal.open(places)
    entry = journal.add(Kind.NOTE, SECRET)
    there = tmp_path / "elders" / "nood.json"
    there.parent.mkdir()
    write_copy(journal, there)
    journal.mark(entry.id, Mark.NEVER_LEAVE, True)
    if beside:
        there = there.rename(places.journal.with_name("dagboek-PC.json"))
    other = Journal.open(find_places(there))
    other.change(entry.id, f"{SECRET} omegawoord laptop")
    other.close()
    wipe(journal, [entry.id])
    (note,) = journal.newest_first()
    assert note.text == "omegawoord laptop" and note.id in journal.marked(Mark.NEVER_LEAVE)


def _single_line(content: bytes) -> bytes:
    return json.dumps(json.loads(content), separators=(",", ":")).encode()


def _indented(content: bytes) -> bytes:
    return json.dumps(json.loads(content), indent=4, ensure_ascii=False).encode()


def _utf16(content: bytes) -> bytes:
    return content.decode().encode("utf-16")


def _utf16_without_mark(content: bytes) -> bytes:
    return content.decode().encode("utf-16-be")


FORMS = [_single_line, _indented, _utf16, _utf16_without_mark]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("by", ["wissen", "samenvoegen", "importeer"])
def test_a_file_in_another_form_is_wiped_by_what_it_holds(
    capsys: pytest.CaptureFixture[str],
    answer: Callable[[str], None],
    old: Path,
    tmp_path: Path,
    form: Callable[[bytes], bytes],
    by: str,
) -> None:
    places, journal = find_places(), Journal.open(find_places())
    wipe(journal, [journal.add(Kind.NOTE, "eerder gewist").id])
    kept = journal.add(Kind.NOTE, "blijft")
    backup = Backups(places).list()[0].path
    backup.write_bytes(form(places.journal.read_bytes()))
    there, id = tmp_path / "elders" / "dagboek.json", _id()
    there.parent.mkdir()
    shutil.copy(places.journal, there)
    if by == "wissen":
        answer("wissen")
        assert run(capsys, "wissen", "--id", id)[0] == 0
        shutil.rmtree(there.parent)
    else:
        answer("wissen")
        assert run(capsys, "wissen", "--id", id, "--journal", str(there))[0] == 0
        export = tmp_path / "heel.json"
        whole = ["exporteer", "--soort", "dagboek", "--formaat", "json", "--journal", str(there)]
        run(capsys, *whole, "--uitvoer", str(export))
        assert run(capsys, by, str(there if by == "samenvoegen" else export))[0] == 0
    left = [each for each in tmp_path.rglob("*") if each.is_file()]
    texts = [each.read_bytes().replace(b"\0", b"") for each in left]
    assert not any(b"geheimwoord" in each for each in texts)
    assert read_book(backup, OPEN_DISK).entries[kept.id].text == "blijft"


@pytest.mark.parametrize("word", ["wiped", '"wiped"', 'zei "state":"wiped"'])
def test_a_piece_that_speaks_of_being_wiped_is_no_less_wiped(
    capsys: pytest.CaptureFixture[str],
    answer: Callable[[str], None],
    places: Places,
    old: Path,
    tmp_path: Path,
    word: str,
) -> None:
    journal = Journal.open(find_places())
    entry = journal.add(Kind.NOTE, "geheimwoord eerst")
    journal.change(entry.id, word)
    write_book(old / "dagboek-20260102T000000000000Z-dag.json", journal.book, OPEN_DISK)
    answer("wissen")
    run(capsys, "wissen", "--id", entry.id)
    assert _files_with(tmp_path, word="geheimwoord eerst") == []


def test_a_damaged_file_with_a_short_text_is_named(
    capsys: pytest.CaptureFixture[str], answer: Callable[[str], None], places: Places, old: Path, tmp_path: Path
) -> None:
    entry = Journal.open(find_places()).add(Kind.NOTE, "ziek")
    content = places.journal.read_bytes().replace(entry.id.encode(), b"?" * 8)
    damaged = old / "dagboek-20260102T000000000000Z-opzij-dagboek.json"
    damaged.write_bytes(content[: content.index(b"ziek") + 9])
    answer("wissen")
    code, out, _ = run(capsys, "wissen", "--id", entry.id)
    assert code == 1 and f"Niet gelukt bij ‘{damaged}’" in out
    assert b"ziek" in damaged.read_bytes()


@pytest.mark.parametrize("command", [["zoek", "blijft"], ["herstel"], ["inzicht"], ["wissen", "--id", "…"]])
def test_a_wiping_that_was_cut_short_or_came_by_a_sync_service_is_finished_by_any_command(
    capsys: pytest.CaptureFixture[str],
    answer: Callable[[str], None],
    places: Places,
    old: Path,
    tmp_path: Path,
    command: list[str],
) -> None:
    journal = Journal.open(find_places())
    other = journal.add(Kind.NOTE, "blijft")
    there, id = tmp_path / "elders.json", _id()
    shutil.copy(places.journal, there)
    answer("wissen")
    run(capsys, "wissen", "--id", id, "--journal", str(there))
    shutil.move(there, places.journal)
    assert _files_with(tmp_path) != []
    answer("wissen")
    run(capsys, *(other.id if each == "…" else each for each in command))
    assert _files_with(tmp_path) == []


@pytest.mark.parametrize("everything", [False, True])
def test_backups_that_stayed_in_the_home_when_the_journal_was_moved_by_hand(
    capsys: pytest.CaptureFixture[str],
    places: Places,
    tmp_path: Path,
    answer: Callable[[str], None],
    everything: bool,
) -> None:
    journal = Journal.open(places)
    journal.add(Kind.NOTE, SECRET)
    take_care(journal)
    _journal_moved_by_hand(places, tmp_path)
    assert "1 stuk" in run(capsys, "herstel")[1]
    answer("alles wissen" if everything else "wissen")
    code, _, _ = run(capsys, "wissen", *([] if everything else ["--id", _id()]))
    assert code == 0
    assert _files_with(tmp_path) == []
