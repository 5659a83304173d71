"""What tests of commands share."""

import io
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], None]:
    """Type an answer to the next question."""

    def type_it(words: str) -> None:
        typed = tmp_path / "getypt"
        typed.write_text(f"{words}\n", "utf-8")
        monkeypatch.setattr("sys.stdin", typed.open(encoding="utf-8"))

    return type_it


class Terminal(io.TextIOWrapper):
    """Standard input of a terminal at which nothing is typed."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), "utf-8")

    def isatty(self) -> bool:
        return True


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file with what the person's own editor does."""
    script = tmp_path / "editor.py"
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setenv("VISUAL", shlex.join([sys.executable, str(script)]))
    return script
