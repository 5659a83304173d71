"""Whether a file is a journal, and which, by what stands at its beginning."""

import re
from pathlib import Path

from goedwerk_tui.base.decoding import decode
from goedwerk_tui.base.disk import Disk
from goedwerk_tui.base.files import ReadFailed

META = "_meta"
"""The table in which a file says what it is; it never has another name."""
SIZE_LIMIT = 256 * 1024 * 1024
"""The largest file that is read, in bytes; some 200,000 entries."""
_ID = re.compile(r'"journal"\s*:\s*"([^"]{1,200})"')
_HEAD_SIZE = 4096


def head_id(path: Path, disk: Disk) -> str | None:
    """Return the id that stands at the beginning of a journal file, or None where none can be read.

    Cheap: the rest is not read, so that it says nothing of whether the file is whole. One that another program kept in
    another encoding is a journal still. What is no regular file has none, and is never waited for.

    Args:
        path: the file.
        disk: that of the places in which it is looked for.
    """
    try:
        text = decode(disk.read_beginning(path, _HEAD_SIZE, SIZE_LIMIT)).text
    except (ReadFailed, ValueError):
        return None
    found = _ID.search(text) if f'"{META}"' in text else None
    return found[1] if found else None
