"""The ways to look at what can leave, for whoever chooses by hand."""

from collections.abc import Iterable
from enum import StrEnum

from goedwerk_tui.guidance.one_line import one_line
from goedwerk_tui.guidance.words import ENTRY_KINDS
from goedwerk_tui.journal import Entry, Journal, Kind
from goedwerk_tui.programme.model import Programme
from goedwerk_tui.sharing.entry_document import LOOSE
from goedwerk_tui.sharing.log import new_since
from goedwerk_tui.sharing.selection import marked_to_bring, shareable

_ASKED_FOR = frozenset({Kind.ANSWER, Kind.EXERCISE})


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


def by_session(entries: Iterable[Entry], programme: Programme) -> dict[str, list[str]]:
    """Return the ids of entries by the title of their session, in the order of the programme; what is loose comes last.

    Args:
        entries: what there is, in the order in which it is shown under a title.
        programme: for that order. The titles of other sessions come after those, as they are met.
    """
    found: dict[str, list[str]] = {session.title: [] for session in programme.sessions}
    loose: list[str] = []
    for entry in entries:
        (found.setdefault(entry.origin.session_title, []) if entry.origin else loose).append(entry.id)
    found[LOOSE] = [*found.pop(LOOSE, ()), *loose]
    return {title: ids for title, ids in found.items() if ids}


def named(entry: Entry) -> tuple[str, str]:
    """Return where an entry is from and how it begins, each for one line.

    Of what is loose the first is the kind, but for a note, which is nothing else; of what is from a step the second
    begins with the kind where that is not what a step asks for.
    """
    kind, text = ENTRY_KINDS[entry.kind], one_line(entry)
    if entry.origin is None:
        return ("" if entry.kind is Kind.NOTE else kind.capitalize(), text)
    return (entry.origin.step_title, text if entry.kind in _ASKED_FOR else f"{kind}: {text}")
