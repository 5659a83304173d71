"""Glossary terms with their meaning."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from goedwerk_tui.programme.model import Term
from goedwerk_tui.tui.screens.dialog import Dialog


class GlossaryScreen(Dialog[None]):
    """A list of terms; what the one in front means stands below."""

    def __init__(self, terms: tuple[Term, ...], first: str | None = None) -> None:
        """Take the terms, and the id of the one to begin with."""
        super().__init__()
        self._terms = {term.id: term for term in terms}
        self._first = first

    def compose(self) -> ComposeResult:
        """Lay the list above the meaning."""
        with Vertical(classes="dialog"):
            yield Static(Content("Begrippen"), classes="heading")
            yield OptionList(*(Option(Content(term.term), id=term.id) for term in self._terms.values()), compact=True)
            yield Static("", id="meaning", markup=False)

    def on_mount(self) -> None:
        """Put the term to begin with in front."""
        ids = list(self._terms)
        self.query_one(OptionList).highlighted = ids.index(self._first) if self._first in ids else 0

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the meaning of the term in front."""
        term = self._terms[event.option_id or ""]
        self.query_one("#meaning", Static).update(Content(term.meaning))
