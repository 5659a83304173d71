"""Meetings: what comes next, what is open before one, and the working up that is offered once after it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.clocks import World

from goedwerk_tui.guidance.reminders import meetings
from goedwerk_tui.journal import Entry, Kind, Mark, Meeting, Status, StepProgress
from goedwerk_tui.programme import Pack

pytestmark = pytest.mark.dated

FIRST, SECOND = "opening", "vakmanschap"
DAY = timedelta(days=1)


@pytest.fixture
def world() -> World:
    return World()


def meet(world: World, days: int, session: str = FIRST) -> Meeting:
    return world.journal.set_meeting(Meeting("", world.today + days * DAY, session))


def open_step(world: World, step: str, status: Status = Status.STARTED) -> None:
    stop = f"stop om {world.now.isoformat()}"
    world.journal.set_progress(step, StepProgress(status, stop, world.now))


@pytest.mark.parametrize(
    ("days", "when"),
    [
        (0, "vandaag"),
        (1, "morgen"),
        (2, "overmorgen"),
        (6, "over 6 dagen"),
        (-1, "gisteren"),
        (-6, "6 dagen geleden"),
        (40, "op 14 februari 2026"),
        (-40, "op 26 november 2025"),
    ],
)
def test_when_a_meeting_is(world: World, pack: Pack, days: int, when: str) -> None:
    meet(world, days)
    (found,) = meetings.all_meetings(world.journal, pack.programme, world.today)
    assert found.when == when


def test_the_next_one_and_what_it_is_about(world: World, pack: Pack) -> None:
    programme = pack.programme
    assert meetings.next_meeting(world.journal, programme, world.today) is None
    assert meetings.about_next(world.journal, programme, world.today) == ()
    for days, session in ((-8, FIRST), (6, SECOND), (6, FIRST), (30, "sessie die er niet meer is")):
        meet(world, days, session)
    coming = meetings.next_meeting(world.journal, programme, world.today)
    assert coming
    assert (coming.name, coming.when) == ("Bijeenkomst 2", "over 6 dagen")
    last = meetings.all_meetings(world.journal, programme, world.today)[-1]
    assert (last.name, last.about, last.preparing, last.working_up) == ("Bijeenkomst 4", "", "", "")


def test_what_is_open_before_it(world: World, pack: Pack) -> None:
    programme = pack.programme
    meet(world, 6, SECOND)
    brought: list[Entry] = []
    for number in range(4):
        world.now += timedelta(minutes=1)
        brought.append(world.journal.add(Kind.NOTE, f"stuk {number}"))
        world.journal.mark(brought[-1].id, Mark.BRING, True)
    world.journal.mark(brought[0].id, Mark.NEVER_LEAVE, True)
    world.journal.trash(brought[1].id)
    assert [each.text for each in meetings.to_bring(world.journal)] == ["stuk 3", "stuk 2"]
    assert meetings.about_next(world.journal, programme, world.today) == (
        "Bijeenkomst 1 · over 6 dagen",
        "2 stukken om mee te nemen",
        "voorbereiding staat nog open",
    )
    coming = meetings.next_meeting(world.journal, programme, world.today)
    assert coming
    open_step(world, coming.preparing)
    assert meetings.to_prepare(coming, world.journal)
    open_step(world, coming.preparing, Status.DONE)
    assert not meetings.to_prepare(coming, world.journal)


def test_the_reminder_comes_the_day_before_and_on_the_day(world: World, pack: Pack) -> None:
    meet(world, 2)
    said: list[str] = []
    for _ in range(4):
        said.append(meetings.about_meeting(world.journal, pack.programme, world.today))
        world.wait(days=1)
    assert [each.split(" ")[0] for each in said] == ["", "morgen", "vandaag", ""]
    meet(world, 1)
    open_step(world, "opening-voorbereiden", Status.DONE)
    assert meetings.about_meeting(world.journal, pack.programme, world.today) == ""


def test_working_up_is_offered_from_the_next_day_for_three_weeks(world: World, pack: Pack) -> None:
    meet(world, 0)
    offered: list[int] = []
    for day in range(30):
        if meetings.to_work_up(world.journal, pack.programme, world.today):
            offered.append(day)
        world.wait(days=1)
    assert offered == list(range(1, 22))


@pytest.mark.parametrize("way", ["opened", "put aside", "cancelled"])
def test_it_is_offered_once(world: World, pack: Pack, way: str) -> None:
    meeting = meet(world, 0)
    open_step(world, "opening-voorbereiden")
    world.wait(days=2)
    offered = meetings.to_work_up(world.journal, pack.programme, world.today)
    assert offered
    said = meetings.about_working_up(world.journal, pack.programme, world.today)
    assert said == "Bijeenkomst 1 was eergisteren. Wat bleef hangen?"
    if way == "opened":
        open_step(world, offered.working_up)
    elif way == "put aside":
        meetings.put_aside(world.journal, pack.programme, world.today)
    else:
        world.journal.cancel_meeting(meeting.id)
    for _ in range(30):
        assert meetings.to_work_up(world.journal, pack.programme, world.today) is None
        assert meetings.about_working_up(world.journal, pack.programme, world.today) == ""
        world.wait(days=1)


def test_a_second_meeting_about_the_session_is_offered_by_itself(world: World, pack: Pack) -> None:
    meet(world, 0)
    world.wait(days=1)
    open_step(world, "opening-verwerken", Status.DONE)
    second = meet(world, 3)
    assert meetings.to_work_up(world.journal, pack.programme, world.today) is None
    world.wait(days=4)
    offered = meetings.to_work_up(world.journal, pack.programme, world.today)
    assert offered
    assert offered.meeting == second
    open_step(world, "opening-verwerken", Status.DONE)
    assert meetings.to_work_up(world.journal, pack.programme, world.today) is None


def test_putting_aside_is_for_all_that_were_offered(world: World, pack: Pack) -> None:
    for days in (-9, -2, -2, 5):
        meet(world, days)
    meetings.put_aside(world.journal, pack.programme, world.today)
    assert meetings.to_work_up(world.journal, pack.programme, world.today) is None
    world.wait(days=6)
    offered = meetings.to_work_up(world.journal, pack.programme, world.today)
    assert offered
    assert offered.number == 4


@given(days=st.lists(st.dates(), max_size=6), today=st.dates(date(1, 1, 9)))
def test_any_days_do_no_harm(pack: Pack, days: list[date], today: date) -> None:
    world = World()
    for number, day in enumerate(days):
        world.journal.set_meeting(Meeting("", day, (FIRST, SECOND, "")[number % 3]))
    found = meetings.all_meetings(world.journal, pack.programme, today)
    assert [each.meeting.day for each in found] == sorted(days)
    assert [each.number for each in found] == list(range(1, len(days) + 1))
    for each in found:
        assert each.when
        assert str(each.meeting.day.year) in each.day
    coming = meetings.next_meeting(world.journal, pack.programme, today)
    assert (coming is None) == all(day < today for day in days)
