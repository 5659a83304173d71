"""What lies nearest in the programme to some words, or to a sentence of one's own."""

import pytest

from goedwerk_tui.guidance.programme_search import ProgrammeIndex
from goedwerk_tui.programme import Pack


@pytest.fixture(scope="module")
def index(pack: Pack) -> ProgrammeIndex:
    return ProgrammeIndex(pack)


@pytest.mark.parametrize("words", ["vergunningen", "de vergunning", "Vergunning verlenen"])
def test_a_word_is_found_in_every_form(index: ProgrammeIndex, words: str) -> None:
    found = index.find(words)
    assert "De vergunning op tafel" in [each.title for each in found][:3]
    assert "vergunning" in found[0].sentence.casefold()


def test_a_sentence_of_ones_own_finds_cases_with_the_sentence_that_matched(index: ProgrammeIndex, pack: Pack) -> None:
    found = index.find("Mijn directeur wil dat ik de cijfers anders opschrijf voordat de brief naar de Kamer gaat")
    assert len(found) == 12
    assert {pack.step(each.step).kind for each in found[:6]} & {"case", "example"}
    for each in found:
        step = pack.step(each.step)
        texts = [block.text + "".join(voice.text for voice in block.voices) for block in step.blocks]
        assert each.sentence
        assert each.item is not None or any(each.sentence[:20].strip("‘’*") in text for text in texts)


def test_a_word_half_typed_finds_what_begins_so(index: ProgrammeIndex) -> None:
    assert index.find("vergunn")


@pytest.mark.parametrize("words", ["", "   ", "12 !?", "xqzw", "de het een"])
def test_what_says_nothing_finds_nothing(index: ProgrammeIndex, words: str) -> None:
    assert index.find(words) == ()


def test_what_has_these_words_as_its_title_comes_first(index: ProgrammeIndex, pack: Pack) -> None:
    titles = [pack.step(step).title for session in pack.programme.sessions for step in session.steps]
    for title in (*titles, "startfoto", " STARTFOTO "):
        first = index.find(title)[0]
        assert (first.title.casefold(), first.item) == (title.strip().casefold(), None)
