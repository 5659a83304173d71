"""What the folders are called that lie beside a journal, so that no two journals share them."""

import os
import re
from pathlib import Path
from typing import TypedDict

from goedwerk_tui.base.disk import Disk
from goedwerk_tui.base.journal_head import head_id

BACKUPS = "reservekopieen"
BACKUP_NAME = re.compile(r"-\d{8}T\d{12}Z-")
BESIDE_INBOX = ".inbox"
BESIDE_DRAFTS = ".concepten"
DOT = "."
"""Behind the name of a journal without an ending, and of one where another has folders called like it."""


class Folders(TypedDict):
    """The folders that go with a journal, by what ``Places`` calls them."""

    inbox: Path
    drafts: Path
    backups: Path
    backups_beside: Path


def folders_called(folder: Path, name: str) -> Folders:
    """Return the folders that go with a journal and are called by a name."""
    backups = folder / f"{name}.{BACKUPS}"
    return {
        "inbox": folder / f"{name}{BESIDE_INBOX}",
        "drafts": folder / f"{name}{BESIDE_DRAFTS}",
        "backups": backups,
        "backups_beside": backups,
    }


def name_beside(journal: Path, disk: Disk) -> str:
    """Return what the folders of a journal are called that lie beside it, which no other journal there shares.

    Those of ‘mijn.json’ are called ‘mijn’, those of ‘mijn.oud’ by its whole name, and those of ‘mijn’ get a dot behind
    it. Earlier versions called all of them ‘mijn’: where those are there and of no other file, they are kept to, until
    there are some by the other name: what is in those would be found no more when a file beside it goes.
    """
    if _is_named_json(journal.name):
        return journal.stem
    names = names_in(journal.parent)
    own = journal.name if journal.suffix and not _has_json(names, journal.name) else f"{journal.name}{DOT}"
    is_free = not _has_json(names, journal.stem) and journal.stem not in names - {journal.name}
    if is_free and not _has_folders_called(journal.parent, own) and _has_folders_of_before(journal, names, disk):
        return journal.stem
    return own


def _has_folders_of_before(journal: Path, names: frozenset[str], disk: Disk) -> bool:
    """Return whether folders lie beside a journal as earlier versions called them, and are of no other journal there.

    Their backups say by their ending of which file they are; without any there may be no other to have them.
    """
    if not _has_folders_called(journal.parent, journal.stem):
        return False
    backups = (name for folder in backups_of_before(journal) for name in names_in(folder))
    if endings := {Path(each).suffix for each in backups if BACKUP_NAME.search(each)}:
        return journal.suffix in endings
    others = (journal.parent / each for each in names - {journal.name} if Path(each).stem == journal.stem)
    return all(head_id(each, disk) is None for each in others)


def _has_folders_called(folder: Path, name: str) -> bool:
    found = folders_called(folder, name)
    return any(each.is_dir() for each in (found["inbox"], found["drafts"], found["backups_beside"]))


def backups_of_before(journal: Path) -> tuple[Path, ...]:
    """Return where earlier versions kept the backups beside a journal, when that may be of another file by now.

    Those of the journal have its ending there.
    """
    return () if _is_named_json(journal.name) else (folders_called(journal.parent, journal.stem)["backups_beside"],)


def _is_named_json(name: str) -> bool:
    return Path(name).suffix.casefold() == ".json"


def _has_json(names: frozenset[str], stem: str) -> bool:
    return any(_is_named_json(each) and Path(each).stem == stem for each in names)


def names_in(folder: Path) -> frozenset[str]:
    """Return the names of all that stands in a folder; of one that can't be read none."""
    try:
        return frozenset(os.listdir(folder))  # noqa: PTH208 - a folder of a person's own may hold thousands
    except OSError:
        return frozenset()
