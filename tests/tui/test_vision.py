"""Visie on screen: a document that grows, its versions, what changed between them, and where it came from."""

from support.driver import TINY, Driver, running

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal, Kind, Origin
from goedwerk_tui.journal.erasure import wipe
from goedwerk_tui.tui.routes import StepRoute

CLOSING = Origin(
    "goed-werk", "betrokkenheid", "betrokkenheid-afsluiting", "goed-werk", "Betrokkenheid", "Terugkijken", "Waar voor?"
)


async def finish(app: Driver) -> None:
    """Finish the exercise with parts that are still empty, which is asked about first."""
    await app.press("ctrl+s")
    assert "delen leeg" in app.text
    await app.press("down", "enter")
    assert "Gemaakt op" in app.text


async def test_from_an_answer_to_versions_that_can_be_compared(places: Places) -> None:
    journal = Journal.open(places)
    journal.set_position("wat-is-goed-werk", "x")
    journal.add(Kind.VISION, "Om te [helpen].", origin=CLOSING)
    journal.close()
    async with running(places) as app:
        await app.choose("Visie")
        assert "Om te [helpen]." in app.text
        assert "versies" not in app.text
        await app.press("e", "enter", "f3", "enter", "f3", "ctrl+end")
        await app.paste(" Wij helpen wie belt.")
        await finish(app)
        await app.press("escape")
        assert "Wij helpen wie belt." in app.text
        assert "komt uit:" in app.text
        assert "Wat je er verder over schreef" in app.text
        await app.press("e", "f3", "f7", "backspace")
        await app.paste("Wij helpen ook wie schrijft.")
        await finish(app)
        await app.press("escape")
        assert "2 versies" in app.text
        await app.press("c")
        assert "Wij helpen [+ ook +] wie [- belt. -] [+ schrijft. +]" in app.words
        await app.press("escape", "v", "down", "enter")
        assert "Een eerdere versie" in app.text
        assert "Wij helpen wie belt." in app.text
        await app.press("escape", "tab", "enter")
        assert "Waar voor?" in app.text
        await app.press("escape", "escape")
        assert "Verder waar je was" in app.text


async def test_what_a_part_came_from_may_be_gone(places: Places) -> None:
    async with running(places) as app:
        await app.press("b")
        workspace = app.app.workspace
        assert workspace
        terms = [workspace.journal.add(Kind.TERM, text) for text in ("stevig", "af")]
        app.app.open(StepRoute("mijn-visie"))
        await app.settle()
        await app.press("enter", "ctrl+n", "f3", "enter", "down", "enter")
        await finish(app)
        await app.press("escape")
    journal = Journal.open(places)
    journal.trash(terms[0].id)
    journal.trash(terms[1].id)
    wipe(journal, [terms[1].id])
    journal.close()
    async with running(places) as app:
        await app.choose("Visie")
        assert "ligt in de prullenbak" in app.text
        assert "dat stuk is gewist" in app.text


async def test_half_done_work_is_not_laid_over_a_part_that_was_changed_since(places: Places) -> None:
    async with running(places) as app:
        await app.press("b")
        app.app.open(StepRoute("mijn-visie"))
        await app.settle()
        await app.press("enter", "ctrl+n", "ctrl+n", "ctrl+n", "ctrl+n")
        await app.paste("Wij helpen wie belt.")
        await finish(app)
        await app.press("f3")
        await app.paste(" En wie schrijft.")
        await app.press("escape", "escape")
    journal = Journal.open(places)
    (part,) = journal.newest_first(kinds={Kind.VISION})
    journal.change(part.id, "Wij helpen wie zwijgt.")
    journal.close()
    async with running(places) as app:
        app.app.open(StepRoute("mijn-visie"))
        await app.settle()
        assert "past niet meer" in app.words
        await app.press("f3", "ctrl+n", "ctrl+n", "ctrl+n", "ctrl+n")
        assert "Wij helpen wie zwijgt." in app.text
    (note,) = Journal.open(places, read_only=True).newest_first(kinds={Kind.NOTE})
    assert "En wie schrijft." in note.text


async def test_nothing_yet_in_a_small_window(places: Places) -> None:
    async with running(places, size=TINY, looking_round=True) as app:
        await app.choose("Visie")
        assert "Nog geen visie." in app.words and "e begin" in app.words
        await app.press("c", "v", "tab", "enter")
        assert "Nog geen visie." in app.words
        await app.press("e")
        assert "goed ambtelijk werk" in app.words


async def test_where_something_of_a_vision_is_though_there_is_none(places: Places) -> None:
    async with running(places) as app:
        await app.press("b")
        app.app.open(StepRoute("mijn-visie-begin"))
        await app.settle()
        await app.press("enter")
        await app.paste("Voor wie belt.")
        await app.press("escape", "escape")
        await app.choose("Visie")
        assert "Hier staat geen visie. Half af is" in app.words
        assert "Een halve bladzijde visie’: op Thuis ga je daarmee verder." in app.words
        assert "e schrijf verder" in app.words
        await app.press("escape")
        app.app.open(StepRoute("mijn-visie-begin"))
        await app.settle()
        await finish(app)
        await app.press("escape")
        await app.choose("Visie")
        assert "schreef is nog geen visie: het deel ‘Mijn visie, voor nu’ is daar nog leeg." in app.words


async def test_a_vision_that_was_thrown_away_is_said_to_be_in_the_trash(places: Places) -> None:
    journal = Journal.open(places)
    entry = journal.add(Kind.VISION, "Om te helpen.", origin=CLOSING)
    journal.trash(entry.id)
    journal.close()
    async with running(places) as app:
        await app.choose("Visie")
        assert (
            "Hier staat geen visie. Wat je eerder als visie schreef ligt in de prullenbak, in je dagboek." in app.words
        )
    again = Journal.open(places)
    wipe(again, [entry.id])
    again.close()
    async with running(places) as app:
        await app.choose("Visie")
        assert "Nog geen visie. Die schrijf je in de laatste sessie" in app.words
