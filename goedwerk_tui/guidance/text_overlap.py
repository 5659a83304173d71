"""Where the same words stand twice.

What a person writes in an exercise stands in its result and in an entry of its own, and may have been picked for a text
besides. Whoever wipes or keeps back one of them must know of the others.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import datetime

from msgspec import Struct

from goedwerk_tui.base.folding import fold
from goedwerk_tui.guidance.exercises.made import made_beside
from goedwerk_tui.guidance.exercises.persistence import work_from
from goedwerk_tui.guidance.wiping import left_of
from goedwerk_tui.journal import Entry, Kind, State
from goedwerk_tui.journal.drafts import Draft
from goedwerk_tui.journal.entry import Revision
from goedwerk_tui.journal.said_beside import said_beside
from goedwerk_tui.journal.values import texts_in

_TOKEN = re.compile(r"\w+")
_BREAK = re.compile(r"[\n:;,.!?()‘“”\"]|’(?!\w)|\s[-–—](?=\s)")


class Standing(Struct, frozen=True):
    """An entry in which the same words stand."""

    entry: Entry
    earlier: bool
    """Whether they stand in an earlier version of it alone."""
    made: bool = False
    """Whether one of those entries made it: that makes it theirs, whatever words it has now."""


class Elsewhere(Struct, frozen=True):
    """What holds the words of some entries besides those."""

    entries: tuple[Standing, ...]
    drafts: tuple[Draft, ...]
    shortened: tuple[Draft, ...] = ()
    """Half-done work that went on from one of those entries, and was gone on with: what it took over goes with it."""
    lost: tuple[Draft, ...] = ()
    """What was typed on in one of those entries and not kept: it goes with it."""

    @property
    def made(self) -> tuple[Entry, ...]:
        """What those entries made, the newest first."""
        return tuple(each.entry for each in self.entries if each.made)


class Sought:
    """The words of some entries, in all their versions, to be looked for in other texts.

    Case and punctuation make no difference. A single word stands in many texts by chance: it counts where it stands
    alone between signs, or where all single words of which a version consists stand together.
    """

    def __init__(self, entries: Iterable[Entry], changed: Callable[[str], str] = str) -> None:
        """Take the entries.

        Args:
            entries: whose words are looked for.
            changed: what was done to the texts that they are looked for in.
        """
        self._by_first: dict[str, set[tuple[str, str]]] = {}
        self._together: set[tuple[frozenset[str], str]] = set()
        self._whole: set[str] = set()
        for entry in entries:
            for version in _written(entry):
                written = [words for each in version if (words := _words(changed(each)))]
                self._whole.update(f" {' '.join(words)} " for words in written)
                for words in written:
                    self._by_first.setdefault(words[0], set()).add((" ".join(words), entry.id))
                single = frozenset(words[0] for words in written)
                if len(single) > 1 and all(len(words) == 1 for words in written):
                    self._together.add((single, entry.id))

    def standing_in(self, text: str) -> frozenset[str]:
        """Return the ids of the entries whose words stand in a text."""
        words = _words(text)
        there = frozenset(words)
        asked = [each for first in self._by_first.keys() & there for each in self._by_first[first]]
        if not asked:
            return frozenset()
        whole = f" {' '.join(words)} "
        alone = {" ".join(_words(part)) for part in _BREAK.split(text)}
        found = {
            entry_id for sought, entry_id in asked if sought in alone or (" " in sought and f" {sought} " in whole)
        }
        return frozenset(found | {entry_id for single, entry_id in self._together if single <= there})

    def hold_all_of(self, text: str, *, half: bool = False) -> bool:
        """Return whether a text of two words or more stands whole in one of the entries, as a beginning of it does.

        Args:
            text: the text.
            half: whether its last word may be half of one.
        """
        words = _words(text)
        sought = f" {' '.join(words)}" if half else f" {' '.join(words)} "
        return len(words) > 1 and any(sought in each for each in self._whole)


def elsewhere(entry_ids: Iterable[str], entries: Collection[Entry], drafts: Iterable[Draft] = ()) -> Elsewhere:
    """Return what some entries made and what else holds their words or stands in them, the newest first.

    Slow in a large journal.

    Args:
        entry_ids: the entries whose words are looked for.
        entries: all of the journal, also what is in the trash.
        drafts: what is half-done. A draft of one of these entries itself is told apart: it is no other place.
    """
    drafts = tuple(drafts)
    ids = frozenset(entry_ids)
    sought = Sought(each for each in entries if each.id in ids)
    made = frozenset(each.id for each in made_beside(ids, entries))
    found = [
        each for each in entries if each.id in made or (each.id not in ids and _holds(sought, each, each.revisions))
    ]
    typed_on = [(each, one) for each in drafts for one in entries if one.id in ids and one.id == each.entry_id]
    return Elsewhere(
        tuple(
            Standing(each, not _holds(sought, each, (each.newest,)), each.id in made)
            for each in sorted(found, key=_when, reverse=True)
        ),
        tuple(each for each in drafts if each.entry_id not in ids and _is_drafted(sought, each)),
        tuple(each for each, entry in typed_on if left_of(each, entry)),
        tuple(each for each, entry in typed_on if not left_of(each, entry) and each.text != entry.text),
    )


def _when(entry: Entry) -> tuple[datetime, str]:
    return entry.created, entry.id


def _is_drafted(sought: Sought, draft: Draft) -> bool:
    if draft.kind is not Kind.EXERCISE and sought.hold_all_of(draft.text, half=True):
        return True
    asked = draft.origin.words if draft.origin else ""
    return any(map(sought.standing_in, (draft.text, asked, *texts_in(draft.data))))


def _holds(sought: Sought, entry: Entry, revisions: Collection[Revision]) -> bool:
    """Return whether the words stand in an entry as it is or was in some of its revisions, or are what it says."""
    if entry.state is State.WIPED:
        return False
    # Elsewhere a person did not type the whole of it.
    typed = () if entry.kind in (Kind.EXERCISE, Kind.LOG) else {each.text for each in revisions}
    return any(map(sought.standing_in, _all_of(entry, revisions))) or any(map(sought.hold_all_of, typed))


def _written(entry: Entry) -> Iterator[tuple[str, ...]]:
    """Yield the texts that a person wrote in an entry, by version; of an exercise not the words of the programme."""
    for revision in entry.revisions:
        work = work_from(revision.data) if entry.kind is Kind.EXERCISE else None
        if work is None:
            # What was chosen is in the words of the programme.
            beside = () if entry.kind is Kind.CHOICE else said_beside(entry.kind, revision.data)
            yield (revision.text, *beside)
        else:
            yield work.own_words()


def _all_of(entry: Entry, revisions: Collection[Revision]) -> frozenset[str]:
    """Return each text that an entry holds in some of its revisions, with the question as it was shown.

    An exercise keeps words that its text does not show, as an export does in its log.
    """
    texts = {entry.origin.words} if entry.origin else set[str]()
    whole = entry.kind in (Kind.EXERCISE, Kind.LOG)
    for each in revisions:
        texts |= {each.text, *(texts_in(each.data) if whole else said_beside(entry.kind, each.data))}
    return frozenset(texts)


def _words(text: str) -> list[str]:
    return _TOKEN.findall(fold(text))
