"""The programme as frozen values.

The outline (``Programme`` with its ``Session``s) is small and read at the start; a step with its prose is read when it
is opened. Texts are Markdown in the small dialect that ``docs/content.md`` describes, unless said otherwise.
"""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LINE_PATTERN = r"^[^\n]+$"

Id = Annotated[str, Meta(pattern=ID_PATTERN, max_length=80)]
Line = Annotated[str, Meta(pattern=LINE_PATTERN, max_length=300)]
"""Text on one line: titles and names."""
Text = Annotated[str, Meta(min_length=1, max_length=10_000)]
"""Text that may have paragraphs."""
DAY_PATTERN = r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"
Day = Annotated[str, Meta(pattern=DAY_PATTERN)]
Minutes = Annotated[int, Meta(ge=1, le=600)]
Year = Annotated[int, Meta(ge=1500, le=2100)]

Level = Literal["rijk", "provincie", "gemeente", "waterschap", "uitvoering", "toezicht", "europa"]
Move = Literal["see", "recognise", "judge", "act"]
Yield = Literal["furthers", "hinders", "intention", "term", "strategy", "vision"]
Kind = Literal["reading", "case", "example", "questions", "own_example", "closing", "exercise"]
Listener = Literal["colleague", "manager", "both"]
MOMENT = "moment"
"""The slug of the block after which a case asks to choose."""
WHOLE = "geheel"
"""What a session or prompt names instead of a dimension when it is about all of them."""


class Value(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of all values of the programme. msgspec does not inherit ``kw_only``, so each says it."""


class ThroughQuestion(Value, frozen=True, kw_only=True):
    """One of the questions that run through all sessions. Plain text."""

    id: Id
    text: Text


class Dimension(Value, frozen=True, kw_only=True):
    """One of the three components of good work. Plain text."""

    id: Id
    name: Line
    text: Text


class Tension(Value, frozen=True, kw_only=True):
    """A pair of goods that can collide."""

    id: Id
    one: Line
    other: Line


class Group(Value, frozen=True, kw_only=True):
    """The ids of the steps for whoever also meets with a group."""

    before: Id
    after: Id


class Former(Value, frozen=True, kw_only=True):
    """A step that went by another id before: what was written and walked there goes with it."""

    step: Id
    was: Id


class Session(Value, frozen=True, kw_only=True):
    """A session's outline. ``minutes`` is the stated length of the core route."""

    id: Id
    title: Line
    dimension: Id
    question: Text
    aim: Text
    minutes: Minutes
    steps: Annotated[tuple[Id, ...], Meta(min_length=1)]
    core: Annotated[tuple[Id, ...], Meta(min_length=1)]
    group: Group | None = None
    formerly: tuple[Former, ...] = ()


class Retired(Value, frozen=True, kw_only=True):
    """A step of an earlier edition: what was written there still says where it came from."""

    step: Id
    title: Line
    session: Id
    now: Id | None = None
    """The step that took its place, if one did."""


class Programme(Value, frozen=True, kw_only=True):
    """The outline of a content pack: everything but the steps' own text and the lists."""

    id: Id
    title: Line
    introduction: Text
    questions: tuple[ThroughQuestion, ...]
    dimensions: tuple[Dimension, ...]
    tensions: tuple[Tension, ...]
    sessions: tuple[Session, ...]
    pages: tuple[Id, ...] = ()
    retired: tuple[Retired, ...] = ()

    @property
    def step_names(self) -> dict[str, str]:
        """The present id of each step that had another."""
        return {former.was: former.step for session in self.sessions for former in session.formerly}


class Question(Value, frozen=True, kw_only=True):
    """A reflective question. Plain text. ``after`` is the slug of the block that it follows; None means the end."""

    id: Id
    text: Text
    move: Move
    hint: Text = ""
    after: Id | None = None
    yields: Yield | None = None
    through: Id | None = None
    """The id of the programme's question that this is a turn of: answers to it are laid beside each other."""
    same_as: tuple[Text, ...] = ()
    """Earlier wordings that asked the same: an answer to one of them is an answer to this question."""
    formerly: tuple[Id, ...] = ()
    """The ids by which it went before."""


class Option(Value, frozen=True, kw_only=True):
    """One defensible thing to do. Plain text. ``same_as`` holds earlier wordings of the same act."""

    id: Id
    text: Text
    same_as: tuple[Text, ...] = ()


class Choice(Value, frozen=True, kw_only=True):
    """The moment to decide: two to four options that exclude each other. ‘Something else’ is for the screen to add.

    ``same_as`` holds earlier wordings of the same choice.
    """

    text: Text
    same_as: tuple[Text, ...] = ()
    options: Annotated[tuple[Option, ...], Meta(min_length=2, max_length=4)]


class Source(Value, frozen=True, kw_only=True):
    """Where a fact comes from. An empty ``applies_to`` means every level of government."""

    title: Line
    publisher: Line
    year: Year
    applies_to: tuple[Level, ...] = ()


class Voice(Value, frozen=True, kw_only=True):
    """Somebody who sees it otherwise. ``who`` is plain text."""

    who: Line
    text: Text


class Block(Value, frozen=True, kw_only=True):
    """A part of a step's text. ``slug`` is empty for text above the first heading; ``voices`` only in ‘Stemmen’."""

    slug: str
    title: str
    text: str
    voices: tuple[Voice, ...] = ()


class Step(Value, frozen=True, kw_only=True):
    """What all steps have. ``minutes`` is stated by the author or else reckoned (see ``minutes.py``)."""

    id: Id
    kind: Kind
    title: Line
    minutes: Minutes
    blocks: tuple[Block, ...] = ()
    questions: tuple[Question, ...] = ()
    sources: tuple[Source, ...] = ()


class Reading(Step, frozen=True, kw_only=True):
    """A short essay."""


class Case(Step, frozen=True, kw_only=True):
    """A dilemma from practice."""

    level: Level
    field: Line
    role: Line
    tensions: tuple[Id, ...] = ()
    choice: Choice | None = None


class Example(Step, frozen=True, kw_only=True):
    """A portrait of somebody who took initiative or found an own way."""

    level: Level
    field: Line
    role: Line


class Questions(Step, frozen=True, kw_only=True):
    """Reflective questions around one theme."""


class OwnExample(Step, frozen=True, kw_only=True):
    """A guided retelling of something from the reader's own work."""


class Closing(Step, frozen=True, kw_only=True):
    """Looking back on a session."""


class Page(Value, frozen=True, kw_only=True):
    """A text outside the sessions."""

    id: Id
    title: Line
    text: Text


class Term(Value, frozen=True, kw_only=True):
    """A glossary entry. Plain text."""

    id: Id
    term: Line
    meaning: Text
    see: tuple[Id, ...] = ()


class Prompt(Value, frozen=True, kw_only=True):
    """A question of the week."""

    id: Id
    text: Text
    dimension: Id
    move: Move
    hint: Text = ""


class WorkValue(Value, frozen=True, kw_only=True):
    """A value for the value sort."""

    id: Id
    name: Line
    meaning: Text


class Statement(Value, frozen=True, kw_only=True):
    """A statement for the opening picture."""

    id: Id
    text: Text
    dimension: Id


class Strategy(Value, frozen=True, kw_only=True):
    """Something that people in such work do, tied to the case or example that shows it."""

    id: Id
    name: Line
    text: Text
    step: Id


class Opener(Value, frozen=True, kw_only=True):
    """A way to begin a conversation."""

    id: Id
    text: Text
    to: Listener
