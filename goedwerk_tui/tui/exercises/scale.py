"""A scale on screen: the item in front with its poles, and below it all items with their dots."""

from collections.abc import Callable
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Click
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from goedwerk_tui.base.text import shorten
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.guidance.exercises.own_ids import is_own
from goedwerk_tui.guidance.exercises.scale import PlacedItem, Scale
from goedwerk_tui.guidance.exercises.state import Line
from goedwerk_tui.tui.exercises.widget import ExerciseWidget, Rows, TakenOut
from goedwerk_tui.tui.widgets.headings import heading


class ScaleWidget(ExerciseWidget[Scale]):
    """Shows a scale."""

    HELP_TEXT = """
Met een **cijfer** zet je de regel met de balk op de schaal; daarna komt vanzelf de volgende die nog geen plek heeft.
Met **↑** en **↓** ga je naar een andere regel, met **0** haal je een plek weer weg. **Enter** schrijft erbij waarom,
als de opdracht daarnaar vraagt. Vraagt de opdracht iets van jezelf, dan begin je gewoon te typen; **F4** verwoordt
zo’n regel anders en **Del** haalt hem weg. **ctrl+z** zet de laatste zet terug.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("enter", "because", "omdat", tooltip="Schrijf erbij waarom"),
        Binding("f4", "reword", "wijzig", tooltip="Verander de woorden van een eigen regel"),
        Binding("delete", "throw_out", "weg", tooltip="Haal een eigen regel weg"),
        *(Binding(str(digit), f"place({digit})", show=False) for digit in range(10)),
    ]

    _placed = _came_to = ""
    """The ids of the item that was placed last, and of the one that came in front by that."""

    def compose(self) -> ComposeResult:
        """Lay the item in front above all items."""
        with Vertical(id="item"):
            yield Static("", id="item-text", markup=False)
            with Horizontal(id="poles"):
                yield Static("", id="low", markup=False)
                for point in range(1, self.work.points + 1):
                    yield Static(Content(f" {point} "), name=str(point), id=f"point-{point}", classes="point")
                yield Static("", id="high", markup=False)
            yield Static("", id="item-because", markup=False)
        yield Rows(id="items")

    def on_mount(self) -> None:
        """Begin at the first item without a place."""
        self.draw()
        if self.work.items:
            first = next((item.id for item in self.work.items if not item.at), self.work.items[0].id)
            self._mark(first)

    def begin(self) -> None:
        """Take the focus."""
        self.query_one("#items").focus()

    @property
    def _items(self) -> OptionList:
        return self.query_one("#items", OptionList)

    @property
    def _item(self) -> PlacedItem | None:
        option = self._items.highlighted_option
        return self.work.item(option.id) if option and option.id else None

    def _mark(self, item_id: str) -> None:
        self._items.highlighted = self._items.get_option_index(item_id)

    def draw(self) -> None:
        """Show all items, with the same one in front."""
        front = self._item
        items = self._items
        items.clear_options()
        group = ""
        for item in self.work.items:
            if item.group != group:
                group = item.group
                items.add_option(heading(group))
            items.add_option(Option(self._line(item), id=item.id))
        if front:
            self._mark(front.id)
        elif self.work.items:
            self._mark(self.work.items[0].id)
        self._draw_item()

    def _line(self, item: PlacedItem) -> Content:
        pair = "" if item.low == self.work.low else f"  ({item.low} – {item.high})"
        text = shorten(item.text, max(self.screen.size.width - len(pair) - self.work.points - 8, 20))
        return Content.assemble(f" {_dots(item.at, self.work.points)}  ", text, (pair, "$muted"))

    @on(OptionList.OptionHighlighted)
    def _draw_item(self) -> None:
        item = self._item
        if item is None:
            nothing = "Kies eerst iets in een casus; dan staat die hier."
            if self.work.own_item:
                nothing += f" Of schrijf iets van jezelf. {self.work.own_item}"
            self.query_one("#item-text", Static).update(Content(nothing))
            return
        self.query_one("#item-text", Static).update(Content(item.text))
        self.query_one("#low", Static).update(Content(item.low))
        self.query_one("#high", Static).update(Content(item.high))
        for point in self.query(".point").results(Static):
            point.update(Content(f"[{point.name}]" if point.name == str(item.at) else f" {point.name} "))
        because = f"{self.work.because} {item.because}" if item.because else ""
        chose = f"Je koos: {item.about}" if item.about else ""
        self.query_one("#item-because", Static).update(Content("\n".join(each for each in (chose, because) if each)))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what this scale knows."""
        if action == "because":
            return bool(self.work.because) and not self.read_only
        if action in ("reword", "throw_out"):
            return self._item is not None and is_own(self._item.id) and not self.read_only
        return True

    def undone(self, before: Work) -> None:
        """Go back to the item that differs."""
        self.draw()
        was = {item.id: item for item in before.items} if isinstance(before, Scale) else {}
        differs = next((item.id for item in self.work.items if was.get(item.id) != item), None)
        if differs:
            self._mark(differs)

    def action_place(self, digit: int) -> None:
        """Place the item in front, and go to the next that has no place."""
        if digit > self.work.points:
            self.notify(f"Hier kies je met 1–{self.work.points}; 0 laat het open.", timeout=4, markup=False)
            self.tell_digit(digit)
        else:
            self._place(digit, partial(self.moved_by_digit, digit))

    def _place(self, point: int, move: Callable[[Scale], bool]) -> None:
        item = self._item
        if item is None or self.read_only:
            return
        first_time = not item.at
        self._placed = item.id
        if move(self.work.place(item.id, point)) and point and first_time:
            self._mark(self.work.next_open(item.id))
        self._came_to = self._item.id if self._item else ""

    def on_click(self, event: Click) -> None:
        """Let the mouse place the item in front."""
        if event.widget is not None and event.widget.has_class("point"):
            self._place(int(event.widget.name or 0), self.move)

    @property
    def in_vain(self) -> str:
        """What is said of what is typed where nothing is to be written yet."""
        return "Kies eerst een plaats." if self.work.because else super().in_vain

    def begin_text(self, typed: str) -> bool:
        """Write something of one's own, or why the item in front stands where it does."""
        if self.work.own_item:
            self.ask(Line(move="add", asks=self.work.own_item, typed=typed))
            return True
        return bool(self.work.because) and self._explain(typed)

    def action_because(self) -> None:
        """Write why an item stands where it does: the one in front, or the one that was placed when that came there."""
        if not self._explain(""):
            self.notify("Kies eerst een plaats.", timeout=3, markup=False)

    def _explain(self, typed: str) -> bool:
        """Ask why an item stands where it does, where it has a place; returns whether it has."""
        item = self._item
        if item is not None and not item.at and self._placed and item.id == self._came_to:
            item = self.work.item(self._placed)
        if item is None or not item.at:
            return False
        asks = f"{item.text}\n{self.work.because}"
        self.ask(Line(move="explain", asks=asks, to=(item.id,), text=item.because, typed=typed))
        return True

    def action_reword(self) -> None:
        """Change the words of an item of one's own."""
        item = self._item
        if item is not None and is_own(item.id):
            self.ask(Line(move="rename", asks=self.work.own_item, to=(item.id,), text=item.text))

    def action_throw_out(self) -> None:
        """Take an item of one's own out."""
        item = self._item
        if item is not None and self.move(self.work.remove(item.id)):
            self.post_message(TakenOut(item.text, "staat het er weer"))

    @property
    def place(self) -> tuple[str, ...]:
        """The item in front."""
        return (self._item.id,) if self._item else ()

    def go_to(self, place: tuple[str, ...]) -> None:
        """Put an item in front."""
        for item in self.work.items:
            if place == (item.id,):
                self._mark(item.id)

    def show_line(self, line: Line, *, goes_on: bool) -> None:
        """Bring what was added to the front, or what comes after what was explained."""
        if line.move == "add":
            self._mark(self.work.items[-1].id)
        elif line.move == "explain" and goes_on:
            self._mark(self.work.next_open(*line.to))


def _dots(at: int, points: int) -> str:
    return "".join("●" if n == at else "·" for n in range(1, points + 1))
