"""The pictures of README and handbook are of the program as it is."""

import re
import runpy
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT: dict[str, Any] = runpy.run_path(str(ROOT / "scripts" / "take_pictures.py"))
FOLDER: Path = SCRIPT["FOLDER"]


@pytest.mark.drawn
async def test_their_words_are_those_on_the_screens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    take: Callable[[], Awaitable[dict[str, str]]] = SCRIPT["take"]
    words = {name: " ".join(SCRIPT["words"](svg)) for name, svg in (await take()).items()}
    kept = {path.stem: " ".join(SCRIPT["words"](path.read_text("utf-8"))) for path in FOLDER.glob("*.svg")}
    assert kept.keys() == words.keys()
    for name, told in words.items():
        assert kept[name] == told, f"{name}: run python scripts/take_pictures.py, and look at it"


def test_each_is_shown_somewhere_with_its_words_and_asks_for_nothing_from_elsewhere() -> None:
    pages = [ROOT / "README.md", *(FOLDER.parent).glob("*.md")]
    shown = {
        (page.parent / target).resolve(): words
        for page in pages
        for words, target in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", page.read_text("utf-8"))
    }
    assert shown.keys() == set(FOLDER.glob("*.svg"))
    assert all(len(words) > 20 for words in shown.values())
    for path in FOLDER.glob("*.svg"):
        addresses = set(re.findall(r"https?://[^\"' )<]+", path.read_text("utf-8")))
        assert addresses == {"http://www.w3.org/2000/svg"}, path.name
