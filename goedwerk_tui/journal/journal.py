"""The only door to what a person wrote."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Self, TypeVar

import msgspec

from goedwerk_tui.base.clock import utc_now
from goedwerk_tui.base.places import Places
from goedwerk_tui.base.text import clean
from goedwerk_tui.journal import changes
from goedwerk_tui.journal.book import Book, new_id
from goedwerk_tui.journal.entry import Entry, Kind, Mark, Meeting, Origin, Revision, State, StepProgress
from goedwerk_tui.journal.reader import JournalReader
from goedwerk_tui.journal.trouble import NeverLeaves, NoSuchEntry
from goedwerk_tui.journal.values import clean_origin, clean_values

if TYPE_CHECKING:
    from goedwerk_tui.journal.store import Store

Clock = Callable[[], datetime]
Result = TypeVar("Result")


class Journal(JournalReader):
    """A person's journal.

    Every method that writes returns only when the disk has it, and raises ``SaveFailed`` with nothing changed when it
    could not be saved. Writing is done from one thread at a time.
    """

    def __init__(self, store: "Store", clock: Clock) -> None:
        """Use ``open`` or ``in_memory`` instead."""
        super().__init__(store)
        self._clock = clock

    @classmethod
    def open(cls, places: Places, *, read_only: bool = False, clock: Clock = utc_now) -> Self:
        """Open the journal, or a new one where none is; nothing is written until there is something to keep.

        It takes no lock: see ``InstanceLock``.

        Raises:
            JournalUnreadable: something is there that is not understood; it is never written to. Or nothing is there
                and something was: ``JournalVanished``, unless the places say that it may begin anew.
        """
        from goedwerk_tui.journal.store import Store

        return cls(Store(places, read_only=read_only), clock)

    @classmethod
    def in_memory(cls, clock: Clock = utc_now) -> Self:
        """Return a journal that leaves no trace."""
        from goedwerk_tui.journal.store import Store

        return cls(Store(None), clock)

    def add(
        self,
        kind: Kind,
        text: str,
        *,
        origin: Origin | None = None,
        data: Mapping[str, Any] | None = None,
        id: str | None = None,
    ) -> Entry:
        """Keep something new.

        Args:
            kind: what it is.
            text: as typed; what is no text is left out, as ``base.text.clean`` has it.
            origin: where in the programme it was written.
            data: values of an exercise or a choice, of JSON's types.
            id: given by one who may have to try again: an entry that is there by that id is changed, not doubled.
                One that was wiped is left alone, and what is written becomes an entry of its own.
        """
        known = self.entries.get(id) if id else None
        entry_id = new_id() if not id or (known and known.state is State.WIPED) else id
        cleaned, values = clean(text), clean_values(data)

        def change(book: Book) -> Book:
            found = self.store.entry(book, entry_id)
            if found is not None:
                return changes.rewrite(book, found, self.now(), cleaned, values)
            revision = Revision(new_id(), self.now(), cleaned, values)
            return book.with_entries([Entry(entry_id, kind, clean_origin(origin), (revision,))])

        return self._saved(entry_id, change)

    def change(self, entry_id: str, text: str, *, data: Mapping[str, Any] | None = None) -> Entry:
        """Give an entry a new text, as a new revision; what is in the trash comes out of it.

        Args:
            entry_id: which entry.
            text: as typed.
            data: new values; without them the entry keeps those that it has.

        Returns:
            The entry as it is now; the same when nothing differs.

        Raises:
            NoSuchEntry: it is not there, or was wiped.
        """
        cleaned, values = clean(text), clean_values(data)
        return self._revise(entry_id, lambda book, found: changes.rewrite(book, found, self.now(), cleaned, values))

    def trash(self, entry_id: str) -> Entry:
        """Put an entry in the trash."""
        return self._revise(entry_id, lambda book, found: changes.move(book, found, self.now(), State.TRASH))

    def restore(self, entry_id: str) -> Entry:
        """Take an entry out of the trash."""
        return self._revise(entry_id, lambda book, found: changes.move(book, found, self.now(), State.LIVE))

    def put_back(self, entry_id: str, revision_id: str) -> Entry:
        """Make an entry what it was in an earlier revision, as a new one."""
        return self._revise(entry_id, lambda book, found: changes.put_back(book, found, self.now(), revision_id))

    def mark(self, entry_id: str, mark: Mark, on: bool) -> None:
        """Give an entry a mark, or take it away. What never leaves loses the mark to bring it.

        Raises:
            NeverLeaves: it is to be brought, and never leaves.
        """
        if entry_id not in self.entries:
            raise NoSuchEntry(entry_id)
        if mark is Mark.BRING and on and entry_id in self.marked(Mark.NEVER_LEAVE):
            raise NeverLeaves
        self.store.save(lambda book: changes.mark(book, entry_id, mark, on, self.now()))

    def set_progress(self, step: str, progress: StepProgress) -> None:
        """Keep how far a step is."""
        at = progress.at.astimezone(UTC)
        self.store.save(lambda book: changes.advance(book, step, msgspec.structs.replace(progress, at=at)))

    def set_position(self, step: str, stop: str) -> None:
        """Keep where the person works now."""
        self.store.save(lambda book: changes.go_to(book, step, stop, self.now()))

    def skip(self, step: str, item: str, on: bool = True) -> None:
        """Keep that an item of a step is skipped, or no longer is."""
        self.store.save(lambda book: changes.skip(book, step, item, on, self.now()))

    def set_meeting(self, meeting: Meeting) -> Meeting:
        """Keep a meeting, in the place of what was kept by its id, and return it; without an id it gets one."""
        kept = Meeting(meeting.id or new_id(), meeting.day, clean(meeting.session))
        self.store.save(lambda book: changes.set_meeting(book, kept, self.now()))
        return kept

    def cancel_meeting(self, meeting_id: str) -> None:
        """Take a meeting away; one that is not there stays so."""
        self.store.save(lambda book: changes.cancel_meeting(book, meeting_id, self.now()))

    def apply(self, make: Callable[["Journal"], Result]) -> Result:
        """Make several changes as one: one write, and all of them are on the disk or none.

        Args:
            make: makes them, in a journal that has those before; it may only add, change, mark and set. It is the
                result of this that is returned. When something else wrote to the file meanwhile they are made anew
                there, and a revision made here has another id there.

        Raises:
            SaveFailed: none of them was made.
        """
        from goedwerk_tui.journal.store import Pending

        pending = Pending(self.store)
        result = make(Journal(pending, self._clock))
        self.store.save(pending.all_of_it)
        return result

    def take_inbox(self, elsewhere: Mapping[Path, Entry] = MappingProxyType({})) -> tuple[Entry, ...]:
        """Move what other processes left into the journal, once, and return it, oldest first.

        Args:
            elsewhere: what waits for it in other folders than its own, by file.
        """
        return self.store.take_inbox(elsewhere)

    def merge(self, other: Book) -> bool:
        """Take in all that another copy of this journal has; return whether it had anything new.

        See ``goedwerk_tui.journal.book.merge`` for what prevails.
        """
        before = self.book
        self.store.merge(other)
        return self.book is not before

    def refresh(self) -> bool:
        """Look again at the file and the inbox; return whether any entry is new or different.

        Raises:
            SaveFailed: the file was changed by something else into what is not understood.
        """
        return self.store.refresh()

    def away(self) -> bool:
        """Return whether the disk that the journal was on is gone, so that nothing may be written where it was."""
        return self.store.away()

    def keep_what_the_file_lacks(self) -> Path | None:
        """Keep among the backups what was acknowledged and stands in memory alone, before that is gone.

        Returns:
            Where it is now; None when the file has everything.

        Raises:
            SaveFailed: it could not be kept there.
        """
        return self.store.keep_what_the_file_lacks()

    def now(self) -> datetime:
        """Return the moment by the journal's clock, in UTC."""
        return self._clock().astimezone(UTC)

    def close(self) -> None:
        """Let go of the file; what was read can still be read."""
        self.store.close()

    def _revise(self, entry_id: str, change: Callable[[Book, Entry], Book]) -> Entry:
        def of_book(book: Book) -> Book:
            found = self.store.entry(book, entry_id)
            if found is None or found.state is State.WIPED:
                raise NoSuchEntry(entry_id)
            return change(book, found)

        return self._saved(entry_id, of_book)

    def _saved(self, entry_id: str, change: Callable[[Book], Book]) -> Entry:
        self.store.save(change)
        return self.entries[entry_id]
