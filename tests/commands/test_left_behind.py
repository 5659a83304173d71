"""Drafts and notes follow a journal whose file got another name or place, once, and are wiped with it."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from support.command_line import run
from support.crossing import crossed
from support.driver import running

from goedwerk_tui.base.places import Places, SetBy, find_places
from goedwerk_tui.base.settings import Whereabouts, write_settings
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.journal.drafts import Drafts
from goedwerk_tui.journal.erasure import wipe, wipe_everything
from goedwerk_tui.journal.inbox import leave_note
from goedwerk_tui.journal.maintenance import take_care
from goedwerk_tui.tui.autosave.core import draft_of_text


def _files_with(word: str, folder: Path) -> list[Path]:
    return [each for each in folder.rglob("*") if each.is_file() and word.encode() in each.read_bytes()]


def _own(places: Places, journal: Path) -> Places:
    write_settings(places.settings, Whereabouts(journal=str(journal)))
    return find_places()


def _named(_: Places, journal: Path) -> Places:
    return find_places(journal)


def _beginning(places: Places) -> Places:
    """Return the places of a journal that the settings name, as a new one may begin there."""
    return replace(places, journal_set_by=SetBy.COMMAND)


async def _begun(places: Places) -> None:
    """Keep one piece, leave a note, and end while something is being typed."""
    Journal.open(_beginning(places)).add(Kind.NOTE, "iets anders")
    async with running(places) as app:
        await app.press("n")
        await app.write("half getypt")
        app.app.keep_now()
        app.app.exit()
    leave_note(places, "snelle notitie")


Chosen = Callable[[Places, Path], Places]
RENAMED = [("mijn.json", "ander.json"), ("mijn.json", "dagboek.json"), ("dagboek.json", "mijn.json")]


@pytest.fixture
async def renamed(request: pytest.FixtureRequest, places: Places, tmp_path: Path) -> tuple[Places, Places]:
    """Places in which something waits, and those that the journal has from then on; with its backups and without."""
    chosen, (before, after), kept = request.param
    folder = tmp_path / "map"
    folder.mkdir()
    old = chosen(places, folder / before)
    await _begun(old)
    if not kept:
        shutil.rmtree(old.backups_beside)
    old.journal.rename(folder / after)
    return old, chosen(places, folder / after)


EACH_RENAMING = pytest.mark.parametrize(
    "renamed", crossed((_own, _named), RENAMED, (0, 1), together=True), indirect=True
)


@EACH_RENAMING
async def test_after_a_renaming_by_hand_drafts_and_notes_are_there_once(renamed: tuple[Places, Places]) -> None:
    old, new = renamed
    for _ in range(2):
        async with running(new) as app:
            assert "Er staat iets klaar" in app.text
            await app.press("c")
            assert "half getypt" in app.text
            app.app.exit()
    assert [each.text for each in Journal.open(new).newest_first()].count("snelle notitie") == 1
    assert not old.drafts.exists() and not old.inbox.exists()


@EACH_RENAMING
async def test_after_a_renaming_by_hand_all_is_wiped_at_once(
    capsys: pytest.CaptureFixture[str], answer: Callable[[str], None], renamed: tuple[Places, Places], tmp_path: Path
) -> None:
    answer("alles wissen")
    code, out, _ = run(capsys, "wissen", "--journal", str(renamed[1].journal))
    assert code == 0 and "Gewist" in out
    assert [each for word in ("half getypt", "snelle", "iets anders") for each in _files_with(word, tmp_path)] == []
    assert list((tmp_path / "map").iterdir()) == []


@pytest.mark.parametrize("chosen", [_own, _named])
async def test_a_command_that_reads_finds_a_note_of_before_the_renaming(
    capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path, chosen: Chosen
) -> None:
    folder = tmp_path / "map"
    old = chosen(places, folder / "mijn.json")
    Journal.open(_beginning(old)).add(Kind.NOTE, "iets anders")
    leave_note(old, "snelle notitie")
    old.journal.rename(folder / "ander.json")
    new = chosen(places, folder / "ander.json")
    for _ in range(2):
        assert run(capsys, "zoek", "snelle", "--journal", str(new.journal))[1].count("snelle notitie") == 1
    assert not old.inbox.exists()


@pytest.mark.parametrize("neighbour", ["there", "moved away", "never there"])
async def test_what_waits_for_another_journal_in_the_folder_stays(
    places: Places, tmp_path: Path, neighbour: str
) -> None:
    folder = tmp_path / "map"
    folder.mkdir()
    theirs = find_places(folder / "buur.json")
    if neighbour == "never there":
        leave_note(theirs, "van de buur")
    else:
        await _begun(theirs)
        shutil.rmtree(theirs.backups_beside)
    if neighbour == "moved away":
        theirs.journal.rename(tmp_path / "elders.json")
    waits = {each: each.read_bytes() for f in (theirs.drafts, theirs.inbox) for each in f.glob("*.json")}
    assert waits
    mine = _own(places, folder / "mijn.json")
    Journal.open(_beginning(mine)).add(Kind.NOTE, "van mij")
    for name in ("mijn.json", "ander.json"):
        mine.journal.rename(folder / name)
        mine = _own(places, folder / name)
        take_care(Journal.open(mine))
        assert [each.text for each in Journal.open(mine).newest_first()] == ["van mij"]
        assert Drafts.of(mine).all() == ()
    wipe_everything(mine, journal_id=Journal.open(mine).id)
    assert _files_with("van mij", tmp_path) == []
    assert {each: each.read_bytes() for each in waits} == waits


async def test_what_stayed_under_a_name_that_another_journal_has_now_comes_along(
    places: Places, tmp_path: Path
) -> None:
    folder = tmp_path / "map"
    folder.mkdir()
    old = _own(places, folder / "mijn.json")
    await _begun(old)
    old.journal.rename(folder / "ander.json")
    Journal.open(find_places(folder / "buur.json")).add(Kind.NOTE, "van de buur")
    (folder / "buur.json").rename(old.journal)
    new = _own(places, folder / "ander.json")
    take_care(Journal.open(new))
    assert [each.text for each in Drafts.of(new).all()] == ["half getypt"]
    assert "snelle notitie" in {each.text for each in Journal.open(new).newest_first()}


@pytest.mark.parametrize("name", ["mijn.json", "ander.json", "dagboek.json"])
async def test_after_a_move_by_hand_drafts_and_notes_come_along(places: Places, tmp_path: Path, name: str) -> None:
    await _begun(places)
    (tmp_path / "een").mkdir()
    (tmp_path / "twee").mkdir()
    places.journal.rename(tmp_path / "een" / "mijn.json")
    first = _own(places, tmp_path / "een" / "mijn.json")
    take_care(Journal.open(first))
    leave_note(first, "nog een notitie")
    first.journal.rename(tmp_path / "twee" / name)
    second = _own(places, tmp_path / "twee" / name)
    take_care(Journal.open(second))
    texts = [each.text for each in Journal.open(second).newest_first()]
    assert texts.count("snelle notitie") == texts.count("nog een notitie") == 1
    assert [each.text for each in Drafts.of(second).all()] == ["half getypt"]
    assert not first.inbox.exists() and not first.drafts.exists()


@pytest.mark.parametrize("where", ["a link that got another name", "a folder behind a link"])
async def test_by_links_too(places: Places, tmp_path: Path, where: str) -> None:
    folder = tmp_path / "map"
    folder.mkdir()
    seen = folder
    if where == "a folder behind a link":
        seen = tmp_path / "weg"
        seen.symlink_to(folder)
    old = _own(places, seen / "mijn.json")
    if where == "a link that got another name":
        (tmp_path / "echt").mkdir()
        Journal.open(find_places(tmp_path / "echt" / "dagboek.json")).add(Kind.NOTE, "eerste")
        old.journal.symlink_to(tmp_path / "echt" / "dagboek.json")
    await _begun(old)
    old.journal.rename(seen / "ander.json")
    new = _own(places, seen / "ander.json")
    take_care(Journal.open(new))
    assert [each.text for each in Drafts.of(new).all()] == ["half getypt"]
    assert "snelle notitie" in {each.text for each in Journal.open(new).newest_first()}


@pytest.mark.parametrize("backups", [True, False])
async def test_what_does_not_say_of_which_journal_it_is_comes_along_where_backups_tell(
    places: Places, tmp_path: Path, backups: bool
) -> None:
    folder = tmp_path / "map"
    folder.mkdir()
    old = _own(places, folder / "mijn.json")
    await _begun(old)
    for path in (*old.drafts.glob("*.json"), *old.inbox.glob("*.json")):
        found = json.loads(path.read_bytes())
        del found["journal"]
        path.write_text(json.dumps(found), "utf-8")
    if not backups:
        shutil.rmtree(old.backups_beside)
    old.journal.rename(folder / "ander.json")
    new = _own(places, folder / "ander.json")
    take_care(Journal.open(new))
    assert [each.text for each in Drafts.of(new).all()] == (["half getypt"] if backups else [])
    assert ("snelle notitie" in {each.text for each in Journal.open(new).newest_first()}) == backups


def test_a_draft_left_behind_of_a_piece_that_is_wiped_by_a_command_does_not_come_back(
    capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path, answer: Callable[[str], None]
) -> None:
    folder = tmp_path / "map"
    old = _own(places, folder / "mijn.json")
    journal = Journal.open(_beginning(old))
    entry = journal.add(Kind.NOTE, "geheimwoord")
    journal.add(Kind.NOTE, "blijft")
    Drafts.of(old).put(draft_of_text(entry.id, "geheimwoord verder", entry, None, Kind.NOTE))
    old.journal.rename(folder / "ander.json")
    new = _own(places, folder / "ander.json")
    answer("wissen")
    assert run(capsys, "wissen", "--id", entry.id)[0] == 0
    take_care(Journal.open(new))
    assert _files_with("geheimwoord", tmp_path) == []
    assert [each.text for each in Journal.open(new).newest_first()] == ["blijft"]


def test_what_was_left_half_written_under_the_name_of_before_is_wiped_and_what_can_not_be_read_is_named(
    capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path, answer: Callable[[str], None]
) -> None:
    folder = tmp_path / "map"
    old = _own(places, folder / "mijn.json")
    Journal.open(_beginning(old)).add(Kind.NOTE, "iets anders")
    take_care(Journal.open(old))
    leave_note(old, "snelle notitie")
    old.drafts.mkdir()
    half = old.drafts / ".a.json.0123456789ab.goedwerk-tmp"
    half.write_text("half geschreven")
    (old.drafts / "a.json").write_text("kapot concept")
    old.journal.rename(folder / "ander.json")
    _own(places, folder / "ander.json")
    answer("alles wissen")
    code, out, _ = run(capsys, "wissen")
    assert code == 1 and str(old.drafts / "a.json") in out
    assert [each for each in folder.rglob("*") if each.is_file()] == [old.drafts / "a.json"]


async def test_what_is_typed_after_a_renaming_under_an_open_window_comes_along(places: Places, tmp_path: Path) -> None:
    folder = tmp_path / "map"
    folder.mkdir()
    old = _own(places, folder / "mijn.json")
    Journal.open(_beginning(old)).add(Kind.NOTE, "iets anders")
    async with running(old) as app:
        old.journal.rename(folder / "ander.json")
        shutil.rmtree(old.backups_beside)
        await app.press("n")
        await app.write("half getypt")
        app.app.keep_now()
        app.app.exit()
    shutil.rmtree(old.backups_beside, ignore_errors=True)
    old.journal.unlink(missing_ok=True)
    new = _own(places, folder / "ander.json")
    take_care(Journal.open(new))
    assert [each.text for each in Drafts.of(new).all()] == ["half getypt"]


@pytest.mark.parametrize(
    ("first", "wiped", "names"), crossed([0, 1], [False, True], [("een.json", "twee.json"), ("een.json", "een.oud")])
)
async def test_two_journals_that_swap_names_each_keep_what_waits_for_them(
    places: Places, tmp_path: Path, first: int, wiped: bool, names: tuple[str, str]
) -> None:
    folder = tmp_path / "map"
    folder.mkdir()
    for name in names:
        there = find_places(folder / name)
        Journal.open(there).add(Kind.NOTE, f"stuk van {name}")
        async with running(there) as app:
            await app.press("n")
            await app.write(f"half van {name}")
            app.app.keep_now()
            app.app.exit()
        leave_note(there, f"notitie voor {name}")
        shutil.rmtree(there.backups_beside)
    (folder / names[0]).rename(folder / "even.json")
    (folder / names[1]).rename(folder / names[0])
    (folder / "even.json").rename(folder / names[1])
    for was in (names[first], names[1 - first]):
        there = find_places(folder / names[1 - names.index(was)])
        async with running(there) as app:
            await app.press("c")
            assert f"half van {was}" in app.text
            await app.write(" en verder")
            app.app.keep_now()
            app.app.exit()
        entries = Journal.open(there, read_only=True).newest_first()
        assert {each.text for each in entries} == {f"stuk van {was}", f"notitie voor {was}"}
        if wiped:
            wipe_everything(there, journal_id=Journal.open(there, read_only=True).id)
            assert _files_with(was, tmp_path) == []


@pytest.mark.parametrize("seen", [True, False])
def test_a_draft_left_behind_of_a_piece_that_another_machine_wiped_keeps_what_nobody_saw(
    capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path, seen: bool
) -> None:
    folder = tmp_path / "map"
    old = _own(places, folder / "mijn.json")
    journal = Journal.open(_beginning(old))
    entry = journal.add(Kind.NOTE, "geheimwoord")
    journal.add(Kind.NOTE, "blijft")
    there = find_places(tmp_path / "stick" / "kopie.json")
    there.journal.parent.mkdir()
    shutil.copy(old.journal, there.journal)
    Drafts.of(old).put(draft_of_text(entry.id, "geheimwoord verder", entry, None, Kind.NOTE))
    if seen:
        shutil.copytree(old.drafts, there.drafts)
    wipe(Journal.open(there), [entry.id])
    old.journal.rename(folder / "ander.json")
    new = _own(places, folder / "ander.json")
    assert run(capsys, "samenvoegen", str(there.journal))[0] == 0
    take_care(Journal.open(new))
    assert _files_with("geheimwoord", tmp_path) == []
    texts = {each.text for each in Journal.open(new).newest_first()}
    assert texts == ({"blijft"} if seen else {"blijft", "verder"})


@pytest.mark.parametrize("first", ["thuis/mijn.json", "een/mijn.json", "een/dagboek.json"])
@pytest.mark.parametrize("opened", [True, False])
def test_what_waits_is_found_after_a_wipe_and_a_second_move(
    places: Places, tmp_path: Path, first: str, opened: bool
) -> None:
    Journal.open(places).add(Kind.NOTE, "blijft")
    (tmp_path / "een").mkdir()
    (tmp_path / "twee").mkdir()
    places.journal.rename(tmp_path / first)
    there = _own(places, tmp_path / first)
    if opened:
        take_care(Journal.open(there))
        journal = Journal.open(there)
        wipe(journal, [journal.add(Kind.NOTE, "even").id])
        Drafts.of(there).put(draft_of_text("notitie", "half getypt", None, None, Kind.NOTE))
    leave_note(there, "snelle notitie")
    there.journal.rename(tmp_path / "twee" / "ander.json")
    new = _own(places, tmp_path / "twee" / "ander.json")
    take_care(Journal.open(new))
    assert {each.text for each in Journal.open(new).newest_first()} == {"blijft", "snelle notitie"}
    assert [each.text for each in Drafts.of(new).all()] == (["half getypt"] if opened else [])
