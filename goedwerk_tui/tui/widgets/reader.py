"""The text of a step, as far as it lies open."""

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Markdown, Static

from goedwerk_tui.guidance.reading_place import ReadingPlace
from goedwerk_tui.programme.model import Block, Source
from goedwerk_tui.tui.keys import Keyed
from goedwerk_tui.tui.widgets.pane import entitle

TERM_SCHEME = "begrip:"
_WHOLE = 950
"""Thousandths of a block above which all of it was seen: what lacks is the air below it."""


class Reader(Keyed, VerticalScroll, can_focus=True):
    """Shows blocks one under the other; more are added as they open, and then come into view."""

    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("space", "read_on", show=False, tooltip="Schuif een bladzijde door, aan het eind verder"),
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
        self._begins: dict[str, Widget] = {}
        """By the slug of each block that is shown, the widget it begins with."""
        self._place: ReadingPlace | None = None
        self._when_seen: ReadingPlace | None = None
        """Where to go once it is seen."""
        self._seen: dict[str, int] = {}
        """By the slug of each block, up to which thousandth of its height it was on the screen."""

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
        fresh, first = blocks[self._shown :], self._shown == 0
        self._shown = max(self._shown, len(blocks))
        widgets: list[Widget] = []
        for block in fresh:
            parts = _block(block, titled=not (first and block is fresh[0]))
            if parts:
                self._begins[block.slug] = parts[0]
            widgets += parts
        if fresh and sources:
            widgets.append(Static(Content(_sources(sources)), classes="sources"))
        await self.mount_all(widgets)
        return bool(fresh)

    @property
    def place(self) -> ReadingPlace | None:
        """What stands at the top, or stood there when it was last to be seen; None while nothing was laid out."""
        tops = self._tops() if self.is_on_screen else {}
        if tops:
            slug = [slug for slug, top in tops.items() if top <= self.scroll_y or top == 0][-1]
            top, bottom = self._span(slug)
            self._place = ReadingPlace(slug, max(round(1000 * (self.scroll_y - top) / max(bottom - top, 1)), 0))
        return self._place

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Remember what stands at the top, for when something else is in its place, and show what Enter does there."""
        super().watch_scroll_y(old_value, new_value)
        _ = self.place
        self._note_seen()
        self.refresh_bindings()

    def watch_virtual_size(self) -> None:
        """Enter does another thing where there is more to read."""
        self.call_after_refresh(self._note_seen)
        self.refresh_bindings()

    def on_resize(self) -> None:
        """Enter does another thing where there is more to read."""
        self.call_after_refresh(self._note_seen)
        self.refresh_bindings()

    def _note_seen(self) -> None:
        """Remember how much of each block was on the screen, from its begin."""
        if not self.is_on_screen:
            return
        below = self.scroll_y + self.scrollable_content_region.height
        for slug, begins in self._tops().items():
            top, bottom = self._span(slug)
            if self.scroll_y <= begins + self._seen_rows(slug) and begins < below:
                part = min(round(1000 * (below - top) / max(bottom - top, 1)), 1000)
                self._seen[slug] = max(part, self._seen.get(slug, 0))

    def _seen_rows(self, slug: str) -> int:
        top, bottom = self._span(slug)
        return round(self._seen.get(slug, 0) * (bottom - top) / 1000)

    def unseen(self, slug: str) -> ReadingPlace | None:
        """Return where the part of a block begins that was never on the screen; None when all of it was."""
        seen = self._seen.get(slug, 0)
        return ReadingPlace(slug, seen) if slug in self._begins and seen < _WHOLE else None

    def go_to(self, place: ReadingPlace) -> None:
        """Bring a place to the top, once it is laid out; one that is not in this text changes nothing."""
        self.call_after_refresh(self._go_to, place)

    def _go_to(self, place: ReadingPlace) -> None:
        if place.block not in self._begins:
            return
        if not self.is_on_screen:
            self._place = self._when_seen = place
        else:
            top, bottom = self._span(place.block)
            self.scroll_to(y=top + round(place.permille * (bottom - top) / 1000), animate=False, immediate=True)

    def on_show(self) -> None:
        """Go where one was to go while something else was in its place."""
        place, self._when_seen = self._when_seen, None
        if place is not None:
            self.go_to(place)

    def _tops(self) -> dict[str, int]:
        """Return the row at which each block begins; the first at the top, with its margin."""
        tops = {slug: widget.virtual_region_with_margin.y for slug, widget in self._begins.items()}
        return {slug: top if number else 0 for number, (slug, top) in enumerate(tops.items())}

    def _span(self, slug: str) -> tuple[int, int]:
        """Return the rows at which a block begins and ends."""
        tops = self._tops()
        return tops[slug], min((top for top in tops.values() if top > tops[slug]), default=self.virtual_size.height)

    @property
    def has_more(self) -> bool:
        """Whether there is text below what is seen."""
        return self.scroll_target_y < self.max_scroll_y

    def action_read_on(self) -> None:
        """Show the next page of the text; at its end, tell that there is none."""
        if self.has_more:
            self.scroll_page_down(animate=False)
        else:
            self.post_message(self.ReadOn())

    def on_markdown_link_clicked(self, event: Markdown.LinkClicked) -> None:
        """Tell which term was clicked; other links do not exist in the programme."""
        event.stop()
        if event.href.startswith(TERM_SCHEME):
            self.post_message(self.TermChosen(event.href.removeprefix(TERM_SCHEME)))


def _block(block: Block, *, titled: bool) -> list[Widget]:
    """Return what shows a block. The first block of a text needs no title: the title of the step stands above it."""
    widgets: list[Widget] = []
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
