"""Sorts: the cards of the programme, and one's own from the last time."""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from goedwerk_tui.guidance.answers import asks_the_same
from goedwerk_tui.guidance.exercise_kinds.descriptor import KindDescriptor, Setting
from goedwerk_tui.guidance.exercises import persistence, sort
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.guidance.exercises.own_ids import is_own
from goedwerk_tui.guidance.insight import sorts
from goedwerk_tui.guidance.insight.picture import Picture, PictureGroup, TooLittle
from goedwerk_tui.journal import Entry
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.exercises import Exercise, SortParts


class SortKind(KindDescriptor[SortParts, sort.Sort]):
    """Laying cards in columns or rings."""

    def begin(self, parts: SortParts, setting: Setting, last: Work | None, result: Entry | None) -> sort.Sort:
        """Return the cards on the pile; for one that grows, where they lay."""
        shuffled_by = f"{setting.journal.book.id}/{setting.step.kept_at}"
        work = _sort(parts, setting.pack, last, shuffled_by, grows=setting.grows)
        return _with_own_cards(work, _beside(setting))

    def resume(self, parts: SortParts, setting: Setting, work: sort.Sort, since: datetime) -> sort.Sort:
        """Return it as it was left."""
        return work

    def picture(self, work: sort.Sort, before: sort.Sort | None) -> tuple[PictureGroup, ...]:
        """Return the columns or rings, what collides, and what lies nowhere."""
        return sorts.result(work, before)

    def over_time(
        self, parts: SortParts, step: Exercise, results: Sequence[Entry], entries: Sequence[Entry]
    ) -> Picture | TooLittle:
        """Return what stands in the rings, what rose and fell, or one sort beside the other that it is laid beside."""
        if step.beside:
            return sorts.sorted_beside(step.id, step.title, results, persistence.results_among(entries, step.beside))
        draw = sorts.rings if parts.shape == "rings" else sorts.sorted_again
        return draw(step.id, step.title, results)


def _beside(setting: Setting) -> Work | None:
    """Return the newest result of the exercise that this one is laid beside."""
    if not setting.step.beside:
        return None
    origin = persistence.origin_of(setting.pack, setting.step)
    found = persistence.results(setting.journal, msgspec.structs.replace(origin, step=setting.step.beside))
    return persistence.work_of(found[0]) if found else None


def _with_own_cards(work: sort.Sort, other: Work | None) -> sort.Sort:
    """Return a sort with the cards of one's own from another on its pile."""
    if not isinstance(other, sort.Sort):
        return work
    there = {card.id for card in work.cards}
    own = (msgspec.structs.replace(card, id=sort.name_of(card), column="", ready=True) for card in other.cards)
    more = tuple(card for card in own if is_own(card.id) and card.id not in there)
    return msgspec.structs.replace(work, cards=(*more, *work.cards))


def _sort(parts: SortParts, pack: Pack, last: Work | None, shuffled_by: str, *, grows: bool) -> sort.Sort:
    if parts.cards_from == "values":
        cards = tuple(
            sort.PlacedCard(id=each.id, text=pack.labelled(each.name, "values.yaml", each.id), note=each.meaning)
            for each in pack.values()
        )
    else:
        cards = tuple(sort.PlacedCard(id=card.id, text=card.text, note=card.note) for card in parts.cards)
    work = sort.begin(parts, sort.shuffled(cards, shuffled_by))
    if not isinstance(last, sort.Sort):
        return work
    named = {card.id: sort.name_of(card) for card in last.cards}
    own = tuple(
        msgspec.structs.replace(card, id=named[card.id], column="", ready=True)
        for card in last.cards
        if is_own(card.id)
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
