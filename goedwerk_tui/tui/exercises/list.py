"""A list on screen: an open line for something new, the items, what is said of one, and the force field beside it."""

from typing import Any

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from goedwerk_tui.base.text import clean, shorten
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.guidance.exercises.list import WEIGHTS, ItemList, ListedItem, ShownAttribute
from goedwerk_tui.guidance.exercises.state import Line
from goedwerk_tui.guidance.insight.results import picture_of
from goedwerk_tui.tui.exercises.list_table import ListTable
from goedwerk_tui.tui.exercises.widget import ExerciseWidget, Rows, StateChanged
from goedwerk_tui.tui.widgets.drawing import drawn_groups
from goedwerk_tui.tui.widgets.editor import LineEditor
from goedwerk_tui.tui.widgets.row import Row

_BESIDE_ROWS = 3
"""Columns beside the rows: the mark of the one in front, and some air."""
_LEAST_ROOM = 30
_UNDER, _APART = "   ", "  "
"""Before what can be chosen on lines of its own, and between two of those."""


class OpenLine(LineEditor):
    """The line on which something new is written; several pasted lines are several items."""

    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("down", "app.focus_next", "naar de lijst", key_display="↓", tooltip="Ga naar wat er al staat"),
    ]

    class Pasted(Message):
        """Several lines were pasted."""

        def __init__(self, text: str) -> None:
            """Keep them."""
            super().__init__()
            self.text = text

    def on_paste(self, event: events.Paste) -> None:
        """Take in one line, or give several to the list."""
        lines = [line for line in clean(event.text).split("\n") if line.strip()]
        if len(lines) > 1:
            event.prevent_default()
            event.stop()
            before, after = self.value[: self.cursor_position], self.value[self.cursor_position :]
            self.post_message(self.Pasted("\n".join([before + lines[0], *lines[1:-1], lines[-1] + after])))
        else:
            super().on_paste(event)


class AttributeRow(Row):
    """What is said of the item in front, with what can be chosen; on lines of its own where that is long."""

    def __init__(self, number: int, attribute: ShownAttribute) -> None:
        """Take the attribute and the digit that says it."""
        super().__init__(name=str(number), id=f"attribute-{attribute.id}")
        self._label = f"{number}  {attribute.label}"
        self._attribute = attribute
        self._value = ""

    def show_value(self, value: str) -> None:
        """Show what is said."""
        self._value = value
        self.refresh(layout=True)

    def _said(self) -> str:
        one = self._attribute
        if one.type == "choice":
            return _APART.join(f"{'●' if option == self._value else '○'} {words}" for option, words in one.options)
        if one.type == "weight":
            return "  ".join(f"{'●' if str(weight) == self._value else '○'} {weight}" for weight in WEIGHTS)
        return one.shown(self._value) or "–"

    def _parts(self, width: int) -> list[str]:
        said = self._said()
        if len(self._label) + len(said) + 3 <= width:
            return [f"{self._label}   {said}"]
        if self._attribute.type == "choice":
            return [self._label, *self._options(width)]
        return [f"{self._label}   {shorten(said, max(width - len(self._label) - 3, 12))}"]

    def _options(self, width: int) -> list[str]:
        """Return what can be chosen, on as many lines as it takes: each is to be seen."""
        lines = [""]
        for option in self._said().split(_APART):
            longer = f"{lines[-1]}{_APART}{option}" if lines[-1] else option
            if len(longer) > width - len(_UNDER) and lines[-1]:
                lines.append(option)
            else:
                lines[-1] = longer
        return [_UNDER + line for line in lines]

    def get_content_height(self, container: Any, viewport: Any, width: int) -> int:
        """Return as many rows as it takes."""
        return len(self._parts(width))

    def render(self) -> Content:
        """Lay the label before what is said."""
        return Content("\n".join(self._parts(max(self.content_size.width, 1))))


class ListWidget(ExerciseWidget[ItemList]):
    """Shows a list."""

    HELP_TEXT = """
Typ op de bovenste regel en druk op **Enter**: dat staat dan in de lijst. Plak je meer regels tegelijk, dan worden het
er net zoveel. Met **↓** ga je de lijst in. Daar verandert **Enter** de woorden van een regel en haalt **Del** hem weg.
Met de **cijfers** zeg je wat eronder staat: telkens het volgende, of je schrijft het op. **ctrl+z** zet de laatste zet
terug. Bij een krachtenveld toont **F3** het beeld.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("enter", "reword_item", "verwoord", tooltip="Verander de woorden van deze regel"),
        Binding("delete", "throw_out", "weg", tooltip="Haal deze regel weg"),
        Binding("f3", "picture", "beeld", tooltip="Toon het beeld, of weer de lijst"),
        *(Binding(str(digit), f"say({digit})", show=False) for digit in range(1, 7)),
    ]

    def compose(self) -> ComposeResult:
        """Lay the open line above the list, what is said of one item below it, and the picture beside it."""
        with Horizontal(id="list"):
            with Vertical(id="list-side"):
                yield Static("", id="list-hint", markup=False)
                yield OpenLine(self.work.line, placeholder=self.work.asks, id="new-item", select_on_focus=False)
                yield Static("", id="items-head", markup=False)
                yield Rows(id="items")
                with Vertical(id="attributes"):
                    for number, attribute in enumerate(self.work.attributes, 1):
                        yield AttributeRow(number, attribute)
            with VerticalScroll(id="picture"):
                yield Static("", id="forces", markup=False)

    def on_mount(self) -> None:
        """Show the list."""
        self._new.disabled = self.read_only
        self.draw()

    def begin(self) -> None:
        """Take the focus."""
        (self._items if self.read_only else self._new).focus()

    @property
    def _items(self) -> Rows:
        return self.query_one("#items", Rows)

    @property
    def _new(self) -> OpenLine:
        return self.query_one("#new-item", OpenLine)

    @property
    def _item(self) -> ListedItem | None:
        option = self._items.highlighted_option
        return self.work.item(option.id) if option and option.id else None

    def draw(self) -> None:
        """Show the items, the one in front and the picture."""
        self._draw_items()
        self.query_one("#list-hint", Static).update(Content(self.work.hint or self.work.asks))
        with self.prevent(Input.Changed):
            if self._new.value != self.work.line:
                self._new.value = self.work.line
        self.set_class(bool(self.work.sides), "-sided")
        self._draw_picture()
        self._draw_item()

    def _draw_items(self) -> None:
        """Show the items in rows, with what is said of each in columns."""
        at = self._items.highlighted or 0
        table = ListTable(self.work, max(self._items.scrollable_content_region.width - _BESIDE_ROWS, _LEAST_ROOM))
        head = self.query_one("#items-head", Static)
        head.update(table.head())
        head.display = bool(self.work.items and self.work.attributes)
        self._items.set_options(Option(table.row(item), id=item.key) for item in self.work.items)
        if self.work.items:
            self._items.highlighted = min(at, len(self.work.items) - 1)

    def on_resize(self) -> None:
        """Draw the rows and the picture in their new room."""
        self.call_after_refresh(self._draw_items)
        self.call_after_refresh(self._draw_picture)

    def _draw_picture(self) -> None:
        if self.work.sides:
            forces = self.query_one("#forces", Static)
            forces.update(drawn_groups(picture_of(self.work, None), max(forces.content_size.width, 30)))

    @on(OptionList.OptionHighlighted)
    def _draw_item(self) -> None:
        item = self._item
        for one in self.work.attributes:
            row = self.query_one(f"#attribute-{one.id}", AttributeRow)
            row.show_value(item.values.get(one.id, "") if item else "")

    def undone(self, before: Work) -> None:
        """Go back to the item that differs."""
        self.draw()
        was = {item.key: item for item in before.items} if isinstance(before, ItemList) else {}
        differs = next((n for n, item in enumerate(self.work.items) if was.get(item.key) != item), None)
        if differs is not None:
            self._items.highlighted = differs

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what makes sense."""
        if action == "picture":
            return bool(self.work.sides)
        if action in ("reword_item", "throw_out"):
            return not self.read_only and self._items.has_focus and self._item is not None
        return not self.read_only

    def on_descendant_focus(self) -> None:
        """Offer what can be done here."""
        self.refresh_bindings()

    def begin_text(self, typed: str) -> None:
        """Write on the open line."""
        self._new.focus()
        self._new.value += typed
        self._new.cursor_position = len(self._new.value)

    @on(Input.Changed)
    def catch_up(self) -> None:
        """Follow what stands on the open line."""
        work = self.work.write(self._new.value)
        if not self.read_only and work != self.work:
            self.sitting.write_on(work)
            self.post_message(StateChanged())

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self._add(self._new.value)

    @on(OpenLine.Pasted)
    def _pasted(self, event: OpenLine.Pasted) -> None:
        self._add(event.text)

    def _add(self, text: str) -> None:
        if not text.strip():
            return
        number = len(self.work.items)
        self.move(self.work.add_each(text))
        if len(self.work.items) > number:
            self._items.highlighted = len(self.work.items) - 1
        else:
            self.notify("Dat staat er al.", timeout=3, markup=False)

    def action_reword_item(self) -> None:
        """Change the words of the item in front."""
        item = self._item
        if item is not None and not self.read_only:
            self.ask(Line(move="rename", asks=self.work.asks, to=(item.key,), text=item.text))

    def action_throw_out(self) -> None:
        """Take the item in front out."""
        item = self._item
        if item is not None and self.move(self.work.remove(item.key)):
            self.notify(f"‘{shorten(item.text, 60)}’ is weg. Met ctrl+z staat het er weer.", markup=False)

    def action_say(self, digit: int) -> None:
        """Say the next of what can be chosen of the item in front, or ask for the words."""
        item = self._item
        if item is None or digit > len(self.work.attributes):
            return
        one = self.work.attributes[digit - 1]
        if one.type in ("choice", "weight"):
            self.move(self.work.turn(item.key, one.id))
        else:
            asks, stands = f"{shorten(item.text, 70)}\n{one.label}", item.values.get(one.id, "")
            day = one.type == "date"
            self.ask(Line(move="say", asks=asks, to=(item.key, one.id), text=stands, hint=one.hint, day=day))

    @on(Row.Chosen)
    def _clicked(self, event: Row.Chosen) -> None:
        event.stop()
        self.action_say(int(event.row.name or 0))

    def action_picture(self) -> None:
        """Show the picture in place of the list, or the list again."""
        self.toggle_class("-picture")
        self.call_after_refresh(self._draw_picture)
        self.call_after_refresh(self.query_one("#picture" if self.has_class("-picture") else "#items").focus)
