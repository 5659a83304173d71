"""Writing a document to the file that a person named."""

import sys
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from pathlib import Path
from typing import NamedTuple

from goedwerk_tui.base.files import WriteFailed, atomic_write, real_path
from goedwerk_tui.base.places import Places, disk_of, expanded
from goedwerk_tui.base.text import shorten
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.base.windows_names import means_otherwise_on_windows
from goedwerk_tui.base.written_folders import WrittenFolders
from goedwerk_tui.guidance.words import how_many
from goedwerk_tui.journal.book import Book
from goedwerk_tui.journal.exchange import is_export, lost_with
from goedwerk_tui.journal.records import head_id
from goedwerk_tui.sharing.document import Document
from goedwerk_tui.sharing.formats import Format, render

_LONGEST = 300
"""The characters of a template's words that are named."""
WOO = "Let op: een bestand dat je via je werkmail verstuurt kan onder de Woo vallen."
"""To be said before anything is written."""


class TargetExists(Trouble):
    """The file is already there and nobody said that it may be replaced."""


class WriteResult(NamedTuple):
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
    places: Places | None = None,
) -> WriteResult:
    """Write a document; the file is there as a whole, or not at all.

    Args:
        document: what leaves.
        target: the file.
        format: its form.
        overwrite: whether a file that is there may be replaced.
        template: a Word document whose styles are used, for Word alone.
        places: where everything of ours is, which is never replaced, and where it is remembered what was written;
            without it nothing is kept on this machine beside the file.

    Raises:
        TargetExists: the file exists and ``overwrite`` is false.
        Trouble: the folder is not there, the document can't take this form, or the file can't be written.
    """

    def checked() -> Path:
        return check_target(target, overwrite=overwrite, places=places, inputs=(template,) if template else ())

    path = checked()
    rendered = render(document, format, template)
    put(path, rendered.content, places, checked)
    return WriteResult(path, rendered.lacking)


def put(path: Path, content: bytes, places: Places | None, check: Callable[[], object]) -> None:
    """Write what leaves; should the process be killed at it, the next start finds what it left.

    Args:
        path: the file, in full.
        content: all of it.
        places: where it is remembered what was written; None to remember nothing.
        check: raises what speaks against replacing what is there. It is asked again when all is ready to take its
            place: something may have appeared there while it was made.

    Raises:
        WriteFailed: it was not written.
        Trouble: what ``check`` says.
    """
    if _is_special(path):
        # A pipe or a device takes what it gets; there is nothing to replace.
        try:
            path.write_bytes(content)
        except OSError as error:
            raise WriteFailed.because(path, error) from error
        return
    folders = WrittenFolders(places.state) if places else None
    writer = head_id(places.journal, places.disk) if places else None

    def check_again() -> None:
        check()

    with folders.writing_in(path.parent, writer) if folders else nullcontext():
        atomic_write(path, content, before_replace=check_again)
    if folders:
        folders.choose(path, writer)


def check_target(
    target: Path,
    *,
    overwrite: bool,
    places: Places | None = None,
    inputs: Iterable[Path] = (),
    holds: Book | None = None,
) -> Path:
    """Return the full path of a file that may be written.

    Args:
        target: the file, as it was named.
        overwrite: whether a file that is there may be replaced.
        places: where everything of ours is, which is never replaced.
        inputs: the files that are read for it, and folders of them; these are never replaced either.
        holds: all that is written, where that is a whole journal.

    Raises:
        TargetExists: it exists and ``overwrite`` is false.
        Trouble: its folder is not there, it is a folder itself, it is ours, it is one of the inputs, or it is a whole
            journal of which something would be lost.
    """
    try:
        path = target.expanduser().absolute()
        exists = _is_there(path)
    except (OSError, ValueError, RuntimeError) as error:
        raise Trouble(f"‘{target}’ kan geen naam zijn.", "Er is niets geschreven.", "Kies een andere.") from error
    if sys.platform == "win32" and means_otherwise_on_windows(path.name):
        raise Trouble(
            f"‘{path.name}’ is op Windows geen naam voor een bestand.",
            "Er is niets geschreven.",
            "Kies een naam zonder punt of spatie aan het eind, en niet die van een apparaat, zoals CON of NUL.",
        )
    if path.is_dir():
        raise Trouble(f"{path} is een map.", "Er is niets geschreven.", "Noem ook de naam van het bestand.")
    if not path.parent.is_dir():
        raise Trouble(
            f"De map {path.parent} bestaat niet.", "Er is niets geschreven.", "Maak de map of kies een andere."
        )
    _refuse_ours(path, places)
    if exists and any(_is_in(path, expanded(each)) for each in inputs):
        raise Trouble(
            f"{path} is een van de bestanden waar dit uit komt.", "Er is niets geschreven.", "Kies een andere naam."
        )
    if exists and not overwrite and not _is_special(path):
        raise TargetExists(
            f"{path} bestaat al.", "Er is niets geschreven.", "Kies een andere naam of geef aan dat het vervangen mag."
        )
    if exists and is_export(path):
        _refuse_to_lose(path, holds)
    return path


def _refuse_to_lose(path: Path, holds: Book | None) -> None:
    """See to it that a whole journal that was written before is replaced by nothing less: it may be the only one left.

    Raises:
        Trouble: it is not understood, or it has something that what is written has not.
    """
    try:
        lost = lost_with(path, holds)
    except Trouble as trouble:
        raise Trouble(
            f"{path} is een heel dagboek als JSON dat niet gelezen kan worden; wat erin staat, is er misschien maar"
            " één keer.",
            "Er is niets geschreven.",
            "Kies een andere naam, of zet dat bestand eerst weg.",
        ) from trouble
    if lost:
        pieces = how_many(lost, "stuk of een versie ervan", "stukken of versies ervan")
        verb = "komt" if lost == 1 else "komen"
        raise Trouble(
            f"{path} is een heel dagboek als JSON, en {pieces} daaruit {verb} niet in het nieuwe bestand.",
            "Er is niets geschreven.",
            "Kies een andere naam, of neem dat bestand eerst over met ‘goedwerk importeer’."
            if holds
            else "Kies een andere naam, of zet dat bestand eerst weg.",
        )


def _refuse_ours(path: Path, places: Places | None) -> None:
    real = real_path(path)
    files, folders = _ours(places) if places else ((), ())
    ours = any(_is_same(path, each) for each in files) or any(real.is_relative_to(real_path(each)) for each in folders)
    if ours or (path.is_file() and head_id(path, disk_of(places)) is not None):
        raise Trouble(
            f"{path} is van Goed Werk zelf: daarin staat een dagboek, of iets dat erbij hoort.",
            "Er is niets geschreven.",
            "Kies een andere naam of een andere map.",
        )


def _ours(places: Places) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Return the files, and the folders with all that is in them, of a journal and of the usual places."""
    files = (places.journal, places.settings, places.names)
    folders = (places.inbox, places.drafts, *places.backup_folders, places.state)
    if places.usual is None:
        return files, folders
    more_files, more_folders = _ours(places.usual)
    return (*files, *more_files), (*folders, *more_folders)


def _is_same(path: Path, other: Path) -> bool:
    """Return whether two names are of one file, also by a link or in other case."""
    try:
        return path.samefile(other)
    except OSError:
        return real_path(path) == real_path(other)


def _is_in(path: Path, other: Path) -> bool:
    return _is_same(path, other) or (other.is_dir() and real_path(path).is_relative_to(real_path(other)))


def _is_special(path: Path) -> bool:
    return path.exists() and not path.is_file()


def _is_there(path: Path) -> bool:
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def about_template(template: Path | None, format: Format) -> str:
    """Return which words of a Word template came along, and that pictures did not; empty when there is nothing to say.

    Raises:
        Trouble: it can't be read by now.
    """
    if template is None or format is not Format.WORD:
        return ""
    from goedwerk_tui.sharing.word import from_template

    came = from_template(template)
    said: list[str] = []
    if came.words:
        words = shorten(" · ".join(came.words), _LONGEST)
        said.append(f"Uit het sjabloon kwam mee, in de kop of voet van de bladzijden: ‘{words}’.")
    if number := came.pictures_left_behind:
        what = "Een plaatje uit het sjabloon bleef" if number == 1 else f"{number} plaatjes uit het sjabloon bleven"
        said.append(f"{what} achter: daarin kan meer staan dan je ziet. Een png, jpg of gif komt wel mee.")
    return " ".join(said)


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
