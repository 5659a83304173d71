"""What is needed to make the last export again, apart from the journal: other words, a name above, a template.

It holds words that were not to leave, so it is kept on this machine alone, and goes when something is wiped.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from goedwerk_tui.base.disk import Disk
from goedwerk_tui.base.files import (
    ReadFailed,
    WriteFailed,
    make_private_folder,
    remove_file,
)
from goedwerk_tui.base.places import Places
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.journal.machine_files import exports_before, machine_files, sign
from goedwerk_tui.sharing.editing import Edits
from goedwerk_tui.sharing.log import Logged

_LIMIT = 16 * 1024 * 1024


@dataclass(frozen=True)
class Asked:
    """How an export was asked for."""

    edits: Edits = field(default_factory=Edits)
    """What is different in it from the journal."""
    name: str = ""
    """Whose name stands above it."""
    template: Path | None = None
    """The Word document of which it has the looks."""

    @property
    def plain(self) -> bool:
        """Whether it was asked for without any of these."""
        return self == Asked()


class _Kept(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    log: str
    """The id of the entry that logs the export."""
    words: Mapping[str, str]
    without: tuple[str, ...]
    name: str
    template: str


def remember(places: Places, log_id: str, asked: Asked) -> None:
    """Keep how the last export was asked for; that it can't be kept only means that it can't be repeated.

    Args:
        places: where everything of ours is.
        log_id: the id of the entry that logs it.
        asked: how it was asked for.
    """
    path = machine_files(places).last_export
    for before in exports_before(places):
        with suppress(WriteFailed):
            remove_file(before)
    template = "" if asked.template is None else str(asked.template.absolute())
    kept = _Kept(log_id, asked.edits.words, tuple(sorted(asked.edits.without)), asked.name, template)
    with suppress(WriteFailed):
        if asked.plain:
            remove_file(path)
        else:
            make_private_folder(path.parent)
            places.disk.write(path, msgspec.json.encode(kept), _LIMIT)
            sign(places)


def asked_before(places: Places, logged: Logged) -> Asked:
    """Return how an export was asked for.

    Raises:
        Trouble: that is not known, so that words could leave that did not leave then.
    """
    if logged.plain:
        return Asked()
    # The journal may have moved since; by its log it is known which of them is of this export.
    paths = (machine_files(places).last_export, *places.state.glob("*.export"))
    found = (_read(each, places.disk) for each in paths)
    kept = next((each for each in found if each is not None and each.log == logged.id), None)
    if kept is None:
        raise Trouble(
            "In je vorige bestand kunnen woorden zijn vervangen of weggelaten, of er stond een naam boven. Welke dat"
            " waren is hier niet bekend.",
            "Er is niets geschreven.",
            "Maak het opnieuw, en zeg daarbij wat er anders moet.",
        )
    template = Path(kept.template) if kept.template else None
    return Asked(Edits(kept.words, frozenset(kept.without)), kept.name, template)


def _read(path: Path, disk: Disk) -> _Kept | None:
    try:
        return msgspec.json.decode(disk.read(path, _LIMIT), type=_Kept)
    except (ReadFailed, msgspec.MsgspecError, ValueError):
        return None
