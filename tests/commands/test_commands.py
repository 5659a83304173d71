"""The command line, from words to exit code."""

import io
import runpy
import shutil
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from support.command_line import run

from goedwerk_tui import __version__
from goedwerk_tui.base.places import Places
from goedwerk_tui.commands.parser import build_parser
from goedwerk_tui.journal import Journal, Kind, Mark, Origin
from goedwerk_tui.journal.drafts import Draft, Drafts


@pytest.fixture
def written(places: Places) -> Journal:
    """A journal with an answer that is marked, one that is not, and a note that may never leave."""
    journal = Journal.open(places)
    origin = Origin("goed-werk", "opening", "een", "a", "Opening", "Eén stap", "Wat zag je?")
    journal.mark(journal.add(Kind.ANSWER, "gemarkeerd antwoord", origin=origin).id, Mark.BRING, True)
    journal.add(Kind.ANSWER, "ongemarkeerde coördinatie", origin=origin)
    journal.mark(journal.add(Kind.NOTE, "blijft altijd hier").id, Mark.NEVER_LEAVE, True)
    return journal


@pytest.mark.parametrize("words", [("--help",), ("noteer", "--help"), ("inhoud", "controleer", "-h")])
def test_help_is_dutch(capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    code, out, _ = run(capsys, *words)
    assert code == 0
    assert "gebruik:" in out
    assert "toon deze uitleg" in out
    for english in ("usage", "options", "positional", "show this"):
        assert english not in out


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "--version") == (0, f"goedwerk {__version__}\n", "")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("dans",), "‘dans’ kan hier niet"),
        (("waar", "--luid"), "‘--luid’ ken ik niet"),
        (("exporteer",), "er ontbreekt iets: --uitvoer"),
        (("exporteer", "--uitvoer"), "achter --uitvoer hoort nog iets"),
        (("exporteer", "--alles", "--meenemen", "--uitvoer", "x.md"), "gaan niet samen"),
        (("zoek",), "er ontbreekt iets"),
        (("inhoud",), "zeg erbij"),
    ],
)
def test_wrong_usage(capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str) -> None:
    code, out, err = run(capsys, *words)
    assert code == 2
    assert said in err
    assert "--help" in err
    assert out == ""


def test_a_note_is_found_without_opening_the_app(capsys: pytest.CaptureFixture[str], places: Places) -> None:
    assert run(capsys, "noteer", "Bel", "[morgen]", "Fatma")[0] == 0
    assert not places.journal.exists()
    code, out, _ = run(capsys, "zoek", "fatma", "MORGEN")
    assert code == 0
    assert "Bel [morgen] Fatma" in out
    assert "1 stuk gevonden" in out


def test_a_note_from_standard_input(
    capsys: pytest.CaptureFixture[str], places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("regel één\nregel \xff twee".encode())))
    assert run(capsys, "noteer", "-")[0] == 0
    assert [entry.text for entry in Journal.open(places, read_only=True).newest_first()] == ["regel één\nregel ÿ twee"]


def test_an_empty_note_is_not_kept(
    capsys: pytest.CaptureFixture[str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"  \n")))
    code, _, err = run(capsys, "noteer")
    assert code == 1
    assert "niets bewaard" in err
    assert not home.exists()


def test_search_folds_case_and_accents(capsys: pytest.CaptureFixture[str], written: Journal) -> None:
    assert "ongemarkeerde coördinatie" in run(capsys, "zoek", "COORDINATIE")[1]
    assert run(capsys, "zoek", "bestaatniet") == (0, "Niets gevonden.\n", "")


def test_export_takes_what_was_marked(capsys: pytest.CaptureFixture[str], written: Journal, tmp_path: Path) -> None:
    target = tmp_path / "mee.md"
    code, out, _ = run(capsys, "exporteer", "--formaat", "md", "--uitvoer", str(target))
    assert code == 0
    assert str(target) in out
    text = target.read_text("utf-8")
    assert "gemarkeerd antwoord" in text
    assert "ongemarkeerde" not in text
    assert "blijft altijd hier" not in text


def test_export_of_everything_leaves_out_what_may_never_leave(
    capsys: pytest.CaptureFixture[str], written: Journal, tmp_path: Path
) -> None:
    target = tmp_path / "alles.md"
    assert run(capsys, "exporteer", "--alles", "--uitvoer", str(target))[0] == 0
    text = target.read_text("utf-8")
    assert "gemarkeerd antwoord" in text
    assert "ongemarkeerde coördinatie" in text
    assert "blijft altijd hier" not in text


def test_export_by_id(capsys: pytest.CaptureFixture[str], written: Journal, tmp_path: Path) -> None:
    found = next(entry for entry in written.newest_first() if entry.text.startswith("ongemarkeerde"))
    target = tmp_path / "een.md"
    assert run(capsys, "exporteer", "--uitvoer", str(target), "--id", found.id)[0] == 0
    assert "ongemarkeerde" in target.read_text("utf-8")
    never = next(entry for entry in written.newest_first() if entry.text.startswith("blijft"))
    for wrong, said in ((never.id, "nooit mee"), ("bestaatniet", "geen stuk met id")):
        code, _, err = run(capsys, "exporteer", "--uitvoer", str(tmp_path / "nee.md"), "--id", wrong)
        assert code == 1
        assert said in err
    assert not (tmp_path / "nee.md").exists()


def test_export_replaces_nothing_unasked(capsys: pytest.CaptureFixture[str], written: Journal, tmp_path: Path) -> None:
    target = tmp_path / "mee.md"
    target.write_text("van iemand anders")
    code, _, err = run(capsys, "exporteer", "--uitvoer", str(target))
    assert code == 1
    assert "bestaat al" in err
    assert target.read_text() == "van iemand anders"
    assert run(capsys, "exporteer", "--uitvoer", str(target), "--overschrijf")[0] == 0
    assert "gemarkeerd antwoord" in target.read_text("utf-8")


@pytest.mark.parametrize(("name", "said"), [("er/is/niet.md", "bestaat niet"), (".", "is een map")])
def test_export_to_a_place_that_is_not_there(
    capsys: pytest.CaptureFixture[str], written: Journal, tmp_path: Path, name: str, said: str
) -> None:
    code, _, err = run(capsys, "exporteer", "--uitvoer", str(tmp_path / name))
    assert code == 1
    assert said in err


def test_export_with_nothing_marked(capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path) -> None:
    code, _, err = run(capsys, "exporteer", "--uitvoer", str(tmp_path / "leeg.md"))
    assert code == 1
    assert "niets om te delen" in err
    assert not home.exists()


def test_where_things_live(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    code, out, _ = run(capsys, "waar")
    assert code == 0
    assert str(home / "dagboek.json") in out
    assert "nog niet gemaakt" in out
    assert not home.exists()


def test_another_journal(capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path) -> None:
    other = tmp_path / "tweede.json"
    assert run(capsys, "noteer", "--journal", str(other), "in het tweede")[0] == 0
    assert "in het tweede" in run(capsys, "zoek", "--journal", str(other), "tweede")[1]
    assert "Niets gevonden" in run(capsys, "zoek", "tweede")[1]


@pytest.mark.parametrize("content", [b"", b"geen json", b"null", b"[1, 2]", b'{"_default": {"1": {"a": 1}}}'])
def test_a_journal_that_is_not_understood(
    capsys: pytest.CaptureFixture[str], places: Places, content: bytes, tmp_path: Path
) -> None:
    places.journal.parent.mkdir(parents=True)
    places.journal.write_bytes(content)
    for words in (("zoek", "iets"), ("exporteer", "--alles", "--uitvoer", str(tmp_path / "x.md"))):
        code, _, err = run(capsys, *words)
        assert code == 1
        assert str(places.journal) in err
    assert places.journal.read_bytes() == content


def test_checking_content(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out, _ = run(capsys, "inhoud", "controleer")
    assert code == 0
    for counted in ("sessies", "stappen", "casussen", "vragen", "woorden", "minuten"):
        assert counted in out
    code, out, err = run(capsys, "inhoud", "controleer", str(tmp_path))
    assert code == 1
    assert "overlay.yaml" in out + err


def test_making_content_of_ones_own(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder = tmp_path / "eigen"
    assert run(capsys, "inhoud", "nieuw", str(folder))[0] == 0
    assert run(capsys, "inhoud", "controleer", str(folder))[0] == 0
    before = set(folder.rglob("*.md"))
    assert run(capsys, "inhoud", "nieuw", str(folder))[0] == 0
    assert before < set(folder.rglob("*.md"))
    assert run(capsys, "inhoud", "controleer", str(folder))[0] == 0


@pytest.mark.parametrize(
    ("shell", "files"),
    [
        ("bash", "_shtab_compgen_files"),
        ("zsh", ":_files"),
        ("fish", "__fish_complete_path"),
        ("powershell", "_shtab_powershell_compgen_files"),
        ("tcsh", "f"),
    ],
)
def test_completion(capsys: pytest.CaptureFixture[str], shell: str, files: str) -> None:
    code, out, _ = run(capsys, "aanvullen", shell)
    assert code == 0
    assert "noteer" in out
    assert files in out
    assert "GENERATED" not in out and out.count("‘goedwerk handboek aanvullen’") == 1


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("goedwerk her", "herinner herstel"),
        ("goedwerk importeer dag", "dagboek.json"),
        ("goedwerk zoek --journal dag", "dagboek.json"),
        ("goedwerk herinner --planner sys", "systemd"),
    ],
)
def test_bash_completes(capsys: pytest.CaptureFixture[str], tmp_path: Path, typed: str, completed: str) -> None:
    (tmp_path / "dagboek.json").touch()
    (tmp_path / "aanvullen").write_text(run(capsys, "aanvullen", "bash")[1], "utf-8")
    words = typed.split()
    script = (
        f"source ./aanvullen; COMP_WORDS=({typed}); COMP_CWORD={len(words) - 1}; "
        f"$(complete -p goedwerk | sed 's/.*-F \\([^ ]*\\).*/\\1/') goedwerk {words[-1]}; echo ${{COMPREPLY[*]}}"
    )
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, cwd=tmp_path, check=True)
    assert sorted(done.stdout.split()) == completed.split(), done.stderr


def test_every_command_has_its_function() -> None:
    def runs(parser: ArgumentParser) -> Iterator[str]:
        yield parser.get_default("run")
        for action in parser._actions:  # pyright: ignore[reportPrivateUsage] - argparse tells it nowhere else
            for each in action.choices.values() if isinstance(action.choices, dict) else ():
                yield from runs(each)

    for each in set(runs(build_parser())):
        module, _, function = each.partition(":")
        assert callable(getattr(import_module(f"goedwerk_tui.commands.{module}"), function)), each


def test_the_man_page_is_that_of_the_parser() -> None:
    script = Path(__file__).parents[2] / "scripts" / "write_man_page.py"
    page: str = runpy.run_path(str(script))["man_page"]()
    target = script.parents[1] / "docs" / "goedwerk.1"
    assert target.read_text("utf-8") == page, "run python scripts/write_man_page.py"
    if shutil.which("groff"):
        shown = subprocess.run(
            ["groff", "-k", "-man", "-Tutf8", "-ww", "-P-cbou"], input=page.encode(), capture_output=True, check=True
        )
        assert shown.stderr == b""
        text = " ".join(shown.stdout.decode().split())
        assert "goedwerk inhoud uit-word" in text and "--journal BESTAND gebruik dit dagboek in plaats van" in text


@pytest.mark.parametrize(
    "words",
    [
        ["noteer", "x"],
        ["zoek", "x"],
        ["vraag"],
        ["waar"],
        ["waar", "--verslag"],
        ["handboek", "export"],
        ["exporteer", "--alles", "--uitvoer", "x.md"],
        ["inhoud", "controleer"],
    ],
)
def test_commands_do_not_import_textual(home: Path, tmp_path: Path, words: list[str]) -> None:
    program = (
        "import sys; from goedwerk_tui.commands import main\n"
        f"main({words!r})\n"
        "print('MODULES', *(m for m in ('textual', 'rich') if m in sys.modules))"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=True, input="")
    assert done.stdout.strip().endswith("MODULES")


def test_a_reader_that_stops_reading(home: Path, places: Places) -> None:
    journal = Journal.open(places)
    for number in range(400):
        journal.add(Kind.NOTE, f"notitie {number} " + "lang " * 40)
    command = f"{sys.executable} -m goedwerk_tui zoek notitie | head -n 1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert done.stderr == ""


def test_searching_says_which_draft_has_the_words_that_are_found_nowhere_else(
    capsys: pytest.CaptureFixture[str], places: Places
) -> None:
    note = Journal.open(places).add(Kind.NOTE, "Almere bleef wakker")
    Drafts.of(places).put(Draft(key="notitie", text="Zeewolde sliep", kind=Kind.NOTE, at=note.created))
    said = "Ze staan wel in wat half af is bij ‘Notitie’; op Thuis ga je daarmee verder."
    assert said in run(capsys, "zoek", "zeewolde", "sliep")[1]
    assert run(capsys, "zoek", "urk")[1] == "Niets gevonden.\n"
    assert "half af" not in run(capsys, "zoek", "wakker")[1]
