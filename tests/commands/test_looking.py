"""What nobody may be reading changes nothing: a command that a planner or a shell runs only looks."""

import shutil
import sys
from pathlib import Path

import pytest
from support.command_line import run
from support.driver import running
from support.journals import files_under

from goedwerk_tui.base.places import WIPE_SUFFIX, Places, find_places
from goedwerk_tui.journal import Journal, Kind, Mark
from goedwerk_tui.journal.erasure import wipe
from goedwerk_tui.journal.inbox import leave_note
from goedwerk_tui.journal.maintenance import take_care

BACKGROUND = [("herinner",), ("herinner", "--melding"), ("waar",), ("waar", "--verslag"), ("aanvullen", "bash")]


@pytest.fixture
def copied(places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    """A journal beside which a copy came in which a piece was wiped, and one that never leaves was let go."""
    journal = Journal.open(places)
    kept, gone = journal.add(Kind.NOTE, "KOMKOMMER"), journal.add(Kind.NOTE, "AUGURK")
    journal.mark(kept.id, Mark.NEVER_LEAVE, True)
    take_care(journal)
    there = find_places(tmp_path / "laptop" / "dagboek.json")
    there.journal.parent.mkdir()
    shutil.copy(places.journal, there.journal)
    elsewhere = Journal.open(there)
    elsewhere.mark(kept.id, Mark.NEVER_LEAVE, False)
    wipe(elsewhere, [gone.id])
    shutil.copy(there.journal, places.journal.with_name("dagboek-PC.json"))
    leave_note(places, "wacht in de inbox")
    notify = tmp_path / "bin" / "notify-send"
    notify.parent.mkdir()
    notify.write_text("#!/bin/sh\nexit 0\n")
    notify.chmod(0o755)
    monkeypatch.setenv("PATH", f"{notify.parent}:/usr/bin:/bin")
    return places


@pytest.mark.skipif(sys.platform != "linux", reason="the message of the system is a script here")
@pytest.mark.parametrize("words", BACKGROUND, ids=" ".join)
def test_it_changes_nothing_and_the_next_command_says_it(
    capsys: pytest.CaptureFixture[str], copied: Places, words: tuple[str, ...]
) -> None:
    before = files_under(copied.config)
    code, _, err = run(capsys, *words)
    assert code == 0 and err == ""
    assert files_under(copied.config) == before
    _, _, err = run(capsys, "zoek", "KOMKOMMER")
    assert "1 stuk gewist, omdat het daar gewist is" in err and "nooit mee" in err
    assert not copied.journal.with_name("dagboek-PC.json").exists()


async def test_the_next_start_of_the_app_says_it(capsys: pytest.CaptureFixture[str], copied: Places) -> None:
    assert run(capsys, "herinner")[0] == 0
    async with running(copied) as app:
        assert "gewist is" in app.said


@pytest.mark.parametrize("words", [("herinner",), ("waar",)], ids=" ".join)
def test_a_wiping_that_was_cut_short_is_finished_where_somebody_sees_it(
    capsys: pytest.CaptureFixture[str], copied: Places, words: tuple[str, ...]
) -> None:
    note = copied.state / f"abc{WIPE_SUFFIX}"
    note.write_text('{"files": {}, "folders": []}')
    assert run(capsys, *words)[2] == "" and note.exists()
    assert run(capsys, "zoek", "iets")[2] != "" and not note.exists()
