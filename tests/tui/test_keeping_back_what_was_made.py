"""What an exercise made goes along when its result is kept back or wiped, if the person says so."""

import pytest
from support.driver import Driver, running

from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.exercises import persistence
from goedwerk_tui.guidance.exercises.form import Form
from goedwerk_tui.guidance.exercises.prefill import begin
from goedwerk_tui.journal import Entry, Journal, Kind, Mark, State
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.exercises import Exercise
from goedwerk_tui.tui.routes import EntryRoute

MADE = "Hieruit kwam ook ‘Als haast Condor, dan Duif binnenkomt’ (voornemen)."


@pytest.fixture
def result(places: Places, pack: Pack) -> Entry:
    journal = Journal.open(places)
    step = pack.step("als-danplan")
    assert isinstance(step, Exercise)
    work = begin(step, pack, journal)
    assert isinstance(work, Form)
    work = work.fill("als", "haast Condor").fill("dan", "Duif binnenkomt")
    result = persistence.finish(journal, step, persistence.origin_of(pack, step), work, "plan")
    (made,) = journal.newest_first(kinds={Kind.INTENTION})
    journal.mark(made.id, Mark.BRING, True)
    journal.close()
    return result


async def until(app: Driver, words: str) -> None:
    """Wait until something stands on the screen."""
    for _ in range(300):
        if words in app.words:
            return
        await app.pause(0.02)
    raise AssertionError(f"‘{words}’ did not appear:\n{app.text}")


async def show(app: Driver, entry: Entry) -> None:
    app.app.open(EntryRoute(entry.id))
    await app.settle()


def kinds(places: Places, mark: Mark) -> set[Kind]:
    journal = Journal.open(places, read_only=True)
    return {journal.entries[each].kind for each in journal.marked(mark)}


async def test_both_never_leave_and_one_key_takes_that_back(places: Places, result: Entry) -> None:
    async with running(places) as app:
        await show(app, result)
        await app.press("ctrl+x")
        assert f"{MADE} Gaat dat ook nooit mee?" in app.words
        await app.press("enter")
        assert "en wat eruit kwam ook niet. Met ctrl+z" in app.said
        assert kinds(places, Mark.NEVER_LEAVE) == {Kind.EXERCISE, Kind.INTENTION}
        await app.press("ctrl+z")
        assert (kinds(places, Mark.NEVER_LEAVE), kinds(places, Mark.BRING)) == (set(), {Kind.INTENTION})


async def test_only_the_result(places: Places, result: Entry) -> None:
    async with running(places) as app:
        await show(app, result)
        await app.press("ctrl+x", "down", "enter")
        assert "Wat eruit kwam mag nog wel mee." in app.said
        assert kinds(places, Mark.NEVER_LEAVE) == {Kind.EXERCISE}
        await app.press("escape", "5", "ctrl+a", "enter")
        await until(app, "woorden van wat nooit mee mag")


async def test_leaving_the_question_marks_nothing_and_letting_go_says_what_stays(places: Places, result: Entry) -> None:
    async with running(places) as app:
        await show(app, result)
        await app.press("ctrl+x", "escape")
        assert kinds(places, Mark.NEVER_LEAVE) == set()
        await app.press("ctrl+x", "enter", "ctrl+x")
        assert "Wat eruit kwam gaat nog nooit mee: ‘Als haast Condor" in app.said
        assert kinds(places, Mark.NEVER_LEAVE) == {Kind.INTENTION}


async def test_wiping_takes_it_along(places: Places, result: Entry) -> None:
    async with running(places) as app:
        await show(app, result)
        await app.press("delete", "delete")
        await until(app, MADE)
        await app.press("down", "down", "enter")
        await until(app, "Gewist: 2 stukken.")
    states = {each.kind: each.state for each in Journal.open(places).entries.values()}
    assert (states[Kind.EXERCISE], states[Kind.INTENTION]) == (State.WIPED, State.WIPED)


async def test_one_key_gives_the_mark_to_bring_back_that_never_leaving_took(places: Places) -> None:
    journal = Journal.open(places)
    note = journal.add(Kind.NOTE, "een merel")
    journal.mark(note.id, Mark.BRING, True)
    journal.close()
    async with running(places) as app:
        await show(app, note)
        await app.press("ctrl+x")
        assert (kinds(places, Mark.NEVER_LEAVE), kinds(places, Mark.BRING)) == ({Kind.NOTE}, set())
        await app.press("ctrl+z")
        assert (kinds(places, Mark.NEVER_LEAVE), kinds(places, Mark.BRING)) == (set(), {Kind.NOTE})
        assert "gaat weer mee." in app.said
