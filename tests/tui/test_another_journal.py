"""What is put in the place of the open journal by something else is never written over, and nothing of ours is lost."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support.driver import running

from goedwerk_tui.base.disk import OPEN_DISK
from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.journal.backup import Why
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.drafts import Drafts
from goedwerk_tui.journal.file import read_book


@pytest.fixture
def other(tmp_path: Path) -> bytes:
    """Another journal, with one note."""
    path = tmp_path / "ander" / "dagboek.json"
    Journal.open(find_places(path)).add(Kind.NOTE, "van een ander dagboek")
    return path.read_bytes()


def _other(content: bytes) -> bytes:
    return content


def _newer(content: bytes) -> bytes:
    return content.replace(b'"schema":3', b'"schema":4')


@pytest.mark.parametrize("made", [_other, _newer])
async def test_typing_and_stopping_leaves_another_journal_as_it_is(
    places: Places, other: bytes, made: Callable[[bytes], bytes]
) -> None:
    Journal.open(places).add(Kind.NOTE, "eerder")
    there = made(other)
    async with running(places) as app:
        await app.press("n")
        await app.paste("eigenwoord")
        await app.press("escape")
        places.journal.write_bytes(there)
        await app.press("n")
        await app.paste("vervolgwoord")
        await app.press("escape", "escape")
        await app.press("f2", "ctrl+q", "ctrl+q")
        said = str(app.app.return_value)
    assert places.journal.read_bytes() == there
    kept = next(each for each in Backups(places).list() if each.why is Why.MEMORY)
    assert {each.text for each in Backups(places).read(kept).live} == {"eerder", "eigenwoord"}
    assert [each.text for each in Drafts(places.drafts).all()] == ["vervolgwoord"]
    assert str(kept.path) in said.replace("\n", "")


async def test_another_journal_is_named_as_such(places: Places, other: bytes) -> None:
    Journal.open(places).add(Kind.NOTE, "eerder")
    async with running(places) as app:
        places.journal.write_bytes(other)
        await app.press("n")
        await app.paste("vervolgwoord")
        await app.press("escape")
        assert "op die plek staat nu een ander dagboek" in app.said


async def test_where_the_folder_was_removed_the_text_is_kept_elsewhere(
    places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tijdelijk").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tijdelijk"))
    Journal.open(places).add(Kind.NOTE, "eerder")
    async with running(places) as app:
        await app.press("n")
        await app.paste("nog niet bewaard")
        shutil.rmtree(places.journal.parent)
        await app.press("ctrl+q", "ctrl+q")
    said = str(app.app.return_value)
    (kept,) = (tmp_path / "tijdelijk").rglob("*.json")
    assert {each.text for each in read_book(kept, OPEN_DISK).live} == {"eerder", "nog niet bewaard"}
    assert str(kept) in said.replace("\n", "")
    assert not places.journal.parent.exists()
