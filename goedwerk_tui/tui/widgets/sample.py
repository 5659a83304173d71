"""A piece of the programme for whoever has not begun: how a case begins, and what it asks."""

from collections.abc import Iterator
from textwrap import wrap

from textual.content import Content
from textual.widget import Widget

from goedwerk_tui.base.text import beginning
from goedwerk_tui.programme import ContentError, Pack
from goedwerk_tui.programme.dialect import plain
from goedwerk_tui.programme.model import Case
from goedwerk_tui.tui.widgets.pane import entitle

_HANG = " " * 5
_MOMENT = "moment"
"""The part of a case behind which is asked what one would do."""


class SamplePane(Widget):
    """Shows the first case of the programme that asks for a choice: what it asks, and as much text as there is room."""

    def __init__(self, pack: Pack, *, id: str | None = None) -> None:
        """Take the programme; where it has no such case nothing shows."""
        super().__init__(id=id, classes="pane")
        self._case = next(_cases(pack), None)
        self._session = pack.session_of(self._case.id).title if self._case else ""
        if self._case is None:
            self.display = False

    def on_mount(self) -> None:
        """Give it its title."""
        entitle(self, "Zo gaat het")

    def render(self) -> Content:
        """Lay out what is asked, and above it as much of the text as that leaves room for."""
        case, (width, height) = self._case, self.content_size
        if case is None or case.choice is None or not width:
            return Content("")
        asks = "\n".join(wrap(plain(case.choice.text), width))
        options = "\n".join(
            "\n".join(wrap(plain(option.text), width, initial_indent=f"○ {number}  ", subsequent_indent=_HANG))
            for number, option in enumerate(case.choice.options, 1)
        )
        place = "\n".join(wrap(f"{self._session} › {case.title}", width))
        rows = height - sum(each.count("\n") + 2 for each in (place, asks, options))
        text = beginning(_before_the_choice(case), width, max(rows, 1))
        return Content.assemble((f"{place}\n\n", "$muted"), f"{text}\n\n", (f"{asks}\n\n", "bold"), options)


def _cases(pack: Pack) -> Iterator[Case]:
    """Yield the cases with a choice on the first core route; what can't be read is passed over."""
    for step_id in pack.programme.sessions[0].core:
        try:
            step = pack.step(step_id)
        except ContentError:
            continue
        if isinstance(step, Case) and step.choice:
            yield step


def _before_the_choice(case: Case) -> str:
    slugs = [block.slug for block in case.blocks]
    upto = slugs.index(_MOMENT) + 1 if _MOMENT in slugs else 1
    return " ".join(plain(block.text) for block in case.blocks[:upto])
