"""What tests of commands share."""

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
