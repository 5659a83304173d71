"""What all tests share: a fresh home folder, and the real programme."""

from pathlib import Path

import pytest

from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.programme import Pack, standard_folder


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty machine: the folder that everything of ours would lie in, not yet made."""
    folder = tmp_path / "thuis"
    monkeypatch.setenv("GOEDWERK_HOME", str(folder))
    monkeypatch.setenv("HOME", str(tmp_path))
    return folder


@pytest.fixture
def places(home: Path) -> Places:
    return find_places()


@pytest.fixture(scope="session")
def pack() -> Pack:
    return Pack.open(standard_folder())


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--schermen", type=Path, metavar="MAP", help="keep pictures of the year in a folder")
