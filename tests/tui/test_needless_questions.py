"""What an answer makes needless to ask is not asked; what was written there before still shows."""

from support.driver import Driver, running

from goedwerk_tui.base.places import Places
from goedwerk_tui.tui.routes import StepRoute

CHANGE = "Wat verander je aan deze taak"


async def list_two_tasks(app: Driver) -> None:
    """List two tasks, and say of the first what it is, up to what may change about it."""
    await app.press("b")
    app.app.open(StepRoute("taakboetseren"))
    await app.settle()
    await app.press("enter")
    await app.paste("de postlijst\nhet overleg")
    await app.press("down", "home", "enter")
    await app.press("2", "enter", "3", "enter")


async def test_of_a_task_at_which_nothing_changes_it_is_not_asked_what(places: Places) -> None:
    async with running(places) as app:
        await list_two_tasks(app)
        assert CHANGE in app.words
        await app.press("4")
        assert CHANGE not in app.words
        await app.press("enter")  # on to the next task, past the question that fell away
        await app.press("1", "enter", "1", "enter", "1", "enter")
        assert CHANGE in app.words
        await app.write("Ik neem Bas mee")
        await app.press("enter")
        await app.press("enter", "down", "down")
        assert "in hoe ik het doe" in app.words
        await app.press("4")
        assert "Ik neem Bas mee" in app.words


async def test_from_a_needless_question_that_is_emptied_one_goes_on(places: Places) -> None:
    async with running(places) as app:
        await list_two_tasks(app)
        await app.press("1", "enter")
        await app.write("Ik neem Bas mee")
        await app.press("enter", "escape", "home", "enter", "down", "down", "4", "down", "enter")
        assert "Ik neem Bas mee" in app.words
        await app.press("ctrl+a", "delete", "enter")
        await app.press("1")
        assert "geeft energie" in app.text.split("het overleg")[1].splitlines()[0]
