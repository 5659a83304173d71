# ruff: noqa: E501 - a row of the table is a line
"""The mistakes of a Tuesday afternoon: each gets a message with its place, and is mended by --herstel or by its author.

Each row is made in an overlay that is sound: one example of each kind, own lists, and a change of every sort.
"""

import codecs
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from support.crossing import in_part
from support.little_pack import write_pack

from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.check import Report, check_pack
from goedwerk_tui.programme.repair import mend
from goedwerk_tui.programme.template import KINDS, new_content

OV, S, G, P = "overlay.yaml", "strategies.yaml", "glossary.yaml", "prompts.yaml"
C, T, R, Q = "m-lege-stoel.md", "m-wie-er-belt.md", "m-de-kaart-van-mina.md", "m-de-eerste-week.md"
F, K, L = "m-belronde.md", "m-waar-de-tijd-blijft.md", "m-hoe-dichtbij.md"
LI, X = "m-wie-weet-het.md", "m-brief-aan-een-nieuwe.md"

LISTS = {
    S: "- id: bellen\n  name: bellen\n  text: Bel eerst.\n  step: m-lege-stoel\n",
    G: "- id: kade\n  term: kade\n  meaning: Een rand van steen.\n  see: [mandaat]\n",
    P: "- id: maand\n  text: Wie hielp je?\n  dimension: geheel\n  move: see\n",
}
CHANGES = (
    "hide: [eigen-brief]\n"
    "change:\n  - step: de-brief\n    minutes: 9\n    questions:\n      - id: zien\n        text: Wie mist de brief?\n"
    "order:\n  - session: opening\n    steps: [de-brief, begin]\n"
    "formerly:\n  - step: m-lege-stoel\n    was: m-stoel\n"
)


OPTIONS = """\
          options:
            - id: zelf
              text: Dat heb ik al.
            - id: gevraagd
              text: Dat vraag ik aan een collega.
"""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    return Pack.open(write_pack(tmp_path_factory.mktemp("programma")))


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("goed") / "m"
    for kind in KINDS:
        new_content(folder, kind, "m", "opening")
    text = (folder / OV).read_text("utf-8").replace("add:\n", f"{CHANGES}add:\n")
    (folder / OV).write_text(text, "utf-8")
    for name, content in LISTS.items():
        (folder / name).write_text(content, "utf-8")
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def folder(tmp_path: Path, sound: dict[str, bytes]) -> Path:
    made = tmp_path / "m"
    made.mkdir()
    for name, content in sound.items():
        (made / name).write_bytes(content)
    return made


def told(report: Report) -> str:
    return "\n".join(map(str, (*report.problems, *report.warnings)))


class Slip(NamedTuple):
    """Other text in a file, and what is said of it."""

    file: str
    old: str
    new: str
    says: str


AUTHOR = [
    # the overlay itself
    (OV, "id: m ", "id: M ", "regel 4, veld id: er staat ‘M’; verwacht: een id van kleine letters"),
    (OV, "id: m ", "id: proefpakket ", "een eigen id; dit is dat van het programma zelf"),
    (OV, "id: m ", "naam: m ", "een onbekend veld ‘naam’"),
    (OV, "title: M", "titel: M", "bedoelde je ‘title’?"),
    (OV, "title: M", "title:", "veld title: er staat niets"),
    (OV, 'version: "1.0"', "versie: 1", "een onbekend veld ‘versie’; verwacht"),
    (OV, "date: ", "date: 2026-11-31 #", "er staat ‘2026-11-31’; verwacht: een dag die bestaat"),
    (C, "  - id: wie-mist\n", "  1. id: wie-mist\n", "er staat een ‘1.’ waar in een lijst iets begint; verwacht: een streepje met een spatie erachter: ‘- id: …’"),
    (C, "  - id: wie-mist\n", "  , id: wie-mist\n", "er staat een ‘,’ waar in een lijst iets begint"),
    (C, "  - id: wie-mist\n", "  - - id: wie-mist\n", "er staat een streepje te veel"),
    (OV, "date: ", "date: op ", "verwacht: een datum als 2026-11-28"),
    (OV, "date: 2026", "date: 26", "verwacht: een datum als"),
    (OV, "date: ", "date: 28 november 2026 #", "bedoelde je ‘2026-11-28’?"),
    (OV, "date: ", "date: 28-11-2026 #", "bedoelde je ‘2026-11-28’?"),
    (OV, "date: ", "date: 3 mrt 2026 #", "bedoelde je ‘2026-03-03’?"),
    (OV, "hide: [eigen-brief]", "hide:\n  eigen-brief\n  - begin", "een lijst, met ook voor het eerste een streepje"),
    (OV, "hide: [eigen-brief]", "hide: Een eigen brief en Begin", "een lijst, met elk ding op een eigen regel achter ‘- ’"),
    (OV, "hide: [eigen-brief]", 'hide: ["eigen-brief]', "regel 25: er staat een aanhalingsteken dat niet gesloten wordt"),
    (OV, "  - step: de-brief\n", "  step: de-brief\n", "regel 27: er staat het veld step zonder streepje waar een lijst begint; verwacht: een streepje ervoor: ‘- step: …’"),
    (OV, "steps: [m-lege-stoel]", "steps: [m-lege-stoel]\n    after: portret", "er staat ‘portret’, een stap van de sessie vak; verwacht: een stap van de sessie opening"),
    (C, "  - id: wie-mist\n", "  id: wie-mist\n", "regel 22: er staat het veld id zonder streepje waar een lijst begint"),
    (C, "text: Wie had er", 'text: "Wie had er', 'regel 25: er staat een aanhalingsteken dat niet gesloten wordt; verwacht: ook een " aan het eind van die tekst'),
    (C, "text: Het is donderdag.", 'text: "Het is donderdag.', "regel 14: er staat een aanhalingsteken dat niet gesloten wordt"),
    (C, "title: De lege stoel", "title = De lege stoel", "verwacht: ‘title: De lege stoel’"),
    (C, "title: De lege stoel", 'title: "De lege\n  stoel: nu"\nrole: a: b', "regel 7: er staat een dubbele punt met een spatie midden in een tekst; verwacht: de hele tekst tussen \"dubbele aanhalingstekens\"; ‘--herstel’ zet het recht"),
    (C, "title: De lege stoel", "title: |\n  - 'De stoel\nrole: a: b", "regel 7: er staat een dubbele punt met een spatie midden in een tekst; verwacht: de hele tekst tussen \"dubbele aanhalingstekens\"; ‘--herstel’ zet het recht"),
    (C, "## Situatie", "minutes: 5\n\n## Situatie", "er staat het veld minutes onder de kop van het bestand; verwacht: dat veld in de kop, boven de tweede ‘---’"),
    (C, "## Situatie", "Moment\n\nEen zin.\n\n## Situatie", "tekst boven het eerste blok"),
    (C, "role: beleidsadviseur", "role: beleidsadviseur\nminutes: een kwartier", "bedoelde je ‘15’?"),
    (C, "role: beleidsadviseur", "role: beleidsadviseur\nminutes: 2 uur", "bedoelde je ‘120’?"),
    (C, "role: beleidsadviseur", "role: beleidsadviseur\nminutes: 2 kwartier", "bedoelde je ‘30’?"),
    (C, "role: beleidsadviseur", "role: beleidsadviseur\nminutes: 5 van een uur", "bedoelde je ‘5’?"),
    (C, "role: beleidsadviseur", "role: beleidsadviseur\nminutes: 15 minuten", "bedoelde je ‘15’?"),
    (C, "level: gemeente", "level: ministerie", "bedoelde je ‘rijk’?"),
    (C, "---\n# Dit", "---\n---\n# Dit", "regel 2: er staat een tweede ‘---’ boven de kop"),
    (C, "---\n## Situatie", "--\n## Situatie", "regel 40: er staat ‘--’ waar de kop ophoudt; verwacht: ‘---’"),
    (C, "---\n## Situatie", "- - -\n## Situatie", "regel 40: er staat ‘- - -’ waar de kop ophoudt"),
    (C, "## Moment", "**Moment**", "regel 51: er staat ‘**Moment**’; verwacht: ‘## Moment’"),
    (C, "## Hoe het verder ging", "## Afloop", "bedoelde je ‘Hoe het verder ging’?"),
    (C, "### De aannemer", "## De aannemer", "; een stem begint met ‘### ’"),
    (F, OPTIONS, "          options: [zelf, gevraagd]\n", "een lijst van losse woorden (‘zelf’, …); verwacht: bij elk ‘- id: …’ en daaronder ‘  text: …’"),
    (F, OPTIONS, "          options: zelf of gevraagd\n", "een lijst, met voor elk ding ‘- id: …’ en daaronder ‘  text: …’"),
    (OV, "session: opening\n    steps: [m-lege-stoel]", "session: openning\n    steps: [m-lege-stoel]",
        "bedoelde je ‘opening’?"),
    (OV, "session: opening\n    steps: [m-lege-stoel]", "sessie: opening\n    steps: [m-lege-stoel]",
        "een onbekend veld ‘sessie’"),
    (OV, "steps: [m-lege-stoel]", "steps: [m-lege-stol]", "m-lege-stol.md: dit bestand ontbreekt; er staat wel ‘m-lege-stoel.md’"),
    (OV, "steps: [m-lege-stoel]", "steps: []", "een lege lijst"),
    (OV, "steps: [m-lege-stoel]", "steps: m-lege-stoel", "‘m-lege-stoel’; verwacht: een lijst"),
    (OV, "steps: [m-lege-stoel]", "steps: [begin]", "dat het programma zelf nog niet gebruikt"),
    (OV, "steps: [m-lege-stoel]", "steps: [m-lege-stoel, m-lege-stoel]", "voor de tweede keer"),
    (OV, "steps: [m-lege-stoel]", "steps: [m-lege-stoel.md]", "een id van kleine letters"),
    (OV, "steps: [m-lege-stoel]", "steps: [m-lege-stoel", "een lijst of groep die niet gesloten wordt"),
    (OV, "steps: [m-lege-stoel]", "steps: [m-lege-stoel]\n    after: begn", "bedoelde je ‘begin’?"),
    (OV, "steps: [m-lege-stoel]", "steps: [m-lege-stoel]\n    after: portret", "een stap van de sessie opening"),
    (OV, "steps: [m-lege-stoel]", "steps: [m-lege-stoel]\n    na: begin", "een onbekend veld ‘na’"),
    (OV, "steps: [m-lege-stoel]", "stappen: [m-lege-stoel]", "een onbekend veld ‘stappen’"),
    (OV, "add:\n", "add:\nadd:\n", "‘add’ voor de tweede keer"),
    (OV, "add:\n", "toevoegen:\n", "een onbekend veld ‘toevoegen’"),
    (OV, "hide: [eigen-brief]", "hide: [eigen-brif]", "bedoelde je ‘eigen-brief’?"),
    (OV, "hide: [eigen-brief]", "hide: [De lege stoel]", "dat is de titel van ‘m-lege-stoel’"),
    (OV, "hide: [eigen-brief]", "hide: [Een eigen brief]", "dat is de titel van ‘eigen-brief’"),
    (OV, "hide: [eigen-brief]", "hide: [een-eigen-brief]", "dat is de titel van ‘eigen-brief’"),
    (OV, "hide: [eigen-brief]", "hide: [De man van donderdag]", "(zoals leest-lekkerder); ‘goedwerk inhoud ids’ noemt ze"),
    (OV, "step: de-brief", "step: De Brief", "bedoelde je ‘de-brief’?"),
    (OV, "hide: [eigen-brief]", "hide: eigen-brief", "verwacht: een lijst"),
    (OV, "hide: [eigen-brief]", "hide: []", "een lege lijst"),
    (OV, "hide: [eigen-brief]", "hide: [begin, de-brief]", "ten minste één stap van de kernroute"),
    (OV, "hide: [eigen-brief]", "verberg: [eigen-brief]", "een onbekend veld ‘verberg’"),
    (OV, "step: de-brief", "step: de-brif", "bedoelde je ‘de-brief’?"),
    (OV, "step: de-brief", "stap: de-brief", "bedoelde je ‘step’?"),
    (OV, "minutes: 9", "minutes: kort", "een geheel getal van 1 tot en met 600"),
    (OV, "- id: zien", "- id: zein", "een id van een vraag van de-brief (zien of doen); bedoelde je ‘zien’?"),
    (OV, "text: Wie mist", "tekst: Wie mist", "bedoelde je ‘text’?"),
    (OV, "text: Wie mist", "text: Wie <b>mist</b>", "HTML"),
    (OV, "    minutes: 9", "    whole: true", "de-brief.md: dit bestand ontbreekt"),
    (OV, "    minutes: 9", "    whole: ja", "‘ja’; verwacht: true of false"),
    (OV, "steps: [de-brief, begin]", "steps: [de-brief]", "een lijst van ten minste 2"),
    (OV, "steps: [de-brief, begin]", "steps: [de-brief, begon]", "bedoelde je ‘begin’?"),
    (OV, "order:\n  - session: opening", "order:\n  - session: start", "een id van een sessie"),
    (OV, "was: m-stoel", "was: begin", "een id dat geen stap meer heeft"),
    (OV, "formerly:\n  - step: m-lege-stoel", "formerly:\n  - step: weg", "een id van een stap"),
    (OV, "    was: m-stoel\n", "    was: m-stoel\n  - step: m-lege-stoel\n    was: m-stoel\n", "elk eerder id bij één stap"),
    (OV, "hide: [eigen-brief]", "hide: [eigen-brief, eigen-brief]", "voor de tweede keer (eerst op regel 25); verwacht: elke stap één keer"),
    (OV, "hide: [eigen-brief]", "hide: [de-brief]", "‘de-brief’ staat onder change én onder hide; hide wint"),
    (OV, "steps: [de-brief, begin]", "steps: [eigen-brief, begin]", "‘eigen-brief’ staat onder order én onder hide"),
    (OV, "steps: [de-brief, begin]", "steps: [begin, begin]", "voor de tweede keer"),
    (OV, "steps: [m-lege-stoel]", "steps: [m-lege-stoel]\n    after: m-lege-stoel", "die er al staat"),
    (OV, "steps: [m-lege-stoel]", "steps: [m-lege-stoel]\n    after: m-wie-er-belt", "die er al staat"),
    (OV, "change:\n", "change:\n  - step: begin\n", "bij ‘begin’ niets dat verandert"),
    (OV, "text: Wie mist de brief?", "text: Wat valt je op aan de brief?", "de vraag ‘zien’ blijft zoals hij was"),
    (OV, "text: Wie mist", "text: Is er iemand die ook mist", "met ja of nee te beantwoorden"),
    (OV, "text: Wie mist", "text: " + "Wie mist dan " * 12, "een vraag van 38 woorden; hoogstens 30"),
    # the head of a step
    (C, "id: m-lege-stoel", "id: m-stoel", "‘m-stoel’; verwacht: de naam van het bestand (m-lege-stoel)"),
    (C, "id: m-lege-stoel ", "", "het veld id"),
    (C, "kind: case", "kind: casus", "bedoelde je ‘case’?"),
    (C, "kind: case", "soort: case", "het veld kind"),
    (C, "kind: case", "kind: reading", "een onbekend veld"),
    (C, "title: De lege stoel", "title: De stoel: leeg", "regel 5: er staat een dubbele punt met een spatie midden in een tekst; verwacht: de hele tekst tussen "
        "\"dubbele aanhalingstekens\"; ‘--herstel’ zet het recht"),
    (C, "title: De lege stoel", "title: [De] stoel", "er staat"),
    (C, "title: De lege stoel", "title: @stoel", "een teken waarmee een tekst niet mag beginnen"),
    (C, "title: De lege stoel", "title: 'De stoel", "regel 5: er staat een aanhalingsteken dat niet gesloten wordt"),
    (OV, "title: M", 'title: "M', "regel 6: er staat een aanhalingsteken dat niet gesloten wordt"),
    (OV, "title: M", "about: Van ons.\nDe namen niet.\ntitle: M", "regel 7: er staat een regel zonder ‘veld:’ ervoor"),
    (OV, "title: M", "about: Van ons.\n\nDe namen niet.\ntitle: M", "regel 8: er staat een regel zonder ‘veld:’ ervoor"),
    (OV, "title: M", "about: | Van ons.\ntitle: M", "regel 6: er staat tekst achter ‘|’; verwacht: de tekst op de regels eronder"),
    (OV, "hide: [eigen-brief]", "hide: [eigen-brief", "regel 25: er staat een lijst of groep die niet gesloten wordt; verwacht: een ]"),
    (OV, "hide: [eigen-brief]", "hide: [eigen-brief]]", "een ‘]’ te veel"),
    (OV, "hide: [eigen-brief]", "hide: - eigen-brief", "een streepje achter een veld; verwacht: elk ding op een eigen regel"),
    (OV, "    minutes: 9", "     minutes: 9", "regel 28: er staat een regel die 5 spaties is ingesprongen; verwacht: even ver als de regel erboven (‘step:’, 4 spaties)"),
    (OV, "    minutes: 9", "   minutes: 9", "regel 28: er staat een regel die 3 spaties is ingesprongen; verwacht: even ver als de regel erboven (‘step:’, 4 spaties)"),
    (OV, "title: M", " title: M", "regel 6: er staat een regel die 1 spatie is ingesprongen; verwacht: even ver als de regel erboven (‘id:’, helemaal vooraan)"),
    (C, "title: De lege stoel", "title: [concept] De stoel", "regel 5: er staat een tekst die met ‘[’ begint; verwacht: de hele tekst tussen"),
    (C, "title: De lege stoel", "title: {naam} de stoel", "een tekst die met ‘{’ begint"),
    (C, "title: De lege stoel", 'title: "Stoel" leeg', "regel 5: er staat een aanhalingsteken midden in een tekst"),
    (C, "title: De lege stoel", "title: 'Meerwoude's leren'", "een aanhalingsteken midden in een tekst"),
    (C, "title: De lege stoel", "title: *De stoel*", "een tekst die met ‘*’ begint"),
    (C, "title: De lege stoel", "title: %stoel", "een teken waarmee een tekst niet mag beginnen (‘%’)"),
    (C, "text: Wie had er op de lege stoel", "text: Wie had er\n  op de lege stoel", "regel 26: er staat een regel zonder ‘veld:’"),
    (C, "    hint: Begin met", "   hint: Begin met", "regel 26: er staat een regel die 3 spaties is ingesprongen; verwacht: even ver"),
    (C, "title: De lege stoel", "title: De **lege stoel", "een los ‘**’"),
    (C, "title: De lege stoel", "title: " + "stoel " * 60, "hoogstens 300 tekens"),
    (C, "title: De lege stoel", "title: De lege stoel\ntitle: Nog een", "‘title’ voor de tweede keer"),
    (C, "title: De lege stoel", "title: De *stoel #3 is leeg", "wat na ‘ #’ staat wordt niet gelezen (‘#3 is leeg’); zet de hele tekst tussen \"aanhalingstekens\"; ‘--herstel’"),
    (C, "title: De lege stoel", "titel: De lege stoel", "bedoelde je ‘title’?"),
    (C, "title: De lege stoel", "title: https://meerwoude.nl", "een webadres"),
    (C, "level: gemeente", "level: gemeentes", "bedoelde je ‘gemeente’?"),
    (C, "level: gemeente", "level: de gemeente", "een van europa, gemeente"),
    (C, "level: gemeente", "niveau: gemeente", "een onbekend veld ‘niveau’"),
    (C, "role: beleidsadviseur\n", "", "het veld role"),
    (C, "role: beleidsadviseur", "role: beleidsadviseur\ntensions: [waarheid]", "een id van een spanning"),
    (C, "role: beleidsadviseur", "role: beleidsadviseur\nminutes: een kwartier", "een geheel getal"),
    (C, "role: beleidsadviseur", "role: beleidsadviseur\nsources: Een wet", "verwacht: een lijst"),
    (C, "role: beleidsadviseur", "role: beleidsadviseur\nsources:\n  - {title: Wet, publisher: Rijk, year: nu}",
        "een geheel getal van 1500"),
    (C, "role: beleidsadviseur", "role: beleidsadviseur\nsources:\n  - {title: Wet, publisher: Rijk}", "het veld year"),
    (C, "title: De lege stoel", "title: De kaart van Mina", "de titel ‘De kaart van Mina’ heeft ook m-lege-stoel"),
    (C, "title: De lege stoel", "title: Stoel # drie", "wat na ‘ #’ staat wordt niet gelezen"),
    # choice and questions
    (C, "  text: Het is donderdag.", "  tekst: Het is donderdag.", "bedoelde je ‘text’?"),
    (C, "    - id: tekenen\n", "    - id: uitstellen\n", "‘uitstellen’ voor de tweede keer"),
    (C, "    - id: tekenen\n", "    - ", "het veld id"),
    (C, "  options:", "  opties:", "bedoelde je ‘options’?"),
    (C, "  options:", "options:", "een onbekend veld ‘options’; verwacht: dat veld onder choice, verder ingesprongen"),
    (C, "choice:", "keuze:", "een onbekend veld ‘keuze’"),
    (C, "move: see\n", "move: kijken\n", "bedoelde je ‘see’?"),
    (C, "move: see\n", "move: sea\n", "bedoelde je ‘see’?"),
    (C, "    move: see\n", "", "het veld move"),
    (C, "    move: see\n", "    move: see\n    formerly: [eigen-stoel]\n", "een id dat geen vraag van deze stap meer heeft"),
    (C, "    move: see\n", "    move: see\n    formerly: [wie-mist]\n", "een id dat geen vraag van deze stap meer heeft"),
    (C, "    move: see\n", "    move: see\n    formerly: [oud, oud]\n", "elk eerder id bij één vraag"),
    (C, "after: situatie ", "after: Situatie ", "een blok van deze stap (situatie, moment"),
    (C, "after: situatie ", "after: voor het moment ", "een blok van deze stap (situatie, moment"),
    (C, "after: situatie ", "after: situati ", "bedoelde je ‘situatie’?"),
    (C, "after: situatie ", "after: slot ", "een blok van deze stap"),
    (C, "id: eigen-stoel", "id: wie-mist", "‘wie-mist’ voor de tweede keer"),
    (C, "id: eigen-stoel", "id: eigen stoel", "een id van kleine letters"),
    (C, "    hint: Begin met", "    tip: Begin met", "een onbekend veld ‘tip’"),
    (C, "    hint: Begin met iemand die elke dag over het plein loopt.\n", "", "heeft geen hint"),
    (C, "text: Wie had er", "text: Is er iemand die er", "met ja of nee te beantwoorden"),
    (C, "text: Wie had er", "text: " + "Wie had er dan " * 12, "hoogstens 30"),
    (C, "    move: see\n", "    move: see\n    yields: woord\n", "een van furthers, hinders"),
    (C, "    move: see\n", "    move: see\n    through: kerm\n", "bedoelde je ‘kern’?"),
    (C, "    move: see\n", "     move: see\n", "een regel die 5 spaties is ingesprongen; verwacht: even ver als de regel erboven (‘after:’, 4 spaties)"),
    (C, "    move: see\n", "    move see\n", "‘move see’ zonder dubbele punt; verwacht: ‘move: see’"),
    (C, "  - id: eigen-stoel", "  id: eigen-stoel", "het veld id zonder streepje waar in een lijst iets nieuws begint; verwacht: een streepje ervoor: ‘- id: …’"),
    (C, "  - id: eigen-stoel", "    id: eigen-stoel", "‘id’ voor de tweede keer (eerst op regel 22); verwacht: elk veld één keer; begint hier iets nieuws in een lijst, dan een streepje ervoor: ‘- id: …’"),
    (C, "  - id: wie-mist", "    id: wie-mist", "regel 22: er staat het veld id zonder streepje waar een lijst begint; verwacht: een streepje ervoor: ‘- id: …’"),
    (C, "    - id: tekenen", "    id: tekenen", "het veld id zonder streepje waar in een lijst iets nieuws begint"),
    (C, "    - id: uitstellen", "      id: uitstellen", "het veld id zonder streepje waar een lijst begint"),
    (C, "  - id: wie-mist", "  - id wie-mist", "‘- id wie-mist’ zonder dubbele punt; verwacht: ‘- id: wie-mist’"),
    (Q, "questions:\n", "questions\n", "‘questions’ zonder dubbele punt; verwacht: ‘questions:’"),
    (C, "title: De lege stoel", "title De lege stoel", "regel 5: er staat ‘title De lege stoel’ zonder dubbele punt; verwacht: ‘title: De lege stoel’"),
    (OV, "title: M", "title M", "‘title M’ zonder dubbele punt; verwacht: ‘title: M’"),
    (OV, "change:\n", "change\n", "‘change’ zonder dubbele punt; verwacht: ‘change:’"),
    (OV, "steps: [m-lege-stoel]", "steps: m-lege-stoel", "een lijst ([m-lege-stoel])"),
    (OV, "hide: [eigen-brief]", "hide: eigen-brief, portret", "een lijst ([eigen-brief, portret])"),
    (OV, "hide: [eigen-brief]", "hide: [eigen-brief portret]", "met komma’s ertussen: eigen-brief, portret"),
    (OV, "hide: [eigen-brief]", "hide:\n  - eigen-brief\n    portret", "elk achter een streepje of met komma’s ertussen: eigen-brief, portret"),
    (S, "- id: bellen\n  name: bellen\n", "- id: tel\n  name: tel\n  text: Tel.\n  step: m-lege-stoel\nid: bellen\n  name: bellen\n", "het veld id zonder streepje"),
    (S, "- id: bellen\n  name: bellen\n  text: Bel eerst.\n  step: ", "id: bellen\nname: bellen\ntext: Bel eerst.\nstep: ", "een lijst, met een streepje voor elk nieuw ding: ‘- id: …’"),
    # the body
    (C, "## Situatie", "# Situatie", "een kop (‘# Situatie’)"),
    (C, "## Situatie", "##Situatie", "een kop zonder spatie"),
    (C, "## Situatie", "## De situatie", "een onbekend blok (‘## De situatie’)"),
    (C, "## Situatie", "Situatie", "regel 41: er staat ‘Situatie’; verwacht: ‘## Situatie’"),
    (C, "## Moment", "## Momment", "bedoelde je ‘Moment’?"),
    (C, "## Moment", "### Moment", "regel 51: er staat ‘### Moment’; verwacht: ‘## Moment’, want zo begint een blok"),
    (C, "## Brug", "## Moment", "‘## Moment’ voor de tweede keer"),
    (C, "### De marktmeester", "#### De marktmeester", "een kop"),
    (C, "### De marktmeester", "De marktmeester", "tekst boven de eerste stem"),
    (C, "## Stemmen\n", "## Stemmen\n\n### Niemand\n", "niets onder ‘### Niemand’"),
    (C, "## Brug\n", "## Brug\n\n---\n", "een streep"),
    (C, "## Brug\n", "## Brug\n\n![foto](foto.png)\n", "een plaatje"),
    (C, "## Brug\n", "## Brug\n\nZie [de site](https://x.nl).\n", "alleen links naar een begrip"),
    (C, "## Brug\n", "## Brug\n\nMail ons@meerwoude.nl of www.meerwoude.nl.\n", "een webadres"),
    (C, "## Brug\n", "## Brug\n\n[kaade](begrip:kaade)\n", "bedoelde je ‘kade’?"),
    (C, "## Brug\n", "## Brug\n\nEen **vet woord.\n", "een los ‘**’"),
    (C, "## Brug\n", "## Brug\n\n    Ingesprongen.\n", "een ingesprongen regel"),
    (C, "## Brug\n", "## Brug\n\n```\ncode\n```\n", "een codeblok"),
    (C, "## Brug\n", "## Brug\n\n<br>\n", "HTML"),
    (C, "---\n## Situatie", "## Situatie", "geen tweede ‘---’"),
    (T, "id: m-wie-er-belt", "id: m-wie-belt", "de naam van het bestand"),
    (T, "Op de derde", "## Kop\n\nOp de derde", "een blok (‘## Kop’); verwacht: één tekst"),
    (T, "Op de derde", "Op[1] de <i>derde</i>", "HTML"),
    (R, "level: gemeente", "level: stad", "een van europa"),
    (R, "field: schuldhulp\n", "", "het veld field"),
    (Q, "questions:\n", "vragen:\n", "een onbekend veld ‘vragen’"),
    # exercises
    (F, "result: measurement", "result: meting", "bedoelde je ‘measurement’?"),
    (F, "instruction: Bel", "instructie: Bel", "bedoelde je ‘instruction’?"),
    (F, "form:\n", "formulier:\n", "een onbekend veld ‘formulier’"),
    (F, "type: choice", "type: keuze", "bedoelde je ‘choice’?"),
    (F, OPTIONS, "", "bij choice het veld options, met ten minste twee"),
    (F, "        - id: hoe", "        - id: wie", "‘wie’ voor de tweede keer"),
    (F, "yields: intention", "yields: voornemen", "bedoelde je ‘intention’?"),
    (F, "yields: intention", "yields: intention\n          yields_as: Ik {doe}.", "een id van een veld"),
    (F, "result: measurement ", "again: weg ", "een veld form naast again"),
    (K, "  columns:", "  kolommen:", "een onbekend veld ‘kolommen’"),
    (K, "      name: genoeg\n", "      name: genoeg\n      quota: 0\n", "een geheel getal van 1"),
    (K, "    - id: minder\n", "    - id: meer\n", "‘meer’ voor de tweede keer"),
    (L, "  low: ver weg\n", "", "het veld low"),
    (L, "points: 5", "points: 12", "een geheel getal van 3 tot en met 9"),
    (L, "repeat_after: [6]", "repeat_after: [6, 3]", "maanden van weinig naar veel"),
    (L, "repeat_after: [6]", "repeat_after: 6", "verwacht: een lijst"),
    (LI, "type: choice", "type: choise", "bedoelde je ‘choice’?"),
    (LI, "result: collection", "result: collection\nrepeat_after: [3]", "alleen bij result: measurement"),
    (LI, "list:\n", "list:\n  sides: laatst\n", "een id van een choice met twee opties"),
    (X, "kinds: [strategy, note]", "kinds: [strategie]", "bedoelde je ‘strategy’?"),
    (X, "most_words: 120", "most_words: 120 woorden", "een geheel getal"),
    (X, "kinds: [strategy, note]", "steps: [weg]", "een id van een stap"),
    # lists
    (S, "step: m-lege-stoel", "step: m-lege-stol", "een id van een casus of portret"),
    (S, "step: m-lege-stoel", "step: begin", "een id van een casus of portret"),
    (S, "id: bellen", "id: tellen", "dat het programma zelf nog niet gebruikt"),
    (S, "  name: bellen\n", "", "het veld name"),
    (G, "see: [mandaat]", "see: [mandat]", "bedoelde je ‘mandaat’?"),
    (G, "term: kade", "begrip: kade", "een onbekend veld ‘begrip’"),
    (G, "term: kade", "term: Mandaat", "het begrip ‘Mandaat’ is er al, als ‘mandaat’"),
    (P, "dimension: geheel", "dimension: moed", "een id van een dimensie"),
    (P, "move: see", "move: zien", "bedoelde je ‘see’?"),
    (P, "- id: maand", "id: maand", "verwacht: even ver als de regel erboven (‘id:’, helemaal vooraan); een lijst begint met een streepje"),
]  # fmt: skip


@pytest.mark.parametrize(
    "slip", in_part([Slip(*row) for row in AUTHOR], 120), ids=lambda slip: f"{slip.file}: {slip.new[:30]!r}"
)
def test_an_author_mends_it_by_its_message(folder: Path, base: Pack, sound: dict[str, bytes], slip: Slip) -> None:
    text = sound[slip.file].decode()
    assert slip.old in text, slip
    (folder / slip.file).write_text(text.replace(slip.old, slip.new, 1), "utf-8")

    report = check_pack(folder, under=base)

    assert slip.says in told(report), told(report)
    line = next(line for line in told(report).split("\n") if slip.says in line)
    assert "regel" in line or "er staat" in line or "niet in" in line or "ontbreekt" in line
    assert ("--herstel" in line) == ("--herstel" in slip.says)


def test_a_dash_that_was_forgotten_is_told_once(folder: Path, base: Pack) -> None:
    text = (folder / C).read_text("utf-8")
    for old, new in (("  - id: eigen-stoel", "  id: eigen-stoel"), ("  - id: eigen-stoel", "    id: eigen-stoel")):
        (folder / C).write_text(text.replace(old, new), "utf-8")
        assert len([each for each in check_pack(folder, under=base).problems if each.file == C]) == 1


def re_encoded(codec: str, mark: bytes = b"") -> Callable[[Path], None]:
    def change(path: Path) -> None:
        path.write_bytes(mark + path.read_text("utf-8").encode(codec, "replace"))

    return change


def replaced(old: str, new: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    return change


def renamed(name: str) -> Callable[[Path], None]:
    return lambda path: path.rename(path.with_name(name)) and None


def doubled(path: Path) -> None:
    text = path.read_text("utf-8")
    path.write_text("".join(_taken_for_windows(each) for each in text), "utf-8")


def _taken_for_windows(sign: str) -> str:
    return "".join(bytes([each]).decode("windows-1252", "ignore") or chr(each) for each in sign.encode("utf-8"))


def in_a_folder(path: Path) -> None:
    inner = path.parent / "m-uit-de-zip"
    inner.mkdir()
    for each in list(path.parent.iterdir()):
        if each != inner:
            each.rename(inner / each.name)


def in_a_subfolder(path: Path) -> None:
    (path.parent / "casussen").mkdir()
    path.rename(path.parent / "casussen" / path.name)


MECHANICAL = [
    ("UTF-16 with a mark", OV, re_encoded("utf-16-le", codecs.BOM_UTF16_LE)),
    ("UTF-16 the other way", OV, re_encoded("utf-16-be", codecs.BOM_UTF16_BE)),
    ("UTF-16 of a case", C, re_encoded("utf-16-le", codecs.BOM_UTF16_LE)),
    ("ANSI", C, re_encoded("windows-1252")),
    ("twice encoded", C, doubled),
    ("twice encoded in a list", S, replaced("Bel eerst.", "Bel Ã©erst, zei zij â€™s ochtends.")),
    ("a tab before a field", OV, replaced("    steps: [m-lege-stoel]", "\tsteps: [m-lege-stoel]")),
    ("tabs in a head", C, replaced("    move: see", "\t\tmove: see")),
    ("a tab in the text", C, replaced("Om de tekening", "Om de\ttekening")),
    ("curly quotes round a title", C, replaced("title: De lege stoel", "title: “De lege stoel”")),
    ("low curly quotes", C, replaced("title: De lege stoel", "title: „De lege stoel”")),
    ("curly quotes round a word", C, replaced("kind: case", "kind: ‘case’")),
    ("curly double quotes round a word", C, replaced("    move: see", "    move: “see”")),
    ("a no-break space after a field", C, replaced("level: gemeente", "level:\u00a0gemeente")),
    ("a soft hyphen in an id", C, replaced("id: wie-mist", "id: wie-\u00admist")),
    ("a colon in a title", C, replaced("title: De lege stoel", "title: De stoel: leeg")),
    ("a colon at the end", C, replaced("role: beleidsadviseur", "role: beleidsadviseur:")),
    ("a number with a hash", C, replaced("title: De lege stoel", "title: Stoel #6 bleef leeg")),
    (".md.txt", C, renamed(f"{C}.txt")),
    (".yaml.txt", OV, renamed(f"{OV}.txt")),
    (".yml", OV, renamed("overlay.yml")),
    ("Overlay.yaml", OV, renamed("Overlay.yaml")),
    ("overlay without an ending", OV, renamed("overlay")),
    ("overlay.txt", OV, renamed("overlay.txt")),
    ("strategies.yaml.txt", S, renamed(f"{S}.txt")),
    ("a case without an ending", C, renamed("m-lege-stoel")),
    ("a case as text", C, renamed("m-lege-stoel.txt")),
    ("a case with capitals", C, renamed("M-Lege-Stoel.md")),
    ("a case with spaces", C, renamed("m lege stoel.md")),
    ("a case in a folder", C, in_a_subfolder),
    ("bullets in the place of hyphens", OV, replaced("  - step: de-brief", "  • step: de-brief")),
    ("a dash in the place of a hyphen", OV, replaced("  - step: de-brief", "  – step: de-brief")),
    ("no space behind a hyphen", OV, replaced("  - step: de-brief", "  -step: de-brief")),
    ("no space behind a colon", OV, replaced("title: M", "title:M")),
    ("no-break spaces for an indent", OV, replaced("    minutes: 9", "\u00a0\u00a0\u00a0\u00a0minutes: 9")),
    ("a long dash in an id", OV, replaced("step: de-brief", "step: de–brief")),
    ("a hyphen of Word in a list", OV, replaced("[eigen-brief]", "[eigen\u2011brief]")),
    ("curly quotes in a list", OV, replaced("[eigen-brief]", "[“eigen-brief”]")),
    ("curly quotes and a colon", C, replaced("title: De lege stoel", "title: “De stoel: leeg”")),
    ("an apostrophe before a word", C, replaced("title: De lege stoel", "title: 's Avonds aan tafel")),
    ("a no-break space before a heading", C, replaced("## Moment", "##\u00a0Moment")),
    ("an unseen sign behind a heading", C, replaced("## Moment", "## Moment\u200b")),
    (".MD", C, renamed("m-lege-stoel.MD")),
    (".markdown", T, renamed("m-wie-er-belt.markdown")),
    ("a folder in a folder", OV, in_a_folder),
    ("a zero-width space in an id", OV, replaced("id: m ", "id: m\u200b ")),
    ("a long dash in the place of three", C, replaced("---\n## Situatie", "—\n## Situatie")),
    ("lines before the head", C, replaced("---\n# Dit", "\n---\n# Dit")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "spoil"), in_part([row[1:] for row in MECHANICAL], 24, several=True), ids=[row[0] for row in MECHANICAL]
)
def test_what_is_mechanical_is_told_and_mended(
    folder: Path, base: Pack, sound: dict[str, bytes], file: str, spoil: Callable[[Path], None]
) -> None:
    before = told(check_pack(folder, under=base))
    spoil(folder / file)
    if file.endswith(".MD") and not (folder / file).exists():
        pytest.skip("this disk does not tell cases apart")
    wrong = check_pack(folder, under=base)
    new = [line for line in told(wrong).split("\n") if line not in before.split("\n")]
    assert new
    assert all(line.endswith("‘--herstel’ zet het recht") for line in new), new

    done = mend(folder)

    assert done
    report = check_pack(folder, under=base)
    assert report.problems == (), told(report)
    assert told(report) == before
    assert mend(folder) == []


def test_what_was_mended_is_still_there_as_it_was_each_time(folder: Path) -> None:
    case = folder / C
    raws: list[bytes] = []
    for codec in ("utf-16", "windows-1252"):
        case.write_bytes(case.read_text("utf-8").encode(codec, "replace"))
        raws.append(case.read_bytes())
        mend(folder)

    assert [(folder / f"{C}.oud{number}").read_bytes() for number in ("", 2)] == raws


def without(*names: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        for name in names:
            (folder / name).unlink()

    return change


def emptied(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()


def written(name: str, text: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        (folder / name).write_text(text, "utf-8")

    return change


def of_word(folder: Path) -> None:
    (folder / C).write_bytes(b"PK\x03\x04" + bytes(300_000))


ASTRAY = [
    (lambda folder: renamed("m-lege-stoel.docx")(folder / C), "m-lege-stoel.docx’, van Word: ‘goedwerk inhoud uit-word’"),
    (lambda folder: renamed("stoel.md")(folder / C), "m-lege-stoel.md: dit bestand ontbreekt; er staat wel ‘stoel.md’; geef"),
    (without(LI), f"{LI}: dit bestand ontbreekt; maak het, of haal ‘m-wie-weet-het’ weg uit overlay.yaml"),
    (of_word, "m-lege-stoel.md: er staat een document van Word; verwacht: tekst; ‘goedwerk inhoud uit-word’ maakt er een casus van"),
    (emptied, "overlay.yaml: dit bestand ontbreekt; de map is leeg"),
    (without(OV), "overlay.yaml: dit bestand ontbreekt"),
    (written("strategieen.yaml", "- id: a\n"), "strategieen.yaml: heeft een naam die niet gelezen wordt; bedoelde je ‘strategies.yaml’?"),
    (written("words.txt", "Meerwoude, Kooistra\n"), "words.txt, regel 1: meer dan één woord op een regel"),
]  # fmt: skip


@pytest.mark.parametrize(("spoil", "says"), ASTRAY, ids=[row[1][:40] for row in ASTRAY])
def test_a_file_that_is_elsewhere_or_not_read_is_told(
    folder: Path, base: Pack, spoil: Callable[[Path], None], says: str
) -> None:
    spoil(folder)

    report = check_pack(folder, under=base)

    assert says in told(report), told(report)
    assert "programme.yaml" not in told(report)


def test_a_file_under_another_name_is_told_once(folder: Path, base: Pack) -> None:
    renamed(f"{C}.txt")(folder / C)

    report = check_pack(folder, under=base)

    assert told(report).count(f"{C}.txt") == 1


def test_an_overlay_that_cannot_be_read_is_all_that_is_told(folder: Path, base: Pack) -> None:
    (folder / OV).write_text("id: m\ntitle: [M\n", "utf-8")

    report = check_pack(folder, under=base)

    assert [problem.file for problem in report.problems] == [OV]
    assert not any(OV in str(remark) for remark in report.warnings)


def test_what_is_sound_is_not_touched(folder: Path, base: Pack, sound: dict[str, bytes]) -> None:
    assert mend(folder) == []
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == sound
    assert check_pack(folder, under=base).problems == ()


def test_the_table_is_long_enough() -> None:
    assert len(AUTHOR) + len(MECHANICAL) >= 150
