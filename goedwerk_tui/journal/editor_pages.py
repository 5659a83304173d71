"""All answers that lie open in a person's own editor for a journal: taken up, looked through, and wiped with it."""

import os
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from goedwerk_tui.base.files import FileTrouble, ReadFailed, WriteFailed, atomic_write
from goedwerk_tui.base.places import Places
from goedwerk_tui.journal.book import Book, named_by, stem
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.journal.editor_files import EditorFile, draft_key, pages_folder
from goedwerk_tui.journal.entry import Entry, State
from goedwerk_tui.journal.records import head_id

_AWAITED = "wacht"
"""An empty file beside a page that an editor may save yet, of the moment at which it was left to it."""
_AWAITED_FOR = 7 * 24 * 3600 * 10**9


def take_up_pages(places: Places) -> None:
    """Make drafts of the pages of a journal whose commands are gone; what is not understood, or kept, stays there."""
    drafts = Drafts.of(places)
    for page in _signed_for(places, head_id(places.journal, places.disk)):
        with suppress(FileTrouble, msgspec.MsgspecError, ValueError):
            if not _is_awaited(page) and page.is_left():
                try:
                    page.keep_as_draft(drafts)
                finally:
                    page.let_go()


def await_editor(page: EditorFile) -> None:
    """Leave a page to an editor that came back at once and may save it yet; it is no draft before it does.

    Raises:
        WriteFailed: that could not be noted.
    """
    atomic_write(page.path.with_name(_AWAITED), b"")
    page.let_go()


def _is_awaited(page: EditorFile) -> bool:
    try:
        since = page.path.with_name(_AWAITED).stat().st_mtime_ns
        return page.path.stat().st_mtime_ns <= since and time.time_ns() - since < _AWAITED_FOR
    except OSError:
        return False


def left_by_editors(places: Places) -> tuple[Path, ...]:
    """Return what editors that did not end well left beside pages of a journal; each only once."""
    found: list[Path] = []
    for page in _signed_for(places, head_id(places.journal, places.disk)):
        with suppress(FileTrouble, msgspec.MsgspecError, ValueError):
            found += page.untold()
    return tuple(found)


def unread_pages(places: Places) -> tuple[Path, ...]:
    """Return the pages of a journal, of commands that are gone, on which something stands that is not understood."""
    journal_id = head_id(places.journal, places.disk)
    mine = (page for page in _all(places) if _goes(page, places, journal_id) and not _is_unplaced(page))
    return tuple(page.path for page in mine if _is_unread(page))


def unplaced_pages(places: Places) -> tuple[Path, ...]:
    """Return the files that an editor saved after its page was gone: nothing says any more what they answer."""
    if not places.is_own:
        return ()
    return tuple(file for page in _all(places) if _is_unplaced(page) for file in _files_on(page))


def files_on_pages(places: Places) -> tuple[Path, ...]:
    """Return all files with anything in them that a person has open in an editor, or has left there; touches none."""
    return tuple(file for page in _all(places) for file in _files_on(page))


def _files_on(page: EditorFile) -> Iterable[Path]:
    return (each for each in (page.path, *page.left_by_editor()) if each.is_file() and each.stat().st_size)


def _is_unplaced(page: EditorFile) -> bool:
    return not os.path.lexists(page.path.with_name("vraag.json"))


def open_answers(places: Places, journal_id: str) -> tuple[Draft, ...]:
    """Return what lies open in an editor for a journal, as drafts; nothing is taken up, and nothing need be written."""
    found: list[Draft] = []
    for page in _signed_for(places, journal_id):
        with suppress(FileTrouble, msgspec.MsgspecError, ValueError):
            draft = page.as_draft()
            if draft.text or not page.is_taken():
                found.append(draft)
    return tuple(found)


def remove_taken_pages(
    places: Places, book: Book, wiped: Iterable[Entry] = ()
) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Remove from pages that were taken up what stands in no piece and no draft to that question any more.

    A page to a question of one's own that was wiped loses the words of that.

    Args:
        places: where the journal is.
        book: what it holds; drafts of what was wiped are gone already.
        wiped: what a person wipes now, as it was. A page to that question on which nothing was saved goes too, where
            nothing to it stands: what the editor left beside it may hold the same words.

    Returns:
        What editors left beside those pages, which stays, and the pages that could not be removed.
    """
    if not (pages := _all(places)):
        return (), ()
    standing = _standing(places, book)
    gone = {id for each in book.entries.values() if each.state is State.WIPED for id in named_by(each)}
    keys = {draft_key(each.origin) for each in wiped if each.origin is not None}
    beside: list[Path] = []
    left: list[Path] = []
    for page in pages:
        try:
            signed, origin = page.signed_by(), page.origin()
        except (FileTrouble, msgspec.MsgspecError, ValueError):
            # What is not understood may be of another piece, and stays.
            continue
        key, is_asked_no_more = draft_key(origin), stem(origin.item) in gone
        # What does not say of which journal it is may be of the one that opens by itself.
        if signed != book.id and (signed is not None or not (places.is_own or key in keys)):
            continue
        try:
            text = page.taken_text()
            stands = text is None or any(text in each for each in standing.get(key, ()))
            if not stands and (text or key in keys):
                beside += page.drop_taken()
            if is_asked_no_more:
                beside += page.forget_question()
        except ReadFailed:
            # Whatever stands on it stays; it may hold words of what was wiped.
            if key in keys or is_asked_no_more:
                left.append(page.path)
        except WriteFailed:
            left.append(page.path)
    return tuple(dict.fromkeys(beside)), tuple(left)


def _standing(places: Places, book: Book) -> Mapping[str, list[str]]:
    """Return the texts of pieces, with what they were before, and of drafts, by the key of their question."""
    found: dict[str, list[str]] = {}
    for each in book.entries.values():
        if each.origin is not None and each.state is not State.WIPED:
            found.setdefault(draft_key(each.origin), []).extend(version.text for version in each.revisions)
    for each in Drafts.of(places).all():
        if each.origin is not None:
            found.setdefault(draft_key(each.origin), []).append(each.text)
    return found


def remove_pages(places: Places, journal_id: str | None) -> tuple[Path, ...]:
    """Remove the pages of a journal whose commands are gone; returns those that could not be removed.

    With the journal that opens by itself goes what does not say of which it is, understood or not.
    """
    pages = [page for page in _all(places) if _goes(page, places, journal_id) and page.is_left()]
    for page in pages:
        page.remove()
    return tuple(file for page in pages for file in page.files())


def _goes(page: EditorFile, places: Places, journal_id: str | None) -> bool:
    try:
        signed = page.signed_by()
    except (FileTrouble, msgspec.MsgspecError, ValueError):
        signed = None
    if signed is None or journal_id is None:
        return places.is_own
    return signed == journal_id


def _is_unread(page: EditorFile) -> bool:
    if not page.is_left():
        return False
    try:
        page.read()
    except (FileTrouble, msgspec.MsgspecError, ValueError):
        return os.path.lexists(page.path) or bool(page.left_by_editor())
    finally:
        page.let_go()
    return False


def _signed_for(places: Places, journal_id: str | None) -> Iterator[EditorFile]:
    """Yield the pages that are of a journal, or do not say of which."""
    for page in _all(places):
        with suppress(FileTrouble, msgspec.MsgspecError, ValueError):
            if page.signed_by() in (None, journal_id):
                yield page


def _all(places: Places) -> list[EditorFile]:
    return [EditorFile(each) for each in sorted(pages_folder(places).glob("*/"))]
