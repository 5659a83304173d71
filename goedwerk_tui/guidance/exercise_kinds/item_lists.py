"""Lists: items of the last time, or the entries that stand."""

from collections.abc import Iterator, Sequence
from datetime import datetime

import msgspec

from goedwerk_tui.guidance.answers import asks_the_same
from goedwerk_tui.guidance.exercise_kinds.descriptor import KindDescriptor, Setting
from goedwerk_tui.guidance.exercise_kinds.forms import same_value
from goedwerk_tui.guidance.exercises import list as listing
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.guidance.insight import item_lists
from goedwerk_tui.guidance.insight.picture import Picture, PictureGroup, TooLittle
from goedwerk_tui.journal import Entry, Journal, Kind, State
from goedwerk_tui.programme.exercises import Exercise, ListParts, Makes


class ListKind(KindDescriptor[ListParts, listing.ItemList]):
    """Making a list of items with attributes."""

    def begin(self, parts: ListParts, setting: Setting, last: Work | None, result: Entry | None) -> listing.ItemList:
        """Return what stands for one that grows, and else the items of the last time, ready to be taken."""
        return _list(parts, setting.journal, last, grows=setting.grows)

    def resume(self, parts: ListParts, setting: Setting, work: listing.ItemList, since: datetime) -> listing.ItemList:
        """Return it as it was left; an entry that was changed later stands as it is now."""
        if not work.yields:
            return work
        journal = setting.journal
        standing = {item.entry: item for item in _standing(journal, work.yields)}
        kept = tuple(
            standing[item.entry] if item.entry and journal.entries[item.entry].changed > since else item
            for item in work.items
            if not item.entry or item.entry in standing
        )
        known = {item.entry for item in kept} | set(work.gone)
        new = tuple(item for entry, item in standing.items() if entry not in known)
        return msgspec.structs.replace(work, items=(*kept, *new))

    def picture(self, work: listing.ItemList, before: listing.ItemList | None) -> tuple[PictureGroup, ...]:
        """Return the two sides of a force field, or the items."""
        return item_lists.beside(work, before)

    def over_time(
        self, parts: ListParts, step: Exercise, results: Sequence[Entry], entries: Sequence[Entry]
    ) -> Picture | TooLittle | None:
        """Return a force field, of what stands or of the newest result, or a map by a choice."""
        if parts.sides and parts.yields:
            yielded = [entry for entry in entries if entry.kind == parts.yields]
            return item_lists.field_of_entries(step.id, step.title, parts, yielded)
        if parts.sides:
            return item_lists.field_of_results(step.id, step.title, results)
        by_choice = any(one.type == "choice" for one in parts.attributes)
        return item_lists.map_by_choice(step, results) if by_choice else None


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
                if item.values.get(now.id) and (value := same_value(now, was, item.values[now.id])) is not None
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
