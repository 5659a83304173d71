"""Keys: what each is called, and what the settings call what it does."""

import re
from dataclasses import replace
from typing import Any, ClassVar

from textual.binding import Binding, BindingType

_NAMES = {
    "enter": "Enter",
    "escape": "Esc",
    "space": "spatie",
    "tab": "Tab",
    "delete": "Del",
    "slash": "/",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "pageup": "PgUp",
    "pagedown": "PgDn",
}


def key_name(key: str) -> str:
    """Return what a key is called: ‘Enter’, ‘spatie’, ‘ctrl+g’, ‘F2’."""
    *held, last = key.split("+")
    function = last[:1] == "f" and last[1:].isdigit()
    return "+".join([*held, _NAMES.get(last, last.upper() if function else last)])


class Keyed:
    """A screen or widget whose bindings have names, so that the settings can give each another key.

    The name is that of what is done, so one verb has one name, and one key, on every screen.
    """

    BINDINGS: ClassVar[list[BindingType]] = []

    def __init_subclass__(cls, **more: Any) -> None:
        """Name the bindings of a class before Textual takes them."""
        if "BINDINGS" in cls.__dict__:
            named = [each for binding in cls.BINDINGS for each in _named(binding)]
            cls.BINDINGS = named  # pyright: ignore[reportConstantRedefinition] - Textual reads it by this name
        super().__init_subclass__(**more)

    def words_for(self, action: str) -> str:
        """Return what an action would do now, in a word or two; empty where its binding says that."""
        return ""


def _named(binding: BindingType) -> list[BindingType]:
    return [each if each.id else replace(each, id=_name_of(each.action)) for each in Binding.make_bindings([binding])]


def _name_of(action: str) -> str:
    """Return the name of an action: ‘go-on’ for ‘screen.go_on’, ‘go-home’ for “app.go('home')”."""
    verb, _, arguments = action.partition("(")
    words = [verb.rpartition(".")[2], *re.findall(r"\w+", arguments.replace("-1", "back"))]
    return "-".join(words).replace("_", "-")
