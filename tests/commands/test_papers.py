"""Bundles, booklets and workbooks, by the command line."""

import json
import re
import sys
from pathlib import Path
from typing import Any

import docx
import lxml.html
import pypdf
import pytest

from goedwerk_tui.base.places import Places
from goedwerk_tui.commands import main
from goedwerk_tui.journal import Journal, Kind, Mark, Origin
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.model import Case, Step
from goedwerk_tui.programme.template import new_content


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(words)
    shown = capsys.readouterr()
    assert "Traceback" not in shown.err + shown.out
    return code, shown.out, shown.err


def export_of(capsys: pytest.CaptureFixture[str], folder: Path, who: str, name: str = "") -> Path:
    """One person's export in JSON: two answers and a note."""
    from goedwerk_tui.base.places import find_places

    journal = Journal.open(find_places(folder / f"dagboek-{who}.json"))
    for item, question in (("a", "Wat zag je?"), ("b", "Wat deed je?")):
        origin = Origin("goed-werk", "opening", "een-stoel-erbij", item, "Opening", "Een stoel erbij", question)
        journal.mark(journal.add(Kind.ANSWER, f"antwoord {item} van {who}", origin=origin).id, Mark.BRING, True)
    journal.mark(journal.add(Kind.NOTE, f"notitie van {who}").id, Mark.BRING, True)
    target = folder / f"{who}.json"
    words = ["exporteer", "--journal", str(folder / f"dagboek-{who}.json"), "--uitvoer", str(target), "--naam", name]
    assert run(capsys, *words)[0] == 0
    return target


def test_exports_side_by_side(capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path) -> None:
    exports = [str(export_of(capsys, tmp_path, who)) for who in ("a1", "b2", "c3")]
    target = tmp_path / "groep.html"
    code, out, _ = run(capsys, "bundel", *exports, "--uitvoer", str(target))
    assert code == 0
    assert out.index("Woo") < out.index("geschreven naar")
    page = lxml.html.fromstring(target.read_text("utf-8"))
    text = page.text_content()
    for who in ("a1", "b2", "c3"):
        for words in (f"antwoord a van {who}", f"antwoord b van {who}", f"notitie van {who}"):
            assert text.count(words) == 1
    assert [each.text for each in page.xpath("//h3")][:2] == ["Wat zag je?", "Wat deed je?"]
    assert [each.text for each in page.xpath("//h4")] == ["Bijdrage 1", "Bijdrage 2", "Bijdrage 3"] * 2
    assert "Zonder naam" in text
    assert "herkent misschien toch iemands stijl" in text
    assert "anoniem" not in text.casefold()
    assert len(page.xpath("//article//p[@class='date']")) == 0


def test_the_order_is_another_for_each_question(capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path) -> None:
    exports = [str(export_of(capsys, tmp_path, f"p{number}")) for number in range(8)]
    orders: set[str] = set()
    for number in range(3):
        target = tmp_path / f"groep{number}.json"
        assert run(capsys, "bundel", *exports, "--uitvoer", str(target))[0] == 0
        sections = json.loads(target.read_text("utf-8"))["document"]["sections"]
        for question in sections[1]["sections"]:
            each = [contribution["blocks"][0]["text"] for contribution in question["sections"]]
            orders.add(" ".join(text.rsplit(" ", 1)[1] for text in each))
    assert len(orders) > 1


def test_a_name_above_an_export_does_not_go_into_the_bundle(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path
) -> None:
    exports = [str(export_of(capsys, tmp_path, "a1", "Ria")), str(export_of(capsys, tmp_path, "b2"))]
    for form in ("txt", "html", "json"):
        target = tmp_path / f"groep.{form}"
        assert run(capsys, "bundel", *exports, "--uitvoer", str(target))[0] == 0
        text = target.read_text("utf-8")
        assert "antwoord a van a1" in text and "Ria" not in text and "Zonder naam" in text


def test_a_bundle_that_can_not_be(capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path) -> None:
    one = export_of(capsys, tmp_path, "a1")
    copy = tmp_path / "kopie.json"
    copy.write_bytes(one.read_bytes())
    forged = tmp_path / "vervalst.json"
    forged.write_text('{"program": "goedwerk", "schema": "export", "version": 1, "document": {"title": 3}}')
    newer = tmp_path / "nieuwer.json"
    newer.write_text('{"program": "goedwerk", "schema": "export", "version": 2, "document": {}}')
    deep = tmp_path / "diep.json"
    section = '{"title": "x", "sections": ['
    head = (
        '{"program": "goedwerk", "schema": "export", "version": 1, "document": {"title": "x", "date": "", "sections": ['
    )
    nested = tmp_path / "genest.json"
    nested.write_text(head + section * 200 + "]}" * 200 + "]}}")
    deep.write_text(head + section * 5000 + "]}" * 5000 + "]}}")
    journal = tmp_path / "dagboek-a1.json"
    target = tmp_path / "groep.html"
    for others, said in (
        ([], "twee of meer"),
        ([copy], "dezelfde"),
        ([forged], "klopt niet"),
        ([newer], "nieuwere versie"),
        ([deep], "geen export"),
        ([nested], "klopt niet"),
        ([journal], "is een dagboek zelf"),
        ([tmp_path / "weg.json"], "is er niet"),
        ([tmp_path], "geen gewoon bestand"),
    ):
        code, _, err = run(capsys, "bundel", str(one), *map(str, others), "--uitvoer", str(target))
        assert code == 1, others
        assert said in err
        assert err.count("\n") == 1
        assert not target.exists()


def all_steps(pack: Pack) -> list[Step]:
    return [pack.step(step) for session in pack.programme.sessions for step in session.steps]


def test_the_booklet_holds_the_whole_programme(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path, pack: Pack
) -> None:
    target = tmp_path / "programma.html"
    assert run(capsys, "verken", "--boekje", str(target))[0] == 0
    page = lxml.html.fromstring(target.read_text("utf-8"))
    text = " ".join(page.text_content().split())
    for step in all_steps(pack):
        assert " ".join(step.title.split()) in text
        for question in step.questions:
            assert " ".join(question.text.split()) in text
    assert "begrip:" not in text
    targets = {each.get("id") for each in page.xpath("//*[@id]")}
    links = [each.get("href") for each in page.xpath("//a")]
    assert len(links) > 40
    assert all(link.startswith("#") and link[1:] in targets for link in links)
    case = next(each for each in all_steps(pack) if isinstance(each, Case) and any(b.voices for b in each.blocks))
    voice = next(voice for block in case.blocks for voice in block.voices)
    folded = " ".join(" ".join(each.text_content().split()) for each in page.xpath("//details"))
    assert voice.who in folded
    assert all("open" not in each.attrib for each in page.xpath("//details"))
    assert not home.exists()
    assert run(capsys, "verken", "--boekje", str(target))[0] == 1


def test_the_booklet_holds_what_the_settings_add(
    capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path
) -> None:
    own, target = tmp_path / "eigen", tmp_path / "programma.html"
    new_content(own)
    written = next(own.glob("*.md")).read_text("utf-8")
    title = next(line.removeprefix("title: ") for line in written.splitlines() if line.startswith("title: "))
    places.settings.parent.mkdir(parents=True)
    places.settings.write_text(json.dumps({"content": str(own)}), "utf-8")
    assert run(capsys, "verken", "--boekje", str(target))[0] == 0
    assert title in lxml.html.fromstring(target.read_text("utf-8")).text_content()


def test_the_booklet_as_pdf(capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path, pack: Pack) -> None:
    target = tmp_path / "programma.pdf"
    code, out, _ = run(capsys, "verken", "--boekje", str(target))
    assert code == 0
    assert "lettertype" not in out
    reader = pypdf.PdfReader(target)
    assert len(reader.pages) > 40
    titles = {str(each.title) for each in _flat(reader.outline)}
    assert {session.title for session in pack.programme.sessions} <= titles


def test_a_pdf_where_typst_is_not_installed(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    target = tmp_path / "programma.pdf"
    code, _, err = run(capsys, "verken", "--boekje", str(target))
    assert code == 1
    assert "Word en html kunnen wel" in err
    assert not target.exists()


def _flat(outline: Any) -> list[Any]:
    return [inner for each in outline for inner in (_flat(each) if isinstance(each, list) else [each])]


@pytest.mark.parametrize("named", ["2", "Vakmanschap"])
def test_a_workbook_has_room_to_write(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path, pack: Pack, named: str
) -> None:
    target = tmp_path / "werkboek.docx"
    assert run(capsys, "verken", "--werkboek", named, str(target))[0] == 0
    word = docx.Document(str(target))
    styles = [str(each.style.name) for each in word.paragraphs if each.style is not None]
    assert styles.count("Schrijfruimte") > 50
    headings = [each.text for each in word.paragraphs if each.style is not None and each.style.name == "Heading 1"]
    case = next(pack.step(step) for step in pack.session("vakmanschap").steps if isinstance(pack.step(step), Case))
    assert headings.index(case.title) < headings.index("Achterin: stemmen en afloop")
    assert "Geen sessie" not in headings


def test_what_whoever_leads_the_meetings_needs(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path, pack: Pack
) -> None:
    for ending in ("md", "txt", "html", "docx"):
        assert run(capsys, "verken", "--begeleiding", str(tmp_path / f"groep.{ending}"))[0] == 0
    text = (tmp_path / "groep.md").read_text("utf-8")
    advised = re.findall(r"^\| (\d) \| [^|]+ \| ([^|]+) \| ([^|]+) \|$", text, re.MULTILINE)
    assert len(advised) > 15
    for number, title, step in advised:
        assert step in pack.programme.sessions[int(number) - 1].steps
        assert pack.step(step).title == title
    for case in (each for each in all_steps(pack) if isinstance(each, Case)):
        assert f"| {case.title} | {case.id} |" in text
    assert "goedwerk verken --stap een-stoel-erbij casus.docx" in text
    assert not home.exists()


def test_one_case_on_paper(capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path) -> None:
    target = tmp_path / "casus.docx"
    assert run(capsys, "verken", "--stap", "een-stoel-erbij", str(target))[0] == 0
    word = docx.Document(str(target))
    headings = [each.text for each in word.paragraphs if each.style is not None and each.style.name == "Heading 1"]
    assert headings == ["Een stoel erbij", "Achterin: stemmen en afloop"]
    code, _, err = run(capsys, "verken", "--stap", "bestaatniet", str(tmp_path / "x.docx"))
    assert code == 1
    assert "--begeleiding" in err
    assert not (tmp_path / "x.docx").exists()


def test_a_workbook_of_nothing(capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path) -> None:
    code, _, err = run(capsys, "verken", "--werkboek", "bestaatniet", str(tmp_path / "x.pdf"))
    assert code == 1
    assert "vakmanschap" in err
    assert not (tmp_path / "x.pdf").exists()
