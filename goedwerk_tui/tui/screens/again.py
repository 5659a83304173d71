"""Nog een keer: asks whether to do an exercise again that was done some months ago."""

import asyncio

from goedwerk_tui.base.clock import local, long_date
from goedwerk_tui.guidance.reminders.again import due_again, not_now, step_to_open
from goedwerk_tui.tui.routes import StepRoute
from goedwerk_tui.tui.screens.question import QuestionScreen
from goedwerk_tui.tui.shell import Shell


async def ask_about_again(shell: Shell) -> None:
    """Ask about the exercise that is due longest, and open it or leave it until the next time; nothing when none is."""
    workspace = shell.workspace
    if workspace is None:
        return
    found = due_again(workspace.journal, workspace.pack, local(workspace.journal.now()).date())
    if not found:
        return
    due = found[0]
    question = (
        f"‘{due.step.title}’ deed je voor het laatst op {long_date(due.done)}. Doe je dat nog een keer, dan zie je wat"
        " er veranderd is."
    )
    answers = [("again", "Open de opdracht")]
    if not workspace.read_only:
        answers.append(("not now", "Niet nu"))
    chosen = await shell.ask(QuestionScreen(question, answers))
    if chosen == "again":
        step = await asyncio.to_thread(step_to_open, workspace.journal, workspace.pack, due)
        shell.open(StepRoute(step))
    elif chosen == "not now":
        comes_back = f"Op {long_date(due.next_mark)} staat het er weer." if due.next_mark else "Het komt niet terug."
        said = f"{comes_back} De opdracht zelf vind je altijd in het programma."
        shell.write(lambda journal: not_now(journal, due), then=lambda _: shell.show_message(said))
