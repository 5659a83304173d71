"""Every form holds what was chosen and nothing else, as text, by the word of readers that are not ours."""

import io
import json
import re
import unicodedata
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.export_readers import headings, read, squeezed

from goedwerk_tui.base.text import clean
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.journal import Entry, Journal, Kind, Mark, Origin
from goedwerk_tui.programme import Pack
from goedwerk_tui.sharing.entry_document import make_document
from goedwerk_tui.sharing.exchange import read_json
from goedwerk_tui.sharing.formats import Format, render
from goedwerk_tui.sharing.kinds import DocumentKind, held_by, lay_out, usual_choice
from goedwerk_tui.sharing.selection import by_id, shareable

NOW = datetime(2026, 3, 14, 9, 5, tzinfo=UTC)
HOSTILE = [
    "<script>alert(1)</script>",
    "</p></body>",
    '=HYPERLINK("http://x")',
    "+1-1",
    "@SUM(A1)",
    '#include "/etc/passwd"',
    "een\n# geen kop",
    "een\n\n## geen kop\n\n- geen lijst",
    "een\n===\n",
    "{{ 7 * 7 }}",
    "{% raw %}",
    "${x}",
    "$x^2$",
    "\\evil{}",
    '#let x = 1; #read("/etc/passwd")',
    "`code`",
    "[link](http://x)",
    "![plaatje](http://x)",
    "&lt;b&gt;",
    "a\x00b\x07c\x1b[31m",
    "los \ud83d teken",
    "voor\u202eachter\u202c",
    "\u2066isoleer\u2069",
    "\ufeffmerk \uffff",
    "'; DROP TABLE--",
    "*sterk* _nadruk_ ~~weg~~",
    "regel een\r\nregel twee\u2028regel drie",
    "%PDF-1.7",
    "../../etc/passwd",
    "-- \n> citaat",
    "| a | b |\n|---|---|\n| c | d |",
    "<w:p/> ]]> <!-- -->",
    'style="x" onclick="y"',
    "  ingesprongen\n\tmet tab",
    "\tmet\ttabs",
]
FORMATS = list(Format)
WITH_HEADINGS = [Format.MARKDOWN, Format.WEB_PAGE, Format.WORD]


def token(number: int, what: str) -> str:
    """A word that stands nowhere else, in letters that no typeface ties together."""
    return f"zq{what}{number:04d}xk"


@st.composite
def journals(draw: st.DrawFn) -> Journal:
    """A journal in which every text carries a token of its own."""
    journal = Journal.in_memory()
    for number in range(draw(st.integers(1, 8))):
        kind = draw(st.sampled_from([Kind.ANSWER, Kind.CHOICE, Kind.NOTE, Kind.VISION, Kind.CONDITION, Kind.STRATEGY]))
        hostile = draw(st.sampled_from(HOSTILE) | st.text(max_size=30))
        origin = None
        if draw(st.booleans()):
            session = draw(st.sampled_from(["opening", "vakmanschap"]))
            step = draw(st.sampled_from(["leest-lekkerder", "zes-minuten"]))
            words = f"{token(number, 'v')} {draw(st.sampled_from(HOSTILE))}"
            origin = Origin("goed-werk", session, step, f"item-{number}", session.title(), step, words)
        data = {"option": "a", "option_text": f"{token(number, 'k')} keuze"} if kind is Kind.CHOICE else None
        text = f"{hostile}\n{token(number, 't')} einde"
        entry = journal.add(kind, text, origin=origin, data=data)
        if draw(st.booleans()):
            journal.mark(entry.id, Mark.BRING, True)
        if draw(st.integers(0, 4)) == 0:
            journal.mark(entry.id, Mark.NEVER_LEAVE, True)
        if draw(st.integers(0, 5)) == 0:
            journal.trash(entry.id)
    return journal


def tokens_of(entry: Entry) -> set[str]:
    number = int(entry.text.rsplit("zqt", 1)[1][:4])
    found = {token(number, "t")}
    if entry.origin:
        found.add(token(number, "v"))
    if entry.data:
        found.add(token(number, "k"))
    return found


@pytest.mark.parametrize("format", FORMATS)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(journal=journals(), data=st.data())
def test_what_was_chosen_is_in_it_and_nothing_else(
    pack: Pack, format: Format, journal: Journal, data: st.DataObject
) -> None:
    may = shareable(journal)
    kind = data.draw(st.sampled_from(DocumentKind))
    chosen = data.draw(
        st.sampled_from([held_by(kind, journal), usual_choice(kind, journal), may])
        | st.lists(st.sampled_from(may), unique_by=lambda each: each.id).map(
            lambda some: by_id(journal, [one.id for one in some])
        )
        if may
        else st.just(may)
    )
    shown = squeezed(read(format, render(lay_out(kind, chosen, pack, NOW), format).content))
    wanted = {each for entry in chosen for each in tokens_of(entry)}
    every = {each for entry in journal.entries.values() for each in tokens_of(entry)}
    found = {each for each in every if each in shown}
    assert found == wanted or (kind is DocumentKind.INSIGHT and found <= wanted)  # a picture shows a part of it


@pytest.mark.parametrize("format", FORMATS)
def test_hostile_text_comes_out_as_text(format: Format) -> None:
    for hostile in HOSTILE:
        journal = Journal.in_memory()
        origin = Origin("p", "s", "t", "i", f"Sessie {hostile}", f"Stap {hostile}", f"Vraag {hostile}")
        journal.add(Kind.NOTE, hostile, origin=origin)
        content = render(make_document(journal.newest_first(), NOW), format).content
        shown = squeezed(read(format, content))
        expected = squeezed(clean(hostile))
        assert shown.count(expected) >= 4, (hostile, shown)
        if format in WITH_HEADINGS:
            assert len(headings(format, content)) == 3, hostile


def test_a_pdf_names_what_its_typefaces_lack() -> None:
    journal = Journal.in_memory()
    journal.add(Kind.NOTE, "lach 😀 of 中文 maar niet é")
    rendered = render(make_document(journal.newest_first(), NOW), Format.PDF)
    assert set(rendered.lacking) == {"😀", "中", "文"}
    shown = squeezed(read(Format.PDF, rendered.content))
    assert "lach[U+1F600]of[U+4E2D][U+6587]maarnieté" in shown


def test_what_no_typeface_carries_leaves_all_other_words_alone() -> None:
    journal = Journal.in_memory()
    words = "e\u0301e\u0301n \ufb01ets is oke\u0301 ve\u0308r en ĳs"
    journal.add(Kind.NOTE, f"{words} \U0001f469\u200d\U0001f467 e\u20e0")
    rendered = render(make_document(journal.newest_first(), NOW), Format.PDF)
    shown = unicodedata.normalize("NFKC", read(Format.PDF, rendered.content))
    for word in ("één", "fiets", "oké", "vër", "ijs"):
        assert word in shown
    assert {"é", "ë", "ﬁ"}.isdisjoint(rendered.lacking)


def test_a_long_address_in_a_pdf_is_whole_and_leads_somewhere() -> None:
    address = "https://www.voorbeeld.nl/" + "een/lang/adres/" * 12 + "?a=1&b=2"
    journal = Journal.in_memory()
    journal.add(Kind.NOTE, f"Zie {address}.")
    reader = pypdf.PdfReader(io.BytesIO(render(make_document(journal.newest_first(), NOW), Format.PDF).content))
    shown = reader.pages[0].extract_text()
    assert "\u200b" not in shown
    assert address in re.sub(r"\s", "", shown)
    links: list[Any] = [each.get_object() for each in reader.pages[0]["/Annots"]]  # pyright: ignore[reportGeneralTypeIssues]
    assert {each["/A"]["/URI"] for each in links} == {address}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("x" * 1_000_000, id="one word"),
        pytest.param(("x" * 1900 + " ") * 300, id="long words", marks=pytest.mark.long),
        pytest.param(("x" * 60 + " ") * 2000, id="many long words", marks=pytest.mark.long),
        pytest.param("https://voorbeeld.nl/ " * 2000, id="many links"),
        pytest.param("字" * 100_000, id="no glyphs"),
    ],
)
def test_words_without_end_and_links_without_number_become_a_pdf(text: str) -> None:
    """Typeset as they are these took minutes, or could not be typeset at all."""
    journal = Journal.in_memory()
    origin = Origin("p", "s", "t", "i", "Sessie", "Stap", f"Vraag {text[:5_000]}")
    journal.add(Kind.ANSWER, f"begin {text} einde", origin=origin)
    reader = pypdf.PdfReader(io.BytesIO(render(make_document(journal.newest_first(), NOW), Format.PDF).content))
    assert "begin" in "".join(each.extract_text() for each in reader.pages[:40])
    assert "einde" in "".join(each.extract_text() for each in reader.pages[-2:])


def test_from_three_pages_on_there_are_contents_and_every_page_has_its_number() -> None:
    journal = Journal.in_memory()
    for number in range(30):
        origin = Origin("p", "s", f"t{number}", "i", "Sessie", f"Stap {number}", "Vraag")
        journal.add(Kind.ANSWER, "Een zin die even duurt. " * 20, origin=origin)
    for entries, expected in ((journal.newest_first(), True), (journal.newest_first()[:1], False)):
        document = make_document(entries, NOW)
        word: Any = docx.Document(io.BytesIO(render(document, Format.WORD).content))
        listed = [each.text for each in word.paragraphs if each.style.name == "toc 2"]
        steps = [each.text for each in word.paragraphs if each.style.name == "Heading 2"]
        assert listed == (steps if expected else [])
        aims = word.element.body.xpath(".//w:hyperlink/@w:anchor")
        assert set(aims) == set(word.element.body.xpath(".//w:bookmarkStart/@w:name"))
        fields = [each.text for each in word.sections[0].footer._element.xpath(".//w:instrText")]
        assert fields == ["PAGE", "NUMPAGES"]
        pages = pypdf.PdfReader(io.BytesIO(render(document, Format.PDF).content)).pages
        assert ("Inhoud" in pages[0].extract_text()) is expected
        assert pages[-1].extract_text().rstrip().endswith(f"{len(pages)} / {len(pages)}")


def test_word_holds_no_styles_that_nothing_is_written_in() -> None:
    content = render(make_document([], NOW), Format.WORD).content
    names = {each.name for each in docx.Document(io.BytesIO(content)).styles}
    assert not [name for name in names if name and ("Accent" in name or "Body" in name or "Macro" in name)]


@pytest.mark.parametrize(
    "text", ["؍\t\U000191d3", "\u200b中\u0301", "\ufeffa", "हि\u200d中", "".join(map(chr, range(0x4E00, 0x4F00)))]
)
def test_any_mixture_of_scripts_becomes_a_pdf(text: str) -> None:
    journal = Journal.in_memory()
    journal.add(Kind.NOTE, f"{text}\nen dan verder")
    shown = read(Format.PDF, render(make_document(journal.newest_first(), NOW), Format.PDF).content)
    assert "en dan verder" in shown


def test_a_pdf_is_tagged_and_dutch() -> None:
    journal = Journal.in_memory()
    journal.add(Kind.NOTE, "tekst")
    reader = pypdf.PdfReader(io.BytesIO(render(make_document(journal.newest_first(), NOW), Format.PDF).content))
    root: Any = reader.trailer["/Root"].get_object()
    assert str(root["/Lang"]).startswith("nl")
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert reader.metadata and reader.metadata.title == "Uit mijn dagboek Goed Werk"
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()


def test_word_is_dutch_with_real_headings() -> None:
    journal = Journal.in_memory()
    journal.add(Kind.NOTE, "tekst", origin=Origin("p", "s", "t", "i", "Sessie", "Stap", "Vraag"))
    word: Any = docx.Document(io.BytesIO(render(make_document(journal.newest_first(), NOW), Format.WORD).content))
    assert [(p.style.name, p.text) for p in word.paragraphs[:5]] == [
        ("Title", "Uit mijn dagboek Goed Werk"),
        ("Subtitle", "14 maart 2026"),
        ("Heading 1", "Sessie"),
        ("Heading 2", "Stap"),
        ("Vraag", "Vraag"),
    ]
    languages = {each.get(qn("w:val")) for each in word.styles.element.iter(qn("w:lang"))}
    assert languages == {"nl-NL"}


def test_a_template_of_a_department(tmp_path: Path) -> None:
    template: Any = docx.Document()
    template.add_paragraph("tekst van het sjabloon")
    template.sections[0].header.paragraphs[0].text = "Ministerie van Voorbeelden"
    template.styles["Heading 1"].font.name = "Verdana"
    template.save(str(tmp_path / "huisstijl.docx"))
    journal = Journal.in_memory()
    journal.add(Kind.NOTE, "eigen tekst")
    content = render(make_document(journal.newest_first(), NOW), Format.WORD, tmp_path / "huisstijl.docx").content
    word: Any = docx.Document(io.BytesIO(content))
    assert word.sections[0].header.paragraphs[0].text == "Ministerie van Voorbeelden"
    assert word.styles["Heading 1"].font.name == "Verdana"
    assert "eigen tekst" in read(Format.WORD, content)
    assert "sjabloon" not in read(Format.WORD, content)


def test_json_comes_back_as_it_was(tmp_path: Path) -> None:
    journal = Journal.in_memory()
    for hostile in HOSTILE:
        journal.add(Kind.NOTE, hostile, origin=Origin("p", "s", "t", "i", "Sessie", "Stap", hostile))
    document = make_document(journal.newest_first(), NOW)
    (tmp_path / "x.json").write_bytes(render(document, Format.JSON).content)
    assert read_json(tmp_path / "x.json") == document
    assert json.loads((tmp_path / "x.json").read_text("utf-8"))["version"] == 1


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_page_has_landmarks_and_enough_contrast() -> None:
    journal = Journal.in_memory()
    journal.add(Kind.NOTE, "tekst")
    page = render(make_document(journal.newest_first(), NOW), Format.WEB_PAGE).content.decode()
    assert '<html lang="nl">' in page
    for landmark in ("<header", "<main", "<h1"):
        assert page.count(landmark) == 1
    palettes = [dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", each)) for each in re.findall(r":root \{[^}]*\}", page)]
    palettes = [each for each in palettes if len(each) == 6]
    assert len(palettes) == 2
    for colours in palettes:
        for ink, ground in (("ink", "page"), ("ink", "own"), ("quiet", "page"), ("accent", "page")):
            light, dark = sorted((_luminance(colours[ink]), _luminance(colours[ground])), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, ground, colours)


def test_more_text_than_a_form_can_carry_is_refused_at_once() -> None:
    journal = Journal.in_memory()
    journal.add(Kind.NOTE, "woord " * 1_500_000)
    document = make_document(journal.newest_first(), NOW)
    for format in (Format.WORD, Format.PDF):
        with pytest.raises(Trouble, match="te veel tekst"):
            render(document, format)
    for format in (Format.MARKDOWN, Format.TEXT, Format.WEB_PAGE, Format.JSON):
        assert len(render(document, format).content) > 8_900_000
