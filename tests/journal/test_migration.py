"""A journal of version 1, written by the program of then: read, left alone, and kept before it is replaced."""

import json
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from support.damaged import scarred
from support.journals import Clock, Reversing, files_under, under_seal

from goedwerk_tui.base.disk import OPEN_DISK
from goedwerk_tui.base.files import WriteFailed
from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.base.versions import FIRST, RUNNING
from goedwerk_tui.journal import Journal, JournalUnreadable, Kind, Mark, Meeting, SaveFailed, State, Status
from goedwerk_tui.journal.backup import Backup, Why
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.copies import take_up_copies
from goedwerk_tui.journal.erasure import wipe, wipe_everything
from goedwerk_tui.journal.exchange import read_export, take_in
from goedwerk_tui.journal.merging import merge_file
from goedwerk_tui.journal.rescue import salvage_file
from goedwerk_tui.journal.restoring import restore

HERE = Path(__file__).parent
ORIGINAL = (HERE / "version-1.json").read_bytes()
VISION = "Goed werk is werk waar ik later nog achter sta, en dat ik kan uitleggen."
INTENTION = "Als iemand om vijf voor vijf belt, dan zeg ik dat ik er morgen op terugkom."


@pytest.fixture(autouse=True)
def _version_1(places: Places) -> None:
    places.journal.parent.mkdir(parents=True)
    places.journal.write_bytes(ORIGINAL)


def originals(places: Places) -> list[Backup]:
    return [each for each in Backups(places).list() if each.why is Why.OLDER_VERSION]


def test_everything_in_it_is_read_and_nothing_is_written_by_reading(places: Places) -> None:
    journal = Journal.open(places)
    live = {each.kind: each for each in journal.newest_first()}
    assert live.keys() == set(Kind) - {Kind.PROMPT}
    assert live[Kind.VISION].text == VISION
    assert live[Kind.VISION].revisions[0].text.endswith("achter sta.")
    assert live[Kind.CHOICE].data == {"option": "bellen", "option_text": "Ik bel de directeur."}
    answer = live[Kind.ANSWER]
    assert answer.origin is not None and answer.origin.words == "Wat zie je in deze situatie?"
    assert sorted(each.state for each in journal.entries.values() if each.state is not State.LIVE) == ["trash", "wiped"]
    assert journal.marked(Mark.BRING) == {answer.id}
    assert len(journal.marked(Mark.NEVER_LEAVE)) == 1
    assert journal.skipped("leest-lekkerder") == {"eigen-getal"}
    assert {step: each.status for step, each in journal.progress.items()} == {
        "leest-lekkerder": Status.DONE,
        "krachtenveld": Status.STARTED,
        "opening-lezen": Status.OPEN,
    }
    assert journal.position is not None and journal.position.step == "krachtenveld"
    assert journal.meetings == ()
    assert not journal.refresh()
    assert take_up_copies(journal).files == ()
    journal.mark(answer.id, Mark.BRING, True)
    journal.close()
    assert files_under(places.journal.parent) == {"dagboek.json": ORIGINAL}


@pytest.mark.parametrize(
    "save",
    [
        lambda journal: journal.add(Kind.NOTE, "erbij"),
        lambda journal: journal.set_meeting(Meeting("", date(2026, 12, 3), "opening")),
        lambda journal: journal.skip("stap", "vraag"),
    ],
)
def test_before_the_first_save_the_original_is_kept_and_nothing_is_lost(
    places: Places, save: Callable[[Journal], object]
) -> None:
    journal = Journal.open(places)
    before = journal.entries
    save(journal)
    assert [each.path.read_bytes() for each in originals(places)] == [ORIGINAL]
    assert json.loads(places.journal.read_bytes())["_meta"]["1"]["schema"] == 3
    again = Journal.open(places, read_only=True)
    assert again.book == journal.book
    assert before.items() <= again.entries.items()
    journal.add(Kind.NOTE, "en nog een")
    Journal.open(places).add(Kind.NOTE, "later")
    assert len(originals(places)) == 1


def test_what_the_first_save_leaves_differs_in_the_head_and_the_new_table_alone(places: Places) -> None:
    Journal.open(places).set_meeting(Meeting("eerste", date(2026, 12, 3), ""))
    before, after = ORIGINAL.splitlines(), places.journal.read_bytes().splitlines()
    gone = [line for line in before if line not in after and line + b"," not in after]
    assert gone == [b'"1": {"program":"goedwerk","schema":1,"journal":"8470dced8af923947f7f128b2bfb4a4a"}']
    assert len(after) == len(before) + 3


def test_it_is_not_saved_when_the_original_can_not_be_kept(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise WriteFailed.because(path, PermissionError(13, "Permission denied"))

    monkeypatch.setattr("goedwerk_tui.journal.backups.atomic_write", refuse)
    journal = Journal.open(places)
    with pytest.raises(SaveFailed):
        journal.add(Kind.NOTE, "erbij")
    assert places.journal.read_bytes() == ORIGINAL
    monkeypatch.undo()
    journal.add(Kind.NOTE, "erbij")
    assert [each.path.read_bytes() for each in originals(places)] == [ORIGINAL]


def test_a_save_that_was_cut_short_between_keeping_and_replacing_keeps_it_once(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        pass

    def kill(*_: object, **__: object) -> None:
        raise Killed

    monkeypatch.setattr("goedwerk_tui.base.disk.atomic_write", kill)
    with pytest.raises(Killed):
        Journal.open(places).add(Kind.NOTE, "niet bevestigd")
    assert places.journal.read_bytes() == ORIGINAL
    monkeypatch.undo()
    Journal.open(places).add(Kind.NOTE, "wel bevestigd")
    assert [each.path.read_bytes() for each in originals(places)] == [ORIGINAL]


def test_what_another_machine_did_to_the_old_file_meanwhile_is_kept_too(places: Places) -> None:
    journal = Journal.open(places)
    theirs = ORIGINAL.replace(b"ambtelijke moed", b"ambtelijke lef")
    theirs = theirs.replace(b"4e189b0b990f8075278d8f248d744422", b"anders")
    places.journal.write_bytes(theirs)
    journal.add(Kind.NOTE, "erbij")
    assert [each.path.read_bytes() for each in originals(places)] == [theirs]
    term = next(iter(journal.newest_first(kinds=[Kind.TERM])))
    assert sorted(each.text for each in term.revisions) == ["ambtelijke lef", "ambtelijke moed"]


def test_rotation_leaves_the_original(places: Places) -> None:
    clock = Clock()
    journal = Journal.open(places, clock=clock)
    for week in range(30):
        clock.now += timedelta(days=7)
        journal.add(Kind.NOTE, f"week {week}")
        Backups(places, clock=clock).rotate()
    assert [each.path.read_bytes() for each in originals(places)] == [ORIGINAL]
    assert len(Backups(places).list()) < 20


def test_a_conflict_copy_a_brought_file_a_backup_and_a_note_of_version_1(places: Places) -> None:
    journal = Journal.open(places)
    journal.trash(next(each.id for each in journal.newest_first(kinds=[Kind.TERM])))
    shutil.copy(HERE / "version-1.json", places.journal.with_name("dagboek-LAPTOP.json"))
    assert take_up_copies(journal).new == ()
    assert not places.journal.with_name("dagboek-LAPTOP.json").exists()
    assert merge_file(journal, HERE / "version-1.json").changed == ()
    restored = restore(journal, originals(places)[0])
    assert [each.text for each in restored.entries] == ["ambtelijke moed"]
    places.inbox.mkdir(exist_ok=True)
    shutil.copy(HERE / "version-1-note.json", places.inbox / "37ae8983d2c16d93a19370dd634e2ae5.json")
    assert [each.text for each in journal.take_inbox()] == ["Vanuit de terminal, nog niet opgenomen."]


def test_an_export_of_version_1_is_taken_in(places: Places, tmp_path: Path) -> None:
    export = HERE / "version-1-export.json"
    assert read_export(export) == Journal.open(places).book
    elsewhere = Journal.open(find_places(tmp_path / "leeg.json"))
    take_in(elsewhere, export)
    assert elsewhere.book == Journal.open(places).book


def test_what_is_left_of_a_damaged_one_is_rescued(places: Places) -> None:
    places.journal.write_bytes(ORIGINAL[: len(ORIGINAL) // 2])
    salvaged = salvage_file(places.journal, OPEN_DISK)
    assert INTENTION in {each.text for each in salvaged.entries}
    assert salvaged.journal_id == "8470dced8af923947f7f128b2bfb4a4a"


def test_wiping_reaches_the_original(places: Places) -> None:
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "erbij")
    doomed = next(each.id for each in journal.newest_first(kinds=[Kind.INTENTION]))
    assert wipe(journal, [doomed]).left == ()
    assert all(INTENTION.encode() not in content for content in files_under(places.journal.parent).values())
    kept = Backups(places).read(originals(places)[0])
    assert VISION in {each.text for each in kept.live}
    journal.close()
    wipe_everything(places, journal_id=journal.id)
    assert files_under(places.journal.parent) == {}


def test_one_under_a_seal_is_kept_as_it_stood(tmp_path: Path) -> None:
    seal, places = Reversing(), under_seal(find_places(tmp_path / "verzegeld.json"))
    places.journal.write_bytes(seal.seal(ORIGINAL))
    Journal.open(places).add(Kind.NOTE, "erbij")
    (kept,) = (each for each in Backups(places).list() if each.why is Why.OLDER_VERSION)
    assert kept.path.read_bytes() == seal.seal(ORIGINAL)


def test_a_damaged_one_is_refused_or_read_and_never_touched(places: Places) -> None:
    refused = 0
    for name, content in scarred(ORIGINAL):
        places.journal.write_bytes(content)
        try:
            Journal.open(places)
        except JournalUnreadable as trouble:
            refused += 1
            assert "Het bestand is niet aangeraakt." in str(trouble), name
        assert files_under(places.journal.parent) == {"dagboek.json": content}, name
    assert refused > 150


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.text(max_size=30), min_size=1, max_size=6), data=st.data())
def test_any_journal_of_version_1_comes_through_whole(places: Places, texts: list[str], data: st.DataObject) -> None:
    shutil.rmtree(places.journal.parent)
    journal = Journal.open(places)
    for text in texts:
        entry = journal.add(data.draw(st.sampled_from([each for each in Kind if each is not Kind.PROMPT])), text)
        if data.draw(st.booleans()):
            journal.change(entry.id, text[::-1])
        journal.mark(entry.id, data.draw(st.sampled_from(Mark)), data.draw(st.booleans()))
    head, rest = places.journal.read_bytes().split(b'"schema":3', 1)
    rest = rest.replace(b',"versions":["%b"]' % RUNNING.encode(), b"").replace(b',\n"meetings": {\n}', b"")
    older = b'%b"schema":1%b' % (head, rest)
    places.journal.write_bytes(older)
    again = Journal.open(places)
    assert again.book == replace(journal.book, versions=(FIRST, RUNNING))
    meeting = again.set_meeting(Meeting("", data.draw(st.dates()), data.draw(st.text(max_size=10))))
    third = Journal.open(places)
    assert third.entries == journal.entries and third.meetings == (meeting,)
    assert [each.path.read_bytes() for each in originals(places)] == [older]
