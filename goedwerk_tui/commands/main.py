"""From the words on the command line to an exit code: 0 done, 1 could not, 2 wrong usage."""

import errno
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from goedwerk_tui.base.file_trouble import refused
from goedwerk_tui.base.places import NoHome, find_places
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.base.typed_path import with_quotes
from goedwerk_tui.commands.dutch import Misused
from goedwerk_tui.commands.parser import build_parser
from goedwerk_tui.commands.pasted_line import as_meant
from goedwerk_tui.commands.printing import complain


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: the words after ``goedwerk``; those of this process when None.

    Returns:
        The exit code of the process.
    """
    _have_streams()
    words = sys.argv[1:] if arguments is None else list(arguments)
    try:
        options = build_parser().parse_args(words)
    except Misused as misused:
        _advise(words, misused.told, takes_text=misused.takes_text)
        raise
    module, function = options.run.split(":")
    try:
        _end_in_order()
        _finish_wiping()
        return getattr(import_module(f"goedwerk_tui.commands.{module}"), function)(options)
    except Trouble as trouble:
        complain(f"goedwerk: {trouble}")
        _advise(words, str(trouble), takes_text=options.takes_text)
        return 1
    except KeyboardInterrupt:
        complain("goedwerk: afgebroken.")
        return 1
    except BrokenPipeError:
        return _reader_gone()
    except OSError as error:
        if sys.platform == "win32" and error.errno == errno.EINVAL and error.filename is None:
            # What a pipe says there when its reader is gone.
            return _reader_gone()
        if error.filename is not None:
            complain(f"goedwerk: {refused(Path(error.filename), error)}")
        else:
            complain(f"goedwerk: het systeem weigerde iets: {error.strerror or error}.")
        return 1


def _advise(words: Sequence[str], told: str, *, takes_text: bool) -> None:
    """Say how a command is typed that came with a word processor's signs, or a path with a space without quotes.

    Args:
        words: the words as they came.
        told: what was said of them.
        takes_text: whether they are a person's text, which is as it is, but for a journal that is named.
    """
    if not takes_text and (meant := as_meant(words, told)):
        complain(meant)
    elif (not takes_text or "--journal" in words) and (typed := with_quotes(words)):
        complain(f"Zet aanhalingstekens om een pad met een spatie: goedwerk {typed}")


def _finish_wiping() -> None:
    """Finish a wiping of everything that was cut short, before anything else is read or written; and say so."""
    with suppress(NoHome):
        places = find_places()
        if places.unfinished_wipes:
            from goedwerk_tui.guidance.backup_messages import what_was_finished
            from goedwerk_tui.journal.doomed import finish_removing

            if (left := finish_removing(places)) is not None:
                complain(what_was_finished(left))


def _reader_gone() -> int:
    """Go on without whoever read our output (‘goedwerk zoek … | head’); Python must not complain at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1


def _end_in_order() -> None:
    """Let a command that is asked to stop, or whose terminal goes away, clear away what it was writing."""

    def stop(number: int, _: object) -> None:
        raise SystemExit(128 + number)

    for name in ("SIGTERM", "SIGHUP", "SIGBREAK"):
        number = getattr(signal, name, None)
        # One who said that it must go on (nohup) is listened to.
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, stop)


def _have_streams() -> None:
    """Stand in for streams that were closed, and keep a terminal with an old code page from ending a command."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            # The lowest number that is free is that of the stream: no file of ours then takes its place.
            setattr(sys, name, Path(os.devnull).open("r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")
