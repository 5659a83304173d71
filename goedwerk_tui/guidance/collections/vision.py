"""The vision: a person's own view of the work, as it is now, what it was before, and where it came from.

It stands in the composition that grows and makes a vision, a version for each sitting. Whoever has not begun that has
what was answered to a question about it. Versions are compared by part and by word with Python's difflib, after the
gestalt matching of Ratcliff and Metzener (Dr. Dobb's Journal, July 1988); what was moved counts as gone and added.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from goedwerk_tui.base.comparison import Opcode, opcodes
from goedwerk_tui.base.text import count_words
from goedwerk_tui.guidance.exercises import persistence
from goedwerk_tui.guidance.exercises.compose import Composition, PickedSource
from goedwerk_tui.guidance.exercises.state import joined
from goedwerk_tui.guidance.half_done_messages import places_of
from goedwerk_tui.guidance.progress import steps_of
from goedwerk_tui.journal import Entry, Kind, Revision, State
from goedwerk_tui.journal.drafts import Draft
from goedwerk_tui.programme import ContentError, Pack
from goedwerk_tui.programme.exercises import Exercise

_WORD = re.compile(r"\S+\s*")


@dataclass(frozen=True)
class VisionPart:
    """A part of the vision that is written."""

    id: str
    title: str
    asks: str
    text: str
    sources: tuple[PickedSource, ...] = ()
    """What was picked for it; see ``Piece.picked``."""


@dataclass(frozen=True)
class VisionVersion:
    """The vision as it was at some moment."""

    id: str
    """The id of the revision that holds it."""
    at: datetime
    parts: tuple[VisionPart, ...]

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(count_words(part.text) for part in self.parts)

    def text(self) -> str:
        """Return the parts under their titles; a single one needs none."""
        if len(self.parts) == 1:
            return self.parts[0].text
        return joined(*(f"{part.title}\n{part.text}" for part in self.parts))


@dataclass(frozen=True)
class Vision:
    """The vision and all that it has been."""

    entry: Entry
    """The entry that holds it: the result of an exercise, or an answer."""
    versions: tuple[VisionVersion, ...]
    """The newest first; never none. A sitting that changed nothing makes no version."""
    beside: tuple[Entry, ...]
    """What else was written about it, the oldest first."""

    @property
    def now(self) -> VisionVersion:
        """The vision as it is."""
        return self.versions[0]


class Said(StrEnum):
    """Whether words stand in both of two versions, or in one of them."""

    SAME = "same"
    ADDED = "added"
    GONE = "gone"


@dataclass(frozen=True)
class DiffRun:
    """Words that follow each other."""

    said: Said
    text: str

    @property
    def marked(self) -> str:
        """The words with signs around them that tell what became of them, in plain text."""
        if self.said is Said.SAME:
            return self.text
        core = self.text.rstrip()
        open_, close = ("[+", "+]") if self.said is Said.ADDED else ("[-", "-]")
        return f"{open_} {core} {close}{self.text[len(core) :] or ' '}"


@dataclass(frozen=True)
class PartDifference:
    """A part in two versions."""

    title: str
    words: tuple[DiffRun, ...]

    @property
    def same(self) -> bool:
        """Whether it did not change."""
        return all(each.said is Said.SAME for each in self.words)


def vision(entries: Iterable[Entry]) -> Vision | None:
    """Return the vision that is in these entries; None when there is none.

    Args:
        entries: those of the journal that may be shown, the newest first.
    """
    about = [each for each in entries if each.kind in (Kind.EXERCISE, Kind.VISION) and each.text.strip()]
    said = [each for each in about if each.kind is Kind.VISION]
    result = next((each for each in about if standing(each)), None)
    if result is None:
        if not said:
            return None
        latest = max(said, key=lambda each: (each.changed, each.id))
        return Vision(latest, _versions(latest), tuple(each for each in reversed(said) if each is not latest))
    versions, parts = _versions(result), [each for each in said if is_part_of(each, result)]
    work = as_it_is(result, parts)
    if work and _texts(parts_of(work)) != _texts(versions[0].parts):
        latest = max(parts, key=lambda each: (each.changed, each.id))
        versions = (VisionVersion(latest.newest.id, latest.changed, parts_of(work)), *versions)
    return Vision(result, versions, tuple(each for each in reversed(said) if each not in parts))


def what_is_begun(entries: Iterable[Entry]) -> str:
    """Return, in Dutch, that something was written towards a vision and is none yet; empty when nothing was.

    Args:
        entries: those in which no vision is, the newest first.
    """
    for each in entries:
        work = persistence.work_of(each) if each.kind is Kind.EXERCISE else None
        makes = [one for one in work.pieces if one.yields == "vision"] if isinstance(work, Composition) else []
        if makes and each.text.strip() and not any(one.written for one in makes):
            where = f"‘{each.origin.step_title}’" if each.origin else "een opdracht"
            return f"Wat je in {where} schreef is nog geen visie: het deel ‘{makes[-1].title}’ is daar nog leeg."
    return ""


def where_it_is(entries: Iterable[Entry], drafts: Iterable[Draft]) -> str:
    """Return, in Dutch, where something of a vision is though there is none; empty when it is nowhere.

    Args:
        entries: all of the journal, the newest first, in which no vision is but in the trash.
        drafts: what is half-done.
    """
    entries = tuple(entries)
    said = [what_is_begun(each for each in entries if each.state is State.LIVE)]
    if half_done := [each for each in drafts if _is_towards_it(each)]:
        said.append(f"Half af is {places_of(half_done)}: op Thuis ga je daarmee verder.")
    if any(_was_one(each) for each in entries if each.state is State.TRASH):
        said.append("Wat je eerder als visie schreef ligt in de prullenbak, in je dagboek.")
    return " ".join(filter(None, said))


def _is_towards_it(draft: Draft) -> bool:
    work = persistence.work_in(draft)
    pieces = work.pieces if isinstance(work, Composition) else ()
    return draft.kind is Kind.VISION or any(each.yields == "vision" for each in pieces)


def _was_one(entry: Entry) -> bool:
    return bool(entry.text.strip()) and (entry.kind is Kind.VISION or standing(entry) is not None)


def as_it_is(result: Entry, parts: Iterable[Entry]) -> Composition | None:
    """Return the composition that an entry holds, with what was changed since in the entries of its parts."""
    work = standing(result)
    if work is None or result.origin is None:
        return work
    return persistence.changed_elsewhere(work, result.origin.step, result.changed, parts)


def standing(entry: Entry) -> Composition | None:
    """Return the composition that an entry holds, if that grows and makes a vision."""
    if entry.kind is not Kind.EXERCISE or (entry.data or {}).get("exercise") != Composition.EXERCISE:
        return None
    work = persistence.work_of(entry)
    if isinstance(work, Composition) and work.grows and any(piece.yields == "vision" for piece in work.pieces):
        return work
    return None


def is_part_of(entry: Entry, result: Entry) -> bool:
    """Say whether an entry was made by a result, as one of its pieces."""
    if entry.origin is None or result.origin is None or entry.origin.step != result.origin.step:
        return False
    return entry.origin.item.startswith(f"{persistence.ITEM}.")


def parts_of(work: Composition) -> tuple[VisionPart, ...]:
    """Return the parts of a composition in which something was written."""
    return tuple(
        VisionPart(piece.id, piece.title, piece.asks, piece.text.strip(), piece.picked)
        for piece in work.pieces
        if piece.written
    )


def exercise_of(pack: Pack) -> str | None:
    """Return the id of the step in which the vision is written; None for a programme without. Slow: it reads steps."""
    for session in reversed(pack.programme.sessions):
        for step_id in steps_of(session):
            try:
                step = pack.step(step_id)
            except ContentError:  # what can't be read can't be offered; opening it says what is wrong
                continue
            if isinstance(step, Exercise) and _makes_the_vision(step):
                return step.kept_at
    return None


def _makes_the_vision(step: Exercise) -> bool:
    parts = step.compose.parts if step.compose else ()
    return step.result == "collection" and any(part.yields == "vision" for part in parts)


def compare(older: VisionVersion, newer: VisionVersion) -> tuple[PartDifference, ...]:
    """Return what was added and what is gone: the parts of the newer version, and then those that it lacks."""
    old = {part.id: part for part in older.parts}
    new = {part.id: part for part in newer.parts}
    parts = [*newer.parts, *(part for part in older.parts if part.id not in new)]
    return tuple(
        PartDifference(part.title, words_of(_text(old.get(part.id)), _text(new.get(part.id)))) for part in parts
    )


def words_of(old: str, new: str) -> tuple[DiffRun, ...]:
    """Return two texts as one, by what stands in both or in one of them."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    plain, other = [each.strip() for each in before], [each.strip() for each in after]
    if plain == other:
        return (DiffRun(Said.SAME, new),) if after else ()
    found: list[DiffRun] = []
    for run in opcodes(plain, other) or (Opcode("replace", slice(0, len(plain)), slice(0, len(other))),):
        gone, added = "".join(before[run.old]), "".join(after[run.new])
        if run.tag == "equal":
            found.append(DiffRun(Said.SAME, added))
            continue
        if gone:
            found.append(DiffRun(Said.GONE, gone))
        if added:
            found.append(DiffRun(Said.ADDED, added))
    return tuple(found)


def _text(part: VisionPart | None) -> str:
    return part.text if part else ""


def _versions(entry: Entry) -> tuple[VisionVersion, ...]:
    """Return each text that an entry has had, the newest first."""
    found: list[VisionVersion] = []
    for revision in entry.revisions[: entry.revisions.index(entry.newest) + 1]:
        parts = _parts_at(entry, revision)
        if revision.state is not State.LIVE or not parts:
            continue
        if found and _texts(found[-1].parts) == _texts(parts):
            found[-1] = replace(found[-1], parts=parts)  # it may say of more where it came from
        else:
            found.append(VisionVersion(revision.id, revision.at, parts))
    return tuple(reversed(found))


def _parts_at(entry: Entry, revision: Revision) -> tuple[VisionPart, ...]:
    work = persistence.work_from(revision.data) if entry.kind is Kind.EXERCISE else None
    if isinstance(work, Composition) and (parts := parts_of(work)):
        return parts
    text = revision.text.strip()
    return (VisionPart("", "", entry.origin.words if entry.origin else "", text),) if text else ()


def _texts(parts: tuple[VisionPart, ...]) -> list[tuple[str, str]]:
    return [(part.id, part.text) for part in parts]
