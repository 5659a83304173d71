"""Dagboek: grouped by day, filtered, and what is in front read beside the list."""

from datetime import UTC, datetime

import pytest
from support.driver import SMALL, WIDE, Driver, running
from textual.widgets import Static

from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.exercises.form import Box, Form
from goedwerk_tui.guidance.exercises.persistence import values_of
from goedwerk_tui.guidance.exercises.scale import PlacedItem, Scale
from goedwerk_tui.journal import Journal, Kind, Mark, Origin

ASKED = Origin("goed-werk", "opening", "taart", "a", "Opening", "Taart", "Wie kreeg er geen stuk?")


@pytest.fixture
def written(places: Places) -> Places:
    """Write over a year and a bit: two pieces on one day, an exercise, and what was left of an export."""
    now = datetime(2025, 3, 4, 9, tzinfo=UTC)
    journal = Journal.open(places, clock=lambda: now)
    journal.add(Kind.NOTE, "uit een vorig voorjaar")
    now = datetime(2026, 10, 5, 9, tzinfo=UTC)
    journal.add(Kind.ANSWER, "de stagiair", origin=ASKED)
    now = datetime(2026, 10, 5, 10, tzinfo=UTC)
    journal.mark(journal.add(Kind.NOTE, "over de nota").id, Mark.BRING, True)
    now = datetime(2026, 11, 23, 9, tzinfo=UTC)
    placed = [("vergunning", 3), ("overleg", 1), ("raad", 2)]
    scale = Scale(
        points=3, items=tuple(PlacedItem(id=each, text=each, low="nee", high="ja", at=at) for each, at in placed)
    )
    journal.add(Kind.EXERCISE, scale.text(), origin=ASKED, data=values_of(scale))
    journal.add(Kind.LOG, "naar de groep.docx")
    journal.close()
    return places


async def test_each_day_is_named_once_and_an_exercise_is_told_in_words(written: Places) -> None:
    async with running(written, size=SMALL) as app:
        await app.press("3")
        assert "Dagboek · 4 stukken" in app.text
        rows = [" ".join(line.split()).removeprefix("▌ ") for line in app.text.splitlines()]
        first = rows.index("november 2026")
        assert rows[first : first + 9] == [
            "november 2026",
            "ma 23 Taart ‘ja’: vergunning; ‘nee’: overleg",
            "",
            "oktober 2026",
            "ma 5 ● Notitie over de nota",
            "Taart de stagiair",
            "",
            "maart 2025",
            "di 4 Notitie uit een vorig voorjaar",
        ]
        assert "Wie kreeg er geen stuk?" not in app.text


@pytest.mark.parametrize(("size", "frame"), [(SMALL, "━ {} ━"), (WIDE, "┏━  {}  ━")], ids=["small", "wide"])
async def test_the_frame_of_the_list_says_what_is_in_it(written: Places, size: tuple[int, int], frame: str) -> None:
    async with running(written, size=size) as app:
        await app.press("3")
        assert frame.format("Dagboek · 4 stukken") in app.text and app.text.count("4 stukken") == 1
        await app.press("g")
        assert frame.format("Dagboek · gaat mee · 1 stuk") in app.text
        await app.press("p")
        assert frame.format("Prullenbak · gaat mee · niets gevonden") in app.text


async def test_what_is_in_front_is_read_beside_the_list(written: Places) -> None:
    async with running(written, size=WIDE) as app:
        await app.press("3", "down", "down")
        for words in ("Opening › Taart", "Wie kreeg er geen stuk?", "Geschreven op maandag 5 oktober 2026"):
            assert words in app.words
        await app.press("ctrl+g")
        assert "● gaat mee naar de bijeenkomst" in app.words
        await app.press("end")
        assert "Geschreven op dinsdag 4 maart 2025" in app.words
        assert "Wie kreeg er geen stuk?" not in app.text


async def test_the_list_is_filtered_by_what_there_is_and_esc_shows_all_again(written: Places) -> None:
    async with running(written, size=SMALL) as app:
        await app.press("3", "s")
        assert "Opening · 2 stukken" in app.text and "losse notities · 2 stukken" in app.text
        await app.press("escape", "g")
        assert "Dagboek · gaat mee · 1 stuk" in app.text
        await app.press("g", "d")
        for choice in ("november 2026 · 1 stuk", "oktober 2026 · 2 stukken", "maart 2025 · 1 stuk"):
            assert choice in app.text
        await app.go_to("oktober 2026")
        await app.press("enter", "k")
        await app.go_to("antwoord")
        await app.press("enter")
        assert "Dagboek · antwoord · oktober 2026 · 1 stuk" in app.text
        assert "over de nota" not in app.text
        await app.press("s", "down", "down", "enter")
        assert "niets gevonden" in app.text
        await app.press("escape")
        assert "Dagboek · 4 stukken" in app.text
        await app.press("k")
        await app.go_to("logboek")
        await app.press("enter")
        assert "naar de groep.docx" in app.text


async def test_a_text_of_enormous_length_is_drawn_in_parts_and_nothing_of_it_is_hidden(places: Places) -> None:
    text = "\n".join(f"Regel {number} van een [lang] stuk." for number in range(4000))
    Journal.open(places).add(Kind.NOTE, text)
    async with running(places) as app:
        await app.press("3", "enter", "end")
        assert "Regel 3999" not in app.text
        assert "tekens. Met spatie lees je verder." in app.text
        assert "spatie lees verder" in app.text.splitlines()[-1]
        for _ in range(10):
            await app.press("space", "end")
        assert "Regel 3999 van een [lang] stuk." in app.text
        assert "lees verder" not in app.text
        shown = "\n".join(str(each.content) for each in app.app.screen.query(Static) if each.display)
        assert all(f"Regel {number} van" in shown for number in range(4000))
        await app.press("ctrl+g", "end")
        assert "Regel 3999 van een [lang] stuk." in app.text


async def test_a_result_of_enormous_length_is_not_drawn_beside_the_list_in_one_go(places: Places) -> None:
    field = Box(id="a", section="a", label="Wat zag je?", value="Veel tekst. " * 20_000)
    work = Form(sections={"a": ("Kijken", "")}, boxes=(field,))
    Journal.open(places).add(Kind.EXERCISE, work.text(), origin=ASKED, data=values_of(work))
    async with running(places, size=WIDE) as app:
        await app.press("3")
        await app.press("f6", "tab", "end")
        assert "Met Enter lees je het hele stuk." in app.text


@pytest.mark.parametrize(("place", "title"), [("3", "Dagboek · nog leeg"), ("5", "Delen · nog niets")])
async def test_where_nothing_is_yet_one_row_begins_it(places: Places, place: str, title: str) -> None:
    async with running(places) as app:
        await app.press("b", "escape", "escape", place)
        assert title in app.text and "Schrijf een losse notitie" in app.text
        assert "Enter open" in app.text.splitlines()[-1] and "spatie vink" not in app.text
        await app.press("enter")
        await app.write("Het eerste stuk.")
        await app.press("escape", place)
        assert title not in app.text and "Het eerste stuk." in app.words
        assert app.app.focused is app.app.screen.query_one("#entries")


async def test_the_lines_stay_where_they_stand_in_the_window(places: Places) -> None:
    journal = Journal.open(places)
    for number in range(40):
        journal.add(Kind.NOTE, f"stuk {number}")
    journal.close()
    async with running(places, size=SMALL) as app:
        await app.press("3", *["down"] * 30, *["up"] * 5)
        before = lines_of(app)
        await app.press("ctrl+g")
        assert [line.replace("●", " ") for line in lines_of(app)] == before
        await app.press("enter", "ctrl+g", "escape")
        assert lines_of(app) == before


def lines_of(app: Driver) -> list[str]:
    """What stands in the list, without its scroll bar."""
    return [line[:60] for line in app.text.splitlines()[5:15]]


async def test_an_intention_of_a_step_is_named_as_one_in_the_journal(places: Places) -> None:
    origin = Origin("p", "opening", "stap", "vraag", "Opening", "Een stap", "Wat doe je?")
    Journal.open(places).add(Kind.INTENTION, "ik bel maandag", origin=origin)
    async with running(places) as app:
        await app.press("3")
        assert "Voornemen: ik bel maandag" in app.words
