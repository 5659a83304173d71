"""What can go wrong with a journal, told in Dutch."""

import os
from collections.abc import Generator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from goedwerk_tui.base.files import EXPLANATIONS, FileTrouble, Reason, WriteFailed, folder_is_there
from goedwerk_tui.base.places import Places, SetBy
from goedwerk_tui.base.settings import SettingsUnreadable, settings_trouble
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.base.typed_path import as_typed


class Cause(StrEnum):
    """Why a journal file could not be understood."""

    FILE = "file"
    EMPTY = "empty"
    NOT_JSON = "not-json"
    FOREIGN = "foreign"
    MISSHAPEN = "misshapen"
    NEWER = "newer"
    SEALED = "sealed"
    ENCODED = "encoded"
    REPLACED = "replaced"
    """It can be understood, and is another journal than the one that is open."""


_WHY = {
    Cause.EMPTY: "het bestand is leeg",
    Cause.NOT_JSON: "het is beschadigd, of het is geen dagboekbestand",
    Cause.FOREIGN: "het is een bestand van een ander programma",
    Cause.MISSHAPEN: "de inhoud klopt niet",
    Cause.NEWER: "het is gemaakt met een nieuwere versie van Goed Werk",
    Cause.SEALED: "het kan niet worden ontsleuteld",
    Cause.ENCODED: "het is geen UTF-8",
    Cause.REPLACED: EXPLANATIONS[Reason.REPLACED][0],
}
_OTHER_JOURNAL = "open met ‘goedwerk --journal BESTAND’ een ander dagboek"
_WAY_OUT = {
    Cause.NEWER: f"Werk het programma bij, of {_OTHER_JOURNAL}.",
    Cause.FOREIGN: f"Zet dat bestand ergens anders neer, of {_OTHER_JOURNAL}.",
}
_RESCUE = f"Bekijk met ‘goedwerk herstel’ welke reservekopieën er zijn en wat er te redden is, of {_OTHER_JOURNAL}."
UNTOUCHED = "Het bestand is niet aangeraakt."


class JournalUnreadable(Trouble):
    """A journal is there and was not understood; it was not written to, and will not be."""

    def __init__(self, path: Path, cause: Cause, detail: str = "", reason: Reason | None = None) -> None:
        """Tell which file, why, and the way out.

        Args:
            path: the file.
            cause: why it was not understood.
            detail: where in the file, in Dutch, if known.
            reason: why the file itself could not be read, for ``Cause.FILE``.
        """
        why, way_out = _WHY.get(cause, ""), _WAY_OUT.get(cause, _RESCUE)
        if reason is not None:
            why, way_out = EXPLANATIONS[reason]
        if detail and reason in (None, Reason.OTHER):
            why = f"{why} ({detail})"
        super().__init__(f"Het dagboek ‘{path}’ kan niet worden gelezen: {why}.", UNTOUCHED, way_out)
        self.path = path
        self.cause = cause
        self.reason = reason
        self.detail = detail


class JournalMissing(JournalUnreadable):
    """The journal that the settings name is not there, and nothing new may be begun in its place unasked."""

    def __init__(self, places: Places) -> None:
        """Say what is missing, and what brings it back."""
        path, folder = places.journal, places.journal.parent
        super().__init__(path, Cause.FILE, reason=Reason.NO_FILE)
        self.folder_is_there = folder_is_there(folder)
        """Whether only the file is missing, so that a backup can be put in its place."""
        if not places.settings_understood:
            unknown = settings_trouble(places.settings) or SettingsUnreadable(places.settings)
            self.happened = f"{unknown.happened} Daarom is niet te zeggen waar je dagboek is."
            self.advice = f"Herstel of verwijder dat bestand, of {_OTHER_JOURNAL}."
        elif self.folder_is_there:
            self.happened = f"Je dagboek ‘{path}’ is er niet; zo staat het in je instellingen."
            self.advice = (
                "Kijk of de schijf is aangesloten en of alles is bijgewerkt, en probeer het opnieuw. ‘goedwerk herstel’"
                f" toont de reservekopieën; met ‘goedwerk --journal {as_typed(path)}’ begin je daar een nieuw dagboek."
            )
        else:
            self.happened = f"De map ‘{folder}’ is er niet, en daarin staat je dagboek volgens je instellingen."
            self.advice = f"Sluit de schijf aan of maak verbinding en probeer het opnieuw, of {_OTHER_JOURNAL}."
        self.meaning = "Wat je eerder schreef staat nog waar het stond; hier is niets nieuws begonnen."


def refuse_missing(places: Places) -> None:
    """See to it that no other journal is begun where the settings name one, or may name one.

    Raises:
        JournalMissing: the journal is not where it should be.
    """
    expected = places.journal_set_by is SetBy.SETTINGS or not places.settings_understood
    if expected and places.journal_set_by is not SetBy.COMMAND and not os.path.lexists(places.journal):
        raise JournalMissing(places)


class SaveFailed(FileTrouble):
    """Something was not saved; what was saved before is still there. ``reason`` says why."""

    def __init__(self, path: Path, reason: Reason, detail: str = "", *, what: str = "") -> None:
        """Say why the journal could not be saved, or something else of a person, as ‘Je notitie’."""
        super().__init__(
            path,
            reason,
            f"{what or f'Je dagboek ‘{path}’'} kon niet worden bewaard",
            "Wat eerder bewaard was staat er nog; wat je nu schreef nog niet.",
            detail,
        )
        if reason is Reason.TOO_LARGE:
            self.advice = "Kort in wat je schreef, of wis stukken die je niet meer nodig hebt."

    @classmethod
    def of(cls, path: Path, failed: WriteFailed, *, what: str = "") -> "SaveFailed":
        """Return what a failed write means for the journal, or for something else of a person."""
        return cls(path, failed.reason, failed.detail, what=what)


@contextmanager
def failing_means(meaning: str) -> Generator[None]:
    """Say of a journal that can't be saved meanwhile what that means for what was asked: not everything is writing.

    Args:
        meaning: a sentence, in Dutch.

    Raises:
        SaveFailed: as it was raised, with that meaning.
    """
    try:
        yield
    except SaveFailed as failed:
        failed.meaning = meaning
        raise


class JournalReadOnly(SaveFailed):
    """The journal was opened to read only."""

    def __init__(self, path: Path) -> None:
        """Say that nothing can be written here."""
        super().__init__(path, Reason.READ_ONLY)
        self.happened = "Hier kun je alleen lezen: het dagboek is open in een ander venster."
        self.meaning = "Wat je nu schreef is niet bewaard."
        self.advice = "Ga verder in dat venster, of sluit het en begin opnieuw."


class BackupReadOnly(JournalReadOnly):
    """A backup was opened as a journal: what is written in it would go with it when it is too old."""

    def __init__(self, path: Path) -> None:
        """Say what it is, and how it comes back."""
        super().__init__(path)
        self.happened = f"‘{path.name}’ is een reservekopie van een dagboek, alleen om te lezen."
        self.meaning = "Er wordt niets in bewaard."
        self.advice = "‘goedwerk herstel’ zet een reservekopie terug."


def refuse_backup(places: Places) -> None:
    """See to it that nothing is written in, or beside, a backup.

    Raises:
        BackupReadOnly: a command named one as the journal.
    """
    if places.is_backup:
        raise BackupReadOnly(places.journal)


class BackupsElsewhere(Trouble):
    """The folder that was chosen for backups could not be used."""

    def __init__(self, places: Places) -> None:
        """Say where the backup is now."""
        super().__init__(
            f"De map ‘{places.backups}’ voor je reservekopieën is er niet, of er kan niet in worden geschreven.",
            f"De reservekopie van vandaag staat naast je dagboek, in ‘{places.backups_beside}’.",
            "Is de map er weer, dan verhuist alles vanzelf.",
        )


class NeverLeaves(Trouble):
    """What never leaves can't be brought."""

    def __init__(self) -> None:
        """Say what to do first."""
        super().__init__("Dit stuk gaat nooit mee.", "Er is niets veranderd.", "Met ctrl+x bij het stuk mag het weer.")


class NoSuchEntry(Trouble):
    """An entry or a revision that is not in the journal, or was wiped."""

    def __init__(self, entry_id: str) -> None:
        """Say which was not found."""
        super().__init__(
            f"Er is geen stuk met nummer ‘{entry_id}’.",
            "Er is niets veranderd.",
            "Zoek het stuk op in je dagboek.",
        )
        self.entry_id = entry_id
