"""The words of what never leaves, where they stand in another piece: who exports or throws away hears of it."""

import io
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from support.command_line import run

from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.wiping_messages import where_gone_words_stay
from goedwerk_tui.journal import Journal, Kind, Mark
from goedwerk_tui.journal.maintenance import take_care

SECRET = "de havenmeester komt te laat"
OTHER = f"Vandaag hoorde ik dat {SECRET} op maandag."


@pytest.fixture
def journal(places: Places) -> Journal:
    """A journal with a piece that never leaves, and one in which its words stand."""
    journal = Journal.open(places)
    secret = journal.add(Kind.NOTE, SECRET, id="geheim")
    journal.mark(secret.id, Mark.NEVER_LEAVE, True)
    journal.add(Kind.NOTE, OTHER)
    return journal


def test_the_warning_names_the_words_that_are_in_the_file(
    journal: Journal, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    journal.change("geheim", "Heel iets anders nu")
    _, out, err = run(capsys, "exporteer", "--alles", "--uitvoer", str(tmp_path / "x.md"))
    assert f"woorden van wat nooit mee mag: ‘{SECRET}’" in out + err
    assert "Heel iets anders" not in out + err


def test_wiping_says_that_nothing_keeps_the_words_back_from_then_on(
    journal: Journal, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("wissen\n"))
    _, out, _ = run(capsys, "wissen", "--id", "geheim")
    assert "Dit mag nooit mee. Dezelfde woorden staan ook in" in out
    assert "Is dit weg, dan houdt niets die daar nog tegen." in out


def test_what_leaves_the_trash_by_itself_is_told(journal: Journal, places: Places) -> None:
    journal.trash("geheim")
    journal.close()
    said = ""
    for day in range(40):
        now = datetime.now(UTC) + timedelta(days=day)
        again = Journal.open(places, clock=lambda now=now: now)
        take_care(again)
        said += where_gone_words_stay(again)
        again.close()
    assert said.count("Wat nooit mee mocht, is vanzelf uit de prullenbak verdwenen.") == 1
    assert "Niets houdt die daar nu nog tegen." in said
