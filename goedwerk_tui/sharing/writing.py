"""Writing a document to the file that a person named."""

from contextlib import nullcontext
from pathlib import Path
from typing import NamedTuple

from goedwerk_tui.base.files import atomic_write
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.base.written_folders import WrittenFolders
from goedwerk_tui.sharing.document import Document
from goedwerk_tui.sharing.formats import Format, render

WOO = "Let op: een bestand dat je via je werkmail verstuurt kan onder de Woo vallen."
"""To be said before anything is written."""


class TargetExists(Trouble):
    """The file is already there and nobody said that it may be replaced."""


class Written(NamedTuple):
    """What came of writing."""

    path: Path
    """The file, in full."""
    lacking: str
    """Characters that this form could not show; in their place stands their number in Unicode."""


def write_document(
    document: Document,
    target: Path,
    format: Format = Format.MARKDOWN,
    *,
    overwrite: bool = False,
    template: Path | None = None,
    folders: WrittenFolders | None = None,
) -> Written:
    """Write a document; the file is there as a whole, or not at all.

    Args:
        document: what leaves.
        target: the file.
        format: its form.
        overwrite: whether a file that is there may be replaced.
        template: a Word document whose styles are used, for Word alone.
        folders: where the folder is remembered; without it nothing is kept on this machine beside the file.

    Raises:
        TargetExists: the file exists and ``overwrite`` is false.
        Trouble: the folder is not there, the document can't take this form, or the file can't be written.
    """
    path = check_target(target, overwrite=overwrite)
    rendered = render(document, format, template)
    put(path, rendered.content, folders)
    return Written(path, rendered.lacking)


def put(path: Path, content: bytes, folders: WrittenFolders | None) -> None:
    """Write what leaves; should the process be killed at it, the next start finds what it left.

    Raises:
        WriteFailed: it was not written.
    """
    with folders.writing_in(path.parent) if folders else nullcontext():
        atomic_write(path, content)


def check_target(target: Path, *, overwrite: bool) -> Path:
    """Return the full path of a file that may be written.

    Raises:
        TargetExists: it exists and ``overwrite`` is false.
        Trouble: its folder is not there, or it is a folder itself.
    """
    try:
        path = target.expanduser().absolute()
        exists = _is_there(path)
    except (OSError, ValueError, RuntimeError) as error:
        raise Trouble(f"‘{target}’ kan geen naam zijn.", "Er is niets geschreven.", "Kies een andere.") from error
    if path.is_dir():
        raise Trouble(f"{path} is een map.", "Er is niets geschreven.", "Noem ook de naam van het bestand.")
    if exists and not overwrite:
        raise TargetExists(
            f"{path} bestaat al.", "Er is niets geschreven.", "Kies een andere naam of geef aan dat het vervangen mag."
        )
    if not path.parent.is_dir():
        raise Trouble(
            f"De map {path.parent} bestaat niet.", "Er is niets geschreven.", "Maak de map of kies een andere."
        )
    return path


def _is_there(path: Path) -> bool:
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def about_lacking(lacking: str) -> str:
    """Return the sentence for characters that could not be shown; empty when there are none."""
    if not lacking:
        return ""
    named = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in lacking[:12])
    more = f" en nog {len(lacking) - 12}" if len(lacking) > 12 else ""
    return (
        f"Het lettertype van de pdf heeft deze tekens niet: {named}{more}. Op hun plaats staat het nummer. "
        "In Word en in een webpagina staan ze wel."
    )
