"""A step keeps one's place in its text, and says what was answered and how to go on."""

from support.driver import Driver, running

from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.route import CHOICE_ITEM, stops
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.model import Case
from goedwerk_tui.tui.routes import StepRoute

LOW = (80, 20)


def a_case(pack: Pack) -> Case:
    """The longest case that asks something about its situation before it comes to its moment."""
    steps = (pack.step(each) for session in pack.programme.sessions for each in session.steps)
    cases = (step for step in steps if isinstance(step, Case) and step.choice and stops(step)[0].blocks == 1)
    return max(cases, key=lambda case: len(case.blocks[0].text))


async def open_step(app: Driver, step: str, item: str | None = None) -> None:
    app.app.open(StepRoute(step, item))
    await app.settle()


def text_in_front(app: Driver) -> str:
    """The first line of the text that is seen, without its frame."""
    return next(line for line in app.text.splitlines()[2:] if line.strip(" │┃█▁▂▃▄▅▆▇")).strip(" │┃█▁▂▃▄▅▆▇")


async def test_the_text_stays_where_it_was_back_and_forth_and_the_next_day(places: Places, pack: Pack) -> None:
    step = a_case(pack)
    Journal.open(places).add(Kind.NOTE, "begonnen")
    async with running(places, size=LOW) as app:
        await open_step(app, step.id)
        beginning = text_in_front(app)
        await app.press("space")
        read_to = text_in_front(app)
        assert read_to != beginning
        await app.press("enter")
        await app.write("Het staat er.")
        await app.press("escape")
        assert text_in_front(app) == read_to
        assert "beantwoord" in app.text
        await app.press("ctrl+n")
        assert step.blocks[1].title in app.text
        await app.press("ctrl+r")
        assert text_in_front(app) == read_to
        await app.press("escape")
        await open_step(app, step.id)
        assert text_in_front(app) == read_to
        await app.press("f2", "ctrl+q")
    async with running(places, size=LOW) as app:
        await app.press("enter")
        assert text_in_front(app) == read_to


async def test_a_question_is_resumed_at_the_part_that_it_is_about(places: Places, pack: Pack) -> None:
    step = a_case(pack)
    Journal.open(places).add(Kind.NOTE, "begonnen")
    question = step.questions[-1]
    async with running(places, size=LOW) as app:
        await open_step(app, step.id, question.id)
        assert step.blocks[-1].title in app.text


async def test_the_title_of_a_step_is_whole_in_any_width(places: Places, pack: Pack) -> None:
    steps = (pack.step(each) for session in pack.programme.sessions for each in session.steps)
    step = max(steps, key=lambda each: len(each.title))
    for size in ((46, 12), (80, 24), (120, 24)):
        async with running(places, size=size, looking_round=True) as app:
            await open_step(app, step.id)
            assert step.title in app.words


async def test_how_to_choose_is_said_and_up_leaves_the_box_to_the_options(places: Places, pack: Pack) -> None:
    step = a_case(pack)
    assert step.choice
    Journal.open(places).add(Kind.NOTE, "begonnen")
    async with running(places, size=LOW) as app:
        await open_step(app, step.id, CHOICE_ITEM)
        assert "met 1–" not in app.text
        await app.press("enter")
        assert f"met 1–{len(step.choice.options) + 1} of Enter" in app.text
        await app.press("2")
        assert "gekozen" in app.text
        await app.write("Omdat het kan.")
        await app.press("up", "up", "enter")
        assert "● 1" in app.text
        assert "Omdat het kan." in app.text


async def test_space_and_enter_go_on_at_the_end_of_a_text(places: Places, pack: Pack) -> None:
    step = a_case(pack)
    Journal.open(places).add(Kind.NOTE, "begonnen")
    async with running(places, size=LOW) as app:
        await open_step(app, step.id)
        for _ in range(9):
            if app.app.screen.has_class("-reading"):
                await app.press("space")
        await app.write("Zo begint het.")
        assert "Zo begint het." in app.text
