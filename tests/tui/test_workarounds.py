"""What we share with Textual: no name of ours lies over one that Textual keeps to itself."""

import ast
import importlib
import inspect
import pkgutil
import textwrap
from collections.abc import Iterator
from functools import cache

from textual.app import App
from textual.message_pump import MessagePump

import goedwerk_tui.tui
from goedwerk_tui.tui import workarounds


def _our_subclasses() -> Iterator[type]:
    """Return all classes of ours that are nodes of Textual."""
    for module in pkgutil.walk_packages(goedwerk_tui.tui.__path__, "goedwerk_tui.tui."):
        if module.name.startswith(workarounds.__name__):  # where we lean on what is private, with the reason beside it
            continue
        for _, found in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if issubclass(found, MessagePump) and found.__module__ == module.name:
                yield found


@cache
def _names_in(one: type) -> frozenset[str]:
    """Return the private names that the source of a class gives to itself or to its instances."""
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(one))).body
    assert isinstance(tree, ast.ClassDef)
    names = {each.name for each in tree.body if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and ast.unparse(node.value) == "self":
            names.add(node.attr)
    for statement in tree.body:
        targets = statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
        names |= {each.id for each in targets if isinstance(each, ast.Name)}
    return frozenset(each for each in names if each.startswith("_") and not each.startswith("__"))


def _overwritten(subclass: type) -> set[str]:
    """Return which private names of Textual a class of ours uses for something of its own."""
    theirs = (base for base in subclass.__mro__ if base.__module__.startswith("textual."))
    return set(_names_in(subclass)).intersection(*[frozenset().union(*map(_names_in, theirs))])


def test_no_private_name_of_textual_is_overwritten() -> None:
    found = {each.__qualname__: names for each in _our_subclasses() if (names := _overwritten(each))}
    assert found == {}


def test_a_name_that_is_overwritten_is_found() -> None:
    class Overwriting(App[None]):
        def __init__(self) -> None:
            super().__init__()
            self._id = "a name that Textual has for itself"

        def _fatal_error(self) -> None: ...

    assert _overwritten(Overwriting) == {"_id", "_fatal_error"}
