"""A path with a space in it, typed without quotes: what is said, behind whatever command it was."""

from pathlib import Path

import docx
import pytest
from support.command_line import run

from goedwerk_tui.programme.template import new_content


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GOEDWERK_HOME", str(tmp_path / "thuis"))
    monkeypatch.chdir(tmp_path)
    new_content(tmp_path / "Mijn documenten" / "meerwoude", "casus", "m")
    document = docx.Document()
    document.add_paragraph("Niets.")
    document.save(str(tmp_path / "verslag van Joke.docx"))
    (tmp_path / "een ander dagboek.json").write_text("{}", "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        ("inhoud controleer Mijn documenten/meerwoude", 'inhoud controleer "Mijn documenten/meerwoude"'),
        ("inhoud controleer Mijn documenten/meerwoude --herstel", 'controleer "Mijn documenten/meerwoude" --herstel'),
        ("inhoud kies Mijn documenten/meerwoude", 'inhoud kies "Mijn documenten/meerwoude"'),
        ("inhoud nieuw Mijn documenten/nieuw --soort lijst", 'inhoud nieuw "Mijn documenten/nieuw" --soort lijst'),
        ("inhoud ids --content Mijn documenten/meerwoude", 'inhoud ids --content "Mijn documenten/meerwoude"'),
        ("inhoud uit-word verslag van Joke.docx", 'inhoud uit-word "verslag van Joke.docx"'),
        (
            "inhoud uit-word verslag van Joke.docx --map Mijn documenten/meerwoude",
            'inhoud uit-word "verslag van Joke.docx" --map "Mijn documenten/meerwoude"',
        ),
        ("verken --content Mijn documenten/meerwoude --volg", 'verken --content "Mijn documenten/meerwoude" --volg'),
        ("--content Mijn documenten/meerwoude verken", '--content "Mijn documenten/meerwoude" verken'),
        ("verken --boekje Mijn documenten/boekje.html", 'verken --boekje "Mijn documenten/boekje.html"'),
        ("samenvoegen een ander dagboek.json", 'samenvoegen "een ander dagboek.json"'),
        ("importeer een ander dagboek.json", 'importeer "een ander dagboek.json"'),
        ("inzicht --journal een ander dagboek.json", 'inzicht --journal "een ander dagboek.json"'),
        ("herstel --journal een ander dagboek.json", 'herstel --journal "een ander dagboek.json"'),
        ("bundel een ander dagboek.json --uitvoer x.docx", 'bundel "een ander dagboek.json" --uitvoer x.docx'),
    ],
)
def test_the_command_is_shown_as_it_is_typed(capsys: pytest.CaptureFixture[str], words: str, typed: str) -> None:
    code, _, err = run(capsys, *words.split())

    assert code
    assert "Zet aanhalingstekens om een pad met een spatie: goedwerk " in err, err
    assert err.rstrip().endswith(typed), err


def test_quotes_are_named_where_there_is_no_such_path_yet(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    code, _, err = run(capsys, "inhoud", "nieuw", "nieuwe", "map")

    assert code == 2
    assert "‘map’ ken ik niet. Hoort het bij een pad of naam met een spatie, zet daar dan aanhalingstekens om." in err
    assert "Kijk met ‘goedwerk inhoud nieuw --help’ wat er kan." in err
    assert not (folder / "nieuwe").exists()


def test_nothing_is_said_of_quotes_where_they_are_not_needed(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "a").mkdir()
    (folder / "b").mkdir()
    (folder / "a b").mkdir()

    assert "aanhalingstekens" not in run(capsys, "inhoud", "kies", "a", "b")[2]
    assert "aanhalingstekens" not in run(capsys, "inhoud", "controleer", "Mijn documenten/weg")[2]
    assert "aanhalingstekens" not in run(capsys, "inhoud", "controleer", "--navertelen", "x")[2]
