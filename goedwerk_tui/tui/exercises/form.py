"""A form on screen: one field at a time, with an overview of all fields."""

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Key
from textual.widget import Widget
from textual.widgets import OptionList, Static, TextArea
from textual.widgets.option_list import Option

from goedwerk_tui.base.clock import DAYS, long_date
from goedwerk_tui.base.text import shorten
from goedwerk_tui.guidance.exercises.compose import PickedSource
from goedwerk_tui.guidance.exercises.form import CELL, Box, Form
from goedwerk_tui.guidance.exercises.state import Sitting
from goedwerk_tui.tui.exercises.fields import FieldsWidget
from goedwerk_tui.tui.exercises.widget import ChosenByDigit, FieldEditor
from goedwerk_tui.tui.widgets.drawn_table import drawn_table
from goedwerk_tui.tui.widgets.headings import heading
from goedwerk_tui.tui.widgets.pick_list import PickList
from goedwerk_tui.tui.workarounds.marked_list import MarkedList

_HOW = {
    "list": "Eén ding per regel.",
    "date": "Zoals 18 december, 18-12, vrijdag of over twee weken.",
    "choice": "Kies met het cijfer, of met ↓ en ↑ en dan Enter.",
    "entry": "Kies uit wat je eerder schreef, met het cijfer of met ↓ en ↑ en dan Enter. Nog een keer laat het los.",
}


class FormWidget(FieldsWidget[Form]):
    """Shows a form."""

    HELP_TEXT = """
Eén veld tegelijk. **ctrl+n** of **Tab** gaat naar het volgende veld, **ctrl+r** terug, **ctrl+t** toont een tip. **F3**
toont alle velden; Enter opent er een. Elk veld mag leeg blijven en in elke volgorde. Bij een tabel gaat **Tab** naar de
volgende kolom en begint **Enter** een rij; de tabel staat erboven.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("f3", "overview", "alle velden", tooltip="Toon alle velden, of weer het ene"),
        Binding("tab", "next_cell", "volgende kolom", tooltip="Ga naar de volgende kolom van de rij"),
        Binding("tab", "next_box", show=False),  # a key that a class names anew loses what it did in the one below
    ]

    def __init__(
        self,
        sitting: Sitting,
        today: date,
        *,
        read_only: bool = False,
        own: dict[str, tuple[PickedSource, ...]] | None = None,
        leads_on: bool = False,
    ) -> None:
        """Take the sitting, the day, for fields that pick an entry what there is to pick, and whether more follows."""
        super().__init__(sitting, today, read_only=read_only)
        self.leads_on = leads_on
        self._own = own or {}
        self._picked_in = ""
        """The field that the options on the screen are of."""

    def compose(self) -> ComposeResult:
        """Lay the overview beside the field."""
        yield MarkedList(id="overview")
        with Vertical(id="field"):
            yield Static("", id="field-where", markup=False)
            yield Static("", id="section-text", markup=False)
            yield Static("", id="label", markup=False)
            yield Static("", id="tip", markup=False)
            with VerticalScroll(id="table", can_focus=False):
                yield Static("", id="rows", markup=False)
            yield FieldEditor(id="box")
            yield PickList(id="picks", does="kies")
            yield Static("", id="reads", markup=False)

    @property
    def fields(self) -> tuple[Box, ...]:
        """The fields of the form."""
        return self.work.boxes

    @property
    def to_fill(self) -> Widget:
        """The box, or what there is to pick."""
        return self.query_one("#picks" if self._box.type in ("choice", "entry") else "#box")

    @property
    def _box(self) -> Box:
        return self.work.boxes[self.work.at]

    def draw(self) -> None:
        """Show the field in front, and all fields."""
        box = self._box
        title, text = self.work.sections[box.section]
        self.query_one("#field-where", Static).update(
            Content(f"{title} · veld {self.work.at + 1} van {len(self.work.boxes)}")
        )
        first = next(each for each in self.work.boxes if each.section == box.section)
        self._tell("#section-text", text if box is first else "")
        self._tell("#label", box.label)
        self.query_one("#tip", Static).update(Content(box.hint))
        picks = box.type in ("choice", "entry")
        self.query_one("#box").display = not picks
        self.set_class(box.type == "table", "-table")
        self.query_one("#picks").display = picks
        if picks:
            self._draw_picks(box)
        elif self.query_one(FieldEditor).text != box.value:
            self.query_one(FieldEditor).take(box.value)
        self._draw_reading()
        self._draw_overview()

    def _tell(self, selector: str, text: str) -> None:
        widget = self.query_one(selector, Static)
        widget.update(Content(text))
        widget.display = bool(text)

    def _draw_picks(self, box: Box) -> None:
        picks = self.query_one("#picks", OptionList)
        chosen = box.entry if box.type == "entry" else box.value
        options = self._choices(box)
        in_front = picks.highlighted_option
        lit = in_front.id if in_front and box.id == self._picked_in else None
        self._picked_in = box.id
        picks.clear_options()
        for number, (key, words) in enumerate(options, 1):
            picks.add_option(Option(Content(f"{'●' if key == chosen else '○'} {number} {shorten(words, 200)}"), id=key))
        ids = [key for key, _ in options]
        first = chosen if chosen in ids else lit
        picks.highlighted = ids.index(first) if first in ids else None

    def _choices(self, box: Box) -> list[tuple[str, str]]:
        if box.type == "choice":
            return list(box.options)
        return [(source.id, f"{source.text} ({source.origin})") for source in self._own.get(box.id, ())]

    def _draw_reading(self) -> None:
        box = self._box
        text = self._how
        if box.type == "table":
            text = f"Tab (of {CELL}) gaat naar de volgende kolom, Enter begint een rij."
            self.call_after_refresh(self._draw_table)
        if box.type == "date" and box.value.strip():
            text = told_day(box.day, self.today)
        made = self.work.sentence_with(box.id)
        self._tell("#reads", f"Zo wordt het: {made}" if made else text)

    @property
    def _how(self) -> str:
        """How the field in front is filled; empty where it is written."""
        if self._box.type == "entry" and not self._choices(self._box):
            return "Je hebt nog niets geschreven dat hier past. Ga verder met ctrl+n."
        return _HOW.get(self._box.type, "")

    def _draw_table(self) -> None:
        """Show the rows as they are being written, the last in view."""
        table = self.query_one("#table", VerticalScroll)
        width = table.scrollable_content_region.width
        if self._box.type == "table" and width:
            table.query_one(Static).update(drawn_table(self._box.columns, self._box.rows, width))
            self.call_after_refresh(table.scroll_end, animate=False)

    def on_resize(self) -> None:
        """Draw the table in its new room."""
        self.call_after_refresh(self._draw_table)

    def action_next_cell(self) -> None:
        """Go on to the next cell of the row, or to a new row after the last."""
        editor = self.query_one(FieldEditor)
        row = editor.document.get_line(editor.cursor_location[0])
        editor.insert("\n" if row.count(CELL) + 1 >= len(self._box.columns) else f" {CELL} ")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the next cell in a table alone: elsewhere Tab goes where it goes everywhere."""
        if action == "next_cell":
            return self._box.type == "table" and self.query_one(FieldEditor).has_focus and not self.read_only
        return super().check_action(action, parameters)

    def _draw_overview(self) -> None:
        overview = self.query_one("#overview", OptionList)
        overview.clear_options()
        section = ""
        for box in self.work.boxes:
            if box.section != section:
                section = box.section
                overview.add_option(heading(self.work.sections[section][0]))
            sign = "●" if box.value.strip() else "○"
            overview.add_option(Option(Content(f" {sign} {box.label}"), id=box.id))
        overview.highlighted = overview.get_option_index(self._box.id)

    @on(OptionList.OptionSelected, "#overview")
    def _jump(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.go(next(n for n, box in enumerate(self.work.boxes) if box.id == event.option_id))

    @on(OptionList.OptionSelected, "#picks")
    def _pick(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._choose(event.option_id or "")

    @on(PickList.NothingLit)
    def _say_how_to_choose(self, event: PickList.NothingLit) -> None:
        event.stop()
        self._tell_how()

    def _tell_how(self) -> None:
        self.notify(self._how, timeout=4, markup=False)

    def _choose(self, key: str) -> bool:
        """Choose something, or take it back; returns whether that changed anything."""
        box = self._box
        if box.type == "choice":
            return self.move(self.work.fill(box.id, "" if key == box.value else key))
        if key == box.entry:
            return self.move(self.work.fill(box.id, ""))
        source = next(each for each in self._own[box.id] if each.id == key)
        return self.move(self.work.fill(box.id, source.text, key))

    def on_key(self, event: Key) -> None:
        """Let a digit choose where there is something to choose; any other sign is text, for the screen around."""
        if not self.query_one("#picks").has_focus or not event.character or not event.is_printable:
            super().on_key(event)
            return
        if not event.character.isdecimal():
            return
        event.stop()
        options = self._choices(self._box)
        digit = int(event.character)
        moved = 1 <= digit <= len(options) and self._choose(options[digit - 1][0])
        if not 1 <= digit <= len(options) and not self.read_only:
            self._tell_how()
        self.post_message(ChosenByDigit(event.character, event.time, moved=moved))

    @property
    def in_vain(self) -> str:
        """What is said of what is typed where something is to be chosen."""
        return self._how

    @on(TextArea.Changed)
    def catch_up(self) -> None:
        """Follow what stands in the box."""
        box = self._box
        if box.type not in ("choice", "entry"):
            self.typed(self.work.fill(box.id, self.query_one(FieldEditor).text, today=self.today))
            self._draw_reading()
            if bool(box.value.strip()) != bool(self._box.value.strip()):
                self._draw_overview()


def told_day(day: date | None, today: date, *, stands: bool = False) -> str:
    """Say which day was understood, or ask which is meant.

    Args:
        day: the day; None for what is none.
        today: the day that it is.
        stands: whether it was given before, and may have passed since.
    """
    if day is None:
        return "Welke dag is dat? Schrijf hem als 18 december of 18-12. Wat er staat blijft staan."
    named = f"{DAYS[day.weekday()]} {long_date(day)}".capitalize()
    if day >= today:
        return named
    return f"{named} is al geweest." if stands else f"{named} is al geweest. Kies een latere dag."
