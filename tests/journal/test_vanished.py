"""A journal that is gone from its place is not a first start, and what is in memory alone is not lost with it."""

import io
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from support.command_line import run
from support.journals import Clock, files_under

from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.guidance.care_messages import what_care_found
from goedwerk_tui.journal import Journal, JournalMissing, JournalUnreadable, Kind
from goedwerk_tui.journal.backup import Why
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.journal.inbox import leave_note
from goedwerk_tui.journal.lock import InstanceLock
from goedwerk_tui.journal.maintenance import take_care
from goedwerk_tui.journal.restoring import find_rescue
from goedwerk_tui.journal.traces import JournalVanished

SECRET = "wat ik opschreef"


def _backup(places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, SECRET)
    Backups(places).rotate()
    places.journal.unlink()


def _draft(places: Places) -> None:
    Drafts(places.drafts).put(Draft(key="d", text="half", kind=Kind.NOTE, at=Clock()()))


def _lock(places: Places) -> None:
    lock = InstanceLock(places)
    lock.acquire()
    Journal.open(replace(places, begin_anew=True)).add(Kind.NOTE, SECRET)
    lock.release()
    places.journal.unlink()


def _export_log(places: Places) -> None:
    leave_note(places, "Geëxporteerd", kind=Kind.LOG, data={"export": {"entries": ["x"]}})


def _renamed(places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, SECRET)
    places.journal.rename(places.journal.with_name("dagboek-oud.json"))


TRACES: dict[str, tuple[Callable[[Places], None], str]] = {
    "backup": (_backup, "1 reservekopie"),
    "draft": (_draft, "1 concept"),
    "lock": (_lock, "slot"),
    "export log": (_export_log, "een bestand dat je deelde"),
    "other name": (_renamed, "andere naam"),
}


@pytest.mark.parametrize("trace", TRACES)
@pytest.mark.parametrize("command", [["zoek", "wat"], ["exporteer", "--alles", "--uitvoer", "x.md"], ["inzicht"]])
def test_whatever_is_left_of_it_tells_that_it_was_there(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    home: Path,
    trace: str,
    command: list[str],
) -> None:
    places = find_places()
    leave, said = TRACES[trace]
    leave(places)
    before = files_under(home)
    monkeypatch.chdir(tmp_path)
    code, _, err = run(capsys, *command)
    assert code == 1
    # What was being typed does not say whether it came to a journal.
    certain = "of er toen een dagboek was" not in err.casefold()
    assert certain is (trace != "draft") is ("is er niet, maar er is er wel een geweest" in err) and said in err
    assert files_under(home) == before


def test_a_note_of_another_process_before_the_first_start_is_no_trace(places: Places) -> None:
    leave_note(places, "een losse gedachte")
    assert [each.text for each in Journal.open(places).newest_first()] == ["een losse gedachte"]


def test_notes_that_left_before_the_first_start_are_no_trace(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path
) -> None:
    for number in range(2):
        assert run(capsys, "noteer", "een losse gedachte")[0] == 0
        target = tmp_path / f"{number}.md"
        assert run(capsys, "exporteer", "--alles", "--uitvoer", str(target))[0] == 0
        assert target.read_text("utf-8").count("een losse gedachte") == number + 1


def test_it_is_put_back_with_a_command(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    places = find_places()
    _backup(places)
    code, out, _ = run(capsys, "herstel")
    assert code == 0 and "is er niet, maar er is er wel een geweest" in out and "1 stuk" in out
    assert run(capsys, "herstel", "1")[0] == 0
    assert [each.text for each in Journal.open(places).newest_first(kinds=[Kind.NOTE])] == [SECRET]


def test_what_was_renamed_in_the_folder_is_put_back_with_the_backup(places: Places) -> None:
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "eerst")
    Backups(places).rotate()
    journal.add(Kind.NOTE, "later dan de reservekopie")
    places.journal.rename(places.journal.with_name("dagboek-oud.json"))
    found = find_rescue(places).book.live
    assert {each.text for each in found if each.kind is Kind.NOTE} == {"eerst", "later dan de reservekopie"}


def test_a_journal_of_another_id_in_the_folder_is_named(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    places = find_places()
    _backup(places)
    other = places.journal.with_name("van-vroeger.json")
    Journal.open(find_places(other)).add(Kind.NOTE, "een ander dagboek")
    code, _, err = run(capsys, "zoek", "wat")
    assert code == 1 and str(other) in err
    places.journal.write_bytes(Backups(places).list()[0].path.read_bytes())
    assert str(other) in run(capsys, "waar")[1]


def test_a_new_one_is_begun_when_that_is_meant(places: Places, clock: Clock) -> None:
    _backup(places)
    with pytest.raises(JournalVanished):
        Journal.open(places)
    journal = Journal.open(replace(places, begin_anew=True), clock=clock)
    journal.add(Kind.NOTE, "nieuw begin")
    assert [each.text for each in Journal.open(places).newest_first()] == ["nieuw begin"]
    assert len(Backups(places).list()) == 1
    assert issubclass(JournalVanished, JournalMissing)


def test_merging_into_a_named_file_begins_it_anew(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path
) -> None:
    places = find_places(tmp_path / "brief.json")
    _backup(places)
    backup = Backups(places).list()[0].path
    assert run(capsys, "samenvoegen", "--journal", str(places.journal), "--ook-ander", str(backup))[0] == 0
    assert [each.text for each in Journal.open(places).newest_first(kinds=[Kind.NOTE])] == [SECRET]


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-40])


def _other(path: Path) -> None:
    path.unlink()
    Journal.open(replace(find_places(path), begin_anew=True)).add(Kind.NOTE, "een ander dagboek")


@pytest.mark.parametrize("harm", [_emptied, _cut_off, Path.unlink, _other])
def test_what_is_in_memory_alone_is_kept_among_the_backups_before_the_end(
    places: Places, harm: Callable[[Path], None]
) -> None:
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "eerder")
    journal.add(Kind.NOTE, SECRET)
    assert journal.keep_what_the_file_lacks() is None
    harm(places.journal)
    content = places.journal.read_bytes() if places.journal.exists() else None
    kept = journal.keep_what_the_file_lacks()
    assert kept is not None
    assert (places.journal.read_bytes() if places.journal.exists() else None) == content
    backup = next(each for each in Backups(places).list() if each.why is Why.MEMORY)
    assert {each.text for each in Backups(places).read(backup).live} == {"eerder", SECRET}
    if harm is not _other:
        with pytest.raises(JournalUnreadable):
            Journal.open(places)
        assert SECRET in {each.text for each in find_rescue(places).book.live}


def test_what_another_machine_lacked_is_put_back_and_needs_no_backup(places: Places) -> None:
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "eerder")
    old = places.journal.read_bytes()
    journal.add(Kind.NOTE, SECRET)
    places.journal.write_bytes(old)
    assert journal.keep_what_the_file_lacks() is None
    assert SECRET in {each.text for each in Journal.open(places).newest_first()}


def test_wiping_all_that_is_left_of_it(
    capsys: pytest.CaptureFixture[str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _backup(find_places())
    monkeypatch.setattr(sys, "stdin", io.StringIO("alles wissen\n"))
    assert run(capsys, "wissen")[0] == 0
    assert [each for each in home.rglob("*") if each.is_file()] == []


def test_what_was_kept_in_a_temporary_folder_is_named_until_it_is_merged(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = find_places()
    (temporary := tmp_path / "tijdelijk").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "eerst")
    folder, away = places.journal.parent, tmp_path / "weg"
    earlier = places.journal.read_bytes()
    journal.add(Kind.NOTE, "alleen in het geheugen")
    folder.rename(away)
    kept = journal.keep_what_the_file_lacks()
    assert kept is not None and kept.is_relative_to(temporary)
    away.rename(folder)
    places.journal.write_bytes(earlier)
    said = what_care_found(take_care(Journal.open(places)))
    assert len(said) == 1 and f"‘{kept}’" in said[0] and "goedwerk samenvoegen" in said[0]
    assert "1 stuk erbij" in run(capsys, "samenvoegen", str(kept))[1]
    assert what_care_found(take_care(Journal.open(places))) == ()


def test_after_a_kill_at_the_very_first_save_nothing_is_said_to_be_gone(
    capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    places = find_places()
    lock = InstanceLock(places)
    lock.acquire()
    kept = files_under(places.state)
    lock.release()
    for name, content in kept.items():
        (places.state / name).write_bytes(content)
    code, _, err = run(capsys, "zoek", "wat")
    assert code == 1 and "is er wel een geweest" not in err
    assert "Wel is hier eerder iets begonnen: het slot van een vorige keer. Of er toen een dagboek was" in err
