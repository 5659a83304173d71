"""Run a command on a disk that takes its time over certain words: ``python slow_disk.py SECONDS WORD COMMAND…``."""

import os
import sys
import time

from goedwerk_tui.commands import main

SECONDS, WORD, COMMAND = float(sys.argv[1]), sys.argv[2].encode(), sys.argv[3:]
_fsync, _write = os.fsync, os.write
_slow: set[int] = set()


def write(descriptor: int, data: bytes) -> int:
    """Write, and note where the words went."""
    if WORD in bytes(data):
        _slow.add(descriptor)
    return _write(descriptor, data)


def fsync(descriptor: int) -> None:
    """Sync, and keep the process waiting over the words."""
    _fsync(descriptor)
    if descriptor in _slow:
        _slow.remove(descriptor)
        time.sleep(SECONDS)


os.write, os.fsync = write, fsync
raise SystemExit(main(COMMAND))
