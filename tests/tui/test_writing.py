"""A page to write on: what is kept of it, what is taken back, and what is pasted."""

import time
from pathlib import Path
from typing import Any

import pytest
from support.driver import WIDE, Driver, running

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Entry, Journal, Kind
from goedwerk_tui.journal.drafts import Drafts
from goedwerk_tui.tui.routes import WriteRoute


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


async def test_closing_twice_keeps_one_note(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody presses Esc again because a slow disk takes its time."""
    Journal.open(places).add(Kind.NOTE, "eerder")
    real = Journal.add

    def slow(self: Journal, kind: Kind, text: str, **more: Any) -> Entry:
        time.sleep(0.5)
        return real(self, kind, text, **more)

    async with running(places) as app:
        monkeypatch.setattr(Journal, "add", slow)
        await app.press("n")
        await app.paste("één keer")
        for _ in range(3):
            app.app.simulate_key("escape")
        await app.settle()
        assert "1 Thuis" in app.text
    assert [each.text for each in Journal.open(places, read_only=True).newest_first()] == ["één keer", "eerder"]


async def test_what_was_taken_back_is_not_offered_again(places: Places) -> None:
    """Somebody types, the draft is made, and they take it all back: there is nothing left to offer."""
    Journal.open(places).set_position("opening-eigen-voorbeeld", "")
    async with running(places) as app:
        await app.press("n")
        await app.paste("toch niet")
        app.app.keep_now()
        assert len(Drafts(places.drafts).all()) == 1
        await app.press("ctrl+u", "escape")
        assert "Er staat iets klaar" not in app.text
        await app.press("enter", "enter")
        assert "nog niets geschreven" in app.text
        await app.paste("toch niet")
        app.app.keep_now()
        assert len(Drafts(places.drafts).all()) == 1
        await app.press("ctrl+u", "escape", "escape")
        assert "Er staat iets klaar" not in app.text
    assert Drafts(places.drafts).all() == ()
    assert Journal.open(places, read_only=True).entries == {}


async def test_pasting_over_a_selection_replaces_it(places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "eerder")
    async with running(places) as app:
        await app.press("n")
        await app.paste("de eerste zin")
        await app.press("ctrl+shift+left", "ctrl+shift+left")
        await app.paste("tweede\nregel")
        await app.paste(", en verder")
        await app.press("escape")
    assert Journal.open(places, read_only=True).newest_first()[0].text == "de tweede\nregel, en verder"


async def test_a_second_page_doubles_nothing(places: Places) -> None:
    """Somebody who is writing a note asks for a new one with ctrl+p: the first is kept, and the second is empty."""
    Journal.open(places).add(Kind.NOTE, "eerder")
    async with running(places) as app:
        await app.press("n")
        await app.paste("eerste")
        app.app.keep_now()
        await app.press("ctrl+p")
        await app.paste("Nieuwe notitie")
        await app.pause(0.4)
        await app.press("enter")
        await app.paste("tweede")
        await app.press("escape", "escape")
        assert "1 Thuis" in app.text
    texts = {each.text for each in Journal.open(places, read_only=True).newest_first()}
    assert texts == {"eerder", "eerste", "tweede"}
    assert Drafts(places.drafts).all() == ()


async def test_a_page_that_is_opened_twice_is_one_page(places: Places) -> None:
    entry = Journal.open(places).add(Kind.NOTE, "eerder")
    async with running(places) as app:
        for _ in range(2):
            app.app.open(WriteRoute(entry=entry.id))
            await app.settle()
        await app.paste(" en later")
        await app.press("escape")
        assert "1 Thuis" in app.text
    assert Journal.open(places, read_only=True).entries[entry.id].text == "eerder en later"


def box(app: Driver) -> list[str]:
    """The lines of the box, with its frame."""
    lines = app.text.splitlines()
    top = next(number for number, each in enumerate(lines) if "Losse notitie" in each)
    foot = next(number for number, each in enumerate(lines) if "┗" in each)
    return lines[top : foot + 1]


async def test_in_a_wide_window_the_page_grows_with_what_is_written_and_nothing_jumps(places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "eerder")
    async with running(places, size=WIDE) as app:
        await app.press("n")
        assert len(box(app)) == 14
        for number in range(60):
            await app.write(f"regel {number}\n")
            held = box(app)
            # All of it stands there as long as there is room, and the line that is written after that.
            assert "regel 0 " in held[1] or len(held) == 43
            assert any(f"regel {number} " in each for each in held)
            assert len(held) == min(max(14, number + 4), 43)
        await app.press("ctrl+home")
        assert "regel 0 " in box(app)[1]
        await app.resize(80, 24)
        await app.resize(*WIDE)
        assert "regel 0 " in box(app)[1]


async def test_ctrl_n_is_done_with_a_note_as_esc_is(places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "begonnen")
    async with running(places) as app:
        await app.press("n")
        await app.paste("Els belde terug.")
        await app.press("ctrl+n")
        assert app.standing == "" and "Thuis" in app.text
    assert "Els belde terug." in [each.text for each in Journal.open(places, read_only=True).newest_first()]


@pytest.mark.parametrize("looking_round", [False, True])
async def test_whoever_keeps_as_elsewhere_is_told_that_it_goes_by_itself(places: Places, looking_round: bool) -> None:
    if not looking_round:
        Journal.open(places).add(Kind.NOTE, "begonnen")
    async with running(places, looking_round=looking_round) as app:
        await app.press("n")
        await app.paste("Els belde terug.")
        await app.press("ctrl+s")
        kept = (
            "Je kijkt rond: wat je typt wordt niet bewaard." if looking_round else "Wat je typt wordt vanzelf bewaard."
        )
        assert kept in app.words and app.standing == "Els belde terug."
