"""Another file for the journal, for when it can't be saved where it is."""

from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from goedwerk_tui.base.clock import local, utc_now
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.tui.screens.dialog import Dialog

if TYPE_CHECKING:
    from goedwerk_tui.tui.app import GoedWerkApp

_QUESTION = "Naar welk nieuw bestand? Alles wat in je dagboek staat komt daarin, en je gaat daar verder."


class AnotherPlaceScreen(Dialog[str]):
    """Asks for a file name; answers None when it is left."""

    BINDINGS = [Binding("escape", "close", "laat maar")]  # noqa: RUF012 - typed so by Textual

    def __init__(self, path: str) -> None:
        """Take the name to begin with."""
        super().__init__()
        self._path = path

    def compose(self) -> ComposeResult:
        """Show the name, ready to change."""
        with Vertical(classes="dialog"):
            yield Static(Content(_QUESTION))
            yield Input(self._path, id="target", compact=True, select_on_focus=False)
            yield Static(Content("Enter bewaart, Esc laat het erbij."), classes="paragraph")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with the name."""
        self.dismiss(event.value.strip() or None)


async def ask_for_another_place(app: "GoedWerkApp") -> None:
    """Ask for a file until the journal could be written there, or the person leaves it; to be awaited in a worker."""
    path = str(Path.home() / f"dagboek-{local(utc_now()).date().isoformat()}.json")
    while app.keeper is not None:
        answer = await app.push_screen_wait(AnotherPlaceScreen(path))
        if not answer:
            return
        path = answer
        try:
            await app.tending.go_on_in(app.keeper, Path(path).expanduser().absolute())
        except Trouble as trouble:
            app.tell(trouble)
        else:
            return
