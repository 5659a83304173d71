"""What the app has its going and its saving done by, as the shell and the screens know it."""

from pathlib import Path
from typing import Protocol

from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.tui.routes import Route
from goedwerk_tui.tui.workspace import Workspace


class Navigator(Protocol):
    """Turns routes into screens."""

    def open(self, route: Route) -> None:
        """Go to a route, once what is being opened now stands."""
        ...

    async def go(self, route: Route) -> None:
        """Go to a route, and return when one is there, or could not leave. To be awaited in a worker of ``MOVING``."""
        ...

    async def show_anew(self) -> None:
        """Show a step that is in front as the programme has it now."""
        ...

    async def keep(self, *, ending: bool = False) -> bool:
        """Keep what is being written in every layer. Returns False when that failed, after having said so."""
        ...

    @property
    def holds(self) -> bool:
        """Whether something was typed that has no place yet."""
        ...

    def keep_now(self) -> None:
        """Keep what is being typed in every layer as drafts, at once.

        Raises:
            Trouble: one could not be written.
        """
        ...


class Saver(Protocol):
    """Looks after what could not be saved."""

    def begin(self, workspace: Workspace) -> None:
        """Say what was done at the start, and look again every so often."""
        ...

    @property
    def failing(self) -> bool:
        """Whether something that was written could not be saved yet."""
        ...

    def not_saved(self, trouble: Trouble) -> None:
        """Say that something could not be saved, and try again until it can."""
        ...

    def warns_at_quit(self) -> bool:
        """Whether it is yet to be said that stopping loses what could not be saved; once asked, it was."""
        ...

    def typed_in_vain(self) -> None:
        """Say why nothing can be written here, and try at once whether that is still so."""
        ...

    def look_again(self) -> None:
        """Take up what other processes and machines left since the last look."""
        ...

    async def look(self) -> None:
        """Take up what was left since the last look, and wait until that is done."""
        ...

    def end(self) -> None:
        """Look and try no more."""
        ...

    async def go_on_in(self, workspace: Workspace, path: Path) -> bool:
        """Go on with the journal in another file. Returns whether all that was written is kept there.

        Raises:
            Trouble: it could not be written there.
        """
        ...
