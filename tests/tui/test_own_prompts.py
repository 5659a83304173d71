"""Own questions: their list, and on Thuis."""

from support.driver import TINY, Driver, running

from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.reminders.rhythm import STEP
from goedwerk_tui.journal import Journal, Kind, State
from goedwerk_tui.tui.screens.own_prompts import OwnPromptsScreen


async def open_list(app: Driver) -> None:
    app.app.push_screen(OwnPromptsScreen())
    await app.settle()


async def test_a_question_of_ones_own_is_asked_and_answered(places: Places) -> None:
    async with running(places) as app:
        await app.press("b", "escape", "1")
        await app.choose("eigen vragen")
        assert "Nog geen eigen vragen" in app.text
        await app.press("n")
        assert "Welke vraag wil je een keer krijgen?" in app.words
        await app.paste("Wat zei [Ank] maandag?")
        await app.press("escape", "n")
        await app.paste("En daarna?")
        await app.press("escape")
        assert "2 eigen vragen" in app.text
        assert "komt als eerste aan de beurt" in app.text
        await app.press("escape")
        assert "Een vraag die je zelf opschreef" in app.text
        assert "[Ank]" not in app.text
        await app.press("v")
        assert "Wat zei [Ank] maandag?" in app.text
        await app.paste("Niets.")
        await app.press("escape")
        assert "[Ank]" not in app.text
        await open_list(app)
        assert "beantwoord op" in app.text
        assert app.text.index("En daarna?") < app.text.index("[Ank]")
        await app.press("end", "enter")
        assert "Niets." in app.text
    (answer,) = Journal.open(places, read_only=True).newest_first(step=STEP)
    assert answer.origin
    assert (answer.text, answer.origin.words) == ("Niets.", "Wat zei [Ank] maandag?")


async def test_the_key_that_opens_a_page_for_one_stands_in_no_question(places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "x")
    async with running(places) as app:
        await open_list(app)
        await app.write_slowly("nHoe ga ik")
        assert app.standing == "Hoe ga ik"
        assert "De n opende een eigen vraag en staat er niet in." in app.words


async def test_one_is_worded_otherwise_and_thrown_away(places: Places) -> None:
    Journal.open(places).add(Kind.PROMPT, "Waarom?")
    async with running(places, size=TINY) as app:
        await open_list(app)
        await app.press("e", "end", "backspace")
        await app.paste(" niet?")
        await app.press("escape")
        assert "Waarom niet?" in app.text
        await app.press("delete")
        assert "Nog geen eigen vragen" in app.words
        await app.press("e", "delete", "enter")
    (entry,) = Journal.open(places, read_only=True).newest_first(state=State.TRASH)
    assert [each.text for each in entry.revisions][:2] == ["Waarom?", "Waarom niet?"]


async def test_a_half_written_question_comes_back(places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "begonnen")
    async with running(places) as app:
        await open_list(app)
        await app.press("n")
        await app.paste("Hoe kan het dat")
        app.app.keep_now()
    async with running(places) as app:
        await open_list(app)
        await app.press("n")
        assert "Hoe kan het dat" in app.text
        await app.paste(" niemand belde?")
        await app.press("escape")
        assert "1 eigen vraag" in app.text
    kept = Journal.open(places, read_only=True).newest_first(kinds={Kind.PROMPT})
    assert [each.text for each in kept] == ["Hoe kan het dat niemand belde?"]


async def test_another_window_has_the_journal(places: Places) -> None:
    Journal.open(places).add(Kind.PROMPT, "Waarom?")
    async with running(places), running(places) as app:
        await open_list(app)
        assert "Waarom?" in app.text
        assert "nieuwe vraag" not in app.text
        await app.press("n", "e", "delete")
        assert "1 eigen vraag" in app.text
