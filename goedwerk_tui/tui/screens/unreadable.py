"""The journal can't be opened: what that means, and what can be done."""

import asyncio
from dataclasses import replace
from enum import StrEnum

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from goedwerk_tui.base.clock import long_date
from goedwerk_tui.base.places import find_places
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.backup_messages import what_is_unsure, what_salvaged
from goedwerk_tui.guidance.counting import counted
from goedwerk_tui.journal import Cause, JournalMissing, JournalUnreadable
from goedwerk_tui.journal.book import Book
from goedwerk_tui.journal.restoring import Rescue, find_rescue, is_damaged
from goedwerk_tui.journal.shutting_in import Unsure
from goedwerk_tui.journal.traces import JournalVanished
from goedwerk_tui.tui.screens.base import GoedWerkScreen
from goedwerk_tui.tui.widgets.row import Row
from goedwerk_tui.tui.workspace_opening import put_in_place


class WayOn(StrEnum):
    """How to go on from here."""

    LOOK = "look"
    """Read the programme without a journal."""
    OPEN = "open"
    """Open the journal: something readable may stand in its place now."""


class UnreadableScreen(GoedWerkScreen[WayOn]):
    """Says what is wrong, and offers what was found. Answers how to go on; None to stop."""

    HELP_TEXT = """
Je dagboek kan niet worden gelezen. Er is niets aan veranderd. Als er een reservekopie is, of als er uit het bestand nog
iets te lezen valt, kun je dat terugzetten; het onleesbare bestand blijft dan bij de reservekopieën bewaard.

Is je dagboek weg van zijn plek, dan kun je met **n** ook een nieuw beginnen; wat er nog van het oude is, blijft staan.

Staat je dagboek op een schijf of een netwerk dat er nu niet is? Sluit dat aan en druk op **o**.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("z", "put_all", "zet terug wat er is"),
        Binding("k", "put_backup", "alleen de reservekopie"),
        Binding("o", "try_again", "probeer opnieuw"),
        Binding("n", "begin_anew", "begin een nieuw dagboek"),
        Binding("v", "look_without", "lees zonder dagboek"),
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("escape", "stop", "stop"),
    ]

    def __init__(self, trouble: JournalUnreadable) -> None:
        """Take what is wrong."""
        super().__init__()
        self._trouble = trouble
        self._rescue: Rescue | None = None

    def compose_body(self) -> ComposeResult:
        """Show what happened above the ways on."""
        with VerticalScroll(id="place", can_focus=False):
            yield Static(Content(self._heading), classes="heading")
            for part in (self._trouble.happened, self._trouble.meaning, self._trouble.advice):
                if part:
                    yield Static(Content(part), classes="paragraph")
            yield Static("", classes="paragraph", id="found", markup=False)
            yield Row(id="all")
            yield Row(id="backup")
            yield Row("Probeer het opnieuw", "o  als de schijf of het netwerk er weer is", id="again")
            yield Row("Begin een nieuw dagboek", "n  wat er van het oude is blijft staan", id="begin")
            yield Row("Lees het programma zonder dagboek", "v  er wordt niets bewaard", id="look")

    def on_mount(self) -> None:
        """Begin to look for what can be put back."""
        self.query_one("#all").display = self.query_one("#backup").display = False
        self.query_one("#again").display = self._may_come_back
        self.query_one("#begin").display = self._vanished
        self.query_one("#again" if self._may_come_back else "#look").focus(scroll_visible=False)
        if is_damaged(self._trouble):
            self._look_for_rescue()

    @work(group="rescuing")
    async def _look_for_rescue(self) -> None:
        rescue = await asyncio.to_thread(find_rescue, self.shell.places)
        self._rescue = rescue
        missing = isinstance(self._trouble, JournalMissing)
        found = [what_is_unsure(rescue.unsure) if missing else what_salvaged(rescue)]
        if rescue.backup and rescue.backed_up:
            day = long_date(rescue.backup.at.astimezone().date())
            found.append(
                f"De nieuwste reservekopie is van {day}, met {counted(rescue.backed_up.entries.values())}."
                " Wat je daarna schreef, staat daar niet in."
            )
        else:
            found.append("Er is geen reservekopie.")
        self.query_one("#found", Static).update(Content(" ".join(filter(None, found))))
        self._offer("#all", rescue.book, "Zet alles terug wat er te vinden is", "z")
        if rescue.backed_up and rescue.book != rescue.backed_up:
            self._offer("#backup", rescue.backed_up, "Zet alleen de reservekopie terug", "k")
        if rescue.book.entries:
            # What was hidden takes no focus before the next refresh.
            self.call_after_refresh(self.query_one("#all").focus)
        self.refresh_bindings()

    def _offer(self, selector: str, book: Book, words: str, key: str) -> None:
        row = self.query_one(selector, Row)
        if book.entries:
            row.tell(words, f"{key}  {counted(book.entries.values())}")
            row.display = True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what was found."""
        if action == "try_again":
            return self._may_come_back
        if action == "begin_anew":
            return self._vanished
        if action in ("put_all", "put_backup"):
            return self.is_mounted and self.query_one("#all" if action == "put_all" else "#backup").display
        return True

    @on(Row.Chosen, "#all")
    def action_put_all(self) -> None:
        """Put back all that was found."""
        if self._rescue:
            self._put(self._rescue.book, self._rescue.unsure)

    @on(Row.Chosen, "#backup")
    def action_put_backup(self) -> None:
        """Put back the newest backup alone."""
        if self._rescue and self._rescue.backed_up:
            self._put(self._rescue.backed_up, self._rescue.backed_up_unsure)

    @work(group="rescuing", exclusive=True)
    async def _put(self, book: Book, unsure: Unsure) -> None:
        try:
            await asyncio.to_thread(put_in_place, self.shell.places, book)
        except Trouble as trouble:
            self.shell.show_error(trouble)
            return
        said = f"Teruggezet: {counted(book.entries.values())}."
        if not isinstance(self._trouble, JournalMissing):
            said += " Het onleesbare bestand ligt nu bij de reservekopieën."
        self.shell.show_message(f"{said} {what_is_unsure(unsure)}".rstrip())
        self.dismiss(WayOn.OPEN)

    @property
    def _heading(self) -> str:
        if isinstance(self._trouble, JournalVanished):
            return "Je dagboek is weg" if self._trouble.traces.certain else "Hier is geen dagboek"
        return "Je dagboek gaat niet open"

    @property
    def _vanished(self) -> bool:
        """Whether there is no journal any more where there was one, so that a new one may begin."""
        return isinstance(self._trouble, JournalVanished)

    @property
    def _may_come_back(self) -> bool:
        """Whether what is wrong may be over at another attempt: a disk that was not connected, a file in use."""
        return self._trouble.cause is Cause.FILE

    @on(Row.Chosen, "#again")
    def action_try_again(self) -> None:
        """Try to open the journal once more, where the settings say that it is now."""
        if isinstance(self._trouble, JournalMissing) and not self._vanished:
            self.shell.places = find_places()
        self.dismiss(WayOn.OPEN)

    @on(Row.Chosen, "#begin")
    def action_begin_anew(self) -> None:
        """Begin a new journal where there was one."""
        if self._vanished:
            self.shell.places = replace(self.shell.places, begin_anew=True)
            self.dismiss(WayOn.OPEN)

    @on(Row.Chosen, "#look")
    def action_look_without(self) -> None:
        """Go on without a journal."""
        self.dismiss(WayOn.LOOK)

    def action_stop(self) -> None:
        """Stop."""
        self.dismiss(None)
