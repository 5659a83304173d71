"""The clipboard of the system, where a text can be put on one."""

import os
import subprocess
import sys

_PATIENCE = 3.0
"""Seconds that a program which holds the clipboard gets."""

# A toolkit for windows would hold the text only as long as this process runs.
_COPY = """
import sys
sys.path[:] = sys.argv[1:]
sys.modules["qtpy"] = sys.modules["PyQt5"] = None
import pyperclip
text = sys.stdin.buffer.read().decode()
pyperclip.copy(text)
sys.exit(pyperclip.paste().split() != text.split())
"""


def copy(text: str) -> bool:
    """Put a text on the clipboard, and say whether it stands there: it was read back. Slow; call it from a thread.

    In a process of its own, since what programs of a clipboard complain of would else be written over the screen, and
    one of them that hangs would hold up the keyboard.
    """
    if "SSH_CONNECTION" in os.environ and "DISPLAY" not in os.environ:
        # The clipboard here is that of a machine at which nobody sits.
        return False
    words = [sys.executable, "-c", _COPY, *sys.path]
    try:
        done = subprocess.run(
            words,
            check=False,
            input=text.replace("\n", os.linesep).encode(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            # The program that holds the text goes on when the terminal is closed.
            start_new_session=True,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
