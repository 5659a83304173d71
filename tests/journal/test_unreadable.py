"""Files that are no journal, or no longer: refused without a traceback, and untouched."""

import os
import socket
import time
from pathlib import Path

import pytest
from support.damaged import corpus
from support.journals import files_under, good_journal

from goedwerk_tui.base.journal_head import SIZE_LIMIT
from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Cause, Journal, JournalUnreadable, Kind

MAY_STILL_BE_READ = (
    "bit ",
    "block ",
    "entries.1 missing",
    "entries.1.origin null",
    "entries.1.origin.words missing",
    "entries.1.revisions.0 missing",
    "entries.1.revisions.0.after missing",
    "entries.1.revisions.0.data missing",
    'entries.1.revisions.0.data {"x": 1}',
    "entries.1.revisions.0.state missing",
    "position.1 missing",
    "truncated by 1",
)
"""Another journal that is whole, as far as anybody can tell: another text, or a row or a field that may be absent."""


def test_every_damaged_journal_is_refused_plainly_and_left_untouched(places: Places) -> None:
    damaged = dict(corpus(good_journal(places)))
    assert len(damaged) >= 300
    for name, content in damaged.items():
        places.journal.write_bytes(content)
        stood = files_under(places.journal.parent)
        before = time.process_time()
        try:
            Journal.open(places)
        except JournalUnreadable as refused:
            message = str(refused)
            assert str(places.journal) in message, name
            assert "Het bestand is niet aangeraakt." in message, name
            assert "goedwerk" in message and len(message) < 600, name
        else:
            assert name.startswith(MAY_STILL_BE_READ), name
        assert time.process_time() - before < 5, name
        assert files_under(places.journal.parent) == stood, name


def test_each_cause_is_named(places: Places) -> None:
    good = good_journal(places)
    for content, cause in (
        (b"", Cause.EMPTY),
        (b" \n ", Cause.EMPTY),
        (good[:-9], Cause.NOT_JSON),
        (b'{"_default": {}}', Cause.FOREIGN),
        (good.replace(b'"schema":3', b'"schema":4'), Cause.NEWER),
        (good.replace(b'"kind":"answer"', b'"kind":"onzin"', 1), Cause.MISSHAPEN),
    ):
        places.journal.write_bytes(content)
        with pytest.raises(JournalUnreadable) as caught:
            Journal.open(places)
        assert caught.value.cause is cause


def test_a_journal_that_was_laid_out_anew_is_still_read(places: Places) -> None:
    import json

    good = good_journal(places)
    entries = Journal.open(places).entries
    for content in (json.dumps(json.loads(good), indent=2).encode(), good.replace(b"\n", b"\r\n")):
        places.journal.write_bytes(content)
        journal = Journal.open(places)
        assert journal.entries == entries
        journal.add(Kind.NOTE, "en verder")
        assert len(Journal.open(places).entries) == len(entries) + 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs on this system")
@pytest.mark.parametrize("what", ["folder", "fifo", "socket", "device", "dangling", "loop"])
def test_what_is_no_regular_file_is_refused_without_waiting(
    places: Places, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = places.journal
    path.parent.mkdir()
    listener = socket.socket(socket.AF_UNIX)
    match what:
        case "folder":
            path.mkdir()
        case "fifo":
            os.mkfifo(path)
        case "socket":
            os.chdir(path.parent)
            monkeypatch.chdir(path.parent)
            listener.bind(path.name)
        case "device":
            path.symlink_to("/dev/zero")
        case "dangling":
            path.symlink_to(path.parent / "weg" / "nergens.json")
        case _:
            path.symlink_to(path)
    before = path.lstat()
    with pytest.raises(JournalUnreadable, match="niet aangeraakt") as caught:
        Journal.open(places)
    listener.close()
    assert str(path) in str(caught.value)
    assert path.lstat() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("size", [200_000_000, SIZE_LIMIT + 1])
def test_a_huge_file_of_spaces_is_refused(places: Places, size: int) -> None:
    places.journal.parent.mkdir()
    with places.journal.open("wb") as file:
        for _ in range(size // 1_000_000):
            file.write(b" " * 1_000_000)
        file.write(b" " * (size % 1_000_000))
    with pytest.raises(JournalUnreadable):
        Journal.open(places)
    assert places.journal.stat().st_size == size


def test_a_journal_that_may_not_be_read_is_refused(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    good_journal(places)

    def refused(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.open", refused)
    with pytest.raises(JournalUnreadable, match="rechten"):
        Journal.open(places)


def test_a_damaged_journal_is_said_for_every_kind_of_opening(places: Places, tmp_path: Path) -> None:
    places.journal.parent.mkdir()
    places.journal.write_bytes(b"{")
    for read_only in (True, False):
        with pytest.raises(JournalUnreadable):
            Journal.open(places, read_only=read_only)
