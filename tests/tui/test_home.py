"""Thuis: all that is drawn for it at 80×24, each thing a key away, and never what somebody wrote."""

import threading
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from support.driver import SMALL, TINY, WIDE, running

from goedwerk_tui.base.clock import local
from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal, Kind, Mark, Meeting, Origin, Status, StepProgress
from goedwerk_tui.journal.lock import InstanceLock
from goedwerk_tui.programme import Pack
from goedwerk_tui.tui.app import GoedWerkApp
from goedwerk_tui.tui.screens.writing import WritingScreen
from goedwerk_tui.tui.workspace import Workspace
from goedwerk_tui.tui.workspace_opening import open_workspace

pytestmark = pytest.mark.dated

NOW = datetime.now(UTC)


@pytest.fixture
def half_way(places: Places, pack: Pack) -> Places:
    """A journal of some months: one session walked, half of the next, an intention that is due, a meeting to come."""
    now = [NOW]
    journal = Journal.open(places, clock=lambda: now[0])
    for days in (70, 40, 40, 21):
        now[0] = NOW - timedelta(days=days)
        entry = journal.add(Kind.NOTE, "alleen voor mij")
    journal.mark(entry.id, Mark.BRING, True)
    origin = Origin(
        "goed-werk", "opening", "opening-afsluiting", "voornemen", "Opening", "Terugkijken", "Wat neem je je voor?"
    )
    journal.add(Kind.INTENTION, "Als het vrijdag is, dan kijk ik terug.", origin=origin)
    now[0] = NOW
    opening, craft = pack.programme.sessions[:2]
    for step in (*opening.core, *craft.core[:3]):
        journal.set_progress(step, StepProgress(Status.DONE, "", NOW))
    journal.set_position(craft.core[2], "")
    journal.set_meeting(Meeting("eerste", local(NOW).date() + timedelta(days=6), craft.id))
    journal.close()
    return places


async def test_it_shows_at_a_glance_where_one_was_and_what_waits(half_way: Places, pack: Pack) -> None:
    step = pack.step(pack.programme.sessions[1].core[3])
    async with running(half_way, size=SMALL) as app:
        lines = [" ".join(line.split()) for line in app.text.splitlines()]
        core = len(pack.programme.sessions[1].core)
        assert "1 Thuis 2 Programma 3 Dagboek 4 Inzicht 5 Delen" in lines[0]
        assert "Verder waar je was" in lines[2]
        assert step.title in lines[3]
        assert lines[4] == f"●─●─●─○─○─○─○ stap 4 van {core} · {step.minutes} min"
        assert "Deze week" in lines[6]
        assert any("v schrijf o andere Del nu niet" in line for line in lines)
        assert any("Een voornemen wacht op ‘hoe ging het?’ h vertel" in line for line in lines)
        assert any("Programma" in line and "Je groep" in line for line in lines)
        assert any(line.startswith("Opening ●●●●●●●● klaar") for line in lines)
        assert any("Bijeenkomst 1 · over 6 dagen" in line for line in lines)
        assert any("1 stuk om mee te nemen" in line for line in lines)
        assert any(line.startswith(f"Vakmanschap ●●●○○○○ 3 van {core}") for line in lines)
        assert any(line.endswith("g bekijk") for line in lines)
        assert "Ritme" in app.text
        assert "5 stukken geschreven, alleen op deze computer" in app.text
        assert "alleen voor mij" not in app.text
        assert "vrijdag" not in app.text


async def test_nothing_moves_when_there_is_more_than_fits(half_way: Places) -> None:
    for height in (18, 24, 40):
        async with running(half_way, size=(80, height)) as app:
            assert "Bijeenkomst 1 · over 6 dagen" in app.text


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("enter", "vraag 1 van"),
        ("v", "Vraag van de week"),
        ("h", "Als het vrijdag is"),
        ("g", "Bijeenkomsten"),
        ("n", "Losse notitie"),
    ],
)
async def test_everything_that_waits_is_a_key_away(half_way: Places, key: str, shown: str) -> None:
    async with running(half_way, size=SMALL) as app:
        await app.press(key)
        assert shown in app.text


@pytest.mark.parametrize("page", ["Weekverslag", "Terugkijken op een maand", "Op deze dag"])
async def test_what_does_not_wait_is_in_the_palette(half_way: Places, page: str) -> None:
    async with running(half_way, size=SMALL) as app:
        await app.choose(page)
        assert page in app.text


async def test_somebody_new_sees_only_where_it_begins(places: Places) -> None:
    a_friday = datetime(2026, 12, 4, 15, tzinfo=UTC)
    with time_machine.travel(a_friday):
        async with running(places, size=SMALL, looking_round=True) as app:
            assert "Hier begint het" in app.text
            for later in ("Deze week", "Bijeenkomst", "Ritme", "stukken geschreven"):
                assert later not in app.text


async def test_what_was_is_offered_in_one_place(places: Places, pack: Pack) -> None:
    """The meeting of yesterday has a line of its own; the key stands on the screen once."""
    journal = Journal.open(places)
    journal.set_position(pack.programme.sessions[0].core[0], "")
    journal.set_meeting(Meeting("eerste", local(NOW).date() - timedelta(days=1), pack.programme.sessions[0].id))
    journal.close()
    async with running(places, size=SMALL) as app:
        assert "Bijeenkomst 1 was gisteren. Wat bleef hangen? g bekijk" in app.words
        assert app.words.count("g bekijk") == 1


async def test_in_a_narrow_window_the_title_of_the_step_has_the_room(half_way: Places, pack: Pack) -> None:
    step = pack.step(pack.programme.sessions[1].core[3])
    async with running(half_way, size=TINY) as app:
        assert app.text.splitlines()[2].rstrip().endswith("Enter")
        assert f"Vakmanschap › {step.title}" in app.text


async def test_in_a_tiny_window_the_columns_lie_below_each_other(half_way: Places) -> None:
    async with running(half_way, size=TINY) as app:
        assert "Verder waar je was" in app.text
        for _ in range(9):
            await app.press("down")
            if "Bijeenkomsten" in app.text:
                break
        assert "Bijeenkomst 1 · over 6 dagen" in app.text


async def test_the_arrows_go_from_row_to_row_in_a_low_window(half_way: Places) -> None:
    """What lies lower comes into sight with them; the box that scrolls does not take the keys."""
    async with running(half_way, size=TINY) as app:
        await app.press("down", "down")
        assert "▌ Een voornemen" in app.text
        await app.press("enter")
        assert "Als het vrijdag is" in app.text
        await app.press("escape", "up", "up")
        assert "▌ Vakmanschap ›" in app.text


async def test_a_window_that_stays_open_over_the_weekend_knows_what_day_it_is(half_way: Places) -> None:
    a_friday = datetime(2026, 12, 4, 15, tzinfo=UTC)
    with time_machine.travel(a_friday) as now:
        async with running(half_way, size=SMALL) as app:
            assert "Weekverslag" in app.text
            for days in (0, 3):
                now.shift(timedelta(days=days))
                app.app.sync.look_again()
                await app.settle()
            assert "Weekverslag" not in app.text


async def test_keys_that_come_before_the_journal_do_nothing(half_way: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a slow disk somebody types ahead; each key on Thuis waits for no journal, and breaks nothing."""
    may_open = threading.Event()
    real = open_workspace

    def slow(places: Places, content: Sequence[Path] = ()) -> Workspace:
        may_open.wait(10)
        return real(places, content)

    monkeypatch.setattr("goedwerk_tui.tui.startup.open_workspace", slow)
    app = GoedWerkApp(half_way)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("enter", *"vowxndmhlkst", "down", "enter", "2", "1")
        assert len(app.screen_stack) == 1
        may_open.set()
        while app.workspace is None:
            await pilot.pause(0.01)
        await pilot.press("h")
        assert isinstance(app.screen, WritingScreen)
        app.workspace.close()


async def test_a_second_window_shows_the_question_and_offers_nothing_that_it_cannot_keep(half_way: Places) -> None:
    lock = InstanceLock(half_way)
    lock.acquire()
    async with running(half_way, size=SMALL) as app:
        assert "alleen lezen" in app.text
        assert "Deze week" in app.text
        assert "nu niet" not in app.text
        await app.press("o", "delete")
        assert "Deze week" in app.text
    lock.release()


async def test_in_a_wide_window_what_one_was_at_stands_beside_the_whole(half_way: Places, pack: Pack) -> None:
    step = pack.step(pack.programme.sessions[1].core[3])
    async with running(half_way, size=WIDE) as app:
        beside = next(line for line in app.text.splitlines() if "Verder waar je was" in line)
        assert "Programma" in beside
        assert step.questions[0].text in app.words
        assert all(session.title in app.text for session in pack.programme.sessions)


async def test_a_key_that_no_row_names_does_nothing(places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "van eerder")
    async with running(places) as app:
        await app.press("v")
        await app.write("Een antwoord dat af is.")
        await app.press("escape")
        for key in "ovkhlstc":
            if f" {key}  " in app.text:
                continue  # a day on which that is offered
            await app.press(key)
            assert len(app.app.screen_stack) == 1 and "Hier begint het" in app.text
            await app.press("f1")
            assert "maand" not in app.words
            await app.press("escape")
        await app.press("g")
        assert "Bijeenkomsten" in app.text.splitlines()[0]
