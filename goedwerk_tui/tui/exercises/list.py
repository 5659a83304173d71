"""A list on screen: its items, what is said of the one in front, and the force field beside it."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from goedwerk_tui.base.text import shorten
from goedwerk_tui.guidance.exercises.list import Force, Item, ItemList
from goedwerk_tui.guidance.exercises.work import Line
from goedwerk_tui.tui.exercises.widget import ExerciseWidget
from goedwerk_tui.tui.widgets.row import Row
from goedwerk_tui.tui.workarounds.lists import MarkedList

_BLOCKS = ("", "█", "██", "███")


class ListWidget(ExerciseWidget[ItemList]):
    """Shows a list."""

    HELP_TEXT = """
**a** voegt een regel toe, **e** verandert de woorden, **w** haalt een regel weg. Onder de lijst staat wat je van de
gemarkeerde regel zegt; met het **cijfer** ervoor kies je het volgende, of schrijf je het op. **u** zet de laatste zet
terug. Bij een krachtenveld toont **F3** het beeld.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("a", "add", "voeg toe", tooltip="Schrijf een nieuwe regel"),
        Binding("e,enter", "edit", "wijzig", tooltip="Verander de woorden van deze regel"),
        Binding("w", "remove", "weg", tooltip="Haal deze regel weg"),
        Binding("u", "screen.undo", "zet terug", show=False, tooltip="Maak de laatste zet ongedaan"),
        Binding("f3,v", "picture", "beeld", tooltip="Toon het beeld, of weer de lijst"),
        *(Binding(str(digit), f"say({digit})", show=False) for digit in range(1, 7)),
    ]

    def compose(self) -> ComposeResult:
        """Lay the list above what is said of one item, and the picture beside it."""
        with Horizontal(id="list"):
            with Vertical(id="list-side"):
                yield Static("", id="list-hint", markup=False)
                yield MarkedList(id="items")
                with Vertical(id="attributes"):
                    for number, attribute in enumerate(self.work.attributes, 1):
                        yield Row(name=str(number), id=f"attribute-{attribute.id}")
            with VerticalScroll(id="picture"):
                yield Static("", id="forces", markup=False)

    def on_mount(self) -> None:
        """Show the list."""
        self.draw()

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

    def draw(self) -> None:
        """Show the items, the one in front and the picture."""
        at = self._items.highlighted or 0
        self._items.clear_options()
        for item in self.work.items:
            self._items.add_option(Option(self._line(item), id=item.key))
        if self.work.items:
            self._items.highlighted = min(at, len(self.work.items) - 1)
        hint = self.work.hint or self.work.asks
        self.query_one("#list-hint", Static).update(Content(hint if self.work.items else f"{hint}\nMet a begin je."))
        self.query_one("#forces", Static).update(_force_field(self.work))
        self.set_class(bool(self.work.sides), "-sided")
        self._draw_item()

    def _line(self, item: Item) -> Content:
        said = [one.shown(item.values[one.id]) for one in self.work.attributes if item.values.get(one.id)]
        return Content.assemble(
            f" {shorten(item.text, 120)}", (f"   {shorten(' · '.join(said), 90)}" if said else "", "$muted")
        )

    @on(OptionList.OptionHighlighted)
    def _draw_item(self) -> None:
        item = self._item
        for number, one in enumerate(self.work.attributes, 1):
            value = one.shown(item.values.get(one.id, "")) if item else ""
            self.query_one(f"#attribute-{one.id}", Row).tell(f"{number}  {one.label}", shorten(value, 44) or "–")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what makes sense."""
        if action == "picture":
            return bool(self.work.sides)
        return not self.read_only

    def action_add(self) -> None:
        """Write a new item."""
        self.ask(Line(move="add", asks=self.work.asks, hint=self.work.hint))

    def show_line(self, line: Line) -> None:
        """Bring what was added to the front."""
        if line.move == "add":
            self._items.highlighted = len(self.work.items) - 1

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_edit()

    def action_edit(self) -> None:
        """Change the words of the item in front."""
        item = self._item
        if item is not None and not self.read_only:
            self.ask(Line(move="rename", asks=self.work.asks, to=(item.key,), text=item.text))

    def action_remove(self) -> None:
        """Take the item in front out."""
        item = self._item
        if item is not None:
            self.move(self.work.remove(item.key))

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
            self.ask(Line(move="say", asks=asks, to=(item.key, one.id), text=stands, hint=one.hint))

    @on(Row.Chosen)
    def _clicked(self, event: Row.Chosen) -> None:
        event.stop()
        self.action_say(int(event.row.name or 0))

    def action_picture(self) -> None:
        """Show the picture in place of the list, or the list again."""
        self.toggle_class("-picture")
        self.call_after_refresh(self.query_one("#picture" if self.has_class("-picture") else "#items").focus)

    @staticmethod
    def result(work: ItemList, before: ItemList | None) -> Content:
        """Return the force field, or the items with what was said of each."""
        if work.sides:
            said = [
                f"{item.text.rstrip('.')}: {item.values[one.id]}"
                for one in work.attributes
                for item in work.items
                if one.type == "text" and item.values.get(one.id)
            ]
            return Content("\n\n").join([_force_field(work), *map(Content, said)])
        old = {item.text for item in before.items} if before else set[str]()
        parts: list[Content] = []
        for item in work.items:
            said = [f"  {one.said(item.values[one.id])}" for one in work.attributes if item.values.get(one.id)]
            new = "   nieuw" if before and item.text not in old else ""
            parts.append(
                Content("\n").join([Content.assemble((item.text, "bold"), (new, "$muted")), *map(Content, said)])
            )
        return Content("\n\n").join(parts)


def _force_field(work: ItemList) -> Content:
    parts: list[Content] = []
    for side, forces in work.force_field():
        lines = [Content.styled(side, "bold")]
        lines += [_force(force) for force in forces] or [Content.styled("  nog niets", "$muted")]
        parts.append(Content("\n").join(lines))
    placed = sum(len(forces) for _, forces in work.force_field())
    if work.sides and placed < len(work.items):
        parts.append(Content.styled(f"{len(work.items) - placed} zonder kant", "$muted"))
    return Content("\n\n").join(parts)


def _force(force: Force) -> Content:
    return Content.assemble(
        f"  {_BLOCKS[min(force.weight, 3)]:<3}  {force.text}", (f"   {force.mark}" if force.mark else "", "$muted")
    )
