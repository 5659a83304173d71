"""Word documents and other zips, as the files that are in them."""

import io
import zipfile
from collections.abc import Callable


def unpacked(content: bytes) -> dict[str, bytes]:
    """Return what is in a zip, by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def repacked(content: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """Return a zip in which the files were changed in place."""
    files = unpacked(content)
    change(files)
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return kept.getvalue()
