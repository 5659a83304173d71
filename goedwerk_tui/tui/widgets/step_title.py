"""The line above a step: the way there, and what kind of step it is. The title of the step is never cut."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

_GAP = 2


class StepTitle(Widget):
    """Shows session and title at the left, and at the right what there is room for: first the state, then the rest."""

    ALLOW_SELECT = False

    def __init__(self, session: str, title: str, *, classes: str = "") -> None:
        """Take where one is."""
        super().__init__(id="step-title", classes=classes)
        self._session = session
        self._title = title
        self._about: tuple[str, ...] = ()

    def tell(self, about: Sequence[str]) -> None:
        """Say something of the step, most important first."""
        self._about = tuple(about)
        self.refresh(layout=True)

    def render(self) -> Content:
        """Lay out what fits: what is told of the step makes way first, then the session."""
        width = self.content_size.width
        ways = (f"{self._session} › {self._title}", self._title)
        told = [" · ".join(self._about[:count]) for count in range(len(self._about), -1, -1)]
        choices = [(way, about) for way in ways for about in (told if way is ways[-1] else told[:-1] or told)]
        fits = ((way, about) for way, about in choices if cell_len(way) + _GAP + cell_len(about) <= width)
        way, about = next(fits, (self._title, ""))
        gap = " " * (width - cell_len(way) - cell_len(about)) if about else ""
        return Content.assemble((way, "bold"), gap, (about, "$muted"))
