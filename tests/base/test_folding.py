"""Texts are alike however they were typed, and what is found in them is where it stands."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goedwerk_tui.base.folding import evened, fold, folded
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.sharing.editing import Edits, edited
from goedwerk_tui.sharing.entry_document import make_document
from goedwerk_tui.sharing.plain_text import to_plain_text
from goedwerk_tui.sharing.privacy import Look, SpotKind

WAYS = [
    ("collega's", "collega’s"),
    ("collega's", "collegaʼs"),
    ("collega's", "collega`s"),
    ("'goed'", "‘goed’"),
    ('"goed"', "“goed”"),
    ('"goed"', "„goed”"),
    ('"goed"', "«goed»"),
    ("beleidsmedewerker", "beleids\u00admedewerker"),
    ("beleidsmedewerker", "beleids\u200bmede\u200cwer\u200dker"),
    ("beleidsmedewerker", "\ufeffbeleidsmedewerker\u2060"),
    ("mede-werker", "mede\u2011werker"),
    ("mede-werker", "mede‐werker"),
    ("oost-west", "oost–west"),
    ("Jan de Vries", "Jan\u00a0de\u202fVries"),
    ("Jan de Vries", "jan\u2007DE\u3000vries"),
    ("één", "e\u0301e\u0301n"),
    ("een", "één"),
    ("officieel", "oﬃcieel"),
    ("ijs", "ĳs"),
    ("Straße", "STRASSE"),
    ("cafe", "ＣＡＦＥ"),
]
"""What somebody looks for, and how it may stand in a text."""


@pytest.mark.parametrize(("words", "stands"), [*WAYS, *((stands, words) for words, stands in WAYS)])
def test_search_finds_it_however_it_was_typed(words: str, stands: str) -> None:
    journal = Journal.in_memory()
    journal.add(Kind.NOTE, f"Toen zei {stands} iets.")
    assert len(journal.find(words)) == 1


@pytest.mark.parametrize(("words", "stands"), [*WAYS, *((stands, words) for words, stands in WAYS)])
def test_replacing_leaves_nothing_of_it_and_all_around_it(words: str, stands: str) -> None:
    if not words[0].isalpha():
        return
    journal = Journal.in_memory()
    journal.add(Kind.NOTE, f"Vóór {stands}, nà.")
    document = make_document(journal.newest_first(), journal.now())
    assert "Vóór IETS, nà." in to_plain_text(edited(document, Edits({words: "IETS"})))


@pytest.mark.parametrize(("words", "stands"), [pair for pair in WAYS if pair[0][0].isalpha()])
def test_ones_own_names_are_found(words: str, stands: str) -> None:
    text = f"ik zag {stands} daar"
    spots = [each for each in Look(set(), [words]).spots(text) if each.kind is SpotKind.NAME]
    assert [fold(text[each.start : each.end]) for each in spots] == [fold(words)]


@pytest.mark.parametrize(
    "number", ["06‑12345678", "06\u00a01234\u00a05678", "06\u00ad1234\u200b5678", "+31\u202f6\u00a012345678"]
)
def test_a_number_from_a_word_processor_is_found_whole(number: str) -> None:
    text = f"bel {number} even"
    (spot,) = Look(set()).spots(text)
    assert spot.kind is SpotKind.PHONE
    assert text[spot.start : spot.end] == number


@given(st.text())
def test_folding_letter_by_letter_is_folding_the_text(text: str) -> None:
    assert folded(text).text == fold(text)
    assert fold(fold(text)) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text(), st.data())
def test_every_place_leads_back(text: str, data: st.DataObject) -> None:
    for alike in (folded(text), evened(text)):
        assert list(alike.places) == sorted(alike.places)
        assert len(alike.places) == len(alike.text) + 1
        end = data.draw(st.integers(0, len(alike.text)))
        start = data.draw(st.integers(0, end))
        assert (
            alike.text[start:end]
            in fold(text[slice(*alike.place(start, end))]) + evened(text[slice(*alike.place(start, end))]).text
        )
