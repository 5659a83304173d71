"""What never leaves and is thrown away: it is said where its words stand too."""

from support.driver import running

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal, Kind, Mark
from goedwerk_tui.tui.routes import StepRoute

SECRET = "de havenmeester komt te laat"


async def test_throwing_away_says_that_nothing_keeps_the_words_back(places: Places) -> None:
    journal = Journal.open(places)
    journal.add(Kind.NOTE, f"Vandaag hoorde ik dat {SECRET} op maandag.")
    secret = journal.add(Kind.NOTE, SECRET)
    journal.mark(secret.id, Mark.NEVER_LEAVE, True)
    journal.close()
    async with running(places) as app:
        await app.press("3", "delete")
        assert "ligt in de prullenbak. Dit mag nooit mee. Dezelfde woorden staan ook in" in app.said


async def test_emptying_the_page_of_an_intention_says_so_too(places: Places) -> None:
    journal = Journal.open(places)
    journal.add(Kind.NOTE, f"Vandaag hoorde ik dat {SECRET} op maandag.")
    secret = journal.add(Kind.INTENTION, SECRET)
    journal.mark(secret.id, Mark.NEVER_LEAVE, True)
    journal.close()
    async with running(places) as app:
        await app.choose("Voornemens")
        await app.press("e", "f7", "backspace", "escape")
        assert "ligt in de prullenbak. Dit mag nooit mee. Dezelfde woorden staan ook in" in app.said


async def test_taking_a_line_out_of_a_list_says_so_once_that_is_finished(places: Places) -> None:
    async with running(places) as app:
        await app.press("b")
        app.app.open(StepRoute("mijn-woorden"))
        await app.settle()
        await app.press("enter")
        await app.paste(SECRET)
        await app.press("enter", "ctrl+s", "ctrl+s")
        workspace = app.app.workspace
        assert workspace
        term = workspace.journal.newest_first(kinds={Kind.TERM})[0]
        workspace.journal.mark(term.id, Mark.NEVER_LEAVE, True)
        workspace.journal.add(Kind.NOTE, f"Vandaag hoorde ik dat {SECRET} op maandag.")
        await app.press("f3", "down", "delete", "ctrl+s")
        assert "ligt in de prullenbak. Dit mag nooit mee. Dezelfde woorden staan ook in" in app.said
