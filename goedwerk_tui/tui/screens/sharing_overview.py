"""Sharing an overview that stands: what of it was not marked to bring leaves only when the person says so."""

from collections.abc import Sequence

from goedwerk_tui.guidance.words import how_many
from goedwerk_tui.journal import Entry, Mark
from goedwerk_tui.sharing.kinds import DocumentKind, nothing_to_share
from goedwerk_tui.tui.routes import PreviewRoute
from goedwerk_tui.tui.screens.question import QuestionScreen
from goedwerk_tui.tui.shell import MOVING, Shell


def share_overview(shell: Shell, held: Sequence[Entry], kind: DocumentKind, picture: str = "") -> None:
    """Show what of an overview would leave, once it is clear whether what was not marked goes along.

    Args:
        shell: the app.
        held: all that the overview holds and that may leave.
        kind: what it becomes.
        picture: the id of the one picture that is drawn, for insight.
    """
    if held:
        shell.run_worker(_ask_and_show(shell, held, kind, picture), group=MOVING)
    else:
        shell.show_error(nothing_to_share(kind))


async def _ask_and_show(shell: Shell, held: Sequence[Entry], kind: DocumentKind, picture: str) -> None:
    assert shell.workspace is not None, "an overview was shared before the journal was open"
    bring = shell.workspace.journal.marked(Mark.BRING)
    marked = [each for each in held if each.id in bring]
    chosen = held
    if unmarked := len(held) - len(marked):
        one = unmarked == 1
        text = f"{how_many(unmarked, 'stuk', 'stukken')} hierin neem je niet mee. {'Dat' if one else 'Die'} toch ook?"
        answers = [("all", f"Alles: {how_many(len(held), 'stuk', 'stukken')}"), ("none", "Laat maar")]
        if marked:
            answers.insert(0, ("marked", f"Alleen wat ik meeneem: {how_many(len(marked), 'stuk', 'stukken')}"))
        else:
            answers.reverse()
        answer = await shell.ask(QuestionScreen(text, answers))
        if answer not in ("all", "marked"):
            return
        chosen = held if answer == "all" else marked
    shell.open(PreviewRoute(tuple(chosen), by_marks=len(chosen) == len(marked), kind=kind, picture=picture))
