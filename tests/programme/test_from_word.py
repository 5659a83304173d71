# ruff: noqa: E501 - a row of the table is a line
"""A case of a Word document, as somebody types it who knows headings and lists."""

from pathlib import Path
from typing import NamedTuple

import docx
import pytest
from support.command_line import run

from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.check import check_pack
from goedwerk_tui.programme.from_word import CaseDraft, NotFromWord, case_from_word, tidy
from goedwerk_tui.programme.model import Case


def document(path: Path) -> Path:
    made = docx.Document()
    made.add_heading('De kade van "Zuid"', 0)
    made.add_paragraph("Niveau: gemeente")
    made.add_heading("Situatie", 1)
    paragraph = made.add_paragraph("Je bent ")
    paragraph.add_run("adviseur").italic = True
    paragraph.add_run(" - al jaren - bij 't waterschap's buur. Er staat een * en een [haak].")
    made.add_heading("Moment", 1)
    made.add_paragraph('Het is vier uur. "Wat doen we?" vraagt zij.')
    made.add_heading("Wat doe je?", 1)
    made.add_paragraph("Je belt eerst.", style="List Bullet")
    made.add_paragraph("Je tekent: nu.", style="List Bullet")
    made.add_heading("Stemmen", 1)
    made.add_heading("De havenmeester", 2)
    made.add_paragraph("Mij belt niemand.")
    made.add_heading("Vragen", 1)
    made.add_paragraph("Wat valt je op aan de kade? (zien)")
    made.add_paragraph("Tip: kijk naar de rand.")
    made.add_paragraph("Wanneer stond jij zo?")
    made.save(str(path))
    return path


def test_a_document_becomes_a_sound_case(tmp_path: Path, pack: Pack) -> None:
    case = case_from_word(document(tmp_path / "casus.docx"), "m")
    folder = tmp_path / "m"
    folder.mkdir()
    (folder / f"{case.id}.md").write_text(case.text, "utf-8")
    overlay = f"id: m\ntitle: M\nadd:\n  - {{session: opening, steps: [{case.id}]}}\n"
    (folder / "overlay.yaml").write_text(overlay, "utf-8")

    assert check_pack(folder, under=pack).problems == ()
    step = pack.with_overlay(folder).step(case.id)
    assert isinstance(step, Case)
    assert step.title == "De kade van ‘Zuid’"
    assert step.choice
    assert [option.text for option in step.choice.options] == ["Je belt eerst.", "Je tekent: nu."]
    assert step.choice.text == "Wat doe je?"
    assert step.blocks[2].voices[0].who == "De havenmeester"
    assert [(one.move, one.hint) for one in step.questions] == [("see", "kijk naar de rand."), ("recognise", "")]
    assert "*adviseur* – al jaren – bij" in step.blocks[0].text
    assert r"een \* en een \[haak\]" in step.blocks[0].text
    assert "‘Wat doen we?’ vraagt zij" in step.blocks[1].text
    assert any("vraag 2 kreeg move" in line for line in case.did)
    assert any("role is" in line for line in case.did)


def test_what_is_no_document_or_has_no_headings_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"niet")
    bare = docx.Document()
    bare.add_paragraph("Zomaar.")
    bare.save(str(tmp_path / "b.docx"))

    for name, told in (("a.docx", "te lezen"), ("b.docx", "geen kop"), ("c.docx", "Er is geen bestand ‘.*c.docx’")):
        with pytest.raises(NotFromWord, match=told):
            case_from_word(tmp_path / name, "m")


@pytest.mark.parametrize(
    ("typed", "tidied"),
    [
        ('"Zo" zei hij', "‘Zo’ zei hij"),
        ("zo's", "zo’s"),
        ("’t is zo", "’t is zo"),
        ("een - twee", "een – twee"),
        ("„laag”", "‘laag’"),
    ],
)
def test_quotes_and_dashes_become_dutch(typed: str, tidied: str) -> None:
    assert tidy(typed) == tidied


class Line(NamedTuple):
    """What is typed in a document, and how."""

    words: str
    style: str = "Normal"
    bold: bool = False


def H(words: str, level: int = 1) -> Line:
    return Line(words, f"Heading {level}")


def typed(path: Path, *lines: Line) -> CaseDraft:
    made = docx.Document()
    for line in lines:
        made.add_paragraph(style=line.style).add_run(line.words).bold = line.bold
    made.save(str(path))
    return case_from_word(path, "m")


WHOLE = (Line("De kade", "Title"), H("Situatie"), Line("Er speelt iets."), H("Moment"), Line("Het is vier uur."))
VOICE = (H("Stemmen"), H("De buur", 2), Line("Mij belt niemand."))
SAID = [
    ((H("1. Situatie"), Line("Vooraf.")), "## Situatie\n\nEr speelt iets.\n\nVooraf.", "‘1. Situatie’ is het blok ‘Situatie’ geworden"),
    ((H("Het moment:"), Line("Nu.")), "Nu.", "‘Het moment:’ is het blok ‘Moment’ geworden"),
    ((H("Achtergrond"), Line("Al jaren zo.")), "### Achtergrond\n\nAl jaren zo.", "‘Achtergrond’ ken ik niet; hij staat nu in ‘Moment’"),
    ((*VOICE, H("Afloop"), Line("Het ging mis.")), "## Hoe het verder ging\n\nHet ging mis.", "‘Afloop’ is het blok ‘Hoe het verder ging’ geworden"),
    ((H("Stemmen"), Line("De buurvrouw", bold=True), Line("Ik slaap.")), "### De buurvrouw\n\nIk slaap.", "de vette regel ‘De buurvrouw’ is een stem geworden"),
    ((*VOICE, H("De wethouder"), Line("Ik niet.")), "### De wethouder", "staat even hoog als ‘Stemmen’ en is een stem geworden"),
    ((H("Brug"),), "---", "onder ‘Brug’ staat niets; dat blok is weggelaten"),
    ((Line("Let op <b>dit</b>."),), "Let op ‹b›dit‹/b›.", ""),
    ((Line("• Eerst bellen."),), "- Eerst bellen.", ""),
    ((Line("Niveau: Gemeentes"),), 'level: "gemeente"', "want ‘Gemeentes’ is er niet"),
    ((Line("Rol: “adviseur”"),), 'role: "adviseur"', "overgenomen: 2 blokken"),
    ((H("Keuze"), Line("- Je belt."), Line("2. Je wacht.")), 'text: "Je belt."', "ids van de opties, uit de eerste woorden: belt, wacht"),
    ((H("Keuze"), Line("Je belt.")), "# optie die niet meedoet: Je belt.", "0 opties"),
    ((H("Vragen"), Line("1. Wat zie je? (zien) Tip: kijk.")), 'move: see\n    text: "Wat zie je?"\n    hint: "kijk."', "1 vraag"),
    ((H("Vragen"), Line("Wat doe jij? (doen)\nTip: iets")), 'move: act\n    text: "Wat doe jij?"\n    hint: "iets"', "1 vraag"),
    ((H("Vragen"), Line("Wat vind jij (oordelen)?")), 'move: judge\n    text: "Wat vind jij?"', "ids van de vragen"),
    ((H("Vragen"), Line("Wie bel je? (handelen)"), Line("Tip kijk goed.")), 'move: act\n    text: "Wie bel je?"\n    hint: "kijk goed."', "is de tip bij vraag 1 geworden"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "written", "told"), SAID, ids=[row[1][:30] for row in SAID])
def test_what_is_typed_otherwise_is_kept_and_told(
    tmp_path: Path, lines: tuple[Line, ...], written: str, told: str
) -> None:
    case = typed(tmp_path / "casus.docx", *WHOLE, *lines)

    assert written in case.text, case.text
    assert told in "\n".join(case.did), case.did


def test_all_that_is_written_is_accepted_and_joins_an_overlay_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = docx.Document()
    for line in (*WHOLE, *VOICE):
        made.add_paragraph(line.words, style=line.style)
    table = made.add_table(2, 2)
    for cell, words in zip([*table.rows[0].cells, *table.rows[1].cells], ("Wie", "Wat", "Ton", "a|b <i>"), strict=True):
        cell.text = words
    made.save(str(tmp_path / "casus.docx"))
    folder = tmp_path / "meer woude"

    code, out, _ = run(
        capsys, "inhoud", "uit-word", str(tmp_path / "casus.docx"), "--map", str(folder), "--naam", "Gemeente Meerwoude"
    )

    assert code == 0
    assert f'goedwerk inhoud controleer "{folder}"' in out
    assert "naam van de map" not in out
    assert "(‘zuid’); met --naam kies je een andere" in _out_of_word(tmp_path, capsys)
    text = (folder / "gemeente-meerwoude-de-kade.md").read_text("utf-8")
    assert "| Wie | Wat |\n| --- | --- |\n| Ton | a\\|b ‹i› |" in text
    report = check_pack(folder)
    assert report.problems == ()
    overlay = (folder / "overlay.yaml").read_text("utf-8")
    assert "title: Gemeente Meerwoude" in overlay

    again = ("inhoud", "uit-word", str(tmp_path / "casus.docx"), "--map", str(folder), "--naam", "Gemeente Meerwoude")
    assert "Wil je het opnieuw, haal dan eerst dat bestand weg." in run(capsys, *again)[2]
    (folder / "gemeente-meerwoude-de-kade.md").unlink()
    assert run(capsys, *again)[0] == 0
    assert (folder / "gemeente-meerwoude-de-kade.md").read_text("utf-8") == text
    assert (folder / "overlay.yaml").read_text("utf-8") == overlay


def _out_of_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    return run(capsys, "inhoud", "uit-word", str(tmp_path / "casus.docx"), "--map", str(tmp_path / "Zuid"))[1]
