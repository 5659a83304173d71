"""Going on to the next question costs one write, and draws nothing that is covered."""

import os

import pytest
from support.driver import SMALL, Driver, running

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal, Kind, State, StepProgress
from goedwerk_tui.journal.drafts import Drafts
from goedwerk_tui.journal.entry import Status
from goedwerk_tui.journal.trouble import SaveFailed
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.model import Step
from goedwerk_tui.tui.routes import StepRoute
from goedwerk_tui.tui.screens.home import HomeScreen


def with_two_questions(pack: Pack) -> Step:
    """A step that asks two questions, with no choice before them."""
    steps = (pack.step(each) for session in pack.programme.sessions for each in session.core)
    return next(step for step in steps if len(step.questions) > 1 and not getattr(step, "choice", None))


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A list that grows with every time that something is put on the disk."""
    found: list[int] = []
    fsync = os.fsync

    def counting(descriptor: int) -> None:
        found.append(descriptor)
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", counting)
    return found


async def at_a_question(app: Driver, step: Step) -> None:
    """Go to the box of the first question of a step."""
    app.app.open(StepRoute(step.id, step.questions[0].id))
    await app.settle()
    await app.press("f2")


async def test_going_on_is_one_write_and_draws_nothing_that_is_covered(
    places: Places, pack: Pack, synced: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    step = with_two_questions(pack)
    journal = Journal.open(places)
    journal.store.stays_open = True  # as in a window
    journal.add(Kind.NOTE, "een stuk")
    synced.clear()
    journal.add(Kind.NOTE, "nog een")
    of_one_write = len(synced)
    drawn: list[str] = []
    show = HomeScreen.show

    def counting(screen: HomeScreen) -> None:
        drawn.append("home")
        show(screen)

    monkeypatch.setattr(HomeScreen, "show", counting)
    async with running(places) as app:
        await at_a_question(app, step)
        await app.paste("wat ik zag")
        await app.pause(1)
        assert Drafts(places.drafts).all()
        synced.clear()
        drawn.clear()
        await app.press("ctrl+n")
        # One write of the journal; and the draft is gone for good, which is a folder to sync.
        assert (len(synced), drawn) == (of_one_write + 1, [])
        assert Drafts(places.drafts).all() == ()
        kept = Journal.open(places, read_only=True)
        assert "wat ik zag" in {each.text for each in kept.newest_first()}
        assert kept.position is not None
        assert kept.position.step == step.id
        await app.press("escape", "escape", "escape")
        assert drawn == ["home"]
        assert "3 stukken geschreven" in app.text


def test_changes_are_made_all_or_none(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = Journal.open(places)
    first = journal.add(Kind.NOTE, "eerst")

    def change(of: Journal) -> None:
        of.trash(first.id)
        of.add(Kind.NOTE, "erbij")
        of.set_progress("stap", StepProgress(Status.DONE, "", of.now()))

    def no_disk(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(os, "replace", no_disk)
        with pytest.raises(SaveFailed):
            journal.apply(change)
    for each in (journal, Journal.open(places)):
        assert [entry.text for entry in each.newest_first()] == ["eerst"]
        assert not each.progress
    journal.apply(change)
    for each in (journal, Journal.open(places)):
        assert [entry.text for entry in each.newest_first()] == ["erbij"]
        assert each.entries[first.id].state is State.TRASH
        assert each.progress["stap"].status is Status.DONE


def test_changes_are_made_to_what_something_else_wrote_meanwhile(places: Places) -> None:
    journal, elsewhere = Journal.open(places), Journal.open(places)
    note = journal.add(Kind.NOTE, "eerst")

    def change(of: Journal) -> str:
        elsewhere.refresh()
        elsewhere.add(Kind.NOTE, "van elders")
        of.change(note.id, "eerst en meer")
        return of.add(Kind.NOTE, "erbij").id

    added = journal.apply(change)
    for each in (journal, Journal.open(places)):
        assert {entry.text for entry in each.newest_first()} == {"eerst en meer", "van elders", "erbij"}
        assert each.entries[added].text == "erbij"


async def test_what_was_not_seen_of_a_text_comes_before_what_opens(places: Places) -> None:
    async with running(places, size=SMALL) as app:
        await app.press("b")
        app.app.open(StepRoute("geen-contact-meer", "keuze"))
        await app.settle()
        await app.press("f2", "1", "ctrl+n")
        assert "Directeur Haddou" in app.text and "Ik neem ze op, die gesprekken" not in app.text
        await app.write("met een reden")
        await app.press("ctrl+n")
        assert "Ik neem ze op, die gesprekken" in app.text and "Lees rustig" in app.text
        await app.press("enter")
        assert "Hoe het verder ging" in app.text
