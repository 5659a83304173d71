"""What several commands have behind them."""

import argparse
from pathlib import Path
from typing import Any

from goedwerk_tui.commands.dutch import DutchParser, argument_text

FORMATS = ("docx", "pdf", "html", "txt", "json", "md")


def command(commands: Any, name: str, run: str, about: str) -> DutchParser:
    """Add a command, which is run by ``module:function``, and return its parser."""
    parser: DutchParser = commands.add_parser(name, help=about, description=about[0].upper() + about[1:] + ".")
    parser.set_defaults(run=run, prog=parser.prog)
    return parser


def add_journal(parser: argparse.ArgumentParser, default: Any = argparse.SUPPRESS) -> None:
    """Let another journal be named."""
    parser.add_argument(
        "--journal", metavar="BESTAND", type=Path, default=default, help="gebruik dit dagboek in plaats van je gewone"
    )


def add_another(parser: argparse.ArgumentParser) -> None:
    """Let it be said beforehand that another journal may be taken in."""
    parser.add_argument(
        "--ook-ander",
        action="store_true",
        help="vraag niets als het een ander dagboek is, of als hier nog geen dagboek staat",
    )


def add_content(parser: argparse.ArgumentParser, default: Any = argparse.SUPPRESS) -> None:
    """Let content of one's own be named."""
    parser.add_argument(
        "--content",
        metavar="MAP",
        type=Path,
        action="append",
        default=default,
        help="leg de inhoud in deze map of zip over het programma; mag vaker, in volgorde",
    )


def add_writing(parser: argparse.ArgumentParser) -> None:
    """Let a file be written in one's own looks, or over another."""
    parser.add_argument(
        "--sjabloon", metavar="BESTAND", type=Path, help="gebruik stijlen, kop- en voettekst van dit Word-document"
    )
    parser.add_argument("--overschrijf", action="store_true", help="vervang het bestand als het al bestaat")


def replacement(given: str) -> tuple[str, str]:
    """Return the words and the others that come in their place.

    Raises:
        ValueError: what is given is no two of these with a sign of equality between.
    """
    words, equals, others = argument_text(given).partition("=")
    if not words.strip() or not equals:
        raise ValueError(given)
    return words.strip(), others.strip()
