"""Which entries may leave."""

from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.journal import Entry, Journal, Kind, Mark, State

_WRITTEN = frozenset(Kind) - {Kind.LOG}


def shareable(journal: Journal) -> tuple[Entry, ...]:
    """Return what can be chosen at all, newest first: what a person wrote that is not in the trash.

    What was marked never to leave is not among it, and the log of what was done is no writing.
    """
    never = journal.marked(Mark.NEVER_LEAVE)
    return tuple(entry for entry in journal.newest_first(kinds=_WRITTEN) if entry.id not in never)


def marked_to_bring(journal: Journal) -> tuple[Entry, ...]:
    """Return the shareable entries that were marked to bring, newest first."""
    bring = journal.marked(Mark.BRING)
    return tuple(entry for entry in shareable(journal) if entry.id in bring)


def by_id(journal: Journal, ids: list[str]) -> tuple[Entry, ...]:
    """Return the entries with these ids, in the order asked.

    Raises:
        Trouble: one of them does not exist, lies in the trash, or was marked never to leave.
    """
    allowed = {entry.id: entry for entry in shareable(journal)}
    chosen: list[Entry] = []
    for each in ids:
        if each in allowed:
            chosen.append(allowed[each])
            continue
        found = journal.entries.get(each)
        if found is None or found.state is State.WIPED:
            raise Trouble(
                f"Er is geen stuk met id ‘{each}’.", "Er is niets geëxporteerd.", "‘goedwerk zoek’ toont de ids."
            )
        why = "ligt in de prullenbak" if found.state is State.TRASH else "is gemerkt om nooit mee te gaan"
        raise Trouble(f"Het stuk met id ‘{each}’ {why}.", "Er is niets geëxporteerd.")
    return tuple(chosen)
