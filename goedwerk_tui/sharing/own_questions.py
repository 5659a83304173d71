"""Answers to a question of one's own, as they leave: the question is a piece too, and may have to stay here."""

import re
from collections.abc import Iterable

import msgspec

from goedwerk_tui.guidance.reminders import question_history
from goedwerk_tui.guidance.reminders.origin import SESSION
from goedwerk_tui.journal import Entry, Journal, Kind, Mark, State

UNNAMED = "Een eigen vraag"
"""What stands above an answer whose question stays here."""
_MADE_HERE = re.compile(r"[0-9a-f]{32}")
"""The id of a revision, by which an own question goes; those of the programme's questions are words."""


def as_they_leave(chosen: Iterable[Entry], journal: Journal) -> tuple[Entry, ...]:
    """Return entries without the words of a question that never leaves, or of which that can't be told any more.

    A question that is not chosen itself, and may leave, is part of its answer: it was shown above it.
    """
    prompts = [each for each in journal.entries.values() if each.kind is Kind.PROMPT and each.state is not State.WIPED]
    never = journal.marked(Mark.NEVER_LEAVE)
    kept = {revision.id: each.id not in never for each in prompts for revision in each.revisions}

    def may_be_read(item: str) -> bool:
        return kept.get(item, _MADE_HERE.fullmatch(item) is None)

    def hushed(entry: Entry) -> Entry:
        origin = entry.origin
        if origin is None or (origin.session, origin.step) != (SESSION, question_history.STEP):
            return entry
        if may_be_read(origin.item):
            return entry
        return msgspec.structs.replace(entry, origin=msgspec.structs.replace(origin, words=UNNAMED))

    return tuple(map(hushed, chosen))
