"""What a person wrote, as frozen values."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

Moment = Annotated[datetime, Meta(tz=True)]
"""An aware moment, kept in UTC."""
Id = Annotated[str, Meta(min_length=1, max_length=200)]


class Kind(StrEnum):
    """What sort of thing an entry is."""

    ANSWER = "answer"
    CHOICE = "choice"
    NOTE = "note"
    EXERCISE = "exercise"
    INTENTION = "intention"
    STRATEGY = "strategy"
    CONDITION = "condition"
    TERM = "term"
    VISION = "vision"
    LOG = "log"
    PROMPT = "prompt"
    """A question of one's own, to be asked between the sessions."""


class State(StrEnum):
    """Where an entry is: in the journal, in the trash, or wiped for good."""

    LIVE = "live"
    TRASH = "trash"
    WIPED = "wiped"


class Mark(StrEnum):
    """What a person decided about an entry's leaving: bring it to the meeting, or never let it go."""

    BRING = "bring"
    NEVER_LEAVE = "never-leave"


class Status(StrEnum):
    """How far a step is."""

    OPEN = "open"
    STARTED = "started"
    DONE = "done"


EMPTIED = {"emptied": True}
"""What the tombstone of a trash that was emptied by itself has as its data."""


class Revision(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """An entry as it was at one moment: the outcome of one sitting."""

    id: Id
    at: Moment
    text: str
    data: Mapping[str, Any] | None = None
    """An exercise's or a choice's own values, as JSON; never changed in place."""
    state: State = State.LIVE
    after: tuple[Id, ...] = ()
    """The ids of the revisions it was made upon: that is how an edit elsewhere is told from one that was seen."""

    def reads_as(self, other: "Revision") -> bool:
        """Whether it holds the same words and values as another, wherever the two lay."""
        return (self.text, self.data) == (other.text, other.data)

    @property
    def is_emptying(self) -> bool:
        """Whether it is the tombstone of a trash that was emptied by itself: that holds for what it names alone."""
        return self.state is State.WIPED and self.data == EMPTIED


class Origin(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """Where in the programme an entry was written, with the words as they were shown then."""

    pack: str
    session: str
    step: str
    item: str
    session_title: str = ""
    step_title: str = ""
    words: str = ""
    """The question or the instruction as it was shown."""


class Entry(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """One thing that a person wrote, with all that it has been; its revisions are sorted by ``(at, id)``."""

    id: Id
    kind: Kind
    origin: Origin | None
    revisions: Annotated[tuple[Revision, ...], Meta(min_length=1)]

    @property
    def newest(self) -> Revision:
        """The revision that is shown.

        It is the latest by ``(at, id)``, except that an edit beats a deletion: a live revision that the one who
        deleted had not seen is shown in spite of a later deletion. A tombstone is shown when there is nothing else.
        """
        last = next((each for each in reversed(self.revisions) if each.state is not State.WIPED), self.revisions[-1])
        if last.state is not State.TRASH:
            return last
        deleted = earlier_than([each for each in self.revisions if each.state is State.TRASH], self.revisions)
        spared = [each for each in self.revisions if each.state is State.LIVE and each.id not in deleted]
        return spared[-1] if spared else last

    @property
    def standing(self) -> "Entry":
        """The same without the tombstones of an emptied trash, where something was put back or written after it."""
        left = tuple(each for each in self.revisions if each.state is not State.WIPED)
        return self if len(left) in (0, len(self.revisions)) else msgspec.structs.replace(self, revisions=left)

    @property
    def text(self) -> str:
        """The text as it is now."""
        return self.newest.text

    @property
    def data(self) -> Mapping[str, Any] | None:
        """The values as they are now."""
        return self.newest.data

    @property
    def state(self) -> State:
        """Where the entry is now."""
        return self.newest.state

    @property
    def created(self) -> datetime:
        """When it was first written."""
        return self.standing.revisions[0].at

    @property
    def versions(self) -> tuple[Revision, ...]:
        """The revisions in which its words, its choice or its values became others, the oldest first; at least one.

        Throwing it away and bringing it back make none.
        """
        found: list[Revision] = []
        revisions = self.standing.revisions
        for each in revisions:
            if each.state is State.LIVE and not (found and found[-1].reads_as(each)):
                found.append(each)
        return tuple(found) or revisions[:1]

    @property
    def changed(self) -> datetime:
        """When it became what is shown: the moment of that version."""
        if len(self.revisions) == 1:
            return self.revisions[0].at
        shown = self.newest
        since = (each.at for each in reversed(self.versions) if each.at <= shown.at and each.reads_as(shown))
        return next(since, shown.at)

    def revision(self, revision_id: str) -> Revision | None:
        """Return the revision with that id, if the entry has it."""
        return next((each for each in self.revisions if each.id == revision_id), None)


class StepProgress(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """How far a step is, and at which stop within it."""

    status: Status
    stop: str
    at: Moment


class Position(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """The last place where somebody worked."""

    step: str
    stop: str
    at: Moment


class Meeting(Struct, frozen=True, gc=False):
    """A meeting of the group that a person goes to."""

    id: str
    """Empty for one that the journal has yet to give an id."""
    day: date
    """The day, as it is called where the meeting is."""
    session: str
    """The id of the session that it is about; empty when it is about none of them."""


def earlier_than(later: Iterable[Revision], revisions: Iterable[Revision]) -> set[str]:
    """Return the ids of all that some revisions were made upon, followed backwards through the others."""
    by_id = {each.id: each for each in revisions}
    seen: set[str] = set()
    waiting = [earlier for each in later for earlier in each.after]
    while waiting:
        each = waiting.pop()
        if each not in seen:
            seen.add(each)
            if found := by_id.get(each):
                waiting.extend(found.after)
    return seen
