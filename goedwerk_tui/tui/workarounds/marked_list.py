"""A list that marks its line in front by a bar, so that no meaning hangs on colour."""

# pyright: reportPrivateUsage=false

from collections.abc import Iterable
from typing import Self

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets._option_list import OptionListContent
from textual.widgets.option_list import Option

from goedwerk_tui.tui.keys import Keyed

_GUTTER = 2
_HERE, _ELSEWHERE, _NOT = "▌ ", "│ ", "  "


def style_of(widget: Widget, *parts: str) -> Style:
    """Return the style of a part of a widget by the names of its classes; the last says whether it is reversed.

    Textual forgets that. No issue is known; this can go when it does not.
    """
    reverse = widget.get_component_styles(parts[-1]).text_style.reverse
    return widget.get_visual_style(*parts).rich_style + Style(reverse=reverse)


class MarkedLines(OptionList):
    """Draws ▌ before the line in front while it has the keyboard, and │ while that is elsewhere.

    All of the line in front has one colour: what is muted would be lost on its background. With the class ``-quiet``
    nothing shows while the keyboard is elsewhere. Textual has a gutter for its own lists with ticks alone; this can go
    when any list may have one.
    """

    tells_cut = False
    """Whether the last line of the window says that the words of its item go on below it."""
    _stood: float | None = None
    """Where it stood before it was filled anew; None once it stands there again."""

    # Textual begins at the top of a list that is filled anew, and then goes no further than the line in front needs:
    # after each change the lines would stand elsewhere in the window. No issue is known; these can go when it does not.

    def clear_options(self) -> Self:
        """Take all lines out, and remember where it stood."""
        self._stood = self.scroll_y
        return super().clear_options()

    def set_options(self, options: Iterable[OptionListContent]) -> Self:
        """Show other lines, and remember where it stood."""
        self._stood = self.scroll_y
        return super().set_options(options)

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Stand where it stood, as far as the line in front is in sight there."""
        if highlighted is not None and self._stood is not None:
            self._update_lines()
            self.scroll_to(y=self._stood, animate=False, force=True, immediate=True)
            self._stood = None
        super().watch_highlighted(highlighted)

    # Textual wraps a list again when its own size changes, and not when the scrollbar takes two columns of it: the last
    # words of a line are on a row then that is not there. Nor does it see that a list that grew needs no scrollbar,
    # where it needs one for the rows that the scrollbar makes. No issue is known; these can go when it does.

    def watch_show_vertical_scrollbar(self) -> None:
        """Wrap the lines anew in the columns that are left; where none is wrapped, only draw them anew."""
        if self.styles.text_wrap == "nowrap":
            self._option_render_cache.clear()
            self.refresh()
        else:
            self._clear_caches()

    def on_resize(self) -> None:
        """Do without a scrollbar where all lines are seen without it."""
        if not self.show_vertical_scrollbar or self.option_count > self.size.height:
            return
        if self.get_content_height(self.size, self.size, self.size.width) <= self.size.height:
            self.show_vertical_scrollbar = False
            self._update_lines()

    @property
    def _has_keyboard(self) -> bool:
        """Whether keys go to it."""
        return self.has_focus

    def _get_left_gutter_width(self) -> int:
        return _GUTTER

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the height of all lines, wrapped beside the gutter."""
        return super().get_content_height(container, viewport, width - _GUTTER)

    def render_line(self, y: int) -> Strip:
        """Return one line of what is seen, with its mark."""
        strip = super().render_line(y)
        number = self.scroll_offset.y + y
        index = self._lines[number][0] if number < len(self._lines) else None
        if index is None:
            return strip
        if self.tells_cut and y == self.scrollable_content_region.height - 1:
            strip = self._as_cut(strip, number, index)
        meta = Style.from_meta({"option": index})
        if index != self.highlighted or (self.has_class("-quiet") and not self._has_keyboard):
            plain = self.get_visual_style("option-list--option").rich_style
            return Strip([Segment(_NOT, plain + meta), *strip])
        row = style_of(self, "option-list--option", "option-list--option-highlighted")
        ink = Style(color=row.color, bgcolor=row.bgcolor, reverse=row.reverse, dim=False)
        mark = Segment(_HERE if self._has_keyboard else _ELSEWHERE, row + ink + meta)
        return Strip([mark, *(Segment(text, (style or row) + ink) for text, style, _ in strip)])

    def _as_cut(self, strip: Strip, number: int, index: int) -> Strip:
        """Return the last line that is seen with ‘…’ behind the words that go on below it, if they do."""
        if number + 1 >= len(self._lines) or self._lines[number + 1][0] != index:
            return strip
        below = super().render_line(number + 1 - self.scroll_offset.y).text
        words = len(below) - len(below.lstrip())
        end = f"{strip.text}  ".find("  ", words)
        return Strip.join([strip.crop(0, end), Strip([Segment("…", next(iter(strip)).style)]), strip.crop(end + 1)])


class MarkedList(Keyed, MarkedLines):
    """A marked list that says what Enter does with the line in front."""

    def __init__(
        self,
        *options: Option,
        id: str | None = None,
        name: str | None = None,
        classes: str = "",
        does: str = "open",
    ) -> None:
        """Take the lines to begin with, and what Enter does with one."""
        super().__init__(*options, id=id, name=name, classes=classes, markup=False)
        self.does = does
        """What Enter does with the line in front, in a word; empty when nothing."""

    def words_for(self, action: str) -> str:
        """Return what Enter does: nothing while no line is in front."""
        return self.does if action == "select" and self.highlighted is not None else ""

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Show what Enter does now."""
        super().watch_highlighted(highlighted)
        self.refresh_bindings()

    def action_cursor_up(self) -> None:
        """Go up; from the first line there is nowhere to go, where Textual goes to the last."""
        if self.highlighted is None or any(not each.disabled for each in self.options[: self.highlighted]):
            super().action_cursor_up()

    def action_cursor_down(self) -> None:
        """Go down; from the last line there is nowhere to go."""
        if self.highlighted is None or any(not each.disabled for each in self.options[self.highlighted + 1 :]):
            super().action_cursor_down()

    # Textual fails at going a page further in a list that has no line in the window. No issue is known; these can go
    # when it does not.

    def action_page_up(self) -> None:
        """Go a page up, in a window that shows one."""
        if self.scrollable_content_region:
            super().action_page_up()

    def action_page_down(self) -> None:
        """Go a page down, in a window that shows one."""
        if self.scrollable_content_region:
            super().action_page_down()
