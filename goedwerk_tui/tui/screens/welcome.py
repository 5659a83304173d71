"""The first start."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from goedwerk_tui.base.places import synced_by
from goedwerk_tui.tui.routes import ReadingRoute
from goedwerk_tui.tui.screens.base import GoedWerkScreen
from goedwerk_tui.tui.widgets.row import Row
from goedwerk_tui.tui.widgets.sample import SamplePane


class WelcomeScreen(GoedWerkScreen[bool]):
    """What this is and where it is kept. Nothing has been made yet.

    Answers True to begin, False to look round first.
    """

    HELP_TEXT = """
Kies **begin** om met een eigen dagboek te werken, of **kijk eerst rond** om alles te lezen zonder dat er iets bewaard
wordt. Beginnen kan dan alsnog, op Thuis met **b**; wat je al typte gaat mee.
"""
    HOLDS = False  # there is no journal yet
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("b", "begin", "begin"),
        Binding("k", "look", "kijk eerst rond"),
        Binding("l", "read", "lees eerst"),
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
    ]
    _BEFOREHAND = "wat-je-hier-beter-niet-opschrijft"

    def compose_body(self) -> ComposeResult:
        """Show the introduction and the two ways to go on; in a wide window a piece of the programme beside it."""
        programme = self.workspace.pack.programme
        with Container(id="welcome"):
            with VerticalScroll(id="place", can_focus=False):
                yield Static(Content(programme.title), classes="heading")
                yield Static(Content(programme.introduction.strip()), classes="paragraph")
                yield Static(Content(self._where()), classes="paragraph")
                yield Row("Begin", "b  met een eigen dagboek", id="begin")
                yield Row("Kijk eerst rond", "k  er wordt niets bewaard", id="look")
                if self._BEFOREHAND in programme.pages:
                    yield Row("Wat je hier beter niet opschrijft", "l  lees", id="read")
            yield SamplePane(self.workspace.pack, id="sample")

    def _where(self) -> str:
        path = self.shell.places.journal
        service = synced_by(path)
        note = f" Die map wordt door {service} ook elders bewaard." if service else ""
        return f"Wat je schrijft komt in {path}.{note}"

    def on_mount(self) -> None:
        """Put ‘begin’ in front."""
        self.query_one("#begin", Row).focus()

    @on(Row.Chosen, "#begin")
    def action_begin(self) -> None:
        """Begin."""
        self.dismiss(True)

    @on(Row.Chosen, "#look")
    def action_look(self) -> None:
        """Look round first."""
        self.dismiss(False)

    def leave(self) -> None:
        """Take going elsewhere for looking round: nothing is kept of whoever did not begin."""
        self.action_look()

    @on(Row.Chosen, "#read")
    def action_read(self) -> None:
        """Read what is better not written here."""
        if self._BEFOREHAND in self.workspace.pack.programme.pages:
            self.shell.open(ReadingRoute(self._BEFOREHAND))
