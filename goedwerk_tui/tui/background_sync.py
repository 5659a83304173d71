"""Looking after the journal while the app runs: what came from elsewhere, and what could not be saved."""

import asyncio
from datetime import date
from functools import partial
from pathlib import Path

from textual.timer import Timer
from textual.worker import Worker

from goedwerk_tui.base.clock import local
from goedwerk_tui.base.files import EXPLANATIONS
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.care_messages import what_care_found
from goedwerk_tui.guidance.wiping_messages import where_gone_words_stay
from goedwerk_tui.journal import SaveFailed
from goedwerk_tui.journal.maintenance import Cared
from goedwerk_tui.tui.screens.base import Layer
from goedwerk_tui.tui.shell import Shell
from goedwerk_tui.tui.workspace import Workspace

LOOK_EVERY = 30.0
"""Seconds between two looks at what other processes and machines left."""
LOOK_EVERY_TO_WRITE = 2.0
"""The same where another window has the journal: it may have gone."""
TRY_EVERY = 5.0
"""Seconds between two attempts to save what could not be saved."""
WAYS_OUT = "Je tekst staat nog in beeld. Het programma probeert het steeds opnieuw; F3 kiest een andere plek."


class BackgroundSync:
    """Takes up what came from elsewhere, tries again what failed, and says what a person must know of it, once."""

    def __init__(self, app: Shell) -> None:
        """Take the app; ``begin`` starts when the journal is open."""
        self._app = app
        self._looking: Timer | None = None
        self._trying: Timer | None = None
        self._attempt: Worker[bool] | None = None
        """The last one. It is never broken off: it would go on writing, and nobody would hear that it worked."""
        self._warned_at_quit = False
        """Whether it was said at the quitting that stopping loses what could not be saved."""
        self._said: set[str] = set()
        self._telling = False
        self._wanted = False
        """Whether there is something to look for that no look has begun with."""
        self._turn = asyncio.Lock()
        """One look at a time: of one that is broken off, nobody would hear what it found."""
        self._in_vain = ""
        """Why nothing can be written, as it was said last."""
        self._day: date | None = None
        """The day of the last look: what waits depends on it, and a window may stay open over the weekend."""

    @property
    def failing(self) -> bool:
        """Whether something that was written could not be saved yet."""
        return self._trying is not None

    def begin(self, workspace: Workspace) -> None:
        """Say what was done at the start, and look again every so often."""
        workspace.tell_of_aside = partial(self._app.call_later, self._tell_of_aside)
        self._say(workspace, workspace.cared)
        if self._looking is None:
            self._look_every(LOOK_EVERY_TO_WRITE if workspace.read_only else LOOK_EVERY)

    def _tell_of_aside(self) -> None:
        self._app.show_notice("Aan wat je schreef was elders ook getypt. Dat staat apart, als concept op Thuis.")
        self._app.journal_changed()

    def _look_every(self, seconds: float) -> None:
        if self._looking is not None:
            self._looking.stop()
        self._looking = self._app.set_interval(seconds, self.look_again)

    def typed_in_vain(self) -> None:
        """Say why nothing can be written here, and try at once whether that is still so."""
        workspace = self._app.workspace
        if workspace is not None and workspace.read_only and not self._telling:
            self._telling = True
            self._app.run_worker(self._look_and_tell(workspace), group="telling")

    async def _look_and_tell(self, workspace: Workspace) -> None:
        await self.look()
        self._telling = False
        if workspace.read_only and self._in_vain != workspace.why_read_only:
            self._in_vain = workspace.why_read_only
            self._app.show_notice(f"Wat je typte staat nergens: {workspace.why_read_only}.")

    def end(self) -> None:
        """Look and try no more."""
        for timer in (self._looking, self._trying):
            if timer is not None:
                timer.stop()

    def look_again(self) -> None:
        """Take up what was left since the last look."""
        if not self._wanted:
            self._wanted = True
            self._app.run_worker(self._look_in_turn(), group="looking")

    async def look(self) -> None:
        """Take up what was left since the last look, and wait until that is done."""
        self._wanted = True
        await self._look_in_turn()

    async def _look_in_turn(self) -> None:
        async with self._turn:
            if self._wanted:
                self._wanted = False
                await self._look()

    async def _look(self) -> None:
        workspace = self._app.workspace
        if workspace is None or workspace.looking_round:
            return
        entries, book, could_only_read = workspace.journal.entries, workspace.journal.book, workspace.read_only
        try:
            cared = await workspace.look_again()
        except Trouble as trouble:
            cared = Cared(troubles=(trouble,))
        self._say(workspace, cared)
        if could_only_read and not workspace.read_only:
            self._may_write_again()
        day, self._day = self._day, local(workspace.journal.now()).date()
        # A book that is the same value holds the same marks, progress and meetings; the entries count the inbox too.
        changed = workspace.journal.book is not book or workspace.journal.entries != entries
        if changed or day not in (None, self._day):
            self._app.journal_changed()

    def _may_write_again(self) -> None:
        self._look_every(LOOK_EVERY)
        for screen in self._app.screen_stack:
            if isinstance(screen, Layer):
                screen.may_write_again()
        self._app.show_notice("Het andere venster is dicht: in dit venster kun je weer schrijven.")
        self._app.journal_changed()
        self._app.refresh_bindings()

    def _say(self, workspace: Workspace, cared: Cared) -> None:
        for sentence in what_care_found(cared, workspace.journal.inbox_problems):
            self._say_once(sentence)
        if workspace.journal.store.has_gone:
            self._app.run_worker(self._say_where_gone_words_stay(workspace), group="telling_of_words")

    async def _say_where_gone_words_stay(self, workspace: Workspace) -> None:
        if stay := await asyncio.to_thread(where_gone_words_stay, workspace.journal):
            self._say_once(stay)

    def _say_once(self, sentence: str) -> None:
        if sentence not in self._said:
            self._said.add(sentence)
            self._app.show_notice(sentence)

    def not_saved(self, trouble: Trouble) -> None:
        """Say that something could not be saved, and try again until it can."""
        if self._trying is None:
            self._trying = self._app.set_interval(TRY_EVERY, self._try_again)
            why = EXPLANATIONS[trouble.reason][0] if isinstance(trouble, SaveFailed) else trouble.happened
            self._app.show_error(Trouble(f"Niet bewaard: {why.rstrip('.')}.", WAYS_OUT))
            self._app.refresh_bindings()

    def warns_at_quit(self) -> bool:
        """Whether it is yet to be said that stopping loses what could not be saved; once asked, it was.

        When all was saved since, the next time is another.
        """
        warned, self._warned_at_quit = self._warned_at_quit, True
        return not warned

    def _try_again(self) -> None:
        if self._attempt is None or self._attempt.is_finished:
            self._attempt = self._app.run_worker(self.save(), group="trying")

    async def save(self) -> bool:
        """Keep what stands in every editor. Returns whether all of it is kept now."""
        if not await self._app.navigator.keep():
            return False
        self._warned_at_quit = False
        if self._trying is not None:
            self._trying.stop()
            self._trying = None
            self._app.show_notice("Het lukt weer: wat je schreef is bewaard.")
            self._app.refresh_bindings()
        return True

    async def go_on_in(self, workspace: Workspace, path: Path) -> bool:
        """Go on with the journal in another file. Returns whether all that was written is kept there.

        Raises:
            Trouble: it could not be written there.
        """
        self._app.places = await workspace.go_on_in(path)
        saved = await self.save()
        if saved:
            self._app.journal_changed()
        return saved
