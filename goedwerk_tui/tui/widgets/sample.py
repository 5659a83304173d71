"""A piece of the programme for whoever has not begun: how a case begins, and what it asks."""

from collections.abc import Iterator
from textwrap import wrap

from textual.content import Content
from textual.widget import Widget

from goedwerk_tui.base.text import beginning
from goedwerk_tui.guidance.route import open_blocks, stops
from goedwerk_tui.programme import ContentError, Pack
from goedwerk_tui.programme.dialect import plain
from goedwerk_tui.programme.model import Choice
from goedwerk_tui.tui.widgets.drawn_lines import hanging
from goedwerk_tui.tui.widgets.pane import entitle


class SamplePane(Widget):
    """Shows the first case of the programme that asks for a choice: what it asks, and as much text as there is room."""

    def __init__(self, pack: Pack, *, id: str | None = None) -> None:
        """Take the programme; where it has no such case nothing shows."""
        super().__init__(id=id, classes="pane")
        self._shown = next(_choices(pack), None)
        if self._shown is None:
            self.display = False

    def on_mount(self) -> None:
        """Give it its title."""
        entitle(self, "Zo gaat het")

    def render(self) -> Content:
        """Lay out what is asked, and above it as much of the text as that leaves room for."""
        width, height = self.content_size
        if self._shown is None or not width:
            return Content("")
        title, choice, told = self._shown
        place = "\n".join(wrap(title, width))
        asks = "\n".join(wrap(plain(choice.text), width))
        options = _options(choice, width)
        rows = height - sum(each.count("\n") + 2 for each in (place, asks, options.plain))
        text = beginning(told, width, max(rows, 1))
        return Content.assemble((f"{place}\n\n", "$muted"), f"{text}\n\n", (f"{asks}\n\n", "bold"), options)


def _options(choice: Choice, width: int) -> Content:
    """Return the options, each hanging under its own words."""
    lines = (f"○ {number}  {' '.join(plain(option.text).split())}" for number, option in enumerate(choice.options, 1))
    return hanging(Content("\n".join(lines)), width, under=5)


def _choices(pack: Pack) -> Iterator[tuple[str, Choice, str]]:
    """Yield each choice that is asked on the first core route: where it is, the choice, and what is read before it.

    What can't be read is passed over.
    """
    session = pack.programme.sessions[0]
    for step_id in session.core:
        try:
            step = pack.step(step_id)
        except ContentError:
            continue
        for stop in stops(step):
            if isinstance(stop.asks, Choice):
                told = " ".join(plain(block.text) for block in open_blocks(step, stop))
                yield f"{session.title} › {step.title}", stop.asks, told
