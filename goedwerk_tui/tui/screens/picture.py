"""One picture over the whole screen."""

import asyncio

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding

from goedwerk_tui.guidance.insight import Picture
from goedwerk_tui.tui.screens.base import GoedWerkScreen
from goedwerk_tui.tui.screens.picture_actions import gather, open_entries, share
from goedwerk_tui.tui.widgets.pane import entitle
from goedwerk_tui.tui.widgets.picture_view import PictureView


class PictureScreen(GoedWerkScreen[None]):
    """Shows a picture, the words behind it, and the way to the entries that it was drawn from."""

    HELP_TEXT = """
Een beeld van wat je schreef. Erboven staat waaruit het is getekend. **l** zet er de woorden voor in de plaats, en weer
terug. **e** laat de stukken zien die erachter zitten; **Enter** opent er daar een.

**d** deelt het beeld: je ziet eerst precies wat er in het bestand komt. Wat nooit mee mag, zit er dan niet in.
**Esc** brengt je terug.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("l", "words", "woorden", tooltip="Lees het in woorden, of bekijk weer het beeld"),
        Binding("e", "entries", "stukken", tooltip="Bekijk de stukken die erachter zitten"),
        Binding("d", "share", "deel", tooltip="Bekijk wat er van dit beeld in een bestand zou komen"),
        Binding("escape", "dismiss", "terug"),
    ]

    def __init__(self, picture: Picture) -> None:
        """Take the picture."""
        super().__init__()
        self._picture = picture
        self._as_words = False

    def compose_body(self) -> ComposeResult:
        """Show the picture."""
        yield PictureView(id="picture", classes="pane")

    def on_mount(self) -> None:
        """Follow every change."""
        entitle(self.query_one(PictureView), self._picture.title)
        self.query_one(PictureView).focus()
        self.query_one(PictureView).show(self._picture, as_words=False)
        self.follow(self._look)

    @work(group="looking", exclusive=True)
    async def _look(self) -> None:
        for each in await asyncio.to_thread(gather, self.workspace):
            if each.id != self._picture.id:
                continue
            if isinstance(each, Picture):
                self._picture = each
                self.query_one(PictureView).show(each, as_words=self._as_words)
            else:
                self.query_one(PictureView).say(each.needs)

    def action_words(self) -> None:
        """Show the words behind the picture, or the picture again."""
        self._as_words = not self._as_words
        self.query_one(PictureView).show(self._picture, as_words=self._as_words)

    def action_entries(self) -> None:
        """Show the entries behind the picture."""
        open_entries(self.shell, self._picture)

    def action_share(self) -> None:
        """Show what would leave."""
        share(self.shell, self._picture)
