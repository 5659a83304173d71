"""What to do with a pasted text that holds a line too long to edit."""

from textual import events
from textual.binding import Binding

from goedwerk_tui.base.clock import utc_now
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.journal import Kind
from goedwerk_tui.journal.book import new_id
from goedwerk_tui.journal.drafts import Draft
from goedwerk_tui.tui.screens.question import QuestionScreen
from goedwerk_tui.tui.widgets.editor import Editor

_ANSWERS = [
    ("note", "Zet hem als losse notitie in het dagboek"),
    ("insert", "Plak hem toch hier"),
    ("drop", "Laat maar"),
]


class HugeLineScreen(QuestionScreen):
    """Asks about the text, which is a draft for as long as it asks. What is typed meanwhile stands in the box below."""

    HELP_TEXT = """
Wat je plakte is al bewaard, als concept. Kies wat ermee moet gebeuren. Met **Esc** kies je niets: het staat dan klaar
op Thuis. Wat je hier typt, komt in het vak eronder.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("escape", "close", "later", tooltip="Laat de tekst voor later klaarstaan op Thuis"),
    ]

    def __init__(self, text: str, editor: Editor, *, never_leaves: bool) -> None:
        """Take the text, the box that it was pasted in, and whether what is written there never leaves."""
        question = (
            f"Deze tekst heeft een regel van meer dan {len(text) // 1000 * 1000} tekens. Hij past hier wel, "
            "maar dan wordt typen in dit vak traag."
        )
        super().__init__(question, _ANSWERS)
        self._editor = editor
        self.draft = Draft(key=new_id(), text=text, kind=Kind.NOTE, at=utc_now(), never_leaves=never_leaves)
        """The text."""

    def on_mount(self) -> None:
        """Keep the text at once: it is nowhere but in this window."""
        super().on_mount()
        self.run_worker(self.keep(), group="drafts")

    async def on_key(self, event: events.Key) -> None:
        """Let what is typed stand in the box: a letter is no answer."""
        if event.is_printable and event.character:
            event.stop()
            event.prevent_default()
            self._editor.insert(event.character)

    async def on_paste(self, event: events.Paste) -> None:
        """Let what is pasted stand in the box too, or ask about it as well."""
        self._editor.on_paste(event)

    async def keep(self) -> bool:
        """Keep the text as a draft."""
        try:
            await self.workspace.keep_draft(self.draft)
        except Trouble as trouble:
            self.shell.sync.not_saved(trouble)
            return False
        return True

    def keep_now(self) -> None:
        """Keep the text as a draft, at once."""
        self.workspace.keep_draft_now(self.draft)
