"""An older file that took the place of the journal's while the program was closed."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support.command_line import run
from support.driver import running

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal, Kind, Mark
from goedwerk_tui.journal.erasure import wipe
from goedwerk_tui.journal.maintenance import take_care

READING = (("zoek", "zebra"), ("exporteer", "--alles", "--uitvoer", "-"), ("inzicht",), ("herstel",))


@pytest.fixture
def older(places: Places, tmp_path: Path) -> Path:
    """A copy of the journal of before the last that was written and chosen in it."""
    journal = Journal.open(places)
    shut_in, brought = journal.add(Kind.NOTE, "kwikzilver"), journal.add(Kind.INTENTION, "charlie")
    journal.mark(brought.id, Mark.BRING, True)
    copy = tmp_path / "ouder.json"
    shutil.copy(places.journal, copy)
    journal.mark(brought.id, Mark.BRING, False)
    journal.mark(shut_in.id, Mark.NEVER_LEAVE, True)
    journal.close()
    return copy


def _put_back(older: Path, places: Places) -> None:
    shutil.copy(older, places.journal)


@pytest.mark.parametrize("door", [*READING, None], ids=lambda each: each[0] if each else "app")
async def test_what_may_not_leave_stays_so_and_that_is_said_once(
    capsys: pytest.CaptureFixture[str], places: Places, older: Path, door: tuple[str, ...] | None
) -> None:
    _put_back(older, places)
    if door is None:
        async with running(places) as app:
            said = app.words
    else:
        said = " ".join(run(capsys, *door)[1:])
    assert "geldt weer bij ‘Notitie’" in said and "‘Voornemen’ van" in said and "neem je niet meer mee" in said
    assert "kwikzilver" not in " ".join(run(capsys, "exporteer", "--alles", "--uitvoer", "-")[1:])
    code, out, err = run(capsys, "exporteer", "--uitvoer", "-")
    assert code == 1 and "charlie" not in out and "vervangen door een ouder" not in err


def test_what_another_machine_let_go_later_may_leave(places: Places, older: Path) -> None:
    there = Journal.open(places.with_journal(older))
    (id,) = (each.id for each in there.newest_first(kinds=[Kind.NOTE]))
    there.mark(id, Mark.NEVER_LEAVE, True)
    there.mark(id, Mark.NEVER_LEAVE, False)
    there.close()
    _put_back(older, places)
    assert Journal.open(places).marked(Mark.NEVER_LEAVE) == set()


@pytest.mark.parametrize("answered", ["--ontbrekend", "--zo-laten"])
@pytest.mark.parametrize("backed_up", [True, False])
def test_what_is_missing_is_said_by_every_command_until_somebody_says_how_to_go_on(
    capsys: pytest.CaptureFixture[str], places: Places, older: Path, answered: str, backed_up: bool
) -> None:
    journal = Journal.open(places)
    entry = journal.add(Kind.NOTE, "rododendron")
    journal.mark(entry.id, Mark.NEVER_LEAVE, True)
    if backed_up:
        take_care(journal)
    journal.close()
    _put_back(older, places)
    for door in READING:
        assert "Er ontbreekt 1 stuk" in " ".join(run(capsys, *door)[1:])
    assert run(capsys, "noteer", "zebra")[0] == 0
    assert "Er ontbreekt 1 stuk" in run(capsys, "zoek", "zebra")[2]
    out = run(capsys, "herstel", answered)[1]
    back = backed_up and answered == "--ontbrekend"
    assert ("Teruggehaald uit de reservekopieën: 1 stuk" in out) == back
    assert ("staat in geen reservekopie" in out) == (not backed_up and answered == "--ontbrekend")
    _, out, err = run(capsys, "zoek", "rododendron")
    assert ("rododendron" in out) == back and "ontbreekt" not in err
    assert "rododendron" not in run(capsys, "exporteer", "--alles", "--uitvoer", "-")[1]
    assert run(capsys, "herstel", answered)[0] == 1


def test_what_was_wiped_or_is_there_in_a_later_version_is_not_missing(
    capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path
) -> None:
    journal = Journal.open(places)
    wiped, changed = journal.add(Kind.NOTE, "weg"), journal.add(Kind.NOTE, "zebra een")
    copy = tmp_path / "elders.json"
    shutil.copy(places.journal, copy)
    there = Journal.open(places.with_journal(copy))
    there.change(changed.id, "zebra twee")
    there.close()
    journal.close()
    assert run(capsys, "samenvoegen", str(copy))[0] == 0
    _put_back(copy, places)
    wipe(Journal.open(places), [wiped.id])
    assert run(capsys, "zoek", "zebra")[2] == ""


async def test_the_app_says_what_is_missing_and_how_to_go_on_and_leaves_the_keys_alone(
    capsys: pytest.CaptureFixture[str], places: Places, older: Path
) -> None:
    journal = Journal.open(places)
    journal.change(journal.newest_first(kinds=[Kind.INTENTION])[0].id, "charlie en delta")
    take_care(journal)
    journal.close()
    _put_back(older, places)
    async with running(places) as app:
        assert "de laatste versie van 1 stuk" in app.words and "herstel --ontbrekend" in app.words
        await app.press("n")
        await app.write("hier")
        assert "hier" in app.text
        await app.press("escape")
    assert "Teruggehaald uit de reservekopieën: een versie van 1 stuk." in run(capsys, "herstel", "--ontbrekend")[1]
    assert "charlie en delta" in run(capsys, "zoek", "delta")[1]
    async with running(places) as app:
        assert "de laatste versie van" not in app.said


def test_of_what_a_person_put_back_from_a_backup_nothing_is_said(
    capsys: pytest.CaptureFixture[str], answer: Callable[[str], None], places: Places
) -> None:
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "zebra")
    take_care(journal)
    journal.add(Kind.NOTE, "erna")
    journal.close()
    places.journal.write_bytes(b"onleesbaar")
    assert run(capsys, "herstel", "1")[0] == 0
    _, out, err = run(capsys, "zoek", "zebra")
    assert "zebra" in out and "ontbreekt" not in err


def test_a_backup_with_an_earlier_version_that_is_missing_is_not_the_same_as_now(
    capsys: pytest.CaptureFixture[str], places: Places, older: Path
) -> None:
    journal = Journal.open(places)
    entry = journal.newest_first(kinds=[Kind.INTENTION])[0]
    journal.change(entry.id, "delta")
    journal.change(entry.id, "charlie")
    take_care(journal)
    journal.close()
    assert "hetzelfde als nu" in run(capsys, "herstel")[1]
    _put_back(older, places)
    assert "1 met een eerdere versie die nu ontbreekt" in run(capsys, "herstel")[1]


@pytest.mark.parametrize("left", ["the file has none of it", "the file has the first version"])
def test_an_earlier_version_comes_back_where_the_last_is_in_no_backup(
    capsys: pytest.CaptureFixture[str], places: Places, older: Path, left: str
) -> None:
    journal = Journal.open(places)
    entry = journal.add(Kind.NOTE, "rododendron")
    if left.endswith("version"):
        shutil.copy(places.journal, older)
    journal.change(entry.id, "rododendron en azalea")
    take_care(journal)
    journal.change(entry.id, "rododendron, azalea en hortensia")
    journal.close()
    _put_back(older, places)
    out = run(capsys, "herstel", "--ontbrekend")[1]
    came = "een versie van 1 stuk" if left.endswith("version") else "1 stuk"
    assert f"Teruggehaald uit de reservekopieën: {came}. Dat is een eerdere versie" in out and "samenvoegen" in out
    assert Journal.open(places, read_only=True).entries[entry.id].text == "rododendron en azalea"
