"""What this machine keeps of a journal apart from it follows the journal, and is wiped with it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support.command_line import run

from goedwerk_tui.base.places import find_places
from goedwerk_tui.base.settings import Whereabouts, write_settings
from goedwerk_tui.journal import Journal, Kind, Origin
from goedwerk_tui.journal.editor_files import EditorFile
from goedwerk_tui.journal.machine_files import machine_files
from goedwerk_tui.journal.maintenance import take_care
from goedwerk_tui.journal.relocation import remember_place

Answer = Callable[[str], None]
WORD = "Kwartelhoven"


def _files_with(word: str, folder: Path) -> list[Path]:
    return [each for each in folder.rglob("*") if each.is_file() and word.encode() in each.read_bytes()]


class Home:
    """A home that is moved about."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._monkeypatch, self._capsys = folder, monkeypatch, capsys
        folder.mkdir()
        self.live_in(folder)

    def live_in(self, folder: Path) -> None:
        self.folder = folder
        self._monkeypatch.setenv("GOEDWERK_HOME", str(folder / "gw"))

    def run(self, *words: str) -> tuple[int, str, str]:
        return run(self._capsys, *words)

    def export(self, target: Path, *journal: str) -> None:
        replaced = ("--alles", "--uitvoer", str(target), "--vervang", f"{WORD}=een collega")
        assert self.run("exporteer", *replaced, *journal)[0] == 0

    def begin(self) -> str:
        """Keep two notes, wipe one and export the other; returns the id of one more."""
        journal = Journal.open(find_places())
        journal.add(Kind.NOTE, f"Overleg met {WORD}")
        other = journal.add(Kind.NOTE, "iets anders")
        take_care(journal)
        self.export(self.folder / "blad.txt")
        return other.id


@pytest.fixture
def lived_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Home:
    return Home(tmp_path / "s1", monkeypatch, capsys)


def _move_the_home(lived_in: Home) -> None:
    moved = lived_in.folder.rename(lived_in.folder.with_name("s2"))
    lived_in.live_in(moved)


def _move_behind_a_link(lived_in: Home) -> None:
    moved = lived_in.folder.rename(lived_in.folder.with_name("s2"))
    lived_in.folder.symlink_to(moved)


def _copy_the_home(lived_in: Home) -> None:
    lived_in.live_in(Path(shutil.copytree(lived_in.folder, lived_in.folder.with_name("s2"))))


def _rename_the_file(_: Home) -> None:
    places = find_places()
    renamed = places.journal.rename(places.journal.with_name("mijn.json"))
    write_settings(places.settings, Whereabouts(journal=str(renamed)))


def _go_on_elsewhere(lived_in: Home) -> None:
    from goedwerk_tui.journal.copies import write_copy

    journal, there = Journal.open(find_places()), lived_in.folder / "elders" / "dagboek.json"
    journal.take_inbox()
    there.parent.mkdir()
    write_copy(journal, there)
    remember_place(Journal.open(find_places(there)))


WAYS = [_move_the_home, _move_behind_a_link, _copy_the_home, _rename_the_file, _go_on_elsewhere]
ways = pytest.mark.parametrize("move", WAYS)
signed = pytest.mark.parametrize("signed", [True, False])
"""Earlier versions did not say of which journal such a file is."""


def _unsign(home: Path) -> None:
    for each in home.rglob("*.dagboek"):
        each.unlink()


@ways
@signed
def test_a_word_that_was_replaced_is_gone_with_everything(
    lived_in: Home, answer: Answer, move: Callable[[Home], None], signed: bool
) -> None:
    lived_in.begin()
    if not signed:
        _unsign(lived_in.folder)
    move(lived_in)
    answer("alles wissen")
    assert lived_in.run("wissen")[0] == 0
    assert _files_with(WORD, lived_in.folder) == []
    state = lived_in.folder / "gw" / "staat"
    left = [each.suffix for each in state.rglob("*") if each.is_file()]
    assert left == [] if signed else set(left) <= {".lock"}


@ways
@signed
def test_a_word_that_was_replaced_is_gone_with_one_piece(
    lived_in: Home, answer: Answer, move: Callable[[Home], None], signed: bool
) -> None:
    other = lived_in.begin()
    if not signed:
        _unsign(lived_in.folder)
    move(lived_in)
    answer("wissen")
    assert lived_in.run("wissen", "--id", other)[0] == 0
    assert list((lived_in.folder / "gw" / "staat").glob("*.export")) == []


@ways
def test_an_export_is_made_again_after_the_move(lived_in: Home, move: Callable[[Home], None]) -> None:
    lived_in.begin()
    move(lived_in)
    code, out, _ = lived_in.run("exporteer", "--herhaal", "--alles", "--uitvoer", "-")
    assert code == 0 and "een collega" in out and WORD not in out
    assert lived_in.run("exporteer", "--alles", "--uitvoer", str(lived_in.folder / "gewoon.txt"))[0] == 0


def test_the_days_in_the_trash_go_on_after_the_move(lived_in: Home) -> None:
    journal = Journal.open(find_places())
    journal.trash(journal.add(Kind.NOTE, "weg").id)
    take_care(journal)
    before = machine_files(find_places()).trash_days
    counted = before.read_bytes()
    _move_the_home(lived_in)
    take_care(Journal.open(find_places()))
    after = machine_files(find_places()).trash_days
    assert after != before and b'"days":' in counted and after.exists()
    assert not (lived_in.folder / "gw" / "staat" / before.name).exists()


def test_with_a_journal_that_was_named_for_once_goes_where_something_was_written(
    lived_in: Home, answer: Answer
) -> None:
    lived_in.begin()
    mine, theirs = lived_in.folder / "gw" / "dagboek.json", lived_in.folder / "x" / "a.json"
    theirs.parent.mkdir()
    named = ("--journal", str(theirs))
    assert lived_in.run("noteer", f"Overleg met {WORD}", *named)[0] == 0
    take_care(Journal.open(find_places(theirs)))
    (lived_in.folder / "uit").mkdir()
    lived_in.export(lived_in.folder / "uit" / "blad.txt", *named)
    state = lived_in.folder / "gw" / "staat"
    assert _files_with(str(lived_in.folder / "uit"), state)
    before = sorted(each.name for each in state.glob("*.export"))
    answer("alles wissen")
    assert lived_in.run("wissen", *named)[0] == 0
    assert _files_with(str(lived_in.folder / "uit"), state) == []
    assert len(list(state.glob("*.export"))) == len(before) - 1
    assert len(list(state.glob("mappen/*.gekozen"))) == 1
    # The other journal and what was kept of it are as they were.
    assert mine.exists()
    code, out, _ = lived_in.run("exporteer", "--herhaal", "--alles", "--uitvoer", "-")
    assert code == 0 and "een collega" in out


def test_wiping_a_copy_leaves_what_was_kept_of_the_journal_itself(lived_in: Home, answer: Answer) -> None:
    lived_in.begin()
    there = lived_in.folder / "proef" / "kopie.json"
    there.parent.mkdir()
    shutil.copy(find_places().journal, there)
    answer("alles wissen")
    assert lived_in.run("wissen", "--journal", str(there))[0] == 0
    assert machine_files(find_places()).last_export.exists()
    assert lived_in.run("exporteer", "--herhaal", "--alles", "--overschrijf")[0] == 0


def test_a_half_answer_in_an_editor_goes_to_the_journal_for_which_it_was_written(
    lived_in: Home, answer: Answer
) -> None:
    lived_in.begin()
    theirs = lived_in.folder / "x" / "a.json"
    theirs.parent.mkdir()
    there = find_places(theirs)
    Journal.open(there).add(Kind.NOTE, "begin")
    origin = Origin("nl", "s", "stap", "vraag", "", "", "Wat?")
    page = EditorFile.begin(there, origin, "Wat?", "half antwoord")
    del page
    take_care(Journal.open(find_places()))
    assert _files_with("half antwoord", find_places().drafts) == []
    answer("alles wissen")
    assert lived_in.run("wissen", "--journal", str(theirs))[0] == 0
    assert _files_with("half antwoord", lived_in.folder) == []


def test_what_left_before_a_journal_had_a_file_goes_with_it_too(lived_in: Home, answer: Answer) -> None:
    theirs = lived_in.folder / "x" / "a.json"
    theirs.parent.mkdir()
    named = ("--journal", str(theirs))
    assert lived_in.run("noteer", f"Overleg met {WORD}", *named)[0] == 0
    lived_in.export(lived_in.folder / "blad.txt", *named)
    assert not theirs.exists()
    answer("alles wissen")
    assert lived_in.run("wissen", *named)[0] == 0
    assert [each for each in (lived_in.folder / "gw").rglob("*") if each.is_file()] == []
