"""Which entries may leave."""

from collections.abc import Callable, Iterable
from dataclasses import replace

import msgspec

from goedwerk_tui.base.text import quoted, shorten
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.exercises.made import makers
from goedwerk_tui.guidance.text_overlap import Sought
from goedwerk_tui.guidance.words import NAMED, origin_line
from goedwerk_tui.journal import Entry, Journal, Kind, Mark, State
from goedwerk_tui.sharing.document import Document
from goedwerk_tui.sharing.editing import Edits, edited, replacing

_WRITTEN = frozenset(Kind) - {Kind.LOG}
_NO_EDITS = Edits()
_OUT = "…"
"""What stands here for any words that are replaced: what is left around them is compared."""
_TITLE = 40
"""The characters of a piece that is named in a sentence."""


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
                f"Er is geen stuk met id ‘{each}’.", "Er is geen bestand geschreven.", "‘goedwerk zoek’ toont de ids."
            )
        why = "ligt in de prullenbak" if found.state is State.TRASH else "gaat nooit mee"
        raise Trouble(f"Het stuk met id ‘{each}’ {why}.", "Er is geen bestand geschreven.")
    return tuple(chosen)


def leaving_all_the_same(
    unedited: Document, journal: Journal, edits: Edits = _NO_EDITS, chosen: Iterable[Entry] = ()
) -> str:
    """Return what to say when a document holds the words of something that never leaves; empty when it does not.

    What was written in an exercise stands in its result too, and a text may have been picked for another. What a result
    that never leaves made is said to hold its words, in whatever words it stands. Where a name in it is replaced, the
    rest of its words leaves.

    Args:
        unedited: what leaves, before it is edited.
        journal: for what never leaves, and what made what.
        edits: what is different in what leaves.
        chosen: the entries of which the document was made.
    """
    never = [journal.entries[each] for each in journal.marked(Mark.NEVER_LEAVE) if each in journal.entries]
    if not never:
        return ""
    out = dict.fromkeys(edits.words, _OUT)
    changed = replacing(out)
    sought, behind = Sought(never, changed), makers(journal.entries.values())
    document = edited(unedited, replace(edits, words=out))
    leaves = tuple(f"{each.question}\n{each.choice}\n{each.text}" for each in document.pieces)
    made = (behind.get(each.id, frozenset[str]()) for each in chosen)
    ids = frozenset[str]().union(*map(sought.standing_in, leaves), *made)
    found = sorted((each for each in never if each.id in ids), key=lambda each: (each.created, each.id))
    if not found:
        return ""
    names = [_title(each, leaves, changed) for each in found[:NAMED]]
    if more := len(found) - len(names):
        names.append(f"en nog {more}")
    return f"Let op: hierin staan ook woorden van wat nooit mee mag: {'; '.join(names)}."


def _title(entry: Entry, leaves: Iterable[str], changed: Callable[[str], str]) -> str:
    """Return a name for a piece that never leaves: by the words of it that leave, also when it says otherwise now."""
    if entry.kind is Kind.EXERCISE:
        return quoted(origin_line(entry))
    versions = (msgspec.structs.replace(entry, revisions=(each,)) for each in reversed(entry.versions))
    leaving = next((each for each in versions if any(map(Sought([each], changed).standing_in, leaves))), entry)
    return f"{quoted(shorten(leaving.text.rstrip('.'), _TITLE))} ({origin_line(entry)})"
