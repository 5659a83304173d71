"""What can stand behind the commands by which something leaves or comes in: exporteer, bundel, importeer."""

from pathlib import Path
from typing import Any

from goedwerk_tui.commands.arguments import (
    FORMATS,
    add_another,
    add_content,
    add_journal,
    add_writing,
    command,
    replacement,
)


def add_sharing(commands: Any) -> None:
    """Add the commands."""
    _add_export(commands)
    _add_bundle(commands)
    _add_import(commands)


def _add_export(commands: Any) -> None:
    export = command(commands, "exporteer", "sharing:export", "schrijf wat je koos naar een bestand")
    export.add_argument(
        "--uitvoer",
        metavar="BESTAND",
        type=Path,
        help="het bestand dat geschreven wordt, op .docx, .pdf, .html, .txt, .json of .md; ‘-’ is standaarduitvoer",
    )
    export.add_argument(
        "--formaat",
        choices=FORMATS,
        help="Markdown, tekst, webpagina, Word, pdf of JSON; anders wat de naam van het bestand zegt",
    )
    export.add_argument(
        "--soort",
        choices=(
            "keuze", "bijeenkomst", "dagboek", "visie", "voorwaarden", "strategieen", "casus", "uitnodiging",
            "inzicht",
        ),
        help="wat voor stuk het wordt; ‘dagboek’ als JSON is alles, om mee te verhuizen",
    )  # fmt: skip
    export.add_argument(
        "--casus", metavar="STAP", help="welke casus, bij --soort casus; een id of een titel; anders de laatste"
    )
    export.add_argument("--beeld", metavar="BEELD", help="welk beeld, bij --soort inzicht; anders alle beelden")
    export.add_argument("--naam", metavar="NAAM", help="zet deze naam erboven; anders geen naam")
    export.add_argument(
        "--kijk-na", action="store_true", help="toon namen, adressen en nummers die erin staan; schrijf nog niets"
    )
    export.add_argument(
        "--vervang",
        metavar="WOORDEN=ANDERE",
        type=replacement,
        action="append",
        help="zet in het bestand andere woorden; je dagboek verandert niet; mag vaker",
    )
    export.add_argument(
        "--ook-nummers",
        action="store_true",
        help="bij --soort bijeenkomst: schrijf het ook als er nummers of adressen van mensen in staan",
    )
    add_writing(export)
    which = export.add_mutually_exclusive_group()
    which.add_argument("--meenemen", action="store_true", help="wat je meeneemt (zo gaat het vanzelf)")
    which.add_argument(
        "--alles",
        action="store_true",
        help="alles wat in dit soort stuk hoort en mag vertrekken, ook wat je niet meeneemt",
    )
    which.add_argument("--nieuw", action="store_true", help="wat je schreef of veranderde sinds je vorige bestand")
    which.add_argument("--id", metavar="ID", nargs="+", help="precies deze stukken; ‘goedwerk zoek’ toont de ids")
    export.add_argument(
        "--herhaal",
        action="store_true",
        help="maak je vorige bestand opnieuw, met dezelfde vervangen woorden en naam, van wat je nu meeneemt",
    )
    add_journal(export)
    add_content(export)


def _add_bundle(commands: Any) -> None:
    bundle = command(commands, "bundel", "bundle:bundle_exports", "leg bestanden van meer mensen naast elkaar")
    bundle.add_argument(
        "files", metavar="BESTAND", type=Path, nargs="*", help="bestanden in JSON, van vier of meer mensen"
    )
    bundle.add_argument(
        "--woorden",
        action="store_true",
        help="lees in plaats van bestanden de woorden van ieders sortering of startfoto, per persoon een regel",
    )
    bundle.add_argument(
        "--onderdeel", metavar="NAAM", help="bij --woorden: alleen dit deel van het beeld, zoals vakmanschap"
    )
    bundle.add_argument("--uitvoer", metavar="BESTAND", type=Path, help="het bestand dat geschreven wordt")
    bundle.add_argument("--formaat", choices=FORMATS, help="de vorm; anders wat de naam van het bestand zegt")
    bundle.add_argument("--titel", metavar="TITEL", help="wat erboven staat, zoals de sessie en de dag")
    bundle.add_argument(
        "--ook-alleen",
        action="store_true",
        help="ook vragen waarop, en keuzes waarvoor, maar één persoon er was; die is te herkennen",
    )
    bundle.add_argument(
        "--ook-weinig",
        action="store_true",
        help="ook van drie mensen of minder, als de groep dat goedvindt; dan weet iedereen wie wat schreef",
    )
    bundle.add_argument(
        "--ieder-apart",
        action="store_true",
        help="elk bestand is van iemand anders, ook als er in twee hetzelfde staat omdat ze samen schreven",
    )
    bundle.add_argument("--ook-nummers", action="store_true", help="ook als er nummers of adressen van mensen in staan")
    bundle.add_argument("--ruimte", action="store_true", help="ruimte om te schrijven onder elke vraag")
    bundle.add_argument("--kijk-na", action="store_true", help="toon alleen wat naar een persoon kan wijzen")
    bundle.add_argument(
        "--vervang",
        metavar="WOORDEN=ANDERE",
        type=replacement,
        action="append",
        help="zet andere woorden neer; mag vaker",
    )
    add_writing(bundle)


def _add_import(commands: Any) -> None:
    take_in = command(commands, "importeer", "sharing:take_in", "neem een heel dagboek over uit een bestand in JSON")
    take_in.add_argument("file", metavar="BESTAND", type=Path, help="het bestand; dat blijft zoals het is")
    add_another(take_in)
    add_journal(take_in)
