"""What grows along the way: a collection of strategies or of words, one's own and those of the programme.

Each item knows where it comes from, and it can be looked up where it was used. A use that somebody tells of is an entry
under the step ``USED``, by the item's id.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from goedwerk_tui.guidance.reminders.origin import origin_between
from goedwerk_tui.journal import Entry, Journal, Kind, Origin, State
from goedwerk_tui.programme import Pack

USED = "gebruikt"
"""The step under which is kept how items were used."""
TITLE = 80
"""Characters that fit in a title."""
_ADDED = "zelf-opgeschreven"
MOST_USES = 60
"""More uses than this are not looked for."""
_FROM = "from"
"""In the data of an entry: the id of the programme's item that it was taken from."""

Stop = Callable[[], bool]
"""Says whether nobody waits for the outcome any more."""


@dataclass(frozen=True)
class CollectionItem:
    """A strategy or a word. Plain text."""

    id: str
    """The id of the entry for one's own, else the programme's."""
    title: str
    text: str
    """What stands below the title; may be empty."""
    more: str = ""
    """What is said besides; it is not taken over."""
    label: str = ""
    """The title of the content of one's own that it comes from; empty for one of the programme, and for one's own."""
    entry: Entry | None = None
    """Its entry; None for one of the programme."""
    step: str = ""
    """The step that shows it, for one of the programme; may be empty."""

    @property
    def ids(self) -> frozenset[str]:
        """Its own id, and that of the programme's item that it was taken from."""
        return frozenset({self.id, taken_from(self.entry) or self.id})


@dataclass(frozen=True)
class Use:
    """Somewhere that an item was used."""

    entry: Entry
    how: str
    """What the entry is to the item, in Dutch; empty when its title says so."""


class Collection(ABC):
    """What strategies and words share."""

    KIND: ClassVar[Kind]
    LIST: ClassVar[str]
    """The file of the programme's list."""
    ASKS_USE: ClassVar[str]
    """The question after a use."""
    HINT_USE: ClassVar[str]
    ASKS_NEW: ClassVar[str]
    """The question after a new item."""
    HINT_NEW: ClassVar[str]

    def own(self, journal: Journal) -> tuple[CollectionItem, ...]:
        """Return the person's own items, the newest first."""
        return tuple(self._item_of(each) for each in journal.newest_first(kinds={self.KIND}) if each.text.strip())

    def offered(self, journal: Journal, pack: Pack) -> tuple[CollectionItem, ...]:
        """Return the programme's items that the person has not taken over.

        Raises:
            ContentError: the programme's list can't be read.
        """
        taken = {taken_from(each) for each in journal.newest_first(kinds={self.KIND})}
        offered = (each for each in self._in_programme(pack) if each.id not in taken)
        return tuple(replace(each, label=pack.label_of_entry(self.LIST, each.id)) for each in offered)

    def source(self, item: CollectionItem, pack: Pack) -> Origin | None:
        """Return where an item comes from, with the words as they were shown then; None when it stands on its own.

        Raises:
            ContentError: the step of an item of the programme can't be read.
        """
        if item.entry is not None:
            return item.entry.origin
        if not pack.knows(item.step):
            return None
        session, step = pack.session_of(item.step), pack.step(item.step)
        return Origin(
            pack=pack.pack_id_of(item.step),
            session=session.id,
            step=item.step,
            item=f"{self.KIND}.{item.id}",
            session_title=session.title,
            step_title=pack.titled(step),
        )

    def uses(self, item: CollectionItem, journal: Journal, stop: Stop = lambda: False) -> tuple[Use, ...]:
        """Return where an item was used, what was told about it first; at most ``MOST_USES``.

        Takes a while in a large journal: meant for a thread.

        Args:
            item: one of this collection.
            journal: where to look.
            stop: asked all the time; once it says yes, what was found so far is returned.
        """
        found: dict[str, Use] = {}
        for use in self._uses(item, journal):
            if stop() or len(found) == MOST_USES:
                break
            if use is not None:
                found.setdefault(use.entry.id, use)
        return tuple(found.values())

    def _uses(self, item: CollectionItem, journal: Journal) -> Iterator[Use | None]:
        for each in journal.newest_first(step=USED, kinds={Kind.ANSWER}):
            if each.origin and each.origin.item in item.ids:
                yield Use(each, "")
        yield from self._found_uses(item, journal)

    def origin_of_use(self, item: CollectionItem, pack: str) -> Origin:
        """Return the origin for an entry about a use; its question holds nothing of the item's own words."""
        return origin_between(pack, USED, "Zo gebruikte ik het", item.id, self.ASKS_USE)

    def origin_of_new(self, pack: str) -> Origin:
        """Return the origin for an item that somebody adds."""
        return origin_between(pack, _ADDED, "Zelf opgeschreven", self.KIND.value, self.ASKS_NEW)

    def take(self, item: CollectionItem, journal: Journal, pack: Pack) -> Entry:
        """Make an item of the programme one's own. Doing it again doubles nothing.

        Raises:
            ContentError: the step that shows it can't be read.
            SaveFailed: it could not be written.
        """
        origin = self.source(item, pack)
        entry_id = f"van-{pack.programme.id}-{self.KIND}-{item.id}"
        known = journal.entries.get(entry_id)
        if known is not None and known.state is State.TRASH:
            return journal.restore(entry_id)
        if known is not None and known.state is State.LIVE:
            return known
        text, data = self._words_of(item)
        return journal.add(self.KIND, text, origin=origin, data={**data, _FROM: item.id}, id=entry_id)

    @abstractmethod
    def _item_of(self, entry: Entry) -> CollectionItem:
        """Return an entry as an item."""

    @abstractmethod
    def _in_programme(self, pack: Pack) -> tuple[CollectionItem, ...]:
        """Return the items of the programme."""

    @abstractmethod
    def _words_of(self, item: CollectionItem) -> tuple[str, Mapping[str, str]]:
        """Return the text and the data of the entry that an item of the programme becomes."""

    @abstractmethod
    def _found_uses(self, item: CollectionItem, journal: Journal) -> Iterator[Use | None]:
        """Yield where an item was used besides what was told, and None now and then, to be stopped at."""


def taken_from(entry: Entry | None) -> str:
    """Return the id of the programme's item that an entry was taken from; empty for what somebody found alone."""
    data: Mapping[str, Any] = (entry.data if entry else None) or {}
    return str(data.get(_FROM, ""))
