"""What strategies and words share on the screen: a list, and beside it or in its place the item in front."""

import asyncio
import threading
from collections import Counter
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from goedwerk_tui.base.clock import local, long_date, short_date
from goedwerk_tui.base.text import quoted, shorten
from goedwerk_tui.guidance.collections.collection import MOST_USES, Collection, CollectionItem, Use, taken_from
from goedwerk_tui.guidance.words import how_many, origin_line
from goedwerk_tui.journal import Journal, Origin
from goedwerk_tui.programme import ContentError
from goedwerk_tui.tui.routes import EntryRoute, StepRoute, WriteRoute
from goedwerk_tui.tui.screens.list_screen import ListingScreen
from goedwerk_tui.tui.shell import Shell
from goedwerk_tui.tui.widgets.headings import has_air, heading
from goedwerk_tui.tui.widgets.pane import entitle
from goedwerk_tui.tui.workarounds.marked_list import MarkedList

_LONGEST_TITLE = 34
"""Signs of a title that fits in a frame of any width."""
_A_MOMENT = 0.05
"""Seconds that an item is in front before the journal is looked through for it."""


class CollectionScreen(ListingScreen):
    """One's own items, then those of the programme; the one in front with where it comes from and was used."""

    CSS_PATH = "collection.tcss"
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("n", "new", "nieuw", tooltip="Schrijf er zelf een op"),
        Binding("g", "tell", "gebruikt", tooltip="Schrijf op wanneer je het gebruikte en wat er gebeurde"),
        Binding("t", "take", "neem over", tooltip="Zet dit van het programma ook bij wat van jou is"),
        Binding("e", "entry", "wijzig", tooltip="Open het stuk zelf: wijzigen, meenemen of weggooien"),
        Binding("o", "origin", "naar de stap", tooltip="Open de stap waar het vandaan komt"),
        Binding("escape", "back", "sluit"),
    ]

    COLLECTION: ClassVar[Collection]
    ONE_AND_MORE: ClassVar[tuple[str, str]]
    EMPTY: ClassVar[str]
    """What to say when nothing of it is one's own."""
    UNUSED: ClassVar[str]
    """What to say of an item that was used nowhere."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__()
        self._items: dict[str, CollectionItem] = {}
        self._source: Origin | None = None
        """Where the item in front comes from."""
        self._looked_at: CollectionItem | None = None

    def compose_body(self) -> ComposeResult:
        """Lay the list beside the item."""
        with Container(id="collection"):
            yield from super().compose_body()
            with Vertical(id="item", classes="pane"):
                with VerticalScroll(id="item-words"):
                    yield Static("", markup=False)
                yield Static("", id="uses-heading", markup=False)
                yield MarkedList(id="uses")

    @property
    def _uses(self) -> OptionList:
        return self.query_one("#uses", OptionList)

    @property
    def in_front(self) -> CollectionItem | None:
        """The item that the list points at."""
        return self._items.get(self.option_in_front or "")

    @property
    def _reading(self) -> bool:
        return self.has_class("-reading")

    # The list

    @work(group="showing", exclusive=True)
    async def show(self) -> None:
        """Show both kinds of items."""
        journal, pack = self.workspace.journal, self.workspace.pack
        own = self.COLLECTION.own(journal)
        try:
            offered = await asyncio.to_thread(self.COLLECTION.offered, journal, pack)
        except ContentError as trouble:
            offered = ()
            self.shell.show_error(trouble)
        self._lay_out(own, offered)

    def _lay_out(self, own: tuple[CollectionItem, ...], offered: tuple[CollectionItem, ...]) -> None:
        taken = {each.id: mine.id for mine in own for each in self._items.values() if each.id in mine.ids}
        self._items = {each.id: each for each in (*own, *offered)}
        options: list[Option] = []
        groups = {"Van jou": own} if own else {}
        for each in offered:
            title = f"Van {each.label}" if each.label else "Uit het programma"
            groups[title] = (*groups.get(title, ()), each)
        for title, items in groups.items():
            options.append(heading(title, air=has_air(self.shell.size) and bool(options)))
            options += [Option(Content(each.title), id=each.id) for each in items]
        shown = self._what_is_shown(len(own), Counter(each.label for each in offered))
        self.fill(options, shown, first=taken.get(self.option_in_front or ""))
        self._show_item()

    def _what_is_shown(self, own: int, offered: Counter[str]) -> str:
        if not own:
            return self.EMPTY
        others = [
            f"{number} van {label}" if label else f"{number} uit het programma" for label, number in offered.items()
        ]
        return f"{', '.join((f'{how_many(own, *self.ONE_AND_MORE)} van jou', *others))}."

    @on(OptionList.OptionHighlighted, "#entries")
    def _moved(self) -> None:
        if self.in_front != self._looked_at:
            self._show_item()

    @on(OptionList.OptionSelected, "#entries")
    def _read(self) -> None:
        self.add_class("-reading")
        self._show_item()
        (self._uses if self._uses.option_count else self.query_one("#item-words")).focus()

    @property
    def _leads_to_list(self) -> bool:
        """Whether Esc goes back to the list first."""
        return not self.listing.has_focus and self.in_front is not None

    def words_for(self, action: str) -> str:
        """Say of Esc that it leads to the list first."""
        return "naar de lijst" if action == "back" and self._leads_to_list else super().words_for(action)

    def action_back(self) -> None:
        """Go back to the list, or leave."""
        if not self._leads_to_list:
            self.dismiss()
            return
        self.remove_class("-reading")
        self.listing.focus()

    # The item in front

    @work(group="looking", exclusive=True)
    async def _show_item(self) -> None:
        item = self._looked_at = self.in_front
        nobody_waits = threading.Event()
        try:
            self._tell_words(item, None)
            if item is None or (self.has_class("-narrow") and not self._reading):
                return
            await asyncio.sleep(_A_MOMENT)
            source, uses = await asyncio.to_thread(self._looked_up, item, nobody_waits)
            self._tell_words(item, source)
            self._tell_uses(uses)
        finally:
            nobody_waits.set()

    def _looked_up(self, item: CollectionItem, nobody_waits: threading.Event) -> tuple[Origin | None, tuple[Use, ...]]:
        try:
            source = self.COLLECTION.source(item, self.workspace.pack)
        except ContentError:  # opening the step says what is wrong with it
            source = None
        return source, self.COLLECTION.uses(item, self.workspace.journal, nobody_waits.is_set)

    def _tell_words(self, item: CollectionItem | None, source: Origin | None) -> None:
        self._source = source or (item.entry.origin if item and item.entry else None)
        title = item.title if item and _fits(item) else self.ONE_AND_MORE[0].capitalize()
        entitle(self.query_one("#item"), title if item else "")
        self.query_one("#item-words Static", Static).update(self._words_of(item) if item else Content(""))
        if source is None:
            self.query_one("#uses-heading", Static).update(Content(""))
            self._uses.clear_options()
        self.refresh_bindings()

    def _words_of(self, item: CollectionItem) -> Content:
        parts = [] if _fits(item) else [Content.styled(item.title, "bold")]
        label = f"Van {item.label}." if item.label and not self._source else ""
        parts += [Content(each) for each in (item.text, item.more, label) if each]
        if source := self._source:
            where = f"Komt uit: {source.session_title} › {source.step_title}"
            parts.append(Content("\n".join(filter(None, (where, source.words)))))
        if item.entry:
            label = self.workspace.pack.label_of_entry(self.COLLECTION.LIST, taken_from(item.entry))
            taken = f" Overgenomen {f'van {label}' if label else 'uit het programma'}." if len(item.ids) > 1 else ""
            parts.append(Content(f"Opgeschreven op {long_date(local(item.entry.created).date())}.{taken}"))
        return Content("\n\n").join(parts)

    def _tell_uses(self, uses: tuple[Use, ...]) -> None:
        if not uses:
            heading = self.UNUSED
        elif len(uses) == MOST_USES:
            heading = f"Gebruikt in {MOST_USES} stukken of meer"
        else:
            heading = f"Gebruikt in {how_many(len(uses), 'stuk', 'stukken')}"
        self.query_one("#uses-heading", Static).update(Content(heading))
        self._uses.clear_options()
        self._uses.add_options([Option(_line(each), id=each.entry.id) for each in uses])
        self._uses.highlighted = 0 if uses else None
        if self._reading and uses and self.query_one("#item-words").has_focus:
            self._uses.focus()

    @on(OptionList.OptionSelected, "#uses")
    def _open_use(self, event: OptionList.OptionSelected) -> None:
        if event.option_id:
            self.shell.open(EntryRoute(event.option_id))

    # What can be done

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done with the item in front."""
        if action == "back":
            return True
        item = self.in_front
        if self.shell.workspace is None or (self.workspace.read_only and action in ("new", "tell", "take")):
            return False
        if action == "take":
            return item is not None and item.entry is None
        if action == "entry":
            return item is not None and item.entry is not None
        if action == "origin":
            return self._source is not None and self.workspace.pack.knows(self._source.step)
        return item is not None if action == "tell" else True

    def action_new(self) -> None:
        """Open a page for a new one."""
        kinds = self.COLLECTION
        origin = kinds.origin_of_new(self.workspace.pack.programme.id)
        self.shell.open(WriteRoute(origin=origin, kind=kinds.KIND, hint=kinds.HINT_NEW))

    def action_tell(self) -> None:
        """Open a page to tell how the item in front was used."""
        if item := self.in_front:
            origin = self.COLLECTION.origin_of_use(item, self.workspace.pack.programme.id)
            about = item.title if len(item.text) > 300 else f"{item.title}\n{item.text}".strip()
            self.shell.open(WriteRoute(origin=origin, about=about, hint=self.COLLECTION.HINT_USE))

    def action_take(self) -> None:
        """Make the item in front one's own."""
        if item := self.in_front:
            take_over(self.shell, self.COLLECTION, item)

    def action_entry(self) -> None:
        """Open the entry in front."""
        item = self.in_front
        if item and item.entry:
            self.shell.open(EntryRoute(item.entry.id))

    def action_origin(self) -> None:
        """Open the step that the item in front comes from."""
        if source := self._source:
            self.shell.open(StepRoute(source.step, source.item))


def take_over(shell: Shell, collection: Collection, item: CollectionItem) -> None:
    """Make an item of the programme one's own, and say so; ctrl+z takes that back."""
    assert shell.workspace is not None, "something was taken over before the journal was open"
    pack, title = shell.workspace.pack, shorten(item.title, _LONGEST_TITLE)

    def give_back(journal: Journal) -> None:
        for each in journal.newest_first(kinds={collection.KIND}):
            if taken_from(each) == item.id:
                journal.trash(each.id)

    shell.act(
        lambda journal: collection.take(item, journal, pack),
        f"{quoted(title)} staat nu ook bij wat van jou is.",
        lambda journal: journal.apply(give_back),
        f"{quoted(title)} staat niet meer bij wat van jou is.",
        offer="Met ctrl+z weer niet.",
    )


def _fits(item: CollectionItem) -> bool:
    """Whether the frame names the item; else that stands above its words, once."""
    return len(item.title) <= _LONGEST_TITLE


def _line(use: Use) -> Content:
    written = short_date(local(use.entry.created).date())
    how = f" · {use.how}" if use.how else ""
    return Content.assemble((f"{written:>11}  ", "$muted"), shorten(origin_line(use.entry), 60), (how, "$muted"))
