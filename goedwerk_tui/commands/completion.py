"""``goedwerk aanvullen``."""

import argparse
import re
from typing import Any, cast

from goedwerk_tui.commands.parser import build_parser
from goedwerk_tui.commands.printing import say

_NAMES_A_FILE = ("BESTAND", "MAP")
"""What stands for a file in the help; content in a folder can be a zip as well, so that a folder is no less."""
_HEAD_OF_SHTAB = re.compile(r"^# AUTOMATICALLY GENERATED.*\n(?:#.*\n)*", re.MULTILINE)
_HEAD = "# Aanvullen met Tab voor goedwerk. Hoe je het aanzet, zegt ‘goedwerk handboek aanvullen’.\n"


def print_completion(options: argparse.Namespace) -> int:
    """Print a completion script for a shell; where a file is named, it completes names of files."""
    import shtab

    parser = build_parser()
    _complete_files(parser, shtab.FILE)
    say(_HEAD_OF_SHTAB.sub(_HEAD, shtab.complete(parser, options.shell), count=1))
    return 0


def _complete_files(parser: argparse.ArgumentParser, files: object) -> None:
    for action in parser._actions:  # pyright: ignore[reportPrivateUsage] - argparse tells it nowhere else
        words = action.metavar if isinstance(action.metavar, tuple) else (action.metavar,)
        if words[-1] in _NAMES_A_FILE:
            action.complete = files  # pyright: ignore[reportAttributeAccessIssue] - where shtab looks for it
        commands: Any = action.choices
        if isinstance(commands, dict):
            for each in cast("dict[str, argparse.ArgumentParser]", commands).values():
                _complete_files(each, files)
