"""What the screens have of the world: the programme, the journal, and the one thread that writes."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from goedwerk_tui.base.places import Places
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.journal import Journal
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.journal.lock import HeldBy, InstanceLock
from goedwerk_tui.programme import Pack, open_content

Result = TypeVar("Result")


class Keeper:
    """Holds the pack and the journal of one run of the app.

    Screens read ``pack`` and ``journal`` directly, and change the journal through ``write`` alone: changes happen one
    by one, in the order in which they were asked, away from the keyboard.
    """

    def __init__(self, pack: Pack, journal: Journal, *, drafts: Drafts | None, lock: InstanceLock | None) -> None:
        """Take what was opened; ``drafts`` is None where nothing may be kept, ``lock`` where none is needed yet."""
        self.pack = pack
        self.journal = journal
        self.drafts = drafts
        self._lock = lock
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="journal")

    @classmethod
    def open(cls, places: Places, content: Path | None) -> "Keeper":
        """Open the programme and the person's journal. Slow; call it from a thread.

        A journal that another window has open is opened for reading only.

        Raises:
            Trouble: the programme or the journal can't be read.
        """
        pack = open_content(content)
        if not (places.journal.exists() or places.inbox.exists() or places.drafts.exists()):
            # Nothing of ours is here yet: nothing is made until the person begins.
            return cls(pack, Journal.open(places), drafts=Drafts(places.drafts), lock=None)
        lock = InstanceLock(places)
        if isinstance(lock.acquire(), HeldBy):
            return cls(pack, Journal.open(places, read_only=True), drafts=None, lock=None)
        journal = Journal.open(places)
        journal.take_inbox()
        return cls(pack, journal, drafts=Drafts(places.drafts), lock=lock)

    @classmethod
    def look_round(cls, content: Path | None) -> "Keeper":
        """Open the programme with a journal that is kept nowhere.

        Raises:
            Trouble: the programme can't be read.
        """
        return cls(open_content(content), Journal.in_memory(), drafts=None, lock=None)

    @property
    def looking_round(self) -> bool:
        """Whether nothing is kept."""
        return self.journal.places is None

    @property
    def read_only(self) -> bool:
        """Whether another window has the journal."""
        return self.journal.read_only

    @property
    def is_new(self) -> bool:
        """Whether this is a first start: there is no journal yet."""
        return not self.looking_round and not self.journal.entries and self.journal.position is None

    async def write(self, change: Callable[[Journal], Result]) -> Result:
        """Change the journal. When this returns, the change is on disk.

        Raises:
            Trouble: it could not be written; the journal is as it was.
        """
        return await asyncio.get_running_loop().run_in_executor(self._writer, self._write, change)

    def _write(self, change: Callable[[Journal], Result]) -> Result:
        self._take_lock()
        return change(self.journal)

    def _take_lock(self) -> None:
        """Take the lock at the first change of a journal that was new at the start."""
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

    async def keep_draft(self, draft: Draft) -> bool:
        """Keep what is being typed. Returns whether there is a place for it.

        Raises:
            Trouble: it could not be written.
        """
        if self.drafts is None:
            return False
        await asyncio.get_running_loop().run_in_executor(self._writer, self.keep_draft_now, draft)
        return True

    def keep_draft_now(self, draft: Draft) -> None:
        """Keep what is being typed, at once: for when the process is about to end.

        Raises:
            Trouble: it could not be written.
        """
        if self.drafts is not None:
            self._take_lock()
            self.drafts.put(draft)

    async def clear_draft(self, key: str) -> None:
        """Forget a draft whose text is in the journal now."""
        if self.drafts is not None:
            await asyncio.get_running_loop().run_in_executor(self._writer, self.drafts.clear, key)

    def draft(self, key: str) -> Draft | None:
        """Return what was being typed when the program last ended, if anything."""
        return self.drafts.get(key) if self.drafts else None

    def close(self) -> None:
        """Wait for what is being written, and let the journal and the lock go."""
        self._writer.shutdown(wait=True)
        self.journal.close()
        if self._lock:
            self._lock.release()
