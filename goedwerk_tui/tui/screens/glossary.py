"""Glossary terms with their meaning."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from goedwerk_tui.base.folding import fold
from goedwerk_tui.guidance.collections.collection import CollectionItem, taken_from
from goedwerk_tui.guidance.collections.own_words import OwnWords
from goedwerk_tui.journal import Kind
from goedwerk_tui.programme.model import Term
from goedwerk_tui.tui.screens.collection import take_over
from goedwerk_tui.tui.screens.dialog import Dialog
from goedwerk_tui.tui.workarounds.marked_list import MarkedList


class GlossaryScreen(Dialog[None]):
    """A list of terms by the alphabet, whosever they are; what the one in front means stands below.

    It can be made a word of one's own.
    """

    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("t", "take", "neem over", tooltip="Zet dit begrip ook bij je eigen woorden"),
    ]

    def __init__(self, terms: tuple[Term, ...], first: str | None = None) -> None:
        """Take the terms, and the id of the one to begin with."""
        super().__init__()
        self._terms = {term.id: term for term in sorted(terms, key=lambda term: fold(term.term))}
        self._first = first

    def compose_body(self) -> ComposeResult:
        """Lay the list above the meaning."""
        with Vertical(classes="dialog"):
            yield Static(Content("Begrippen"), classes="heading")
            yield MarkedList(*(Option(self._named(term), id=term.id) for term in self._terms.values()), does="")
            with VerticalScroll(id="term"):
                yield Static("", id="meaning", markup=False)
            yield Static("", id="taking", classes="line-keys", markup=False)

    def on_mount(self) -> None:
        """Put the term to begin with in front, and follow every change."""
        ids = list(self._terms)
        self.query_one(OptionList).highlighted = ids.index(self._first) if self._first in ids else 0
        self.follow(self._show)

    def _named(self, term: Term) -> Content:
        label = self.workspace.pack.label_of_entry("glossary.yaml", term.id)
        return Content.assemble(term.term, (f"  {label}" if label else "", "$muted"))

    @property
    def _in_front(self) -> Term | None:
        option = self.query_one(OptionList).highlighted_option
        return self._terms.get(option.id or "") if option else None

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the meaning of the term in front."""
        self._show()

    def _show(self) -> None:
        term = self._in_front
        if term is None:
            return
        glossary = self.workspace.pack.glossary()
        see = ", ".join(glossary[each].term for each in term.see if each in glossary)
        said = (term.meaning, f"Zie ook: {see}." if see else "")
        self.query_one("#meaning", Static).update(Content("\n\n".join(each for each in said if each)))
        mine = {taken_from(each) for each in self.workspace.journal.newest_first(kinds={Kind.TERM})}
        taking = "Staat ook bij je eigen woorden." if term.id in mine else "t zet het bij je eigen woorden"
        self.query_one("#term").scroll_home(animate=False)
        self.query_one("#taking", Static).update(Content("" if self.workspace.read_only else taking))

    def action_take(self) -> None:
        """Make the term in front a word of one's own."""
        term = self._in_front
        if self.workspace.read_only:
            self.say_only_read()
        elif term is not None:
            take_over(self.shell, OwnWords(), CollectionItem(term.id, term.term, term.meaning))
