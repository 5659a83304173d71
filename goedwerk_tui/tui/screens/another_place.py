"""Another place: for the journal, as when it can't be saved where it is, and for its backups."""

from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from goedwerk_tui.base.clock import local, utc_now
from goedwerk_tui.base.places import expanded, home_folder
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.base.typed_path import as_typed
from goedwerk_tui.guidance.words import how_many
from goedwerk_tui.tui.screens.dialog import Dialog
from goedwerk_tui.tui.screens.question import QuestionScreen
from goedwerk_tui.tui.shell import Shell
from goedwerk_tui.tui.widgets.editor import LineEditor
from goedwerk_tui.tui.workspace import Workspace

_WHICH_FILE = "Naar welk nieuw bestand? Alles wat in je dagboek staat komt daarin, en je gaat daar verder."
_WHICH_FOLDER = "In welke map komen je reservekopieën? Die er zijn verhuizen mee. De map zelf wordt zo nodig gemaakt."
_REMEMBER = (
    "Je dagboek staat nu ook in {path}, met alles erin, en je schrijft daar verder. Het oude bestand en zijn"
    " reservekopieën blijven zoals ze zijn; wat je hierna wist, kan daar nog staan.\n\n"
    "Wil je dat het programma voortaan het nieuwe opent?"
)
_ANSWERS = [("yes", "Ja, open voortaan het nieuwe"), ("no", "Nee, alleen deze keer")]


class AnotherPlaceScreen(Dialog[str]):
    """Asks for the name of a file or folder; answers None when it is left."""

    def __init__(self, question: str, path: str, *, may_be_empty: bool = False) -> None:
        """Take what to ask, the name to begin with, and whether no name is an answer too."""
        super().__init__()
        self._may_be_empty = may_be_empty
        self._question = question
        self._path = path

    def compose_body(self) -> ComposeResult:
        """Show the name, ready to change."""
        with Vertical(classes="dialog"):
            yield Static(Content(self._question))
            yield LineEditor(self._path, id="target")
            yield Static(Content("Enter bewaart, Esc laat het erbij."), classes="paragraph")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with the name."""
        name = event.value.strip()
        self.dismiss(name if name or self._may_be_empty else None)


async def ask_for_another_place(shell: Shell) -> None:
    """Ask for a file until the journal could be written there, or the person leaves it; to be awaited in a worker."""
    path = str(home_folder() / f"dagboek-{local(utc_now()).date().isoformat()}.json")
    while shell.workspace is not None:
        answer = await shell.ask(AnotherPlaceScreen(_WHICH_FILE, path))
        if not answer:
            return
        path = answer
        try:
            saved = await shell.sync.go_on_in(shell.workspace, _absolute(path))
        except Trouble as trouble:
            shell.show_error(trouble)
        else:
            if saved:
                await _ask_to_remember(shell, shell.workspace)
            return


async def _ask_to_remember(shell: Shell, workspace: Workspace) -> None:
    # What was said before of the old place no longer holds, and would lie over the question.
    shell.clear_notifications()
    question = QuestionScreen(_REMEMBER.format(path=shell.places.journal), _ANSWERS)
    if await shell.ask(question) != "yes":
        shell.show_message(
            f"Open het nieuwe dagboek een volgende keer met: goedwerk --journal {as_typed(shell.places.journal)}"
        )
        return
    try:
        shell.places = await workspace.remember()
    except Trouble as trouble:
        shell.show_error(trouble)
    else:
        shell.show_message("Voortaan opent het programma dit dagboek.")


async def ask_for_backups_folder(shell: Shell) -> None:
    """Ask for a folder until backups could be kept there, or the person leaves it; to be awaited in a worker."""
    path = str(shell.places.backups)
    while shell.workspace is not None:
        answer = await shell.ask(AnotherPlaceScreen(_WHICH_FOLDER, path))
        if not answer:
            return
        path = answer
        try:
            moved = await shell.workspace.keep_backups_in(_absolute(path))
        except Trouble as trouble:
            shell.show_error(trouble)
            continue
        shell.places = moved.places
        went = f" {how_many(moved.number, 'kopie is', 'kopieën zijn')} verhuisd." if moved.number else ""
        left = f" Weghalen lukte niet: {', '.join(f'‘{each}’' for each in moved.left)}." if moved.left else ""
        shell.show_message(f"Je reservekopieën komen voortaan in {moved.places.backups}.{went}{left}")
        return


def _absolute(path: str) -> Path:
    return expanded(Path(path)).absolute()
