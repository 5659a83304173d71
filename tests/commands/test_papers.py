"""Bundles, booklets and workbooks, by the command line."""

import json
import re
import shlex
import sys
from pathlib import Path
from typing import Any

import docx
import lxml.html
import pypdf
import pytest
from docx.enum.section import WD_SECTION

from goedwerk_tui.base.places import Places
from goedwerk_tui.commands import main
from goedwerk_tui.commands.parser import build_parser
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
    code, out, _ = run(capsys, "bundel", *exports, "--ook-weinig", "--uitvoer", str(target))
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
        assert run(capsys, "bundel", *exports, "--ook-weinig", "--uitvoer", str(target))[0] == 0
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
        ([deep], "geen bestand van Goed Werk"),
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
    advised = re.findall(r"^\| (\d) \| [^|]+ \| ([^|]+) \| `([^|]+)` \|$", text, re.MULTILINE)
    assert len(advised) > 15
    for number, titles, step in advised:
        steps = pack.programme.sessions[int(number) - 1].steps
        chosen = {each.title: each.id for each in map(pack.step, steps) if isinstance(each, Case) and each.choice}
        first, second = titles.split("; ")
        assert chosen[first] == step != chosen[second]
    for case in (each for each in all_steps(pack) if isinstance(each, Case)):
        assert f"| {case.title} | `{case.id}` |" in text
    commands = re.findall(r"^`goedwerk (.+)`$", text, re.MULTILINE)
    assert len(commands) > 10
    for command in commands:
        given = build_parser().parse_args(shlex.split(command))
        assert not getattr(given, "stap", None) or pack.knows(given.stap[0])
    typed = [each.text for each in lxml.html.parse(str(tmp_path / "groep.html")).xpath("//p/code/span[1]")]
    assert typed.count("goedwerk") == len(commands)
    word = docx.Document(str(tmp_path / "groep.docx"))
    fixed = [each.text for each in word.paragraphs if each.runs and each.runs[0].font.name == "Consolas"]
    assert [each for each in fixed if each.startswith("goedwerk ")] == [f"goedwerk {each}" for each in commands]
    for table in word.tables[:4]:
        minutes = [row.cells[0].text for row in table.rows]
        assert (minutes[0], sum(map(int, minutes[1:]))) == ("minuten", 120)
        first, second = (int(each.width or 0) for each in table.columns)
        assert 0 < first < second / 3
    assert not home.exists()


def test_one_case_on_paper(capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path) -> None:
    target = tmp_path / "casus.docx"
    assert run(capsys, "verken", "--stap", "een-stoel-erbij", str(target))[0] == 0
    word = docx.Document(str(target))
    headings = [each.text for each in word.paragraphs if each.style is not None and each.style.name == "Heading 1"]
    assert headings == ["Casus", "Achterin: stemmen en afloop"]
    assert [each.text for each in word.paragraphs if each.style and each.style.name == "Title"] == ["Een stoel erbij"]
    assert run(capsys, "verken", "--stap", "Voor de eerste bijeenkomst", str(tmp_path / "voor.txt"))[0] == 0
    assert (tmp_path / "voor.txt").read_text("utf-8").startswith("Voor de eerste bijeenkomst\n")
    code, _, err = run(capsys, "verken", "--stap", "een stoel erbij", str(target))
    assert code == 1
    assert "--overschrijf" in err
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


@pytest.mark.parametrize(
    ("step", "places"),
    [
        ("startfoto", "zelden ☐ ☐ ☐ ☐ ☐ bijna altijd"),
        ("uitlijning", "elk een kant op ☐ ☐ ☐ ☐ ☐ samen"),
        ("waardensortering", "☐ | ☐ | ☐ | ☐ | ☐"),
    ],
)
def test_in_plain_text_the_places_of_a_scale_stand_on_one_line_below_what_is_placed(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path, step: str, places: str
) -> None:
    target = tmp_path / "opdracht.txt"
    assert run(capsys, "verken", "--stap", step, str(target))[0] == 0
    lines = target.read_text("utf-8").splitlines()
    assert {line.strip() for line in lines if "☐" in line} == {places}


def test_in_plain_text_a_box_stands_before_what_it_is_for(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path, pack: Pack
) -> None:
    for session in pack.programme.sessions:
        target = tmp_path / f"{session.id}.txt"
        assert run(capsys, "verken", "--werkboek", session.id, str(target))[0] == 0
        lines = target.read_text("utf-8").splitlines()
        assert not [line for line in lines if line.endswith("☐") and set(line) - set("☐ |")]


def test_no_paper_speaks_of_keys(capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path, pack: Pack) -> None:
    for number, session in enumerate(pack.programme.sessions, 1):
        target = tmp_path / f"werkboek-{number}.txt"
        assert run(capsys, "verken", "--werkboek", session.id, str(target))[0] == 0
        found = re.findall(r"\S*(?:ctrl\+|\bF\d\b|\bEnter\b|met [a-tv-z] )\S*", target.read_text("utf-8"))
        assert found == [], session.id


def test_a_case_takes_a_sheet_and_what_comes_after_choosing_another(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path, pack: Pack
) -> None:
    cases = [each for each in all_steps(pack) if isinstance(each, Case) and each.choice]
    longest = max(cases, key=lambda each: sum(len(block.text) for block in each.blocks))
    for case in (longest, cases[0]):
        target = tmp_path / f"{case.id}.pdf"
        assert run(capsys, "verken", "--stap", case.id, str(target))[0] == 0
        pages = [page.extract_text() for page in pypdf.PdfReader(target).pages]
        assert len(pages) <= 4
        assert _begins_behind(pages) == 2


def _begins_behind(pages: list[str]) -> int:
    """Return on which page, counted from nought, the part stands that is for after choosing."""
    return next(number for number, text in enumerate(pages) if BEHIND in text)


BEHIND = "Achterin: stemmen en afloop"


@pytest.mark.parametrize("layout", ["a4", "blad", "a5-boekje", "twee-op-een", "scherm"])
def test_voices_and_aftermath_are_on_a_sheet_of_their_own(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path, pack: Pack, layout: str
) -> None:
    case = pack.step("nuloptie-op-bladzijde-elf")
    voices = [voice.who for block in case.blocks for voice in block.voices]
    target = tmp_path / "casus.pdf"
    assert run(capsys, "verken", "--stap", case.id, str(target), "--vorm", layout)[0] == 0
    pages = [page.extract_text() for page in pypdf.PdfReader(target).pages]
    first = _begins_behind(pages)
    # What is printed on both sides of its sheets begins at the front of one; nothing is printed on the wall.
    assert layout == "scherm" or first % 2 == 0
    behind = "\n".join(pages[first:])
    assert all(f"\n{who}\n" in behind for who in voices)
    assert "Wat kies je, en waarom?" in "".join(pages[:first])
    assert "Wat kies je, en waarom?" not in behind


def test_voices_and_aftermath_begin_a_sheet_in_word_and_a_browser(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path
) -> None:
    word = on_paper(capsys, "nuloptie-op-bladzijde-elf", tmp_path / "casus.docx")
    before, behind = word.sections
    assert behind.start_type == WD_SECTION.ODD_PAGE
    assert "Wat kies je, en waarom?" in [each.text for each in _paragraphs(before)]
    assert _paragraphs(behind)[0].text == BEHIND
    asked = [each for each in word.paragraphs if each.style and each.style.name == "Terzijde"]
    assert all(each.paragraph_format.keep_with_next for each in asked if each.text.startswith("Kies er één"))
    page = tmp_path / "casus.html"
    assert run(capsys, "verken", "--stap", "nuloptie-op-bladzijde-elf", str(page))[0] == 0
    before, behind = lxml.html.fromstring(page.read_text("utf-8")).xpath("//main/section")
    assert before.xpath("*[last()]/@class") == ["sheet"]
    assert behind.xpath("h2")[0].text == BEHIND


def _paragraphs(section: Any) -> list[Any]:
    return [each for each in section.iter_inner_content() if hasattr(each, "runs")]


def test_a_case_without_what_comes_after_choosing_and_that_alone(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path, pack: Pack
) -> None:
    case = pack.step("nuloptie-op-bladzijde-elf")
    voices = [voice.who for block in case.blocks for voice in block.voices]
    for number, what in enumerate((("--stap", case.id), ("--werkboek", "vakmanschap"))):
        before, after = tmp_path / f"voor{number}.txt", tmp_path / f"na{number}.txt"
        assert run(capsys, "verken", *what, str(before), "--zonder-achterin")[0] == 0
        assert run(capsys, "verken", *what, str(after), "--alleen-achterin")[0] == 0
        first, last = before.read_text("utf-8"), after.read_text("utf-8")
        assert "op een eigen blad" not in first
        assert "dat krijg je als er gekozen is" in first
        assert not any(f"\n{who}\n" in first for who in voices)
        assert all(f"\n{who}\n" in last for who in voices)
        assert "Wat kies je, en waarom?" in first
        assert "Wat kies je, en waarom?" not in last
    for words, said in (
        (("--stap", "startfoto", "x.txt", "--alleen-achterin"), "geen stemmen"),
        (("--boekje", "x.html", "--zonder-achterin"), "--werkboek"),
        (("--stap", "startfoto", "x.txt", "--tot-keuze"), "niets te kiezen"),
        (("--werkboek", "1", "x.txt", "--tot-keuze"), "--stap"),
    ):
        code, _, err = run(capsys, "verken", *words)
        assert (code, said in err) == (1, True)


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


@pytest.mark.parametrize("number", [*range(1, 14), 32, 33, 44, 64, 216])
def test_eight_sheets_at_a_time_fold_into_the_order_of_the_pages(number: int) -> None:
    sides = booklet_order(number)
    assert len(sides) % 2 == 0
    leafed: list[int] = []
    for quire in (sides[at : at + 16] for at in range(0, len(sides), 16)):
        # Sheet by sheet from the outside: the halves that come first when leafing, then from the inside out the others.
        sheets = list(zip(quire[::2], quire[1::2], strict=True))
        leafed += [page for front, back in sheets for page in (front[1], back[0])]
        leafed += reversed([page for front, back in sheets for page in (front[0], back[1])])
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


def test_a_case_for_on_the_wall_ends_with_its_question_and_all_choices_on_one_page(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path, pack: Pack
) -> None:
    cases = [step for step in all_steps(pack) if isinstance(step, Case)]
    for case in sorted(cases, key=lambda case: len(str(case.choice)))[-3:]:
        assert case.choice
        target = tmp_path / f"{case.id}.pdf"
        assert run(capsys, "verken", "--stap", case.id, str(target), "--vorm", "scherm", "--tot-keuze")[0] == 0
        *before, last = [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(target).pages]
        assert last.startswith(" ".join(case.choice.text.split())[:30])
        assert all(" ".join(option.text.split())[-30:] in last for option in case.choice.options)
        assert "Iets anders, namelijk" in last
        assert not any("☐" in page for page in before)
        later = [each.text for each in case.questions if each.after in ("stemmen", "hoe-het-verder-ging", "brug")]
        assert later and not any(" ".join(each.split()) in " ".join([*before, last]) for each in later)


def test_only_a_pdf_has_a_layout(capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path) -> None:
    target = tmp_path / "casus.docx"
    code, _, err = run(capsys, "verken", "--stap", "een-stoel-erbij", str(target), "--vorm", "scherm")
    assert (code, target.exists()) == (1, False)
    assert ".pdf" in err


@pytest.mark.parametrize("session", ["opening", "vakmanschap", "verantwoordelijkheid", "betrokkenheid"])
def test_the_sheet_before_a_meeting_is_one(capsys: pytest.CaptureFixture[str], tmp_path: Path, session: str) -> None:
    for name in ("blad.docx", "blad.pdf"):
        assert run(capsys, "verken", "--stap", f"{session}-voorbereiden", str(tmp_path / name))[0] == 0
    styles = [each.style.name for each in docx.Document(str(tmp_path / "blad.docx")).paragraphs if each.style]
    assert styles.count("Schrijfruimte") == 4 * styles.count("Vraag")
    assert len(pypdf.PdfReader(tmp_path / "blad.pdf").pages) == 1
