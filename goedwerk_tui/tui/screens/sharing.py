"""Delen: choose what may leave, see exactly that, write it to a file."""

import asyncio
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import pairwise

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from goedwerk_tui.base.clock import SHORT_MONTHS, local, utc_now
from goedwerk_tui.base.text import shorten
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.entry_parts import parts_of
from goedwerk_tui.guidance.journal_filter import written_on
from goedwerk_tui.guidance.reminders.meetings import next_meeting
from goedwerk_tui.guidance.words import how_many, pieces
from goedwerk_tui.journal import Entry, Mark, State
from goedwerk_tui.sharing.entry_document import LOOSE
from goedwerk_tui.sharing.export import ExportRequest, beginning
from goedwerk_tui.sharing.formats import Format
from goedwerk_tui.sharing.kinds import DocumentKind
from goedwerk_tui.sharing.log import again, exports
from goedwerk_tui.sharing.repeating import Asked, asked_before
from goedwerk_tui.sharing.selection import shareable
from goedwerk_tui.sharing.selection_views import SelectionView, by_session, in_view, named
from goedwerk_tui.tui.changes import Changed
from goedwerk_tui.tui.routes import HandbookRoute, PreviewRoute
from goedwerk_tui.tui.screens.base import PlaceScreen
from goedwerk_tui.tui.widgets.empty_pane import EmptyPane
from goedwerk_tui.tui.widgets.long_text import LongText
from goedwerk_tui.tui.widgets.pane import entitle
from goedwerk_tui.tui.widgets.steps_line import StepsLine
from goedwerk_tui.tui.widgets.tick_tree import TickTree, Words

_AT_REST = 0.15
"""Seconds after the last tick; then what leaves is laid out beside the tree."""
_MOST = 20_000
"""Characters of what leaves that are laid out there; all of it is under Enter."""
_NOTHING = "Vink met spatie aan wat er mee mag. Hier zie je dan hoe dat wordt."
_NOTHING_IN_VIEW = "Daar is niets; F2 toont een ander deel."
_A_HEADING = "Spatie vinkt alles onder deze kop aan of uit. Enter vouwt de kop open of dicht; → en ← doen dat ook."
_TITLE, _TEXT = 30, 120
_MOST_OF_A_PIECE = 600
"""Characters of the piece in front; there are four lines for it."""


class SharingScreen(PlaceScreen):
    """What can leave, with what is marked to bring ticked. Nothing leaves before the preview is confirmed."""

    PLACE = "sharing"
    FOLLOWS = frozenset({Changed.ENTRIES, Changed.MARKS, Changed.PROGRESS, Changed.AROUND})
    HANDBOOK = HandbookRoute("delen")
    HELP_TEXT = """
Kies met **spatie** wat er mee mag: een stuk, of in één keer alles onder een kop. **Enter** op een stuk toont precies
wat er in het bestand komt; pas daarna schrijf je het.

Een kop waar niets onder aangevinkt is, begint dichtgevouwen. **Enter**, of **→** en **←**, vouwt een kop open en
dicht; **ctrl+n** kijkt ook vanaf een kop na. **[–]** zegt dat er onder die kop iets mee mag, en niet alles. Wat je
meeneemt staat al aangevinkt. **F2** laat een deel zien: om mee te nemen, nieuw sinds je vorige bestand, of deze
sessie; wat daarbuiten aangevinkt stond, gaat dan niet mee.

**ctrl+e** vinkt aan wat er in je vorige bestand zat, en wat er sindsdien bij kwam. Vinkte je in één keer meer aan of
uit, dan draait **ctrl+z** dat terug. Komt er een bijeenkomst aan, dan wordt het een blad daarvoor. Wat nooit mee mag,
wat half af is en wat in de prullenbak ligt, staat hier niet; wat je hier aan- of uitvinkt verandert niets aan je
dagboek. In een breed venster staat ernaast hoe het wordt.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("enter,ctrl+n", "preview", "kijk na", tooltip="Kijk na wat er in het bestand komt"),
        Binding("f2", "view", "ander deel", tooltip="Toon een ander deel van wat mee mag"),
        Binding("ctrl+a", "all", "alles", tooltip="Vink alles aan wat hier staat"),
        Binding("ctrl+u", "none", "niets", tooltip="Vink alles uit wat hier staat"),
        Binding("ctrl+e", "as_last", "als toen", tooltip="Vink aan wat er in je vorige bestand zat, en wat nieuw is"),
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
        """Lay the steps above the tree; beside or below it what leaves, or the piece in front."""
        yield EmptyPane("Delen · nog niets", "Wat je schrijft is van jou; hier kies je later wat er mee mag.")
        yield StepsLine()
        with Container(id="sharing"):
            yield TickTree(id="entries", classes="pane")
            yield Static("", id="piece", classes="pane", markup=False)
            yield LongText(id="leaves", classes="pane")

    def on_mount(self) -> None:
        """Name the panes."""
        super().on_mount()
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
            leaves = by_session(entries.values(), self.workspace.pack.programme)
            self._tree.fill(leaves, ticked, _Lines(entries, leaves.values()).words, _NOTHING_IN_VIEW)
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
        """Say in the frame how much is ticked, and what never leaves."""
        about = f"Wat mag mee? {len(self._tree.ticked)} van {len(self._tree.leaves)}"
        part = "" if self._view is SelectionView.ALL else f" · {self._view}"
        journal = self.workspace.journal
        marked = (journal.entries.get(each) for each in journal.marked(Mark.NEVER_LEAVE))
        shut_in = sum(each is not None and each.state is State.LIVE for each in marked)
        never = f", × {pieces(shut_in)}" if shut_in else ""
        entitle(self._tree, f"{about}{part}", f"nooit mee: half werk, prullenbak{never}")
        self._show_what_leaves()

    @on(TickTree.Moved)
    def _show_piece(self) -> None:
        """Show the piece in front, for where there is no room for what leaves."""
        entry, piece = self._shown.get(self._tree.leaf_in_front), self.query_one("#piece", Static)
        if entry is None:
            entitle(piece, "Deze kop")
            piece.update(_A_HEADING if self._shown else "")
        else:
            entitle(piece, f"Dit stuk · {entry.origin.session_title if entry.origin else LOOSE}")
            parts = parts_of(entry, self.workspace.journal)
            about = (shorten(parts[part], _MOST_OF_A_PIECE) for part in ("words", "choice", "text") if parts[part])
            piece.update(Content("\n").join(map(Content, about)))

    @work(group="laying out", exclusive=True)
    async def _show_what_leaves(self) -> None:
        """Lay out beside the tree what leaves as it is ticked now."""
        if not self.has_class("-wide"):
            return
        await asyncio.sleep(_AT_REST)
        try:
            shown = await asyncio.to_thread(self._as_it_leaves, self._tree.ticked)
        except Trouble as trouble:
            shown = str(trouble)
        self._leaves.show(shown)

    def _as_it_leaves(self, ticked: Collection[str]) -> str | Callable[[int], str]:
        """Return how a file with what is ticked begins, in so many columns."""
        route = self._route_of(ticked)
        if not route.chosen:
            return _NOTHING
        kind, asked = route.kind or DocumentKind.CHOSEN, route.asked or Asked()
        request = ExportRequest(kind, "id", tuple(route.chosen), Format.WORD, asked)
        begins = beginning(request, self.workspace.pack, now=utc_now(), most=_MOST)
        if begins.left_out:
            end = f"\n… en nog {how_many(begins.left_out, 'stuk', 'stukken')}. Enter toont alles.\n"
        else:
            end = "\n… Enter toont alles.\n" if begins.length > _MOST else ""
        return lambda width: f"{begins.text(width)}{end}"

    @on(TickTree.Ticked)
    def _ticked(self, event: TickTree.Ticked) -> None:
        ticked = self._tree.ticked
        self._by_hand |= {each: each in ticked for each in self._tree.leaves}
        self._count()
        if event.under is None or not (changed := ticked ^ event.before):
            return
        where = f"Onder ‘{' '.join(event.under.split())}’ " if event.under else ""
        how = "aangevinkt" if ticked - event.before else "uitgevinkt"
        said = f"{where}{how}: {pieces(len(changed))}."
        # Whatever was ticked one by one since stays so.
        self._act(f"{said[0].upper()}{said[1:]}", {each: each in event.before for each in changed})

    def _act(
        self, said: str, before: Mapping[str, bool], shown: tuple[SelectionView, Asked | None] | None = None
    ) -> None:
        """Say what was ticked in one go, and let ctrl+z take it back.

        Args:
            said: what to say.
            before: whether each of what was changed was ticked.
            shown: the part that was shown, and how the export was asked for, where those changed too.
        """

        def take_back() -> None:
            self._by_hand |= before
            self._view, self._asked = shown or (self._view, self._asked)
            if self.is_attached:
                self.show()
            self.shell.show_message("In Delen is weer aangevinkt wat eerst aangevinkt was.")

        self.shell.acted(said, take_back, offer="Met ctrl+z is het weer zoals het was.")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer nothing to choose from where there is nothing, and leave Enter to what is held."""
        if action == "preview" and self._types_on_line:
            return False
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
            asked = None if journal.places is None else asked_before(journal.places, last)
        except Trouble as trouble:
            self.shell.show_error(trouble)
            return
        chosen, bring = {entry.id for entry in again(journal, last)}, journal.marked(Mark.BRING)
        before = {entry.id: self._by_hand.get(entry.id, entry.id in bring) for entry in shareable(journal)}
        shown = self._view, self._asked
        self._view, self._asked = SelectionView.ALL, asked
        self._by_hand = {each: each in chosen for each in before}
        self.show()
        new = len(chosen - set(last.entries))
        said = f"Aangevinkt als de vorige keer. Daar is bij gekomen: {new}."
        if unmarked := len(chosen - bring):
            said += f" Daarvan neem je niet mee: {unmarked}."
        if self._asked and not self._asked.plain:
            said += " Wat je toen verving of wegliet, en de naam erboven, is weer zo."
        self._act(said, {each: was for each, was in before.items() if was is not (each in chosen)}, shown)

    def action_preview(self) -> None:
        """Show exactly what will leave."""
        route = self._route_of(self._tree.ticked)
        if route.chosen:
            self.shell.open(route)
        else:
            self.shell.show_message("Kies eerst met spatie wat er mee mag.")

    def _route_of(self, ticked: Collection[str]) -> PreviewRoute:
        """Return what would leave now; it becomes a sheet for the group where a meeting lies ahead."""
        chosen = tuple(entry for entry in shareable(self.workspace.journal) if entry.id in ticked)
        today = local(utc_now()).date()
        ahead = self._asked is None and next_meeting(self.workspace.journal, self.workspace.pack.programme, today)
        kind = DocumentKind.MEETING if ahead else None
        return PreviewRoute(chosen, by_marks=not self._by_hand, kind=kind, asked=self._asked)


class _Lines:
    """What stands on the line of each entry: its day, named once below a heading and where one is scrolled to."""

    def __init__(self, entries: Mapping[str, Entry], under: Collection[Sequence[str]]) -> None:
        """Take the entries by id, and the ids under each heading, newest first."""
        self._entries = entries
        self._above = {each: above for ids in under for above, each in pairwise(ids)}
        first = min((ids[-1] for ids in under), key=lambda each: entries[each].created, default=None)
        self._today = local(utc_now()).date()
        self._many_years = first is not None and written_on(entries[first]).year != self._today.year

    def words(self, leaf: str, first: bool) -> Words:
        """Return where an entry is from, behind its day, and how it begins."""
        above, day = self._above.get(leaf), written_on(self._entries[leaf])
        again = not first and above is not None and written_on(self._entries[above]) == day
        year = f" {day.year}" if day.year != self._today.year else " " * len("2026") if self._many_years else ""
        shown = f"{day.day:>2} {SHORT_MONTHS[day.month - 1]}{year}"
        name, begins = named(self._entries[leaf])
        about = shorten(begins, _TEXT)
        at = " " * len(shown) if again else shown
        return (f"{at}  {shorten(name, _TITLE)}", about) if name else (f"{at}  {about}", "")
