"""What is being typed, on the disk before it is kept: one small file for each open editor."""

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from itertools import takewhile
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import msgspec
from msgspec import Struct

from goedwerk_tui.base.disk import OPEN_DISK, Disk
from goedwerk_tui.base.files import (
    ReadFailed,
    WriteFailed,
    make_private_folder,
    remove_file,
)
from goedwerk_tui.base.places import Places
from goedwerk_tui.base.text import clean
from goedwerk_tui.journal.book import new_id
from goedwerk_tui.journal.entry import Id, Kind, Moment, Origin
from goedwerk_tui.journal.records import head_id, is_of_neighbour
from goedwerk_tui.journal.trouble import SaveFailed
from goedwerk_tui.journal.values import clean_origin, clean_values

_SUFFIX = ".json"
_LIMIT = 64 * 1024 * 1024
_Stamp: TypeAlias = tuple[int, int, int]


class Draft(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A text that is being written."""

    key: Id
    """The editor that it belongs to, such as the step and the item that is answered."""
    text: str
    data: Mapping[str, Any] | None = None
    """The values of a half-done exercise, as JSON; its text then says the same in words."""
    entry_id: str | None = None
    """The entry that is being changed, if it is there already."""
    base_revision: str | None = None
    """The revision on which the writing began: when the entry has a newer one, the draft stands beside it."""
    base_text: str | None = None
    """The text of that revision: when the entry is wiped elsewhere, only what was added to it is kept."""
    origin: Origin | None = None
    kind: Kind
    at: Moment
    journal: Id | None = None
    """The journal in which it is typed, by its id; None of before drafts said so, and where there was none yet."""
    never_leaves: bool = False
    """Whether it is of a piece that never leaves: what is made of it does not either, also where that piece is gone."""
    place: tuple[str, ...] = ()
    """Where in a half-done exercise the person was: which part, and by their ids an item there and a field of it. Empty
    in drafts of before that was kept."""


class _Known(NamedTuple):
    """What stood in a file."""

    draft: Draft
    stamp: _Stamp | None
    """By which it is told that nothing else was put there since."""


class Drafts:
    """The drafts of one journal, each in a file of its own."""

    def __init__(self, folder: Path, disk: Disk = OPEN_DISK, *, journal: Path | None = None) -> None:
        """Touch nothing yet; the folder is made with the first draft.

        Args:
            folder: the folder.
            disk: that of its places.
            journal: the file of the journal: what is kept here says that it is of that one.
        """
        self._folder = folder
        self._journal = journal
        self._disk = disk
        self._problems: tuple[Path, ...] = ()
        self._known: dict[Path, _Known] = {}
        """What a page wrote here, or read, in each file. What is only listed is known to no page."""

    @classmethod
    def of(cls, places: Places) -> "Drafts":
        """Return the drafts of the journal in some places."""
        return cls(places.drafts, places.disk, journal=places.journal)

    @property
    def problems(self) -> tuple[Path, ...]:
        """The files that could not be understood at the last ``all``; they are left as they are."""
        return self._problems

    def put(self, draft: Draft) -> Draft | None:
        """Keep a draft in the place of the one with its key; on return it is on the disk.

        What stands there and is not what was last read or written here by that key stays under another name: what came
        from elsewhere meanwhile, and what is not understood, as of a later version of the program.

        Returns:
            What stood there and has a key of its own now; None where nothing did.

        Raises:
            SaveFailed: it is not; the one before still is.
        """
        path, written = self._path(draft.key), self._signed(_cleaned(draft))
        aside = self._write(path, written, in_place_of=self._known.get(path))
        self._known[path] = _Known(written, _stamp(path))
        return aside

    def get(self, key: str) -> Draft | None:
        """Return the draft with that key, or None when there is none that can be understood."""
        path = self._path(key)
        stamp, draft = _stamp(path), self._read(path)
        if draft is None or self._is_of_neighbour(draft):
            return None
        self._known[path] = _Known(draft, stamp)
        return draft

    def has(self, key: str) -> bool:
        """Return whether there is a draft with that key; no page knows what it says by that."""
        draft = self._read(self._path(key))
        return draft is not None and not self._is_of_neighbour(draft)

    def below(self, draft: Draft) -> Draft:
        """Return a draft with its text below that of the one with its key, when there is one that says something else.

        It never leaves where that one does not.
        """
        return below(self.get(draft.key), draft)

    def clear(self, key: str) -> None:
        """Remove the draft with that key, once its text is kept or thrown away.

        What is not understood stays, and so does what came there from elsewhere and was never read here.

        Raises:
            SaveFailed: it could not be removed.
        """
        path = self._path(key)
        known, found = self._known.pop(path, None), self._read(path)
        if found is not None and known is not None and _says_the_same(found, known.draft):
            self._remove(path)

    def replace(self, listed: Draft, by: Draft) -> None:
        """Keep a draft in the place of one that was listed; what was put there since stays.

        Raises:
            SaveFailed: it is not; the one before still is.
        """
        path, written = self._path(listed.key), self._signed(_cleaned(by))
        known, stamp, found = self._known.get(path), _stamp(path), self._read(path)
        if found is None or not _says_the_same(found, listed):
            return
        self._write(path, written, in_place_of=_Known(found, stamp))
        if known is not None and _says_the_same(known.draft, listed):
            self._known[path] = _Known(written, _stamp(path))

    def remove(self, listed: Draft) -> None:
        """Remove a draft that was listed; what was put there since stays.

        Raises:
            SaveFailed: it could not be removed.
        """
        path = self._path(listed.key)
        found = self._read(path)
        if found is not None and _says_the_same(found, listed):
            self._remove(path)

    def _remove(self, path: Path) -> None:
        try:
            remove_file(path)
        except WriteFailed as failed:
            raise SaveFailed.of(path, failed, what="Wat je typte") from failed

    def all(self) -> tuple[Draft, ...]:
        """Return every draft, the one that was typed last first."""
        found: list[Draft] = []
        problems: list[Path] = []
        for path in sorted(self._folder.glob(f"*{_SUFFIX}")):
            draft = self._read(path)
            if draft is not None and self._path(draft.key) == path:
                found += () if self._is_of_neighbour(draft) else (draft,)
            elif path.exists():
                problems.append(path)
        self._problems = tuple(problems)
        return tuple(sorted(found, key=lambda draft: (draft.at, draft.key), reverse=True))

    def files(self) -> dict[Path, Draft]:
        """Return every draft by the file in which it stands, the one that was typed last first.

        A file may have another name than the draft would get, as a sync service leaves it where two differ.
        """
        found = {path: draft for path in _files_in(self._folder) if (draft := self._read(path)) is not None}
        return dict(sorted(found.items(), key=lambda each: (each[1].at, each[1].key), reverse=True))

    def files_of(self, journal_id: str, *, unsigned: bool = True) -> dict[Path, Draft]:
        """Return the drafts of one journal by their files; what does not say of which it is, only when asked for."""
        mine = (journal_id, None) if unsigned else (journal_id,)
        return {path: draft for path, draft in self.files().items() if draft.journal in mine}

    def unread(self) -> tuple[Path, ...]:
        """Return the files that are named like drafts and can't be understood."""
        understood = self.files()
        return tuple(each for each in _files_in(self._folder) if each.suffix == _SUFFIX and each not in understood)

    def of_neighbours(self) -> tuple[Path, ...]:
        """Return the files with a draft of another journal, which stands beside this one."""
        return tuple(path for path, draft in self.files().items() if self._is_of_neighbour(draft))

    def strays(self) -> dict[Path, Draft]:
        """Return the drafts that stand in a file of another name."""
        return {path: draft for path, draft in self.files().items() if self._path(draft.key) != path}

    def take_in(self, drafts: Mapping[Path, Draft]) -> None:
        """Bring drafts here from the files in which they stand, but for what is here in the same words and values.

        Of two with one key both stay: the one that came is offered beside the one that was here. What can't be moved
        stays where it is.
        """
        for path, draft in drafts.items():
            with suppress(SaveFailed, WriteFailed):
                if not _is_same(path, self._path(draft.key)):
                    self._take(draft)
                    remove_file(path)

    def _write(self, path: Path, written: Draft, *, in_place_of: _Known | None) -> Draft | None:
        """Put a draft in a file, and return what stood there that nobody knew and has a key of its own now.

        Raises:
            SaveFailed: it is not there; what was there still is.
        """
        content = msgspec.json.encode(written) + b"\n"
        aside: list[Draft] = []

        def make_way() -> None:
            if stood := self._make_way(path, written, in_place_of):
                aside.append(stood)

        try:
            make_private_folder(self._folder)
            self._disk.write(path, content, _LIMIT, before_replace=make_way)
        except WriteFailed as failed:
            raise SaveFailed.of(path, failed, what="Wat je typte") from failed
        return aside[0] if aside else None

    def _make_way(self, path: Path, written: Draft, known: _Known | None) -> Draft | None:
        """Give what stands in a file, is not what was known and says something else, another place, and return it."""
        stamp = _stamp(path)
        if stamp is None or (known and known.stamp == stamp):
            return None
        draft = self._read(path)
        if draft is None:
            try:
                path.rename(path.with_stem(f"{path.stem}-{new_id()}"))
            except OSError as error:
                raise WriteFailed.because(path, error) from error
            return None
        if _says_the_same(draft, written) or (known and _says_the_same(draft, known.draft)):
            return None
        self._put_beside(draft)
        return draft

    def _signed(self, draft: Draft) -> Draft:
        """Return a draft that says of which journal it is, as far as that can be told."""
        if draft.journal is not None or self._journal is None:
            return draft
        return msgspec.structs.replace(draft, journal=head_id(self._journal, self._disk))

    def _take(self, draft: Draft) -> None:
        here = self._path(draft.key)
        if not here.exists():
            self.put(draft)
        elif (known := self._read(here)) is None or not _says_the_same(known, draft):
            self._put_beside(draft)

    def _put_beside(self, draft: Draft) -> None:
        beside = msgspec.structs.replace(draft, key=_key_of(draft))
        # One that was brought before, and could not be removed where it was, may have been written on here.
        if not self._path(beside.key).exists():
            self.put(beside)

    def _path(self, key: str) -> Path:
        name = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
        return self._folder / f"{name}{_SUFFIX}"

    def _is_of_neighbour(self, draft: Draft) -> bool:
        return self._journal is not None and is_of_neighbour(draft.journal, self._journal, self._disk)

    def _read(self, path: Path) -> Draft | None:
        try:
            return _cleaned(msgspec.json.decode(self._disk.read(path, _LIMIT), type=Draft))
        except (ReadFailed, msgspec.MsgspecError, ValueError, RecursionError):
            return None


def below(known: Draft | None, draft: Draft) -> Draft:
    """Return a draft with its text below that of another, which never leaves where that one does not."""
    if known is None:
        return draft
    text = _joined(known.text, draft.text)
    return msgspec.structs.replace(draft, text=text, never_leaves=known.never_leaves)


def _joined(first: str, second: str) -> str:
    """Return one text below another, with the lines once with which both begin: the one was gone on with."""
    if first.startswith(second):
        return first
    if second.startswith(first):
        return second
    begun, went_on = first.split("\n"), second.split("\n")
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(begun, went_on, strict=False)))
    return "\n\n".join((first, "\n".join(went_on[same:]).strip("\n")))


def _says_the_same(draft: Draft, other: Draft) -> bool:
    """Whether two drafts hold the same words and values."""
    return draft.text == other.text and msgspec.json.encode(draft.data) == msgspec.json.encode(other.data)


def _key_of(draft: Draft) -> str:
    """Return a key by which no page finds a draft; the same whenever it is brought."""
    unsigned = msgspec.structs.replace(draft, journal=None)
    return hashlib.blake2b(msgspec.json.encode(unsigned), digest_size=16).hexdigest()


def _stamp(path: Path) -> _Stamp | None:
    """Return what changes when something else is put in a file; None when there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def _is_same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False


def _files_in(folder: Path) -> list[Path]:
    try:
        return sorted(each for each in folder.iterdir() if not each.name.startswith("."))
    except OSError:
        return []


def _cleaned(draft: Draft) -> Draft:
    return msgspec.structs.replace(
        draft, text=clean(draft.text), data=clean_values(draft.data), origin=clean_origin(draft.origin)
    )
