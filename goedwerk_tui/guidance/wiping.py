"""Wiping pieces, without what was written since in half-done work that went on from one of them."""

from collections.abc import Collection
from contextlib import suppress

import msgspec

from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.exercises.persistence import values_of, words_of, work_from, work_in
from goedwerk_tui.guidance.exercises.without import without
from goedwerk_tui.journal import Entry, Journal, Kind, Mark, State
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.journal.erasure import Wiped, wipe
from goedwerk_tui.journal.trouble import SaveFailed


def left_of(draft: Draft, entry: Entry) -> Draft | None:
    """Return a draft of half-done work as it stays when the result that it goes on from is wiped; None for nothing."""
    work = work_in(draft) if draft.kind is Kind.EXERCISE else None
    if work is None:
        return None
    left = without(work, filter(None, (work_from(each.data) for each in entry.revisions)))
    if left is None:
        return None
    text, data = words_of(left), values_of(left)
    return msgspec.structs.replace(draft, text=text, data=data, entry_id=None, base_revision=None, base_text=None)


def wipe_pieces(journal: Journal, entry_ids: Collection[str]) -> Wiped:
    """Wipe entries as ``journal.erasure.wipe`` does; of half-done work that goes on from one, only what it took over.

    Raises:
        NoSuchEntry: one of them is not in the journal.
        SaveFailed: the journal could not be saved; nothing was wiped, or the next start finishes it.
    """
    if journal.places is None:
        return wipe(journal, entry_ids)
    drafts = Drafts.of(journal.places)
    changed: list[tuple[Draft, Draft]] = []
    try:
        # Before the wiping: one that is cut short takes away every draft that names what is wiped.
        for draft in drafts.all():
            entry = journal.entries.get(draft.entry_id or "") if draft.entry_id in entry_ids else None
            if entry is not None and (left := left_of(draft, entry)) is not None:
                shut_in = draft.never_leaves or entry.id in journal.marked(Mark.NEVER_LEAVE)
                left = msgspec.structs.replace(left, never_leaves=shut_in)
                drafts.replace(draft, left)
                changed.append((draft, left))
        return wipe(journal, entry_ids)
    except Trouble:
        for draft, left in changed:
            standing = journal.book.entries.get(draft.entry_id or "")
            if standing is not None and standing.state is not State.WIPED:
                with suppress(SaveFailed):
                    drafts.replace(left, draft)
        raise
