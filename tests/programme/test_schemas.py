"""The schemas that editors use are those of the loader."""

import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "scripts" / "write_schemas.py"


@pytest.mark.skipif(not SCRIPT.exists(), reason="the script is not in this copy")
def test_the_schemas_are_up_to_date() -> None:
    expected: dict[str, str] = runpy.run_path(str(SCRIPT))["schemas"]()

    written = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "schema").glob("*.json")}

    assert written == expected, "run python scripts/write_schemas.py"
