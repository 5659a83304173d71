"""The three pages of a week."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from support.driver import TINY, Driver, running

from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.reminders.week_log import QUESTIONS, STEP
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.tui.screens.week_log import WeekLogScreen

pytestmark = pytest.mark.dated

FRIDAY, MONDAY = datetime(2027, 1, 1, 15, tzinfo=UTC), datetime(2027, 1, 4, 9, tzinfo=UTC)
WEEK_53 = date(2026, 12, 28)


async def open_log(app: Driver, monday: date | None = None) -> None:
    app.app.push_screen(WeekLogScreen(monday))
    await app.settle()


def kept(places: Places) -> dict[str, list[str]]:
    """By item, all that was ever written."""
    entries = Journal.open(places, read_only=True).newest_first(step=STEP, state=None)
    return {each.origin.item: [one.text for one in each.revisions] for each in entries if each.origin}


async def test_three_pages_that_go_on_where_one_was(places: Places) -> None:
    first, second, third = (each.text for each in QUESTIONS)
    Journal.open(places).add(Kind.NOTE, "begonnen")
    with time_machine.travel(FRIDAY):
        async with running(places) as app:
            await app.choose("weekverslag, week 53")
            assert "Vraag 1 van 3 · Weekverslag, week 53 · 28 de" in app.words
            assert first in app.words
            await app.press("ctrl+t")
            assert QUESTIONS[0].hint in app.words.replace("▌ ", "")
            await app.write("De [griffie] belde.")
            await app.press("ctrl+n")
            assert second in app.words
            assert QUESTIONS[0].hint not in app.words
            await app.press("ctrl+r")
            assert "De [griffie] belde." in app.text
            await app.press("ctrl+n", "escape")
            assert "1 Thuis" in app.text
        async with running(places) as app:
            await open_log(app)
            assert second in app.words
            await app.write("Niets.")
            await app.press("ctrl+n")
            assert third in app.words
            assert "verder" not in app.text
            await app.press("ctrl+n")
            assert "1 Thuis" in app.text
    assert kept(places) == {"2026-W53/gebeurd": ["De [griffie] belde."], "2026-W53/gedaan": ["Niets."]}


async def test_what_was_written_can_be_changed_and_the_week_before_written_late(places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "begonnen")
    with time_machine.travel(MONDAY):
        async with running(places, size=TINY) as app:
            await open_log(app, WEEK_53)
            assert "Vraag 1 van 3" in app.text
            await app.press("ctrl+t")
            assert QUESTIONS[0].hint in app.words.replace("▌ ", "")
            await app.press("ctrl+t")
            assert QUESTIONS[0].text in app.words
            await app.write("Laat")
            await app.press("ctrl+n", "ctrl+r")
            await app.write(", maar toch")
            await app.press("escape")
            await open_log(app)
            assert "Vraag 1 van 3 · Weekverslag" in app.text
            assert "Laat" not in app.text
            await app.press("escape")
    assert kept(places) == {"2026-W53/gebeurd": ["Laat", "Laat, maar toch"]}


async def test_a_page_that_was_not_left_comes_back(places: Places) -> None:
    """The process ends while somebody types on the second page: a draft has it, and the log opens there."""
    Journal.open(places).add(Kind.NOTE, "begonnen")
    with time_machine.travel(FRIDAY):
        async with running(places) as app:
            await open_log(app)
            await app.write("eerst")
            await app.press("ctrl+n")
            await app.write("half")
            app.app.keep_now()
        async with running(places) as app:
            await open_log(app)
            assert "Vraag 2 van 3" in app.text
            assert "half" in app.text
            await app.press("ctrl+q")
    assert kept(places) == {"2026-W53/gebeurd": ["eerst"], "2026-W53/gedaan": ["half"]}


async def test_another_window_has_the_journal_or_nothing_is_kept(places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "begonnen")
    with time_machine.travel(FRIDAY):
        async with running(places), running(places) as app:
            await open_log(app)
            assert "○ alleen lez" in app.text  # a message lies over the rest for a while
            await app.write("niets")
            await app.press("ctrl+n", "ctrl+n", "ctrl+n")
            assert "1 Thuis" in app.text
        async with running(places, looking_round=True) as app:
            await open_log(app)
            await app.write("wordt niet bewaard")
            await app.press("ctrl+n", "ctrl+r")
            assert "wordt niet bewaard" in app.text
            await app.press("escape")
    assert kept(places) == {}
