"""A letter or digit that is a command, and with what follows at human speed begins a sentence, is not lost unsaid."""

import pytest
from support.driver import Driver, running

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.tui.routes import Place, PlaceRoute
from goedwerk_tui.tui.screens.step import StepScreen
from goedwerk_tui.tui.screens.writing import WritingScreen
from goedwerk_tui.tui.widgets.editor import Editor
from goedwerk_tui.tui.widgets.held_line import HeldLine

pytestmark = pytest.mark.usefixtures("a_tuesday")


def held(app: Driver) -> str:
    return "".join(each.text for each in app.app.screen.query(HeldLine) if each.display)


def on_page(app: Driver) -> str:
    return app.app.screen.query_one("#page", Editor).text


async def at_home(app: Driver) -> None:
    await app.press("b", "escape", "1")
    app.forget_what_was_said()


PACES = pytest.mark.parametrize("pace", [0.25, 0.9])
"""Seconds between two keys."""


@PACES
async def test_the_letter_that_opened_a_note_is_said_not_to_stand_in_it(places: Places, pace: float) -> None:
    async with running(places) as app:
        await at_home(app)
        await app.write_slowly("nog een gedachte", pace)
        assert on_page(app) == "og een gedachte"
        assert "De n opende een notitie en staat er niet in." in app.words
        assert app.said.count("staat er niet in") == 1


async def test_whoever_looks_before_typing_is_told_nothing(places: Places) -> None:
    async with running(places) as app:
        await at_home(app)
        await app.press("n")
        await app.write_slowly("een gedachte")
        await app.press("escape")
        await app.write_slowly("ng", pace=1.1)
        assert on_page(app) == "g"
        assert "staat er niet in" not in app.said


@PACES
async def test_what_goes_on_in_the_question_of_the_week_is_held_whole(places: Places, pace: float) -> None:
    async with running(places) as app:
        await at_home(app)
        await app.write_slowly("van mijn chef", pace)
        assert isinstance(app.app.screen, WritingScreen)
        assert (held(app), on_page(app)) == ("van mijn chef", "")
        assert "Wat je typte staat zolang hier" in app.words and "Enter zet het in je antwoord" in app.words
        await app.press("enter")
        assert (held(app), on_page(app)) == ("", "van mijn chef")
        await app.write(" dus")
        assert on_page(app) == "van mijn chef dus"


async def test_what_was_held_beside_an_answer_is_no_answer(places: Places) -> None:
    async with running(places) as app:
        await at_home(app)
        await app.write_slowly("van mijn chef")
        await app.press("escape", "escape")
    entry = Journal.open(places, read_only=True).newest_first()[0]
    assert (entry.kind, entry.text, entry.origin) == (Kind.NOTE, "van mijn chef", None)


@PACES
async def test_what_goes_on_at_a_page_without_a_box_is_held_whole(places: Places, pace: float) -> None:
    async with running(places) as app:
        await at_home(app)
        for text in ("ook een gedachte", "3 dagen geleden", "1 gedachte", "2e gedachte", "om mij heen", "5 jaar"):
            await app.write_slowly(text, pace)
            assert held(app) == text, app.text
            await app.press("ctrl+u", "alt+1", "alt+2", "alt+1")


@pytest.mark.parametrize("place", Place)
async def test_in_no_place_a_letter_is_lost_unsaid(places: Places, place: Place) -> None:
    Journal.open(places).add(Kind.NOTE, "van eerder")
    async with running(places) as app:
        for text in ("wat ik zag", "mijn chef", "eerst dit", "4 mensen", "allemaal", "het gaat", "de dag"):
            app.app.open(PlaceRoute(place))
            await app.settle()
            app.forget_what_was_said()
            await app.write_slowly(text)
            box = app.app.focused
            assert isinstance(box, Editor), app.text
            lost = text.removesuffix(box.text)
            assert lost != text, app.text
            assert not lost or f"{lost.strip()} opende" in app.said.replace("’", ""), app.text
            await app.press("ctrl+u")


@PACES
async def test_at_the_first_start_what_goes_on_is_held_at_the_first_question(places: Places, pace: float) -> None:
    async with running(places) as app:
        await app.write_slowly("bij ons", pace)
        assert isinstance(app.app.screen, StepScreen)
        assert held(app) == "bij ons"
        assert app.app.screen.query_one("#answer", Editor).text == ""


async def test_another_question_of_the_week_is_said_and_taken_back(places: Places) -> None:
    async with running(places) as app:
        await at_home(app)
        first = app.text
        await app.press("o")
        second = app.text
        assert second != first and "Op Thuis staat een andere vraag. Met ctrl+z staat de vorige er weer." in app.words
        await app.press("ctrl+z")
        assert "Op Thuis staat de vorige vraag weer." in app.said
        assert first.splitlines()[:20] == app.text.splitlines()[:20]
