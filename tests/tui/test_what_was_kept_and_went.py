"""What was said to be kept and goes at one stroke: a version or in the trash, said, and ctrl+z has it back."""

import pytest
from support.driver import running
from support.journals import begin

from goedwerk_tui.base.places import Places
from goedwerk_tui.base.text import named
from goedwerk_tui.journal import Journal, Kind, State
from goedwerk_tui.journal.drafts import Drafts
from goedwerk_tui.tui.screens.week_log import WeekLogScreen

LONG = "Een tekst van een uur werk over de havenmeester."


@pytest.fixture
def begun(places: Places) -> Places:
    """A journal in which something stands."""
    begin(places)
    return places


def told(places: Places) -> list[tuple[State, list[str]]]:
    """Return what the journal has: where each piece is, and its versions."""
    found = Journal.open(places, read_only=True).entries.values()
    return [(each.state, [one.text for one in each.versions]) for each in found if each.text != "van eerder"]


async def test_a_new_note_that_was_kept_and_emptied_is_in_the_trash(begun: Places) -> None:
    async with running(begun) as app:
        await app.press("n")
        await app.write(LONG)
        await app.pause(0.5)
        assert "● bewaard" in app.text
        await app.press("f7", "backspace", "escape")
        assert f"{named(LONG)} ligt in de prullenbak. Met ctrl+z staat het er weer." in app.said
        assert told(begun) == [(State.TRASH, [LONG])]
        await app.press("ctrl+z")
        await app.settle()
        assert told(begun) == [(State.LIVE, [LONG])]
    assert not Drafts(begun.drafts).all()


@pytest.mark.parametrize("waits", [0, 0.5], ids=["at once", "after a draft"])
async def test_a_new_note_that_was_kept_and_replaced_has_it_as_a_version(begun: Places, waits: float) -> None:
    async with running(begun) as app:
        await app.press("n")
        await app.write(LONG)
        await app.pause(0.5)
        await app.press("f7", "x")
        await app.pause(waits)
        await app.press("escape")
        assert f"{named(LONG)} is nu een eerdere versie. Met ctrl+z staat het er weer." in app.said
        assert told(begun) == [(State.LIVE, [LONG, "x"])]
        await app.press("ctrl+z")
        await app.settle()
        assert told(begun) == [(State.LIVE, [LONG, "x", LONG])]


async def test_a_replaced_draft_of_an_existing_note_is_a_version(places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "kort")
    async with running(places) as app:
        await app.press("3", "enter", "enter", "f7")
        await app.write(LONG)
        await app.pause(0.5)
        await app.press("f7", "backspace")
        await app.pause(0.5)
        await app.press("escape")
    assert told(places) == [(State.TRASH, ["kort", LONG])]


async def test_what_is_undone_in_the_box_goes_unsaid(begun: Places) -> None:
    async with running(begun) as app:
        await app.press("n")
        await app.write(LONG)
        await app.pause(0.5)
        await app.press("f7", "backspace")
        await app.pause(0.5)
        await app.press("ctrl+z")
        await app.pause(0.5)
        await app.press("escape")
        assert named(LONG) not in app.said
    assert told(begun) == [(State.LIVE, [LONG])]


async def test_a_few_letters_make_no_version(begun: Places) -> None:
    async with running(begun) as app:
        await app.press("n")
        await app.write(LONG)
        await app.pause(0.5)
        await app.press(*["backspace"] * 12)
        await app.pause(0.5)
        await app.press("escape")
        assert named(LONG) not in app.said
    assert told(begun) == [(State.LIVE, [LONG[:-12]])]


async def test_an_answer_that_was_kept_and_replaced_has_it_as_a_version(places: Places) -> None:
    async with running(places) as app:
        await app.press("b", "f2")
        await app.write(LONG)
        await app.pause(0.5)
        await app.press("f7", "x")
        await app.pause(0.5)
        await app.press("escape", "1")
        await app.settle()
        assert f"{named(LONG)} is nu een eerdere versie." in app.said
    assert told(places) == [(State.LIVE, [LONG, "x"])]


async def test_a_week_log_that_was_kept_and_emptied_is_in_the_trash(begun: Places) -> None:
    async with running(begun) as app:
        app.app.push_screen(WeekLogScreen())
        await app.settle()
        await app.write(LONG)
        await app.pause(0.5)
        await app.press("f7", "backspace", "escape")
        assert f"{named(LONG)} ligt in de prullenbak." in app.said
    assert told(begun) == [(State.TRASH, [LONG])]


async def test_what_was_replaced_as_the_program_is_ended_is_a_draft_of_its_own(begun: Places) -> None:
    async with running(begun) as app:
        await app.press("n")
        await app.write(LONG)
        await app.pause(0.5)
        await app.press("f7", "x")
        app.app.keep_now()
        assert {each.text for each in Drafts(begun.drafts).all()} == {LONG, "x"}
