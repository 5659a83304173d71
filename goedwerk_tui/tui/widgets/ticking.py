"""A list in which things are ticked."""

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option


@dataclass(frozen=True)
class Tickable:
    """One line of the list."""

    id: str
    words: Content
    ticked: bool


class TickList(OptionList):
    """Space or a click ticks the line in front, or unticks it. The sign tells, not the colour."""

    BINDINGS = [Binding("space", "select", "vink aan of uit")]  # noqa: RUF012 - typed so by Textual

    class Toggled(Message):
        """A line was ticked or unticked."""

        def __init__(self, entry_id: str, *, ticked: bool) -> None:
            """Keep which line, and what it is now."""
            super().__init__()
            self.entry_id = entry_id
            self.ticked = ticked

    def __init__(self, *, id: str | None = None) -> None:
        """Start empty."""
        super().__init__(id=id, compact=True)
        self._tickables: dict[str, Tickable] = {}

    def fill(self, lines: Iterable[Tickable]) -> None:
        """Show other lines; the one in front stays in front where it still exists."""
        in_front = self.highlighted
        self._tickables = {line.id: line for line in lines}
        self.clear_options()
        self.add_options([Option(_with_sign(line), id=line.id) for line in self._tickables.values()])
        self.highlighted = min(in_front or 0, len(self._tickables) - 1) if self._tickables else None

    @property
    def ticked(self) -> frozenset[str]:
        """The ids of the lines that are ticked."""
        return frozenset(line.id for line in self._tickables.values() if line.ticked)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tick or untick."""
        event.stop()
        before = self._tickables[event.option_id or ""]
        line = Tickable(before.id, before.words, not before.ticked)
        self._tickables[line.id] = line
        self.replace_option_prompt(line.id, _with_sign(line))
        self.post_message(self.Toggled(line.id, ticked=line.ticked))


def _with_sign(line: Tickable) -> Content:
    return Content.assemble("[x] " if line.ticked else "[ ] ", line.words)
