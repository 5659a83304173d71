"""Looking back on a month: all its words, once, in order; offered once."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.clocks import ZONES, World, in_zone

from goedwerk_tui.base.clock import local
from goedwerk_tui.guidance.reminders import month as looking_back
from goedwerk_tui.guidance.reminders.month import Month, month_of
from goedwerk_tui.guidance.reminders.rhythm import Every
from goedwerk_tui.journal import Kind, Origin

pytestmark = pytest.mark.dated

NOVEMBER = Month(2026, 11)


def texts(world: World, month: Month) -> list[str]:
    return [each.revision.text for each in looking_back.passages(world.journal, month)]


def write(world: World, day: date, text: str, kind: Kind = Kind.NOTE) -> str:
    world.go_to(day)
    return world.journal.add(kind, text).id


def november(count: int) -> World:
    world = World()
    for day in range(1, count + 1):
        write(world, date(2026, 11, day), f"stuk {day}")
    return world


def test_names() -> None:
    assert [(each.id, each.title) for each in (NOVEMBER, NOVEMBER.next, NOVEMBER.next.next)] == [
        ("2026-11", "november 2026"),
        ("2026-12", "december 2026"),
        ("2027-01", "januari 2027"),
    ]
    assert Month(2027, 1).previous.previous == NOVEMBER
    assert "in november" in NOVEMBER.question


def test_what_is_written_in_it_is_there_as_it_was_then() -> None:
    """Oldest first; of what was changed later, the words as they were; of what was begun before, the words it got."""
    world = World()
    old = write(world, date(2026, 10, 3), "uit oktober")
    changed = write(world, date(2026, 11, 2), "eerst")
    gone = write(world, date(2026, 11, 3), "weg")
    write(world, date(2026, 11, 4), "uitvoer", Kind.LOG)
    world.go_to(date(2026, 11, 5))
    world.journal.change(changed, "daarna")
    world.go_to(date(2026, 11, 30), hour=23)
    world.journal.change(old, "verder in november")
    world.go_to(date(2026, 12, 1), hour=0)
    world.journal.change(changed, "in december")
    world.journal.trash(gone)
    assert texts(world, NOVEMBER) == ["daarna", "verder in november"]
    assert texts(world, NOVEMBER.previous) == ["uit oktober"]
    assert looking_back.months(world.journal) == ((Month(2026, 12), 1), (NOVEMBER, 2), (Month(2026, 10), 1))


def test_a_decision_about_an_entry_is_no_writing() -> None:
    world = World()
    entry = write(world, date(2026, 10, 3), "Als het stil valt, dan tel ik tot vier.", Kind.INTENTION)
    world.go_to(date(2026, 11, 3))
    world.journal.change(entry, "Als het stil valt, dan tel ik tot vier.", data={"look_back": "2026-12-01"})
    world.journal.trash(entry)
    world.journal.restore(entry)
    assert texts(world, NOVEMBER) == []


def test_what_was_seen_in_it_stands_beside_it_not_among_it() -> None:
    world = november(3)
    world.go_to(date(2026, 11, 30))
    world.journal.add(Kind.ANSWER, "veel vergaderd", origin=looking_back.origin_of("goed-werk", NOVEMBER))
    world.journal.add(Kind.ANSWER, "ook toen", origin=looking_back.origin_of("goed-werk", NOVEMBER.previous))
    assert texts(world, NOVEMBER) == ["stuk 1", "stuk 2", "stuk 3", "ook toen"]


@pytest.mark.parametrize(
    ("day", "offered"),
    [
        (date(2026, 11, 30), None),
        (date(2026, 12, 1), NOVEMBER),
        (date(2026, 12, 10), NOVEMBER),
        (date(2026, 12, 11), None),
        (date(2027, 1, 2), None),
    ],
)
def test_it_is_offered_in_the_first_ten_days(day: date, offered: Month | None) -> None:
    assert looking_back.offered(november(3).journal, day, Every.WEEK) == offered


def test_it_is_offered_once_and_when_there_is_something_to_see() -> None:
    day = date(2026, 12, 3)
    assert looking_back.offered(november(2).journal, day, Every.WEEK) is None
    world = november(3)
    assert looking_back.offered(world.journal, day, Every.NEVER) is None
    looking_back.set_seen(world.journal, NOVEMBER)
    assert looking_back.offered(world.journal, day, Every.WEEK) is None
    world = november(3)
    world.journal.add(Kind.ANSWER, "gezien", origin=looking_back.origin_of("goed-werk", NOVEMBER))
    assert looking_back.offered(world.journal, day, Every.WEEK) is None


def test_december_is_offered_in_january() -> None:
    world = World()
    for day in (1, 30, 31):
        write(world, date(2026, 12, day), "iets")
    assert looking_back.offered(world.journal, date(2027, 1, 1), Every.WEEK) == Month(2026, 12)


HOURS = st.lists(st.integers(0, 2 * 366 * 24), min_size=1, max_size=30, unique=True)


@given(HOURS, st.sampled_from(ZONES))
@settings(max_examples=60, deadline=None)
def test_every_word_is_in_one_month(hours: list[int], zone: str) -> None:
    """Whatever the time zone, through summer time and the ends of years: each note is in the month of its local day."""
    with in_zone(zone):
        world = World()
        start = world.now
        for hour in hours:
            world.now = start + timedelta(hours=hour)
            world.journal.add(Kind.NOTE, str(hour))
        found: list[str] = []
        for month, count in looking_back.months(world.journal):
            passages = looking_back.passages(world.journal, month)
            assert len(passages) == count
            assert {month_of(local(each.revision.at).date()) for each in passages} == {month}
            moments = [each.revision.at for each in passages]
            assert moments == sorted(moments)
            found += [each.revision.text for each in passages]
        assert sorted(found) == sorted(map(str, hours))


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.sampled_from(ZONES))
@settings(max_examples=60, deadline=None)
def test_months_follow_each_other_without_a_gap(day: date, zone: str) -> None:
    with in_zone(zone):
        month = month_of(day)
        assert month.next.previous == month == month.previous.next
        noon = datetime(day.year, day.month, day.day, 12).astimezone()
        assert month.begins <= noon < month.next.begins
        assert local(month.begins).date() == day.replace(day=1)


def test_an_exercise_is_there_by_its_text() -> None:
    world = World()
    world.go_to(date(2026, 11, 3))
    origin = Origin("goed-werk", "opening", "startfoto", "opdracht", "Opening", "Startfoto", "Hoe gaat het nu?")
    world.journal.add(Kind.EXERCISE, "Ik lees stukken tot het eind: soms", origin=origin, data={"exercise": "scale"})
    assert texts(world, NOVEMBER) == ["Ik lees stukken tot het eind: soms"]


@given(day=st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_a_month_is_known_by_its_id(day: date) -> None:
    assert Month.of(month_of(day).id) == month_of(day)


@pytest.mark.parametrize("id", ["", "2026", "2026-13", "2026-W49", "0000-01", "november"])
def test_what_is_no_id_of_a_month_names_none(id: str) -> None:
    assert Month.of(id) is None
