"""What is said about backups, in Dutch: which they are, what putting one back does, and what a rescue finds."""

import os
from collections.abc import Iterable
from pathlib import Path

from goedwerk_tui.base.clock import date_and_time
from goedwerk_tui.base.file_trouble import EXPLANATIONS, FileTrouble
from goedwerk_tui.base.files import folder_is_there
from goedwerk_tui.base.places import Places
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.base.typed_path import as_typed
from goedwerk_tui.guidance.counting import counted
from goedwerk_tui.guidance.words import how_many, paths_of, pieces
from goedwerk_tui.journal.backup import Backup, BackupDifference, Why
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.book import Book
from goedwerk_tui.journal.restoring import Rescue, Restored
from goedwerk_tui.journal.shutting_in import Unsure

WHY = {
    Why.DAY: "van die dag",
    Why.BEFORE_RESTORE: "van vlak voor een herstel",
    Why.BEFORE_MERGE: "van vlak voor een samenvoeging",
    Why.OLDER_VERSION: "van een oudere versie van het programma",
    Why.MEMORY: "wat het programma nog wist toen het bestand leeg of weg was",
    Why.ASIDE: "een bestand dat opzij is gezet",
}


def what_backup(backup: Backup, earlier: Book | None) -> str:
    """Return which backup it is and how much is in it; ``earlier`` is None when it can't be read."""
    size = "kan niet worden gelezen" if earlier is None else counted(earlier.entries.values())
    return f"{date_and_time(backup.at)} · {WHY[backup.why]} · {size}"


def where_else(places: Places, journal_id: str | None) -> str:
    """Return which backups are not shown: those in a folder that is away, and those of no moment."""
    said: list[str] = []
    if places.backups != places.backups_beside and not folder_is_there(places.backups):
        said.append(f"De map ‘{places.backups}’ is er nu niet. Wat daar aan reservekopieën staat, is nu niet te zien.")
    backups = Backups(places)
    if away := [each for each in backups.earlier_folders(journal_id) if not folder_is_there(each)]:
        said.append(where_before(away))
    if strange := backups.without_moment():
        said.append(f"Niet getoond, want de naam zegt geen moment dat bestaat: {paths_of(strange)}.")
    return " ".join(said)


def what_differs(difference: BackupDifference) -> str:
    """Return what restoring a backup would change."""
    parts: list[str] = []
    if difference.absent:
        gone = len(difference.absent)
        parts.append("1 stuk erin dat nu weg is" if gone == 1 else f"{pieces(gone)} erin die nu weg zijn")
    if difference.different:
        parts.append(f"{len(difference.different)} met een andere tekst")
    if difference.only_there:
        parts.append(f"{difference.only_there} met een eerdere versie die nu ontbreekt")
    if difference.newer:
        parts.append(f"{difference.newer} van later (die blijven)")
    return ", ".join(parts) or "hetzelfde als nu"


def what_was_restored(restored: Restored) -> str:
    """Return what a backup put back, and where the text of before that is."""
    parts = [counted(restored.entries)] if restored.entries else []
    if restored.versions:
        parts.append(f"een eerdere versie van {pieces(restored.versions)}")
    if not parts:
        return "Er is niets teruggezet: wat erin staat, staat zo ook in je dagboek."
    kept = " Wat er stond is bewaard bij de versies van elk stuk." if restored.entries else ""
    return f"Teruggezet: {', en '.join(parts)}.{kept}"


def what_stays_unread(number: int) -> str:
    """Return that some of what a damaged file holds was not understood, or was not whole."""
    what = "op 1 plek iets" if number == 1 else f"op {number} plekken iets"
    return (
        f"Daarin staat {what} wat dit programma niet begrijpt of wat niet heel is. De teksten die daarin te lezen waren"
        " zijn terug; wat er verder bij stond, staat alleen nog in dat bestand."
    )


def what_salvaged(rescue: Rescue) -> str:
    """Return what can still be read of a damaged file, and what of it never leaves once it is put back."""
    if not rescue.salvaged.entries and not rescue.loose:
        return f"Uit het bestand zelf is niets meer te lezen. {what_is_unsure(rescue.unsure)}".rstrip()
    whole = f"{counted(rescue.salvaged.entries)} heel te lezen"
    loose = how_many(len(rescue.loose), "losse tekst", "losse teksten")
    found = f"Uit het bestand zelf: {whole}" + (f" en nog {loose}." if rescue.loose else ".")
    return f"{found} {what_is_unsure(rescue.unsure)}".rstrip()


def what_is_unsure(unsure: Unsure) -> str:
    """Return what does not leave by a rescue, why, and how it may leave again; empty when that is nothing."""
    said: list[str] = []
    if number := len(unsure.shut_in):
        they, go, one = ("het", "gaat", "het stuk") if number == 1 else ("ze", "gaan", "een stuk")
        said.append(
            f"Van {pieces(number)} is niet te zien of je {they} op ‘gaat nooit mee’ had gezet; daarom {go} {they} nooit"
            f" mee, tot je dat opheft: met ctrl+x bij {one}, of met ‘goedwerk herstel --weer-mee’ in één keer."
        )
    if number := len(unsure.not_brought):
        they, goes = ("het", "gaat") if number == 1 else ("ze", "gaan")
        said.append(
            f"Van {pieces(number)} is niet te zien of je {they} nog meenam; {they} {goes} pas weer mee als je {they}"
            " met ctrl+g opnieuw meeneemt."
        )
    return " ".join(said)


def what_was_kept_elsewhere(path: Path, places: Places, trouble: Trouble | None) -> str:
    """Return where everything is, now that it could not be kept with the journal, and what to do about that.

    Args:
        path: the file with everything.
        places: where the journal is.
        trouble: why nothing more could be written there; None where something else emptied the journal's file, replaced
            it or took it away.
    """
    if isinstance(trouble, FileTrouble) and os.path.lexists(places.journal):
        why, advice = EXPLANATIONS[trouble.reason]
        happened = f"Bij je dagboek kon het laatste niet worden bewaard: {why}. Wat daar al bewaard was, staat er nog."
    else:
        happened = (
            "Het bestand van je dagboek is leeggemaakt, vervangen of weggehaald, en niet door dit programma. Wat er nu"
            " staat is niet aangeraakt."
        )
        advice = ""
    then = f" {advice}" if advice else ""
    if path.parent in places.backup_folders:
        return (
            f"{happened} Alles wat je schreef is bij de reservekopieën bewaard, in:\n{path}\n‘goedwerk --journal"
            " BESTAND’ laat het zien, en ‘goedwerk samenvoegen BESTAND’ voegt het bij een ander dagboek."
        )
    return (
        f"{happened} Alles wat je schreef, ook het laatste, staat in een tijdelijke map, in:\n{path}\nZo’n map kan je"
        f" computer leegmaken, bijvoorbeeld als hij opnieuw begint.{then} Voeg het daarna bij je dagboek met"
        f" ‘goedwerk samenvoegen {as_typed(path)}’."
    )


def where_it_went_on(path: Path) -> str:
    """Return, at the end, which file was written in when another opens the next time."""
    return (
        f"Je schreef verder in ‘{path}’. ‘goedwerk’ opent de volgende keer weer je oude dagboek; dit open je met"
        f" ‘goedwerk --journal {as_typed(path)}’, en ‘goedwerk samenvoegen {as_typed(path)}’ voegt het bij het oude."
    )


def where_before(away: Iterable[Path]) -> str:
    """Return in which folders the journal or its backups were, that are not there now."""
    return f"Eerder stonden je dagboek of reservekopieën ook in {paths_of(away)}, en dat is er nu niet."
