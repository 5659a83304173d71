"""A whole journal as one frozen value, and how two of them become one."""

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Protocol, TypeVar

import msgspec
from msgspec import Struct

from goedwerk_tui.base.versions import RUNNING, Version, order
from goedwerk_tui.journal.entry import EMPTIED, Entry, Id, Mark, Moment, Origin, Position, Revision, State, Status

Key = tuple[str, ...]

_BESIDE = "~"
_LONGEST_STEM = 160
"""Letters, of the two hundred that an id may have."""


class StepRecord(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """How far a step is."""

    step: Id
    status: Status
    stop: str
    at: Moment


class SkipRecord(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """Whether an item of a step is skipped."""

    step: Id
    item: Id
    on: bool
    at: Moment


class MarkRecord(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """Whether an entry has a mark."""

    entry: Id
    mark: Mark
    on: bool
    at: Moment


class MeetingRecord(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """When a meeting is and which session it is about, and whether it goes on."""

    id: Id
    day: date
    session: str
    on: bool
    at: Moment


class Book(Struct, frozen=True):
    """All that a journal holds. Its mappings are never changed, only replaced."""

    id: str
    entries: Mapping[str, Entry] = {}
    progress: Mapping[str, StepRecord] = {}
    skips: Mapping[Key, SkipRecord] = {}
    marks: Mapping[Key, MarkRecord] = {}
    position: Mapping[str, Position] = {}
    """At most one, under the empty key."""
    meetings: Mapping[str, MeetingRecord] = {}
    versions: tuple[Version, ...] = (RUNNING,)
    """Which versions of the program ever wrote it, this one among them, in order."""

    @property
    def live(self) -> tuple[Entry, ...]:
        """The entries that are neither in the trash nor wiped."""
        return tuple(each for each in self.entries.values() if each.state is State.LIVE)

    def with_entries(self, entries: Iterable[Entry]) -> "Book":
        """Return the book with these entries in the place of those with the same id."""
        return msgspec.structs.replace(self, entries={**self.entries, **{each.id: each for each in entries}})


def in_order(versions: Iterable[Version]) -> tuple[Version, ...]:
    """Return each version once, the oldest first."""
    return tuple(sorted(set(versions), key=order))


def new_id() -> str:
    """Return an id that nothing else has: 128 random bits."""
    return os.urandom(16).hex()


def not_before(now: datetime, earlier: datetime | None) -> datetime:
    """Return now, or just after what was there: a clock that was set back must not hide what is written last."""
    return now if earlier is None else max(now, earlier + timedelta(microseconds=1))


def tips(revisions: Sequence[Revision]) -> tuple[str, ...]:
    """Return the ids of the revisions on which no other was made."""
    followed = {earlier for each in revisions for earlier in each.after}
    return tuple(each.id for each in revisions if each.id not in followed)


def revised(
    entry: Entry, now: datetime, text: str, data: Mapping[str, object] | None, state: State = State.LIVE
) -> Entry:
    """Return the entry with one revision more."""
    at = not_before(now, entry.revisions[-1].at)
    revision = Revision(new_id(), at, text, data, state, tips(entry.revisions))
    return msgspec.structs.replace(entry, revisions=(*entry.revisions, revision))


def tombstone(entry: Entry, now: datetime, *, emptied: bool = False) -> Entry:
    """Return what stays of a wiped entry: that it was there, when it went, and the ids of what it had been.

    Args:
        entry: the entry as it was.
        now: the moment.
        emptied: whether nobody wiped it, but it had been in the trash for long enough.
    """
    at = not_before(now, entry.revisions[-1].at)
    wiped = dict.fromkeys(id for each in entry.revisions for id in (*_emptied_by(each), each.id))
    data = EMPTIED if emptied else None
    return Entry(entry.id, entry.kind, None, (Revision(new_id(), at, "", data, State.WIPED, tuple(wiped)),))


def bury(book: Book, graves: Mapping[str, Entry]) -> Book:
    """Return the book without what these tombstones hold for; the very same when nothing of that was left."""
    buried = {
        id: merged
        for id, grave in graves.items()
        if (known := book.entries.get(id)) is not None
        and known.state is not State.WIPED
        and (merged := merge_entries(known, grave)) is not known
    }
    if not buried:
        return book
    marks = {key: each for key, each in book.marks.items() if not _is_gone(buried.get(each.entry))}
    return msgspec.structs.replace(book.with_entries(buried.values()), marks=marks)


def merge(one: Book, other: Book) -> Book:
    """Return the union of two journals.

    Of an entry that both have all revisions are kept; of progress, skips, marks, position and meetings the latest. An
    entry that somebody wiped in one of them is wiped. The order of merging, and merging again, make no difference.
    """
    if one is other:
        return one
    entries = dict(one.entries)
    for each in other.entries.values():
        mine = entries.get(each.id)
        entries[each.id] = each if mine is None else merge_entries(mine, each)
    wiped = {each.id for each in entries.values() if _is_gone(each)}
    return Book(
        id=min(one.id, other.id),
        entries=entries,
        progress=_latest(one.progress, other.progress),
        skips=_latest(one.skips, other.skips),
        marks={
            key: each for key, each in _latest(one.marks, other.marks).items() if not wiped or each.entry not in wiped
        },
        position=_latest(one.position, other.position),
        meetings=_latest(one.meetings, other.meetings),
        versions=in_order((*one.versions, *other.versions)),
    )


def merge_into(book: Book, other: Book, how: Callable[[Book, Book], Book] = merge) -> Book:
    """Return the book with all that the other has; the very same when that is nothing new. It keeps its id."""
    merged = msgspec.structs.replace(how(book, other), id=book.id)
    return book if merged == book else merged


def merge_entries(one: Entry, other: Entry) -> Entry:
    """Return an entry with the revisions of both; the very same when one of them has all. Both have the same id.

    Where one revision has other words in each, as when somebody changed the file by hand, the words that do not stay
    under its id become a revision beside it. What somebody wiped is gone, whatever else there is of it. An emptied
    trash takes away what it names, and nothing else: what was put back or written elsewhere stays.
    """
    if one == other:
        return one
    revisions = {each.id: each for each in one.revisions}
    for each in other.revisions:
        _add(revisions, each)
    ordered = tuple(sorted(revisions.values(), key=lambda each: (each.at, each.id)))
    wiped = [each for each in ordered if each.state is State.WIPED and not each.is_emptying]
    if not wiped and (named := {stem(id) for each in ordered for id in _emptied_by(each)}):
        ordered = tuple(each for each in ordered if stem(each.id) not in named)
    left = tuple(wiped[:1]) or ordered
    origin: Origin | None = max(one.origin, other.origin, key=_encoded)
    if all(each.state is State.WIPED for each in left):
        origin = None
    merged = Entry(one.id, max(one.kind, other.kind), origin, left)
    return next((each for each in (one, other) if each == merged), merged)


def stem(revision_id: str) -> str:
    """Return the id under which the words of a revision first stood: other words of the same one lie beside it."""
    return revision_id.partition(_BESIDE)[0][:_LONGEST_STEM]


def named_by(grave: Entry) -> frozenset[str]:
    """Return the ids under which the words first stood that a tombstone holds for; none of before it named any."""
    return frozenset(stem(id) for each in grave.revisions if each.state is State.WIPED for id in each.after)


def still_standing(book: Book, *others: Book) -> tuple[Entry, ...]:
    """Return what somebody wiped from a journal, as it stands in others of it: only what whoever wiped it saw."""
    return tuple(
        seen
        for other in others
        for entry in other.entries.values()
        if entry.state is not State.WIPED
        and (grave := book.entries.get(entry.id)) is not None
        and _is_gone(grave)
        and (seen := _seen_by(grave, entry)) is not None
    )


def _seen_by(grave: Entry, entry: Entry) -> Entry | None:
    named = named_by(grave)
    # A tombstone of before they named anything holds for all.
    seen = tuple(each for each in entry.revisions if not named or stem(each.id) in named)
    return msgspec.structs.replace(entry, revisions=seen) if seen else None


def _is_gone(entry: Entry | None) -> bool:
    """Return whether somebody wiped an entry; what an emptied trash held may be put back elsewhere, marks and all."""
    first = entry.revisions[0] if entry else None
    return first is not None and first.state is State.WIPED and not first.is_emptying


def _emptied_by(revision: Revision) -> tuple[Id, ...]:
    """Return what a tombstone of an emptied trash names; of any other revision nothing."""
    return revision.after if revision.is_emptying else ()


def _add(revisions: dict[str, Revision], revision: Revision) -> None:
    known = revisions.get(revision.id, revision)
    beside, kept = sorted((known, revision), key=_encoded)
    revisions[revision.id] = kept
    words = _encoded((beside.text, beside.data))
    if words != _encoded((kept.text, kept.data)):
        # Named after what it holds: whoever merges the same two, in whatever order, gets the same.
        id = f"{stem(beside.id)}{_BESIDE}{hashlib.blake2b(words, digest_size=8).hexdigest()}"
        _add(revisions, msgspec.structs.replace(beside, id=id))


class _Dated(Protocol):
    @property
    def at(self) -> datetime: ...


_Name = TypeVar("_Name")
_Record = TypeVar("_Record", bound=_Dated)


def _latest(one: Mapping[_Name, _Record], other: Mapping[_Name, _Record]) -> Mapping[_Name, _Record]:
    merged = dict(one)
    for name, record in other.items():
        mine = merged.get(name)
        merged[name] = record if mine is None else max(mine, record, key=lambda each: (each.at, _encoded(each)))
    return merged


def _encoded(value: object) -> bytes:
    return msgspec.json.encode(value, order="sorted")
