"""``goedwerk agenda``: the file is read back by parsers that are not ours."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import icalendar
import ics
import pytest
import vobject

from goedwerk_tui.base.clock import DAYS
from goedwerk_tui.base.places import Places
from goedwerk_tui.base.settings import Settings, write_settings
from goedwerk_tui.commands import main
from goedwerk_tui.guidance.reminders.rhythm import Every
from goedwerk_tui.journal import Journal, Kind, Meeting
from goedwerk_tui.programme import Pack
from goedwerk_tui.sharing.calendar import Appointment, Gathering, make_calendar

pytestmark = pytest.mark.dated

_FORTNIGHTLY = "FREQ=WEEKLY;INTERVAL=2"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "goed werk.ics"


def events(content: bytes) -> list[Any]:
    return list(vobject.readOne(content.decode()).vevent_list)  # pyright: ignore


def starts(event: Any) -> Iterator[datetime]:
    return iter(event.getrruleset(addRDate=True))


def test_a_standing_appointment(home: Path, target: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["agenda", "--uitvoer", str(target), "--dag", "donderdag", "--tijd", "9.05"]) == 0
    assert str(target) in capsys.readouterr().out
    (event,) = events(target.read_bytes())
    first, second = next(starts(event)), list(zip(range(2), starts(event), strict=False))[1][1]
    assert DAYS[first.weekday()] == "donderdag"
    assert (first.hour, first.minute) == (9, 5)
    assert 0 <= (first.date() - datetime.now().astimezone().date()).days <= 7
    assert second - first == timedelta(weeks=1)
    assert event.dtend.value - event.dtstart.value == timedelta(minutes=15)
    assert not home.exists()


def test_three_o_clock_stays_three_o_clock() -> None:
    """Through the night on which summer time begins: the file names no zone, so each start is the wall clock's."""
    appointment = Appointment(date(2027, 3, 26), datetime(2027, 3, 26, 15).time(), timedelta(minutes=15), Every.WEEK)
    content = make_calendar(appointment, [], [], datetime(2026, 11, 24, tzinfo=UTC), "ik")
    (event,) = events(content)
    three = [each for _, each in zip(range(3), starts(event), strict=False)]
    assert [(each.date(), each.hour) for each in three] == [
        (date(2027, 3, 26), 15),
        (date(2027, 4, 2), 15),
        (date(2027, 4, 9), 15),
    ]
    here = [each.replace(tzinfo=ZoneInfo("Europe/Amsterdam")) for each in three]
    assert here[0].utcoffset() != here[1].utcoffset()
    assert b"TZID" not in content


@pytest.mark.usefixtures("a_tuesday")
def test_sessions_and_meetings_on_their_days(home: Path, target: Path, pack: Pack) -> None:
    days = ["3-12-2036", "7 januari 2037"]
    words = ["agenda", "--uitvoer", str(target), "--sessies", *days, "--bijeenkomsten", "10-12-2036"]
    assert main(words) == 0
    found = {each.summary.value: each.dtstart.value for each in events(target.read_bytes())}
    one, two = (session.title for session in pack.programme.sessions[:2])
    assert found == {
        f"Goed Werk: {one}": date(2036, 12, 3),
        f"Goed Werk: {two}": date(2037, 1, 7),
        "Goed Werk: bijeenkomst": date(2036, 12, 10),
    }
    ids = [each.uid.value for each in events(target.read_bytes())]
    assert len(set(ids)) == 3
    assert main([*words, "--overschrijf"]) == 0
    assert [each.uid.value for each in events(target.read_bytes())] == ids


@pytest.mark.usefixtures("a_tuesday")
def test_a_file_for_the_group_holds_its_meetings_alone(home: Path, target: Path) -> None:
    """Nobody gets a weekly appointment by it, and a time that is given is that of the meetings."""
    words = ["agenda", "--uitvoer", str(target), "--overschrijf", "--bijeenkomsten", "3-12-2036", "7-1-2037"]
    assert main(words) == 0
    assert by_icalendar(target.read_text("utf-8")) == {
        Read("Goed Werk: bijeenkomst 1", date(2036, 12, 3), timedelta(days=1), "", (), False),
        Read("Goed Werk: bijeenkomst 2", date(2037, 1, 7), timedelta(days=1), "", (), False),
    }
    assert main([*words, "--tijd", "9.00", "--minuten", "120", "--herinnering", "60"]) == 0
    hour = timedelta(hours=1)
    assert by_icalendar(target.read_text("utf-8")) == {
        Read("Goed Werk: bijeenkomst 1", datetime(2036, 12, 3, 9), 2 * hour, "", (-hour,), False),
        Read("Goed Werk: bijeenkomst 2", datetime(2037, 1, 7, 9), 2 * hour, "", (-hour,), False),
    }


def test_the_meetings_of_the_journal(places: Places, target: Path, pack: Pack) -> None:
    """A later file replaces what an earlier one put in the calendar: moved, cancelled and new."""
    today = datetime.now().astimezone().date()
    journal = Journal.open(places)
    session = pack.programme.sessions[1]
    moved, off, _ = (
        journal.set_meeting(Meeting("", today + timedelta(days=days), about))
        for days, about in ((6, session.id), (20, ""), (-3, session.id))
    )
    assert main(["agenda", "--uitvoer", str(target)]) == 0
    first = {each.uid.value: each for each in events(target.read_bytes())[1:]}
    assert {(each.summary.value, each.dtstart.value) for each in first.values()} == {
        (f"Goed Werk: bijeenkomst – {session.title}", moved.day),
        ("Goed Werk: bijeenkomst", off.day),
    }
    journal.set_meeting(Meeting(moved.id, today + timedelta(days=8), session.id))
    journal.cancel_meeting(off.id)
    journal.set_meeting(Meeting("", date.max, ""))
    assert main(["agenda", "--uitvoer", str(target), "--overschrijf"]) == 0
    second = {each.uid.value: each for each in events(target.read_bytes())[1:]}
    assert set(first) < set(second)
    by_day = {each.dtstart.value: each for each in second.values()}
    assert set(by_day) == {today + timedelta(days=8), off.day, date.max}
    assert by_day[off.day].status.value == "CANCELLED"
    assert all("status" not in each.contents for day, each in by_day.items() if day != off.day)
    content = target.read_text("utf-8")
    for private in (moved.id, off.id, journal.id):
        assert private not in content


def test_a_later_file_is_a_later_version() -> None:
    appointment = Appointment(date(2027, 3, 26), datetime(2027, 3, 26, 15).time(), timedelta(minutes=15), Every.WEEK)
    gathering = Gathering("een", date(2027, 4, 1), "bijeenkomst")

    def sequences(made: datetime) -> list[int]:
        return [int(each.sequence.value) for each in events(make_calendar(appointment, [], [gathering], made, "ik"))]

    early, late = sequences(datetime(2026, 11, 24, tzinfo=UTC)), sequences(datetime(2026, 11, 24, 0, 1, tzinfo=UTC))
    assert all(one < other for one, other in zip(early, late, strict=True))
    assert max(sequences(datetime(2090, 1, 1, tzinfo=UTC))) < 2**31


@pytest.mark.usefixtures("a_tuesday")
def test_an_unreadable_journal_writes_no_file_without_its_meetings(
    places: Places, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Journal.open(places).add(Kind.NOTE, "iets")
    places.journal.write_text("{kapot")
    assert main(["agenda", "--uitvoer", str(target)]) == 1
    assert places.journal.name in capsys.readouterr().err
    assert not target.exists()
    assert main(["agenda", "--uitvoer", str(target), "--bijeenkomsten", "3-12-2030"]) == 0


def test_how_often_follows_the_rhythm(places: Places, target: Path) -> None:
    write_settings(places.settings, Settings(rhythm="twee weken"))
    assert main(["agenda", "--uitvoer", str(target)]) == 0
    (event,) = events(target.read_bytes())
    first, second = (each for _, each in zip(range(2), starts(event), strict=False))
    assert second - first == timedelta(weeks=2)
    assert main(["agenda", "--uitvoer", str(target), "--elke", "dag", "--overschrijf"]) == 0
    (event,) = events(target.read_bytes())
    first, second = (each for _, each in zip(range(2), starts(event), strict=False))
    assert second - first == timedelta(days=1)


def test_nothing_of_the_journal_is_in_it(places: Places, target: Path) -> None:
    journal = Journal.open(places)
    journal.add(Kind.INTENTION, "Als Fatma belt, dan zeg ik ja.")
    assert main(["agenda", "--uitvoer", str(target)]) == 0
    content = target.read_text("utf-8")
    for private in ("Fatma", journal.id, places.journal.name, places.journal.parent.name):
        assert private not in content
    assert "CLASS:PRIVATE" in content


@pytest.mark.usefixtures("a_tuesday")
@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--tijd", "25.00"], "niet als een tijd"),
        (["--tijd", "middag"], "niet als een tijd"),
        (["--minuten", "0"], "0 minuten kan niet"),
        (["--sessies", "31-2-2027"], "niet als een dag"),
        (["--sessies", *["3-12-2026"] * 5], "je noemt 5 dagen"),
        (["--bijeenkomsten", "3-12-2036", "1-2-2020"], "‘1-2-2020’ is al geweest"),
        (["--sessies", "1-2-2020"], "‘1-2-2020’ is al geweest"),
        (["--bijeenkomsten", "3-12-2036", "--minuten", "120"], "hoe laat het begint"),
        (["--bijeenkomsten", "3-12-2036", "--dag", "maandag"], "--dag hoort daarbij"),
    ],
)
def test_what_is_not_understood_writes_nothing(
    home: Path, target: Path, capsys: pytest.CaptureFixture[str], more: list[str], said: str
) -> None:
    assert main(["agenda", "--uitvoer", str(target), *more]) == 1
    assert said in capsys.readouterr().err
    assert not target.exists()


def test_a_file_is_not_replaced_unasked(home: Path, target: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target.write_text("van mij")
    assert main(["agenda", "--uitvoer", str(target)]) == 1
    assert "bestaat al" in capsys.readouterr().err
    assert target.read_text() == "van mij"


class Read(NamedTuple):
    """What a calendar would show of an event."""

    title: str
    start: date
    """A moment with the clock of the place, or a whole day."""
    lasts: timedelta
    back_each: str
    alarms: tuple[timedelta, ...]
    off: bool


def by_vobject(content: str) -> set[Read]:
    def read(event: Any) -> Read:
        start = event.dtstart.value
        lasts = event.duration.value if "duration" in event.contents else event.dtend.value - start
        rule = event.rrule.value if "rrule" in event.contents else ""
        alarms = tuple(each.trigger.value for each in event.contents.get("valarm", ()))
        off = "status" in event.contents and event.status.value == "CANCELLED"
        return Read(event.summary.value, start, lasts, rule, alarms, off)

    return set(map(read, events(content.encode())))


def by_icalendar(content: str) -> set[Read]:
    def read(event: Any) -> Read:
        rule = event["rrule"].to_ical().decode() if "rrule" in event else ""
        alarms = tuple(each["trigger"].dt for each in event.walk("VALARM"))
        off = event.get("status") == "CANCELLED"
        return Read(str(event["summary"]), event.start, event.duration, rule, alarms, off)

    return set(map(read, icalendar.Calendar.from_ical(content).walk("VEVENT")))


def by_ics(content: str) -> set[Read]:
    def read(event: Any) -> Read:
        start = event.begin.date() if event.all_day else event.begin.naive
        rule = "".join(each.value for each in event.extra if each.name == "RRULE")
        alarms = tuple(each.trigger for each in event.alarms)
        return Read(event.name, start, event.duration, rule, alarms, event.status == "CANCELLED")

    return set(map(read, ics.Calendar(content).events))


@pytest.mark.parametrize("read", [by_vobject, by_icalendar, by_ics])
def test_three_parsers_read_the_same_calendar(
    places: Places, target: Path, pack: Pack, read: Callable[[str], set[Read]]
) -> None:
    """Titles with what has a meaning in the file, a standing appointment, whole days, a cancellation, and alarms."""
    write_settings(places.settings, Settings(rhythm="twee weken"))
    today, day = datetime.now().astimezone().date(), timedelta(days=1)
    journal = Journal.open(places)
    session = pack.programme.sessions[1]
    journal.set_meeting(Meeting("", today + 6 * day, session.id))
    off = journal.set_meeting(Meeting("", today + 20 * day, ""))
    journal.cancel_meeting(off.id)
    weekday = DAYS[(today + day).weekday()]
    words = ["--dag", weekday, "--tijd", "9.05", "--sessies", f"{today + 30 * day:%d-%m-%Y}", "--herinnering", "60"]
    assert main(["agenda", "--uitvoer", str(target), *words]) == 0
    sitting = datetime.combine(today + day, time(9, 5))
    eve = (-timedelta(hours=15),)
    assert read(target.read_text("utf-8")) == {
        Read("Goed Werk: terugkijken", sitting, 15 * timedelta(minutes=1), _FORTNIGHTLY, (-timedelta(hours=1),), False),
        Read(f"Goed Werk: {pack.programme.sessions[0].title}", today + 30 * day, day, "", eve, False),
        Read(f"Goed Werk: bijeenkomst – {session.title}", today + 6 * day, day, "", eve, False),
        Read("Goed Werk: bijeenkomst", today + 20 * day, day, "", (), True),
    }
    made = datetime(2026, 11, 24, tzinfo=UTC)
    title = "Zó, en toen; ‘één’ \\ of: " + "een lange titel " * 9 + "–"
    long = make_calendar(None, [(title, today)], [], made, "ik")
    assert read(long.decode()) == {Read(f"Goed Werk: {title}", today, day, "", (), False)}
