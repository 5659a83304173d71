"""Conditions: what furthers good work here, what hinders it, and what a person can do about each.

A condition is an entry like any other. Its text comes from a closing, from the force field (after Lewin, ‘Field Theory
in Social Science’, 1951) or from the overview itself; which side it is on, how much it weighs, who has influence on it
and what the person means to do stand in its data. What was tried, and what came of it, are entries of their own under
``STEP``, by the condition's id, and so are intentions about it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from goedwerk_tui.base.clock import local, long_date
from goedwerk_tui.guidance.exercises.list import WEIGHTS
from goedwerk_tui.guidance.reminders.origin import origin_between
from goedwerk_tui.guidance.words import origin_line
from goedwerk_tui.journal import Entry, Journal, Kind, NoSuchEntry, Origin, said_beside

STEP = "voorwaarden"
"""The step under which is kept what was tried, and what was added to the overview itself."""
TITLE = "Voorwaarden"
TRIED = "Wat probeerde je, en wat kwam ervan?"
ADDED = "Wat helpt of hindert je om hier goed werk te doen?"
MEANT = "Wat ga je eraan doen?"
INTENDED = "Wat neem je je hierover voor? Maak af: als …, dan …"
_OWN = "eigen"
_INTENTION = ".voornemen"
_PLAN = ".plan"


class OverviewPart(StrEnum):
    """A part of the overview."""

    FURTHERS = "furthers"
    HINDERS = "hinders"
    UNPLACED = ""
    CAN_DO = "can-do"


PARTS = {
    OverviewPart.FURTHERS: "Wat goed werk hier bevordert",
    OverviewPart.HINDERS: "Wat goed werk hier belemmert",
    OverviewPart.UNPLACED: "Nog niet ingedeeld",
    OverviewPart.CAN_DO: "Wat kan ik zelf doen",
}
"""What they are called. In this order they are shown."""


class About(StrEnum):
    """What is said of a condition, by its name in the data of the entry."""

    SIDE = "side"
    WEIGHT = "weight"
    INFLUENCE = "influence"
    STEP = said_beside.STEP


_WORDS = {
    About.SIDE: {"furthers": "dit helpt", "hinders": "dit hindert"},
    About.WEIGHT: dict(zip(map(str, WEIGHTS), ("weegt licht", "weegt mee", "weegt zwaar"), strict=True)),
    About.INFLUENCE: {
        "self": "zelf iets aan te doen",
        "together": "samen iets aan te doen",
        "not-mine": "niet aan mij",
    },
}
_MINE = frozenset({"self", "together"})


@dataclass(frozen=True)
class Condition:
    """A condition, with what came of it."""

    entry: Entry
    tries: tuple[Entry, ...]
    """What was tried, the oldest first."""
    intentions: tuple[Entry, ...]
    """What was intended about it, the oldest first."""

    def said(self, about: About) -> str:
        """Return what is said of it, by its name in the data; empty when nothing is."""
        return str((self.entry.data or {}).get(about, ""))

    def shown(self, about: About) -> str:
        """Return what is said of it, as a person reads it."""
        said = self.said(about)
        return _WORDS.get(about, {}).get(said, said)

    @property
    def weight(self) -> int:
        """From 1 to 3; 0 when it was not weighed."""
        said = self.said(About.WEIGHT)
        return int(said) if said in _WORDS[About.WEIGHT] else 0

    @property
    def part(self) -> OverviewPart:
        """The side that it is on."""
        side = self.said(About.SIDE)
        return OverviewPart(side) if side in (OverviewPart.FURTHERS, OverviewPart.HINDERS) else OverviewPart.UNPLACED

    @property
    def can_do(self) -> bool:
        """Whether the person can do something about it, alone or together."""
        return self.said(About.INFLUENCE) in _MINE

    @property
    def came_from(self) -> str:
        """Where it was written, and when: ‘Vakmanschap › Krachtenveld, 3 maart 2026’."""
        return f"{origin_line(self.entry)}, {long_date(local(self.entry.created).date())}"

    @property
    def in_words(self) -> str:
        """Its weight and who has influence: ‘weegt zwaar · samen iets aan te doen’; empty when neither is known."""
        return " · ".join(filter(None, (self.shown(About.WEIGHT), self.shown(About.INFLUENCE))))


@dataclass(frozen=True)
class Conditions:
    """The overview."""

    all: tuple[Condition, ...]
    """The heaviest first, and then the oldest."""

    def part(self, part: OverviewPart) -> tuple[Condition, ...]:
        """Return the conditions in a part."""
        if part is OverviewPart.CAN_DO:
            return tuple(each for each in self.all if each.can_do)
        return tuple(each for each in self.all if each.part is part)

    def text(self) -> str:
        """Return the overview in words; what was meant and tried stands with what one can do, if it is there."""
        paragraphs: list[str] = []
        for part, title in PARTS.items():
            lines = [line for each in self.part(part) for line in _lines(each, part)]
            if lines:
                paragraphs.append("\n".join([title, *lines]))
        return "\n\n".join(paragraphs)


def conditions(entries: Iterable[Entry]) -> Conditions:
    """Return the overview of what is in these entries, and of nothing else.

    Args:
        entries: those of the journal that may be shown, in any order.
    """
    written = sorted(
        (each for each in entries if (each.kind is Kind.CONDITION or condition_of(each)) and each.text.strip()),
        key=lambda each: (each.created, each.id),
    )
    about: dict[str, list[Entry]] = {}
    for each in written:
        if condition_of(each):
            about.setdefault(condition_of(each), []).append(each)
    found = (
        Condition(
            each,
            tries=tuple(one for one in about.get(each.id, ()) if one.kind is Kind.ANSWER),
            intentions=tuple(one for one in about.get(each.id, ()) if one.kind is Kind.INTENTION),
        )
        for each in written
        if each.kind is Kind.CONDITION
    )
    return Conditions(tuple(sorted(found, key=lambda each: -each.weight)))


def condition_of(entry: Entry) -> str:
    """Return the id of the condition about which this tells what was tried or is intended; empty for anything else."""
    if entry.origin is None or entry.origin.step != STEP:
        return ""
    if entry.kind is Kind.ANSWER:
        return entry.origin.item
    return entry.origin.item.removesuffix(_INTENTION) if entry.kind is Kind.INTENTION else ""


def origin_of_try(condition_id: str, pack: str) -> Origin:
    """Return the origin for what was tried; the question holds nothing of the condition's own words."""
    return origin_between(pack, STEP, TITLE, condition_id, TRIED)


def origin_of_intention(condition_id: str, pack: str) -> Origin:
    """Return the origin for an intention about a condition."""
    return origin_between(pack, STEP, TITLE, condition_id + _INTENTION, INTENDED)


def origin_of_plan(condition_id: str, pack: str) -> Origin:
    """Return the origin for what a person means to do, as long as it is a draft."""
    return origin_between(pack, STEP, TITLE, condition_id + _PLAN, MEANT)


def planned(origin: Origin) -> str:
    """Return the id of the condition about which a plan was being written; empty when it was something else."""
    item = origin.item
    return item.removesuffix(_PLAN) if origin.step == STEP and item.endswith(_PLAN) else ""


def origin_of_own(pack: str) -> Origin:
    """Return the origin for a condition that is added to the overview itself."""
    return origin_between(pack, STEP, TITLE, _OWN, ADDED)


def turn(journal: Journal, condition_id: str, about: About) -> Entry:
    """Say the next of what can be said of a condition, and nothing after the last; as the force field does.

    Raises:
        NoSuchEntry: it is not there any more.
        SaveFailed: it could not be written.
    """
    now = str((_found(journal, condition_id).data or {}).get(about, ""))
    return say(journal, condition_id, about, _turned(now, tuple(_WORDS[about])))


def say(journal: Journal, condition_id: str, about: About, said: str) -> Entry:
    """Say something of a condition; an empty text takes it back. Raises as ``turn`` does."""
    entry = _found(journal, condition_id)
    data = {**(entry.data or {}), about.value: said.strip()}
    return journal.change(condition_id, entry.text, data={name: each for name, each in data.items() if each != ""})


def _lines(condition: Condition, part: OverviewPart) -> Iterator[str]:
    about = f" ({condition.in_words})" if condition.in_words else ""
    yield f"- {_indented(condition.entry.text)}{about}"
    if part is not OverviewPart.CAN_DO:
        yield f"  uit {condition.came_from}"
    if (part is OverviewPart.CAN_DO) is condition.can_do:
        if step := condition.said(About.STEP):
            yield f"  van plan: {_indented(step)}"
        for each in condition.intentions:
            yield f"  voornemen: {_indented(each.text)}"
        for each in condition.tries:
            yield f"  geprobeerd, {long_date(local(each.created).date())}: {_indented(each.text)}"


def _indented(text: str) -> str:
    return text.strip().replace("\n", "\n  ")


def _found(journal: Journal, condition_id: str) -> Entry:
    entry = journal.entries.get(condition_id)
    if entry is None:
        raise NoSuchEntry(condition_id)
    return entry


def _turned(now: str, choices: Sequence[str]) -> str:
    """Return what comes after a choice; nothing after the last, and after what is no choice any more."""
    order = ["", *choices]
    return order[(order.index(now) + 1) % len(order)] if now in order else ""
