"""What never leaves and is thrown away: it is said where its words stand too."""

from support.driver import running

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal, Kind, Mark

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
