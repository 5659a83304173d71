"""What was said to be kept in an exercise and goes at one stroke: in the trash, said, and ctrl+z has it back."""

import pytest
from support.driver import Driver, running

from goedwerk_tui.base.places import Places
from goedwerk_tui.base.text import named
from goedwerk_tui.journal import Journal, Kind, State
from goedwerk_tui.journal.drafts import Drafts
from goedwerk_tui.tui.routes import StepRoute

LONG = "Een tekst van een uur werk over de havenmeester."
OTHER = "iets heel anders dan er stond"

EXERCISES = {
    "a form": ("als-danplan", ("enter", "ctrl+n", "ctrl+n")),
    "an open line": ("krachtenveld", ("enter", "ctrl+n")),
    "a composition": ("mijn-visie-begin", ("enter", "ctrl+n")),
}


async def _write(app: Driver, step: str, keys: tuple[str, ...]) -> None:
    await app.press("b")
    app.app.open(StepRoute(step))
    await app.settle()
    await app.press(*keys)
    await app.paste(LONG)
    await app.pause(0.5)
    assert "◐ bewaard, niet afgerond" in app.text


def _notes(places: Places) -> list[tuple[State, str]]:
    entries = Journal.open(places, read_only=True).entries.values()
    return [(each.state, each.text) for each in entries if each.kind is Kind.NOTE]


async def _leave(app: Driver) -> None:
    await app.press("escape", "escape", "escape")


@pytest.mark.parametrize("waits", [0, 0.5], ids=["at once", "after a draft"])
@pytest.mark.parametrize("which", EXERCISES)
async def test_what_was_kept_and_is_emptied_is_in_the_trash(places: Places, which: str, waits: float) -> None:
    async with running(places) as app:
        await _write(app, *EXERCISES[which])
        await app.press("ctrl+a", "backspace")
        await app.pause(waits)
        await _leave(app)
        assert f"{named(LONG)} ligt als notitie in de prullenbak. Met ctrl+z komt die in je dagboek." in app.said
        assert _notes(places) == [(State.TRASH, LONG)]
        await app.press("ctrl+z")
        await app.settle()
        assert _notes(places) == [(State.LIVE, LONG)]


async def test_what_takes_its_place_stays(places: Places) -> None:
    async with running(places) as app:
        await _write(app, *EXERCISES["a form"])
        await app.press("ctrl+a")
        await app.paste(OTHER)
        await _leave(app)
        assert f"{named(LONG)} ligt als notitie in de prullenbak." in app.said
    assert _notes(places) == [(State.TRASH, LONG)]
    assert [OTHER in each.text for each in Drafts(places.drafts).all()] == [True]


async def test_what_is_there_again_goes_unsaid(places: Places) -> None:
    async with running(places) as app:
        await _write(app, *EXERCISES["a form"])
        await app.press("ctrl+a", "backspace")
        await app.pause(0.5)
        await app.paste(LONG)
        await _leave(app)
        assert named(LONG) not in app.said


async def test_what_goes_as_it_is_taken_up_again_is_in_the_trash(places: Places) -> None:
    step, keys = EXERCISES["a form"]
    async with running(places) as app:
        await _write(app, step, keys)
        await _leave(app)
        assert _notes(places) == []
        app.app.open(StepRoute(step))
        await app.settle()
        await app.press("ctrl+a", "backspace")
        await _leave(app)
        assert f"{named(LONG)} ligt als notitie in de prullenbak." in app.said
    assert _notes(places) == [(State.TRASH, LONG)]


async def test_what_the_journal_has_needs_no_note(places: Places) -> None:
    async with running(places) as app:
        await app.press("b")
        workspace = app.app.workspace
        assert workspace
        workspace.journal.add(Kind.NOTE, f"Eerder: {LONG}")
        step, keys = EXERCISES["a form"]
        app.app.open(StepRoute(step))
        await app.settle()
        await app.press(*keys)
        await app.paste(LONG)
        await app.pause(0.5)
        await app.press("ctrl+a", "backspace")
        await _leave(app)
    assert [state for state, _ in _notes(places)] == [State.LIVE]


async def test_what_went_before_finishing_is_in_the_trash(places: Places) -> None:
    async with running(places) as app:
        await _write(app, *EXERCISES["a form"])
        await app.press("ctrl+a")
        await app.paste(OTHER)
        await app.press("ctrl+s", "down", "enter")
        await app.settle()
        assert f"{named(LONG)} ligt als notitie in de prullenbak." in app.said
    assert _notes(places) == [(State.TRASH, LONG)]


async def test_what_goes_as_the_program_is_ended_is_a_draft_of_its_own(places: Places) -> None:
    async with running(places) as app:
        await _write(app, *EXERCISES["a form"])
        await app.press("ctrl+a")
        await app.paste(OTHER)
        app.app.keep_now()
        assert LONG in {each.text for each in Drafts(places.drafts).all()}


async def test_a_few_letters_make_no_note(places: Places) -> None:
    async with running(places) as app:
        await _write(app, *EXERCISES["a form"])
        await app.press(*["backspace"] * 12)
        await app.pause(0.5)
        await _leave(app)
        assert "prullenbak" not in app.said
    assert _notes(places) == []
