"""A picture on the screen, or the words behind it."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from goedwerk_tui.guidance.insight import Picture
from goedwerk_tui.tui.widgets.drawing import drawn

_WIDEST = 130
_MOST_SHOWN = 20_000
"""Characters of words that are shown; more would hold up the keys."""


class PictureView(VerticalScroll):
    """Draws what it is given, anew when its width changes. It asks the journal nothing."""

    def __init__(self, *, id: str | None = None, classes: str = "") -> None:
        """Show nothing yet."""
        super().__init__(id=id, classes=classes)
        self._picture: Picture | None = None
        self._as_words = False
        self._drawn_at = 0

    def compose(self) -> ComposeResult:
        """Hold one drawing."""
        yield Static("", markup=False)

    def show(self, picture: Picture, *, as_words: bool) -> None:
        """Show a picture, from its beginning when it is another than before."""
        if picture is self._picture and as_words is self._as_words:
            return
        if self._picture is None or picture.id != self._picture.id or as_words is not self._as_words:
            self.scroll_home(animate=False)
        self._picture, self._as_words = picture, as_words
        self._draw()

    def say(self, sentence: str) -> None:
        """Show a sentence where there is no picture."""
        self._picture = None
        self.query_one(Static).update(Content(sentence))

    def on_resize(self, event: Resize) -> None:
        """Draw for the new width; another height makes no difference."""
        if self._picture is not None and self._width != self._drawn_at:
            self._draw()

    @property
    def _width(self) -> int:
        return min(self.scrollable_content_region.width, _WIDEST)

    def _draw(self) -> None:
        if self._picture is None or not self._width:  # not laid out yet, or hidden
            return
        self._drawn_at = self._width
        words = f"{self._picture.source}\n\n{self._picture.text()}"
        if len(words) > _MOST_SHOWN:
            words = f"{words[:_MOST_SHOWN]}…\n\nHet is te lang om hier helemaal te tonen; in een bestand staat alles."
        self.query_one(Static).update(Content(words) if self._as_words else drawn(self._picture, self._width))
