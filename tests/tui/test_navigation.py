"""Going somewhere: what is open is gone back to, one layer is closed at a time, and keys wait for their page."""

import os
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from support.driver import Driver, running
from textual import events
from textual.widgets import OptionList

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.journal.drafts import Drafts
from goedwerk_tui.programme import Pack
from goedwerk_tui.tui.routes import EntryRoute, PageName, PageRoute, Route, StepRoute, WeekLogRoute


@pytest.fixture
def slow_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that takes a fifth of a second to say that something is on it, as over a network."""
    fsync = os.fsync

    def slowly(descriptor: int) -> None:
        time.sleep(0.2)
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", slowly)


async def at_once(app: Driver, *keys: str) -> None:
    """Give keys in one go, as a stalled line does; a sign of more than one letter is a key by its name."""
    for key in keys:
        app.app.post_message(events.Key(key, key if len(key) == 1 else None))
    await app.settle()


@asynccontextmanager
async def with_a_note(places: Places, text: str = "een oud stuk") -> AsyncIterator[tuple[Driver, str]]:
    """The app on Thuis, with one note in the journal, and the id of that note."""
    entry = Journal.open(places).add(Kind.NOTE, text)
    async with running(places) as app:
        yield app, entry.id


async def open_in_turn(app: Driver, *routes: Route) -> list[str]:
    """Open routes one after the other; return the names of what lies over the place after each of them."""
    for route in routes:
        app.app.open(route)
        await app.settle()
    return [type(screen).__name__ for screen in app.app.screen_stack[1:]]


async def test_what_lies_open_already_is_gone_back_to(places: Places) -> None:
    async with with_a_note(places) as (app, entry):
        page, piece = PageRoute(PageName.ON_THIS_DAY), EntryRoute(entry)
        assert await open_in_turn(app, page, piece) == ["OnThisDayScreen", "EntryScreen"]
        assert await open_in_turn(app, page) == ["OnThisDayScreen"]
        assert await open_in_turn(app, piece, page, piece) == ["OnThisDayScreen", "EntryScreen"]
        await app.press("escape", "escape")
        assert "1 stuk geschreven" in app.text


async def test_every_page_can_be_opened_twice(places: Places) -> None:
    async with with_a_note(places) as (app, _):
        for name in PageName:
            layers = await open_in_turn(app, PageRoute(name))
            assert len(layers) == 1, name
            assert await open_in_turn(app, PageRoute(name)) == layers, name
            await app.press("escape")
            assert "1 stuk geschreven" in app.text, name


async def test_a_step_takes_the_place_of_a_step_and_is_not_opened_over_itself(places: Places, pack: Pack) -> None:
    one, other, *_ = pack.programme.sessions[0].core
    async with with_a_note(places) as (app, entry):
        assert len(await open_in_turn(app, StepRoute(one), StepRoute(other))) == 1
        layers = await open_in_turn(app, EntryRoute(entry), StepRoute(other))
        assert len(layers) == 1
        assert pack.step(other).title in app.text


async def test_going_back_keeps_what_is_being_written(places: Places) -> None:
    async with with_a_note(places) as (app, _):
        page = PageRoute(PageName.MONTHS)
        await open_in_turn(app, page)
        app.app.action_new_note()
        await app.settle()
        await app.paste("nog niet af")
        assert await open_in_turn(app, page) == ["MonthsScreen"]
    assert {each.text for each in Journal.open(places).newest_first()} == {"een oud stuk", "nog niet af"}


@pytest.mark.parametrize("key", ["f1", "ctrl+p"])
async def test_a_layer_opened_while_a_page_is_being_kept_is_not_closed_in_its_place(
    places: Places, slow_disk: None, key: str
) -> None:
    async with with_a_note(places) as (app, _):
        await app.press("n")
        await app.paste("op een trage schijf")
        await at_once(app, "escape", key)
        assert len(app.app.screen_stack) == 2, "the page should be closed, and what was asked for should lie over Thuis"
        await app.press("escape")
        assert "2 stukken geschreven" in app.text
    assert len(Journal.open(places).newest_first()) == 2


@pytest.mark.parametrize("pause", [0.0, 0.05, 0.15, 0.3])
async def test_two_keys_that_close_do_not_close_the_place_below(places: Places, slow_disk: None, pause: float) -> None:
    async with with_a_note(places) as (app, _):
        await app.press("n")
        await app.paste("op een trage schijf")
        for _ in range(3):
            app.app.post_message(events.Key("escape", None))
            await app.pause(pause)
        await app.settle()
        assert "2 stukken geschreven" in app.text


async def test_what_is_typed_after_the_key_that_opens_a_page_is_on_that_page(places: Places) -> None:
    async with with_a_note(places) as (app, _):
        app.app.action_page("months")
        await app.settle()
        await at_once(app, "enter", *"ab")
        assert [each.text for each in Journal.open(places).newest_first()] == ["een oud stuk"]
        await app.press("escape")
        assert [each.text for each in Journal.open(places).newest_first()] == ["ab", "een oud stuk"]


async def test_letters_that_come_at_once_are_a_text_and_the_first_opens_nothing(places: Places) -> None:
    async with with_a_note(places) as (app, _):
        await at_once(app, *"nab", "enter", "escape")
        assert [each.text for each in Journal.open(places).newest_first()] == ["nab", "een oud stuk"]


async def test_what_is_typed_after_the_key_that_goes_on_is_in_the_next_box(places: Places, slow_disk: None) -> None:
    async with with_a_note(places) as (app, _):
        app.app.action_page("months")
        await app.settle()
        await app.press("escape")
        app.app.open(WeekLogRoute())
        await app.settle()
        await at_once(app, *"een", "ctrl+n", *"twee", "ctrl+n", *"drie", "escape")
    assert [each.text for each in Journal.open(places).newest_first()] == ["drie", "twee", "een", "een oud stuk"]


async def test_keys_and_the_end_in_one_go_keep_what_was_typed(places: Places) -> None:
    async with with_a_note(places) as (app, _):
        await app.press("3", "n")
        await at_once(app, *"kort", "escape", *"los", "ctrl+q")
        assert not app.app.is_running or app.app.return_code == 0
    assert [each.text for each in Journal.open(places).newest_first()] == ["kort", "een oud stuk"]
    assert [each.text for each in Drafts.of(places).all()] == ["los"]


async def test_a_key_that_opens_a_dialog_is_heard_once_however_often_it_is_pressed(places: Places) -> None:
    async with with_a_note(places) as (app, entry):
        await open_in_turn(app, EntryRoute(entry))
        await app.press("delete")
        await at_once(app, "delete", "delete", "delete")
        await app.press("escape", "escape")
        assert "een oud stuk" not in app.text
        assert Journal.open(places).entries[entry].text == "een oud stuk"


async def test_the_bar_of_the_programme_follows_where_the_person_went(places: Places, pack: Pack) -> None:
    opening = pack.programme.sessions[0].core
    Journal.open(places).add(Kind.NOTE, "begonnen")
    async with running(places) as app:

        def in_front() -> str | None:
            option = app.app.screen.query_one("#steps", OptionList).highlighted_option
            return option.id if option else None

        await app.press("2")
        first = in_front()
        assert first == opening[0]
        await app.press("up", "up")
        assert in_front() == first, "the first line leads to the last"
        app.app.open(StepRoute(opening[3]))
        await app.settle()
        await app.press("escape", "escape")
        assert in_front() == opening[3]
        await app.press("down")
        beside = in_front()
        assert beside != opening[3]
        await app.press("1", "2")
        assert in_front() == beside
        await app.press("end", "down")
        last = in_front()
        await app.press("right")
        assert "Dit is de laatste sessie." in app.said and last == in_front()
