"""Op deze dag: what you wrote a month, three months and a year ago. Titles; the words are a key away."""

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from goedwerk_tui.base.clock import local, long_date, short_date
from goedwerk_tui.base.text import shorten
from goedwerk_tui.guidance.reminders.on_this_day import on_this_day
from goedwerk_tui.guidance.words import origin_line
from goedwerk_tui.journal import Entry
from goedwerk_tui.tui.routes import EntryRoute
from goedwerk_tui.tui.screens.list_screen import ListingScreen


class OnThisDayScreen(ListingScreen):
    """The titles of what was written then."""

    heading = "Op deze dag"

    HELP_TEXT = """
Wat je een maand, drie maanden en een jaar geleden schreef, op deze dag of een paar dagen eerder of later. Hier staat
waar het over ging; wat je schreef niet. **Enter** opent een stuk; **Esc** brengt je terug.
"""
    BINDINGS = [Binding("escape", "dismiss", "sluit")]  # noqa: RUF012 - typed so by Textual

    def show(self) -> None:
        """Show what was written then."""
        options: list[Option] = []
        for then in on_this_day(self.workspace.journal, self.today):
            heading = Content.assemble((then.name, "bold"), (f" · rond {long_date(then.day)}", "$muted"))
            options.append(Option(heading, disabled=True))
            for entry in then.entries:
                options.append(Option(_line(entry, max(self.shell.size.width - 18, 20)), id=entry.id))
        nothing = "Een maand, drie maanden en een jaar geleden schreef je rond deze dag niets."
        self.fill(options, "Enter laat lezen wat je schreef." if options else nothing)

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        if event.option_id:
            self.shell.open(EntryRoute(event.option_id))


def _line(entry: Entry, width: int) -> Content:
    """Return what an entry is about, and what was asked: many entries of one day have the same title."""
    written = short_date(local(entry.created).date())
    line = Content.assemble((f"{written:>11}  ", "$muted"), shorten(origin_line(entry), width))
    asked = entry.origin.words if entry.origin else ""
    return Content.assemble(line, (f"\n{'':13}{shorten(asked, width)}", "$muted")) if asked else line
