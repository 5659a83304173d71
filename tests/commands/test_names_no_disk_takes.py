"""A name that no disk takes is told in Dutch, as what it is, whatever it was to be for."""

import io
import shlex
from pathlib import Path

import pytest
from support.command_line import run

from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.journal import Journal, Kind

EACH = [
    "waar",
    "waar --verslag",
    "zoek huur",
    "herstel",
    "herinner",
    "inzicht",
    "exporteer --alles --uitvoer uit.md",
    "samenvoegen ander.json",
    "wissen",
]
LONG = "/".join(("", "lang" * 100, "dagboek.json"))


@pytest.mark.parametrize("words", ["noteer 'Van vandaag.'", "zoek huur", "waar", "herstel", "inzicht", "wissen"])
def test_each_command_says_what_is_wrong_with_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    code, out, told = run(capsys, "--journal", f"{tmp_path}{LONG}", *shlex.split(words))
    assert code == 1
    assert "is te lang" in told
    assert "Kies een kortere naam, met gewone letters." in told
    assert "too long" not in told
    if words.startswith("noteer"):
        assert "Van vandaag." in out + told


@pytest.mark.parametrize("words", EACH)
@pytest.mark.parametrize("sign", [r"\ud800", r"\u0000"])
@pytest.mark.parametrize("setting", ["backups", "journal", "content", "theme"])
def test_a_setting_that_can_be_no_name_is_said_and_ends_nothing(  # noqa: PLR0917
    capsys: pytest.CaptureFixture[str],
    places: Places,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: str,
    sign: str,
    setting: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.StringIO("nee\n"))
    Journal.open(find_places(tmp_path / "ander.json")).add(Kind.NOTE, "van elders")
    Journal.open(places).add(Kind.NOTE, "over de huur")
    places.settings.write_text(f'{{"{setting}": "{sign}"}}')
    _, out, _ = run(capsys, *shlex.split(words))
    if words == "waar" and setting in ("backups", "journal"):
        assert f"kunnen niet worden gelezen: ‘{setting}’ noemt iets dat geen naam kan zijn" in out
    if words.startswith("zoek"):
        assert "over de huur" in out
    assert sign in places.settings.read_text()
