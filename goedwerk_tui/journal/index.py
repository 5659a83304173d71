"""What can be read in a journal at one moment, put in order once."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from goedwerk_tui.journal.book import Book, merge_entries
from goedwerk_tui.journal.entry import Entry, Mark, Meeting, Position, State, StepProgress


def _as_it_is(entry: Entry) -> Entry:
    return entry


class JournalIndex(Struct, frozen=True):
    """A journal and its inbox as one, for reading; replaced as a whole, so it is read without a lock."""

    entries: Mapping[str, Entry]
    newest_first: tuple[Entry, ...]
    live: tuple[Entry, ...]
    """Those that are neither in the trash nor wiped, newest first: what is asked for most."""
    progress: Mapping[str, StepProgress]
    skipped: Mapping[str, frozenset[str]]
    marked: Mapping[Mark, frozenset[str]]
    position: Position | None
    meetings: tuple[Meeting, ...]
    """Those that go on, by day."""


class Presented(Struct, frozen=True):
    """How what is in the file is read: what it lacks is added, and steps go by the names that they have now."""

    complete: Callable[[Entry], Entry] = _as_it_is
    step_names: Mapping[str, str] = {}
    """The present id of each step that had another."""

    def entry(self, entry: Entry) -> Entry:
        """Return an entry as it is read."""
        origin = entry.origin
        if origin is not None and (now := self.step_names.get(origin.step)):
            entry = replace(entry, origin=replace(origin, step=now))
        return self.complete(entry)

    def step(self, step: str) -> str:
        """Return the id that a step has now."""
        return self.step_names.get(step, step)


def view_of(book: Book, inbox: Mapping[str, Entry], presented: Presented) -> JournalIndex:
    """Put a journal in order for reading.

    Args:
        book: what is in the journal.
        inbox: what waits to be taken up, by id.
        presented: how it is read; what is in the file stays.
    """
    entries: dict[str, Entry] = {key: presented.entry(each.standing) for key, each in book.entries.items()}
    for each in inbox.values():
        mine = entries.get(each.id)
        entries[each.id] = merge_entries(mine, each) if mine else presented.entry(each)
    skipped: dict[str, set[str]] = {}
    for skip in book.skips.values():
        if skip.on:
            skipped.setdefault(presented.step(skip.step), set()).add(skip.item)
    position = book.position.get("")
    meetings = (Meeting(each.id, each.day, each.session) for each in book.meetings.values() if each.on)
    newest_first = tuple(sorted(entries.values(), key=lambda each: (each.revisions[0].at, each.id), reverse=True))
    return JournalIndex(
        entries=MappingProxyType(entries),
        newest_first=newest_first,
        live=tuple(each for each in newest_first if each.state is State.LIVE),
        progress=MappingProxyType(
            {
                presented.step(each.step): StepProgress(each.status, each.stop, each.at)
                for each in sorted(book.progress.values(), key=lambda each: each.at)
            }
        ),
        skipped={step: frozenset(items) for step, items in skipped.items()},
        marked=marked_in(book),
        position=replace(position, step=presented.step(position.step)) if position else None,
        meetings=tuple(sorted(meetings, key=lambda each: (each.day, each.id))),
    )


def marked_in(book: Book) -> Mapping[Mark, frozenset[str]]:
    """Return what has which mark. What never leaves is not brought, whatever another machine marked."""
    marks = [each for each in book.marks.values() if each.on and not _is_wiped(book.entries.get(each.entry))]
    found = {mark: frozenset(each.entry for each in marks if each.mark is mark) for mark in Mark}
    return {**found, Mark.BRING: found[Mark.BRING] - found[Mark.NEVER_LEAVE]}


def shut_in(book: Book) -> frozenset[str]:
    """Return the ids of all that never leaves, with what is wiped here from an emptied trash and may come back."""
    return frozenset(each.entry for each in book.marks.values() if each.mark is Mark.NEVER_LEAVE and each.on)


def _is_wiped(entry: Entry | None) -> bool:
    return entry is not None and entry.state is State.WIPED
