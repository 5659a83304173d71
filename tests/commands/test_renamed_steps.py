"""A step that got another id keeps what was written at it, for every command."""

import json
from pathlib import Path

import pytest
from support.command_line import run

from goedwerk_tui.base.places import Places
from goedwerk_tui.commands import main
from goedwerk_tui.journal import Journal, Kind, Mark, Origin
from goedwerk_tui.programme.template import new_content
from goedwerk_tui.sharing.document import Document, Piece, Section
from goedwerk_tui.sharing.exchange import to_json
from goedwerk_tui.sharing.log import exports

OLD, NEW = "m-lege-stoel", "m-de-rij"


@pytest.fixture
def content(places: Places, tmp_path: Path) -> Path:
    """Own content of which the case was shared under its old id, and then got another."""
    overlay, case = new_content(tmp_path / "m", "casus", "m")
    journal = Journal.open(places)
    _write(journal, "Ton had het verteld.", "wie-mist")
    target = str(tmp_path / "eerst.txt")
    words = ("exporteer", "--soort", "casus", "--casus", OLD, "--uitvoer", target)
    assert main(["--content", str(overlay.parent), *words]) == 0
    renamed = case.rename(case.with_name(f"{NEW}.md"))
    for path in (overlay, renamed):
        path.write_text(path.read_text("utf-8").replace(OLD, NEW), "utf-8")
    with overlay.open("a", encoding="utf-8") as file:
        file.write(f"formerly:\n  - step: {NEW}\n    was: {OLD}\n")
    return overlay.parent


def _write(journal: Journal, text: str, item: str, step: str = OLD) -> None:
    origin = Origin("m", "opening", step, item, "Opening", "De lege stoel", "Wie mist er?")
    journal.mark(journal.add(Kind.ANSWER, text, origin=origin).id, Mark.BRING, True)


@pytest.mark.parametrize("named", [OLD, NEW, "De lege stoel"])
def test_a_case_is_exported_with_its_text_by_either_name(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], named: str
) -> None:
    target = tmp_path / "casus.txt"
    words = ("exporteer", "--soort", "casus", "--casus", named, "--uitvoer", str(target))
    code, _, err = run(capsys, "--content", str(content), *words)
    assert code == 0, err
    assert "Ton had het verteld." in target.read_text("utf-8")
    assert "Ton Kooistra, de marktmeester" in " ".join(target.read_text("utf-8").split())


def test_repeating_takes_what_was_written_under_the_new_name(
    content: Path, places: Places, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _write(Journal.open(places), "Over de bank en de kraam.", "eigen-stoel", NEW)
    target = tmp_path / "weer.txt"
    code, _, err = run(capsys, "--content", str(content), "exporteer", "--herhaal", "--uitvoer", str(target))
    assert code == 0, err
    text = target.read_text("utf-8")
    assert "Over de bank en de kraam." in text
    assert "Ton had het verteld." in text
    assert [each.case for each in exports(Journal.open(places))] == [NEW, OLD]


def test_a_whole_journal_leaves_as_it_is_in_the_file(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "alles.json"
    words = ("exporteer", "--soort", "dagboek", "--formaat", "json", "--uitvoer", str(target))
    assert run(capsys, "--content", str(content), *words)[0] == 0
    written = json.loads(target.read_text("utf-8"))
    assert OLD in {each["origin"]["step"] for each in written["entries"] if each["origin"]}


def test_a_bundle_has_what_was_shared_before_in_the_place_that_it_has_now(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [tmp_path / f"{name}.json" for name in "ab"]
    for file in files:
        asked = {
            "opening/zz-weg/x": "Wat nog?",
            f"opening/{NEW if file.stem == 'b' else OLD}/eigen-stoel": "Welke tafel?",
            "opening/een-stoel-erbij/tussenpersoon": "Welk verhaal?",
        }
        pieces = (Piece(words, "", f"Dat zegt {file.stem}.", "", place=place) for place, words in asked.items())
        sections = tuple(Section(f"Bij {each.question}", (each,)) for each in pieces)
        file.write_text(to_json(Document("Mijn keuze", "", sections)), "utf-8")
    words = ("bundel", *map(str, files), "--ook-weinig", "--uitvoer", str(tmp_path / "bundel.txt"))
    code, _, err = run(capsys, "--content", str(content), *words)
    assert code == 0, err
    text = (tmp_path / "bundel.txt").read_text("utf-8")
    places = [text.index(each) for each in ("Welk verhaal?", "Welke tafel?", "Wat nog?")]
    assert places == sorted(places)
