"""A year in a journal, with values that are known: three opening pictures, two sorts, maps, forces, words, answers."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any

from goedwerk_tui.guidance import answers
from goedwerk_tui.guidance.exercises import persistence
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.guidance.exercises.list import ItemList
from goedwerk_tui.guidance.exercises.prefill import begin
from goedwerk_tui.guidance.exercises.scale import Scale
from goedwerk_tui.guidance.exercises.sort import Sort
from goedwerk_tui.guidance.route import CHOICE_ITEM
from goedwerk_tui.journal import Entry, Journal, Kind, Origin
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.exercises import Exercise


class Clock:
    """A clock that stands where it is put, each time a minute later in the day."""

    def __init__(self) -> None:
        self.at = datetime(2026, 1, 5, 12, tzinfo=UTC)
        self._minutes = 0

    def __call__(self) -> datetime:
        return self.at

    def to(self, month: int, day: int) -> None:
        self._minutes += 1
        self.at = datetime(2026, month, day, 12, self._minutes % 60, tzinfo=UTC)


class Year:
    """Does what a person would do, on the days that are given."""

    def __init__(self, pack: Pack, journal: Journal, clock: Clock) -> None:
        self.pack, self.journal, self.clock = pack, journal, clock

    def do(self, month: int, day: int, step_id: str, moves: Callable[[Any], Work]) -> Entry:
        """Do an exercise from where it begins."""
        self.clock.to(month, day)
        step = self.pack.step(step_id)
        assert isinstance(step, Exercise)
        work = moves(begin(step, self.pack, self.journal))
        origin = persistence.origin_of(self.pack, step)
        return persistence.finish(self.journal, step, origin, work, f"{step_id}-{month}-{day}")

    def answer(self, month: int, day: int, step_id: str, item: str, text: str) -> None:
        """Answer a question, or answer it anew."""
        self.clock.to(month, day)
        step = self.pack.step(step_id)
        question = next(each for each in step.questions if each.id == item)
        origin = answers.origin_of(self.pack, step, question)
        answers.record(self.journal, origin, question, text, None)

    def note(self, month: int, day: int, text: str) -> None:
        self.clock.to(month, day)
        self.journal.add(Kind.NOTE, text)


def placed(places: dict[str, int], because: dict[str, str] | None = None) -> Callable[[Scale], Scale]:
    def moves(work: Scale) -> Scale:
        for item, at in places.items():
            work = work.place(item, at)
        for item, words in (because or {}).items():
            work = work.explain(item, words)
        return work

    return moves


def laid(columns: dict[str, str], own: dict[str, str] | None = None) -> Callable[[Sort], Sort]:
    def moves(work: Sort) -> Sort:
        for card, column in columns.items():
            work = work.place(card, column)
        for text, column in (own or {}).items():
            work = work.add(text)
            at = next(card.id for card in work.cards if card.text.casefold() == text.casefold())
            work = work.place(at, column)
        return work

    return moves


def listed(items: dict[str, dict[str, str]], gone: tuple[str, ...] = ()) -> Callable[[ItemList], ItemList]:
    def moves(work: ItemList) -> ItemList:
        for text, values in items.items():
            work = work.add(text)
            key = next(item.key for item in work.items if item.text == text)
            for attribute, value in values.items():
                work = work.say(key, attribute, value)
        for item in work.items:
            if item.text in gone:
                work = work.remove(item.key)
        return work

    return moves


def live_a_year(pack: Pack, journal: Journal, clock: Clock) -> Year:
    """Fill a journal with a year."""
    year = Year(pack, journal, clock)
    one, two, three = (each.id for each in pack.statements()[:3])
    far = pack.statements()[-1].id
    year.do(1, 12, "startfoto", placed({one: 2, two: 3, three: 5, far: 1}, {one: "er [b]nooit[/b] tijd was"}))
    year.do(1, 13, "waardensortering", laid({"eerlijkheid": "gewoon", "tempo": "meest", "rust": "minst"}))
    year.do(
        1,
        14,
        "contextkaart",
        listed(
            {
                "Omgevingswet": {"waar": "politiek", "vraagt": "andere termijnen", "gewicht": "3"},
                "AI in de mail": {"waar": "techniek", "gewicht": "1"},
                "lege kamer": {"waar": "organisatie"},
            }
        ),
    )
    year.answer(1, 20, "opening-afsluiting", "context", "Ik bel nu zelf.")
    year.answer(1, 20, "opening-afsluiting", "kern", "Ze komen voor cijfers.")
    year.answer(1, 20, "opening-afsluiting", "bevordert", "Els leest mee")
    year.answer(1, 20, "opening-afsluiting", "belemmert", "Het overleg van maandag")
    year.do(3, 2, "vakmanschap-context", listed({"nieuwe wethouder": {"waar": "politiek"}}, gone=("lege kamer",)))
    year.do(
        3,
        3,
        "krachtenveld",
        lambda work: listed({"een vrije ochtend": {"side": "furthers", "weight": "2", "influence": "self"}})(
            _weighed(
                work,
                {
                    "Els leest mee": ("3", "together", "vrijdag vragen"),
                    "Het overleg van maandag": ("1", "not-mine", ""),
                },
            )
        ),
    )
    year.answer(3, 20, "vakmanschap-afsluiting", "nieuw-in-het-vak", "Doenvermogen, bij elk stuk.")
    year.do(4, 14, "startfoto", placed({one: 3, two: 3, three: 5, far: 2}))
    for case in ("allen-in-de-cc", "onomkeerbaar"):
        asked = Origin("goed-werk", "opening", case, CHOICE_ITEM, "Opening", pack.step(case).title, "Wat doe je?")
        journal.add(Kind.CHOICE, "", origin=asked, data={"option": "bellen", "option_text": "Je belt eerst."})
    year.do(5, 4, "spanningenkaart", first_places((2, 4, 3)))
    year.do(5, 11, "spanningenkaart", first_places((5,)))
    year.do(
        5,
        12,
        "ringen-van-verantwoordelijkheid",
        laid({}, {"mijn geweten": "zelf", "mijn chef": "werkplek", "de huurders": "samenleving"}),
    )
    year.do(
        9,
        12,
        "ringen-van-verantwoordelijkheid",
        laid({}, {"de huurders": "anderen", "mijn geweten": "zelf", "de Kamer": "samenleving"}),
    )
    year.do(7, 20, "startfoto-opnieuw", placed({one: 4, two: 3, three: 4, far: 2}, {one: "ik vrijdag vrij houd"}))
    year.answer(9, 20, "opening-afsluiting", "kern", "Ze komen voor een tweede mening.")
    year.do(10, 1, "waardensortering", laid({"eerlijkheid": "meest", "tempo": "minder", "rust": "minst"}))
    year.do(10, 2, "mijn-woorden", listed({"stevig": {"betekent": "durf ik uit te leggen"}, "rond": {}}))
    return year


def _weighed(work: ItemList, said: dict[str, tuple[str, str, str]]) -> ItemList:
    for item in work.items:
        if item.text in said:
            for attribute, value in zip(("weight", "influence", "step"), said[item.text], strict=True):
                work = work.say(item.key, attribute, value)
    return work


def first_places(places: Iterable[int]) -> Callable[[Scale], Scale]:
    def moves(work: Scale) -> Scale:
        for item, at in zip(work.items, places, strict=False):
            work = work.place(item.id, at)
        return work

    return moves
