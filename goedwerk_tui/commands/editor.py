"""A person's own editor, for an answer on the command line."""

import os
import shlex
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from goedwerk_tui.base.files import ReadFailed
from goedwerk_tui.base.places import Places
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.commands.printing import inform
from goedwerk_tui.commands.typed_input import understood
from goedwerk_tui.guidance.care_messages import (
    what_did_not_wait,
    what_editors_left,
    what_is_unread,
    what_lies_in_editors,
)
from goedwerk_tui.journal import Origin
from goedwerk_tui.journal.drafts import Drafts
from goedwerk_tui.journal.editor_files import EditorFile, draft_key
from goedwerk_tui.journal.editor_pages import await_editor, left_by_editors, take_up_pages, unplaced_pages, unread_pages

_AT_ONCE = 1.0
"""Seconds in which nobody opens an editor, decides to write nothing, and leaves it."""


def own_editor() -> str | None:
    """Return the command of the editor that the person chose with ``VISUAL`` or ``EDITOR``, if any."""
    return os.environ.get("VISUAL") or os.environ.get("EDITOR") or None


def write_in(editor: str, places: Places, origin: Origin, asked: str, keep: Callable[[str], None]) -> None:
    """Let a person answer in an editor, and keep the answer.

    A draft of an earlier time stands on the page, unless it never leaves, and goes once ``keep`` is done. Only the
    question as it was put there is left out of the answer: words anywhere else on the page are the person's. What
    the editor saved beside the page stays, and is named. Whatever ends the command before the answer was kept, what is
    on the page becomes a draft: then, or at the next start.

    Args:
        editor: a command, to which the file is added.
        places: where the journal is.
        origin: what is answered.
        asked: the question, shown below the answer.
        keep: gets the answer, which may be empty.

    Raises:
        Trouble: the editor did not start or said that it failed, or the answer was not kept; the message says where
            the answer is now.
    """
    take_up_pages(places)
    for sentence in what_lies_in_editors(left_by_editors(places), unread_pages(places), unplaced_pages(places)):
        inform(sentence)
    drafts = Drafts.of(places)
    begun = drafts.get(draft_key(origin))
    if begun and begun.never_leaves:
        # A note in the inbox can't say so: that is gone on with in the program.
        begun = None
    page = EditorFile.begin(places, origin, asked, begun.text if begun else "")
    try:
        laid, began = page.path.read_bytes(), time.monotonic()
        if trouble := _edit(editor, page.path):
            raise trouble
        elsewhere = any(not each.name.startswith(".") for each in page.left_by_editor())
        at_once = time.monotonic() - began < _AT_ONCE and not elsewhere
        if at_once and page.path.is_file() and page.path.read_bytes() == laid:
            await_editor(page)
            inform(f"De editor ‘{editor}’ kwam meteen terug. {what_did_not_wait(editor, page.path)}")
            return
        text = understood(page.read())
        keep(text)
        if begun and text.strip():
            drafts.clear(begun.key)
        if left := page.done(laid, drafts):
            inform(what_editors_left(left))
    except ReadFailed as failed:
        raise Trouble(failed.happened, what_is_unread((page.path,))) from failed
    except Trouble as trouble:
        raise Trouble(trouble.happened, _where(page, drafts), trouble.advice) from trouble
    except KeyboardInterrupt as told:
        raise Trouble("Afgebroken.", _where(page, drafts)) from told
    except BaseException:
        with suppress(Trouble):
            page.keep_as_draft(drafts)
        raise


def _where(page: EditorFile, drafts: Drafts) -> str:
    """Put what was written in safety, and say where."""
    try:
        kept = page.keep_as_draft(drafts)
    except ReadFailed:
        return what_is_unread((page.path,))
    except Trouble:
        return f"Wat je schreef staat in {page.path}."
    where = "Er is niets bewaard."
    if kept:
        where = "Wat je schreef is bewaard als concept: ‘goedwerk vraag’ en Thuis gaan ermee verder."
    left = page.left_by_editor()
    return f"{where} {what_editors_left(left)}" if left else where


def _with_page(editor: str, page: Path) -> list[str] | str:
    """Return what to run; on Windows as one line, in which a backslash is no more than a part of a path."""
    if sys.platform == "win32":
        return f"{editor} {subprocess.list2cmdline([str(page)])}"
    return [*shlex.split(editor), str(page)]


def _edit(editor: str, page: Path) -> Trouble | None:
    """Run the editor; returns what went wrong."""
    try:
        ended = subprocess.run(_with_page(editor, page), check=False)
    except (OSError, ValueError):
        return Trouble(f"De editor ‘{editor}’ kon niet starten.", advice="Kijk wat er in EDITOR of VISUAL staat.")
    if ended.returncode != 0:
        return Trouble(f"De editor ‘{editor}’ stopte met een fout.")
    return None
