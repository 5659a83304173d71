"""What a command asks before it does what is not easily undone."""

import sys
from pathlib import Path

from goedwerk_tui.base.text import shown
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.commands.printing import inform, say
from goedwerk_tui.commands.typed_input import at_a_terminal
from goedwerk_tui.journal import Journal
from goedwerk_tui.journal.book import Book

_AMONG = "Alles daaruit komt tussen jouw stukken te staan, en gaat daar niet vanzelf weer uit."


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


def ask_about_brought(journal: Journal, brought: Book, path: Path, *, agreed: bool, begins: bool = False) -> None:
    """Say of a journal that is brought that it is another one, or what comes in where there is none, and ask for it.

    One that was taken in before is no stranger: of that nothing is asked. Where there is no journal, somebody may have
    named another place than was meant, or have wiped everything, and of what was wiped nothing is known then.

    Args:
        journal: the journal that takes it in.
        brought: what is in the other.
        path: its file.
        agreed: whether that was said beforehand.
        begins: whether a journal on a new computer begins like this: then a script is only told where it does.

    Raises:
        Trouble: it is not meant, or nobody is there to ask.
    """
    from goedwerk_tui.guidance.merge_messages import what_another_journal, what_comes_into_nothing
    from goedwerk_tui.journal.merging import has_nothing, is_another

    if not agreed and is_another(journal, brought):
        told, more = what_another_journal(brought, path), _AMONG
    elif not agreed and journal.places and has_nothing(journal):
        told, more = what_comes_into_nothing(brought, path, journal.places.journal), ""
        if begins and not at_a_terminal():
            inform(told)
            return
    else:
        return
    if not at_a_terminal():
        raise Trouble(told, "Er is niets overgenomen.", "Wil je dat toch, zet er dan --ook-ander bij.")
    say(f"{told} {more}".rstrip())
    confirm("overnemen", refused="Er is niets overgenomen")
