"""The text of a step, as far as it lies open."""

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Markdown, Static

from goedwerk_tui.programme.model import Block, Source
from goedwerk_tui.tui.keys import Keyed
from goedwerk_tui.tui.widgets.pane import entitle

TERM_SCHEME = "begrip:"


class Reader(Keyed, VerticalScroll, can_focus=True):
    """Shows blocks one under the other; more are added as they open, and then come into view."""

    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("space", "read_on", "lees", tooltip="Schuif een bladzijde door, aan het eind verder"),
    ]

    class TermChosen(Message):
        """A glossary term in the text was clicked."""

        def __init__(self, term: str) -> None:
            """Keep the id of the term."""
            super().__init__()
            self.term = term

    class ReadOn(Message):
        """Somebody who is at the end of the text reads on."""

    def __init__(self, *, id: str | None = None, classes: str = "") -> None:
        """Start without text."""
        super().__init__(id=id, classes=classes)
        self._shown = 0

    def on_mount(self) -> None:
        """Say what this is."""
        entitle(self, "De tekst")

    async def open(self, blocks: tuple[Block, ...], sources: tuple[Source, ...] = ()) -> bool:
        """Show blocks; those that were shown already stay where they are.

        Args:
            blocks: all blocks that lie open, from the first.
            sources: what is named as source below the text; empty as long as the text is not open to its end.

        Returns:
            Whether anything was added.
        """
        fresh = blocks[self._shown :]
        if not fresh:
            return False
        first = self._shown == 0
        self._shown = len(blocks)
        widgets = [widget for block in fresh for widget in _block(block, titled=not (first and block is fresh[0]))]
        if sources:
            widgets.append(Static(Content(_sources(sources)), classes="sources"))
        await self.mount_all(widgets)
        if not first:
            self.call_after_refresh(self.scroll_to_widget, widgets[0], top=True, animate=False)
        return True

    def action_read_on(self) -> None:
        """Show the next page of the text; at its end, tell that there is none."""
        if self.scroll_target_y >= self.max_scroll_y:
            self.post_message(self.ReadOn())
        else:
            self.scroll_page_down(animate=False)

    def on_markdown_link_clicked(self, event: Markdown.LinkClicked) -> None:
        """Tell which term was clicked; other links do not exist in the programme."""
        event.stop()
        if event.href.startswith(TERM_SCHEME):
            self.post_message(self.TermChosen(event.href.removeprefix(TERM_SCHEME)))


def _block(block: Block, *, titled: bool) -> list[Static | Markdown]:
    """Return what shows a block. The first block of a text needs no title: the title of the step stands above it."""
    widgets: list[Static | Markdown] = []
    if titled and block.title:
        widgets.append(Static(Content(block.title), classes="block-title"))
    if block.text:
        widgets.append(Markdown(block.text, open_links=False))
    for voice in block.voices:
        widgets.append(Static(Content(voice.who), classes="voice"))
        widgets.append(Markdown(voice.text, open_links=False))
    return widgets


def _sources(sources: tuple[Source, ...]) -> str:
    lines = [f"{source.title} ({source.publisher}, {source.year})" for source in sources]
    return "\n".join(["Bronnen", *lines])
