"""‘Op deze dag’: titles until a key is pressed."""

from datetime import UTC, datetime, timedelta

import pytest
from support.driver import TINY, running

from goedwerk_tui.base.clock import local
from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.reminders.on_this_day import months_before
from goedwerk_tui.journal import Journal, Kind, Origin

pytestmark = pytest.mark.dated

ORIGIN = Origin("goed-werk", "opening", "taart", "a", "Opening", "Taart", "Wat zag je?")


def write_months_ago(places: Places, months: int, text: str) -> None:
    now = datetime.now(UTC)
    today = local(now).date()
    then = now - timedelta(days=(today - months_before(today, months)).days)
    Journal.open(places, clock=lambda: then).add(Kind.ANSWER, text, origin=ORIGIN)


async def test_titles_first(places: Places) -> None:
    write_months_ago(places, 12, "van vorig [jaar]")
    write_months_ago(places, 3, "van de zomer")
    async with running(places) as app:
        assert "Op deze dag: 2 stukken van eerder" in app.text
        await app.press("t")
        assert app.text.index("Drie maanden geleden") < app.text.index("Een jaar geleden")
        assert app.text.count("Opening › Taart") == 2
        assert "van vorig" not in app.text
        await app.press("down", "enter")
        assert "van vorig [jaar]" in app.text
        await app.press("escape", "escape")
        assert "Dagboek" in app.text
        assert "van vorig" not in app.text


async def test_nothing_then(places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "van nu")
    async with running(places, size=TINY) as app:
        assert "Op deze dag" not in app.text
        await app.choose("Op deze dag")
        assert "schreef je rond deze dag niets" in app.words
        await app.press("enter", "escape")
        assert "1 Thuis" in app.text
