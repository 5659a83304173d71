"""What screens with one list share: a heading, a line on what there is, and a list that follows the journal."""

from abc import abstractmethod
from collections.abc import Sequence
from datetime import date
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from goedwerk_tui.base.clock import local
from goedwerk_tui.tui.screens.base import GoedWerkScreen
from goedwerk_tui.tui.widgets.pane import entitle
from goedwerk_tui.tui.widgets.row import Row
from goedwerk_tui.tui.workarounds.abstract_widgets import AbstractWidgetMeta
from goedwerk_tui.tui.workarounds.marked_list import MarkedList


class Beginning(NamedTuple):
    """How one begins where nothing stands yet."""

    words: str
    """What one would do, in Dutch."""
    key: str
    """The key that does it too."""
    action: str
    """What is done."""


class _BeginRow(Row):
    """The row that begins."""

    def words_for(self, action: str) -> str:
        """Say what Enter does."""
        return "begin"


class ListingScreen(GoedWerkScreen[None], metaclass=AbstractWidgetMeta):
    """A list over the whole screen, shown anew whenever the journal has changed."""

    heading: str = ""
    """What stands in the frame of the list."""
    BEGINNING: ClassVar[Beginning | None] = None
    """The row that stands in an empty list; None where one begins elsewhere."""
    _gone: str | None = None
    """The line that was in front when it went out of the list."""

    def compose_body(self) -> ComposeResult:
        """Lay what there is above the list, in one frame: the heading comes first."""
        with Vertical(id="listed", classes="pane"):
            yield Static("", id="shown", markup=False)
            if self.BEGINNING is not None:
                yield _BeginRow(self.BEGINNING.words, self.BEGINNING.key, id="begin-here")
            yield MarkedList(id="entries")

    def on_mount(self) -> None:
        """Follow every change."""
        self.entitle(self.heading)
        self.follow(self._show_what_there_is)
        self.query("#begin-here").set(display=False)
        self.set_focus(self.listing)
        self._show_what_there_is()

    def _show_what_there_is(self) -> None:
        if self.shell.workspace is not None:
            self.show()

    @abstractmethod
    def show(self) -> object:
        """Show what there is now, by way of ``fill``; what takes long is fetched first, in a worker."""

    @on(OptionList.OptionHighlighted, "#entries")
    def _offer_what_fits(self) -> None:
        self.refresh_bindings()

    @property
    def listing(self) -> OptionList:
        """The list."""
        return self.query_one("#entries", OptionList)

    @property
    def option_in_front(self) -> str | None:
        """The id of the line in front; None when there is none."""
        if not self.is_mounted or self.listing.highlighted_option is None:
            return None
        return self.listing.highlighted_option.id

    @property
    def today(self) -> date:
        """The day, in local time."""
        return local(self.workspace.journal.now()).date()

    def entitle(self, heading: str) -> None:
        """Write a heading in the frame of the list."""
        entitle(self.query_one("#listed"), heading)

    def fill(self, options: Sequence[Option], shown: str, *, first: str | None = None) -> None:
        """Show other lines. The line in front stays in front where it is still there.

        Args:
            options: the lines; one without an id can't be chosen.
            shown: what stands above them.
            first: the id of the line to begin at when the one in front is gone, or there was none.
        """
        in_front, at = self.option_in_front, self.listing.highlighted or 0
        ids = [option.id for option in options]
        self.listing.clear_options()
        self.listing.add_options(options)
        chosen = [number for number, option in enumerate(options) if not option.disabled]
        back, self._gone = self._gone, in_front if in_front not in ids else self._gone
        if back is not None and back in ids:
            # What was thrown away is back: a key that is pressed now is meant for it.
            self.listing.highlighted, self._gone = ids.index(back), None
        elif in_front in ids and in_front is not None:
            self.listing.highlighted = ids.index(in_front)
        elif first in ids and first is not None:
            self.listing.highlighted = ids.index(first)
        else:
            # Whoever threw something away goes on where it stood.
            self.listing.highlighted = min(chosen, key=lambda number: abs(number - at)) if chosen else None
        self.query_one("#shown", Static).update(Content(shown))
        self._offer_to_begin(empty=not options)
        self.refresh_bindings()

    def _offer_to_begin(self, *, empty: bool) -> None:
        """Let the row that begins stand in place of an empty list, where something may be written."""
        offers = empty and self.BEGINNING is not None and not self.workspace.read_only
        self.set_class(offers, "-begins")
        for row in self.query(_BeginRow):
            had_keyboard = row.has_focus if not offers else self.focused in (None, self.listing)
            row.display, self.listing.display = offers, not offers
            if had_keyboard:
                self.set_focus(row if offers else self.listing)

    @on(Row.Chosen, "#begin-here")
    async def _begin_here(self) -> None:
        if self.BEGINNING is not None:
            await self.run_action(self.BEGINNING.action)
