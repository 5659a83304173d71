"""Journals in one folder whose names differ only in their ending have folders of their own."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path

import pytest
from support.command_line import run
from support.driver import running

from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.journal.backup import Why
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.copies import find_copies
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.journal.inbox import leave_note

AT = datetime(2026, 11, 20, tzinfo=UTC)
NAMES = [
    "mijn.json",
    "mijn.json~",
    "mijn.json.bak",
    "mijn.oud.json",
    "mijn.oud",
    "mijn.txt",
    "mijn",
    ".mijn.json",
    ".mijn",
]


def filled(path: Path) -> Places:
    """Let a note, a draft and a backup wait for a journal."""
    there = find_places(path)
    leave_note(there, "wacht hier")
    Drafts(there.drafts).put(Draft(key="x", text="half af", kind=Kind.NOTE, at=AT))
    Backups(there).make(Why.DAY)
    return there


def waiting(places: Places) -> list[Path]:
    folders = (places.inbox, places.drafts, places.backups)
    return sorted(each for folder in folders for each in folder.glob("*"))


def _apart(first: str, second: str) -> int:
    return (NAMES.index(second) - NAMES.index(first)) % len(NAMES)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # In every run each name is the first and the second.
        pytest.param(*pair, marks=() if _apart(*pair) in (1, 8) else pytest.mark.long)
        for pair in permutations(NAMES, 2)
    ],
)
async def test_opening_and_wiping_a_copy_leaves_what_waits_for_the_other(
    capsys: pytest.CaptureFixture[str], answer: Callable[[str], None], tmp_path: Path, first: str, second: str
) -> None:
    one, copy = tmp_path / first, tmp_path / second
    Journal.open(find_places(one)).add(Kind.NOTE, "eerste")
    if second == f"{first}.json":
        # What it is called decides who had these folders from of old, so it must stand there first.
        shutil.copy(one, copy)
    there = filled(one)
    shutil.copy(one, copy)
    before = waiting(there)
    assert len(before) == 3
    async with running(find_places(copy)) as app:
        app.app.exit()
    assert waiting(there) == before
    assert {each.text for each in Journal.open(find_places(copy)).newest_first()} == {"eerste"}
    answer("alles wissen")
    assert run(capsys, "wissen", "--journal", str(copy))[0] == 0
    assert not copy.exists() and waiting(there) == before


@pytest.mark.parametrize("name", ["mijn.oud", "mijn.json.bak", "mijn", "mijn.json~"])
async def test_folders_of_before_are_found_where_they_are_of_no_other(
    capsys: pytest.CaptureFixture[str], answer: Callable[[str], None], tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    Journal.open(find_places(path)).add(Kind.NOTE, "eerste")
    for folder in ("inbox", "concepten", "reservekopieen"):
        (tmp_path / f"{path.stem}.{folder}").mkdir()
    there = filled(path)
    assert {each.parent.name.rpartition(".")[0] for each in waiting(there)} == {path.stem}
    async with running(there) as app:
        app.app.exit()
    assert {each.text for each in Journal.open(there).newest_first()} == {"eerste", "wacht hier"}
    assert [each.text for each in Drafts(find_places(path).drafts).all()] == ["half af"]
    answer("alles wissen")
    assert run(capsys, "wissen", "--journal", str(path))[0] == 0
    assert not list(tmp_path.glob("mijn*"))


@pytest.mark.parametrize("backups", [True, False])
def test_a_copy_does_not_get_the_folders_of_before_of_the_other(tmp_path: Path, backups: bool) -> None:
    one, copy = tmp_path / "mijn.oud", tmp_path / "mijn.bak"
    Journal.open(find_places(one)).add(Kind.NOTE, "eerste")
    for folder in ("concepten", "reservekopieen"):
        (tmp_path / f"mijn.{folder}").mkdir()
    # What the system puts in any folder is no backup.
    (tmp_path / "mijn.reservekopieen" / ".DS_Store").touch()
    there = find_places(one)
    assert there.drafts == tmp_path / "mijn.concepten"
    if backups:
        Backups(there).make(Why.DAY)
    shutil.copy(one, copy)
    assert find_places(one).drafts == tmp_path / ("mijn.concepten" if backups else "mijn.oud.concepten")
    assert find_places(copy).drafts == tmp_path / "mijn.bak.concepten"


def test_a_conflict_copy_is_of_the_journal_with_its_ending(tmp_path: Path) -> None:
    one, copy = tmp_path / "mijn.json", tmp_path / "mijn.oud"
    journal = Journal.open(find_places(one))
    journal.add(Kind.NOTE, "eerste")
    shutil.copy(one, copy)
    for each in (one, copy):
        filled(each)
    conflicts = [tmp_path / name for name in ("mijn-PC.json", "mijn.json.conflict1", "mijn.oud.conflict1")]
    for each in conflicts:
        shutil.copy(one, each)
    assert find_copies(find_places(one), journal.id) == tuple(conflicts[:2])
    assert find_copies(find_places(copy), journal.id) == (conflicts[2],)


@pytest.mark.parametrize("neighbour", ["mijn.bak", "mijn.json"])
@pytest.mark.parametrize("kept", [True, False])
async def test_backups_are_found_and_wiped_when_a_neighbour_comes_and_goes(
    capsys: pytest.CaptureFixture[str], answer: Callable[[str], None], tmp_path: Path, neighbour: str, kept: bool
) -> None:
    one, other = tmp_path / "mijn.oud", tmp_path / neighbour
    doomed = Journal.open(find_places(one)).add(Kind.NOTE, "geheim").id
    (tmp_path / "mijn.concepten").mkdir()
    if kept:
        filled(one)
    elsewhere = tmp_path / "elders" / neighbour
    Journal.open(find_places(elsewhere)).add(Kind.NOTE, "van een ander")
    shutil.copy(elsewhere, other)
    async with running(find_places(one)) as app:
        app.app.exit()
    made = set(tmp_path.rglob("*-dag.oud"))
    assert made and {each.path for each in Backups(find_places(one)).list()} == made
    other.unlink()
    assert {each.path for each in Backups(find_places(one)).list()} == made
    answer("wissen")
    assert run(capsys, "wissen", "--journal", str(one), "--id", doomed)[0] == 0
    assert not [each for each in tmp_path.rglob("*") if each.is_file() and b"geheim" in each.read_bytes()]
    answer("alles wissen")
    assert run(capsys, "wissen", "--journal", str(one))[0] == 0
    assert not [each for each in tmp_path.glob("mijn*") if each.suffix != ".concepten"]


@pytest.mark.parametrize("name", ["mijn.json", "mijn.oud"])
def test_a_conflict_copy_with_an_ending_of_its_own_is_one_beside_the_backups_too(tmp_path: Path, name: str) -> None:
    path, conflict = tmp_path / name, tmp_path / f"{name}_1"
    (tmp_path / "mijn.reservekopieen").mkdir()
    journal = Journal.open(find_places(path))
    journal.add(Kind.NOTE, "eerste")
    there = filled(path)
    assert there.backups == tmp_path / "mijn.reservekopieen"
    shutil.copy(path, conflict)
    assert find_copies(there, journal.id) == (conflict,)


@pytest.mark.parametrize("name", ["mijn.json[1]", "mijn.**", "mijn.?", "mijn"])
def test_backups_are_found_whatever_the_ending_is(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    Journal.open(find_places(path)).add(Kind.NOTE, "eerste")
    there = filled(path)
    (backup,) = Backups(there).list()
    assert waiting(there).count(backup.path) == 1
    assert Backups(there).rotate() is None


@pytest.mark.parametrize("name", ["mijn.json", "mijn.JSON"])
def test_what_is_called_json_keeps_its_folders(tmp_path: Path, name: str) -> None:
    assert find_places(tmp_path / name).inbox == tmp_path / "mijn.inbox"


def test_a_file_of_something_else_has_no_folders_of_before(tmp_path: Path) -> None:
    path = tmp_path / "mijn.oud"
    Journal.open(find_places(path)).add(Kind.NOTE, "eerste")
    (tmp_path / "mijn.inbox").mkdir()
    assert find_places(path).inbox == tmp_path / "mijn.inbox"
    (tmp_path / "mijn.pdf").write_bytes(b"%PDF-1.7")
    assert find_places(path).inbox == tmp_path / "mijn.inbox"
    shutil.copy(path, tmp_path / "mijn.txt")
    assert find_places(path).inbox == tmp_path / "mijn.oud.inbox"


def test_a_file_of_something_else_does_not_keep_a_draft_from_a_journal_that_was_renamed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path, now = tmp_path / "mijn.oud", tmp_path / "verhuisd.oud"
    Journal.open(find_places(path)).add(Kind.NOTE, "eerste")
    (tmp_path / "mijn.concepten").mkdir()
    Drafts.of(find_places(path)).put(Draft(key="x", text="half af", kind=Kind.NOTE, at=AT))
    path.rename(now)
    (tmp_path / "mijn.pdf").write_bytes(b"%PDF-1.7")
    run(capsys, "zoek", "eerste", "--journal", str(now))
    assert [each.text for each in Drafts.of(find_places(now)).all()] == ["half af"]
