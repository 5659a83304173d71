"""What a person wrote: entries and their revisions, drafts, the inbox and the lock, in one TinyDB file.

``Journal`` is the only door to that file. This package knows nothing of the programme that the entries were written
in: an entry carries its origin with the words as they were shown. Importing it loads neither TinyDB nor filelock.
"""

from goedwerk_tui.journal.entry import (
    Entry,
    Kind,
    Mark,
    Meeting,
    Origin,
    Position,
    Revision,
    State,
    Status,
    StepProgress,
)
from goedwerk_tui.journal.index import Presented
from goedwerk_tui.journal.journal import Journal
from goedwerk_tui.journal.trouble import (
    Cause,
    JournalMissing,
    JournalReadOnly,
    JournalUnreadable,
    NoSuchEntry,
    SaveFailed,
)

__all__ = [
    "Cause",
    "Entry",
    "Journal",
    "JournalMissing",
    "JournalReadOnly",
    "JournalUnreadable",
    "Kind",
    "Mark",
    "Meeting",
    "NoSuchEntry",
    "Origin",
    "Position",
    "Presented",
    "Revision",
    "SaveFailed",
    "State",
    "Status",
    "StepProgress",
]
