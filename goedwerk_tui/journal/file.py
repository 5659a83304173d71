"""A journal in its TinyDB file, or in a TinyDB that is nowhere but in memory."""

from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.storages import MemoryStorage
from tinydb.table import Document

from goedwerk_tui.base.disk import Disk
from goedwerk_tui.base.files import (
    ReadFailed,
    Reason,
    WriteFailed,
    make_private_folder,
    read_regular,
    real_path,
)
from goedwerk_tui.base.journal_head import SIZE_LIMIT
from goedwerk_tui.base.versions import Version
from goedwerk_tui.journal.book import Book, Key
from goedwerk_tui.journal.codec import encode, render
from goedwerk_tui.journal.migration import SCHEMA
from goedwerk_tui.journal.records import (
    FILE_ORDER,
    META,
    TABLES,
    DocumentIds,
    TableSchema,
    document,
    meta,
    read_row,
    read_tables,
    rows,
    tables_of,
)
from goedwerk_tui.journal.storage import DurableStorage
from goedwerk_tui.journal.transactions import Transactions
from goedwerk_tui.journal.trouble import Cause, JournalUnreadable, SaveFailed


def read_book(path: Path, disk: Disk) -> Book:
    """Return the journal in a file: a copy, a backup.

    Raises:
        JournalUnreadable: there is none, or it is not understood.
    """
    book = JournalFile(path, disk, read_only=True).load()
    if book is None:
        raise JournalUnreadable(path, Cause.FILE, reason=Reason.NO_FILE)
    return book


def write_book(path: Path, book: Book, disk: Disk, *, over: bytes | None = None) -> None:
    """Write a journal as a whole file, in the place of what is known to be there.

    Args:
        path: the file.
        book: the journal.
        disk: that of its places.
        over: what stands there, byte for byte; None for nothing.

    Raises:
        WriteFailed: it was not written; with reason CHANGED when something else stands there by now.
    """

    def refuse_other() -> None:
        try:
            found = read_regular(path, SIZE_LIMIT)
        except ReadFailed as failed:
            found = None if failed.reason is Reason.NO_FILE else b""
        if found != over:
            raise WriteFailed(path, Reason.CHANGED)

    make_private_folder(real_path(path).parent)
    disk.write(path, _rendered(book), SIZE_LIMIT, before_replace=refuse_other)


def book_as_bytes(book: Book, disk: Disk) -> bytes:
    """Return a journal as it stands in a file."""
    return disk.sealed(_rendered(book))


def _rendered(book: Book) -> bytes:
    return render(encode(tables_of(book), {}))


def _readable(table: TableSchema, row: object) -> dict[str, Any]:
    """Return a row as TinyDB keeps it, certain that it will be understood when it is read."""
    kept = document(row)
    if read_row(table, kept) is None:
        raise ValueError(f"{row} could not be read again")
    return kept


class JournalFile:
    """Loads a book and saves what differs, as one write."""

    def __init__(self, path: Path | None, disk: Disk, *, read_only: bool = False) -> None:
        """Stand before a file, without touching it; without a path, keep everything in memory."""
        self._path = path
        self._transactions = Transactions(MemoryStorage if path is None else DurableStorage)
        if path is None:
            self._db: Any = TinyDB(storage=self._transactions)
        else:
            self._db: Any = TinyDB(path, storage=self._transactions, read_only=read_only, disk=disk)
        self._ids: DocumentIds = {}
        self._id: str | None = None
        """Of which journal it is the file, once that is known."""
        self._version: object = None
        self._written_by: tuple[Version, ...] = ()
        self._older = False

    @property
    def older(self) -> bool:
        """Whether the file that was loaded is in an older version of the format; saving then writes the present one."""
        return self._older

    def load(self) -> Book | None:
        """Return the journal, or None when there is none yet.

        Raises:
            JournalUnreadable: there is something that is not understood, or another journal than before. It stays
                something that changed, so that it is never written over.
        """
        tables = self._transactions.read()
        version = self._storage_version()
        if tables is None:
            self._ids, self._version, self._older = {}, version, False
            return None
        found = read_tables(self._path or Path(), tables)
        if self._id not in (None, found.book.id):
            raise JournalUnreadable(self._path or Path(), Cause.REPLACED)
        self._id = found.book.id
        self._ids, self._version, self._older = found.ids, version, found.version < SCHEMA
        self._written_by = found.written_by
        return found.book

    def changed_on_disk(self) -> bool:
        """Return whether the file holds something else than what was loaded or saved here last."""
        storage: Any = self._transactions.storage
        if not isinstance(storage, DurableStorage):
            return False
        return storage.version is not self._version or storage.changed_on_disk()

    def away(self) -> bool:
        """Return whether the disk that the file was on is gone."""
        storage: Any = self._transactions.storage
        return isinstance(storage, DurableStorage) and storage.away()

    def removed(self) -> bool:
        """Return whether the folder that the file was in is gone, and not the disk that it was on."""
        storage: Any = self._transactions.storage
        return isinstance(storage, DurableStorage) and storage.removed()

    def save(self, old: Book | None, new: Book) -> None:
        """Put on the disk what differs between the book that is there and the new one.

        Raises:
            SaveFailed: nothing of it is there; reason CHANGED when the file no longer holds ``old``.
        """
        self._transactions.begin(FILE_ORDER)
        ids: DocumentIds = {table.name: dict(self._ids.get(table.name, {})) for table in TABLES}
        try:
            if self._path and self._storage_version() is not self._version:
                raise SaveFailed(self._path, Reason.CHANGED)
            if self._older:
                self._db.drop_tables()
                old, ids = None, {table.name: {} for table in TABLES}
            if old is None:
                self._db.table(META).insert(Document(meta(new), 1))
                for table in TABLES:
                    self._db.table(table.name).truncate()
            elif self._written_by != new.versions:
                self._db.table(META).update(meta(new))
            for table in TABLES:
                self._save_table(table, rows(old, table) if old else {}, rows(new, table), ids[table.name])
        except BaseException:
            self._transactions.roll_back()
            raise
        self._transactions.commit()
        self._id, self._ids, self._older, self._written_by = new.id, ids, False, new.versions
        self._version = self._storage_version()

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def _save_table(self, table: TableSchema, old: Any, new: Any, ids: dict[str | Key, int]) -> None:
        if old is new:
            return
        there = self._db.table(table.name)
        gone = [ids.pop(key) for key in list(ids) if key not in new]
        changed = {
            ids[key]: _readable(table, row) for key, row in new.items() if key in ids and old.get(key) is not row
        }
        added: list[Document] = []
        number = max(ids.values(), default=0)
        for key, row in new.items():
            if key not in ids:
                ids[key] = number = number + 1
                added.append(Document(_readable(table, row), number))
        if gone:
            there.remove(doc_ids=gone)
        if changed:
            fields = iter(changed.values())

            def put_next(found: dict[str, Any]) -> None:
                found.update(next(fields))

            there.update(put_next, doc_ids=list(changed))
        if added:
            there.insert_multiple(added)

    def _storage_version(self) -> object:
        storage: Any = self._transactions.storage
        return storage.version if isinstance(storage, DurableStorage) else storage.read()
