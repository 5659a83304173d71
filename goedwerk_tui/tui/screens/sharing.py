"""Delen: choose what may leave, see exactly that, write it to a file."""

import asyncio
from collections.abc import Callable

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from goedwerk_tui.base.clock import local, short_date, utc_now
from goedwerk_tui.base.text import shorten
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.one_line import one_line
from goedwerk_tui.guidance.reminders.meetings import next_meeting
from goedwerk_tui.guidance.words import how_many
from goedwerk_tui.journal import Entry, Mark
from goedwerk_tui.sharing.export import ExportRequest, prepare
from goedwerk_tui.sharing.formats import Format
from goedwerk_tui.sharing.kinds import DocumentKind
from goedwerk_tui.sharing.log import again, exports
from goedwerk_tui.sharing.plain_text import to_plain_text
from goedwerk_tui.sharing.repeating import Asked, asked_before
from goedwerk_tui.sharing.selection import shareable
from goedwerk_tui.sharing.selection_views import SelectionView, by_place, in_view
from goedwerk_tui.tui.changes import Changed
from goedwerk_tui.tui.routes import HandbookRoute, PreviewRoute
from goedwerk_tui.tui.screens.base import PlaceScreen
from goedwerk_tui.tui.widgets.empty_pane import EmptyPane
from goedwerk_tui.tui.widgets.long_text import LongText
from goedwerk_tui.tui.widgets.pane import entitle
from goedwerk_tui.tui.widgets.tick_tree import TickTree

_AT_REST = 0.15
"""Seconds after the last tick; then what leaves is laid out beside the tree."""
_MOST = 200
"""Pieces that are laid out there; all of them are under Enter."""
_NOTHING = "Vink met spatie aan wat er mee mag. Hier zie je dan hoe dat wordt."


class SharingScreen(PlaceScreen):
    """What can leave, with what is marked to bring ticked. Nothing leaves before the preview is confirmed."""

    PLACE = "sharing"
    FOLLOWS = frozenset({Changed.ENTRIES, Changed.MARKS, Changed.PROGRESS, Changed.AROUND})
    HANDBOOK = HandbookRoute("delen")
    HELP_TEXT = """
Kies met **spatie** wat er mee mag: een stuk, of in één keer alles onder een kop. **←** en **→** vouwen een kop dicht
en open. Wat je meeneemt staat al aangevinkt. **F2** laat een deel zien: om mee te nemen, nieuw sinds je vorige
bestand, of deze sessie; wat daarbuiten aangevinkt stond, gaat dan niet mee.

**ctrl+e** vinkt aan wat er in je vorige bestand zat, en wat er sindsdien bij kwam. **Enter** toont precies wat er in
het bestand komt; pas daarna schrijf je het. Komt er een bijeenkomst aan, dan wordt het een blad daarvoor. Wat nooit
mee mag staat hier niet, en wat je hier aan- of uitvinkt verandert niets aan je dagboek. In een breed venster staat
ernaast hoe het wordt.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("enter", "preview", "bekijk", priority=True),
        Binding("f2", "view", "ander deel"),
        Binding("ctrl+a", "all", "alles"),
        Binding("ctrl+u", "none", "niets"),
        Binding("ctrl+e", "as_last", "als toen"),
    ]

    def __init__(self) -> None:
        """Begin with what is marked."""
        super().__init__()
        self._by_hand: dict[str, bool] = {}
        self._view = SelectionView.ALL
        self._asked: Asked | None = None
        """How the export was asked for that was chosen to be made again."""
        self._shown: dict[str, Entry] = {}
        """What hangs in the tree, by id."""

    def compose_place(self) -> ComposeResult:
        """Lay the count above the tree, and what leaves beside it where there is room."""
        yield EmptyPane("Delen · nog niets", "Wat je schrijft is van jou; hier kies je later wat er mee mag.")
        yield Static("", id="chosen", markup=False)
        with Horizontal(id="sharing"):
            yield TickTree(id="entries", classes="pane")
            yield LongText(id="leaves", classes="pane")

    def on_mount(self) -> None:
        """Name the panes."""
        super().on_mount()
        entitle(self._tree, "Wat mag mee?")
        entitle(self._leaves, "Zo komt het in het bestand", "er vertrekt niets voor je het gezien hebt")

    def on_resize(self) -> None:
        """Show what leaves once there is room for it."""
        if self.shell.workspace is not None:
            self._show_what_leaves()

    def show(self) -> None:
        """Show what can leave; what was ticked by hand stays as it was."""
        journal = self.workspace.journal
        bring = journal.marked(Mark.BRING)
        entries = {entry.id: entry for entry in in_view(self._view, journal, self._session)}
        ticked = frozenset(each for each in entries if self._by_hand.get(each, each in bring))
        if entries != self._shown or ticked != self._tree.ticked:
            self._shown = entries
            self._tree.fill(by_place(entries.values()), ticked, lambda each: _line(entries[each]))
        empty = not entries and self._view is SelectionView.ALL
        self.set_class(empty, "-empty")
        if empty or self.in_use is not self._leaves:
            self.give_keyboard(self.query_one(EmptyPane).row if empty else self._tree)
        self._count()
        self.refresh_bindings()

    @property
    def _tree(self) -> TickTree:
        return self.query_one("#entries", TickTree)

    @property
    def _leaves(self) -> LongText:
        return self.query_one("#leaves", LongText)

    @property
    def _session(self) -> str | None:
        position = self.workspace.journal.position
        if position is None or not self.workspace.pack.knows(position.step):
            return None
        return self.workspace.pack.session_of(position.step).id

    def _count(self) -> None:
        total = len(self._tree.leaves)
        ticked = len(self._tree.ticked)
        if not total:
            text = f"Getoond: {self._view}. Daar is niets; F2 toont een ander deel."
        elif ticked:
            text = (
                f"Getoond: {self._view}. Van {total} aangevinkt: {ticked}. Enter laat zien hoe dat als blad of"
                " bestand wordt; eerder vertrekt er niets."
            )
        else:
            text = f"Getoond: {self._view}. Niets aangevinkt. Kies met spatie wat er mee mag."
        self.query_one("#chosen", Static).update(Content(text))
        self._show_what_leaves()

    @work(group="laying out", exclusive=True)
    async def _show_what_leaves(self) -> None:
        """Lay out beside the tree what leaves as it is ticked now."""
        if not self.has_class("-wide"):
            return
        await asyncio.sleep(_AT_REST)
        route = self._route
        try:
            shown = await asyncio.to_thread(self._as_it_leaves, route) if route.chosen else _NOTHING
        except Trouble as trouble:
            shown = str(trouble)
        self._leaves.show(shown)

    def _as_it_leaves(self, route: PreviewRoute) -> Callable[[int], str]:
        """Return how a file with the first of these pieces reads in so many columns."""
        chosen, kind, asked = tuple(route.chosen[:_MOST]), route.kind or DocumentKind.CHOSEN, route.asked or Asked()
        request = ExportRequest(kind, "id", chosen, Format.WORD, asked)
        workspace, places = self.workspace, self.shell.places
        prepared = prepare(request, workspace.journal, workspace.pack, places, now=utc_now(), most_looked_at=0)
        more = len(route.chosen) - len(chosen)
        end = f"\n… en nog {how_many(more, 'stuk', 'stukken')}. Enter toont alles.\n" if more else ""
        return lambda width: f"{to_plain_text(prepared.document, width)}{end}"

    @on(TickTree.Ticked)
    def _ticked(self, event: TickTree.Ticked) -> None:
        ticked = self._tree.ticked
        self._by_hand |= {each: each in ticked for each in self._tree.leaves}
        self._count()
        if event.under:
            changed = how_many(len(ticked ^ event.before), "stuk", "stukken")
            how = "aangevinkt" if len(ticked) > len(event.before) else "uitgevinkt"
            said = f"Onder ‘{' '.join(event.under.split())}’ {how}: {changed}. Met ctrl+z is het weer zoals het was."
            self.shell.acted(said, lambda: self._tick_as_before(event.before))

    def _tick_as_before(self, ticked: frozenset[str]) -> None:
        if self.is_open:
            self._tree.tick(ticked)
            self.shell.show_message("Aangevinkt is wat eerst aangevinkt was.")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer nothing to choose from where there is nothing."""
        if action in ("preview", "view", "all", "none", "as_last"):
            return not self.has_class("-empty")
        return super().check_action(action, parameters)

    def action_view(self) -> None:
        """Show the next part of what can leave."""
        views = list(SelectionView)
        self._view = views[(views.index(self._view) + 1) % len(views)]
        self.show()

    def action_all(self) -> None:
        """Tick everything that is shown."""
        self._tree.tick(self._tree.leaves)

    def action_none(self) -> None:
        """Tick nothing."""
        self._tree.tick(())

    def action_as_last(self) -> None:
        """Tick what was in the last export, and what is new to it."""
        journal = self.workspace.journal
        last = next(iter(exports(journal)), None)
        if last is None:
            self.shell.show_message("Er is nog geen bestand om te herhalen.")
            return
        try:
            self._asked = None if journal.places is None else asked_before(journal.places, last)
        except Trouble as trouble:
            self.shell.show_error(trouble)
            return
        chosen = {entry.id for entry in again(journal, last)}
        self._view = SelectionView.ALL
        self._by_hand = {entry.id: entry.id in chosen for entry in shareable(journal)}
        self.show()
        new = len(chosen - set(last.entries))
        said = f"Aangevinkt als de vorige keer. Daar is bij gekomen: {new}."
        if unmarked := len(chosen - journal.marked(Mark.BRING)):
            said += f" Daarvan neem je niet mee: {unmarked}."
        if self._asked and not self._asked.plain:
            said += " Wat je toen verving of wegliet, en de naam erboven, is weer zo."
        self.shell.show_message(said)

    def action_preview(self) -> None:
        """Show exactly what will leave."""
        route = self._route
        if route.chosen:
            self.shell.open(route)
        else:
            self.shell.show_message("Kies eerst met spatie wat er mee mag.")

    @property
    def _route(self) -> PreviewRoute:
        """What would leave now; it becomes a sheet for the group where a meeting lies ahead."""
        chosen = tuple(entry for entry in shareable(self.workspace.journal) if entry.id in self._tree.ticked)
        today = local(utc_now()).date()
        ahead = self._asked is None and next_meeting(self.workspace.journal, self.workspace.pack.programme, today)
        kind = DocumentKind.MEETING if ahead else None
        return PreviewRoute(chosen, by_marks=not self._by_hand, kind=kind, asked=self._asked)


def _line(entry: Entry) -> str:
    day = short_date(local(entry.changed).date())
    title = f"{shorten(entry.origin.step_title, 30)}: " if entry.origin else ""
    return f"{day:>11}  {title}{shorten(one_line(entry), 120)}"
