"""What another machine does meanwhile, and another place where the journal went on for once."""

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from support.crossing import crossed
from support.driver import WIDE, running
from textual.events import AppFocus

from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.journal import Journal, Kind, Mark, Meeting, Status, StepProgress
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.journal.erasure import wipe
from goedwerk_tui.journal.lock import Held, InstanceLock
from goedwerk_tui.journal.trouble import Cause, JournalUnreadable
from goedwerk_tui.tui import workspace as workspaces
from goedwerk_tui.tui.workspace import Workspace
from goedwerk_tui.tui.workspace_opening import open_workspace


async def test_a_wiping_that_came_under_an_open_journal_is_finished_at_the_end(places: Places, tmp_path: Path) -> None:
    journal = Journal.open(places)
    entry = journal.add(Kind.NOTE, "alfa geheimwoord")
    there = find_places(tmp_path / "ander.json")
    shutil.copy(places.journal, there.journal)
    wipe(Journal.open(there), [entry.id])
    async with running(places) as app:
        draft = Draft(
            key=entry.id,
            text="alfa geheimwoord omegawoord",
            entry_id=entry.id,
            base_revision=entry.newest.id,
            kind=Kind.NOTE,
            at=journal.now(),
        )
        Drafts(places.drafts).put(draft)
        shutil.copy(there.journal, places.journal)
        await app.press("n")
        await app.paste("erna")
        await app.press("escape", "ctrl+q")
    files = [each for each in places.config.rglob("*") if each.is_file()]
    assert [each for each in files if b"geheimwoord" in each.read_bytes()] == []
    assert {each.text for each in Journal.open(places).newest_first()} == {"erna", "omegawoord"}


async def test_a_place_for_this_once_is_named_at_the_end_and_at_the_next_start(places: Places, tmp_path: Path) -> None:
    Journal.open(places).add(Kind.NOTE, "van thuis")
    elsewhere = tmp_path / "elders.json"
    async with running(places) as app:
        await app.choose("andere plek bewaren")
        await app.press("ctrl+a", "ctrl+k")
        await app.paste(str(elsewhere))
        await app.press("enter")
        for _ in range(200):
            if "voortaan het nieuwe opent?" in app.words:
                break
            await app.pause(0.02)
        # Going away without an answer.
        await app.press("ctrl+q")
        last_words = str(app.app.return_value)
    assert f"Je schreef verder in ‘{elsewhere}’" in last_words and "weer je oude dagboek" in last_words
    async with running(places) as app:
        assert "hier niet staat" not in app.said
    Journal.open(find_places(elsewhere)).add(Kind.NOTE, "van elders")
    async with running(places) as app:
        assert f"In ‘{elsewhere}’ staat dit dagboek ook" in app.said and "hier niet staat" in app.said


async def _write(workspace: Workspace, text: str) -> None:
    await workspace.write(lambda journal: journal.add(Kind.NOTE, text))


async def test_a_place_that_another_window_has_is_not_taken(places: Places, tmp_path: Path) -> None:
    there = find_places(tmp_path / "elders.json")
    lock = InstanceLock(there)
    lock.acquire()
    workspace = open_workspace(places)
    try:
        with pytest.raises(Trouble, match="ander venster"):
            await workspace.go_on_in(there.journal)
        assert not there.journal.exists()
        await _write(workspace, "hier nog")
        lock.release()
        await workspace.go_on_in(there.journal)
        await _write(workspace, "daar")
    finally:
        workspace.close()
    assert {each.text for each in Journal.open(there).newest_first()} == {"hier nog", "daar"}
    assert {each.text for each in Journal.open(places).newest_first()} == {"hier nog"}


async def test_a_place_that_can_not_be_read_back_is_given_free_again(
    places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unread(places: Places, **_: object) -> Journal:
        raise JournalUnreadable(places.journal, Cause.FILE)

    there = find_places(tmp_path / "elders.json")
    workspace = open_workspace(places)
    try:
        await _write(workspace, "hier")
        with monkeypatch.context() as patched:
            patched.setattr(Journal, "open", unread)
            with pytest.raises(JournalUnreadable) as told:
                await workspace.go_on_in(there.journal)
        assert told.value.path == there.journal
        await _write(workspace, "hier nog")
        lock = InstanceLock(there)
        assert isinstance(lock.acquire(), Held)
        lock.release()
    finally:
        workspace.close()
    assert {each.text for each in Journal.open(places).newest_first()} == {"hier", "hier nog"}


async def test_a_journal_that_came_free_is_only_taken_when_all_of_it_can_be(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unread(*_: object) -> Drafts:
        raise JournalUnreadable(places.drafts, Cause.FILE)

    Journal.open(places).add(Kind.NOTE, "eerst")
    lock = InstanceLock(places)
    lock.acquire()
    workspace = open_workspace(places)
    try:
        lock.release()
        with monkeypatch.context() as patched:
            patched.setattr(workspaces, "drafts_of", unread)
            with pytest.raises(JournalUnreadable):
                await workspace.look_again()
        lock.acquire()
        await workspace.look_again()
        assert workspace.read_only
        lock.release()
        await workspace.look_again()
        assert not workspace.read_only
        await _write(workspace, "daarna")
    finally:
        workspace.close()
    assert {each.text for each in Journal.open(places).newest_first()} == {"eerst", "daarna"}


CHANGES: dict[str, tuple[str, Callable[[Journal], object]]] = {
    "a mark": ("3", lambda journal: journal.mark(journal.newest_first()[0].id, Mark.BRING, True)),
    "progress": (
        "2",
        lambda journal: journal.set_progress("een-stoel-erbij", StepProgress(Status.DONE, "", journal.now())),
    ),
    "a meeting": (
        "1",
        lambda journal: journal.set_meeting(Meeting("", journal.now().date() + timedelta(days=3), "opening")),
    ),
}


@pytest.mark.parametrize(("only_reads", "what"), crossed([False, True], [*CHANGES]))
async def test_what_changed_elsewhere_without_a_text_is_shown_too(places: Places, what: str, only_reads: bool) -> None:
    place, change = CHANGES[what]
    journal = Journal.open(places)
    journal.set_position("een-stoel-erbij", "")
    journal.add(Kind.NOTE, "een notitie")
    lock = InstanceLock(places)
    if only_reads:
        lock.acquire()
    try:
        async with running(places, size=WIDE) as app:
            await app.press(place)
            before = app.text
            app.app.post_message(AppFocus())
            await app.settle()
            assert app.text == before
            change(Journal.open(places))
            app.app.post_message(AppFocus())
            await app.settle()
            shown = app.text
            assert shown != before
            await app.press("4", place)
            assert app.text == shown
    finally:
        lock.release()


@pytest.mark.parametrize("when", ["at the start", "meanwhile"])
async def test_a_copy_with_words_of_what_was_wiped_here_says_in_which_pieces_they_stay(
    places: Places, tmp_path: Path, when: str
) -> None:
    journal = Journal.open(places)
    gone = journal.add(Kind.CONDITION, "Joke belt altijd terug")
    there = find_places(tmp_path / "ander.json")
    shutil.copy(places.journal, there.journal)
    Journal.open(there).add(Kind.NOTE, "Gisteren nog: Joke belt altijd terug.")
    wipe(journal, [gone.id])
    copy = places.journal.with_name("dagboek-PC.json")
    if when == "at the start":
        shutil.copy(there.journal, copy)
    async with running(places) as app:
        if when == "meanwhile":
            shutil.copy(there.journal, copy)
            app.app.post_message(AppFocus())
        for _ in range(200):
            if "Dezelfde woorden staan ook in ‘Notitie’" in app.said:
                break
            await app.pause(0.02)
        assert "Dat stuk blijft staan tot je het ook wist." in app.said
