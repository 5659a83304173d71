"""A command that was pasted from Word: what is said of its dashes and quotes, and of whose text nothing is said."""

from pathlib import Path

import pytest
from support.command_line import run

from goedwerk_tui.programme.template import new_content

DASH, QUOTES = "Er staat een lang streepje", "Er staan gekrulde aanhalingstekens"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GOEDWERK_HOME", str(tmp_path / "thuis"))
    monkeypatch.chdir(tmp_path)
    new_content(tmp_path / "map met spaties" / "m", "casus", "m")
    return tmp_path


@pytest.mark.parametrize(
    ("words", "why", "typed"),
    [
        ("exporteer –soort visie", [DASH], "exporteer --soort visie"),
        ("exporteer —soort visie –uitvoer x.docx", [DASH], "exporteer --soort visie --uitvoer x.docx"),
        ("inhoud kies –geen", [DASH], "inhoud kies --geen"),
        ("verken –-volg", [DASH], "verken --volg"),
        ("inzicht –h", [DASH], "inzicht -h"),
        ("inhoud controleer “map met spaties/m”", [QUOTES], 'inhoud controleer "map met spaties/m"'),
        ("inhoud kies ‘map met spaties/m’", [QUOTES], 'inhoud kies "map met spaties/m"'),
        ("verken --content=“map met spaties/m” --vlog", [QUOTES], 'verken "--content=map met spaties/m" --vlog'),
        ("--content=„map met spaties/m” verken", [QUOTES], '"--content=map met spaties/m" verken'),
        ("exporteer --soort casus --casus “De lege stoel” --uitvoer x.txt", [QUOTES],
            'exporteer --soort casus --casus "De lege stoel" --uitvoer x.txt'),
        ("inhoud nieuw “map met spaties/n” –soort casus", [DASH, QUOTES],
            'inhoud nieuw "map met spaties/n" --soort casus'),
    ],
)  # fmt: skip
def test_a_command_from_a_document_is_shown_as_it_is_typed(
    capsys: pytest.CaptureFixture[str], words: str, why: list[str], typed: str
) -> None:
    code, _, err = run(capsys, *words.split())

    assert code
    assert [each for each in (DASH, QUOTES) if each in err] == why, err
    assert err.rstrip().endswith(f"Zo typ je het: goedwerk {typed}"), err
    assert "aanhalingstekens om" not in err


@pytest.mark.parametrize(
    "words",
    [
        ("inhoud", "kies", ""),
        ("bundel", "--titel", "“Opening”", "x.json", "--uitvoer", "y.txt"),
        ("exporteer", "--naam", "–Joke", "--uitvoer", "x.odt"),
        ("exporteer", "--naam", "“Joke”", "--uitvoer", "x.odt"),
        ("noteer", "--journal", "weg/dagboek.json", "–", "“map met spaties”", "–soort"),
        ("zoek", "--journal", "map met spaties/m/overlay.yaml", "map", "met", "spaties", "–soort", "“m”"),
    ],
)
def test_what_is_a_persons_own_text_is_not_blamed(capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    told = run(capsys, *words)[2]

    for each in (DASH, QUOTES, "Zo typ je het"):
        assert each not in told, told


def test_a_text_is_no_path_without_quotes(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    told = run(capsys, "noteer", *["map", "met", "spaties"])[2]
    assert "aanhalingstekens" not in told

    (folder / "thuis").mkdir(exist_ok=True)
    (folder / "thuis" / "dagboek.json").write_text("kapot", "utf-8")
    code, _, told = run(capsys, "zoek", *["map", "met", "spaties"])
    assert code
    assert "aanhalingstekens" not in told


def test_a_path_that_stands_in_quotes_is_not_joined_to_what_follows(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, told = run(capsys, "inhoud", "nieuw", "map met spaties/nieuw", "casus")

    assert code
    assert "Zet aanhalingstekens om een pad" not in told
