"""Terugkijken op een maand: what you wrote in it, and a page for what you see."""

import asyncio
from functools import partial

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from goedwerk_tui.base.clock import local, short_date
from goedwerk_tui.guidance.reminders import month as looking_back
from goedwerk_tui.guidance.reminders.month import Month, MonthPassage
from goedwerk_tui.guidance.words import origin_line, written_by_choice
from goedwerk_tui.tui.autosave.page import answer_on_page
from goedwerk_tui.tui.routes import MonthRoute
from goedwerk_tui.tui.screens.list_screen import Beginning, ListingScreen
from goedwerk_tui.tui.screens.writing import EditorScreen
from goedwerk_tui.tui.widgets.pane import entitle
from goedwerk_tui.tui.widgets.passages import Passages


class MonthScreen(EditorScreen):
    """A month's own words, with the page beside or below them."""

    HELP_TEXT = """
Alles wat je in één maand schreef, het oudste boven, zoals het er aan het eind van die maand stond. Daarnaast of
daaronder staat één vraag. **F2** gaat van het lezen naar het schrijven en terug; in een laag venster wisselen ze elkaar
af. Bij het lezen schuift **spatie** een bladzijde door. **Ctrl+t** toont een tip bij de vraag.

**Esc** bewaart wat je schreef en gaat terug. Je mag ook alleen lezen.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("f2", "other_half", "lees of schrijf", tooltip="Van lezen naar schrijven, en terug"),
    ]

    def __init__(self, month: Month) -> None:
        """Take the month."""
        super().__init__()
        self._month = month
        origin = looking_back.origin_of(self.workspace.pack.programme.id, month)
        self._take(partial(answer_on_page, self.workspace, origin), hint=looking_back.HINT)

    def _heading(self) -> str:
        return "Wat je ziet"

    def compose_body(self) -> ComposeResult:
        """Lay the month's words beside the page, or above it."""
        with Container(id="looking-back"):
            yield Passages(id="passages", classes="pane")
            yield from self.compose_page()

    def _first(self) -> Widget:
        """Begin by reading, unless the person was writing."""
        if self._writing.differs(self._writing.text):
            return self._editor
        self.add_class("-reading")
        return self._passages

    def _begin(self) -> None:
        """Show the month. One that is over and was opened has been seen."""
        super()._begin()
        entitle(self._passages, f"Terugkijken op {self._month.title}")
        self._lay_out()
        month = self._month
        over = month < looking_back.month_of(local(self.workspace.journal.now()).date())
        if over and not self.workspace.read_only:
            self.shell.write(lambda journal: looking_back.set_seen(journal, month))

    @property
    def _passages(self) -> Passages:
        return self.query_one(Passages)

    @work(group="reading", exclusive=True)
    async def _lay_out(self) -> None:
        await self._passages.show(await asyncio.to_thread(self._texts))

    def _texts(self) -> list[Content]:
        return [_text(each) for each in looking_back.passages(self.workspace.journal, self._month)]

    def action_other_half(self) -> None:
        """Go from reading to writing, or back."""
        self.set_class(not self._passages.has_focus, "-reading")
        self.call_after_refresh((self._passages if self.has_class("-reading") else self._editor).focus)

    def on_descendant_focus(self) -> None:
        """Show the half that has the keyboard, where there is room for one."""
        self.set_class(self._passages.has_focus, "-reading")


class MonthsScreen(ListingScreen):
    """The months in which something was written, the newest first."""

    heading = "Terugkijken op een maand"
    BEGINNING = Beginning("Schrijf een losse notitie", "", "app.new_note")

    HELP_TEXT = """
De maanden waarin je iets schreef, de nieuwste boven. **Enter** opent een maand: wat je toen schreef, en één vraag.
**Esc** brengt je terug.
"""
    BINDINGS = [Binding("escape", "dismiss", "sluit")]  # noqa: RUF012 - typed so by Textual

    @work(group="looking", exclusive=True)
    async def show(self) -> None:
        """Show the months."""
        journal = self.workspace.journal
        found = await asyncio.to_thread(looking_back.months, journal)
        looked = {each.origin.item: each for each in journal.newest_first(step=looking_back.STEP) if each.origin}
        options: list[Option] = []
        for month, count in found:
            about = f"{count:>3} {'stuk' if count == 1 else 'stukken'}"
            if month.id in looked:
                about += f" · teruggekeken op {short_date(local(looked[month.id].created).date())}"
            line = Content.assemble((f"{month.title:<14}", "bold"), (about, "$muted"))
            options.append(Option(line, id=month.id))
        nothing = "Nog niets geschreven. Wat je schrijft, lees je hier per maand terug."
        self.fill(options, "Enter opent een maand." if found else nothing)

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        if month := Month.of(event.option_id or ""):
            self.shell.open(MonthRoute(month))


def _text(passage: MonthPassage) -> Content:
    entry = passage.entry
    day = short_date(local(passage.revision.at).date())
    words = f"\n{entry.origin.words}" if entry.origin and entry.origin.words else ""
    text = passage.revision.text.strip("\n") or written_by_choice(entry)
    return Content.assemble((f"{day} · {origin_line(entry)}", "bold"), (words, "$muted"), f"\n\n{text}")
