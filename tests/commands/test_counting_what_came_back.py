"""What is said of how much came back: as many pieces as one counts in Dagboek then, versions and the trash apart."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.command_line import run
from support.driver import running

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.journal.backup import Why
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.maintenance import take_care

YESTERDAY = datetime(2026, 11, 23, 9, 5, tzinfo=UTC)


def _begun(places: Places, number: int, trash: int) -> Journal:
    """Return a journal with a line of the log, and so many pieces here and in the trash."""
    journal = Journal.open(places)
    journal.add(Kind.LOG, "Gedeeld: iets")
    for each in range(number):
        journal.add(Kind.NOTE, f"stuk {each}")
    for each in range(trash):
        journal.trash(journal.add(Kind.NOTE, f"weg {each}").id)
    return journal


COUNTED = {
    (0, 1): "1 stuk, in de prullenbak",
    (1, 0): "1 stuk",
    (3, 0): "3 stukken",
    (3, 2): "3 stukken, en 2 in de prullenbak",
}


@pytest.mark.parametrize("number, trash", COUNTED)
async def test_a_rescue_counts_what_dagboek_has(
    capsys: pytest.CaptureFixture[str], places: Places, number: int, trash: int
) -> None:
    _begun(places, number, trash).close()
    content = places.journal.read_bytes()
    places.journal.write_bytes(content[: content.rindex(b"}")])
    assert f"samen is dat {COUNTED[number, trash]}." in run(capsys, "herstel")[1]
    assert f"Teruggezet: {COUNTED[number, trash]}." in run(capsys, "herstel", "--redden")[1]
    async with running(places) as app:
        await app.press("3")
        assert {0: "p prullenbak", 1: "1 stuk", 3: "3 stukken"}[number] in app.text


@pytest.mark.parametrize("number", [0, 1, 3])
def test_restoring_counts_what_reads_otherwise(capsys: pytest.CaptureFixture[str], places: Places, number: int) -> None:
    journal = _begun(places, 4, 1)
    Backups(places, clock=lambda: YESTERDAY).make(Why.DAY)
    for entry in journal.newest_first(kinds=[Kind.NOTE])[:number]:
        journal.trash(entry.id) if entry.text.endswith("3") else journal.change(entry.id, "anders")
    journal.close()
    told = {0: "Er is niets teruggezet", 1: "Teruggezet: 1 stuk.", 3: "Teruggezet: 3 stukken."}
    assert told[number] in run(capsys, "herstel", "1")[1]


def test_a_line_of_the_log_that_comes_back_is_no_piece(capsys: pytest.CaptureFixture[str], places: Places) -> None:
    journal = Journal.open(places)
    entry = journal.add(Kind.NOTE, "eerst")
    before = places.journal.read_bytes()
    journal.add(Kind.LOG, "Gedeeld: iets")
    journal.change(entry.id, "ander")
    journal.change(entry.id, "eerst")
    Backups(places, clock=lambda: YESTERDAY).make(Why.DAY)
    journal.close()
    places.journal.write_bytes(before)
    assert "Teruggezet: een eerdere versie van 1 stuk.\n" in run(capsys, "herstel", "1")[1]


def test_what_was_written_and_thrown_away_since_a_backup_is_not_said_to_stay(
    capsys: pytest.CaptureFixture[str], places: Places
) -> None:
    journal = _begun(places, 1, 0)
    Backups(places, clock=lambda: YESTERDAY).make(Why.DAY)
    journal.trash(journal.add(Kind.NOTE, "van later").id)
    journal.close()
    assert "hetzelfde als nu" in run(capsys, "herstel")[1]


def test_what_an_older_file_lacked_is_counted_by_pieces_versions_and_the_trash(
    capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path
) -> None:
    journal = _begun(places, 1, 0)
    older = tmp_path / "ouder.json"
    shutil.copy(places.journal, older)
    journal.change(journal.newest_first(kinds=[Kind.NOTE])[0].id, "anders")
    journal.add(Kind.NOTE, "nieuw")
    journal.trash(journal.add(Kind.NOTE, "nieuw en weg").id)
    take_care(journal)
    journal.close()
    shutil.copy(older, places.journal)
    came = "Teruggehaald uit de reservekopieën: 1 stuk, en 1 in de prullenbak, en een versie van 1 stuk."
    assert came in run(capsys, "herstel", "--ontbrekend")[1]


def test_what_comes_with_another_file_into_the_trash_is_said_to_lie_there(
    capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path
) -> None:
    _begun(places, 1, 0).close()
    other = tmp_path / "ander.json"
    shutil.copy(places.journal, other)
    there = Journal.open(places.with_journal(other))
    there.add(Kind.NOTE, "nieuw")
    there.trash(there.add(Kind.NOTE, "nieuw en weg").id)
    there.close()
    merged = run(capsys, "samenvoegen", str(other))[1]
    assert "Samengevoegd: 1 stuk erbij, 1 stuk erbij in de prullenbak." in merged
