"""Scales: statements, the cases that were read, and items of one's own."""

from collections.abc import Iterator, Sequence
from datetime import datetime

import msgspec

from goedwerk_tui.base.text import shorten
from goedwerk_tui.guidance.answers import asks_the_same
from goedwerk_tui.guidance.exercise_kinds.descriptor import KindDescriptor, Setting
from goedwerk_tui.guidance.exercises import scale
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.guidance.exercises.own_ids import is_own
from goedwerk_tui.guidance.insight import scales
from goedwerk_tui.guidance.insight.picture import Picture, PictureGroup, TooLittle
from goedwerk_tui.guidance.progress import steps_of
from goedwerk_tui.guidance.words import written_by_choice
from goedwerk_tui.journal import Entry, Journal, Kind
from goedwerk_tui.programme import ContentError, Pack
from goedwerk_tui.programme.exercises import Exercise, ScaleParts
from goedwerk_tui.programme.model import Case


class ScaleKind(KindDescriptor[ScaleParts, scale.Scale]):
    """Placing items between two poles."""

    def begin(self, parts: ScaleParts, setting: Setting, last: Work | None, result: Entry | None) -> scale.Scale:
        """Return the items; for one that grows, where they stood."""
        return _scale(parts, setting.pack, setting.journal, last, grows=setting.grows)

    def resume(self, parts: ScaleParts, setting: Setting, work: scale.Scale, since: datetime) -> scale.Scale:
        """Return it as it was left, with the cases that were read since, and what was chosen in each by now."""
        if parts.items_from != "cases":
            return work
        read = {item.id: item for item in _cases_read(setting.pack, setting.journal)}
        left = [
            msgspec.structs.replace(item, about=now.about if (now := read.pop(item.id, None)) else "")
            for item in work.items
        ]
        return msgspec.structs.replace(work, items=(*left, *read.values()))

    def picture(self, work: scale.Scale, before: scale.Scale | None) -> tuple[PictureGroup, ...]:
        """Return the items on their tracks."""
        return scales.result(work, before)

    def over_time(
        self, parts: ScaleParts, step: Exercise, results: Sequence[Entry], entries: Sequence[Entry]
    ) -> Picture | TooLittle:
        """Return where one stood, time by time or case by case."""
        draw = scales.tensions if step.result == "collection" else scales.repeated
        return draw(step.id, step.title, results)


def _scale(parts: ScaleParts, pack: Pack, journal: Journal, last: Work | None, *, grows: bool) -> scale.Scale:
    items = tuple(_scale_items(parts, pack, journal))
    old = {scale.name_of(item): item for item in last.items} if isinstance(last, scale.Scale) else {}
    new = {item.id for item in items}
    own = [
        msgspec.structs.replace(item, id=name, ready=True)
        for name, item in old.items()
        if name not in new and (is_own(name) or (grows and item.at))
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
                    group = pack.labelled(name, "statements.yaml", one.id)
                    yield scale.PlacedItem(id=one.id, text=one.text, low=parts.low, high=parts.high, group=group)
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
                        text=pack.titled(step),
                        low=pair.one,
                        high=pair.other,
                        group=session.title,
                        about=" – ".join(each for each in said if each),
                    )
