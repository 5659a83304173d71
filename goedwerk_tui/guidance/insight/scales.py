"""Scales over time: the same statements placed again, and where one stood between two goods, case by case."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from goedwerk_tui.guidance.exercises.scale import NO_PLACE, PlacedItem, Scale, name_of
from goedwerk_tui.guidance.insight.picture import Picture, PictureGroup, PictureMark, TooLittle, days_in_words, times
from goedwerk_tui.guidance.insight.versions import grown, measured
from goedwerk_tui.journal import Entry


def repeated(id: str, title: str, results: Sequence[Entry]) -> Picture | TooLittle:
    """Return each statement's place over all measurements, by group: what moved first, then the rest.

    Measurements with another number of places than the last one are left out: they can't be laid beside it.

    Args:
        id: the exercise.
        title: its title.
        results: its results, newest first.
    """
    every = [each for each in measured(results, Scale) if any(item.at for item in each.work.items)]
    versions = [each for each in every if each.work.points == every[-1].work.points]
    if len(versions) < 2:
        return TooLittle(id, title, _about_again(title, [each.day for each in versions]))
    latest = versions[-1].work
    places: dict[str, list[int]] = {}
    items: dict[str, PlacedItem] = {}
    for number, version in enumerate(versions):
        for item in version.work.items:
            name = name_of(item)
            places.setdefault(name, [0] * len(versions))[number] = _at(item, latest)
            items[name] = item
    order = [*map(name_of, latest.items), *items]
    groups: dict[str, list[PictureMark]] = {}
    for name in dict.fromkeys(order):
        if any(places[name]):
            item = items[name]
            groups.setdefault(item.group, []).append(PictureMark(item.text, tuple(places[name])))
    poles = (latest.low or latest.items[0].low, latest.high or latest.items[0].high)
    return Picture(
        id,
        title,
        f"Uit {times(len(versions))} ‘{title}’: {days_in_words([each.day for each in versions])}.",
        tuple(
            PictureGroup(name or title, "track", _moved_first(marks), poles, latest.points)
            for name, marks in groups.items()
        ),
        tuple(each.entry for each in reversed(versions)),
    )


def _about_again(title: str, days: Sequence[object]) -> str:
    if not days:
        return f"Doe eerst ‘{title}’. Na een tweede keer zie je wat er verschoof."
    return f"‘{title}’ is er één keer. Na een tweede keer zie je wat er verschoof."


def _moved_first(marks: Iterable[PictureMark]) -> tuple[PictureMark, ...]:
    return tuple(sorted(marks, key=lambda mark: (not mark.moved, -_distance(mark))))


def _distance(mark: PictureMark) -> int:
    stood = [place for place in mark.places if place]
    return abs(stood[-1] - stood[0])


def tensions(id: str, title: str, results: Sequence[Entry]) -> Picture | TooLittle:
    """Return where somebody stood between two goods, case by case, grouped by pair.

    Args:
        id: the exercise.
        title: its title.
        results: its results, newest first; the first is the one that grows.
    """
    every = grown(results, Scale)
    versions = [each for each in every if each.work.points == every[-1].work.points]
    placed = [item for item in versions[-1].work.items if item.at] if versions else []
    if len(placed) < 2:
        return TooLittle(id, title, f"Kies bij ‘{title}’ in minstens twee casussen waar je stond.")
    latest = versions[-1].work
    pairs: dict[tuple[str, str], list[PictureMark]] = {}
    for item in placed:
        stood = [
            _at(each, latest) for version in versions for each in version.work.items if name_of(each) == name_of(item)
        ]
        places = tuple(at for before, at in zip([0, *stood], stood, strict=False) if at and at != before)
        mark = PictureMark(item.text, places, about=_reason(latest, item))
        pairs.setdefault((item.low, item.high), []).append(mark)
    return Picture(
        id,
        title,
        f"Uit ‘{title}’ van {days_in_words([each.day for each in versions])}.",
        tuple(
            PictureGroup(f"{low} – {high}", "track", tuple(marks), (low, high), latest.points)
            for (low, high), marks in pairs.items()
        ),
        (versions[-1].entry,),
    )


def _at(item: PlacedItem, work: Scale) -> int:
    """Return the place of an item, within what can be drawn: the scale may have been longer when it was placed."""
    return max(0, min(item.at, work.points))


def result(work: Scale, before: Scale | None) -> tuple[PictureGroup, ...]:
    """Return one scale: its items on their tracks, beside where they stood before."""
    placed = [item for item in work.items if item.at]
    old = {name_of(item): item for item in before.items} if before and before.points == work.points else {}
    groups = groupby(placed, key=lambda item: (item.group, item.low, item.high))
    found: list[PictureGroup] = []
    for (group, low, high), items in groups:
        marks: list[PictureMark] = []
        for item in items:
            was = old[name_of(item)].at if name_of(item) in old else 0
            about = (*([item.about] if item.about else ()), *_reason(work, item), *_earlier(before, item, old))
            marks.append(PictureMark(item.text, (was, item.at) if old else (item.at,), about=about))
        found.append(PictureGroup(group or f"{low} – {high}", "track", tuple(marks), (low, high), work.points))
    now = {name_of(item) for item in placed}
    gone = tuple(
        PictureMark(item.text, about=_reason(before, item)) for name, item in old.items() if item.at and name not in now
    )
    waiting = tuple(PictureMark(item.text, about=_reason(work, item)) for item in work.waiting)
    lines = ((NO_PLACE, waiting), ("Er niet meer bij", gone))
    return (*found, *(PictureGroup(name, "line", marks) for name, marks in lines if marks))


def _earlier(before: Scale | None, item: PlacedItem, old: Mapping[str, PlacedItem]) -> tuple[str, ...]:
    """Return why it stood where it stood the time before, where that is said otherwise now."""
    was = old.get(name_of(item))
    if was is None or was.because == item.because:
        return ()
    return tuple(f"vorige keer: {each}" for each in _reason(before, was))


def _reason(work: Scale | None, item: PlacedItem) -> tuple[str, ...]:
    return (f"{work.because} {item.because}",) if work and item.because else ()
