"""Why a file could not be read or written, in words for a person."""

import errno
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
    NO_FILE = "no-file"
    NOT_REGULAR = "not-regular"
    BAD_LINK = "bad-link"
    TOO_LARGE = "too-large"
    IN_USE = "in-use"
    CHANGED = "changed"
    REPLACED = "replaced"
    TAKEN = "taken"
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
    Reason.NO_FILE: ("het bestand is er niet", "Controleer de naam."),
    Reason.NOT_REGULAR: ("het is geen gewoon bestand", "Kies een gewoon bestand."),
    Reason.BAD_LINK: (
        "het is een koppeling die nergens uitkomt",
        "Herstel de koppeling, sluit de schijf weer aan of kies een ander bestand.",
    ),
    Reason.TOO_LARGE: ("het bestand is te groot", "Kies een kleiner bestand."),
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
    Reason.OTHER: ("de computer gaf een fout", "Probeer het opnieuw of kies een andere plek."),
}
"""In Dutch: why it failed (to follow a colon), and what a person can do."""

_REASONS = {
    errno.ENOSPC: Reason.FULL,
    errno.EDQUOT: Reason.FULL,
    errno.EFBIG: Reason.TOO_LARGE,
    errno.EROFS: Reason.READ_ONLY,
    errno.EACCES: Reason.NO_PERMISSION,
    errno.EPERM: Reason.NO_PERMISSION,
    errno.ENOENT: Reason.NO_FOLDER,
    errno.ENOTDIR: Reason.NO_FOLDER,
    errno.EISDIR: Reason.NOT_REGULAR,
    errno.ELOOP: Reason.BAD_LINK,
    errno.EBUSY: Reason.IN_USE,
    errno.ETXTBSY: Reason.IN_USE,
}


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


def reason_of(error: OSError) -> Reason:
    """Return why the system refused, in our words."""
    return _REASONS.get(error.errno or 0, Reason.OTHER)
