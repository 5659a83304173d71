"""A person's own editor, for an answer on the command line."""

import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from goedwerk_tui.base.files import atomic_write
from goedwerk_tui.base.text import clean
from goedwerk_tui.base.trouble import Trouble

_LINE = "─── Je antwoord komt hierboven. De vraag gaat niet mee. ───"


def own_editor() -> str | None:
    """Return the command of the editor that the person chose with ``VISUAL`` or ``EDITOR``, if any."""
    return os.environ.get("VISUAL") or os.environ.get("EDITOR") or None


def write_in(editor: str, asked: str, keep: Callable[[str], None]) -> None:
    """Let a person answer in an editor, and keep the answer.

    The page lies in a folder for this user alone, and goes once ``keep`` is done. Only the question as it was put
    there is left out of the answer: words anywhere else on the page are the person's.

    Args:
        editor: a command, to which the file is added.
        asked: the question, shown below the answer.
        keep: gets the answer, which may be empty.

    Raises:
        Trouble: the editor did not start or said that it failed, or the answer was not kept; a page with an answer
            stays, and the message says where.
    """
    folder = Path(tempfile.mkdtemp(prefix="goedwerk-"))
    page = folder / "antwoord.md"
    question = f"{_LINE}\n\n{asked.strip()}"
    atomic_write(page, f"\n\n{question}\n".encode())
    trouble = _edit(editor, page)
    text = _without(clean(page.read_text("utf-8", errors="replace")), question) if page.exists() else ""
    if trouble is None:
        try:
            keep(text)
        except Trouble as failed:
            trouble = failed
    if trouble is None or not text:
        shutil.rmtree(folder, ignore_errors=True)
    if trouble is not None:
        where = f"Wat je schreef staat in {page}." if text else "Er is niets bewaard."
        raise Trouble(trouble.happened, where, trouble.advice)


def _edit(editor: str, page: Path) -> Trouble | None:
    """Run the editor; returns what went wrong."""
    try:
        ended = subprocess.run([*shlex.split(editor), str(page)], check=False)
    except (OSError, ValueError):
        return Trouble(f"De editor ‘{editor}’ kon niet starten.", advice="Kijk wat er in EDITOR of VISUAL staat.")
    if ended.returncode != 0:
        return Trouble(f"De editor ‘{editor}’ stopte met een fout.")
    return None


def _without(text: str, question: str) -> str:
    before, _, after = text.partition(question)
    return "\n\n".join(part for part in (before.strip("\n").rstrip(), after.strip()) if part)
