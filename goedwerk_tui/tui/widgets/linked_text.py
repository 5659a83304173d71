"""Something to read, with lines in it that open the entry that they are about."""

from collections.abc import Iterator
from dataclasses import dataclass

from textual import on
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from goedwerk_tui.tui.keys import Keyed
from goedwerk_tui.tui.widgets.row import Row


@dataclass(frozen=True)
class Link:
    """A line about an entry."""

    words: str
    entry_id: str = ""
    """The entry that it opens; empty when there is nothing to open any more."""
    remark: str = "Enter  lees"
    yields: str = ""
    """The part of the words that is shortened first where there is no room for all."""


@dataclass(frozen=True)
class Passage:
    """A part to read; the title and the text may be empty."""

    title: str = ""
    text: Content = Content("")  # noqa: RUF009 - never changed
    links: tuple[Link, ...] = ()
    opens: str = ""
    """The entry that the title opens."""


class LinkedText(Keyed, VerticalScroll):
    """Shows passages. The arrows scroll, tab goes from link to link, Enter opens one."""

    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("tab", "app.focus_next", "volgende regel", show=False),
        Binding("shift+tab", "app.focus_previous", "vorige regel", show=False),
    ]

    class Opened(Message):
        """A link was chosen."""

        def __init__(self, entry_id: str) -> None:
            """Keep which entry it opens."""
            super().__init__()
            self.entry_id = entry_id

    def __init__(self, *, id: str | None = None, classes: str = "") -> None:
        """Begin empty."""
        super().__init__(id=id, classes=classes)
        self._shown: tuple[Passage, ...] | None = None
        """What stands there as a whole; None while it is being laid out, which may be broken off."""

    async def show(self, passages: tuple[Passage, ...]) -> None:
        """Show other passages; the same ones stay as they are, with the focus where it was."""
        if passages == self._shown:
            return
        self._shown = None
        had_focus = self.has_focus or any(row.has_focus for row in self.query(Row))
        await self.remove_children()
        await self.mount_all(widget for passage in passages for widget in _widgets(passage))
        self._shown = passages
        self.scroll_home(animate=False)
        if had_focus:
            self.focus()

    @on(Row.Chosen)
    def _chosen(self, event: Row.Chosen) -> None:
        event.stop()
        self.post_message(self.Opened(str(event.row.name)))


def _widgets(passage: Passage) -> Iterator[Widget]:
    if passage.opens:
        yield Row(passage.title, "Enter  open", name=passage.opens).add_class("passage-title")
    elif passage.title:
        yield Static(Content(passage.title), classes="passage-title")
    if passage.text:
        yield Static(passage.text, classes="passage-text")
    for link in passage.links:
        if link.entry_id:
            yield Row(link.words, link.remark, yields=link.yields, name=link.entry_id)
        else:
            told = f"{link.words} · {link.remark}" if link.remark else link.words
            yield Static(Content(told), classes="told")
