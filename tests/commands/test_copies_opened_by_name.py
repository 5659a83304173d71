"""Whoever tries something out in a copy beside the journal leaves the journal itself alone, and the other way round."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support.command_line import run
from support.crossing import crossed
from support.driver import running

from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.base.settings import Whereabouts, write_settings
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.journal.inbox import leave_note

NAMES = ["kopie.json", "dagboek-PC.json", "dagboek (2).json", "dagboek kopie.json", "oud-dagboek.json"]
OWN = ["dagboek.json", "dagboek-PC.json", "dagboek.json in de instellingen"]


async def _opened(places: Places) -> str:
    """Open the app and close it; returns what it said."""
    async with running(places) as app:
        said = app.said
        app.app.exit()
    return said


def _with(word: str, folder: Path) -> list[str]:
    found = (each for each in folder.rglob("*") if each.is_file() and word.encode() in each.read_bytes())
    return sorted(str(each.relative_to(folder)) for each in found)


@pytest.fixture
async def own(request: pytest.FixtureRequest, places: Places) -> Places:
    """The journal that opens by itself, in its usual place or in one that the settings name."""
    name = request.param.split()[0]
    if request.param != "dagboek.json":
        places.config.mkdir(parents=True)
        write_settings(places.settings, Whereabouts(journal=str(places.config / name)))
    there = find_places()
    Journal.open(find_places(there.journal)).add(Kind.NOTE, "eerste")
    await _opened(there)
    return there


@pytest.fixture
async def copy(request: pytest.FixtureRequest, own: Places) -> Places:
    """A copy of before the last piece, put back beside the journal."""
    if request.param == own.journal.name:
        pytest.skip("that is the journal itself")
    aside = own.journal.parent.parent / "bewaard.json"
    shutil.copy(own.journal, aside)
    Journal.open(own).add(Kind.NOTE, "tweede")
    shutil.move(aside, own.journal.with_name(request.param))
    return find_places(own.journal.with_name(request.param))


IN_TURN = pytest.mark.parametrize(("own", "copy"), crossed(OWN, NAMES), indirect=True)


@IN_TURN
async def test_opening_a_copy_leaves_the_journal_and_wiping_it_wipes_only_the_copy(
    capsys: pytest.CaptureFixture[str], answer: Callable[[str], None], own: Places, copy: Places
) -> None:
    before = own.journal.read_bytes()
    leave_note(own, "wacht op het dagboek")
    assert "Naast je dagboek" not in await _opened(copy)
    assert own.journal.read_bytes() == before
    answer("alles wissen")
    code, out, _ = run(capsys, "wissen", "--journal", str(copy.journal))
    assert code == 0 and own.journal.name not in out.replace(copy.journal.name, "")
    assert own.journal.read_bytes() == before and not list(own.journal.parent.glob(f"{copy.journal.stem}*"))
    assert _with("wacht op", own.inbox)
    await _opened(own)
    assert {each.text for each in Journal.open(own).newest_first()} == {"eerste", "tweede", "wacht op het dagboek"}


@IN_TURN
async def test_wiping_a_piece_in_a_copy_leaves_it_in_the_journal_and_its_backups(
    capsys: pytest.CaptureFixture[str], answer: Callable[[str], None], own: Places, copy: Places
) -> None:
    (piece,) = (each for each in Journal.open(own).newest_first() if each.text == "eerste")
    held = [each for each in _with("eerste", own.journal.parent) if not each.startswith(copy.journal.stem + ".")]
    answer("wissen")
    assert run(capsys, "wissen", "--journal", str(copy.journal), "--id", piece.id)[0] == 0
    assert _with("eerste", own.journal.parent) == held
    await _opened(own)
    assert {each.text for each in Journal.open(own).newest_first()} == {"eerste", "tweede"}


@IN_TURN
async def test_what_was_tried_out_in_a_copy_stays_there_is_told_and_goes_with_everything(
    capsys: pytest.CaptureFixture[str], answer: Callable[[str], None], own: Places, copy: Places
) -> None:
    await _opened(copy)
    Journal.open(copy).add(Kind.NOTE, "probeersel")
    assert f"In ‘{copy.journal}’ staat dit dagboek ook" in await _opened(own)
    assert {each.text for each in Journal.open(own).newest_first()} == {"eerste", "tweede"}
    assert copy.journal.exists()
    answer("alles wissen")
    code, out, _ = run(capsys, "wissen")
    assert code == 0 and str(copy.journal) in out
    assert [each for each in own.journal.parent.rglob("*") if each.is_file()] == []


@IN_TURN
async def test_merging_the_journal_into_a_copy_leaves_it_where_it_is(
    capsys: pytest.CaptureFixture[str], own: Places, copy: Places
) -> None:
    before = own.journal.read_bytes()
    assert run(capsys, "samenvoegen", "--journal", str(copy.journal), str(own.journal))[0] == 0
    assert own.journal.read_bytes() == before
    assert {each.text for each in Journal.open(copy).newest_first()} == {"eerste", "tweede"}


@pytest.mark.parametrize("first", ["the journal", "the copy"])
async def test_each_takes_up_the_conflict_copies_that_bear_its_name(places: Places, first: str) -> None:
    Journal.open(places).add(Kind.NOTE, "eerste")
    copy = find_places(places.journal.with_name("kopie.json"))
    shutil.copy(places.journal, copy.journal)
    await _opened(copy)
    for there, name in ((places, "dagboek (2).json"), (copy, "kopie (2).json")):
        conflict = there.journal.with_name(name)
        elsewhere = find_places(places.journal.parent.parent / "ander" / name)
        elsewhere.journal.parent.mkdir(exist_ok=True)
        shutil.copy(there.journal, elsewhere.journal)
        journal = Journal.open(elsewhere)
        journal.add(Kind.NOTE, name)
        journal.close()
        elsewhere.journal.rename(conflict)
    for there in (places, copy) if first == "the journal" else (copy, places):
        assert "Naast je dagboek stond een kopie" in await _opened(there)
    assert {each.text for each in Journal.open(places).newest_first()} == {"eerste", "dagboek (2).json"}
    assert {each.text for each in Journal.open(copy).newest_first()} == {"eerste", "kopie (2).json"}


async def test_a_journal_of_another_home_beside_a_copy_is_left_alone(
    places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOEDWERK_HOME", str(tmp_path / "ander"))
    theirs = find_places()
    Journal.open(theirs).add(Kind.NOTE, "eerste")
    leave_note(theirs, "wacht")
    monkeypatch.setenv("GOEDWERK_HOME", str(places.config))
    copy = find_places(theirs.journal.with_name("kopie.json"))
    shutil.copy(theirs.journal, copy.journal)
    before = theirs.journal.read_bytes()
    await _opened(copy)
    assert theirs.journal.read_bytes() == before and _with("wacht", theirs.inbox)
