"""A form: sections of fields that can be filled, passed over, left and taken up again."""

from datetime import date
from typing import ClassVar

import msgspec
from msgspec import Struct

from goedwerk_tui.base.clock import long_date
from goedwerk_tui.guidance.days import day_in
from goedwerk_tui.guidance.exercises import sentence
from goedwerk_tui.guidance.exercises.state import FORECAST, LOOK_BACK, SIGNAL, Made, joined
from goedwerk_tui.programme.exercises import ExerciseKind, FormParts, Makes

CELL = "|"
"""What parts the cells in a row of a table."""


class Box(Struct, frozen=True, kw_only=True):
    """One field as it was shown, and what stands in it."""

    id: str
    section: str
    label: str
    type: str = "text"
    hint: str = ""
    options: tuple[tuple[str, str], ...] = ()
    """Pairs of id and words."""
    columns: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    yields: Makes | None = None
    yields_as: str = ""
    signal: bool = False
    forecast: bool = False
    optional: bool = False
    value: str = ""
    """What was written; for a choice the id of the option."""
    entry: str = ""
    """The id of the entry that was picked."""
    meant: date | None = None
    """The day that was meant on the day on which it was written, where the words name no year."""

    @property
    def day(self) -> date | None:
        """The day that stands in it; None for none, and for words that name no day."""
        return (self.meant or day_in(self.value)) if self.type == "date" else None

    @property
    def shown(self) -> str:
        """What stands in it, as a person reads it."""
        if self.type == "choice":
            return next((words for option, words in self.options if option == self.value), self.value)
        if self.type == "date":
            return long_date(self.day) if self.day else self.value
        lines = [line.strip() for line in self.value.split("\n") if line.strip()]
        if self.type == "list":
            return "\n".join(f"- {line}" for line in lines)
        if self.type == "table":
            return "\n".join(f"- {self._row(line)}" for line in lines)
        return self.value.strip("\n")

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The cells of each row of a table; what is one too many stands in the last."""
        return tuple(self._cells(line) for line in self.value.split("\n") if line.strip())

    def _cells(self, line: str) -> tuple[str, ...]:
        return tuple(cell.strip() for cell in line.split(CELL, max(len(self.columns) - 1, 0)))

    def _row(self, line: str) -> str:
        first, *others = self._cells(line)
        named = zip(self.columns[1:], others, strict=False)
        return " – ".join([first, *(f"{name}: {cell}" for name, cell in named if cell)])


class Form(Struct, frozen=True, kw_only=True, tag="form", tag_field="exercise"):
    """A form as it stands."""

    EXERCISE: ClassVar[ExerciseKind] = "form"

    boxes: tuple[Box, ...]
    sections: dict[str, tuple[str, str]]
    """Title and text of each section, by id, in order."""
    at: int = 0
    """The field in front."""

    @property
    def begun(self) -> bool:
        """Whether anything is filled."""
        return any(box.value.strip() for box in self.boxes)

    @property
    def open(self) -> str:
        """How many fields are empty, of those that should not be."""
        empty = sum(not box.value.strip() for box in self.boxes if not box.optional)
        return "" if not empty else "nog 1 veld leeg" if empty == 1 else f"nog {empty} velden leeg"

    def fill(self, field: str, value: str, entry: str = "", today: date | None = None) -> "Form":
        """Put something in a field; ``today`` is the day, in local time, from which ‘vrijdag’ is understood."""
        return msgspec.structs.replace(
            self, boxes=tuple(_filled(box, value, entry, today) if box.id == field else box for box in self.boxes)
        )

    def in_brief(self) -> str:
        """Return the sentence that its answers make, or its first answer, and how much of it was filled."""
        filled = [box for box in self.boxes if box.value.strip()]
        made = next((box for box in filled if box.yields_as), None)
        first = self._words_of(made) if made else next((box.shown for box in filled), "")
        asked = sum(bool(box.value.strip()) or not box.optional for box in self.boxes)
        count = f"{len(filled)} van {asked} velden: " if len(filled) < asked else ""
        return f"{count}{first.removeprefix('- ')}"

    def asks_back(self, today: date) -> str:
        """Return what is open, half or unclear."""
        return "\n".join(each for each in (self.open, self.doubts(today)) if each)

    def doubts(self, today: date) -> str:
        """Return what is half or unclear: an intention of which one part is empty, a day that is none or has been."""
        asked: list[str] = []
        for box in self.boxes:
            parts = [each for each in self.boxes if each.id in sentence.gaps(box.yields_as)]
            lacking = [each for each in parts if not each.value.strip()]
            if lacking and len(lacking) < len(parts):
                asked.append(f"Je voornemen is half: bij ‘{lacking[0].label}’ staat nog niets.")
            if box.type == "date" and box.value.strip():
                if box.day is None:
                    asked.append(f"Welke dag is ‘{box.value.strip()}’? Schrijf hem als 18 december of 18-12.")
                elif box.day < today:
                    asked.append(f"{long_date(box.day).capitalize()} is al geweest.")
        return "\n".join(asked)

    def sentence_with(self, field: str) -> str:
        """Return the sentence that the answers make which this field is part of, as far as it is there; or nothing."""
        for box in self.boxes:
            if field in sentence.gaps(box.yields_as):
                words = {each.id: each.shown for each in self.boxes if each.value.strip()}
                begun = words.keys() & sentence.gaps(box.yields_as)
                return sentence.made(box.yields_as, words, gap="…") if begun else ""
        return ""

    def go(self, at: int) -> "Form":
        """Put another field in front."""
        return msgspec.structs.replace(self, at=max(0, min(at, len(self.boxes) - 1)))

    def text(self) -> str:
        """Return one page: the sections that hold something, with their fields."""
        parts: list[str] = []
        for section, (title, _) in self.sections.items():
            boxes = [box for box in self.boxes if box.section == section and box.value.strip()]
            if boxes:
                parts.append(title)
                parts.extend(f"{box.label}\n{box.shown}" for box in boxes)
        return joined(*parts)

    def keeping_line(self, now: "Form") -> "Form":
        """Return this state: it has no open line."""
        return self

    def own_words(self) -> tuple[str, ...]:
        """Return each line of what was written; not what was chosen."""
        written = (box.value for box in self.boxes if box.type in ("text", "list", "table"))
        return tuple(line for value in written for line in value.split("\n"))

    def answers(self) -> dict[str, str]:
        """Return what is filled, by the labels."""
        return {box.label: box.shown for box in self.boxes if box.value.strip()}

    def made(self) -> tuple[Made, ...]:
        """Return what the filled fields make."""
        return tuple(
            Made(key=box.id, makes=box.yields, text=self._words_of(box), words=box.label, data=self._data_of(box))
            for box in self.boxes
            if box.yields and box.value.strip()
        )

    def _data_of(self, box: Box) -> dict[str, str]:
        """Return what is kept with an intention: the first day that the form asks for, and what it is asked back as."""
        if box.yields != "intention":
            return {}
        days = [each.day for each in self.boxes if each.day]
        about = {SIGNAL: box.signal, FORECAST: box.forecast}
        return ({LOOK_BACK: days[0].isoformat()} if days else {}) | {name: "true" for name, on in about.items() if on}

    def _words_of(self, box: Box) -> str:
        """Return the words of what a field makes: its sentence, or its own answer while the sentence is not whole."""
        answers = {each.id: each.shown for each in self.boxes if each.value.strip()}
        whole = bool(box.yields_as) and sentence.gaps(box.yields_as) <= answers.keys()
        return sentence.made(box.yields_as, answers) if whole else box.shown


def _filled(box: Box, value: str, entry: str, today: date | None) -> Box:
    if box.type != "date":
        return msgspec.structs.replace(box, value=value, entry=entry)
    if value == box.value and box.meant:
        return box
    meant = day_in(value, today) if today and day_in(value) is None else None
    return msgspec.structs.replace(box, value=value, entry=entry, meant=meant)


def begin(parts: FormParts) -> Form:
    """Return an empty form."""
    boxes = tuple(
        Box(
            id=field.id,
            section=section.id,
            label=field.label,
            type=field.type,
            hint=field.hint,
            options=tuple((option.id, option.text) for option in field.options),
            columns=field.columns,
            kinds=field.kinds,
            yields=field.yields,
            yields_as=field.yields_as,
            signal=field.signal,
            forecast=field.forecast,
            optional=field.optional,
        )
        for section in parts.sections
        for field in section.fields
    )
    return Form(boxes=boxes, sections={section.id: (section.title, section.text) for section in parts.sections})
