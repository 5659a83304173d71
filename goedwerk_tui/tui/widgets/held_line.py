"""Where stands what was typed where nothing can be written: a line above the keys, until it gets a place."""

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import TextArea

from goedwerk_tui.tui.widgets.editor import Editor
from goedwerk_tui.tui.widgets.pane import entitle


class HeldBox(Editor):
    """The box on that line; Enter gives what stands there a place."""

    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("enter", "hand_on", "schrijf verder", tooltip="Geef wat je typte een plek, en schrijf daar verder"),
        Binding("ctrl+u", "drop", "laat weg", tooltip="Haal weg wat je typte"),
        Binding("escape", "leave", "bewaar als notitie", tooltip="Bewaar wat je typte als notitie, en blijf hier"),
    ]
    leads_to = ""
    """What Enter does, where that is something else."""

    class HandedOn(Message):
        """What stands here is to get its place."""

    class Dropped(Message):
        """What stands here is not wanted."""

    def on_key(self, event: events.Key) -> None:
        """Leave Enter to the binding, where a box begins a line."""
        if event.key == "enter":
            event.prevent_default()

    def words_for(self, action: str) -> str:
        """Say what Enter does."""
        return self.leads_to if action == "hand_on" else ""

    def action_hand_on(self) -> None:
        """Tell that what stands here is to get its place."""
        self.post_message(self.HandedOn())

    def action_drop(self) -> None:
        """Tell that what stands here is not wanted."""
        self.post_message(self.Dropped())


class HeldLine(Vertical):
    """Says why what was typed stands here, above the box in which it does."""

    class HandedOn(Message):
        """What stands here is to get its place."""

    class Left(Message):
        """The person is done here."""

    class Dropped(Message):
        """What stands here is not wanted."""

    class DraftDue(Message):
        """Something stands here that is in no draft yet."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.text = ""
        """What stands here; also when the box is there no more."""

    def compose(self) -> ComposeResult:
        """Yield the box."""
        yield HeldBox(id="held")

    @property
    def box(self) -> HeldBox:
        """The box."""
        return self.query_one(HeldBox)

    @property
    def has_keyboard(self) -> bool:
        """Whether one types here; never where the box is there no more."""
        return any(box.has_focus for box in self.query(HeldBox))

    def tell(self, title: str, leads_to: str) -> None:
        """Say why what is typed stands here, and what Enter does with it; empty for a note."""
        entitle(self, title)
        self.box.leads_to = leads_to

    def add(self, typed: str) -> None:
        """Put what was typed behind what stands here."""
        box = self.box
        apart = not box.has_focus and bool(box.text) and not box.text[-1].isspace()
        box.move_cursor(box.document.end)
        box.insert(f" {typed}" if apart else typed)
        self.text = box.text
        box.focus()

    def take_out(self) -> str:
        """Be empty again, and return what stood here."""
        text, self.text = self.text, ""
        for box in self.query(HeldBox):
            box.take("")
        return text

    # Where the line stands nothing else is to take this for an answer that is being written.

    @on(TextArea.Changed)
    def _changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.text = event.text_area.text

    @on(Editor.DraftDue)
    def _draft_due(self, event: Editor.DraftDue) -> None:
        event.stop()
        self.text = event.editor.text
        self.post_message(self.DraftDue())

    @on(HeldBox.HandedOn)
    def _handed_on(self, event: HeldBox.HandedOn) -> None:
        event.stop()
        self.text = self.box.text
        self.post_message(self.HandedOn())

    @on(HeldBox.Dropped)
    def _dropped(self, event: HeldBox.Dropped) -> None:
        event.stop()
        self.text = self.box.text
        self.post_message(self.Dropped())

    @on(Editor.Left)
    def _left(self, event: Editor.Left) -> None:
        event.stop()
        self.text = self.box.text
        self.post_message(self.Left())

    @on(Editor.HugeLine)
    def _huge_line(self, event: Editor.HugeLine) -> None:
        """Take it in all the same: it gets a place before much is typed behind it."""
        event.stop()
        self.add(event.text)
