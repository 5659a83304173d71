"""A list of certain entries, to open one of them."""

from collections.abc import Sequence

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from goedwerk_tui.base.clock import local, short_date
from goedwerk_tui.base.text import shorten
from goedwerk_tui.guidance.words import how_many, origin_line
from goedwerk_tui.journal import State
from goedwerk_tui.tui.routes import EntryRoute
from goedwerk_tui.tui.screens.list_screen import ListingScreen

_AT_ONCE = 60
"""Entries shown before somebody asks for more; a list of thousands takes long to lay out."""
_MORE = "more"


class EntriesScreen(ListingScreen):
    """Shows the titles of entries; the words are a key away."""

    HELP_TEXT = """
Stukken uit je dagboek, met hun titel. **Enter** opent er een; **Esc** brengt je terug.
"""
    BINDINGS = [Binding("escape", "dismiss", "sluit")]  # noqa: RUF012 - typed so by Textual

    def __init__(self, title: str, entry_ids: Sequence[str]) -> None:
        """Take the heading and the ids, in the order in which they are to stand."""
        super().__init__()
        self.heading, self._ids, self._most = title, entry_ids, _AT_ONCE

    def show(self) -> None:
        """Show the entries that are still there."""
        entries = self.workspace.journal.entries
        there = [each for each in self._ids if each in entries and entries[each].state is not State.WIPED]
        width = max(self.size.width - 18, 20)
        options: list[Option] = []
        for each in there[: self._most]:
            day = short_date(local(entries[each].changed).date())
            trashed = " · in de prullenbak" if entries[each].state is State.TRASH else ""
            title = shorten(origin_line(entries[each]), width - len(trashed))
            line = Content.assemble((f"{day:>11}  ", "$muted"), title, (trashed, "$muted"))
            options.append(Option(line, id=each))
        if len(there) > self._most:
            options.append(Option(Content(f"… nog {len(there) - self._most} oudere"), id=_MORE))
        self.fill(options, f"{how_many(len(there), 'stuk', 'stukken')}. Enter laat lezen wat je schreef.")

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        if event.option_id == _MORE:
            self._most += _AT_ONCE
            self.show()
        elif event.option_id:
            self.shell.open(EntryRoute(event.option_id))
