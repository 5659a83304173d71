"""Which commands there are, and what can stand behind them."""

import argparse
from pathlib import Path
from typing import Any

from goedwerk_tui import __version__
from goedwerk_tui.base.clock import DAYS
from goedwerk_tui.commands.arguments import add_another, add_content, add_journal, add_writing, command
from goedwerk_tui.commands.dutch import DutchParser
from goedwerk_tui.commands.sharing_parser import add_sharing

_ABOUT = "Goed Werk in de terminal: lezen, nadenken en schrijven over je eigen werk. Niets verlaat deze computer."
_LAYOUTS = ("a4", "blad", "a5-boekje", "twee-op-een", "scherm")
KINDS = ("casus", "tekst", "portret", "vragen", "formulier", "sortering", "schaal", "lijst", "samenstelling")
PLANNERS = ("systemd", "cron", "launchd", "taakplanner")
SHELLS = ("bash", "zsh", "fish", "powershell", "tcsh")


def build_parser() -> argparse.ArgumentParser:
    """Return the parser. What it parses names the function to run as ``module:function`` in ``run``."""
    root = DutchParser(prog="goedwerk", description=_ABOUT)
    root.add_argument("--version", action="version", version=f"goedwerk {__version__}", help="toon de versie")
    add_journal(root, default=None)
    add_content(root, default=None)
    root.set_defaults(run="screens:start", prog=root.prog)
    commands = root.add_subparsers(title="opdrachten", metavar="OPDRACHT", parser_class=DutchParser)

    _add_looking_round(commands)

    _add_entries(commands)

    _add_rhythm(commands)

    _add_insight(commands)

    add_sharing(commands)

    _add_keeping(commands)

    where = command(commands, "waar", "entries:where", "toon waar alles op deze computer staat")
    where.add_argument(
        "--verslag",
        action="store_true",
        help="druk af wat iemand die je helpt wil weten; er staat geen woord van je tekst in",
    )
    add_journal(where)
    add_content(where)

    _add_handbook(commands)

    news = command(commands, "nieuw", "news:tell", "lees wat er veranderde sinds een eerdere versie")
    add_journal(news)

    _add_content_commands(commands)

    complete = command(commands, "aanvullen", "completion:print_completion", "druk aanvulling voor je shell af")
    complete.add_argument("shell", choices=SHELLS, help="bash, zsh, fish, powershell of tcsh")
    return root


def _add_looking_round(commands: Any) -> None:
    look = command(commands, "verken", "screens:look_round", "bekijk het hele programma; er wordt niets bewaard")
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
    add_writing(look)
    add_content(look)


def _add_entries(commands: Any) -> None:
    note = command(commands, "noteer", "entries:note", "zet een losse notitie in je dagboek")
    note.add_argument(
        "text",
        metavar="TEKST",
        nargs="*",
        help="de notitie; ‘-’ leest standaardinvoer, onder wat erachter staat; zonder tekst wordt erom gevraagd",
    )
    note.takes_text = True
    note.epilog = (
        "Wat je achter de opdracht typt, bewaart je shell in zijn geschiedenis. Typ liever alleen ‘goedwerk noteer’ en"
        " dan je tekst, of zet een spatie voor de opdracht (bash: HISTCONTROL=ignorespace; zsh: setopt"
        " HIST_IGNORE_SPACE; fish doet het vanzelf; PowerShell onthoudt ook dan)."
    )
    add_journal(note)

    find = command(commands, "zoek", "entries:find", "zoek in wat je schreef")
    find.add_argument("words", metavar="WOORDEN", nargs="+", help="alle woorden moeten voorkomen")
    find.takes_text = True
    add_journal(find)


def _add_rhythm(commands: Any) -> None:
    ask = command(commands, "vraag", "rhythm:ask", "stel de vraag van deze week, en bewaar je antwoord")
    for each in (ask, _reminder(commands), _calendar(commands)):
        add_journal(each)
        add_content(each)


def _reminder(commands: Any) -> argparse.ArgumentParser:
    remind = command(commands, "herinner", "rhythm:remind", "zeg in één regel wat er wacht; anders niets")
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
    calendar = command(
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
    look = command(commands, "inzicht", "insight:show", "toon in woorden wat er in je dagboek te zien is")
    look.add_argument("picture", metavar="BEELD", nargs="?", help="welk beeld; zonder dat zie je welke er zijn")
    add_journal(look)
    add_content(look)


def _add_keeping(commands: Any) -> None:
    recover = command(commands, "herstel", "recovery:recover", "toon de reservekopieën, en zet er een terug")
    recover.add_argument(
        "backup", metavar="NUMMER", nargs="?", help="welke reservekopie teruggaat; zonder nummer zie je welke er zijn"
    )
    which = recover.add_mutually_exclusive_group()
    which.add_argument("--id", metavar="ID", nargs="+", help="zet alleen deze stukken terug; --toon laat de ids zien")
    which.add_argument("--toon", action="store_true", help="laat zien wat er in die reservekopie staat")
    which.add_argument("--redden", action="store_true", help="zet van een beschadigd dagboek alles terug wat er nog is")
    which.add_argument("--weer-mee", action="store_true", help="laat weer meegaan wat --redden op ‘nooit mee’ zette")
    which.add_argument("--ontbrekend", action="store_true", help="haal terug wat ontbreekt na een ouder bestand")
    which.add_argument("--zo-laten", action="store_true", help="ga verder met een ouder bestand zoals het is")
    add_journal(recover)

    merge = command(commands, "samenvoegen", "recovery:merge", "voeg een andere kopie van je dagboek bij dit dagboek")
    merge.add_argument("file", metavar="BESTAND", type=Path, help="die andere kopie; die blijft zoals hij is")
    add_another(merge)
    add_journal(merge)

    wipe = command(commands, "wissen", "recovery:wipe", "wis stukken, of je hele dagboek, voorgoed")
    wipe.add_argument("--id", metavar="ID", nargs="+", help="wis alleen deze stukken; ‘goedwerk zoek’ toont de ids")
    add_journal(wipe)


def _add_handbook(commands: Any) -> None:
    read = command(
        commands, "handboek", "handbook:read", "lees hoe het programma werkt, of wat erin staat over een woord"
    )
    read.add_argument("words", metavar="WOORD", nargs="*", help="toon alleen de stukken waarin dit staat")
    read.add_argument(
        "--uitvoer",
        metavar="BESTAND",
        type=Path,
        help="schrijf het naar een bestand, op .html, .docx, .pdf, .md of .txt",
    )
    add_writing(read)


def _add_content_commands(commands: Any) -> None:
    content = command(commands, "inhoud", "content:explain", "voor wie zelf inhoud schrijft")
    actions = content.add_subparsers(title="opdrachten", metavar="OPDRACHT", parser_class=DutchParser)
    check = command(actions, "controleer", "content:check", "controleer een map met inhoud")
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
    new = command(actions, "nieuw", "content:new", "schrijf een voorbeeld met uitleg om eigen inhoud mee te beginnen")
    new.add_argument("folder", metavar="MAP", type=Path, help="een nieuwe of lege map, of een met overlay.yaml")
    new.add_argument("--soort", choices=KINDS, default="casus", help="wat voor voorbeeld; anders een casus")
    new.add_argument("--naam", metavar="NAAM", default="", help="je organisatie: daarmee beginnen alle ids")
    new.add_argument(
        "--sessie", metavar="SESSIE", default="", help="in welke sessie, met id of titel; anders de eerste"
    )
    names = command(actions, "ids", "content:ids", "toon waarnaar je kunt verwijzen: sessies, stappen, begrippen")
    names.add_argument("session", metavar="SESSIE", nargs="?", help="toon van deze sessie ook de vragen")
    add_content(names)
    choose = command(actions, "kies", "content:choose", "kies eigen inhoud die voortaan meedoet, of zie wat je koos")
    choose.add_argument("folders", metavar="MAP", nargs="*", type=Path, help="mappen of zips, in volgorde")
    choose.add_argument("--geen", action="store_true", help="gebruik voortaan alleen het programma zelf")
    word = command(actions, "uit-word", "content:from_word", "maak een casus van een Word-document met koppen")
    word.add_argument("document", metavar="BESTAND", type=Path, help="het document, op .docx; het blijft zoals het is")
    word.add_argument("--map", metavar="MAP", type=Path, help="in welke map; anders naast het document")
    word.add_argument("--naam", metavar="NAAM", default="", help="je organisatie: daarmee begint het id")
    manual = command(actions, "handleiding", "content:manual", "lees hoe je zelf inhoud schrijft")
    manual.add_argument("--engels", action="store_true", help="in het Engels")
