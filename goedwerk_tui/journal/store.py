"""The journal in memory, kept in step with its file."""

import threading
from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct

from goedwerk_tui.base.files import Reason
from goedwerk_tui.base.places import Places, disk_of
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.book import Book, merge_entries, merge_into, new_id, still_standing
from goedwerk_tui.journal.entry import Entry, Mark
from goedwerk_tui.journal.file import JournalFile
from goedwerk_tui.journal.graves import find_graves
from goedwerk_tui.journal.inbox import read_own_inbox, with_waiting
from goedwerk_tui.journal.index import JournalIndex, Presented, marked_in, shut_in, view_of
from goedwerk_tui.journal.last_seen import LastSeen, Older
from goedwerk_tui.journal.refuge import keep_in_refuge
from goedwerk_tui.journal.traces import refuse_vanished
from goedwerk_tui.journal.trouble import (
    BackupReadOnly,
    Cause,
    JournalReadOnly,
    JournalUnreadable,
    SaveFailed,
    refuse_missing,
)
from goedwerk_tui.journal.wiped_elsewhere import merge_with_unseen

_ATTEMPTS = 5


class FromOthers(Struct, frozen=True):
    """What something else wrote to the file, as ids of entries."""

    wrote: frozenset[str] = frozenset()
    """Those that got revisions."""
    bring: frozenset[str] = frozenset()
    """Those that got the mark to bring them."""
    lifted: frozenset[str] = frozenset()
    """Those that were never to leave, and may now."""


class Store:
    """A book in memory that is replaced only when its successor is on the disk.

    ``view`` may be read from any thread; what writes is done one at a time.
    """

    def __init__(self, places: Places | None, *, read_only: bool = False) -> None:
        """Read the inbox and the file; without places, live in memory alone.

        Raises:
            JournalUnreadable: the file is not understood, is not where the settings say, or vanished.
        """
        if places is not None:
            refuse_missing(places)
            refuse_vanished(places)
        self.places = places
        self.read_only = read_only or (places is not None and places.is_backup)
        self.inbox_problems: tuple[Path, ...] = ()
        self.backed_up = False
        """Whether a backup of today was made, or tried, when there was something in the journal."""
        self.stays_open = False
        """Whether what was seen in it is kept at the end and when a mark changes, and not with each save: a window that
        is killed has kept the journal itself, and knows a little less when an older file takes its place."""
        self._writing = threading.RLock()
        self._inbox: Mapping[str, Entry] = {}
        # The inbox first: what is taken up in between is then seen twice, which is harmless, and not missed.
        self._read_inbox()
        self._file = JournalFile(places.journal if places else None, disk_of(places), read_only=self.read_only)
        self._saved = self._file.load()
        self.book = self._without_wiped(self._saved) if self._saved else Book(new_id())
        self._last_seen = LastSeen(places, self.book)
        self.book = self._last_seen.as_last_said(self.book)
        self.presented = Presented()
        self._before_others: Book | None = None
        self._from_others = FromOthers()
        self._gone = still_standing(self.book, self._saved) if self._saved else ()
        self.view: JournalIndex = view_of(self.book, self._inbox, self.presented)

    @property
    def settled(self) -> Book:
        """The journal as it was before something else changed its file, until ``settle`` says that this was seen to."""
        return self._before_others or self.book

    @property
    def is_saved(self) -> bool:
        """Whether the file holds what is here."""
        return self.book is self._saved or self._saved is None

    @property
    def older(self) -> Older:
        """What the file lacked of what this machine saw last, when it was read, and is lacking still."""
        return self._last_seen.older(self.book)

    @property
    def lacking(self) -> Mapping[str, str]:
        """The last version of each piece that is lacking, by the id of the piece."""
        return self._last_seen.lacking

    def remember_seen(self) -> None:
        """Keep on this machine what is in the journal now, so that an older file is known when it takes its place."""
        with self._writing:
            if not self.read_only:
                self._last_seen.note(self.book)

    def accept_older(self) -> None:
        """Take the journal for what it is now, whatever it lacks; nobody hears of that any more."""
        with self._writing:
            if self.read_only:
                raise self._read_only()
            self._last_seen.accept(self.book)

    def settle(self) -> None:
        """Take the journal as it is now for what it is."""
        self._before_others = None

    def take_from_others(self) -> FromOthers:
        """Return what something else wrote to the file since this was asked last."""
        with self._writing:
            taken, self._from_others = self._from_others, FromOthers()
            return taken

    @property
    def has_gone(self) -> bool:
        """Whether there is anything that ``take_gone`` would return."""
        return bool(self._gone)

    def take_gone(self) -> tuple[Entry, ...]:
        """Return what somebody wiped here and stood in what was taken in, or the other way round, as it was there.

        That is since this was asked last: other pieces may hold the same words.
        """
        with self._writing:
            taken, self._gone = self._gone, ()
            return taken

    def tell_of(self, gone: tuple[Entry, ...]) -> None:
        """Let ``take_gone`` return these too: other pieces may hold the words of what went by itself."""
        with self._writing:
            self._gone += gone

    def present(self, presented: Presented) -> None:
        """Read everything in another way; what is in the file stays."""
        with self._writing:
            self.presented = presented
            self._publish(self.book)

    def save(self, change: Callable[[Book], Book]) -> None:
        """Change the book; when this returns, the change is on the disk.

        What something else wrote to the file meanwhile is merged in first.

        Args:
            change: makes the new book out of the present one, or returns the same; may be called more than once.

        Raises:
            SaveFailed: the change was not made.
        """
        with self._writing:
            for _ in range(_ATTEMPTS):
                if self._file.changed_on_disk():
                    self._absorb()
                book = self._last_seen.as_last_said(change(self.book))
                nothing_to_do = book is self.book and (self._saved is None or self.read_only)
                if book is self._saved or nothing_to_do:
                    return
                if self.read_only:
                    raise self._read_only()
                try:
                    if self._file.older:
                        self._keep_original()
                    self._file.save(self._saved, book)
                except SaveFailed as failed:
                    if failed.reason is not Reason.CHANGED:
                        raise
                    continue
                before, self._saved = self._saved, book
                self._publish(book)
                if not self.stays_open or before is None or book.marks != before.marks:
                    self._last_seen.note(book)
                return
            raise SaveFailed(self._path, Reason.CHANGED)

    def merge(self, other: Book) -> None:
        """Take in all that another book of this journal has, as ``merge_with_unseen`` does.

        Raises:
            SaveFailed: nothing was taken in.
        """
        with self._writing:
            before = self.book
            self.save(lambda book: merge_into(book, other, merge_with_unseen))
            self._gone += still_standing(self.book, before, other)

    def refresh(self) -> bool:
        """Look again at the inbox and the file, and return whether there was anything new.

        Raises:
            SaveFailed: the file changed and can't be understood, or what it lacks could not be put back.
        """
        with self._writing:
            before = self.view
            self._read_inbox()
            if self._file.changed_on_disk():
                self._absorb()
                if self.book is not self._saved and not self.read_only:
                    self.save(lambda book: book)
            self._publish(self.book)
            return self.view.entries != before.entries

    def take_inbox(self, elsewhere: Mapping[Path, Entry]) -> tuple[Entry, ...]:
        """Move what waits in the inbox into the book, and return what was new to it, oldest first.

        Args:
            elsewhere: what waits for it in other folders, by file.

        Raises:
            SaveFailed: all of it still waits.
        """
        with self._writing:
            waiting = {**elsewhere, **self._read_inbox()}
            known = set(self.book.entries)
            if waiting:
                self.save(lambda book: with_waiting(book, waiting.values()))
                self._remove(list(waiting))
            self._publish(self.book)
            taken = (self.book.entries[each.id] for each in waiting.values() if each.id not in known)
            return tuple(sorted(taken, key=lambda each: (each.created, each.id)))

    def entry(self, book: Book, entry_id: str) -> Entry | None:
        """Return an entry of the book or of the inbox."""
        mine, waiting = book.entries.get(entry_id), self._inbox.get(entry_id)
        return merge_entries(mine, waiting) if mine and waiting else mine or waiting

    def away(self) -> bool:
        """Return whether the disk that the journal was on is gone."""
        return self._file.away()

    def keep_what_the_file_lacks(self) -> Path | None:
        """Keep among the backups what was acknowledged and stands in memory alone: the file was emptied or taken away.

        When the folder itself was removed, backups and all, that is in a temporary folder.

        Returns:
            Where it is now; None when the file has everything.

        Raises:
            SaveFailed: it could not be kept there.
        """
        with self._writing:
            if self.places is None or self.read_only or (self._saved is None and not self.book.entries):
                return None
            if self._file.removed():
                return keep_in_refuge(self.places, self.book)
            if self.away():
                return None
            try:
                self.refresh()
                if self.places.journal.exists():
                    return None
            except SaveFailed:
                # The file is not understood, or what it lacks could not be put in it: that is what the backup is for.
                pass
            return Backups(self.places).keep(self.book).path

    def close(self) -> None:
        """Let go of the file."""
        if self.stays_open:
            self.remember_seen()
        self._file.close()

    def _read_only(self) -> JournalReadOnly:
        return BackupReadOnly(self._path) if self.places and self.places.is_backup else JournalReadOnly(self._path)

    @property
    def _path(self) -> Path:
        return self.places.journal if self.places else Path()

    def _keep_original(self) -> None:
        if self.places is not None:
            Backups(self.places).keep_original()

    def _without_wiped(self, book: Book) -> Book:
        """Return a book without what was wiped on this machine, and came back with a file of before."""
        graves = find_graves(self.places, book) if self.places else None
        return merge_into(book, graves, merge_with_unseen) if graves else book

    def _absorb(self) -> None:
        try:
            found = self._file.load()
        except JournalUnreadable as error:
            # Also when it is another journal: neither may disappear into the other.
            reason = Reason.REPLACED if error.cause is Cause.REPLACED else Reason.CHANGED
            raise SaveFailed(self._path, reason) from error
        if found is None:
            return
        self._saved, self._before_others = found, self.settled
        mine, known = self.book, self._from_others
        self._publish(merge_into(found, mine, merge_with_unseen))
        self.remember_seen()
        self._gone += still_standing(self.book, mine, found)
        wrote = {id for id, each in found.entries.items() if not _has_all(mine.entries.get(id), each)}
        self._from_others = FromOthers(
            known.wrote | wrote,
            known.bring | marked_in(self.book)[Mark.BRING] - marked_in(mine)[Mark.BRING],
            known.lifted | shut_in(mine) - shut_in(self.book),
        )

    def _publish(self, book: Book) -> None:
        self.book = book
        self.view = view_of(book, self._inbox, self.presented)

    def _read_inbox(self) -> dict[Path, Entry]:
        if self.places is None:
            return {}
        waiting = read_own_inbox(self.places)
        self.inbox_problems = waiting.problems
        self._inbox = with_waiting(Book(""), waiting.entries.values()).entries
        return dict(waiting.entries)

    def _remove(self, taken: list[Path]) -> None:
        left: list[Path] = []
        for path in taken:
            try:
                path.unlink(missing_ok=True)
            except OSError:
                # It is in the journal; taking it up again changes nothing there.
                left.append(path)
        self.inbox_problems += tuple(left)
        self._inbox = {}


class Pending(Store):
    """A store that keeps changes until they are saved together. Only what adds, changes or marks may be done in it."""

    def __init__(self, store: Store) -> None:
        """Begin with what a store has."""
        self.places, self.read_only = store.places, store.read_only
        self.inbox_problems = store.inbox_problems
        self._inbox, self.presented = store._inbox, store.presented
        self._first = self.book = store.book
        self.view = store.view
        self._changes: list[Callable[[Book], Book]] = []

    def save(self, change: Callable[[Book], Book]) -> None:
        """Make a change here alone."""
        if self.read_only:
            raise self._read_only()
        book = change(self.book)
        if book is not self.book:
            self._changes.append(change)
            self._publish(book)

    def all_of_it(self, book: Book) -> Book:
        """Return a book with all changes made: those of here, or made anew when it is another than they began with."""
        if book is self._first:
            return self.book
        for change in self._changes:
            book = change(book)
        return book


def _has_all(mine: Entry | None, other: Entry) -> bool:
    return mine is not None and (mine == other or merge_entries(mine, other) == mine)
