"""What is brought leaves as it is now: no picture takes along what it said before."""

from pathlib import Path
from typing import Any

import docx
import pytest
from support.command_line import run
from support.insight_year import Clock, Year

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal, Kind, Mark
from goedwerk_tui.programme import Pack

STAYS = "Wat er eerder anders stond, blijft hier"
FORMS = ["txt", "md", "html", "docx", "json"]


@pytest.fixture
def year(pack: Pack, places: Places) -> Year:
    clock = Clock()
    return Year(pack, Journal.open(places, clock=clock), clock)


def bring_all(year: Year) -> None:
    for each in year.journal.newest_first():
        year.journal.mark(each.id, Mark.BRING, True)
    year.journal.close()


def exported(capsys: pytest.CaptureFixture[str], target: Path, *words: str) -> tuple[str, str]:
    code, out, err = run(capsys, "exporteer", "--uitvoer", str(target), *words)
    assert code == 0, err
    if target.suffix != ".docx":
        return target.read_text("utf-8"), out + err
    document = docx.Document(str(target))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join((*(each.text for each in document.paragraphs), *cells)), out + err


@pytest.mark.parametrize("form", FORMS)
def test_an_answer_that_was_changed(capsys: pytest.CaptureFixture[str], year: Year, tmp_path: Path, form: str) -> None:
    year.answer(1, 12, "opening-afsluiting", "context", "Ik zweeg over Bas.")
    year.answer(11, 12, "opening-afsluiting", "context", "Ik spreek met iedereen.")
    year.do(1, 20, "krachtenveld", two_forces)
    bring_all(year)
    assert "Ik zweeg over Bas." in run(capsys, "inzicht", "toen-en-nu")[1]
    text, said = exported(capsys, tmp_path / f"x.{form}", "--soort", "inzicht")
    assert "Bas" not in text and STAYS in said


def two_forces(work: Any) -> Any:
    for each, side in (("tijd", "furthers"), ("haast", "hinders")):
        work = work.add(each)
        work = work.say(work.items[-1].key, work.sides, side)
    return work


def test_what_was_said_of_a_collection_before(capsys: pytest.CaptureFixture[str], year: Year, tmp_path: Path) -> None:
    def saying(text: str, moves: Any = lambda work: work) -> Any:
        return lambda work: moves(work).replaced(moves(work).afterwards.fill("opvalt", text), afterwards=True)

    def other_words(work: Any) -> Any:
        return work.rename(work.items[0].key, "rust")

    year.do(1, 20, "krachtenveld", saying("Bas remt.", two_forces))
    year.do(6, 20, "krachtenveld", saying("Iedereen trekt.", other_words))
    bring_all(year)
    assert "Bas remt." in run(capsys, "inzicht", "krachtenveld")[1]
    text, said = exported(capsys, tmp_path / "x.md", "--soort", "inzicht")
    assert "rust" in text and STAYS in said
    assert not any(words in text for words in ("Bas", "tijd"))


def test_a_vision_that_was_rewritten(capsys: pytest.CaptureFixture[str], year: Year, tmp_path: Path) -> None:
    year.do(1, 20, "mijn-visie", lambda work: work.write("waartoe", "Ik dien Bas."))
    year.do(6, 20, "mijn-visie", lambda work: work.write("waartoe", "Ik dien de stad."))
    year.do(6, 21, "krachtenveld", two_forces)
    bring_all(year)
    for kind in ("inzicht", "visie", "dagboek", "keuze"):
        assert "Bas" not in exported(capsys, tmp_path / f"{kind}.md", "--soort", kind)[0]


def test_two_pieces_that_were_both_brought_lie_side_by_side(
    capsys: pytest.CaptureFixture[str], year: Year, tmp_path: Path
) -> None:
    for month, text in ((1, "De één zweeg."), (6, "De ander sprak.")):
        note = next(iter(year.journal.newest_first(kinds={Kind.NOTE})), None) or year.journal.add(Kind.NOTE, "De nota.")
        year.do(month, 22, "dilemmaroute", lambda work, t=text, n=note: work.fill("eerder", "x", n.id).fill("vraag", t))
    bring_all(year)
    text, said = exported(capsys, tmp_path / "x.md", "--soort", "inzicht")
    assert "zweeg" in text and "sprak" in text and STAYS not in said
