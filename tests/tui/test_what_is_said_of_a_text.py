"""What is said of a text goes when that goes."""

from support.driver import running

from goedwerk_tui.base.places import Places
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.model import Case
from goedwerk_tui.tui.routes import StepRoute


async def test_what_is_said_of_a_text_goes_with_it(places: Places, pack: Pack) -> None:
    case = next(each for each in map(pack.step, pack.programme.sessions[0].core) if isinstance(each, Case))
    async with running(places) as app:
        await app.press("b")
        app.app.open(StepRoute(case.id, "keuze"))
        await app.settle()
        await app.press("f2", "1")
        await app.write("omdat het kan")
        await app.press("shift+tab", "9")
        assert "Dit cijfer staat in je tekst" in app.words
        await app.press("ctrl+u")
        assert "Dit cijfer staat in je tekst" not in app.words


async def test_an_answer_that_is_emptied_is_not_called_kept(places: Places, pack: Pack) -> None:
    step = next(each for each in map(pack.step, pack.programme.sessions[0].core) if each.questions)
    async with running(places) as app:
        await app.press("b")
        app.app.open(StepRoute(step.id, step.questions[0].id))
        await app.settle()
        await app.press(*(["f2"] if app.app.screen.has_class("-reading") else []))
        await app.write("een antwoord")
        await app.press("escape", "f2")
        assert "beantwoord" in app.words and "bewaard" in app.words
        await app.press("ctrl+u")
        await app.pause(0.3)
        await app.settle()
        assert "beantwoord" not in app.words and "● bewaard" not in app.words
        assert "nog niets geschreven" in app.words
