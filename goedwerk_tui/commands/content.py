"""``goedwerk inhoud …``: for whoever writes content."""

import argparse

from goedwerk_tui.commands.printing import complain, say
from goedwerk_tui.programme import standard_folder


def explain(_: argparse.Namespace) -> int:
    """Say that a content command needs another word."""
    complain("goedwerk: zeg erbij wat er met de inhoud moet gebeuren. Kijk met ‘goedwerk inhoud --help’ wat er kan.")
    return 2


def check(options: argparse.Namespace) -> int:
    """Check a pack and print the count, or the report of everything that is wrong."""
    from goedwerk_tui.programme.check import check_pack, describe

    report = check_pack(options.folder or standard_folder(), spelling=options.spelling)
    say(describe(report))
    return 0 if report.sound else 1


def new(options: argparse.Namespace) -> int:
    """Make an overlay pack with an example case to begin from."""
    from goedwerk_tui.programme.template import new_overlay

    for path in new_overlay(options.folder):
        say(str(path))
    say(f"\nKijk ernaar met: goedwerk verken --content {options.folder}")
    return 0
