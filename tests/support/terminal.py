"""A real process on a pseudo-terminal, and what stands on its screen."""

import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pexpect
import pyte


class Terminal:
    """Runs ``goedwerk`` as a person would: keys go in, a screen comes out."""

    def __init__(self, *arguments: str, home: Path, columns: int = 80, rows: int = 24) -> None:
        environment: Mapping[str, str] = {
            **{name: value for name, value in os.environ.items() if not name.startswith("TEXTUAL")},
            "GOEDWERK_HOME": str(home),
            "TERM": "xterm-256color",
            "NO_COLOR": "1",
        }
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.drawn = 0
        """How many bytes the process has drawn."""
        self.process = pexpect.spawn(
            sys.executable, ["-m", "goedwerk_tui", *arguments], env=environment, dimensions=(rows, columns), timeout=20
        )

    def press(self, *keys: str) -> None:
        """Send keys; each is the characters that a terminal sends for it."""
        for key in keys:
            self.process.send(key)
            self.read(0.05)

    def read(self, seconds: float) -> None:
        """Take in what the process draws during so many seconds."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            try:
                came = self.process.read_nonblocking(65536, timeout=0.02)
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                return
            self.drawn += len(came)
            self._stream.feed(came)

    def wait_for(self, words: str, seconds: float = 15) -> str:
        """Wait until the words stand on the screen, and return the screen."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.read(0.05)
            if words in self.text:
                return self.text
        raise AssertionError(f"‘{words}’ did not appear. The screen:\n{self.text}")

    @property
    def text(self) -> str:
        """The screen as text."""
        return "\n".join(self._screen.display)

    def kill(self, signal: int) -> None:
        """Send a signal, and wait until the process is gone."""
        self.process.kill(signal)
        self.wait_for_end()

    def wait_for_end(self, seconds: float = 30) -> None:
        """Wait until the process is gone."""
        until = time.monotonic() + seconds
        while self.process.isalive() and time.monotonic() < until:
            self.read(0.05)
        assert not self.process.isalive(), self.text
        self.process.close(force=True)


ENTER, ESCAPE, CTRL_N, CTRL_G, CTRL_Q = "\r", "\x1b", "\x0e", "\x07", "\x11"
