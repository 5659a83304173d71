"""F1: what a screen is for, and its keys."""

import re
from collections.abc import Iterable

from textual.app import App, ComposeResult
from textual.binding import ActiveBinding, Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Markdown, Static

from goedwerk_tui.tui.keys import Keyed
from goedwerk_tui.tui.routes import HandbookRoute
from goedwerk_tui.tui.screens.base import Layer, PlaceScreen
from goedwerk_tui.tui.screens.dialog import Dialog
from goedwerk_tui.tui.widgets.hung import Hung
from goedwerk_tui.tui.widgets.places_bar import PLACES

_KEY = 12
"""Columns of a key; two that do the same may take more."""
_OURS = "goedwerk_tui."
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_PLACES = tuple((str(number), name) for number, name in enumerate(PLACES.values(), start=1))
_EVERYWHERE = (
    ("F1 F1", "lees erover in het handboek"),
    ("ctrl+p", "alles wat kan: zoek een plek, een stap of een handeling"),
    ("ctrl+l", "verberg het scherm, en toon het weer"),
    ("ctrl+q", "bewaar en sluit af"),
)


class HelpScreen(Dialog[None]):
    """Explains the screen it was asked from."""

    def __init__(self, app: App[object], about: Screen[object]) -> None:
        """Take the app and the screen to explain; its keys are those that work there now."""
        super().__init__()
        text = about.help_text.strip() if isinstance(about, Layer) else ""
        self._first, self._more = _parted(text)
        self.handbook = about.HANDBOOK if isinstance(about, Layer) else HandbookRoute()
        """What F1 opens from here."""
        on_a_place = _PLACES[0][0] in about.active_bindings and not _is_text(about, _PLACES[0][0])
        self._everywhere = (*(_PLACES if on_a_place and isinstance(about, PlaceScreen) else ()), *_EVERYWHERE)
        everywhere = dict(self._everywhere)
        self._keys = [
            (key, _what(binding))
            for binding in about.active_bindings.values()
            if binding.node is not app
            and _what(binding)
            and not _is_textuals(binding)
            and not _is_text(about, binding.binding.key)
            and (key := app.get_key_display(binding.binding)) not in everywhere
        ]

    def compose_body(self) -> ComposeResult:
        """Show the explanation above the keys."""
        with VerticalScroll(classes="dialog"):
            if self._first:
                yield Markdown(self._first, open_links=False)
            yield Static(Content("Toetsen hier"), id="keys-here", classes="heading")
            yield Static(_table(self._keys))
            yield Static(Content("Overal"), classes="heading")
            yield Static(_table(self._everywhere))
            if self._more:
                yield Static(Content("Verder"), classes="heading")
                yield Markdown(self._more, open_links=False)


def _parted(text: str) -> tuple[str, str]:
    """Return the first two sentences of an explanation, which stand above the keys, and what comes after."""
    paragraph, _, others = text.partition("\n\n")
    sentences = _SENTENCE_END.split(paragraph)
    more = "\n\n".join(each for each in (" ".join(sentences[2:]), others) if each)
    return " ".join(sentences[:2]), more


def _is_textuals(active: ActiveBinding) -> bool:
    """Say whether a key comes with Textual, whose widgets bring English words for what needs no explaining."""
    theirs = (each for each in type(active.node).__mro__ if not each.__module__.startswith(_OURS))
    return any(
        (each.action, each.description) == (active.binding.action, active.binding.description)
        for widget in theirs
        for each in widget.__dict__.get("BINDINGS", ())
        if isinstance(each, Binding)
    )


def _is_text(about: Screen[object], key: str) -> bool:
    """Say whether a key would stand in the box that has the keyboard."""
    return about.focused is not None and about.focused.check_consume_key(key, key if len(key) == 1 else None)


def _what(active: ActiveBinding) -> str:
    binding = active.binding
    now = active.node.explained(binding.action) if isinstance(active.node, Keyed) else ""
    return now or binding.tooltip or binding.description


def _table(keys: Iterable[tuple[str, str]]) -> Hung:
    """Return keys, those for one thing together, and beside them what they do; a second line begins under the first."""
    same: dict[str, list[str]] = {}
    for key, what in dict(keys).items():
        same.setdefault(what, []).append(key)
    rows = (Content.assemble((f"{', '.join(each):<{_KEY}} ", "bold"), what) for what, each in same.items())
    return Hung(Content("\n").join(rows), under=_KEY + 1)
