"""Strategieën and Woorden: reading an item, where it comes from, where it was used, and making it one's own."""

import pytest
from support.crossing import in_part
from support.driver import SMALL, TINY, WIDE, running

from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.collections.collection import USED
from goedwerk_tui.journal import Journal, Kind, Origin
from goedwerk_tui.programme import Pack

ASKED = Origin(
    "goed-werk", "opening", "opening-woorden", "huiswoord", "Opening", "Woorden voor je werk", "Welk [woord] valt?"
)
GONE = Origin("goed-werk", "oud", "stap-van-vroeger", "x", "Oud", "Van vroeger", "Hoe deed je dat toen?")


@pytest.fixture
def written(places: Places) -> Places:
    journal = Journal.open(places)
    journal.set_position("wat-is-goed-werk", "x")
    journal.add(Kind.STRATEGY, "Eerst bellen\nDan pas mailen.", origin=GONE)
    journal.add(Kind.TERM, "‘Rond’: er belt [niemand] meer.", origin=ASKED)
    journal.add(Kind.NOTE, "De directeur vond het RÓND.")
    journal.add(Kind.NOTE, "Rondom het stuk was het stil.")
    return places


def written_as(places: Places, kind: Kind) -> list[str]:
    return [each.text for each in Journal.open(places, read_only=True).newest_first(kinds={kind})]


async def test_a_word_with_where_it_stands(written: Places, pack: Pack) -> None:
    async with running(written, size=WIDE) as app:
        await app.choose("Woorden")
        assert f"1 woord van jou, {len(pack.glossary())} uit het programma." in app.words
        assert "er belt [niemand] meer." in app.text
        assert "Opening › Woorden voor je werk" in app.text
        assert "Welk [woord] valt?" in app.text
        assert "Gebruikt in 1 stuk" in app.text
        await app.press("enter", "enter")
        assert "De directeur vond het RÓND." in app.text
        await app.press("escape", "escape", "o")
        assert "Welk woord gebruiken jullie" in app.words


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_an_item_is_named_once_where_it_is_read(places: Places, size: tuple[int, int]) -> None:
    long = "Vragen wie er belt, en daarna pas antwoorden"
    journal = Journal.open(places)
    for text in (f"{long}\nDat scheelt.", "Terugbellen\nOok om vijf uur."):
        journal.add(Kind.STRATEGY, text)
    async with running(places, size=size) as app:
        await app.choose("Strategieën")
        for title, says, frame in (("Terugbellen", "Ook om vijf", "Terugbellen"), (long, "Dat scheelt", "Strategie ")):
            await app.go_to(title)
            await app.press("enter")
            right = [each[len(each) // 2 if size == WIDE else 0 :] for each in app.text.splitlines()]
            assert sum(title in each for each in right) == 1
            assert sum(frame in each for each in right) == 1
            assert any(says in each for each in right)
            await app.press("escape")


async def test_what_is_meant_by_a_word(written: Places) -> None:
    async with running(written) as app:
        await app.choose("Woorden")
        await app.press("b")
        assert "Wat bedoel je met ‘Rond’?" in app.text
        await app.paste("ook de bijlage")
        await app.press("enter", "enter")
        assert "ook de bijlage" in app.text
        await app.press("escape", "b", "ctrl+u", "enter", "enter")
        assert "ook de bijlage" not in app.text
        assert "er belt [niemand] meer." in app.text


async def test_a_step_that_is_gone_leaves_the_words_as_they_were(written: Places) -> None:
    async with running(written) as app:
        await app.choose("Strategieën")
        await app.press("enter")
        for each in ("Dan pas mailen.", "Oud › Van vroeger", "Hoe deed je dat toen?", "Nog niet gebruikt."):
            assert each in app.text
        assert "naar de stap" not in app.text
        await app.press("o", "escape")
        assert "Uit het programma" in app.text


async def test_telling_of_a_use(written: Places) -> None:
    async with running(written) as app:
        await app.choose("Strategieën")
        await app.press("g")
        assert "Eerst bellen" in app.text
        assert "Wanneer deed je het zo" in app.text
        await app.write("Maandag.")
        await app.press("escape", "enter")
        assert "Gebruikt in 1 stuk" in app.text
        await app.press("enter")
        assert "Maandag." in app.text
    (told,) = Journal.open(written, read_only=True).newest_first(step=USED)
    assert told.origin
    assert "bellen" not in told.origin.words


async def test_taking_one_of_the_programme_and_wording_it_anew(written: Places, pack: Pack) -> None:
    offered = pack.strategies()[0]
    async with running(written) as app:
        await app.choose("Strategieën")
        assert "neem over" not in app.text
        await app.press("down", "t")
        assert f"2 strategieën van jou, {len(pack.strategies()) - 1} uit het programma." in app.words
        await app.press("enter")
        assert offered.name in app.text
        assert "Overgenomen uit het programma." in app.words
        await app.press("e", "enter")
        await app.write(" Of ik blijf staan.")
        await app.press("escape", "escape")
        assert "Of ik blijf staan." in app.words
    mine = written_as(written, Kind.STRATEGY)
    assert len(mine) == 2
    assert mine[0] == f"{offered.name}\n\n{offered.text} Of ik blijf staan."


async def test_adding_a_word(written: Places) -> None:
    async with running(written, size=TINY) as app:
        await app.choose("Woorden")
        await app.press("n")
        await app.write("taai: het wil niet")
        await app.press("escape", "home", "enter")
        assert "taai" in app.text
        assert "het wil niet" in app.text
        await app.press("f1")
        assert "Woorden voor je werk" in app.words
        await app.press("escape", "escape", "escape")
        assert "Thuis" in app.text
    assert written_as(written, Kind.TERM)[0] == "taai: het wil niet"


async def test_a_term_of_the_text_becomes_a_word_of_ones_own(written: Places, pack: Pack) -> None:
    term = next(each for each in pack.terms_in(pack.step("wat-is-goed-werk")) if each.see)
    async with running(written) as app:
        await app.press("enter", "f4")
        await app.go_to(term.term)
        assert term.meaning[:30] in app.words
        assert f"Zie ook: {pack.glossary()[term.see[0]].term}" in app.words
        await app.press("t")
        assert "Staat ook bij je eigen woorden." in app.text
        await app.press("t", "escape")
    assert written_as(written, Kind.TERM)[0] == term.term
    assert len(written_as(written, Kind.TERM)) == 2


@pytest.mark.parametrize("size", [TINY, SMALL])
async def test_what_a_term_means_stands_below_the_list(written: Places, pack: Pack, size: tuple[int, int]) -> None:
    first = next(iter(pack.glossary().values()))
    async with running(written, size=size) as app:
        await app.choose("Begrippen")
        assert first.term in app.text
        assert first.meaning[:30] in app.words
        assert "t zet het bij je eigen woorden" in app.text


@pytest.mark.parametrize("size", in_part([TINY, SMALL, WIDE], 1))
async def test_an_empty_journal(places: Places, size: tuple[int, int]) -> None:
    async with running(places, looking_round=True, size=size) as app:
        await app.choose("Strategieën")
        assert "Nog geen van jou." in app.text
        await app.press("enter")
        assert "Laat aan tafel iemand vertellen" in app.words
        await app.press("escape", "escape")
        await app.choose("Woorden")
        await app.press("e", "f12", "o", "enter", "enter", "t", "f12", "e")
        assert "algemeen bestuur" in app.text


async def test_reading_only(written: Places) -> None:
    async with running(written), running(written) as app:
        await app.choose("Woorden")
        await app.press("n", "g", "down", "t")
        assert "1 woord van jou" in app.text
        assert "neem over" not in app.text


async def test_a_wiped_use_and_a_trashed_word_are_gone(written: Places) -> None:
    async with running(written, size=WIDE) as app:
        await app.choose("Woorden")
        await app.press("e", "delete", "escape")
        assert "Nog geen van jou." in app.text
        assert "Rond" not in app.text
