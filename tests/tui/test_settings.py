"""Instellingen: the present values on one page, changed at once; and what the palette finds."""

import json
import re

import pytest
from support.driver import SMALL, TINY, WIDE, running

from goedwerk_tui.base.places import Places
from goedwerk_tui.tui.keys import about_keys
from goedwerk_tui.tui.routes import PageName, PageRoute


@pytest.mark.parametrize("size", [SMALL, WIDE, TINY], ids=["small", "wide", "tiny"])
async def test_what_is_chosen_shows_at_once_and_is_there_the_next_time(places: Places, size: tuple[int, int]) -> None:
    async with running(places, size=size) as app:
        await app.press("b")
        await app.choose("instelling")
        assert "Kleuren" in app.text
        assert "Donker" in app.text
        await app.press("right")
        assert app.app.theme == "licht"
        assert "Licht" in app.text
        await app.press("left", "left")
        assert "Kleuren van je terminal" in app.words
        await app.go_to("Toetsen")
        assert "Enter" not in app.text.splitlines()[-1]
        await app.go_to("Cursor")
        await app.press("enter")
        assert "knippert" in app.text
    found = json.loads(places.settings.read_text())
    assert (found["theme"], found["cursor"]) == ("terminal", "knippert")
    async with running(places, size=size) as app:
        assert app.app.theme == "terminal"
        await app.press("n")
        assert getattr(app.app.focused, "cursor_blink", None) is True


async def test_what_is_edited_in_the_file_meanwhile_stays(places: Places) -> None:
    async with running(places) as app:
        await app.press("b")
        await app.choose("instelling")
        await app.press("right")
        edited = json.loads(places.settings.read_text()) | {"keys": {"mark": "b"}, "rhythm": "dag"}
        places.settings.write_text(json.dumps(edited))
        await app.press("right", "left")
    assert json.loads(places.settings.read_text()) == edited


async def test_it_says_where_everything_is(places: Places) -> None:
    async with running(places, size=WIDE) as app:
        await app.press("b")
        app.app.open(PageRoute(PageName.SETTINGS))
        await app.settle()
        await app.go_to("Dagboek")
        assert str(places.journal)[:40] in app.words.replace(" ", "") or str(places.journal)[:30] in app.words
        await app.go_to("Toetsen")
        named = re.findall(r'"(\S+)": "(\S+)"', app.words)
        assert named and about_keys(dict(named)) == []
        await app.go_to("Dagboek")
        await app.press("enter")
        assert "Naar welk nieuw bestand?" in app.text


async def test_the_palette_knows_other_words(places: Places) -> None:
    async with running(places) as app:
        await app.press("b", "escape")
        for words, found in (
            ("export", "Delen"),
            ("printen", "Delen"),
            ("instelling", "Instellingen"),
            ("thema", "Instellingen"),
            ("agenda", "Bijeenkomsten"),
            ("backup", "Reservekopieën"),
            ("back-up", "Reservekopieën"),
            ("afdrukken", "Delen"),
            ("handboek printen", "Handboek: Afdrukken"),
            ("xqz", "Zoek ‘xqz’ in het programma"),
        ):
            await app.press("ctrl+p")
            await app.paste(words)
            await app.pause(0.4)
            # The bar of places names some of them too.
            assert found in "\n".join(app.text.splitlines()[1:]), words
            assert "No matches" not in app.text, words
            await app.press("escape")


async def test_a_sentence_finds_what_lies_near_and_opens_it(places: Places) -> None:
    async with running(places, looking_round=True) as app:
        await app.press("ctrl+f")
        assert "waar zit je mee?" in app.text
        await app.paste("de vergunning is niet te lezen")
        await app.settle()
        assert "De vergunning op tafel" in app.text
        await app.press("enter", "enter")
        assert "De vergunning op tafel" in app.text.splitlines()[0]
        await app.press("escape")
        assert "In het programma" in app.text


async def test_looking_for_nothing_that_is_there_says_so(places: Places) -> None:
    async with running(places, looking_round=True) as app:
        await app.press("ctrl+f")
        await app.write("xqzw")
        await app.settle()
        assert "Niets gevonden" in app.text
        await app.press("escape")
        assert "1 Thuis" in app.text
