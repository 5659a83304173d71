"""From the words on the command line to an exit code: 0 done, 1 could not, 2 wrong usage."""

import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module

from goedwerk_tui.base.file_trouble import refused
from goedwerk_tui.base.places import NoHome, find_places
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.base.typed_path import with_quotes
from goedwerk_tui.commands.dutch import Misused
from goedwerk_tui.commands.looking import only_looks
from goedwerk_tui.commands.parser import build_parser
from goedwerk_tui.commands.pasted_line import as_meant
from goedwerk_tui.commands.printing import ReaderGone, closed_stream, complain


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
        if not only_looks(options):
            _finish_wiping()
        return getattr(import_module(f"goedwerk_tui.commands.{module}"), function)(options)
    except Trouble as trouble:
        complain(f"goedwerk: {trouble}")
        _advise(words, str(trouble), takes_text=options.takes_text)
        return 1
    except KeyboardInterrupt:
        complain("goedwerk: afgebroken.")
        return 1
    except ReaderGone:
        return 1
    except MemoryError:
        complain(
            "goedwerk: er is te weinig geheugen. Wat al bewaard was, staat er nog. Sluit andere programma’s, of verruim"
            " de grens die is gesteld (ulimit -v), en probeer het opnieuw."
        )
        return 1
    except OSError as error:
        complain(f"goedwerk: {refused(error)}")
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
            from goedwerk_tui.guidance.wiping_messages import what_was_finished
            from goedwerk_tui.journal.doomed import finish_removing

            if (done := finish_removing(places)) is not None:
                complain(what_was_finished(done))


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
            setattr(sys, name, closed_stream())
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")
