"""What no wiping can reach, in words for whoever is about to wipe."""

import os
from collections.abc import Sequence
from pathlib import Path

from goedwerk_tui.base.places import Places, synced_by
from goedwerk_tui.base.typed_path import as_typed
from goedwerk_tui.journal.kept_files import linked_elsewhere
from goedwerk_tui.journal.records import head_id

ELSEWHERE = (
    "Wat je eerder deelde of kopieerde (ook met een harde koppeling), reservekopieën die je computer zelf maakt en"
    " resten op de schijf kan dit programma niet wissen."
)


def out_of_reach(places: Places | None, *, everything: bool = False) -> str:
    """Return, in Dutch, what no wiping from here can reach.

    Args:
        places: where the journal is; None when it is in memory alone.
        everything: whether all of it is wiped: then nothing comes along to where it is opened later.
    """
    told = [ELSEWHERE]
    if places:
        # Short, as it stands in a question that is to fit in a small window.
        there = "geef daar ook ‘goedwerk wissen’" if everything else "open het daar nog eens"
        told.append(f"Een andere computer of map waarin je het opent heeft eigen reservekopieën: {there}.")
    if service := synced_by(places.journal) if places else None:
        told.append(f"{service} kan oudere versies van je dagboek bewaren; wis die daar.")
    return " ".join(told)


def where_linked(places: Places | None) -> str:
    """Return, in Dutch, which files of the journal stand under another name as well, which wiping does not find.

    It is for who has yet to wipe: after that the two names are no longer of one file. Slow; it looks at all files of
    the journal.
    """
    found = linked_elsewhere(places, head_id(places.journal, places.disk)) if places else ()
    if not found:
        return ""
    names = ", ".join(f"‘{each}’" for each in found)
    how = "" if os.name == "nt" else f" Zoek het voor je wist, want daarna kan het niet meer: ‘{_search_for(found)}’."
    return (
        f"Van {names} is er op deze schijf ook een naam in een andere map (een harde koppeling). Wat daar staat wordt"
        f" niet gewist; verwijder het zelf.{how}"
    )


def _search_for(files: Sequence[Path]) -> str:
    """Return the command that finds every name of these files, on the disk that they are on."""
    disks = dict.fromkeys(next(folder for folder in each.parents if os.path.ismount(folder)) for each in files)
    names = " -o ".join(f"-samefile {as_typed(each)}" for each in files)
    return f"find {' '.join(map(as_typed, disks))} -xdev {names}"
