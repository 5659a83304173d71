"""Asking for some words over another screen. What is typed is a draft within a second, like everything else."""

from collections.abc import Awaitable, Callable

import msgspec
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Static, TextArea

from goedwerk_tui.base.clock import utc_now
from goedwerk_tui.base.text import clean, space_after
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.journal.drafts import Draft
from goedwerk_tui.tui.screens.dialog import Dialog
from goedwerk_tui.tui.shell import Shell
from goedwerk_tui.tui.widgets.editor import DRAFT_AFTER, Editor


class GrowingBox(Editor):
    """A box that grows with what is written in it; Enter is done with it."""

    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("enter", "be_done", "bewaar", tooltip="Bewaar wat er staat en ga verder"),
        Binding("escape", "leave", "bewaar en terug", tooltip="Bewaar wat er staat en ga terug"),
    ]

    class Done(Message):
        """The person is done here."""

    def on_key(self, event: events.Key) -> None:
        """Leave Enter to the binding, where the box itself would begin a line."""
        if event.key == "enter":
            event.prevent_default()

    def action_be_done(self) -> None:
        """Tell that the person is done here."""
        self.post_message(self.Done())


class LineScreen(Dialog[str | None]):
    """Asks for some words; Enter and Esc both answer with them, and what was cut short stands there again.

    It answers with None where nothing was changed.
    """

    HELP_TEXT = """
Hier schrijf je één ding op: een reden, een woord, een afspraak. Het vak groeit mee. **Enter** en **Esc** bewaren wat er
staat. Maak je het leeg, dan is het met **Enter** weg, en met **Esc** blijft staan wat er eerst stond.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("escape", "close", "bewaar", tooltip="Bewaar wat er staat en ga terug"),
    ]

    def __init__(
        self,
        asks: str,
        text: str = "",
        hint: str = "",
        *,
        draft: Draft,
        typed: str = "",
        read: Callable[[str], tuple[str, bool]] | None = None,
    ) -> None:
        """Take what is asked.

        Args:
            asks: the question.
            text: what stands there already.
            hint: a way in.
            draft: how to keep what is being typed; its own text is of no account.
            typed: what was typed already of what is to come behind the text.
            read: says in Dutch how what is written is understood, and whether it will do; Enter waits until it does.
        """
        super().__init__()
        self._asks, self._stood, self._hint, self._draft = asks, text, hint, draft
        self._typed_before = typed
        self._read = read
        self._due: Timer | None = None
        self.left = False
        """Whether it was closed by Esc: the person goes back to where it was asked."""
        self.goes_on = False
        """Whether Enter on what stood there unchanged is an answer too."""

    @property
    def draft_key(self) -> str:
        """The name of the draft."""
        return self._draft.key

    def compose_body(self) -> ComposeResult:
        """Show the question above a line to write on."""
        cut_short = self.workspace.draft(self._draft.key)
        with Vertical(classes="dialog"):
            yield Static(Content(self._asks), classes="heading")
            yield Static(Content(self._hint), classes="line-hint")
            self._begin_with = cut_short.text if cut_short else self._with_what_was_typed
            yield GrowingBox(id="line")
            yield Static("", classes="line-told", markup=False)
            yield Static("", classes="line-keys", markup=False)

    def on_mount(self) -> None:
        """Begin to write at once."""
        self.query_one(".line-hint").display = bool(self._hint)
        self._box.load_text(self._begin_with)
        self._box.move_cursor(self._box.document.end)
        self._box.focus()
        self._tell()

    @property
    def _with_what_was_typed(self) -> str:
        typed = self._typed_before
        return f"{self._stood}{space_after(self._stood) if typed else ''}{typed}"

    @property
    def _box(self) -> GrowingBox:
        return self.query_one("#line", GrowingBox)

    @property
    def _line(self) -> str:
        return clean(self._box.text).strip()

    def _tell(self) -> None:
        told = self.query_one(".line-told", Static)
        words, fits = self._read(self._line) if self._read and self._line else ("", True)
        told.update(Content(words))
        told.display = bool(words)
        keys = "Enter of Esc bewaart" if fits else "Enter wacht tot het klopt; Esc bewaart wat er staat"
        self.query_one(".line-keys", Static).update(Content(keys))

    @on(TextArea.Changed)
    def _changed(self) -> None:
        self._tell()
        if self._due is None and self._line != self._stood:
            self._due = self.set_timer(DRAFT_AFTER, self._keep_soon)

    def _keep_soon(self) -> None:
        self._due = None
        self.run_worker(self.keep(), group="drafts")

    def _as_it_is(self) -> Draft:
        return msgspec.structs.replace(self._draft, text=self._line, at=utc_now())

    async def keep(self) -> bool:
        """Keep what is being typed as a draft."""
        if self._line == self._stood:
            return True
        try:
            await self.workspace.keep_draft(self._as_it_is())
        except Trouble as trouble:
            self.shell.sync.not_saved(trouble)
            return False
        return True

    def keep_now(self) -> None:
        """Keep what is being typed as a draft, at once."""
        if self.is_mounted and self._line != self._stood:
            self.workspace.keep_draft_now(self._as_it_is())

    @on(GrowingBox.Done)
    def _done(self) -> None:
        if not self._read or not self._line or self._read(self._line)[1]:
            self.dismiss(self._line if self._line != self._stood or self.goes_on else None)

    @on(Editor.Left)
    def action_close(self) -> None:
        """Keep what is written, and leave what stood where nothing is."""
        self.left = True
        self.dismiss(self._line if self._line and self._line != self._stood else None)

    @on(Editor.HugeLine)
    def _huge_line(self, event: Editor.HugeLine) -> None:
        self._box.put(event.text)


async def ask_for_line(asking: LineScreen, shell: Shell, take: Callable[[str], Awaitable[bool]]) -> None:
    """Ask for some words, and forget their draft once they are kept elsewhere. Only from a worker.

    The screens are told in any case: Thuis no longer offers the draft.

    Args:
        asking: the question.
        shell: the app, over whose screen in front it is asked.
        take: keeps a line, and returns whether that was done.
    """
    line = await shell.ask(asking)
    if (line is None or await take(line)) and shell.workspace is not None:
        try:
            await shell.workspace.clear_draft(asking.draft_key)
        except Trouble as trouble:
            shell.show_error(trouble)
    shell.journal_changed()
