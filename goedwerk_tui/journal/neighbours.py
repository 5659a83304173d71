"""Which of the files of one journal in one folder are journals of their own, and which are copies, and of which."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from goedwerk_tui.base.files import real_path
from goedwerk_tui.base.folder_names import backups_of_before
from goedwerk_tui.base.places import Places
from goedwerk_tui.journal.machine_files import machine_files
from goedwerk_tui.journal.records import head_id, ids_in


def of_their_own(places: Places, files: Iterable[Path], journal_id: str) -> list[Path]:
    """Return the files beside a journal that somebody opens as a journal, and that are nobody's conflict copy.

    That is what opens by itself on this machine, what was once open on it, and what has backups of its own. A file
    that only has an inbox or drafts beside it is such a one for a journal that is opened by name for once: to the
    journal that opens by itself it is a copy with which something waits.

    Args:
        places: those of the journal.
        files: the others in its folder, with the same id.
        journal_id: that id.
    """
    return [each for each in files if _is_of_its_own(places, each, journal_id)]


def copies_of(places: Places, files: Sequence[Path], journal_id: str) -> tuple[Path, ...]:
    """Return the files beside a journal that are conflict copies of it, and not of another journal that stands there.

    Where there are several journals with one id, a copy is of the one whose name it bears. One that bears none of their
    names, or a name that tells nothing, is of the journal that opens by itself.
    """
    others = of_their_own(places, files, journal_id)
    # What nothing opens any more, as the settings name another, takes up no copies either.
    rivals = [each for each in others if not (places.is_own and _opens_by_itself(places, each))]
    real = real_path(places.journal)
    return tuple(each for each in files if each not in others and _is_of(real, each, rivals, in_doubt=places.is_own))


def _is_of(journal: Path, copy: Path, rivals: Sequence[Path], *, in_doubt: bool) -> bool:
    mine, theirs = _likeness(journal, copy), max((_likeness(each, copy) for each in rivals), default=(0, 0))
    return mine > theirs or (mine == theirs and (in_doubt or not rivals))


def _likeness(journal: Path, copy: Path) -> tuple[int, int]:
    """Return how many letters of a journal's name a copy bears, and how many of its ending."""
    stem, suffix, name = journal.stem.casefold(), journal.suffix.casefold(), copy.name.casefold()
    if stem not in name:
        return 0, 0
    return len(stem), len(suffix) if suffix in name else 0


def _is_of_its_own(places: Places, path: Path, journal_id: str) -> bool:
    there = places.with_journal(path)
    if _opens_by_itself(places, path) or machine_files(there).lock.exists():
        return True
    known = (there, *there.otherwise_named)
    if any(journal_id in ids_in(folder, places.disk) for folder in {at.backups_beside for at in known}):
        return True
    # Files that differ in their ending shared that folder, and a backup there is of the one with its ending.
    of_before = (each for folder in backups_of_before(path) for each in folder.glob("*") if each.suffix == path.suffix)
    if any(head_id(each, places.disk) == journal_id for each in of_before):
        return True
    return not places.is_own and any(any(folder.glob("*")) for at in known for folder in (at.inbox, at.drafts))


def _opens_by_itself(places: Places, path: Path) -> bool:
    return real_path(path) in {real_path(each) for each in places.opening_by_themselves}
