"""What is written goes where a person said, in the form that its name says, and never over what is ours or is read."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.command_line import run

from goedwerk_tui.base.places import Places
from goedwerk_tui.base.settings import Settings, write_settings
from goedwerk_tui.commands import main, output
from goedwerk_tui.commands.output import page_at
from goedwerk_tui.journal import Journal, Kind, Mark
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.journal.inbox import leave_note
from goedwerk_tui.programme.template import new_content
from goedwerk_tui.sharing.formats import Format


@pytest.fixture(autouse=True)
def journal(places: Places) -> Journal:
    """A journal with one marked note, and one file in each of our folders."""
    journal = Journal.open(places)
    journal.mark(journal.add(Kind.NOTE, "gemarkeerde notitie").id, Mark.BRING, True)
    Backups(places).rotate()
    Drafts(places.drafts).put(Draft(key="x", text="half", kind=Kind.NOTE, at=journal.now()))
    leave_note(places, "uit de inbox")
    write_settings(places.settings, Settings())
    places.names.write_text("Ank\n")
    places.state.mkdir(exist_ok=True)
    places.fault_report.write_text("fout")
    return journal


BEGINNINGS = {
    "md": b"# ",
    "txt": b"",
    "html": b"<!doctype html>",
    "htm": b"<!doctype html>",
    "docx": b"PK",
    "json": b"{",
}


@pytest.mark.parametrize("ending", [*BEGINNINGS, *(each.upper() for each in BEGINNINGS), "Html"])
def test_the_ending_says_the_form(capsys: pytest.CaptureFixture[str], tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"blad.{ending}"
    assert run(capsys, "exporteer", "--uitvoer", str(target))[0] == 0
    assert target.read_bytes().lower().startswith(BEGINNINGS[ending.lower()].lower())


@pytest.mark.parametrize("command", ["exporteer", "bundel", "verken --boekje", "verken --werkboek 1"])
@pytest.mark.parametrize("ending", ["odt", "doc", "rtf", "jsn", "xlsx", "docm", "pages", "x", "2026", "md.bak"])
def test_another_ending_is_refused_by_naming_the_six(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, command: str, ending: str
) -> None:
    target = tmp_path / f"blad.{ending}"
    words = command.split()
    if command == "bundel":
        words += [str(tmp_path / "a.json"), str(tmp_path / "b.json")]
    words += ["--uitvoer"] if command in ("bundel", "exporteer") else []
    code, _, err = run(capsys, *words, str(target))
    assert code == 1
    assert f"‘.{ending.rsplit('.', maxsplit=1)[-1]}’ kan Goed Werk niet maken" in err
    assert "Kies een naam op .docx, .pdf, .html, .txt, .json of .md." in err
    assert not target.exists()


def test_a_name_without_an_ending_is_markdown_and_a_form_that_is_named_wins(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run(capsys, "exporteer", "--uitvoer", str(tmp_path / "blad"))[0] == 0
    assert (tmp_path / "blad").read_text().startswith("# ")
    assert run(capsys, "exporteer", "--formaat", "html", "--uitvoer", str(tmp_path / "blad.text"))[0] == 0
    assert (tmp_path / "blad.text").read_text().startswith("<!doctype html>")


BEGINS = (b"# ", b"PK", b"{", b"<!doctype", b"BEGIN:VCALENDAR")


@pytest.mark.parametrize(
    ("words", "target"), [(("exporteer",), "-"), (("exporteer", "--formaat", "docx"), "/dev/fd/1")]
)
def test_standard_output_gets_the_document_and_nothing_else(
    home: Path, tmp_path: Path, words: tuple[str, ...], target: str
) -> None:
    command = [sys.executable, "-m", "goedwerk_tui", *words, "--uitvoer", target]
    into_pipe = subprocess.run(command, capture_output=True, cwd=tmp_path, check=False)
    file = tmp_path / "uit"
    with file.open("wb") as out:
        into_file = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, cwd=tmp_path, check=False)
    for ended, written in ((into_pipe, into_pipe.stdout), (into_file, file.read_bytes())):
        assert ended.returncode == 0, ended.stderr
        assert written.startswith(BEGINS)
        assert "standaarduitvoer" in ended.stderr.decode()
    assert not (tmp_path / "-").exists()


@pytest.mark.parametrize(
    ("words", "target"),
    [
        (("exporteer",), "/dev/stdout"),
        (("exporteer", "--soort", "dagboek", "--formaat", "json"), "-"),
        (("agenda",), "/dev/stdout"),
    ],
)
def test_every_command_that_writes_knows_standard_output(
    capsysbinary: pytest.CaptureFixture[bytes], words: tuple[str, ...], target: str
) -> None:
    assert main([*words, "--uitvoer", target]) == 0
    written, told = capsysbinary.readouterr()
    assert written.startswith(BEGINS)
    assert "standaarduitvoer" in told.decode()


@pytest.mark.parametrize(
    ("named", "found"),
    [
        ("-", ("-", Format.WEB_PAGE)),
        ("/dev/stdout", ("/dev/stdout", Format.WEB_PAGE)),
        pytest.param(
            "pijp", ("pijp", Format.WEB_PAGE), marks=pytest.mark.skipif(sys.platform == "win32", reason="no pipes")
        ),
        ("boekje", ("boekje.html", Format.WEB_PAGE)),
        ("boekje.docx", ("boekje.docx", Format.WORD)),
    ],
)
def test_a_page_gets_its_ending_where_that_is_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str, found: tuple[str, Format]
) -> None:
    monkeypatch.chdir(tmp_path)
    if named == "pijp":
        os.mkfifo(named)
    assert page_at(Path(named)) == (Path(found[0]), found[1])


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="needs a device")
def test_a_device_or_a_pipe_takes_it(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(capsys, "exporteer", "--formaat", "md", "--uitvoer", "/dev/null")[0] == 0
    pipe = tmp_path / "pijp"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        assert run(capsys, "exporteer", "--uitvoer", str(pipe))[0] == 0
        assert reader.stdout is not None
        assert reader.stdout.read().startswith(b"# ")
    assert pipe.is_fifo()


OURS: dict[str, Callable[[Places], Path]] = {
    "journal": lambda places: places.journal,
    "settings": lambda places: places.settings,
    "names": lambda places: places.names,
    "backup": lambda places: next(places.backups.iterdir()),
    "draft": lambda places: next(places.drafts.iterdir()),
    "inbox": lambda places: next(places.inbox.iterdir()),
    "new in the inbox": lambda places: places.inbox / "nieuw.json",
    "new among the backups": lambda places: places.backups / "nieuw.md",
    "state": lambda places: places.fault_report,
    "copy elsewhere": lambda places: _copied(places, places.journal.parent.parent / "kopie.json"),
    "by a link": lambda places: _linked(places.journal, symbolic=True),
    "by a hard link": lambda places: _linked(places.journal, symbolic=False),
    "by a detour": lambda places: places.inbox / ".." / places.journal.name,
}


def _copied(places: Places, copy: Path) -> Path:
    copy.write_bytes(places.journal.read_bytes())
    return copy


def _linked(path: Path, *, symbolic: bool) -> Path:
    link = path.parent.parent / "koppeling.md"
    link.symlink_to(path) if symbolic else link.hardlink_to(path)
    return link


@pytest.mark.parametrize("ours", OURS.values(), ids=list(OURS))
@pytest.mark.parametrize(
    "words",
    [
        "exporteer --formaat md --uitvoer",
        "exporteer --soort dagboek --formaat json --uitvoer",
        "verken --boekje",
        "verken --werkboek 1",
        "bundel a.json b.json --formaat md --uitvoer",
        "agenda --uitvoer",
    ],
)
def test_what_is_ours_is_never_replaced(
    capsys: pytest.CaptureFixture[str], places: Places, words: str, ours: Callable[[Places], Path]
) -> None:
    target = ours(places)
    run(capsys, "zoek", "iets")  # takes in what waited, as any command that reads does
    before = target.read_bytes() if target.exists() else None
    code, _, err = run(capsys, *words.split(), str(target), "--overschrijf")
    assert code == 1
    assert "van Goed Werk zelf" in err
    assert "Er is niets geschreven." in err
    assert (target.read_bytes() if target.exists() else None) == before


@pytest.mark.parametrize("form", ["same", "link", "detour"])
def test_an_input_is_never_replaced(capsys: pytest.CaptureFixture[str], tmp_path: Path, form: str) -> None:
    one, two = tmp_path / "an.json", tmp_path / "bo.json"
    assert run(capsys, "exporteer", "--uitvoer", str(one))[0] == 0
    assert run(capsys, "exporteer", "--alles", "--naam", "Bo", "--uitvoer", str(two))[0] == 0
    before = two.read_bytes()
    target = {"same": two, "link": tmp_path / "naar.json", "detour": tmp_path / "x" / ".." / "bo.json"}[form]
    (tmp_path / "x").mkdir()
    if form == "link":
        target.symlink_to(two)
    code, _, err = run(capsys, "bundel", str(one), str(two), "--uitvoer", str(target), "--overschrijf")
    assert code == 1
    assert "een van de bestanden waar dit uit komt" in err
    assert two.read_bytes() == before
    code, _, err = run(
        capsys, "exporteer", "--uitvoer", str(two), "--sjabloon", str(two), "--formaat", "docx", "--overschrijf"
    )
    assert code == 1
    assert two.read_bytes() == before


def test_content_is_never_replaced_by_a_booklet_of_it(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder = tmp_path / "eigen"
    new_content(folder)
    step = next(folder.glob("*.md"))
    before = step.read_bytes()
    words = ("verken", "--content", str(folder), "--overschrijf", "--boekje")
    code, _, err = run(capsys, *words, str(step))
    assert code == 1
    assert "een van de bestanden waar dit uit komt" in err
    assert step.read_bytes() == before
    assert run(capsys, *words, str(folder / "boekje.html"))[0] == 0


@pytest.mark.parametrize("target", ["elders.md", "map/../elders.md", "\0", "", "x" * 5000])
def test_again_only_to_where_this_machine_chose(
    capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    monkeypatch.chdir(tmp_path)
    chosen = tmp_path / "gekozen.md"
    assert run(capsys, "exporteer", "--uitvoer", str(chosen))[0] == 0
    assert run(capsys, "exporteer", "--herhaal", "--overschrijf")[0] == 0
    journal = Journal.open(places)
    last = journal.newest_first(kinds=[Kind.LOG])[0]
    assert last.data is not None
    other = str(tmp_path / target) if target.endswith("elders.md") else target
    journal.add(Kind.LOG, "van een ander", data={"export": {**last.data["export"], "target": other}})
    code, _, err = run(capsys, "exporteer", "--herhaal", "--overschrijf")
    assert code == 1
    assert "niet op deze computer gekozen" in err
    assert not (tmp_path / "elders.md").exists()
    assert run(capsys, "exporteer", "--herhaal", "--uitvoer", str(tmp_path / "elders.md"))[0] == 0
    assert (tmp_path / "elders.md").exists()


@pytest.mark.parametrize("agreed", [False, True])
def test_a_file_that_appears_while_it_is_made_is_replaced_only_when_agreed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, agreed: bool
) -> None:
    target, render = tmp_path / "blad.md", output.render

    def slowly(*what: Any) -> Any:
        target.write_text("van een ander")
        return render(*what)

    monkeypatch.setattr(output, "render", slowly)
    code, _, err = run(capsys, "exporteer", "--uitvoer", str(target), *(["--overschrijf"] if agreed else []))
    assert (code == 0) is agreed
    assert ("zet --overschrijf achter de opdracht" in err) is not agreed
    assert (target.read_text("utf-8") == "van een ander") is not agreed
    assert list(tmp_path.glob("*blad*")) == [target]
