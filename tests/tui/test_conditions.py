"""Voorwaarden on screen: what closings and the force field made, weighed, tried, worded otherwise and thrown away."""

from datetime import UTC, datetime

import msgspec
import pytest
from support.crossing import crossed
from support.driver import TINY, WIDE, Driver, running

from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.collections.conditions import STEP, TRIED, origin_of_plan
from goedwerk_tui.journal import Entry, Journal, Kind, Mark, Origin, State
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.journal.lock import InstanceLock
from goedwerk_tui.tui.screens.conditions import ConditionsScreen

HELPS, HINDERS, LOOSE = "een collega die [meeleest]", "de lijn op donderdag", "de reorganisatie"
CLOSING = Origin(
    "goed-werk", "vakmanschap", "vakmanschap-afsluiting", "wat-hinderde", "Vakmanschap", "Terugkijken", "?"
)


@pytest.fixture
def written(places: Places) -> None:
    journal = Journal.open(places)
    journal.set_position("wat-is-goed-werk", "x")
    journal.add(Kind.CONDITION, HELPS, data={"side": "furthers", "weight": "1"})
    journal.add(Kind.CONDITION, HINDERS, origin=CLOSING, data={"side": "hinders"})
    journal.add(Kind.CONDITION, LOOSE)
    journal.close()


async def open_it(app: Driver) -> None:
    app.app.push_screen(ConditionsScreen())
    await app.settle()


def kept(places: Places, text: str) -> Entry:
    journal = Journal.open(places, read_only=True)
    return next(each for each in journal.entries.values() if each.revisions[0].text == text)


@pytest.mark.usefixtures("written")
async def test_the_two_sides_and_what_one_can_do(places: Places) -> None:
    async with running(places) as app:
        await open_it(app)
        order = ["bevordert", HELPS, "belemmert", HINDERS, "Nog niet ingedeeld", LOOSE]
        assert [app.text.index(each) for each in order] == sorted(app.text.index(each) for each in order)
        assert "Wat kan ik zelf doen" not in app.text
        await app.press("down", "z", "z", "i", "p")
        await app.paste("Bas bellen")
        await app.press("enter")
        assert "Wat kan ik zelf doen" in app.text
        assert "van plan: Bas bellen" in app.text
        assert "██  de lijn op donderdag" in app.text
        await app.press("f", "f")
        assert app.text.index(HINDERS) < app.text.index(HELPS)
    entry = kept(places, HINDERS)
    assert entry.data == {"side": "furthers", "weight": "2", "influence": "self", "step": "Bas bellen"}
    assert len({each.text for each in entry.revisions}) == 1


@pytest.mark.usefixtures("written")
async def test_what_was_tried_and_what_came_of_it(places: Places) -> None:
    async with running(places) as app:
        await open_it(app)
        await app.press("down", "g")
        assert HINDERS in app.text
        assert TRIED in app.words
        await app.paste("Bas vond het best.")
        await app.press("escape")
        assert "1 keer geprobeerd" in app.text
        await app.press("enter")
        assert "Vakmanschap › Terugkijken" in app.text
        assert "Bas vond het best." in app.text
        await app.press("tab", "tab", "enter")
        assert TRIED in app.words
        await app.press("escape", "escape", "v")
        await app.paste("Als het na vieren is, dan bel ik.")
        await app.press("escape", "enter")
        assert "Wat je je voornam" in app.text
        assert "dan bel ik" in app.words
        await app.press("escape", "escape")
        assert "Verder waar je was" in app.text
    (told,) = Journal.open(places, read_only=True).newest_first(step=STEP, kinds={Kind.ANSWER})
    assert told.origin
    assert told.origin.item == kept(places, HINDERS).id
    assert HINDERS not in told.origin.words


@pytest.mark.usefixtures("written")
async def test_other_words_an_own_one_and_throwing_away(places: Places) -> None:
    async with running(places, size=WIDE) as app:
        await open_it(app)
        await app.press("e", "ctrl+end")
        await app.paste(" voor vieren")
        await app.press("escape")
        assert f"{HELPS} voor vieren" in app.words
        await app.press("n")
        await app.paste("de koffie")
        await app.press("escape")
        assert app.text.index("Nog niet ingedeeld") < app.text.index("de koffie")
        await app.press("delete", "enter")
        assert HELPS in app.text
        await app.press("delete", "down", "enter")
        assert HELPS not in app.text
        await app.press("o")
        assert "Vakmanschap › " in app.text.splitlines()[0]
    thrown, own = kept(places, HELPS), kept(places, "de koffie")
    assert (thrown.state, thrown.text) == (State.TRASH, f"{HELPS} voor vieren")
    assert (own.kind, own.origin and own.origin.step) == (Kind.CONDITION, STEP)


async def test_an_empty_overview_in_a_small_window(places: Places) -> None:
    async with running(places, size=TINY, looking_round=True) as app:
        await app.choose("Voorwaarden")
        assert "Nog geen voorwaarden." in app.words
        await app.press(*(key for letter in "gefzipvo" for key in (letter, "up")), "delete")
        assert "Nog geen voorwaarden." in app.words
        await app.press("n")
        await app.paste("de koffie")
        await app.press("escape", "enter")
        assert "de koffie" in app.text


@pytest.mark.usefixtures("written")
async def test_another_window_has_the_journal(places: Places) -> None:
    lock = InstanceLock(places)
    lock.acquire()
    try:
        async with running(places) as app:
            await open_it(app)
            await app.press("f", "z", "delete", "n", "enter")
            assert HELPS in app.text
            assert "geprobeerd" not in app.text.splitlines()[-1]
    finally:
        lock.release()
    assert len(kept(places, HELPS).revisions) == 1


@pytest.mark.usefixtures("written")
async def test_a_plan_that_was_cut_short_is_asked_for_again_with_its_condition(places: Places) -> None:
    origin = origin_of_plan(kept(places, HINDERS).id, "goed-werk")
    draft = Draft(
        key=f"{STEP}/{origin.item}", text="Bas bel", kind=Kind.NOTE, origin=origin, at=datetime(2026, 11, 1, tzinfo=UTC)
    )
    Drafts(places.drafts).put(draft)
    async with running(places) as app:
        await app.press("c")
        assert HINDERS in app.text
        assert "Bas bel" in app.text
        await app.press("end")
        await app.paste("len")
        await app.press("enter")
        assert "klaar, nog niet af" not in app.text
    assert kept(places, HINDERS).data == {"side": "hinders", "step": "Bas bellen"}


@pytest.mark.usefixtures("written")
async def test_what_was_not_marked_leaves_only_when_that_is_said(places: Places) -> None:
    journal = Journal.open(places)
    journal.mark(kept(places, HELPS).id, Mark.BRING, True)
    journal.close()
    async with running(places, size=WIDE) as app:
        await open_it(app)
        await app.press("d")
        assert "2 stukken hierin neem je niet mee" in app.words
        await app.press("escape")
        assert "Wat bevordert en wat belemmert, " not in app.words
        await app.press("d", "enter")
        assert "1 stuk, als" in app.words and HELPS.split("[", maxsplit=1)[0] in app.words
        assert HINDERS not in app.words and LOOSE not in app.words
        await app.press("escape", "d", "down", "enter")
        assert "3 stukken, als" in app.words
        assert HINDERS in app.words


_BEGINS = {
    "Voorwaarden": "Schrijf er zelf een op",
    "Voornemens": "Schrijf er zelf een op",
    "Eigen vragen": "Schrijf er zelf een op",
    "Bijeenkomsten": "Zet er een dag bij",
    "Terugkijken op een maand": "Schrijf een losse notitie",
}
"""The pages with a row that begins them, and its words."""


@pytest.mark.parametrize(("size", "page"), crossed([TINY, (80, 24), (140, 45)], [*_BEGINS]), ids=str)
async def test_an_empty_page_begins_by_its_first_row(places: Places, page: str, size: tuple[int, int]) -> None:
    words = _BEGINS[page]
    async with running(places, size=size, looking_round=True) as app:
        await app.choose(page)
        assert "Nog " in app.words and words in app.words and "Enter begin" in app.text.splitlines()[-1]
        assert max(len(line.strip("│┃ ")) for line in app.text.splitlines() if "Nog " in line) <= 80
        await app.press("enter")
        assert "Enter begin" not in app.text.splitlines()[-1]


async def test_where_a_condition_came_from_gives_way_to_the_day(places: Places) -> None:
    journal = Journal.open(places, clock=lambda: datetime(2026, 9, 30, 9, tzinfo=UTC))
    origin = msgspec.structs.replace(CLOSING, session_title="Morele verantwoordelijkheid")
    journal.add(Kind.CONDITION, HELPS, origin=origin)
    journal.close()
    async with running(places, size=(110, 30)) as app:
        await open_it(app)
        await app.pause(0.1)
        assert "…, 30 september 2026" in app.text
