"""A scale on screen: the item in front with its poles, and below it all items with their dots."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Click
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from goedwerk_tui.base.text import shorten
from goedwerk_tui.guidance.exercises.scale import Dot, Item, Scale
from goedwerk_tui.guidance.exercises.work import Line
from goedwerk_tui.tui.exercises.widget import ExerciseWidget
from goedwerk_tui.tui.workarounds.lists import MarkedList


class ScaleWidget(ExerciseWidget[Scale]):
    """Shows a scale."""

    HELP_TEXT = """
Met een **cijfer** zet je wat gemarkeerd is op de schaal; daarna komt vanzelf het volgende dat nog geen plek heeft. Met
**↑** en **↓** ga je naar een andere regel, met **0** haal je een plek weer weg. **o** schrijft erbij waarom, als de
opdracht daarnaar vraagt. **u** zet de laatste zet terug.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("o,enter", "because", "omdat", tooltip="Schrijf erbij waarom"),
        Binding("a", "add", "eigen regel", tooltip="Voeg iets van jezelf toe"),
        Binding("u", "screen.undo", "zet terug", tooltip="Maak de laatste zet ongedaan"),
        *(Binding(str(digit), f"place({digit})", show=False) for digit in range(10)),
    ]

    _placed = ""
    """The id of the item that was placed last."""

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
        yield MarkedList(id="items")

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
    def _item(self) -> Item | None:
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
                items.add_option(Option(Content.styled(group, "bold"), disabled=True))
            items.add_option(Option(self._line(item), id=item.id))
        if front:
            self._mark(front.id)
        elif self.work.items:
            self._mark(self.work.items[0].id)
        self._draw_item()

    def _line(self, item: Item) -> Content:
        pair = "" if item.low == self.work.low else f"  ({item.low} – {item.high})"
        text = shorten(item.text, max(self.screen.size.width - len(pair) - self.work.points - 8, 20))
        return Content.assemble(f" {_dots(item.at, self.work.points)}  ", text, (pair, "$muted"))

    @on(OptionList.OptionHighlighted)
    def _draw_item(self) -> None:
        item = self._item
        if item is None:
            nothing = "Lees eerst een casus; dan staat die hier." if not self.work.own_item else "Met a begin je."
            self.query_one("#item-text", Static).update(Content(nothing))
            return
        self.query_one("#item-text", Static).update(Content(item.text))
        self.query_one("#low", Static).update(Content(item.low))
        self.query_one("#high", Static).update(Content(item.high))
        for point in self.query(".point").results(Static):
            point.update(Content(f"[{point.name}]" if point.name == str(item.at) else f" {point.name} "))
        because = f"{self.work.because} {item.because}" if item.because else ""
        self.query_one("#item-because", Static).update(Content(because))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what this scale knows."""
        if action == "because":
            return bool(self.work.because) and not self.read_only
        if action == "add":
            return bool(self.work.own_item) and not self.read_only
        return True

    def action_place(self, digit: int) -> None:
        """Place the item in front, and go to the next that has no place."""
        item = self._item
        if item is None or digit > self.work.points:
            return
        first_time = not item.at
        self._placed = item.id
        if self.move(self.work.place(item.id, digit)) and digit and first_time:
            self._mark(self.work.next_open(item.id))

    def on_click(self, event: Click) -> None:
        """Let the mouse place the item in front."""
        if event.widget is not None and event.widget.has_class("point"):
            self.action_place(int(event.widget.name or 0))

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if self.work.because:
            self.action_because()

    def action_because(self) -> None:
        """Write why an item stands where it does: the one in front, or the one that was placed last."""
        item = self._item
        if item is not None and not item.at and self._placed:
            item = self.work.item(self._placed)
        if item is None or not item.at:
            self.notify("Kies eerst een plaats.", timeout=3, markup=False)
            return
        asks = f"{item.text}\n{self.work.because}"
        self.ask(Line(move="explain", asks=asks, to=(item.id,), text=item.because))

    def action_add(self) -> None:
        """Add something of one's own."""
        self.ask(Line(move="add", asks=self.work.own_item))

    def show_line(self, line: Line) -> None:
        """Bring what was added to the front."""
        if line.move == "add":
            self._mark(self.work.items[-1].id)

    @staticmethod
    def result(work: Scale, before: Scale | None) -> Content:
        """Return each item's dot, by group, with where it was the time before."""
        parts: list[Content] = []
        for group, dots in work.picture(before):
            if not dots:
                continue
            lines = [Content.styled(group, "bold")] if group else []
            lines += [_picture(dot, work) for dot in dots]
            parts.append(Content("\n").join(lines))
        moved = "\n○ is waar het de vorige keer stond" if before else ""
        poles = f"links {work.low}, rechts {work.high}" if work.low and work.high and not _pairs(work) else ""
        parts.append(Content.styled(poles + moved, "$muted"))
        because = [f"{item.text}: {work.because} {item.because}" for item in work.items if item.because]
        return Content("\n\n").join([*parts, *(Content(each) for each in because)])


def _dots(at: int, points: int, was: int = 0) -> str:
    return "".join("●" if n == at else "○" if n == was else "·" for n in range(1, points + 1))


def _pairs(work: Scale) -> bool:
    return any(item.low != work.low for item in work.items)


def _picture(dot: Dot, work: Scale) -> Content:
    pair = f"  ({dot.low} – {dot.high})" if dot.low != work.low else ""
    return Content.assemble(f"  {_dots(dot.at, work.points, dot.was)}  {dot.text}", (pair, "$muted"))
