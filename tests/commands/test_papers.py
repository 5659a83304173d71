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
from goedwerk_tui.sharing.pdf import booklet_order, two_up_order


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


def on_paper(capsys: pytest.CaptureFixture[str], step: str, target: Path) -> Any:
    assert run(capsys, "verken", "--stap", step, str(target))[0] == 0
    return docx.Document(str(target))


@pytest.mark.parametrize(
    ("step", "rows", "boxes", "heads"),
    [
        ("startfoto", 36 + 3, 36 * 5, ["zelden", "bijna altijd"]),
        ("waardensortering", 40 + 3 + 1, 43 * 5, ["telt het meest (4)", "telt het minst (4)"]),
        ("ruimtekaart", 10 + 3 + 1, 13 * 5, ["mag en doe ik", "wil ik en mag nog niet"]),
        ("krachtenveld", 6 + 1, 6 * 2 * 6, ["dit helpt", "dit hindert"]),
        ("ringen-van-verantwoordelijkheid", 5, 0, ["ikzelf", "de samenleving"]),
        ("samenwerkingskaart", 6 + 1, None, []),
    ],
)
def test_an_exercise_can_be_done_with_a_pencil(  # noqa: PLR0917 - the columns of the table above
    capsys: pytest.CaptureFixture[str],
    home: Path,
    tmp_path: Path,
    step: str,
    rows: int,
    boxes: int | None,
    heads: list[str],
) -> None:
    tables = on_paper(capsys, step, tmp_path / "opdracht.docx").tables
    cells = [[cell.text for cell in row.cells] for table in tables for row in table.rows]
    assert len(cells) == rows
    assert boxes in (None, sum(cell.count("☐") for row in cells for cell in row))
    assert set(heads) <= {cell for row in cells for cell in row}


def test_no_paper_speaks_of_keys(capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path, pack: Pack) -> None:
    for number, session in enumerate(pack.programme.sessions, 1):
        target = tmp_path / f"werkboek-{number}.txt"
        assert run(capsys, "verken", "--werkboek", session.id, str(target))[0] == 0
        found = re.findall(r"\S*(?:ctrl\+|\bF\d\b|\bEnter\b|met [a-tv-z] )\S*", target.read_text("utf-8"))
        assert found == [], session.id


def test_a_case_takes_two_sides_of_a_sheet(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path, pack: Pack
) -> None:
    cases = [each for each in all_steps(pack) if isinstance(each, Case)]
    longest = max(cases, key=lambda each: sum(len(block.text) for block in each.blocks))
    for case in (longest, cases[0]):
        target = tmp_path / f"{case.id}.pdf"
        assert run(capsys, "verken", "--stap", case.id, str(target))[0] == 0
        assert len(pypdf.PdfReader(target).pages) <= 2


def test_a_booklet_to_fold(capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path) -> None:
    read: dict[str, list[str]] = {}
    for layout in ("twee-op-een", "a5-boekje"):
        target = tmp_path / f"{layout}.pdf"
        code, *_ = run(capsys, "verken", "--stap", "startfoto", str(target), "--vorm", layout)
        assert code == 0
        pages = pypdf.PdfReader(target).pages
        assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages} == {(842, 595)}
        read[layout] = [number for page in pages for number in re.findall(r"\b\d+ / \d+\b", page.extract_text())]
    whole = len(read["twee-op-een"])
    assert read["twee-op-een"] == [f"{number} / {whole}" for number in range(1, whole + 1)]
    assert sorted(read["a5-boekje"]) == sorted(read["twee-op-een"])
    assert read["a5-boekje"] == [f"{page} / {whole}" for side in booklet_order(whole) for page in side if page]


@pytest.mark.parametrize("number", range(1, 14))
def test_sheets_fold_into_the_order_of_the_pages(number: int) -> None:
    sides = booklet_order(number)
    assert len(sides) % 2 == 0
    # Sheet by sheet from the outside: the halves that come first when leafing, then from the inside out the others.
    first = [page for front, back in zip(sides[::2], sides[1::2], strict=True) for page in (front[1], back[0])]
    last = [page for front, back in zip(sides[::2], sides[1::2], strict=True) for page in (front[0], back[1])]
    leafed = [*first, *reversed(last)]
    assert leafed == [*range(1, number + 1), *([0] * (len(leafed) - number))]
    assert [page for side in two_up_order(number) for page in side if page] == list(range(1, number + 1))


def test_a_page_to_project(capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path) -> None:
    target = tmp_path / "scherm.pdf"
    assert run(capsys, "verken", "--stap", "een-stoel-erbij", str(target), "--vorm", "scherm")[0] == 0
    page = pypdf.PdfReader(target).pages[0]
    sizes: list[float] = []
    page.extract_text(
        visitor_text=lambda text, _, matrix, __, size: sizes.append(size * matrix[0]) if text.strip() else None
    )
    assert page.mediabox.width > page.mediabox.height
    assert sorted(sizes)[len(sizes) // 2] >= 18


def test_only_a_pdf_has_a_layout(capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path) -> None:
    target = tmp_path / "casus.docx"
    code, _, err = run(capsys, "verken", "--stap", "een-stoel-erbij", str(target), "--vorm", "scherm")
    assert (code, target.exists()) == (1, False)
    assert ".pdf" in err
