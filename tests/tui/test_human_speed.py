"""Whoever looks at the keys types some four a second: what is said stands, and a letter of a word is no command."""

import pytest
from support.driver import SMALL, WIDE, Driver, running
from support.journals import begin

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal, Kind, Mark
from goedwerk_tui.tui.routes import PageName, PageRoute, Place, PlaceRoute, StepRoute

A_NOTE = "‘niet vergeten’ staat als notitie in je dagboek."
PACES = pytest.mark.parametrize("pace", [0.15, 0.2, 0.35])


def texts(places: Places, kind: Kind) -> list[str]:
    return [each.text for each in Journal.open(places, read_only=True).newest_first(kinds=[kind])]


async def add_to_context_map(app: Driver, *lines: str) -> None:
    """Open the exercise with a list, and put these on it."""
    app.app.open(StepRoute("contextkaart"))
    await app.settle()
    await app.press("enter")
    for line in lines:
        await app.write(line)
        await app.press("enter")


# What is said


@PACES
async def test_what_became_of_a_text_is_said_until_it_could_be_read_whatever_is_typed(
    places: Places, pace: float
) -> None:
    begin(places)
    async with running(places) as app:
        await app.write("niet vergeten")
        await app.press("escape")
        await app.write_slowly("vandaag", pace)
        assert app.standing == "vandaag" and A_NOTE in app.words
        assert "Met ctrl+z gaat die weg" not in app.words  # there it undoes what is typed


async def test_that_ctrl_z_takes_it_back_is_said_until_it_does_something_else(places: Places) -> None:
    begin(places)
    async with running(places) as app:
        await app.write("niet vergeten")
        await app.press("escape", "2")
        assert f"{A_NOTE} Met ctrl+z gaat die weg." in app.words
        await app.press("n")
        assert A_NOTE in app.words and "Met ctrl+z" not in app.words
        await app.press("1")
        assert A_NOTE in app.words and "Met ctrl+z" not in app.words


async def test_what_was_taken_back_is_said_no_more(places: Places) -> None:
    begin(places)
    async with running(places) as app:
        await app.write("niet vergeten")
        await app.press("escape", "2", "ctrl+z")
        assert "De notitie ligt in de prullenbak." in app.words and A_NOTE not in app.words


async def test_the_same_is_said_once(places: Places) -> None:
    begin(places)
    async with running(places) as app:
        for place in ("2", "1", "2"):
            await app.write("niet vergeten")
            await app.press("escape", place)
        assert app.words.count(A_NOTE) == 1
    assert len(texts(places, Kind.NOTE)) == 4


async def test_an_answer_to_a_key_makes_way_for_the_next_screen(places: Places) -> None:
    begin(places)
    async with running(places) as app:
        await app.press("ctrl+z")
        assert "Er is niets om terug te draaien." in app.words
        await app.press("2")
        assert "Er is niets om terug te draaien." not in app.words


@PACES
async def test_that_a_letter_opened_a_note_and_stands_nowhere_is_said_while_one_types_on(
    places: Places, pace: float
) -> None:
    begin(places)
    async with running(places) as app:
        await app.write_slowly("niets", pace)
        said = "De n opende een notitie en staat er niet in."
        assert said in app.words and app.standing == "iets"
        await app.press("escape", "3")
        assert said in app.words


async def test_what_an_exercise_lost_is_said_while_one_goes_on(places: Places) -> None:
    begin(places)
    async with running(places) as app:
        await add_to_context_map(app, "Een nieuw systeem", "Een lege kamer")
        await app.press("down", "delete")
        assert "‘Een lege kamer’ is weg. Met ctrl+z staat het er weer." in app.words
        await app.press("f2")
        await app.write("een zin")
        assert "‘Een lege kamer’ is weg." in app.words


# Two commands, or a sentence


@PACES
async def test_a_place_and_a_command_that_begin_no_word_are_two_commands(places: Places, pace: float) -> None:
    begin(places)
    async with running(places) as app:
        await app.write_slowly("3n", pace)
        assert "Losse notitie" in app.text and app.standing == ""
        await app.press("escape")
        assert "1 stuk" in app.text


@PACES
@pytest.mark.parametrize("sentence", ["3e keer gebeld", "3 dagen geleden", "3maanden", "gisteren"])
async def test_what_begins_a_sentence_is_held_at_the_pace_of_somebody_who_looks_at_the_keys(
    places: Places, sentence: str, pace: float
) -> None:
    begin(places)
    async with running(places) as app:
        await app.write_slowly(sentence, pace)
        assert app.standing == sentence and sentence in app.text


async def test_two_commands_that_are_more_than_half_a_second_apart_are_no_word(places: Places) -> None:
    begin(places)
    async with running(places) as app:
        await app.write_slowly("3p", 0.6)
        assert "prullenbak" in app.text.lower() and not app.standing


@PACES
async def test_a_letter_that_begins_a_sentence_takes_no_term_over(places: Places, pace: float) -> None:
    begin(places)
    async with running(places) as app:
        app.app.open(PageRoute(PageName.GLOSSARY))
        await app.settle()
        await app.write_slowly("toch even navragen", pace)
        assert app.standing == "toch even navragen" and "staat niet meer bij wat van jou is" in app.said
        await app.press("ctrl+u", "t")
        assert "Staat ook bij je eigen woorden." in app.text and "staat nu ook bij wat van jou is" in app.words
        await app.press("ctrl+z")
        assert "t zet het bij je eigen woorden" in app.text
    assert not texts(places, Kind.TERM)


@PACES
async def test_a_letter_that_begins_a_sentence_does_nothing_to_the_piece_in_front(places: Places, pace: float) -> None:
    begin(places)
    async with running(places) as app:
        app.app.open(PlaceRoute(Place.JOURNAL))
        await app.settle()
        await app.write_slowly("misschien", pace)
        assert app.standing == "misschien"
    assert not Journal.open(places, read_only=True).marked(Mark.BRING)


@PACES
@pytest.mark.parametrize("sentence", ["overleg met Els", "ochtend vrij houden"])
async def test_a_letter_that_begins_a_sentence_asks_no_other_question(
    places: Places, sentence: str, pace: float
) -> None:
    begin(places)
    async with running(places) as app:
        lines = app.text.splitlines()
        asked = lines[next(number for number, line in enumerate(lines) if "Deze week" in line) + 1].strip()
        await app.write_slowly(sentence, pace)
        assert app.standing == sentence
        await app.press("escape", "alt+1")
        assert asked in app.text


# A digit at a choice


@PACES
async def test_a_digit_of_a_word_at_a_choice_that_stands_chooses_nothing_and_that_is_said(
    places: Places, pace: float
) -> None:
    begin(places)
    async with running(places) as app:
        await add_to_context_map(app, "Een nieuw systeem")
        await app.press("down", "enter", "1")
        await app.pause(1.1)
        await app.write_slowly("2dagen", pace)
        assert app.standing == "2dagen" and "bleef zoals die was" in app.words
        await app.press("escape", "up")
        assert "● 1 politiek of bestuur" in app.text


@PACES
async def test_a_digit_of_a_word_in_a_form_chooses_nothing(places: Places, pace: float) -> None:
    begin(places)
    async with running(places) as app:
        app.app.open(StepRoute("tegenspraakplan"))
        await app.settle()
        await app.press("enter", "ctrl+n", "1")
        await app.pause(0.6)
        assert "● 1" in app.text, app.text
        await app.write_slowly("2dagen", pace)
        assert app.standing == "2dagen" and "● 1" in app.text and "De laatste zet is teruggezet." in app.words
        await app.press("ctrl+u", "2")
        await app.pause(0.6)
        await app.write("dagen")
        assert app.standing == "dagen" and "● 2" in app.text


@PACES
@pytest.mark.parametrize("step", ["waardensortering", "startfoto", "waarden-beloond"])
@pytest.mark.parametrize("text", ["2dagen", "2 dagen", "9e keer", "12dagen"])
async def test_a_digit_of_a_word_in_a_sort_or_scale_lays_nothing(
    places: Places, step: str, text: str, pace: float
) -> None:
    begin(places)
    async with running(places) as app:
        app.app.open(StepRoute(step))
        await app.settle()
        await app.press("enter")
        await app.write_slowly(text, pace)
        assert app.standing == text and "nog niets gedaan" in app.text
        assert app.said.count("De laatste zet is teruggezet.") == (0 if text[0] == "9" else 1)


@PACES
@pytest.mark.parametrize("step", ["waardensortering", "startfoto"])
async def test_digits_that_follow_each_other_lay_one_thing_after_another(
    places: Places, step: str, pace: float
) -> None:
    begin(places)
    async with running(places) as app:
        app.app.open(StepRoute(step))
        await app.settle()
        await app.press("enter")
        await app.write_slowly("121212", pace)
        await app.press("d", "a")
        assert app.standing == "da" and "nog niets gedaan" not in app.text and "teruggezet" not in app.said


@pytest.mark.parametrize("where", ["end", "home"])
@pytest.mark.parametrize(("seconds", "stands"), [(0.8, "7 want"), (0.3, "7want"), (1.5, "7 want")])
async def test_a_word_that_comes_a_breath_behind_a_digit_stands_apart_from_it(
    places: Places, where: str, seconds: float, stands: str
) -> None:
    begin(places)
    async with running(places) as app:
        if where == "end":
            app.app.open(StepRoute("wat-is-goed-werk"))
            await app.settle()
            while "Dit was ‘" not in app.text:
                await app.press("ctrl+n")
        await app.write_slowly("7w", seconds)
        await app.write("ant")
        assert app.standing == (stands if where == "end" or seconds < 1 else "want")


@pytest.mark.parametrize("pace", [0.25, 0.9])
async def test_a_word_that_begins_with_a_digit_stays_one_at_any_pace(places: Places, pace: float) -> None:
    begin(places)
    async with running(places) as app:
        app.app.open(StepRoute("wat-is-goed-werk"))
        await app.settle()
        while "Dit was ‘" not in app.text:
            await app.press("ctrl+n")
        await app.write_slowly("2e keer", pace)
        assert app.standing == "2e keer"


async def test_no_change_of_a_choice_is_said_that_was_none(places: Places) -> None:
    begin(places)
    async with running(places) as app:
        app.app.open(StepRoute("een-stoel-erbij", "keuze"))
        await app.settle()
        await app.press("f2", "1")
        await app.pause(1.1)
        await app.press("shift+tab")
        await app.write_slowly("2dagen", 0.2)
        assert app.standing == "2dagen" and "● 1" in app.text
        assert "Je keuze is zoals die was" in app.words and "veranderd" not in app.words


# Thuis


@pytest.mark.parametrize("size", [SMALL, (80, 12)], ids=["small", "low"])
async def test_enter_on_thuis_opens_the_line_that_is_lit_and_seen(places: Places, size: tuple[int, int]) -> None:
    begin(places)
    async with running(places, size=size) as app:
        await add_to_context_map(app, "Een nieuw systeem")
        app.app.open(PlaceRoute(Place.HOME))
        await app.settle()
        await app.press("down")
        assert app.app.focused and app.app.focused.id == "next-core"
        await app.press("enter", "escape", "escape", "escape")
        assert app.app.focused and app.app.focused.id == "go-on"  # where one was is the first line now
        assert "▌ Opening › Goed werk" in app.text
        await app.press("up")
        lit = app.app.focused
        await app.press("3")
        await app.resize(80, 10)
        await app.press("1")
        assert app.app.focused is lit and "▌" in app.text


# Undoing


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["small", "wide"])
async def test_ctrl_z_takes_back_a_word_and_not_all_that_was_typed(places: Places, size: tuple[int, int]) -> None:
    begin(places)
    async with running(places, size=size) as app:
        await app.press("n")
        await app.write("Een lange zin van iemand die goed kan doortypen")
        await app.press("ctrl+z")
        assert app.standing.strip() == "Een lange zin van iemand die goed kan"
        await app.press("ctrl+z", "ctrl+z")
        assert app.standing.strip() == "Een lange zin van iemand die"
        await app.press("ctrl+y", "ctrl+y", "ctrl+y")
        assert app.standing == "Een lange zin van iemand die goed kan doortypen"
        await app.write("\nen nog een regel")
        await app.press("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z")
        assert app.standing.rstrip("\n") == "Een lange zin van iemand die goed kan doortypen"


# The context map


async def test_the_window_of_a_line_says_what_enter_and_esc_do_and_lets_nothing_stick_out(places: Places) -> None:
    begin(places)
    async with running(places) as app:
        await add_to_context_map(app, "Een nieuw systeem dat in maart kwam")
        await app.press("down", "f4")
        assert "Enter bewaar   Esc bewaar en terug" in app.text.splitlines()[-1]
        box = [line for line in app.text.splitlines() if "│" in line or "╭" in line or "╰" in line]
        assert len(box) > 4 and all(line[0] + line[-1] in ("││", "╭╮", "╰╯") for line in box), app.text


async def test_an_item_that_goes_on_below_the_window_says_so(places: Places) -> None:
    begin(places)
    async with running(places) as app:
        words = "Een bureau dat leeg bleef en waar nu niemand meer zit die de geschiedenis kent"
        for rows in range(18, 30):
            await app.resize(80, rows)
            if rows == 18:
                await add_to_context_map(app, *(f"{number}. {words}" for number in range(1, 4)))
                await app.press("down", "home")
            lines = [line for line in app.text.splitlines() if line.strip()]
            rule = next(n for n, line in enumerate(lines) if line.startswith("────"))
            last = lines[rule - 1].rstrip(" ▁▂▃▄▅▆▇█")
            assert last.endswith(("kent", "…")), app.text


@PACES
@pytest.mark.parametrize(
    "text", ["2025 was het druk", "10 jaar geleden wel", "5 jaar geleden niet", "12 keer", "44 mensen"]
)
@pytest.mark.parametrize("chosen", ["4", "2"])
async def test_a_number_that_begins_a_sentence_at_a_choice_of_a_line_is_text_and_chooses_nothing(
    places: Places, text: str, chosen: str, pace: float
) -> None:
    begin(places)
    async with running(places) as app:
        await add_to_context_map(app, "Een nieuw systeem")
        await app.press("down", "enter", chosen)
        await app.pause(1.1)
        stood = f"● {chosen}"
        assert stood in app.text, app.text
        await app.write_slowly(text, pace)
        assert app.standing == text, app.text
        await app.press("ctrl+u", "escape", "up")
        assert stood in app.text, app.text


@PACES
@pytest.mark.parametrize("text", ["2025 was het druk", "10 jaar geleden", "5 jaar geleden", "12 keer"])
async def test_a_number_that_begins_a_sentence_at_a_choice_in_a_form_is_text_and_chooses_nothing(
    places: Places, text: str, pace: float
) -> None:
    begin(places)
    async with running(places) as app:
        app.app.open(StepRoute("tegenspraakplan"))
        await app.settle()
        await app.press("enter", "ctrl+n", "1")
        await app.pause(1.1)
        await app.write_slowly(text, pace)
        assert app.standing == text, app.text
        assert "● 1" in app.text, app.text
