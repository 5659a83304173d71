"""A backup that is opened as a journal is read and no more; what 1.0.0 left of such openings is wiped."""

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support.command_line import run
from support.driver import running
from support.journals import files_under

from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.base.settings import Whereabouts, write_settings
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.journal.backup import Why
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.journal.entry import Entry
from goedwerk_tui.journal.inbox import leave_note
from goedwerk_tui.journal.maintenance import take_care

WORD = "geheimwoord"


@pytest.fixture(params=["usual", "chosen folder", "copy"])
def own(request: pytest.FixtureRequest, places: Places, tmp_path: Path) -> Places:
    """A journal with three backups: in the usual folder, in one that was chosen, or beside a file that was named."""
    there = places
    if request.param == "chosen folder":
        (tmp_path / "schijf").mkdir()
        places.config.mkdir(parents=True)
        write_settings(places.settings, Whereabouts(backups=str(tmp_path / "schijf")))
        there = find_places()
    if request.param == "copy":
        there = find_places(tmp_path / "elders" / "mijn.json")
    journal = Journal.open(there)
    journal.add(Kind.NOTE, WORD)
    for why in (Why.DAY, Why.BEFORE_MERGE, Why.BEFORE_RESTORE):
        Backups(there).make(why)
    take_care(journal)
    journal.close()
    return there


def _home(places: Places) -> dict[str, bytes]:
    """Return all files of ours but the locks."""
    return {name: held for name, held in files_under(places.config.parent).items() if not name.endswith("getypt")}


def _first(places: Places) -> Path:
    return Backups(places).list()[0].path


async def test_the_app_reads_a_backup_and_leaves_everything_as_it_is(own: Places) -> None:
    before, backup = _home(own), _first(own)
    async with running(find_places(backup)) as app:
        assert "is een reservekopie van een dagboek, alleen om te lezen" in app.said
        assert "goedwerk herstel" in app.said and "ander venster" not in app.said
        await app.press("n")
        await app.write("in de reservekopie")
        assert "dit is een reservekopie" in app.text + app.said
        app.app.exit()
    assert _home(own) == before


def test_a_command_reads_a_backup_and_leaves_everything_as_it_is(
    capsys: pytest.CaptureFixture[str], own: Places, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before, backup = _home(own), str(_first(own))
    assert WORD in run(capsys, "zoek", "--journal", backup, WORD)[1]
    assert WORD in run(capsys, "exporteer", "--alles", "--journal", backup, "--uitvoer", "-")[1]
    code, _, _ = run(
        capsys, "exporteer", "--soort", "dagboek", "--formaat", "json", "--journal", backup, "--uitvoer", "-"
    )
    assert code == 0
    code, out, err = run(capsys, "noteer", "--journal", backup, "een", "gedachte")
    assert code == 1 and "is een reservekopie" in err and "een gedachte" in out + err
    for words in (["wissen"], ["herstel", "1"], ["samenvoegen", backup]):
        monkeypatch.setattr("sys.stdin", io.StringIO("alles wissen\n"))
        code, out, err = run(capsys, *words, "--journal", backup)
        assert code == 1 and "is een reservekopie" in err
    assert _home(own) == before


def _left_by_an_earlier_version(places: Places) -> Entry:
    """Leave what 1.0.0 did: the other backups beside the one that was opened, and what was typed in it."""
    first, *others = [each.path for each in Backups(places).list()]
    folder = first.with_name(f"{first.stem}.reservekopieen")
    deeper = folder / f"{others[0].stem}.reservekopieen"
    deeper.mkdir(parents=True)
    for into, path in zip((folder, deeper), others, strict=False):
        moment = path.name.split("-")[1]
        path.rename(into / f"{first.stem}-{moment}-opzij-{path.stem[:60]}.json")
    (entry,) = Journal.open(places, read_only=True).newest_first()
    drafts = Drafts(first.with_name(f"{first.stem}.concepten"))
    drafts.put(Draft(key=entry.id, text=WORD, entry_id=entry.id, base_text=WORD, kind=Kind.NOTE, at=entry.created))
    return entry


@pytest.mark.parametrize("whole", [True, False])
def test_what_an_earlier_version_left_among_the_backups_is_wiped(
    capsys: pytest.CaptureFixture[str], answer: Callable[[str], None], own: Places, whole: bool
) -> None:
    entry = _left_by_an_earlier_version(own)
    if whole:
        # A note that waited there is another piece.
        leave_note(own, f"notitie met {WORD}")
        (draft,) = own.backups.glob("*.concepten")
        own.inbox.rename(draft.with_suffix(".inbox"))
    journal = [] if own.is_own else ["--journal", str(own.journal)]
    assert run(capsys, "herstel", *journal)[1].count("1 stuk") >= 3
    answer("alles wissen" if whole else "wissen")
    code, _, _ = run(capsys, "wissen", *journal, *([] if whole else ["--id", entry.id]))
    assert code == 0
    assert [name for name, held in _home(own).items() if WORD.encode() in held] == []
    if whole:
        assert [name for name in _home(own) if "reservekopieen" in name or "-dag" in name] == []
        assert not list(own.backups.glob("*"))


async def test_a_backup_elsewhere_is_a_copy_to_work_in(own: Places, tmp_path: Path) -> None:
    elsewhere = tmp_path / "bureau" / "teruggehaald.json"
    elsewhere.parent.mkdir()
    shutil.copy(_first(own), elsewhere)
    there = find_places(elsewhere)
    async with running(there) as app:
        assert "alleen om te lezen" not in app.said
        app.app.exit()
    Journal.open(there).add(Kind.NOTE, "verder")
