"""Intentions: what a person meant to do, asked back once, on the day chosen or else after two weeks.

If-then plans help people do what they mean to do (Gollwitzer, ‘Implementation intentions’, American Psychologist 54,
1999). An intention is an entry like any other: its text is only ever changed by the person. What was decided about it
stands in the data of its revisions; what came of it are entries of their own under ``STEP``, by the intention's id.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from goedwerk_tui.base.clock import local
from goedwerk_tui.guidance.exercises.state import ENDED, FORECAST, LOOK_BACK, SIGNAL
from goedwerk_tui.guidance.reminders.last_reworded import worded
from goedwerk_tui.guidance.reminders.origin import origin_between
from goedwerk_tui.journal import Entry, Journal, Kind, NoSuchEntry, Origin

STEP = "hoe-ging-het"
"""The step under which is kept what came of intentions."""
TITLE = "Hoe ging het?"
USUAL_WAIT = timedelta(days=14)

_AS_STRATEGY = ".strategie"
"""What stands behind an intention's id in the origin of the strategy that was made of it."""


class Stand(StrEnum):
    """How an intention stands. In this order they are shown."""

    DUE = "due"
    COMING = "coming"
    TOLD = "told"
    ENDED = "ended"


@dataclass(frozen=True)
class Intention:
    """An intention as it stands on some day."""

    entry: Entry
    stand: Stand
    day: date
    """When it is, or was, to be asked back; for one that was ended, since when that is so. In local time."""
    came_of_it: tuple[Entry, ...]
    """What was written about it, newest first."""

    @property
    def signal(self) -> bool:
        """Whether it is to say something to somebody, who may answer."""
        return bool((self.entry.data or {}).get(SIGNAL))

    @property
    def question(self) -> str:
        """What is asked back."""
        if self.signal:
            return "Heb je het gezegd, en kreeg je antwoord? Wat gebeurde er?"
        if (self.entry.data or {}).get(FORECAST):
            return "Kwam het uit? Waaraan zag je dat?"
        if self.entry.text.casefold().lstrip().startswith("als "):
            return "Is de situatie er geweest? Wat gebeurde er?"
        return "Kwam het ervan? Wat gebeurde er?"


def intentions(journal: Journal, today: date) -> tuple[Intention, ...]:
    """Return all intentions, by how they stand and then by day.

    Args:
        journal: where they are kept.
        today: the day, in local time.
    """
    told: dict[str, list[Entry]] = {}
    for each in journal.newest_first(step=STEP, kinds={Kind.ANSWER}):
        assert each.origin is not None
        told.setdefault(each.origin.item, []).append(each)
    found = (
        _standing(each, tuple(told.get(each.id, ())), today) for each in journal.newest_first(kinds={Kind.INTENTION})
    )
    order = list(Stand)
    return tuple(sorted(found, key=lambda each: (order.index(each.stand), each.day)))


def due(journal: Journal, today: date) -> tuple[Intention, ...]:
    """Return the intentions that are to be asked back now."""
    return tuple(each for each in intentions(journal, today) if each.stand is Stand.DUE)


def origin_of(intention: Intention, pack: str) -> Origin:
    """Return the origin for what came of an intention; the question holds nothing of the intention's own words."""
    return origin_between(pack, STEP, TITLE, intention.entry.id, intention.question)


def choose_day(journal: Journal, intention_id: str, day: date) -> Entry:
    """Ask an intention back on another day.

    Raises:
        NoSuchEntry: it is not there any more.
        SaveFailed: it could not be written.
    """
    return _decide(journal, intention_id, {LOOK_BACK: day.isoformat(), ENDED: ""})


def end(journal: Journal, intention_id: str, today: date) -> Entry:
    """Ask an intention back no more; its text and what came of it stay. Raises as ``choose_day`` does."""
    return _decide(journal, intention_id, {ENDED: today.isoformat()})


def take_up(journal: Journal, intention_id: str, today: date) -> Entry:
    """Take up an intention that was ended, for another two weeks. Raises as ``choose_day`` does."""
    return choose_day(journal, intention_id, today + USUAL_WAIT)


def make_strategy(journal: Journal, intention_id: str, pack: str, today: date) -> Entry:
    """Keep the words of an intention as a strategy too, and end the intention. Doing it again doubles nothing.

    Returns:
        The strategy.

    Raises:
        NoSuchEntry: the intention is not there any more.
        SaveFailed: it could not be written.
    """
    origin = origin_between(pack, STEP, "Van voornemen naar strategie", f"{intention_id}{_AS_STRATEGY}")
    text = _found(journal, intention_id).text
    strategy = journal.add(Kind.STRATEGY, text, origin=origin, id=f"{intention_id}-strategie")
    end(journal, intention_id, today)
    return strategy


def made_from(strategy: Entry) -> str:
    """Return the id of the intention that a strategy was made of; empty for another strategy."""
    origin = strategy.origin
    if origin is None or origin.step != STEP or not origin.item.endswith(_AS_STRATEGY):
        return ""
    return origin.item.removesuffix(_AS_STRATEGY)


def _decide(journal: Journal, intention_id: str, decided: Mapping[str, str]) -> Entry:
    entry = _found(journal, intention_id)
    return journal.change(intention_id, entry.text, data={**(entry.data or {}), **decided})


def _found(journal: Journal, intention_id: str) -> Entry:
    entry = journal.entries.get(intention_id)
    if entry is None:
        raise NoSuchEntry(intention_id)
    return entry


def _standing(entry: Entry, came_of_it: tuple[Entry, ...], today: date) -> Intention:
    """Work out how an intention stands. Other words are another plan: what was told before does not count for it."""
    if ended := _day(entry, ENDED):
        return Intention(entry, Stand.ENDED, ended, came_of_it)
    since = worded(entry).at
    chosen = _day(entry, LOOK_BACK)
    if chosen is not None and chosen > local(since).date():
        day = chosen
        told = any(local(each.created).date() >= chosen for each in came_of_it)
    else:
        day = local(since).date() + USUAL_WAIT
        told = any(each.created > since for each in came_of_it)
    stand = Stand.TOLD if told else Stand.DUE if day <= today else Stand.COMING
    return Intention(entry, stand, day, came_of_it)


def _day(entry: Entry, name: str) -> date | None:
    try:
        return date.fromisoformat(str((entry.data or {}).get(name, "")))
    except ValueError:
        return None
