"""Boxes to type in: a text and a line."""

# pyright: reportPrivateUsage=false

import unicodedata
from collections.abc import Callable, Sequence
from functools import partial

from textual import events
from textual.document._document import EditResult
from textual.document._edit import Edit
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import Input, TextArea

from goedwerk_tui.base.text import clean


def _unprinted(event: events.Key) -> str:
    """Return the text of a key that Textual takes for no text, because Python does not call it printable.

    So no-break, narrow and ideographic spaces, joiners, soft hyphens and signs that are newer than Python would be lost
    when typed, though they are kept when pasted. No issue is known; this can go when ``Key.is_printable`` is true for
    them.
    """
    character = event.character or ""
    if len(character) != 1 or event.is_printable or unicodedata.category(character) == "Cc":
        return ""
    return clean(character)


class SteadyTextArea(TextArea):
    """A text area that takes in all that can be typed, and can undo and redo whatever was done in it."""

    def _on_key(self, event: events.Key) -> None:  # pyright: ignore[reportIncompatibleMethodOverride] - both are called
        if not self.read_only and (text := _unprinted(event)):
            event.prevent_default()
            event.stop()
            self._replace_via_keyboard(text, *self.selection)

    def edit(self, edit: Edit) -> EditResult:
        """Change the text; a word is undone by itself, where Textual undoes all that was typed without a pause."""
        row, column = edit.top
        before = self.document[row][:column] if row < self.document.line_count else ""
        if before[-1:].isspace() and not edit.text.isspace():
            self.history.checkpoint()
        return super().edit(edit)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw what stands here; nothing once it is being taken down.

        Textual takes the styles from a box that goes before it is off the screen, and ends when that is drawn in
        between. No issue is known; it can go when a widget keeps its styles for as long as it is drawn.
        """
        return super().render_lines(crop) if self._component_styles else [Strip.blank(crop.width)] * crop.height

    # Textual reckons with a cursor that is not in the text any more when undoing has made the text shorter, and ends
    # (https://github.com/Textualize/textual/issues/6686); what lines are wrapped anew is also wrong when more than one
    # edit is undone at once. Both can go when that issue is closed and the tests of editing pass without them.

    def _undo_batch(self, edits: Sequence[Edit]) -> None:
        self._go_through(tuple(reversed(edits)), Edit.undo)

    def _redo_batch(self, edits: Sequence[Edit]) -> None:
        self._go_through(edits, partial(Edit.do, record_selection=False))

    def _go_through(self, edits: Sequence[Edit], step: Callable[[Edit, TextArea], object]) -> None:
        """Take the edits in this order, then put the cursor where the last one left it, and only then look at sizes."""
        if not edits:
            return
        for edit in edits:
            step(edit, self)
        self.wrapped_document.wrap(self.wrap_width, self.indent_width)
        edits[-1].after(self)
        self._rewrap_and_refresh_virtual_size()
        self.scroll_cursor_visible()
        self.post_message(self.Changed(self))


class SteadyInput(Input):
    """A line that takes in all that can be typed."""

    def _on_key(self, event: events.Key) -> None:  # pyright: ignore[reportIncompatibleMethodOverride] - both are called
        if text := _unprinted(event):
            event.prevent_default()
            event.stop()
            self.replace(text, *self.selection)
