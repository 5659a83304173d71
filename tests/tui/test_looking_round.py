"""Looking round: an example of an invented colleague, beginning with what was typed, and being asked at the end."""

import errno
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.driver import SMALL, WIDE, Driver, running

from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.example_journal import example, example_journal
from goedwerk_tui.journal import Journal, Mark
from goedwerk_tui.programme import Pack

OWN = "dit typte ik zelf"


async def write_a_note(app: Driver) -> None:
    await app.press("n")
    await app.paste(OWN)
    await app.press("escape")


def test_all_of_the_example_has_its_place_in_the_programme(pack: Pack) -> None:
    journal = example_journal(pack)
    texts = [entry.text for entry in journal.newest_first()]
    for written in example().written:
        assert not written.text or written.text in texts
        assert not written.step or journal.progress[written.step]
    assert len(journal.marked(Mark.BRING)) == 2
    assert {len(each.digits) for each in example().written if each.digits} == {len(pack.statements())}


@pytest.mark.parametrize("day", range(23, 30))
def test_the_colleague_writes_on_working_days(pack: Pack, day: int) -> None:
    entries = example_journal(pack, lambda: datetime(2026, 11, day, 10, tzinfo=UTC)).newest_first()
    assert {entry.created.weekday() for entry in entries} <= set(range(5))
    assert max(entry.created for entry in entries) < datetime(2026, 11, day, 10, tzinfo=UTC)


async def test_the_example_stands_among_the_keys_from_the_first_screen(places: Places) -> None:
    async with running(places, size=WIDE, looking_round=True) as app:
        assert "z voorbeeld" in app.text.splitlines()[-1]


async def test_an_example_fills_the_places_and_is_told_to_be_one(places: Places, home: Path) -> None:
    async with running(places, size=WIDE, looking_round=True) as app:
        await write_a_note(app)
        await app.press("1")
        assert "Bekijk het dagboek van een verzonnen collega" in app.text
        await app.press("z")
        app.app.clear_notifications()
        assert "voorbeeld, verzonnen" in app.text
        assert "markt" in app.words and OWN not in app.text
        for place, shown in (("4", "Beelden"), ("5", "Wat mag mee? 2 van"), ("3", "Dagboek ·")):
            await app.press(place)
            assert "voorbeeld, verzonnen" in app.text and shown in app.words
        await app.press("5", "enter", "s")
        assert "daar komt geen bestand van" in app.said
        await app.press("escape", "z")
        assert OWN in app.text and "er wordt niets bewaard" in app.text
        assert "markt" not in app.words
    assert not home.exists()


async def test_beginning_keeps_what_was_typed_and_nothing_of_the_example(places: Places) -> None:
    async with running(places, looking_round=True) as app:
        await write_a_note(app)
        await app.press("3", "z", "1", "b")
        assert f"in {places.journal}" in app.said
        assert "er wordt niets bewaard" not in app.text
        await app.press("n")
        await app.paste("en dit daarna")
        await app.press("escape")
    kept = Journal.open(places, read_only=True)
    assert {entry.text for entry in kept.newest_first()} == {OWN, "en dit daarna"}
    assert kept.meetings == ()


async def test_beginning_is_tried_again_after_a_disk_was_full(
    places: Places, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    async with running(places, looking_round=True) as app:
        await write_a_note(app)
        with monkeypatch.context() as patched:
            patched.setattr(Path, "replace", full)
            await app.press("1", "b")
        assert "schijf is vol" in app.said and "er wordt niets bewaard" in app.text
        assert [each for each in home.rglob("*") if each.is_file()] == []
        app.forget_what_was_said()
        await app.press("b")
        assert f"in {places.journal}" in app.said
        assert "er wordt niets bewaard" not in app.text
    assert [each.text for each in Journal.open(places, read_only=True).newest_first()] == [OWN]


async def test_leaving_asks_only_when_something_was_typed(places: Places, home: Path) -> None:
    async with running(places, size=SMALL, looking_round=True) as app:
        await app.press("3", "z", "ctrl+q")
        assert not app.app.is_running
    async with running(places, size=SMALL, looking_round=True) as app:
        await write_a_note(app)
        await app.press("ctrl+q")
        assert "Als je nu stopt, is het weg" in app.words
        await app.press("escape")
        assert app.app.is_running
        await app.press("ctrl+q", "down", "down", "enter")
        assert not app.app.is_running
    assert not home.exists()
    async with running(places, size=SMALL, looking_round=True) as app:
        await write_a_note(app)
        await app.press("ctrl+q", "down", "enter")
        assert not app.app.is_running
    assert [each.text for each in Journal.open(places, read_only=True).newest_first()] == [OWN]


@pytest.mark.parametrize("window", [(), ("f1",)], ids=["screen", "window"])
async def test_whoever_stays_goes_on_where_they_were(places: Places, window: tuple[str, ...]) -> None:
    async with running(places, size=SMALL, looking_round=True) as app:
        await app.press("3", *window)
        await app.write("dit typte ik")
        before = app.text
        await app.press("ctrl+q")
        assert "Als je nu stopt, is het weg" in app.words
        await app.press("escape")
        assert app.text == before
        await app.write(" zelf")
        await app.press("ctrl+q", "down", "enter")
        assert not app.app.is_running and app.app.return_value is None
    assert [each.text for each in Journal.open(places, read_only=True).newest_first()] == [OWN]


async def test_nothing_is_promised_of_what_is_held_to_whoever_keeps_nothing(places: Places, home: Path) -> None:
    async with running(places, size=SMALL, looking_round=True) as app:
        await app.press("3")
        await app.write(OWN)
        await app.press("ctrl+q", "down", "down", "enter")
        assert not app.app.is_running and app.app.return_value is None
    assert not home.exists()


async def test_whoever_has_a_journal_can_not_begin_another(places: Places) -> None:
    Journal.open(places).set_position("een-stoel-erbij", "")
    before = places.journal.read_bytes()
    async with running(places, looking_round=True) as app:
        assert "Begin hiermee" not in app.text
        await write_a_note(app)
        await app.press("1", "b", "ctrl+q")
        assert "Begin hiermee" not in app.text
        await app.press("down", "enter")
    assert places.journal.read_bytes() == before
