"""The files as an author writes them, where they differ from the values that come out of them."""

from dataclasses import dataclass
from typing import Annotated, Literal

from msgspec import Meta

from goedwerk_tui.programme.exercises import (
    ComposeParts,
    Exercise,
    FormParts,
    ListParts,
    Months,
    Result,
    ScaleParts,
    SortParts,
)
from goedwerk_tui.programme.model import (
    Case,
    Choice,
    Closing,
    Day,
    Dimension,
    Example,
    Former,
    Id,
    Level,
    Line,
    Minutes,
    Opener,
    OwnExample,
    Prompt,
    Question,
    Questions,
    Reading,
    Retired,
    Source,
    Statement,
    Step,
    Strategy,
    Tension,
    Term,
    Text,
    ThroughQuestion,
    Value,
    WorkValue,
)


class ProgrammeFile(Value, frozen=True, kw_only=True):
    """``programme.yaml``: ``sessions`` are folder names, in order."""

    id: Id
    title: Line
    introduction: Text
    questions: tuple[ThroughQuestion, ...]
    dimensions: Annotated[tuple[Dimension, ...], Meta(min_length=1)]
    tensions: tuple[Tension, ...]
    sessions: Annotated[tuple[Id, ...], Meta(min_length=1)]
    pages: tuple[Id, ...] = ()
    retired: tuple[Retired, ...] = ()


class StepHead(Value, frozen=True, kw_only=True):
    """The front matter that all steps share."""

    id: Id
    title: Line
    minutes: Minutes | None = None
    sources: tuple[Source, ...] = ()


class TellingHead(StepHead, frozen=True, kw_only=True):
    """The front matter of a step with a text, which may have questions."""

    questions: tuple[Question, ...] = ()


class ReadingHead(TellingHead, frozen=True, kw_only=True):
    """The front matter of a reading."""

    kind: Literal["reading"]


class CaseHead(TellingHead, frozen=True, kw_only=True):
    """The front matter of a case."""

    kind: Literal["case"]
    level: Level
    field: Line
    role: Line
    tensions: tuple[Id, ...] = ()
    choice: Choice | None = None


class ExampleHead(TellingHead, frozen=True, kw_only=True):
    """The front matter of an example."""

    kind: Literal["example"]
    level: Level
    field: Line
    role: Line


class AskingHead(StepHead, frozen=True, kw_only=True):
    """The front matter of a step that asks."""

    questions: Annotated[tuple[Question, ...], Meta(min_length=1)]


class QuestionsHead(AskingHead, frozen=True, kw_only=True):
    """The front matter of questions around one theme."""

    kind: Literal["questions"]


class OwnExampleHead(AskingHead, frozen=True, kw_only=True):
    """The front matter of an own example."""

    kind: Literal["own_example"]


class ClosingHead(AskingHead, frozen=True, kw_only=True):
    """The front matter of a closing."""

    kind: Literal["closing"]


class ExerciseHead(StepHead, frozen=True, kw_only=True):
    """The front matter of an exercise: ``result`` and one of the fields that are named after a kind, or ``again``."""

    kind: Literal["exercise"]
    instruction: Text
    result: Result | None = None
    again: Id | None = None
    beside: Id | None = None
    beforehand: FormParts | None = None
    afterwards: FormParts | None = None
    repeat_after: tuple[Months, ...] = ()
    form: FormParts | None = None
    sort: SortParts | None = None
    scale: ScaleParts | None = None
    list: ListParts | None = None
    compose: ComposeParts | None = None


class PageHead(Value, frozen=True, kw_only=True):
    """The front matter of a page."""

    id: Id
    title: Line


class Addition(Value, frozen=True, kw_only=True):
    """Steps that an overlay adds to a session, after one of its steps or else at the end."""

    session: Id
    steps: Annotated[tuple[Id, ...], Meta(min_length=1)]
    after: Id | None = None


class QuestionChange(Value, frozen=True, kw_only=True):
    """Other words for a question of the programme. ``same_as`` holds earlier wordings that asked the same."""

    id: Id
    text: Text | None = None
    hint: Text | None = None
    same_as: tuple[Text, ...] = ()


class Change(Value, frozen=True, kw_only=True):
    """What an overlay changes in a step of the programme; ``whole`` puts its own file in the place of the step's."""

    step: Id
    minutes: Minutes | None = None
    questions: tuple[QuestionChange, ...] = ()
    whole: bool = False


class Order(Value, frozen=True, kw_only=True):
    """Steps of a session in another order, on the places that they have together."""

    session: Id
    steps: Annotated[tuple[Id, ...], Meta(min_length=2)]


class OverlayFile(Value, frozen=True, kw_only=True):
    """``overlay.yaml``."""

    id: Id
    title: Line
    version: Line = ""
    date: Day = ""
    owner: Line = ""
    about: Text = ""
    """A paragraph for the page about the programme. Plain text."""
    add: Annotated[tuple[Addition, ...], Meta(min_length=1)] = ()
    change: Annotated[tuple[Change, ...], Meta(min_length=1)] = ()
    hide: Annotated[tuple[Id, ...], Meta(min_length=1)] = ()
    order: Annotated[tuple[Order, ...], Meta(min_length=1)] = ()
    formerly: tuple[Former, ...] = ()


@dataclass(frozen=True)
class FileSchema:
    """How one kind of step is written and what comes out."""

    head: type[StepHead]
    step: type[Step]
    body: Literal["text", "introduction", "blocks"]
    """One text that must be there, one that may be, or blocks under headings."""


FORMS = {
    "reading": FileSchema(ReadingHead, Reading, "text"),
    "case": FileSchema(CaseHead, Case, "blocks"),
    "example": FileSchema(ExampleHead, Example, "text"),
    "questions": FileSchema(QuestionsHead, Questions, "introduction"),
    "own_example": FileSchema(OwnExampleHead, OwnExample, "introduction"),
    "closing": FileSchema(ClosingHead, Closing, "introduction"),
    "exercise": FileSchema(ExerciseHead, Exercise, "introduction"),
}

LISTS: dict[str, type[Value]] = {
    "glossary.yaml": Term,
    "prompts.yaml": Prompt,
    "values.yaml": WorkValue,
    "statements.yaml": Statement,
    "strategies.yaml": Strategy,
    "openers.yaml": Opener,
}
