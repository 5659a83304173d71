"""Delen: choose what may leave, see exactly that, write it to a file."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from goedwerk_tui.base.clock import local, short_date, utc_now
from goedwerk_tui.base.text import shorten
from goedwerk_tui.guidance.words import origin_line, written_by_choice
from goedwerk_tui.journal import Entry, Mark
from goedwerk_tui.sharing.document import Document, make_document
from goedwerk_tui.sharing.selection import shareable
from goedwerk_tui.tui.screen import PlaceScreen
from goedwerk_tui.tui.screens.preview import PreviewScreen
from goedwerk_tui.tui.widgets.ticking import Tickable, TickList


class SharingScreen(PlaceScreen):
    """The entries that can leave, with those marked to bring ticked. Nothing leaves before the preview is confirmed."""

    PLACE = "sharing"
    HELP_TEXT = """
Kies met **spatie** wat er mee mag. Wat je markeerde om mee te nemen staat al aangevinkt. **Enter** toont precies
wat er in het bestand komt; pas daarna schrijf je het. Wat je hier aan- of uitvinkt verandert niets aan je dagboek.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("enter", "preview", "bekijk wat er vertrekt", priority=True),
        Binding("a", "all", "alles"),
        Binding("u", "none", "niets"),
    ]

    def __init__(self) -> None:
        """Begin with what is marked."""
        super().__init__()
        self._ticked_by_hand: dict[str, bool] = {}

    def compose_place(self) -> ComposeResult:
        """Lay the count above the list."""
        yield Static("", id="chosen", markup=False)
        yield TickList(id="entries")

    def show(self) -> None:
        """Show what can leave; what was ticked by hand stays as it was."""
        bring = self.keeper.journal.marked(Mark.BRING)
        self._list.fill(
            Tickable(entry.id, _line(entry), self._ticked_by_hand.get(entry.id, entry.id in bring))
            for entry in shareable(self.keeper.journal)
        )
        self._list.focus()
        self._count()

    @property
    def _list(self) -> TickList:
        return self.query_one("#entries", TickList)

    def _count(self) -> None:
        total, ticked = self._list.option_count, len(self._list.ticked)
        if not total:
            text = "Er is nog niets om te delen. Wat je schrijft is van jou; hier kies je later wat er mee mag."
        elif ticked:
            text = f"Van {total} aangevinkt: {ticked}. Er vertrekt niets voor je het gezien hebt."
        else:
            text = "Niets aangevinkt. Kies met spatie wat er mee mag."
        self.query_one("#chosen", Static).update(Content(text))

    @on(TickList.Toggled)
    def _toggled(self, event: TickList.Toggled) -> None:
        self._ticked_by_hand[event.entry_id] = event.ticked
        self._count()

    def action_all(self) -> None:
        """Tick everything."""
        self._tick_all(True)

    def action_none(self) -> None:
        """Tick nothing."""
        self._tick_all(False)

    def _tick_all(self, ticked: bool) -> None:
        self._ticked_by_hand = {entry.id: ticked for entry in shareable(self.keeper.journal)}
        self.show()

    def document(self) -> Document:
        """Return what would leave now."""
        chosen = self._list.ticked
        return make_document((entry for entry in shareable(self.keeper.journal) if entry.id in chosen), utc_now())

    def action_preview(self) -> None:
        """Show exactly what will leave."""
        if not self._list.ticked:
            self.goedwerk.say("Kies eerst met spatie wat er mee mag.")
            return
        self.goedwerk.push_screen(PreviewScreen(self.document()))


def _line(entry: Entry) -> Content:
    text = entry.text if entry.text.strip() else written_by_choice(entry)
    day = short_date(local(entry.changed).date())
    return Content.assemble(f"{day:>11}  ", (shorten(origin_line(entry), 40), "bold"), "  ", (shorten(text, 60), "dim"))
