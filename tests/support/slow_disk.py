"""Run a command on a disk that takes its time over certain words: ``python slow_disk.py SECONDS WORD COMMAND…``."""

import os
import signal
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
# Whoever runs the tests in the background has handed down that ctrl+c, or a terminal that goes, is not heard.
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)
raise SystemExit(main(COMMAND))
