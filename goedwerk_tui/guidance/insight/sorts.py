"""Sorts over time: what rose and fell between two times, and who stands in which ring."""

from collections.abc import Sequence
from dataclasses import replace

from goedwerk_tui.guidance.exercises.sort import NOT_LAID, Sort, name_of
from goedwerk_tui.guidance.insight.picture import (
    GroupForm,
    Picture,
    PictureGroup,
    PictureMark,
    TooLittle,
    days_in_words,
    times,
)
from goedwerk_tui.guidance.insight.versions import ResultVersion, measured
from goedwerk_tui.journal import Entry

_FAR = 5
"""How many cards are named that lie farthest apart."""


def sorted_again(id: str, title: str, results: Sequence[Entry]) -> Picture | TooLittle:
    """Return the last two sorts beside each other: what moved, then the columns as they are.

    Only where columns have a quota are they a ranking, in which a card rises or falls.

    Args:
        id: the exercise.
        title: its title.
        results: its results, newest first.
    """
    versions = [each for each in measured(results, Sort) if _laid(each.work)]
    if len(versions) < 2:
        once = f"‘{title}’ is er één keer." if versions else f"Doe eerst ‘{title}’."
        return TooLittle(id, title, f"{once} Na een tweede keer zie je wat er verschoof.")
    before, latest = versions[-2:]
    ranked = any(column.quota for column in latest.work.columns)
    laid = columns(latest.work, before.work, "column", ranked=ranked)
    shifted = [
        replace(mark, about=(*mark.about, f"ligt nu bij ‘{group.name}’"))
        for group in laid
        for mark in group.marks
        if mark.about
    ]
    farthest_first = tuple(sorted(shifted, key=lambda mark: -abs(mark.rose)))
    groups = [PictureGroup("Wat er verschoof", "line", farthest_first), *laid, *gone(latest.work, before.work)]
    total = f"Uit {times(2)}" if len(versions) == 2 else f"Uit de laatste {times(2)}"
    return Picture(
        id,
        title,
        f"{total} ‘{title}’: {days_in_words([before.day, latest.day])}.",
        tuple(groups),
        (latest.entry, before.entry),
    )


def sorted_beside(id: str, title: str, results: Sequence[Entry], others: Sequence[Entry]) -> Picture | TooLittle:
    """Return the last sort of an exercise beside the last one of another: first what lies farthest apart.

    Args:
        id: the exercise.
        title: its title.
        results: its results, newest first.
        others: those of the exercise that it is laid beside, newest first.
    """
    mine, theirs = ([each for each in measured(found, Sort) if _laid(each.work)][-1:] for found in (results, others))
    if not mine or not theirs:
        missing = "ook de sortering waar deze naast ligt" if mine else f"eerst ‘{title}’"
        return TooLittle(id, title, f"Doe {missing}. Dan zie je wat er anders ligt dan bij jezelf.")
    (latest,), (other,) = mine, theirs
    name = next((each.origin.step_title for each in others if each.id == other.entry and each.origin), "")
    source = f"Uit ‘{title}’ van {days_in_words([latest.day])}, naast ‘{name}’ van {days_in_words([other.day])}."
    return Picture(id, title, source, result(latest.work, other.work), (latest.entry, other.entry))


def rings(id: str, title: str, results: Sequence[Entry]) -> Picture | TooLittle:
    """Return who and what stands in which ring, beside the time before when there is one.

    Args:
        id: the exercise.
        title: its title.
        results: its results, newest first.
    """
    versions = [each for each in measured(results, Sort) if _laid(each.work)]
    if not versions or _laid(versions[-1].work) < 2:
        return TooLittle(id, title, f"Leg bij ‘{title}’ minstens twee kaarten in een ring.")
    latest, before = versions[-1], versions[-2] if len(versions) > 1 else None
    return Picture(
        id,
        title,
        _from(title, latest, before),
        (
            *columns(latest.work, before.work if before else None, "ring", ranked=True),
            *(gone(latest.work, before.work) if before else ()),
        ),
        (latest.entry, *((before.entry,) if before else ())),
    )


def _from(title: str, latest: ResultVersion[Sort], before: ResultVersion[Sort] | None) -> str:
    if before is None:
        return f"Uit ‘{title}’ van {days_in_words([latest.day])}."
    return f"Uit ‘{title}’ van {days_in_words([latest.day])}, naast die van {days_in_words([before.day])}."


def _laid(work: Sort) -> int:
    return len(work.cards) - len(work.pile)


def columns(
    latest: Sort, before: Sort | None, form: GroupForm, *, ranked: bool, was: str = "lag"
) -> list[PictureGroup]:
    """Return the columns or rings of a sort, beside an earlier one with what moved and what is new.

    Args:
        latest: the sort.
        before: an earlier one.
        form: how they are drawn.
        ranked: whether the first is nearer than the last, so that a card rises or falls.
        was: the word for how a card lies in the other.
    """
    known = {name_of(card) for card in before.cards if card.column} if before else set[str]()
    groups: list[PictureGroup] = []
    for column, drawn in zip(latest.columns, latest.picture(before), strict=True):
        marks = tuple(
            PictureMark(
                shown.text,
                rose=shown.rose if ranked else 0,
                change="new" if before and name_of(card) not in known else "",
                about=(f"{was} bij ‘{shown.was}’",) if shown.was else (),
            )
            for card, shown in zip(latest.lying(column.id), drawn.cards, strict=True)
        )
        groups.append(PictureGroup(column.name, form, marks))
    return groups


def gone(latest: Sort, before: Sort) -> tuple[PictureGroup, ...]:
    """Return what lay somewhere the time before and is not laid any more."""
    names = {column.id: column.name for column in before.columns}
    now = {name_of(card) for card in latest.cards if card.column}
    missing = tuple(
        PictureMark(card.text, about=(f"lag bij ‘{names.get(card.column, card.column)}’",))
        for card in before.cards
        if card.column and name_of(card) not in now
    )
    return (PictureGroup("Er niet meer bij", "line", missing),) if missing else ()


def _farthest(work: Sort, other: Sort) -> tuple[PictureGroup, ...]:
    """Return the cards that lie farthest apart in two sorts with columns of their own."""
    apart = sorted(
        ((abs(card.rose), column.name, card) for column in work.picture(other) for card in column.cards if card.rose),
        key=lambda each: -each[0],
    )
    marks = [PictureMark(card.text, about=(f"hier ‘{name}’, ernaast ‘{card.was}’",)) for _, name, card in apart[:_FAR]]
    return (PictureGroup("Het verst uit elkaar", "line", tuple(marks)),) if marks else ()


def result(work: Sort, before: Sort | None) -> tuple[PictureGroup, ...]:
    """Return one sort: its columns or rings, what collides, and what lies nowhere; what rose and fell since another."""
    ring = work.shape == "rings"
    other = before is not None and {each.name for each in before.columns}.isdisjoint(each.name for each in work.columns)
    ranked = (ring or any(column.quota for column in work.columns)) and not other
    pairs = [
        PictureMark(f"{work.card(one).text} {work.colliding} {work.card(other).text}") for one, other in work.collisions
    ]
    return (
        *(_farthest(work, before) if other and before else ()),
        *columns(work, before, "ring" if ring else "column", ranked=ranked, was="ernaast" if other else "lag"),
        *((PictureGroup("Botst", "line", tuple(pairs)),) if pairs else ()),
        *((PictureGroup(NOT_LAID, "line", (PictureMark(work.not_laid),)),) if work.pile else ()),
        *(gone(work, before) if before else ()),
    )
