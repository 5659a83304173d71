"""What could not be kept with the journal stands in a temporary folder, which other sessions find too."""

import shutil
from pathlib import Path

import pytest

from goedwerk_tui.base.disk import OPEN_DISK
from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.journal.book import Book
from goedwerk_tui.journal.erasure import wipe, wipe_everything
from goedwerk_tui.journal.file import read_book
from goedwerk_tui.journal.maintenance import take_care
from goedwerk_tui.journal.refuge import keep_in_refuge

WORD = "kwikzilver"


@pytest.fixture(params=["remembered at home", "remembered in a temporary folder"])
def refuge(
    places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> tuple[Path, str]:
    """A file that one session kept in its temporary folder; where another session looks is another one."""
    journal = Journal.open(places)
    entry = journal.add(Kind.NOTE, WORD)
    (of_one := tmp_path / "een").mkdir()
    (of_other := tmp_path / "ander").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(of_one))
    monkeypatch.setattr("goedwerk_tui.base.temporary._OF_MACHINE", tmp_path)
    more = Journal.in_memory()
    more.add(Kind.NOTE, f"{WORD} en tijger")
    home, away = places.journal.parent, tmp_path / "weg"
    if request.param == "remembered at home":
        places.backups.write_text("waar een map hoort")
        kept = keep_in_refuge(places, Book(journal.id, {**journal.book.entries, **more.book.entries}))
        places.backups.unlink()
    else:
        home.rename(away)
        kept = keep_in_refuge(places, Book(journal.id, {**journal.book.entries, **more.book.entries}))
        away.rename(home)
    monkeypatch.setattr("tempfile.tempdir", str(of_other))
    return kept, entry.id


def test_another_session_names_and_wipes_it(places: Places, refuge: tuple[Path, str]) -> None:
    kept, entry_id = refuge
    journal = Journal.open(places)
    assert take_care(journal).in_refuge == (kept,)
    (other,) = (id for id in _read(kept).entries if id != entry_id)
    journal.merge(_read(kept))
    assert wipe(journal, [entry_id, other]).left == ()
    assert WORD not in kept.read_text("utf-8")
    journal.close()
    assert wipe_everything(places, journal_id=journal.id).left == ()
    assert not kept.exists()


def test_one_that_can_not_be_reached_is_named_and_one_that_was_cleared_is_not(
    places: Places, refuge: tuple[Path, str]
) -> None:
    kept, entry_id = refuge
    away = kept.parent.parent.rename(kept.parent.parent.with_name("elders"))
    journal = Journal.open(places)
    take_care(journal)
    assert kept.parent in wipe(journal, [entry_id]).away
    shutil.rmtree(away / kept.parent.name)
    away.rename(kept.parent.parent)
    take_care(journal)
    assert kept.parent not in wipe(journal, [journal.add(Kind.NOTE, WORD).id]).away


def _read(path: Path) -> Book:
    return read_book(path, OPEN_DISK)
