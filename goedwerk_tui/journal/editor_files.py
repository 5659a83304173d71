"""An answer that lies open in a person's own editor: what is left of it when its command was killed becomes a draft."""

import hashlib
import os
import re
import shutil
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from goedwerk_tui.base.clock import utc_now
from goedwerk_tui.base.decoding import Decoded, decode_text
from goedwerk_tui.base.files import (
    TEMPORARY_SUFFIX,
    FileTrouble,
    ReadFailed,
    Reason,
    atomic_write,
    make_private_folder,
    read_regular,
    remove_file,
)
from goedwerk_tui.base.places import Places
from goedwerk_tui.base.text import clean, unsafe_sign
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.journal.entry import Id, Kind, Origin
from goedwerk_tui.journal.records import head_id

if TYPE_CHECKING:
    from filelock import FileLock

_PAGE, _ABOUT, _LOCK = "antwoord.md", "vraag.json", "slot"
_OWN_NAMES = {_PAGE, _ABOUT, _LOCK}
_BACKUP = re.compile(r"~$|\.bak$|^#.*#$|^\.~lock\.|^\.#")
"""What editors call a backup, or a lock: it has no words of after those on the page."""
_LIMIT = 64 * 1024 * 1024
_LINE = "─── Je antwoord komt hierboven. De vraag gaat niet mee. ───"


class _Forgotten(Struct, frozen=True):
    """By what the words of a question that was wiped are known, without a word of them."""

    length: int
    hash: str


class _About(Struct, frozen=True):
    """What must be known of a page to make a draft of it."""

    origin: Origin
    question: str
    """All that stands below the answer; of a question that was wiped the line above it alone."""
    journal: Id | None = None
    """The journal for which it is answered, by its id; None of before pages said so, and where there was none yet."""
    taken: str | None = None
    """A hash of the answer that a draft was made of already, when the page stays for what the editor left beside it."""
    told: bool = False
    """Whether the person was told of that since."""
    forgotten: _Forgotten | None = None
    """What stood below that line, when it was wiped: whoever reads a page back from their editor gets it back there."""


class EditorFile:
    """A page in a folder of its own, for this user alone; as long as its command runs, nobody else takes it up."""

    def __init__(self, folder: Path) -> None:
        """Stand before a page, without touching it."""
        self._folder = folder
        self._lock: FileLock | None = None
        self.path = folder / _PAGE
        """The file that the editor gets."""

    @classmethod
    def begin(cls, places: Places, origin: Origin, asked: str, text: str) -> "EditorFile":
        """Lay a page ready.

        Args:
            places: where the journal is.
            origin: what is answered.
            asked: the question, shown below the answer.
            text: what stands there already.

        Raises:
            WriteFailed: it could not be made.
        """
        page = cls(pages_folder(places) / os.urandom(6).hex())
        make_private_folder(page._folder)
        page._hold()
        question = f"{_LINE}\n\n{asked.strip()}"
        page._write_about(_About(origin, question, head_id(places.journal, places.disk)))
        atomic_write(page.path, f"{text}\n\n{question}\n".encode())
        return page

    def read(self) -> Decoded:
        """Return the answer: what a person wrote anywhere on the page, without the question as it was put there.

        What a draft was made of already is no answer.

        Raises:
            ReadFailed: what is on the page can't be read, or is no text; a page that is gone is an empty one.
            msgspec.MsgspecError: what is known of the page is not understood.
        """
        found = self._written()
        return Decoded("", found.form) if found.text and self._about().taken == _hash(found.text) else found

    def _written(self) -> Decoded:
        try:
            written, form = decode_text(read_regular(self.path, _LIMIT))
        except ReadFailed as failed:
            if failed.reason is Reason.NO_FILE:
                return decode_text(b"")
            raise
        if form != "UTF-8" and ("\ufffd" in written or unsafe_sign(written) is not None):
            # An editor that encrypts wrote it, or it is cut off: in its letters nobody's words would be left.
            raise ReadFailed(self.path, Reason.NO_TEXT)
        about = self._about()
        before, _, after = clean(written).partition(about.question)
        if (gone := about.forgotten) and _hash((asked := after.lstrip())[: gone.length]) == gone.hash:
            after = asked[gone.length :]
        parts = (before.strip("\n").rstrip(), after.strip())
        return Decoded("\n\n".join(part for part in parts if part), form)

    def taken_text(self) -> str | None:
        """Return the text of which a draft was made, when the page still stands there with nothing else on it.

        Raises:
            ReadFailed, msgspec.MsgspecError: the page is not understood.
        """
        about, written = self._about(), self._written().text
        if about.taken is None or not os.path.lexists(self.path) or (written and about.taken != _hash(written)):
            return None
        return written

    def remove(self) -> None:
        """Remove the page, once its text is kept."""
        self.let_go()
        shutil.rmtree(self._folder, ignore_errors=True)
        with suppress(OSError):
            self._folder.parent.rmdir()

    def files(self) -> tuple[Path, ...]:
        """Return all files that stand in the folder."""
        return tuple(each for each in sorted(self._folder.rglob("*")) if each.is_symlink() or each.is_file())

    def left_by_editor(self) -> tuple[Path, ...]:
        """Return the files with anything in them that the editor put beside the page, as it does for a recovery."""
        own = {self._folder / each for each in _OWN_NAMES}
        found = (each for each in self.files() if each not in own and each.suffix != TEMPORARY_SUFFIX)
        return tuple(each for each in found if each.lstat().st_size)

    def done(self, laid: bytes, drafts: Drafts) -> tuple[Path, ...]:
        """Remove the page, the answer on which was kept; an empty one as ``keep_as_draft`` does.

        Args:
            laid: the page as it was laid ready.
            drafts: where drafts are kept.

        Returns:
            What the editor saved beside it, for which it stays. Beside an answer that is no backup, as editors name
            these, nor the same page again: what it held before the person took out.

        Raises:
            SaveFailed, ReadFailed, msgspec.MsgspecError: as ``keep_as_draft``.
        """
        left = self.left_by_editor()
        if not (text := self._written().text):
            self.keep_as_draft(drafts)
            return left
        known = (laid, read_regular(self.path, _LIMIT))
        others = (each for each in left if not _BACKUP.search(each.name))
        left = tuple(each for each in others if not each.is_file() or each.read_bytes() not in known)
        if left:
            self._note_taken(text)
        else:
            self.remove()
        return left

    def untold(self) -> tuple[Path, ...]:
        """Return what the editor left beside a page that was taken up, when the person was not told of it yet.

        Raises:
            FileTrouble, msgspec.MsgspecError: the page is not understood, or it could not be noted that it is told.
        """
        about = self._about()
        if about.taken is None or about.told or not (left := self.left_by_editor()):
            return ()
        self._write_about(msgspec.structs.replace(about, told=True))
        return left

    def keep_as_draft(self, drafts: Drafts) -> bool:
        """Make what was written a draft, below one that is there for the same question, and remove the page.

        Where the editor left a file beside it, both stay: it may hold more, and can be read back only beside its page.
        What the person puts on that page later becomes a draft again.

        Returns:
            Whether there was anything.

        Raises:
            SaveFailed: it could not be kept; the page is still there.
            ReadFailed, msgspec.MsgspecError: the page is not understood, and is still there.
        """
        draft = self.as_draft()
        if draft.text:
            drafts.put(drafts.below(draft))
        if self.left_by_editor():
            self._note_taken(draft.text)
        else:
            self.remove()
        return bool(draft.text)

    def _note_taken(self, text: str) -> None:
        if text or self._about().taken is None:
            # When this fails the same text is taken up again, and stands in the draft already.
            with suppress(FileTrouble):
                self._write_about(msgspec.structs.replace(self._about(), taken=_hash(text)))
        self.let_go()

    def drop_taken(self) -> tuple[Path, ...]:
        """Remove the text of which a draft was made; returns what the editor left beside it, which stays.

        Nothing is done, or returned, while the command of the page runs, when there is more on it than was taken, or
        when it is gone already.

        Raises:
            FileTrouble, msgspec.MsgspecError: the page is not understood, or could not be removed.
        """
        if not self.is_left():
            return ()
        try:
            if self.taken_text() is None:
                return ()
            remove_file(self.path)
            return self.left_by_editor()
        finally:
            self.let_go()

    def origin(self) -> Origin:
        """Return what is answered.

        Raises:
            ReadFailed, msgspec.MsgspecError: it is not understood.
        """
        return self._about().origin

    def forget_question(self) -> tuple[Path, ...]:
        """Take the words of the question off the page, and out of what is known of it, once that was wiped.

        Nothing is done, or returned, while the command of the page runs, or when it was done already.

        Returns:
            What the editor left beside it, which stays.

        Raises:
            FileTrouble, msgspec.MsgspecError: the page is not understood, or could not be written or removed.
        """
        if not self.is_left():
            return ()
        try:
            about, text, there = self._about(), self._written().text, os.path.lexists(self.path)
            left = f"{text}\n\n{_LINE}\n".encode() if text else b""
            if about.forgotten and (not there or read_regular(self.path, _LIMIT) == left):
                return ()
            if not about.forgotten:
                asked = about.question.removeprefix(_LINE).strip()
                origin = msgspec.structs.replace(about.origin, words="")
                gone = _Forgotten(len(asked), _hash(asked))
                self._write_about(msgspec.structs.replace(about, origin=origin, question=_LINE, forgotten=gone))
            if there and left:
                atomic_write(self.path, left)
            elif there:
                remove_file(self.path)
            return self.left_by_editor()
        finally:
            self.let_go()

    def as_draft(self) -> Draft:
        """Return what was written so far as a draft of the answer; its text is empty when nothing was.

        Raises:
            ReadFailed, msgspec.MsgspecError: the page is not understood.
        """
        origin = self._about().origin
        return Draft(key=draft_key(origin), text=self.read().text, origin=origin, kind=Kind.ANSWER, at=utc_now())

    def is_left(self) -> bool:
        """Return whether the command that this page was for is gone; from then on it is ours."""
        return self._hold()

    def is_taken(self) -> bool:
        """Return whether a draft was made of it, and it stays for what the editor left beside it.

        Raises:
            ReadFailed, msgspec.MsgspecError: it is not understood.
        """
        return self._about().taken is not None

    def signed_by(self) -> str | None:
        """Return of which journal it is, as far as it says so.

        Raises:
            ReadFailed, msgspec.MsgspecError: it is not understood.
        """
        return self._about().journal

    def _hold(self) -> bool:
        from filelock import FileLock, Timeout

        lock = FileLock(self._folder / _LOCK, thread_local=False)
        try:
            lock.acquire(blocking=False)
        except (Timeout, OSError, NotImplementedError):
            return False
        self._lock = lock
        return True

    def let_go(self) -> None:
        """Leave the page to whoever takes it up."""
        if self._lock is not None:
            self._lock.release()

    def _about(self) -> _About:
        return msgspec.json.decode(read_regular(self._folder / _ABOUT, _LIMIT), type=_About)

    def _write_about(self, about: _About) -> None:
        atomic_write(self._folder / _ABOUT, msgspec.json.encode(about))


def _hash(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


def draft_key(origin: Origin) -> str:
    """Return the key of the draft of an answer, by which the app finds it too."""
    return f"{origin.step}/{origin.item}"


def pages_folder(places: Places) -> Path:
    """Return where such pages lie, each in a folder of its own."""
    return places.state / "antwoorden"
