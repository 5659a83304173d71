"""The instruments: what an author says of an exercise, by its kind. All texts are plain."""

from collections.abc import Iterator
from typing import Annotated, Literal, get_args

from msgspec import Meta

from goedwerk_tui.programme.model import Id, Line, Listener, Option, Step, Text, Value

ExerciseKind = Literal["form", "sort", "scale", "list", "compose"]
Months = Annotated[int, Meta(ge=1, le=120)]
Result = Literal["measurement", "collection"]
"""A measurement is dated and frozen, and doing it again adds one; a collection is one result that grows."""
Makes = Literal["intention", "condition", "term", "strategy", "vision"]
OwnKind = Literal["answer", "choice", "note", "exercise", "intention", "strategy", "condition", "term", "vision"]
"""What somebody wrote before, to choose from."""

EXERCISE_KINDS: tuple[ExerciseKind, ...] = get_args(ExerciseKind)


class Field(Value, frozen=True, kw_only=True):
    """One thing to fill in."""

    id: Id
    label: Text
    type: Literal["text", "choice", "list", "date", "table", "entry"] = "text"
    hint: Text = ""
    options: tuple[Option, ...] = ()
    """For a choice."""
    columns: tuple[Line, ...] = ()
    """For a table."""
    kinds: tuple[OwnKind, ...] = ()
    """For an entry: from which of one's own things to choose."""
    yields: Makes | None = None
    yields_as: Line = ""
    """The words in which the answer is kept apart, with ``{id}`` for the answer to a field; empty for the answer."""
    signal: bool = False
    """Whether the intention that it yields is to say something to somebody, who may answer."""
    forecast: bool = False
    """Whether the intention that it yields is to see whether a prediction came true."""
    optional: bool = False
    """Whether it may be left empty without being asked about."""


class FormSection(Value, frozen=True, kw_only=True):
    """Fields that belong together."""

    id: Id
    title: Line
    text: Text = ""
    fields: Annotated[tuple[Field, ...], Meta(min_length=1)]


class FormParts(Value, frozen=True, kw_only=True):
    """Going through sections of fields."""

    sections: Annotated[tuple[FormSection, ...], Meta(min_length=1)]


class Card(Value, frozen=True, kw_only=True):
    """Something to lay in a column."""

    id: Id
    text: Line
    note: Text = ""


class Column(Value, frozen=True, kw_only=True):
    """A place for cards: from the innermost ring to the outermost, or from the first column to the last."""

    id: Id
    name: Line
    quota: Annotated[int, Meta(ge=1, le=200)] | None = None
    """How many cards it should hold in the end; None for any number."""


class SortParts(Value, frozen=True, kw_only=True):
    """Laying cards in columns or rings."""

    shape: Literal["columns", "rings"] = "columns"
    columns: Annotated[tuple[Column, ...], Meta(min_length=2, max_length=6)]
    cards: tuple[Card, ...] = ()
    cards_from: Literal["values"] | None = None
    own_card: Line = ""
    """What is asked for a card of one's own; empty where there are none."""
    colliding: Line = ""
    """What stands between two cards that collide; empty where none can."""


class ScaleItem(Value, frozen=True, kw_only=True):
    """Something to place on the scale."""

    id: Id
    text: Text
    group: Line = ""


class ScaleParts(Value, frozen=True, kw_only=True):
    """Placing items between two poles."""

    low: Line
    high: Line
    points: Annotated[int, Meta(ge=3, le=9)] = 5
    items: tuple[ScaleItem, ...] = ()
    items_from: Literal["statements", "cases"] | None = None
    """``cases``: for each case that was read, each pair of goods that it names; the pair gives the poles."""
    own_item: Line = ""
    because: Line = ""
    """What is asked beside a placed item; empty where nothing is."""


class Given(Value, frozen=True, kw_only=True):
    """Something that was chosen of an item."""

    attribute: Id
    """A choice."""
    option: Id


class Attribute(Value, frozen=True, kw_only=True):
    """What is said of each item of a list."""

    id: Id
    label: Line
    short: Line = ""
    """What stands above its column, in a word or two."""
    type: Literal["choice", "weight", "date", "text"] = "text"
    options: tuple[Option, ...] = ()
    hint: Text = ""
    unless: Given | None = None
    """What was chosen of an item of which this is not asked; None where it is asked of each."""


class Forecast(Value, frozen=True, kw_only=True):
    """Which attributes make the items of a list predictions."""

    chance: Id
    """The choice of how sure one is; each option names a percentage."""
    outcome: Id
    """The choice of how it ended; the first option is that it came true."""


class ListParts(Value, frozen=True, kw_only=True):
    """Making a list of items with attributes."""

    item: Line
    """What one item is, as a question."""
    hint: Text = ""
    attributes: Annotated[tuple[Attribute, ...], Meta(max_length=6)] = ()
    sides: Id | None = None
    """The choice of two that parts the picture in a left and a right side; None for a table."""
    yields: Makes | None = None
    forecast: Forecast | None = None
    """What makes its items predictions, each asked back on its day; None where they are none."""


class ComposePart(Value, frozen=True, kw_only=True):
    """A text to build from what one wrote before."""

    id: Id
    title: Line
    text: Text
    hint: Text = ""
    starter: Text = ""
    """Words to begin with."""
    most_words: Annotated[int, Meta(ge=5, le=2000)] | None = None
    optional: bool = False
    """Whether it may be left empty without being asked about."""
    kinds: tuple[OwnKind, ...] = ()
    steps: tuple[Id, ...] = ()
    """Only what was written at these steps; empty for anywhere."""
    openers: Listener | None = None
    """Offer the ways to begin a conversation with this listener too."""
    yields: Makes | None = None


class ComposeParts(Value, frozen=True, kw_only=True):
    """Building a text from earlier answers."""

    parts: Annotated[tuple[ComposePart, ...], Meta(min_length=1)]


Parts = FormParts | SortParts | ScaleParts | ListParts | ComposeParts


class Exercise(Step, frozen=True, kw_only=True):
    """An instrument. Exactly one of the five fields that are named after a kind is there."""

    result: Result
    instruction: Text
    """What is asked, short enough to stay in view."""
    again: Id | None = None
    """The exercise that this one does again at another place; its parts and its results are that one's."""
    beside: Id | None = None
    """The exercise whose newest result lies beside those of this one; None for its own result before."""
    beforehand: FormParts | None = None
    """What is asked before it, for what is laid, placed or listed."""
    afterwards: FormParts | None = None
    """What is asked beside its picture once it is done, for what is laid, placed or listed."""
    repeat_after: tuple[Months, ...] = ()
    """How many months after its newest result it is offered again, in ascending order; empty for never."""
    form: FormParts | None = None
    sort: SortParts | None = None
    scale: ScaleParts | None = None
    list: ListParts | None = None
    compose: ComposeParts | None = None

    @property
    def kept_at(self) -> str:
        """The id of the step under which the results are kept."""
        return self.again or self.id

    @property
    def by_place(self) -> bool:
        """Whether each place where it is done has results of its own.

        What is filled in or composed once is about something of that place; what is laid, placed or listed again lies
        beside the time before, wherever that was.
        """
        return self.result == "measurement" and self.exercise in ("form", "compose")

    @property
    def exercise(self) -> ExerciseKind:
        """Which kind it is."""
        return next(name for name, _ in self._given())

    @property
    def parts(self) -> Parts:
        """What that kind needs."""
        return next(parts for _, parts in self._given())

    def _given(self) -> Iterator[tuple[ExerciseKind, Parts]]:
        for name in EXERCISE_KINDS:
            parts = getattr(self, name)
            if parts is not None:
                yield name, parts


class Again(Step, frozen=True, kw_only=True):
    """An exercise of another step at this place, as its file is: the pack makes an ``Exercise`` of it."""

    instruction: Text
    again: Id
