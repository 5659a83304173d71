"""Where things live on this machine."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from goedwerk_tui.base.disk import OPEN_DISK, Disk
from goedwerk_tui.base.files import real_path
from goedwerk_tui.base.folder_names import (
    BACKUP_NAME,
    BACKUPS,
    BESIDE_DRAFTS,
    BESIDE_INBOX,
    DOT,
    folders_called,
    name_beside,
    names_in,
)
from goedwerk_tui.base.journal_head import head_id
from goedwerk_tui.base.settings import Settings, SettingsUnreadable, Whereabouts, read_whereabouts, rescued_whereabouts
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.base.written_folders import WrittenFolders

HOME_VARIABLE = "GOEDWERK_HOME"
JOURNAL_NAME = "dagboek.json"
WIPE_SUFFIX = ".wissen"
"""How the name of a list ends of what goes with everything; it is there only while that is removed."""
_INBOX = "inbox"
_DRAFTS = "concepten"


class NoHome(Trouble):
    """It can't be told where anything of a person should be."""

    def __init__(self, happened: str) -> None:
        """Say why not."""
        super().__init__(
            happened,
            "Daarom is niet te zeggen waar je dagboek is; er is niets gelezen of bewaard.",
            f"Zet in {HOME_VARIABLE} de map waarin alles moet staan.",
        )


class SetBy(StrEnum):
    """What decided where something lives."""

    PROGRAM = "program"
    """Nobody chose: the usual place on this system, or under ``GOEDWERK_HOME``."""
    SETTINGS = "settings"
    COMMAND = "command"


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
    backups_beside: Path
    """The folder of backups that goes with the journal; another one than ``backups`` when the settings name one."""
    journal_set_by: SetBy = SetBy.PROGRAM
    """What decided where the journal is."""
    is_own: bool = True
    """Whether it is the journal that opens by itself; otherwise the settings are about another one."""
    usual: "Places | None" = None
    """The usual places, when the journal is elsewhere: an earlier file of it may still be there."""
    begin_anew: bool = False
    """Whether a new journal may begin where there was one: a person said so."""
    settings_understood: bool = True
    """Whether the settings say where the journal is; otherwise they may name another than this one."""
    opening_by_themselves: tuple[Path, ...] = ()
    """The journals that open here when none is named: that of the settings, and the usual one."""
    is_backup: bool = False
    """Whether a command names a backup as the journal: that is only read, and gets no folders of its own."""
    disk: Disk = OPEN_DISK
    """By which all that a person wrote in these places is read and written."""

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.config / "instellingen.json"

    @property
    def content_copies(self) -> Path:
        """The folder of the last good copies of content that lives elsewhere."""
        return self.state / "inhoud"

    @property
    def names(self) -> Path:
        """A person's own list of names to point out in what leaves."""
        return self.config / "namen.txt"

    @property
    def fault_report(self) -> Path:
        """Where a fault of ours is written down, without texts of the person."""
        return self.state / "fout.txt"

    @property
    def unfinished_wipes(self) -> tuple[Path, ...]:
        """The lists of what was to go with everything, where removing it was cut short; of any journal."""
        return tuple(sorted(self.state.glob(f"*{WIPE_SUFFIX}")))

    @property
    def backup_folders(self) -> tuple[Path, ...]:
        """Where backups may be, the folder that was chosen first."""
        return tuple(dict.fromkeys((self.backups, self.backups_beside)))

    @property
    def otherwise_named(self) -> "tuple[Places, ...]":
        """The same journal with the folders that go with it named as another command or home of this user names them.

        What is opened as ``--journal BESTAND`` from elsewhere has other folders than the journal of a home.
        """
        found: list[Places] = []
        for journal in dict.fromkeys((self.journal, real_path(self.journal))):
            beside = _beside(self, journal, self.journal_set_by)
            found.append(beside)
            if journal.name == JOURNAL_NAME:
                found.append(_in_home(journal.parent, beside))
        return tuple(replace(each, usual=None) for each in found if each.inbox != self.inbox)

    def waiting_in(self, folder: Path) -> "tuple[Places, ...]":
        """Return the places of all journals of which drafts or notes may wait in a folder, there or not."""
        names = names_in(folder)
        ends = (BESIDE_INBOX, BESIDE_DRAFTS)
        called = {name.removesuffix(end) for name in names for end in ends if name.endswith(end) and name != end}
        beside = [self._with_folders_called(folder, each, names) for each in sorted(called)]
        if not names.isdisjoint((_INBOX, _DRAFTS)):
            beside.append(_in_home(folder, self.with_journal(folder / JOURNAL_NAME)))
        return tuple(beside)

    def _with_folders_called(self, folder: Path, name: str, names: frozenset[str]) -> "Places":
        """Return the places of which the folders are called so, of the journal that has them there or would have."""
        likely = [each for each in names if each in (name, name.removesuffix(DOT)) or Path(each).stem == name]
        files = (each for each in likely if head_id(folder / each, self.disk) is not None)
        owners = sorted(each for each in files if name_beside(folder / each, self.disk) == name)
        mine = f"{name}{self.journal.suffix}"
        there = owners[0] if owners else f"{name}.json" if mine in names else mine
        return replace(self.with_journal(folder / there), **folders_called(folder, name))

    def with_journal(self, journal: Path) -> "Places":
        """Return the places of another journal file, as a command names it: all that goes with it lies beside it."""
        return replace(_beside(self.usual or self, journal, SetBy.COMMAND), is_own=False)


def find_places(journal: Path | None = None, environment: Mapping[str, str] = os.environ) -> Places:
    """Decide where everything lives, without touching anything; the settings are read.

    Args:
        journal: a journal file chosen by the person for this once; without it the settings say where the journal is,
            and without those the system does. Of a journal that was chosen, drafts, inbox and backups lie beside it.
        environment: environment variables; ``GOEDWERK_HOME`` puts everything under one folder.

    Raises:
        NoHome: there is no telling.
    """
    usual = _usual_places(environment)
    try:
        named = read_whereabouts(usual.settings)
    except SettingsUnreadable:
        rescued = rescued_whereabouts(usual.settings)
        named = rescued or Whereabouts()
        usual = replace(usual, settings_understood=rescued is not None)
    own = _beside(usual, _chosen(usual, named.journal), SetBy.SETTINGS) if named.journal else usual
    if own.journal == usual.journal:
        own = replace(usual, journal_set_by=own.journal_set_by)
    if named.backups:
        own = replace(own, backups=_chosen(usual, named.backups))
    usual = replace(usual, opening_by_themselves=tuple(dict.fromkeys((own.journal, usual.journal))))
    own = replace(own, opening_by_themselves=usual.opening_by_themselves, usual=own.usual and usual)
    if journal is None:
        return own
    given = expanded(journal).absolute()
    if real_path(given) == real_path(own.journal):
        # By whatever path it is named: what goes with it is where it always is.
        return replace(own, journal_set_by=SetBy.COMMAND)
    return replace(usual.with_journal(given), is_backup=_is_backup(given, own))


def _is_backup(given: Path, own: Places) -> bool:
    """Return whether a file stands among the backups of a journal, whichever that is.

    In a folder that a person chose there may be other files; there the name must tell too.
    """
    real = real_path(given)
    if real.parent.name == BACKUPS or real.parent.name.endswith(f".{BACKUPS}"):
        return True
    if BACKUP_NAME.search(real.name) is None:
        return False
    remembered = (each.folder for each in WrittenFolders(own.state).all() if each.journals)
    return real.parent in {*map(real_path, own.backup_folders), *remembered}


def _usual_places(environment: Mapping[str, str]) -> Places:
    if home := environment.get(HOME_VARIABLE):
        try:
            root = Path(home).expanduser().absolute()
        except RuntimeError as error:
            raise NoHome(f"{HOME_VARIABLE} noemt ‘{home}’, en die gebruiker kent deze computer niet.") from error
        data, state, config = root, root / "staat", root
    else:
        from platformdirs import PlatformDirs

        directories = PlatformDirs("goedwerk", appauthor=False)
        try:
            data, state, config = directories.user_data_path, directories.user_state_path, directories.user_config_path
        except RuntimeError as error:
            raise NoHome("Deze computer zegt niet waar je thuismap is.") from error
        if not data.is_absolute():
            raise NoHome("Deze computer zegt niet waar je thuismap is.")
    nowhere = Places(data, data, data, data, state, config, data)
    return _in_home(data, nowhere)


def _in_home(folder: Path, like: Places) -> Places:
    """Return the places of the journal of a home."""
    backups = folder / BACKUPS
    return replace(
        like,
        journal=folder / JOURNAL_NAME,
        inbox=folder / _INBOX,
        drafts=folder / _DRAFTS,
        backups=backups,
        backups_beside=backups,
    )


def inboxes_beside(journal: Path, disk: Disk) -> tuple[Path, ...]:
    """Return where the inbox of a journal can be, of which nothing is known but its file.

    A copy that got another name may have come with its inbox: that is so where no journal has the usual name.
    """
    usual = journal.parent / JOURNAL_NAME
    mine = (journal.parent / _INBOX,) if journal.name == JOURNAL_NAME or not usual.exists() else ()
    return (*mine, journal.parent / f"{name_beside(journal, disk)}{BESIDE_INBOX}")


def drafts_beside(journal: Path, disk: Disk) -> tuple[Path, ...]:
    """Return where the drafts of a journal can be, of which nothing is known but its file; as its inbox."""
    name = name_beside(journal, disk)
    names = {_INBOX: _DRAFTS, f"{name}{BESIDE_INBOX}": f"{name}{BESIDE_DRAFTS}"}
    return tuple(each.with_name(names[each.name]) for each in inboxes_beside(journal, disk))


def _beside(usual: Places, journal: Path, set_by: SetBy) -> Places:
    """Return the places of a journal that was chosen."""
    folders = folders_called(journal.parent, name_beside(journal, usual.disk))
    return replace(usual, journal=journal, journal_set_by=set_by, usual=usual, **folders)


def _chosen(usual: Places, named: str) -> Path:
    """Return the file or folder that the settings name."""
    return usual.config / expanded(Path(_with_slashes(named)))


def disk_of(places: Places | None) -> Disk:
    """Return the disk of some places; of what is kept nowhere, one without a seal."""
    return places.disk if places else OPEN_DISK


def content_paths(settings: Settings, beside: Path) -> tuple[Path, ...]:
    """Return the folders and zips of content that the settings name; what is not absolute starts at the settings."""
    return tuple(beside / expanded(Path(_with_slashes(each))) for each in settings.content)


def _with_slashes(named: str) -> str:
    """Return a path as this system writes it: one that was typed on Windows has backslashes."""
    return named if os.name == "nt" or "/" in named else named.replace("\\", "/")


def expanded(path: Path) -> Path:
    """Return a path with the home folder in the place of ‘~’."""
    try:
        return path.expanduser()
    except RuntimeError:
        # A user that this machine doesn't know: then it is a name like any other.
        return path


def home_folder() -> Path:
    """Return a person's home folder, or the folder at hand where the system knows none."""
    try:
        return Path.home()
    except RuntimeError:
        return Path.cwd()


def documents_folder() -> Path:
    """Return where a person keeps documents: the folder that the system has for that, or else the home folder."""
    documents = home_folder() / "Documents"
    return documents if documents.is_dir() else home_folder()


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
