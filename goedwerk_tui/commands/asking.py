"""What a command asks before it does what is not easily undone."""

import sys
from pathlib import Path

from goedwerk_tui.base.text import shown
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.commands.printing import say
from goedwerk_tui.commands.typed_input import at_a_terminal
from goedwerk_tui.journal import Journal
from goedwerk_tui.journal.book import Book


def confirm(words: str, why: str = "", *, refused: str) -> None:
    """Go on only when some words are typed.

    Args:
        words: what is to be typed, in small letters.
        why: a sentence more.
        refused: what is said when something else is typed.

    Raises:
        Trouble: something else was.
    """
    say(f"Typ ‘{words}’ om door te gaan; met iets anders gebeurt er niets. {why}".rstrip())
    typed = sys.stdin.readline().strip()
    if " ".join(typed.strip("‘’'\"").casefold().split()) != words:
        raise Trouble(f"{refused}: je typte ‘{shown(typed)}’, en ‘{words}’ was nodig.")


def ask_about_another(journal: Journal, brought: Book, path: Path, *, agreed: bool) -> None:
    """Say of a journal that is brought that it is another one, and go on only when that is meant.

    A journal that has nothing yet becomes the one that is brought, and one that was taken in before is no stranger: of
    these nothing is asked.

    Args:
        journal: the journal that takes it in.
        brought: what is in the other.
        path: its file.
        agreed: whether that it may be another was said beforehand.

    Raises:
        Trouble: it is not meant, or nobody is there to ask.
    """
    from goedwerk_tui.guidance.merge_messages import what_another_journal
    from goedwerk_tui.journal.merging import is_another

    if agreed or not is_another(journal, brought):
        return
    told = what_another_journal(brought, path)
    if not at_a_terminal():
        raise _unasked(told)
    say(f"{told} Alles daaruit komt tussen jouw stukken te staan, en gaat daar niet vanzelf weer uit.")
    confirm("overnemen", refused="Er is niets overgenomen")


def ask_about_beginning(journal: Journal, brought: Book, path: Path, *, agreed: bool) -> None:
    """Say what comes in where there is no journal, or none any more, and go on only when that is meant.

    After everything was wiped nothing is known of that, so an old copy brings all of it back.

    Args:
        journal: the journal that takes it in.
        brought: what is in the other.
        path: its file.
        agreed: whether that was said beforehand.

    Raises:
        Trouble: it is not meant, or nobody is there to ask.
    """
    from goedwerk_tui.guidance.merge_messages import what_comes_into_nothing
    from goedwerk_tui.journal.merging import has_nothing

    if agreed or not has_nothing(journal):
        return
    told = what_comes_into_nothing(brought, path)
    if not at_a_terminal():
        raise _unasked(told)
    say(told)
    confirm("overnemen", refused="Er is niets overgenomen")


def _unasked(told: str) -> Trouble:
    return Trouble(told, "Er is niets overgenomen.", "Wil je dat toch, zet er dan --ook-ander bij.")
