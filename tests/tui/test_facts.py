"""What happened is said so that it is true wherever it is read: it names the text and the question that it is about."""

from itertools import pairwise

import pytest
from support.driver import SMALL, WIDE, Driver, running
from support.journals import begin

from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.progress import steps_of
from goedwerk_tui.guidance.route import Stop, stops
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.model import Case, Question
from goedwerk_tui.tui.routes import StepRoute
from goedwerk_tui.tui.widgets.editor import Editor

SENTENCE = "Bel morgen nog met de griffier over de termijn"
NAMED = "‘Bel morgen nog met de griffier…’"


def two_questions(pack: Pack) -> tuple[str, Stop, Stop]:
    """Return a step that asks one question right behind another, and both."""
    for session in pack.programme.sessions:
        for step in map(pack.step, steps_of(session)):
            route = stops(step)
            for one, other in pairwise(route):
                if isinstance(one.asks, Question) and isinstance(other.asks, Question):
                    return step.id, one, other
    raise AssertionError("no step asks one question right behind another")


async def go(app: Driver, step: str, item: str | None = None) -> None:
    app.app.open(StepRoute(step, item))
    await app.settle()


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["small", "wide"])
async def test_at_the_next_question_it_is_told_in_which_box_a_text_stands(
    places: Places, pack: Pack, size: tuple[int, int]
) -> None:
    step, one, _ = two_questions(pack)
    begin(places)
    async with running(places, size=size) as app:
        await go(app, step, one.item)
        await app.press("f1")
        await app.write(SENTENCE)
        await app.press("enter", "ctrl+n")
        assert one.asks and f"{NAMED} staat nu in het vak bij ‘{one.asks.text[:12]}" in app.words
        assert "deze vraag" not in app.words


async def test_a_choice_that_was_changed_is_named_by_its_question(places: Places, pack: Pack) -> None:
    case = next(each for each in map(pack.step, pack.programme.sessions[0].core) if isinstance(each, Case))
    begin(places)
    async with running(places) as app:
        await go(app, case.id, "keuze")
        await app.press("f2", "1", "escape", "2", "ctrl+n")
        assert case.choice and f"Je keuze bij ‘{case.choice.text[:12]}" in app.words and "is veranderd" in app.words


async def test_a_note_is_named_by_its_words(places: Places) -> None:
    begin(places)
    async with running(places) as app:
        await app.write(SENTENCE)
        await app.press("escape", "n")
        await app.paste("Iets heel anders.\nEn nog een alinea.")
        assert f"{NAMED} staat als notitie in je dagboek." in app.words


async def test_what_was_thrown_away_is_named_on_another_screen(places: Places) -> None:
    begin(places)
    async with running(places) as app:
        await app.press("3", "delete", "1")
        assert "‘Notitie’ ligt in de prullenbak." in app.words


async def test_that_it_is_the_first_question_goes_as_the_box_opens(places: Places, pack: Pack) -> None:
    step, _, _ = two_questions(pack)
    first = next(stop for stop in stops(pack.step(step)))
    begin(places)
    async with running(places) as app:
        await go(app, step, first.item)
        await app.press("ctrl+r")
        said = "Dit is de eerste vraag van deze stap." if first.asks else "Hier begint deze stap."
        assert said in app.words
        if first.asks:
            await app.write("Een")
            assert isinstance(app.app.focused, Editor) and said not in app.words
