"""What an exercise made beside its result: known by where it came from and by what the result holds, not by its words.

Whoever keeps back or wipes a result must know of what it made: the same words may stand there in another form.
"""

from collections.abc import Collection, Sequence

from goedwerk_tui.base.text import quoted, shorten
from goedwerk_tui.guidance.exercises.list import ItemList
from goedwerk_tui.guidance.exercises.persistence import ITEM, work_of
from goedwerk_tui.guidance.words import ENTRY_KINDS, NAMED
from goedwerk_tui.journal import Entry, Kind, State

_TITLE = 40
"""The characters of a piece that is named in a sentence."""


def makers(entries: Collection[Entry]) -> dict[str, frozenset[str]]:
    """Return by the id of each entry that an exercise made, or has on its list, the ids of its results behind it.

    Args:
        entries: all of the journal. What was made in a later sitting of what grows is of the one result that stands.
    """
    ids = frozenset(each.id for each in entries)
    results: dict[tuple[str, str], list[Entry]] = {}
    found: dict[str, set[str]] = {}
    for each in entries:
        if each.kind is Kind.EXERCISE and each.origin:
            results.setdefault((each.origin.pack, each.origin.step), []).append(each)
            for listed in _listed(each):
                found.setdefault(listed, set()).add(each.id)
    for each in entries:
        if each.kind is not Kind.EXERCISE and each.origin and each.origin.item.startswith(f"{ITEM}."):
            sitting = each.id.removesuffix(f"-{each.origin.item.removeprefix(f'{ITEM}.')}")
            made_it = [one.id for one in results.get((each.origin.pack, each.origin.step), ())]
            found.setdefault(each.id, set()).update([sitting] if sitting != each.id and sitting in ids else made_it)
    return {made: frozenset(behind) for made, behind in found.items()}


def made_beside(result_ids: Collection[str], entries: Collection[Entry]) -> tuple[Entry, ...]:
    """Return what some results made and is still there, in the trash too, the newest first.

    Args:
        result_ids: the ids of the results; those of other entries make no difference. None of these is returned.
        entries: all of the journal.
    """
    ids = frozenset(result_ids)
    behind = makers(entries)
    made = (each for each in entries if each.id not in ids and behind.get(each.id, frozenset()) & ids)
    there = (each for each in made if each.state is not State.WIPED)
    return tuple(sorted(there, key=lambda each: (each.created, each.id), reverse=True))


def names_of_made(made: Sequence[Entry]) -> str:
    """Return what was made by title and kind, in Dutch; of more than a few the number."""
    names = [f"{quoted(shorten(each.text.rstrip('.'), _TITLE))} ({ENTRY_KINDS[each.kind]})" for each in made[:NAMED]]
    if more := len(made) - len(names):
        names.append(f"nog {more}")
    return " en ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _listed(result: Entry) -> frozenset[str]:
    """Return the ids of the standing entries that are on the list of a result."""
    if (result.data or {}).get("exercise") != ItemList.EXERCISE:
        return frozenset()
    work = work_of(result)
    return frozenset(item.entry for item in work.items if item.entry) if isinstance(work, ItemList) else frozenset()
