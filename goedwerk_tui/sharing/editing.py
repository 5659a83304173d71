"""Editing what leaves, in the document and never in the journal: other words, and paragraphs left out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import msgspec

from goedwerk_tui.base.folding import fold, folded
from goedwerk_tui.sharing.document import Block, Document, Fold, Lane, Picture, Piece, Section, paragraphs
from goedwerk_tui.sharing.privacy import Look, Spot, any_of

COLLEAGUE = "een collega"
LEFT_OUT = "[…]"


@dataclass(frozen=True)
class Edits:
    """What is to be different in the document."""

    words: Mapping[str, str] = field(default_factory=dict[str, str])
    """What stands in the place of which words, wherever these occur as whole words, however they are written there."""
    without: frozenset[str] = frozenset()
    """Paragraphs that are left out, to the letter."""


def edited(document: Document, edits: Edits) -> Document:
    """Return the document with these edits in everything that came from the journal.

    Longer words are replaced first, so that a full name goes before the given name in it. What the programme says (the
    text of a case) stays as it is.
    """
    if not edits.words and not edits.without:
        return document
    pattern = any_of(edits.words)
    others = {_key(words): other for words, other in edits.words.items()}

    def changed(text: str) -> str:
        if pattern is None:
            return text
        alike, parts, at = folded(text), list[str](), 0
        for found in pattern.finditer(alike.text):
            start, end = alike.place(*found.span())
            parts += [text[at:start], others[_key(found[0])]]
            at = end
        return "".join((*parts, text[at:]))

    def piece(one: Piece) -> Piece:
        kept = [each for each in paragraphs(one.text) if each not in edits.without]
        text = "\n\n".join(kept) if edits.without.intersection(paragraphs(one.text)) else one.text
        return msgspec.structs.replace(
            one,
            text=changed(text),
            choice=changed(one.choice),
            question=changed(one.question),
            picture=picture(one.picture) if text == one.text else None,
        )

    def picture(one: Picture | None) -> Picture | None:
        if one is None:
            return None
        lanes = (
            Lane(
                changed(lane.name), tuple(msgspec.structs.replace(each, text=changed(each.text)) for each in lane.marks)
            )
            for lane in one.lanes
        )
        return msgspec.structs.replace(one, lanes=tuple(lanes))

    def block(one: Block) -> Block:
        match one:
            case Piece():
                return piece(one)
            case Fold():
                return msgspec.structs.replace(one, blocks=tuple(map(block, one.blocks)))
            case _:
                return one

    def section(one: Section) -> Section:
        return Section(changed(one.title), tuple(map(block, one.blocks)), tuple(map(section, one.sections)))

    return msgspec.structs.replace(document, sections=tuple(map(section, document.sections)))


def _key(words: str) -> str:
    """Return what is the same for all ways in which words may be written."""
    return " ".join(fold(words).split())


def own_paragraphs(document: Document) -> tuple[str, ...]:
    """Return the paragraphs that came from the journal, in order, each once."""
    return tuple(dict.fromkeys(each for piece in document.pieces for each in paragraphs(piece.text)))


def spots_in(document: Document, look: Look) -> tuple[Spot, ...]:
    """Return what may point to a person in what came from the journal, each form of words once, in order."""
    found: dict[str, Spot] = {}
    for piece in document.pieces:
        for spot in look.spots(piece.text):
            found.setdefault(spot.words, spot)
    return tuple(found.values())
