"""At a choice that is made, the screen says what a digit does there, and the digit does that."""

import json

import pytest
from support.cases import case_with_a_choice
from support.crossing import crossed, in_part
from support.driver import SMALL, WIDE, Driver, running

from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.route import CHOICE_ITEM, asked, stops
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.model import Case
from goedwerk_tui.tui.routes import Place, PlaceRoute, StepRoute
from goedwerk_tui.tui.widgets.editor import Editor


def begin(places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "begonnen")


async def at_the_choice(app: Driver, step: Case) -> Editor:
    app.app.open(StepRoute(step.id, CHOICE_ITEM))
    await app.settle()
    await app.press("f2")
    return app.app.screen.query_one("#answer", Editor)


WIDTHS = pytest.mark.parametrize("size", in_part([SMALL, (110, 30), WIDE, (60, 24)], 2), ids=str)


@WIDTHS
async def test_how_to_choose_anew_is_said_until_a_reason_is_begun(
    places: Places, pack: Pack, size: tuple[int, int]
) -> None:
    step = case_with_a_choice(pack)
    assert step.choice
    anew = f"anders kiezen: 1–{len(step.choice.options) + 1}"
    begin(places)
    async with running(places, size=size) as app:
        box = await at_the_choice(app, step)
        assert "anders kiezen" not in app.text
        await app.press("1")
        assert f"Je antwoord · {anew}" in app.text and app.text.count("anders kiezen") == 1, app.text
        await app.press("2")
        assert "● 2" in app.text and "is veranderd. Met ctrl+z is het weer zoals het was." in app.said
        await app.write("want")
        assert anew not in app.text and "Je antwoord" in app.text
        await app.press("escape")
        assert anew in app.text
        await app.press("enter")
        for _ in "want":
            await app.press("backspace")
        assert not box.text and anew in app.text


@pytest.mark.parametrize("typed", ["1, want dat moet", "1) want dat moet", "1", "1want"])
async def test_the_digit_of_the_choice_that_stands_does_not_vanish_unsaid(
    places: Places, pack: Pack, typed: str
) -> None:
    begin(places)
    async with running(places) as app:
        box = await at_the_choice(app, case_with_a_choice(pack))
        await app.press("1")
        await app.pause(1.1)  # looked at what was chosen
        app.forget_what_was_said()
        await app.write(typed)
        assert "● 1" in app.text
        if typed == "1want":
            assert box.text == typed
            assert "Je koos 1 al" not in app.words and "Je keuze is zoals die was: dit cijfer hoort" in app.words
        else:
            assert "Je koos 1 al; wat je erachter typt is je reden." in app.words
            assert box.text == typed[3:]


async def test_questions_are_counted_one_way(places: Places, pack: Pack) -> None:
    step = case_with_a_choice(pack)
    number = len(asked(stops(step)))
    assert number == len(step.questions) + 1
    begin(places)
    async with running(places, size=WIDE) as app:
        app.app.open(StepRoute(step.id))
        await app.settle()
        assert f"vraag 1 van {number}" in app.text
        await app.press("escape")
        app.app.open(PlaceRoute(Place.PROGRAMME))
        await app.settle()
        for _ in range(80):
            if step.role in app.words:
                break
            await app.press("down")
        assert f"{step.field}, {step.role} · {number} vragen" in app.words


async def test_no_title_beside_a_choice_is_cut_at_eighty_columns(places: Places, pack: Pack) -> None:
    begin(places)
    async with running(places) as app:
        await at_the_choice(app, case_with_a_choice(pack))
        await app.press("ctrl+g", "1")
        assert "gekozen, ctrl+z neemt het terug · gaat mee" in app.text
        await app.write("omdat")
        assert "anders kiezen: shift+tab, dan 1–" in app.text and "· gaat mee" in app.text


async def test_how_to_take_a_choice_back_is_said_until_a_reason_is_typed(places: Places, pack: Pack) -> None:
    begin(places)
    async with running(places) as app:
        await at_the_choice(app, case_with_a_choice(pack))
        await app.press("1", "2")
        assert "Met ctrl+z is het weer zoals het was." in app.words
        await app.write("want")
        assert "Met ctrl+z" not in app.words


async def test_by_another_key_too_a_choice_is_taken_back_until_a_reason_is_typed(places: Places, pack: Pack) -> None:
    begin(places)
    places.settings.parent.mkdir(parents=True, exist_ok=True)
    places.settings.write_text(json.dumps({"keys": {"undo": "f8", "unpick": "f8"}}))
    async with running(places) as app:
        await at_the_choice(app, case_with_a_choice(pack))
        await app.press("1")
        assert "gekozen, F8 neemt het terug" in app.words
        await app.press("2")
        assert "Met F8 is het weer zoals het was." in app.words
        await app.press("f8")
        assert "● 1" in app.words
        await app.press("3")
        assert "Met F8 is het weer zoals het was." in app.words
        await app.write("want")
        assert "Met F8" not in app.words


@pytest.mark.parametrize(
    ("keys", "typed"),
    crossed(
        [("2",), ("down", "enter"), ("1",)],
        [
            ("want dat moet", "en snel", "want dat moet en snel"),
            ("want dat moet", ", en snel", "want dat moet, en snel"),
            ("want dat moet ", "en snel", "want dat moet en snel"),
            ("want dat moet", " en snel", "want dat moet en snel"),
            ("Dat moet.", "En snel", "Dat moet.\nEn snel"),
        ],
    ),
)
async def test_what_is_typed_after_choosing_anew_keeps_apart_from_what_stands(
    places: Places, pack: Pack, keys: tuple[str, ...], typed: tuple[str, str, str]
) -> None:
    stands, more, together = typed
    begin(places)
    async with running(places) as app:
        box = await at_the_choice(app, case_with_a_choice(pack))
        await app.press("1")
        await app.write(stands)
        await app.press("escape", *keys)
        await app.pause(0.6)  # looked at what was chosen
        await app.write(more)
        assert box.text == together


async def test_what_is_pasted_after_choosing_anew_keeps_apart_from_what_stands(places: Places, pack: Pack) -> None:
    begin(places)
    async with running(places) as app:
        box = await at_the_choice(app, case_with_a_choice(pack))
        await app.press("1")
        await app.write("want dat moet")
        await app.press("escape", "2")
        await app.paste("en snel")
        assert box.text == "want dat moet en snel"
        await app.paste("heid")
        assert box.text == "want dat moet en snelheid"
        await app.press("escape")
        await app.paste("van werken")
        assert box.text == "want dat moet en snelheid van werken"


async def test_a_digit_that_chose_stays_a_choice_when_something_is_pasted_behind_it(places: Places, pack: Pack) -> None:
    begin(places)
    async with running(places) as app:
        box = await at_the_choice(app, case_with_a_choice(pack))
        await app.press("2")
        await app.paste("e keus")
        await app.write(" nu")
        assert box.text == "e keus nu" and "● 2" in app.text


@pytest.mark.parametrize("at_once", [True, False], ids=["at once", "later"])
async def test_behind_a_digit_that_chose_a_second_one_is_said_to_be_text_where_a_reason_stands(
    places: Places, pack: Pack, at_once: bool
) -> None:
    begin(places)
    async with running(places) as app:
        box = await at_the_choice(app, case_with_a_choice(pack))
        await app.press("1")
        await app.write("want dat moet")
        await app.press("shift+tab")
        assert "anders kiezen: 1–" in app.words
        await app.write("2")
        if not at_once:
            await app.pause(1.1)  # looked at what was chosen
        await app.write("3")
        assert "● 2" in app.words and box.text == "want dat moet 3"
        assert "Dit cijfer staat in je tekst. Kiezen: shift+tab, dan 1–" in app.words
        await app.press("shift+tab", "3")
        assert "● 3" in app.words and box.text == "want dat moet 3"


@pytest.mark.parametrize("at_once", [True, False], ids=["at once", "later"])
async def test_a_sentence_that_goes_on_with_a_digit_chooses_nothing(places: Places, pack: Pack, at_once: bool) -> None:
    begin(places)
    async with running(places) as app:
        box = await at_the_choice(app, case_with_a_choice(pack))
        await app.press("1")
        await app.write("want dat moet")
        await app.press("escape")
        await app.write("3")
        if not at_once:
            await app.pause(1.1)  # looked at what was chosen
        await app.write(" jaar al")
        if at_once:
            assert box.text == "want dat moet 3 jaar al" and "● 1" in app.text
            assert "Je keuze is zoals die was: dit cijfer hoort bij je tekst." in app.said
        else:
            assert box.text == "want dat moet jaar al" and "● 3" in app.text
