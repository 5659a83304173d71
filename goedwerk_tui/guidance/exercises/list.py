"""A list: items with attributes, shown as a table or as two sides of a force field (K. Lewin, Field Theory in Social
Science, 1951).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import ClassVar

import msgspec
from msgspec import Struct

from goedwerk_tui.base.clock import long_date
from goedwerk_tui.guidance.days import day_in
from goedwerk_tui.guidance.exercises.framed import Framed, digest, fold
from goedwerk_tui.guidance.exercises.state import ENDED, FORECAST, LOOK_BACK, Made
from goedwerk_tui.guidance.words import how_many
from goedwerk_tui.programme.exercises import ExerciseKind, Forecast, ListParts, Makes

WEIGHTS = (1, 2, 3)
_DIGEST = re.compile("[0-9a-f]{12}")
ENOUGH_TO_CALIBRATE = 10
"""How many predictions must have come true or not before it says anything how often they did."""


class ShownAttribute(Struct, frozen=True, kw_only=True):
    """What is said of each item, as it was shown."""

    id: str
    label: str
    short: str = ""
    """What stands above its column."""
    type: str = "text"
    options: tuple[tuple[str, str], ...] = ()
    """Pairs of id and words."""
    hint: str = ""
    unless: tuple[str, str] | None = None
    """An attribute and the option of it that, once chosen of an item, makes this one need no answer."""

    def shown(self, value: str) -> str:
        """Return a value as a person reads it."""
        if self.type == "choice":
            return next((words for option, words in self.options if option == value), value)
        if self.type == "date":
            day = day_in(value)
            return long_date(day) if day else value
        return f"{value} van {WEIGHTS[-1]}" if self.type == "weight" and value else value

    def in_short(self, value: str) -> str:
        """Return a value as a person reads it, with in a word what it is about."""
        return f"{self.short}: {self.shown(value)}" if self.short else self.shown(value)

    def said(self, value: str) -> str:
        """Return what was asked with a value behind it: ‘Hoe zwaar weegt het? 2 van 3’, ‘Rol: opdrachtgever’."""
        return f"{self.label}{'' if self.label.endswith('?') else ':'} {self.shown(value)}"


class ListedItem(Struct, frozen=True, kw_only=True):
    """One item."""

    key: str
    text: str
    values: dict[str, str] = {}
    """By attribute; a choice's option by its id."""
    entry: str = ""
    """The id of the standing entry that it is."""
    name: str = ""
    """A digest of what it was called first, where its words were changed since: those themselves are of the past."""
    ready: bool = False
    """Whether it lay ready from an earlier time."""

    def __post_init__(self) -> None:
        """Keep no words of before: they stood here in lists of an earlier version."""
        if self.name and not _DIGEST.fullmatch(self.name):
            msgspec.structs.force_setattr(self, "name", digest(self.name))

    @property
    def first_name(self) -> str:
        """A digest of what it was called first."""
        return self.name or digest(fold(self.text))

    @property
    def names(self) -> frozenset[str]:
        """What it is known by from one time to the next: it is the same item as one that shares a name with it."""
        return frozenset({self.entry, self.first_name} - {""})


class Force(Struct, frozen=True):
    """An item in a force field."""

    text: str
    weight: int
    mark: str
    """The words of its other choice, such as who has influence on it."""


class Calibration(Struct, frozen=True):
    """Predictions that were held equally likely."""

    chance: str
    percent: int
    came_true: int
    decided: int


class ItemList(Framed, frozen=True, kw_only=True, tag="list", tag_field="exercise"):
    """A list as it stands."""

    EXERCISE: ClassVar[ExerciseKind] = "list"

    asks: str
    hint: str = ""
    attributes: tuple[ShownAttribute, ...] = ()
    sides: str = ""
    yields: Makes | None = None
    forecast: Forecast | None = None
    items: tuple[ListedItem, ...] = ()
    gone: tuple[str, ...] = ()
    """The ids of standing entries that were taken out of the list."""

    @property
    def begun(self) -> bool:
        """Whether there is anything in it."""
        return bool(self.gone or self.line.strip()) or any(not item.ready for item in self.items)

    @property
    def open(self) -> str:
        """How many items lack something that is chosen or weighed."""
        lacking = sum(any(one.type in ("choice", "weight") for one in self.unanswered(item)) for item in self.items)
        return f"{how_many(lacking, 'regel', 'regels')} nog niet af" if lacking else ""

    def item(self, key: str) -> ListedItem:
        """Return an item. Raises StopIteration when there is none with this key."""
        return next(item for item in self.items if item.key == key)

    def asked(self, item: ListedItem) -> tuple[ShownAttribute, ...]:
        """Return what is asked of an item: also what was answered before another answer made that needless."""

        def needless(one: ShownAttribute) -> bool:
            return one.unless is not None and item.values.get(one.unless[0]) == one.unless[1]

        return tuple(one for one in self.attributes if item.values.get(one.id) or not needless(one))

    def unanswered(self, item: ListedItem) -> tuple[ShownAttribute, ...]:
        """Return what is asked of an item and not answered. Whether a prediction came true is said on its day."""
        later = self.forecast.outcome if self.forecast else ""
        return tuple(one for one in self.asked(item) if not item.values.get(one.id) and one.id != later)

    def add(self, text: str) -> "ItemList":
        """Add an item at the end; a text that is there already adds nothing."""
        words = " ".join(text.split())
        if not words or any(fold(item.text) == fold(words) for item in self.items):
            return self
        taken = [int(item.key) for item in self.items if re.fullmatch(r"\d{1,9}", item.key)]
        item = ListedItem(key=str(1 + max(taken, default=0)), text=words)
        return msgspec.structs.replace(self, items=(*self.items, item))

    def rename(self, key: str, text: str) -> "ItemList":
        """Give an item other words; an empty text changes nothing, and it stays the same item."""
        words, item = " ".join(text.split()), self.item(key)
        if not words or words == item.text:
            return self
        return self._with(msgspec.structs.replace(item, text=words, name=item.first_name, ready=False))

    def add_each(self, text: str) -> "ItemList":
        """Add each line of a text as an item, and begin a new open line."""
        work = self.write("")
        for line in text.splitlines():
            work = work.add(line)
        return work

    def say(self, key: str, attribute: str, value: str) -> "ItemList":
        """Say something of an item; an empty value takes it back."""
        item = self.item(key)
        values = {**item.values, attribute: value.strip()}
        kept = {name: each for name, each in values.items() if each}
        return self._with(msgspec.structs.replace(item, values=kept, ready=False))

    def remove(self, key: str) -> "ItemList":
        """Take an item out."""
        entry = self.item(key).entry
        return msgspec.structs.replace(
            self,
            items=tuple(item for item in self.items if item.key != key),
            gone=(*self.gone, entry) if entry else self.gone,
        )

    def without_outcome(self, key: str) -> bool:
        """Whether an item is a prediction of which is not said yet how it ended."""
        return self.forecast is not None and not self.item(key).values.get(self.forecast.outcome)

    @property
    def outcomes(self) -> tuple[tuple[str, str], ...]:
        """How a prediction can end: pairs of id and words; none for a list without predictions."""
        asked = self._attribute(self.forecast.outcome) if self.forecast else None
        return asked.options if asked else ()

    def decide(self, key: str, outcome: str) -> "ItemList":
        """Say how a prediction ended."""
        return self.say(key, self.forecast.outcome, outcome) if self.forecast else self

    def decided_as(self, other: "ItemList") -> "ItemList":
        """Return the list with how the same predictions ended in another, where that is not said here."""
        work = self
        for key in {item.key for item in self.items} & {item.key for item in other.items}:
            if self.forecast and work.without_outcome(key) and not other.without_outcome(key):
                work = work.decide(key, other.item(key).values[self.forecast.outcome])
        return work

    def within(self, now: "ItemList") -> "ItemList":
        """Return an earlier list with what a later one still has, in its words: what was taken back stays out."""
        written = {one.id for one in self.attributes if one.type == "text"}
        items: list[ListedItem] = []
        for item in self.items:
            for there in (each for each in now.items if each.names & item.names):
                values = {k: v for k, v in item.values.items() if k not in written or there.values.get(k) == v}
                items.append(msgspec.structs.replace(item, text=there.text, values=values))
        return msgspec.structs.replace(self, items=tuple(items))

    def standing_as(self, entries: Mapping[str, str]) -> "ItemList":
        """Return the list with the ids of the entries that its items are, by the keys of the items."""
        return msgspec.structs.replace(
            self,
            items=tuple(
                msgspec.structs.replace(item, entry=entries.get(item.key) or item.entry) for item in self.items
            ),
        )

    def force_field(self) -> tuple[tuple[str, tuple[Force, ...]], ...]:
        """Return each side with its forces, the heaviest first; no sides at all for a list without them."""
        sides = next((one for one in self.attributes if one.id == self.sides), None)
        if sides is None:
            return ()
        weight = next((one.id for one in self.attributes if one.type == "weight"), "")
        mark = next((one for one in self.attributes if one.type == "choice" and one is not sides), None)
        return tuple(
            (
                words,
                tuple(
                    sorted(
                        (
                            Force(
                                item.text,
                                int(item.values.get(weight) or 0),
                                mark.shown(item.values.get(mark.id, "")) if mark else "",
                            )
                            for item in self.items
                            if item.values.get(sides.id) == option
                        ),
                        key=lambda force: -force.weight,
                    )
                ),
            )
            for option, words in sides.options
        )

    def calibration(self) -> tuple[Calibration, ...]:
        """Return how often came true what was held as likely as each chance; nothing until ten predictions are decided.

        Whoever is well calibrated sees seven in ten come true of what got 70 per cent (Tetlock and Gardner,
        Superforecasting, 2015).
        """
        if self.forecast is None:
            return ()
        chance, outcome = (self._attribute(each) for each in (self.forecast.chance, self.forecast.outcome))
        true = outcome.options[0][0] if outcome and outcome.options else ""
        decided = [item for item in self.items if item.values.get(self.forecast.outcome)]
        if chance is None or len(decided) < ENOUGH_TO_CALIBRATE:
            return ()
        found: list[Calibration] = []
        for option, words in chance.options:
            came = [item.values[self.forecast.outcome] for item in decided if item.values.get(chance.id) == option]
            if came and (percent := re.search(r"\d{1,9}", words)):
                found.append(Calibration(words, min(int(percent[0]), 100), came.count(true), len(came)))
        return tuple(found)

    def _attribute(self, name: str) -> ShownAttribute | None:
        return next((one for one in self.attributes if one.id == name), None)

    def text(self) -> str:
        """Return the items with what was said of each."""
        return self.with_words_around("\n".join(self._line(item) for item in self.items))

    def in_brief(self) -> str:
        """Return the items; of a force field how many stand on each side, and the heaviest first."""
        side = next((one for one in self.attributes if one.id == self.sides), None)
        weight = next((one.id for one in self.attributes if one.type == "weight"), "")
        if side is None:
            return "; ".join(item.text for item in self.items)
        parts: list[str] = []
        for option, words in side.options:
            here = [item for item in self.items if item.values.get(side.id) == option]
            here.sort(key=lambda item: item.values.get(weight, ""), reverse=True)
            if here:
                parts.append(f"{words} ({len(here)}): {here[0].text}")
        return "; ".join(parts) or "; ".join(item.text for item in self.items)

    def asks_back(self, today: date) -> str:
        """Return what is open, and what should be asked about the answers."""
        return "\n".join(each for each in (self.open, self.asks_back_around(today)) if each)

    def own_words(self) -> tuple[str, ...]:
        """Return the items, what was written about them, and around them."""
        said = {one.id for one in self.attributes if one.type == "text"}
        own = (
            words
            for item in self.items
            for words in (item.text, *(value for name, value in item.values.items() if name in said))
        )
        return (*own, *self.own_words_around())

    def answers(self) -> dict[str, str]:
        """Return what was answered around it: items are listed."""
        return self.answers_around()

    def made(self) -> tuple[Made, ...]:
        """Return each item that is an entry of its own kind, and what the answers around the list make."""
        makes = self.yields
        if makes is None:
            return (*self._to_look_back_at(), *self.made_around())
        own = (
            Made(key=item.key, makes=makes, text=item.text, words=self.asks, data=item.values, entry=item.entry)
            for item in self.items
        )
        return (*own, *self.made_around())

    def _to_look_back_at(self) -> Iterator[Made]:
        """Yield for each prediction the intention to see on its day whether it came true; that ends with an outcome."""
        day = next((one for one in self.attributes if one.type == "date"), None)
        if self.forecast is None or day is None:
            return
        for item in self.items:
            if not (on := day_in(item.values.get(day.id, ""))):
                continue
            chance = self._attribute(self.forecast.chance)
            sure = chance.shown(item.values.get(chance.id, "")) if chance else ""
            decided = bool(item.values.get(self.forecast.outcome))
            yield Made(
                key=prediction_key(item),
                makes="intention",
                text=f"Nagaan of dit uitkwam{f', kans {sure}' if sure else ''}: {item.text.rstrip('.')}.",
                words=self.asks,
                data={LOOK_BACK: on.isoformat(), FORECAST: "true"} | ({ENDED: on.isoformat()} if decided else {}),
                changes_only=decided,
            )

    def _line(self, item: ListedItem) -> str:
        said = [one.said(item.values[one.id]) for one in self.attributes if item.values.get(one.id)]
        return f"- {item.text}" + "".join(f"\n  {each}" for each in said)

    def _with(self, changed: ListedItem) -> "ItemList":
        items = tuple(changed if item.key == changed.key else item for item in self.items)
        return msgspec.structs.replace(self, items=items)


def prediction_key(item: ListedItem) -> str:
    """Return what names the intention to look back at a prediction, whatever its words are changed to."""
    return f"voorspelling.{item.first_name}"


def known(items: Iterable[ListedItem]) -> frozenset[str]:
    """Return all names of these items."""
    return frozenset(name for item in items for name in item.names)


def begin(parts: ListParts, items: tuple[ListedItem, ...] = ()) -> ItemList:
    """Return a list that holds what stands already."""
    return ItemList(
        asks=parts.item,
        hint=parts.hint,
        attributes=tuple(
            ShownAttribute(
                id=one.id,
                label=one.label,
                short=one.short,
                type=one.type,
                options=tuple((option.id, option.text) for option in one.options),
                hint=one.hint,
                unless=(one.unless.attribute, one.unless.option) if one.unless else None,
            )
            for one in parts.attributes
        ),
        sides=parts.sides or "",
        yields=parts.yields,
        forecast=parts.forecast,
        items=items,
    )
