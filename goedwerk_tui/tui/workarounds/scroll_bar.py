"""The bar that tells how far one has scrolled, with air beside it."""

from typing import Any

from rich.segment import Segment, Segments
from rich.style import Style
from textual.scrollbar import ScrollBar, ScrollBarRender

_AIR = " "


class AiryBar(ScrollBarRender):
    """Draws an upright bar in all of its columns but the first, which parts it from the words beside it.

    Textual puts the padding of a box outside its bar, so that nothing in the style of the box keeps its words from it.
    """

    @classmethod
    def render_bar(cls, *args: Any, **how: Any) -> Segments:
        """Return the bar, line by line; see Textual for the arguments, which come by name."""
        if not how["vertical"] or how["thickness"] < 2:
            return super().render_bar(*args, **how)
        bar = super().render_bar(*args, **{**how, "thickness": how["thickness"] - 1})
        air = Segment(_AIR, Style(bgcolor=how["back_color"]))
        return Segments([each for segment in bar.segments for each in (air, segment, Segment.line())])


def give_air() -> None:
    """Let every bar be drawn so."""
    ScrollBar.renderer = AiryBar
