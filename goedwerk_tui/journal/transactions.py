"""Several TinyDB operations as one write."""

from collections.abc import Sequence
from typing import Any

from tinydb.middlewares import Middleware


class Transactions(Middleware):
    """Keeps what TinyDB writes until ``commit``, which passes it to the storage as one write."""

    def __init__(self, storage_cls: Any) -> None:
        """Stand before a storage of this class."""
        super().__init__(storage_cls)
        self._pending: dict[str, dict[str, Any]] | None = None

    def begin(self, order: Sequence[str] = ()) -> None:
        """Start from what the storage has, on copies: until ``commit`` it does not change.

        Args:
            order: the names of the tables, as they are to follow one another in the file.
        """
        tables: dict[str, dict[str, Any]] = self.storage.read() or {}
        self._pending = {
            name: {key: dict(document) for key, document in tables[name].items()}
            for name in (*order, *tables)
            if name in tables
        }

    def commit(self) -> None:
        """Pass it all on; whatever the storage raises, nothing stays pending."""
        pending, self._pending = self._pending, None
        if pending is not None:
            self.storage.write(pending)

    def roll_back(self) -> None:
        """Forget what was done since ``begin``."""
        self._pending = None

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return what is pending, or else what the storage has."""
        return self.storage.read() if self._pending is None else self._pending

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Keep the data for ``commit``, or pass them on outside a transaction."""
        if self._pending is None:
            self.storage.write(data)
        else:
            self._pending = data

    def close(self) -> None:
        """Close the storage; what is pending is forgotten."""
        self._pending = None
        self.storage.close()
