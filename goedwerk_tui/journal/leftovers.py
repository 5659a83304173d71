"""Half-written files that a killed process left, in every folder that the program ever wrote to."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

from msgspec import Struct

from goedwerk_tui.base.files import folder_is_there, real_path, sweep_temporary
from goedwerk_tui.base.places import Places
from goedwerk_tui.base.written_folders import WrittenFolders
from goedwerk_tui.journal.entry import Entry, Kind


class Swept(Struct, frozen=True):
    """What the broom could not take away."""

    left: tuple[Path, ...] = ()
    """Half-written files that could not be removed."""
    unseen: tuple[Path, ...] = ()
    """Folders that are not there now, in which writing was cut short."""


def sweep(places: Places, entries: Iterable[Entry]) -> Swept:
    """Remove the half-written files of processes that are gone; what a process is writing now stays.

    Args:
        places: where the journal and all that belongs to it is.
        entries: what the journal holds: its log of exports names folders too.
    """
    written = WrittenFolders(places.state)
    remembered = written.all()
    of_before = (path for each in remembered if each.journals for path in _waiting_in(places, each.folder))
    here = (*_own_folders(places), written.folder)
    exports = (each.parent for each in exported_to(entries))
    folders = (*here, *exports, *(each.folder for each in remembered), *of_before)
    left = tuple(path for folder in dict.fromkeys(folders) for path in sweep_temporary(folder))
    for each in remembered:
        if not each.finished and folder_is_there(each.folder):
            written.finish(each.folder)
    return Swept(left, tuple(each.folder for each in remembered if not each.finished and not each.folder.is_dir()))


def _own_folders(places: Places) -> Iterator[Path]:
    yield real_path(places.journal).parent
    yield from (places.journal.parent, places.inbox, places.drafts, *places.backup_folders, places.state, places.config)
    yield from _waiting_in(places, real_path(places.journal).parent)
    yield from _waiting_in(places, places.journal.parent)
    for each in places.otherwise_named:
        yield from (each.inbox, each.drafts, each.backups)
    if places.usual is not None:
        yield from _own_folders(places.usual)


def _waiting_in(places: Places, folder: Path) -> Iterator[Path]:
    for each in places.waiting_in(folder):
        yield from (each.inbox, each.drafts, each.backups)


def exported_to(entries: Iterable[Entry]) -> Iterator[Path]:
    """Yield the files to which exports went, by the log in a journal."""
    for each in entries:
        export: object = (each.data or {}).get("export") if each.kind is Kind.LOG else None
        target = cast("dict[str, object]", export).get("target") if isinstance(export, dict) else None
        if isinstance(target, str) and "\0" not in target and Path(target).is_absolute():
            yield Path(target)
