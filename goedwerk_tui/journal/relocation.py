"""Another place for the journal or for its backups, kept in the settings."""

from dataclasses import replace
from pathlib import Path

from msgspec import Struct

from goedwerk_tui.base.files import Reason, WriteFailed, folder_is_there, make_private_folder, remove_file
from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.base.settings import read_whereabouts, write_settings
from goedwerk_tui.journal.backup import Why
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.journal import Journal


class Relocated(Struct, frozen=True):
    """What came of choosing another folder for backups."""

    places: Places
    """Where everything is now."""
    number: int
    """How many backups were moved."""
    left: tuple[Path, ...]
    """Old ones that could not be removed; they were copied."""


def remember_place(journal: Journal) -> Places:
    """Keep in the settings that the journal is where it is now, so that the next start opens it.

    Returns:
        Its places as the next start finds them.

    Raises:
        SettingsUnreadable, WriteFailed: it was not kept.
    """
    places = journal.places
    assert places is not None
    named = read_whereabouts(places.settings)
    write_settings(places.settings, replace(named, journal=str(places.journal)))
    journal.store.places = find_places()
    return journal.store.places


def keep_backups_in(journal: Journal, folder: Path) -> Relocated:
    """Keep backups in this folder from now on; those that there are move to it, once all of them stand there.

    Raises:
        ReadFailed, SaveFailed, WriteFailed: they could not be kept there; all is as it was.
        SettingsUnreadable: that could not be kept in the settings; all is as it was.
    """
    places = journal.places
    assert places is not None
    if not folder_is_there(folder.parent):
        raise WriteFailed(folder, Reason.NO_FOLDER)
    make_private_folder(folder)
    moved = replace(places, backups=folder)
    here, there = (Backups(each, clock=journal.now) for each in (places, moved))
    old = [each for each in here.list() if each.path.parent != folder]
    copied: list[Path] = []
    try:
        for each in old:
            copied.append(there.take(each))
        # Whether anything can be kept there shows only by keeping it.
        if not old and (made := there.make(Why.DAY)) and made.path.parent != folder:
            raise WriteFailed(folder, Reason.NO_PERMISSION)
        named = "" if folder == places.backups_beside else str(folder)
        write_settings(places.settings, replace(read_whereabouts(places.settings), backups=named))
    except BaseException:
        for each in copied:
            each.unlink(missing_ok=True)
        raise
    journal.store.places = moved
    left: list[Path] = []
    for each in old:
        try:
            remove_file(each.path)
        except WriteFailed:
            left.append(each.path)
    return Relocated(moved, len(old), tuple(left))
