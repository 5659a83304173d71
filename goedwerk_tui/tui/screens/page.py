"""A page outside the sessions."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Markdown, Static

from goedwerk_tui.programme.model import Page
from goedwerk_tui.tui.screens.base import GoedWerkScreen


class PageScreen(GoedWerkScreen[None]):
    """Something to read."""

    HELP_TEXT = "Een bladzijde om te lezen. **Esc** brengt je terug."
    BINDINGS = [Binding("escape", "dismiss", "sluit")]  # noqa: RUF012 - typed so by Textual

    def __init__(self, page: Page) -> None:
        """Take the page."""
        super().__init__()
        self._page = page

    def compose_body(self) -> ComposeResult:
        """Show title and text."""
        with VerticalScroll(id="place"):
            yield Static(Content(self._page.title), classes="heading")
            yield Markdown(self._page.text, open_links=False)
