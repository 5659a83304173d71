"""A session ends: one's own words together, an intention made of an answer, and the next time in the calendar."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import vobject
from support.driver import SMALL, WIDE, Driver, running
from textual.widgets import OptionList

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal, Kind, Meeting
from goedwerk_tui.programme import Pack
from goedwerk_tui.tui.routes import Place, PlaceRoute, SessionEndRoute, StepRoute
from goedwerk_tui.tui.widgets.editor import Editor

ANSWERS = {
    "bijdrage": "samen lezen met de griffie",
    "bevordert": "een collega die meeleest",
    "belemmert": "het overleg van maandag",
    "voornemen": "als het vrijdag drie uur is, kijk ik terug",
}


async def close_the_opening(app: Driver, pack: Pack) -> None:
    """Answer some questions of the closing, one of them to bring, and go on from its end."""
    app.app.open(StepRoute("opening-afsluiting", "context"))
    await app.settle()
    for question in pack.step("opening-afsluiting").questions:
        if question.id in ANSWERS:
            if not isinstance(app.app.focused, Editor):
                await app.press("enter")
            await app.paste(ANSWERS[question.id])
            if question.id == "belemmert":
                await app.press("ctrl+g")
        await app.press("ctrl+n")
    app.app.clear_notifications()
    await app.settle()
    assert "Dit was de afsluiting van Opening" in app.words
    await app.press("enter")


async def test_a_session_ends_with_ones_own_words_and_an_intention_can_be_made_of_them(
    places: Places, pack: Pack
) -> None:
    Journal.open(places).set_meeting(Meeting("een", date(2026, 12, 3), "opening"))
    async with running(places, size=SMALL) as app:
        await close_the_opening(app, pack)
        rows = [" ".join(line.strip("│┃▌ ").split()) for line in app.text.splitlines()]
        first = rows.index("Je voornemens")
        assert rows[first : first + 8] == [
            "Je voornemens",
            ANSWERS["voornemen"],
            "Wat je helpt",
            ANSWERS["bevordert"],
            "Wat je hindert",
            f"● {ANSWERS['belemmert']}",
            "Mee naar de bijeenkomst van 3 december",
            f"● {ANSWERS['belemmert']}",
        ]
        await app.press("ctrl+g")
        assert app.text.count(f"● {ANSWERS['voornemen']}") == 2
        await app.go_to("Maak een voornemen van ‘samen lezen met de griffie’")
        await app.press("enter")
        assert ANSWERS["bijdrage"] in app.words
        await app.paste("Als de nota af is, loop ik naar de griffie.")
        await app.press("escape")
        assert "Als de nota af is, loop ik naar de griffie." in app.words
        assert "Maak een voornemen van" not in app.words
        listing = app.app.screen.query_one("#entries", OptionList)
        assert listing.highlighted_option and "agenda" in str(listing.highlighted_option.prompt)  # what came below it
        await app.go_to("Verder met Vakmanschap")
        await app.press("enter")
        assert "Vakmanschap ›" in app.text
    made = {each.text: each for each in Journal.open(places, read_only=True).newest_first(kinds=[Kind.INTENTION])}
    assert set(made) == {ANSWERS["voornemen"], "Als de nota af is, loop ik naar de griffie."}


async def test_in_a_wide_window_what_comes_next_stands_beside_ones_own_words(places: Places, pack: Pack) -> None:
    Journal.open(places).set_meeting(Meeting("een", date(2026, 12, 3), "opening"))
    async with running(places, size=WIDE) as app:
        await close_the_opening(app, pack)
        (line,) = [each for each in app.text.splitlines() if "Wat je meeneemt uit Opening" in each]
        assert "Mee naar de bijeenkomst van 3 december" in line
        half = len(line) // 2
        assert ANSWERS["bevordert"] in "".join(each[:half] for each in app.text.splitlines())
        assert "Verder met Vakmanschap" in "".join(each[half:] for each in app.text.splitlines())
        assert app.text.count("▌") == 1

        # The arrows run on from pane to pane, and back.
        seen: list[str] = []
        while not seen or "sluit af" not in seen[-1]:
            seen.append(next(each for each in app.text.splitlines() if "▌" in each).partition("▌")[2])
            assert len(seen) < 20
            await app.press("down")
        for words in (ANSWERS["bevordert"], f"● {ANSWERS['belemmert']}", "Verder met Vakmanschap", "Naar Thuis"):
            assert any(words in each for each in seen)
        await app.press(*["up"] * 20)
        assert ANSWERS["voornemen"] in next(each for each in app.text.splitlines() if "▌" in each)

        # What is marked stands beside it at once; whoever makes the window narrow stays at the same line.
        await app.press("ctrl+g")
        assert app.text.count(f"● {ANSWERS['voornemen']}") == 2
        app.forget_what_was_said()
        await app.press(*["down"] * 20, "up", "up")
        assert "Verder met Vakmanschap" in next(each for each in app.text.splitlines() if "▌" in each)
        await app.resize(*SMALL)
        assert "Verder met Vakmanschap" in next(each for each in app.text.splitlines() if "▌" in each)
        assert app.text.count("▌") == 1
        await app.resize(*WIDE)
        assert "Verder met Vakmanschap" in next(each for each in app.text.splitlines() if "▌" in each)
        await app.press("enter")
        assert "Vakmanschap ›" in app.text


async def test_in_a_wide_window_a_session_without_a_word_goes_on_from_what_comes_next(places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "begonnen")
    async with running(places, size=WIDE) as app:
        app.app.open(SessionEndRoute("opening"))
        await app.settle()
        assert "nog niets wat hier komt te staan" in app.words
        assert "Mee naar" not in app.text
        await app.go_to("Naar Thuis")
        await app.press("enter")
        assert "1 Thuis" in app.text


def events(path: Path) -> dict[str, Any]:
    found = vobject.readOne(path.read_text("utf-8")).vevent_list  # pyright: ignore
    return {each.summary.value: each for each in found}


async def test_the_next_time_and_the_meeting_go_into_a_calendar_with_a_reminder(places: Places, tmp_path: Path) -> None:
    Journal.open(places).set_meeting(Meeting("een", date(2026, 12, 3), "opening"))
    target = tmp_path / "agenda.ics"
    async with running(places) as app:
        await app.choose("Zet in je agenda")
        assert "Alleen 1 bijeenkomst" in app.text
        await app.press("enter")
        await app.paste("1-12-2026")
        await app.press("enter", "ctrl+a", "ctrl+k")
        await app.paste("vroeg")
        await app.press("enter")
        assert "Welke tijd is dat?" in app.words
        await app.press("ctrl+a", "ctrl+k")
        await app.paste("9.30")
        await app.press("enter", "down", "enter", "ctrl+a", "ctrl+k")
        await app.paste(str(target))
        await app.press("enter")
        assert f"Geschreven: {target}" in app.said
        found = events(target)
        sitting, meeting = found["Goed Werk: terugkijken"], found["Goed Werk: bijeenkomst – Opening"]
        assert sitting.dtstart.value == datetime(2026, 12, 1, 9, 30)
        assert not hasattr(sitting, "rrule")
        assert sitting.valarm.trigger.value == timedelta(minutes=-15)
        assert (meeting.dtstart.value, meeting.valarm.trigger.value) == (date(2026, 12, 3), timedelta(hours=-15))

        # Once more: what is there is named before it is replaced, and without a reminder there is none.
        await app.choose("Zet in je agenda")
        await app.press("down", "enter", "enter", "ctrl+a", "ctrl+k")
        await app.paste(str(target))
        await app.press("enter")
        assert "bestaat al" in app.words
        await app.press("down", "enter")
        (only,) = events(target).values()
        assert only.summary.value == "Goed Werk: bijeenkomst – Opening"
        assert not hasattr(only, "valarm")


async def test_a_time_that_is_given_takes_the_place_of_the_usual_one_and_is_not_dropped_unsaid(places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "begonnen")
    async with running(places) as app:
        await app.choose("Zet in je agenda")
        await app.paste("3 december 2026")
        await app.press("enter")
        await app.write("16.00")
        assert "15" not in app.text.partition("Hoe laat?")[2].partition("Zoals")[0]
        await app.press("enter")
        assert "herinnert" in app.text
        await app.press("escape")
        assert "Er is niets in je agenda gezet. Je gaf op: donderdag 3 december 2026, 16.00 uur." in app.said


@pytest.mark.parametrize(("words", "ends"), [("Naar Thuis", False), ("sluit af", True)])
async def test_its_last_rows_do_what_they_say(places: Places, words: str, ends: bool) -> None:
    Journal.open(places).add(Kind.NOTE, "begonnen")
    async with running(places) as app:
        assert "ctrl+q sluit af" in app.text.splitlines()[-1]
        app.app.open(PlaceRoute(Place.JOURNAL))
        await app.settle()
        app.app.open(SessionEndRoute("opening"))
        await app.settle()
        await app.go_to(words)
        await app.press("enter")
        if ends:
            assert not app.app.is_running or app.app.return_code == 0
        else:
            assert "Verder waar je was" in app.text or "Hier begint het" in app.text
