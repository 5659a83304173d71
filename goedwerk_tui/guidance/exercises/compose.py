"""Composing: a text built from what one wrote before."""

import re
from collections.abc import Sequence
from datetime import date
from typing import ClassVar

import msgspec
from msgspec import Struct

from goedwerk_tui.base.folding import fold
from goedwerk_tui.base.text import count_words
from goedwerk_tui.guidance.answers import asks_the_same
from goedwerk_tui.guidance.exercises.state import Made, joined
from goedwerk_tui.programme.exercises import ComposeParts, ExerciseKind, Makes

_PART = "deel-"
_WORD = re.compile(r"\w+")
_IN_A_ROW = 3
"""Words of what was picked that stand together in a text that was made from it."""


class PickedSource(Struct, frozen=True, kw_only=True):
    """Something that can be picked."""

    id: str
    """The id of the entry, or of one answer in it, of a part above, or of the way to begin a conversation."""
    origin: str
    text: str


class ComposedPart(Struct, frozen=True, kw_only=True):
    """One part of the text as it was asked, and as it stands."""

    id: str
    title: str
    asks: str
    hint: str = ""
    most_words: int | None = None
    optional: bool = False
    yields: Makes | None = None
    sources: tuple[PickedSource, ...] = ()
    """What can be picked here; not kept with a result."""
    picked: tuple[PickedSource, ...] = ()
    """Where the text came from. Without their own texts: whoever wipes one of them must not leave a copy here."""
    text: str = ""
    starter: str = ""

    @property
    def over(self) -> int:
        """How many words it has too many."""
        return max(0, count_words(self.text) - self.most_words) if self.most_words else 0

    @property
    def written(self) -> bool:
        """Whether there is more than what it began with."""
        return bool(self.text.strip()) and self.text.strip() != self.starter.strip()


class Composition(Struct, frozen=True, kw_only=True, tag="compose", tag_field="exercise"):
    """A composition as it stands."""

    EXERCISE: ClassVar[ExerciseKind] = "compose"

    pieces: tuple[ComposedPart, ...]
    at: int = 0
    grows: bool = False
    """Whether it is one text that gets a new version at each sitting."""

    @property
    def begun(self) -> bool:
        """Whether anything was written."""
        return any(piece.written for piece in self.pieces)

    @property
    def open(self) -> str:
        """What is not written yet, and what is too long."""
        empty = sum(not piece.written and not piece.optional for piece in self.pieces)
        parts = ["nog 1 deel leeg" if empty == 1 else f"nog {empty} delen leeg"] if empty else []
        parts += [f"‘{piece.title}’ {piece.over} woorden te lang" for piece in self.pieces if piece.over]
        return ", ".join(parts)

    def piece(self, piece_id: str) -> ComposedPart:
        """Return a piece. Raises StopIteration when there is none with this id."""
        return next(piece for piece in self.pieces if piece.id == piece_id)

    def write(self, piece_id: str, text: str) -> "Composition":
        """Give a piece another text."""
        return self._with(msgspec.structs.replace(self.piece(piece_id), text=text))

    def left(self, piece_id: str) -> tuple[PickedSource, ...]:
        """Return what was picked for a piece and still stands in it, in part at least.

        Of what can no longer be picked no words are known to look for: it counts as left.
        """
        piece = self.piece(piece_id)
        if not piece.picked or not piece.written:
            return ()
        texts = {each.id: each.text for each in self.offered(piece_id)}
        return tuple(each for each in piece.picked if each.id not in texts or _is_left(texts[each.id], piece.text))

    def naming_what_is_left(self) -> "Composition":
        """Return the composition as it is kept: where each piece came from, without what was taken out again."""
        pieces = tuple(msgspec.structs.replace(piece, picked=self.left(piece.id)) for piece in self.pieces)
        return msgspec.structs.replace(self, pieces=pieces)

    def offered(self, piece_id: str) -> tuple[PickedSource, ...]:
        """Return what can be picked for a piece: the pieces above it as they stand, and what was written before."""
        before = self.pieces[: [each.id for each in self.pieces].index(piece_id)]
        own = tuple(
            PickedSource(id=f"{_PART}{each.id}", origin=f"Hierboven: {each.title}", text=each.text.strip())
            for each in before
            if each.written
        )
        return (*own, *self.piece(piece_id).sources)

    def pick(self, piece_id: str, source_id: str) -> "Composition":
        """Put what was written before at the end of a piece, once, and remember where it came from."""
        piece = self.piece(piece_id)
        source = next(each for each in self.offered(piece_id) if each.id == source_id)
        if _stands_in(_words(source.text), piece.text):
            return self
        picked = piece.picked
        if all(each.id != source_id for each in picked):
            picked = (*picked, msgspec.structs.replace(source, text=""))
        return self._with(msgspec.structs.replace(piece, text=joined(piece.text, source.text), picked=picked))

    def go(self, at: int) -> "Composition":
        """Put another piece in front."""
        return msgspec.structs.replace(self, at=max(0, min(at, len(self.pieces) - 1)))

    def asks_back(self, today: date) -> str:
        """Return what is open."""
        return self.open

    def text(self) -> str:
        """Return the pieces under their titles; a single one needs none."""
        written = [piece for piece in self.pieces if piece.written]
        if len(self.pieces) == 1:
            return written[0].text.strip() if written else ""
        return joined(*(f"{piece.title}\n{piece.text.strip()}" for piece in written))

    def to_send(self) -> str:
        """Return the text as one would send it: a piece alone without its title."""
        written = [piece for piece in self.pieces if piece.written]
        return written[0].text.strip() if len(written) == 1 else self.text()

    def keeping_line(self, now: "Composition") -> "Composition":
        """Return this state: it has no open line."""
        return self

    def in_brief(self) -> str:
        """Return how its first written piece begins, and how many of them there are."""
        written = [piece.text.strip() for piece in self.pieces if piece.written]
        asked = sum(piece.written or not piece.optional for piece in self.pieces)
        count = f"{len(written)} van {asked} delen: " if len(written) < asked else ""
        return f"{count}{written[0]}" if written else ""

    def own_words(self) -> tuple[str, ...]:
        """Return the texts of the written parts."""
        return tuple(piece.text for piece in self.pieces if piece.written)

    def answers(self) -> dict[str, str]:
        """Return the written parts, by what they ask."""
        return {piece.asks: piece.text.strip() for piece in self.pieces if piece.written}

    def made(self) -> tuple[Made, ...]:
        """Return what the written pieces make."""
        return tuple(
            Made(key=piece.id, makes=piece.yields, text=piece.text.strip(), words=piece.asks)
            for piece in self.pieces
            if piece.yields and piece.written
        )

    def _with(self, changed: ComposedPart) -> "Composition":
        pieces = tuple(changed if piece.id == changed.id else piece for piece in self.pieces)
        return msgspec.structs.replace(self, pieces=pieces)


def _is_left(picked: str, text: str) -> bool:
    """Whether some words in a row of what was picked still stand in a text, or all of them where they are few."""
    words = _words(picked)
    rows = (words[at : at + _IN_A_ROW] for at in range(max(len(words) - _IN_A_ROW, 0) + 1))
    return any(_stands_in(row, text) for row in rows)


def _stands_in(words: Sequence[str], text: str) -> bool:
    """Whether words stand in a text behind each other, each of them whole."""
    return bool(words) and f" {' '.join(words)} " in f" {' '.join(_words(text))} "


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def begin(
    parts: ComposeParts,
    sources: dict[str, tuple[PickedSource, ...]],
    before: Composition | None = None,
    *,
    grows: bool = False,
) -> Composition:
    """Return a composition with what can be picked for each part.

    Args:
        parts: what is asked.
        sources: what can be picked, by part.
        before: the composition as it stands; its texts stay, and where they came from.
        grows: whether it is one text that gets a new version at each sitting.
    """
    asked = {part.id: part.text for part in parts.parts}
    pieces = before.pieces if before else ()
    old = {piece.id: piece for piece in pieces if asks_the_same(piece.asks, asked.get(piece.id, ""))}
    return Composition(
        pieces=tuple(
            ComposedPart(
                id=part.id,
                title=part.title,
                asks=part.text,
                hint=part.hint,
                most_words=part.most_words,
                optional=part.optional,
                yields=part.yields,
                sources=sources.get(part.id, ()),
                picked=old[part.id].picked if part.id in old else (),
                starter=part.starter,
                text=(old[part.id].text if part.id in old else "") or (part.starter and f"{part.starter} "),
            )
            for part in parts.parts
        ),
        grows=grows,
    )
