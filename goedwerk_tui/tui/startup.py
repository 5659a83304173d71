"""How the app opens: the programme and the journal in a thread, and what is asked and said of them first."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from goedwerk_tui.base.file_trouble import refused
from goedwerk_tui.base.places import content_paths
from goedwerk_tui.base.settings import settings_trouble
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.older_messages import what_an_older_file_lacks
from goedwerk_tui.journal import JournalUnreadable
from goedwerk_tui.programme import ContentError
from goedwerk_tui.tui.content_reload import Following
from goedwerk_tui.tui.keys import about_keys
from goedwerk_tui.tui.shell import MOVING, Shell
from goedwerk_tui.tui.workarounds.memory import without_walking
from goedwerk_tui.tui.workspace import Workspace
from goedwerk_tui.tui.workspace_opening import look_round, open_workspace


class Startup:
    """Opens what there is, and knows what was asked for at the start."""

    def __init__(
        self,
        shell: Shell,
        fail: Callable[[Trouble], None],
        *,
        content: Sequence[Path],
        looking_round: bool,
        follow: bool,
    ) -> None:
        """Take the app, and what ends it where nothing can be opened; the rest as ``GoedWerkApp`` has it."""
        self._shell = shell
        self._fail = fail
        self._content = content
        self._follow = follow
        self.looking_round = looking_round
        """Whether nothing is to be kept."""

    @property
    def content(self) -> Sequence[Path]:
        """Folders and zips of content of one's own."""
        return self._content or content_paths(self._shell.settings, self._shell.places.config)

    def begin(self) -> None:
        """Open what there is, in a thread."""
        self._shell.run_worker(self._open, thread=True, group="opening")

    def look_round(self) -> None:
        """Go on without keeping anything."""
        self.looking_round = True
        self.begin()

    def go_on_with(self, workspace: Workspace) -> None:
        """Go on with a journal that is kept."""
        self.looking_round = False
        self._take(workspace)

    def _take(self, workspace: Workspace) -> None:
        self._shell.workspace = workspace
        self._shell.journal_changed()
        self._shell.sync.begin(workspace)

    def _open(self) -> None:
        shell = self._shell
        with without_walking():
            try:
                workspace = self._open_workspace()
            except Trouble as trouble:
                shell.call_from_thread(self._could_not_open, trouble)
            except OSError as error:
                shell.call_from_thread(self._could_not_open, refused(error, shell.places.journal))
            else:
                shell.call_from_thread(self._opened, workspace)
                self._read_ahead(workspace)
                workspace.journal.warm_search()
                if keymap := shell.settings.keys:
                    for notice in about_keys(keymap):
                        shell.call_from_thread(shell.show_notice, notice)

    def _open_workspace(self) -> Workspace:
        places = self._shell.places
        if self.looking_round:
            return look_round(self.content, None if self._follow else places.content_copies)
        return open_workspace(places, self.content)

    def _read_ahead(self, workspace: Workspace) -> None:
        """Read every step, so that lists of steps show at once. What is wrong with a step is said when it is opened."""
        from goedwerk_tui.guidance.progress import steps_of

        for session in workspace.pack.programme.sessions:
            for step in steps_of(session):
                begun = time.monotonic()
                try:
                    workspace.pack.step(step)
                except ContentError as error:
                    self._shell.log.warning(str(error))
                time.sleep(time.monotonic() - begun)  # the keyboard gets as much time as the reading took
        self._shell.call_from_thread(self._shell.journal_changed)

    def _opened(self, workspace: Workspace) -> None:
        shell = self._shell
        self._take(workspace)
        shell.screen.refresh_bindings()  # what may be done depends on it
        if trouble := settings_trouble(shell.places.settings):
            shell.show_notice(f"{trouble.happened} Zolang gelden de gewone instellingen. {trouble.advice}")
        for notice in workspace.pack.notices:
            shell.show_notice(notice)
        for sentence in what_an_older_file_lacks(workspace.journal.store.older, workspace.cared.fuller):
            shell.show_notice(sentence)
        if self._follow:
            self._follow = False
            Following(shell, self.content).begin()
        if workspace.is_new:
            shell.run_worker(self._welcome(), group=MOVING)
        elif workspace.read_only and not workspace.cared.troubles:
            shell.show_error(
                Trouble(
                    "Dit dagboek is al open in een ander venster.",
                    "Hier kun je alles lezen; schrijven kan in dat andere venster.",
                )
            )

    async def _welcome(self) -> None:
        from goedwerk_tui.tui.screens.welcome import WelcomeScreen

        if await self._shell.ask(WelcomeScreen()):
            self._shell.go_on()
        else:
            self.look_round()

    def _could_not_open(self, trouble: Trouble) -> None:
        self._shell.run_worker(self._ask_how_to_go_on(trouble), group=MOVING)

    async def _ask_how_to_go_on(self, trouble: Trouble) -> None:
        way = None
        if isinstance(trouble, JournalUnreadable):
            from goedwerk_tui.tui.screens.unreadable import UnreadableScreen, WayOn

            way = await self._shell.ask(UnreadableScreen(trouble))
            if way is WayOn.OPEN:
                self.begin()
            elif way is WayOn.LOOK:
                self.look_round()
        if way is None:
            self._fail(trouble)
