"""What may point to a person is found often enough, and what a person changes is changed everywhere."""

import runpy
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.sharing.editing import Edits, edited, own_paragraphs, spots_in
from goedwerk_tui.sharing.laying_out import make_document
from goedwerk_tui.sharing.markdown import to_markdown
from goedwerk_tui.sharing.plain_text import to_plain_text
from goedwerk_tui.sharing.privacy import Look, SpotKind, passes_eleven_test

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
def test_any_text_can_be_looked_at(text: str) -> None:
    for spot in PLAIN.spots(text):
        assert text[spot.start : spot.end] == spot.words


@pytest.mark.parametrize(
    "text",
    ["A" * 50_000, "Aa " * 20_000, "1 " * 30_000, "a.b@" * 20_000, "van de " * 20_000],
    ids=["één woord", "namen", "cijfers", "adressen", "tussenvoegsels"],
)
def test_a_long_text_takes_no_age(text: str) -> None:
    began = time.monotonic()
    PLAIN.spots(text)
    assert time.monotonic() - began < 2


def test_a_replacement_holds_through_the_whole_document() -> None:
    journal = Journal.in_memory()
    journal.add(Kind.NOTE, "Jan de Boer belde.\n\nDit blijft thuis.\n\nJan lachte, Janneke niet.")
    journal.add(Kind.NOTE, "Over Jan de Boer: 0612345678.")
    document = make_document(journal.newest_first(), NOW)
    assert [spot.words for spot in spots_in(document, PLAIN)] == ["Jan de Boer", "Jan", "Janneke", "0612345678"]
    assert "Dit blijft thuis." in own_paragraphs(document)
    edits = Edits({"Jan de Boer": "een collega", "Jan": "hij", "0612345678": ""}, frozenset({"Dit blijft thuis."}))
    changed = to_plain_text(edited(document, edits))
    for gone in ("Boer", "Jan ", "thuis", "0612345678"):
        assert gone not in changed
    assert "een collega belde.\n\nhij lachte, Janneke niet." in changed
    assert "Over een collega" in changed
    assert "Jan de Boer" in to_markdown(document)
    assert "Jan de Boer" in journal.newest_first()[0].text
