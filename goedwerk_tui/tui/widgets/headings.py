"""Lines in a list that name the ones behind them."""

from textual.content import Content
from textual.geometry import Size
from textual.widgets.option_list import Option

from goedwerk_tui.tui.widgets.pane import TALL, WIDE


def heading(text: str, *, air: bool = False) -> Option:
    """Return a line that names those behind it, and is never in front; with a row of air above it where asked."""
    return Option(Content.styled(f"\n{text}" if air else text, "bold"), disabled=True)


def has_air(window: Size) -> bool:
    """Return whether a window is large enough for air between the groups of a list, also before it is laid out."""
    return window.width >= WIDE and window.height >= TALL
