"""The little pack on disk."""

from pathlib import Path

import pytest
from support.little_pack import FILES, MakePack, write_pack


@pytest.fixture
def make_pack(tmp_path: Path) -> MakePack:
    """Return a function that writes the little pack; ``edit`` maps a file to pairs of old and new text."""

    def make(edit: dict[str, list[tuple[str, str]]] | None = None, **changes: str | None) -> Path:
        for name, replacements in (edit or {}).items():
            text = FILES[name]
            for old, new in replacements:
                assert old in text, f"{old!r} is not in {name}"
                text = text.replace(old, new, 1)
            changes[name] = text
        return write_pack(tmp_path / "pakket", **changes)

    return make
