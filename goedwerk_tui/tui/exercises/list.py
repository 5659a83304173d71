"""A list on screen: an open line for something new, the items, what is said of one, and the force field beside it."""

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from goedwerk_tui.base.text import behind, shorten, space_after
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.guidance.exercises.list import ItemList, ListedItem, ShownAttribute
from goedwerk_tui.guidance.exercises.state import Line
from goedwerk_tui.guidance.insight.results import picture_of
from goedwerk_tui.tui.exercises.list_fields import AttributeRow, ItemRows, OpenLine
from goedwerk_tui.tui.exercises.list_table import LONGEST_TEXT, ListTable, fill_in
from goedwerk_tui.tui.exercises.widget import ExerciseWidget, Rows, StateChanged, TakenOut, TypedBeside
from goedwerk_tui.tui.widgets.drawing import drawn_groups

_BESIDE_ROWS = 3
"""Columns beside the rows: the mark of the one in front, and some air."""
_LEAST_ROOM = 30


class ListWidget(ExerciseWidget[ItemList]):
    """Shows a list."""

    HELP_TEXT = """
Typ op de bovenste regel en druk op **Enter**: dat staat dan in de lijst. Plak je meer regels tegelijk, dan worden het
er net zoveel. Met **↓** ga je de lijst in. Daar opent **Enter** wat er bij een regel gevraagd wordt, één vraag
tegelijk: een **cijfer** kiest, of je schrijft het op, en **Enter** gaat verder. **Esc** gaat terug naar de lijst. Bij
een regel verandert **F4** de woorden en haalt **Del** hem weg. **ctrl+z** zet de laatste zet terug. Bij een
krachtenveld toont **F3** het beeld.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("enter", "fill_item", "vul in", tooltip="Ga naar wat er bij deze regel gevraagd wordt"),
        Binding("f4", "reword_item", "wijzig", tooltip="Verander de woorden van deze regel"),
        Binding("delete", "throw_out", "weg", tooltip="Haal deze regel weg"),
        Binding("f3", "picture", "beeld", tooltip="Toon het beeld, of weer de lijst"),
    ]

    _about_line: str = ""
    """What is said of what stands on the open line, where it was typed at a line of the list."""
    _came_back: tuple[str, ...] = ()
    """Where the person was before, until the focus is there."""
    _had_focus: Widget | None = None
    """Where the person is, or was last before going to what stands beside it."""

    def compose(self) -> ComposeResult:
        """Lay the open line above the list, what is said of one item below it, and the picture beside it."""
        with Horizontal(id="list"):
            with Vertical(id="list-side"):
                yield Static("", id="list-hint", markup=False)
                yield OpenLine(self.work.line, placeholder=self.work.asks, id="new-item", select_on_focus=False)
                yield Static("", id="items-head", markup=False)
                yield ItemRows(id="items")
                with VerticalScroll(id="attributes", can_focus=False):
                    yield Static("", id="whole-item", markup=False)
                    for attribute in self.work.attributes:
                        yield AttributeRow(attribute)
            with VerticalScroll(id="picture"):
                yield Static("", id="forces", markup=False)

    def on_mount(self) -> None:
        """Show the list."""
        self._new.disabled = self.read_only
        self.draw()

    def begin(self) -> None:
        """Take the focus: where the person was, else on the open line."""
        place, self._came_back = self._came_back, ()
        row = next((each for each in self._rows_around() if place[1:] == (each.attribute.id,)), None)
        if row is not None and not self.read_only:
            self._fill(row)
        else:
            (self._items if self.read_only or place else self._new).focus()

    @property
    def place(self) -> tuple[str, ...]:
        """The item in front with the field that is filled, or the item; nothing for the open line."""
        item, row = self._item, self._had_focus
        if item is None or row in (None, self._new):
            return ()
        return (item.key, row.attribute.id) if isinstance(row, AttributeRow) else (item.key,)

    def go_to(self, place: tuple[str, ...]) -> None:
        """Put an item in front; ``begin`` goes there, or to the field of it."""
        keys = [item.key for item in self.work.items]
        if place and place[0] in keys:
            self._items.highlighted, self._came_back = keys.index(place[0]), place

    @property
    def box(self) -> OpenLine:
        """The open line."""
        return self._new

    @property
    def shows_box(self) -> bool:
        """Whether the open line is in sight: the fields of an item have its room while they are filled."""
        hidden = self.has_class("-picture") and self.screen.has_class("-narrow")
        return not (hidden or isinstance(self._had_focus, AttributeRow))

    @property
    def _items(self) -> ItemRows:
        return self.query_one("#items", ItemRows)

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
                self._new.cursor_position = len(self.work.line)  # one goes on behind what came back
        self._about_line = self._about_line if self.work.line else ""
        self.set_class(bool(self.work.sides), "-sided")
        self._draw_picture()
        self._draw_item()

    @on(ItemRows.LeftAbove)
    def _go_to_open_line(self) -> None:
        if not self.read_only:
            self._new.focus()

    @on(Rows.Resized)
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
        """Draw the picture in its new room."""
        self.call_after_refresh(self._draw_picture)

    def _draw_picture(self) -> None:
        if self.work.sides:
            forces = self.query_one("#forces", Static)
            forces.update(drawn_groups(picture_of(self.work, None), max(forces.content_size.width, 30)))

    @on(OptionList.OptionHighlighted)
    def _draw_item(self) -> None:
        item = self._item
        asked = self.work.asked(item) if item else self.work.attributes
        # Whoever writes on the open line would take a field that is in sight for where that goes.
        from_above = self._new.has_focus
        told = self._told_above(item, len(asked)) if item and from_above else ""
        whole = self.query_one("#whole-item", Static)
        whole.update(Content(told or (item.text if item else "")))
        whole.display = bool(told) or (item is not None and not from_above and len(item.text) > LONGEST_TEXT)
        for one in self.work.attributes:
            row = self._row_of(one)
            row.display = one in asked and not from_above
            row.show_value(item.values.get(one.id, "") if item else "")
            row.disabled = item is None or self.read_only
        self.query_one("#attributes").display = any(each.display for each in self.query("#attributes > *"))

    def _told_above(self, item: ListedItem, asked: int) -> str:
        """Say what becomes of what stands on the open line, or what is asked of the item in front."""
        return self._about_line or fill_in(item, asked, len(self.work.unanswered(item)))

    def _row_of(self, one: ShownAttribute) -> AttributeRow:
        return self.query_one(f"#attribute-{one.id}", AttributeRow)

    def undone(self, before: Work) -> None:
        """Go back to the item that differs."""
        self.draw()
        was = {item.key: item for item in before.items} if isinstance(before, ItemList) else {}
        differs = next((n for n, item in enumerate(self.work.items) if was.get(item.key) != item), None)
        if differs is not None:
            self._items.highlighted = differs

    def _rows_around(self, left: AttributeRow | None = None) -> list[AttributeRow]:
        """Return the fields of the item in front that are asked, with the one that is left: that may just be gone."""
        asked = self.work.asked(self._item) if self._item else ()
        return [row for row in self.query(AttributeRow) if row.attribute in asked or row is left]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what makes sense."""
        if action == "picture":
            return bool(self.work.sides)
        if action in ("fill_item", "reword_item", "throw_out"):
            return not self.read_only and self._items.has_focus and self._item is not None
        return not self.read_only

    def on_descendant_focus(self) -> None:
        """Offer what can be done here, and give the fields room while they are filled."""
        focused = self.screen.focused
        fills = isinstance(focused, AttributeRow)
        if fills or focused in (self._new, self._items):
            self._had_focus = focused
        if fills != self.has_class("-filling"):
            self.set_class(fills, "-filling")
        self._draw_item()
        self.refresh_bindings()

    def on_key(self, event: events.Key) -> None:
        """Let a digit be text too: fields alone are filled by digits. At a choice text is for the screen around."""
        focused = self.screen.focused
        if isinstance(focused, AttributeRow) and focused.chooses:
            event.prevent_default()
            return
        if event.character and event.character.isdecimal() and not self.read_only:
            event.stop()
            event.prevent_default()
            self.begin_text(event.character)

    def begin_text(self, typed: str) -> bool:
        """Write on the open line; at a line of the list it is said that this is not what is being changed."""
        if self._items.has_focus and self._item is not None:
            behind = "Dit staat nu achter wat je bovenaan al typte"
            stands = behind if self._new.value else "Dit wordt een nieuwe regel; ctrl+u wist die"
            self._about_line = f"{stands}. Een oude wijzigen: ↓, F4."
        self._new.focus()
        self._new.value += f"{space_after(self._new.value)}{typed}"
        self._new.cursor_position = len(self._new.value)
        return True

    @on(Input.Changed)
    def catch_up(self) -> None:
        """Follow what stands on the open line."""
        work = self.work.write(self._new.value)
        if not self.read_only and work != self.work:
            self.sitting.write_on(work)
            self.post_message(StateChanged())
        if self._about_line and not self._new.value:
            self._about_line = ""
            self._draw_item()
        self.refresh_bindings()

    def settle(self) -> None:
        """Put what stands on the open line on the list."""
        if not self.read_only:
            self._add(self._new.value)

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

    @property
    def in_vain(self) -> str:
        """What is said of what is typed where something is to be chosen."""
        return f"Kies hier met {self.chooses or 'een cijfer'}; Enter gaat verder."

    def action_reword_item(self) -> None:
        """Change the words of the item in front."""
        item = self._item
        if item is not None and not self.read_only:
            self.ask(Line(move="rename", asks=self.work.asks, to=(item.key,), text=item.text))

    def action_throw_out(self) -> None:
        """Take the item in front out."""
        item = self._item
        if item is not None and self.move(self.work.remove(item.key)):
            self.post_message(TakenOut(item.text, "staat het er weer"))

    def go_to_open(self) -> None:
        """Go to the first field that is still to be filled."""
        for number, item in enumerate(self.work.items):
            if self.work.unanswered(item):
                self._items.highlighted = number
                self._draw_item()
                self.action_fill_item()
                return

    def action_fill_item(self) -> None:
        """Go to the first field of the item in front that is empty, or else to the first; without any, to its words."""
        rows, item = self._rows_around(), self._item
        if rows and item:
            first = next((row for row in rows if row.attribute.id not in item.values), rows[0])
            self._fill(first)
        else:
            self.action_reword_item()

    def _fill(self, row: AttributeRow) -> None:
        self.query_one("#attributes").display = row.display = True
        self.screen.set_focus(row)  # at once: while one is on the open line they are hidden again

    @on(AttributeRow.Left)
    def _go_from_field(self, event: AttributeRow.Left) -> None:
        rows = self._rows_around(event.row)
        at = rows.index(event.row) + event.by
        if event.by > 0 and at == len(rows) and (bare := self._next_bare()) is not None:
            self._items.highlighted, at = bare, 0
        (rows[at] if event.by and 0 <= at < len(rows) else self._items).focus()

    def _next_bare(self) -> int | None:
        """Return the first item below the one in front of which nothing is said yet."""
        below = range((self._items.highlighted or 0) + 1, len(self.work.items))
        return next((number for number in below if not self.work.items[number].values), None)

    @on(AttributeRow.Passed)
    def _write_in_next(self, event: AttributeRow.Passed) -> None:
        """Put what is typed behind a choice in the next field, if one writes there; of a digit, say how to go on.

        Anything else is held: nobody who chooses something of a line means a new one, or answers what is not in front.
        """
        rows = self._rows_around(event.row)
        following = rows[rows.index(event.row) + 1 :][:1]
        item = self._item
        said = item is not None and event.row.attribute.id in item.values
        if event.typed and said and not event.is_reason and following and not following[0].chooses:
            if event.said:
                self.post_message(TypedBeside("", event.said))
            following[0].focus()
            following[0].post_message(AttributeRow.Begun(following[0].attribute, event.typed))
        elif event.typed:
            self.post_message(TypedBeside(event.typed, event.said))
        else:
            self.notify(self.in_vain, timeout=4, markup=False)

    @on(AttributeRow.Said)
    def _said(self, event: AttributeRow.Said) -> None:
        if item := self._item:
            self.move(self.work.say(item.key, event.attribute.id, event.value))

    @on(AttributeRow.Begun)
    def _begun(self, event: AttributeRow.Begun) -> None:
        if item := self._item:
            one = event.attribute
            asks, stands = f"{shorten(item.text, 70)}\n{one.label}", item.values.get(one.id, "")
            to, day = (item.key, one.id), one.type == "date"
            self.ask(Line(move="say", asks=asks, to=to, text=stands, hint=one.hint, typed=event.typed, day=day))

    @property
    def fills(self) -> bool:
        """Whether the person is at a field that is written; a day is asked for in its own way."""
        row = self._had_focus
        writes = isinstance(row, AttributeRow) and not row.chooses and row.attribute.type != "date"
        return writes and self._item is not None and not self.read_only

    def put_in_front(self, text: str) -> None:
        """Put a text behind what is said in the field where the person is."""
        row, item = self._had_focus, self._item
        if self.fills and isinstance(row, AttributeRow) and item:
            row.focus()
            said = item.values.get(row.attribute.id, "")
            whole = " ".join(f"{said}{behind(said, text)}".split("\n"))
            self.move(self.work.say(item.key, row.attribute.id, whole))

    @property
    def chooses(self) -> str:
        """The digits by which one chooses in the field where the person is."""
        row = self._had_focus
        return row.digits if isinstance(row, AttributeRow) else ""

    def show_line(self, line: Line, *, goes_on: bool) -> None:
        """Go on to the next field from one that was written, unless the person left it."""
        focused = self.screen.focused
        if goes_on and line.move == "say" and isinstance(focused, AttributeRow):
            focused.action_go(1)

    def action_picture(self) -> None:
        """Show the picture in place of the list, or the list again."""
        self.toggle_class("-picture")
        self.call_after_refresh(self._draw_picture)
        self.call_after_refresh(self.query_one("#picture" if self.has_class("-picture") else "#items").focus)
