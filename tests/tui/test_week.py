"""The question of the week on Thuis."""

import pytest
from support.driver import Driver, running
from textual.widgets import TextArea

from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.reminders.rhythm import STEP
from goedwerk_tui.journal import Journal

pytestmark = [pytest.mark.dated, pytest.mark.usefixtures("a_tuesday")]


def question(app: Driver) -> str:
    """The question that stands under ‘Deze week’; empty when there is none."""
    lines = [line.strip() for line in app.text.splitlines()]
    head = next((number for number, line in enumerate(lines) if " Deze week ─" in line), None)
    if head is None:
        return ""
    rest = lines[head + 1 :]
    return " ".join(rest[: next(n for n, line in enumerate(rest) if "Je antwoord" in line)])


async def test_it_is_answered_put_aside_and_put_off(places: Places) -> None:
    async with running(places) as app:
        await app.press("b", "escape", "1")
        first = question(app)
        assert first.endswith((".", "?"))
        await app.press("o")
        second = question(app)
        assert second
        assert second != first
        await app.press("v")
        assert "Vraag van de week" in app.text
        assert second[:40] in app.words
        await app.write("dit dus")
        await app.press("escape")
        assert question(app) == ""
    entry = Journal.open(places, read_only=True).newest_first()[0]
    assert entry.text == "dit dus"
    assert entry.origin
    assert (entry.origin.step, entry.origin.words) == (STEP, second)


async def test_of_half_a_sentence_it_is_said_where_one_goes_on(places: Places) -> None:
    begun = "staat in je dagboek (3); open het daar om verder te schrijven."
    async with running(places) as app:
        await app.press("b", "escape", "1", "v", "escape")
        assert begun not in app.words
        await app.press("v")
        await app.write("dit dus")
        await app.press("escape")
        assert question(app) == "" and f"‘dit dus’ {begun}" in app.words
        await app.press("3", "enter", "enter")
        await app.write(" nog.")
        assert isinstance(app.app.focused, TextArea) and app.app.focused.text == "dit dus nog."
        app.forget_what_was_said()
        await app.press("escape", "escape")
        assert begun not in app.said


async def test_of_a_whole_sentence_it_is_not_said_where_it_stands(places: Places) -> None:
    async with running(places) as app:
        await app.press("b", "escape", "1", "v")
        await app.write("Dit dus.")
        await app.press("escape")
        assert question(app) == "" and "Wat je begon" not in app.said
        await app.press("n")
        await app.write("melk halen")
        await app.press("escape")
        assert "Wat je begon" not in app.said


async def test_not_now_is_heard(places: Places) -> None:
    async with running(places) as app:
        assert question(app) == ""
        await app.press("b", "escape", "1")
        assert question(app)
        await app.press("delete")
        assert question(app) == ""
    async with running(places) as app:
        assert question(app) == ""


async def test_it_can_be_turned_off(places: Places) -> None:
    async with running(places) as app:
        await app.press("b", "escape", "1")
        await app.choose("tussendoor: nooit")
        assert question(app) == ""
    async with running(places) as app:
        assert question(app) == ""
