"""A month's own words, with a page for what one sees in them."""

from datetime import UTC, datetime, timedelta

import pytest
from support.driver import SMALL, TINY, WIDE, Driver, running

from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.reminders.month import STEP, Month, offered
from goedwerk_tui.guidance.reminders.rhythm import Every
from goedwerk_tui.journal import Journal, Kind, Origin
from goedwerk_tui.tui.screens.month import MonthsScreen

pytestmark = pytest.mark.dated

OCTOBER = datetime(2026, 10, 2, 9, tzinfo=UTC)
ORIGIN = Origin("goed-werk", "opening", "taart", "a", "Opening", "Taart", "Wat zag je aan de taart?")


def write(places: Places, texts: list[str]) -> None:
    """Write in October 2026: the first as an answer, the others as notes, an hour apart."""
    now = [OCTOBER]
    journal = Journal.open(places, clock=lambda: now[0])
    for number, text in enumerate(texts):
        journal.add(Kind.NOTE if number else Kind.ANSWER, text, origin=None if number else ORIGIN)
        now[0] += timedelta(hours=1)


async def open_month(app: Driver) -> None:
    app.app.push_screen(MonthsScreen())
    await app.settle()
    assert "oktober 2026" in app.text
    await app.press("enter")


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_the_words_and_the_page_beside_each_other(places: Places, size: tuple[int, int]) -> None:
    write(places, ["de laatste [punt]", "tweede", "derde"])
    async with running(places, size=size) as app:
        await open_month(app)
        assert "2 okt 2026 · Opening › Taart" in app.text
        assert "Wat zag je aan de taart?" in app.text
        assert app.text.index("de laatste [punt]") < app.text.index("tweede")
        assert "Wat zie je nu, wat je niet zag toen je het opschreef?" in app.words
        await app.write("xyz")
        assert app.app.focused is app.app.screen.query_one("#page") and "xyz" in app.text
        await app.press("ctrl+u")
        await app.paste("Veel taart.")
        assert "xyz" not in app.text
        await app.press("escape")
        assert "teruggekeken op" in app.text
        await app.press("enter", "f2")
        assert "Veel taart." in app.text
        await app.paste(" Te veel.")
        await app.press("escape", "escape")
        assert "1 Thuis" in app.text
    (entry,) = Journal.open(places, read_only=True).newest_first(step=STEP)
    assert [each.text for each in entry.revisions] == ["Veel taart.", "Veel taart. Te veel."]
    assert entry.origin
    assert (entry.origin.item, entry.origin.step_title) == ("2026-10", "Terugkijken op oktober 2026")


@pytest.mark.usefixtures("a_tuesday")
async def test_looking_is_enough(places: Places) -> None:
    """Who opened a month and wrote nothing is not offered it again; in the list it stays."""
    write(places, ["een", "twee", "drie"])
    early = datetime(2026, 11, 3, tzinfo=UTC).date()
    assert offered(Journal.open(places), early, Every.WEEK) == Month(2026, 10)
    async with running(places, size=TINY) as app:
        await open_month(app)
        assert "Opening › Taart" in app.text
        assert "Wat zie je nu" not in app.words
        await app.press("f2")
        assert "Wat zie je nu" in app.words
        assert "Opening › Taart" not in app.text
        await app.press("f2")
        assert "Opening › Taart" in app.text
        await app.press("escape")
        assert "oktober 2026" in app.text
        assert "teruggekeken" not in app.text
    journal = Journal.open(places)
    assert offered(journal, early, Every.WEEK) is None
    assert journal.newest_first(step=STEP) == ()


async def test_a_huge_month_is_laid_out_as_far_as_it_is_read(places: Places) -> None:
    write(places, [f"stuk {number} {'woord ' * 50}" for number in range(40)])
    async with running(places) as app:
        await open_month(app)
        assert "stuk 0 " in app.text
        passages = app.app.screen.query_one("#passages")
        first = passages.virtual_size.height
        assert first < 120
        for lies_at_the_end in (False, False, False, False, True):
            assert ("stuk 39 " in app.text) is lies_at_the_end
            passages.scroll_end(animate=False)
            await app.settle()
        assert "lees door" not in app.text
        assert passages.virtual_size.height > 2 * first


async def test_a_high_window_is_filled(places: Places) -> None:
    write(places, [f"stuk {number} {'woord ' * 50}" for number in range(40)])
    async with running(places, size=(140, 400)) as app:
        await open_month(app)
        for _ in range(500):  # it is filled a portion at a time, each after what came before was laid out
            if "stuk 39 " in app.text:
                break
            await app.pause(0.02)
        assert "stuk 39 " in app.text
        assert "lees door" not in app.text


async def test_nothing_was_written_yet(places: Places) -> None:
    async with running(places, looking_round=True) as app:
        await app.choose("terugkijken op een maand")
        assert "Nog niets geschreven" in app.text
        await app.press("enter", "escape")


async def test_another_window_has_the_journal(places: Places) -> None:
    write(places, ["een", "twee", "drie"])
    async with running(places), running(places) as app:
        await open_month(app)
        assert "twee" in app.text
        await app.press("f2")
        await app.write("niets")
        await app.press("escape", "escape")
    assert len(Journal.open(places, read_only=True).entries) == 3
