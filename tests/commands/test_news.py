"""What changed since the version that wrote the journal, by the command line and in the app."""

import re
import tomllib
from pathlib import Path

import pytest
from support.command_line import run

from goedwerk_tui.base.places import Places
from goedwerk_tui.base.versions import RUNNING
from goedwerk_tui.journal import Journal, Kind

ROOT = Path(__file__).parents[2]


def test_a_journal_that_no_older_version_wrote_has_nothing_new(
    capsys: pytest.CaptureFixture[str], home: Path, places: Places
) -> None:
    code, out, err = run(capsys, "nieuw")
    assert (code, err) == (0, "")
    assert "Er is dus niets veranderd." in " ".join(out.split())
    assert "Reservekopieën" not in out
    assert not home.exists()
    Journal.open(places).add(Kind.NOTE, "begin")
    assert run(capsys, "nieuw")[1] == out


@pytest.mark.parametrize("written_by", ['"0.1.0"', f'"0.1.0","{RUNNING}"'])
def test_what_is_new_stays_to_be_read_also_once_this_version_wrote(
    capsys: pytest.CaptureFixture[str], places: Places, written_by: str
) -> None:
    Journal.open(places).add(Kind.NOTE, "begin")
    content = places.journal.read_bytes().replace(f'"{RUNNING}"'.encode(), written_by.encode())
    places.journal.write_bytes(content)
    _, out, _ = run(capsys, "nieuw")
    assert f"Eerder schreef versie 0.1.0 in dit dagboek. Nu gebruik je versie {RUNNING}." in " ".join(out.split())
    assert "Reservekopieën" in out and "De eerste editie" not in out
    assert places.journal.read_bytes() == content


def test_a_journal_of_before_versions_were_kept_is_of_the_first_edition(
    capsys: pytest.CaptureFixture[str], places: Places
) -> None:
    places.journal.parent.mkdir(parents=True)
    places.journal.write_bytes((ROOT / "tests" / "journal" / "version-1.json").read_bytes())
    assert "Eerder schreef versie 0.1.0" in run(capsys, "nieuw")[1]


def test_a_version_that_has_nothing_to_tell_says_so(
    capsys: pytest.CaptureFixture[str], places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    Journal.open(places).add(Kind.NOTE, "begin")
    monkeypatch.setattr("goedwerk_tui.guidance.news.RUNNING", "99.0.0")
    assert "niets waar je iets van merkt" in " ".join(run(capsys, "nieuw")[1].split())


def test_this_version_is_told_everywhere() -> None:
    assert tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"] == RUNNING
    for name, line in (
        ("CITATION.cff", f"version: {RUNNING}"),
        ("publiccode.yml", f"softwareVersion: {RUNNING}"),
        ("docs/handboek/nieuw.md", f"## Versie {RUNNING}"),
    ):
        assert line in (ROOT / name).read_text("utf-8").splitlines(), name
    assert re.search(
        rf"^## \[{re.escape(RUNNING)}\] - \d{{4}}-\d\d-\d\d$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE
    )
