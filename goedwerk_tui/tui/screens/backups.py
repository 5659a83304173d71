"""The backups: what is in them that is otherwise now, and putting it back."""

import asyncio
from collections.abc import Collection
from dataclasses import dataclass

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from goedwerk_tui.base.text import shorten
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.backup_messages import what_backup, what_differs, what_was_restored, where_else
from goedwerk_tui.guidance.one_line import one_line
from goedwerk_tui.guidance.words import origin_line, written_by_choice
from goedwerk_tui.journal import Entry, Journal, JournalUnreadable
from goedwerk_tui.journal.backup import Backup, BackupDifference, difference
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.restoring import restore
from goedwerk_tui.tui.routes import BackupRoute, HandbookRoute
from goedwerk_tui.tui.screens.base import GoedWerkScreen
from goedwerk_tui.tui.screens.question import QuestionScreen
from goedwerk_tui.tui.shell import MOVING
from goedwerk_tui.tui.widgets.pane import entitle
from goedwerk_tui.tui.workarounds.marked_list import MarkedList


@dataclass(frozen=True)
class _Seen:
    """A backup that was looked into; what differs is None when it can't be read."""

    backup: Backup
    line: str
    differs: BackupDifference | None


class BackupsScreen(GoedWerkScreen[None]):
    """The list of backups, newest first."""

    HANDBOOK = HandbookRoute("misgegaan")
    HELP_TEXT = """
De eerste keer dat je op een dag het programma opent, maakt het een reservekopie van je dagboek, als dat veranderd is:
zeven dagen lang één per dag, acht weken lang één per week. Wat je daarna schrijft, komt in die van de volgende dag
waarop je het opent. **Enter** laat zien wat er in een reservekopie anders is dan nu; daar kun je het terugzetten.
Terugzetten verwijdert niets: wat je later schreef blijft, en de tekst van nu blijft bij de versies van elk stuk.

Liever op een andere schijf? Kies met ctrl+p ‘Reservekopieën op een andere plek’.
"""
    BINDINGS = [Binding("escape", "dismiss", "sluit")]  # noqa: RUF012 - typed so by Textual

    def __init__(self) -> None:
        """Start with none seen."""
        super().__init__()
        self._seen: tuple[_Seen, ...] = ()

    def compose_body(self) -> ComposeResult:
        """Lay what there is above the list."""
        with Vertical(id="listed", classes="pane"):
            yield Static(Content("even kijken …"), id="shown")
            yield MarkedList(id="entries")

    def on_mount(self) -> None:
        """Look into the backups, and again after something was put back."""
        self.follow(self._look)
        self._look()
        entitle(self.query_one("#listed"), "Reservekopieën")
        self.query_one("#entries").focus()

    @work(group="looking", exclusive=True)
    async def _look(self) -> None:
        self._seen = await asyncio.to_thread(_look_into_all, self.workspace.journal)
        listing = self.query_one("#entries", OptionList)
        in_front = listing.highlighted or 0
        listing.clear_options()
        for seen in self._seen:
            differs = what_differs(seen.differs) if seen.differs else "beschadigd of geen dagboek van deze versie"
            listing.add_option(Option(Content.assemble((seen.line, "bold"), f"\n  {differs}")))
        listing.highlighted = min(in_front, len(self._seen) - 1) if self._seen else None
        none = "Er is er nog geen. De eerste komt er vanzelf, de volgende keer dat je het programma opent."
        shown = "Enter laat zien wat er anders in is dan nu." if self._seen else none
        if away := where_else(self.shell.places, self.workspace.journal.id):
            shown = f"{shown}\n{away}"
        self.query_one("#shown", Static).update(Content(shown))

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        seen = self._seen[event.option_index]
        if seen.differs is None:
            self.shell.show_message("Deze reservekopie kan niet worden gelezen. Er is niets aan veranderd.")
        elif not (seen.differs.absent or seen.differs.different):
            self.shell.show_message("Alles wat hierin staat, staat zo ook in je dagboek.")
        else:
            self.shell.open(BackupRoute(seen.backup, seen.line, seen.differs))


class BackupScreen(GoedWerkScreen[None]):
    """What is in one backup that is otherwise now."""

    HELP_TEXT = """
Wat in deze reservekopie anders is dan nu. **Enter** laat een stuk zien zoals het toen was; daar kun je het terugzetten.
**h** zet alles terug. Wat je later schreef blijft, en de tekst van nu blijft bij de versies.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("h", "restore_all", "zet alles terug"),
        Binding("escape", "dismiss", "sluit"),
    ]

    def __init__(self, backup: Backup, line: str, differs: BackupDifference) -> None:
        """Take a backup and what is otherwise in it."""
        super().__init__()
        self._backup = backup
        self._line = line
        self._differs = differs
        self._entries = (*differs.absent, *differs.different)

    def compose_body(self) -> ComposeResult:
        """Show the entries that would be put back."""
        absent = {each.id for each in self._differs.absent}
        options = (Option(_line(each, absent=each.id in absent), id=each.id) for each in self._entries)
        with Vertical(id="listed", classes="pane"):
            yield Static(Content(what_differs(self._differs)), id="shown")
            yield MarkedList(*options, id="entries")

    def on_mount(self) -> None:
        """Begin in the list."""
        entitle(self.query_one("#listed"), self._line)
        self.query_one("#entries").focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer nothing that writes to whoever may only read."""
        return action != "restore_all" or not self.workspace.read_only

    @on(OptionList.OptionSelected)
    @work(group=MOVING)
    async def _read(self, event: OptionList.OptionSelected) -> None:
        entry = self._entries[event.option_index]
        answers = [("back", "Terug"), ("put", "Zet dit stuk terug zoals het toen was")]
        text = entry.text if entry.text.strip() else written_by_choice(entry)
        question = QuestionScreen(text, answers[:1] if self.workspace.read_only else answers)
        if await self.shell.ask(question) == "put":
            await self._restore([entry.id])

    @work(group=MOVING)
    async def action_restore_all(self) -> None:
        """Put back all that is in the backup."""
        await self._restore(None)

    async def _restore(self, entry_ids: Collection[str] | None) -> None:
        try:
            restored = await self.workspace.write(lambda journal: restore(journal, self._backup, entry_ids))
        except Trouble as trouble:
            self.shell.show_error(trouble)
            return
        self.shell.show_message(what_was_restored(restored))
        self.shell.journal_changed()
        self.dismiss()


def _look_into_all(journal: Journal) -> tuple[_Seen, ...]:
    assert journal.places is not None
    backups = Backups(journal.places)
    seen: list[_Seen] = []
    for backup in backups.list():
        try:
            earlier = backups.read(backup)
        except JournalUnreadable:
            seen.append(_Seen(backup, what_backup(backup, None), None))
        else:
            seen.append(_Seen(backup, what_backup(backup, earlier), difference(earlier, journal.book)))
    return tuple(seen)


def _line(entry: Entry, *, absent: bool) -> Content:
    what = "nu weg" if absent else "nu anders"
    return Content.assemble(
        f"{what:<11}",
        (shorten(origin_line(entry), 60), "bold"),
        "\n",
        " " * 11,
        (shorten(one_line(entry), 110), "$muted"),
    )
