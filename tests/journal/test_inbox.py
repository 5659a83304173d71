"""Notes that other processes leave."""

import shutil
from pathlib import Path

import pytest
from support.journals import STRANGE_TEXTS, Clock, files_under

from goedwerk_tui.base.places import Places
from goedwerk_tui.base.text import clean
from goedwerk_tui.journal import Journal, Kind, Mark, SaveFailed, State
from goedwerk_tui.journal.copies import take_up_copies
from goedwerk_tui.journal.inbox import leave_note
from goedwerk_tui.journal.merging import merge_file


def test_a_note_is_one_private_file_and_makes_no_journal(places: Places) -> None:
    note = leave_note(places, "onderweg bedacht")
    assert note.kind is Kind.NOTE
    assert [path.name for path in places.inbox.iterdir()] == [f"{note.id}.json"]
    assert next(places.inbox.iterdir()).stat().st_mode & 0o777 == 0o600
    assert places.inbox.stat().st_mode & 0o777 == 0o700
    assert not places.journal.exists() and not places.state.exists()


def test_every_reader_counts_journal_and_inbox(places: Places, clock: Clock) -> None:
    Journal.open(places, clock=clock).add(Kind.NOTE, "in het dagboek")
    note = leave_note(places, "in de inbox", clock=clock)
    before = files_under(places.journal.parent)
    reader = Journal.open(places, read_only=True)
    assert [each.text for each in reader.newest_first()] == ["in de inbox", "in het dagboek"]
    assert reader.find("INBOX") == (note,)
    assert files_under(places.journal.parent) == before


def test_notes_are_taken_up_once_in_the_order_they_were_left(places: Places, clock: Clock) -> None:
    journal = Journal.open(places, clock=clock)
    notes = tuple(leave_note(places, text, clock=clock) for text in STRANGE_TEXTS.values())
    assert journal.take_inbox() == notes
    assert list(places.inbox.iterdir()) == []
    assert journal.take_inbox() == ()
    again = Journal.open(places)
    assert [again.entries[each.id].text for each in notes] == [clean(text) for text in STRANGE_TEXTS.values()]
    assert again.take_inbox() == ()


def test_a_note_that_came_later_is_seen_on_looking_again(places: Places) -> None:
    journal = Journal.open(places)
    note = leave_note(places, "later")
    assert journal.refresh() is True
    assert journal.entries == {note.id: note}


def test_a_waiting_note_can_be_changed_and_marked_before_it_is_taken_up(places: Places) -> None:
    leave_note(places, "eerst")
    journal = Journal.open(places)
    note = journal.newest_first()[0]
    journal.change(note.id, "veranderd")
    journal.mark(note.id, Mark.BRING, True)
    assert journal.take_inbox() == ()
    found = Journal.open(places).newest_first()
    assert [each.text for each in found] == ["veranderd"]
    assert [each.text for each in found[0].revisions] == ["eerst", "veranderd"]
    assert list(places.inbox.iterdir()) == []


def test_a_note_in_the_trash_stays_there_when_its_file_is_taken_up_again(places: Places) -> None:
    note = leave_note(places, "weg ermee")
    content = next(places.inbox.iterdir()).read_bytes()
    journal = Journal.open(places)
    journal.take_inbox()
    journal.trash(note.id)
    (places.inbox / f"{note.id}.json").write_bytes(content)
    assert journal.take_inbox() == ()
    assert Journal.open(places).entries[note.id].state is State.TRASH


@pytest.mark.parametrize("content", [b"", b"null", b"{}", b"[" * 100_000, b"\xff\xfe", b'{"schema":9,"entry":{}}'])
def test_a_file_that_is_not_understood_is_named_and_left(places: Places, content: bytes) -> None:
    note = leave_note(places, "goed")
    broken = places.inbox / "kapot.json"
    broken.write_bytes(content)
    (places.inbox / "map.json").mkdir()
    journal = Journal.open(places)
    assert [each.id for each in journal.take_inbox()] == [note.id]
    assert journal.inbox_problems == (broken, places.inbox / "map.json")
    assert broken.read_bytes() == content


def test_when_the_journal_can_not_be_saved_the_notes_still_wait(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    Journal.open(places).add(Kind.NOTE, "er is al iets")
    note = leave_note(places, "wacht nog")
    journal = Journal.open(places)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(SaveFailed):
        journal.take_inbox()
    assert note.id in journal.entries
    monkeypatch.undo()
    assert journal.take_inbox() == (note,)


def test_a_note_on_a_full_disk_is_said(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(SaveFailed, match="vol"):
        leave_note(places, "past niet")
    assert not places.inbox.exists() or list(places.inbox.iterdir()) == []


@pytest.mark.parametrize("by", ["the inbox", "that of a copy", "that of a file that is brought"])
def test_of_a_note_that_stands_in_two_files_with_other_words_both_are_kept(places: Places, by: str) -> None:
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "begin")
    folder = places.journal.parent / ("ander" if by == "that of a file that is brought" else "")
    folder.mkdir(exist_ok=True)
    there = places if by == "the inbox" else places.with_journal(folder / "dagboek-PC.json")
    note = leave_note(there, "Lazuurkat")
    (path,) = there.inbox.iterdir()
    path.with_name("conflict.json").write_text(path.read_text("utf-8").replace("Lazuurkat", "Karmijnhond"), "utf-8")
    if there is not places:
        shutil.copy(places.journal, there.journal)
    match by:
        case "the inbox":
            assert {each.text for each in Journal.open(places).entries[note.id].revisions} == {
                "Lazuurkat",
                "Karmijnhond",
            }
            journal.take_inbox()
        case "that of a copy":
            take_up_copies(journal)
        case _:
            merge_file(journal, there.journal)
    kept = Journal.open(places).entries[note.id]
    assert {each.text for each in kept.revisions} == {"Lazuurkat", "Karmijnhond"}
    assert by == "that of a file that is brought" or not there.inbox.exists() or not list(there.inbox.iterdir())
