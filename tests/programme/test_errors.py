"""Every kind of error is told with file, line, field, what is there and what is expected."""

from pathlib import Path
from typing import NamedTuple

import pytest
from support.little_pack import MakePack

from goedwerk_tui.programme import ContentError, Pack
from goedwerk_tui.programme.check import check_pack

CASE = "1-opening/de-brief.md"
READING = "1-opening/begin.md"
SESSION = "1-opening/session.yaml"
PROGRAMME = "programme.yaml"

ONE_CHANGE = [
    # fields
    (CASE, "level: rijk", "level: rijks", 5, "level", "‘rijks’; verwacht: een van "),
    (CASE, "field: wonen\n", "field: wonen\nkleur: rood\n", 7, "kleur", "een onbekend veld ‘kleur’"),
    (CASE, "role: beleidsmedewerker\n", "", 2, "role", "niets; verwacht: het veld role: een tekst op één regel"),
    (CASE, "title: De brief", "title: [De brief]", 4, "title", "een lijst; verwacht: een tekst op één regel"),
    (CASE, "title: De brief", "title: De " + "brief" * 70, 4, "title", "353 tekens; verwacht: hoogstens 300 tekens"),
    (CASE, "title: De brief", "title:", 4, "title", "niets; verwacht: een tekst"),
    (CASE, "kind: case", "kind: verhaal", 3, "kind", "‘verhaal’; verwacht: een van reading, case"),
    (CASE, "kind: case\n", "", 2, "kind", "niets; verwacht: het veld kind"),
    (CASE, "id: de-brief", "id: De Brief", 2, "id", "‘De Brief’; verwacht: een id van kleine letters"),
    (CASE, "id: de-brief", "id: brief", 2, "id", "‘brief’; verwacht: de naam van het bestand (de-brief)"),
    (CASE, "year: 2020", "year: laatst", 22, "sources[1].year", "‘laatst’; verwacht: een geheel getal van 1500 tot"),
    (CASE, "[rijk]}", "[rijk, dorp]}", 22, "sources[1].applies_to[2]", "‘dorp’; verwacht: een van "),
    (CASE, "hint: Kies een dag.", "hint: {a: b}", 19, "questions[2].hint", "een groep velden (‘a’)"),
    (CASE, "text: Wanneer schrijf", "text: Wanneer <b>schrijf", 18, "questions[2].text", "HTML (‘<b>’)"),
    (CASE, "hint: Kies", "hint: Kies [x](begrip:mandaat)", 19, "questions[2].hint", "een link"),
    (
        "1-opening/voorbereiden.md",
        "minutes: 5",
        "minutes: 0",
        5,
        "minutes",
        "‘0’; verwacht: een geheel getal van 1 tot",
    ),
    (
        "1-opening/verwerken.md",
        "questions:\n  - ",
        "questions: []\n# ",
        5,
        "questions",
        "een lege lijst; verwacht: een lijst",
    ),
    # references within a step
    (
        CASE,
        "after: situatie",
        "after: situaties",
        15,
        "questions[1].after",
        "verwacht: een blok van deze stap (situatie",
    ),
    (CASE, "move: act", "through: kernen\n    move: act", 17, "questions[2].through", "een id van een vraag"),
    (CASE, "id: doen", "id: zien", 16, "questions[2].id", "‘zien’ voor de tweede keer (eerst op regel 15)"),
    (CASE, "{id: bellen", "{id: noemen", 13, "choice.options[2].id", "‘noemen’ voor de tweede keer"),
    (
        CASE,
        "    - {id: bellen, text: Je belt eerst.}\n",
        "",
        12,
        "choice.options",
        "een lijst van 1; verwacht: een lijst van 2 tot",
    ),
    (CASE, "[waarheid-loyaliteit]", "[waarheid-trouw]", 8, "tensions[1]", "een id van een spanning uit programme.yaml"),
    # the body
    (
        CASE,
        "## Situatie",
        "## Situaties",
        24,
        "",
        "een onbekend blok (‘## Situaties’); verwacht: een van Situatie, Moment",
    ),
    (CASE, "## Moment\n", "", 0, "", "geen blok ‘## Moment’"),
    (CASE, "## Brug", "## Moment", 46, "", "het blok ‘## Moment’ voor de tweede keer (eerst op regel 28)"),
    (CASE, "## Situatie\n", "Vooraf.\n\n## Situatie\n", 24, "", "tekst boven het eerste blok"),
    (CASE, "## Stemmen\n", "## Stemmen\n\nZomaar.\n", 34, "", "tekst boven de eerste stem"),
    (CASE, "Stuur hem maar.\n", "", 34, "", "niets onder ‘### De directeur, die haast heeft’"),
    (CASE, "Het is kwart over vier.", "", 28, "", "niets onder ‘## Moment’"),
    (CASE, "Het is kwart", "# Kop\nHet is kwart", 30, "", "een kop (‘# Kop’)"),
    (CASE, "Het is kwart", "##Kop\nHet is kwart", 30, "", "een kop zonder spatie"),
    (CASE, "kwart over", "[kwart](https://nu.nl) over", 30, "", "een link (‘[kwart](https://nu.nl)’)"),
    (CASE, "kwart over", "https://nu.nl over", 30, "", "een webadres"),
    (CASE, "kwart over", "![kwart](kwart.png) over", 30, "", "een plaatje"),
    (CASE, "kwart over", "<script>kwart</script> over", 30, "", "HTML (‘<script>’)"),
    (CASE, "Het is kwart", "```\nHet is kwart", 30, "", "een codeblok"),
    (CASE, "Het is kwart", "\tHet is kwart", 30, "", "een tab"),
    (CASE, "Het is kwart", "    Het is kwart", 30, "", "een ingesprongen regel"),
    (CASE, "kwart over vier.", "kwart over vier.\n---", 31, "", "een streep"),
    (READING, "Er lag", "## Kop\nEr lag", 6, "", "een blok (‘## Kop’); verwacht: één tekst"),
    (READING, "---\nid", "id", 1, "", "‘id: begin’; verwacht: ‘---’"),
    (READING, "begin\n---", "begin", 5, "", "geen tweede ‘---’; verwacht: ‘---’ onder de kop, boven ‘Er lag"),
    # YAML
    (
        CASE,
        "title: De brief",
        "title: De brief: een klucht",
        4,
        "",
        "een dubbele punt met een spatie midden in een tekst",
    ),
    (CASE, "role: ", "role:\n\t- ", 8, "", "een tab om in te springen"),
    (CASE, "title: De", "title: '", 4, "", "een aanhalingsteken dat niet gesloten wordt"),
    (
        CASE,
        "title: De brief",
        "title: De brief\ntitle: De brief",
        5,
        "",
        "‘title’ voor de tweede keer (eerst op regel 4)",
    ),
    (CASE, "title: De", "title: !!python/object:os.system De", 4, "", "een YAML-label"),
    (CASE, "title: De brief", "title: *weg", 4, "", "een tekst die met ‘*’ begint"),
    (CASE, "title: De brief", "? [a]\n: b", 4, "", "als naam van een veld"),
    # the outline
    (
        PROGRAMME,
        "sessions: [1-opening, 2-vak]",
        "sessions: [1-opening, ../2-vak]",
        14,
        "sessions[2]",
        "verwacht: een id",
    ),
    (PROGRAMME, "sessions: [1-opening, 2-vak]", "sessions: []", 14, "sessions", "een lege lijst"),
    (PROGRAMME, "id: betrokkenheid", "id: vakmanschap", 11, "dimensions[2].id", "‘vakmanschap’ voor de tweede keer"),
    (SESSION, "dimension: geheel", "dimension: moed", 3, "dimension", "‘moed’; verwacht: een id van een dimensie"),
    (SESSION, "core: [begin, de-brief]", "core: [begin, weg]", 11, "core[2]", "‘weg’; verwacht: een stap uit steps"),
    (SESSION, "before: voorbereiden", "before: begin", 12, "group.before", "‘begin’ voor de tweede keer"),
    ("2-vak/session.yaml", "id: vak", "id: opening", 1, "id", "‘opening’, dat ook in 1-opening/session.yaml staat"),
    (
        "2-vak/session.yaml",
        "core: [terugblik]\n",
        "core: [terugblik]\nformerly: [{step: portret, was: oud}, {step: terugblik, was: oud}]\n",
        9,
        "formerly[2].was",
        "‘oud’; verwacht: elk eerder id bij één stap",
    ),
    (
        "2-vak/session.yaml",
        "[portret, t",
        "[portret, begin, t",
        7,
        "steps[2]",
        "‘begin’ voor de tweede keer (eerst in 1-opening",
    ),
    # over the whole pack
    (READING, "begrip:mandaat", "begrip:mandaten", 7, "", "een link naar ‘begrip:mandaten’"),
    ("pages/over.md", "id: over", "id: onder", 2, "id", "‘onder’; verwacht: de naam van het bestand"),
    ("glossary.yaml", "[mandaat]", "[mandje]", 1, "[1].see[1]", "‘mandje’; verwacht: een id van een begrip"),
    ("glossary.yaml", "id: mandaat", "id: nuloptie", 2, "[2].id", "‘nuloptie’ voor de tweede keer"),
    ("statements.yaml", "vakmanschap", "geheel", 1, "[1].dimension", "‘geheel’; verwacht: een id van een dimensie"),
    ("strategies.yaml", "portret", "begin", 1, "[1].step", "‘begin’; verwacht: een id van een casus of portret"),
    ("openers.yaml", "both", "iedereen", 1, "[1].to", "‘iedereen’; verwacht: een van "),
]


class Spoilt(NamedTuple):
    """One change to one file of the little pack, and what is told about it."""

    file: str
    old: str
    new: str
    line: int
    field: str
    wording: str

    @property
    def place(self) -> str:
        line = f", regel {self.line}" if self.line else ""
        field = f", veld {self.field}" if self.field else ""
        return f"{self.file}{line}{field}: er staat "


@pytest.mark.parametrize("spoilt", [Spoilt(*change) for change in ONE_CHANGE], ids=lambda spoilt: spoilt.wording)
def test_an_error_is_told_with_its_place(make_pack: MakePack, spoilt: Spoilt) -> None:
    report = check_pack(make_pack({spoilt.file: [(spoilt.old, spoilt.new)]}))

    told = [str(problem) for problem in report.problems]
    assert any(one.startswith(spoilt.place) and spoilt.wording in one for one in told), told
    assert not report.sound


def test_the_little_pack_is_sound(make_pack: MakePack) -> None:
    assert check_pack(make_pack()).problems == ()


def test_all_errors_of_a_pack_stand_in_one_report(make_pack: MakePack) -> None:
    folder = make_pack(
        {
            PROGRAMME: [("title: Een klein", "titel: Een klein")],
            SESSION: [("minutes: 60", "minutes: lang")],
            CASE: [("level: rijk", "level: rijks"), ("id: doen", "id: zien"), ("after: situatie", "after: weg")],
            READING: [("begrip:mandaat", "begrip:weg")],
        }
    )

    told = {(problem.file, problem.field) for problem in check_pack(folder).problems}

    assert told >= {
        (PROGRAMME, "titel"),
        (SESSION, "minutes"),
        (CASE, "level"),
        (CASE, "questions[2].id"),
        (CASE, "questions[1].after"),
        (READING, ""),
    }


def test_a_step_without_a_file_is_an_error(make_pack: MakePack) -> None:
    folder = make_pack(**{READING: None})

    assert [str(problem) for problem in check_pack(folder).problems] == ["1-opening/begin.md: dit bestand ontbreekt"]
    with pytest.raises(ContentError, match="dit bestand ontbreekt"):
        Pack.open(folder).step("begin")


def test_the_message_names_the_pack_the_first_problems_and_how_many_more(make_pack: MakePack) -> None:
    folder = make_pack(**{PROGRAMME: "id: x\na: 1\nb: 2\n"})

    with pytest.raises(ContentError) as raised:
        Pack.open(folder)

    message = str(raised.value)
    assert str(folder) in message
    assert "programme.yaml, regel 2, veld a: er staat een onbekend veld ‘a’" in message
    assert f"En nog {len(raised.value.problems) - 3} fouten." in message
    assert "\n" not in message


def test_a_folder_that_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="dit bestand ontbreekt"):
        Pack.open(tmp_path)
    with pytest.raises(ContentError, match="geen map"):
        Pack.open(tmp_path / "weg")
