"""What came out of an exercise, beside what came out before."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from goedwerk_tui.base.clock import local, long_date
from goedwerk_tui.guidance.exercises import persistence
from goedwerk_tui.guidance.words import how_many
from goedwerk_tui.journal import Entry
from goedwerk_tui.tui.exercises.registry import result_of
from goedwerk_tui.tui.widgets.lines import hanging


class ResultView(VerticalScroll):
    """Shows one result. It asks the journal nothing: it shows what it is given."""

    def __init__(self, *, id: str | None = None) -> None:
        """Show nothing yet."""
        super().__init__(id=id)
        self._picture = Content("")

    def compose(self) -> ComposeResult:
        """Lay the date above the picture, and what follows below."""
        for part in ("when", "picture", "next"):
            yield Static("", id=f"result-{part}", markup=False)

    def show(self, results: tuple[Entry, ...], shown: int, *, bring: bool, follows: str) -> None:
        """Show a result.

        Args:
            results: all of them, newest first.
            shown: which one.
            bring: whether it is marked to bring.
            follows: what is told below it.
        """
        entry = results[shown]
        before, then = persistence.earlier(results, shown)
        day = local(entry.changed).date()
        when = f"Gemaakt op {long_date(day)}"
        if then:
            other = local(then).date()
            when += f", naast {'die daarvoor' if other == day else long_date(other)}"
        if len(results) > 1:
            when += f" · {shown + 1} van {len(results)}"
        if bring:
            when += " · gaat mee"
        work = persistence.work_of(entry)
        self.query_one("#result-when", Static).update(Content(when))
        self._picture = result_of(work, before) if work else Content(entry.text)
        self.call_after_refresh(self._draw)
        self.query_one("#result-next", Static).update(Content(follows))
        self.scroll_home(animate=False)

    def on_resize(self) -> None:
        """Wrap the picture anew."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        picture = self.query_one("#result-picture", Static)
        picture.update(hanging(self._picture, picture.content_size.width))


def what_follows(made: int, words: Sequence[str], *, more: bool) -> str:
    """Say what a result made beside itself, in which words a group can hear it, and whether there is a next step."""
    lines = [f"Hieruit kwam: {how_many(made, 'los stuk', 'losse stukken')} in je dagboek."] if made else []
    if words:
        lines.append(f"Je uitkomst in woorden, om voor te lezen in je groep: {' '.join(words)}.")
    return "\n".join([*lines, "Enter gaat naar de volgende stap."] if more else lines)
