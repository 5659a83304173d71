"""What comes back from a backup leaves only by marks that the damaged file itself still has."""

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support.command_line import run

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal, Kind, Mark
from goedwerk_tui.journal.backup import Why
from goedwerk_tui.journal.backups import Backups

Damage = Callable[[Path], None]


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def zeros(path: Path) -> None:
    path.write_bytes(b"\0" * path.stat().st_size)


def before_the_marks(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: content.index(b'"marks"')])


def before_the_last_mark(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: content.index(b'"never-leave"') - 60])


HARM: list[Damage] = [emptied, zeros, Path.unlink, before_the_marks, before_the_last_mark]
WAYS_BACK = ["--redden", "1"]


def begin(places: Places) -> tuple[str, str]:
    """Write a piece that is taken off and one that is shut in, both after the backup; returns their ids."""
    journal = Journal.open(places)
    off, shut_in = journal.add(Kind.NOTE, "EEND ging mee").id, journal.add(Kind.NOTE, "BEER ging mee").id
    journal.mark(off, Mark.BRING, True)
    journal.mark(shut_in, Mark.BRING, True)
    Backups(places).make(Why.DAY)
    journal.mark(off, Mark.BRING, False)
    journal.mark(shut_in, Mark.NEVER_LEAVE, True)
    return off, shut_in


def exported(capsys: pytest.CaptureFixture[str], folder: Path, *words: str) -> str:
    target = folder / "deel.txt"
    run(capsys, "exporteer", *words, "--overschrijf", "--uitvoer", str(target), "--formaat", "txt")
    return target.read_text("utf-8") if target.exists() else ""


@pytest.mark.parametrize("which", WAYS_BACK)
@pytest.mark.parametrize("harm", HARM)
def test_what_was_shut_in_or_taken_off_after_the_backup_does_not_leave_by_it(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    places: Places,
    tmp_path: Path,
    harm: Damage,
    which: str,
) -> None:
    begin(places)
    harm(places.journal)
    code, out, _ = run(capsys, "herstel", which)
    assert (code, "Teruggezet: 2 stukken." in out) == (0, True)
    assert "niet te zien of je ze op ‘gaat nooit mee’ had gezet; daarom gaan ze nooit mee" in out
    assert "goedwerk herstel --weer-mee" in out
    assert ("niet te zien of je ze nog meenam" in out) == (harm is not before_the_last_mark)
    assert exported(capsys, tmp_path, "--alles") == "" == exported(capsys, tmp_path)
    monkeypatch.setattr(sys, "stdin", io.StringIO("weer mee\n"))
    assert run(capsys, "herstel", "--weer-mee")[0] == 0
    assert Journal.open(places).marked(Mark.BRING) == frozenset()
    assert exported(capsys, tmp_path) == ""
    assert "EEND" in exported(capsys, tmp_path, "--alles")


@pytest.mark.parametrize("which", WAYS_BACK)
def test_by_marks_that_the_file_still_has_a_backup_leaves_as_they_say(
    capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path, which: str
) -> None:
    off, shut_in = begin(places)
    again = Journal.open(places).add(Kind.NOTE, "VOS").id
    Journal.open(places).mark(again, Mark.BRING, True)
    Backups(places).make(Why.DAY)
    Journal.open(places).mark(again, Mark.BRING, False)
    Journal.open(places).mark(off, Mark.BRING, True)
    content = places.journal.read_bytes()
    places.journal.write_bytes(content[: content.index(b'"entries"') + 12])
    code, out, _ = run(capsys, "herstel", which)
    assert (code, "niet te zien" in out) == (0, False)
    journal = Journal.open(places)
    assert (journal.marked(Mark.BRING), journal.marked(Mark.NEVER_LEAVE)) == ({off}, {shut_in})
    left = exported(capsys, tmp_path)
    assert "EEND" in left and "BEER" not in left and "VOS" not in left


def test_a_backup_that_is_put_back_in_a_whole_journal_changes_nothing_of_what_leaves(
    capsys: pytest.CaptureFixture[str], places: Places
) -> None:
    off, shut_in = begin(places)
    Journal.open(places).change(off, "EEND van later")
    assert run(capsys, "herstel", "1")[0] == 0
    journal = Journal.open(places)
    assert journal.entries[off].text == "EEND ging mee"
    assert (journal.marked(Mark.BRING), journal.marked(Mark.NEVER_LEAVE)) == (frozenset(), {shut_in})


def test_looking_for_what_is_left_says_of_how_many_it_can_not_be_told(
    capsys: pytest.CaptureFixture[str], places: Places
) -> None:
    begin(places)
    emptied(places.journal)
    assert "Van 2 stukken is niet te zien of je ze op ‘gaat nooit mee’ had gezet" in run(capsys, "herstel")[1]


def test_a_new_journal_that_begins_with_a_backup_leaves_by_none_of_its_marks(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, places: Places, tmp_path: Path
) -> None:
    begin(places)
    backup = Backups(places).list()[0].path
    new = str(tmp_path / "nieuw.json")
    monkeypatch.setattr(sys, "stdin", io.StringIO("ja\n"))
    code, out, _ = run(capsys, "samenvoegen", "--journal", new, "--ook-ander", str(backup))
    assert (code, "Van 2 stukken is niet te zien of je ze op ‘gaat nooit mee’ had gezet" in out) == (0, True)
    assert exported(capsys, tmp_path, "--alles", "--journal", new) == "" == exported(capsys, tmp_path, "--journal", new)
