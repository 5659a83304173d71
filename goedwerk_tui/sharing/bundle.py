"""Several people's exports side by side, by question: for a group that lays its answers next to each other."""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime

import msgspec

from goedwerk_tui.base.clock import local, long_date
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.sharing.document import Document, Picture, Piece, Section, prose
from goedwerk_tui.sharing.laying_out import LOOSE
from goedwerk_tui.sharing.picture import laid_over

NAMELESS = (
    "Zonder naam en per vraag in een andere volgorde. Wie elkaar goed kent, herkent misschien toch iemands stijl."
)


def bundle(
    documents: Sequence[Document], now: datetime, shuffle: Callable[[list[Piece]], None] = random.shuffle
) -> Document:
    """Lay the pieces of several exports side by side.

    Days, places within a person's own order, and the name that somebody put above an export are left out. Within a
    question the order is by chance, so that nobody can follow one person through the document.

    Args:
        documents: the exports.
        now: the moment, for the date below the title.
        shuffle: puts the pieces of one question in another order.

    Raises:
        Trouble: two of the exports hold the same, or there are fewer than two.
    """
    if len(documents) < 2:
        raise Trouble("Voor een bundel zijn twee of meer exports nodig.", "Er is niets geschreven.")
    _refuse_twice(documents)
    steps: dict[str, dict[str, list[Piece]]] = {}
    pictures: dict[tuple[str, str], dict[int, Picture]] = {}
    for number, document in enumerate(documents):
        for title, piece in _with_titles(document):
            question = " ".join(piece.question.split())
            step = title if question else LOOSE
            steps.setdefault(step, {}).setdefault(question, []).append(_without_days(piece))
            if piece.picture:
                # Of somebody who did an exercise twice only the last counts.
                pictures.setdefault((step, question), {})[number] = piece.picture
    sections: list[Section] = [Section("Hoe dit te lezen", (prose(NAMELESS),))]
    for step, questions in steps.items():
        parts: list[Section] = []
        loose: tuple[Piece, ...] = ()
        for question, pieces in questions.items():
            shuffle(pieces)
            if question:
                parts.append(Section(question, (*_together(pictures.get((step, question), {})), *pieces)))
            else:
                loose = tuple(pieces)
        sections.append(Section(step, loose, tuple(parts)))
    return Document(f"{len(documents)} exports naast elkaar", long_date(local(now).date()), tuple(sections))


def _refuse_twice(documents: Sequence[Document]) -> None:
    seen: list[tuple[Piece, ...]] = []
    for number, document in enumerate(documents, 1):
        if document.pieces in seen:
            first = seen.index(document.pieces) + 1
            raise Trouble(
                f"Export {first} en export {number} zijn dezelfde.", "Er is niets geschreven.", "Laat er een weg."
            )
        seen.append(document.pieces)


def _with_titles(document: Document) -> Iterator[tuple[str, Piece]]:
    """Yield every piece with the title of the section that it stands in."""
    waiting = list(document.sections)
    while waiting:
        section = waiting.pop(0)
        for block in section.blocks:
            if isinstance(block, Piece):
                yield section.title, block
        waiting[:0] = section.sections


def _together(pictures: Mapping[int, Picture]) -> tuple[Piece, ...]:
    """Return one picture for all who made one, when these are enough to tell nobody from another."""
    picture = laid_over(list(pictures.values()))
    if picture is None:
        return ()
    lanes = (
        "\n".join([lane.name, *(f"- {mark.text}" + (f": {mark.at}" if mark.at else "") for mark in lane.marks)])
        for lane in picture.lanes
    )
    return (Piece("", "", "\n\n".join(lanes), f"Samen van {len(pictures)} mensen", picture=picture),)


def _without_days(piece: Piece) -> Piece:
    return msgspec.structs.replace(piece, question="", written="", picture=None)
