"""A name that is replaced is replaced with its s of possession too, and what is left of it is named."""

from pathlib import Path

import pytest
from support.command_line import run

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal, Kind


def _export(
    capsys: pytest.CaptureFixture[str], places: Places, target: Path, text: str, *replaced: str
) -> tuple[str, str]:
    Journal.open(places).add(Kind.NOTE, text)
    words = [word for each in replaced for word in ("--vervang", each)]
    code, out, err = run(capsys, "exporteer", "--alles", "--uitvoer", str(target), *words)
    assert code == 0
    return target.read_text("utf-8"), out + err


@pytest.mark.parametrize(
    ("written", "becomes"),
    [
        ("Joost de Wits plan", "een chefs plan"),
        ("Joost de Wit's plan", "een chef's plan"),
        ("Joost de Wit’s plan", "een chef’s plan"),
        ("JOOST DE WIT’ plan", "een chef’ plan"),
        ("het plan van **Joost** de Wits", "het plan van een chefs"),
    ],
)
def test_the_ending_stays_behind_what_comes_in_its_place(
    capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path, written: str, becomes: str
) -> None:
    shown, said = _export(capsys, places, tmp_path / "uit.txt", written, "Joost de Wit=een chef")
    assert becomes in shown and "wit" not in shown.casefold()
    assert "staat er niet in" not in said and "er nog" not in said


def test_other_words_with_an_s_stay(capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path) -> None:
    shown, _ = _export(capsys, places, tmp_path / "uit.txt", "Bos en kans, Jan en jans.", "Bo=x", "Kan=y", "Jan=z")
    assert "Bos en kans, z en jans." in shown


def test_what_is_left_of_a_name_is_named(capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path) -> None:
    text = "Joost de Wit kwam. De Wit's plan was goed, op wit papier. Joost lachte, zei Marie Bakker."
    shown, said = _export(capsys, places, tmp_path / "uit.txt", text, "Joost de Wit=een chef", "Marie Bakker=Marie")
    assert "De Wit's" in shown
    assert "Van wat je verving staan er nog: ‘Joost’, ‘Wit’." in said
