"""``goedwerk vraag`` and ``goedwerk herinner``."""

import io
import sys
from pathlib import Path

import pytest

from goedwerk_tui.base.places import Places
from goedwerk_tui.base.settings import Settings, write_settings
from goedwerk_tui.commands import main
from goedwerk_tui.guidance.rhythm import STEP
from goedwerk_tui.journal import Entry, Journal, Kind
from goedwerk_tui.programme import Pack


class Typing(io.TextIOWrapper):
    """Standard input with something in it; a terminal if it says so."""

    def __init__(self, text: str, *, terminal: bool = False) -> None:
        super().__init__(io.BytesIO(text.encode()), "utf-8")
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


@pytest.fixture(autouse=True)
def no_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An editor at a terminal: a script that does with the page what is written after its first line."""
    script = tmp_path / "mijn editor.py"
    monkeypatch.setenv("EDITOR", f"'{sys.executable}' '{script}'")
    monkeypatch.setattr(sys, "stdin", Typing("", terminal=True))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return script


PAGE = "import sys, pathlib; page = pathlib.Path(sys.argv[1]); text = page.read_text('utf-8')\n"


def pages(folder: Path) -> list[Path]:
    return list(folder.glob("goedwerk-*"))


def answers(places: Places) -> tuple[Entry, ...]:
    return Journal.open(places, read_only=True).newest_first(step=STEP)


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(words)
    shown = capsys.readouterr()
    return code, shown.out, shown.err


def test_the_question_is_answered_once(
    capsys: pytest.CaptureFixture[str], places: Places, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    Journal.open(places).add(Kind.NOTE, "begonnen")
    assert run(capsys, "herinner") == (0, "Goed Werk: er wacht deze week een vraag op je (goedwerk vraag).\n", "")
    monkeypatch.setattr(sys, "stdin", Typing("Toen het [stil] bleef.\n\nEn daarna.\n"))
    code, out, _ = run(capsys, "vraag")
    assert code == 0
    (kept,) = answers(places)
    assert kept.text == "Toen het [stil] bleef.\n\nEn daarna."
    assert kept.origin
    assert " ".join(out.split()).startswith(kept.origin.words)
    hint = next(each.hint for each in pack.prompts() if each.id == kept.origin.item)
    assert hint in " ".join(out.split())
    assert run(capsys, "herinner") == (0, "", "")
    assert "geen vraag meer" in run(capsys, "vraag")[1]
    assert len(answers(places)) == 1


def test_an_empty_answer_leaves_nothing(
    capsys: pytest.CaptureFixture[str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Typing(" \n\n"))
    code, out, _ = run(capsys, "vraag")
    assert code == 0
    assert "niets bewaard" in out
    assert not home.exists()


def test_nothing_is_said_before_the_start_or_when_it_is_off(
    capsys: pytest.CaptureFixture[str], places: Places, home: Path
) -> None:
    assert run(capsys, "herinner") == (0, "", "")
    assert not home.exists()
    Journal.open(places).add(Kind.NOTE, "begonnen")
    write_settings(places.settings, Settings(rhythm="uit"))
    assert run(capsys, "herinner") == (0, "", "")
    assert "staat uit" in run(capsys, "vraag")[1]


@pytest.mark.parametrize(
    ("does", "kept"),
    [
        ("page.write_text('Dit # dus\\n' + text, 'utf-8')", "Dit # dus"),
        ("page.write_text(text + 'Eronder', 'utf-8')", "Eronder"),
        ("page.write_text('Boven' + text + 'onder', 'utf-8')", "Boven\n\nonder"),
        ("page.write_bytes(b'Alleen dit \\xff\\r\\n')", "Alleen dit �"),
    ],
)
def test_it_is_answered_in_an_editor(
    capsys: pytest.CaptureFixture[str], places: Places, editor: Path, does: str, kept: str
) -> None:
    editor.write_text(PAGE + does, "utf-8")
    assert run(capsys, "vraag")[0] == 0
    assert [each.text for each in answers(places)] == [kept]
    assert pages(editor.parent) == []


@pytest.mark.parametrize("does", ["", "page.unlink()", "sys.exit(1)"])
def test_a_page_left_alone_leaves_nothing(
    capsys: pytest.CaptureFixture[str], home: Path, editor: Path, does: str
) -> None:
    editor.write_text(PAGE + does, "utf-8")
    code, _, err = run(capsys, "vraag")
    assert (code, "stopte met een fout" in err) == ((1, True) if "exit" in does else (0, False))
    assert not home.exists()
    assert pages(editor.parent) == []


def test_an_answer_that_can_not_be_kept_stays_where_it_was_written(
    capsys: pytest.CaptureFixture[str], home: Path, editor: Path
) -> None:
    home.mkdir()
    (home / "inbox").write_text("hier kan geen map komen")
    editor.write_text(PAGE + "page.write_text('niet kwijt' + text, 'utf-8')", "utf-8")
    code, _, err = run(capsys, "vraag")
    assert code == 1
    (folder,) = pages(editor.parent)
    assert str(folder / "antwoord.md") in err
    assert (folder / "antwoord.md").read_text("utf-8").startswith("niet kwijt")


def test_an_editor_that_is_not_there(
    capsys: pytest.CaptureFixture[str], home: Path, editor: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "bestaat-echt-niet")
    code, _, err = run(capsys, "vraag")
    assert code == 1
    assert "‘bestaat-echt-niet’ kon niet starten" in err
    assert pages(editor.parent) == []
