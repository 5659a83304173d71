"""An exercise that is open on the screen while what it goes on from is wiped on another machine."""

import shutil
from pathlib import Path

import pytest
from support.driver import Driver, running
from textual.events import AppFocus

from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.journal.erasure import wipe
from goedwerk_tui.tui.routes import StepRoute
from goedwerk_tui.tui.screens.question import QuestionScreen


def _wipe_elsewhere(places: Places, tmp_path: Path) -> None:
    there = tmp_path / "andere machine" / "dagboek.json"
    there.parent.mkdir()
    shutil.copy(places.journal, there)
    journal = Journal.open(find_places(there))
    wipe(journal, [each.id for each in journal.newest_first() if "geheimwoord" in each.text])
    journal.close()
    there.replace(places.journal)


async def _finish(app: Driver) -> None:
    await app.press("ctrl+s")
    if isinstance(app.app.screen, QuestionScreen):
        await app.press("down", "enter")
    if app.app.screen.has_class("-afterwards") and app.app.screen.has_class("-doing"):
        await app.press("ctrl+s")


@pytest.mark.parametrize("ending", ["kept", "left", "cut"])
async def test_what_was_wiped_does_not_come_back_and_what_was_done_since_stays(
    places: Places, tmp_path: Path, home: Path, ending: str
) -> None:
    async with running(places) as app:
        await app.press("b")
        app.app.open(StepRoute("krachtenveld"))
        await app.settle()
        await app.press("enter", "ctrl+s")
        await app.paste("geheimwoord")
        await app.press("enter")
        await _finish(app)
        assert "Gemaakt op" in app.text
        await app.press("f3")
        assert "veld 1 van 1" in app.text
        await app.press("ctrl+s")
        await app.paste("omegawoord")
        await app.press("enter")
        _wipe_elsewhere(places, tmp_path)
        app.app.post_message(AppFocus())
        for _ in range(300):
            if "is gewist" in app.said:
                break
            await app.pause(0.02)
        await app.settle()
        assert "is gewist" in app.said and "omegawoord" in app.text and "geheimwoord" not in app.text
        await app.paste("deltawoord")
        await app.press("enter")
        if ending == "kept":
            await _finish(app)
        elif ending == "left":
            await app.press("escape", "escape")
        else:
            app.app.keep_now()
    held = [each for each in home.rglob("*") if each.is_file() and b"geheimwoord" in each.read_bytes()]
    assert held == []
    async with running(places) as app:
        app.app.open(StepRoute("krachtenveld"))
        await app.settle()
        assert "omegawoord" in app.text and "deltawoord" in app.text and "geheimwoord" not in app.text
    journal = Journal.open(places, read_only=True)
    assert len(list(journal.newest_first(kinds=[Kind.EXERCISE]))) == (1 if ending == "kept" else 0)
