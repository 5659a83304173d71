"""What stands in a place where nothing is yet: what will come, and the one thing that begins it."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from goedwerk_tui.tui.keys import Keyed
from goedwerk_tui.tui.widgets.pane import entitle
from goedwerk_tui.tui.widgets.row import Row


class EmptyPane(Keyed, Vertical):
    """Shown by a screen that has the class ``-empty``; its row begins a note."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "app.new_note", "notitie", tooltip="Schrijf iets los van het programma")
    ]

    def __init__(self, title: str, sentence: str) -> None:
        """Take the title of the pane, and what will come, in Dutch."""
        super().__init__(id="nothing-yet", classes="pane")
        self._title, self._sentence = title, sentence

    def compose(self) -> ComposeResult:
        """Yield the sentence above the row."""
        yield Static(self._sentence, markup=False)
        yield Row("Schrijf een losse notitie", "n", id="first-note")

    def on_mount(self) -> None:
        """Give it its title."""
        entitle(self, self._title)

    @property
    def row(self) -> Row:
        """What begins it."""
        return self.query_one(Row)

    @on(Row.Chosen)
    async def _begin(self, event: Row.Chosen) -> None:
        event.stop()
        await self.run_action("app.new_note")
