"""The neutral document that every format is made from.

A document is sections in sections, with blocks in them. All of it is plain text: a format says how a block looks, and
never reads a sign in a text as its own. Every text passes ``clean`` when a value is made, so no format need clean.
"""

import re
from typing import Literal

import msgspec

from goedwerk_tui.base.text import clean


class DocumentNode(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of all that a document is made of."""

    def __post_init__(self) -> None:
        """Apply the one rule for what is text to every text."""
        for name in self.__struct_fields__:
            value = getattr(self, name)
            if isinstance(value, str):
                msgspec.structs.force_setattr(self, name, clean(value))


class Run(DocumentNode, frozen=True):
    """Words in one look."""

    text: str
    look: Literal["plain", "strong", "emphasis", "struck", "code"] = "plain"
    """``code`` is what is typed: in fixed width, and broken at its spaces alone."""


Line = tuple[Run, ...]
"""Words on one line or in one paragraph."""


class FigureMark(DocumentNode, frozen=True):
    """Something in a picture: how far it reaches or where it stands, in steps; 0 for just being there."""

    text: str
    at: int = 0
    low: str = ""
    high: str = ""
    """The poles that it stands between, on a scale."""
    was: int = 0
    """Where it stood the first time, on a scale; 0 when it was placed once."""
    about: str = ""
    """What is said of it."""
    people: tuple[int, ...] = ()
    """How many people stand at each place of a scale, from the first on; empty for what is of one person."""


class Lane(DocumentNode, frozen=True):
    """Marks that lie together, below a name that may be empty."""

    name: str
    marks: tuple[FigureMark, ...]


class Figure(DocumentNode, frozen=True):
    """What an exercise looks like. The text of its piece says the same in words."""

    kind: Literal["columns", "forces", "scale", "counts", "table"]
    """A table has a lane for each column, with as many marks in each."""
    lanes: tuple[Lane, ...]
    steps: int
    """The largest place or reach that a mark can have."""
    beside: str | None = None
    """What the text of its piece says and the drawing does not show, for a form that draws; None for all of it."""


class Piece(DocumentNode, frozen=True, tag="piece", tag_field="block"):
    """One entry as it leaves. ``text`` may hold several lines."""

    question: str
    choice: str
    text: str
    written: str
    """The line below it: the day, or in a bundle the name of who wants it known."""
    kind: str = ""
    """What sort of entry it is, by its name in the journal's file."""
    place: str = ""
    """Where in the programme it was asked: ``session/step/item``; empty for what was written loose."""
    picture: Figure | None = None
    """For an exercise that can be drawn."""


Role = Literal["text", "lead", "quote", "small", "head"]
"""What a paragraph is: ``lead`` opens a part, ``small`` stands aside, ``head`` stays with what follows it."""


class Prose(DocumentNode, frozen=True, tag="prose", tag_field="block"):
    """A paragraph."""

    runs: Line
    role: Role = "text"


class Bullets(DocumentNode, frozen=True, tag="list", tag_field="block"):
    """A list of one level."""

    items: tuple[Line, ...]
    numbered: bool = False


class Table(DocumentNode, frozen=True, tag="table", tag_field="block"):
    """Rows of equally many cells; the first row names the columns, unless ``headed`` says otherwise."""

    rows: tuple[tuple[Line, ...], ...]
    widths: tuple[int, ...] = ()
    """How the columns share the width; empty for as their words need."""
    tall: bool = False
    """Whether there is room to write in the cells."""
    headed: bool = True


class QuestionBlock(DocumentNode, frozen=True, tag="question", tag_field="block"):
    """Something that is asked of the reader, with a hint that may be empty and lines to write on (0 for none)."""

    text: str
    hint: str = ""
    lines: int = 0


class Fold(DocumentNode, frozen=True, tag="fold", tag_field="block"):
    """What should not be seen at once: closed where a format can do that, else below its own heading."""

    title: str
    blocks: "tuple[Block, ...]"


class Together(DocumentNode, frozen=True, tag="together", tag_field="block"):
    """What is read in one look, such as a question with its options: on one page where it fits."""

    blocks: "tuple[Block, ...]"


class NewSheet(DocumentNode, frozen=True, tag="sheet", tag_field="block"):
    """From here on everything stands on another sheet, to be handed out apart. Not all forms have sheets."""


Block = Piece | Prose | Bullets | Table | QuestionBlock | Fold | Together | NewSheet


class Section(DocumentNode, frozen=True):
    """A part with a heading."""

    title: str
    blocks: tuple[Block, ...] = ()
    sections: "tuple[Section, ...]" = ()


class Document(DocumentNode, frozen=True):
    """Everything that leaves, in order."""

    title: str
    date: str
    """The line below the title."""
    sections: tuple[Section, ...]
    name: str = ""
    """Whose it is, when that person wants it to be known."""
    contents: bool = False
    """Whether the document is long enough for a table of contents."""
    people: int = 1
    """How many people's pieces are side by side in it."""

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The entries that are in it, in order."""
        return tuple(piece for section in self.sections for piece in _pieces(section))


def prose(text: str, role: Role = "text") -> Prose:
    """Return a text as a paragraph in one look."""
    return Prose((Run(text),), role)


def words(line: Line) -> str:
    """Return the words of a line without their looks."""
    return "".join(run.text for run in line)


def paragraphs(text: str) -> list[str]:
    """Return a person's text as paragraphs: what empty lines separate. Line breaks within them stay."""
    return [each for each in re.split(r"\n(?:[ \t]*\n)+", text.strip("\n")) if each.strip()]


def _pieces(section: Section) -> list[Piece]:
    own = [block for block in section.blocks if isinstance(block, Piece)]
    return own + [piece for inner in section.sections for piece in _pieces(inner)]
