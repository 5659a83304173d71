"""The two documents that grow through the sessions, as they leave: the conditions and the vision.

Both are laid out from the entries that were chosen and from nothing else: what may not leave is not among these.
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from goedwerk_tui.base.clock import local, long_date
from goedwerk_tui.guidance.collections import conditions as overview
from goedwerk_tui.guidance.collections import vision as visions
from goedwerk_tui.guidance.collections.conditions import PARTS, About, Condition, OverviewPart, conditions
from goedwerk_tui.guidance.exercises.state import joined
from goedwerk_tui.guidance.reminders.last_reworded import worded
from goedwerk_tui.journal import Entry, Journal, Kind
from goedwerk_tui.sharing.document import Piece, Section, prose
from goedwerk_tui.sharing.entry_document import piece_of
from goedwerk_tui.sharing.selection import shareable

ESSENCE = "Wat volgens mij de kern van dit werk is"


def usual_conditions(journal: Journal) -> tuple[Entry, ...]:
    """Return the conditions that may leave, and what was tried about those. What was intended is for the person."""
    may = shareable(journal)
    ids = {each.id for each in may if each.kind is Kind.CONDITION}
    tries = {each.id for each in may if each.kind is Kind.ANSWER and overview.condition_of(each) in ids}
    return tuple(each for each in may if each.id in ids | tries)


def conditions_sections(chosen: Sequence[Entry]) -> tuple[Section, ...]:
    """Return the overview: each side with its conditions, and below each what was tried about it."""
    found = conditions(chosen)
    sections = [
        Section(PARTS[part], tuple(piece for each in found.part(part) for piece in _of_a_condition(each)))
        for part in (OverviewPart.FURTHERS, OverviewPart.HINDERS, OverviewPart.UNPLACED)
        if found.part(part)
    ]
    told = {each.id for one in found.all for each in (one.entry, *one.tries, *one.intentions)}
    rest = tuple(piece_of(each) for each in chosen if each.id not in told)
    return (*sections, Section("Nog meer", rest)) if rest else tuple(sections)


def _of_a_condition(condition: Condition) -> Iterator[Piece]:
    plan = condition.said(About.STEP)
    said = (condition.in_words.capitalize(), f"Van plan: {plan}" if plan else "")
    piece = piece_of(condition.entry)
    # Weighing it later does not make it written later.
    written = long_date(local(worded(condition.entry).at).date())
    yield msgspec.structs.replace(piece, text=joined(piece.text, *said), written=written)
    yield from map(piece_of, (*condition.intentions, *condition.tries))


def usual_vision(journal: Journal) -> tuple[Entry, ...]:
    """Return the vision as it is now, once: the composition, or what was answered when there is none that may leave.

    A composition of which one part was marked never to leave stays here as a whole, and so does what a composition made
    that was marked so: they hold the same words.
    """
    may = shareable(journal)
    ids = {each.id for each in may}
    written = journal.newest_first(kinds=(Kind.EXERCISE, Kind.VISION))
    results = [each for each in written if visions.standing(each)]
    for result in results:
        parts = [each for each in written if each.kind is Kind.VISION and visions.is_part_of(each, result)]
        if {result.id, *(each.id for each in parts)} <= ids:
            return (result, *(each for each in parts if each.changed > result.changed))
    return tuple(
        each
        for each in may
        if each.kind is Kind.VISION and not any(visions.is_part_of(each, result) for result in results)
    )


def version_of(chosen: Iterable[Entry], version_id: str) -> tuple[Entry, ...]:
    """Return a vision as it was in an earlier version; nothing when what was chosen never had it.

    Args:
        chosen: what would leave of the vision as it is now.
        version_id: the id of the version.
    """
    for each in chosen:
        if revision := each.revision(version_id):
            at = each.revisions.index(revision)
            return (msgspec.structs.replace(each, revisions=each.revisions[: at + 1]),)
    return ()


def vision_sections(chosen: Sequence[Entry]) -> tuple[Section, ...]:
    """Return each composition part by part, and what else was chosen; what stands in a part is not there twice."""
    sections: list[Section] = []
    told: set[str] = set()
    for result in chosen:
        parts = [each for each in chosen if visions.is_part_of(each, result) and each.kind is Kind.VISION]
        work = visions.as_it_is(result, parts)
        if work is None:
            continue
        since = max([result.changed, *(each.changed for each in parts)])
        version = f"Versie van {long_date(local(since).date())}"
        written = visions.parts_of(work)
        pieces = tuple(Section(part.title, (_of_a_part(part, result),)) for part in written)
        sections.append(Section(ESSENCE, (prose(version, "small"),), pieces))
        texts = {part.text for part in written}
        told |= {result.id, *(each.id for each in parts if each.text.strip() in texts)}
    rest = tuple(piece_of(each) for each in chosen if each.id not in told)
    if rest:
        sections.append(Section("Ook geschreven" if sections else ESSENCE, rest))
    return tuple(sections)


def _of_a_part(part: visions.VisionPart, result: Entry) -> Piece:
    """Return a part as it leaves; the day stands above all of them."""
    place = f"{piece_of(result).place}.{part.id}"
    return Piece(question=part.asks, choice="", text=part.text, written="", kind=result.kind.value, place=place)
