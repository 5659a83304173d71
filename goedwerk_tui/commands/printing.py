"""The one door from a command to the terminal. What goes through it can't steer the terminal, wherever it came from."""

import sys

from goedwerk_tui.base.text import shown


def say(text: str = "") -> None:
    """Print what was asked for."""
    print(shown(text), flush=True)


def complain(text: str) -> None:
    """Print what could not be done, and what else is no part of what was asked for, to standard error."""
    print(shown(text), file=sys.stderr, flush=True)
