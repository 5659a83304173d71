"""Keys: what each is called, and what the settings call what it does."""

import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen

from goedwerk_tui import tui

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


A_MOMENT = 1.0
"""Seconds: signs that are further apart than this belong to no one sentence or number."""


A_WORD = 0.5
"""Seconds within which a sign behind a digit that chose tells that both are of one word: ‘2e’, ‘3/4’."""


def two_breaths(text: str, paused: float, follows: float) -> bool:
    """Whether a number and the first letter of a word behind it were typed in two breaths: ‘2’, a pause, ‘want’.

    Whoever types slowly throughout may mean one word: ‘2e’.

    Args:
        text: the number and that letter.
        paused: the seconds between the two.
        follows: the seconds until the next letter.
    """
    return text[:-1].isdecimal() and text[-1].isalpha() and paused > A_WORD >= follows


def joined_never(_at: float) -> bool:
    """Say that what is typed at a time, in seconds, is joined to no digit before it."""
    return False


def nothing_before(_at: float) -> str:
    """Say that nothing was typed right before what is typed at a time, in seconds."""
    return ""


def key_name(key: str) -> str:
    """Return what a key is called: ‘Enter’, ‘spatie’, ‘ctrl+g’, ‘F2’."""
    *held, last = key.split("+")
    function = last[:1] == "f" and last[1:].isdigit()
    return "+".join([*held, _NAMES.get(last, last.upper() if function else last)])


def key_for(screen: Screen[Any], *verbs: str) -> str:
    """Return what the key is called that does one of these on a screen, the one along the bottom first; empty for none.

    A binding without an id is Textual's own, and the settings give it no other key.
    """
    doing = [
        each.binding
        for each in screen.active_bindings.values()
        if each.binding.id and each.binding.action.rpartition(".")[2] in verbs
    ]
    return next((key_name(each.key) for each in sorted(doing, key=lambda each: not each.show)), "")


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

    def explained(self, action: str) -> str:
        """Return what an action would do now, in a sentence; empty where its binding says that."""
        return ""


def about_keys(keymap: Mapping[str, str]) -> list[str]:
    """Return what to say of other keys by the settings: which are for nothing, and which take the place of another.

    Every screen is imported for it, which takes a while.
    """
    classes = every_keyed()
    unknown = sorted(keymap.keys() - {each.id for keyed in classes for each in bindings_of(keyed)})
    lost = {words for keyed in classes for words in _lost_in(bindings_of(keyed), keymap)}
    said: list[str] = []
    if unknown:
        said.append(
            f"In je instellingen staat een toets voor ‘{'’ en voor ‘'.join(unknown)}’, en zo heet hier niets. Welke"
            " namen er zijn, staat in het handboek bij Toetsen."
        )
    if lost:
        said.append(f"Een toets uit je instellingen neemt de plaats in van: {', '.join(sorted(lost))}.")
    return said


def every_keyed() -> tuple[type[Keyed], ...]:
    """Return every class whose keys have names, those of a screen, a widget and the app."""
    for module in pkgutil.walk_packages(tui.__path__, f"{tui.__name__}."):
        importlib.import_module(module.name)
    return tuple(dict.fromkeys(_kinds_of(Keyed)))


def bindings_of(keyed: type[Keyed]) -> list[Binding]:
    """Return the bindings of a class, with those that it inherits."""
    every = [each for kind in keyed.__mro__ for each in kind.__dict__.get("BINDINGS", ())]
    return [each for each in every if isinstance(each, Binding) and each.id]


def _lost_in(bindings: Sequence[Binding], keymap: Mapping[str, str]) -> Iterator[str]:
    """Yield the words for what has no key any more, as another verb of the same screen took it."""
    moved = {each.id: keymap[each.id].split(",") for each in bindings if each.id and each.id in keymap}
    taken = [key for keys in moved.values() for key in keys]
    for each in bindings:
        twice = each.id in moved and any(taken.count(key) > 1 for key in moved[each.id])
        if each.description and (twice or (each.id not in moved and each.key in taken)):
            yield each.description


def _kinds_of(keyed: type[Keyed]) -> Iterator[type[Keyed]]:
    for each in keyed.__subclasses__():
        yield each
        yield from _kinds_of(each)


def _named(binding: BindingType) -> list[BindingType]:
    return [each if each.id else replace(each, id=_name_of(each.action)) for each in Binding.make_bindings([binding])]


def _name_of(action: str) -> str:
    """Return the name of an action: ‘go-on’ for ‘screen.go_on’, ‘go-home’ for “app.go('home')”."""
    verb, _, arguments = action.partition("(")
    words = [verb.rpartition(".")[2], *re.findall(r"\w+", arguments.replace("-1", "back"))]
    return "-".join(words).replace("_", "-")
