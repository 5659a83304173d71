"""A scale: items placed between two poles, after the semantic differential. Only each item's own place is ever shown,
never a mean or a total.

C.E. Osgood, G.J. Suci and P.H. Tannenbaum, The Measurement of Meaning, 1957.
"""

from datetime import date
from itertools import groupby
from typing import ClassVar

import msgspec
from msgspec import Struct

from goedwerk_tui.guidance.exercises import sentence
from goedwerk_tui.guidance.exercises.framed import Framed, fold
from goedwerk_tui.guidance.exercises.own_ids import is_own, lasting_id, own_id
from goedwerk_tui.guidance.exercises.state import Made, joined
from goedwerk_tui.programme.exercises import ExerciseKind

NO_PLACE = "Nog geen plek"


class PlacedItem(Struct, frozen=True, kw_only=True):
    """An item, its poles and where it was placed."""

    id: str
    text: str
    low: str
    high: str
    group: str = ""
    at: int = 0
    """From 1, at the low pole, to the number of points; 0 for not placed."""
    because: str = ""
    about: str = ""
    """What is told below it, such as what was chosen: to be read beside it, and not kept."""
    ready: bool = False
    """Whether it is one's own from an earlier time, that lay ready."""


class Dot(Struct, frozen=True):
    """An item in a picture."""

    text: str
    low: str
    high: str
    at: int
    was: int
    """Where it was the time before; 0 when there was none."""


class Scale(Framed, frozen=True, kw_only=True, tag="scale", tag_field="exercise"):
    """A scale as it stands."""

    EXERCISE: ClassVar[ExerciseKind] = "scale"

    points: int
    items: tuple[PlacedItem, ...]
    because: str = ""
    own_item: str = ""
    low: str = ""
    high: str = ""

    @property
    def begun(self) -> bool:
        """Whether anything was placed or added."""
        return any(item.at or (is_own(item.id) and not item.ready) for item in self.items)

    @property
    def open(self) -> str:
        """How many items have no place."""
        left = sum(not item.at for item in self.items)
        return f"nog {left} te plaatsen" if left else ""

    def item(self, item_id: str) -> PlacedItem:
        """Return an item. Raises StopIteration when there is none with this id."""
        return next(item for item in self.items if item.id == item_id)

    def place(self, item_id: str, at: int) -> "Scale":
        """Place an item; 0 takes its place away."""
        return self._with(msgspec.structs.replace(self.item(item_id), at=max(0, min(at, self.points))))

    def explain(self, item_id: str, because: str) -> "Scale":
        """Say why an item stands where it does."""
        return self._with(msgspec.structs.replace(self.item(item_id), because=sentence.reason(because, self.because)))

    def add(self, text: str) -> "Scale":
        """Add an item of one's own; a text that is there already adds nothing."""
        words = " ".join(text.split())
        if not words or any(fold(item.text) == fold(words) for item in self.items):
            return self
        taken = {name_of(item) for item in self.items}
        item = PlacedItem(id=own_id(words, taken), text=words, low=self.low, high=self.high)
        return msgspec.structs.replace(self, items=(*self.items, item))

    def rename(self, item_id: str, text: str) -> "Scale":
        """Give an item of one's own other words; it stays the same item. An empty text changes nothing."""
        words = " ".join(text.split())
        if not words or not is_own(item_id):
            return self
        return self._with(msgspec.structs.replace(self.item(item_id), text=words))

    def within(self, now: "Scale") -> "Scale":
        """Return an earlier scale with what a later one still has, in its words: what was taken back stays out."""
        there = {name_of(item): item for item in now.items}
        items = (
            msgspec.structs.replace(item, text=same.text, because=item.because if same.because == item.because else "")
            for item in self.items
            if (same := there.get(name_of(item)))
        )
        return msgspec.structs.replace(self, items=tuple(items))

    def remove(self, item_id: str) -> "Scale":
        """Take away an item of one's own; other items stay."""
        if not is_own(item_id):
            return self
        return msgspec.structs.replace(self, items=tuple(item for item in self.items if item.id != item_id))

    def next_open(self, item_id: str) -> str:
        """Return the next item without a place after this one, going round; this one when all have theirs."""
        ids = [item.id for item in self.items]
        start = ids.index(item_id) + 1
        for item in (*self.items[start:], *self.items[:start]):
            if not item.at:
                return item.id
        return item_id

    def picture(self, before: "Scale | None" = None) -> tuple[tuple[str, tuple[Dot, ...]], ...]:
        """Return the placed items by group, each with where it was the time before."""
        old = {name_of(item): item.at for item in before.items} if before and before.points == self.points else {}
        return tuple(
            (
                group,
                tuple(
                    Dot(item.text, item.low, item.high, item.at, old.get(name_of(item), 0)) for item in items if item.at
                ),
            )
            for group, items in groupby(self.items, key=lambda item: item.group)
        )

    def text(self) -> str:
        """Return each placed item with its place in words."""
        parts: list[str] = []
        for group, items in groupby(self.items, key=lambda item: item.group):
            lines = [self._line(item) for item in items if item.at]
            parts.append("\n".join([group, *lines] if group and lines else lines))
        return self.with_words_around(joined(*parts, self.beside_picture()))

    @property
    def waiting(self) -> tuple[PlacedItem, ...]:
        """The items without a place that are one's own, or of which something was written."""
        return tuple(item for item in self.items if not item.at and (item.because or is_own(item.id)))

    def beside_picture(self) -> str:
        """Return what stands on no track: what was written and has no place yet."""
        lines = [f"- {item.text}{f' – {self.because} {item.because}' if item.because else ''}" for item in self.waiting]
        return "\n".join([NO_PLACE, *lines]) if lines else ""

    def in_brief(self) -> str:
        """Return what stands highest and what lowest, and how much was placed while that is not all; no score.

        Of items with poles of their own, which were placed.
        """
        placed = [item for item in self.items if item.at]
        if len({(item.low, item.high) for item in placed}) > 1:
            return f"{len(placed)} geplaatst: {'; '.join(item.text for item in placed)}"
        if not placed:
            return ""
        places = {item.at for item in placed}
        parts = [f"{len(placed)} van {len(self.items)} geplaatst"] if len(placed) < len(self.items) else []
        for at in sorted({max(places), min(places)}, reverse=True):
            first, *others = [item.text.rstrip(".") for item in placed if item.at == at]
            more = f" en nog {len(others)}" if others else ""
            pole = {1: placed[0].low, self.points: placed[0].high}.get(at, "")
            name = f"‘{pole}’" if pole else "hoogst" if at == max(places) else "laagst"
            parts.append(f"{name}: {first}{more}")
        return "; ".join(parts)

    def asks_back(self, today: date) -> str:
        """Return what is open, and what should be asked about the answers."""
        return "\n".join(each for each in (self.open, self.asks_back_around(today)) if each)

    def own_words(self) -> tuple[str, ...]:
        """Return the reasons, the items of one's own, and what was written around them."""
        own = (words for item in self.items for words in (item.because, item.text if is_own(item.id) else ""))
        return (*own, *self.own_words_around())

    def answers(self) -> dict[str, str]:
        """Return the reasons, by the items that they are for, and what was answered around them."""
        reasons = {f"{item.text} ({self.because})": item.because for item in self.items if item.because}
        return reasons | self.answers_around()

    def made(self) -> tuple[Made, ...]:
        """Return what the answers around it make; a scale itself is all there is."""
        return self.made_around()

    def _line(self, item: PlacedItem) -> str:
        # Below what was placed, so that it stands on one line in a window of any width.
        place = f"{item.low} {'·' * (item.at - 1)}●{'·' * (self.points - item.at)} {item.high}"
        because = f"\n  {self.because} {item.because}" if item.because else ""
        return f"- {item.text}\n  {place}{because}"

    def _with(self, changed: PlacedItem) -> "Scale":
        items = tuple(changed if item.id == changed.id else item for item in self.items)
        return msgspec.structs.replace(self, items=items)


def name_of(item: PlacedItem) -> str:
    """Return what an item is known by from one scale to the next, whatever it is called by then."""
    return lasting_id(item.id, item.text)
