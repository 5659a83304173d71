"""F1: what a screen is for, and its keys."""

from collections.abc import Iterable

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Markdown, Static

from goedwerk_tui.tui.screen import GoedWerkScreen
from goedwerk_tui.tui.screens.dialog import Dialog
from goedwerk_tui.tui.widgets.places_bar import PLACES

_OURS = "goedwerk_tui."
_EVERYWHERE = (
    *((str(number), name) for number, name in enumerate(PLACES.values(), start=1)),
    ("ctrl+p", "alles wat kan: zoek een plek, een stap of een handeling"),
    ("ctrl+q", "bewaar en sluit af"),
)
_TEXTUALS = {each.action for each in Screen.BINDINGS if isinstance(each, Binding)}


class HelpScreen(Dialog[None]):
    """Explains the screen it was asked from."""

    def __init__(self, app: App[object], about: Screen[object]) -> None:
        """Take the app and the screen to explain; its keys are those that work there now."""
        super().__init__()
        self._text = about.help_text if isinstance(about, GoedWerkScreen) else ""
        self._keys = [
            (binding.binding.key_display or app.get_key_display(binding.binding), _what(binding.binding))
            for binding in about.active_bindings.values()
            # Textual's own widgets bring English words for keys that need no explaining.
            if type(binding.node).__module__.startswith(_OURS) and binding.binding.action not in _TEXTUALS
            if binding.node is not app and _what(binding.binding)
        ]

    def compose(self) -> ComposeResult:
        """Show the explanation above the keys."""
        with VerticalScroll(classes="dialog"):
            if self._text:
                yield Markdown(self._text, open_links=False)
            yield Static(Content("Toetsen hier"), classes="heading")
            yield Static(Content(_table(self._keys)))
            yield Static(Content("Overal"), classes="heading")
            yield Static(Content(_table(_EVERYWHERE)))


def _what(binding: Binding) -> str:
    return binding.tooltip or binding.description


def _table(keys: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"{key:<12} {what}" for key, what in dict(keys).items())
