"""Where stands what was typed where nothing can be written: a line above the keys, until it gets a place."""

from math import inf
from typing import NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import TextArea

from goedwerk_tui.base.text import space_after
from goedwerk_tui.tui.keys import two_breaths
from goedwerk_tui.tui.widgets.editor import Editor
from goedwerk_tui.tui.widgets.pane import entitle


class HeldPlace(NamedTuple):
    """What is said of what is held, and what is done with it where one is."""

    title: str
    """Why it stands there."""
    leads_to: str = ""
    """What Enter does with it; empty for making a note of it."""
    leaves_to: str = ""
    """What Esc does; empty for leaving it there."""


class HeldBox(Editor):
    """The box on that line; Enter gives what stands there a place."""

    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("enter", "hand_on", "maak er een notitie van", tooltip="Geef wat je typte een plek"),
        Binding("ctrl+u", "drop", "laat weg", tooltip="Haal weg wat je typte"),
        Binding("escape", "leave", "laat staan", tooltip="Ga terug; wat je typte blijft hier zolang staan"),
    ]
    place = HeldPlace("")
    """What Enter and Esc do with it, and why it stands here."""

    class HandedOn(Message):
        """What stands here is to get its place."""

    class Dropped(Message):
        """What stands here is not wanted."""

    typed_at: float = -inf
    """When the last sign was typed, in seconds."""
    paused: float = 0.0
    """The seconds between that and the sign before it."""

    def on_key(self, event: events.Key) -> None:
        """Leave Enter to the binding, where a box begins a line; keep a word apart from a number of a breath before."""
        if event.key == "enter":
            event.prevent_default()
        if not event.character or not event.is_printable:
            return
        since = event.time - self.typed_at
        if event.character.isalpha() and two_breaths(self.text, self.paused, since):
            row, column = self.document.end
            self.insert(" ", (row, column - 1))
        self.typed_at, self.paused = event.time, since

    def words_for(self, action: str) -> str:
        """Say what Enter and Esc do."""
        return {"hand_on": self.place.leads_to, "leave": self.place.leaves_to}.get(action, "")

    def explained(self, action: str) -> str:
        """Say where Esc does something else with what stands here that it does."""
        leaves_to = self.place.leaves_to
        return f"Ga terug, en {leaves_to} wat je typte" if action == "leave" and leaves_to else ""

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
        self._place = HeldPlace("")
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

    def tell(self, place: HeldPlace) -> None:
        """Say why what is typed stands here, and what is done with it."""
        self._place = self.box.place = place
        self._tell_the_way()
        self.refresh_bindings()

    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    def _tell_the_way(self) -> None:
        """Say how one comes here, where the keyboard is elsewhere."""
        title = self._place.title
        entitle(self, title if self.has_keyboard else f"{title} · met Tab erheen")

    def add(self, typed: str, at: float = -inf, paused: float = 0.0) -> None:
        """Put what was typed behind what stands here; ``at`` and ``paused`` are as those of the box."""
        box = self.box
        box.typed_at, box.paused = at, paused
        apart = "" if box.has_focus else space_after(box.text)
        box.move_cursor(box.document.end)
        box.insert(f"{apart}{typed}")
        self.text = box.text

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
