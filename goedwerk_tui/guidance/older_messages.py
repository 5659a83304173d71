"""What is said, in Dutch, when an older file took the place of the journal's."""

from collections.abc import Sequence
from pathlib import Path

from goedwerk_tui.guidance.counting import counted
from goedwerk_tui.guidance.words import names_of, pieces
from goedwerk_tui.journal import Entry
from goedwerk_tui.journal.bringing_back import BroughtBack
from goedwerk_tui.journal.last_seen import Older

BRING_BACK, LEAVE_SO = "herstel --ontbrekend", "herstel --zo-laten"


def what_stays_here(shut_in: Sequence[Entry], not_brought: Sequence[Entry]) -> tuple[str, ...]:
    """Return what does not leave by what was said last, though the file that stands there now says otherwise."""
    said: list[str] = []
    if shut_in:
        said.append(f"‘gaat nooit mee’ geldt weer bij {names_of(shut_in)}")
    if not_brought:
        said.append(f"{names_of(not_brought)} neem je niet meer mee")
    if not said:
        return ()
    return (
        f"Het bestand van je dagboek is vervangen door een ouder. Wat je daarna koos blijft zo: {', en '.join(said)}.",
    )


def what_an_older_file_lacks(older: Older, fuller: Sequence[Path] = ()) -> tuple[str, ...]:
    """Return what is missing, and the ways on by a command; nothing when nobody need choose.

    Args:
        older: what is missing.
        fuller: other files of the journal that have something that it lacks: these are to be merged first.
    """
    if not fuller and (said := what_is_lacking(older)):
        return (
            f"{said} ‘goedwerk {BRING_BACK}’ haalt terug wat de reservekopieën ervan hebben. ‘goedwerk {LEAVE_SO}’ laat"
            " het zo; dan hoor je er niet meer over.",
        )
    return ()


def what_is_lacking(older: Older) -> str:
    """Return how much is missing of what stood there last; empty when nothing is."""
    parts = [pieces(older.pieces)] if older.pieces else []
    if older.versions:
        parts.append(f"de laatste versie van {pieces(older.versions)}")
    if not parts:
        return ""
    is_missing = "ontbreekt" if older.pieces + older.versions == 1 or not older.pieces else "ontbreken"
    return (
        f"Er {is_missing} {' en '.join(parts)}: het bestand van je dagboek is vervangen door een ouder, en niet door"
        " dit programma."
    )


def what_came_from_backups(back: BroughtBack) -> str:
    """Return what was brought back, and what is in no backup."""
    came = len(back.came) + back.versions
    parts = [counted(back.came)] if back.came else []
    if back.versions:
        parts.append(f"een versie van {pieces(back.versions)}")
    said = [f"Teruggehaald uit de reservekopieën: {', en '.join(parts)}."] if came else []
    if back.earlier:
        which = "Dat is" if came == back.earlier == 1 else f"{back.earlier} daarvan in"
        said.append(f"{which} een eerdere versie: de laatste staat in geen reservekopie.")
    if back.nowhere:
        said.append(f"{'De rest' if came else 'Wat ontbreekt'} staat in geen reservekopie.")
    if back.earlier or back.nowhere:
        said.append(
            "Misschien heeft een ander apparaat, of de dienst die je map bijwerkt, nog een later bestand; ‘goedwerk"
            " samenvoegen BESTAND’ voegt dat erbij."
        )
    return " ".join(said)
