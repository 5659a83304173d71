"""How an exercise begins: its own words from the programme, and what the person has already that belongs in it."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import TypeVar

import msgspec

from goedwerk_tui.base.text import shorten
from goedwerk_tui.guidance.answers import asks_the_same
from goedwerk_tui.guidance.exercises import compose, form, persistence, scale, sort
from goedwerk_tui.guidance.exercises import list as listing
from goedwerk_tui.guidance.exercises.framed import Framed
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.guidance.progress import steps_of
from goedwerk_tui.guidance.words import origin_line, written_by_choice
from goedwerk_tui.journal import Entry, Journal, Kind, State
from goedwerk_tui.programme import ContentError, Pack
from goedwerk_tui.programme.exercises import (
    ComposePart,
    ComposeParts,
    Exercise,
    FormParts,
    ListParts,
    Makes,
    ScaleParts,
    SortParts,
)
from goedwerk_tui.programme.model import Case

F = TypeVar("F", bound=Framed)


def begin(step: Exercise, pack: Pack, journal: Journal) -> Work:
    """Return the exercise as it begins: with what stands already for a collection, and else with nothing placed.

    The person's own cards and items of the last time lie ready in what is measured again.

    Raises:
        ContentError: a list that it takes its items from can't be read.
    """
    result = next(iter(persistence.results(journal, persistence.origin_of(pack, step))), None)
    last = persistence.work_of(result) if result else None
    grows = step.result == "collection"
    before = last if grows else None
    match step.parts:
        case FormParts() as parts:
            return _form(parts, before)
        case SortParts() as parts:
            return _framed(step, _sort(parts, pack, last, f"{journal.book.id}/{step.kept_at}", grows=grows), before)
        case ScaleParts() as parts:
            return _framed(step, _scale(parts, pack, journal, last, grows=grows), before)
        case ListParts() as parts:
            return _framed(step, _list(parts, journal, last, grows=grows), before)
        case ComposeParts() as parts:
            if result and isinstance(before, compose.Composition):
                made = journal.newest_first(step=step.kept_at)
                before = persistence.changed_elsewhere(before, step.kept_at, result.changed, made)
            return _compose(parts, pack, journal, before, grows=grows)


def _framed(step: Exercise, work: F, before: Work | None) -> F:
    """Return the exercise with what is asked around it. What was said beforehand stands; afterwards begins anew."""
    old = before.beforehand if isinstance(before, Framed) else None
    return msgspec.structs.replace(
        work,
        beforehand=_form(step.beforehand, old) if step.beforehand else None,
        afterwards=form.begin(step.afterwards) if step.afterwards else None,
    )


def resume(work: Work, step: Exercise, pack: Pack, journal: Journal, since: datetime) -> Work:
    """Return work that was laid aside, with what was written elsewhere since: standing entries, things to pick.

    Args:
        work: the half-done exercise.
        step: the exercise of the programme.
        pack: the programme.
        journal: the journal.
        since: when it was laid aside. A standing entry that was changed later is shown as it is now.
    """
    if isinstance(work, listing.ItemList) and work.yields:
        standing = {item.entry: item for item in _standing(journal, work.yields)}
        kept = tuple(
            standing[item.entry] if item.entry and journal.entries[item.entry].changed > since else item
            for item in work.items
            if not item.entry or item.entry in standing
        )
        known = {item.entry for item in kept} | set(work.gone)
        new = tuple(item for entry, item in standing.items() if entry not in known)
        return msgspec.structs.replace(work, items=(*kept, *new))
    if isinstance(work, scale.Scale) and step.scale and step.scale.items_from == "cases":
        ids = {item.id for item in work.items}
        read = (item for item in _cases_read(pack, journal) if item.id not in ids)
        return msgspec.structs.replace(work, items=(*work.items, *read))
    if isinstance(work, compose.Composition) and step.compose:
        sources = {part.id: sources_for(part, pack, journal) for part in step.compose.parts}
        pieces = tuple(msgspec.structs.replace(piece, sources=sources.get(piece.id, ())) for piece in work.pieces)
        return msgspec.structs.replace(work, pieces=pieces, grows=step.result == "collection")
    return work


def to_pick(journal: Journal, kinds: tuple[str, ...], steps: tuple[str, ...] = ()) -> tuple[compose.PickedSource, ...]:
    """Return what the person wrote of these kinds, newest first; at these steps, or anywhere."""
    found = journal.newest_first(kinds=[Kind(kind) for kind in kinds])
    return tuple(
        compose.PickedSource(id=entry.id, origin=origin_line(entry), text=_words(entry))
        for entry in found
        if _words(entry) and (not steps or (entry.origin is not None and entry.origin.step in steps))
    )


def sources_for(part: ComposePart, pack: Pack, journal: Journal) -> tuple[compose.PickedSource, ...]:
    """Return what can be picked for a part: what was written before, then ways to begin a conversation."""
    own = tuple(_answers(journal, part)) if part.kinds else ()
    listeners = (part.openers, "both")
    openers = [opener for opener in pack.openers() if opener.to in listeners] if part.openers else []
    return (*own, *(compose.PickedSource(id=one.id, origin="Gespreksopener", text=one.text) for one in openers))


def _answers(journal: Journal, part: ComposePart) -> Iterator[compose.PickedSource]:
    """Yield what was written before, the answers in a form or a composition one by one, without what was asked."""
    for source in to_pick(journal, part.kinds, part.steps):
        entry = journal.entries[source.id]
        work = persistence.work_of(entry) if entry.kind is Kind.EXERCISE else None
        if isinstance(work, form.Form):
            for box in work.boxes:
                if box.value.strip():
                    yield compose.PickedSource(
                        id=f"{entry.id}/{box.id}", origin=f"{source.origin}: {box.label}", text=box.shown
                    )
        elif isinstance(work, compose.Composition):
            for piece in work.pieces:
                if piece.written:
                    text = piece.text.strip()
                    yield compose.PickedSource(
                        id=f"{entry.id}/{piece.id}", origin=f"{source.origin}: {piece.title}", text=text
                    )
        else:
            yield source


def _words(entry: Entry) -> str:
    return entry.text.strip() or written_by_choice(entry)


def _form(parts: FormParts, before: Work | None) -> form.Form:
    work = form.begin(parts)
    old = {box.id: box for box in before.boxes} if isinstance(before, form.Form) else {}
    meant: dict[str, date | None] = {}
    for box in work.boxes:
        if box.id in old and (value := _same_value(box, old[box.id])) is not None:
            work = work.fill(box.id, value, old[box.id].entry)
            meant[box.id] = old[box.id].meant
    boxes = tuple(msgspec.structs.replace(box, meant=meant.get(box.id)) for box in work.boxes)
    return msgspec.structs.replace(work, boxes=boxes)


def _same_value(
    box: form.Box | listing.ShownAttribute, old: form.Box | listing.ShownAttribute, value: str = ""
) -> str | None:
    """Return what was said at a field, as the field has it now; None when it asks something else, or lost the option.

    Args:
        box: the field as it is asked now.
        old: the field as it was asked.
        value: what was said, when it does not stand in ``old`` itself.
    """
    said = old.value if isinstance(old, form.Box) else value
    if box.type != old.type or not asks_the_same(old.label, box.label):
        return None
    if box.type != "choice" or not said:
        return said
    taken = dict(old.options).get(said, "")
    return next((option for option, words in box.options if asks_the_same(taken, words)), None)


def _sort(parts: SortParts, pack: Pack, last: Work | None, shuffled_by: str, *, grows: bool) -> sort.Sort:
    if parts.cards_from == "values":
        cards = tuple(sort.PlacedCard(id=value.id, text=value.name, note=value.meaning) for value in pack.values())
    else:
        cards = tuple(sort.PlacedCard(id=card.id, text=card.text, note=card.note) for card in parts.cards)
    work = sort.begin(parts, sort.shuffled(cards, shuffled_by))
    if not isinstance(last, sort.Sort):
        return work
    named = {card.id: sort.name_of(card) for card in last.cards}
    own = tuple(
        msgspec.structs.replace(card, id=named[card.id], column="", ready=True)
        for card in last.cards
        if card.id.startswith(sort.OWN)
    )
    work = msgspec.structs.replace(work, cards=(*own, *work.cards))
    if grows:
        names = {column.id: column.name for column in last.columns}
        columns = {each.id for each in work.columns if asks_the_same(names.get(each.id, ""), each.name)}
        texts = {named[card.id]: card.text for card in last.cards}
        ids = {card.id for card in work.cards if asks_the_same(texts.get(card.id, ""), card.text)}
        for card in last.cards:
            if named[card.id] in ids and card.column in columns:
                work = work.place(named[card.id], card.column)
        pairs = tuple((named[one], named[other]) for one, other in last.collisions)
        work = msgspec.structs.replace(work, collisions=tuple(pair for pair in pairs if set(pair) <= ids))
    return work


def _scale(parts: ScaleParts, pack: Pack, journal: Journal, last: Work | None, *, grows: bool) -> scale.Scale:
    items = tuple(_scale_items(parts, pack, journal))
    old = {scale.name_of(item): item for item in last.items} if isinstance(last, scale.Scale) else {}
    new = {item.id for item in items}
    own = [
        msgspec.structs.replace(item, id=name, ready=True)
        for name, item in old.items()
        if name not in new and (name.startswith(scale.OWN) or (grows and item.at))
    ]
    placed, rest = items, tuple(own)
    if grows:
        placed = tuple(
            msgspec.structs.replace(item, at=old[item.id].at, because=old[item.id].because)
            if item.id in old and _placed_alike(item, old[item.id])
            else item
            for item in items
        )
    else:
        rest = tuple(msgspec.structs.replace(item, at=0, because="") for item in own)
    return scale.Scale(
        points=parts.points,
        items=(*placed, *rest),
        because=parts.because,
        own_item=parts.own_item,
        low=parts.low,
        high=parts.high,
    )


def _placed_alike(item: scale.PlacedItem, old: scale.PlacedItem) -> bool:
    """Whether an item is the same, between the same poles. A case stays the same under another title."""
    poles = ((old.low, item.low), (old.high, item.high))
    same = all(asks_the_same(before, now) for before, now in poles)
    return same and ("." in item.id or asks_the_same(old.text, item.text))


def _scale_items(parts: ScaleParts, pack: Pack, journal: Journal) -> Iterator[scale.PlacedItem]:
    if parts.items_from == "statements":
        names = {dimension.id: dimension.name for dimension in pack.programme.dimensions}
        for dimension, name in names.items():
            for one in pack.statements():
                if one.dimension == dimension:
                    yield scale.PlacedItem(id=one.id, text=one.text, low=parts.low, high=parts.high, group=name)
    elif parts.items_from == "cases":
        yield from _cases_read(pack, journal)
    for one in parts.items:
        yield scale.PlacedItem(id=one.id, text=one.text, low=parts.low, high=parts.high, group=one.group)


def _cases_read(pack: Pack, journal: Journal) -> Iterator[scale.PlacedItem]:
    """Yield the pairs of goods of each case in which the person chose, with the choice and its reason."""
    pairs = {tension.id: tension for tension in pack.programme.tensions}
    for session in pack.programme.sessions:
        for step_id in steps_of(session):
            choice = next(iter(journal.newest_first(step=step_id, kinds=[Kind.CHOICE])), None)
            if choice is None:
                continue
            try:
                step = pack.step(step_id)
            except ContentError:  # a case that can't be read has no pairs; opening it says what is wrong
                continue
            if isinstance(step, Case):
                for tension in step.tensions:
                    pair = pairs[tension]
                    said = (written_by_choice(choice), shorten(choice.text, 200))
                    yield scale.PlacedItem(
                        id=f"{step.id}.{tension}",
                        text=step.title,
                        low=pair.one,
                        high=pair.other,
                        group=session.title,
                        about=" – ".join(each for each in said if each),
                    )


def _list(parts: ListParts, journal: Journal, last: Work | None, *, grows: bool) -> listing.ItemList:
    if parts.yields and grows:
        return listing.begin(parts, tuple(_standing(journal, parts.yields)))
    work = listing.begin(parts)
    if not isinstance(last, listing.ItemList) or not asks_the_same(last.asks, work.asks):
        return work
    if not grows:
        ready = tuple(msgspec.structs.replace(item, values={}, ready=True) for item in last.items)
        return msgspec.structs.replace(work, items=ready)
    old = {each.id: each for each in last.attributes}
    asked = [(each, old[each.id]) for each in work.attributes if each.id in old]
    items = tuple(
        msgspec.structs.replace(
            item,
            values={
                now.id: value
                for now, was in asked
                if item.values.get(now.id) and (value := _same_value(now, was, item.values[now.id])) is not None
            },
        )
        for item in last.items
    )
    return msgspec.structs.replace(work, items=items)


def _standing(journal: Journal, makes: Makes) -> Iterator[listing.ListedItem]:
    for entry in reversed(journal.newest_first(kinds=[Kind(makes)], state=State.LIVE)):
        if entry.text.strip():
            values = {name: str(value) for name, value in (entry.data or {}).items()}
            yield listing.ListedItem(key=entry.id, text=entry.text.strip(), values=values, entry=entry.id)


def _compose(
    parts: ComposeParts, pack: Pack, journal: Journal, before: Work | None, *, grows: bool
) -> compose.Composition:
    sources = {part.id: sources_for(part, pack, journal) for part in parts.parts}
    return compose.begin(parts, sources, before if isinstance(before, compose.Composition) else None, grows=grows)
