"""What will leave, to the letter, and the file that it goes to."""

import asyncio
from pathlib import Path

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Input, Static

from goedwerk_tui.base.clock import local, utc_now
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.words import how_many
from goedwerk_tui.sharing.document import Document
from goedwerk_tui.sharing.markdown import to_markdown
from goedwerk_tui.sharing.writing import TargetExists, write_document
from goedwerk_tui.tui.screen import GoedWerkScreen
from goedwerk_tui.tui.screens.dialog import Dialog
from goedwerk_tui.tui.screens.question import QuestionScreen

_WOO = "Let op: een bestand dat je via je werkmail verstuurt kan onder de Woo vallen."


class PreviewScreen(GoedWerkScreen[None]):
    """The text of the file as it will be."""

    HELP_TEXT = "Dit is precies wat er in het bestand komt, teken voor teken. **s** schrijft het, **Esc** gaat terug."
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("s", "save", "schrijf bestand"),
        Binding("escape", "dismiss", "terug"),
    ]

    def __init__(self, document: Document) -> None:
        """Take the document."""
        super().__init__()
        self._document = document

    def compose(self) -> ComposeResult:
        """Show the text as it will stand in the file."""
        with VerticalScroll(id="place"):
            yield Static(
                Content(f"Dit komt in het bestand: {how_many(self._document.pieces, 'stuk', 'stukken')}"),
                classes="heading",
            )
            yield Static(Content(to_markdown(self._document)), id="preview")
        yield Footer(show_command_palette=False, compact=True)

    @work(group="saving", exclusive=True)
    async def action_save(self) -> None:
        """Ask where to, write the file, and say where it is."""
        target = await self.goedwerk.push_screen_wait(TargetScreen(_usual_target()))
        while target:
            try:
                written = await asyncio.to_thread(write_document, self._document, Path(target))
            except TargetExists as exists:
                answers = [("no", "Laat het staan"), ("yes", "Vervang het")]
                if await self.goedwerk.push_screen_wait(QuestionScreen(f"{exists.happened}", answers)) != "yes":
                    return
                written = await self._replace(Path(target))
            except Trouble as trouble:
                self.goedwerk.tell(trouble)
                target = await self.goedwerk.push_screen_wait(TargetScreen(target))
                continue
            if written:
                self.goedwerk.say(f"Geschreven: {written}")
                self.dismiss()
            return

    async def _replace(self, target: Path) -> Path | None:
        try:
            return await asyncio.to_thread(write_document, self._document, target, overwrite=True)
        except Trouble as trouble:
            self.goedwerk.tell(trouble)
            return None


class TargetScreen(Dialog[str]):
    """Asks for a file name; answers None when it is left."""

    BINDINGS = [Binding("escape", "close", "laat maar")]  # noqa: RUF012 - typed so by Textual

    def __init__(self, target: str) -> None:
        """Take the name to begin with."""
        super().__init__()
        self._target = target

    def compose(self) -> ComposeResult:
        """Show the name, ready to change."""
        with Vertical(classes="dialog"):
            yield Static(Content("Naar welk bestand? Enter schrijft het, Esc laat het erbij."))
            yield Input(self._target, id="target", compact=True, select_on_focus=False)
            yield Static(Content(_WOO), classes="paragraph")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with the name."""
        self.dismiss(event.value.strip() or None)


def _usual_target() -> str:
    documents = Path.home() / "Documents"
    folder = documents if documents.is_dir() else Path.home()
    return str(folder / f"goedwerk-{local(utc_now()).date().isoformat()}.md")
