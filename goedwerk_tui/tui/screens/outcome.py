"""Whether a prediction came true: one question over the screen in front, and then how one saw it."""

from goedwerk_tui.base.clock import local
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.reminders import outcomes
from goedwerk_tui.guidance.reminders.intentions import intentions
from goedwerk_tui.journal import Entry
from goedwerk_tui.tui.resume import page_to_tell
from goedwerk_tui.tui.screens.question import QuestionScreen
from goedwerk_tui.tui.shell import Shell

_NOT_YET = "nog-niet"


async def ask_for_outcome(shell: Shell, entry: Entry) -> None:
    """Ask whether the prediction came true that an intention looks back at, and keep it in its log. Only from a worker.

    What is asked after that, how one saw it, has a page of its own.
    """
    workspace = shell.workspace
    assert workspace is not None, "an outcome was asked for before the journal was open"
    asked = outcomes.logged(workspace.journal, entry)
    if asked is None:
        return
    answers = [(_NOT_YET, "nog niet te zeggen"), *asked.outcomes]
    chosen = await shell.ask(QuestionScreen(f"Kwam het uit?\n\n{asked.item.text}", answers))
    if chosen is None:
        return
    if chosen == _NOT_YET:
        shell.show_message("De vraag blijft staan. Bij Voornemens kies je met a een andere dag.")
        return
    try:
        decided = await workspace.apply(lambda journal: outcomes.decide(journal, entry.id, chosen))
    except Trouble as trouble:
        shell.show_error(trouble)
        return
    shell.journal_changed()
    if not decided:
        shell.show_message("Hoe dit afliep staat er al, of de opdracht is er niet meer. Er is niets veranderd.")
        return
    today = local(workspace.journal.now()).date()
    intention = next((each for each in intentions(workspace.journal, today) if each.entry.id == entry.id), None)
    if intention is not None:
        title = entry.origin.step_title if entry.origin else ""
        told = f"Bij ‘{title}’ staat nu: {dict(asked.outcomes)[chosen]}."
        shell.open(page_to_tell(intention, workspace, told))
