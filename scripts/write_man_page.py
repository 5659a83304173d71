"""Write the man page from the parser of the command line: python scripts/write_man_page.py"""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from goedwerk_tui import __version__
from goedwerk_tui.commands.parser import build_parser

TARGET = Path(__file__).parents[1] / "docs" / "goedwerk.1"

AFTER = """.SH OMGEVING
.TP
.B GOEDWERK_HOME
De map waarin alles staat: dagboek, reservekopieën en instellingen.
.TP
.B EDITOR
Waarin je het antwoord op een vraag schrijft.
.SH BESTANDEN
.B goedwerk waar
noemt ze.
.SH UITKOMST
0 als het lukte, 1 als het niet ging, 2 als de opdracht niet te begrijpen was.
.SH ZIE OOK
.B goedwerk handboek
"""


def man_page() -> str:
    """Return the page, in the macros of man."""
    root = build_parser()
    lines = [
        f'.TH GOEDWERK 1 "" "Goed Werk {__version__}" "Opdrachten"',
        ".ad l",
        ".SH NAAM",
        r"goedwerk \- nadenken over je eigen werk, in de terminal",
        ".SH OVERZICHT",
        synopsis(root),
        ".SH BESCHRIJVING",
        text(root.description or ""),
        ".SH MOGELIJKHEDEN",
        *arguments(root),
        ".SH OPDRACHTEN",
        *commands(root),
    ]
    return "\n".join(lines) + "\n" + AFTER


def commands(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Yield each command behind a parser, with what can stand behind it, and those behind that one."""
    for action in parser._actions:  # argparse tells it nowhere else
        for each in (action.choices or {}).values() if isinstance(action, argparse._SubParsersAction) else ():
            yield f".SS {text(each.prog)}"
            yield synopsis(each)
            yield ".PP"
            yield text(each.description or "")
            yield from arguments(each)
            if each.epilog:
                yield ".PP"
                yield text(each.epilog)
            yield from commands(each)


def arguments(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Yield what can stand behind a command, and what it means."""
    for action in parser._actions:
        if not isinstance(action, argparse._SubParsersAction) and not asks_help(action, parser):
            yield ".TP"
            yield named(action)
            yield text(action.help or "")


def synopsis(parser: argparse.ArgumentParser) -> str:
    """Return how a command is written, in one paragraph."""
    parts = [rf"\fB{text(parser.prog)}\fR"]
    for action in parser._actions:
        if asks_help(action, parser):
            continue
        given = named(action, ", " if not action.option_strings else "|")
        optional = action.option_strings and not action.required
        parts.append(f"[{given}]" if optional else given)
    return ".nh\n" + " ".join(parts) + "\n.hy"


def asks_help(action: argparse.Action, parser: argparse.ArgumentParser) -> bool:
    """Return whether it shows the help of a command; that of the whole program is told once."""
    return isinstance(action, argparse._HelpAction) and " " in parser.prog


def named(action: argparse.Action, between: str = ", ") -> str:
    """Return the names of an argument, with what comes behind them."""
    names = between.join(rf"\fB{text(each)}\fR" for each in action.option_strings)
    return " ".join(part for part in (names, operands(action)) if part)


def operands(action: argparse.Action) -> str:
    """Return what is typed for an argument, as often as it may be."""
    if action.nargs == 0:
        return ""
    words = action.metavar or (f"{{{','.join(action.choices)}}}" if action.choices else action.dest.upper())
    # A line may end after a comma.
    shown = (text(each).replace(",", r",\:") for each in ((words,) if isinstance(words, str) else words))
    one = " ".join(rf"\fI{each}\fR" for each in shown)
    many = rf"{one} \&..."
    return {"?": f"[{one}]", "*": f"[{many}]", "+": many}.get(str(action.nargs), one)


def text(words: str) -> str:
    """Return words as troff shows them, to the letter."""
    kept = words.replace("%%", "%").replace("\\", r"\e").replace("-", r"\-")
    return re.sub(r"^(?=[.'])", r"\\&", kept)


if __name__ == "__main__":
    TARGET.write_text(man_page(), "utf-8")
