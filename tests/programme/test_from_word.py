"""A case of a Word document, as somebody types it who knows headings and lists."""

from pathlib import Path

import docx
import pytest

from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.check import check_pack
from goedwerk_tui.programme.from_word import NotFromWord, case_from_word, tidy
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

    for name, told in (("a.docx", "te lezen"), ("b.docx", "geen kop"), ("c.docx", "te lezen")):
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
