"""What was written after a text had been copied, of a text that was then wiped on the other machine."""

import hashlib
from collections.abc import Iterator
from datetime import datetime

import msgspec

from goedwerk_tui.journal.additions import added_to
from goedwerk_tui.journal.book import Book, merge, merge_entries, merge_into, named_by, new_id, stem
from goedwerk_tui.journal.drafts import Draft
from goedwerk_tui.journal.entry import Entry, Kind, Mark, Revision, State


def merge_with_unseen(book: Book, other: Book) -> Book:
    """Return the union of two journals, with a note for each text that one machine wiped and the other wrote on in.

    The wiping holds for what its tombstone names. What was added after that was never seen by who wiped it: of this the
    new words alone become a note. It has the same id wherever it is made, so that it is made once. What was never to
    leave does not leave by being wiped elsewhere; to be brought is not what loose words were marked for.
    """
    merged = merge(book, other)
    notes = [
        (one, entry.id, note)
        for one, its in ((book, other), (other, book))
        for entry in one.entries.values()
        if entry.state is not State.WIPED
        and merged.entries[entry.id].state is State.WIPED
        and (there := its.entries.get(entry.id)) is not None
        and there.state is State.WIPED
        and (note := _unseen(entry, there)) is not None
    ]
    for one, entry_id, note in notes:
        merged = with_note(merged, note, one, entry_id)
    return merged


def with_note(book: Book, note: Entry, earlier: Book, entry_id: str) -> Book:
    """Return the book with a note of words that were in an entry, which never leaves where the entry did not.

    Args:
        book: the book.
        note: what was made of those words.
        earlier: a book in which the entry was not wiped yet.
        entry_id: the id of the entry.
    """
    known = book.entries.get(note.id)
    if known is not None and known.state is State.WIPED:
        return book
    kept = book.with_entries([merge_entries(known, note) if known else note])
    mark = earlier.marks.get((entry_id, Mark.NEVER_LEAVE.value))
    if mark is None or not mark.on:
        return kept
    its = msgspec.structs.replace(mark, entry=note.id)
    return msgspec.structs.replace(kept, marks={(note.id, its.mark.value): its, **book.marks})


def marked_as(book: Book, before: Book) -> Book:
    """Return another file of a journal with what was marked here before something was wiped.

    A note of what was added there then never leaves where the entry never did here, though nobody marked it there.
    """
    return merge_into(book, Book(book.id, marks=before.marks))


def note_ids(entry: Entry) -> Iterator[str]:
    """Return the ids that such a note of this entry can have."""
    return (_derived(entry.id, each.id) for each in entry.revisions)


def note_of_draft(draft: Draft, known: Entry | None) -> Entry | None:
    """Return a note of the words that a draft added to its entry; None when it added none.

    Args:
        draft: the draft.
        known: the entry as it was before it was wiped; None when nothing here has that. Then the draft itself says what
            it was made upon; one of before drafts did so is kept whole, as no word that was typed may be lost.
    """
    base = draft.base_text
    if base is None:
        base = (known.revision(draft.base_revision or "") or known.newest).text if known else ""
    added = added_to([base], draft.text, worked=draft.kind is Kind.EXERCISE)
    if not added or (known and any(draft.text == each.text for each in known.revisions)):
        return None
    id = _note_id(draft)
    return Entry(id, Kind.NOTE, None, (Revision(_derived(id, draft.entry_id or ""), draft.at, added),))


def grave_of_draft(draft: Draft, now: datetime) -> Entry:
    """Return the tombstone of such a note: whatever puts the draft back as it was, no note is made of it."""
    return Entry(_note_id(draft), Kind.NOTE, None, (Revision(new_id(), now, "", None, State.WIPED),))


def _note_id(draft: Draft) -> str:
    return _derived(draft.entry_id or "", draft.key, draft.at.isoformat())


def _unseen(entry: Entry, grave: Entry) -> Entry | None:
    named = named_by(grave)
    unseen = [each for each in entry.standing.revisions if stem(each.id) not in named]
    if not named or not unseen:
        # A tombstone of before they named anything holds for all.
        return None
    newest = unseen[-1]
    wiped = [each.text for each in entry.revisions if stem(each.id) in named]
    text = added_to(wiped, newest.text, worked=entry.kind is Kind.EXERCISE)
    if not text:
        return None
    revision = Revision(_derived(newest.id, entry.id), newest.at, text)
    return Entry(_derived(entry.id, newest.id), Kind.NOTE, None, (revision,))


def _derived(*ids: str) -> str:
    return hashlib.blake2b("/".join(ids).encode(), digest_size=16).hexdigest()
