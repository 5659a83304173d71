"""A sort on screen: one card at a time, and the columns one by one; from 110 columns the whole board."""

from datetime import date

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.widgets.option_list import Option

from goedwerk_tui.base.text import quoted, shorten
from goedwerk_tui.guidance.exercises.own_ids import is_own
from goedwerk_tui.guidance.exercises.sort import ShownColumn, Sort
from goedwerk_tui.guidance.exercises.state import Line, Sitting
from goedwerk_tui.tui.exercises.widget import ExerciseWidget, Rows, TakenOut
from goedwerk_tui.tui.widgets.row import Row


class ColumnList(Rows):
    """The cards of one column."""

    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("left", "aside(-1)", "vorige", tooltip="Ga naar de vorige kolom"),
        Binding("right", "aside(1)", "volgende", tooltip="Ga naar de volgende kolom"),
    ]

    class Aside(Message):
        """The person goes to the column beside this one."""

        def __init__(self, by: int) -> None:
            """Keep the direction."""
            super().__init__()
            self.by = by

    def action_aside(self, by: int) -> None:
        """Tell that the person goes aside."""
        self.post_message(self.Aside(by))


class SortWidget(ExerciseWidget[Sort], can_focus=True):
    """Shows a sort."""

    HELP_TEXT = """
Met een **cijfer** leg je de kaart die voor je ligt in een kolom; de volgende kaart komt vanzelf. **Spatie** schuift een
kaart onder op de stapel, **ctrl+z** zet de laatste zet terug. **F3** toont de kolommen; daar ga je met **←** en **→**
van de ene naar de andere, en een cijfer verplaatst de kaart waar je op staat. **0** legt die terug op de stapel. Kunnen
kaarten botsen, dan wijst **Enter** er twee aan, de ene na de andere.

Voor een kaart van jezelf begin je te typen. **F4** verwoordt zo’n kaart anders, **Del** haalt hem weg.

Met de muis sleep je een kaart naar een kolom; een klik op de kop van een kolom legt de kaart die voor ligt daar neer.

Een aantal bij een kolom is een hulp om te kiezen. Er mag te veel of te weinig liggen zolang je bezig bent.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("space", "later", "later", tooltip="Leg deze kaart onder op de stapel"),
        Binding("f3", "review", "kolommen", tooltip="Loop de kolommen na, of ga terug"),
        Binding("enter", "collide", "botst", tooltip="Kies twee kaarten die botsen, de ene na de andere"),
        Binding("f4", "reword", "wijzig", tooltip="Verander de woorden van een eigen kaart"),
        Binding("delete", "throw_out", "weg", tooltip="Haal een kaart van jezelf weg"),
        *(Binding(str(digit), f"place({digit})", show=False) for digit in range(10)),
    ]

    def __init__(self, sitting: Sitting, today: date, *, read_only: bool = False) -> None:
        """Take the sitting, and the day in local time."""
        super().__init__(sitting, today, read_only=read_only)
        self._front = 0
        self._colliding = ""
        self._held: str | None = None
        """The card that the mouse has hold of."""
        self._drawn: dict[str, list[tuple[str, str]]] = {}

    def compose(self) -> ComposeResult:
        """Lay the card above the columns to choose from, and the board below."""
        with Vertical(id="card"):
            yield Static("", id="card-text", markup=False)
            yield Static("", id="card-note", markup=False)
            with Vertical(id="choices"):
                for number, column in enumerate(self.work.columns, 1):
                    yield Row(name=str(number), id=f"choice-{column.id}")
        with Horizontal(id="board"):
            for column in self.work.columns:
                with Vertical(classes="column", id=f"column-{column.id}"):
                    yield Static("", classes="column-head", markup=False)
                    yield ColumnList(name=column.id, classes="-quiet")
        yield Static("", id="legend", markup=False)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the card under the mouse."""
        self._held = self._card_at(event)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Lay the card that was dragged in the column where it is let go; a click on the head of one moves the card
        at hand."""
        held, self._held = self._held, None
        column = self._column_at(event)
        if column is None or event.widget is None:
            return
        if held and self.work.card(held).column != column:
            self.move(self.work.place(held, column))
        elif held is None and event.widget.has_class("column-head") and (card := self._card_at_hand()):
            self.move(self.work.place(card, column))

    def _card_at(self, event: events.MouseEvent) -> str | None:
        """The id of the card that the mouse points at."""
        if isinstance(event.widget, ColumnList):
            number = event.style.meta.get("option")
            return event.widget.get_option_at_index(number).id if number is not None else None
        in_front = event.widget is not None and event.widget.id in ("card-text", "card-note")
        return self.work.pile[0].id if in_front and self.work.pile else None

    def _column_at(self, event: events.MouseEvent) -> str | None:
        """The id of the column that the mouse points at."""
        above = event.widget.ancestors_with_self if event.widget else ()
        column = next((each.id for each in above if each.id and each.has_class("column")), None)
        return column.removeprefix("column-") if column else None

    def on_mount(self) -> None:
        """Show the state."""
        self.draw()

    def draw(self) -> None:
        """Show the card in front, and the columns."""
        pile = self.work.pile
        words, note = self._in_front()
        self.query_one("#card-text", Static).update(Content(words))
        self.query_one("#card-note", Static).update(Content(note))
        for number, column in enumerate(self.work.columns, 1):
            self._draw_column(number, column)
        self.set_class(not pile, "-laid")
        self._bring_forward()

    def _in_front(self) -> tuple[str, str]:
        pile = self.work.pile
        if pile:
            return pile[0].text, pile[0].note
        if not self.work.cards:
            return self.work.own_card, "Begin te typen, dan schrijf je een kaart."
        rest = f" {self.work.open}." if self.work.open else ""
        more = " Typ, en je schrijft er nog een kaart bij." if self.work.own_card else ""
        return "Alle kaarten liggen.", f"F3 loopt de kolommen na, ctrl+s rondt af.{more}{rest}"

    def _count(self, column: ShownColumn) -> str:
        laid = len(self.work.lying(column.id))
        return f"{laid} van {column.quota}" if column.quota else str(laid)

    def _draw_column(self, number: int, column: ShownColumn) -> None:
        """Show a column, if it is another than it was: a card a second should not lay out all of them."""
        bumping = {card for pair in self.work.collisions for card in pair}
        cards = [
            (card.id, f"{'▸' if card.id == self._colliding else '×' if card.id in bumping else ' '} {card.text}")
            for card in self.work.lying(column.id)
        ]
        if self._drawn.get(column.id) == cards:
            return
        self._drawn[column.id] = cards
        count = self._count(column)
        self.query_one(f"#choice-{column.id}", Row).tell(f"{number}  {column.name}", count)
        head = self.query_one(f"#column-{column.id} .column-head", Static)
        below = f"\n  {count}\n" if self.screen.has_class("-wide") else f"  {count}"
        head.update(Content.assemble((f"{number} {column.name}", "bold"), (below, "$muted not underline")))
        listing = self.query_one(f"#column-{column.id} ColumnList", ColumnList)
        at = listing.highlighted
        listing.set_options(Option(Content(words), id=card) for card, words in cards)
        if cards:
            listing.highlighted = min(at or 0, len(cards) - 1)

    def _bring_forward(self) -> None:
        for number, column in enumerate(self.work.columns):
            self.query_one(f"#column-{column.id}").set_class(number == self._front, "-front")

    @property
    def _reviewing(self) -> ColumnList | None:
        """The column that has the focus."""
        return next((each for each in self.query(ColumnList) if each.has_focus), None)

    def _card_at_hand(self) -> str | None:
        """The id of the card that a key is about: the marked one in a column, else the one in front."""
        column = self._reviewing
        if column is not None:
            return column.highlighted_option.id if column.highlighted_option else None
        return self.work.pile[0].id if self.work.pile else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what this sort knows."""
        if action in ("reword", "throw_out"):
            card = self._card_at_hand()
            return card is not None and is_own(card) and not self.read_only
        if action == "collide":
            return bool(self.work.colliding) and self._reviewing is not None
        if action == "later":
            return self._reviewing is None
        return True

    def action_place(self, digit: int) -> None:
        """Lay the card at hand in the column with this number; 0 is the pile."""
        card = self._card_at_hand()
        if card is None or self.read_only:
            return
        if digit > len(self.work.columns):
            last = len(self.work.columns)
            self.notify(f"Hier leg je met 1–{last}; 0 legt de kaart terug op de stapel.", timeout=4, markup=False)
            self.tell_digit(digit)
            return
        self.moved_by_digit(digit, self.work.place(card, self.work.columns[digit - 1].id if digit else ""))

    @on(Row.Chosen)
    def _clicked(self, event: Row.Chosen) -> None:
        event.stop()
        if card := self._card_at_hand():
            self.move(self.work.place(card, self.work.columns[int(event.row.name or 1) - 1].id))

    def action_later(self) -> None:
        """Put the card in front under the pile."""
        self.move(self.work.later())

    def action_review(self) -> None:
        """Go through the columns, or back to the card."""
        self.toggle_class("-review")
        self.begin()

    def _to_column(self, number: int) -> None:
        self._front = number % len(self.work.columns)
        self._bring_forward()
        column = self.work.columns[self._front]
        self.call_after_refresh(self.query_one(f"#column-{column.id} ColumnList").focus)

    @on(ColumnList.Aside)
    def _aside(self, event: ColumnList.Aside) -> None:
        event.stop()
        self._to_column(self._front + event.by)

    def on_focus(self) -> None:
        """Be at the pile again when the mouse went there."""
        self.remove_class("-review")

    def on_descendant_focus(self) -> None:
        """Be in the columns when the mouse went there."""
        column = self._reviewing
        if column is not None:
            self.add_class("-review")
            self._front = [each.id for each in self.work.columns].index(column.name or "")
            self._bring_forward()
        self._tell_card()

    @on(ColumnList.OptionHighlighted)
    def _tell_card(self) -> None:
        """Say what the card under the cursor means, and where a digit takes it."""
        card_id = self._card_at_hand()
        names = " · ".join(f"{number} {column.name}" for number, column in enumerate(self.work.columns, 1))
        where = f"Een cijfer verplaatst de kaart: {names} · 0 stapel"
        if self._colliding:
            first = shorten(self.work.card(self._colliding).text, 60)
            where = f"{quoted(first)} {self.work.colliding} …: ga naar de andere kaart en druk op Enter."
        if card_id is not None:
            card = self.work.card(card_id)
            where = "\n".join([f"{card.text}: {card.note}" if card.note else card.text, where])
        self.query_one("#legend", Static).update(Content(where))
        self.refresh_bindings()

    @property
    def place(self) -> tuple[str, ...]:
        """The card that is marked in the columns; nothing at the pile."""
        column = self.query_one(f"#column-{self.work.columns[self._front].id} ColumnList", ColumnList)
        card = column.highlighted_option if self.has_class("-review") else None
        return (card.id,) if card and card.id else ()

    def go_to(self, place: tuple[str, ...]) -> None:
        """Mark a card in the columns; ``begin`` goes there."""
        for number, column in enumerate(self.work.columns):
            for at, card in enumerate(self.work.lying(column.id)):
                if place == (card.id,):
                    self._front = number
                    self.add_class("-review")
                    self.query_one(f"#column-{column.id} ColumnList", ColumnList).highlighted = at

    def begin(self) -> None:
        """Take the focus: in the columns where the person was there, else at the card in front."""
        if self.has_class("-review"):
            self._to_column(self._front)
        else:
            self.focus()

    def begin_text(self, typed: str) -> bool:
        """Write a card of one's own."""
        if self.work.own_card:
            self.ask(Line(move="add", asks=self.work.own_card, typed=typed))
        return bool(self.work.own_card)

    def action_reword(self) -> None:
        """Change the words of a card of one's own."""
        card_id = self._card_at_hand()
        if card_id is not None and is_own(card_id):
            card = self.work.card(card_id)
            self.ask(Line(move="rename", asks=self.work.own_card, to=(card.id,), text=card.text))

    def action_throw_out(self) -> None:
        """Take a card of one's own away."""
        card_id = self._card_at_hand()
        words = self.work.card(card_id).text if card_id else ""
        if card_id is not None and self.move(self.work.remove(card_id)):
            self.post_message(TakenOut(words, "ligt de kaart er weer"))

    def action_collide(self) -> None:
        """Mark the first of two colliding cards, and then the other."""
        card = self._card_at_hand()
        if card is None:
            return
        if not self._colliding:
            self._colliding = card
            self.draw()
            self._tell_card()
            return
        first, self._colliding = self._colliding, ""
        if not self.move(self.work.collide(first, card)):
            self.draw()
        self._tell_card()
