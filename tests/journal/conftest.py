from pathlib import Path

import pytest
from support.journals import Clock

from goedwerk_tui.base.places import Places, find_places


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return find_places(environment={"GOEDWERK_HOME": str(tmp_path / "home")})
