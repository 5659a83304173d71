"""Which of several exports are of one person. No file says whose it is; the same words in two of them do."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from goedwerk_tui.base.clock import MONTHS
from goedwerk_tui.base.text import whole_number
from goedwerk_tui.journal import Kind
from goedwerk_tui.sharing.document import Document, Piece

_LONG = 40
"""From how many characters on two people do not write the same by chance."""
_WRITTEN = {"", *(each.value for each in (Kind.ANSWER, Kind.CHOICE, Kind.NOTE, Kind.INTENTION))}
"""The kinds that hold one's own words alone; others may hold those of the programme."""
_TAKES_PLACE = {"", *(each.value for each in (Kind.ANSWER, Kind.CHOICE, Kind.EXERCISE))}
"""The kinds of which a newer one at the same question comes instead of an older; of others there may be several."""

Titled = tuple[str, Piece]
"""A piece with the title of the section that it stands in."""


def people_of(documents: Sequence[Document]) -> tuple[tuple[int, ...], ...]:
    """Return the numbers of the exports of each person, from 0, the newest of a person first.

    The day below the title says which is newer; where it does not, that is the one that is named last.
    """
    texts = [set(_own_words(each)) for each in documents]
    of = list(range(len(documents)))
    for one, other in combinations(range(len(documents)), 2):
        if texts[one] & texts[other]:
            of = [of[one] if each == of[other] else each for each in of]
    people = ([number for number, each in enumerate(of) if each == person] for person in dict.fromkeys(of))
    return tuple(
        tuple(sorted(each, key=lambda number: (_day(documents[number]), number), reverse=True)) for each in people
    )


def who_is_one(people: Sequence[Sequence[int]]) -> Iterator[str]:
    """Yield, in Dutch, of which files it is that they are of one person."""
    for newest, *older in people:
        if older:
            files = " en ".join(f"bestand {number + 1}" for number in sorted((newest, *older)))
            yield (
                f"{files.capitalize()} zijn van één persoon: er staat hetzelfde stuk in. Die telt één keer, per vraag"
                f" met wat in het nieuwste staat (bestand {newest + 1}). Schreven twee mensen dat stuk samen, zet er"
                " dan --ieder-apart bij."
            )


def newest_of_each(files: Sequence[Sequence[Titled]]) -> Iterator[Titled]:
    """Yield what one person brought, of each question what was answered in the newest file that has it.

    Args:
        files: the pieces of each file, the newest first.
    """
    seen: set[tuple[str, str, str]] = set()
    for each in files:
        yield from ((title, piece) for title, piece in each if _what(title, piece) not in seen)
        seen |= {_what(title, piece) for title, piece in each}


def _what(title: str, piece: Piece) -> tuple[str, str, str]:
    """Return what a piece is about; what answers no question is about itself."""
    words = _spaced(piece.question)
    answers = words and piece.kind in _TAKES_PLACE
    return (title, words, "") if answers else (title if words else "", words, _spaced(piece.text))


def _own_words(document: Document) -> Iterator[tuple[str, str]]:
    for piece in document.pieces:
        text = _spaced(piece.text)
        if len(text) >= _LONG and piece.kind in _WRITTEN and piece.picture is None:
            yield _spaced(piece.question), text.casefold()


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _day(document: Document) -> tuple[int, int, int]:
    match document.date.split():
        case [day, month, year] if month in MONTHS:
            return whole_number(year) or 0, MONTHS.index(month), whole_number(day) or 0
        case _:
            return 0, 0, 0
