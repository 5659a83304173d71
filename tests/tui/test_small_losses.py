"""Words that stand nowhere but in a window: a paste that is asked about, keys in a row, a window that may only read."""

import asyncio
import threading
from pathlib import Path
from typing import Any

import pytest
from support.driver import running

from goedwerk_tui.base.files import Reason
from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal, Kind, SaveFailed
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.journal.lock import InstanceLock
from goedwerk_tui.tui import shutdown
from goedwerk_tui.tui.background_sync import BackgroundSync
from goedwerk_tui.tui.routes import StepRoute, WriteRoute
from goedwerk_tui.tui.screens.writing import WritingScreen
from goedwerk_tui.tui.widgets.editor import Editor

HUGE = "woord " * 5_000


@pytest.fixture(autouse=True)
def journal(places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "eerder")


def _drafts(places: Places) -> set[str]:
    return {each.text for each in Drafts(places.drafts).all()}


async def test_a_paste_that_is_asked_about_is_a_draft_and_letters_stand_in_the_box(places: Places) -> None:
    async with running(places) as app:
        await app.press("n")
        await app.paste("ervoor ")
        await app.paste(HUGE)
        assert HUGE in _drafts(places)
        await app.press("q", "n")
        await app.press("ctrl+q")
    assert HUGE in _drafts(places)
    assert "ervoor qn" in {each.text for each in Journal.open(places).newest_first()} | _drafts(places)
    async with running(places) as app:
        assert "Er staat iets klaar, nog niet af" in app.words


async def test_once_answered_it_is_no_draft(places: Places) -> None:
    async with running(places) as app:
        await app.press("n")
        for keys in (["enter"], ["down", "down", "enter"]):
            await app.paste(HUGE)
            await app.press(*keys)
            assert HUGE not in _drafts(places)


async def test_a_paste_that_is_left_without_an_answer_waits_on_thuis(places: Places) -> None:
    async with running(places) as app:
        await app.press("n")
        await app.paste(HUGE)
        assert "Esc later" in app.words
        await app.press("escape")
        assert "klaar op Thuis" in app.said
        assert HUGE in _drafts(places)
        await app.press("escape")
        assert "Er staat iets klaar, nog niet af" in app.words


async def test_whoever_looks_round_and_leaves_a_paste_finds_it_in_the_box(places: Places) -> None:
    async with running(places, looking_round=True) as app:
        await app.press("n")
        await app.paste(HUGE)
        await app.press("escape")
        assert isinstance(app.app.focused, Editor) and app.app.focused.text == HUGE


@pytest.mark.parametrize("answer", ["note", "insert"])
async def test_a_paste_is_a_draft_until_it_stands_elsewhere(
    places: Places, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    """A disk that is full while it is answered takes the only copy of it from nobody."""
    async with running(places) as app:
        await app.press("n")
        await app.paste(HUGE)
        with monkeypatch.context() as full:

            def refuse(*_: object, **__: object) -> None:
                raise SaveFailed(places.drafts, Reason.FULL)

            full.setattr(Drafts, "put", refuse)
            full.setattr(Journal, "apply", refuse)
            await app.press(*{"note": ["enter"], "insert": ["down", "enter"]}[answer])
            assert isinstance(app.app.focused, Editor) and app.app.focused.text == HUGE
            assert _drafts(places) == {HUGE}
        await app.press("escape")
    texts = [each.text for each in Journal.open(places).newest_first()]
    assert HUGE in texts


async def test_keys_on_their_way_are_kept_when_the_process_is_asked_to_stop(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutdown, "_ending", set())
    monkeypatch.setattr("threading.Timer.start", lambda _: None)
    typed = "allesindewachtrij"
    async with running(places) as app:
        await app.press("n")
        for letter in typed:
            app.app.simulate_key(letter)
        shutdown._asked_to_stop(app.app)  # pyright: ignore[reportPrivateUsage] - what the signal does
        await asyncio.gather(*shutdown._ending)  # pyright: ignore[reportPrivateUsage]
    assert _drafts(places) == {typed}


async def test_a_folder_that_is_gone_when_the_process_is_asked_to_stop(
    places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import shutil

    (tmp_path / "tijdelijk").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tijdelijk"))
    monkeypatch.setattr(shutdown, "_ending", set())
    monkeypatch.setattr("threading.Timer.start", lambda _: None)
    async with running(places) as app:
        await app.press("n")
        await app.paste("nog in het vak")
        shutil.rmtree(places.journal.parent)
        shutdown._asked_to_stop(app.app)  # pyright: ignore[reportPrivateUsage] - what the signal does
        await asyncio.gather(*shutdown._ending)  # pyright: ignore[reportPrivateUsage]
    (kept,) = (tmp_path / "tijdelijk").rglob("*.json")
    assert "nog in het vak" in kept.read_text("utf-8")


@pytest.mark.parametrize("step", ["wat-is-goed-werk", "mijn-visie"])
async def test_a_window_that_may_only_read_says_so_and_goes_on_to_write(places: Places, step: str) -> None:
    lock = InstanceLock(places)
    lock.acquire()
    async with running(places) as app:
        app.app.open(StepRoute(step))
        await app.settle()
        await app.press("enter")
        assert "alleen lezen" in app.text.splitlines()[0]
        await app.write("vergeefs")
        assert "Wat je typte staat nergens" in app.said
        lock.release()
        await app.write("x")
        await app.settle()
        assert "weer schrijven" in app.said and "alleen lezen" not in app.text.splitlines()[0]
        if isinstance(app.app.focused, Editor):
            await app.write("nu wel")
            assert "nu wel" in app.app.focused.text


async def test_of_drafts_that_wait_the_newest_is_kept(places: Places) -> None:
    async with running(places) as app:
        workspace = app.app.workspace
        assert workspace is not None
        drafts = [Draft(key="d", text=f"tot hier {n}", kind=Kind.NOTE, at=workspace.journal.now()) for n in range(50)]
        assert all(await asyncio.gather(*map(workspace.keep_draft, drafts)))
        assert _drafts(places) == {"tot hier 49"}
        await workspace.clear_draft("d")


@pytest.mark.parametrize(("more", "drafts"), [("enwaternakwam", {"abcenwaternakwam"}), ("", set())])
async def test_what_is_typed_while_it_is_being_saved_is_a_draft(
    places: Places, monkeypatch: pytest.MonkeyPatch, more: str, drafts: set[str]
) -> None:
    save, begun, go_on = Journal.apply, threading.Event(), threading.Event()

    def slow(*arguments: Any) -> Any:
        begun.set()
        go_on.wait(10)
        return save(*arguments)

    monkeypatch.setattr(Journal, "apply", slow)
    async with running(places) as app:
        await app.press("n")
        app.app.simulate_key("a")
        app.app.simulate_key("b")
        app.app.simulate_key("c")
        await app.app.work_off_keys(5)
        saving = asyncio.ensure_future(app.app.navigator.keep())
        assert await asyncio.to_thread(begun.wait, 10)
        for letter in more:
            app.app.simulate_key(letter)
        await app.pause(0.5)
        go_on.set()
        assert await saving
        await app.settle()
        assert _drafts(places) == drafts
        assert "abc" in {each.text for each in Journal.open(places, read_only=True).newest_first()}


async def test_a_draft_that_is_cleared_while_it_waits_is_not_said_to_be_on_disk(places: Places) -> None:
    async with running(places) as app:
        workspace = app.app.workspace
        assert workspace is not None
        go_on = threading.Event()
        waiting = asyncio.ensure_future(workspace.write(lambda _: go_on.wait(10)))
        draft = Draft(key="d", text="gewist", kind=Kind.NOTE, at=workspace.journal.now())
        keeping = asyncio.ensure_future(workspace.keep_draft(draft))
        await asyncio.sleep(0)
        clearing = asyncio.ensure_future(workspace.clear_draft("d"))
        await asyncio.sleep(0)
        go_on.set()
        assert not await keeping
        await asyncio.gather(waiting, clearing)
        assert _drafts(places) == set()


@pytest.mark.parametrize("end", ["a signal", "a fall"])
async def test_one_draft_that_fails_keeps_no_other_from_being_written(
    places: Places, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    put, closed = Drafts.put, list[bool]()

    def refuse(drafts: Drafts, draft: Draft) -> None:
        if "onderop" in draft.text:
            raise SaveFailed(places.drafts, Reason.FULL)
        put(drafts, draft)

    async with running(places) as app:
        workspace = app.app.workspace
        assert workspace is not None
        monkeypatch.setattr(Drafts, "put", refuse)
        app.app.push_screen(WritingScreen(WriteRoute(kind=Kind.NOTE)))
        await app.settle()
        await app.paste("onderop")
        app.app.push_screen(WritingScreen(WriteRoute(kind=Kind.TERM)))
        await app.settle()
        assert isinstance(app.app.focused, Editor)
        app.app.focused.insert("bovenop")
        if end == "a signal":
            with pytest.raises(SaveFailed):
                app.app.keep_now()
        else:
            monkeypatch.setattr(workspace, "close", lambda: closed.append(True))
            app.app.fell()
            assert closed
            monkeypatch.undo()
        assert "bovenop" in _drafts(places)


async def test_ctrl_q_asks_again_when_all_was_saved_since(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise SaveFailed(places.journal, Reason.FULL)

    async with running(places) as app:
        await app.press("n")
        for typed in ("een", "twee"):
            with monkeypatch.context() as full:
                full.setattr(Journal, "apply", refuse)
                await app.paste(typed)
                await app.press("ctrl+q")
                assert app.app.return_code is None
                assert "Nog een keer ctrl+q stopt toch." in app.said
            app.forget_what_was_said()
            assert isinstance(app.app.sync, BackgroundSync)
            assert await app.app.sync.save()
            await app.settle()
        assert "twee" in "".join(each.text for each in Journal.open(places, read_only=True).newest_first())
