"""What the screens have of the world: the programme, the journal, and the one thread that writes."""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from goedwerk_tui.base.files import Reason
from goedwerk_tui.base.places import Places
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.answers import presented_by
from goedwerk_tui.guidance.exercises.own_places import drafts_of
from goedwerk_tui.journal import Journal, Mark, SaveFailed
from goedwerk_tui.journal.draft_marks import as_marked, mark_drafts
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.journal.editor_pages import take_up_pages
from goedwerk_tui.journal.left_behind import take_notes_along
from goedwerk_tui.journal.lock import HeldBy, InstanceLock, LockUnavailable
from goedwerk_tui.journal.maintenance import Cared, look_again, remove_wiped_elsewhere, take_care
from goedwerk_tui.journal.refuge import keep_in_refuge
from goedwerk_tui.journal.trouble import BackupReadOnly
from goedwerk_tui.programme import Pack
from goedwerk_tui.tui.draft_queue import DraftQueue
from goedwerk_tui.tui.moving_elsewhere import open_copy

if TYPE_CHECKING:
    from goedwerk_tui.guidance.programme_search import ProgrammeIndex
    from goedwerk_tui.journal.erasure import Wiped
    from goedwerk_tui.journal.relocation import Relocated
    from goedwerk_tui.sharing.repeating import Asked

Result = TypeVar("Result")


class Workspace:
    """Holds the pack and the journal of one run of the app.

    Screens read ``pack`` and ``journal`` directly, and change the journal through ``write`` alone: changes happen one
    by one, in the order in which they were asked, away from the keyboard.
    """

    def __init__(
        self,
        pack: Pack,
        journal: Journal,
        *,
        drafts: Drafts | None,
        lock: InstanceLock | None,
        cared: Cared = Cared(),  # noqa: B008 - frozen
        without_lock: LockUnavailable | BackupReadOnly | None = None,
    ) -> None:
        """Take what was opened.

        Args:
            pack: the programme.
            journal: the journal.
            drafts: what is being typed; None where nothing may be kept.
            lock: that of the journal; None where none is needed yet, or another window has it.
            cared: what was done for the journal.
            without_lock: why nothing may be written, where no lock can be made, or a backup is read.
        """
        self.is_example = False
        """Whether the journal is that of the invented colleague, to look at."""
        self.pack = pack
        self.journal = self._beside_programme(journal)
        self.drafts = drafts
        self.cared = cared
        """What was done for the journal when it was opened."""
        self.kept_elsewhere: Path | None = None
        """Where, at the end, all that was written is kept when the journal's file no longer had it."""
        self.why_elsewhere: Trouble | None = None
        """Why nothing more could be kept with the journal, where its file is as it was."""
        self.asked_for: tuple[Asked | None, Asked] | None = None
        """How the last export was to begin, and what was made of that when it was looked over."""
        self.went_on_in: Path | None = None
        """Where the journal goes on for this once, while another file opens the next time."""
        self._lock = lock
        self._without_lock = without_lock
        self._not_begun = lock is None and not journal.read_only
        """Whether nothing was kept in the journal yet, so that what waits in its inbox still does."""
        self.tell_of_aside: Callable[[], object] = lambda: None
        """Tells, from whichever thread, that what was typed elsewhere under the same key stands beside it now."""
        self._taken: tuple[Journal, Drafts, InstanceLock] | None = None
        """What was taken over from a window that is gone, and is not gone on with yet."""
        self._closed = False
        self._queue = DraftQueue(self._put_draft)
        self._index: ProgrammeIndex | None = None
        self._indexing = asyncio.Lock()
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="journal")

    def _beside_programme(self, journal: Journal) -> Journal:
        """Read the journal beside the programme."""
        journal.present(presented_by(self.pack))
        journal.store.stays_open = True
        return journal

    def lay_on(self, pack: Pack) -> None:
        """Go on with another programme, or with other content on it."""
        self.pack = pack
        self._beside_programme(self.journal)

    async def programme_index(self) -> "ProgrammeIndex":
        """Return the index of the programme; the first time it is made, in a thread."""
        from goedwerk_tui.guidance.programme_search import ProgrammeIndex

        async with self._indexing:
            if self._index is None:
                self._index = await asyncio.to_thread(ProgrammeIndex, self.pack)
            return self._index

    @property
    def looking_round(self) -> bool:
        """Whether nothing is kept."""
        return self.journal.places is None

    @property
    def read_only(self) -> bool:
        """Whether nothing may be written: another window has the journal, no lock can be made, or it is an example."""
        return self.journal.read_only or self.is_example

    @property
    def why_read_only(self) -> str:
        """Why nothing may be written, in a few words."""
        if self.is_example:
            return "dit is het dagboek van een verzonnen collega"
        if isinstance(self._without_lock, BackupReadOnly):
            return "dit is een reservekopie"
        return "geen slot mogelijk" if self._without_lock else "een ander venster heeft dit dagboek open"

    @property
    def is_new(self) -> bool:
        """Whether this is a first start: there is no journal yet."""
        if self.looking_round or self.journal.position is not None:
            return False
        only_notes_wait = self._lock is None and not self.read_only
        return only_notes_wait or not self.journal.entries

    async def write(self, change: Callable[[Journal], Result]) -> Result:
        """Change the journal. When this returns, the change is on disk.

        Raises:
            Trouble: it could not be written; the journal is as it was.
        """
        if self._closed:
            raise Trouble("Het dagboek is al gesloten.", "Er is niets bewaard.")
        return await asyncio.get_running_loop().run_in_executor(self._writer, self._write, change)

    async def apply(self, make: Callable[[Journal], Result]) -> Result:
        """Make several changes of the journal as one. When this returns, all of them are on disk.

        Raises:
            Trouble: they could not be written; the journal is as it was.
        """
        return await self.write(lambda journal: journal.apply(make))

    def _write(self, change: Callable[[Journal], Result]) -> Result:
        self._take_lock()
        shut_in = self.journal.marked(Mark.NEVER_LEAVE)
        result = change(self.journal)
        if self._not_begun:
            self._take_what_waited()
        if self.journal.marked(Mark.NEVER_LEAVE) != shut_in:
            self._mark_drafts()
        return result

    def _take_what_waited(self) -> None:
        """Move what was left before the person began into the journal, once that is there."""
        places = self.journal.places
        if places is not None and places.journal.exists():
            self._not_begun = False
            take_up_pages(places)
            # What fails is tried again at the next look.
            with suppress(SaveFailed):
                take_notes_along(self.journal)

    def _mark_drafts(self) -> None:
        """Let what waits as a draft never leave where its piece does not."""
        if self.drafts is not None and not self.read_only:
            with self._queue.alone:
                mark_drafts(self.drafts, self.journal.book)

    def _take_lock(self) -> None:
        """Take the lock at the first change of a journal that was new at the start.

        Raises:
            Trouble: there is none to be had; nothing is written.
        """
        if self.journal.read_only and self._without_lock:
            raise self._without_lock
        if self._lock or self.journal.places is None or self.journal.read_only:
            return
        lock = InstanceLock(self.journal.places)
        if isinstance(lock.acquire(), HeldBy):
            raise Trouble(
                "Een ander venster is ondertussen met dit dagboek begonnen.",
                "Hier wordt niets bewaard; je tekst staat nog in beeld.",
                "Kopieer hem, sluit dit venster en ga verder in het andere.",
            )
        self._lock = lock

    async def look_again(self) -> Cared:
        """Take up what other processes and machines left since, and the lock when the window that had it is gone.

        Raises:
            Trouble: it could not be taken up; the journal is as it was.
        """
        if self._closed or (self._lock is None and not self.read_only):
            return Cared()
        cared = await asyncio.get_running_loop().run_in_executor(self._writer, self._look_again)
        if self._taken and not self._closed:
            # Not in the thread: between this and what the screens read anew by it no key may come.
            self.journal.close()
            (self.journal, self.drafts, self._lock), self._taken = self._taken, None
        return cared

    def _look_again(self) -> Cared:
        places = self.journal.places
        if places is None or not self.read_only or self._without_lock:
            cared = look_again(self.journal)
            self._mark_drafts()
            return cared
        lock = InstanceLock(places)
        if isinstance(lock.acquire(), HeldBy):
            return look_again(self.journal)
        try:
            journal, drafts = self._beside_programme(Journal.open(places)), drafts_of(places, self.pack)
            cared = take_care(journal)
        except BaseException:
            lock.release()
            raise
        self._taken = journal, drafts, lock
        return cared

    async def go_on_in(self, path: Path) -> Places:
        """Write all that the journal has to a new file, and go on there. The old file stays as it is.

        Returns:
            The places of the new journal.

        Raises:
            Trouble: it could not be written there; the journal is where it was.
        """
        return await asyncio.get_running_loop().run_in_executor(self._writer, self._go_on_in, path)

    def _go_on_in(self, path: Path) -> Places:
        places, there, lock = open_copy(self.journal, path)
        before, its_lock = self.journal, self._lock
        self.journal, self.drafts, self._lock = self._beside_programme(there), Drafts.of(places), lock
        self.went_on_in = places.journal
        before.close()
        if its_lock:
            its_lock.release()
        return places

    async def remember(self) -> Places:
        """Keep in the settings that the journal is where it is now, so that the next start opens it.

        Returns:
            Its places, as the next start finds them.

        Raises:
            Trouble: it could not be kept in the settings.
        """
        from goedwerk_tui.journal.relocation import remember_place

        places = await self.write(remember_place)
        self.went_on_in = None
        return places

    async def keep_backups_in(self, folder: Path) -> "Relocated":
        """Keep backups in this folder from now on; those that there are move to it.

        Raises:
            Trouble: backups could not be kept there, or that could not be kept in the settings; all is as it was.
        """
        from goedwerk_tui.journal.relocation import keep_backups_in

        return await self.write(lambda journal: keep_backups_in(journal, folder))

    async def wipe_everything(self) -> "Wiped":
        """Remove every file of ours. Nothing can be written afterwards."""
        self.drafts = None
        return await asyncio.to_thread(self._wipe_everything)

    def _wipe_everything(self) -> "Wiped":
        from goedwerk_tui.journal.erasure import wipe_everything

        assert self.journal.places is not None
        self.close()
        return wipe_everything(self.journal.places, journal_id=self.journal.id)

    async def keep_draft(self, draft: Draft) -> bool:
        """Keep what is being typed. Returns whether it, or what was typed after it, is on disk.

        Once the journal is closed there is none: what stood in an editor was kept before, and the lock is given back.

        Raises:
            Trouble: it could not be written.
        """
        if self.drafts is None or self._closed:
            return False
        self._queue.add(draft)
        return await asyncio.get_running_loop().run_in_executor(self._writer, self._keep_waiting, draft.key)

    def _keep_waiting(self, key: str) -> bool:
        """Keep the draft that waits under a key, and return whether there is one on the disk."""
        return self.drafts is not None and (self._queue.write(key) or self.drafts.has(key))

    def keep_draft_now(self, draft: Draft) -> None:
        """Keep what is being typed, at once: for when the process is about to end.

        Raises:
            Trouble: it could not be written.
        """
        self._queue.write_now(draft)

    def _put_draft(self, draft: Draft) -> None:
        if self.drafts is not None:
            self._take_lock()
            if self.journal.away():
                raise SaveFailed(self.journal.places.drafts if self.journal.places else Path(), Reason.NO_FOLDER)
            # Of the journal that is open: something may have taken its file away, or put another there.
            its = None if self._not_begun else self.journal.id
            if self.drafts.put(as_marked(msgspec.structs.replace(draft, journal=its), self.journal.book)):
                self.tell_of_aside()

    async def clear_draft(self, key: str) -> None:
        """Forget a draft whose text is in the journal now."""
        self._queue.forget(key)
        if self.drafts is not None:
            writer = None if self._closed else self._writer
            await asyncio.get_running_loop().run_in_executor(writer, self.drafts.clear, key)

    def draft(self, key: str) -> Draft | None:
        """Return what was being typed when the program last ended, if anything."""
        return self.drafts.get(key) if self.drafts else None

    async def keep_memory(self) -> None:
        """Keep among the backups what memory alone has, as something emptied the journal's file or took it away.

        Raises:
            SaveFailed: it could not be kept there.
        """
        if not self._closed:
            await asyncio.get_running_loop().run_in_executor(self._writer, self._keep_memory)

    def _keep_memory(self) -> None:
        if self.kept_elsewhere is None:
            self.kept_elsewhere = self.journal.keep_what_the_file_lacks()

    async def take_refuge(self, keep: Callable[[], Awaitable[bool]], trouble: Trouble) -> None:
        """Keep all that the journal has, and what stands in every editor, where it can be kept: at the end.

        Args:
            keep: puts what stands in the editors in the journal.
            trouble: why it can't be kept with the journal.

        Raises:
            SaveFailed: there is no place for it.
        """
        places, book = self.journal.places, self.journal.book
        if self._closed or places is None or self.read_only:
            return
        held = Journal.in_memory()
        held.store.save(lambda _: book)
        self.journal, self.drafts = self._beside_programme(held), None
        await keep()
        self.kept_elsewhere = await asyncio.to_thread(keep_in_refuge, places, self.journal.book)
        self.why_elsewhere = trouble

    @property
    def closed(self) -> bool:
        """Whether nothing more can be kept."""
        return self._closed

    def close(self) -> None:
        """Wait for what is being written, keep what memory alone has, and let the journal and the lock go."""
        if self._closed:
            return
        self._closed = True
        self._writer.shutdown(wait=True)
        with suppress(SaveFailed):
            self._keep_memory()
        with suppress(Trouble):
            remove_wiped_elsewhere(self.journal, self.journal.store.settled)
        self.journal.close()
        if self._taken:
            self._taken[0].close()
            self._taken[2].release()
        if self._lock:
            self._lock.release()
