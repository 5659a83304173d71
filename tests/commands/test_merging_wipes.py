"""What another machine wiped is gone here at once, from backups too; what was written after it was copied is not."""

import io
import shutil
import sys
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from support.command_line import run
from support.journals import Clock

from goedwerk_tui.base.disk import OPEN_DISK
from goedwerk_tui.base.files import Reason
from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.guidance.care_messages import what_care_found
from goedwerk_tui.journal import Entry, Journal, Kind, Mark, SaveFailed
from goedwerk_tui.journal.backup import Why
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.journal.erasure import empty_trash, wipe
from goedwerk_tui.journal.file import JournalFile, read_book
from goedwerk_tui.journal.inbox import leave_note
from goedwerk_tui.journal.machine_files import machine_files
from goedwerk_tui.journal.maintenance import look_again, take_care


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def there(tmp_path: Path) -> Places:
    """The journal on another machine."""
    folder = tmp_path / "ander"
    folder.mkdir()
    return find_places(folder / "dagboek.json")


def _wipe_there(places: Places, there: Places, *, also_here: str = "") -> str:
    """Write a text, copy the journal, write more in it here, and wipe it there; returns its id."""
    journal = Journal.open(places)
    entry = journal.add(Kind.ANSWER, "alfa geheimwoord bravo")
    journal.add(Kind.NOTE, "blijft")
    Backups(places).make(Why.DAY)
    shutil.copy(places.journal, there.journal)
    if also_here:
        journal.change(entry.id, f"alfa geheimwoord bravo {also_here}")
    wipe(Journal.open(there), [entry.id])
    return entry.id


def _files_with(places: Places, words: str) -> list[Path]:
    folder = places.journal.parent
    return [each for each in folder.rglob("*") if each.is_file() and words.encode() in each.read_bytes()]


@pytest.mark.parametrize("by", ["samenvoegen", "importeer", "a copy", "the file itself"])
def test_it_is_gone_from_every_file_here(
    capsys: pytest.CaptureFixture[str], places: Places, there: Places, tmp_path: Path, by: str
) -> None:
    _wipe_there(places, there)
    last_export = machine_files(places).last_export
    last_export.parent.mkdir(exist_ok=True)
    last_export.write_bytes(b"geheimwoord")
    journal = Journal.open(places)
    match by:
        case "samenvoegen":
            code, out, _ = run(capsys, "samenvoegen", str(there.journal))
            assert code == 0 and "1 stuk gewist, omdat het daar gewist is" in out and "versie erbij" not in out
        case "importeer":
            export = tmp_path / "heel.json"
            whole = ["exporteer", "--soort", "dagboek", "--formaat", "json", "--journal", str(there.journal)]
            assert run(capsys, *whole, "--uitvoer", str(export))[0] == 0
            assert "1 stuk gewist" in run(capsys, "importeer", str(export))[1]
        case "a copy":
            shutil.copy(there.journal, places.journal.with_name("dagboek-PC.json"))
            look_again(journal)
        case _:
            shutil.copy(there.journal, places.journal)
            look_again(journal)
    assert _files_with(places, "geheimwoord") == []
    for number in range(1, len(Backups(places).list()) + 1):
        assert "geheim" not in run(capsys, "herstel", str(number), "--toon")[1]


def test_a_backup_that_was_out_of_reach_shows_and_puts_back_nothing_of_it(
    capsys: pytest.CaptureFixture[str], places: Places, there: Places
) -> None:
    _wipe_there(places, there)
    old = Backups(places).list()[0].path
    content = old.read_bytes()
    run(capsys, "samenvoegen", str(there.journal))
    old.write_bytes(content)
    number = next(n for n, each in enumerate(Backups(places).list(), 1) if each.path == old)
    out = run(capsys, "herstel", str(number), "--toon")[1]
    assert "geheimwoord" not in out and "blijft" in out
    places.journal.unlink()
    assert run(capsys, "herstel", str(number))[0] == 0
    assert "geheimwoord" not in places.journal.read_text("utf-8") and "blijft" in places.journal.read_text("utf-8")


def test_words_written_after_the_copy_are_kept_and_told(
    capsys: pytest.CaptureFixture[str], places: Places, there: Places
) -> None:
    _wipe_there(places, there, also_here="omegawoord laptop")
    out = run(capsys, "samenvoegen", str(there.journal))[1]
    assert "1 stuk gewist" in out and "is er nog, als 1 notitie" in out
    for _ in range(2):
        texts = [each.text for each in Journal.open(places).newest_first()]
        assert texts.count("omegawoord laptop") == 1 and _files_with(places, "geheimwoord") == []
        run(capsys, "samenvoegen", str(there.journal))


def _draft(places: Places, entry: Entry) -> None:
    """Type on in a text, and be cut short."""
    now = entry.newest
    Drafts(places.drafts).put(
        Draft(
            key="stap/vraag",
            text=f"{now.text} omegawoord laptop",
            entry_id=entry.id,
            base_revision=now.id,
            base_text=now.text,
            kind=Kind.ANSWER,
            at=now.at,
        )
    )


@pytest.mark.parametrize("cut_short", [False, True])
def test_of_what_is_wiped_here_its_drafts_leave_nothing(
    capsys: pytest.CaptureFixture[str], places: Places, monkeypatch: pytest.MonkeyPatch, cut_short: bool
) -> None:
    entry = Journal.open(places).add(Kind.ANSWER, "alfa geheimwoord bravo")
    _draft(places, entry)
    with monkeypatch.context() as killed:
        if cut_short:
            killed.setattr("goedwerk_tui.journal.erasure._scrub", _kill)
        with suppress(SystemExit):
            wipe(Journal.open(places), [entry.id])
    assert "Niets gevonden" in run(capsys, "zoek", "omegawoord")[1]
    assert _files_with(places, "geheimwoord") == _files_with(places, "omegawoord") == []


def test_a_draft_that_is_put_back_as_it_was_brings_nothing_of_what_was_wiped(
    capsys: pytest.CaptureFixture[str], places: Places
) -> None:
    entry = Journal.open(places).add(Kind.ANSWER, "alfa geheimwoord bravo")
    _draft(places, entry)
    (draft,) = Drafts(places.drafts).files()
    content = draft.read_bytes()
    wipe(Journal.open(places), [entry.id])
    draft.write_bytes(content)
    assert what_care_found(take_care(Journal.open(places))) == () and not draft.exists()
    assert "Niets gevonden" in run(capsys, "zoek", "omegawoord")[1]
    assert _files_with(places, "geheimwoord") == _files_with(places, "omegawoord") == []


def test_a_conflict_copy_of_a_draft_of_what_another_machine_wiped_meanwhile_is_kept(
    places: Places, there: Places
) -> None:
    id = _wipe_there(places, there)
    journal = Journal.open(places)
    _draft(places, journal.entries[id])
    (draft,) = Drafts(places.drafts).files()
    draft.rename(draft.with_name(f"{draft.name}.1"))
    shutil.copy(there.journal, places.journal)
    look_again(journal)
    assert {each.text for each in journal.newest_first()} == {"blijft", "omegawoord laptop"}
    assert list(places.drafts.iterdir()) == []


def test_a_wiping_that_fails_leaves_the_draft_as_it_was(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = Journal.open(places).add(Kind.ANSWER, "alfa geheimwoord bravo")
    _draft(places, entry)
    before = Drafts(places.drafts).all()
    journal = Journal.open(places)
    monkeypatch.setattr(JournalFile, "save", _refuse)
    with pytest.raises(SaveFailed):
        wipe(journal, [entry.id])
    assert Drafts(places.drafts).all() == before


def test_what_is_still_being_written_in_stays_in_the_trash(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = Journal.open(places)
    entry = journal.add(Kind.ANSWER, "alfa geheimwoord bravo")
    _draft(places, entry)
    journal.trash(entry.id)
    monkeypatch.setattr("goedwerk_tui.journal.erasure.long_enough", lambda _, trash, __: list(trash))
    drafts = Drafts(places.drafts)
    assert empty_trash(journal).entries == ()
    (draft,) = drafts.all()
    drafts.remove(draft)
    assert empty_trash(journal).entries == (entry.id,)


@pytest.mark.parametrize("into", ["where the trash was emptied", "where it was put back"])
def test_what_was_put_back_is_not_lost_where_another_machine_emptied_its_trash(
    capsys: pytest.CaptureFixture[str], places: Places, there: Places, clock: Clock, into: str
) -> None:
    journal = Journal.open(there, clock=clock)
    entry = journal.add(Kind.ANSWER, "alfa geheimwoord bravo")
    journal.add(Kind.NOTE, "blijft")
    journal.trash(entry.id)
    places.journal.parent.mkdir(exist_ok=True)
    shutil.copy(there.journal, places.journal)
    Journal.open(places).restore(entry.id)
    Backups(places).make(Why.DAY)
    for _ in range(35):
        clock.now += timedelta(days=1)
        take_care(Journal.open(there, clock=clock))
    assert not _files_with(there, "geheimwoord")
    one, other = (there, places) if into == "where the trash was emptied" else (places, there)
    out = run(capsys, "samenvoegen", "--journal", str(one.journal), str(other.journal))[1]
    assert ("1 stuk terug" in out) is (one is there) and "gewist, omdat" not in out
    for _ in range(2):
        take_care(Journal.open(one, clock=clock))
        shown = run(capsys, "zoek", "--journal", str(one.journal), "geheimwoord")[1]
        assert "alfa geheimwoord bravo" in shown and entry.id in shown
    assert any("geheimwoord" in each.path.read_text("utf-8") for each in Backups(places).list())


def _kill(*_: object) -> None:
    raise SystemExit


def _refuse(*_: object) -> None:
    raise SaveFailed(Path("dagboek.json"), Reason.FULL)


@pytest.mark.parametrize("by", ["samenvoegen", "a copy", "the file itself", "the file while all is closed"])
def test_words_that_were_only_in_a_draft_are_kept_without_those_that_were_wiped(
    capsys: pytest.CaptureFixture[str], places: Places, there: Places, by: str
) -> None:
    id = _wipe_there(places, there)
    journal = Journal.open(places)
    journal.mark(id, Mark.NEVER_LEAVE, True)
    _draft(places, journal.entries[id])
    match by:
        case "samenvoegen":
            out = run(capsys, "samenvoegen", str(there.journal))[1]
            assert "1 stuk gewist" in out and "is er nog, als 1 notitie" in out
        case "a copy":
            shutil.copy(there.journal, places.journal.with_name("dagboek-PC.json"))
            look_again(journal)
        case "the file itself":
            shutil.copy(there.journal, places.journal)
            look_again(journal)
        case _:
            shutil.copy(there.journal, places.journal)
            _, out, err = run(capsys, "zoek", "omegawoord")
            assert "1 stuk gevonden" in out and "1 notitie die nooit meegaat" in err
    again = Journal.open(places)
    notes = [each for each in again.newest_first() if each.text == "omegawoord laptop"]
    assert len(notes) == 1 and notes[0].id in again.marked(Mark.NEVER_LEAVE)
    assert _files_with(places, "geheimwoord") == [] and not list(places.drafts.glob("*.json"))


def test_a_note_of_newer_words_leaves_no_more_than_what_it_was_written_in(
    capsys: pytest.CaptureFixture[str], places: Places, there: Places, tmp_path: Path
) -> None:
    id = _wipe_there(places, there, also_here="omegawoord laptop")
    Journal.open(places).mark(id, Mark.NEVER_LEAVE, True)
    run(capsys, "samenvoegen", str(there.journal))
    export = tmp_path / "alles.txt"
    code, *said = run(capsys, "exporteer", "--alles", "--formaat", "txt", "--uitvoer", str(export))
    assert code == 0, said
    left = export.read_text("utf-8")
    assert "blijft" in left and "omegawoord" not in left


def test_both_machines_keep_the_same_note_of_them(
    capsys: pytest.CaptureFixture[str], places: Places, there: Places, tmp_path: Path
) -> None:
    _wipe_there(places, there, also_here="omegawoord laptop")
    before = tmp_path / "kopie.json"
    shutil.copy(places.journal, before)
    run(capsys, "samenvoegen", str(there.journal))
    run(capsys, "samenvoegen", "--journal", str(there.journal), str(before))
    assert read_book(there.journal, OPEN_DISK).entries == read_book(places.journal, OPEN_DISK).entries
    assert _files_with(there, "geheimwoord") == []


def test_a_second_wiping_of_what_was_kept_holds(
    capsys: pytest.CaptureFixture[str], places: Places, there: Places, tmp_path: Path
) -> None:
    _wipe_there(places, there, also_here="omegawoord laptop")
    old = tmp_path / "kopie.json"
    shutil.copy(places.journal, old)
    run(capsys, "samenvoegen", str(there.journal))
    journal = Journal.open(places)
    wipe(journal, [each.id for each in journal.newest_first() if each.text == "omegawoord laptop"])
    run(capsys, "samenvoegen", str(old))
    assert _files_with(places, "omegawoord") == []


@pytest.mark.parametrize(
    ("name", "brought_as"), [("dagboek.json", ""), ("brief.json", ""), ("dagboek.json", "kopie.json")]
)
def test_notes_that_wait_beside_a_journal_come_along(
    capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path, name: str, brought_as: str
) -> None:
    folder = tmp_path / "huis"
    folder.mkdir()
    other = find_places(folder / name)
    Journal.open(other).add(Kind.NOTE, "in het dagboek")
    note = leave_note(other, "inboxverhuiswoord")
    if name == "dagboek.json":
        other.inbox.rename(folder / "inbox")
    brought = other.journal.rename(folder / (brought_as or name))
    assert "2 stukken erbij" in run(capsys, "samenvoegen", "--ook-ander", str(brought))[1]
    assert "inboxverhuiswoord" in Journal.open(places).entries[note.id].text
    assert "niets nieuws" in run(capsys, "samenvoegen", str(brought))[1]


def test_a_command_that_reads_takes_in_what_waits(capsys: pytest.CaptureFixture[str], places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "eerst")
    assert run(capsys, "noteer", "nieuw in de inbox")[0] == 0
    assert "1 stuk gevonden" in run(capsys, "zoek", "inbox")[1]
    assert "nieuw in de inbox" in places.journal.read_text("utf-8")
    assert not list(places.inbox.glob("*.json"))


def test_a_backup_is_made_as_soon_as_there_is_something_to_lose(places: Places) -> None:
    journal = Journal.open(places)
    journal.set_position("stap", "vraag")
    assert Backups(places).rotate() is not None
    journal.add(Kind.NOTE, "iets te verliezen")
    look_again(journal)
    assert [len(Backups(places).read(each).entries) for each in Backups(places).list()] == [1]


def test_what_was_rescued_loose_does_not_stand_twice_once_its_entry_is_back(
    capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path
) -> None:
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "heel gebleven")
    torn = journal.add(Kind.NOTE, "los gered")
    copy = tmp_path / "kopie.json"
    shutil.copy(places.journal, copy)
    whole = places.journal.read_bytes()
    places.journal.write_bytes(whole.replace(f'{torn.id}","kind"'.encode(), b"????")[:-9])
    assert run(capsys, "herstel", "--redden")[0] == 0
    assert {each.text for each in Journal.open(places).newest_first()} == {"heel gebleven", "los gered"}
    run(capsys, "samenvoegen", str(copy))
    texts = [each.text for each in Journal.open(places).newest_first()]
    assert sorted(texts) == ["heel gebleven", "los gered"]


def test_it_is_said_that_what_another_machine_added_goes_along(
    capsys: pytest.CaptureFixture[str], places: Places, there: Places
) -> None:
    journal = Journal.open(places)
    going, staying = journal.add(Kind.NOTE, "gaat mee"), journal.add(Kind.NOTE, "blijft")
    journal.mark(going.id, Mark.BRING, True)
    shutil.copy(places.journal, there.journal)
    other = Journal.open(there)
    other.change(staying.id, "blijft, met meer")
    assert "neem je mee" not in run(capsys, "samenvoegen", str(there.journal))[1]
    other.change(going.id, "gaat mee, met meer")
    out = run(capsys, "samenvoegen", str(there.journal))[1]
    assert "1 stuk met een versie erbij, 1 daarvan neem je mee, zoals het nu is" in out


@pytest.mark.parametrize("by", ["a copy that lies there", "a copy that comes after", "the file itself"])
def test_what_another_machine_added_to_what_is_wiped_here_is_kept_in_the_same_act(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, places: Places, there: Places, by: str
) -> None:
    entry = Journal.open(places).add(Kind.NOTE, "alfa geheimwoord bravo")
    Backups(places).make(Why.DAY)
    shutil.copy(places.journal, there.journal)
    Journal.open(there).change(entry.id, "alfa geheimwoord bravo omegawoord laptop")
    copy = places.journal.with_name("dagboek (conflict van laptop).json")
    match by:
        case "a copy that lies there":
            shutil.copy(there.journal, copy)
            monkeypatch.setattr(sys, "stdin", io.StringIO("wissen\n"))
            code, out, _ = run(capsys, "wissen", "--id", entry.id)
            assert code == 0 and "Gewist: 1 stuk. Naast je dagboek stond een kopie" in out
        case "a copy that comes after":
            wipe(Journal.open(places), [entry.id])
            shutil.copy(there.journal, copy)
            assert "Naast je dagboek stond een kopie" in run(capsys, "zoek", "blijft")[2]
        case _:
            journal = Journal.open(places)
            shutil.copy(there.journal, places.journal)
            wipe(journal, [entry.id])
    assert not copy.exists() and _files_with(places, "geheimwoord") == []
    assert "1 stuk gevonden" in run(capsys, "zoek", "omegawoord laptop")[1]


def test_a_conflict_copy_of_a_draft_is_offered_and_goes_with_what_is_wiped(places: Places, there: Places) -> None:
    journal = Journal.open(places)
    entry, stays = journal.add(Kind.NOTE, "alfa geheimwoord bravo"), journal.add(Kind.NOTE, "blijft")
    drafts = Drafts(places.drafts)
    for each in (entry, stays):
        _draft(there, each)
        (draft,) = Drafts(there.drafts).files()
        places.drafts.mkdir(exist_ok=True)
        draft.replace(places.drafts / f"{each.id} (conflict).json.1")
    wipe(journal, [entry.id])
    assert _files_with(places, "geheimwoord") == []
    take_care(journal)
    take_care(journal)
    assert [(each.text, each.entry_id) for each in drafts.all()] == [("blijft omegawoord laptop", stays.id)]
    assert len(list(places.drafts.iterdir())) == 1


@pytest.mark.parametrize(
    ("there_now", "kept"),
    [
        ("Over Roodkop. En over Zwartkop.", None),
        ("OVER ZWARTKOP. EN OVER ROODKOP.", None),
        ("Over Zwartkop. En over Roodkop. En op Zwartkop zelf bel ik Els.", "En op Zwartkop zelf bel ik Els."),
        ("Over Zwartkop, en over de brief.", "de brief."),
    ],
)
def test_wiped_words_that_were_moved_or_written_otherwise_stay_wiped_but_in_a_later_sentence(
    capsys: pytest.CaptureFixture[str], places: Places, there: Places, there_now: str, kept: str | None
) -> None:
    journal = Journal.open(places)
    entry = journal.add(Kind.NOTE, "Over Zwartkop. En over Roodkop.")
    shutil.copy(places.journal, there.journal)
    Journal.open(there).change(entry.id, there_now)
    wipe(journal, [entry.id])
    journal.close()
    run(capsys, "samenvoegen", str(there.journal))
    texts = [each.text for each in Journal.open(places, read_only=True).newest_first(kinds={Kind.NOTE})]
    assert texts == ([] if kept is None else [kept])
