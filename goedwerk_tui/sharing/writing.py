"""Writing a document to the file that a person named."""

from pathlib import Path

from goedwerk_tui.base.files import atomic_write
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.sharing.document import Document
from goedwerk_tui.sharing.markdown import to_markdown


class TargetExists(Trouble):
    """The file is already there and nobody said that it may be replaced."""


def write_document(document: Document, target: Path, *, overwrite: bool = False) -> Path:
    """Write a document as Markdown; the file is there as a whole, or not at all.

    Returns:
        The path that was written, in full.

    Raises:
        TargetExists: the file exists and ``overwrite`` is false.
        Trouble: the folder is not there, or the file can't be written.
    """
    path = target.expanduser().absolute()
    if path.is_dir():
        raise Trouble(f"{path} is een map.", "Er is niets geschreven.", "Noem ook de naam van het bestand.")
    if path.exists() and not overwrite:
        raise TargetExists(
            f"{path} bestaat al.", "Er is niets geschreven.", "Kies een andere naam of geef aan dat het vervangen mag."
        )
    if not path.parent.is_dir():
        raise Trouble(
            f"De map {path.parent} bestaat niet.", "Er is niets geschreven.", "Maak de map of kies een andere."
        )
    atomic_write(path, to_markdown(document).encode("utf-8"))
    return path
