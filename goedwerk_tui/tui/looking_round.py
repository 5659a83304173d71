"""Looking round: an example to look at, beginning with what was typed, and not losing that unasked."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.example_journal import example
from goedwerk_tui.journal import Kind, State
from goedwerk_tui.journal.traces import find_traces
from goedwerk_tui.tui.routes import Place, PlaceRoute
from goedwerk_tui.tui.screens.question import QuestionScreen
from goedwerk_tui.tui.shell import Shell
from goedwerk_tui.tui.workspace import Workspace
from goedwerk_tui.tui.workspace_opening import open_example, open_workspace

_LEAVING = "Wat je typte staat nergens. Als je nu stopt, is het weg."
_STAY, _BEGIN, _STOP = "stay", "begin", "stop"


class LookingRound:
    """Holds what somebody who looks round typed, also while the example is in front."""

    def __init__(self, shell: Shell, go_on_with: Callable[[Workspace], None]) -> None:
        """Take the app, and what goes on with a journal that is kept."""
        self._shell = shell
        self._go_on_with = go_on_with
        self._set_aside: Workspace | None = None
        """The person's own, while the example is in front."""
        self._may_begin: bool | None = None

    @property
    def own(self) -> Workspace | None:
        """What the person typed; None for somebody who has a journal."""
        workspace = self._set_aside or self._shell.workspace
        return workspace if workspace and workspace.looking_round else None

    @property
    def may_begin(self) -> bool:
        """Whether a journal may be begun here: there is none yet, and nothing tells that there was one."""
        if self.own is None:
            return False
        if self._may_begin is None:
            places = self._shell.places
            self._may_begin = not places.journal.exists() and find_traces(places) is None
        return self._may_begin

    async def show_example(self) -> None:
        """Put the journal of the invented colleague in front."""
        workspace = self._shell.workspace
        if workspace is None or not workspace.looking_round or workspace.is_example:
            return
        await self._shell.navigator.go(PlaceRoute(Place.JOURNAL))
        self._set_aside, shown = workspace, await asyncio.to_thread(open_example, workspace.pack)
        self._shell.workspace = shown
        self._shell.journal_changed()
        self._shell.show_message(f"Dit is het dagboek van {example().about}. Met z zie je weer het jouwe.")

    async def own_again(self) -> None:
        """Put what the person typed in front again."""
        own, shown = self._set_aside, self._shell.workspace
        if own is None or shown is None:
            return
        await self._shell.navigator.go(PlaceRoute(Place.JOURNAL))
        self._set_aside, self._shell.workspace = None, own
        self._shell.journal_changed()
        await asyncio.to_thread(shown.close)

    async def begin(self, content: Sequence[Path]) -> bool:
        """Begin a journal with what was typed, and with nothing of the example. Returns whether that was done."""
        await self.own_again()
        own = self.own
        if own is None or not self.may_begin or not await self._shell.navigator.keep():
            return False
        try:
            kept = await asyncio.to_thread(open_workspace, self._shell.places, content)
            try:
                kept.lay_on(own.pack)
                book = own.journal.book
                if own.journal.position or own.journal.entries:
                    await kept.write(lambda journal: journal.merge(book))
            except BaseException:
                # Its lock would tell the next attempt of a journal that was never there.
                await asyncio.to_thread(kept.close)
                raise
        except Trouble as trouble:
            self._shell.show_error(trouble)
            return False
        self._go_on_with(kept)
        await asyncio.to_thread(own.close)
        self._shell.show_message(f"Vanaf nu wordt alles bewaard, in {self._shell.places.journal}.")
        return True

    async def may_leave(self, content: Sequence[Path]) -> bool:
        """Ask what is to become of what was typed, if anything was. Returns whether to go on ending."""
        own = self.own
        if own is None or not (self._shell.navigator.holds or _has_written(own)):
            return True
        answers = [(_STAY, "Blijf nog even"), (_STOP, "Stop, en bewaar niets")]
        if self.may_begin:
            answers.insert(1, (_BEGIN, "Begin hiermee een dagboek, en stop"))
        chosen = await self._shell.ask(QuestionScreen(_LEAVING, answers))
        return chosen == _STOP or (chosen == _BEGIN and await self.begin(content))

    def close(self) -> None:
        """Let go of what the person typed while the example is in front."""
        if self._set_aside:
            self._set_aside.close()


def _has_written(own: Workspace) -> bool:
    entries = own.journal.entries.values()
    return any(each.state is State.LIVE and each.kind is not Kind.LOG for each in entries)
