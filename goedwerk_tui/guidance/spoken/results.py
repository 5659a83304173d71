"""Results of exercises as numbers: a sort by how its cards are dealt, a scale by where its items stand.

A sort is ranked among all ways to deal the cards over columns of these sizes (a permutation of a multiset, in
lexicographic order; Knuth, The Art of Computer Programming 4A, 7.2.1.2). A scale is a number with as many digits as it
has items. Cards and items are taken in the order of their ids, so that how they were shuffled does not matter.
"""

from collections.abc import Mapping, Sequence
from math import factorial, prod
from typing import TypeVar

from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.guidance.exercises.own_ids import is_own
from goedwerk_tui.guidance.exercises.prefill import begin
from goedwerk_tui.guidance.exercises.scale import PlacedItem, Scale
from goedwerk_tui.guidance.exercises.sort import PlacedCard, Sort
from goedwerk_tui.guidance.spoken.codec import Misheard, NotTogether, how_many_words, to_number, to_words
from goedwerk_tui.journal import Journal
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.exercises import Exercise, ScaleParts, SortParts

Thing = TypeVar("Thing", PlacedCard, PlacedItem)


def spoken(work: Work, exercise: str) -> tuple[str, ...]:
    """Return a result as words; none for what can't be said so.

    That is a sort whose columns hold other numbers of cards than they ask for, a scale with an item left open, what
    holds something of one's own, and every other exercise.

    Args:
        work: the result.
        exercise: the id of the exercise's step.
    """
    match work:
        case Sort() if _sizes(work) and not _own(work.cards):
            sizes = _sizes(work)
            columns = [column.id for column in work.columns]
            dealt = [columns.index(card.column) if card.column else -1 for card in _in_order(work.cards)]
            if [dealt.count(column) for column in range(len(sizes))] != sizes:
                return ()
            return to_words(_rank(dealt, sizes), _total(work), _about(exercise, work.cards))
        case Scale() if work.items and not _own(work.items) and all(item.at for item in work.items):
            number = 0
            for item in _in_order(work.items):
                number = number * work.points + item.at - 1
            return to_words(number, _total(work), _about(exercise, work.items))
        case _:
            return ()


def as_begun(pack: Pack) -> dict[str, Work]:
    """Return the exercises that can be said in words as the programme begins them, by step."""
    found: dict[str, Work] = {}
    for step_id in (each for session in pack.programme.sessions for each in session.steps):
        step = pack.step(step_id)
        if isinstance(step, Exercise) and step.kept_at == step_id and isinstance(step.parts, SortParts | ScaleParts):
            work = begin(step, pack, Journal.in_memory())
            if _total(work) > 1:
                found[step_id] = work
    return found


def heard(words: Sequence[str], begun: Mapping[str, Work]) -> tuple[str, Work]:
    """Return the exercise that words are the result of, and that result.

    Args:
        words: what was heard.
        begun: the exercises that it may be, by step, with nothing placed.

    Raises:
        Misheard: they are not what was said.
    """
    fitting = {step: work for step, work in begun.items() if how_many_words(_total(work)) == len(words)}
    if not fitting:
        numbers = sorted({how_many_words(_total(work)) for work in begun.values()})
        raise Misheard(f"Dit zijn er {len(words)}; het moeten er {' of '.join(map(str, numbers))} zijn.")
    *others, last = fitting.items()
    for step, work in others:
        try:
            return step, _heard(words, work, step)
        except NotTogether:
            continue
    return last[0], _heard(words, last[1], last[0])


def _total(work: Work) -> int:
    """Return how many results there can be; 0 for an exercise that can't be said in words."""
    match work:
        case Sort():
            return _ways(_sizes(work)) if _sizes(work) else 0
        case Scale():
            return work.points ** len(work.items) if work.items else 0
        case _:
            return 0


def _heard(words: Sequence[str], begun: Work, exercise: str) -> Work:
    match begun:
        case Sort():
            sizes = _sizes(begun)
            number = to_number(words, _total(begun), _about(exercise, begun.cards))
            for card, column in zip(_in_order(begun.cards), _dealt(number, sizes), strict=True):
                begun = begun.place(card.id, begun.columns[column].id)
            return begun
        case Scale():
            number = to_number(words, _total(begun), _about(exercise, begun.items))
            for item in reversed(_in_order(begun.items)):
                number, place = divmod(number, begun.points)
                begun = begun.place(item.id, place + 1)
            return begun
        case _:
            raise ValueError(exercise)


def _sizes(sort: Sort) -> list[int]:
    """Return how many cards each column holds: what is left over lies in the one without a quota. None when unclear."""
    free = [column for column in sort.columns if column.quota is None]
    rest = len(sort.cards) - sum(column.quota or 0 for column in sort.columns)
    if len(free) > 1 or rest < 0 or (rest and not free):
        return []
    return [rest if column.quota is None else column.quota for column in sort.columns]


def _own(things: Sequence[PlacedCard] | Sequence[PlacedItem]) -> bool:
    return any(is_own(each.id) for each in things)


def _in_order(things: Sequence[Thing]) -> list[Thing]:
    return sorted(things, key=lambda each: each.id)


def _about(exercise: str, things: Sequence[PlacedCard] | Sequence[PlacedItem]) -> str:
    return "\n".join([exercise, *sorted(each.id for each in things)])


def _ways(sizes: Sequence[int]) -> int:
    """Return in how many ways cards can be dealt over columns of these sizes."""
    return factorial(sum(sizes)) // prod(factorial(each) for each in sizes)


def _rank(dealt: Sequence[int], sizes: Sequence[int]) -> int:
    left, rank = list(sizes), 0
    for column in dealt:
        for earlier in range(column):
            if left[earlier]:
                rank += _ways(_less(left, earlier))
        left[column] -= 1
    return rank


def _dealt(rank: int, sizes: Sequence[int]) -> list[int]:
    left, dealt = list(sizes), list[int]()
    for _ in range(sum(sizes)):
        column = 0
        while rank >= (ways := _ways(_less(left, column)) if left[column] else 0):
            rank -= ways
            column += 1
        left[column] -= 1
        dealt.append(column)
    return dealt


def _less(sizes: Sequence[int], column: int) -> list[int]:
    return [each - (place == column) for place, each in enumerate(sizes)]
