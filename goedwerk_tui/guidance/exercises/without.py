"""Half-done work without what it took over from a result that is wiped."""

from collections.abc import Collection, Iterable, Sequence
from typing import TypeVar

import msgspec

from goedwerk_tui.guidance.exercises import scale, sort
from goedwerk_tui.guidance.exercises.compose import ComposedPart, Composition
from goedwerk_tui.guidance.exercises.form import Box, Form
from goedwerk_tui.guidance.exercises.framed import Framed, fold
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.guidance.exercises.list import ItemList, ListedItem
from goedwerk_tui.guidance.exercises.own_ids import is_own, own_id
from goedwerk_tui.guidance.exercises.scale import PlacedItem, Scale
from goedwerk_tui.guidance.exercises.sort import Sort
from goedwerk_tui.journal.additions import added_to

F = TypeVar("F", bound=Framed)


def without(work: Work, wiped: Iterable[Work]) -> Work | None:
    """Return what was done in an exercise since it went on from a result; None when that is nothing.

    The words of the programme stay. A choice, a day or a place that is as it was there was taken over as well.

    Args:
        work: the half-done work.
        wiped: that result, in all its versions. What is of another kind of exercise is passed over.
    """
    versions = [each for each in wiped if each.EXERCISE == work.EXERCISE]
    own = frozenset(fold(line) for each in versions for words in each.own_words() for line in words.split("\n"))
    left = _left(work, versions, own)
    around = (left.beforehand, left.afterwards) if isinstance(left, Framed) else ()
    return left if left.begun or any(form.begun for form in around if form) else None


def _left(work: Work, wiped: Sequence[Work], own: Collection[str]) -> Work:
    match work:
        case ItemList():
            items = [left for each in work.items if (left := _item(each, work, wiped, own))]
            return _around(msgspec.structs.replace(work, items=tuple(items), gone=()), wiped, own)
        case Sort():
            return _around(_sorted(work, [each for each in wiped if isinstance(each, Sort)], own), wiped, own)
        case Scale():
            return _around(_placed(work, [each for each in wiped if isinstance(each, Scale)], own), wiped, own)
        case Form():
            return _filled(work, [each for each in wiped if isinstance(each, Form)])
        case Composition():
            old = [each for each in wiped if isinstance(each, Composition)]
            return msgspec.structs.replace(work, pieces=tuple(_piece(each, old) for each in work.pieces))


def _around(work: F, wiped: Iterable[Work], own: Collection[str]) -> F:
    """Return work without what its questions before and after it, and its open line, took over."""
    framed = [each for each in wiped if isinstance(each, Framed)]
    before, after = (
        [form for each in framed if (form := getattr(each, name))] for name in ("beforehand", "afterwards")
    )
    return msgspec.structs.replace(
        work,
        beforehand=_filled(work.beforehand, before) if work.beforehand else None,
        afterwards=_filled(work.afterwards, after) if work.afterwards else None,
        line="" if fold(work.line) in own else work.line,
    )


def _item(item: ListedItem, work: ItemList, wiped: Sequence[Work], own: Collection[str]) -> ListedItem | None:
    """Return an item as far as it is new; what was written about an old one is an item of its own then."""
    before = [each for one in wiped if isinstance(one, ItemList) for each in one.items if each.names & item.names]
    if not before:
        return item
    said = [one.id for one in work.attributes if one.type == "text"]
    values = {
        name: value
        for name, value in item.values.items()
        if not any(each.values.get(name) == value for each in before) and fold(value) not in own
    }
    if fold(item.text) not in own:
        return msgspec.structs.replace(item, values=values)
    new = "; ".join(values[name] for name in said if name in values)
    return ListedItem(key=item.key, text=new) if new else None


def _sorted(work: Sort, wiped: Sequence[Sort], own: Collection[str]) -> Sort:
    lay = {(card.id, card.column) for each in wiped for card in each.cards}
    kept = [card for card in work.cards if not (is_own(card.id) and fold(card.text) in own)]
    # An id of an earlier version holds the words that a card had first.
    names = {card.id: sort.name_of(card) for card in kept}
    cards = tuple(
        msgspec.structs.replace(card, id=names[card.id], column="" if (card.id, card.column) in lay else card.column)
        for card in kept
    )
    old = {pair for each in wiped for pair in each.collisions}
    new = tuple(
        (names[one], names[other])
        for one, other in work.collisions
        if one in names and other in names and (one, other) not in old
    )
    return msgspec.structs.replace(work, cards=cards, collisions=new)


def _placed(work: Scale, wiped: Sequence[Scale], own: Collection[str]) -> Scale:
    stood = {(item.id, item.at) for each in wiped for item in each.items}
    items = (_place(item, stood, own) for item in work.items)
    return msgspec.structs.replace(work, items=tuple(each for each in items if each))


def _place(item: PlacedItem, stood: Collection[tuple[str, int]], own: Collection[str]) -> PlacedItem | None:
    """Return an item of a scale as far as it is new; a new reason for an old item of one's own is an item then."""
    because = "" if fold(item.because) in own else item.because
    at = item.at if because or (item.id, item.at) not in stood else 0
    if not is_own(item.id) or fold(item.text) not in own:
        # An id of an earlier version holds the words that an item had first.
        return msgspec.structs.replace(item, id=scale.name_of(item), at=at, because=because)
    if not because:
        return None
    return msgspec.structs.replace(item, id=own_id(because), text=because, at=at, because="", ready=False)


def _filled(form: Form, wiped: Sequence[Form]) -> Form:
    return msgspec.structs.replace(form, boxes=tuple(_box(each, wiped) for each in form.boxes))


def _box(box: Box, wiped: Sequence[Form]) -> Box:
    old = [each.value for form in wiped for each in form.boxes if each.id == box.id and each.value.strip()]
    if not old or not box.value.strip():
        return box
    if box.type == "text":
        value = added_to(old, box.value)
    else:
        # A line of a list, a row of a table; a choice and a day are one.
        there = {fold(line) for each in old for line in each.split("\n")}
        value = "\n".join(line for line in box.value.split("\n") if fold(line) not in there)
    return box if value == box.value else msgspec.structs.replace(box, value=value, entry="", meant=None)


def _piece(piece: ComposedPart, wiped: Sequence[Composition]) -> ComposedPart:
    before = [each for one in wiped for each in one.pieces if each.written]
    # A piece may have been picked for another one below it.
    old = [each.text for each in before if each.id != piece.id]
    old.append(next((each.text for each in reversed(before) if each.id == piece.id), ""))
    text = added_to(old, piece.text) if piece.written else piece.text
    if text == piece.text:
        return piece
    return msgspec.structs.replace(piece, text=text or (piece.starter and f"{piece.starter} "), picked=())
