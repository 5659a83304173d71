"""Searching the programme: by a word, or by a sentence about what is on one’s mind."""

import asyncio

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from goedwerk_tui.base.text import shorten
from goedwerk_tui.guidance.programme_search import SearchHit
from goedwerk_tui.guidance.words import STEP_KINDS
from goedwerk_tui.tui.routes import Route, SearchRoute, StepRoute
from goedwerk_tui.tui.screens.base import GoedWerkScreen
from goedwerk_tui.tui.widgets.editor import SearchLine
from goedwerk_tui.tui.widgets.pane import entitle
from goedwerk_tui.tui.workarounds.marked_list import MarkedList

_EMPTY = "Een woord is genoeg. Een hele zin mag ook: wat gebeurde er, en wat maakt het lastig?"
_NOTHING = "Niets gevonden. Probeer een ander woord, of zeg het in een zin."


class SearchScreen(GoedWerkScreen[None]):
    """A line to write on, and what lies nearest to it, with the sentence that matched."""

    HELP_TEXT = """
Zoek in de teksten en de vragen van het programma. Typ een woord, of schrijf in een zin waar je mee zit; eronder staat
wat er het dichtst bij ligt. Wat je hier typt wordt niet bewaard en verlaat je computer niet.
"""
    LETS_GO = True
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("escape", "back", "sluit"),
        Binding("down", "to_the_list", show=False),
    ]

    def __init__(self, words: str = "") -> None:
        """Take what to look for."""
        super().__init__()
        self._words = words

    def compose_body(self) -> ComposeResult:
        """Lay the line above what was found."""
        yield SearchLine(placeholder="waar zit je mee? een woord of een zin", id="search")
        yield Static(Content(_EMPTY), id="shown")
        yield MarkedList(id="found", classes="pane")

    def on_mount(self) -> None:
        """Begin to write at once."""
        entitle(self.query_one("#found"), "In het programma")
        search = self.query_one("#search", Input)
        search.value = self._words  # typed as well, be it in the palette
        search.focus()
        self._look()

    def shows(self, route: Route) -> bool:
        """Whether this is where one searches; what is looked for may be another."""
        return isinstance(route, SearchRoute)

    def arrive(self, route: Route) -> None:
        """Look for what is asked now."""
        if isinstance(route, SearchRoute) and route.words:
            self.query_one("#search", Input).value = route.words
        self.query_one("#search").focus()

    @on(Input.Changed)
    @work(group="searching", exclusive=True)
    async def _look(self) -> None:
        words = self.query_one("#search", Input).value
        index = await self.workspace.programme_index()
        found = await asyncio.to_thread(index.find, words)
        listing = self.query_one("#found", OptionList)
        listing.clear_options()
        width = max(self.size.width - 8, 30)
        listing.add_options([Option(self._line(each, width), id=f"{each.step}/{each.item or ''}") for each in found])
        listing.highlighted = 0 if found else None
        self.query_one("#shown", Static).update(Content("" if found else _NOTHING if words.strip() else _EMPTY))

    def _line(self, found: SearchHit, width: int) -> Content:
        session = self.workspace.pack.session_of(found.step)
        kind = "vraag" if found.item else STEP_KINDS[self.workspace.pack.step(found.step).kind]
        told = (session.title, self.workspace.pack.label_of(found.step), kind)
        about = f"  {' · '.join(each for each in told if each)}"
        return Content.assemble((found.title, "bold"), (about, "$muted"), f"\n  {shorten(found.sentence, width)}")

    @on(Input.Submitted)
    def action_to_the_list(self) -> None:
        """Go to what was found."""
        listing = self.query_one("#found", OptionList)
        if listing.option_count:
            listing.focus()

    def words_for(self, action: str) -> str:
        """Say of Esc that it leads from the list to the line."""
        in_list = not self.query_one("#search").has_focus
        return "naar de zoekregel" if action == "back" and in_list else super().words_for(action)

    def action_back(self) -> None:
        """Go from the list to the line, and from there back."""
        if self.query_one("#search").has_focus:
            self.dismiss()
        else:
            self.query_one("#search").focus()

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        search = self.query_one("#search", SearchLine)
        search.offered = search.value  # it found what it was typed for
        step, _, item = (event.option_id or "").partition("/")
        self.shell.open(StepRoute(step, item or None))
