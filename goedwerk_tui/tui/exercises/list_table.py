"""A list as a table: an item in each row, and what is said of it in columns of their own."""

from rich.cells import cell_len
from textual.content import Content

from goedwerk_tui.base.clock import SHORT_MONTHS
from goedwerk_tui.base.text import quoted, shorten
from goedwerk_tui.guidance.days import day_in
from goedwerk_tui.guidance.exercises.list import WEIGHTS, ItemList, ListedItem, ShownAttribute
from goedwerk_tui.tui.widgets.drawn_table import GAP, drawn_row

_WIDEST_CHOICE, _WIDEST_CHOICE_IN_ROOM, _LEAST_TEXT = 14, 28, 12
"""The most columns for a choice, also where there is room, and the fewest for words."""
_ROOMY = 100
LONGEST_TEXT = 90
"""Letters of a cell; of what is longer the begin stands in the table."""
_WRITTEN = "✓"


class ListTable:
    """How wide the columns of a list are in so much room. A text that has no room is marked as written."""

    def __init__(self, work: ItemList, width: int) -> None:
        """Take the list and the columns that there are for it."""
        self._shown = work.attributes
        self._widest_choice = _WIDEST_CHOICE if width < _ROOMY else _WIDEST_CHOICE_IN_ROOM
        self._widths = self._in(work, width)
        while self._widths[0] < _LEAST_TEXT and self._shown:
            self._shown = self._shown[:-1]
            self._widths = self._in(work, width)

    def _in(self, work: ItemList, width: int) -> list[int]:
        """Return how wide each column is. The item has twice as much as what is said of it, as far as it needs that."""
        texts = [one for one in self._shown if one.type == "text"]
        fixed = {one.id: self._natural(one, work) for one in self._shown if one.type != "text"}
        room = width - GAP * len(self._shown)
        each = (room - sum(fixed.values())) // (len(texts) + 2)
        self._marked = each < _LEAST_TEXT
        if texts and not self._marked:
            needs = max((cell_len(shorten(item.text, LONGEST_TEXT)) for item in work.items), default=room)
            each = max(each, (room - sum(fixed.values()) - max(needs, _LEAST_TEXT)) // len(texts))
        fixed |= {one.id: cell_len(_WRITTEN) if self._marked else each for one in texts}
        return [room - sum(fixed.values()), *(fixed[one.id] for one in self._shown)]

    def name(self, one: ShownAttribute) -> str:
        """Return what stands above a column: its short name, where there is room for it."""
        return "" if one.type == "text" and self._marked else one.short

    def _natural(self, one: ShownAttribute, work: ItemList) -> int:
        said = [cell_len(self._cell(one, item)) for item in work.items]
        return max(cell_len(self.name(one)), min(max(said, default=0), self._widest_choice))

    def head(self) -> Content:
        """Return the names of the columns."""
        names = ["", *map(self.name, self._shown)]
        return drawn_row(names, self._widths, ["$muted"] * len(names))

    def row(self, item: ListedItem) -> Content:
        """Return an item, and what is said of it."""
        cells = [shorten(item.text, LONGEST_TEXT), *(self._cell(one, item) for one in self._shown)]
        return drawn_row(cells, self._widths, ["", *["$muted"] * len(self._shown)])

    def _cell(self, one: ShownAttribute, item: ListedItem) -> str:
        value = item.values.get(one.id, "")
        if not value:
            return ""
        match one.type:
            case "weight":
                return "●" * int(value) + "·" * (WEIGHTS[-1] - int(value)) if value in map(str, WEIGHTS) else value
            case "date":
                day = day_in(value)
                return f"{day.day} {SHORT_MONTHS[day.month - 1]}" if day else value
            case "text" if self._marked:
                return _WRITTEN
            case "text":
                return shorten(value, LONGEST_TEXT)
            case _:
                return one.shown(value)


def fill_in(item: ListedItem, asked: int, still_open: int) -> str:
    """Say what is asked of an item, and how one comes there from the open line; nothing once that is answered."""
    if not still_open:
        return ""
    if still_open < asked:
        questions = "staat nog een vraag open" if still_open == 1 else f"staan nog {still_open} vragen open"
    else:
        questions = "hoort een vraag" if asked == 1 else f"horen {asked} vragen"
    return (
        f"Bij {quoted(shorten(item.text, 40))} {questions} (vul in met ↓ en Enter). Hierboven schrijf je iets nieuws."
    )
