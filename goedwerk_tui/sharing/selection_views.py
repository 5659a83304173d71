"""The ways to look at what can leave, for whoever chooses by hand."""

from collections.abc import Iterable
from enum import StrEnum

from goedwerk_tui.guidance.words import ENTRY_KINDS
from goedwerk_tui.journal import Entry, Journal
from goedwerk_tui.sharing.entry_document import LOOSE
from goedwerk_tui.sharing.log import new_since
from goedwerk_tui.sharing.selection import marked_to_bring, shareable


class SelectionView(StrEnum):
    """Which part of what can leave is shown."""

    ALL = "alles"
    BRING = "om mee te nemen"
    NEW = "nieuw sinds je vorige bestand"
    SESSION = "deze sessie"


def in_view(view: SelectionView, journal: Journal, session: str | None) -> tuple[Entry, ...]:
    """Return what can be chosen in a view, newest first.

    Args:
        view: which.
        journal: the journal.
        session: the id of the session where the person is, if any.
    """
    match view:
        case SelectionView.ALL:
            return shareable(journal)
        case SelectionView.BRING:
            return marked_to_bring(journal)
        case SelectionView.NEW:
            return new_since(journal)
        case SelectionView.SESSION:
            return tuple(each for each in shareable(journal) if each.origin and each.origin.session == session)


def by_place(entries: Iterable[Entry]) -> dict[tuple[str, str], list[str]]:
    """Return the ids of entries by what they are shown under: the title of their session, and their kind."""
    found: dict[tuple[str, str], list[str]] = {}
    for entry in entries:
        session = entry.origin.session_title if entry.origin else LOOSE
        found.setdefault((session, ENTRY_KINDS[entry.kind].capitalize()), []).append(entry.id)
    return found
