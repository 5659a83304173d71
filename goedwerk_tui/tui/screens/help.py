"""F1: what a screen is for, and its keys."""

from collections.abc import Iterable

from textual.app import App, ComposeResult
from textual.binding import ActiveBinding, Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Markdown, Static

from goedwerk_tui.tui.screens.base import Layer
from goedwerk_tui.tui.screens.dialog import Dialog
from goedwerk_tui.tui.widgets.places_bar import PLACES

_OURS = "goedwerk_tui."
_EVERYWHERE = (
    *((str(number), name) for number, name in enumerate(PLACES.values(), start=1)),
    ("ctrl+p", "alles wat kan: zoek een plek, een stap of een handeling"),
    ("ctrl+l", "verberg het scherm, en toon het weer"),
    ("ctrl+q", "bewaar en sluit af"),
)


class HelpScreen(Dialog[None]):
    """Explains the screen it was asked from."""

    def __init__(self, app: App[object], about: Screen[object]) -> None:
        """Take the app and the screen to explain; its keys are those that work there now."""
        super().__init__()
        self._text = about.help_text if isinstance(about, Layer) else ""
        self._keys = [
            (app.get_key_display(binding.binding), _what(binding.binding))
            for binding in about.active_bindings.values()
            if binding.node is not app and _what(binding.binding) and not _is_textuals(binding)
        ]

    def compose_body(self) -> ComposeResult:
        """Show the explanation above the keys."""
        with VerticalScroll(classes="dialog"):
            if self._text:
                yield Markdown(self._text, open_links=False)
            yield Static(Content("Toetsen hier"), classes="heading")
            yield Static(Content(_table(self._keys)))
            yield Static(Content("Overal"), classes="heading")
            yield Static(Content(_table(_EVERYWHERE)))


def _is_textuals(active: ActiveBinding) -> bool:
    """Say whether a key comes with Textual, whose widgets bring English words for what needs no explaining."""
    theirs = (each for each in type(active.node).__mro__ if not each.__module__.startswith(_OURS))
    return any(
        (each.action, each.description) == (active.binding.action, active.binding.description)
        for widget in theirs
        for each in widget.__dict__.get("BINDINGS", ())
        if isinstance(each, Binding)
    )


def _what(binding: Binding) -> str:
    return binding.tooltip or binding.description


def _table(keys: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"{key:<12} {what}" for key, what in dict(keys).items())
