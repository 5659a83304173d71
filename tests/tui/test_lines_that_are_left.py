"""A sentence on a line that is left by Esc was meant for something else: it is said to be gone, and comes back."""

from dataclasses import replace
from datetime import date

import pytest
from support.driver import running
from support.journals import begin
from textual.screen import Screen

from goedwerk_tui.base.places import Places
from goedwerk_tui.tui.screens.another_place import AnotherPlaceScreen
from goedwerk_tui.tui.screens.calendar_questions import TimeScreen
from goedwerk_tui.tui.screens.day import DayScreen
from goedwerk_tui.tui.screens.editing import ReplaceWordsScreen
from goedwerk_tui.tui.screens.preview_dialogs import NameScreen, TargetScreen
from goedwerk_tui.tui.screens.wiping import TypedScreen

SENTENCE = "ik bel hem morgen terug"
LINES = pytest.mark.parametrize(
    "keys", [("ctrl+p",), ("ctrl+f",), ("3", "slash")], ids=["palette", "search", "journal"]
)


@pytest.fixture
def begun(places: Places) -> Places:
    """A journal in which something stands."""
    begin(places)
    return places


@LINES
@pytest.mark.parametrize(("typed", "told"), [(SENTENCE, True), ("weekverslag", False), ("waar zit je", False)])
async def test_a_sentence_where_one_looks_for_something_is_said_to_be_gone_and_comes_back(
    begun: Places, keys: tuple[str, ...], typed: str, told: bool
) -> None:
    async with running(begun) as app:
        await app.press(*keys)
        await app.write(typed)
        await app.press("escape")
        assert (f"‘{typed}’ is weg. Met ctrl+z staat het er weer." in app.words) is told
        await app.press("ctrl+z")
        assert (typed in app.text) is told


@pytest.mark.parametrize(
    "window",
    [
        AnotherPlaceScreen("Waar?", "/een/pad"),
        DayScreen("Wanneer?", date(2026, 12, 1)),
        NameScreen("Els"),
        ReplaceWordsScreen(),
        TargetScreen("/een/pad"),
        TimeScreen(),
        TypedScreen("Weet je het zeker?", "alles wissen"),
    ],
    ids=lambda window: type(window).__name__,
)
async def test_a_sentence_on_the_line_of_a_window_is_said_to_be_gone_and_comes_back(
    begun: Places, window: Screen[object]
) -> None:
    async with running(begun) as app:
        app.app.push_screen(window)
        await app.settle()
        await app.write(SENTENCE)
        await app.press("escape")
        assert f"‘{SENTENCE}’ is weg. Met ctrl+z staat het er weer." in app.words
        await app.press("ctrl+z")
        assert SENTENCE in app.text


async def test_what_a_window_offered_is_not_said_to_be_gone(begun: Places) -> None:
    async with running(begun) as app:
        app.app.push_screen(AnotherPlaceScreen("Waar?", "/een pad met veel spaties"))
        await app.settle()
        await app.press("escape")
        assert "is weg" not in app.said


async def test_a_sentence_that_went_from_the_palette_to_the_search_is_said_to_be_gone_there(begun: Places) -> None:
    async with running(begun) as app:
        await app.press("ctrl+p")
        await app.write(SENTENCE)
        await app.pause(0.4)
        await app.press("enter")
        assert "is weg" not in app.said
        await app.press("escape")
        assert f"‘{SENTENCE}’ is weg." in app.said


async def test_a_sentence_that_found_something_is_not_said_to_be_gone(begun: Places) -> None:
    async with running(begun) as app:
        await app.press("ctrl+f")
        await app.write("mijn chef luistert niet naar mij")
        await app.press("enter", "enter", "escape", "escape", "escape")
        assert "is weg" not in app.said


@LINES
async def test_where_nothing_can_be_written_nothing_is_said_to_come_back(begun: Places, keys: tuple[str, ...]) -> None:
    backup = begun.backups / "dagboek-20261124T100000207184Z-dag.json"
    backup.parent.mkdir(parents=True, exist_ok=True)
    backup.write_bytes(begun.journal.read_bytes())
    async with running(replace(begun, journal=backup, is_backup=True)) as app:
        await app.press(*keys)
        await app.write(SENTENCE)
        await app.press("escape")
        assert f"‘{SENTENCE}’ is weg en komt niet terug: dit is een reservekopie." in app.said
        assert "ctrl+z" not in app.said


async def test_before_there_is_a_journal_nothing_is_said_to_come_back(places: Places) -> None:
    async with running(places) as app:
        await app.press("ctrl+p")
        await app.write(SENTENCE)
        await app.press("escape")
        assert f"‘{SENTENCE}’ is weg en komt niet terug: je hebt nog geen dagboek." in app.said


async def test_a_sentence_with_quotes_is_quoted_so_that_one_sees_where_it_ends(begun: Places) -> None:
    async with running(begun) as app:
        await app.write("Morgen ‘niks’ zeggen")
        await app.press("ctrl+u")
        assert "‘Morgen “niks” zeggen’ is weg." in app.said
