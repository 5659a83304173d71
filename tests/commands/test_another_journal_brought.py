"""What is of another journal comes in when somebody says that it is meant, and not before."""

import io
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.command_line import run

from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.journal import Journal, Kind


class _Typing(io.StringIO):
    """Standard input of somebody at a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(params=["samenvoegen", "importeer"])
def bring(
    request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path
) -> tuple[str, str]:
    """A command, and a file of somebody else for it."""
    Journal.open(places).add(Kind.NOTE, "van mij")
    there = find_places(tmp_path / "anders.json")
    moments = iter([datetime(2025, 3, 1, 12, tzinfo=UTC), datetime(2025, 5, 9, 12, tzinfo=UTC)] * 2)
    journal = Journal.open(there, clock=lambda: next(moments))
    journal.add(Kind.NOTE, "van iemand anders")
    journal.add(Kind.NOTE, "nog iets")
    if request.param == "importeer":
        whole = ["exporteer", "--soort", "dagboek", "--formaat", "json", "--journal", str(there.journal)]
        run(capsys, *whole, "--uitvoer", str(tmp_path / "heel.json"))
        return request.param, str(tmp_path / "heel.json")
    return request.param, str(there.journal)


def _texts(places: Places) -> set[str]:
    return {each.text for each in Journal.open(places, read_only=True).newest_first(kinds=[Kind.NOTE])}


@pytest.mark.parametrize("typed", ["overnemen", " ‘Overnemen’ ", "ja", ""])
def test_somebody_at_a_terminal_is_told_which_it_is_and_asked(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    places: Places,
    bring: tuple[str, str],
    typed: str,
) -> None:
    before = places.journal.read_bytes()
    monkeypatch.setattr(sys, "stdin", _Typing(f"{typed}\n"))
    code, out, err = run(capsys, *bring)
    assert "is een ander dagboek dan het jouwe" in out
    assert "2 stukken, begonnen van 1 maart 2025 tot en met 9 mei 2025" in out
    if "overnemen" in typed.casefold():
        assert code == 0 and _texts(places) == {"van mij", "van iemand anders", "nog iets"}
        monkeypatch.setattr(sys, "stdin", _Typing(""))
        code, out, _ = run(capsys, *bring)
        assert code == 0 and "ander dagboek" not in out
    else:
        assert code == 1 and "Er is niets overgenomen: je typte" in err
        assert places.journal.read_bytes() == before


@pytest.mark.parametrize("said", [True, False])
def test_a_script_says_so_beforehand(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    places: Places,
    bring: tuple[str, str],
    said: bool,
) -> None:
    before = places.journal.read_bytes()
    monkeypatch.setattr(sys, "stdin", io.StringIO("overnemen\n"))
    code, _, err = run(capsys, *bring, *(["--ook-ander"] if said else []))
    if said:
        assert code == 0 and _texts(places) == {"van mij", "van iemand anders", "nog iets"}
    else:
        assert code == 1 and "--ook-ander" in err and "2 stukken" in err
        assert places.journal.read_bytes() == before


def test_of_a_copy_nothing_is_asked_and_where_nothing_is_yet_a_script_says_so_beforehand(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, places: Places, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    Journal.open(places).add(Kind.NOTE, "van mij")
    (tmp_path / "stick").mkdir()
    copy = Path(shutil.copy(places.journal, tmp_path / "stick" / "kopie.json"))
    Journal.open(find_places(copy)).add(Kind.NOTE, "elders")
    assert run(capsys, "samenvoegen", str(copy))[0] == 0
    new = ["samenvoegen", "--journal", str(tmp_path / "nieuw.json"), str(copy)]
    assert run(capsys, *new)[0] == 1 and not (tmp_path / "nieuw.json").exists()
    assert run(capsys, *new, "--ook-ander")[0] == 0
    assert _texts(places) == {"van mij", "elders"}


@pytest.fixture(params=["samenvoegen", "importeer"])
def old(
    request: pytest.FixtureRequest,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    places: Places,
    tmp_path: Path,
) -> tuple[str, str]:
    """A command, and an old file for it of the journal that was wiped whole since."""
    Journal.open(places).add(Kind.NOTE, "van mij")
    file = tmp_path / "oud.json"
    if request.param == "importeer":
        run(capsys, "exporteer", "--soort", "dagboek", "--formaat", "json", "--uitvoer", str(file))
    else:
        shutil.copy(places.journal, file)
    monkeypatch.setattr(sys, "stdin", _Typing("alles wissen\n"))
    assert run(capsys, "wissen")[0] == 0 and not places.journal.exists()
    return request.param, str(file)


@pytest.mark.parametrize("typed", ["overnemen", "nee"])
def test_an_old_copy_is_merged_where_everything_was_wiped_only_when_that_is_meant(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    places: Places,
    old: tuple[str, str],
    typed: str,
) -> None:
    monkeypatch.setattr(sys, "stdin", _Typing(f"{typed}\n"))
    code, out, _ = run(capsys, *old)
    assert "1 stuk" in out and f"‘{places.journal}’" in out and "dan komt ook terug wat je toen wiste" in out
    if typed == "overnemen":
        assert code == 0 and _texts(places) == {"van mij"}
    else:
        assert code == 1 and not places.journal.exists()


@pytest.mark.parametrize("said", [True, False])
def test_where_everything_was_wiped_a_script_says_so_beforehand_or_is_told_where_it_begins(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    places: Places,
    old: tuple[str, str],
    said: bool,
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("overnemen\n"))
    code, out, err = run(capsys, *old, *(["--ook-ander"] if said else []))
    if said or old[0] == "importeer":  # which is how a journal begins on a new computer
        assert code == 0 and _texts(places) == {"van mij"}
        assert said or f"‘{places.journal}’" in out
    else:
        assert code == 1 and "--ook-ander" in err and "dan komt ook terug wat je toen wiste" in err
        assert not places.journal.exists()
