"""Where an exercise begins by writing, what is typed or pasted at its explanation stands in the box, from the first."""

import pytest
from support.driver import running

from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.progress import steps_of
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.journal.drafts import Drafts
from goedwerk_tui.programme import open_content
from goedwerk_tui.programme.exercises import Exercise
from goedwerk_tui.tui.routes import StepRoute
from goedwerk_tui.tui.widgets.editor import Editor

TYPED = "un [1 "
ENOUGH = 5


def _exercises() -> list[str]:
    pack = open_content(())
    steps = [pack.step(each) for session in pack.programme.sessions for each in steps_of(session)]
    return [each.id for each in steps if isinstance(each, Exercise)]


async def test_no_first_page_of_an_exercise_that_begins_by_writing_swallows_a_sign(places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "x")
    written: list[str] = []
    async with running(places) as app:
        for step in _exercises():
            app.app.open(StepRoute(step))
            await app.settle()
            if not app.app.screen.has_class("-about") or not app.app.screen.query(Editor):
                continue
            await app.press(TYPED[0])
            if not isinstance(app.app.focused, Editor):
                continue
            written.append(step)
            await app.write(TYPED[1:])
            assert app.app.focused.text.endswith(TYPED), step
            if len(written) == ENOUGH:
                break
    assert len(written) == ENOUGH, written


@pytest.mark.parametrize("text", ["n geplakt\nop twee regels", "x" * 50])
async def test_what_is_pasted_there_is_kept(places: Places, text: str) -> None:
    Journal.open(places).add(Kind.NOTE, "x")
    async with running(places) as app:
        app.app.open(StepRoute("mijn-visie"))
        await app.settle()
        await app.paste(text)
        assert isinstance(app.app.focused, Editor) and app.app.focused.text == text


async def test_at_a_list_it_stands_on_the_open_line(places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "x")
    async with running(places) as app:
        app.app.open(StepRoute("contextkaart"))
        await app.settle()
        await app.write("sinds mei")
        assert "sinds mei" in app.text
        await app.press("enter")
        await app.paste("een nieuw systeem")
        await app.press("enter", "ctrl+q")
    (draft,) = Drafts(places.drafts).all()
    assert "sinds mei" in repr(draft) and "een nieuw systeem" in repr(draft)


async def test_before_cards_it_is_said_how_to_begin(places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "x")
    async with running(places) as app:
        app.app.open(StepRoute("waardensortering"))
        await app.settle()
        await app.press("v")
        assert "Hier is eerst iets te kiezen of te leggen. Enter begint." in app.words


async def test_esc_leaves_the_box_for_the_explanation_where_one_types_on(places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "x")
    async with running(places) as app:
        app.app.open(StepRoute("mijn-visie"))
        await app.settle()
        await app.write("Eerst dit")
        await app.press("escape")
        assert app.app.screen.has_class("-about")
        await app.write(" en dan dat")
        assert isinstance(app.app.focused, Editor) and app.app.focused.text == "Eerst dit en dan dat"
        await app.press("escape")
        await app.write("en meer")
        assert app.app.focused.text == "Eerst dit en dan dat en meer"
        await app.press("escape")
        await app.paste("geplakt")
        assert app.app.focused.text == "Eerst dit en dan dat en meer geplakt"
        await app.press("escape", "escape")
        assert "Thuis" in app.text
