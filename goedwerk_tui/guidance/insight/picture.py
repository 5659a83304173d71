"""What a picture holds: groups of marks, what it was drawn from, and the same in words.

How a mark looks is for whoever draws it. Nothing here is added up or averaged: a mark is one thing that somebody wrote
or placed, and what is said of it is what that person said.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from goedwerk_tui.base.clock import MONTHS, long_date

GroupForm = Literal["track", "force", "bar", "column", "ring", "week", "pair", "line"]
"""How the marks of a group are drawn: ``track`` between two poles, ``force`` on one of two facing sides, ``bar`` by
weight, ``column`` in one of several columns, ``ring`` from the inside out, ``week`` by the days in it, ``pair`` as
texts beside each other, ``line`` as a plain line."""

_COUNTS = ("", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
_CHANGES = {"": "", "new": "nieuw", "gone": "weg"}


@dataclass(frozen=True)
class PictureMark:
    """One thing in a picture."""

    text: str
    places: tuple[int, ...] = ()
    """On a track, where it stood each time, the oldest first; from 1, and 0 for not placed."""
    weight: int = 0
    """How heavy, or on how many days; 0 when that was not said."""
    rose: int = 0
    """How many columns it moved toward the first since the time before; negative for away from it."""
    change: Literal["", "new", "gone"] = ""
    """What happened to it since the time before."""
    about: tuple[str, ...] = ()
    """What is said of it, a line each."""

    @property
    def moved(self) -> bool:
        """Whether it ever stood at another place."""
        return len({place for place in self.places if place}) > 1

    @property
    def said(self) -> tuple[str, ...]:
        """What is said of it, with what happened to it."""
        return tuple(each for each in (_CHANGES[self.change], *self.about) if each)


@dataclass(frozen=True)
class PictureGroup:
    """Marks that belong together."""

    name: str
    form: GroupForm
    marks: tuple[PictureMark, ...]
    poles: tuple[str, str] = ("", "")
    """Of a track: what stands at the left and at the right."""
    steps: int = 0
    """Of a track the number of places; of weights the heaviest that there is."""

    def text(self) -> str:
        """Return the group in words, its name above it; empty for a month in which nothing was written."""
        if self.form == "pair":
            texts = ("\n".join((*mark.about, mark.text)) for mark in self.marks)
            return "\n\n".join([self.name, *texts])
        heading = self.name
        if self.form == "track":
            heading += f" (1 is {self.poles[0]}, {self.steps} is {self.poles[1]})"
        lines = [self._line(mark) for mark in self.marks if mark.weight or self.form != "week"]
        if lines:
            return "\n".join([heading, *lines])
        return "" if self.form == "week" else f"{heading}: niets"

    def _line(self, mark: PictureMark) -> str:
        text = mark.text.rstrip(".").replace("\n", "\n  ")
        if self.form == "week":
            return f"- {text}: {'; '.join(mark.about)}"
        if self.form == "track":
            return f"- {text}: {_places(mark)}" + "".join(f" – {each}" for each in mark.said)
        weighs = [f"weegt {mark.weight} van {self.steps}"] if mark.weight and self.steps else []
        return f"- {text}" + "".join(f" – {each}" for each in (*weighs, *mark.said))


@dataclass(frozen=True)
class Picture:
    """Something to look at, made from what a person wrote."""

    id: str
    """Names it on the command line and in the log of exports."""
    title: str
    source: str
    """A sentence on what it is drawn from."""
    groups: tuple[PictureGroup, ...]
    entries: tuple[str, ...]
    """The ids of the entries behind it, newest first."""

    def text(self) -> str:
        """Return the same in words, for who would rather read."""
        return "\n\n".join(text for group in self.groups if (text := group.text()))


@dataclass(frozen=True)
class TooLittle:
    """A picture that is not drawn yet."""

    id: str
    title: str
    needs: str
    """A sentence on what there is to be before there is something to see."""


def times(number: int) -> str:
    """Return a count as ‘drie keer’."""
    return f"{_COUNTS[number] if 0 < number < len(_COUNTS) else number} keer"


def in_a_row(parts: Sequence[str]) -> str:
    """Return parts as ‘a, b en c’."""
    return " en ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def days_in_words(days: Sequence[date]) -> str:
    """Return days as ‘12 januari, 14 april en 20 juli 2026’; a year stands where another follows, and at the end."""
    parts = [
        long_date(day) if day is days[-1] or days[at + 1].year != day.year else f"{day.day} {MONTHS[day.month - 1]}"
        for at, day in enumerate(days)
    ]
    return in_a_row(parts)


def _places(mark: PictureMark) -> str:
    """Return the places by time: ‘2, 3, 4’, ‘steeds 3’; a dash for not placed."""
    if len(mark.places) > 1 and len(set(mark.places)) == 1:
        return f"steeds {mark.places[0]}"
    return ", ".join(str(place) if place else "–" for place in mark.places)
