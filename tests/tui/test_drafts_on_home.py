"""What was being typed when the process was killed: Thuis gives it back on the page where it was."""

import threading
import time
from datetime import UTC, datetime

import msgspec
import pytest
import time_machine
from support.crossing import in_part
from support.driver import SMALL, WIDE, Driver, running
from textual.events import Key

from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.reminders import intentions, month, week_log
from goedwerk_tui.journal import Entry, Journal, Kind, Origin
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.programme import Pack

pytestmark = pytest.mark.dated

FRIDAY = datetime(2026, 12, 4, 15, tzinfo=UTC)
NOVEMBER = datetime(2026, 11, 3, 9, tzinfo=UTC)


@pytest.fixture
def plan(a_tuesday: None, places: Places, pack: Pack) -> Entry:
    """An intention that was written at a step, among what was written in November."""
    session = pack.programme.sessions[0]
    journal = Journal.open(places, clock=lambda: NOVEMBER)
    for text in ("een", "twee"):
        journal.add(Kind.NOTE, text)
    journal.add(Kind.TERM, "rond")
    journal.set_position(session.core[0], "")
    origin = Origin("goed-werk", session.id, session.core[-1], "voornemen", session.title, "Terugkijken", "En nu?")
    plan = journal.add(Kind.INTENTION, "Eerst bellen.", origin=origin)
    journal.close()
    return plan


async def killed_while_typing(places: Places, *keys: str) -> None:
    async with running(places) as app:
        await press(app, *keys)
        await app.write("half")
        app.app.keep_now()
        app.app.exit()


async def press(app: Driver, *keys: str) -> None:
    for key in keys:
        if key.startswith("ctrl+p "):
            await app.choose(key.removeprefix("ctrl+p "))
        else:
            await app.press(key)


def texts(places: Places, step: str) -> dict[str, str]:
    entries = Journal.open(places, read_only=True).newest_first(step=step)
    return {each.origin.item: each.text for each in entries if each.origin}


async def test_a_look_back_comes_with_the_words_beside_it(plan: Entry, places: Places) -> None:
    with time_machine.travel(FRIDAY):
        await killed_while_typing(places, "k", "f2")
        async with running(places) as app:
            assert "Er staat iets klaar, nog niet af, bij ‘Terugkijken" in app.text
            await app.press("c")
            assert "Dit schreef je in november." in app.words
            assert "3 nov 2026" in app.text
            await app.write(" af")
            await app.press("escape")
            assert "Er staat iets klaar" not in app.text
    assert texts(places, month.STEP) == {"2026-11": "half af"}


async def test_a_page_of_the_week_log_is_one_of_three_again(plan: Entry, places: Places) -> None:
    with time_machine.travel(FRIDAY):
        await killed_while_typing(places, "l", "ctrl+n")
        async with running(places) as app:
            await app.press("c")
            assert "Vraag 2 van 3 · Weekverslag, week 49" in app.text
            assert "half" in app.text
            await app.press("ctrl+n")
            assert "Vraag 3 van 3" in app.text
    assert texts(places, week_log.STEP) == {"2026-W49/gedaan": "half"}


async def test_how_an_intention_went_comes_with_the_intention(plan: Entry, places: Places) -> None:
    with time_machine.travel(FRIDAY):
        await killed_while_typing(places, "h")
        async with running(places) as app:
            await app.press("c")
            assert "Eerst bellen." in app.text
            assert "half" in app.text
            await app.press("escape")
    assert texts(places, intentions.STEP) == {plan.id: "half"}


async def test_an_entry_of_a_step_that_was_being_changed_is_not_sought_at_the_step(plan: Entry, places: Places) -> None:
    with time_machine.travel(FRIDAY):
        await killed_while_typing(places, "ctrl+p Voornemens", "e", "space")
        async with running(places) as app:
            await app.press("c")
            assert "Eerst bellen. half" in app.text
            await app.press("escape")
            assert "Er staat iets klaar" not in app.text
    assert Journal.open(places, read_only=True).entries[plan.id].text == "Eerst bellen. half"


@pytest.mark.parametrize(
    ("keys", "asked", "kind"),
    [
        (("ctrl+p Voornemens", "n"), "Wat ga je doen, en wanneer?", Kind.INTENTION),
        (("ctrl+p Eigen vragen", "n"), "Welke vraag wil je een keer krijgen?", Kind.PROMPT),
    ],
)
async def test_a_new_one_comes_with_what_was_asked(
    plan: Entry, places: Places, keys: tuple[str, ...], asked: str, kind: Kind
) -> None:
    await killed_while_typing(places, *keys)
    async with running(places) as app:
        await app.press("c")
        assert asked in app.text
        assert "half" in app.text
        await app.press("escape")
    assert Journal.open(places, read_only=True).newest_first(kinds={kind})[0].text == "half"


async def test_an_answer_to_a_question_that_is_gone_comes_on_a_page_of_its_own(plan: Entry, places: Places) -> None:
    assert plan.origin
    gone = msgspec.structs.replace(plan.origin, item="van-vroeger", words="Hoe ging dat toen?")
    draft = Draft(key=f"{gone.step}/{gone.item}", text="half", origin=gone, kind=Kind.ANSWER, at=NOVEMBER)
    Drafts(places.drafts).put(draft)
    async with running(places) as app:
        await app.press("c")
        assert "Hoe ging dat toen?" in app.text
        assert "half" in app.text
        await app.press("escape")
        assert "Er staat iets klaar" not in app.text
    assert Journal.open(places, read_only=True).newest_first()[0].text == "half"


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_what_is_meant_by_a_word_is_asked_again(plan: Entry, places: Places, key: str) -> None:
    with time_machine.travel(FRIDAY):
        await killed_while_typing(places, "ctrl+p Woorden", "b")
        async with running(places) as app:
            await app.press("c")
            assert "Wat bedoel je met ‘rond’?" in app.text
            await app.press(key)
            await app.pause(0.2)
            assert "Er staat iets klaar" not in app.text
    journal = Journal.open(places, read_only=True)
    (word,) = journal.newest_first(kinds={Kind.TERM})
    assert (word.data or {}).get("betekent", "") == "half"
    assert Drafts(places.drafts).all() == ()


async def test_a_month_that_is_not_wanted_goes_at_one_key(plan: Entry, places: Places) -> None:
    with time_machine.travel(FRIDAY):
        async with running(places) as app:
            assert "Terugkijken op november" in app.text
            for back in (True, False):
                while not (app.app.focused and app.app.focused.name == "month"):
                    await app.press("down")
                await app.press("delete")
                assert "Terugkijken op november: wat" not in app.text
                if back:
                    await app.press("ctrl+z")
                    assert "Terugkijken op november: wat" in app.text
            assert "niet meer aan" in app.words
            await app.press("k")
            assert "Terugkijken op een maand" not in app.words
            await app.choose("terugkijken op een maand")
            await app.press("enter")
            assert "Dit schreef je in november." in app.words
        async with running(places) as app:
            assert "Terugkijken op november" not in app.text


def slowly(monkeypatch: pytest.MonkeyPatch, seconds: float) -> list[bool]:
    """Let a disk take its time over all drafts; says of each reading whether it held up the screen."""
    read, held_up = Drafts.all, list[bool]()

    def all(self: Drafts) -> tuple[Draft, ...]:
        held_up.append(threading.current_thread() is threading.main_thread())
        time.sleep(seconds)
        return read(self)

    monkeypatch.setattr(Drafts, "all", all)
    return held_up


async def test_what_was_typed_is_taken_up_before_it_is_listed(
    places: Places, plan: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    await killed_while_typing(places, "n")
    held_up = slowly(monkeypatch, 0.5)
    async with running(places) as app:
        assert "nog niet af" in app.text
        app.app.post_message(Key("c", "c"))
        app.app.post_message(Key("end", None))
        await app.write(" af")
        assert "half af" in app.text
    assert held_up and not any(held_up)


async def test_of_a_long_title_a_piece_goes_and_not_the_word_that_says_what_waits(
    plan: Entry, places: Places, pack: Pack
) -> None:
    title = "Een keer dat het op een donderdagmiddag toch nog goed ging, met iedereen erbij"
    session = pack.programme.sessions[0]
    beside = Origin("goed-werk", session.id, session.core[0], "", session.title, title)
    drafts = Drafts(places.drafts)
    drafts.put(Draft(key="los", text="een zin", origin=beside, kind=Kind.NOTE, at=FRIDAY))
    drafts.put(Draft(key="notitie", text="half", origin=None, kind=Kind.NOTE, at=NOVEMBER))
    for size in (SMALL, WIDE):
        async with running(places, size=size) as app:
            row = next(each for each in app.text.splitlines() if "Bij ‘Een keer" in each)
            assert "…’ staat een losse zin klaar" in row
            assert "c  ga verder · en nog 1" in row


@pytest.mark.parametrize(
    ("keys", "taken_up"),
    in_part(
        [(("n",), ("c",)), (("v",), ("c",)), (("h",), ("c",)), (("2", "enter", "f2"), ("c", "f2"))], 2, several=True
    ),
)
async def test_what_is_taken_up_is_said_to_be_a_draft_until_it_is_another(
    plan: Entry, places: Places, keys: tuple[str, ...], taken_up: tuple[str, ...]
) -> None:
    with time_machine.travel(FRIDAY):
        await killed_while_typing(places, *keys)
        async with running(places) as app:
            await app.press(*taken_up)
            assert "half" in app.text
            assert "◐ als concept bewaard" in app.text and "nog niet bewaard" not in app.text
            await app.write("!")
            assert "als concept bewaard" not in app.text
            await app.press("escape")
            assert "als concept bewaard" not in app.text
