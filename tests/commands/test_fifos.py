"""What is no file with an end, a FIFO above all, is never waited for."""

import io
import os
import shlex
from pathlib import Path

import pytest
from support.command_line import run

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal, Kind

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs on this system"),
    pytest.mark.timeout(30),
]


@pytest.fixture(autouse=True)
def nothing_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"alles wissen\n")))


@pytest.mark.parametrize("words", ["waar", "zoek x", "herstel", "herinner", "wissen", "exporteer --uitvoer uit.md"])
def test_a_journal_that_is_a_fifo_is_not_waited_for(
    capsys: pytest.CaptureFixture[str], places: Places, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    places.journal.parent.mkdir()
    os.mkfifo(places.journal)
    _, out, err = run(capsys, *shlex.split(words))
    assert "het is geen gewoon bestand" in out + err or words in ("waar", "herinner")


def test_a_fifo_beside_the_journal_is_not_waited_for(
    capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path
) -> None:
    Journal.open(places).add(Kind.NOTE, "een notitie")
    for name in ("dagboek-LAPTOP.json", "inbox/x.json", "reservekopieen/dagboek-20261124T100000000000Z-dag.json"):
        path = places.journal.parent / name
        path.parent.mkdir(exist_ok=True)
        os.mkfifo(path)
    target = tmp_path / "uit.md"
    os.mkfifo(tmp_path / "pijp.json")
    for words in (["waar"], ["zoek", "notitie"], ["herstel"], ["exporteer", "--alles", "--uitvoer", str(target)]):
        run(capsys, *words)
    assert "een notitie" in target.read_text("utf-8")


@pytest.mark.parametrize(
    "words",
    ["inhoud kies pijp", "waar --content pijp", "inhoud uit-word pijp", "inhoud nieuw map", "inhoud controleer pijp"],
)
def test_content_that_is_a_fifo_is_not_waited_for(
    capsys: pytest.CaptureFixture[str], home: Path, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pijp")
    Path("map").mkdir()
    os.mkfifo("map/overlay.yaml")
    code, out, err = run(capsys, *shlex.split(words))
    assert (code == 1 and out + err) or words.startswith("waar")
