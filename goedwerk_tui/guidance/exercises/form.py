"""A form: sections of fields that can be filled, passed over, left and taken up again."""

import re
from datetime import date
from typing import ClassVar

import msgspec
from msgspec import Struct

from goedwerk_tui.base.clock import MONTHS, SHORT_MONTHS, long_date
from goedwerk_tui.guidance.exercises.work import LOOK_BACK, SIGNAL, Made, joined
from goedwerk_tui.programme.exercises import ExerciseKind, FormParts, Makes

_DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2}|[a-z]+)[-/. ](\d{4})")
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
    value: str = ""
    """What was written; for a choice the id of the option."""
    entry: str = ""
    """The id of the entry that was picked."""

    @property
    def shown(self) -> str:
        """What stands in it, as a person reads it."""
        if self.type == "choice":
            return next((words for option, words in self.options if option == self.value), self.value)
        if self.type == "date":
            day = day_in(self.value)
            return long_date(day) if day else self.value
        lines = [line.strip() for line in self.value.split("\n") if line.strip()]
        if self.type == "list":
            return "\n".join(f"- {line}" for line in lines)
        if self.type == "table":
            return "\n".join(f"- {self._row(line)}" for line in lines)
        return self.value.strip("\n")

    def _row(self, line: str) -> str:
        cells = [cell.strip() for cell in line.split(CELL)]
        named = zip(self.columns[1:], cells[1:], strict=False)
        more = [f"{name}: {cell}" for name, cell in named if cell]
        return " – ".join([cells[0], *more, *cells[len(self.columns) :]])


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
        """How many fields are empty."""
        empty = sum(not box.value.strip() for box in self.boxes)
        return "" if not empty else "nog 1 veld leeg" if empty == 1 else f"nog {empty} velden leeg"

    def fill(self, field: str, value: str, entry: str = "") -> "Form":
        """Put something in a field."""
        boxes = tuple(
            msgspec.structs.replace(box, value=value, entry=entry) if box.id == field else box for box in self.boxes
        )
        return msgspec.structs.replace(self, boxes=boxes)

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

    def made(self) -> tuple[Made, ...]:
        """Return what the filled fields make."""
        return tuple(
            Made(key=box.id, makes=box.yields, text=self._words_of(box), words=box.label, data=self._data_of(box))
            for box in self.boxes
            if box.yields and box.value.strip()
        )

    def _data_of(self, box: Box) -> dict[str, str]:
        """Return what is kept with an intention: the first day that the form asks for, and whether it is a signal."""
        if box.yields != "intention":
            return {}
        days = [day for each in self.boxes if each.type == "date" and (day := day_in(each.value))]
        return ({LOOK_BACK: days[0].isoformat()} if days else {}) | ({SIGNAL: "true"} if box.signal else {})

    def _words_of(self, box: Box) -> str:
        if not box.yields_as:
            return box.shown
        answers = {each.id: each.shown.strip().rstrip(".") for each in self.boxes}
        return re.sub(r"\{([^{}]*)\}", lambda name: answers.get(name[1], ""), box.yields_as)


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
        )
        for section in parts.sections
        for field in section.fields
    )
    return Form(boxes=boxes, sections={section.id: (section.title, section.text) for section in parts.sections})


def day_in(text: str) -> date | None:
    """Return the day that somebody wrote as 3-12-2026 or 3 december 2026, or None."""
    found = _DAY.fullmatch(" ".join(text.casefold().split()))
    if found is None:
        return None
    month = found[2]
    named = (
        number
        for number, (name, short) in enumerate(zip(MONTHS, SHORT_MONTHS, strict=True), 1)
        if month == short or (len(month) >= 3 and name.startswith(month))
    )
    number = int(month) if month.isdigit() else next(named, 0)
    try:
        return date(int(found[3]), number, int(found[1]))
    except ValueError:
        return None
