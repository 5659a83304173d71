"""Intentions on Thuis and on their own screen."""

from datetime import UTC, datetime, timedelta

import pytest
from support.driver import TINY, running

from goedwerk_tui.base.clock import long_date
from goedwerk_tui.base.places import Places
from goedwerk_tui.commands import main
from goedwerk_tui.guidance.reminders.intentions import STEP
from goedwerk_tui.journal import Journal, Kind, Origin

pytestmark = pytest.mark.dated

OLD = "Als het [stil] valt, dan tel ik tot vier."
NEW = "Als de mail om half vijf komt, dan antwoord ik morgen."
CLOSING = Origin("goed-werk", "opening", "opening-afsluiting", "voornemen", "Opening", "Terugkijken", "Wat ga je doen?")


@pytest.fixture(autouse=True)
def intended(places: Places) -> None:
    """Somebody who is under way, with one intention of three weeks ago and one of now."""
    before = datetime.now(UTC) - timedelta(days=21)
    journal = Journal.open(places, clock=lambda: before)
    journal.set_position("wat-is-goed-werk", "x")
    journal.add(Kind.INTENTION, OLD, origin=CLOSING)
    Journal.open(places).add(Kind.INTENTION, NEW)


def kept(places: Places, kind: Kind) -> list[str]:
    return [each.text for each in Journal.open(places, read_only=True).newest_first(kinds={kind})]


async def test_how_it_went_is_asked_once(places: Places, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["herinner"]) == 0
    assert "voornemen wacht op ‘hoe ging het?’" in capsys.readouterr().out
    async with running(places) as app:
        assert "Een voornemen wacht op ‘hoe ging het?’" in app.text
        assert "stil" not in app.text
        await app.choose("Voornemens")
        assert app.text.index(OLD) < app.text.index(NEW)
        await app.press("h")
        assert OLD in app.words
        assert "Is de situatie er geweest?" in app.words
        await app.write("Het viel stil.")
        await app.press("escape")
        assert "verteld op" in app.text
        await app.press("enter")
        assert "Het viel stil." in app.text
        await app.press("escape", "escape")
        assert "voornemen" not in app.text
    (told,) = Journal.open(places, read_only=True).newest_first(step=STEP)
    assert told.text == "Het viel stil."
    assert told.origin
    assert "stil" not in told.origin.words
    assert main(["herinner"]) == 0
    assert "voornemen" not in capsys.readouterr().out


async def test_the_key_on_thuis_opens_the_answer_at_once_with_the_intention_above_it(places: Places) -> None:
    async with running(places) as app:
        await app.press("h")
        assert OLD in app.words
        assert "Is de situatie er geweest?" in app.words
        await app.write("Twee keer.")
        await app.press("escape")
        assert "Thuis" in app.text
        assert "voornemen wacht" not in app.text
    assert Journal.open(places, read_only=True).newest_first(step=STEP)[0].text == "Twee keer."


async def test_another_day(places: Places) -> None:
    later = datetime.now().astimezone().date() + timedelta(days=40)
    async with running(places) as app:
        await app.choose("Voornemens")
        await app.press("a")
        await app.paste("ooit")
        await app.press("enter")
        assert "Dat lees ik niet als een dag." in app.text
        await app.press("ctrl+u")
        await app.paste("1 januari 2020")
        await app.press("enter")
        assert "al geweest" in app.text
        await app.press("ctrl+u")
        await app.paste(long_date(later))
        await app.press("enter")
        assert f"Op {long_date(later)}" in app.words
        assert "wacht op" not in app.text


async def test_other_words_keep_the_old_ones(places: Places) -> None:
    async with running(places) as app:
        await app.choose("Voornemens")
        await app.press("e", "ctrl+end")
        await app.write(" Of tot tien.")
        await app.press("escape")
        assert "wacht op" not in app.text
    entry = next(
        each for each in Journal.open(places, read_only=True).newest_first(kinds={Kind.INTENTION}) if each.origin
    )
    assert [each.text for each in entry.revisions] == [OLD, f"{OLD} Of tot tien."]


async def test_ending_taking_up_and_a_strategy(places: Places) -> None:
    async with running(places) as app:
        await app.choose("Voornemens")
        await app.press("k")
        assert "afgesloten op" in app.text
        assert "weer op" in app.text
        await app.press("k")
        assert "afgesloten op" not in app.text
        assert "wacht op" not in app.text
        await app.press("s")
        assert "afgesloten op" in app.text
    assert kept(places, Kind.STRATEGY) == [OLD]
    assert sorted(kept(places, Kind.INTENTION)) == sorted([OLD, NEW])


async def test_a_small_window_and_an_empty_list(places: Places) -> None:
    async with running(places, size=TINY) as app:
        await app.choose("Voornemens")
        assert "2 voornemens" in app.text
        await app.press("f1")
        assert "Wat je je voornam" in app.words
        await app.press("end")
        assert "Focus" not in app.text
        await app.press("escape")
        assert "hoe ging het?" in app.text
        await app.press("h")
        assert "nog niets geschreven" in app.text
    async with running(places, looking_round=True) as app:
        await app.choose("Voornemens")
        assert "Nog geen voornemens" in app.text
        await app.press(*(key for letter in "heaks" for key in (letter, "up")))
        assert "Nog geen voornemens" in app.text


async def test_one_of_ones_own_and_a_signal(places: Places) -> None:
    with_signal = {"signal": "true", "look_back": "2020-01-01"}
    before = datetime.now(UTC) - timedelta(days=20)
    Journal.open(places, clock=lambda: before).add(Kind.INTENTION, "Ik zeg het maandag.", data=with_signal)
    async with running(places) as app:
        await app.choose("Voornemens")
        assert "wacht op ‘kreeg je antwoord?’" in app.text
        await app.press("n")
        await app.paste("Als het [vrijdag] is, dan ruim ik op.")
        await app.press("escape")
        assert "Als het [vrijdag] is, dan ruim ik op." in app.text
        assert "4 voornemens" in app.text
    assert "Als het [vrijdag] is, dan ruim ik op." in kept(places, Kind.INTENTION)


async def test_a_long_one_can_be_read_to_its_end(places: Places) -> None:
    Journal.open(places).add(Kind.INTENTION, "lang " * 600 + "\n\nhet einde")
    async with running(places, size=TINY) as app:
        await app.choose("Voornemens")
        await app.press("down", "enter")
        assert "lang lang" in app.text
        assert "het einde" not in app.text
        await app.press("end")
        assert "het einde" in app.text
        assert "Komt terug op" in app.text
        await app.press("escape")
        assert "voornemens" in app.text
