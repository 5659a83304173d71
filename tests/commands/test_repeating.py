"""An export made again: of what is marked now, with the same words replaced, or not at all."""

import io
import sys
from pathlib import Path

import pytest
from support.command_line import run
from support.driver import running

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal, Kind, Mark
from goedwerk_tui.journal.erasure import wipe
from goedwerk_tui.journal.machine_files import machine_files


class Terminal(io.StringIO):
    """Somebody who types."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def journal(places: Places) -> Journal:
    """A journal with a name in what is marked."""
    journal = Journal.open(places)
    journal.mark(journal.add(Kind.NOTE, "Minister Jansen loog, zei O’Neill.").id, Mark.BRING, True)
    journal.add(Kind.NOTE, "nooit gemerkt")
    return journal


def _export(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    code, out, err = run(capsys, "exporteer", *words, "--uitvoer", "-")
    return out if code == 0 else err


WAYS = {
    "replaced": ["--vervang", "Jansen=een collega", "--vervang", "O'Neill="],
    "replaced and named": ["--vervang", "jansen=een collega", "--vervang", "O'Neill=x", "--naam", "Ria"],
    "named": ["--naam", "Ria"],
}


@pytest.mark.parametrize(
    ("way", "form"),
    [("replaced", "html"), ("replaced and named", "md"), ("replaced and named", "json"), ("named", "txt")],
)
def test_it_is_made_again_as_it_was_asked_for(
    capsys: pytest.CaptureFixture[str], journal: Journal, way: str, form: str
) -> None:
    first = _export(capsys, *WAYS[way], "--formaat", form)
    for _ in range(2):  # the second repeats what was repeated
        again = _export(capsys, "--herhaal")
        for words in ("Jansen", "Neill", "een collega", "Ria"):
            assert (words in again) is (words in first), words
    assert "Els" in _export(capsys, "--herhaal", "--naam", "Els")
    assert "Els" in _export(capsys, "--herhaal")


def test_what_is_replaced_now_goes_with_what_was_replaced_before(
    capsys: pytest.CaptureFixture[str], journal: Journal
) -> None:
    _export(capsys, "--vervang", "Jansen=een collega")
    again = _export(capsys, "--herhaal", "--vervang", "loog=vergiste zich")
    assert "een collega vergiste zich" in again and "Jansen" not in again


@pytest.mark.parametrize("lost", ["wiped", "another machine", "an older log"])
def test_where_it_is_not_known_what_was_replaced_nothing_leaves(
    capsys: pytest.CaptureFixture[str], journal: Journal, places: Places, lost: str
) -> None:
    _export(capsys, "--vervang", "Jansen=een collega")
    journal.refresh()
    match lost:
        case "wiped":
            wipe(journal, [journal.add(Kind.NOTE, "weg ermee").id])
            assert not machine_files(places).last_export.exists()
        case "another machine":
            machine_files(places).last_export.unlink()
        case _:
            _export(capsys)
            journal.take_inbox()
            places.journal.write_bytes(places.journal.read_bytes().replace(b',"plain":true', b""))
    said = _export(capsys, "--herhaal")
    assert "hier niet bekend" in said and "Er is niets geschreven" in said and "Jansen" not in said


@pytest.mark.parametrize("first", [["--alles"], ["--id"]])
def test_what_is_not_marked_now_goes_along_only_when_that_is_said(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, journal: Journal, first: list[str]
) -> None:
    ids = [each.id for each in journal.newest_first()] if first == ["--id"] else []
    assert "nooit gemerkt" in _export(capsys, *first, *ids)
    journal.add(Kind.NOTE, "later, en nooit gemerkt")
    again = _export(capsys, "--herhaal")
    assert "Jansen" in again and "nooit gemerkt" not in again
    for number, (typed, goes_along) in enumerate([("", False), ("ja\n", True)]):
        _export(capsys, *first, *ids)
        monkeypatch.setattr(sys, "stdin", Terminal(typed))
        code, out, err = run(capsys, "exporteer", "--herhaal", "--uitvoer", "-")
        assert code == 0 and "neem je niet mee" in err, number
        assert ("nooit gemerkt" in out) is goes_along
    assert "nooit gemerkt" in _export(capsys, "--herhaal", "--alles")


def test_what_does_not_go_with_making_it_again_is_refused(capsys: pytest.CaptureFixture[str], journal: Journal) -> None:
    _export(capsys)
    for more in (["--soort", "visie"], ["--nieuw"], ["--meenemen"], ["--id", "x"], ["--casus", "x"]):
        assert "hoort daar niet bij" in _export(capsys, "--herhaal", *more)


def test_looking_over_needs_no_file(capsys: pytest.CaptureFixture[str], journal: Journal) -> None:
    code, out, _ = run(capsys, "exporteer", "--kijk-na")
    assert code == 0 and "Jansen" in out
    _export(capsys, "--vervang", "Jansen=een collega")
    code, out, _ = run(capsys, "exporteer", "--herhaal", "--kijk-na")
    assert code == 0 and "Jansen" not in out and "Neill" in out


async def test_in_the_app_it_is_replaced_again_too(
    capsys: pytest.CaptureFixture[str], journal: Journal, places: Places, tmp_path: Path
) -> None:
    _export(capsys, "--vervang", "Jansen=een collega", "--naam", "Ria")
    target = tmp_path / "weer.md"
    async with running(places) as app:
        await app.press("5", "ctrl+e")
        assert "is weer zo" in app.said
        await app.press("enter")
        assert "een collega" in app.text and "Jansen" not in app.text and "Ria" in app.text
        await app.press("s", "ctrl+a")
        await app.paste(str(target))
        await app.press("enter")
        machine_files(places).last_export.unlink()
        await app.press("escape", "5", "ctrl+u", "ctrl+e")
        assert "hier niet bekend" in app.said and "aangevinkt:" not in app.words
    assert "Jansen" not in target.read_text("utf-8")


def test_the_name_of_the_file_says_what_it_becomes_and_what_is_there_is_replaced_as_it_says(
    capsys: pytest.CaptureFixture[str], journal: Journal, tmp_path: Path
) -> None:
    word, page = tmp_path / "blad.docx", tmp_path / "blad.html"
    assert run(capsys, "exporteer", "--uitvoer", str(word))[0] == 0
    code, _, err = run(capsys, "exporteer", "--herhaal")
    assert (code, "--overschrijf" in err) == (1, True)
    assert run(capsys, "exporteer", "--herhaal", "--overschrijf")[0] == 0
    assert run(capsys, "exporteer", "--herhaal", "--uitvoer", str(page))[0] == 0
    assert page.read_bytes().startswith(b"<!doctype html>") and word.read_bytes().startswith(b"PK")


@pytest.mark.parametrize("words", [("exporteer",), ("exporteer", "--herhaal")], ids=" ".join)
def test_a_file_never_has_another_form_than_its_name_says(
    capsys: pytest.CaptureFixture[str], journal: Journal, tmp_path: Path, words: tuple[str, ...]
) -> None:
    _export(capsys)
    target = tmp_path / "blad.pdf"
    code, _, err = run(capsys, *words, "--formaat", "docx", "--uitvoer", str(target))
    assert code == 1
    assert "eindigt op .pdf, en --formaat vraagt om docx" in err and "Er is niets geschreven" in err
    assert not target.exists()
