"""What somebody else wrote can't steer the terminal, wherever it comes in."""

import io
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from support.command_line import run
from support.terminal import CTRL_Q, ENTER, Terminal

from goedwerk_tui.base.places import Places
from goedwerk_tui.base.text import unsafe_sign
from goedwerk_tui.journal import Journal, Kind, Origin
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.journal.exchange import to_json
from goedwerk_tui.journal.inbox import leave_note
from goedwerk_tui.programme.template import new_content

CODES = {
    "clipboard": "\x1b]52;c;ZXZpbA==\x07",
    "clear": "\x1b[2J\x1b[H",
    "title": "\x1b]0;anders\x1b\\",
    "eight bits": "\x9b2J",
    "backspace": "\b\b\b",
    "return": "\rweg",
    "delete": "\x7f",
    "backwards": "\u202egnikkort",
    "isolate": "\u2066x\u2069",
}
MARK = "vindmij"


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is named without a folder lies there, and nowhere else."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture(params=CODES.values(), ids=list(CODES))
def hostile(request: pytest.FixtureRequest) -> str:
    return f"{MARK} {request.param} rest"


def _written(places: Places, hostile: str) -> Journal:
    journal = Journal.open(places)
    origin = Origin("p", "opening", "stap", "vraag", "OPENING", "STAP", "WOORDEN")
    journal.add(Kind.ANSWER, "TEKST", origin=origin, data={"option": "a", "option_text": "OPTIE"})
    for name in ("OPENING", "STAP", "WOORDEN", "TEKST", "OPTIE"):
        _replace(places.journal, name, hostile)
    return journal


def _replace(path: Path, name: str, hostile: str) -> None:
    """Put a hostile text into a file, as another program would."""
    path.write_text(path.read_text().replace(json.dumps(name), json.dumps(hostile)))


def in_the_journal(places: Places, hostile: str, _: Path) -> None:
    _written(places, hostile)


def in_the_inbox(places: Places, hostile: str, _: Path) -> None:
    left = leave_note(places, "TEKST")
    _replace(places.inbox / f"{left.id}.json", "TEKST", hostile)


def imported(places: Places, hostile: str, folder: Path) -> None:
    journal = _written(places, hostile)
    export = folder / "export.json"
    export.write_bytes(to_json(journal))
    for name in ("OPENING", "STAP", "WOORDEN", "TEKST", "OPTIE"):
        _replace(export, name, hostile)
    places.journal.unlink()
    assert main_in_silence("importeer", str(export)) == 0


def merged(places: Places, hostile: str, folder: Path) -> None:
    _written(places, hostile)
    copy = folder / "kopie.json"
    places.journal.rename(copy)
    assert main_in_silence("samenvoegen", "--ook-ander", str(copy)) == 0


def main_in_silence(*words: str) -> int:
    from goedwerk_tui.commands import main

    return main(words)


@pytest.mark.parametrize("comes_in", [in_the_journal, in_the_inbox, imported, merged])
def test_text_of_others_is_shown_without_its_codes(
    comes_in: Callable[[Places, str, Path], None],
    hostile: str,
    places: Places,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    comes_in(places, hostile, tmp_path)
    capsys.readouterr()
    code, out, err = run(capsys, "zoek", MARK)
    assert code == 0
    assert MARK in out
    assert unsafe_sign(out + err) is None
    kept = next(iter(Journal.open(places, read_only=True).newest_first()))
    assert unsafe_sign(kept.text) is None
    assert kept.data is None or unsafe_sign(kept.data["option_text"]) is None


def test_a_draft_of_another_program_is_clean(places: Places, hostile: str) -> None:
    drafts = Drafts(places.drafts)
    journal = Journal.in_memory()
    drafts.put(Draft(key="sleutel", text="TEKST", kind=Kind.NOTE, at=journal.now()))
    _replace(next(places.drafts.iterdir()), "TEKST", hostile)
    draft = drafts.get("sleutel")
    assert draft is not None
    assert draft.text.startswith(MARK)
    assert unsafe_sign(draft.text) is None


@pytest.mark.parametrize(
    "words",
    [
        ("noteer", "--journal", "{}/x.json", "tekst"),
        ("exporteer", "--uitvoer", "{}"),
        ("zoek", "--journal", "{}", "x"),
        ("importeer", "{}"),
        ("samenvoegen", "{}"),
        ("bundel", "{}", "{}", "--uitvoer", "uit.html"),
        ("inzicht", "{}"),
        ("herstel", "{}"),
        ("inhoud", "controleer", "{}"),
        ("inhoud", "nieuw", "{}/a/b/c"),
        ("agenda", "--uitvoer", "x.ics", "--tijd", "{}"),
        ("exporteer", "--id", "{}", "--uitvoer", "x.md"),
        ("waar", "--content", "{}"),
        ("{}",),
        ("waar", "{}"),
    ],
)
def test_words_of_a_command_are_quoted_without_their_codes(
    words: tuple[str, ...], hostile: str, home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, err = run(capsys, *(each.replace("{}", hostile) for each in words))
    assert unsafe_sign(out + err) is None


@pytest.mark.parametrize("field", ["title: ", "id: ", "add: ", "zz: ", "? "])
@pytest.mark.parametrize("escape", [r"\e]0;x\a", r"\x9b2J", r"\u202e", r"\x7f", r"\0", r"\u2066"])
def test_codes_in_content_are_named_and_never_shown(
    field: str, escape: str, home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "eigen"
    new_content(folder)
    overlay = folder / "overlay.yaml"
    overlay.write_text(f'{overlay.read_text()}\n{field}"{escape}"\n')
    code, out, err = run(capsys, "inhoud", "controleer", str(folder))
    assert code == 1
    assert "een onzichtbaar stuurteken (U+" in out
    assert unsafe_sign(out + err) is None


def test_codes_in_the_text_of_content_are_named(
    hostile: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if "\r" in hostile:
        pytest.skip("a carriage return is a line end there")
    folder = tmp_path / "eigen"
    new_content(folder)
    step = next(folder.glob("*.md"))
    step.write_text(f"{step.read_text()}\n{hostile}\n")
    code, out, _ = run(capsys, "inhoud", "controleer", str(folder))
    assert code == 1
    assert "een onzichtbaar stuurteken (U+" in out
    assert unsafe_sign(out) is None


def test_names_of_files_are_shown_without_their_codes(
    hostile: str, places: Places, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "eigen"
    new_content(folder)
    (folder / f"{hostile}.md").write_text("geen stap")
    Journal.open(places).add(Kind.NOTE, "iets")
    (places.journal.parent / f"{hostile}.json").write_bytes(places.journal.read_bytes())
    for words in (("inhoud", "controleer", str(folder)), ("herstel",), ("waar",)):
        _, out, err = run(capsys, *words)
        assert unsafe_sign(out + err) is None


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_text_of_others_reaches_no_terminal_as_codes_in_the_app(places: Places, home: Path) -> None:
    evil = "vindmij \x1b]52;c;ZXZpbA==\x07 \x1b[2J\x1b[31m \x9b2J \u202eom rest"
    _written(places, evil)
    left = leave_note(places, "TEKST")
    _replace(places.inbox / f"{left.id}.json", "TEKST", evil)
    (places.inbox / "kapot\x1b]52;c;ZXZpbA==\x07.json").write_text("{")
    folder = home / "eigen"
    new_content(folder)
    overlay = folder / "overlay.yaml"
    overlay.write_text(overlay.read_text().replace("title: Eigen", r'title: "\e]52;c;ZXZpbA==\a"  # '))
    places.settings.write_text(json.dumps({"content": str(folder)}))
    terminal = Terminal(home=home)
    terminal.process.logfile_read = sent = io.BytesIO()
    terminal.wait_for("stuurteken")
    terminal.press("3")
    terminal.wait_for("vindmij")
    terminal.press(ENTER)
    terminal.wait_for("Geschreven op")
    terminal.press(CTRL_Q)
    terminal.read(1)
    terminal.process.close(force=True)
    for code in (b"\x1b]52", b"\x1b[2J\x1b[31m", "\x9b".encode(), "\u202e".encode()):
        assert code not in sent.getvalue()
