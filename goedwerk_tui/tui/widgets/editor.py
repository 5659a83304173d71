"""The boxes in which a person writes: a text, and one line."""

from collections.abc import Callable

from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.timer import Timer
from textual.widgets import TextArea

from goedwerk_tui.base.text import behind, clean, pasted_behind
from goedwerk_tui.tui.keys import Keyed
from goedwerk_tui.tui.workarounds.boxes import SteadyInput, SteadyTextArea

DRAFT_AFTER = 0.2
"""Seconds from the first unsaved key to the message that a draft is due; then it has to be written."""
_MOST_UNDONE = 1000
"""Stretches of typing, a word each, that can be undone."""
LONGEST_LINE = 20_000
"""Characters on one line above which typing in the box becomes slow."""


class Editor(Keyed, SteadyTextArea):
    """A text box that says when a draft is due, and does not take in a line that would make it slow."""

    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("escape", "leave", "klaar", tooltip="Bewaar wat er staat en ga uit het schrijfvak"),
        Binding("ctrl+a,f7", "select_all", show=False, tooltip="Selecteer alles; wat je typt komt ervoor in de plaats"),
        Binding("ctrl+u", "delete_before", show=False, tooltip="Wis de selectie, of tot het begin van de alinea"),
        Binding("ctrl+k", "delete_after", show=False, tooltip="Wis de selectie, of tot het eind van de alinea"),
        Binding("ctrl+z", "undo", show=False, tooltip="Draai terug wat je typte of wiste"),
        Binding("ctrl+y", "redo", show=False, tooltip="Doe wat je terugdraaide toch"),
        Binding("ctrl+home", "text_begin", show=False),
        Binding("ctrl+end", "text_end", show=False),
        Binding("ctrl+shift+home", "text_begin(True)", show=False),
        Binding("ctrl+shift+end", "text_end(True)", show=False),
    ]

    class DraftDue(Message):
        """Something was typed that is in no draft yet."""

        def __init__(self, editor: "Editor") -> None:
            """Keep the editor; its text may have grown by the time the message is read."""
            super().__init__()
            self.editor = editor

    class Left(Message):
        """The person is done here for now."""

    class TypedInVain(Message):
        """Something was typed where nothing can be written."""

    class HugeLine(Message):
        """A text was pasted with a line too long to edit; it was not put in the box."""

        def __init__(self, editor: "Editor", text: str) -> None:
            """Keep the box and the pasted text."""
            super().__init__()
            self.editor, self.text = editor, text

    def __init__(self, *, id: str | None = None) -> None:
        """Start empty."""
        super().__init__(
            id=id, soft_wrap=True, tab_behavior="focus", highlight_cursor_line=False, max_checkpoints=_MOST_UNDONE
        )
        # A cursor that blinks keeps the terminal, and a line to it over ssh, busy at rest.
        self.cursor_blink = False
        self._due: Timer | None = None

    def take(self, text: str) -> None:
        """Show a text, with the cursor at its end and nothing to undo."""
        self._forget_due()
        with self.prevent(TextArea.Changed):
            self.load_text(text)
        self.move_cursor(self.document.end)

    def on_text_area_changed(self) -> None:
        """Start the clock at the first key after a draft; later keys do not put it off."""
        if self._due is None and not self.read_only:
            self._due = self.set_timer(DRAFT_AFTER, self._tell_due)

    def _tell_due(self) -> None:
        self._due = None
        self.post_message(self.DraftDue(self))

    def _forget_due(self) -> None:
        if self._due is not None:
            self._due.stop()
            self._due = None

    def action_text_begin(self, select: bool = False) -> None:
        """Move the cursor to the begin of the text, selecting what lies between if asked."""
        self.move_cursor((0, 0), select=select)

    def action_text_end(self, select: bool = False) -> None:
        """Move the cursor to the end of the text, selecting what lies between if asked."""
        self.move_cursor(self.document.end, select=select)

    def action_delete_before(self) -> None:
        """Delete what is selected; without that, all before the cursor in its paragraph."""
        row, _ = self.cursor_location
        self._delete_or_selected((row, 0), self.action_delete_left)

    def action_delete_after(self) -> None:
        """Delete what is selected; without that, all behind the cursor in its paragraph."""
        row, _ = self.cursor_location
        self._delete_or_selected((row, len(self.document[row])), self.action_delete_right)

    def _delete_or_selected(self, to: tuple[int, int], at_the_edge: Callable[[], None]) -> None:
        """Delete what is selected, or up to a place; from that place itself, the one sign beyond it."""
        if self.read_only:
            return
        start, end = self.selection
        if start == end == to:
            at_the_edge()
            return
        begin, stop = sorted((start, end) if start != end else (start, to))
        self.delete(begin, stop, maintain_selection_offset=False)

    def action_leave(self) -> None:
        """Tell that the person is done here."""
        self.post_message(self.Left())

    def on_key(self, event: events.Key) -> None:
        """Tell when a sign is typed that goes nowhere; begin no line before there is a text.

        Enter that is pressed once too often at the end of something else comes here, and was never meant for this.
        """
        if self.read_only:
            if event.is_printable:
                self.post_message(self.TypedInVain())
        elif event.key == "enter" and not self.text.strip():
            event.prevent_default()
            event.stop()

    def on_paste(self, event: events.Paste) -> None:
        """Take in a pasted text."""
        event.prevent_default()
        event.stop()
        self.take_in(clean(event.text))

    def take_in(self, text: str, *, apart: bool = False) -> None:
        """Take in a pasted text, unless it would make typing slow.

        Args:
            text: what was pasted.
            apart: whether it is to be kept apart from a text at whose end the cursor is.
        """
        if self.read_only:
            self.post_message(self.TypedInVain())
            return
        if max(map(len, text.split("\n")), default=0) > LONGEST_LINE:
            self.post_message(self.HugeLine(self, text))
            return
        self.put(text, apart=apart)

    def put(self, text: str, *, apart: bool = False) -> None:
        """Put a pasted text where the cursor is, however long its lines are; ``apart`` is as in ``take_in``."""
        if self.selection.is_empty and self.cursor_location == self.document.end:
            text = behind(self.text, text) if apart else pasted_behind(self.text, text)
        pasted = self.replace(text, *self.selection, maintain_selection_offset=False)
        self.move_cursor(pasted.end_location)


class LineEditor(Keyed, SteadyInput):
    """A box for one line: a name, a day, a place."""

    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("enter", "submit", "klaar"),
        Binding("ctrl+a", "select_all", show=False),
        Binding("ctrl+home", "home", show=False),
        Binding("ctrl+end", "end", show=False),
        Binding("ctrl+shift+home", "home(True)", show=False),
        Binding("ctrl+shift+end", "end(True)", show=False),
    ]

    def __init__(
        self, value: str = "", *, placeholder: str = "", id: str | None = None, select_on_focus: bool = True
    ) -> None:
        """Take what stands in it, and what it says while it is empty."""
        super().__init__(value, placeholder=placeholder, id=id, compact=True, select_on_focus=select_on_focus)
        self.offered = value
        """What stood in it at first, which nobody typed here."""
        self.cursor_blink = False

    def on_paste(self, event: events.Paste) -> None:
        """Take in a pasted text."""
        event.prevent_default()
        event.stop()
        self.take_in(clean(event.text))

    def take_in(self, text: str, *, apart: bool = False) -> None:
        """Take in a pasted text as one line.

        Args:
            text: what was pasted.
            apart: whether it is to be kept apart from a line at whose end the cursor is.
        """
        if self.selection.is_empty and self.cursor_position == len(self.value):
            text = behind(self.value, text) if apart else pasted_behind(self.value, text)
        self.replace(" ".join(text.split("\n")), *self.selection)


class SearchLine(LineEditor):
    """A line with what is looked for; Enter goes to what was found."""

    BINDINGS = [Binding("enter", "submit", "naar de lijst")]  # noqa: RUF012 - typed so by Textual
