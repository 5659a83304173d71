"""What was written after a text had been copied, of a text that was then wiped on the other machine."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from goedwerk_tui.journal.book import Book, merge, merge_entries
from goedwerk_tui.journal.entry import Entry, Kind, Revision, State

_MANY = 4_000
"""Words above which lines are compared: comparing takes time by the square of their number."""


def merge_with_unseen(book: Book, other: Book) -> Book:
    """Return the union of two journals, with a note for each text that one machine wiped and the other wrote on in.

    The wiping holds for what its tombstone names. What was added after that was never seen by who wiped it: of this the
    new words alone become a note. It has the same id wherever it is made, so that it is made once.
    """
    merged = merge(book, other)
    notes = [
        note
        for one, its in ((book, other), (other, book))
        for entry in one.entries.values()
        if entry.state is not State.WIPED
        and (there := its.entries.get(entry.id)) is not None
        and there.state is State.WIPED
        and (note := _unseen(entry, there)) is not None
    ]
    known = merged.entries
    return merged.with_entries(merge_entries(known[note.id], note) if note.id in known else note for note in notes)


def note_ids(entry: Entry) -> Iterator[str]:
    """Return the ids that such a note of this entry can have."""
    return (_derived(entry.id, each.id) for each in entry.revisions)


def _unseen(entry: Entry, grave: Entry) -> Entry | None:
    named = {id for each in grave.revisions for id in each.after}
    unseen = [each for each in entry.revisions if each.id not in named]
    if not named or not unseen:
        # A tombstone of before they named anything holds for all.
        return None
    newest = unseen[-1]
    text = _added([each.text for each in entry.revisions if each.id in named], newest.text)
    if not text:
        return None
    revision = Revision(_derived(newest.id, entry.id), newest.at, text)
    return Entry(_derived(entry.id, newest.id), Kind.NOTE, None, (revision,))


def _added(earlier: Sequence[str], text: str) -> str:
    """Return what a text has that its last earlier version had not."""
    before = earlier[-1] if earlier else ""
    old, new = (re.findall(r"\S+", each) for each in (before, text))
    if len(old) > _MANY or len(new) > _MANY:
        old, new = before.splitlines(), text.splitlines()
    runs = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    added = (" ".join(new[begin:end]) for tag, _, _, begin, end in runs if tag in ("insert", "replace"))
    return " … ".join(each for each in added if each.strip())


def _derived(*ids: str) -> str:
    return hashlib.blake2b("/".join(ids).encode(), digest_size=16).hexdigest()
