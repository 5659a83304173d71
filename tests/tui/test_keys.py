"""The line of keys, F1, one key for one verb, other keys by the settings, and ctrl+z."""

import asyncio
import importlib
import json
import pkgutil
from collections import defaultdict
from collections.abc import Iterator

import pytest
from support.driver import SMALL, TINY, WIDE, Driver, running
from textual.binding import Binding
from textual.widgets import Input

import goedwerk_tui.tui
from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.route import CHOICE_ITEM
from goedwerk_tui.journal import Entry, Journal, Kind, Mark, State
from goedwerk_tui.programme import Pack
from goedwerk_tui.tui.app import GoedWerkApp
from goedwerk_tui.tui.keys import Keyed, key_name
from goedwerk_tui.tui.routes import (
    PageName,
    PageRoute,
    Place,
    PlaceRoute,
    Route,
    SessionEndRoute,
    StepRoute,
    WriteRoute,
)
from goedwerk_tui.tui.widgets.key_line import KeyLine, fitted

OFTEN = [("enter", "open"), ("ctrl+n", "verder"), ("ctrl+t", "tip"), ("m", "neem mee"), ("escape", "sluit")]


def foot(app: Driver) -> str:
    """The line of keys of what lies on top."""
    line = app.app.screen.query_one(KeyLine)
    return app.text.splitlines()[line.region.y]


def a_note(places: Places) -> Entry:
    """Begin a journal with one note in it."""
    journal = Journal.open(places)
    note = journal.add(Kind.NOTE, "een stuk")
    journal.close()
    return note


def keyed(cls: type[Keyed] = Keyed) -> Iterator[type[Keyed]]:
    for each in cls.__subclasses__():
        yield each
        yield from keyed(each)


@pytest.fixture(scope="module")
def bindings() -> list[tuple[type[Keyed], Binding]]:
    """All bindings of ours, by what they stand in."""
    for module in pkgutil.walk_packages(goedwerk_tui.tui.__path__, "goedwerk_tui.tui."):
        importlib.import_module(module.name)
    return [
        (each, binding) for each in set(keyed()) for binding in Binding.make_bindings(each.__dict__.get("BINDINGS", []))
    ]


def test_every_binding_has_a_name(bindings: list[tuple[type[Keyed], Binding]]) -> None:
    assert len(bindings) > 100
    assert [(where, each) for where, each in bindings if not each.id] == []


def test_one_verb_has_one_letter(bindings: list[tuple[type[Keyed], Binding]]) -> None:
    letters: dict[str, set[str]] = defaultdict(set)
    for _, each in bindings:
        if len(each.key) == 1 and not each.key.isdigit():
            letters[each.id or ""].add(each.key)
    assert {verb: keys for verb, keys in letters.items() if len(keys) > 1} == {}


def test_one_letter_throws_nothing_away_that_cannot_be_had_back(bindings: list[tuple[type[Keyed], Binding]]) -> None:
    wipes = {each.key for _, each in bindings if each.id == "wipe"}
    assert wipes == {"delete"}


@pytest.mark.parametrize("width", range(30, 140, 7))
def test_what_does_not_fit_is_left_out_and_enter_esc_and_f1_are_there(width: int) -> None:
    left, right = fitted(OFTEN, width)
    used = sum(len(f"{key_name(key)} {what}".rstrip()) + 3 for key, what in (*left, *right))
    assert (left[0][0], left[-1][0]) == ("enter", "escape")
    assert right[-1] == ("f1", "uitleg")
    assert used - 3 <= width or width < 40


def colliding(app: GoedWerkApp) -> dict[str, set[str]]:
    """Return keys that would do more than one thing now, where the thing in front does not own its keys."""
    found: dict[str, set[str]] = {}
    for node, bindings in app.screen._modal_binding_chain:  # pyright: ignore[reportPrivateUsage]
        on: dict[str, set[str]] = defaultdict(set)
        for key, binding in bindings:
            if binding.id and app._check_action_state(binding.action, node) is not False:  # pyright: ignore[reportPrivateUsage]
                on[key].add(binding.id)
        found |= {f"{key} on {node}": verbs for key, verbs in on.items() if len(verbs) > 1}
    return found


def routes(pack: Pack) -> list[Route]:
    case = next(each for each in pack.programme.sessions[0].core if pack.step(each).kind == "case")
    return [
        *map(PlaceRoute, Place),
        *(PageRoute(each) for each in PageName if each is not PageName.GLOSSARY),
        StepRoute(case),
        StepRoute(case, CHOICE_ITEM),
        SessionEndRoute(pack.programme.sessions[0].id),
        *(StepRoute(each) for each in ("startfoto", "waardensortering", "krachtenveld", "spiegeltoets")),
        WriteRoute(),
    ]


@pytest.mark.parametrize("size", [SMALL, TINY], ids=["small", "tiny"])
async def test_every_screen_has_its_keys_whole_and_none_collide(
    places: Places, pack: Pack, size: tuple[int, int]
) -> None:
    a_note(places)
    async with running(places, size=size) as app:
        for route in routes(pack):
            app.app.open(PlaceRoute(Place.HOME))
            app.app.open(route)
            await app.settle()
            assert "F1 uitleg" in foot(app), route
            assert foot(app).rstrip().endswith("uitleg"), route
            escapes = app.app.screen.active_bindings.get("escape")
            assert escapes is None or not escapes.binding.show or "Esc" in foot(app), route
            assert colliding(app.app) == {}, route


async def test_the_heading_comes_first_and_enter_is_named_where_it_does_something(places: Places) -> None:
    headings = {
        PageName.INTENTIONS: "Voornemens",
        PageName.CONDITIONS: "Voorwaarden",
        PageName.STRATEGIES: "Strategieën",
        PageName.VISION: "Visie",
        PageName.MONTHS: "Terugkijken op een maand",
    }
    async with running(places, size=WIDE) as app:
        await app.press("b")
        for name, heading in headings.items():
            app.app.open(PageRoute(name))
            await app.settle()
            lines = [line for line in app.text.splitlines() if line.strip()]
            assert f" {heading} " in lines[0], name
            if app.app.screen.query("#entries") and "Uit het programma" not in app.text:
                begins = any(each.has_focus for each in app.app.screen.query("#begin-here"))
                assert ("Enter begin" in foot(app)) if begins else ("Enter" not in foot(app)), name
        app.app.open(PlaceRoute(Place.JOURNAL))
        await app.settle()
        await app.press("enter")
        assert "Losse notitie" in app.text, "the row that begins a note is what Enter opens"


async def test_f1_works_over_a_window_and_in_the_palette(places: Places) -> None:
    async with running(places, size=WIDE) as app:
        await app.press("b")
        app.app.open(PageRoute(PageName.GLOSSARY))
        await app.settle()
        assert "t neem over" in foot(app)
        await app.press("f1")
        assert "Zet dit begrip ook bij je eigen woorden" in app.text
        await app.press("escape")
        assert "Begrippen" in app.text
        await app.press("escape", "ctrl+p", "f1")
        assert "Toetsen hier" in app.text


async def test_ctrl_a_selects_what_was_typed_in_the_palette_too(places: Places) -> None:
    async with running(places) as app:
        await app.press("ctrl+p")
        await app.paste("ringen")
        await app.press("ctrl+a")
        await app.write("delen")
        assert app.app.screen.query_one(Input).value == "delen"


async def test_the_settings_give_a_verb_another_key(places: Places) -> None:
    places.settings.parent.mkdir(parents=True)
    places.settings.write_text(json.dumps({"keys": {"bring": "b"}}))
    note = a_note(places)
    async with running(places, size=WIDE) as app:
        await app.press("3", "ctrl+g")
        assert "b neem mee" in foot(app)
        await app.press("b")
        assert "Met b blijft het hier" in app.words
        await app.press("enter")
        assert "b neem niet mee" in foot(app)
        assert "neemt de plaats in" not in app.said
    assert Journal.open(places).marked(Mark.BRING) == {note.id}


async def test_of_keys_in_the_settings_it_is_said_once_what_they_take_and_which_name_nothing(places: Places) -> None:
    places.settings.parent.mkdir(parents=True)
    keys = {"bring": "s", "go-back": "f6", "session-1": "f7", "weggooien": "x"}
    places.settings.write_text(json.dumps({"keys": keys}))
    note = a_note(places)
    async with running(places) as app:
        await app.press("3")
        assert "s neem mee" in foot(app)
        await app.press("s", "2", "3", "1", "3")
        assert app.said.count("neemt de plaats in van: sessie.") == 1
        assert app.said.count("een toets voor ‘weggooien’, en zo heet hier niets") == 1
    assert Journal.open(places).marked(Mark.BRING) == {note.id}


@pytest.mark.parametrize("key", ["ctrl+g", "delete"])
async def test_what_was_done_in_a_list_is_said_and_taken_back(places: Places, key: str) -> None:
    note = a_note(places)

    def stands() -> tuple[State, bool]:
        journal = Journal.open(places, read_only=True)
        return journal.entries[note.id].state, note.id in journal.marked(Mark.BRING)

    async with running(places) as app:
        await app.press("3", key)
        assert ("Met ctrl+g blijft" if key == "ctrl+g" else "ctrl+z") in app.said
        assert stands() == ((State.LIVE, True) if key == "ctrl+g" else (State.TRASH, False))
        await app.press("1", "ctrl+z")
        assert ("‘Notitie’ gaat niet meer mee" if key == "ctrl+g" else "‘Notitie’ is uit de prullenbak") in app.said
        assert stands() == (State.LIVE, False)
        await app.press("ctrl+z")
        assert "niets om terug te draaien" in app.said


async def test_what_came_back_is_in_front_and_what_was_wiped_is_wiped(places: Places) -> None:
    a_note(places)
    first = a_note(places)
    async with running(places) as app:
        await app.press("3", "delete", "ctrl+z", "delete")
        assert [each.id for each in Journal.open(places, read_only=True).newest_first(state=State.TRASH)] == [first.id]
        await app.press("p", "delete", "down", "enter")
        assert "Gewist: 1 stuk" in app.said
        await app.press("ctrl+z")
        assert "Gewist is gewist" in app.said
        assert "Er is geen stuk" not in app.said


async def test_a_question_that_was_passed_over_comes_back(places: Places, pack: Pack) -> None:
    step = next(each for each in pack.programme.sessions[0].core if pack.step(each).questions)
    async with running(places, size=WIDE) as app:
        await app.press("b")
        app.app.open(StepRoute(step))
        await app.settle()
        assert "vraag 1 van" in app.text
        await app.press("ctrl+o")
        assert "Je sloeg ‘" in app.said
        await app.press("ctrl+z")
        assert "vraag 1 van" in app.text
    assert Journal.open(places).skipped(step) == frozenset()


async def test_the_key_that_marks_says_what_it_would_do_now(places: Places, pack: Pack) -> None:
    note = a_note(places)
    async with running(places) as app:
        await app.press("3")
        assert "ctrl+g neem mee" in foot(app)
        await app.press("ctrl+g")
        assert "ctrl+g neem niet mee" in foot(app)
        await app.press("enter")
        assert "ctrl+g neem niet mee" in foot(app)
        app.app.open(StepRoute(pack.programme.sessions[0].core[0]))
        await app.settle()
        await app.press("f2")
        await app.paste("een compliment")
        assert "ctrl+g neem mee" in foot(app)
        await app.press("ctrl+g")
        assert "ctrl+g neem niet mee" in foot(app)
    assert note.id in Journal.open(places, read_only=True).marked(Mark.BRING)


async def test_what_was_said_makes_way_for_the_next_screen_and_the_next_message(places: Places) -> None:
    a_note(places)
    async with running(places) as app:
        await app.press("3", "ctrl+g")
        assert "Dit gaat mee naar de bijeenkomst." in app.words
        await app.press("ctrl+g")
        assert "Dit gaat mee naar de bijeenkomst." not in app.words
        assert "Dit gaat niet meer mee" in app.words
        await app.press("enter")
        assert "een stuk" in app.words
        assert "Dit gaat niet meer mee" not in app.words


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["small", "wide"])
async def test_what_is_said_lies_over_nothing_that_is_read_or_written(
    places: Places, pack: Pack, size: tuple[int, int]
) -> None:
    a_note(places)
    step = next(each for each in map(pack.step, pack.programme.sessions[0].core) if len(each.questions) == 1)
    async with running(places, size=size) as app:
        app.app.open(StepRoute(step.id))
        await app.settle()
        before = foot(app)
        for _ in range(3):
            await app.press("ctrl+g")
            *above, said, keys = app.text.splitlines()
            assert "mee naar de bijeenkomst" in said and keys[:15] == before[:15]
            shown = " ".join(" ".join(above).translate(dict.fromkeys(map(ord, "│┃"), " ")).split())
            assert step.questions[0].text in shown
            assert app.app.screen.query_one("#step").region.bottom == size[1] - 2


async def test_a_hidden_screen_shows_nothing_of_what_is_written_and_comes_back_as_it_was(places: Places) -> None:
    a_note(places)
    async with running(places) as app:
        app.app.open(WriteRoute())
        await app.settle()
        await app.write("Wat niemand")
        await app.press("ctrl+l")
        assert "niemand" not in app.text
        assert "Enter toon weer" in foot(app)
        await app.write("xyz")
        await app.press("ctrl+l")
        await app.write(" leest")
        assert "Wat niemand leest" in app.text


async def test_two_sentences_stand_above_the_keys_and_f1_again_opens_the_handbook_at_the_place(places: Places) -> None:
    a_note(places)
    async with running(places, size=WIDE) as app:
        await app.press("3", "f1")
        above, _, below = app.text.partition("Toetsen hier")
        assert above.count(". ") <= 2 and "Verder" in below
        await app.press("f1")
        assert "Handboek: De plekken › Dagboek" in app.text
        assert "===" not in app.text
        await app.press("escape")
        assert "Dagboek · 1 stuk" in app.text
        await app.press("n", "f1", "f1")
        assert "Handboek: De plekken" in app.text
        await app.press("escape", "escape", "5", "f1", "f1")
        assert "Handboek: Delen" in app.text


@pytest.mark.parametrize("over", [("f1",), ("ctrl+l",), ("ctrl+l", "v")])
async def test_the_palette_under_something_else_is_not_opened_again(places: Places, over: tuple[str, ...]) -> None:
    async with running(places) as app:
        await app.press("b", "escape", "ctrl+p", *over, "ctrl+p", "escape", "escape", "escape", "3")
        assert "Dagboek · nog leeg" in app.text


async def test_what_finds_all_taken_down_ends_nothing(places: Places) -> None:
    """A worker that wakes up while the app is taken down, and asks for a widget."""
    async with running(places) as app:

        async def wakes_up_late() -> None:
            try:
                await asyncio.sleep(60)
            finally:
                app.app.screen.query_one("#gone")

        app.app.run_worker(wakes_up_late(), group="late")
        await asyncio.sleep(0)


@pytest.mark.parametrize("step", ["als-danplan", "mijn-visie"])
async def test_the_last_field_of_an_exercise_names_the_key_that_finishes(places: Places, step: str) -> None:
    Journal.open(places).add(Kind.NOTE, "begonnen")
    async with running(places) as app:
        app.app.open(StepRoute(step))
        await app.settle()
        await app.press("enter")
        assert "rond af" not in app.text.splitlines()[-1]
        await app.paste("Als het vijf uur is")
        await app.press(*["ctrl+n"] * 8)
        assert "Met ctrl+s rond je af." in app.words
        assert "ctrl+s rond af" in app.text.splitlines()[-1]
        await app.press("ctrl+r")
        assert "rond af" not in app.text.splitlines()[-1]
        await app.press("ctrl+n", "ctrl+s")
        assert "Vul verder in" in app.text


async def test_the_palette_names_its_own_keys(places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "begonnen")
    async with running(places) as app:
        await app.press("ctrl+p")
        line = app.text.splitlines()[-1]
        assert "↑↓ kies   Enter doe   Esc terug" in line
        assert "n notitie" not in line and "ctrl+p" not in line


async def test_f1_names_each_key_once(places: Places, pack: Pack) -> None:
    a_note(places)
    async with running(places, size=(100, 90)) as app:
        for route in routes(pack):
            app.app.open(PlaceRoute(Place.HOME))
            app.app.open(route)
            await app.settle()
            for where in ("screen", "box"):
                if where == "box":
                    await app.press("f2")
                await app.press("f1")
                shown = app.app.screen.query("HelpScreen .dialog > Static")
                tables = [each for each in shown if "heading" not in each.classes]
                keys = [line[:13].strip() for each in tables for line in str(each.render()).splitlines()]
                assert len(keys) > 3 and sorted(keys) == sorted(set(keys)), (route, where, keys)
                assert app.words.count("F7") < 2, (route, where, app.text)
                await app.press("escape")


async def test_the_palette_in_the_colours_of_the_terminal_hides_what_is_below_and_mutes_what_a_command_does(
    places: Places,
) -> None:
    a_note(places)
    async with running(places, size=WIDE) as app:
        app.app.theme = "terminal"
        await app.press("ctrl+p")
        await app.pause(0.3)
        assert "Verder waar je was" in app.text and "Hoe dit werkt" not in app.text and "Hierna" not in app.text
        assert "┌" not in app.text and "╭" not in app.text
        styles = [
            (each.text.strip(), bool(each.style and each.style.dim))
            for row in app.app.screen._compositor.render_strips()  # pyright: ignore[reportPrivateUsage]
            for each in row
        ]
        assert any("ga naar deze plek" in words and dim for words, dim in styles)
        assert not any(words == "Programma" and dim for words, dim in styles)
        # In the row in front nothing is muted: there it would be lost.
        assert ("de volgende stap van het programma", False) in styles


@pytest.mark.parametrize("look", ["donker", "licht", "contrast"])
async def test_in_the_palette_what_a_command_does_is_paler_than_its_name(places: Places, look: str) -> None:
    a_note(places)
    async with running(places, size=WIDE) as app:
        app.app.theme = look
        await app.press("ctrl+p")
        await app.pause(0.3)
        inks = {
            each.text.strip(): each.style and each.style.color
            for row in app.app.screen._compositor.render_strips()  # pyright: ignore[reportPrivateUsage]
            for each in row
        }
        assert inks["schrijf iets los van het programma"] != inks["Nieuwe notitie"]
