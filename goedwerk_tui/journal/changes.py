"""What may be done to a book: each change returns a new one, or the very same when there is nothing to change."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec

from goedwerk_tui.journal.book import Book, MarkRecord, MeetingRecord, SkipRecord, StepRecord, not_before, revised
from goedwerk_tui.journal.entry import Entry, Mark, Meeting, Position, State, StepProgress
from goedwerk_tui.journal.trouble import NoSuchEntry


def rewrite(book: Book, entry: Entry, now: datetime, text: str, data: Mapping[str, Any] | None) -> Book:
    """Give an entry another text and other values; without values it keeps those that it has."""
    values = entry.data if data is None else data
    if (entry.text, entry.data) == (text, values):
        return book
    return book.with_entries([revised(entry, now, text, values)])


def move(book: Book, entry: Entry, now: datetime, state: State) -> Book:
    """Put an entry in the trash, or take it out."""
    if entry.state is state:
        return book
    return book.with_entries([revised(entry, now, entry.text, entry.data, state)])


def put_back(book: Book, entry: Entry, now: datetime, revision_id: str) -> Book:
    """Make an entry what it was in an earlier revision.

    Raises:
        NoSuchEntry: it never had that revision.
    """
    earlier = entry.revision(revision_id)
    if earlier is None:
        raise NoSuchEntry(f"{entry.id}/{revision_id}")
    if (entry.text, entry.data, entry.state) == (earlier.text, earlier.data, State.LIVE):
        return book
    return book.with_entries([revised(entry, now, earlier.text, earlier.data)])


def mark(book: Book, entry_id: str, which: Mark, on: bool, now: datetime) -> Book:
    """Give an entry a mark, or take it away; what never leaves is not brought."""
    if on and which is Mark.NEVER_LEAVE:
        book = mark(book, entry_id, Mark.BRING, False, now)
    key = (entry_id, which.value)
    old = book.marks.get(key)
    if on == (old is not None and old.on):
        return book
    record = MarkRecord(entry_id, which, on, not_before(now, old.at if old else None))
    return msgspec.structs.replace(book, marks={**book.marks, key: record})


def skip(book: Book, step: str, item: str, on: bool, now: datetime) -> Book:
    """Keep that an item of a step is skipped, or no longer is."""
    key = (step, item)
    old = book.skips.get(key)
    if on == (old is not None and old.on):
        return book
    record = SkipRecord(step, item, on, not_before(now, old.at if old else None))
    return msgspec.structs.replace(book, skips={**book.skips, key: record})


def advance(book: Book, step: str, progress: StepProgress) -> Book:
    """Keep how far a step is."""
    old = book.progress.get(step)
    if old and (old.status, old.stop) == (progress.status, progress.stop):
        return book
    record = StepRecord(step, progress.status, progress.stop, not_before(progress.at, old.at if old else None))
    return msgspec.structs.replace(book, progress={**book.progress, step: record})


def go_to(book: Book, step: str, stop: str, now: datetime) -> Book:
    """Keep where the person works now."""
    old = book.position.get("")
    if old and (old.step, old.stop) == (step, stop):
        return book
    position = Position(step, stop, not_before(now, old.at if old else None))
    return msgspec.structs.replace(book, position={"": position})


def set_meeting(book: Book, meeting: Meeting, now: datetime) -> Book:
    """Keep when a meeting is and what it is about, in the place of what was kept by its id."""
    old = book.meetings.get(meeting.id)
    if old and (old.day, old.session, old.on) == (meeting.day, meeting.session, True):
        return book
    at = not_before(now, old.at if old else None)
    record = MeetingRecord(meeting.id, meeting.day, meeting.session, True, at)
    return msgspec.structs.replace(book, meetings={**book.meetings, meeting.id: record})


def cancel_meeting(book: Book, meeting_id: str, now: datetime) -> Book:
    """Keep that a meeting does not go on."""
    old = book.meetings.get(meeting_id)
    if old is None or not old.on:
        return book
    record = msgspec.structs.replace(old, on=False, at=not_before(now, old.at))
    return msgspec.structs.replace(book, meetings={**book.meetings, meeting_id: record})
