"""A copy that was opened by name, beside the journal: what waits with it comes along, or goes with everything."""

import io
import shutil

import pytest
from support.command_line import run
from support.journals import files_under

from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.journal import Journal, Kind, Mark
from goedwerk_tui.journal.backup import Why
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.journal.erasure import wipe, wipe_everything
from goedwerk_tui.journal.inbox import leave_note
from goedwerk_tui.journal.maintenance import take_care


def test_what_waits_beside_a_copy_that_was_opened_by_name_comes_along(
    capsys: pytest.CaptureFixture[str], places: Places
) -> None:
    journal = Journal.open(places)
    first = journal.add(Kind.NOTE, "begin")
    work = places.journal.with_name("werk.json")
    shutil.copy(places.journal, work)
    there = find_places(work, {"GOEDWERK_HOME": str(places.journal.parent)})
    assert run(capsys, "noteer", "--journal", str(work), "NEUSHOORN")[0] == 0
    for folder, text in ((places.drafts, "hier"), (there.drafts, "BUFFEL")):
        Drafts(folder).put(Draft(key="notitie", text=text, kind=Kind.NOTE, at=first.created))
    cared = take_care(journal)
    assert [len(cared.merged.new), cared.merged.problems] == [1, ()]
    assert {each.text for each in Journal.open(places).newest_first()} == {"begin", "NEUSHOORN"}
    assert {each.text for each in Drafts(places.drafts).all()} == {"hier", "BUFFEL"}
    assert [each.name for each in places.journal.parent.glob("werk*")] == []


def test_wiping_everything_takes_what_waits_beside_a_copy_and_names_it_first(
    capsys: pytest.CaptureFixture[str], places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    Journal.open(places).add(Kind.NOTE, "begin")
    work = places.journal.with_name("werk.json")
    shutil.copy(places.journal, work)
    run(capsys, "noteer", "--journal", str(work), "NEUSHOORN")
    monkeypatch.setattr("sys.stdin", io.StringIO("nee\n"))
    assert f"‘{work}’" in run(capsys, "wissen")[1]
    assert work.exists()
    monkeypatch.setattr("sys.stdin", io.StringIO("alles wissen\n"))
    assert run(capsys, "wissen")[0] == 0
    assert files_under(places.journal.parent) == {}


@pytest.mark.parametrize("readable", [True, False], ids=["a copy", "a damaged copy"])
@pytest.mark.parametrize("wiped", ["here", "in the file while all is closed"])
def test_what_a_draft_beside_a_copy_added_to_what_is_wiped_is_kept(
    capsys: pytest.CaptureFixture[str], places: Places, readable: bool, wiped: str
) -> None:
    journal = Journal.open(places)
    entry, stays = journal.add(Kind.NOTE, "alfa geheimwoord bravo"), journal.add(Kind.NOTE, "blijft")
    journal.mark(entry.id, Mark.NEVER_LEAVE, True)
    work = places.journal.with_name("werk.json")
    shutil.copy(places.journal, work)
    if not readable:
        work.write_bytes(work.read_bytes()[:-20])
    there = find_places(work, {"GOEDWERK_HOME": str(places.journal.parent)})
    for each in (entry, stays):
        added = f"{each.text} omegawoord laptop"
        draft = Draft(key=each.id, text=added, entry_id=each.id, base_text=each.text, kind=Kind.NOTE, at=each.created)
        Drafts(there.drafts).put(draft)
    if wiped == "here":
        wipe(journal, [entry.id])
    else:
        elsewhere = places.journal.parent / "ander" / "dagboek.json"
        elsewhere.parent.mkdir()
        shutil.copy(places.journal, elsewhere)
        wipe(Journal.open(find_places(elsewhere)), [entry.id])
        elsewhere.replace(places.journal)
        run(capsys, "zoek", "blijft")
    again = Journal.open(places)
    (note,) = (each for each in again.newest_first() if each.id != stays.id)
    assert note.text == "omegawoord laptop" and note.id in again.marked(Mark.NEVER_LEAVE)
    assert [each.text for each in Drafts(places.drafts).all()] == ["blijft omegawoord laptop"]
    held = {name for name, content in files_under(places.journal.parent).items() if b"geheimwoord" in content}
    assert held == (set() if readable else {"werk.json"})


def test_what_waits_beside_a_copy_in_folders_of_another_journal_stays_there(places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "begin")
    work = places.journal.with_name("werk.json")
    there = find_places(work, {"GOEDWERK_HOME": str(places.journal.parent)})
    other = Journal.open(there)
    draft = Draft(key="notitie", text="BUFFEL", kind=Kind.NOTE, at=other.add(Kind.NOTE, "van een ander").created)
    Drafts(there.drafts).put(draft)
    leave_note(there, "NEUSHOORN")
    Backups(there).make(Why.DAY)
    other.close()
    shutil.copy(places.journal, work)
    beside = {"werk.concepten", "werk.inbox", "werk.reservekopieen"}

    def waits() -> dict[str, bytes]:
        return {name: held for name, held in files_under(work.parent).items() if name.split("/")[0] in beside}

    before = waits()
    journal = Journal.open(places)
    assert take_care(journal).merged.files == (work,) and waits() == before
    journal.close()
    wipe_everything(places, journal_id=journal.id)
    assert waits() == before


@pytest.mark.parametrize("command", ["exporteer", "zoek"])
def test_what_another_machine_marked_wiped_or_wrote_in_a_copy_counts_for_a_command(
    capsys: pytest.CaptureFixture[str], places: Places, command: str
) -> None:
    journal = Journal.open(places)
    shut, gone = journal.add(Kind.NOTE, "banaan"), journal.add(Kind.NOTE, "ananas")
    journal.add(Kind.NOTE, "peer")
    laptop = places.journal.parent / "laptop" / "dagboek.json"
    laptop.parent.mkdir()
    shutil.copy(places.journal, laptop)
    there = Journal.open(find_places(laptop))
    there.mark(shut.id, Mark.NEVER_LEAVE, True)
    there.add(Kind.NOTE, "anderewoordje")
    wipe(there, [gone.id])
    there.close()
    laptop.replace(places.journal.with_name("dagboek-LAPTOP.json"))
    if command == "exporteer":
        code, out, err = run(capsys, "exporteer", "--alles", "--uitvoer", "-")
        assert code == 0 and "Naast je dagboek stond" in err
        assert "banaan" not in out and "ananas" not in out and "anderewoordje" in out and "peer" in out
    else:
        assert "anderewoordje" in run(capsys, "zoek", "anderewoordje")[1]
        assert "ananas" not in run(capsys, "zoek", "ananas")[1]
    again = Journal.open(places, read_only=True)
    assert shut.id in again.marked(Mark.NEVER_LEAVE)
    assert not list(places.journal.parent.glob("dagboek-LAPTOP*"))


def test_a_copy_that_a_command_names_takes_up_no_other(capsys: pytest.CaptureFixture[str], places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "begin")
    work = places.journal.with_name("werk.json")
    shutil.copy(places.journal, work)
    assert "begin" in run(capsys, "zoek", "--journal", str(work), "begin")[1]
    assert places.journal.exists() and work.exists()


@pytest.mark.parametrize("by", ["samenvoegen", "a copy"])
def test_what_came_wiped_leaves_no_half_written_file(
    capsys: pytest.CaptureFixture[str], places: Places, by: str
) -> None:
    journal = Journal.open(places)
    gone = journal.add(Kind.NOTE, "banaan")
    half = places.journal.with_name(f".{places.journal.name}.aaaaaaaaaaaa.goedwerk-tmp")
    shutil.copy(places.journal, half)
    laptop = places.journal.parent / "laptop" / "dagboek.json"
    laptop.parent.mkdir()
    shutil.copy(places.journal, laptop)
    wipe(Journal.open(find_places(laptop)), [gone.id])
    if by == "a copy":
        laptop.replace(places.journal.with_name("dagboek-LAPTOP.json"))
        run(capsys, "zoek", "banaan")
    else:
        run(capsys, "samenvoegen", str(laptop))
    assert [name for name, content in files_under(places.journal.parent).items() if b"banaan" in content] == []
