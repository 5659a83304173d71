"""Editing what leaves, and not the journal: words that point to a person, other words, and paragraphs left out."""

from collections.abc import Iterable, Sequence

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from goedwerk_tui.base.text import shorten
from goedwerk_tui.sharing.editing import COLLEAGUE, LEFT_OUT, Edits, PersonalDetail
from goedwerk_tui.sharing.number_patterns import SpotKind
from goedwerk_tui.sharing.privacy import CAN_MISS
from goedwerk_tui.tui.screens.base import GoedWerkScreen
from goedwerk_tui.tui.screens.dialog import Dialog
from goedwerk_tui.tui.shell import MOVING
from goedwerk_tui.tui.widgets.editor import LineEditor
from goedwerk_tui.tui.workarounds.marked_list import MarkedList

_STAYS = "blijft staan"


class EditingScreen(GoedWerkScreen[Edits]):
    """Lists what may point to a person and the paragraphs that leave; answers with what is to be different."""

    HELP_TEXT = """
Hier verander je wat er in het bestand komt; je dagboek blijft zoals het is. Bovenaan staat wat op een persoon kan
wijzen. **Spatie** zet er ‘een collega’ voor in de plaats, haalt het weg, of laat het toch staan, en dat geldt overal
waar het voorkomt. Bij een alinea laat **spatie** die weg. **n** vervangt andere woorden. **Esc** gaat terug naar wat
er vertrekt.

Het kijken naar namen vindt niet alles. Een eigen lijst kan in `namen.txt`, naast de instellingen: één naam op een
regel.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("space", "change", "verander"),
        Binding("n", "other_words", "andere woorden"),
        Binding("escape", "done", "klaar"),
    ]

    def __init__(self, spots: Sequence[PersonalDetail], paragraphs: Sequence[str], edits: Edits) -> None:
        """Take what can be changed, and what was changed before."""
        super().__init__()
        self._spots = spots
        self._paragraphs = paragraphs
        self._words = dict(edits.words)
        self._without = set(edits.without)

    def compose_body(self) -> ComposeResult:
        """Lay the warning above the list."""
        yield Static(Content(f"{self._found()} {CAN_MISS}"), id="leaving", classes="heading")
        yield MarkedList(id="edits")

    def on_mount(self) -> None:
        """Show the list."""
        self._show()
        self._list.focus()

    @property
    def _list(self) -> OptionList:
        return self.query_one("#edits", OptionList)

    def _found(self) -> str:
        return "Dit kan op een persoon wijzen." if self._spots else "Er zijn geen namen of nummers gevonden."

    def _show(self) -> None:
        in_front = self._list.highlighted
        self._list.clear_options()
        self._list.add_options(self._options())
        self._list.highlighted = in_front if in_front is not None else 0

    def _options(self) -> Iterable[Option]:
        found = {each.spot.words: str(each.spot.kind) for each in self._spots}
        where = {each.spot.words: each.where[0] for each in self._spots}
        for words in dict.fromkeys([*found, *self._words]):
            becomes = self._words.get(words)
            line = Content.assemble(
                f"{found.get(words, 'woorden'):<20} ",
                (shorten(words, 30), "bold"),
                f"  →  {_STAYS if becomes is None else becomes or LEFT_OUT}",
                (f"  in ‘{where[words]}’" if words in where else "", "$muted"),
            )
            yield Option(line, id=f"w:{words}")
        for number, paragraph in enumerate(self._paragraphs):
            sign = "[ ] gaat niet mee  " if paragraph in self._without else "[x] alinea         "
            yield Option(Content(f"{sign} {shorten(paragraph, 60)}"), id=f"p:{number}")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Change what was clicked."""
        event.stop()
        self.action_change()

    def action_change(self) -> None:
        """Change what is in front."""
        option = self._list.highlighted_option
        if option is None or option.id is None:
            return
        what, _, which = option.id.partition(":")
        if what == "p":
            self._without ^= {self._paragraphs[int(which)]}
        else:
            becomes = self._next(which)
            self._words.pop(which, None)
            if becomes is not None:
                self._words[which] = becomes
        self._show()

    def _next(self, words: str) -> str | None:
        """Return what comes in the place of words after what is there now; a number is no colleague."""
        names = {each.spot.words for each in self._spots if each.spot.kind is SpotKind.NAME}
        order = [None, COLLEAGUE, LEFT_OUT] if words in names else [None, LEFT_OUT]
        now = self._words.get(words)
        return order[(order.index(now) + 1) % len(order)] if now in order else None

    @work(group=MOVING)
    async def action_other_words(self) -> None:
        """Ask for words and what comes in their place."""
        given = await self.shell.ask(ReplaceWordsScreen())
        if given:
            self._words[given[0]] = given[1]
            self._show()

    def action_done(self) -> None:
        """Go back with what was changed."""
        self.dismiss(Edits(dict(self._words), frozenset(self._without)))


class ReplaceWordsScreen(Dialog[tuple[str, str]]):
    """Asks for words and for others in their place."""

    def compose_body(self) -> ComposeResult:
        """Show two lines to fill in."""
        with Vertical(classes="dialog"):
            yield Static(Content("Welke woorden wil je vervangen? Daarna Enter."))
            yield LineEditor(id="old")
            yield Static(
                Content("Wat komt ervoor in de plaats? Leeg haalt ze weg. Enter is klaar."), classes="paragraph"
            )
            yield LineEditor(id="new")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the second line, or answer."""
        old = self.query_one("#old", Input).value.strip()
        if event.input.id == "old" and old:
            self.query_one("#new", Input).focus()
        elif old:
            self.dismiss((old, self.query_one("#new", Input).value.strip()))
