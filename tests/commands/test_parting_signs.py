"""A form feed, a vertical tab and their like part words: no way in glues these together."""

import io
import json
from pathlib import Path

import pytest
from support.command_line import run
from support.driver import running

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.journal.exchange import to_json
from goedwerk_tui.journal.inbox import leave_note


@pytest.fixture(params=["\f", "\v", "\x85", "\u2028", "\x1c", "\x1f"], ids=ascii)
def written(request: pytest.FixtureRequest) -> str:
    return request.param.join(("een", "twee", "drie"))


def words(places: Places) -> list[str]:
    journal = Journal.open(places)
    journal.take_inbox()
    (entry,) = (each for each in journal.newest_first() if each.kind in (Kind.NOTE, Kind.ANSWER))
    return entry.text.split()


def pipe(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode()), "utf-8"))


@pytest.mark.parametrize("how", ["argument", "pipe"])
def test_a_note(
    capsys: pytest.CaptureFixture[str], places: Places, monkeypatch: pytest.MonkeyPatch, written: str, how: str
) -> None:
    pipe(monkeypatch, written)
    assert run(capsys, "noteer", *([written] if how == "argument" else []))[0] == 0
    assert words(places) == ["een", "twee", "drie"]


def test_an_answer_to_the_question_of_the_week(
    capsys: pytest.CaptureFixture[str], places: Places, monkeypatch: pytest.MonkeyPatch, written: str
) -> None:
    Journal.open(places).set_position("een-stoel-erbij", "a")
    pipe(monkeypatch, written)
    assert run(capsys, "vraag")[0] == 0
    assert words(places) == ["een", "twee", "drie"]


def test_a_note_in_the_inbox_that_another_program_wrote(places: Places, written: str) -> None:
    left = leave_note(places, "TEKST")
    path = places.inbox / f"{left.id}.json"
    path.write_text(path.read_text("utf-8").replace('"TEKST"', json.dumps(written)), "utf-8")
    assert words(places) == ["een", "twee", "drie"]


def test_an_import(
    capsys: pytest.CaptureFixture[str],
    places: Places,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    written: str,
) -> None:
    other = Journal.in_memory()
    other.add(Kind.NOTE, "TEKST")
    brought = tmp_path / "ander.json"
    brought.write_text(to_json(other).decode().replace('"TEKST"', json.dumps(written)), "utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO("ja\n"))
    assert run(capsys, "importeer", "--ook-ander", str(brought))[0] == 0
    assert words(places) == ["een", "twee", "drie"]


async def test_a_paste(places: Places, written: str) -> None:
    Journal.open(places).set_position("een-stoel-erbij", "a")
    async with running(places) as app:
        await app.press("1", "n")
        await app.paste(written)
        await app.press("escape")
    assert words(places) == ["een", "twee", "drie"]
