"""Inzicht on the screen: the list, a picture, its words, what is behind it, and what leaves."""

from pathlib import Path

import pytest
from support.driver import SMALL, TINY, WIDE, running
from support.insight_year import Clock, live_a_year

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal, Mark
from goedwerk_tui.programme import Pack
from goedwerk_tui.tui.routes import StepRoute


@pytest.fixture
def year(pack: Pack, places: Places) -> Places:
    """A journal that holds a year."""
    clock = Clock()
    journal = Journal.open(places, clock=clock)
    live_a_year(pack, journal, clock)
    journal.set_position("startfoto", "x")
    journal.close()
    return places


async def test_from_the_list_to_one_entry_and_back(year: Places) -> None:
    async with running(year) as app:
        await app.press("4")
        assert "Beelden" in app.text
        await app.press("end")
        assert "Nog te weinig om te zien" in app.text
        assert "Zet bij ‘Taakboetseren’ minstens twee dingen aan een kant." in app.words
        await app.press("home", "enter")
        assert "Uit drie keer ‘Startfoto’: 12 januari, 14 april en 20 juli 2026." in app.text
        assert "· ○━◦━● ·  →  Bij de getallen in mijn stukken" in app.text
        await app.press("l")
        assert "terugvinden: 2, 3, 4" in app.words
        assert "○━◦━●" not in app.text
        await app.press("l")
        assert "○━◦━●" in app.text
        await app.press("e")
        assert "3 stukken" in app.text
        assert "14 apr 2026  Opening › Startfoto" in app.text
        await app.press("down", "enter")
        assert "Opening › Startfoto" in app.text
        await app.press("escape", "escape", "escape")
        assert "Krachtenveld" in app.text
        assert "4 Inzicht" in app.text


async def test_a_wide_window_shows_the_picture_beside_the_list(year: Places) -> None:
    async with running(year, size=WIDE) as app:
        await app.press("4")
        assert "┃ ▌ Startfoto                          ┃ │" in app.text
        # A row of air above each group but the first.
        rows = [row.strip()[1:38].strip() for row in app.text.splitlines()]
        assert not rows[rows.index("Verzameld") - 1] and rows[rows.index("Beelden") + 1] == "▌ Startfoto"
        assert "· ○━◦━● ·  →" in app.text
        await app.press("down", "down", "down")
        assert "Els leest mee ███┃█   Het overleg van maandag" in app.text
        await app.press("l")
        assert "Els leest mee – weegt 3 van 3" in app.text
        await app.go_to("Op deze dag")
        assert "rond deze dag" in app.text
        await app.go_to("Taakboetseren")
        assert "minstens twee dingen aan een kant." in app.words


async def test_a_small_window(year: Places) -> None:
    async with running(year, size=TINY) as app:
        await app.press("4")
        assert "4 Inzicht" in app.text
        await app.press("enter", "down", "down")
        assert "· ○━◦━● ·  →" in app.text
        await app.press("f1")
        assert "Een beeld van wat je schreef" in app.words
        await app.press("escape", "escape")
        assert "Beelden" in app.text


async def test_what_is_shared_is_what_may_leave(year: Places, tmp_path: Path) -> None:
    journal = Journal.open(year)
    hidden = next(each for each in journal.newest_first() if each.text == "Els leest mee")
    journal.mark(hidden.id, Mark.NEVER_LEAVE, True)
    journal.close()
    target = tmp_path / "krachtenveld.html"
    async with running(year) as app:
        await app.press("4", "down", "down", "down", "d")
        assert "2 stukken hierin neem je niet mee" in app.words
        await app.press("down", "enter")
        assert "Inzicht: beelden van wat ik schreef, 2 stukken" in app.text
        assert "Uit 2 dingen die je opschreef" in app.text
        assert "een vrije ochtend" in app.text
        assert "Els leest mee" not in app.text
        assert "Startfoto" not in app.text
        await app.press("s", "ctrl+u")
        await app.paste(str(target))
        await app.press("enter", "escape")
        assert "Beelden" in app.text
    page = target.read_text()
    assert "een vrije ochtend" in page
    assert "<svg" in page
    assert "Els leest mee" not in page


async def test_a_change_is_seen_at_once(year: Places) -> None:
    async with running(year) as app:
        await app.press("4", "down", "down", "down", "enter")
        assert "een vrije ochtend" in app.text
        await app.press("e", "enter")
        assert "een vrije ochtend" in app.text
        await app.press("delete", "escape", "escape")
        assert "Krachtenveld" in app.text
        assert "een vrije ochtend" not in app.text


async def test_too_little_leads_to_the_exercise(year: Places) -> None:
    async with running(year) as app:
        await app.press("4")
        await app.go_to("Ruimtekaart")
        await app.press("enter")
        assert "Vakmanschap › Ruimtekaart" in app.text


async def test_looking_round_there_is_nothing_to_see(places: Places) -> None:
    async with running(places, looking_round=True) as app:
        await app.press("4")
        assert "er wordt niets bewaard" in app.text
        assert "Beelden" not in app.text
        assert "Doe eerst ‘Startfoto’. Na een tweede keer zie je wat er verschoof." in app.words
        await app.go_to("Startfoto")
        await app.press("l", "e", "d")
        assert "Nog te weinig om te zien" in app.text


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_the_collections_open_from_here(year: Places, size: tuple[int, int]) -> None:
    async with running(year, size=size) as app:
        await app.press("4")
        await app.go_to("Op deze dag")
        for title in ("Op deze dag", "maand", "Voornemens", "Woorden", "Strategieën", "isie", "oorwaarden"):
            await app.press("enter")
            assert title in app.text
            assert "1 Thuis" not in app.text
            await app.press("escape", "up")
            assert "1 Thuis" in app.text


async def test_a_result_hangs_under_its_own_words(year: Places) -> None:
    async with running(year, size=SMALL) as app:
        app.app.open(StepRoute("startfoto"))
        await app.settle()
        lines = app.text.splitlines()
        number, first = next((at, line) for at, line in enumerate(lines) if "Bij de getallen in mijn stukken" in line)
        below = lines[number + 1]
        assert below.strip() == "binnen tien minuten terugvinden."
        assert below.index("binnen") == first.index("Bij de getallen")
