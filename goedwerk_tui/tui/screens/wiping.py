"""Asking before something is wiped for good, in words that say what that does and what it can't reach."""

import asyncio
from collections.abc import Collection

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from goedwerk_tui.base.text import shorten
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.counting import number_of
from goedwerk_tui.guidance.one_line import one_line
from goedwerk_tui.guidance.text_overlap import elsewhere
from goedwerk_tui.guidance.wiping import wipe_pieces
from goedwerk_tui.guidance.wiping_messages import (
    WHAT_WIPING_DOES,
    what_goes_beside,
    what_goes_too,
    what_may_leave_then,
    what_wiped,
    where_gone_words_stay,
    where_words_stay,
)
from goedwerk_tui.guidance.words import origin_line, pieces
from goedwerk_tui.journal import Journal
from goedwerk_tui.journal.half_done import half_done
from goedwerk_tui.journal.out_of_reach import out_of_reach, where_linked
from goedwerk_tui.tui.screens.dialog import Dialog
from goedwerk_tui.tui.screens.entries import EntriesScreen
from goedwerk_tui.tui.screens.question import QuestionScreen
from goedwerk_tui.tui.shell import Shell
from goedwerk_tui.tui.widgets.editor import LineEditor
from goedwerk_tui.tui.workspace import Workspace

WORDS = "alles wissen"


class TypedScreen(Dialog[bool]):
    """Asks to type some words. Answers True when they were typed; None when it is left."""

    def __init__(self, text: str, words: str) -> None:
        """Take what will happen, and the words that let it."""
        super().__init__()
        self._text = text
        self._words = words

    def compose_body(self) -> ComposeResult:
        """Show what will happen above the box."""
        with Vertical(classes="dialog"):
            yield Static(Content(self._text))
            yield Static(Content(f"Typ ‘{self._words}’ en dan Enter. Esc laat alles staan."), classes="paragraph")
            yield LineEditor(placeholder="typ hier", id="typed")
            yield Static("", id="typed-wrong", markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer, if these are the words."""
        if event.value.strip().casefold() == self._words:
            self.dismiss(True)
        else:
            self.query_one("#typed-wrong", Static).update(Content("Dat staat er niet. Er is niets gewist."))


async def ask_and_wipe(shell: Shell, entry_ids: Collection[str]) -> bool:
    """Wipe entries once the person agrees; to be awaited in a worker. Returns whether they were wiped."""
    workspace = shell.workspace
    assert workspace is not None
    doomed = await _agreed(shell, workspace, entry_ids)
    if not doomed:
        return False
    try:
        wiped = await workspace.write(lambda journal: wipe_pieces(journal, doomed))
    except Trouble as trouble:
        shell.show_error(trouble)
        return False
    said = (
        what_wiped(wiped)
        if wiped.left or wiped.merged.files or wiped.kept or wiped.beside_pages
        else f"Gewist: {pieces(len(wiped.entries))}."
    )
    came = await asyncio.to_thread(where_gone_words_stay, workspace.journal)
    said = " ".join(filter(None, (said, came)))
    shell.acted(said, lambda: shell.show_message("Gewist is gewist: dat komt niet terug."))
    shell.journal_changed()
    return True


async def _agreed(shell: Shell, workspace: Workspace, entry_ids: Collection[str]) -> tuple[str, ...]:
    """Ask whether entries may be wiped, and return what may: these, with what they made, or nothing.

    Where else their words stand is shown to whoever wants to see that first.
    """
    answers = [("no", "Laat staan"), ("yes", "Wis voorgoed")]
    stays = await asyncio.to_thread(_stays, workspace.journal)
    while True:
        journal = workspace.journal
        drafts = await asyncio.to_thread(half_done, journal)
        found = await asyncio.to_thread(elsewhere, entry_ids, tuple(journal.entries.values()), drafts)
        says = (
            _what(journal, entry_ids),
            WHAT_WIPING_DOES,
            stays,
            where_words_stay(found),
            what_may_leave_then(entry_ids, found, journal),
        )
        look = [("look", "Bekijk eerst waar die woorden ook staan")] if found.entries else []
        made = [("made", "Wis voorgoed, ook wat eruit kwam")] if found.made else []
        answer = await shell.ask(QuestionScreen("\n\n".join(filter(None, says)), answers + made + look))
        if answer != "look":
            also = tuple(each.id for each in found.made) if answer == "made" else ()
            return (*entry_ids, *also) if answer in ("yes", "made") else ()
        there = [each.entry.id for each in found.entries]
        await shell.ask(EntriesScreen("Hier staan dezelfde woorden", there))


def _stays(journal: Journal, *, everything: bool = False) -> str:
    """Return what wiping does not reach, by a look at the disk."""
    reach = out_of_reach(journal.places, everything=everything)
    return "\n\n".join(filter(None, (where_linked(journal.places), reach)))


def _what(journal: Journal, entry_ids: Collection[str]) -> str:
    if len(entry_ids) > 1:
        return f"{pieces(len(entry_ids))} voorgoed wissen?"
    entry = journal.entries[next(iter(entry_ids))]
    return f"Dit stuk voorgoed wissen?\n\n{origin_line(entry)}: {shorten(one_line(entry), 60)}"


async def ask_and_wipe_everything(shell: Shell) -> None:
    """Wipe all that is ours and end, once the person has typed that it may be done; to be awaited in a worker."""
    workspace = shell.workspace
    assert workspace is not None
    text = (
        f"Dit wist je hele dagboek: {pieces(number_of(workspace.journal.entries.values()))}, en alle versies,"
        f" concepten, notities in de inbox{what_goes_beside(shell.places)}. Niemand kan het daarna nog terughalen, jij"
        " ook niet. Het programma sluit daarna af."
    )
    also = await asyncio.to_thread(what_goes_too, shell.places, workspace.journal.id)
    stays = await asyncio.to_thread(_stays, workspace.journal, everything=True)
    text = "\n\n".join(filter(None, (text, also, stays)))
    if await shell.ask(TypedScreen(text, WORDS)):
        shell.sync.end()
        shell.exit(what_wiped(await workspace.wipe_everything()))
