"""argparse that speaks Dutch."""

import argparse
import re
from collections.abc import Sequence
from typing import Any, NoReturn

from goedwerk_tui.base.decoding import decode_argument
from goedwerk_tui.base.text import shorten
from goedwerk_tui.commands.printing import complain

_HEADINGS = {"positional arguments": "wat erachter komt", "options": "mogelijkheden"}
_WIDTH = 40
_COMPLAINTS = (
    (r"the following arguments are required: (.+)", r"er ontbreekt iets: \1."),
    (
        r"unrecognized arguments: ([^-‐‑‒–—―−“”„][^“”„]*)",
        r"‘\1’ ken ik niet. Hoort het bij een pad of naam met een spatie, zet daar dan aanhalingstekens om.",
    ),
    (r"unrecognized arguments: (.+)", r"‘\1’ ken ik niet."),
    (r"argument (\S+): invalid choice: '?(.*?)'? \(choose from (.+)\)", r"‘\2’ kan hier niet; kies uit \3."),
    (r"argument (.+): expected .+", r"achter \1 hoort nog iets."),
    (r"argument (.+): not allowed with argument (.+)", r"\1 en \2 gaan niet samen."),
    (r"argument (.+): invalid \w+ value: (.+)", r"\2 kan niet achter \1."),
    (r"argument (.+): ignored explicit argument (.+)", r"achter \1 hoort niets."),
    (r"ambiguous option: (\S+) could match (.+)", r"\1 kan meer dan één ding betekenen: \2."),
)


class _DutchFormatter(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "gebruik: " if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        super().start_section(_HEADINGS.get(heading or "", heading))


def _texts_apart(words: Sequence[str]) -> list[str]:
    """Return words with what is an option first, and behind ``--`` all that is text, whatever it begins with."""
    options: list[str] = []
    texts: list[str] = []
    left = list(words)
    while left:
        word = left.pop(0)
        if word == "--":
            texts += left
            break
        if word in ("-h", "--help") or word.startswith("--journal="):
            options.append(word)
        elif word == "--journal" and left:
            options += [word, left.pop(0)]
        else:
            texts.append(word)
    return [*options, "--", *texts]


def argument_text(given: str) -> str:
    """Return a text that stands on the command line, and say so when its letters are a guess."""
    text, form = decode_argument(given)
    if form != "UTF-8":
        complain(f"‘{shorten(text, _WIDTH)}’ is geen UTF-8. Het is gelezen als {form}; kijk of alle letters kloppen.")
    return text


class Misused(SystemExit):
    """The end of a process whose words were not understood, once that was told."""

    def __init__(self, told: str, *, takes_text: bool) -> None:
        """Keep what was told, and whether it was of a command that takes a text."""
        super().__init__(2)
        self.told = told
        self.takes_text = takes_text


class DutchParser(argparse.ArgumentParser):
    """An ``ArgumentParser`` whose help and complaints are Dutch. A complaint ends the process with exit code 2.

    An argument without a ``type`` is text; one that names a file has ``Path`` or ``str``, which keep its bytes.
    """

    takes_text = False
    """Whether all that is no option, in so many words, is a text of a person."""

    def __init__(self, **options: Any) -> None:
        """Take what ``ArgumentParser`` takes."""
        options.setdefault("formatter_class", _DutchFormatter)
        super().__init__(**options, add_help=False, allow_abbrev=False)
        self.register("type", None, argument_text)
        self.add_argument("-h", "--help", action="help", help="toon deze uitleg")

    def add_subparsers(self, **options: Any) -> Any:  # pyright: ignore[reportIncompatibleMethodOverride] - typeshed's overloads
        """Let commands stand behind it; only the command itself knows which of its arguments are text."""
        commands = super().add_subparsers(**options)
        commands.type = str
        return commands

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:  # pyright: ignore[reportIncompatibleMethodOverride] - typeshed's overloads
        """Parse; behind a command that takes a text, a text may begin with a dash."""
        options, unknown = super().parse_known_args(_texts_apart(args) if self.takes_text else args, namespace)
        options.takes_text = self.takes_text or getattr(options, "takes_text", False)
        return options, unknown

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:  # pyright: ignore[reportIncompatibleMethodOverride] - typeshed's overloads
        """Parse all of it; what is not understood is told by the command that it stands behind."""
        options, unknown = self.parse_known_args(args, namespace)
        if unknown:
            self.prog = options.prog
            self.error(f"unrecognized arguments: {' '.join(unknown)}")
        return options

    def error(self, message: str) -> NoReturn:
        """Say in Dutch what is not understood, and how to find out what is."""
        for pattern, dutch in _COMPLAINTS:
            if re.fullmatch(pattern, message, re.DOTALL):
                message = re.sub(pattern, dutch, message, flags=re.DOTALL)
                break
        complain(f"goedwerk: {message} Kijk met ‘{self.prog} --help’ wat er kan.")
        raise Misused(message, takes_text=self.takes_text)
