"""What a person's own editor leaves beside an answer when it did not end well."""

import io
import shlex
import sys
from pathlib import Path

import pytest
from support.command_line import run
from support.driver import running

from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.reminders import rhythm
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.journal.drafts import Drafts
from goedwerk_tui.journal.editor_files import EditorFile, take_up_pages
from goedwerk_tui.programme import Pack

PAGE = "import os, pathlib, sys\npage = pathlib.Path(sys.argv[-1])\ntext = page.read_text('utf-8')\n"
LEAVES = "page.with_name('.antwoord.md.swp').write_text('WOLF alleen hier')\n"
ENDS = ["sys.exit(1)", "os.kill(os.getpid(), 9)"]


class Terminal(io.TextIOWrapper):
    """Standard input of a terminal at which nothing is typed."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), "utf-8")

    def isatty(self) -> bool:
        return True


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    script = tmp_path / "editor.py"
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setenv("VISUAL", shlex.join([sys.executable, str(script)]))
    return script


@pytest.fixture
def journal(places: Places) -> Journal:
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "begonnen")
    return journal


def left(places: Places) -> list[Path]:
    return sorted(places.state.rglob(".antwoord.md.swp"))


@pytest.mark.parametrize("writes", ["", "page.write_text('half' + text, 'utf-8')\n"])
@pytest.mark.parametrize("ends", ENDS)
async def test_a_recovery_file_stays_and_is_named_then_and_once_more(
    capsys: pytest.CaptureFixture[str], places: Places, journal: Journal, editor: Path, ends: str, writes: str
) -> None:
    editor.write_text(PAGE + writes + LEAVES + ends, "utf-8")
    code, _, err = run(capsys, "vraag")
    (recovery,) = left(places)
    assert code == 1 and str(recovery) in err and "vim -r" in err
    assert recovery.read_text() == "WOLF alleen hier"
    async with running(places) as app:
        assert recovery.name in app.said
    async with running(places) as app:
        assert recovery.name not in app.said
    assert left(places) == [recovery]
    assert [each.text for each in Drafts.of(places).all()] == (["half"] if writes else [])


def test_it_is_named_at_the_next_question_when_the_command_was_killed(
    capsys: pytest.CaptureFixture[str], places: Places, pack: Pack, journal: Journal, editor: Path
) -> None:
    page = EditorFile.begin(places, rhythm.origin_of(pack.prompts()[0], pack), "Wat?", "half")
    page.path.with_name(".antwoord.md.swp").write_text("WOLF alleen hier")
    del page
    editor.write_text(PAGE + "page.write_text('heel' + text, 'utf-8')", "utf-8")
    code, out, _ = run(capsys, "vraag")
    (recovery,) = left(places)
    assert code == 0 and str(recovery) in out
    assert str(recovery) not in run(capsys, "vraag")[1]


def test_what_is_read_back_on_the_page_is_gone_on_with(
    capsys: pytest.CaptureFixture[str], places: Places, journal: Journal, editor: Path
) -> None:
    editor.write_text(PAGE + "page.write_text('half' + text, 'utf-8')\n" + LEAVES + ENDS[0], "utf-8")
    run(capsys, "vraag")
    (recovery,) = left(places)
    page = recovery.with_name("antwoord.md")
    page.write_text(page.read_text("utf-8").replace("half", "half en WOLF", 1), "utf-8")
    recovery.unlink()
    editor.write_text(PAGE + "assert 'half en WOLF' in text; page.write_text('heel ' + text, 'utf-8')", "utf-8")
    assert run(capsys, "vraag")[0] == 0
    assert not page.exists() and Drafts.of(places).all() == ()


def test_after_an_answer_that_was_kept_nothing_stays(
    capsys: pytest.CaptureFixture[str], places: Places, journal: Journal, editor: Path
) -> None:
    ends_well = "page.write_text('heel' + text, 'utf-8'); page.with_name('antwoord.md~').write_text(text)"
    editor.write_text(PAGE + ends_well, "utf-8")
    assert run(capsys, "vraag")[0] == 0
    assert list(places.state.rglob("antwoord*")) == []


def test_wiping_everything_takes_it_along(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    places: Places,
    journal: Journal,
    editor: Path,
) -> None:
    editor.write_text(PAGE + LEAVES + ENDS[0], "utf-8")
    run(capsys, "vraag")
    assert left(places)
    monkeypatch.setattr(sys, "stdin", io.StringIO("alles wissen\n"))
    assert run(capsys, "wissen")[0] == 0
    assert left(places) == []


def test_wiping_the_answer_takes_the_page_and_names_what_the_editor_left(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    places: Places,
    journal: Journal,
    editor: Path,
) -> None:
    editor.write_text(PAGE + "page.write_text('halfwoord' + text, 'utf-8')\n" + LEAVES + ENDS[0], "utf-8")
    run(capsys, "vraag")
    editor.write_text(PAGE + "page.write_text('heel ' + text, 'utf-8')", "utf-8")
    assert run(capsys, "vraag")[0] == 0
    (answer,) = Journal.open(places).newest_first(kinds=[Kind.ANSWER])
    assert "halfwoord" in answer.text
    (recovery,) = left(places)
    page = recovery.with_name("antwoord.md")
    assert "halfwoord" in page.read_text("utf-8")
    monkeypatch.setattr(sys, "stdin", io.StringIO("wissen\n"))
    code, out, _ = run(capsys, "wissen", "--id", answer.id)
    assert code == 0 and str(recovery) in out
    assert not page.exists() and recovery.read_text() == "WOLF alleen hier"
    files = [each for each in places.journal.parent.rglob("*") if each.is_file()]
    assert not [each for each in files if b"halfwoord" in each.read_bytes()]
    page.write_text("WOLF alleen hier", "utf-8")
    take_up_pages(places)
    assert [each.text for each in Drafts.of(places).all()] == ["WOLF alleen hier"]
