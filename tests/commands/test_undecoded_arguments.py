"""Text on the command line of which the system could make no letters is read by its bytes: no letter is lost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.command_line import run

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal, Kind

if sys.platform == "win32":
    pytest.skip("Windows gives letters, and no bytes", allow_module_level=True)

CAFE = os.fsdecode("café met Renée".encode("windows-1252"))


def test_a_note(capsys: pytest.CaptureFixture[str], places: Places) -> None:
    code, _, said = run(capsys, "noteer", CAFE)
    assert code == 0 and "‘café met Renée’ is geen UTF-8. Het is gelezen als Windows-1252" in said
    assert [each.text for each in Journal.open(places).newest_first()] == ["café met Renée"]


def test_what_is_looked_for(capsys: pytest.CaptureFixture[str], places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "café met Renée")
    assert "1 stuk gevonden" in run(capsys, "zoek", CAFE.split()[0])[1]


def test_a_name_and_what_is_replaced(capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path) -> None:
    Journal.open(places).add(Kind.NOTE, "café met Renée")
    out = tmp_path / "uit.txt"
    name = os.fsdecode("Zoë".encode("windows-1252"))
    replaced = f"{CAFE.split()[2]}={name}"
    done = run(capsys, "exporteer", "--alles", "--naam", name, "--vervang", replaced, "--uitvoer", str(out))
    text = out.read_text("utf-8")
    assert done[0] == 0 and "café met Zoë" in text and text.count("Zoë") == 2 and "Renée" not in text


@pytest.mark.skipif(sys.platform == "darwin", reason="its disks refuse a name that is no UTF-8")
def test_the_name_of_a_file_keeps_its_bytes(capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path) -> None:
    Journal.open(places).add(Kind.NOTE, "alfa")
    out = tmp_path / f"{CAFE}.txt"
    assert run(capsys, "exporteer", "--alles", "--uitvoer", str(out))[0] == 0 and out.exists()


def test_where_the_system_knows_ascii_alone(places: Places) -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    words = [os.fsencode(each) for each in (sys.executable, "-m", "goedwerk_tui", "noteer")]
    done = subprocess.run([*words, "één idee".encode()], env=environment, capture_output=True, check=True)
    assert b"UTF-8" not in done.stderr
    assert [each.text for each in Journal.open(places).newest_first()] == ["één idee"]
