"""The journal and its backups on other disks: remembered, missing, and back again."""

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.driver import TINY, Driver, running

from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.base.settings import Whereabouts, write_settings
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.journal.backup import Why
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.drafts import Drafts

YESTERDAY = datetime(2026, 11, 23, 9, 5, tzinfo=UTC)


def texts(places: Places) -> set[str]:
    return {each.text for each in Journal.open(places, read_only=True).newest_first()}


async def answer(app: Driver, words: str, expected: str) -> None:
    """Answer with a name in the place of the one that is proposed, and wait for what is said of it."""
    await app.press("ctrl+a", "ctrl+k")
    await app.paste(words)
    await app.press("enter")
    for _ in range(200):
        if expected in app.said or expected in app.words:
            return
        await app.pause(0.02)
    raise AssertionError(f"‘{expected}’ did not appear:\n{app.said}\n{app.text}")


async def write_note(app: Driver, text: str) -> None:
    await app.press("n")
    await app.write(text)
    await app.press("escape")


@pytest.fixture
def stick(places: Places, tmp_path: Path) -> Path:
    """A journal on a stick, as the settings say."""
    stick = tmp_path / "stick"
    stick.mkdir()
    write_settings(places.settings, Whereabouts(journal=str(stick / "dagboek.json")))
    Journal.open(find_places(stick / "dagboek.json")).add(Kind.NOTE, "op de stick")
    return stick


async def test_another_place_is_remembered_and_opens_the_next_time(places: Places, tmp_path: Path) -> None:
    Journal.open(places).add(Kind.NOTE, "van thuis")
    elsewhere = tmp_path / "elders.json"
    async with running(places) as app:
        await app.choose("andere plek bewaren")
        await answer(app, str(places.journal.with_name("ernaast.json")), "In die map staat je dagboek al")
        await answer(app, str(elsewhere), "voortaan het nieuwe opent?")
        await app.press("enter")
        await write_note(app, "van elders")
    before = places.journal.read_bytes()
    async with running(find_places()) as app:
        await app.press("3")
        assert "van elders" in app.text
        await write_note(app, "en verder")
    assert texts(find_places(elsewhere)) == {"van thuis", "van elders", "en verder"}
    assert places.journal.read_bytes() == before


async def test_a_stick_that_is_not_there_is_named_and_nothing_is_begun(places: Places, stick: Path) -> None:
    away = stick.rename(stick.with_name("weg"))
    for size in ((80, 24), TINY):
        async with running(find_places(), size=size) as app:
            assert "Je dagboek gaat niet open" in app.text
            assert str(stick)[:20] in app.words
            if size == (80, 24):
                assert "staat nog waar het stond" in app.words
                assert "Zet alles terug" not in app.words
            await app.press("o")
            assert "Je dagboek gaat niet open" in app.text
            away.rename(stick)
            await app.press("o")
            await app.press("3")
            assert "op de stick" in app.text
        away = stick.rename(stick.with_name("weg"))
    assert not stick.exists()
    assert not places.journal.exists()


async def test_an_empty_folder_in_the_place_of_the_stick_gets_a_backup_only_when_asked(
    places: Places, stick: Path, tmp_path: Path
) -> None:
    own = find_places()
    Backups(own, clock=lambda: YESTERDAY).make(Why.DAY)
    shutil.copytree(own.backups, tmp_path / "kopie")
    (stick / "dagboek.json").unlink()
    async with running(own) as app:
        assert "Je dagboek gaat niet open" in app.text
        assert "De nieuwste reservekopie is van 23 november 2026, met 1 stuk" in app.words
        await app.press("escape")
    assert not (stick / "dagboek.json").exists()
    async with running(own) as app:
        await app.press("z")
        await app.press("3")
        assert "op de stick" in app.text


async def test_a_stick_that_is_taken_out_while_writing_gets_nothing_in_its_place(
    places: Places, stick: Path, tmp_path: Path
) -> None:
    shared = Path("/dev/shm")
    if not shared.is_dir() or shared.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("no second disk here")
    elsewhere = tmp_path / "mnt"
    elsewhere.mkdir()
    disk = shared / f"goedwerk-{os.getpid()}"
    shutil.move(stick, disk)
    stick.symlink_to(disk)
    try:
        async with running(find_places()) as app:
            await app.press("n")
            await app.write("eerst")
            await app.press("escape")
            stick.unlink()
            stick.symlink_to(elsewhere)
            await app.press("n")
            await app.write("daarna")
            await app.press("escape")
            assert "de map is er niet" in app.said
            assert list(elsewhere.iterdir()) == []
            stick.unlink()
            stick.symlink_to(disk)
            await app.press("escape")
        assert texts(find_places()) == {"op de stick", "eerst", "daarna"}
        assert Drafts(find_places().drafts).all() == ()
    finally:
        shutil.rmtree(disk)


async def test_another_folder_for_backups_gets_those_that_there_are(places: Places, tmp_path: Path) -> None:
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "een")
    Backups(places, clock=lambda: YESTERDAY).make(Why.BEFORE_MERGE)
    kept = tmp_path / "schijf" / "kopieen"
    async with running(places) as app:
        await app.choose("Reservekopieën op een andere")
        await answer(app, str(kept), "de map is er niet")
        kept.parent.mkdir()
        await answer(app, str(kept), "2 kopieën zijn verhuisd")
        await app.choose("Reservekopieën")
        assert "23 november 2026" in app.text
    assert not list(places.backups.glob("*"))
    own = find_places()
    assert {each.path.parent for each in Backups(own).list()} == {kept}
    assert len(Backups(own).list()) == 2


async def test_a_backup_disk_that_is_away_is_said_at_the_start_and_in_the_list(places: Places, tmp_path: Path) -> None:
    disk = tmp_path / "schijf"
    disk.mkdir()
    write_settings(places.settings, Whereabouts(backups=str(disk)))
    Journal.open(find_places()).add(Kind.NOTE, "een")
    disk.rmdir()
    async with running(find_places()) as app:
        assert f"De map ‘{disk}’ voor je reservekopieën is er niet" in app.said
        app.forget_what_was_said()
        await app.choose("Reservekopieën")
        assert "is er nu niet" in app.words and "van die dag · 1 stuk" in app.words
    disk.mkdir()
    async with running(find_places()) as app:
        assert app.said == ""
    assert [each.path.parent for each in Backups(find_places()).list()] == [disk]


async def test_settings_that_can_not_be_read_are_said_and_not_overwritten(places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "een")
    places.settings.write_text('{"theme": "licht",}')
    async with running(find_places()) as app:
        assert "kunnen niet worden gelezen" in app.said
        app.forget_what_was_said()
        await app.choose("Kleuren: donker")
        assert "Er is niets aan veranderd" in app.said
        await write_note(app, "en twee")
    assert places.settings.read_text() == '{"theme": "licht",}'
    assert texts(places) == {"een", "en twee"}


async def test_with_a_folder_of_backups_that_leads_to_itself_the_app_opens_and_says_where_they_are(
    places: Places, tmp_path: Path
) -> None:
    Journal.open(places).add(Kind.NOTE, "van thuis")
    loop = tmp_path / "kring"
    loop.symlink_to(loop)
    write_settings(places.settings, Whereabouts(backups=str(loop)))
    async with running(find_places()) as app:
        assert f"De map ‘{loop}’ voor je reservekopieën is er niet" in app.said
    assert Backups(find_places()).list()[0].path.parent == places.backups_beside
