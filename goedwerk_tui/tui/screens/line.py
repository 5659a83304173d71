"""Asking for one line, over another screen. What is typed is a draft within a second, like everything else."""

from collections.abc import Awaitable, Callable

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Input, Static

from goedwerk_tui.base.clock import utc_now
from goedwerk_tui.base.text import clean
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.journal.drafts import Draft
from goedwerk_tui.tui.screens.dialog import Dialog
from goedwerk_tui.tui.shell import Shell
from goedwerk_tui.tui.widgets.editor import DRAFT_AFTER, LineEditor


class LineScreen(Dialog[str | None]):
    """Asks for one line; answers with it, or with None after Esc. A line that was cut short stands there again."""

    def __init__(self, asks: str, text: str = "", hint: str = "", *, draft: Draft) -> None:
        """Take what is asked.

        Args:
            asks: the question.
            text: what stands there already.
            hint: a way in.
            draft: how to keep what is being typed; its own text is of no account.
        """
        super().__init__()
        self._asks, self._stood, self._hint, self._draft = asks, text, hint, draft
        self._due: Timer | None = None

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
            text = cut_short.text if cut_short else self._stood
            yield LineEditor(text, id="line", select_on_focus=cut_short is None)
            yield Static(Content("Enter bewaart, Esc laat het zoals het was"), classes="line-keys")

    def on_mount(self) -> None:
        """Begin to write at once."""
        self.query_one(".line-hint").display = bool(self._hint)
        self.query_one("#line").focus()

    @property
    def _line(self) -> str:
        return clean(self.query_one("#line", Input).value).strip()

    @on(Input.Changed)
    def _typed(self) -> None:
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

    def on_input_submitted(self) -> None:
        """Answer."""
        self.dismiss(self._line)


async def ask_for_line(asking: LineScreen, shell: Shell, take: Callable[[str], Awaitable[bool]]) -> None:
    """Ask for a line, and forget its draft once the line is kept elsewhere or was left. Only from a worker.

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
