"""Bijeenkomsten: putting dates down, moving and cancelling them, and what opens from a meeting."""

from datetime import date, datetime, timedelta

import pytest
from support.driver import TINY, Driver, running

from goedwerk_tui.base.clock import long_date
from goedwerk_tui.base.places import Places
from goedwerk_tui.commands import main
from goedwerk_tui.journal import Journal, Kind, Mark, Meeting, Origin
from goedwerk_tui.programme import Pack

pytestmark = pytest.mark.dated

DAY = timedelta(days=1)
BROUGHT = Origin("goed-werk", "opening", "opening-woorden", "eigen-woord", "Opening", "Woorden voor je werk", "Welk?")


@pytest.fixture
def today() -> date:
    return datetime.now().astimezone().date()


@pytest.fixture
def journal(places: Places) -> Journal:
    journal = Journal.open(places)
    journal.set_position("wat-is-goed-werk", "x")
    journal.mark(journal.add(Kind.TERM, "[rond]: het klopt", origin=BROUGHT).id, Mark.BRING, True)
    journal.mark(journal.add(Kind.NOTE, "blijft hier").id, Mark.NEVER_LEAVE, True)
    return journal


async def answer(app: Driver, day: str, *more: str) -> None:
    await app.press("ctrl+u")
    await app.paste(day)
    await app.press("enter", *more)


def kept(places: Places) -> list[tuple[date, str]]:
    return [(each.day, each.session) for each in Journal.open(places, read_only=True).meetings]


async def test_dates_are_put_down_moved_and_cancelled(places: Places, journal: Journal, today: date) -> None:
    async with running(places) as app:
        await app.choose("Bijeenkomsten")
        assert "Nog geen bijeenkomsten" in app.text
        await app.press("n")
        await answer(app, "ooit")
        assert "Dat lees ik niet als een dag." in app.text
        await answer(app, long_date(today + 6 * DAY), "down", "enter")
        assert "Bijeenkomst 1 · over 6 dagen" in app.text
        assert "Vakmanschap · voorbereiding nog open" in app.text
        await app.press("n")
        await answer(app, long_date(today - 9 * DAY), "end", "enter")
        assert "Bijeenkomst 1 · 9 dagen geleden" in app.text
        await app.press("a")
        await answer(app, long_date(today))
        assert "Bijeenkomst 2 · vandaag" in app.text
        await app.press("s", "enter")
        assert kept(places) == [(today - 9 * DAY, ""), (today, "opening")]
        await app.press("delete", "enter")
        assert len(kept(places)) == 2
        await app.press("delete", "down", "enter")
        assert "vandaag" not in app.text
    assert kept(places) == [(today - 9 * DAY, "")]
    assert len(Journal.open(places, read_only=True).newest_first()) == 2


async def test_leaving_a_question_keeps_nothing(places: Places, journal: Journal, today: date) -> None:
    async with running(places) as app:
        await app.choose("Bijeenkomsten")
        await app.press("n", "escape", "n")
        await answer(app, long_date(today + DAY), "escape")
        assert "Nog geen bijeenkomsten" in app.text
    assert kept(places) == []


async def test_before_a_meeting(places: Places, journal: Journal, today: date, pack: Pack) -> None:
    journal.set_meeting(Meeting("", today + 6 * DAY, "opening"))
    async with running(places) as app:
        await app.choose("Bijeenkomsten")
        assert "1 stuk om mee te nemen" in app.text
        assert "rond" not in app.text
        await app.press("enter")
        assert "Verwerken" not in app.text
        assert f"{pack.step('opening-voorbereiden').title} · nog open" in app.text
        assert "rond" not in app.text
        await app.press("down", "enter")
        assert "[rond]: het klopt" in app.text
        await app.press("escape", "down", "enter")
        assert "Blad voor de bijeenkomst, 1 stuk" in app.words
        assert "[rond]: het klopt" in app.words.replace("\\", "")
        assert "blijft hier" not in app.text
        await app.press("escape", "up", "up", "enter")
        assert pack.step("opening-voorbereiden").questions[0].text[:40] in app.words
        await app.press("escape")
        assert "begonnen" in app.text


@pytest.mark.parametrize("way", ["open", "not now"])
async def test_after_a_meeting(places: Places, journal: Journal, today: date, pack: Pack, way: str) -> None:
    journal.set_meeting(Meeting("", today - DAY, "opening"))
    journal.set_meeting(Meeting("", today + DAY, "opening"))
    async with running(places) as app:
        await app.choose("Bijeenkomsten")
        assert "▸ Bijeenkomst 1 · gisteren" in app.text
        await app.press("enter")
        assert f"{pack.step('opening-verwerken').title} · nog open" in app.text
        assert "Meenemen" not in app.text
        assert "niet meer aanbieden" in app.text
        if way == "open":
            await app.press("enter")
            assert pack.step("opening-verwerken").questions[0].text[:40] in app.words
            await app.press("escape")
        else:
            await app.press("delete")
        assert "niet meer aanbieden" not in app.text
        assert pack.step("opening-verwerken").title in app.text


async def test_a_reminder_the_day_before(
    places: Places, journal: Journal, today: date, capsys: pytest.CaptureFixture[str]
) -> None:
    journal.set_meeting(Meeting("", today + DAY, "vakmanschap"))
    assert main(["herinner"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert "morgen is er een bijeenkomst en de voorbereiding staat nog open (goedwerk, en dan m)" in line


async def test_a_small_window_reading_only(places: Places, journal: Journal, today: date) -> None:
    journal.set_meeting(Meeting("", today, "sessie die er niet meer is"))
    async with running(places), running(places, size=TINY) as app:
        await app.choose("Bijeenkomsten")
        assert "Bijeenkomst 1 · vandaag" in app.text
        await app.press("n", "a", "s", "delete")
        assert "Alleen lezen" in app.text
        await app.press("enter")
        assert "Woorden voor je werk" in app.words
        await app.press("f1")
        assert "Eén bijeenkomst" in app.words
        await app.press("escape", "escape", "f1")
        assert "De dagen waarop je groep" in app.words
    assert kept(places) == [(today, "sessie die er niet meer is")]


async def test_looking_round(places: Places, today: date) -> None:
    async with running(places, looking_round=True) as app:
        await app.choose("Bijeenkomsten")
        await app.press("delete", "a", "up", "s", "enter", "n")
        await answer(app, long_date(today + DAY), "end", "enter", "enter")
        assert "niets om voor te bereiden, en je neemt nog niets mee" in app.words
    assert not places.journal.exists()


async def test_a_day_without_a_year_comes_next_and_a_slip_of_the_finger_is_asked_about(
    places: Places, journal: Journal, today: date
) -> None:
    tomorrow = today + DAY
    async with running(places) as app:
        await app.choose("Bijeenkomsten")
        await app.press("n")
        await answer(app, f"3-12-{today.year + 900}")
        assert "Klopt dat jaar?" in app.words
        await answer(app, long_date(tomorrow).rsplit(" ", 1)[0], "enter")
        assert "Bijeenkomst 1 · morgen" in app.text
        await app.press("n")
        await answer(app, f"{today.day}-{today.month}", "enter")
        assert "Bijeenkomst 1 · vandaag" in app.text
    assert [day for day, _ in kept(places)] == [today, tomorrow]
