"""What another machine decided about leaving is said, and a clock that is ahead lets nothing out."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from support.command_line import run
from support.journals import Clock

from goedwerk_tui.base.clock import utc_now
from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.guidance.care_messages import what_care_found
from goedwerk_tui.journal import Journal, Kind, Mark
from goedwerk_tui.journal.erasure import wipe
from goedwerk_tui.journal.inbox import leave_note
from goedwerk_tui.journal.maintenance import look_again, take_care


@pytest.fixture
def there(tmp_path: Path) -> Places:
    """The journal on another machine."""
    folder = tmp_path / "ander"
    folder.mkdir()
    return find_places(folder / "dagboek.json")


def _lift_there(places: Places, there: Places, ahead: timedelta) -> tuple[str, str]:
    """Shut a piece in here, copy the journal, and let it out there, with another to bring; returns their ids."""
    journal = Journal.open(places)
    shut_in, other = journal.add(Kind.NOTE, "KOMKOMMER"), journal.add(Kind.INTENTION, "gewoon")
    journal.mark(shut_in.id, Mark.NEVER_LEAVE, True)
    shutil.copy(places.journal, there.journal)
    clock = Clock()
    clock.now = utc_now() + ahead
    elsewhere = Journal.open(there, clock=clock)
    elsewhere.mark(shut_in.id, Mark.NEVER_LEAVE, False)
    elsewhere.mark(shut_in.id, Mark.BRING, True)
    elsewhere.mark(other.id, Mark.BRING, True)
    return shut_in.id, other.id


def _said_of(capsys: pytest.CaptureFixture[str], by: str, journal: Journal, there: Places) -> str:
    """Bring here what another machine has, by one of the doors; returns what is said of it."""
    assert journal.places is not None
    here = journal.places.journal
    match by:
        case "samenvoegen":
            journal.close()
            return run(capsys, "samenvoegen", str(there.journal))[1]
        case "a copy":
            shutil.copy(there.journal, here.with_name("dagboek-PC.json"))
            return " ".join(what_care_found(take_care(journal)))
        case "the file itself":
            shutil.copy(there.journal, here)
            return " ".join(what_care_found(look_again(journal)))
        case _:
            journal.close()
            shutil.copy(there.journal, here.with_name("dagboek-PC.json"))
            return " ".join(run(capsys, "exporteer", "--uitvoer", "-")[1:])


@pytest.mark.parametrize("by", ["samenvoegen", "a copy", "the file itself"])
@pytest.mark.parametrize("ahead", [timedelta(minutes=5), timedelta(days=1500)], ids=["on time", "ahead"])
def test_what_was_let_out_elsewhere_is_said_and_stays_shut_in_when_that_clock_is_ahead(
    capsys: pytest.CaptureFixture[str], places: Places, there: Places, tmp_path: Path, by: str, ahead: timedelta
) -> None:
    shut_in, other = _lift_there(places, there, ahead)
    said = _said_of(capsys, by, Journal.open(places), there)
    late = ahead > timedelta(days=1)
    assert ("blijft ‘gaat nooit mee’ staan" in said, "is ‘gaat nooit mee’ opgeheven van ‘" in said) == (late, not late)
    names = [each for each in ("‘Notitie’ van ", "‘Voornemen’ van ") if each in said.partition("voortaan mee")[0]]
    assert "voortaan mee" in said and names == (
        ["‘Voornemen’ van "] if late else ["‘Notitie’ van ", "‘Voornemen’ van "]
    )
    again = Journal.open(places)
    assert again.marked(Mark.NEVER_LEAVE) == ({shut_in} if late else set())
    assert again.marked(Mark.BRING) == ({other} if late else {shut_in, other})
    target = tmp_path / "deel.txt"
    assert run(capsys, "exporteer", "--uitvoer", str(target))[0] == 0
    assert ("KOMKOMMER" in target.read_text("utf-8")) is not late
    assert what_care_found(look_again(again)) == ()


@pytest.mark.parametrize("by", ["samenvoegen", "a copy", "the file itself", "an export"])
@pytest.mark.parametrize("wrote", [False, True], ids=["the mark alone", "words too"])
@pytest.mark.parametrize("ahead", [timedelta(minutes=5), timedelta(days=1500)], ids=["on time", "ahead"])
def test_what_was_taken_back_here_stays_when_only_a_clock_that_is_ahead_brings_it(
    capsys: pytest.CaptureFixture[str], places: Places, there: Places, by: str, wrote: bool, ahead: timedelta
) -> None:
    journal = Journal.open(places)
    entry, other = journal.add(Kind.NOTE, "KOMKOMMER"), journal.add(Kind.NOTE, "gewoon")
    journal.mark(entry.id, Mark.BRING, True)
    shutil.copy(places.journal, there.journal)
    journal.mark(entry.id, Mark.BRING, False)
    clock = Clock()
    clock.now = utc_now() + ahead
    elsewhere = Journal.open(there, clock=clock)
    for each in (entry, other):
        elsewhere.mark(each.id, Mark.BRING, False)
        elsewhere.mark(each.id, Mark.BRING, True)
    if wrote:
        elsewhere.change(entry.id, "KOMKOMMERS")
    said = _said_of(capsys, by, journal, there)
    late = ahead > timedelta(days=1)
    assert ("gaat niet mee: dat koos je hier" in said) == late, said
    if by == "an export":
        assert ("KOMKOMMER" in said) is not late and "gewoon" in said
    again = Journal.open(places)
    assert again.marked(Mark.BRING) == ({other.id} if late else {entry.id, other.id})
    assert what_care_found(look_again(again)) == ()


def test_what_one_lets_out_here_is_not_said(places: Places) -> None:
    journal = Journal.open(places)
    entry = journal.add(Kind.NOTE, "KOMKOMMER")
    journal.mark(entry.id, Mark.NEVER_LEAVE, True)
    journal.mark(entry.id, Mark.NEVER_LEAVE, False)
    assert what_care_found(look_again(journal)) == ()


@pytest.mark.parametrize("by", ["samenvoegen", "a copy", "the file itself"])
@pytest.mark.parametrize("at_once", [True, False], ids=["at once", "the mark before the piece"])
def test_what_was_shut_in_stays_so_when_it_comes_back_after_the_trash_was_emptied_here(
    capsys: pytest.CaptureFixture[str], places: Places, there: Places, by: str, at_once: bool
) -> None:
    journal = Journal.open(places)
    entry = journal.add(Kind.NOTE, "KOMKOMMER")
    journal.mark(entry.id, Mark.NEVER_LEAVE, True)
    journal.trash(entry.id)
    shutil.copy(places.journal, there.journal)
    wipe(journal, [entry.id], emptied=True)
    clock = Clock()
    clock.now = utc_now() + timedelta(days=1500)
    elsewhere = Journal.open(there, clock=clock)
    elsewhere.mark(entry.id, Mark.NEVER_LEAVE, False)

    def comes_here() -> str:
        match by:
            case "samenvoegen":
                return run(capsys, "samenvoegen", str(there.journal))[1]
            case "a copy":
                shutil.copy(there.journal, places.journal.with_name("dagboek-PC.json"))
            case _:
                shutil.copy(there.journal, places.journal)
        return " ".join(what_care_found(look_again(journal)))

    assert at_once or "nooit mee" not in comes_here()
    elsewhere.restore(entry.id)
    assert at_once is ("ij ‘Notitie’ van " in comes_here())
    again = Journal.open(places)
    assert again.entries[entry.id].text == "KOMKOMMER" and again.marked(Mark.NEVER_LEAVE) == {entry.id}


def test_a_mark_on_a_note_that_was_taken_away_before_it_was_taken_up_is_no_trouble(
    places: Places, there: Places
) -> None:
    note = leave_note(places, "KOMKOMMER")
    journal = Journal.open(places)
    journal.mark(note.id, Mark.NEVER_LEAVE, True)
    shutil.copy(places.journal, there.journal)
    (waiting,) = places.inbox.iterdir()
    there.inbox.mkdir()
    shutil.copy(waiting, there.inbox)
    Journal.open(there).mark(note.id, Mark.NEVER_LEAVE, False)
    waiting.unlink()
    shutil.copy(there.journal, places.journal)
    assert what_care_found(look_again(journal)) == ()


@pytest.mark.parametrize("lifted", ["by an older file", "here"])
def test_a_mark_that_went_with_an_older_file_holds_and_is_named_at_the_start(
    places: Places, tmp_path: Path, lifted: str
) -> None:
    journal = Journal.open(places)
    entry, gone = journal.add(Kind.NOTE, "KOMKOMMER"), journal.add(Kind.INTENTION, "gewist")
    older = tmp_path / "ouder.json"
    shutil.copy(places.journal, older)
    for each in (entry, gone):
        journal.mark(each.id, Mark.NEVER_LEAVE, True)
    take_care(journal)
    wipe(journal, [gone.id])
    if lifted == "here":
        journal.mark(entry.id, Mark.NEVER_LEAVE, False)
    else:
        shutil.copy(older, places.journal)
        for each in places.state.glob("*.seen"):
            # As an earlier version left it: the backup of the day alone has the mark.
            each.unlink()
    again = Journal.open(places)
    said = " ".join(what_care_found(take_care(again)))
    assert ("‘gaat nooit mee’ geldt weer bij ‘Notitie’ van " in said) == (lifted != "here")
    assert again.marked(Mark.NEVER_LEAVE) == (set() if lifted == "here" else {entry.id})
    assert "Voornemen" not in said
