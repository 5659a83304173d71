"""Which commands there are, and what can stand behind them."""

import argparse
from pathlib import Path
from typing import Any

from goedwerk_tui import __version__
from goedwerk_tui.commands.dutch import DutchParser

_ABOUT = "Goed Werk in de terminal: lezen, nadenken en schrijven over je eigen werk. Niets verlaat deze computer."
SHELLS = ("bash", "zsh", "tcsh")


def build_parser() -> argparse.ArgumentParser:
    """Return the parser. What it parses names the function to run as ``module:function`` in ``run``."""
    root = DutchParser(prog="goedwerk", description=_ABOUT)
    root.add_argument("--version", action="version", version=f"goedwerk {__version__}", help="toon de versie")
    _add_journal(root, default=None)
    _add_content(root, default=None)
    root.set_defaults(run="screens:start")
    commands = root.add_subparsers(title="opdrachten", metavar="OPDRACHT", parser_class=DutchParser)

    look = _command(commands, "verken", "screens:look_round", "bekijk het hele programma; er wordt niets bewaard")
    _add_content(look)

    note = _command(commands, "noteer", "journal:note", "zet een losse notitie in je dagboek")
    note.add_argument(
        "text",
        metavar="TEKST",
        nargs="*",
        help="de notitie; ‘-’ leest standaardinvoer; zonder tekst wordt erom gevraagd",
    )
    _add_journal(note)

    find = _command(commands, "zoek", "journal:find", "zoek in wat je schreef")
    find.add_argument("words", metavar="WOORDEN", nargs="+", help="alle woorden moeten voorkomen")
    _add_journal(find)

    _add_export(commands)

    where = _command(commands, "waar", "journal:where", "toon waar alles op deze computer staat")
    _add_journal(where)
    _add_content(where)

    _add_content_commands(commands)

    complete = _command(commands, "aanvullen", "completion:print_completion", "druk aanvulling voor je shell af")
    complete.add_argument("shell", choices=SHELLS, help="bash, zsh of tcsh")
    return root


def _add_export(commands: Any) -> None:
    export = _command(commands, "exporteer", "journal:export", "schrijf wat je koos naar een bestand")
    export.add_argument("--formaat", choices=("md",), default="md", help="md: Markdown (nu de enige vorm)")
    export.add_argument(
        "--uitvoer", metavar="BESTAND", type=Path, required=True, help="het bestand dat geschreven wordt"
    )
    export.add_argument("--overschrijf", action="store_true", help="vervang het bestand als het al bestaat")
    which = export.add_mutually_exclusive_group()
    which.add_argument("--meenemen", action="store_true", help="wat je markeerde om mee te nemen (zo gaat het vanzelf)")
    which.add_argument("--alles", action="store_true", help="alles wat mag vertrekken")
    which.add_argument("--id", metavar="ID", nargs="+", help="precies deze stukken; ‘goedwerk zoek’ toont de ids")
    _add_journal(export)


def _add_content_commands(commands: Any) -> None:
    content = _command(commands, "inhoud", "content:explain", "voor wie zelf inhoud schrijft")
    actions = content.add_subparsers(title="opdrachten", metavar="OPDRACHT", parser_class=DutchParser)
    check = _command(actions, "controleer", "content:check", "controleer een map met inhoud")
    check.add_argument("folder", metavar="MAP", nargs="?", type=Path, help="de map; anders het programma zelf")
    check.add_argument("--spelling", action="store_true", help="controleer ook de spelling, met hunspell")
    new = _command(actions, "nieuw", "content:new", "maak een map met een voorbeeldcasus voor eigen inhoud")
    new.add_argument("folder", metavar="MAP", type=Path, help="een map die nog niet bestaat of leeg is")


def _command(commands: Any, name: str, run: str, about: str) -> DutchParser:
    parser: DutchParser = commands.add_parser(name, help=about, description=about[0].upper() + about[1:] + ".")
    parser.set_defaults(run=run)
    return parser


def _add_journal(parser: argparse.ArgumentParser, default: Any = argparse.SUPPRESS) -> None:
    parser.add_argument(
        "--journal", metavar="BESTAND", type=Path, default=default, help="gebruik dit dagboek in plaats van je gewone"
    )


def _add_content(parser: argparse.ArgumentParser, default: Any = argparse.SUPPRESS) -> None:
    parser.add_argument("--content", metavar="MAP", type=Path, default=default, help="gebruik de inhoud in deze map")
