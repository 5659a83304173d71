"""A page that is closed while its words are still being kept."""

import time
from pathlib import Path

import pytest
from driving import running

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.journal.drafts import Drafts


async def test_a_page_closed_at_once_leaves_no_draft(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a slow disk the moment for a draft comes while the page is being closed."""
    Journal.open(places).add(Kind.NOTE, "eerder")
    real = Path.unlink

    def slow(self: Path, missing_ok: bool = False) -> None:
        if self.parent == places.drafts:
            time.sleep(1.2)
        real(self, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", slow)
    async with running(places) as app:
        await app.press("n")
        await app.write("kort")
        await app.press("escape")
        await app.pause(1.5)
        assert "1 Thuis" in app.text
    assert [each.text for each in Journal.open(places, read_only=True).newest_first()] == ["kort", "eerder"]
    assert Drafts(places.drafts).all() == ()
