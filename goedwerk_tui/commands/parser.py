"""Which commands there are, and what can stand behind them."""

import argparse
from pathlib import Path
from typing import Any

from goedwerk_tui import __version__
from goedwerk_tui.base.clock import DAYS
from goedwerk_tui.commands.dutch import DutchParser, argument_text

_ABOUT = "Goed Werk in de terminal: lezen, nadenken en schrijven over je eigen werk. Niets verlaat deze computer."
_FORMATS = ("docx", "pdf", "html", "txt", "json", "md")
_LAYOUTS = ("a4", "blad", "a5-boekje", "twee-op-een", "scherm")
KINDS = ("casus", "tekst", "portret", "vragen", "formulier", "sortering", "schaal", "lijst", "samenstelling")
PLANNERS = ("systemd", "cron", "launchd", "taakplanner")
SHELLS = ("bash", "zsh", "fish", "powershell", "tcsh")


def build_parser() -> argparse.ArgumentParser:
    """Return the parser. What it parses names the function to run as ``module:function`` in ``run``."""
    root = DutchParser(prog="goedwerk", description=_ABOUT)
    root.add_argument("--version", action="version", version=f"goedwerk {__version__}", help="toon de versie")
    _add_journal(root, default=None)
    _add_content(root, default=None)
    root.set_defaults(run="screens:start", prog=root.prog)
    commands = root.add_subparsers(title="opdrachten", metavar="OPDRACHT", parser_class=DutchParser)

    look = _command(commands, "verken", "screens:look_round", "bekijk het hele programma; er wordt niets bewaard")
    on_paper = look.add_mutually_exclusive_group()
    on_paper.add_argument(
        "--boekje",
        metavar="BESTAND",
        type=Path,
        help="schrijf het programmaboek: alles om te lezen, als .html, .docx of .pdf",
    )
    on_paper.add_argument(
        "--werkboek",
        metavar=("SESSIE", "BESTAND"),
        nargs=2,
        type=str,
        help="schrijf één sessie als .pdf of .docx, met ruimte om te schrijven",
    )
    on_paper.add_argument(
        "--stap",
        metavar=("STAP", "BESTAND"),
        nargs=2,
        type=str,
        help="schrijf één stap, zoals een casus, met ruimte om te schrijven; STAP is een id of een titel",
    )
    on_paper.add_argument(
        "--begeleiding",
        metavar="BESTAND",
        type=Path,
        help="schrijf wat je nodig hebt om de bijeenkomsten van een groep te leiden",
    )
    part = look.add_mutually_exclusive_group()
    part.add_argument(
        "--zonder-achterin",
        action="store_true",
        help="bij --stap en --werkboek: zonder de stemmen en de afloop, om uit te delen voor er gekozen is",
    )
    part.add_argument(
        "--alleen-achterin", action="store_true", help="alleen die stemmen en die afloop, voor als er gekozen is"
    )
    part.add_argument(
        "--tot-keuze",
        action="store_true",
        help="bij --stap: een casus tot en met de keuze, om te lezen of op te hangen; met --vorm scherm staan de vraag"
        " en alle keuzes op één blad",
    )
    look.add_argument(
        "--vorm",
        choices=_LAYOUTS,
        help="de bladzijden van een pdf: a4; blad: klein gezet, een casus op één blad en wat achterin staat op een"
        " tweede (bij --stap gaat dat vanzelf); a5-boekje: druk dubbelzijdig af over de"
        " korte kant, leg steeds acht vellen in elkaar en vouw die;"
        " twee-op-een; scherm: grote letters",
    )
    look.add_argument("--volg", action="store_true", help="toon de inhoud opnieuw zodra je een bestand bewaart")
    _add_writing(look)
    _add_content(look)

    note = _command(commands, "noteer", "entries:note", "zet een losse notitie in je dagboek")
    note.add_argument(
        "text",
        metavar="TEKST",
        nargs="*",
        help="de notitie; ‘-’ leest standaardinvoer; zonder tekst wordt erom gevraagd",
    )
    note.takes_text = True
    note.epilog = (
        "Wat je achter de opdracht typt, bewaart je shell in zijn geschiedenis. Typ liever alleen ‘goedwerk noteer’ en"
        " dan je tekst, of zet een spatie voor de opdracht (bash: HISTCONTROL=ignorespace; zsh: setopt"
        " HIST_IGNORE_SPACE; fish doet het vanzelf; PowerShell onthoudt ook dan)."
    )
    _add_journal(note)

    find = _command(commands, "zoek", "entries:find", "zoek in wat je schreef")
    find.add_argument("words", metavar="WOORDEN", nargs="+", help="alle woorden moeten voorkomen")
    find.takes_text = True
    _add_journal(find)

    _add_rhythm(commands)

    _add_insight(commands)

    _add_export(commands)

    _add_keeping(commands)

    where = _command(commands, "waar", "entries:where", "toon waar alles op deze computer staat")
    where.add_argument(
        "--verslag",
        action="store_true",
        help="druk af wat iemand die je helpt wil weten; er staat geen woord van je tekst in",
    )
    _add_journal(where)
    _add_content(where)

    _add_handbook(commands)

    news = _command(commands, "nieuw", "news:tell", "lees wat er veranderde sinds een eerdere versie")
    _add_journal(news)

    _add_content_commands(commands)

    complete = _command(commands, "aanvullen", "completion:print_completion", "druk aanvulling voor je shell af")
    complete.add_argument("shell", choices=SHELLS, help="bash, zsh, fish, powershell of tcsh")
    return root


def _add_rhythm(commands: Any) -> None:
    ask = _command(commands, "vraag", "rhythm:ask", "stel de vraag van deze week, en bewaar je antwoord")
    for each in (ask, _reminder(commands), _calendar(commands)):
        _add_journal(each)
        _add_content(each)


def _reminder(commands: Any) -> argparse.ArgumentParser:
    remind = _command(commands, "herinner", "rhythm:remind", "zeg in één regel wat er wacht; anders niets")
    how = remind.add_mutually_exclusive_group()
    how.add_argument("--melding", action="store_true", help="zeg het in een melding van je systeem")
    how.add_argument(
        "--plan",
        action="store_true",
        help="toon hoe je systeem er vanzelf aan herinnert, en plan dat als je ‘ja’ typt",
    )
    how.add_argument("--weg", action="store_true", help="haal weg wat met --plan gepland is")
    remind.add_argument("--planner", choices=PLANNERS, help="wie het doet; anders wat bij je systeem hoort")
    remind.add_argument("--elke", choices=("dag", "week"), default="week", help="hoe vaak; anders elke week")
    remind.add_argument("--dag", choices=DAYS, default="vrijdag", help="op welke dag; anders vrijdag")
    remind.add_argument("--tijd", metavar="TIJD", default="15.00", help="hoe laat; anders 15.00")
    return remind


def _calendar(commands: Any) -> argparse.ArgumentParser:
    calendar = _command(
        commands, "agenda", "calendar:write_calendar", "schrijf een vast moment om terug te kijken voor je agenda"
    )
    calendar.add_argument(
        "--uitvoer", metavar="BESTAND", type=Path, required=True, help="het bestand, meestal met .ics aan het eind"
    )
    calendar.add_argument("--dag", choices=DAYS, help="op welke dag je terugkijkt; anders vrijdag")
    calendar.add_argument("--tijd", metavar="TIJD", help="hoe laat; anders 15.00, en bij --bijeenkomsten de hele dag")
    calendar.add_argument(
        "--minuten",
        metavar="AANTAL",
        type=int,
        help="hoe lang; anders 15 minuten, en bij --bijeenkomsten met --tijd een uur",
    )
    calendar.add_argument(
        "--elke", choices=("dag", "week", "twee weken"), help="hoe vaak; anders zo vaak als de vraag tussendoor"
    )
    calendar.add_argument(
        "--sessies", metavar="DATUM", nargs="+", default=[], help="dagen voor de sessies, in volgorde, als 3-12-2026"
    )
    calendar.add_argument(
        "--bijeenkomsten",
        metavar="DATUM",
        nargs="+",
        default=[],
        help="dagen van je groep, zonder vast moment om terug te kijken; anders die in je dagboek, met",
    )
    calendar.add_argument(
        "--herinnering", metavar="AANTAL", type=int, help="zo veel minuten van tevoren herinnert je agenda eraan"
    )
    calendar.add_argument("--overschrijf", action="store_true", help="vervang het bestand als het al bestaat")
    return calendar


def _add_insight(commands: Any) -> None:
    look = _command(commands, "inzicht", "insight:show", "toon in woorden wat er in je dagboek te zien is")
    look.add_argument("picture", metavar="BEELD", nargs="?", help="welk beeld; zonder dat zie je welke er zijn")
    _add_journal(look)
    _add_content(look)


def _add_export(commands: Any) -> None:
    export = _command(commands, "exporteer", "sharing:export", "schrijf wat je koos naar een bestand")
    export.add_argument(
        "--uitvoer",
        metavar="BESTAND",
        type=Path,
        help="het bestand dat geschreven wordt, op .docx, .pdf, .html, .txt, .json of .md; ‘-’ is standaarduitvoer",
    )
    export.add_argument(
        "--formaat",
        choices=_FORMATS,
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
        type=_replacement,
        action="append",
        help="zet in het bestand andere woorden; je dagboek verandert niet; mag vaker",
    )
    export.add_argument(
        "--ook-nummers",
        action="store_true",
        help="bij --soort bijeenkomst: schrijf het ook als er nummers of adressen van mensen in staan",
    )
    _add_writing(export)
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
    _add_journal(export)
    _add_content(export)

    bundle = _command(commands, "bundel", "bundle:bundle_exports", "leg bestanden van meer mensen naast elkaar")
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
    bundle.add_argument("--formaat", choices=_FORMATS, help="de vorm; anders wat de naam van het bestand zegt")
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
        type=_replacement,
        action="append",
        help="zet andere woorden neer; mag vaker",
    )
    _add_writing(bundle)

    take_in = _command(commands, "importeer", "sharing:take_in", "neem een heel dagboek over uit een bestand in JSON")
    take_in.add_argument("file", metavar="BESTAND", type=Path, help="het bestand; dat blijft zoals het is")
    _add_journal(take_in)


def _add_writing(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--sjabloon", metavar="BESTAND", type=Path, help="gebruik de stijlen van dit Word-document")
    parser.add_argument("--overschrijf", action="store_true", help="vervang het bestand als het al bestaat")


def _replacement(given: str) -> tuple[str, str]:
    words, equals, others = argument_text(given).partition("=")
    if not words.strip() or not equals:
        raise ValueError(given)
    return words.strip(), others.strip()


def _add_keeping(commands: Any) -> None:
    recover = _command(commands, "herstel", "recovery:recover", "toon de reservekopieën, en zet er een terug")
    recover.add_argument(
        "backup", metavar="NUMMER", nargs="?", help="welke reservekopie teruggaat; zonder nummer zie je welke er zijn"
    )
    which = recover.add_mutually_exclusive_group()
    which.add_argument("--id", metavar="ID", nargs="+", help="zet alleen deze stukken terug; --toon laat de ids zien")
    which.add_argument("--toon", action="store_true", help="laat zien wat er in die reservekopie staat")
    which.add_argument("--redden", action="store_true", help="zet van een beschadigd dagboek alles terug wat er nog is")
    _add_journal(recover)

    merge = _command(commands, "samenvoegen", "recovery:merge", "voeg een andere kopie van je dagboek bij dit dagboek")
    merge.add_argument("file", metavar="BESTAND", type=Path, help="die andere kopie; die blijft zoals hij is")
    _add_journal(merge)

    wipe = _command(commands, "wissen", "recovery:wipe", "wis stukken, of je hele dagboek, voorgoed")
    wipe.add_argument("--id", metavar="ID", nargs="+", help="wis alleen deze stukken; ‘goedwerk zoek’ toont de ids")
    _add_journal(wipe)


def _add_handbook(commands: Any) -> None:
    read = _command(
        commands, "handboek", "handbook:read", "lees hoe het programma werkt, of wat erin staat over een woord"
    )
    read.add_argument("words", metavar="WOORD", nargs="*", help="toon alleen de stukken waarin dit staat")
    read.add_argument(
        "--uitvoer",
        metavar="BESTAND",
        type=Path,
        help="schrijf het naar een bestand, op .html, .docx, .pdf, .md of .txt",
    )
    _add_writing(read)


def _add_content_commands(commands: Any) -> None:
    content = _command(commands, "inhoud", "content:explain", "voor wie zelf inhoud schrijft")
    actions = content.add_subparsers(title="opdrachten", metavar="OPDRACHT", parser_class=DutchParser)
    check = _command(actions, "controleer", "content:check", "controleer een map met inhoud")
    check.add_argument(
        "folders", metavar="MAP", nargs="*", type=Path, help="mappen of zips, in volgorde; anders het programma zelf"
    )
    check.add_argument("--spelling", action="store_true", help="controleer ook de spelling, met hunspell")
    check.add_argument(
        "--herstel", action="store_true", help="zet eerst recht wat mechanisch is: tekens, tabs, namen van bestanden"
    )
    check.add_argument(
        "--navertellen", metavar="BESTAND", type=Path, help="schrijf een blad om casussen te laten navertellen"
    )
    check.add_argument("--overschrijf", action="store_true", help="vervang het blad als het al bestaat")
    new = _command(actions, "nieuw", "content:new", "schrijf een voorbeeld met uitleg om eigen inhoud mee te beginnen")
    new.add_argument("folder", metavar="MAP", type=Path, help="een nieuwe of lege map, of een met overlay.yaml")
    new.add_argument("--soort", choices=KINDS, default="casus", help="wat voor voorbeeld; anders een casus")
    new.add_argument("--naam", metavar="NAAM", default="", help="je organisatie: daarmee beginnen alle ids")
    new.add_argument(
        "--sessie", metavar="SESSIE", default="", help="in welke sessie, met id of titel; anders de eerste"
    )
    names = _command(actions, "ids", "content:ids", "toon waarnaar je kunt verwijzen: sessies, stappen, begrippen")
    names.add_argument("session", metavar="SESSIE", nargs="?", help="toon van deze sessie ook de vragen")
    _add_content(names)
    choose = _command(actions, "kies", "content:choose", "kies eigen inhoud die voortaan meedoet, of zie wat je koos")
    choose.add_argument("folders", metavar="MAP", nargs="*", type=Path, help="mappen of zips, in volgorde")
    choose.add_argument("--geen", action="store_true", help="gebruik voortaan alleen het programma zelf")
    word = _command(actions, "uit-word", "content:from_word", "maak een casus van een Word-document met koppen")
    word.add_argument("document", metavar="BESTAND", type=Path, help="het document, op .docx; het blijft zoals het is")
    word.add_argument("--map", metavar="MAP", type=Path, help="in welke map; anders naast het document")
    word.add_argument("--naam", metavar="NAAM", default="", help="je organisatie: daarmee begint het id")
    manual = _command(actions, "handleiding", "content:manual", "lees hoe je zelf inhoud schrijft")
    manual.add_argument("--engels", action="store_true", help="in het Engels")


def _command(commands: Any, name: str, run: str, about: str) -> DutchParser:
    parser: DutchParser = commands.add_parser(name, help=about, description=about[0].upper() + about[1:] + ".")
    parser.set_defaults(run=run, prog=parser.prog)
    return parser


def _add_journal(parser: argparse.ArgumentParser, default: Any = argparse.SUPPRESS) -> None:
    parser.add_argument(
        "--journal", metavar="BESTAND", type=Path, default=default, help="gebruik dit dagboek in plaats van je gewone"
    )


def _add_content(parser: argparse.ArgumentParser, default: Any = argparse.SUPPRESS) -> None:
    parser.add_argument(
        "--content",
        metavar="MAP",
        type=Path,
        action="append",
        default=default,
        help="leg de inhoud in deze map of zip over het programma; mag vaker, in volgorde",
    )
