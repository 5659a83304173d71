"""How often a piece was changed: only other words, another choice or other values make a version."""

from datetime import UTC, datetime

import pytest
import time_machine
from support.driver import SMALL, WIDE, running

from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.reminders.weeks import weeks
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.programme import Pack
from goedwerk_tui.sharing.entry_document import piece_of
from goedwerk_tui.tui.routes import StepRoute

pytestmark = pytest.mark.dated

OCTOBER, NOVEMBER, NOW = (datetime(2026, month, 3, 9, tzinfo=UTC) for month in (10, 11, 12))


def thrown_away(places: Places, *texts: str, back: bool = True) -> None:
    """Write a note with these texts, a month apart, and throw it away now; or bring it back too."""
    days = [OCTOBER, NOVEMBER, NOW, NOW]
    journal = Journal.open(places, clock=lambda: days[0])
    entry = journal.add(Kind.NOTE, texts[0])
    for text in texts[1:]:
        days.pop(0)
        journal.change(entry.id, text)
    days[:] = [NOW]
    journal.trash(entry.id)
    if back:
        journal.restore(entry.id)
    journal.close()


async def told(places: Places, *keys: str, size: tuple[int, int] = SMALL) -> str:
    with time_machine.travel(NOW):
        async with running(places, size=size) as app:
            await app.press(*keys)
            return app.words


async def test_what_was_thrown_away_and_brought_back_was_not_changed(places: Places) -> None:
    thrown_away(places, "Gebeld met de griffie.")
    for size, keys in ((SMALL, ("3", "enter")), (WIDE, ("3",))):
        said = await told(places, *keys, size=size)
        assert "Geschreven op zaterdag 3 oktober 2026" in said
        assert "Gewijzigd" not in said and "versie" not in said


async def test_what_lies_in_the_trash_was_not_changed_by_that(places: Places) -> None:
    thrown_away(places, "Gebeld met de griffie.", back=False)
    said = await told(places, "3", "p", "enter")
    assert "Ligt in de prullenbak" in said
    assert "Gewijzigd" not in said and "versie" not in said


async def test_versions_are_what_was_worded_otherwise(places: Places) -> None:
    thrown_away(places, "Gebeld met de griffie.", "Gebeld met de griffie, twee keer.")
    said = await told(places, "3", "enter")
    assert "Gewijzigd op dinsdag 3 november 2026" in said
    assert "2 versies" in said
    assert "3 december 2026" not in await told(places, "3", "enter", "v")


async def test_what_leaves_has_the_day_of_its_words(places: Places) -> None:
    thrown_away(places, "Gebeld met de griffie.", "Gebeld met de griffie, twee keer.")
    (entry,) = Journal.open(places, read_only=True).newest_first()
    assert piece_of(entry).written == "3 november 2026"


async def test_the_day_of_throwing_away_is_no_day_of_writing(places: Places) -> None:
    thrown_away(places, "Gebeld met de griffie.")
    journal = Journal.open(places, read_only=True)
    days = {day for week in weeks(journal.newest_first(), NOW.date(), 13) for day in week.days}
    assert days == {OCTOBER.date()}


async def test_white_space_at_the_end_makes_no_version(places: Places) -> None:
    entry = Journal.open(places).add(Kind.NOTE, "van eerder")
    async with running(places) as app:
        await app.press("3", "enter", "e", "enter", "escape")
    assert len(Journal.open(places, read_only=True).entries[entry.id].revisions) == 1


async def test_an_answer_to_which_an_empty_line_was_added_is_the_same_answer(places: Places, pack: Pack) -> None:
    step = next(each for each in map(pack.step, pack.programme.sessions[0].core) if each.questions)
    item = step.questions[0].id
    async with running(places) as app:
        await app.press("b")
        for text in ("een antwoord", "\n"):
            app.app.open(StepRoute(step.id, item))
            await app.settle()
            await app.press(*(["f2"] if app.app.screen.has_class("-reading") else []))
            await app.write(text)
            await app.press("ctrl+n", "escape", "escape", "escape")
    entry = Journal.open(places, read_only=True).newest_first()[0]
    assert (entry.text, len(entry.revisions)) == ("een antwoord", 1)
