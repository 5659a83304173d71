"""What is asked before something leaves: whose name stands above it, and which file it goes to."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from goedwerk_tui.base.clock import local, utc_now
from goedwerk_tui.base.places import documents_folder
from goedwerk_tui.sharing.file_writer import WOO
from goedwerk_tui.sharing.formats import Format
from goedwerk_tui.sharing.kinds import DocumentKind
from goedwerk_tui.tui.screens.dialog import Dialog
from goedwerk_tui.tui.widgets.editor import LineEditor


class NameScreen(Dialog[str | None]):
    """Asks for a name; an empty one takes it away."""

    def __init__(self, name: str) -> None:
        """Take the name that stands there now."""
        super().__init__()
        self._name_now = name

    def compose_body(self) -> ComposeResult:
        """Show the name, ready to change."""
        with Vertical(classes="dialog"):
            yield Static(Content("Welke naam staat erboven? Leeg is zonder naam."))
            yield LineEditor(self._name_now)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with the name."""
        self.dismiss(event.value.strip())


class _TargetLine(LineEditor):
    """The line for the file, from which it is written."""

    BINDINGS = [Binding("enter", "submit", "schrijf het")]  # noqa: RUF012 - typed so by Textual


class TargetScreen(Dialog[str]):
    """Asks for a file name; answers None when it is left."""

    def __init__(self, target: str) -> None:
        """Take the name to begin with."""
        super().__init__()
        self._target = target

    def compose_body(self) -> ComposeResult:
        """Show the name, ready to change."""
        with Vertical(classes="dialog"):
            yield Static(Content("Naar welk bestand? Enter schrijft het, Esc laat het erbij."))
            yield _TargetLine(self._target, id="target")
            yield Static(Content(WOO), classes="paragraph")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with the name."""
        self.dismiss(event.value.strip() or None)


def usual_target(kind: DocumentKind, format: Format) -> str:
    """Return the file that is offered: a name with what it is and the day, among the documents."""
    name = "goedwerk" if kind is DocumentKind.CHOSEN else f"goedwerk-{kind}"
    return str(documents_folder() / f"{name}-{local(utc_now()).date().isoformat()}.{format}")
