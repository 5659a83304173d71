"""The moves that each kind of exercise knows, by number."""

from typing import Any

from goedwerk_tui.guidance.exercises.compose import Composition
from goedwerk_tui.guidance.exercises.form import Form
from goedwerk_tui.guidance.exercises.framed import Framed
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.guidance.exercises.list import ItemList
from goedwerk_tui.guidance.exercises.scale import Scale
from goedwerk_tui.guidance.exercises.sort import Sort

MOVES = 7
"""How many numbers there are; two of them may be the same move."""


def moved(work: Any, move: int, text: str, at: int) -> Work:
    """Return an exercise after a move.

    Args:
        work: the exercise.
        move: the number of the move.
        text: what is typed, where the move types anything.
        at: which card, item or field it is about, counted round.
    """
    match work:
        case Sort():
            return _sorted(work, move, text, at)
        case Scale():
            return _placed(work, move, text, at)
        case ItemList():
            return _listed(work, move, text, at)
        case Form():
            return _filled(work, text, at)
        case Composition():
            piece = work.pieces[at % len(work.pieces)].id
            offered = work.offered(piece)
            return work.pick(piece, offered[at % len(offered)].id) if move == 0 and offered else work.write(piece, text)
        case _:
            raise TypeError(work)


def answered(work: Any, text: str, at: int) -> Any:
    """Return an exercise with something written at a question before or after it, where it has any."""
    forms = [form for form in (work.beforehand, work.afterwards) if form] if isinstance(work, Framed) else []
    if not forms:
        return work
    form = forms[at % len(forms)]
    return work.replaced(_filled(form, text, at), afterwards=form is work.afterwards)


def _sorted(work: Sort, move: int, text: str, at: int) -> Sort:
    if move == 0 or not work.cards:
        return work.add(text) if work.own_card else work
    card, other = work.cards[at % len(work.cards)].id, work.cards[-1].id
    column = ("", *(each.id for each in work.columns))[at % (len(work.columns) + 1)]
    match move:
        case 1:
            return work.rename(card, text)
        case 2:
            return work.remove(card)
        case 3:
            return work.collide(card, other)
        case 4:
            return work.later()
        case _:
            return work.place(card, column)


def _placed(work: Scale, move: int, text: str, at: int) -> Scale:
    if move == 0 or not work.items:
        return work.add(text) if work.own_item else work
    item = work.items[at % len(work.items)]
    match move:
        case 1:
            return work.rename(item.id, text)
        case 2:
            return work.remove(item.id)
        case 3:
            return work.explain(item.id, text) if work.because and item.at else work
        case _:
            return work.place(item.id, at % (work.points + 1))


def _listed(work: ItemList, move: int, text: str, at: int) -> ItemList:
    if move in (0, 1) or not work.items:
        return work.add_each(text)
    key = work.items[at % len(work.items)].key
    match move:
        case 2:
            return work.rename(key, text)
        case 3:
            return work.remove(key)
        case _ if work.attributes:
            one = work.attributes[at % len(work.attributes)]
            choices = {"choice": [option for option, _ in one.options], "weight": ["1", "2", "3"]}.get(one.type)
            return work.say(key, one.id, choices[len(text) % len(choices)] if choices else text)
        case _:
            return work


def _filled(work: Form, text: str, at: int) -> Form:
    box = work.boxes[at % len(work.boxes)]
    if box.type == "choice":
        return work.fill(box.id, box.options[at % len(box.options)][0])
    return work.fill(box.id, text)
