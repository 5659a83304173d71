"""Answers to a question of one's own, as they leave: the question is a piece too, and leaves when it was chosen."""

from collections.abc import Iterable

import msgspec

from goedwerk_tui.guidance.reminders.own_prompts import UNNAMED, is_own, prompt_of
from goedwerk_tui.journal import Entry, Kind

_STAYS = f"Boven een antwoord staat ‘{UNNAMED}’: die vraag neem je zelf niet mee."
_REWORDED = f"Boven een antwoord staat ‘{UNNAMED}’: je vraag luidde toen anders dan nu, en die woorden gaan niet mee."


def as_they_leave(chosen: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return entries without the words of questions of one's own that are not among them in these words."""
    every = tuple(chosen)
    leaving = {prompt_of(each).id for each in every if each.kind is Kind.PROMPT}

    def hushed(entry: Entry) -> Entry:
        origin = entry.origin
        if origin is None or not is_own(origin) or origin.item in leaving:
            return entry
        return msgspec.structs.replace(entry, origin=msgspec.structs.replace(origin, words=UNNAMED))

    return tuple(map(hushed, every))


def about_unnamed(chosen: Iterable[Entry], leaving: Iterable[Entry]) -> tuple[str, ...]:
    """Return why the words of questions stay here that stand above what leaves; nothing where none do.

    Args:
        chosen: what was chosen.
        leaving: the same, as it leaves.
    """
    every = tuple(chosen)
    reworded = {revision.id for each in every if each.kind is Kind.PROMPT for revision in each.revisions}
    hushed = [each.origin.item for each, left in zip(every, leaving, strict=True) if each.origin and each != left]
    return tuple(dict.fromkeys(_REWORDED if item in reworded else _STAYS for item in hushed))
