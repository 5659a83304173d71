"""Voornemens: what you meant to do, and how it went."""

from collections.abc import Callable

from textual import on, work
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from goedwerk_tui.base.clock import local, long_date, short_date
from goedwerk_tui.base.text import named, shorten
from goedwerk_tui.guidance.reminders import intentions
from goedwerk_tui.guidance.reminders.intentions import Intention, Stand
from goedwerk_tui.guidance.words import about_waiting, how_many, origin_line
from goedwerk_tui.journal import Entry, Journal, Kind
from goedwerk_tui.tui.resume import where_to_tell
from goedwerk_tui.tui.routes import TextRoute, WriteRoute
from goedwerk_tui.tui.screens.day import DayScreen
from goedwerk_tui.tui.screens.list_screen import Beginning, ListingScreen
from goedwerk_tui.tui.screens.writing import WritingScreen
from goedwerk_tui.tui.shell import MOVING

_EMPTY = "Nog geen voornemens. Afsluitingen en opdrachten zetten ze hier."


class IntentionsScreen(ListingScreen):
    """The list of intentions, those first that wait to be told about."""

    heading = "Voornemens"
    BEGINNING = Beginning("Schrijf er zelf een op", "n", "screen.new")

    HELP_TEXT = """
Wat je je voornam. Op de dag die je koos, en anders na twee weken, vraagt het programma één keer hoe het ging. Daarna
vraagt het niet meer, tenzij je een andere dag kiest of het voornemen anders verwoordt.

**Enter** laat alles lezen: het voornemen, en wat je er later over vertelde. **n** schrijft een nieuw voornemen op.
**h** vertelt hoe het ging. **e** verwoordt het anders; wat er stond blijft bij de versies. **a** kiest een andere dag.
**k** zet een punt achter het voornemen, of neemt het weer op. **s** maakt er een strategie van, voor als het iets is
dat je vaker wilt doen.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("n", "new", "nieuw", tooltip="Schrijf een voornemen op"),
        Binding("h", "tell_how", "vertel", tooltip="Vertel hoe het ging"),
        Binding("e", "edit", "wijzig", tooltip="Verwoord het voornemen anders"),
        Binding("a", "day", "andere dag", tooltip="Kies wanneer het programma vraagt hoe het ging"),
        Binding("k", "end", "klaar", tooltip="Zet een punt achter het voornemen"),
        Binding("k", "take_up", "weer op", tooltip="Neem het voornemen weer op, voor twee weken"),
        Binding("s", "strategy", "strategie", tooltip="Maak er een strategie van, en sluit het voornemen af"),
        Binding("escape", "dismiss", "sluit"),
    ]

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__()
        self._found: tuple[Intention, ...] = ()

    @property
    def _in_front(self) -> Intention | None:
        return next((each for each in self._found if each.entry.id == self.option_in_front), None)

    def show(self) -> None:
        """Show the intentions as they stand."""
        self._found = found = intentions.intentions(self.workspace.journal, self.today)
        width = max(self.shell.size.width - 8, 30)
        waiting = sum(each.stand is Stand.DUE for each in found)
        more = f" {about_waiting(waiting)}." if waiting else ""
        shown = f"{how_many(len(found), 'voornemen', 'voornemens')}.{more}"
        self.fill([Option(_line(each, width), id=each.entry.id) for each in found], shown if found else _EMPTY)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done with the intention in front."""
        if action == "new":
            return not self.workspace.read_only
        if action not in ("tell_how", "edit", "day", "end", "take_up", "strategy"):
            return True
        intention = self._in_front
        if intention is None or self.workspace.read_only:
            return False
        ended = intention.stand is Stand.ENDED
        return ended if action == "take_up" else not ended if action in ("day", "end") else True

    @on(OptionList.OptionSelected)
    def _read(self) -> None:
        intention = self._in_front
        if intention is not None:
            self.shell.open(TextRoute("Voornemen", _whole(intention)))

    def action_new(self) -> None:
        """Open a page for a new intention."""
        self.shell.open(WriteRoute(kind=Kind.INTENTION))

    def action_tell_how(self) -> None:
        """Open where one tells how it went."""
        intention = self._in_front
        if intention is not None:
            self.shell.open(where_to_tell(intention, self.workspace))

    def action_edit(self) -> None:
        """Open the intention to word it otherwise."""
        intention = self._in_front
        if intention is not None:
            self.shell.open(WriteRoute(entry=intention.entry.id))

    @work(group=MOVING)
    async def action_day(self) -> None:
        """Ask for the day on which to ask back."""
        intention = self._in_front
        if intention is None:
            return
        day = await self.shell.ask(DayScreen("Op welke dag wil je terugkijken?", self.today))
        if day:
            self._decide(
                intention.entry,
                lambda journal: intentions.choose_day(journal, intention.entry.id, day),
                f"Op {long_date(day)} vraagt het programma hoe het ging met {named(intention.entry.text)}.",
            )

    def action_end(self) -> None:
        """Ask no more about the intention in front."""
        intention, today = self._in_front, self.today
        if intention is not None:
            self._decide(
                intention.entry,
                lambda journal: intentions.end(journal, intention.entry.id, today),
                f"Er staat een punt achter {named(intention.entry.text)}. Het voornemen blijft in je dagboek.",
            )

    def action_take_up(self) -> None:
        """Take up again the intention in front."""
        intention, today = self._in_front, self.today
        day = long_date(today + intentions.USUAL_WAIT)
        if intention is not None:
            self._decide(
                intention.entry,
                lambda journal: intentions.take_up(journal, intention.entry.id, today),
                f"{named(intention.entry.text)} is weer opgenomen. Het programma vraagt op {day} hoe het ging.",
            )

    def action_strategy(self) -> None:
        """Keep the words in front as a strategy too."""
        intention, today, pack = self._in_front, self.today, self.workspace.pack.programme.id
        if intention is not None:
            self._decide(
                intention.entry,
                lambda journal: intentions.make_strategy(journal, intention.entry.id, pack, today),
                f"{named(intention.entry.text)} staat nu bij je strategieën. Het voornemen zelf is afgesloten.",
            )

    def _decide(self, entry: Entry, change: Callable[[Journal], object], said: str) -> None:
        """Change an intention and say so; ctrl+z has it as it was, and a strategy that was made of it in the trash."""
        strategies = {each.id for each in self.workspace.journal.newest_first(kinds={Kind.STRATEGY})}

        def as_before(journal: Journal) -> None:
            journal.change(entry.id, entry.text, data=entry.data or {})
            for each in journal.newest_first(kinds={Kind.STRATEGY}):
                if intentions.made_from(each) == entry.id and each.id not in strategies:
                    journal.trash(each.id)

        self.shell.act(
            change,
            said,
            lambda journal: journal.apply(as_before),
            "Het voornemen staat weer zoals het stond.",
            offer="Met ctrl+z is het weer zoals het was.",
        )


class IntentionScreen(WritingScreen):
    """A page for an intention of one's own."""

    HELP_TEXT = "Schrijf je voornemen. **Esc** bewaart en gaat terug. Een leeg voornemen wordt niet bewaard."

    def _words(self) -> str:
        return "Wat ga je doen, en wanneer? Het lukt vaker als je schrijft: als dit gebeurt, dan doe ik dat."


def _stand(intention: Intention) -> str:
    if intention.stand is Stand.DUE:
        return "wacht op ‘kreeg je antwoord?’" if intention.signal else "wacht op ‘hoe ging het?’"
    if intention.stand is Stand.COMING:
        return f"komt terug op {short_date(intention.day)}"
    if intention.stand is Stand.TOLD:
        return f"verteld op {short_date(local(intention.came_of_it[0].created).date())}"
    return f"afgesloten op {short_date(intention.day)}"


def _line(intention: Intention, width: int) -> Content:
    sign = "▸ " if intention.stand is Stand.DUE else "  "
    origin = f" · {origin_line(intention.entry)}" if intention.entry.origin else ""
    text, about = shorten(intention.entry.text, width), shorten(_stand(intention) + origin, width)
    return Content.assemble(sign, (text, "bold"), "\n  ", (about, "$muted"))


def _whole(intention: Intention) -> str:
    parts = [intention.entry.text, _stand(intention).capitalize() + "."]
    parts += [f"{long_date(local(each.created).date())}\n{each.text}" for each in reversed(intention.came_of_it)]
    return "\n\n".join(parts)
