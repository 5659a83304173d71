"""Drafts on their way to the disk."""

import threading
from collections.abc import Callable

from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.journal.drafts import Draft


class DraftQueue:
    """Writes one draft at a time, and of each key the newest last, in whichever thread that is done."""

    def __init__(self, put: Callable[[Draft], None]) -> None:
        """Take what puts one on the disk; what that raises is raised here."""
        self._put = put
        self._waiting: dict[str, Draft] = {}
        """By their keys."""
        self.alone = threading.Lock()
        """To be held by whoever changes drafts by another way."""

    def add(self, draft: Draft) -> None:
        """Let a draft wait, in the place of an older one with its key."""
        self._waiting[draft.key] = draft

    def write(self, key: str) -> bool:
        """Write what waits under a key: on a slow disk more than one may have waited.

        Returns:
            Whether anything did: it may have been written or cleared meanwhile.
        """
        with self.alone:
            draft = self._waiting.pop(key, None)
            if draft is None:
                return False
            try:
                self._put(draft)
            except Trouble:
                self._waiting.setdefault(key, draft)
                raise
            return True

    def write_now(self, draft: Draft) -> None:
        """Write a draft at once; what waits under its key is older, and may not come after it."""
        with self.alone:
            self._waiting.pop(draft.key, None)
            self._put(draft)

    def forget(self, key: str) -> None:
        """Write nothing that waits under a key."""
        self._waiting.pop(key, None)
