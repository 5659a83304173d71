"""Where things live on this machine."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

HOME_VARIABLE = "GOEDWERK_HOME"
JOURNAL_NAME = "dagboek.json"


@dataclass(frozen=True)
class Places:
    """The files and folders of one journal. Nothing is made by asking."""

    journal: Path
    """The TinyDB file."""
    inbox: Path
    """The folder in which other processes leave notes for the journal."""
    drafts: Path
    """The folder of what is being typed."""
    backups: Path
    """The folder of backups of the journal."""
    state: Path
    """The folder for what belongs to this machine alone: the lock."""
    config: Path
    """The folder of the settings."""

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.config / "instellingen.json"

    @property
    def fault_report(self) -> Path:
        """Where a fault of ours is written down, without texts of the person."""
        return self.state / "fout.txt"


def find_places(journal: Path | None = None, environment: Mapping[str, str] = os.environ) -> Places:
    """Decide where everything lives, without touching the disk.

    Args:
        journal: a journal file chosen by the person; its drafts, inbox and backups then lie beside it.
        environment: environment variables; ``GOEDWERK_HOME`` puts everything under one folder.
    """
    if home := environment.get(HOME_VARIABLE):
        root = Path(home).expanduser().absolute()
        data, state, config = root, root / "staat", root
    else:
        from platformdirs import PlatformDirs

        directories = PlatformDirs("goedwerk", appauthor=False)
        data, state, config = directories.user_data_path, directories.user_state_path, directories.user_config_path
    if journal is None:
        return Places(data / JOURNAL_NAME, data / "inbox", data / "concepten", data / "reservekopieen", state, config)
    chosen = journal.expanduser().absolute()
    beside = chosen.parent
    return Places(
        journal=chosen,
        inbox=beside / f"{chosen.stem}.inbox",
        drafts=beside / f"{chosen.stem}.concepten",
        backups=beside / f"{chosen.stem}.reservekopieen",
        state=state,
        config=config,
    )


_SYNCED_FOLDERS = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud": "iCloud",
    "mobile documents": "iCloud",
}


def synced_by(path: Path) -> str | None:
    """Return the service that seems to copy the path elsewhere, or None. It knows the usual folder names."""
    for part in (parent.name.casefold() for parent in (path, *path.parents)):
        for sign, service in _SYNCED_FOLDERS.items():
            if part.startswith(sign):
                return service
    if any((parent / ".stfolder").exists() for parent in path.parents):
        return "Syncthing"
    return None
