"""What may point to a person is found often enough, and what a person changes is changed everywhere."""

import runpy
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from goedwerk_tui.base.folding import evened
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.programme import Pack
from goedwerk_tui.sharing.editing import Edits, edited, own_paragraphs, spots_in
from goedwerk_tui.sharing.entry_document import make_document
from goedwerk_tui.sharing.markdown import to_markdown
from goedwerk_tui.sharing.number_patterns import SpotKind, passes_eleven_test
from goedwerk_tui.sharing.plain_text import to_plain_text
from goedwerk_tui.sharing.privacy import Look

NOW = datetime(2026, 3, 14, 9, 5, tzinfo=UTC)
SCRIPT = Path(__file__).parents[2] / "scripts" / "measure_privacy_look.py"
PLAIN = Look({"de", "nota", "is", "af", "en", "belde", "over", "mail", "bel", "nummer", "dit"})


@pytest.mark.skipif(not SCRIPT.exists(), reason="the script is not in this copy")
def test_enough_is_found_on_the_corpus() -> None:
    measured = runpy.run_path(str(SCRIPT))["measure"]()
    assert measured.sentences - measured.without >= 150
    assert measured.without >= 100
    assert measured.recall >= 0.95
    assert measured.precision >= 0.9


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Mail jan.jansen+x@sub.voorbeeld.nl even.", SpotKind.MAIL, "jan.jansen+x@sub.voorbeeld.nl"),
        ("Bel 06 12 34 56 78.", SpotKind.PHONE, "06 12 34 56 78"),
        ("Bel 0031612345678.", SpotKind.PHONE, "0031612345678"),
        ("Nummer 111.222.333 dus.", SpotKind.NUMBER, "111.222.333"),
        ("De nota is van Jan-Willem de Boer-Smit en af.", SpotKind.NAME, "Jan-Willem de Boer-Smit"),
        ("De nota is van A.B. van der Zee en af.", SpotKind.NAME, "A.B. van der Zee"),
    ],
)
def test_a_spot_is_found_whole(text: str, kind: SpotKind, words: str) -> None:
    assert [(spot.kind, spot.words) for spot in PLAIN.spots(text)] == [(kind, words)]


FORMS = [
    *(
        (SpotKind.PHONE, words)
        for words in (
            "06-12345678", "06 12 34 56 78", "06.12.34.56.78", "06/12345678", "06/12.34.56.78", "(070) 123 45 67",
            "070 - 123 45 67", "070 – 123 45 67", "070\u2011123\u00a045\u202f67", "+31 6 12 34 56 78",
            "+31 (0)6 12345678", "+31(0)70-1234567", "0031 6 12345678", "+32 470 12 34 56", "0612345678",
        )
    ),
    *(
        (SpotKind.IBAN, words)
        for words in (
            "NL91 ABNA 0417 1643 00", "nl91abna0417164300", "NL91ABNA0417164300",
            "NL91\u00a0ABNA\u00a00417\u00a01643\u00a000",
            "DE89 3704 0044 0532 0130 00", "BE68 5390 0754 7034",
        )
    ),
    *((SpotKind.NUMBER, words) for words in ("1234.56.782", "12345678 2", "111222333", "111.222.333", "123-456-782")),
    *(
        (SpotKind.DOSSIER, words)
        for words in ("Z/24/018934", "2024-00123/JZ", "z/24/018934", "Z-2024-00123", "2023/0451/BZ")
    ),
    *(
        (SpotKind.ADDRESS, words)
        for words in (
            "1234 AB", "1234AB", "1234ab", "Dorpsstraat 12", "dorpsstraat 12", "Dorpsstraat 12b",
            "Dorpsstraat 12-3",
            "Wilhelminalaan 140", "Laan van Meerdervoort 12", "1234\u00a0AB",
        )
    ),
    *(
        (SpotKind.DATE, words)
        for words in (
            "14-03-1987", "14/3/1987", "14.03.87", "14 maart 1987", "14 mrt. 1987", "1987-03-14", "14 - 3 - 1987",
            "14\u201103\u20111987",
        )
    ),
    *((SpotKind.PLATE, words) for words in ("G-123-BB", "12-ABC-3", "AB-12-34", "g-123-bb")),
    *((SpotKind.HANDLE, words) for words in ("@pietjansen", "@jan_de.wit")),
    *(
        (SpotKind.MAIL, words)
        for words in ("jan(at)minbzk.nl", "jan@minbzk.nl", "j.de-wit (at) minbzk.nl", "jan[at]bzk[dot]nl")
    ),
    *(
        (SpotKind.LINK, words)
        for words in ("https://voorbeeld.nl/team/jan", "www.voorbeeld.nl", "linkedin.com/in/jan-de-wit")
    ),
    *((SpotKind.NAME, words) for words in ("jan de wit", "jan van der berg", "fatima")),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "words"), FORMS)
@pytest.mark.parametrize("sentence", ["De nota is van {} en af.", "{}", "({})", "Bel of mail: {}."])
def test_every_way_of_writing_it_is_found_whole_and_as_what_it_is(kind: SpotKind, words: str, sentence: str) -> None:
    if sentence == "({})" and words.startswith("("):
        return
    text = sentence.format(words)
    found = PLAIN.spots(text)
    assert [(each.kind, text[each.start : each.end]) for each in found if each.kind is kind] == [(kind, words)]
    assert len(found) == 1


@pytest.mark.parametrize(
    "text",
    [
        "De KvK was gesloten.",
        "De Prof. en de nota.",
        "De Patiënt belde.",
        "De commissaris van de Koning belde.",
        "In 2024/2025 is het af.",
        "Het was 24/7 en 3/4 af.",
        "De nota 12.3 is af.",
        "Om 10.30 uur belde de EU.",
        "In 2026 EU is het af.",
        "Het kost 1.250.000 euro.",
        "De nota is 12-3 af.",
    ],
)
def test_what_points_to_nobody_is_left_alone(text: str) -> None:
    assert [each.words for each in PLAIN.spots(text)] == []


def test_the_eleven_test() -> None:
    assert passes_eleven_test("111222333")
    assert passes_eleven_test("12345672")
    assert not passes_eleven_test("111222334")
    assert not passes_eleven_test("000000000")
    assert not passes_eleven_test("1234567890")


def test_a_list_of_ones_own() -> None:
    look = Look(set(), ["het vennetje", "ANNA"])
    assert [spot.words for spot in look.spots("ik zag anna bij Het Vennetje")] == ["anna", "Het Vennetje"]


@given(st.text(max_size=200))
@example("Aa\N{SOFT HYPHEN}")
def test_any_text_can_be_looked_at(text: str) -> None:
    """Its words are what stands there, but for signs that are not seen."""
    for spot in PLAIN.spots(text):
        assert evened(text[spot.start : spot.end]).text == spot.words


@pytest.mark.parametrize(
    "text",
    ["A" * 50_000, "Aa " * 20_000, "1 " * 30_000, "a.b@" * 20_000, "van de " * 20_000],
    ids=["één woord", "namen", "cijfers", "adressen", "tussenvoegsels"],
)
def test_a_long_text_takes_no_age(text: str) -> None:
    began = time.process_time()
    PLAIN.spots(text)
    assert time.process_time() - began < 2


def test_a_replacement_holds_through_the_whole_document(pack: Pack) -> None:
    journal = Journal.in_memory()
    journal.add(Kind.NOTE, "Jan de Boer belde.\n\nDit blijft thuis.\n\nJan lachte, Janneke niet.")
    journal.add(Kind.NOTE, "Over Jan de Boer: 0612345678.")
    document = make_document(journal.newest_first(), NOW)
    assert [each.spot.words for each in spots_in(document, PLAIN, pack)] == [
        "Jan de Boer",
        "Jan",
        "Janneke",
        "0612345678",
    ]
    assert "Dit blijft thuis." in own_paragraphs(document)
    edits = Edits({"Jan de Boer": "een collega", "Jan": "hij", "0612345678": ""}, frozenset({"Dit blijft thuis."}))
    changed = to_plain_text(edited(document, edits))
    for gone in ("Boer", "Jan ", "thuis", "0612345678"):
        assert gone not in changed
    assert "een collega belde.\n\nhij lachte, Janneke niet." in changed
    assert "Over een collega" in changed
    assert "Jan de Boer" in to_markdown(document)
    assert "Jan de Boer" in journal.newest_first()[0].text
