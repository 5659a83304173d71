"""Lists: a force field with what one can do about each force, and a map of what changes by where it comes from."""

from collections.abc import Mapping, Sequence
from datetime import date

from goedwerk_tui.base.clock import local
from goedwerk_tui.base.text import shorten
from goedwerk_tui.guidance.exercises import list as listing
from goedwerk_tui.guidance.exercises.list import WEIGHTS, ItemList, ListedItem, ShownAttribute, known
from goedwerk_tui.guidance.insight.picture import Picture, PictureGroup, PictureMark, TooLittle, days_in_words
from goedwerk_tui.guidance.insight.versions import ResultVersion, grown, measured
from goedwerk_tui.journal import Entry
from goedwerk_tui.programme.exercises import Exercise, ListParts

_SHORT = 60
_UNPLACED = "nog niet ingedeeld"


def field_of_entries(id: str, title: str, parts: ListParts, entries: Sequence[Entry]) -> Picture | TooLittle:
    """Return a force field of standing entries: both sides, and what was added in each session.

    Args:
        id: the exercise.
        title: its title.
        parts: the attributes, with the one that parts the sides.
        entries: those of the kind that the list yields, newest first.
    """
    oldest_first = [each for each in reversed(entries) if each.text.strip()]
    items = tuple(
        ListedItem(key=each.id, text=each.text.strip(), values=_values(each.data or {}), entry=each.id)
        for each in oldest_first
    )
    work = listing.begin(parts, items)
    sides = _sides(work, frozenset())
    if sum(len(side.marks) for side in sides) < 2:
        return TooLittle(id, title, f"Zet bij ‘{title}’ minstens twee dingen aan een kant.")
    days = sorted({local(each.created).date() for each in oldest_first})
    return Picture(
        id,
        title,
        f"Uit {len(items)} dingen die je opschreef, van {days_in_words([days[0]])} tot {days_in_words([days[-1]])}."
        if len(days) > 1
        else f"Uit {len(items)} dingen die je opschreef op {days_in_words(days)}.",
        (*sides, *_without_side(work), *_shifted(work, oldest_first), *_added(work, oldest_first)),
        tuple(each.entry for each in reversed(items)),
    )


def field_of_results(id: str, title: str, results: Sequence[Entry]) -> Picture | TooLittle:
    """Return the force field of the newest result, with what is new and gone since the one before."""
    versions = [each for each in measured(results, ItemList) if each.work.force_field()]
    if not versions or len(versions[-1].work.items) < 2:
        return TooLittle(id, title, f"Zet bij ‘{title}’ minstens twee dingen aan een kant.")
    latest, before = versions[-1], versions[-2] if len(versions) > 1 else None
    return Picture(
        id,
        title,
        _from(title, latest, before),
        (*beside(latest.work, before.work if before else None),),
        (latest.entry, *((before.entry,) if before else ())),
    )


def map_by_choice(step: Exercise, results: Sequence[Entry]) -> Picture | TooLittle:
    """Return a list's items by what was chosen of each, such as where it comes from; beside an earlier version.

    Args:
        step: the exercise.
        results: its results, newest first.
    """
    make = grown if step.result == "collection" else measured
    versions = [each for each in make(results, ItemList) if each.work.items]
    if not versions or len(versions[-1].work.items) < 2:
        return TooLittle(step.id, step.title, f"Zet bij ‘{step.title}’ minstens twee dingen op de lijst.")
    latest, before = versions[-1], versions[-2] if len(versions) > 1 else None
    earlier = before.work if before else None
    work, new = latest.work, _new(latest.work, earlier)
    choice = next((one for one in work.attributes if one.type == "choice"), None)
    groups: list[PictureGroup] = []
    for option, words in (*(choice.options if choice else ()), ("", "niet gekozen")):
        items = [item for item in work.items if item.values.get(choice.id if choice else "", "") == option]
        without = {choice.id} if choice else set[str]()
        marks = [_mark(work, item, new, without, _changed(work, item, earlier)) for item in items]
        if marks or option:
            heaviest_first = tuple(sorted(marks, key=lambda mark: -mark.weight))
            groups.append(PictureGroup(words, "bar", heaviest_first, steps=WEIGHTS[-1]))
    return Picture(
        step.id,
        step.title,
        _from(step.title, latest, before),
        (*calibration(work), *groups, *_gone(work, earlier)),
        tuple(dict.fromkeys((latest.entry, *((before.entry,) if before else ())))),
    )


def beside(work: ItemList, before: ItemList | None) -> tuple[PictureGroup, ...]:
    """Return the picture of a list: its two sides, or its items by weight; and what is new, moved or gone since."""
    new = _new(work, before)
    if work.sides:
        drawn = (*_sides(work, new, before), *_without_side(work))
    else:
        marks = tuple(_mark(work, item, new, set(), _changed(work, item, before)) for item in work.items)
        drawn = (PictureGroup(work.asks, "bar" if _weighs(work) else "line", marks, steps=WEIGHTS[-1]),)
    return (*calibration(work), *drawn, *_gone(work, before))


def calibration(work: ItemList) -> tuple[PictureGroup, ...]:
    """Return for each chance what was said and then what came true, on one track; nothing while that says little."""
    marks = tuple(
        PictureMark(
            f"{each.chance}: {each.came_true} van {each.decided} kwam uit",
            (1 + round(each.percent / 10), 1 + round(10 * each.came_true / each.decided)),
        )
        for each in work.calibration()
    )
    return (PictureGroup("Wat je zei, en wat uitkwam", "track", marks, ("nooit", "altijd"), 11),) if marks else ()


def _from(title: str, latest: ResultVersion[ItemList], before: ResultVersion[ItemList] | None) -> str:
    if before is None:
        return f"Uit ‘{title}’ van {days_in_words([latest.day])}."
    return f"Uit ‘{title}’ van {days_in_words([latest.day])}, naast die van {days_in_words([before.day])}."


def _values(data: Mapping[str, object]) -> dict[str, str]:
    return {name: str(value) for name, value in data.items()}


def _sides(work: ItemList, new: frozenset[str], before: ItemList | None = None) -> tuple[PictureGroup, ...]:
    side = next(one for one in work.attributes if one.id == work.sides)
    return tuple(
        PictureGroup(
            words,
            "force",
            tuple(
                sorted(
                    (
                        _mark(work, item, new, {side.id}, _changed(work, item, before))
                        for item in work.items
                        if item.values.get(side.id) == option
                    ),
                    key=lambda mark: -mark.weight,
                )
            ),
            steps=WEIGHTS[-1],
        )
        for option, words in side.options
    )


def _without_side(work: ItemList) -> tuple[PictureGroup, ...]:
    side = next(one for one in work.attributes if one.id == work.sides)
    options = {option for option, _ in side.options}
    left = [_mark(work, item, frozenset(), {side.id}) for item in work.items if item.values.get(side.id) not in options]
    return (PictureGroup(_UNPLACED.capitalize(), "line", tuple(left)),) if left else ()


def _changed(work: ItemList, item: ListedItem, before: ItemList | None) -> tuple[str, ...]:
    """Return what was said of an item the time before, and how heavy it was, where that is otherwise now."""
    old = next((each for each in before.items if each.names & item.names), None) if before else None
    otherwise = [
        (one, was)
        for one in work.attributes
        if old and (was := old.values.get(one.id)) and was != item.values.get(one.id)
    ]
    return tuple(f"woog eerst {was}" if one.type == "weight" else f"eerst ‘{one.shown(was)}’" for one, was in otherwise)


def _weighs(work: ItemList) -> bool:
    return any(one.type == "weight" for one in work.attributes)


def _mark(
    work: ItemList, item: ListedItem, new: frozenset[str], without: set[str], moved: tuple[str, ...] = ()
) -> PictureMark:
    said = [
        one.shown(item.values[one.id]) if work.sides else one.in_short(item.values[one.id])
        for one in work.attributes
        if one.type != "weight" and one.id not in without and item.values.get(one.id)
    ]
    change = "new" if item.key in new else ""
    return PictureMark(item.text, weight=_weight(work.attributes, item), change=change, about=(*moved, *said))


def _weight(attributes: Sequence[ShownAttribute], item: ListedItem) -> int:
    weighs = next((one.id for one in attributes if one.type == "weight"), "")
    value = item.values.get(weighs, "")
    return int(value) if value in map(str, WEIGHTS) else 0


def _new(latest: ItemList, before: ItemList | None) -> frozenset[str]:
    """Return the keys of the items that were not there the time before."""
    if before is None:
        return frozenset()
    old = known(before.items)
    return frozenset(item.key for item in latest.items if not item.names & old)


def _gone(latest: ItemList, before: ItemList | None) -> tuple[PictureGroup, ...]:
    now = known(latest.items)
    gone = [item for item in before.items if not item.names & now] if before else []
    return (PictureGroup("Er niet meer bij", "line", tuple(PictureMark(item.text) for item in gone)),) if gone else ()


def _side_then(entry: Entry, side: str) -> str:
    """Return the side at which something stood at the end of the day on which it was written."""
    day = local(entry.created).date()
    data = [each.data or {} for each in entry.revisions if local(each.at).date() == day]
    return next((str(each[side]) for each in reversed(data) if each.get(side)), "")


def _shifted(work: ItemList, oldest_first: Sequence[Entry]) -> tuple[PictureGroup, ...]:
    """Return what went to another side since it was written, with where it stood and since when it stands here."""
    side = next(one for one in work.attributes if one.id == work.sides)
    marks: list[PictureMark] = []
    for entry in oldest_first:
        now, then = str((entry.data or {}).get(side.id, "")), _side_then(entry, side.id)
        if not then or not now or now == then:
            continue
        at = next(each.at for each in entry.revisions if str((each.data or {}).get(side.id, "")) == now)
        since = f"eerst ‘{side.shown(then)}’, sinds {days_in_words([local(at).date()])} ‘{side.shown(now)}’"
        marks.append(PictureMark(entry.text.strip(), about=(since,)))
    return (PictureGroup("Naar de andere kant", "line", tuple(marks)),) if marks else ()


def _added(work: ItemList, oldest_first: Sequence[Entry]) -> tuple[PictureGroup, ...]:
    """Return what was added in each session, with the side at which it stood that day."""
    side = next(one for one in work.attributes if one.id == work.sides)
    sides = dict(side.options)
    sessions: dict[str, list[Entry]] = {}
    for each in oldest_first:
        sessions.setdefault(each.origin.session_title if each.origin else "Los geschreven", []).append(each)
    return tuple(
        PictureGroup(
            f"Erbij gekomen: {session}, {days_in_words(_days(entries))}",
            "line",
            tuple(
                PictureMark(f"{sides.get(_side_then(each, side.id), _UNPLACED)}: {shorten(each.text, _SHORT)}")
                for each in entries
            ),
        )
        for session, entries in sessions.items()
    )


def _days(entries: Sequence[Entry]) -> list[date]:
    return sorted({local(each.created).date() for each in entries})
