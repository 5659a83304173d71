"""A note before the first start is no trace of a journal that went away, whichever command comes after it."""

import io
import sys
from pathlib import Path

import pytest
from support.command_line import run
from support.driver import running

from goedwerk_tui.base.places import find_places
from goedwerk_tui.journal import Journal, Mark
from goedwerk_tui.journal.trouble import NeverLeaves

COMMANDS = [
    ["wissen"],
    ["wissen", "--id", "bestaat-niet"],
    ["zoek", "gedachte"],
    ["inzicht"],
    ["herstel"],
    ["herstel", "--redden"],
    ["exporteer", "--alles", "--uitvoer", "-"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_after_it_goes_on(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, home: Path, command: list[str]
) -> None:
    assert run(capsys, "noteer", "een gedachte")[0] == 0
    monkeypatch.setattr(sys, "stdin", io.StringIO("nee\n"))
    _, out, err = run(capsys, *command)
    assert "is er niet" not in out + err
    assert not list(home.rglob("*.lock"))
    # Only the person begins a journal: until then the note waits, and is read where it waits.
    assert not find_places().journal.exists() and list(find_places().inbox.iterdir())
    code, out, _ = run(capsys, "zoek", "gedachte")
    assert code == 0 and "1 stuk gevonden" in out


def test_it_can_be_wiped_before_the_first_start(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    for number, words in enumerate(("Wissen", "‘wissen’", "  wissen ")):
        run(capsys, "noteer", f"gedachte {number}")
        id = Journal.open(find_places(), read_only=True).newest_first()[0].id
        monkeypatch.setattr(sys, "stdin", io.StringIO(f"{words}\n"))
        assert "Gewist: 1 stuk" in run(capsys, "wissen", "--id", id)[1]
        monkeypatch.setattr(sys, "stdin", io.StringIO("wissen\n"))
        code, out, err = run(capsys, "wissen", "--id", id)
        assert code == 1 and "is al gewist" in err and "Typ" not in out
    assert not any(b"gedachte" in each.read_bytes() for each in home.rglob("*") if each.is_file())


async def test_opening_after_it_is_an_ordinary_first_start(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    run(capsys, "noteer", "een gedachte")
    places = find_places()
    async with running(places) as app:
        assert "weg" not in app.words and not list(home.rglob("*.lock"))
        await app.press("b", "escape", "escape", "3")
        assert "een gedachte" in app.text
    assert "een gedachte" in {each.text for each in Journal.open(find_places(), read_only=True).newest_first()}


async def test_the_first_session_takes_it_once_there_is_a_journal(
    capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    run(capsys, "noteer", "een gedachte")
    places = find_places()
    async with running(places) as app:
        assert any(places.inbox.glob("*.json")) and not places.journal.exists()
        await app.press("b")
        assert not any(places.inbox.glob("*.json"))
    assert "een gedachte" in places.journal.read_text("utf-8")


def test_what_was_typed_is_named_when_it_is_not_the_word(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    run(capsys, "noteer", "een gedachte")
    monkeypatch.setattr(sys, "stdin", io.StringIO("wissen\n"))
    _, out, err = run(capsys, "wissen")
    assert "Hier gaat het om alles" in out and "je typte ‘wissen’, en ‘alles wissen’ was nodig" in err


def test_what_never_leaves_is_not_brought(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    run(capsys, "noteer", "een gedachte")
    journal = Journal.open(find_places())
    (entry,) = journal.take_inbox()
    journal.mark(entry.id, Mark.BRING, True)
    journal.mark(entry.id, Mark.NEVER_LEAVE, True)
    assert journal.marked(Mark.BRING) == frozenset()
    with pytest.raises(NeverLeaves):
        journal.mark(entry.id, Mark.BRING, True)
    journal.mark(entry.id, Mark.NEVER_LEAVE, False)
    assert journal.marked(Mark.BRING) == frozenset()
