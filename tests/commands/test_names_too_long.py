"""A name that no disk takes is told in Dutch, as what it is, whatever it was to be for."""

import shlex
from pathlib import Path

import pytest
from support.command_line import run

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
