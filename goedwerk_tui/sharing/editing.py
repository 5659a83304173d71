"""Editing what leaves, in the document and never in the journal: other words, and paragraphs left out."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import msgspec

from goedwerk_tui.base.folding import folded
from goedwerk_tui.base.text import shorten
from goedwerk_tui.guidance.reminders.origin import SESSION
from goedwerk_tui.guidance.route import CHOICE_ITEM
from goedwerk_tui.guidance.words import how_many
from goedwerk_tui.programme import ContentError, Pack
from goedwerk_tui.programme.pack import texts_of
from goedwerk_tui.sharing.document import Block, Document, Figure, Fold, Lane, Piece, Section, paragraphs
from goedwerk_tui.sharing.number_patterns import SpotKind
from goedwerk_tui.sharing.privacy import Look, Spot, any_of, parts_of

COLLEAGUE = "een collega"
LEFT_OUT = "[…]"
_MARKS = re.compile(r"[*_~]+")
_MARKS_AT_END = re.compile(r"[*_~]+$")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SHORTEST_NAME = 3
_NAME = 40
"""The characters of the name of a piece."""
_ADDRESSES = {SpotKind.MAIL, SpotKind.LINK, SpotKind.HANDLE, SpotKind.ADDRESS}
_OF_NOBODY = {SpotKind.NAME, SpotKind.DATE, SpotKind.LINK}
"""What does not lead to a person by itself, as a number or an address does."""


class PersonalDetail(NamedTuple):
    """What may point to a person, and where it stands."""

    spot: Spot
    where: tuple[str, ...]
    """The pieces by the question that they answer, or by how they begin."""


@dataclass(frozen=True)
class Edits:
    """What is to be different in the document."""

    words: Mapping[str, str] = field(default_factory=dict[str, str])
    """What stands in the place of which words, wherever these occur as whole words, however they are written there.

    The s of possession behind a name belongs to none of it: it stands behind what comes in its place.
    """
    without: frozenset[str] = frozenset()
    """Paragraphs that are left out, to the letter."""


def edited(document: Document, edits: Edits) -> Document:
    """Return the document with these edits in everything that a person wrote.

    Longer words are replaced first, so that a full name goes before the given name in it. What the programme says (the
    text of a case, a question, what there was to choose, the name of a step) stays as it is.
    """
    if not edits.words and not edits.without:
        return document
    changed = replacing(edits.words)

    def piece(one: Piece) -> Piece:
        kept = [each for each in paragraphs(one.text) if each not in edits.without]
        text = "\n\n".join(kept) if edits.without.intersection(paragraphs(one.text)) else one.text
        return msgspec.structs.replace(
            one,
            text=changed(text),
            question=one.question if _is_asked_by_programme(one) else changed(one.question),
            picture=picture(one.picture) if text == one.text else None,
        )

    def picture(one: Figure | None) -> Figure | None:
        if one is None:
            return None
        lanes = (
            Lane(
                changed(lane.name),
                tuple(
                    msgspec.structs.replace(each, text=changed(each.text), about=changed(each.about))
                    for each in lane.marks
                ),
            )
            for lane in one.lanes
        )
        beside = None if one.beside is None else changed(one.beside)
        return msgspec.structs.replace(one, lanes=tuple(lanes), beside=beside)

    def block(one: Block) -> Block:
        match one:
            case Piece():
                return piece(one)
            case Fold():
                return msgspec.structs.replace(one, blocks=tuple(map(block, one.blocks)))
            case _:
                return one

    def section(one: Section) -> Section:
        return Section(one.title, tuple(map(block, one.blocks)), tuple(map(section, one.sections)))

    return msgspec.structs.replace(document, sections=tuple(map(section, document.sections)))


def replacing(words: Mapping[str, str]) -> Callable[[str], str]:
    """Return what puts other words in the place of words in a text, as ``Edits`` says."""
    pattern = any_of(words, possessed=True)
    others = {_key(each): other for each, other in words.items()}

    def changed(text: str) -> str:
        parts, at = list[str](), 0
        for found, there in _places_of(pattern, text):
            start, end = _with_halves(text, *found)
            parts += [text[at:start], others[_key(there)]]
            at = end
        return "".join((*parts, text[at:]))

    return changed


def _places_of(pattern: re.Pattern[str] | None, text: str) -> Sequence[tuple[tuple[int, int], str]]:
    """Return where words stand in a text, in order, and as what they stand there, folded."""
    if pattern is None:
        return ()
    there: dict[tuple[int, int], str] = {}
    # What is not seen stands within a word, or where somebody else's program had a space.
    for alike in dict.fromkeys((folded(text), folded(text, unseen=" "))):
        for found in pattern.finditer(alike.text):
            start, end = alike.place(*found.span())
            if not alike.text[found.end() : found.end() + 1].isalnum() or _is_name(text[start:end]):
                there.setdefault((start, end), found[0])
    taken: dict[tuple[int, int], str] = {}
    for (start, end), words in sorted(there.items(), key=lambda each: each[0][0] - each[0][1]):
        if not any(start < until and since < end for since, until in taken):
            taken[start, end] = words
    return sorted(taken.items())


def _is_name(words: str) -> bool:
    """Return whether words can be a name by how the last begins: ‘Jans’ may be of Jan, and ‘bos’ is of nobody."""
    last = words.rsplit(maxsplit=1)[-1].strip("*_~")
    return last[:1].isupper() and len(last) >= _SHORTEST_NAME


def _key(words: str) -> str:
    """Return what is the same for all ways in which words may be written."""
    return " ".join(parts_of(words))


def _with_halves(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span with the marks around it of which the other half is in it: what is left must not be one half."""
    if _MARKS.search(text[start:end]):
        before, after = _MARKS_AT_END.search(text[:start]), _MARKS.match(text, end)
        start = before.start() if before else start
        end = after.end() if after else end
    return start, end


def own_paragraphs(document: Document) -> tuple[str, ...]:
    """Return the paragraphs that came from the journal, in order, each once."""
    return tuple(dict.fromkeys(each for piece in document.pieces for each in paragraphs(piece.text)))


def spots_in(document: Document, look: Look, pack: Pack) -> tuple[PersonalDetail, ...]:
    """Return what may point to a person in what a person wrote, each form of words once, in order.

    Args:
        document: what leaves.
        look: finds it.
        pack: the programme, whose own words point to nobody.
    """
    found: dict[str, Spot] = {}
    where: dict[str, dict[str, None]] = {}
    for piece in document.pieces:
        told = _told_before(piece, pack)
        for text in _own_texts(piece):
            for spot in look.spots(text, told):
                found.setdefault(spot.words, spot)
                where.setdefault(spot.words, {})[_name_of(piece)] = None
    return tuple(PersonalDetail(spot, tuple(where[words])) for words, spot in found.items())


def about_spots(found: Collection[PersonalDetail], how_to_see: str) -> str:
    """Return how much may point to a person, and how to see it: ‘Er staan 3 nummers en 5 namen in; n bekijkt ze.’

    Args:
        found: what was found.
        how_to_see: what shows it, as the subject of a sentence: a key, an option.

    Returns:
        The sentence; empty when nothing was found.
    """
    kinds = [each.spot.kind for each in found]
    names, addresses = kinds.count(SpotKind.NAME), sum(kind in _ADDRESSES for kind in kinds)
    parts = [
        how_many(number, one, many)
        for number, one, many in (
            (len(kinds) - names - addresses, "nummer", "nummers"),
            (addresses, "adres", "adressen"),
            (names, "naam", "namen"),
        )
        if number
    ]
    if not parts:
        return ""
    listed = " en ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))
    return f"Er {'staat' if len(kinds) == 1 else 'staan'} {listed} in; {how_to_see} ze."


def numbers_in(found: Iterable[PersonalDetail]) -> tuple[Spot, ...]:
    """Return the numbers and addresses: whose each is can be found out."""
    return tuple(each.spot for each in found if each.spot.kind not in _OF_NOBODY)


def about_numbers(numbers: Sequence[Spot]) -> str:
    """Return which numbers and addresses there are: ‘Er staat een telefoonnummer in: 0612345678.’"""
    if len(numbers) == 1:
        return f"Er staat een {numbers[0].kind} in: {numbers[0].words}."
    listed = ", ".join(f"{each.kind} {each.words}" for each in numbers)
    return f"Er staan nummers of adressen in: {listed}."


def not_there(document: Document, edits: Edits) -> tuple[str, ...]:
    """Return the words that were to be replaced, and that the document has nowhere."""
    texts = [text for piece in document.pieces for text in _own_texts(piece)]
    patterns = {words: any_of([words], possessed=True) for words in edits.words}
    return tuple(words for words, pattern in patterns.items() if not any(_places_of(pattern, it) for it in texts))


def left_of_names(document: Document, edits: Edits) -> tuple[str, ...]:
    """Return the parts of replaced names that an edited document still has by themselves, such as a surname alone.

    A part counts where it begins with a capital, in the name and in the document, and is in no other words.
    """
    texts = [text for piece in document.pieces for text in _own_texts(piece)]
    others = " ".join(edits.words.values()).casefold()
    names = (_WORD.findall(words) for words in edits.words)
    parts = dict.fromkeys(part for name in names if len(name) > 1 for part in name if _is_name(part))
    patterns = {part: any_of([part], possessed=True) for part in parts if part.casefold() not in others}
    return tuple(
        part
        for part, pattern in patterns.items()
        if any(text[start].isupper() for text in texts for (start, _), _ in _places_of(pattern, text))
    )


def about_left(parts: Sequence[str]) -> str:
    """Return that parts of replaced names still stand in what leaves; empty when none do."""
    if not parts:
        return ""
    listed = ", ".join(f"‘{each}’" for each in parts)
    stands = "staat" if len(parts) == 1 else "staan"
    return f"Van wat je verving {stands} er nog: {listed}. Vervang ook dat, als het weg moet."


def _is_asked_by_programme(piece: Piece) -> bool:
    return bool(piece.place) and not piece.place.startswith(f"{SESSION}/")


def _own_texts(piece: Piece) -> tuple[str, ...]:
    """Return what a person wrote in a piece: between the sessions that may be the question too."""
    return (piece.text,) if _is_asked_by_programme(piece) else (piece.question, piece.text)


def _told_before(piece: Piece, pack: Pack) -> str:
    """Return the story that a piece is about; empty when it is about a person's own work, and when there is none."""
    _, _, place = piece.place.partition("/")
    step_id, _, item = place.rpartition("/")
    if not pack.knows(step_id):
        return ""
    try:
        step = pack.step(step_id)
    except ContentError:
        return ""
    about_the_story = item == CHOICE_ITEM or any(
        each.id == item and each.move in ("see", "judge") for each in step.questions
    )
    return "\n".join(texts_of(step)) if about_the_story else ""


def _name_of(piece: Piece) -> str:
    return shorten(piece.question or piece.text, _NAME)
