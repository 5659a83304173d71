"""Under a seal nothing that a person wrote stands on the disk in plain words, whatever the program does with it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support.command_line import run
from support.driver import running
from support.journals import under_seal

from goedwerk_tui.base import places as base_places
from goedwerk_tui.base.clock import utc_now
from goedwerk_tui.base.journal_head import SIZE_LIMIT
from goedwerk_tui.base.places import find_places
from goedwerk_tui.journal import Journal, Kind, Mark
from goedwerk_tui.journal.backup import Why
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.journal.machine_files import machine_files

_WORD = "geheim"
"""Stands in all that is written here."""


@pytest.fixture(autouse=True)
def _sealed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seal whatever is opened, as all places are made from the usual ones."""
    usual = base_places._usual_places  # pyright: ignore[reportPrivateUsage]
    monkeypatch.setattr(base_places, "_usual_places", lambda environment: under_seal(usual(environment)))


def _plain(*folders: Path) -> list[Path]:
    """Return the files in which the word stands."""
    files = [each for folder in folders for each in folder.rglob("*") if each.is_file()]
    assert files
    return [each for each in files if _WORD.encode() in each.read_bytes().lower()]


def _texts() -> set[str]:
    return {each.text for each in Journal.open(find_places(), read_only=True).newest_first()}


async def test_no_plain_word_of_a_whole_round_is_on_the_disk(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path, answer: Callable[[str], None]
) -> None:
    places = find_places()
    # A first note before there is a journal, and what is typed: a draft, then an entry. A command leaves one meanwhile.
    assert run(capsys, "noteer", f"{_WORD} een")[0] == 0
    assert list(places.inbox.glob("*.json")) and _plain(home) == []
    Journal.open(places).add(Kind.NOTE, f"{_WORD} twee")
    async with running(places) as app:
        await app.press("n")
        await app.write(f"{_WORD} drie")
        await app.pause(0.5)
        assert [each.text for each in Drafts.of(places).all()] == [f"{_WORD} drie"] and _plain(home) == []
        assert run(capsys, "noteer", f"{_WORD} vier")[0] == 0
        assert list(places.inbox.glob("*.json")) and _plain(home) == []
        await app.press("escape")
    assert _texts() == {f"{_WORD} {number}" for number in ("een", "twee", "drie", "vier")} and _plain(home) == []

    # A conflict copy beside it, and the journal of another machine that a person brings.
    there = find_places(tmp_path / "ander" / "dagboek.json")
    there.journal.parent.mkdir()
    copy = places.journal.with_name("dagboek-PC.json")
    for path, words in ((copy, "vijf"), (there.journal, "zes")):
        shutil.copy(places.journal, path)
        Journal.open(find_places(path)).add(Kind.NOTE, f"{_WORD} {words}")
    Drafts.of(find_places(copy)).put(Draft(key="half", text=f"{_WORD} half", kind=Kind.NOTE, at=utc_now()))
    assert run(capsys, "samenvoegen", str(there.journal))[0] == 0
    assert {f"{_WORD} vijf", f"{_WORD} zes"} <= _texts() and not copy.exists()
    assert [each.text for each in Drafts.of(places).all()] == [f"{_WORD} half"]
    assert {each.why for each in Backups(places).list()} >= {Why.DAY, Why.BEFORE_MERGE, Why.ASIDE}
    assert _plain(home, there.journal.parent) == []

    # An export, of which the words that did not leave are kept, to be made again.
    journal = Journal.open(places)
    journal.mark(journal.newest_first()[0].id, Mark.BRING, True)
    export = tmp_path / "export.md"
    assert run(capsys, "exporteer", "--vervang", f"{_WORD}=iets", "--uitvoer", str(export))[0] == 0
    assert machine_files(places).last_export.exists() and _plain(home) == []
    assert run(capsys, "exporteer", "--herhaal", "--overschrijf", "--uitvoer", str(export))[0] == 0
    assert "iets" in export.read_text("utf-8") and _WORD not in export.read_text("utf-8")

    # One piece wiped, from all that is sealed.
    doomed = next(each.id for each in journal.newest_first() if each.text.endswith("zes"))
    answer("wissen")
    assert run(capsys, "wissen", "--id", doomed)[0] == 0
    assert _plain(home) == [] and f"{_WORD} zes" not in _texts()
    for each in (places.journal, *(backup.path for backup in Backups(places).list())):
        assert f"{_WORD} zes".encode() not in places.disk.read(each, SIZE_LIMIT)

    # What is damaged is put back, without what was wiped; and at last all of it goes.
    places.journal.write_bytes(places.journal.read_bytes()[9:])
    answer("ja")
    assert run(capsys, "herstel", "--redden")[0] == 0
    assert f"{_WORD} twee" in _texts() and f"{_WORD} zes" not in _texts() and _plain(home) == []
    answer("alles wissen")
    assert run(capsys, "wissen")[0] == 0
    assert list(home.rglob("*")) == []


def test_an_empty_backup_is_not_named_as_one_where_wiped_words_may_stand(
    capsys: pytest.CaptureFixture[str], answer: Callable[[str], None]
) -> None:
    places = find_places()
    doomed = Journal.open(places).add(Kind.NOTE, _WORD).id
    Backups(places).make(Why.DAY)
    (backup,) = Backups(places).list()
    backup.path.write_bytes(b"")
    answer("wissen")
    code, out, _ = run(capsys, "wissen", "--id", doomed)
    assert code == 0 and str(backup.path) not in out
