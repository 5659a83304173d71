"""Several people's exports side by side, by question: for a group that lays its answers next to each other."""

import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import combinations

import msgspec

from goedwerk_tui.base.clock import local, long_date
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.words import how_many
from goedwerk_tui.sharing.document import Block, Document, Figure, Piece, QuestionBlock, Run, Section, Table, prose
from goedwerk_tui.sharing.entry_document import LOOSE
from goedwerk_tui.sharing.figures import FEWEST, laid_over, standing_in_words
from goedwerk_tui.sharing.one_person import newest_of_each, people_of, who_is_one

NAMELESS = (
    "Zonder naam en per vraag in een andere volgorde; het nummer van een bijdrage zegt dus niet van wie die is. "
    "Wie elkaar goed kent, herkent misschien toch iemands stijl, organisatie of dossier."
)
_WITHOUT_ALONE = (
    "Wat maar één persoon koos, staat hier niet, want wie alleen staat, is te herkennen. Daarom staat ook boven de "
    "redenen geen keuze."
)
_FIRST_ALONE = "Schrijf het eerst voor jezelf op."
_LINES = 6
"""To write on below each question, when room was asked for."""
_ENOUGH = 4
"""From how many people on nobody knows at once who wrote what."""


@dataclass(frozen=True)
class Wishes:
    """How a bundle is to be.

    Args:
        title: what stands above it, with a day of its own if that matters; empty for a usual one, and today.
        order: the place of every ``session/step`` in the programme; what is not in it comes after.
        single: whether a question that one person answered is in it too, and an option that one person chose.
        room: whether there is room to write below each question.
        few: whether it may be of so few people that everybody knows who wrote what.
        apart: whether every export is of another person, also where two hold the same words.
    """

    title: str = ""
    order: Mapping[str, int] = field(default_factory=dict[str, int])
    single: bool = False
    room: bool = False
    few: bool = False
    apart: bool = False


@dataclass
class _Asked:
    """One question of one step, with what came in for it from each export."""

    step: str
    words: str
    place: tuple[str, str]
    by: dict[int, list[Piece]] = field(default_factory=dict[int, list[Piece]])

    @property
    def pictures(self) -> list[Figure]:
        """One a person; of somebody who did an exercise twice the last."""
        found = ([piece.picture for piece in pieces if piece.picture] for pieces in self.by.values())
        return [each[-1] for each in found if each]

    @property
    def chosen(self) -> Counter[str]:
        """How often each option was chosen, by how many it was; of somebody who chose twice the last."""
        last = ([piece.choice for piece in pieces if piece.choice][-1:] for pieces in self.by.values())
        return Counter(choice for each in last for choice in each)

    @property
    def chosen_alone(self) -> set[str]:
        """The options that one person chose, at last or before, and nobody else."""
        by = Counter(choice for pieces in self.by.values() for choice in {each.choice for each in pieces} - {""})
        return {choice for choice, number in by.items() if number == 1}


def bundle(
    documents: Sequence[Document],
    now: datetime,
    wishes: Wishes | None = None,
    shuffle: Callable[[list[list[Piece]]], None] = random.shuffle,
) -> tuple[Document, tuple[str, ...]]:
    """Lay the pieces of several exports side by side.

    Days, places within a person's own order, and the name that somebody put above an export are left out. Within a
    question the order is by chance, so that nobody can follow one person through the document. Who made
    several exports counts once.

    Args:
        documents: the exports.
        now: the moment, for the date below the title.
        wishes: how it is to be.
        shuffle: puts the contributions to one question in another order.

    Returns:
        The document, and remarks on it in Dutch.

    Raises:
        Trouble: two of the exports hold the same, one is a bundle itself, or there are too few.
    """
    wishes = wishes or Wishes()
    people = tuple((number,) for number in range(len(documents))) if wishes.apart else people_of(documents)
    _refuse(documents, len(people), few=wishes.few)
    asked, loose = _gathered([[documents[number] for number in each] for each in people])
    shared = [each for each in asked if wishes.single or len(each.by) > 1]
    remarks = list(who_is_one(people))
    if left := len(asked) - len(shared):
        remarks.append(
            f"{how_many(left, 'vraag', 'vragen')} met een antwoord van één persoon {'staat' if left == 1 else 'staan'} "
            "er niet in: wie alleen staat, is te herkennen. Met --ook-alleen wel."
        )
    if not wishes.single and (left := sum(len(each.chosen_alone) for each in shared)):
        remarks.append(
            f"{how_many(left, 'keuze', 'keuzes')} van één persoon {'staat' if left == 1 else 'staan'} er niet in; bij "
            "die vraag staat dan ook boven de redenen geen keuze. Met --ook-alleen wel."
        )
    sections = [Section("Hoe dit te lezen", (prose(NAMELESS),))]
    for step, questions in _by_step(sorted(shared, key=lambda each: _order(each, wishes.order))).items():
        sections.append(Section(step, sections=tuple(_question(each, wishes, shuffle) for each in questions)))
    if loose:
        shuffle(loose)
        sections.append(Section(LOOSE, sections=_contributions(loose)))
    title = wishes.title or "Wat we meebrachten"
    date = "" if wishes.title else long_date(local(now).date())
    return Document(title, date, tuple(sections), people=len(people)), tuple(remarks)


def _refuse(documents: Sequence[Document], people: int, *, few: bool) -> None:
    if len(documents) < 2:
        raise Trouble("Voor een bundel zijn twee of meer bestanden nodig.", "Er is niets geschreven.")
    for number, document in enumerate(documents, 1):
        if document.people > 1:
            raise Trouble(
                f"Bestand {number} is zelf een bundel.",
                "Er is niets geschreven.",
                "Noem de bestanden waar die van gemaakt is.",
            )
    for (first, one), (second, other) in combinations(enumerate(documents, 1), 2):
        if one.pieces == other.pieces:
            raise Trouble(
                f"Bestand {first} en bestand {second} zijn dezelfde.", "Er is niets geschreven.", "Laat er een weg."
            )
    if people < 2:
        raise Trouble(
            f"Deze {len(documents)} bestanden zijn van één persoon: er staat hetzelfde stuk in.",
            "Er is niets geschreven.",
            "Schreven jullie dat stuk samen, zet er dan --ieder-apart bij.",
        )
    if people < _ENOUGH and not few:
        several = f" Deze {len(documents)} bestanden zijn van {how_many(people, 'persoon', 'mensen')}."
        raise Trouble(
            "In een bundel van drie mensen of minder weet iedereen wie wat schreef."
            + (several if people < len(documents) else ""),
            "Er is niets geschreven.",
            "Vindt de hele groep dat goed, zet er dan --ook-weinig bij.",
        )


def _gathered(people: Sequence[Sequence[Document]]) -> tuple[list[_Asked], list[list[Piece]]]:
    """Return every question with its contributions, and what was written without one."""
    asked: dict[tuple[str, str], _Asked] = {}
    loose: list[list[Piece]] = []
    for number, files in enumerate(people):
        for step, piece in newest_of_each([list(_with_titles(each)) for each in files]):
            words = " ".join(piece.question.split())
            if not words:
                loose.append([_nameless(piece)])
                continue
            session_step, _, item = piece.place.rpartition("/")
            found = asked.setdefault((step, words), _Asked(step, words, (session_step, item)))
            found.by.setdefault(number, []).append(_nameless(piece))
    return list(asked.values()), loose


def _with_titles(document: Document) -> Iterator[tuple[str, Piece]]:
    """Yield every piece with the title of the section that it stands in."""
    waiting = list(document.sections)
    while waiting:
        section = waiting.pop(0)
        for block in section.blocks:
            if isinstance(block, Piece):
                yield section.title, block
        waiting[:0] = section.sections


def _order(asked: _Asked, order: Mapping[str, int]) -> tuple[int, int]:
    step, item = asked.place
    return order.get(step, len(order)), order.get(f"{step}/{item}", len(order))


def _by_step(asked: Sequence[_Asked]) -> dict[str, list[_Asked]]:
    steps: dict[str, list[_Asked]] = {}
    for each in asked:
        steps.setdefault(each.step, []).append(each)
    return steps


def _question(asked: _Asked, wishes: Wishes, shuffle: Callable[[list[list[Piece]]], None]) -> Section:
    alone = set[str]() if wishes.single else asked.chosen_alone
    options = _counted(asked.chosen, alone)
    numbers = {option: str(number) for number, (option, _) in enumerate(options, 1)}
    contributions: list[list[Piece]] = []
    for pieces in asked.by.values():
        # A reason without a choice, between others that have one, would still be known as that of who chose alone.
        shown = [
            msgspec.structs.replace(each, choice="" if alone else numbers.get(each.choice, each.choice))
            for each in pieces
        ]
        if any(each.choice or each.text for each in shown):
            contributions.append(shown)
    shuffle(contributions)
    blocks: list[Block] = [*_tally(options)]
    if alone:
        chose = how_many(asked.chosen.total(), "persoon koos", "mensen kozen")
        blocks.append(prose(f"{chose}. {_WITHOUT_ALONE}", "small"))
    blocks += _together(asked.pictures)
    sections = _contributions(contributions)
    if wishes.room:
        sections = (*sections, Section("Wat valt op, zo naast elkaar?", (QuestionBlock(_FIRST_ALONE, lines=_LINES),)))
    return Section(asked.words, tuple(blocks), sections)


def _contributions(contributions: Sequence[Sequence[Piece]]) -> tuple[Section, ...]:
    """Return each person's own part below a heading, which every form shows, so that it is clear where it ends."""
    return tuple(
        Section(f"Bijdrage {number}", tuple(msgspec.structs.replace(piece, picture=None) for piece in pieces))
        for number, pieces in enumerate(contributions, 1)
    )


def _counted(chosen: Counter[str], alone: set[str]) -> list[tuple[str, int]]:
    """Return how often each option was chosen, the most first, when enough people chose to tell nobody from another."""
    if chosen.total() < FEWEST:
        return []
    counted = ((option, number) for option, number in chosen.items() if option not in alone)
    return sorted(counted, key=lambda each: (-each[1], each[0].casefold()))


def _tally(options: Sequence[tuple[str, int]]) -> Iterator[Block]:
    if options:
        head = tuple((Run(each),) for each in ("", "Gekozen", "Door hoeveel mensen"))
        rows = (
            ((Run(str(place)),), (Run(option),), (Run(str(number)),))
            for place, (option, number) in enumerate(options, 1)
        )
        yield Table((head, *rows), widths=(1, 14, 5))


def _together(pictures: Sequence[Figure]) -> Iterator[Block]:
    """Yield one picture for all who made one, when these are enough to tell nobody from another."""
    picture = laid_over(pictures)
    if picture:
        yield Piece("", "", in_words(picture), f"Samen van {len(pictures)} mensen", picture=picture)


def in_words(picture: Figure) -> str:
    """Return what a picture of several people shows, line by line."""
    lanes = (
        "\n".join(
            [
                lane.name,
                *(f"- {mark.text}" + (f": {said}" if (said := standing_in_words(mark)) else "") for mark in lane.marks),
            ]
        )
        for lane in picture.lanes
    )
    return "\n\n".join(lanes)


def _nameless(piece: Piece) -> Piece:
    return msgspec.structs.replace(piece, question="", written="", text=piece.text.strip())
