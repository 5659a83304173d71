"""``goedwerk aanvullen``."""

import argparse

from goedwerk_tui.commands.parser import build_parser
from goedwerk_tui.commands.printing import say


def print_completion(options: argparse.Namespace) -> int:
    """Print a completion script for a shell."""
    import shtab

    say(shtab.complete(build_parser(), options.shell))
    return 0
