"""What has changed in a journal, or around it, since the screens were told last."""

from enum import StrEnum

from goedwerk_tui.journal.book import Book


class Changed(StrEnum):
    """A part of what the screens show."""

    ENTRIES = "entries"
    PROGRESS = "progress"
    """How far the steps are, where the person is, and what was skipped."""
    MARKS = "marks"
    MEETINGS = "meetings"
    AROUND = "around"
    """What is not in the journal's file: the day, a setting, a draft, the inbox, whether one may write."""


Changes = frozenset[Changed]


def changes_between(before: Book | None, now: Book | None) -> Changes:
    """Return what differs between two states of a journal; what is around it when nothing of it does."""
    if before is None or now is None or before.id != now.id:
        return frozenset(Changed)
    differs = {
        Changed.ENTRIES: before.entries is not now.entries,
        Changed.PROGRESS: before.progress is not now.progress
        or before.position is not now.position
        or before.skips is not now.skips,
        Changed.MARKS: before.marks is not now.marks,
        Changed.MEETINGS: before.meetings is not now.meetings,
    }
    return frozenset(part for part, other in differs.items() if other) or frozenset({Changed.AROUND})
