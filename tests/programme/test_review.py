"""Remarks have a place and say what to look at; they never make a pack unsound."""

import shutil
from pathlib import Path

import pytest
from support.little_pack import FILES, MakePack

from goedwerk_tui.programme.check import check_pack, describe
from goedwerk_tui.programme.review.language import readability, sentences, syllables
from goedwerk_tui.programme.review.questions import can_be_answered_with_yes
from goedwerk_tui.programme.template import new_content

CASE = "1-opening/de-brief.md"
READING = "1-opening/begin.md"
EIGHT = "acht woorden die nergens anders horen te staan"


def remarks_on(folder: Path) -> list[str]:
    report = check_pack(folder)
    assert report.sound
    return [str(remark) for remark in report.warnings]


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        ({}, f"{READING}, regel 6: 20 woorden; bedoeld zijn er 250 tot 600"),
        ({}, f"{CASE}, regel 26: 32 woorden; bedoeld zijn er 280 tot 620"),
        ({}, "1-opening/session.yaml, regel 11: op de kernroute ontbreekt: twee casussen, een opdracht"),
        (
            {CASE: [("Het is kwart over vier.", "Het is kwart over vier. " + "Hij wacht. " * 160)]},
            f"{CASE}, regel 26: 336 woorden voor de keuze; hoogstens 320",
        ),
        (
            {
                CASE: [
                    (
                        "  - id: doen\n",
                        "".join(f"  - {{id: v{n}, move: see, text: Wat {n}, hint: x}}\n" for n in "abc")
                        + "  - id: doen\n",
                    )
                ]
            },
            f"{CASE}, regel 14: 5 vragen bij deze casus; bedoeld zijn er 2 tot 4",
        ),
        (
            {CASE: [("    move: act\n", "    move: judge\n")]},
            f"{CASE}, regel 14: geen vraag bij deze casus gaat over de lezer (move: recognise of act)",
        ),
        ({}, "1-opening/session.yaml, regel 6: de kernroute duurt volgens de stappen 10 minuten; hier staat 60"),
        (
            {CASE: [("Wanneer schrijf je", "Wanneer " + "schrijf en " * 15 + "schrijf je")]},
            f"{CASE}, regel 18: een vraag van 3",
        ),
        (
            {CASE: [("Wanneer schrijf je", "Heb je")]},
            f"{CASE}, regel 18: deze vraag is met ja of nee te beantwoorden: ‘Heb je",
        ),
        ({CASE: [("    hint: Kies een dag.\n", "")]}, f"{CASE}, regel 16: de vraag ‘doen’ heeft geen hint"),
        (
            {CASE: [("applies_to: [rijk]", "applies_to: [provincie]")]},
            f"{CASE}, regel 22: de bron ‘Een wet’ geldt voor provincie",
        ),
        (
            {READING: [("[het mandaat](begrip:mandaat)", "iets")]},
            "glossary.yaml, regel 2: geen tekst verwijst naar het begrip",
        ),
        (
            {
                CASE: [
                    ("level: rijk", "level: gemeente"),
                    ("kwart over vier.", "kwart over vier.\nIn het Beleidskompas staat het."),
                ]
            },
            f"{CASE}, regel 31: ‘Beleidskompas’ is van het Rijk, en dit speelt bij: gemeente",
        ),
        (
            {
                "glossary.yaml": [("term: nuloptie", "term: politiek primaat")],
                "2-vak/portret.md": [("Ze telde", "Ze kende\nhet Politiek\nprimaat en telde")],
            },
            "2-vak/portret.md, regel 10: het begrip ‘politiek primaat’ staat hier zonder link",
        ),
        (
            {
                READING: [("Er lag", f"Dit zijn {EIGHT}. Er lag")],
                "2-vak/portret.md": [("Ze telde", f"Ze telde\n*{EIGHT}*")],
            },
            f"2-vak/portret.md, regel 10: ‘{EIGHT}’ staat ook in {READING}, bij regel 6",
        ),
        (
            {"2-vak/portret.md": [("Ze telde bomen", "Er lag een boom")]},
            f"2-vak/portret.md, regel 9: begint met dezelfde drie woorden als {READING}",
        ),
    ],
)
def test_a_remark(make_pack: MakePack, edit: dict[str, list[tuple[str, str]]], told: str) -> None:
    remarks = remarks_on(make_pack(edit))

    assert any(remark.startswith(told) for remark in remarks), "\n".join(remarks)


def test_reading_ease(make_pack: MakePack) -> None:
    heavy = "De interdepartementale verantwoordelijkheidsverdeling veronderstelt organisatorische randvoorwaarden, "
    head = "---\nid: begin\nkind: reading\ntitle: Zwaar\n---\n\n"

    remarks = remarks_on(make_pack(**{READING: head + (heavy * 9).rstrip(", ") + "."}))

    assert f"{READING}, regel 7: lange zinnen: gemiddeld 54,0 woorden; streef naar hoogstens 20" in remarks
    assert any(remark.startswith(f"{READING}, regel 7: leest zwaar: Flesch-Douma -") for remark in remarks)


def test_a_step_that_can_not_be_read_may_link_a_term(make_pack: MakePack) -> None:
    report = check_pack(make_pack({READING: [("[het mandaat](begrip:mandaat)", "iets"), ("kind: reading", "kind: x")]}))

    assert not report.sound
    assert "geen tekst verwijst" not in describe(report)


def test_a_title_of_ones_own_that_the_programme_has_already(tmp_path: Path) -> None:
    step = new_content(tmp_path / "m", "casus", "m")[-1]
    step.write_text(step.read_text("utf-8").replace("title: De lege stoel", "title: Een stoel erbij"), "utf-8")

    told = "\n".join(str(remark) for remark in check_pack(tmp_path / "m").warnings)
    assert "de titel ‘Een stoel erbij’ heeft ook een-stoel-erbij" in told

    overlay = tmp_path / "m" / "overlay.yaml"
    overlay.write_text(f"{overlay.read_text('utf-8')}\nhide: [een-stoel-erbij]\n", "utf-8")
    assert "heeft ook" not in "\n".join(str(remark) for remark in check_pack(tmp_path / "m").warnings)


def test_files_that_nothing_lists(make_pack: MakePack) -> None:
    stray = FILES[READING].replace("id: begin", "id: zwerver")
    files = {"1-opening/zwerver.md": stray, "pages/los.md": FILES["pages/over.md"], "9-los/session.yaml": "id: los\n"}

    remarks = remarks_on(make_pack(**files, **{"1-opening/.zwerver.md.swp": "x"}))

    assert "1-opening/zwerver.md: staat niet in een session.yaml" in remarks
    assert "pages/los.md: staat niet bij pages in programme.yaml" in remarks
    assert "9-los/session.yaml: staat niet bij sessions in programme.yaml" in remarks
    assert not any("swp" in remark for remark in remarks)


def test_sentences_syllables_and_the_formula() -> None:
    assert sentences("Het is 16.15 uur, bijv. nu. ‘Kom,’ zegt zij. Dan?\n\n- een punt\n- nog een") == [
        "Het is 16.15 uur, bijv. nu",
        "‘Kom,’ zegt zij",
        "Dan?",
        "een punt",
        "nog een",
    ]
    assert [syllables(word) for word in ("nieuw", "beleid", "coördinatie", "mooie", "gemeente", "pst")] == [
        1,
        2,
        5,
        2,
        3,
        1,
    ]
    figures = readability("Ik ga nu weg. Zij gaat mee.")
    assert figures is not None
    assert figures.flesch_douma == pytest.approx(206.84 - 0.77 * 100 - 0.93 * 3.5)


@pytest.mark.parametrize(
    ("question", "closed"),
    [
        ("Heb je dat ooit gezegd?", True),
        ("Zou jij tekenen?", True),
        ("Denk je dat de brief helpt?", True),
        ("Je las de brief. Vind je hem goed?", True),
        ("Wat zou jij zeggen?", False),
        ("Herken je dit? Waar dan?", False),
        ("Denk aan een brief. Wie kreeg hem?", False),
        ("Is", False),
    ],
)
def test_questions_that_yes_would_answer(question: str, closed: bool) -> None:
    assert can_be_answered_with_yes(question) is closed


@pytest.mark.skipif(shutil.which("hunspell") is None, reason="hunspell is not installed")
def test_spelling(make_pack: MakePack) -> None:
    edit = {"1-opening/begin.md": [("Er lag", "Er laggg\neen kamerbrieff. Er laggg")]}
    folder = make_pack(edit, **{"words.txt": "# namen en vaktermen\nkamerbrieff\n"})

    report = check_pack(folder, spelling=True)

    if report.spelling_trouble:
        pytest.skip("hunspell has no Dutch dictionary here")
    assert [str(word) for word in report.spelling or ()] == [
        "1-opening/begin.md, regel 6: ‘laggg’ staat niet in het woordenboek (en nog 1 keer)"
    ]


def test_spelling_without_hunspell_says_so(
    make_pack: MakePack, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    report = check_pack(make_pack(), spelling=True)

    assert report.sound
    assert report.spelling is None
    assert "De spelling is niet gecontroleerd: hunspell staat niet op deze computer. Installeer hunspell" in describe(
        report
    )
