"""What is typed at a choice in a list of an exercise: where it waits, how one comes there, and where Enter puts it."""

import pytest
from support.driver import Driver, running

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal
from goedwerk_tui.tui.exercises.list_fields import AttributeRow, OpenLine
from goedwerk_tui.tui.routes import StepRoute
from goedwerk_tui.tui.screens.line import LineScreen
from goedwerk_tui.tui.widgets.held_line import HeldBox

AT_A_CHOICE = "Hier kies je 1–4; wat je typt staat zolang hier"
TEXT = "dat is al lang zo"


async def at_the_list(app: Driver) -> None:
    await app.press("b")
    app.app.open(StepRoute("contextkaart"))
    await app.settle()
    await app.press("enter")
    await app.write("klagende burgers\nde chef\n")


async def held_at_a_choice(app: Driver) -> None:
    await at_the_list(app)
    await app.press("down", "enter")
    await app.write(TEXT)
    assert AT_A_CHOICE in app.words and isinstance(app.app.focused, HeldBox)


def row(app: Driver) -> str:
    at = app.app.focused
    assert isinstance(at, AttributeRow), at
    return at.attribute.label


async def test_a_line_that_ctrl_z_brings_back_is_gone_on_with_at_its_end(places: Places) -> None:
    async with running(places) as app:
        await at_the_list(app)
        await app.write("een toon\n")
        await app.press("ctrl+z")
        line = app.app.focused
        assert isinstance(line, OpenLine) and line.value == "een toon"
        await app.write(" in de Kamer")
        assert line.value == "een toon in de Kamer"
        await app.press("ctrl+u")
        assert line.value == ""


async def test_from_a_choice_it_becomes_a_note(places: Places) -> None:
    async with running(places) as app:
        await held_at_a_choice(app)
        await app.press("enter")
    assert TEXT in {each.text for each in Journal.open(places, read_only=True).newest_first()}


async def test_in_the_open_line_it_comes_by_tab_and_enter(places: Places) -> None:
    async with running(places) as app:
        await held_at_a_choice(app)
        await app.press("escape", "ctrl+n")
        line = app.app.focused
        assert isinstance(line, OpenLine)
        assert "Wat je typte staat zolang hier · met Tab erheen" in app.words and AT_A_CHOICE not in app.words
        await app.press("tab")
        assert isinstance(app.app.focused, HeldBox) and "Enter zet het in het vak" in app.words
        await app.press("enter")
        assert app.app.focused is line and line.value == TEXT
        await app.write(" ja")
        assert line.value == f"{TEXT} ja"
    assert Journal.open(places, read_only=True).newest_first() == ()


async def test_at_the_list_the_line_that_is_open_is_offered(places: Places) -> None:
    async with running(places) as app:
        await held_at_a_choice(app)
        await app.press("escape", "escape")
        assert "Wat je typte staat zolang hier · met Tab erheen" in app.words and "geen schrijfvak" not in app.words
        await app.press("tab")
        assert "Enter zet het in het vak" in app.words
        await app.press("enter")
        line = app.app.focused
        assert isinstance(line, OpenLine) and line.value == TEXT


async def test_up_leads_from_the_first_line_to_the_open_one(places: Places) -> None:
    async with running(places) as app:
        await at_the_list(app)
        await app.press("down", "up")
        assert not isinstance(app.app.focused, OpenLine)
        await app.press("up")
        assert isinstance(app.app.focused, OpenLine)


@pytest.mark.parametrize("line", ["", "nog een toon"], ids=["empty", "with words"])
async def test_esc_in_the_window_of_finishing_leaves_all_as_it_was(places: Places, line: str) -> None:
    async with running(places) as app:
        await at_the_list(app)
        await app.write(line)
        await app.press("ctrl+s")
        assert "Vul verder in" in app.words
        await app.press("escape")
        at = app.app.focused
        assert isinstance(at, OpenLine) and at.value == line and app.words.count("klagende burgers") == 1


async def test_what_is_typed_in_that_window_goes_where_it_says(places: Places) -> None:
    async with running(places) as app:
        await at_the_list(app)
        await app.press("ctrl+s")
        await app.write(TEXT)
        assert "Enter zet het in het vak" in app.words
        await app.press("escape", "escape")
        at = app.app.focused
        assert isinstance(at, OpenLine) and at.value == TEXT
    assert Journal.open(places, read_only=True).newest_first() == ()


@pytest.mark.parametrize(("keys", "note"), [(("enter",), False), (("down", "enter"), True)], ids=["on", "finish"])
async def test_what_is_typed_there_is_never_lost_by_an_answer(
    places: Places, keys: tuple[str, ...], note: bool
) -> None:
    async with running(places) as app:
        await at_the_list(app)
        await app.press("ctrl+s")
        await app.write(TEXT)
        await app.press("escape", *keys)
        if not note:
            assert row(app).startswith("Waar komt dit vandaan")
            await app.press("escape")
            assert app.app.screen.query_one(OpenLine).value == TEXT
    texts = {each.text for each in Journal.open(places, read_only=True).newest_first()}
    assert (TEXT in texts) is note


async def test_beside_the_open_line_a_window_has_it_wait_there(places: Places) -> None:
    async with running(places) as app:
        await at_the_list(app)
        await app.press("down", "f1")
        await app.write(TEXT)
        await app.press("escape", "escape")
        assert "Wat je typte staat zolang hier" in app.words and isinstance(app.app.focused, HeldBox)
        await app.press("enter")
        assert app.app.screen.query_one(OpenLine).value == TEXT


async def test_in_a_field_that_is_written_it_comes_by_tab_and_enter(places: Places) -> None:
    async with running(places) as app:
        await held_at_a_choice(app)
        await app.press("escape", "1", "enter")
        await app.write("Vroeger niet.\n")
        await app.press("up")
        assert row(app) == "Wat doe jij daardoor anders?"
        assert "Wat je typte staat zolang hier" in app.words and AT_A_CHOICE not in app.words
        await app.press("tab", "enter")
        assert row(app) == "Wat doe jij daardoor anders?" and f"Vroeger niet. {TEXT}" in app.words
        assert "staat zolang hier" not in app.words
        await app.press("ctrl+s", "enter")
    assert TEXT not in {each.text for each in Journal.open(places, read_only=True).newest_first()}


@pytest.mark.parametrize(("key", "at"), [("escape", "Wat doe jij daardoor anders?"), ("enter", "Hoe zwaar")])
async def test_esc_leads_from_the_window_of_a_field_to_that_field(places: Places, key: str, at: str) -> None:
    async with running(places) as app:
        await at_the_list(app)
        await app.press("down", "enter", "1", "enter")
        await app.write("vroeger")
        assert isinstance(app.app.screen, LineScreen)
        await app.press(key)
        assert row(app).startswith(at) and "vroeger" in app.words


async def test_f1_names_keys_that_do_the_same_on_one_line(places: Places) -> None:
    async with running(places) as app:
        await held_at_a_choice(app)
        await app.press("f1")
        assert "ctrl+n, ctrl+r Ga terug naar het vak" in app.words
        assert "ctrl+a, F7 Selecteer alles" in app.words
