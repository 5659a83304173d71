"""The one door from a command to the terminal. What goes through it can't steer the terminal, wherever it came from."""

import errno
import io
import os
import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from goedwerk_tui.base.file_trouble import FileTrouble, reason_of
from goedwerk_tui.base.text import shown


class OutputFailed(FileTrouble):
    """Standard output did not take what was asked for."""

    def __init__(self, error: OSError) -> None:
        """Say why.

        Args:
            error: the system's refusal.
        """
        happened, meaning = "Naar de standaarduitvoer kon niet worden geschreven", "Wat al bewaard was, staat er nog."
        super().__init__(Path("-"), reason_of(error), happened, meaning, error.strerror or str(error))
        if isinstance(error, io.UnsupportedOperation):
            self.happened = f"{happened}: die is gesloten."
            self.advice = "Laat de uitvoer open, of leid hem naar een bestand."


def say(text: str = "") -> None:
    """Print what was asked for.

    Raises:
        OutputFailed: standard output does not take it.
        ReaderGone: nobody reads it any more.
    """
    with to_standard_output():
        print(shown(text), flush=True)


def inform(text: str) -> None:
    """Print what was done, or where a text is: on standard error where standard output does not take it.

    Whoever does not hear that would do it again, or believe that nothing came of it.
    """
    try:
        say(text)
    except (OutputFailed, ReaderGone):
        complain(text)


def complain(text: str) -> None:
    """Print what could not be done, and what else is no part of what was asked for, to standard error."""
    try:
        print(shown(text), file=sys.stderr, flush=True)
    except OSError:
        # There is nowhere left to say so.
        _let_go(sys.stderr)


class ReaderGone(Exception):
    """Whoever read our output has gone (‘goedwerk zoek … | head’)."""


@contextmanager
def to_standard_output() -> Generator[None]:
    """Tell why standard output does not take what is written there meanwhile.

    Raises:
        OutputFailed: the disk that it goes to is full, or it was closed.
        ReaderGone: nobody reads it any more.
    """
    try:
        yield
    except OSError as error:
        _let_go(sys.stdout)
        sys.stdout = closed_stream()
        # The second is what a pipe says on Windows.
        if isinstance(error, BrokenPipeError) or (sys.platform == "win32" and error.errno == errno.EINVAL):
            raise ReaderGone from error
        raise OutputFailed(error) from error


def closed_stream() -> TextIO:
    """Return a stream that gives nothing, and in which nothing can be written."""
    return Path(os.devnull).open(encoding="utf-8")


def _let_go(stream: TextIO) -> None:
    """Let a stream that takes nothing lead nowhere, or Python would complain at the end of what is left in it."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
