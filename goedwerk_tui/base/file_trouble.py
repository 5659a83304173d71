"""Why a file could not be read or written, in words for a person."""

import errno
import os
from enum import StrEnum
from pathlib import Path
from typing import Self

from goedwerk_tui.base.trouble import Trouble


class Reason(StrEnum):
    """Why a file could not be read or written."""

    FULL = "full"
    READ_ONLY = "read-only"
    NO_PERMISSION = "no-permission"
    NO_FOLDER = "no-folder"
    NOT_A_FOLDER = "not-a-folder"
    NO_FILE = "no-file"
    NOT_REGULAR = "not-regular"
    BAD_LINK = "bad-link"
    TOO_LARGE = "too-large"
    NO_TEXT = "no-text"
    LIMITED = "limited"
    IN_USE = "in-use"
    CHANGED = "changed"
    REPLACED = "replaced"
    TAKEN = "taken"
    BAD_NAME = "bad-name"
    OTHER = "other"


EXPLANATIONS = {
    Reason.FULL: ("de schijf is vol", "Maak ruimte vrij en probeer het opnieuw."),
    Reason.READ_ONLY: (
        "het bestand of de schijf is alleen-lezen",
        "Haal die beveiliging eraf of kies een andere plek.",
    ),
    Reason.NO_PERMISSION: (
        "je hebt er op deze plek geen rechten voor",
        "Controleer de rechten of kies een andere plek.",
    ),
    Reason.NO_FOLDER: (
        "de map is er niet (meer)",
        "Maak de map opnieuw, sluit de schijf weer aan of kies een andere plek.",
    ),
    Reason.NOT_A_FOLDER: (
        "waar een map hoort, staat een bestand",
        "Zet dat bestand ergens anders neer of geef het een andere naam, of kies een andere plek.",
    ),
    Reason.NO_FILE: ("het bestand is er niet", "Controleer de naam."),
    Reason.NOT_REGULAR: ("het is geen gewoon bestand", "Kies een gewoon bestand."),
    Reason.BAD_LINK: (
        "het is een koppeling die nergens uitkomt",
        "Herstel de koppeling, sluit de schijf weer aan of kies een ander bestand.",
    ),
    Reason.TOO_LARGE: ("het bestand is te groot", "Kies een kleiner bestand."),
    Reason.NO_TEXT: ("het is geen leesbare tekst", "Kies een bestand met gewone tekst."),
    Reason.LIMITED: (
        "het bestand zou groter worden dan hier mag",
        "Verruim de grens die is gesteld (ulimit -f), of kies een andere plek.",
    ),
    Reason.IN_USE: (
        "een ander programma houdt het bestand vast",
        "Sluit dat programma of wacht even, en probeer het opnieuw.",
    ),
    Reason.CHANGED: (
        "het bestand is intussen door iets anders veranderd",
        "Bekijk het bestand en probeer het opnieuw.",
    ),
    Reason.REPLACED: (
        "op die plek staat nu een ander dagboek",
        "Zet dat ergens anders neer, of kies een andere plek.",
    ),
    Reason.TAKEN: ("er staat daar al een bestand", "Kies een andere naam."),
    Reason.BAD_NAME: (
        "de naam, of de map met de naam erachter, kan op deze schijf niet of is te lang",
        "Kies een kortere naam, met gewone letters.",
    ),
    Reason.OTHER: ("de computer gaf een fout", "Probeer het opnieuw of kies een andere plek."),
}
"""In Dutch: why it failed (to follow a colon), and what a person can do."""

_REASONS = {
    errno.ENOSPC: Reason.FULL,
    errno.EDQUOT: Reason.FULL,
    errno.EFBIG: Reason.LIMITED,
    errno.EROFS: Reason.READ_ONLY,
    errno.EACCES: Reason.NO_PERMISSION,
    errno.EPERM: Reason.NO_PERMISSION,
    errno.ENOENT: Reason.NO_FOLDER,
    errno.ENOTDIR: Reason.NOT_A_FOLDER,
    errno.EISDIR: Reason.NOT_REGULAR,
    errno.ELOOP: Reason.BAD_LINK,
    errno.EBUSY: Reason.IN_USE,
    errno.ETXTBSY: Reason.IN_USE,
    errno.ENAMETOOLONG: Reason.BAD_NAME,
}
_REASONS_ON_WINDOWS = {
    19: Reason.READ_ONLY,  # ERROR_WRITE_PROTECT
    21: Reason.NO_FOLDER,  # ERROR_NOT_READY
    32: Reason.IN_USE,  # ERROR_SHARING_VIOLATION
    33: Reason.IN_USE,  # ERROR_LOCK_VIOLATION
    53: Reason.NO_FOLDER,  # ERROR_BAD_NETPATH
    55: Reason.NO_FOLDER,  # ERROR_DEV_NOT_EXIST
    59: Reason.NO_FOLDER,  # ERROR_UNEXP_NET_ERR
    64: Reason.NO_FOLDER,  # ERROR_NETNAME_DELETED
    67: Reason.NO_FOLDER,  # ERROR_BAD_NET_NAME
    123: Reason.BAD_NAME,  # ERROR_INVALID_NAME
    206: Reason.BAD_NAME,  # ERROR_FILENAME_EXCED_RANGE
    1167: Reason.NO_FOLDER,  # ERROR_DEVICE_NOT_CONNECTED
}
"""By Windows' own number, where the number that C has for it says something else or nothing."""


class FileTrouble(Trouble):
    """A file could not be used; ``reason`` says why and ``path`` which."""

    def __init__(self, path: Path, reason: Reason, happened: str, meaning: str, detail: str = "") -> None:
        """Tell what happened to which file.

        Args:
            path: the file or folder it is about.
            reason: why it failed.
            happened: the first half of the sentence, up to the colon.
            meaning: what it means for the text.
            detail: the system's own words, for a reason that we can't name.
        """
        why, advice = EXPLANATIONS[reason]
        if reason is Reason.OTHER and detail:
            why = f"{why} ({detail})"
        elif reason is Reason.NOT_A_FOLDER and (in_its_place := _file_above(path)):
            why = f"‘{in_its_place}’ is een bestand, en daar hoort een map"
        super().__init__(f"{happened}: {why}.", meaning, advice)
        self.path = path
        self.reason = reason
        self.detail = detail


class WriteFailed(FileTrouble):
    """A file was not written; what stood there before still stands there."""

    def __init__(self, path: Path, reason: Reason, detail: str = "") -> None:
        """Say which file could not be written and why."""
        super().__init__(
            path,
            reason,
            f"‘{path}’ kon niet worden geschreven",
            "Wat daar al stond, is niet veranderd.",
            detail,
        )

    @classmethod
    def because(cls, path: Path, error: OSError) -> Self:
        """Return what the system's refusal means for a file that was to be written or removed."""
        return cls(path, reason_of(error), error.strerror or str(error))


class ReadFailed(FileTrouble):
    """A file could not be read."""

    def __init__(self, path: Path, reason: Reason, detail: str = "") -> None:
        """Say which file could not be read and why."""
        super().__init__(path, reason, f"‘{path}’ kon niet worden gelezen", "Er is niets aan veranderd.", detail)


def _file_above(path: Path) -> Path | None:
    """Return what stands where a folder of this path should be."""
    return next((each for each in (path, *path.parents) if os.path.isfile(each)), None)  # noqa: PTH113 - never raises


def refused(error: OSError, path: Path | None = None) -> FileTrouble:
    """Return what the system's refusal means where nobody foresaw one.

    Args:
        error: the refusal.
        path: what it is about where it does not say so, if that is known.
    """
    name = error.filename or path
    what = "Iets dat nodig was" if name is None else f"‘{name}’"
    happened, meaning = f"{what} kon niet worden gebruikt", "Wat al bewaard was, staat er nog."
    return FileTrouble(path or Path(), reason_of(error), happened, meaning, error.strerror or str(error))


def reason_of(error: OSError) -> Reason:
    """Return why the system refused, in our words."""
    on_windows = _REASONS_ON_WINDOWS.get(getattr(error, "winerror", None) or 0)
    return on_windows or _REASONS.get(error.errno or 0, Reason.OTHER)
