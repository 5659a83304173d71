"""Words in a list of which a second line begins under the first, whatever sign stands before them."""

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from goedwerk_tui.tui.widgets.drawn_lines import hanging


class Hung(Visual):
    """Content whose lines hang under their own words, at any width."""

    def __init__(self, content: Content, under: int = 0) -> None:
        """Take the content, and how many signs stand before the words of each line; 0 for its spaces and its sign."""
        self._content = content
        self._under = under

    def __str__(self) -> str:
        """Return the words."""
        return self._content.plain

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Return the lines at so many columns."""
        return hanging(self._content, width, self._under).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the columns at which nothing is wrapped."""
        return self._content.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return the lines at so many columns."""
        return hanging(self._content, width, self._under).get_height(rules, width)
