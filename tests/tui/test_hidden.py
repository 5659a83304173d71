"""What is typed while the screen is hidden is never seen, and is there once it shows again."""

import pytest
from support.driver import Driver, running
from support.journals import begin

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal
from goedwerk_tui.journal.drafts import Drafts
from goedwerk_tui.tui.routes import StepRoute
from goedwerk_tui.tui.widgets.editor import Editor
from goedwerk_tui.tui.widgets.held_line import HeldBox

SENTENCE = "de wethouder belde over de brief"


def held(app: Driver) -> str:
    return app.app.screen.query_one(HeldBox).text


@pytest.mark.parametrize("key", ["enter", "escape", "ctrl+l"])
async def test_a_sentence_is_out_of_sight_and_stands_on_the_line_afterwards(places: Places, key: str) -> None:
    begin(places)
    async with running(places) as app:
        await app.press("ctrl+l")
        blank = app.text
        await app.write(SENTENCE)
        assert "wethouder" not in app.text and "Enter toon weer" in app.text.splitlines()[-1]
        assert blank.splitlines()[:-1] == app.text.splitlines()[:-1]
        await app.press(key)
        assert held(app) == SENTENCE and SENTENCE in app.text and not isinstance(app.app.focused, Editor)
        await app.press("tab", "enter", "escape")
    assert SENTENCE in [each.text for each in Journal.open(places, read_only=True).newest_first()]
    assert not Drafts(places.drafts).all()


async def test_at_a_question_one_goes_on_where_one_was(places: Places) -> None:
    begin(places)
    async with running(places) as app:
        app.app.open(StepRoute("opening-afsluiting", "context"))
        await app.settle()
        await app.press("f2")
        await app.write("Een antwoord")
        await app.press("ctrl+l")
        await app.paste(SENTENCE)
        assert "wethouder" not in app.text
        await app.press("ctrl+l")
        assert held(app) == SENTENCE
        await app.write(" van mij")
        box = app.app.screen.query_one("#answer", Editor)
        assert box.text == "Een antwoord van mij" and app.app.focused is box


async def test_what_is_held_already_stays_there_and_is_said_nowhere(places: Places) -> None:
    begin(places)
    async with running(places) as app:
        await app.write(SENTENCE)
        await app.press("ctrl+l", "ctrl+z")
        assert "wethouder" not in app.text
        await app.write("nog iets")
        await app.press("ctrl+u")
        assert "nog iets" not in app.text
        await app.press("ctrl+l")
        assert held(app) == SENTENCE


async def test_what_is_said_of_a_text_meanwhile_is_seen_afterwards(places: Places) -> None:
    begin(places)
    async with running(places) as app:
        await app.press("ctrl+l")
        app.app.show_notice(f"‘{SENTENCE}’ staat als notitie in je dagboek.")
        await app.settle()
        assert "wethouder" not in app.words
        await app.press("ctrl+l")
        assert "wethouder" in app.words


async def test_it_is_a_draft_while_it_is_hidden(places: Places) -> None:
    begin(places)
    async with running(places) as app:
        await app.press("ctrl+l")
        await app.write(SENTENCE)
        await app.press("ctrl+q")
    assert [each.text for each in Drafts(places.drafts).all()] == [SENTENCE]


async def test_one_letter_by_chance_is_said_to_stand_nowhere(places: Places) -> None:
    begin(places)
    async with running(places) as app:
        await app.press("ctrl+l", "x")
        assert "Het scherm is verborgen, en dit staat nergens. Enter toont het weer." in app.said
