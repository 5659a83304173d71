"""Eigen vragen: what you want to be asked some week."""

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from goedwerk_tui.base.clock import local, long_date, short_date
from goedwerk_tui.base.text import shorten
from goedwerk_tui.guidance.reminders.own_prompts import OwnPrompt, own_prompts
from goedwerk_tui.guidance.words import how_many
from goedwerk_tui.journal import Kind
from goedwerk_tui.tui.routes import TextRoute, WriteRoute
from goedwerk_tui.tui.screens.entry_acts import throw_away
from goedwerk_tui.tui.screens.list_screen import Beginning, ListingScreen
from goedwerk_tui.tui.screens.writing import WritingScreen

_EMPTY = "Nog geen eigen vragen. Wat hier staat, komt als vraag van de week."


class OwnPromptsScreen(ListingScreen):
    """The list of own questions, those first that are still to be asked."""

    heading = "Eigen vragen"
    BEGINNING = Beginning("Schrijf er zelf een op", "n", "screen.new")

    HELP_TEXT = """
Vragen die je een keer wilt krijgen. Ze gaan vóór de vragen van het programma, de oudste het eerst, en elke vraag komt
één keer. **n** schrijft een nieuwe. **e** verwoordt een vraag anders; dan komt die opnieuw aan de beurt. **Del**
legt een vraag in de prullenbak: die wordt niet meer gesteld, en wat je eerder antwoordde blijft staan.

**Enter** laat een vraag lezen, met wat je erop antwoordde. Hoe vaak er een vraag komt kies je met ctrl+p.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("n", "new", "nieuwe vraag", tooltip="Schrijf een vraag die je een keer wilt krijgen"),
        Binding("e", "edit", "wijzig", tooltip="Verwoord de vraag anders"),
        Binding("delete", "throw_away", "gooi weg", tooltip="Leg de vraag in de prullenbak"),
        Binding("escape", "dismiss", "sluit"),
    ]

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__()
        self._found: tuple[OwnPrompt, ...] = ()

    @property
    def _in_front(self) -> OwnPrompt | None:
        return next((each for each in self._found if each.entry.id == self.option_in_front), None)

    def show(self) -> None:
        """Show the questions as they stand."""
        self._found = found = own_prompts(self.workspace.journal)
        next_one = next((each for each in found if each.waits), None)
        width = max(self.shell.size.width - 8, 30)
        shown = f"{how_many(len(found), 'eigen vraag', 'eigen vragen')}."
        self.fill(
            [Option(_line(each, next_one, width), id=each.entry.id) for each in found], shown if found else _EMPTY
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done with the question in front."""
        if action == "new":
            return not self.workspace.read_only
        return self._in_front is not None and not self.workspace.read_only if action in ("edit", "throw_away") else True

    def action_new(self) -> None:
        """Open a page for a new question."""
        self.shell.open(WriteRoute(kind=Kind.PROMPT))

    def action_edit(self) -> None:
        """Open the question in front to word it otherwise."""
        own = self._in_front
        if own is not None:
            self.shell.open(WriteRoute(entry=own.entry.id, kind=Kind.PROMPT))

    def action_throw_away(self) -> None:
        """Lay the question in front in the trash."""
        own = self._in_front
        if own is not None:
            throw_away(self.shell, own.entry.id, "de vraag")

    @on(OptionList.OptionSelected)
    def _read(self) -> None:
        own = self._in_front
        if own is not None:
            self.shell.open(TextRoute("Eigen vraag", _whole(own)))


class PromptScreen(WritingScreen):
    """A page for an own question."""

    HELP_TEXT = "Schrijf je vraag. **Esc** bewaart en gaat terug. Een lege vraag wordt niet bewaard."

    def _words(self) -> str:
        return "Welke vraag wil je een keer krijgen?"

    def _heading(self) -> str:
        return "Eigen vraag"

    @property
    def _asks_unread(self) -> bool:
        """Whoever opened it knows what it asks."""
        return False

    @property
    def _opened(self) -> str:
        return "een eigen vraag"


def _stand(own: OwnPrompt, next_one: OwnPrompt | None) -> str:
    if own is next_one:
        return "komt als eerste aan de beurt"
    if own.waits:
        return "nog niet gesteld"
    if own.put_aside:
        return f"opzijgezet op {short_date(local(own.put_aside).date())}"
    return f"beantwoord op {short_date(local(own.answers[0].created).date())}"


def _line(own: OwnPrompt, next_one: OwnPrompt | None, width: int) -> Content:
    text = shorten(own.entry.text, width)
    return Content.assemble((text, "bold"), "\n  ", (_stand(own, next_one), "$muted"))


def _whole(own: OwnPrompt) -> str:
    parts = [own.entry.text]
    parts += [f"{long_date(local(each.created).date())}\n{each.text}" for each in reversed(own.answers)]
    return "\n\n".join(parts) if own.answers else f"{own.entry.text}\n\nNog niets op geantwoord."
