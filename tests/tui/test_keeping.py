"""What a person meets of keeping: copies, backups, a damaged file, the trash, wiping, and a disk that refuses."""

import asyncio
import errno
import os
import shutil
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from support.driver import Driver, running
from textual.events import AppFocus

from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.commands import main
from goedwerk_tui.journal import Journal, Kind, Mark, State, kept_files
from goedwerk_tui.journal.backup import Why
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.journal.lock import InstanceLock
from goedwerk_tui.journal.maintenance import Cared
from goedwerk_tui.programme import Pack
from goedwerk_tui.tui import background_sync
from goedwerk_tui.tui.routes import StepRoute
from goedwerk_tui.tui.workspace import Workspace
from goedwerk_tui.tui.workspace_opening import open_workspace

YESTERDAY = datetime(2026, 11, 23, 9, 5, tzinfo=UTC)


def texts(places: Places) -> set[str]:
    found = Journal.open(places, read_only=True).newest_first()
    return {each.text for each in found if each.kind is not Kind.LOG}


async def until(app: Driver, words: str) -> None:
    """Wait until something stands on the screen."""
    for _ in range(300):
        if words in app.words:
            return
        await app.pause(0.02)
    raise AssertionError(f"‘{words}’ did not appear:\n{app.text}")


@pytest.fixture
def journal(places: Places) -> Journal:
    """A journal with one note and a backup of yesterday in which it had another text."""
    journal = Journal.open(places)
    entry = journal.add(Kind.NOTE, "zoals het gisteren was")
    Backups(places, clock=lambda: YESTERDAY).make(Why.DAY)
    journal.change(entry.id, "zoals het nu is")
    return journal


async def test_an_ordinary_start_says_nothing_and_makes_the_backup_of_today(journal: Journal, places: Places) -> None:
    async with running(places) as app:
        assert app.said == ""
    assert len(Backups(places).list()) == 2


async def test_a_copy_of_another_machine_is_merged_and_said_once(journal: Journal, places: Places) -> None:
    copy = places.journal.parent / "dagboek-LAPTOP.json"
    shutil.copy(places.journal, copy)
    Journal.open(find_places(copy, {})).add(Kind.NOTE, "van de laptop")
    async with running(places) as app:
        assert "samengevoegd: 1 stuk erbij" in app.said
        assert not copy.exists()
        assert texts(places) == {"zoals het nu is", "van de laptop"}
    async with running(places) as app:
        assert app.said == ""


async def test_on_return_notes_and_changes_of_another_machine_show(journal: Journal, places: Places) -> None:
    async with running(places) as app:
        await app.press("3")
        assert "1 stuk" in app.words
        assert main(["noteer", "van opzij"]) == 0
        Journal.open(places).add(Kind.NOTE, "door een andere machine")
        app.app.post_message(AppFocus())
        await app.settle()
        assert "van opzij" in app.text and "door een andere machine" in app.text
        assert list(places.inbox.glob("*.json")) == []
        copy = places.journal.parent / "dagboek (1).json"
        shutil.copy(places.journal, copy)
        Journal.open(find_places(copy, {})).add(Kind.NOTE, "en nog een kopie")
        app.app.post_message(AppFocus())
        await app.settle()
        assert "en nog een kopie" in app.text
        assert app.said.count("samengevoegd") == 1
    assert len(texts(places)) == 4


async def test_a_journal_that_becomes_unreadable_while_it_is_open_is_said_once_and_left(
    journal: Journal, places: Places
) -> None:
    async with running(places) as app:
        places.journal.write_bytes(b"kapot")
        for _ in range(2):
            app.app.post_message(AppFocus())
            await app.settle()
        assert app.said.count("kon niet worden bewaard") == 1
    assert places.journal.read_bytes() == b"kapot"


async def test_putting_back_one_entry_from_a_backup(journal: Journal, places: Places) -> None:
    async with running(places) as app:
        await app.choose("Reservekopieën")
        assert "1 met een andere tekst" in app.words
        assert "hetzelfde als nu" in app.words
        await app.press("down", "enter")
        assert "zoals het gisteren was" in app.text
        await app.press("enter")
        await app.press("down", "enter")
        await until(app, "Teruggezet: 1 stuk")
    again = Journal.open(places, read_only=True)
    (entry,) = again.newest_first()
    assert [each.text for each in entry.revisions][-2:] == ["zoals het nu is", "zoals het gisteren was"]


async def test_the_help_of_the_backups_says_of_what_moment_they_are(journal: Journal, places: Places) -> None:
    journal.add(Kind.NOTE, "van later die dag")
    async with running(places) as app:
        await app.choose("Reservekopieën")
        await app.press("f1")
        assert "Wat je daarna schrijft, komt in die van de volgende dag waarop je het opent." in app.words


async def test_putting_back_a_whole_backup(journal: Journal, places: Places) -> None:
    async with running(places) as app:
        await app.choose("Reservekopieën")
        await app.press("down", "enter", "h")
        await until(app, "Teruggezet: 1 stuk")
    assert texts(places) == {"zoals het gisteren was"}
    assert Why.BEFORE_RESTORE in [each.why for each in Backups(places).list()]


@pytest.mark.parametrize(("key", "expected"), [("z", {"zoals het nu is"}), ("k", {"zoals het gisteren was"})])
async def test_a_damaged_journal_is_put_back_from_the_app(
    journal: Journal, places: Places, key: str, expected: set[str]
) -> None:
    damaged = places.journal.read_bytes()[:-4]
    places.journal.write_bytes(damaged)
    async with running(places) as app:
        await until(app, "1 stuk heel te lezen")
        assert "De nieuwste reservekopie is van 23 november 2026, met 1 stuk" in app.words
        await app.press(key)
        await until(app, "1 stuk geschreven")
        await app.press("n")
        await app.write("erna")
        await app.press("escape")
    assert texts(places) == expected | {"erna"}
    aside = [each for each in Backups(places).list() if each.why is Why.ASIDE]
    assert [each.path.read_bytes() for each in aside] == [damaged]


async def test_what_the_app_rescues_without_its_marks_can_not_be_chosen_to_leave(
    journal: Journal, places: Places
) -> None:
    shut_in = journal.add(Kind.NOTE, "BEER nooit weg geheim")
    journal.mark(shut_in.id, Mark.NEVER_LEAVE, True)
    content = places.journal.read_bytes()
    marks = content.index(b'"marks"')
    places.journal.write_bytes(content[:marks] + content[content.index(b'"progress"', marks) :])
    async with running(places) as app:
        await until(app, "Van 2 stukken is niet te zien of je ze op ‘gaat nooit mee’ had gezet")
        await app.press("z")
        await until(app, "Hier begint het")
        assert "Teruggezet: 2 stukken." in app.said and "daarom gaan ze nooit mee" in app.said
        await app.press("5", "ctrl+a", "enter")
        assert "BEER" not in app.words and "zoals het nu is" not in app.words
    assert len(Journal.open(places).marked(Mark.NEVER_LEAVE)) == 2


@pytest.mark.parametrize(("left", "key"), [(None, "z"), ("", "z"), ("entries", "z"), ("entries", "k")])
async def test_what_was_shut_in_after_the_backup_does_not_leave_by_it(
    journal: Journal, places: Places, left: str | None, key: str
) -> None:
    shut_in = next(each.id for each in journal.newest_first())
    journal.mark(shut_in, Mark.NEVER_LEAVE, True)
    content = places.journal.read_bytes()
    places.journal.write_bytes(content[content.index(b'"entries"') :] if left else b"")
    if left is None:
        places.journal.unlink()
    async with running(places) as app:
        await until(app, "Van 1 stuk is niet te zien")
        await app.press(key)
        await until(app, "1 stuk geschreven")
        assert "Van 1 stuk is niet te zien" in app.said and "herstel --weer-mee" in app.said
    assert shut_in in Journal.open(places).marked(Mark.NEVER_LEAVE)


async def test_a_journal_of_a_newer_version_offers_no_replacement(journal: Journal, places: Places) -> None:
    newer = places.journal.read_bytes().replace(b'"schema":3', b'"schema":4')
    places.journal.write_bytes(newer)
    async with running(places) as app:
        assert "nieuwere versie" in app.words
        await app.press("z", "k")
        assert "Zet alles terug" not in app.words
    assert places.journal.read_bytes() == newer


async def test_wiping_one_entry_from_the_trash(journal: Journal, places: Places) -> None:
    gone = journal.add(Kind.NOTE, "geheim")
    journal.trash(gone.id)
    journal.trash(journal.add(Kind.NOTE, "ook weg").id)
    Backups(places).make(Why.BEFORE_MERGE)
    async with running(places) as app:
        await app.press("3", "l")
        assert "voorgoed wissen?" not in app.words
        await app.press("p", "down", "enter")
        assert "geheim" in app.text
        await app.press("delete")
        assert "Dit stuk voorgoed wissen?" in app.words
        assert "kan dit programma niet wissen" in app.words
        await app.press("enter")
        assert "geheim" in app.text
        await app.press("delete", "down", "enter")
        await until(app, "Gewist: 1 stuk.")
        assert "ook weg" in app.text and "geheim" not in app.text
    assert not any(b"geheim" in each.read_bytes() for each in places.journal.parent.rglob("*.json"))
    assert {each.state for each in Journal.open(places).entries.values()} == {State.LIVE, State.TRASH, State.WIPED}


@pytest.mark.parametrize("what", ["a piece", "everything"])
async def test_the_disk_is_looked_at_once_before_wiping_and_never_by_the_keyboard(
    journal: Journal, places: Places, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    journal.trash(journal.add(Kind.NOTE, "weggegooid").id)
    looked: list[threading.Thread] = []
    look = kept_files.find_kept_files

    def noted(*arguments: Any, **named: Any) -> kept_files.KeptFiles:
        looked.append(threading.current_thread())
        return look(*arguments, **named)

    monkeypatch.setattr(kept_files, "find_kept_files", noted)
    async with running(places) as app:
        await app.press("3", "p", "l") if what == "a piece" else await app.choose("Alles wissen")
        await until(app, "voorgoed wissen?" if what == "a piece" else "Typ ‘alles wissen’")
        assert "dit programma niet wissen" in app.words
        if what == "a piece":
            await app.press("down", "enter")
            await until(app, "Gewist: 1 stuk.")
    assert len(looked) == 1 and looked[0] is not threading.main_thread()


async def test_emptying_the_trash(journal: Journal, places: Places) -> None:
    for text in ("een", "twee"):
        journal.trash(journal.add(Kind.NOTE, f"weggegooid {text}").id)
    async with running(places) as app:
        await app.press("3", "p", "l")
        assert "2 stukken voorgoed wissen?" in app.words
        await app.press("down", "enter")
        await until(app, "Gewist: 2 stukken.")
        assert "leeg" in app.words
    assert not any(b"weggegooid" in each.read_bytes() for each in places.journal.parent.rglob("*.json"))


async def test_wiping_everything_leaves_no_file(journal: Journal, places: Places) -> None:
    Drafts(places.drafts).put(Draft(key="x", text="half", kind=Kind.NOTE, at=YESTERDAY))
    async with running(places) as app:
        await app.choose("Alles wissen")
        assert "alles wissen" in app.words
        await app.paste("ja")
        await app.press("enter")
        assert "niets gewist" in app.words
        assert places.journal.exists()
        await app.press("ctrl+a", "ctrl+k")
        await app.paste("Alles wissen")
        await app.press("enter")
        for _ in range(200):
            if app.app.return_value is not None:
                break
            await asyncio.sleep(0.02)
    assert "kan dit programma niet wissen" in str(app.app.return_value)
    assert list(places.journal.parent.rglob("*")) == []


async def test_the_app_leaves_a_document_that_came_in_the_place_of_the_journal(places: Places, tmp_path: Path) -> None:
    at = tmp_path / "brief.json"
    places.settings.parent.mkdir()
    places.settings.write_text(f'{{"journal": "{at}"}}')
    Journal.open(find_places(at)).add(Kind.NOTE, "van mij")
    async with running(find_places()) as app:
        at.write_bytes(b"RAPPORT")
        await app.choose("Alles wissen")
        await app.paste("alles wissen")
        await app.press("enter")
        for _ in range(200):
            if app.app.return_value is not None:
                break
            await asyncio.sleep(0.02)
    assert at.read_bytes() == b"RAPPORT"
    assert f"Niet gelukt bij ‘{at}’" in str(app.app.return_value)
    assert not [each for each in tmp_path.rglob("*") if each.is_file() and b"van mij" in each.read_bytes()]


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the next attempt come soon."""
    monkeypatch.setattr(background_sync, "TRY_EVERY", 0.3)


def full(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


async def write_while_it_fails(app: Driver, pack: Pack, patched: pytest.MonkeyPatch) -> None:
    step = next(each for each in map(pack.step, pack.programme.sessions[0].steps) if each.kind == "questions")
    app.app.open(StepRoute(step.id))
    await app.settle()
    await app.press("enter")
    patched.setattr(Path, "replace", full)
    await app.write("dit moet blijven")
    await app.press("ctrl+n")


async def test_what_could_not_be_saved_is_tried_again_by_itself(
    journal: Journal, places: Places, pack: Pack, monkeypatch: pytest.MonkeyPatch, quick: None
) -> None:
    async with running(places) as app:
        with monkeypatch.context() as patched:
            await write_while_it_fails(app, pack, patched)
            assert "Niet bewaard: de schijf is vol." in app.said
            app.app.clear_notifications()
            app.forget_what_was_said()
            await app.pause(0.1)
            assert "niet bewaard · probeert het steeds opnieuw · F3" in app.words
            assert "dit moet blijven" in app.text
            await app.pause(0.8)
            assert app.said == ""
            assert "dit moet blijven" not in texts(places)
        await until(app, "Het lukt weer")
        assert "● bewaard" in app.words
        assert "dit moet blijven" in texts(places)


async def test_where_the_draft_still_works_the_text_stands_there(
    journal: Journal, places: Places, pack: Pack, monkeypatch: pytest.MonkeyPatch, quick: None
) -> None:
    real = Path.replace

    def only_drafts(self: Path, target: Path) -> Path:
        return real(self, target) if target.parent == places.drafts else full()  # pyright: ignore[reportReturnType]

    async with running(places) as app:
        with monkeypatch.context() as patched:
            await write_while_it_fails(app, pack, patched)
            patched.setattr(Path, "replace", only_drafts)
            await app.write(" meer")
            app.app.clear_notifications()
            await until(app, "als concept bewaard, in het dagboek nog niet")
            assert [each.text for each in Drafts(places.drafts).all()] == ["dit moet blijven meer"]
        await until(app, "Het lukt weer")
    assert "dit moet blijven meer" in texts(places)
    assert Drafts(places.drafts).all() == ()


async def test_another_place_takes_over(
    journal: Journal, places: Places, pack: Pack, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "stick"
    elsewhere.mkdir()
    real = Path.replace

    def only_elsewhere(self: Path, target: Path) -> Path:
        return full() if places.journal.parent in target.parents else real(self, target)  # pyright: ignore[reportReturnType]

    async with running(places) as app:
        await app.press("f3")
        assert "Naar welk nieuw bestand?" not in app.words
        await write_while_it_fails(app, pack, monkeypatch)
        before = places.journal.read_bytes()
        monkeypatch.setattr(Path, "replace", only_elsewhere)
        for target, expected in (
            (tmp_path / "er" / "niet.json", "de map is er niet"),
            (elsewhere / "dagboek.json", "je schrijft daar verder"),
        ):
            if "Naar welk nieuw bestand?" not in app.words:
                await app.press("f3")
            await app.press("ctrl+a", "ctrl+k")
            await app.paste(str(target))
            await app.press("enter")
            for _ in range(100):
                if expected in app.said or expected in app.words:
                    break
                await app.pause(0.02)
            assert expected in app.said or expected in app.words
        await app.press("down", "enter")
        assert f"goedwerk --journal {elsewhere}" in app.said
        assert "● bewaard" in app.words
        await app.write(" en verder")
        await app.press("ctrl+n")
    there = find_places(elsewhere / "dagboek.json")
    assert texts(there) == {"zoals het nu is", "dit moet blijven en verder"}
    monkeypatch.undo()
    assert places.journal.read_bytes() == before


async def test_a_draft_of_an_earlier_version_stands_beside_its_entry(journal: Journal, places: Places) -> None:
    (entry,) = journal.newest_first()
    draft = Draft(
        key=entry.id,
        text="half getypt",
        entry_id=entry.id,
        base_revision=entry.revisions[0].id,
        kind=Kind.NOTE,
        at=YESTERDAY,
    )
    Drafts(places.drafts).put(draft)
    async with running(places) as app:
        await app.press("3", "enter", "enter")
        assert "zoals het nu is" in app.text and "half getypt" not in app.text
        assert "past niet meer bij ‘" in app.said
        await app.press("escape")
    assert texts(places) == {"zoals het nu is", "half getypt"}
    assert Drafts(places.drafts).all() == ()


async def test_wiping_says_where_else_the_words_stand(journal: Journal, places: Places) -> None:
    gone = journal.add(Kind.CONDITION, "Joke belt altijd terug")
    journal.add(Kind.NOTE, "Gisteren nog: Joke belt altijd terug.")
    journal.trash(gone.id)
    async with running(places) as app:
        await app.press("3", "p", "enter", "delete")
        await until(app, "voorgoed wissen?")
        assert "Dezelfde woorden staan ook in ‘Notitie’" in app.words
        await app.press("down", "down", "enter")
        assert "Hier staan dezelfde woorden" in app.text
        await app.press("enter")
        assert "Gisteren nog" in app.text
        await app.press("delete", "escape")
        assert "in de prullenbak" in app.text
        await app.press("escape")
        assert "(in de prullenbak). Dat stuk blijft staan" in app.words
        await app.press("down", "enter")
        await until(app, "Gewist: 1 stuk.")
    states = {each.kind: each.state for each in Journal.open(places).entries.values()}
    assert (states[Kind.CONDITION], states[Kind.NOTE]) == (State.WIPED, State.TRASH)


async def test_a_long_earlier_version_can_be_read_from_the_keyboard(journal: Journal, places: Places) -> None:
    entry = journal.add(Kind.NOTE, "\n".join(f"regel {number}" for number in range(60)))
    journal.change(entry.id, "kort")
    async with running(places) as app:
        await app.press("3", "enter", "v")
        assert "schuiven de tekst" not in app.text
        await app.press("down", "enter")
        assert "schuiven de tekst" in app.text
        assert "regel 0 " not in app.text
        await app.press("pageup", "pageup", "pageup", "pageup")
        assert "regel 0 " in app.text
        await app.press("pagedown", "pagedown", "pagedown", "pagedown", "pagedown")
        assert "Zet deze versie terug" in app.text


async def test_a_journal_that_vanished_is_put_back_from_its_backup(journal: Journal, places: Places) -> None:
    places.journal.unlink()
    async with running(places) as app:
        await until(app, "De nieuwste reservekopie")
        assert "Je dagboek is weg" in app.words and "1 reservekopie" in app.words
        assert not places.journal.exists()
        await app.press("z")
        await until(app, "1 stuk geschreven")
    assert texts(places) == {"zoals het gisteren was"}


async def test_beside_what_is_left_of_a_journal_a_new_one_is_begun_only_when_asked(
    journal: Journal, places: Places
) -> None:
    places.journal.rename(places.journal.with_name("van-vroeger.json"))
    shutil.rmtree(places.backups)
    async with running(places) as app:
        assert "van-vroeger.json" in app.words.replace(" ", "")
        assert not places.journal.exists()
        await app.press("n", "b")
    assert places.journal.exists() and texts(places) == set()
    assert texts(find_places(places.journal.with_name("van-vroeger.json"))) == {"zoals het nu is"}


async def test_what_another_machine_adds_to_what_goes_along_is_said(
    journal: Journal, places: Places, tmp_path: Path
) -> None:
    (entry,) = journal.newest_first()
    journal.mark(entry.id, Mark.BRING, True)
    async with running(places) as app:
        there = tmp_path / "daar.json"
        shutil.copy(places.journal, there)
        Journal.open(find_places(there)).change(entry.id, "een naam die daar is bijgeschreven")
        there.replace(places.journal)
        for _ in range(2):
            app.app.post_message(AppFocus())
            await app.settle()
        await until(app, "aan 1 stuk dat je meeneemt")
        assert app.said.count("dat je meeneemt") == 1
        app.forget_what_was_said()
        await app.press("3", "enter", "enter")
        await app.write("zelf geschreven")
        await app.press("escape")
        app.app.post_message(AppFocus())
        await app.settle()
        assert "dat je meeneemt" not in app.said


@pytest.mark.parametrize("by", ["the same home", "another home"])
async def test_the_first_window_is_gone_and_the_second_takes_over(
    journal: Journal, places: Places, tmp_path: Path, by: str
) -> None:
    first = places if by == "the same home" else find_places(places.journal, {"GOEDWERK_HOME": str(tmp_path / "ander")})
    lock = InstanceLock(first)
    lock.acquire()
    async with running(places) as app:
        assert "alleen lezen" in app.words
        app.app.post_message(AppFocus())
        await app.settle()
        assert "alleen lezen" in app.words
        lock.release()
        app.app.post_message(AppFocus())
        await app.settle()
        await until(app, "weer schrijven")
        assert "alleen lezen" not in app.words
        await app.press("n")
        await app.write("nu kan het")
        await app.press("escape")
    assert "nu kan het" in texts(places)


async def test_who_comes_back_twice_in_a_moment_hears_that_the_first_window_is_gone(
    journal: Journal, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A look is never broken off by the next: it may have taken the journal already, and nobody would know."""
    look_again = Workspace.look_again

    async def slowly(workspace: Workspace) -> Cared:
        cared = await look_again(workspace)
        await asyncio.sleep(0.2)
        return cared

    monkeypatch.setattr(Workspace, "look_again", slowly)
    lock = InstanceLock(places)
    lock.acquire()
    async with running(places) as app:
        lock.release()
        for _ in range(3):
            app.app.post_message(AppFocus())
            await app.pause(0.1)
        await app.settle()
        assert "weer schrijven" in app.said and "alleen lezen" not in app.words


async def test_where_no_lock_can_be_made_no_other_window_is_named(
    journal: Journal, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", refused)
    async with running(places) as app:
        await until(app, "kent geen sloten")
        assert "ander venster heeft" not in app.words and "alleen lezen" in app.words


async def test_what_the_file_no_longer_has_is_kept_when_one_stops(journal: Journal, places: Places) -> None:
    async with running(places) as app:
        await app.press("n")
        await app.write("net bewaard")
        await app.press("escape")
        places.journal.write_bytes(b"")
        await app.press("ctrl+q", "ctrl+q")
        assert "reservekopieën" in str(app.app.return_value)
    assert places.journal.read_bytes() == b""
    newest = Backups(places).list()[0]
    assert newest.why is Why.MEMORY
    assert "net bewaard" in {each.text for each in Backups(places).read(newest).live}
    async with running(places) as app:
        await until(app, "De nieuwste reservekopie")
        await app.press("z")
        await app.settle()
    assert "net bewaard" in texts(places)


async def test_what_a_timer_still_brings_when_the_journal_is_closed_ends_nothing(places: Places) -> None:
    workspace = open_workspace(places)
    draft = Draft(key="notitie", text="dit staat er al", kind=Kind.NOTE, at=datetime(2026, 11, 24, 10, tzinfo=UTC))
    assert await workspace.keep_draft(draft)
    workspace.close()
    assert not await workspace.keep_draft(draft)
    await workspace.clear_draft(draft.key)
    assert Drafts(places.drafts).all() == ()
    open_workspace(places).close()
