"""The line that says how far one is on the way from what one chose to a file."""

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

STEPS = ("1 Kies", "2 Kijk na", "3 Schrijf het bestand")
CHOOSE, LOOK, WRITE = range(len(STEPS))
_BETWEEN = "  ─  "


class StepsLine(Widget):
    """Names the steps to a file; the one in front stands out. Where there is no room the others are digits alone."""

    ALLOW_SELECT = False
    here: reactive[int] = reactive(CHOOSE)
    """The step in front."""

    def __init__(self, here: int = CHOOSE) -> None:
        """Take the step in front."""
        super().__init__()
        self.set_reactive(StepsLine.here, here)

    def render(self) -> Content:
        """Lay out the steps."""
        whole = cell_len(_BETWEEN.join(STEPS)) <= self.content_size.width
        names = [each if whole or number == self.here else each[0] for number, each in enumerate(STEPS)]
        parts = (
            Content.styled(name, "bold underline" if number == self.here else "$muted")
            for number, name in enumerate(names)
        )
        return Content.styled(_BETWEEN, "$muted").join(parts)
