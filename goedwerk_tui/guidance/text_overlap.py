"""Where the same words stand twice.

What a person writes in an exercise stands in its result and in an entry of its own, and may have been picked for a text
besides. Whoever wipes or keeps back one of them must know of the others.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from typing import Any

from msgspec import Struct

from goedwerk_tui.base.folding import fold
from goedwerk_tui.guidance.exercises.persistence import work_from
from goedwerk_tui.journal import Entry, Kind, State
from goedwerk_tui.journal.drafts import Draft

_TOKEN = re.compile(r"\w+")
_BREAK = re.compile(r"[\n:;,.!?()‘“”\"]|’(?!\w)|\s[-–—](?=\s)")
_SHORT = 3
"""Fewer words than this stand in many texts by chance: they count where they stand alone between signs."""


class Standing(Struct, frozen=True):
    """An entry in which the same words stand."""

    entry: Entry
    earlier: bool
    """Whether they stand in an earlier version of it alone."""


class Elsewhere(Struct, frozen=True):
    """What holds the words of some entries besides those."""

    entries: tuple[Standing, ...]
    drafts: tuple[Draft, ...]


class Sought:
    """The words of some entries, in all their versions, to be looked for in other texts.

    Case and punctuation make no difference.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Take the entries."""
        self._by_first: dict[str, set[tuple[str, str]]] = {}
        for entry in entries:
            for text in _written(entry):
                words = _words(text)
                if words:
                    self._by_first.setdefault(words[0], set()).add((" ".join(words), entry.id))

    def standing_in(self, text: str) -> frozenset[str]:
        """Return the ids of the entries whose words stand in a text."""
        words = _words(text)
        asked = [each for first in self._by_first.keys() & set(words) for each in self._by_first[first]]
        if not asked:
            return frozenset()
        whole = f" {' '.join(words)} "
        alone = {" ".join(_words(part)) for part in _BREAK.split(text)}
        return frozenset(
            entry_id
            for sought, entry_id in asked
            if sought in alone or (sought.count(" ") + 1 >= _SHORT and f" {sought} " in whole)
        )


def elsewhere(entry_ids: Iterable[str], entries: Collection[Entry], drafts: Iterable[Draft] = ()) -> Elsewhere:
    """Return what else the words of some entries stand in, the newest first. Slow in a large journal.

    Args:
        entry_ids: the entries whose words are looked for.
        entries: all of the journal, also what is in the trash.
        drafts: what is half-done. A draft of one of these entries itself is passed over.
    """
    ids = frozenset(entry_ids)
    sought = Sought(each for each in entries if each.id in ids)
    found = [each for each in entries if each.id not in ids and _holds(sought, each)]
    return Elsewhere(
        tuple(_standing(sought, each) for each in sorted(found, key=_when, reverse=True)),
        tuple(each for each in drafts if each.entry_id not in ids and _is_drafted(sought, each)),
    )


def _when(entry: Entry) -> tuple[datetime, str]:
    return entry.created, entry.id


def _is_drafted(sought: Sought, draft: Draft) -> bool:
    return any(map(sought.standing_in, (draft.text, *_strings(draft.data))))


def _holds(sought: Sought, entry: Entry) -> bool:
    if entry.state is State.WIPED:
        return False
    return any(map(sought.standing_in, _all_of(entry)))


def _standing(sought: Sought, entry: Entry) -> Standing:
    newest = (entry.text, *_strings(entry.data), entry.origin.words if entry.origin else "")
    return Standing(entry, not any(map(sought.standing_in, newest)))


def _written(entry: Entry) -> Iterator[str]:
    """Yield what a person wrote in an entry, in each version; of an exercise not the words of the programme."""
    for revision in entry.revisions:
        work = work_from(revision.data) if entry.kind is Kind.EXERCISE else None
        if work is None:
            yield revision.text
        else:
            yield from work.own_words()


def _all_of(entry: Entry) -> frozenset[str]:
    """Return each text that an entry holds or has held, with the question as it was shown."""
    texts = {entry.origin.words} if entry.origin else set[str]()
    for revision in entry.revisions:
        texts |= {revision.text, *_strings(revision.data)}
    return frozenset(texts)


def _strings(value: Any) -> Iterator[str]:
    """Yield the texts in values of JSON's types."""
    match value:
        case str():
            yield value
        case {**values}:
            for each in values.values():
                yield from _strings(each)
        case [*values]:
            for each in values:
                yield from _strings(each)
        case _:
            pass


def _words(text: str) -> list[str]:
    return _TOKEN.findall(fold(text))
