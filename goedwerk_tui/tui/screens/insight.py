"""Inzicht: pictures of what a person wrote, where one would rather look than read; and what is collected over time."""

import asyncio
import textwrap
from collections.abc import Mapping
from datetime import date

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from goedwerk_tui.base.clock import local
from goedwerk_tui.base.text import shorten
from goedwerk_tui.guidance.insight import Picture, TooLittle
from goedwerk_tui.journal import Entry
from goedwerk_tui.tui.changes import Changed
from goedwerk_tui.tui.pages import COLLECTIONS, NamedPage
from goedwerk_tui.tui.routes import HandbookRoute, PictureRoute, StepRoute
from goedwerk_tui.tui.screens.base import PlaceScreen
from goedwerk_tui.tui.screens.picture_actions import gather, open_entries, share
from goedwerk_tui.tui.widgets.headings import has_air, heading
from goedwerk_tui.tui.widgets.pane import entitle
from goedwerk_tui.tui.widgets.picture_view import PictureView
from goedwerk_tui.tui.workarounds.marked_list import MarkedList

_TITLE = 34


class InsightScreen(PlaceScreen):
    """The pictures, what they still need where there is too little, and the collections."""

    PLACE = "insight"
    FOLLOWS = frozenset({Changed.ENTRIES, Changed.AROUND})
    HANDBOOK = HandbookRoute(part="Inzicht")
    HELP_TEXT = """
Wat je schreef, getekend of naast elkaar gelegd. **Enter** opent een beeld; in een breed venster zie je het al staan.
Is er nog te weinig om te zien, dan staat erbij wat het nodig heeft. Er wordt niets opgeteld en er komt geen cijfer uit.

**l** zet de woorden in de plaats van het beeld, **e** laat de stukken zien die erachter zitten, en **d** deelt het
beeld: je ziet eerst wat er in het bestand komt. Onder de beelden staat wat je in de loop van de tijd verzamelt.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("l", "words", "woorden", tooltip="Lees het beeld in woorden, of bekijk weer het beeld"),
        Binding("e", "entries", "stukken", tooltip="Bekijk de stukken die achter het beeld zitten"),
        Binding("d", "share", "deel", tooltip="Bekijk wat er van dit beeld in een bestand zou komen"),
    ]

    def __init__(self) -> None:
        """Begin with nothing to see."""
        super().__init__()
        self._found: tuple[Picture | TooLittle, ...] = ()
        self._shown: dict[str, Picture | TooLittle | NamedPage] = {}
        self._wide = False
        self._drawn_from: Mapping[str, Entry] | None = None
        self._drawn_on: date | None = None
        self._as_words = False

    def compose_place(self) -> ComposeResult:
        """Lay the list beside the picture; in a narrow window the list stands alone."""
        with Horizontal(id="insight"):
            yield MarkedList(id="pictures", classes="pane")
            yield PictureView(id="picture", classes="pane")

    def on_mount(self) -> None:
        """Begin in the list."""
        super().on_mount()
        entitle(self.query_one("#pictures"), "Inzicht")
        self.query_one("#pictures").focus()

    def show(self) -> None:
        """Look at the journal, once for each time that it changed, and each day."""
        journal = self.workspace.journal
        entries, day = journal.entries, local(journal.now()).date()
        if entries is not self._drawn_from or day != self._drawn_on:
            self._drawn_from, self._drawn_on = entries, day
            self._look()

    @work(group="looking", exclusive=True)
    async def _look(self) -> None:
        self._found = await asyncio.to_thread(gather, self.workspace)
        self._fill()

    def _fill(self) -> None:
        drawn = [each for each in self._found if isinstance(each, Picture)]
        too_little = [each for each in self._found if isinstance(each, TooLittle)]
        self._shown = {
            **{each.id: each for each in (*drawn, *too_little)},
            **{each.title: each for each in COLLECTIONS},
        }
        self._wide = self.has_class("-wide")
        listing = self.query_one("#pictures", OptionList)
        room = 0 if self._wide else max(listing.size.width, _TITLE)
        in_front = listing.highlighted_option.id if listing.highlighted_option else None
        listing.clear_options()
        for title, options in (
            ("Beelden", [Option(Content(shorten(each.title, _TITLE)), id=each.id) for each in drawn]),
            ("Verzameld", [Option(Content(each.title), id=each.title) for each in COLLECTIONS]),
            ("Nog te weinig om te zien", [_lacking(each, room) for each in too_little]),
        ):
            if options:
                listing.add_option(heading(title, air=has_air(self.shell.size) and listing.option_count > 0))
                listing.add_options(options)
        ids = [option.id for option in listing.options]
        listing.highlighted = ids.index(in_front) if in_front and in_front in ids else 1
        self._show_in_front()

    def on_resize(self) -> None:
        """Tell what a picture needs in the list where there is no room beside it."""
        if self._found and self._wide is not self.has_class("-wide"):
            self._fill()

    @property
    def _in_front(self) -> Picture | TooLittle | NamedPage | None:
        option = self.query_one("#pictures", OptionList).highlighted_option
        return self._shown.get(option.id or "") if option else None

    @on(OptionList.OptionHighlighted)
    def _show_in_front(self) -> None:
        view = self.query_one(PictureView)
        match self._in_front:
            case Picture() as picture:
                view.show(picture, as_words=self._as_words)
            case TooLittle() as lacking:
                view.say(lacking.needs)
            case NamedPage() as page:
                view.say(page.collects)
            case None:
                view.say("")
        self.refresh_bindings()

    @on(OptionList.OptionSelected)
    def _open(self) -> None:
        match self._in_front:
            case Picture() as picture:
                self.shell.open(PictureRoute(picture))
            case TooLittle() as lacking if self.workspace.pack.knows(lacking.id):
                self.shell.open(StepRoute(lacking.id))
            case TooLittle() as lacking:
                self.shell.show_message(lacking.needs)
            case NamedPage() as page:
                self.shell.open(page.route)
            case None:
                pass

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done with a picture only where there is one."""
        if action in ("words", "entries", "share"):
            seen = self.is_mounted and (action != "words" or self.has_class("-wide"))
            return seen and isinstance(self._in_front, Picture)
        return True

    def action_words(self) -> None:
        """Show the words in place of the picture, or the picture again."""
        self._as_words = not self._as_words
        self._show_in_front()

    def action_entries(self) -> None:
        """Show the entries behind the picture in front."""
        if isinstance(self._in_front, Picture):
            open_entries(self.shell, self._in_front)

    def action_share(self) -> None:
        """Show what would leave of the picture in front."""
        if isinstance(self._in_front, Picture):
            share(self.shell, self._in_front)


def _lacking(lacking: TooLittle, width: int) -> Option:
    """Return the line of a picture that is not drawn yet; with what it needs, when it gets a width to say that in."""
    lines = [shorten(lacking.title, _TITLE)]
    lines += textwrap.wrap(lacking.needs, width - 4, initial_indent="  ", subsequent_indent="  ") if width else []
    return Option(Content.styled("\n".join(lines), "$muted"), id=lacking.id)
